//! What is said of a code that cannot be read as it stands: every problem, in the reader's words.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::english;
use expect_test::{Expect, expect};
use peer_map::link::{Source, decode};

#[test]
fn no_code_at_all() {
    check("", Source::Link, expect!["empty: There is no code here."]);
    check("  \n ", Source::Typed, expect!["empty: There is no code here."]);
    check("#", Source::Link, expect!["empty: There is no code here."]);
    check("https://example.org/map/?c=", Source::Link, expect!["empty: There is no code here."]);
    check("ps1", Source::Typed, expect!["empty: There is no code here."]);
    check(
        "ps1",
        Source::Link,
        expect!["check: The check character at the end of the code is missing, so the end of the code may be cut off."],
    );
    check(
        "ps1-",
        Source::Link,
        expect!["check: The check character at the end of the code is missing, so the end of the code may be cut off."],
    );
    check(
        "ps1--g",
        Source::Link,
        expect![
            "check: The code is damaged: its check character does not fit the rest. A character was changed, lost or added."
        ],
    );
}

#[test]
fn text_that_is_no_code() {
    check(
        "hello",
        Source::Typed,
        expect!["edition: The code does not begin with the name of an edition, such as ps1."],
    );
    check(
        "k13w14d2f4p14h3",
        Source::Typed,
        expect!["edition: The code does not begin with the name of an edition, such as ps1."],
    );
    check(
        "https://example.org/map/",
        Source::Link,
        expect!["edition: The code does not begin with the name of an edition, such as ps1."],
    );
    check(
        &"k".repeat(2_001),
        Source::Link,
        expect!["length: This is too long to be a code. A code has at most 2000 characters."],
    );
    check("你好", Source::Typed, expect!["edition: The code does not begin with the name of an edition, such as ps1."]);
}

