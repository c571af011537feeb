//! The rule for whoever makes the next version of an edition: every way to break it is told, with its path.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod later;

use edition_files::{LANGUAGES, english};
use expect_test::{Expect, expect};
use later::{changed, later, third, without_places};
use peer_map::edition::Edition;
use peer_map::edition::succession::faults;
use serde_json::{Value, json};

fn told(older: &Edition, newer: Result<Edition, String>) -> String {
    match newer {
        Ok(newer) => faults(older, &newer).iter().map(|fault| format!("{fault}\n")).collect(),
        Err(faults) => faults,
    }
}

/// Compares what is told of a changed `ps2` as what follows `ps1`.
fn check(change: impl FnOnce(&mut Value, &mut Value), expected: Expect) {
    expected.assert_eq(&told(english(), changed(change)));
}

fn changes(structure: &mut Value) -> &mut Vec<Value> {
    structure["changes"].as_array_mut().unwrap()
}

#[test]
fn the_test_editions_follow_one_another() {
    for tag in LANGUAGES {
        assert_eq!(later(tag).id(), "ps2");
    }
    assert_eq!(told(english(), changed(|_, _| {})), "");
    assert_eq!(told(&later("en"), Ok(third())), "");
    assert_eq!(english().changes, []);
}

#[test]
fn what_is_said_may_be_done() {
    let none = without_places(1, json!([])).unwrap();
    let with = changed(|structure, _| drop(changes(structure)[3].as_object_mut().unwrap().remove("option")));
    assert_eq!(told(&none, with), "", "a question is added with its options");
    let split = json!({"version": 2, "question": "p", "option": 7, "change": "split", "into": [6, 8]});
    let third = changed(|structure, words| {
        structure["version"] = json!(3);
        structure["questions"][4]["options"] = json!([1, 2, 3, 8, 4, 5, 6, 0]);
        let options = words["questions"]["p"]["options"].as_object_mut().unwrap();
        let before = options.remove("7").unwrap();
        options.insert("8".to_owned(), before);
        changes(structure).push(split);
        changes(structure)[4]["version"] = json!(3);
    });
    assert_eq!(told(&later("en"), third), "", "a part may be an option that was there");
}

