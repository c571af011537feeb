//! Ids, types and names of an edition: each kind of fault is told with its path.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{faults, json, plain, text};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

#[test]
fn an_id_must_lead_somewhere() {
    check(
        |edition, _| edition["questions"][2]["skip"]["question"] = json!("x"),
        expect!["edition.questions[2].skip.question: there is no question “x”"],
    );
    check(
        |edition, _| edition["kinds"][0]["needs"][0]["has"] = json!([1, 7]),
        expect!["edition.kinds[0].needs[0].has[1]: question “f” has no option 7"],
    );
    check(
        |edition, _| edition["questions"][2]["skip"]["only"] = json!([8]),
        expect!["edition.questions[2].skip.only[0]: question “w” has no option 8"],
    );
    check(
        |edition, _| edition["headings"][1]["questions"][0] = json!("x"),
        expect![[r#"
            edition.headings[1].questions[0]: there is no question “x”
            edition.headings: should hold every question once, in the order of asking"#]],
    );
    check(
        |edition, _| edition["landmarks"][3]["countries"][0] = json!("XX"),
        expect!["words.countries: “XX” is missing"],
    );
    check(
        |edition, _| edition["landmarks"][3]["inferred"][0] = json!("x"),
        expect!["edition.landmarks[3].inferred[0]: there is no question “x”"],
    );
    check(
        |edition, _| edition["landmarks"][3]["answers"]["x"] = json!([1]),
        expect!["edition.landmarks[3].answers.x: there is no question “x”"],
    );
    check(
        |edition, _| edition["landmarks"][3]["answers"]["k"] = json!([8]),
        expect!["edition.landmarks[3].answers.k[0]: question “k” has no option 8"],
    );
    check(
        |edition, _| edition["territory"]["columns"] = json!("x"),
        expect![[r#"
            edition.territory.columns: there is no question “x”
            words.territory.columns.1: is not known here
            words.territory.columns.2: is not known here
            words.territory.columns.3: is not known here
            words.territory.columns.4: is not known here"#]],
    );
    check(
        |edition, _| edition["territory"]["shape"]["of"]["7"] = json!("star"),
        expect!["edition.territory.shape.of.7: is not known here"],
    );
    check(
        |edition, _| edition["territory"]["shape"]["of"]["01"] = json!("star"),
        expect!["edition.territory.shape.of.01: is not known here"],
    );
    check(
        |_, words| words["language"] = json!("de"),
        expect!["words.language: “de” is not among the languages of the edition"],
    );
}

#[test]
fn a_value_has_its_type() {
    check(
        |edition, _| edition["version"] = json!("1"),
        expect!["edition.version: should be a whole number from 0 to 999"],
    );
    check(
        |edition, _| edition["version"] = json!(1.5),
        expect!["edition.version: should be a whole number from 0 to 999"],
    );
    check(|edition, _| edition["id"] = json!("PS"), expect!["edition.id: should be lower-case letters a to z"]);
    check(
        |edition, _| edition["status"] = json!("draft"),
        expect!["edition.status: should be one of “working”, “published”, not “draft”"],
    );
    check(
        |edition, _| edition["kinds"] = json!({}),
        expect![[r#"
        edition.kinds: should be a list
        edition.kinds: should have at least one kind
        words.kinds.bridge: is not known here
        words.kinds.care-team: is not known here
        words.kinds.community-worker: is not known here
        words.kinds.improving: is not known here
        words.kinds.mentoring: is not known here
        words.kinds.mutual: is not known here
        words.kinds.natural: is not known here
        words.kinds.online: is not known here
        words.kinds.outreach: is not known here
        words.kinds.outside: is not known here
        words.kinds.peer-run: is not known here"#]],
    );
    check(
        |edition, _| edition["kinds"][0]["id"] = json!(7),
        expect![[r#"
            edition.kinds[0].id: should be text
            words.kinds.natural: is not known here
            words.kinds: “” is missing"#]],
    );
    check(
        |edition, _| edition["kinds"][0]["letter"] = json!("AB"),
        expect!["edition.kinds[0].letter: should be one capital, A to Z"],
    );
    check(
        |edition, _| edition["kinds"][0]["hue"] = json!(5),
        expect![[r#"
            edition.kinds[0].hue: should be a whole number from 0 to 4
            edition.kinds[0].hue: should be 1 to 4"#]],
    );
    check(
        |edition, _| edition["kinds"][0]["needs"] = json!([]),
        expect!["edition.kinds[0]: should need at least one thing"],
    );
    check(
        |edition, _| edition["kinds"][0]["needs"][0] = json!({"question": "f"}),
        expect!["edition.kinds[0].needs[0]: should have one of “has”, “only”, “applies” beside its question"],
    );
    check(
        |edition, _| edition["kinds"][0]["needs"][1]["applies"] = json!(false),
        expect!["edition.kinds[0].needs[1].applies: should be true; to say the opposite, put it under “not”"],
    );
    check(
        |edition, _| edition["kinds"][10]["certain"] = json!("yes"),
        expect!["edition.kinds[10].certain: should be true or false"],
    );
    check(
        |edition, _| edition["questions"][0]["choose"] = json!("two"),
        expect!["edition.questions[0].choose: should be one of “one”, “many”, not “two”"],
    );
    check(
        |edition, _| edition["questions"][0]["letter"] = json!("kk"),
        expect!["edition.questions[0].letter: should be one letter, a to z"],
    );
    check(
        |edition, _| edition["questions"] = json!([]),
        expect!["edition.questions: should have at least one question"],
    );
    check(
        |edition, _| edition["territory"]["spanning"] = json!([2]),
        expect!["edition.territory: the spanning rows should be the first ones"],
    );
    check(
        |edition, _| edition["landmarks"][0]["countries"] = json!("001"),
        expect!["edition.landmarks[0].countries: should be a list"],
    );
    check(
        |edition, _| edition["languages"][1]["tag"] = json!("../fr"),
        expect!["edition.languages[1].tag: should be letters, digits and hyphens, such as “zh-Hans”"],
    );
    check(
        |edition, _| edition["languages"][2]["direction"] = json!("up"),
        expect!["edition.languages[2].direction: should be one of “ltr”, “rtl”, not “up”"],
    );
    check(|_, words| words["interface"] = json!([]), expect!["words.interface: should be an object"]);
}

#[test]
fn a_name_is_used_once() {
    check(
        |edition, _| edition["questions"][1]["letter"] = json!("k"),
        expect!["edition.questions[1]: the letter “k” is already another question's"],
    );
    check(
        |edition, _| edition["questions"][1]["options"] = json!([1, 2, 2, 3, 4, 5, 6, 7, 0]),
        expect!["edition.questions[1].options[2]: the digit 2 is already another option's"],
    );
    check(
        |edition, _| edition["kinds"][1]["id"] = json!("natural"),
        expect![[r#"
            edition.kinds[1]: this id is already another kind's
            words.kinds.mutual: is not known here"#]],
    );
    check(
        |edition, _| edition["kinds"][1]["letter"] = json!("A"),
        expect!["edition.kinds[1]: this letter is already another kind's"],
    );
    check(
        |edition, _| edition["landmarks"][1]["id"] = json!("aa"),
        expect!["edition.landmarks[1]: this id is already another landmark's"],
    );
}

#[test]
fn a_key_is_used_once() {
    // Only the text of a file can show this: a value in memory has each key once.
    let twice = text("edition").replacen("\"version\": 1,", "\"version\": 1, \"version\": 2,", 1);
    let found = faults(serde_json::from_str(&twice).unwrap(), plain(&json("en")));
    expect!["edition.version: stands twice"].assert_eq(&found);
}

/// Makes one change to the two files of the edition in English, and compares the faults that follow.
fn check(change: impl FnOnce(&mut Value, &mut Value), expected: Expect) {
    let (mut structure, mut words) = (json("edition"), json("en"));
    change(&mut structure, &mut words);
    expected.assert_eq(&faults(plain(&structure), plain(&words)));
}
