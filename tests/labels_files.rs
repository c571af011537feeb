//! The files of labels: every fault is told by its path.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{english, plain};
use expect_test::{Expect, expect};
use peer_map::edition::{Label, Labels, RawLabels};
use serde_json::{Value, json};

/// Two labels of no edition.
fn small() -> (Value, Value) {
    let structure = json!([
        {"id": "one", "language": "en", "name": "Night owl", "also": ["owl"], "kinds": ["bridge"],
         "uses": ["https://a.example/1"], "unlike": ["two"]},
        {"id": "two", "language": "fr", "name": "Hibou de nuit", "also": [], "kinds": ["bridge", "mutual"],
         "uses": ["https://a.example/2", "http://b.example"], "unlike": []},
    ]);
    let words = json!({
        "one": {"uses": [{"where": "Here", "meaning": "A bird."}], "unlike": {"two": "Another bird."}},
        "two": {"gloss": "horned owl", "unlike": {},
                "uses": [{"where": "Here", "meaning": "A bird."}, {"where": "There", "meaning": "None."}]},
    });
    (structure, words)
}

fn read(structure: &Value, words: &Value) -> Result<Labels, String> {
    let raw = RawLabels { structure: plain(structure), words: plain(words) };
    Labels::read(english(), &raw).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })
}

/// Makes one change to the two small files, and compares the faults that follow.
fn check(change: impl FnOnce(&mut Value, &mut Value), expected: Expect) {
    let (mut structure, mut words) = small();
    change(&mut structure, &mut words);
    expected.assert_eq(&read(&structure, &words).err().unwrap_or_default());
}

#[test]
fn labels_are_read() {
    let (structure, words) = small();
    let labels = read(&structure, &words).unwrap();
    let owl = labels.find("night owl").unwrap();
    assert_eq!((owl.id.as_str(), owl.uses[0].source.as_str()), ("one", "https://a.example/1"));
    let unlike: Vec<_> = labels.unlike(owl).map(|(other, text)| (other.id.as_str(), text)).collect();
    assert_eq!(unlike, [("two", "Another bird.")]);
}

#[test]
fn what_leads_nowhere_is_told_by_its_path() {
    check(|_, _| {}, expect![[""]]);
    check(
        |labels, _| labels[0]["kinds"][0] = json!("brigde"),
        expect!["labels[0].kinds[0]: there is no kind “brigde”"],
    );
    check(
        |labels, _| labels[0]["unlike"][0] = json!("three"),
        expect![[r#"
        labels[0].unlike[0]: there is no label “three”
        words.one.unlike.two: is not known here"#]],
    );
    check(|labels, _| labels[0]["colour"] = json!("brown"), expect!["labels[0].colour: is not known here"]);
    check(
        |labels, _| labels[0]["language"] = json!("../en"),
        expect!["labels[0].language: should be letters, digits and hyphens, such as “zh-Hans”"],
    );
    check(
        |labels, _| labels[0]["unlike"][0] = json!("one"),
        expect![[r#"
        words.one.unlike.two: is not known here
        words.one.unlike: “one” is missing
        labels[0].unlike: names the label itself"#]],
    );
    check(
        |labels, _| labels[1]["id"] = json!("one"),
        expect![[r#"
        labels[1]: this id is already another label's
        words.two: is not known here
        labels[0].unlike[0]: there is no label “two”
        words.one.uses: should be as many as the sources: 2, not 1
        words.one.unlike.two: is not known here"#]],
    );
    check(|_, words| words["three"] = json!({}), expect!["words.three: is not known here"]);
    check(|_, words| words["one"]["unlike"] = json!({}), expect!["words.one.unlike: “two” is missing"]);
    check(|_, words| words["two"]["unlike"]["one"] = json!("No."), expect!["words.two.unlike.one: is not known here"]);
    check(
        |_, words| words["two"]["uses"][1]["when"] = json!("Now"),
        expect!["words.two.uses[1].when: is not known here"],
    );
}

#[test]
fn every_use_has_its_source() {
    check(
        |labels, _| labels[0]["uses"][0] = json!("javascript:alert(1)"),
        expect!["labels[0].uses[0]: should be an address that begins with https:, http: or mailto:"],
    );
    check(
        |labels, _| labels[0]["uses"][0] = json!("mailto:a@b.example"),
        expect!["labels[0].uses[0]: should be the address of a page"],
    );
    check(
        |labels, _| labels[1]["uses"] = json!(["https://a.example/2"]),
        expect!["words.two.uses: should be as many as the sources: 1, not 2"],
    );
    check(
        |labels, words| (labels[0]["uses"], words["one"]["uses"]) = (json!([]), json!([])),
        expect!["labels[0].uses: should name at least one source"],
    );
}

#[test]
fn no_text_leads_to_two_labels() {
    check(
        |labels, _| labels[1]["name"] = json!("NIGHT-OWLS"),
        expect!["labels[1].name: “NIGHT-OWLS” already leads to the label “one”"],
    );
    check(
        |labels, _| labels[1]["also"] = json!(["Owl"]),
        expect!["labels[1].also[0]: “Owl” already leads to the label “one”"],
    );
    check(
        |_, words| words["two"]["gloss"] = json!("owls"),
        expect!["words.two.gloss: “owls” already leads to the label “one”"],
    );
    check(|labels, _| labels[1]["name"] = json!("…"), expect!["labels[1].name: has no letters"]);
    check(|labels, _| labels[0]["also"] = json!(["night owls"]), expect![[""]]);
}

#[test]
fn what_are_no_labels_at_all_is_told() {
    check(
        |labels, words| (*labels, *words) = (json!({}), json!([])),
        expect![[r#"
        labels: should be a list
        words: should be an object"#]],
    );
    check(
        |labels, words| (labels[0], words["one"]) = (json!({"id": "one"}), json!({})),
        expect![[r#"
        labels[0]: “language” is missing
        labels[0]: “name” is missing
        labels[0]: “kinds” is missing
        labels[0]: “uses” is missing
        words.one: “uses” is missing"#]],
    );
}

#[test]
fn the_order_of_other_labels_is_kinds_then_language_then_fewer_kinds() {
    let kind = |id: &str| english().kinds.iter().position(|kind| kind.id == id).unwrap();
    let (structure, words) = small();
    let labels = read(&structure, &words).unwrap();
    let of = |kinds: &[usize], asked: Option<&Label>| -> Vec<String> {
        labels.of(kinds, asked).iter().map(|label| label.id.clone()).collect()
    };
    assert_eq!(of(&[kind("bridge"), kind("mutual")], None), ["two", "one"]);
    assert_eq!(of(&[kind("bridge")], None), ["one", "two"]);
    assert_eq!(of(&[kind("bridge")], labels.find("owl")), ["two"]);
    assert_eq!(of(&[kind("outreach")], None), Vec::<String>::new());
}
