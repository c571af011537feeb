//! From version to version: what changed is told, and answers are carried over by letter and digit.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod later;

use edition_files::{answers, combinations, digits, edition, english};
use expect_test::{Expect, expect};
use later::{changed, later, third, without_places};
use peer_map::edition::succession::{ChangeKind, Revision, carry_over, revisions};
use peer_map::edition::{Answers, Edition, Options, Reply};
use peer_map::flow::replay;
use peer_map::link::{Source, decode, encode};
use serde_json::json;
use std::sync::LazyLock;

static SECOND: LazyLock<Edition> = LazyLock::new(|| later("en"));
static THIRD: LazyLock<Edition> = LazyLock::new(third);

/// What a revision says, as `f3 split into 56: old -> new, new`.
fn line(revision: &Revision) -> String {
    let option = revision.option.map_or_else(String::new, |digit| digit.to_string());
    let what = match revision.kind {
        ChangeKind::Renamed => "renamed".to_owned(),
        ChangeKind::Split(into) => format!("split into {}", digits(into)),
        ChangeKind::Retired => "retired".to_owned(),
        ChangeKind::Added => "added".to_owned(),
    };
    let (old, new) = (Some(revision.was()).filter(|old| !old.is_empty()), revision.is_now().join(" · "));
    let new = Some(new).filter(|new| !new.is_empty());
    let names = [old.map(|old| format!("“{old}”")), new.map(|new| format!("now “{new}”"))];
    let names: Vec<String> = names.into_iter().flatten().collect();
    format!("{}{option} {what}: {}\n", revision.question.letter, names.join(", "))
}

fn check(older: &Edition, newer: &Edition, expected: Expect) {
    expected.assert_eq(&revisions(older, newer).iter().map(line).collect::<String>());
}

