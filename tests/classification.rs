//! Classifications as data: what they say, and that they are JSON.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;
mod place_oracle;

use edition_files::{answers, combinations, digits, english, letters, plain, question, random, ten_programmes};
use expect_test::expect_file;
use peer_map::classification::{Layout, classify, json};
use peer_map::edition::{Answers, Plain};
use peer_map::flow::replay;
use peer_map::link::{Name, Source, decode};
use peer_map::place::{SHOWN, place};
use place_oracle::Given;
use serde_json::{Map, Value};

fn read(answers: &Answers, name: Option<&str>) -> Value {
    let name = name.map(|name| Name::new(name).unwrap());
    serde_json::from_str(&json(&classify(english(), answers, name.as_ref()), Layout::Indented)).unwrap()
}

/// The digits of a value such as `[1, 3]`.
fn of(value: &Value) -> String {
    value.as_array().unwrap().iter().map(|digit| digit.as_u64().unwrap().to_string()).collect()
}

/// Answers as letters and digits, from an object of them.
fn read_letters(object: &Value) -> String {
    let words = object.as_object().unwrap().iter().map(|(letter, digits)| format!("{letter}{}", of(digits)));
    let mut words: Vec<String> = words.collect();
    // The reader of the tests sorts keys.
    words.sort_by_key(|word| question(word.chars().next().unwrap()));
    words.join(" ")
}

/// The kinds with how they match, from the table in words.
fn kinds_of(answers: &Answers) -> Vec<(String, &'static str)> {
    let digits: Vec<Vec<u8>> = ["k", "w", "d", "f", "p", "h"]
        .map(|letter| {
            digits(answers.get(question(letter.chars().next().unwrap()))).bytes().map(|byte| byte - b'0').collect()
        })
        .to_vec();
    let [k, w, d, f, p, h] = [0, 1, 2, 3, 4, 5].map(|index| digits[index].as_slice());
    let name = |full: Option<bool>| match full {
        Some(true) => "full",
        Some(false) => "possible",
        None => "nearest",
    };
    place_oracle::kinds(&Given { k, w, d, f, p, h })
        .into_iter()
        .map(|(kind, full)| (kind.to_owned(), name(full)))
        .collect()
}

/// What must hold of the classification of any answers.
fn check(answers: &Answers, name: Option<&str>) {
    let (read, given) = (read(answers, name), letters(&replay(english(), answers).answers(english())));
    assert_eq!(read_letters(&read["answers"]), given);
    assert_eq!(read["edition"], "ps1");
    assert_eq!(read.get("name").and_then(Value::as_str), name);
    match read["code"].as_str() {
        Some(code) => {
            let reading = decode(english(), code, Source::Link);
            assert!(reading.problems.is_empty(), "{code}: {:?}", reading.problems);
            assert_eq!((letters(&reading.answers), reading.name.as_ref().map(Name::as_str)), (given.clone(), name));
        }
        None => assert_eq!(given, ""),
    }
    let kinds = read["kinds"].as_array().unwrap();
    let found: Vec<(String, &str)> =
        kinds.iter().map(|kind| (kind["kind"].as_str().unwrap().to_owned(), kind["match"].as_str().unwrap())).collect();
    assert_eq!(found, kinds_of(answers), "{given}");
    for kind in kinds {
        for word in read_letters(&kind["because"]).split_whitespace() {
            let (letter, digits) = word.split_at(1);
            let all = given.split_whitespace().find_map(|word| word.strip_prefix(letter)).unwrap_or_default();
            assert!(digits.chars().all(|digit| all.contains(digit)), "{given}: because {word}");
        }
    }
    let placement = place(english(), answers);
    let shown: Vec<&str> = placement.fits.iter().map(|fit| fit.kind.id.as_str()).collect();
    let first: Vec<&str> = found.iter().take(SHOWN).map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(first, shown, "{given}: the first are those that a result shows");
}

#[test]
fn every_landmark_is_data() {
    for landmark in &english().landmarks {
        check(&landmark.answers, None);
        check(&landmark.answers, Some(&landmark.name));
    }
}

#[test]
fn all_sorts_of_answers_are_data() {
    let mut count = 0;
    combinations(&["0", "6", "7", "57", "1234567"], &["0", "13", "6"], |answers| {
        check(answers, None);
        count += 1;
    });
    (0..2_000).for_each(|seed| check(&random(english(), seed), Some("Les Amis")));
    println!("{count} combinations of answers");
}

