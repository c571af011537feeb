//! Answers that other programs give, and codes as data.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{combinations, english};
use peer_map::classification::{Layout, classify, json, read_answers, reading};
use peer_map::edition::Plain;
use peer_map::flow::replay;
use peer_map::link::{Source, decode, encode};
use serde_json::{Value, json};

fn plain(value: &Value) -> Plain {
    serde_json::from_value(value.clone()).unwrap()
}

fn data(plain: &Plain) -> Value {
    serde_json::from_str(&json(plain, Layout::Indented)).unwrap()
}

#[test]
fn what_a_classification_says_is_read_back() {
    let mut seen = 0;
    combinations(&["1", "37", "7", "0"], &["1", "46", "0"], |answers| {
        let classified = data(&classify(english(), answers, None));
        let read = read_answers(english(), &plain(&classified["answers"])).unwrap();
        assert_eq!(read, replay(english(), answers).answers(english()));
        assert_eq!(classified["code"].as_str(), encode(english(), &read, None).as_deref());
        seen += 1;
    });
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn the_order_of_digits_is_of_no_matter() {
    let read = |value| read_answers(english(), &plain(&value)).unwrap();
    assert_eq!(read(json!({"w": [4, 1, 4], "k": [1]})), read(json!({"k": [1], "w": [1, 4]})));
    assert_eq!(read(json!({"k": []})), read(json!({})));
}

#[test]
fn the_first_answer_that_is_none_is_named() {
    for (value, fault) in [
        (json!(null), "answers: should be a map from letters to lists of digits, such as {\"k\": [1, 3]}"),
        (json!([]), "answers: should be a map from letters to lists of digits, such as {\"k\": [1, 3]}"),
        (json!({"x": [1]}), "answers.x: there is no such question"),
        (json!({"kw": [1]}), "answers.kw: there is no such question"),
        (json!({"": [1]}), "answers.: there is no such question"),
        (json!({"k": 1}), "answers.k: should be a list of digits"),
        (json!({"k": [1, 8]}), "answers.k: has something that is no option of this question"),
        (json!({"k": ["1"]}), "answers.k: has something that is no option of this question"),
        (json!({"k": [1.5]}), "answers.k: has something that is no option of this question"),
        (json!({"k": [-1]}), "answers.k: has something that is no option of this question"),
        (json!({"k": [10]}), "answers.k: has something that is no option of this question"),
        (json!({"k": [1, 9]}), "answers.k: has options that cannot be chosen together"),
        (json!({"d": [1, 2]}), "answers.d: has options that cannot be chosen together"),
    ] {
        assert_eq!(read_answers(english(), &plain(&value)).unwrap_err().to_string(), fault);
    }
}

#[test]
fn a_whole_code_is_its_classification_without_problems() {
    let code = "ps1-k13w14d2f4p14h3-g";
    let read = decode(english(), code, Source::Link);
    let mut said = data(&reading(english(), &read));
    assert_eq!(said["problems"].take(), json!([]));
    said.as_object_mut().unwrap().remove("problems");
    assert_eq!(said, data(&classify(english(), &read.answers, None)));
}

#[test]
fn a_damaged_code_has_no_code() {
    let said = data(&reading(english(), &decode(english(), "ps1-k13w14-0", Source::Link)));
    assert_eq!(said["code"], Value::Null);
    assert_eq!(said["answers"], json!({"k": [1, 3], "w": [1, 4]}));
    assert_eq!(said["problems"][0]["problem"], "check");
    // It is about the code as a whole, whose place is behind it.
    assert_eq!(said["problems"][0]["at"], 13);
    assert!(said["problems"][0]["message"].as_str().unwrap().contains("check character"));
}