#[test]
fn what_changed_is_told_in_the_words_of_both() {
    check(
        english(),
        &SECOND,
        expect![[r#"
            k2 renamed: “Another hardship”, now “A different hardship”
            w6 retired: “Speak up”
            f3 split into 56: “Organised, with expenses or a stipend”, now “Organised, with expenses paid back · Organised, with a stipend”
            p7 added: now “Outdoors”
        "#]],
    );
    check(
        &edition("fr"),
        &later("fr"),
        expect![[r#"
            k2 renamed: “Une autre épreuve”, now “Une épreuve différente”
            w6 retired: “Défendre et revendiquer”
            f3 split into 56: “Organisé, avec frais remboursés ou allocation”, now “Organisé, avec frais remboursés · Organisé, avec allocation”
            p7 added: now “En plein air”
        "#]],
    );
    check(
        &edition("zh-Hans"),
        &later("zh-Hans"),
        expect![[r#"
            k2 renamed: “其他困境”, now “不同的困境”
            w6 retired: “发声倡导”
            f3 split into 56: “有组织，报销费用或发放津贴”, now “有组织，报销费用 · 有组织，发放津贴”
            p7 added: now “户外”
        "#]],
    );
    check(english(), english(), expect![""]);
}

#[test]
fn over_several_versions_only_what_came_of_it_is_told() {
    check(
        &SECOND,
        &THIRD,
        expect![[r#"
            k2 renamed: “A different hardship”, now “Some other hardship”
            f5 split into 78: “Organised, with expenses paid back”, now “Travel paid back · Meals paid back”
            p7 retired: “Outdoors”
        "#]],
    );
    check(
        english(),
        &THIRD,
        expect![[r#"
            k2 renamed: “Another hardship”, now “Some other hardship”
            w6 retired: “Speak up”
            f3 split into 678: “Organised, with expenses or a stipend”, now “Travel paid back · Meals paid back · Organised, with a stipend”
        "#]],
    );
}

#[test]
fn a_name_is_told_where_it_differs_and_was_renamed() {
    // In this language the names stayed as they were.
    let same = changed(|structure, words| {
        words["questions"]["k"]["options"]["2"]["text"] = json!("Another hardship");
        structure["changes"].as_array_mut().unwrap().push(json!({"version": 2, "question": "h", "change": "renamed"}));
    });
    let told: String = revisions(english(), &same.unwrap()).iter().map(|one| line(one)[..2].to_owned()).collect();
    assert_eq!(told, "w6f3p7");
    // In this one they were mended, after the version that renamed one of them.
    let mended = changed(|structure, words| {
        structure["version"] = json!(3);
        words["questions"]["k"]["options"]["2"]["text"] = json!("A hardship of another kind");
        words["questions"]["h"]["text"] = json!("Who is in charge?");
    });
    assert_eq!(revisions(&SECOND, &mended.unwrap()), []);
    let renamed = changed(|structure, words| {
        words["questions"]["h"]["text"] = json!("Who is in charge?");
        structure["changes"].as_array_mut().unwrap().push(json!({"version": 2, "question": "h", "change": "renamed"}));
    });
    check(
        english(),
        &renamed.unwrap(),
        expect![[r#"
        k2 renamed: “Another hardship”, now “A different hardship”
        w6 retired: “Speak up”
        f3 split into 56: “Organised, with expenses or a stipend”, now “Organised, with expenses paid back · Organised, with a stipend”
        p7 added: now “Outdoors”
        h renamed: “Who runs it?”, now “Who is in charge?”
    "#]],
    );
}

#[test]
fn whole_questions_come_and_go() {
    let none = without_places(1, json!([])).unwrap();
    let gone = without_places(2, json!([{"version": 2, "question": "p", "change": "retired"}])).unwrap();
    check(
        english(),
        &gone,
        expect![[r#"
            p retired: “Where does the help take place?”
        "#]],
    );
    check(
        &none,
        &SECOND,
        expect![[r#"
            k2 renamed: “Another hardship”, now “A different hardship”
            w6 retired: “Speak up”
            f3 split into 56: “Organised, with expenses or a stipend”, now “Organised, with expenses paid back · Organised, with a stipend”
            p added: now “Where does the help take place?”
        "#]],
    );
    let carried = carry_over(english(), &gone, &answers("k13 w1 d2 f4 p14 h3"));
    assert_eq!(encode(&gone, &carried, None).unwrap()[..16], *"ps2-k13w1d2f4h3-");
    let answers = decode(&none, "ps1-k13w1d2f4h3", Source::Typed).answers;
    let carried = carry_over(&none, &SECOND, &answers);
    assert_eq!(encode(&SECOND, &carried, None).unwrap()[..16], *"ps2-k13w1d2f4h3-");
}

#[test]
fn a_revision_touches_the_answers_that_it_is_about() {
    let touched = |given: &str| -> String {
        let answers = answers(given);
        revisions(english(), &SECOND)
            .iter()
            .filter(|one| one.touches(&answers))
            .map(|one| line(one)[..2].to_owned())
            .collect()
    };
    assert_eq!(touched("k1 w1 d1 f2 p1 h1"), "");
    assert_eq!(touched("k12 w16 d1 f23 p1 h1"), "k2w6f3");
    assert_eq!(touched("w6"), "w6");
    let gone = without_places(2, json!([{"version": 2, "question": "p", "change": "retired"}])).unwrap();
    let revision = &revisions(english(), &gone)[0];
    assert!(revision.touches(&answers("p1")) && !revision.touches(&answers("h1")));
    // What is new has no answer, whatever was answered at its place.
    let none = without_places(1, json!([])).unwrap();
    let everything = decode(&none, "ps1-k1w1d1f1h1", Source::Typed).answers;
    assert!(
        revisions(&none, &SECOND).iter().filter(|one| one.question.letter == 'p').all(|one| !one.touches(&everything))
    );
}

/// The letters and digits of a code, without edition and check.
fn body(code: Option<String>) -> String {
    code.map_or_else(String::new, |code| code.split('-').nth(1).unwrap().to_owned())
}

/// The questions of a body one by one, as `k13`.
fn questions(body: &str) -> Vec<String> {
    let mut questions: Vec<String> = Vec::new();
    for character in body.chars() {
        match questions.last_mut() {
            Some(last) if character.is_ascii_digit() => last.push(character),
            _ => questions.push(character.to_string()),
        }
    }
    questions
}

/// Whether an answer stands in `ps2`, worked out from its letter and digits alone.
fn stays(question: &str) -> bool {
    !["w6", "f3"].iter().any(|id| question.starts_with(&id[..1]) && question.contains(&id[1..]))
}

#[test]
fn every_answer_to_every_question_is_kept_unless_an_option_is_gone() {
    for question in &english().questions {
        for set in question.allowed() {
            let alone = Answers::default().with(question.id, set);
            let written = format!("{}{}", question.letter, digits(set));
            let expected = if stays(&written) { written.clone() } else { String::new() };
            for newer in [&*SECOND, &*THIRD] {
                let carried = carry_over(english(), newer, &alone);
                assert_eq!(body(encode(newer, &carried, None)), expected, "{written}");
            }
        }
    }
}

#[test]
fn every_programme_keeps_what_stands_and_is_asked_the_rest() {
    let (mut programmes, mut whole) = (0, 0);
    combinations(&["0", "1", "6", "7", "16", "67", "1234567"], &["0", "1", "123456"], |answers| {
        let before = body(encode(english(), answers, None));
        let carried = carry_over(english(), &SECOND, answers);
        let (kept, dropped): (Vec<_>, Vec<_>) = questions(&before).into_iter().partition(|question| stays(question));
        assert_eq!(body(encode(&SECOND, &carried, None)), kept.concat(), "{before}");
        // What is open is what was dropped, and nothing else.
        let route = replay(&SECOND, &carried);
        let open = SECOND.questions.iter().filter(|question| route.reply(question.id) == Reply::Open);
        let open: String = open.map(|question| question.letter).collect();
        let dropped: String = dropped.iter().map(|question| &question[..1]).collect();
        assert_eq!(open, dropped, "{before}");
        programmes += 1;
        whole += usize::from(open.is_empty());
    });
    assert!(whole > 1000 && programmes > 2 * whole, "{whole} of {programmes}");
}

#[test]
fn carrying_over_in_two_steps_is_as_in_one() {
    combinations(&["0", "12", "6", "7"], &["0", "16"], |answers| {
        let steps = carry_over(&SECOND, &THIRD, &carry_over(english(), &SECOND, answers));
        assert_eq!(steps, carry_over(english(), &THIRD, answers));
    });
    let parts = SECOND.by_letter('f').unwrap();
    let five: Options = parts.choices.iter().map(|choice| choice.digit).filter(|digit| digit.value() == 5).collect();
    let answers = Answers::default().with(parts.id, five);
    assert!(carry_over(&SECOND, &THIRD, &answers).is_empty());
}
