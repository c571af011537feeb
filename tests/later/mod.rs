//! Editions that follow `ps1`, as the library reads them: the test edition `ps2`, and what comes of changing it.

#![allow(dead_code, reason = "each test file uses its part")]

#[path = "../ps2/mod.rs"]
mod ps2;

use crate::edition_files::{json, plain};
use peer_map::edition::{Edition, RawEdition};
use serde_json::{Value, json};

/// The test edition in the language of a tag.
pub fn later(tag: &str) -> Edition {
    read(&ps2::json("edition"), &ps2::json(tag)).unwrap()
}

/// The test edition in English, changed; or its faults, one a line.
pub fn changed(change: impl FnOnce(&mut Value, &mut Value)) -> Result<Edition, String> {
    let (mut structure, mut words) = (ps2::json("edition"), ps2::json("en"));
    change(&mut structure, &mut words);
    read(&structure, &words)
}

/// `ps3`: a part of what was split is split again, what was renamed is renamed again, and what was added is retired.
pub fn third() -> Edition {
    let edition = changed(|structure, words| {
        structure["version"] = json!(3);
        let changes = structure["changes"].as_array_mut().unwrap();
        changes.push(json!({"version": 3, "question": "k", "option": 2, "change": "renamed"}));
        changes.push(json!({"version": 3, "question": "f", "option": 5, "change": "split", "into": [7, 8]}));
        changes.push(json!({"version": 3, "question": "p", "option": 7, "change": "retired"}));
        words["questions"]["k"]["options"]["2"]["text"] = json!("Some other hardship");
        structure["questions"][4]["options"].as_array_mut().unwrap().retain(|digit| *digit != 7);
        words["questions"]["p"]["options"].as_object_mut().unwrap().remove("7").unwrap();
        structure["questions"][3]["options"] = json!([1, 2, 7, 8, 6, 4, 0]);
        split_expenses(structure);
        for (options, text) in [("/questions/f/options", "text"), ("/territory/rows", "inline")] {
            let options = words.pointer_mut(options).unwrap().as_object_mut().unwrap();
            let before = options.remove("5").unwrap();
            for (digit, name) in [("7", "Travel paid back"), ("8", "Meals paid back")] {
                let mut option = before.clone();
                option[text] = json!(name);
                options.insert(digit.to_owned(), option);
            }
        }
    });
    edition.unwrap()
}

/// Wherever f5 is named, so are f7 and f8 instead; a landmark has the first.
fn split_expenses(value: &mut Value) {
    let about_role = value["question"] == "f";
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value.as_array_mut() {
                    Some(digits) if about_role && key != "into" && digits.contains(&json!(5)) => {
                        digits.retain(|digit| *digit != 5);
                        digits.extend([json!(7), json!(8)]);
                    }
                    Some(digits) if key == "f" => {
                        digits.iter_mut().filter(|one| **one == 5).for_each(|one| *one = json!(7))
                    }
                    _ => split_expenses(value),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(split_expenses),
        _ => {}
    }
}

/// `ps1` without the question `p`, as `version`, with these changes.
pub fn without_places(version: u16, changes: Value) -> Result<Edition, String> {
    let (mut structure, mut words) = (json("edition"), json("en"));
    structure["version"] = json!(version);
    structure["changes"] = changes;
    let is_place = |value: &Value| value["letter"] == "p" || value["question"] == "p";
    structure["questions"].as_array_mut().unwrap().retain(|question| !is_place(question));
    words["questions"].as_object_mut().unwrap().remove("p").unwrap();
    structure["headings"][2]["questions"] = json!(["h"]);
    for kind in structure["kinds"].as_array_mut().unwrap() {
        for part in ["needs", "typical"] {
            kind[part].as_array_mut().unwrap().retain(|criterion| !is_place(criterion));
        }
    }
    for landmark in structure["landmarks"].as_array_mut().unwrap() {
        landmark["answers"].as_object_mut().unwrap().remove("p");
        landmark["inferred"].as_array_mut().unwrap().retain(|letter| letter != "p");
    }
    read(&structure, &words)
}

fn read(structure: &Value, words: &Value) -> Result<Edition, String> {
    let raw = RawEdition { structure: plain(structure), words: plain(words) };
    Edition::try_from(raw).map_err(|faults| faults.iter().map(|fault| format!("{fault}\n")).collect())
}
