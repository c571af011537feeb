//! The edition: its languages are whole, and a fault in its words is told with its path.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{LANGUAGES, edition, english, faults, json, plain};
use expect_test::{Expect, expect};
use peer_map::edition::{Edition, Phrase, Review, Status};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn every_language_is_whole() {
    for tag in LANGUAGES {
        let edition = edition(tag);
        assert_eq!((edition.id().as_str(), edition.spoken().tag.as_str()), ("ps1", tag));
    }
}

#[test]
fn every_language_has_the_same_keys() {
    let keys = |tag: &str| {
        let mut keys = BTreeSet::new();
        collect_keys(&json(tag), "", &mut keys);
        keys
    };
    let english = keys("en");
    for tag in LANGUAGES {
        let other = keys(tag);
        let differ: Vec<&String> = english.symmetric_difference(&other).collect();
        assert!(differ.is_empty(), "{tag}.json and en.json differ: {differ:?}");
    }
}

#[test]
fn every_language_differs_only_in_words() {
    let numbered = |edition: Edition| {
        let kinds: Vec<_> = edition.kinds.into_iter().map(|kind| (kind.id, kind.needs, kind.typical)).collect();
        let questions = edition.questions.into_iter();
        let questions: Vec<_> = questions.map(|one| (one.letter, one.many, one.exclusive, one.skip, one.end)).collect();
        let landmarks: Vec<_> = edition.landmarks.into_iter().map(|one| (one.id, one.answers)).collect();
        (kinds, questions, landmarks)
    };
    assert_eq!(numbered(edition("fr")), numbered(edition("en")));
    assert_eq!(numbered(edition("zh-Hans")), numbered(edition("en")));
}

#[test]
fn the_edition_says_what_it_is() {
    let edition = english();
    assert_eq!(edition.status, Status::Working);
    assert_eq!(edition.citation.doi, "10.1111/hex.14034");
    let reviews: Vec<Review> = edition.languages.iter().map(|language| language.review).collect();
    assert_eq!(reviews, [Review::Original, Review::Unreviewed, Review::Unreviewed]);
}

#[test]
fn a_template_is_filled_by_name_and_never_twice() {
    let edition = english();
    let text = edition.words[Phrase::QuestionOf].fill(&[("total", "{n}"), ("n", "2")]);
    assert_eq!(text, "Question 2 of {n}");
}

#[test]
fn a_word_is_neither_missing_nor_left_over() {
    check(|_, words| remove(&mut words["interface"], "back"), expect!["words.interface: “back” is missing"]);
    check(
        |_, words| words["interface"]["forward"] = json!("Forward"),
        expect!["words.interface.forward: is not known here"],
    );
    check(
        |_, words| remove(&mut words["questions"]["w"]["options"]["5"], "text"),
        expect!["words.questions.w.options.5: “text” is missing"],
    );
    check(
        |_, words| remove(&mut words["questions"]["w"]["options"], "5"),
        expect!["words.questions.w.options: “5” is missing"],
    );
    check(
        |_, words| words["questions"]["w"]["options"]["8"] = json!({}),
        expect!["words.questions.w.options.8: is not known here"],
    );
    check(|_, words| remove(&mut words["questions"], "h"), expect!["words.questions: “h” is missing"]);
    check(
        |_, words| remove(&mut words["questions"]["d"], "skipped"),
        expect!["words.questions.d: “skipped” is missing"],
    );
    check(
        |_, words| words["questions"]["k"]["skipped"] = json!("never"),
        expect!["words.questions.k.skipped: is not known here"],
    );
    check(|_, words| remove(&mut words["kinds"], "outreach"), expect!["words.kinds: “outreach” is missing"]);
    check(|_, words| words["kinds"]["inreach"] = json!({}), expect!["words.kinds.inreach: is not known here"]);
    check(|_, words| words["headings"]["roles"] = json!(""), expect!["words.headings.roles: is empty"]);
    check(
        |_, words| words["headings"]["roles"] = json!(" Roles"),
        expect!["words.headings.roles: begins or ends with a space"],
    );
    check(
        |_, words| words["kinds"]["natural"]["short"] = json!("Help among friends and neighbours"),
        expect!["words.kinds.natural.short: is 29 letters long; figures have room for 22"],
    );
    check(|_, words| words["territory"]["rows"]["0"] = json!({}), expect!["words.territory.rows.0: is not known here"]);
    check(|_, words| words["countries"]["DE"] = json!("Germany"), expect!["words.countries.DE: is not known here"]);
}