#[test]
fn incomplete_answers_are_data_too() {
    for given in ["", "k1", "k1 w1", "k13 w14 d2", "d1"] {
        let answers = answers(given);
        check(&answers, None);
        assert_eq!(read(&answers, None)["code"].is_null(), given.is_empty());
        assert_eq!(territory(given), "rows null columns null", "{given}");
    }
}

/// Rows and columns as letters in a line: digits, `null`, or nothing.
fn territory(given: &str) -> String {
    let read = &read(&answers(given), None)["territory"];
    assert_eq!(read.as_object().unwrap().len(), 2);
    let one = |key: &str| if read[key].is_null() { "null".to_owned() } else { of(&read[key]) };
    format!("rows {} columns {}", one("rows"), one("columns"))
}

#[test]
fn the_territory_tells_none_from_not_known() {
    for (given, expected) in [
        ("k13 w14 d2 f4 p14 h3", "rows 4 columns 3"),
        ("k1 w1 d1 f23 p1 h1", "rows 23 columns 1"),
        ("k1 w1 d1 f14 p1 h2", "rows 14 columns 2"),
        ("k1 w1 d1 f0 p1 h0", "rows null columns null"),
        // Nobody runs it.
        ("k1 w1 d1 f1 p1", "rows 1 columns "),
        // The rim.
        ("k1 w7 f4 h4", "rows  columns 4"),
        ("k1 w7 f4 h0", "rows  columns null"),
        ("k1 w7 f1", "rows  columns "),
        // Outside.
        ("k9", "rows  columns "),
    ] {
        assert_eq!(territory(given), expected, "{given}");
    }
}

#[test]
fn two_classifications_are_as_they_were() {
    let name = Name::new("Les Amis « du \"quartier\" »").unwrap();
    for (id, answers) in ten_programmes().into_iter().filter(|(id, _)| id == "hearing-voices" || id == "outside") {
        let name = (id == "outside").then_some(&name);
        let text = json(&classify(english(), &answers, name), Layout::Indented) + "\n";
        expect_file![format!("{}/tests/golden/classifications/{id}.json", env!("CARGO_MANIFEST_DIR"))].assert_eq(&text);
    }
}

mod writing {
    use super::*;
    use proptest::prelude::*;

    /// Any value with whole numbers; texts are also those that readers get wrong most easily.
    fn values() -> impl Strategy<Value = Value> {
        let number = prop_oneof![-10..10_i64, -(1_i64 << 53) + 1..1_i64 << 53];
        let text = prop_oneof![any::<String>(), "[\u{0}-\u{20}\"\\\\/\u{7f}-\u{a0}\u{2028}\u{feff}😀]{0,12}"];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            number.prop_map(Value::from),
            text.clone().prop_map(Value::String),
        ];
        leaf.prop_recursive(4, 40, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
                prop::collection::btree_map(text.clone(), inner, 0..6)
                    .prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
            ]
        })
    }

    proptest! {
        #[test]
        fn json_is_read_back_as_it_was(value in values()) {
            let value = plain(&value);
            for layout in [Layout::Compact, Layout::Indented] {
                let text = json(&value, layout);
                prop_assert_eq!(&serde_json::from_str::<Plain>(&text).unwrap(), &value, "{}", text);
            }
        }

        #[test]
        fn compact_is_what_another_writer_has(value in values()) {
            prop_assert_eq!(json(&plain(&value), Layout::Compact), value.to_string());
        }
    }

    #[test]
    fn what_is_no_whole_number_is_null() {
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.5, 1e300, (1_u64 << 53) as f64] {
            assert_eq!(json(&Plain::Number(number), Layout::Compact), "null", "{number}");
        }
        assert_eq!(json(&Plain::Number(-0.0), Layout::Compact), "0");
    }

    #[test]
    fn indented_is_for_people() {
        let value: Plain = serde_json::from_str(r#"{"a":[1,2],"b":{},"c":[{"d":[]},[]],"e":"é\n\u0001"}"#).unwrap();
        let expected = "{\n  \"a\": [1, 2],\n  \"b\": {},\n  \"c\": [\n    {\n      \"d\": []\n    },\n    []\n  ],\n  \
                        \"e\": \"é\\n\\u0001\"\n}";
        assert_eq!(json(&value, Layout::Indented), expected);
    }
}
