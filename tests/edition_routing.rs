//! Routing and landmarks of an edition: each kind of fault is told with its path.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{faults, json, plain};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

#[test]
fn routing_looks_back_and_reaches_every_question() {
    let skip = |edition: &mut Value, question: usize, skip: Value| edition["questions"][question]["skip"] = skip;
    let word = |words: &mut Value, letter: &str| words["questions"][letter]["skipped"] = json!("because");
    check(
        |edition, words| {
            skip(edition, 1, json!({"question": "d", "has": [1]}));
            word(words, "w");
        },
        expect![[r#"
            edition.questions[1].skip: routing goes in a circle: w → d → w
            edition.questions[2].skip: routing goes in a circle: d → w → d"#]],
    );
    check(
        |edition, words| {
            skip(edition, 1, json!({"question": "h", "has": [1]}));
            word(words, "w");
        },
        expect!["edition.questions[1].skip: question “h” is asked later, so it cannot decide this"],
    );
    check(
        |edition, words| {
            skip(edition, 3, json!({"question": "f", "has": [1]}));
            word(words, "f");
        },
        expect!["edition.questions[3].skip: routing goes in a circle: f → f"],
    );
    check(
        |edition, _| skip(edition, 2, json!({"question": "w", "applies": true})),
        expect!["edition.questions[2].skip: question “d” can never be reached: every answer skips it"],
    );
    check(
        |edition, _| edition["questions"][0]["end"] = json!({"question": "w", "has": [1]}),
        expect!["edition.questions[0].end: should speak only of the question that it stands in"],
    );
    check(
        |edition, _| edition["questions"][0]["end"] = json!({"question": "k", "applies": true}),
        expect!["edition.questions[1]: question “w” can never be reached: the flow always ends before it"],
    );
    check(
        |edition, words| {
            skip(edition, 5, json!({"question": "d", "applies": true}));
            without_landmarks(edition, words);
        },
        expect![[r#""#]],
    );
    check(
        |edition, words| {
            edition["questions"][0]["end"] = json!({"question": "k", "has": [1, 2, 3, 4, 9]});
            edition["questions"][1]["end"] = json!({"question": "w", "applies": true});
            skip(edition, 5, json!({"question": "w", "applies": true}));
            word(words, "h");
        },
        expect!["edition.questions[2]: question “d” can never be reached: the flow always ends before it"],
    );
    check(
        |edition, _| edition["questions"].as_array_mut().unwrap().swap(1, 2),
        expect!["edition.headings: should hold every question once, in the order of asking"],
    );
}

#[test]
fn a_landmark_answers_as_a_person_could() {
    check(
        |edition, _| edition["landmarks"][0]["answers"]["d"] = json!([1, 2]),
        expect!["edition.landmarks[0]: its answers to “d” cannot be chosen together"],
    );
    check(
        |edition, _| edition["landmarks"][0]["answers"]["k"] = json!([1, 9]),
        expect!["edition.landmarks[0]: its answers to “k” cannot be chosen together"],
    );
    check(
        |edition, _| edition["landmarks"][0]["answers"]["k"] = json!([]),
        expect!["edition.landmarks[0].answers.k: should name at least one option"],
    );
    check(
        |edition, _| remove(&mut edition["landmarks"][0]["answers"], "h"),
        expect![[r#"
        edition.landmarks[0]: does not answer “h”, which applies
        edition.landmarks[0]: the answer to “h” cannot be inferred: there is none"#]],
    );
    check(
        |edition, _| edition["landmarks"][24]["answers"]["d"] = json!([1]),
        expect!["edition.landmarks[24]: answers “d”, which does not apply"],
    );
    check(
        |edition, _| edition["landmarks"][24]["answers"]["k"] = json!([9]),
        expect![[r#"
        edition.landmarks[24]: answers “w”, which does not apply
        edition.landmarks[24]: answers “f”, which does not apply
        edition.landmarks[24]: answers “h”, which does not apply"#]],
    );
    check(
        |edition, _| edition["landmarks"][24]["inferred"] = json!(["d"]),
        expect!["edition.landmarks[24]: the answer to “d” cannot be inferred: there is none"],
    );
}

#[test]
fn an_address_is_safe_to_follow() {
    check(
        |edition, _| edition["landmarks"][0]["source"] = json!("javascript:alert(1)"),
        expect!["edition.landmarks[0].source: should be an address that begins with https:, http: or mailto:"],
    );
    check(
        |edition, _| edition["contact"] = json!("data:text/html,x"),
        expect!["edition.contact: should be an address that begins with https:, http: or mailto:"],
    );
    check(|edition, _| edition["contact"] = json!("mailto:map@example.org"), expect![[r#""#]]);
}

#[test]
fn an_answer_that_stands_alone_is_one_of_the_question() {
    check(
        |edition, _| edition["questions"][0]["exclusive"] = json!([8]),
        expect!["edition.questions[0].exclusive[0]: question “k” has no option 8"],
    );
}

#[test]
fn options_end_with_not_sure() {
    check(
        |edition, _| edition["questions"][2]["options"] = json!([1, 2, 3]),
        expect![
            "edition.questions[2].options: should end with 0, which is always “not sure, or it varies”, after at least one other"
        ],
    );
    check(
        |edition, _| edition["questions"][2]["options"] = json!([0, 1, 2, 3]),
        expect![[
            r#"edition.questions[2].options: should end with 0, which is always “not sure, or it varies”, after at least one other"#
        ]],
    );
    check(
        |edition, _| edition["questions"][2]["options"] = json!([0]),
        expect![
            "edition.questions[2].options: should end with 0, which is always “not sure, or it varies”, after at least one other"
        ],
    );
    check(
        |edition, _| edition["questions"][2]["options"] = json!([1, 2, 3, 10, 0]),
        expect![[r#"
            edition.questions[2].options[3]: should be a whole number from 0 to 9
            edition.questions[2].options[4]: the digit 0 is already another option's"#]],
    );
}

/// Makes one change to the two files of the edition in English, and compares the faults that follow.
fn check(change: impl FnOnce(&mut Value, &mut Value), expected: Expect) {
    let (mut structure, mut words) = (json("edition"), json("en"));
    change(&mut structure, &mut words);
    expected.assert_eq(&faults(plain(&structure), plain(&words)));
}

fn without_landmarks(edition: &mut Value, words: &mut Value) {
    (edition["landmarks"], words["countries"]) = (json!([]), json!({}));
}

fn remove(object: &mut Value, key: &str) {
    object.as_object_mut().unwrap().remove(key).unwrap();
}