#[test]
fn nothing_goes_or_comes_in_silence() {
    check(
        |structure, _| drop(changes(structure).remove(0)),
        expect![[r#"
        words.questions.k.options.2.text: differs from ps1: “changes” should say that it was “renamed”, or what means something else have another id
    "#]],
    );
    check(
        |structure, _| drop(changes(structure).remove(1)),
        expect![[r#"
        edition.changes: “w6” of ps1 is gone: should say that it was “retired” or “split”
    "#]],
    );
    check(
        |structure, _| drop(changes(structure).remove(2)),
        expect![[r#"
        edition.changes: “f3” of ps1 is gone: should say that it was “retired” or “split”
        edition.questions[3].options: “f5” is new: “changes” should say that it was “added”, or what was “split” into it
        edition.questions[3].options: “f6” is new: “changes” should say that it was “added”, or what was “split” into it
    "#]],
    );
    check(
        |structure, _| drop(changes(structure).remove(3)),
        expect![[r#"
        edition.questions[4].options: “p7” is new: “changes” should say that it was “added”, or what was “split” into it
    "#]],
    );
    let gone = without_places(2, json!([]));
    expect![[r#"
        edition.changes: “p” of ps1 is gone: should say that it was “retired”
    "#]]
    .assert_eq(&told(english(), gone));
    let none = without_places(1, json!([])).unwrap();
    expect![[r#"
        edition.questions[4]: “p” is new: “changes” should say that it was “added”
    "#]]
    .assert_eq(&told(&none, changed(|structure, _| drop(changes(structure).remove(3)))));
}

#[test]
fn a_digit_is_never_used_again() {
    // In the version that retires it, for something else.
    check(
        |structure, words| {
            structure["questions"][1]["options"] = json!([1, 2, 3, 4, 5, 6, 7, 0]);
            words["questions"]["w"]["options"]["6"] = json!({"text": "Sing", "short": "Sing"});
        },
        expect![[r#"
            edition.changes[1]: “w6” is gone after this, but the edition has it
        "#]],
    );
    // Without a word.
    check(
        |structure, words| {
            changes(structure).remove(1);
            structure["questions"][1]["options"] = json!([1, 2, 3, 4, 5, 6, 7, 0]);
            words["questions"]["w"]["options"]["6"] = json!({"text": "Sing", "short": "Sing"});
        },
        expect![[r#"
            words.questions.w.options.6.text: differs from ps1: “changes” should say that it was “renamed”, or what means something else have another id
        "#]],
    );
    // In a later version: openly, and with the list begun anew.
    let again = |structure: &mut Value, words: &mut Value| {
        structure["version"] = json!(3);
        structure["questions"][1]["options"] = json!([1, 2, 3, 4, 5, 6, 7, 0]);
        words["questions"]["w"]["options"]["6"] = json!({"text": "Sing", "short": "Sing"});
    };
    let added = json!({"version": 3, "question": "w", "option": 6, "change": "added"});
    let openly = changed(|structure, words| {
        again(structure, words);
        changes(structure).push(added.clone());
    });
    expect![[r#"
        edition.changes[1]: “w6” is gone after this, but the edition has it
        edition.changes[4]: “w6” was retired or split before, and ids are never used again
    "#]]
    .assert_eq(&told(&later("en"), openly));
    let anew = changed(|structure, words| {
        again(structure, words);
        structure["changes"] = json!([added.clone()]);
    });
    expect![[r#"
        edition.changes[0]: should be as in ps2, whose list it continues
    "#]]
    .assert_eq(&told(&later("en"), anew));
    // As a part of something else.
    let into = json!({"version": 2, "question": "w", "option": 3, "change": "split", "into": [6, 8]});
    check(
        |structure, _| changes(structure).push(into),
        expect![[r#"
        edition.changes[4]: “w3” is gone after this, but the edition has it
        edition.changes[4]: “w6” was retired or split before, and ids are never used again
        edition.changes[4]: “w8” is not in the edition, and no change takes it away
    "#]],
    );
    // What is there already is not added.
    let there = json!({"version": 2, "question": "p", "option": 6, "change": "added"});
    check(
        |structure, _| changes(structure).push(there),
        expect![[r#"
            edition.changes[4]: “p6” was there before
        "#]],
    );
}

#[test]
fn a_letter_is_never_used_again() {
    let retired = json!({"version": 2, "question": "p", "change": "retired"});
    let second = without_places(2, json!([retired])).unwrap();
    assert_eq!(told(english(), Ok(second.clone())), "");
    check(
        |structure, _| changes(structure).push(retired.clone()),
        expect![[r#"
        edition.changes[4]: “p” is gone after this, but the edition has it
    "#]],
    );
    let again = changed(|structure, _| {
        structure["version"] = json!(3);
        structure["changes"] = json!([retired, {"version": 3, "question": "p", "change": "added"}]);
    });
    expect![[r#"
        edition.changes[0]: “p” is gone after this, but the edition has it
        edition.changes[1]: “p” was retired or split before, and ids are never used again
    "#]]
    .assert_eq(&told(&second, again));
}

#[test]
fn the_list_only_grows() {
    let shorter = changed(|structure, _| {
        structure["version"] = json!(3);
        changes(structure).remove(1);
    });
    expect![[r#"
        edition.changes[1]: should be as in ps2, whose list it continues
    "#]]
    .assert_eq(&told(&later("en"), shorter));
    let none = changed(|structure, _| {
        structure["version"] = json!(3);
        structure.as_object_mut().unwrap().remove("changes");
    });
    expect![[r#"
        edition.changes[0]: should be as in ps2, whose list it continues
    "#]]
    .assert_eq(&told(&later("en"), none));
    let afterwards = changed(|structure, _| {
        structure["version"] = json!(3);
        changes(structure).push(json!({"version": 2, "question": "k", "option": 3, "change": "renamed"}));
    });
    expect![[r#"
        edition.changes[4].version: should be 3: ps2 was made without this change
    "#]]
    .assert_eq(&told(&later("en"), afterwards));
}

#[test]
fn the_list_says_what_is_so() {
    let renamed = json!({"version": 2, "question": "k", "option": 1, "change": "renamed"});
    check(
        |structure, _| changes(structure).push(renamed),
        expect![[r#"
        edition.changes[4]: “k1” is called as in ps1
    "#]],
    );
    let retired = json!({"version": 2, "question": "w", "option": 8, "change": "retired"});
    check(
        |structure, _| changes(structure).push(retired),
        expect![[r#"
        edition.changes[4]: ps1 has no “w8”
    "#]],
    );
    check(
        |_, words| words["questions"]["h"]["text"] = json!("Who is in charge?"),
        expect![[r#"
        words.questions.h.text: differs from ps1: “changes” should say that it was “renamed”, or what means something else have another id
    "#]],
    );
}

#[test]
fn a_version_follows_the_one_before_it() {
    check(
        |structure, _| structure["version"] = json!(3),
        expect![[r#"
        edition.version: should be 2, since ps1 is the version before it
    "#]],
    );
    expect![[r#"
        edition.languages: the original should be en, as that of ps1 is
    "#]]
    .assert_eq(&told(english(), Ok(later("fr"))));
}

#[test]
fn what_could_be_answered_can_be_answered() {
    check(
        |structure, _| structure["questions"][0]["exclusive"] = json!([2, 9]),
        expect![[r#"
        edition.questions[0]: “k12” was an answer in ps1, and is none now: what is asked otherwise should be a question of its own
    "#]],
    );
    // To allow more is no loss.
    check(|structure, _| structure["questions"][2]["choose"] = json!("many"), expect![""]);
}
