//! The edition `ps1` as the tests read it, and a way to write answers in them.

#![allow(dead_code, reason = "each test file uses its part")]

use peer_map::edition::{Answers, Digit, Edition, Labels, Options, Plain, QuestionId, RawEdition, RawLabels};
use peer_map::flow::replay;
use serde_json::Value;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The languages of the edition, by their tags.
pub const LANGUAGES: [&str; 3] = ["en", "fr", "zh-Hans"];

static ENGLISH: LazyLock<Edition> = LazyLock::new(|| edition("en"));

/// The edition in English.
pub fn english() -> &'static Edition {
    &ENGLISH
}

/// The edition in the language of a tag.
pub fn edition(tag: &str) -> Edition {
    let raw = RawEdition { structure: plain(&json("edition")), words: plain(&json(tag)) };
    Edition::try_from(raw).unwrap()
}

/// The edition's labels in the language of a tag.
pub fn labels(tag: &str) -> Labels {
    let raw = RawLabels { structure: plain(&json("labels")), words: plain(&json(&format!("labels.{tag}"))) };
    Labels::read(&edition(tag), &raw).unwrap()
}

/// A file of the edition: `edition`, or the tag of a language.
pub fn json(file: &str) -> Value {
    serde_json::from_str(&text(file)).unwrap()
}

/// The text of a file of the edition.
pub fn text(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("editions/ps1/{file}.json"));
    std::fs::read_to_string(path).unwrap()
}

/// A JSON value as the library reads it.
pub fn plain(value: &Value) -> Plain {
    serde_json::from_value(value.clone()).unwrap()
}

/// The faults of an edition, one a line.
pub fn faults(structure: Plain, words: Plain) -> String {
    let found = Edition::try_from(RawEdition { structure, words }).err().unwrap_or_default();
    let lines: Vec<String> = found.iter().map(|fault| fault.to_string()).collect();
    lines.join("\n")
}

/// The question that a letter stands for.
pub fn question(letter: char) -> QuestionId {
    english().by_letter(letter).unwrap().id
}

/// The set of these digits, such as `13`.
pub fn options(digits: &str) -> Options {
    digits.chars().map(|digit| Digit::from_char(digit).unwrap()).collect()
}

/// Answers as letters and digits, such as `k13 w14 d2`. Read here by hand, since the code is under test.
pub fn answers(letters: &str) -> Answers {
    let mut answers = Answers::default();
    for word in letters.split_whitespace() {
        let (letter, digits) = word.split_at(1);
        answers.set(question(letter.chars().next().unwrap()), options(digits));
    }
    answers
}

/// Answers as letters and digits, in the order of asking.
pub fn letters(answers: &Answers) -> String {
    let answered = english().questions.iter().filter(|question| !answers.get(question.id).is_empty());
    let words: Vec<String> =
        answered.map(|question| format!("{}{}", question.letter, digits(answers.get(question.id)))).collect();
    words.join(" ")
}

/// The digits of a set, such as `13`.
pub fn digits(options: Options) -> String {
    options.iter().map(|digit| digit.to_string()).collect()
}

/// Visits the complete routes of all answers to the questions of one, all sets of `k` and `f`, and these sets of `w`
/// and `p`. No route comes twice.
pub fn combinations(what: &[&str], places: &[&str], mut visit: impl FnMut(&Answers)) {
    let sets = |letter: char| english().question(question(letter)).allowed();
    let these = |list: &[&str]| -> Vec<Options> { list.iter().map(|digits| options(digits)).collect() };
    let lists = [sets('k'), these(what), sets('d'), sets('f'), these(places), sets('h')];
    complete(&lists, &Answers::default(), &mut visit);
}

fn complete(lists: &[Vec<Options>], answers: &Answers, visit: &mut impl FnMut(&Answers)) {
    match replay(english(), answers).first_open(english()) {
        Some(open) => lists[open.index()].iter().for_each(|set| complete(lists, &answers.with(open, *set), visit)),
        None => visit(answers),
    }
}

/// Answers to every question, drawn by a linear congruential generator: the same ones on every machine.
pub fn random(edition: &Edition, seed: u64) -> Answers {
    let mut state = seed.wrapping_mul(2_862_933_555_777_941_757).wrapping_add(3_037_000_493);
    let mut answers = Answers::default();
    for question in &edition.questions {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let allowed = question.allowed();
        // One in four is “not sure”, which moves the mark into a margin.
        let unsure = (state >> 60) < 4;
        let chosen = allowed[(state >> 33) as usize % allowed.len()];
        answers.set(question.id, if unsure { Options::UNSURE } else { chosen });
    }
    answers
}

/// Landmarks that stand in different places: in one cell, two, a row, a column, everywhere, and on the rim.
const APART: [&str; 8] =
    ["aa", "fountain-house", "hearing-voices", "osiss", "zvandiri", "groundswell", "pairemulation", "partenaires"];

/// Ten programmes whose figures are kept as they are: those landmarks, one of which nothing is known, and one outside.
pub fn ten_programmes() -> Vec<(String, Answers)> {
    let landmark = |id: &&str| english().landmarks.iter().find(|landmark| landmark.id == *id).unwrap();
    let landmarks = APART.iter().map(landmark).map(|landmark| (landmark.id.clone(), landmark.answers.clone()));
    let odd = [("unsure", "k0 w0 d0 f0 p0 h0"), ("outside", "k9")];
    landmarks.chain(odd.map(|(name, letters)| (name.to_owned(), answers(letters)))).collect()
}