#[test]
fn a_phrase_has_just_its_slots() {
    check(
        |_, words| words["interface"]["question_of"] = json!("Question {n}"),
        expect!["words.interface.question_of: should contain {total}"],
    );
    check(
        |_, words| words["interface"]["back"] = json!("Back to {n}"),
        expect!["words.interface.back: {n} is not known here"],
    );
    check(
        |_, words| words["interface"]["colon"] = json!("{lable}:"),
        expect![[r#"
        words.interface.colon: should contain {label}
        words.interface.colon: {lable} is not known here"#]],
    );
    check(
        |_, words| words["interface"]["back"] = json!("Back {}"),
        expect!["words.interface.back: {} is not known here"],
    );
    check(|_, words| words["interface"]["question_of"] = json!("{total} questions: {n} of {total}"), expect![[r#""#]]);
}

#[test]
fn what_is_no_edition_at_all_is_told() {
    check(
        |edition, words| (*edition, *words) = (json!(null), json!("words")),
        expect![[r#"
            edition: should be an object
            words: should be an object"#]],
    );
    check(
        |edition, _| *edition = json!([]),
        expect![[r#"
            edition: should be an object
            words.language: “en” is not among the languages of the edition"#]],
    );
    check(
        |edition, _| *edition = json!({}),
        expect![[r#"
            edition: “questions” is missing
            edition: “languages” is missing
            edition: “id” is missing
            edition: “version” is missing
            edition: “status” is missing
            edition: “citation” is missing
            words.language: “en” is not among the languages of the edition"#]],
    );
    check(
        |_, words| *words = json!({"language": "en"}),
        expect![[r#"
            words: “headings” is missing
            words: “questions” is missing
            words: “kinds” is missing
            words: “territory” is missing
            words: “countries” is missing
            words: “interface” is missing"#]],
    );
}

#[test]
fn all_faults_are_told_at_once() {
    check(
        |edition, words| {
            edition["version"] = json!(-1);
            edition["questions"][2]["skip"]["question"] = json!("x");
            edition["kinds"][3]["needs"][2]["not"][0]["has"] = json!([9]);
            edition["landmarks"][0]["source"] = json!("about:blank");
            edition["colour"] = json!("red");
            remove(&mut words["interface"], "title");
            words["interface"]["or"] = json!(7);
        },
        expect![[r#"
            edition.colour: is not known here
            edition.version: should be a whole number from 0 to 999
            edition.questions[2].skip.question: there is no question “x”
            edition.kinds[3].needs[2].not[0].has[0]: question “d” has no option 9
            edition.landmarks[0].source: should be an address that begins with https:, http: or mailto:
            words.interface: “title” is missing
            words.interface.or: should be text"#]],
    );
}

/// Makes one change to the two files of the edition in English, and compares the faults that follow.
fn check(change: impl FnOnce(&mut Value, &mut Value), expected: Expect) {
    let (mut structure, mut words) = (json("edition"), json("en"));
    change(&mut structure, &mut words);
    expected.assert_eq(&faults(plain(&structure), plain(&words)));
}

fn remove(object: &mut Value, key: &str) {
    object.as_object_mut().unwrap().remove(key).unwrap();
}

fn collect_keys(value: &Value, path: &str, keys: &mut BTreeSet<String>) {
    keys.insert(path.to_owned());
    if let Value::Object(entries) = value {
        for (key, value) in entries {
            collect_keys(value, &format!("{path}.{key}"), keys);
        }
    }
}
