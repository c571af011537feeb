//! The test vectors that are published with the link format, and the examples in its text, are what this library does.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod link_check;

use edition_files::{answers, english};
use link_check::check_character;
use peer_map::edition::Answers;
use peer_map::link::{Name, Problem, Programme, Source, decode, decode_group, encode, encode_group};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const VECTORS: &str = include_str!("../docs/link-format.json");
const FORMAT: &str = include_str!("../docs/link-format.md");

fn each(part: &str, check: impl Fn(&Value)) {
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    let vectors = vectors[part].as_array().unwrap();
    assert!(vectors.len() >= 5, "{part}");
    vectors.iter().for_each(check);
}

fn text<'v>(vector: &'v Value, key: &str) -> &'v str {
    vector[key].as_str().unwrap()
}

fn written(answers: &Answers) -> Value {
    let answered = english().questions.iter().filter(|question| !answers.get(question.id).is_empty());
    let digits = |question: &peer_map::edition::Question| -> Vec<u8> {
        answers.get(question.id).iter().map(|digit| digit.value()).collect()
    };
    let entries = answered.map(|question| (question.letter.to_string(), json!(digits(question))));
    Value::Object(entries.collect::<Map<String, Value>>())
}

fn given(vector: &Value) -> Answers {
    let entry = |(letter, digits): (&String, &Value)| {
        let digits: Vec<String> = digits.as_array().unwrap().iter().map(Value::to_string).collect();
        letter.clone() + &digits.concat()
    };
    let words: Vec<String> = vector["answers"].as_object().unwrap().iter().map(entry).collect();
    answers(&words.join(" "))
}

fn name(vector: &Value) -> Option<Name> {
    vector.get("name").map(|name| Name::new(name.as_str().unwrap()).unwrap())
}

fn told(problems: &[Problem]) -> Value {
    let one = |problem: &Problem| json!({"problem": problem.id(), "at": problem.at, "length": problem.length});
    problems.iter().map(one).collect()
}

fn source(vector: &Value) -> Source {
    match text(vector, "from") {
        "link" => Source::Link,
        "typed" => Source::Typed,
        other => panic!("{other}"),
    }
}

#[test]
fn check_characters() {
    each("check", |vector| {
        assert_eq!(check_character(text(vector, "of")).to_string(), text(vector, "check"), "{vector}");
    });
}

#[test]
fn codes_of_one_programme() {
    each("codes", |vector| {
        let code = text(vector, "code");
        assert_eq!(encode(english(), &given(vector), name(vector).as_ref()).as_deref(), Some(code));
        let reading = decode(english(), code, Source::Link);
        assert_eq!((written(&reading.answers), reading.name), (vector["answers"].clone(), name(vector)), "{code}");
        assert!(reading.checked && reading.problems.is_empty(), "{code}");
    });
}

#[test]
fn answers_off_the_route_are_not_written() {
    each("off_route", |vector| {
        assert_eq!(encode(english(), &given(vector), None).as_deref(), Some(text(vector, "code")), "{vector}");
    });
}

#[test]
fn codes_of_groups() {
    each("groups", |vector| {
        let code = text(vector, "code");
        let programmes = vector["programmes"].as_array().unwrap().iter();
        let programmes: Vec<Programme> =
            programmes.map(|programme| Programme { name: name(programme), answers: given(programme) }).collect();
        assert_eq!(encode_group(english(), &programmes).as_deref(), Some(code));
        let reading = decode_group(english(), code, Source::Link);
        let read: Vec<Programme> = reading.programmes.into_iter().map(|(programme, _)| programme).collect();
        assert_eq!((read, reading.checked, reading.problems), (programmes, true, vec![]), "{code}");
    });
}

#[test]
fn texts_that_hold_a_code() {
    each("texts", |vector| {
        let reading = decode(english(), text(vector, "text"), source(vector));
        assert_eq!((reading.text.as_str(), &reading.problems[..]), (text(vector, "code"), &[][..]), "{vector}");
        assert_eq!(Some(reading.checked), vector["checked"].as_bool(), "{vector}");
    });
}

#[test]
fn damaged_codes() {
    each("damaged", |vector| {
        let reading = decode(english(), text(vector, "text"), source(vector));
        assert_eq!(told(&reading.problems), vector["problems"], "{vector}");
        assert_eq!(written(&reading.answers), vector["answers"], "{vector}");
    });
}

#[test]
fn damaged_groups() {
    each("damaged_groups", |vector| {
        let reading = decode_group(english(), text(vector, "text"), source(vector));
        assert_eq!(told(&reading.problems), vector["problems"], "{vector}");
        let offered = vector["programmes"].as_array().unwrap().iter();
        let offered: Vec<Programme> =
            offered.map(|programme| Programme { name: name(programme), answers: given(programme) }).collect();
        let read: Vec<Programme> = reading.programmes.into_iter().map(|(programme, _)| programme).collect();
        assert_eq!(read, offered, "{vector}");
    });
}

#[test]
fn every_problem_of_the_text_is_among_the_vectors() {
    let table = FORMAT.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    let words: BTreeSet<&str> = table.map(|(word, _)| word).filter(|word| !word.contains('-')).collect();
    assert_eq!(words.len(), 10, "{words:?}");
    for word in words {
        assert!(VECTORS.contains(&format!("\"problem\": \"{word}\"")), "{word}");
    }
}

#[test]
fn the_examples_of_the_text_are_codes() {
    let code = |word: &&str| word.starts_with("ps1-") && word.contains(|digit: char| digit.is_ascii_digit());
    let codes: Vec<&str> = FORMAT.split(['`', '#', '\n', ' ']).filter(code).collect();
    assert!(codes.len() >= 6, "{codes:?}");
    for code in codes {
        let one = decode(english(), code, Source::Typed).problems;
        let group = decode_group(english(), code, Source::Typed).problems;
        assert!(one.is_empty() || group.is_empty(), "{code}: {one:?} {group:?}");
    }
}
