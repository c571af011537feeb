//! What answers say and how two programmes compare, worked out from the edition's files without the library.

use crate::edition_files::{json, letters};
use peer_map::edition::Answers;
use serde_json::Value;

/// The files of the edition, and everything that is expected of them.
pub struct Files {
    /// `edition.json`.
    pub structure: Value,
    /// One language's file.
    pub words: Value,
}

/// What a programme says to a question.
#[derive(Debug, PartialEq)]
pub enum Stop {
    /// These options.
    Given(Vec<u64>),
    /// Not sure, or it varies.
    Unsure,
    /// It does not apply.
    Skipped,
    /// The questions ended before it.
    NotAsked,
}

impl Files {
    /// The files in a language.
    pub fn of(tag: &str) -> Self {
        Self { structure: json("edition"), words: json(tag) }
    }

    /// The letters of the questions, in the order of asking.
    pub fn letters(&self) -> Vec<&str> {
        self.structure["questions"].as_array().unwrap().iter().map(|one| one["letter"].as_str().unwrap()).collect()
    }

    /// A phrase with its slots filled.
    pub fn phrase(&self, key: &str, slots: &[(&str, &str)]) -> String {
        let phrase = self.words["interface"][key].as_str().unwrap().to_owned();
        slots.iter().fold(phrase, |phrase, (slot, value)| phrase.replace(&format!("{{{slot}}}"), value))
    }

    /// The short words of a question.
    pub fn short(&self, letter: &str) -> &str {
        self.words["questions"][letter]["short"].as_str().unwrap()
    }

    /// The stops of a programme whose answers are like `{"k": [1, 3]}`.
    pub fn stops(&self, answers: &Value) -> Vec<Stop> {
        let digits = |letter: &Value| -> Vec<u64> {
            let list = answers[letter.as_str().unwrap()].as_array();
            list.map(|list| list.iter().map(|digit| digit.as_u64().unwrap()).collect()).unwrap_or_default()
        };
        // The rules of this edition are all of the form “only”.
        let only = |rule: &Value| {
            let given = digits(&rule["question"]);
            let wanted = rule["only"].as_array().unwrap();
            !given.is_empty() && given.iter().all(|digit| wanted.contains(&Value::from(*digit)))
        };
        let mut ended = false;
        let stop = |question: &Value| {
            let given = digits(&question["letter"]);
            let stop = match given.as_slice() {
                _ if ended => Stop::NotAsked,
                _ if question.get("skip").is_some_and(only) => Stop::Skipped,
                [0] => Stop::Unsure,
                _ => Stop::Given(given),
            };
            ended |= question.get("end").is_some_and(only);
            stop
        };
        self.structure["questions"].as_array().unwrap().iter().map(stop).collect()
    }

    /// The short words of the chosen options, in the order in which the question shows them.
    pub fn options(&self, letter: &str, stop: &Stop) -> Vec<String> {
        let chosen = match stop {
            Stop::Given(digits) => digits.clone(),
            Stop::Unsure => vec![0],
            Stop::Skipped | Stop::NotAsked => Vec::new(),
        };
        let questions = self.structure["questions"].as_array().unwrap();
        let question = questions.iter().find(|question| question["letter"] == letter).unwrap();
        let order = question["options"].as_array().unwrap().iter().map(|digit| digit.as_u64().unwrap());
        let word = |digit: u64| self.words["questions"][letter]["options"][digit.to_string()]["short"].as_str();
        order.filter(|digit| chosen.contains(digit)).map(|digit| word(digit).unwrap().to_owned()).collect()
    }

    /// An answer in one line.
    pub fn answer(&self, letter: &str, stop: &Stop) -> String {
        match stop {
            Stop::Given(_) | Stop::Unsure => self.options(letter, stop).join(" · "),
            Stop::NotAsked => self.phrase("not_asked", &[]),
            Stop::Skipped => {
                let reason = self.words["questions"][letter]["skipped"].as_str().unwrap();
                self.phrase("does_not_apply", &[("reason", reason)])
            }
        }
    }
}

/// How two stops compare, by the key of its word.
pub fn alike(ours: &Stop, theirs: &Stop) -> &'static str {
    let (Stop::Given(ours), Stop::Given(theirs)) = (ours, theirs) else { return "not_known" };
    let common = ours.iter().filter(|digit| theirs.contains(digit)).count();
    match common {
        0 => "different",
        _ if common == ours.len() && common == theirs.len() => "same",
        _ => "partly",
    }
}

/// Answers as the files write them.
pub fn as_json(answers: &Answers) -> Value {
    let words = letters(answers);
    let pairs = words.split_whitespace().map(|word| {
        let digits: Vec<u32> = word.chars().skip(1).map(|digit| digit.to_digit(10).unwrap()).collect();
        (word[..1].to_owned(), Value::from(digits))
    });
    Value::Object(pairs.collect())
}