#[test]
fn the_code_of_another_edition_or_of_a_group() {
    check(
        "ps2-k1-a",
        Source::Link,
        expect![
            "edition: The code belongs to “ps2”, a newer edition than this page knows. It knows ps1. Load the page again, or ask where the link came from."
        ],
    );
    check(
        "PS12-K1-A",
        Source::Link,
        expect![
            "edition: The code belongs to “ps12”, a newer edition than this page knows. It knows ps1. Load the page again, or ask where the link came from."
        ],
    );
    check(
        "map3-q1",
        Source::Typed,
        expect!["edition: The code belongs to “map3”, an edition that this page does not know. It knows ps1."],
    );
    check(
        "ps01-k1-a",
        Source::Link,
        expect!["edition: The code belongs to “ps01”, an edition that this page does not know. It knows ps1."],
    );
    check(
        "ps-k1-a",
        Source::Link,
        expect!["edition: The code does not begin with the name of an edition, such as ps1."],
    );
    check(
        "ps1-g.k1w1.aa~k2-a",
        Source::Link,
        expect![[r#"
            group: This is the code of a group of programmes. Open them one by one.
            check: The code is damaged: its check character does not fit the rest. A character was changed, lost or added.
            name: The name in the code cannot be read."#]],
    );
    check(
        "PS1-G.K1-A",
        Source::Typed,
        expect![[r#"
            group: This is the code of a group of programmes. Open them one by one.
            check: The code is damaged: its check character does not fit the rest. A character was changed, lost or added."#]],
    );
}

#[test]
fn a_check_that_is_missing_or_wrong() {
    check(
        "ps1-k13w14d2f4p14h3",
        Source::Link,
        expect!["check: The check character at the end of the code is missing, so the end of the code may be cut off."],
    );
    check(
        "ps1-k13w14d2f4p14h3-",
        Source::Link,
        expect![[r#"
            check: The check character at the end of the code is missing, so the end of the code may be cut off.
            tail: This part of the code cannot be read: -"#]],
    );
    check(
        "ps1-k13w14d2f4p14h3-h",
        Source::Link,
        expect![
            "check: The code is damaged: its check character does not fit the rest. A character was changed, lost or added."
        ],
    );
    check(
        "ps1-k13w14d2f4p14h3-h",
        Source::Typed,
        expect![
            "check: The code is damaged: its check character does not fit the rest. A character was changed, lost or added."
        ],
    );
    check(
        "ps1-k13w14d2f4p14h2-g",
        Source::Link,
        expect![
            "check: The code is damaged: its check character does not fit the rest. A character was changed, lost or added."
        ],
    );
    check(
        "ps1-k13w14d2f4p14h3-gg",
        Source::Link,
        expect![[r#"
            check: The check character at the end of the code is missing, so the end of the code may be cut off.
            tail: This part of the code cannot be read: -gg"#]],
    );
}

#[test]
fn answers_that_are_none() {
    check(
        "ps1-k1x2w1",
        Source::Typed,
        expect!["answer: The letter “x”, at place 7 of the code, stands for no question."],
    );
    check(
        "ps1-13w1",
        Source::Typed,
        expect!["character: The character “1”, at place 5 of the code, does not belong in a code."],
    );
    check(
        "ps1-k1,w1",
        Source::Typed,
        expect!["character: The character “,”, at place 7 of the code, does not belong in a code."],
    );
    check(
        "ps1-\u{212a}1",
        Source::Typed,
        expect!["character: The character “K”, at place 5 of the code, does not belong in a code."],
    );
    check(
        "ps1-k1é",
        Source::Typed,
        expect!["character: The character “é”, at place 7 of the code, does not belong in a code."],
    );
    check("ps1-k7w1", Source::Typed, expect!["answer: “7” is not an answer to: What do peers draw on when they help?"]);
    check(
        "ps1-k78",
        Source::Typed,
        expect![[r#"
        answer: “7” is not an answer to: What do peers draw on when they help?
        answer: “8” is not an answer to: What do peers draw on when they help?"#]],
    );
    check(
        "ps1-kw1",
        Source::Typed,
        expect!["answer: The answer is missing for: What do peers draw on when they help?"],
    );
    check("ps1-k", Source::Typed, expect!["answer: The answer is missing for: What do peers draw on when they help?"]);
}

#[test]
fn answers_in_the_wrong_place() {
    check(
        "ps1-k1w1k2",
        Source::Typed,
        expect!["answer: The code answers this more than once: What do peers draw on when they help?"],
    );
    check(
        "ps1-k1k1",
        Source::Typed,
        expect!["answer: The code answers this more than once: What do peers draw on when they help?"],
    );
    check(
        "ps1-k11",
        Source::Typed,
        expect!["answer: The code answers this more than once: What do peers draw on when they help?"],
    );
    check(
        "ps1-k31",
        Source::Typed,
        expect!["answer: The code gives this answer in the wrong place: What do peers draw on when they help?"],
    );
    check(
        "ps1-w1k1",
        Source::Typed,
        expect!["answer: The code gives this answer in the wrong place: What do peers draw on when they help?"],
    );
    check(
        "ps1-w01",
        Source::Typed,
        expect!["answer: “Not sure, or it varies” cannot go with another answer to: What do peers mainly do?"],
    );
    check(
        "ps1-k19",
        Source::Typed,
        expect!["answer: “None of these” cannot go with another answer to: What do peers draw on when they help?"],
    );
    check(
        "ps1-d12",
        Source::Typed,
        expect![[
            r#"answer: The code gives more than one answer, where only one can be chosen: Which way does the help flow?"#
        ]],
    );
}

#[test]
fn answers_that_do_not_apply() {
    check(
        "ps1-k1w7d1",
        Source::Typed,
        expect![[
            r#"answer: The code answers a question that does not apply: Which way does the help flow? (no direct support is given)"#
        ]],
    );
    check(
        "ps1-k1f1h1",
        Source::Typed,
        expect!["answer: The code answers a question that does not apply: Who runs it? (nobody runs it)"],
    );
    check(
        "ps1-k9w1d2",
        Source::Typed,
        expect![[r#"
        answer: The code answers a question that does not apply: What do peers mainly do? (Not asked: the questions ended before it.)
        answer: The code answers a question that does not apply: Which way does the help flow? (Not asked: the questions ended before it.)"#]],
    );
}

#[test]
fn names_and_tails_that_cannot_be_read() {
    check("ps1-k1-n1", Source::Typed, expect!["name: The name in the code cannot be read."]);
    check("ps1-k1-nmyy", Source::Typed, expect!["name: The name in the code cannot be read."]);
    check("ps1-k1-n77", Source::Typed, expect!["name: The name in the code cannot be read."]);
    // A line break, in base32.
    check("ps1-k1-nbi", Source::Typed, expect!["name: The name in the code cannot be read."]);
    // A space before the name, in base32: no maker writes it.
    check("ps1-k1-nebqq", Source::Typed, expect!["name: The name in the code cannot be read."]);
    check(
        &format!("ps1-k1-n{}", "mf".to_owned() + &"qwc2".repeat(40)),
        Source::Typed,
        expect!["name: The name in the code cannot be read."],
    );
    check("ps1-k1-what", Source::Typed, expect!["tail: This part of the code cannot be read: -what"]);
    check("ps1-k1-nmzxq-nmzxq", Source::Typed, expect!["tail: This part of the code cannot be read: -nmzxq"]);
    check("ps1-k1--", Source::Typed, expect![""]);
}

#[test]
fn several_problems_are_all_told() {
    check(
        "ps1-k19x1d12h7-n1-tail-x",
        Source::Link,
        expect![[r#"
            check: The code is damaged: its check character does not fit the rest. A character was changed, lost or added.
            answer: “None of these” cannot go with another answer to: What do peers draw on when they help?
            answer: The letter “x”, at place 8 of the code, stands for no question.
            answer: The code gives more than one answer, where only one can be chosen: Which way does the help flow?
            answer: “7” is not an answer to: Who runs it?
            name: The name in the code cannot be read.
            tail: This part of the code cannot be read: -tail"#]],
    );
}

/// Compares all that is wrong with a text: the mark of each problem and its sentence.
fn check(text: &str, source: Source, expected: Expect) {
    let problems = decode(english(), text, source).problems;
    let lines: Vec<String> =
        problems.iter().map(|problem| format!("{}: {}", problem.id(), problem.message(english()))).collect();
    expected.assert_eq(&lines.join("\n"));
}
