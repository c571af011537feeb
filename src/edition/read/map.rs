//! What the map shows: kinds, the territory, landmarks.

use super::super::{Answers, Arrow, Axis, AxisStep, Digit, Kind, Landmark, QuestionId, Shape, Territory};
use super::names::Names;
use super::questions::{read_criteria, read_criterion};
use super::{At, read_address, read_ids, read_short};

pub(super) fn read_kinds(structure: &At, words: &At, names: &Names) -> Vec<Kind> {
    let ids = read_ids(structure, "kind");
    if ids.is_empty() {
        structure.fault("should have at least one kind");
    }
    words.expect_keys(&ids);
    let items = structure.list();
    let kinds: Vec<Kind> = items.iter().zip(&ids).map(|(at, id)| read_kind(at, &words.get(id), names, id)).collect();
    for (index, (kind, at)) in kinds.iter().zip(&items).enumerate() {
        if kind.letter.is_some() && kinds[..index].iter().any(|earlier| earlier.letter == kind.letter) {
            at.fault("this letter is already another kind's");
        }
    }
    kinds
}

fn read_kind(at: &At, words: &At, names: &Names, id: &str) -> Kind {
    at.expect_keys(&["id", "letter", "hue", "certain", "needs", "typical"]);
    words.expect_keys(&["name", "short", "description"]);
    let hue = at.get("hue").whole(4);
    if hue == 0 {
        at.get("hue").fault("should be 1 to 4");
    }
    let needs = read_criteria(&at.get("needs"), names);
    if needs.is_empty() {
        at.fault("should need at least one thing");
    }
    Kind {
        id: id.to_owned(),
        letter: at.find("letter").as_ref().map(read_capital),
        hue,
        needs,
        typical: read_criteria(&at.get("typical"), names),
        certain: at.find("certain").is_some_and(|at| at.bool()),
        name: words.get("name").text(),
        short: read_short(words, 22),
        description: words.get("description").text(),
    }
}

fn read_capital(at: &At) -> char {
    let text = at.text();
    let capital = text.chars().next().filter(|letter| letter.is_ascii_uppercase() && text.len() == 1);
    capital.unwrap_or_else(|| {
        at.fault("should be one capital, A to Z");
        '?'
    })
}

pub(super) fn read_territory(at: &At, words: &At, names: &Names) -> Territory {
    at.expect_keys(&["rows", "columns", "spanning", "rim", "shape", "arrow"]);
    words.expect_keys(&["rows", "columns"]);
    let axis = |key: &str| read_axis(&words.get(key), names, names.question(&at.get(key)));
    let rows = axis("rows");
    let spanning = names.options(&at.get("spanning"), rows.question);
    if !rows.steps.iter().take(spanning.len()).all(|step| spanning.contains(step.digit)) {
        at.fault("the spanning rows should be the first ones");
    }
    let shapes =
        [("triangle", Shape::Triangle), ("star", Shape::Star), ("square", Shape::Square), ("circle", Shape::Circle)];
    let arrows = [("both ways", Arrow::BothWays), ("some of each", Arrow::SomeOfEach), ("one way", Arrow::OneWay)];
    let (shape, shapes) = read_marks(&at.get("shape"), names, &shapes);
    let (arrow, arrows) = read_marks(&at.get("arrow"), names, &arrows);
    let rim = read_criterion(&at.get("rim"), names);
    Territory { rows, columns: axis("columns"), spanning, rim, shape, shapes, arrow, arrows }
}

fn read_axis(words: &At, names: &Names, question: QuestionId) -> Axis {
    let keys = names.option_keys(question);
    let steps = names.digits(question).iter().zip(&keys).filter(|(digit, _)| **digit != Digit::UNSURE);
    words.expect_keys(&keys[..keys.len().saturating_sub(1)]);
    let read = |(digit, key): (&Digit, &String)| {
        let at = words.get(key);
        at.expect_keys(&["inline", "narrow"]);
        AxisStep { digit: *digit, inline: at.get("inline").text(), narrow: at.get("narrow").text() }
    };
    Axis { question, steps: steps.map(read).collect() }
}

/// A question whose options are drawn, and how each is.
fn read_marks<T: Copy>(at: &At, names: &Names, marks: &[(&str, T)]) -> (QuestionId, Vec<(Digit, T)>) {
    at.expect_keys(&["question", "of"]);
    let question = names.question(&at.get("question"));
    let of = at.get("of");
    of.expect_keys(&names.option_keys(question));
    let digit = |key: &str| key.parse().ok().and_then(Digit::new).unwrap_or(Digit::UNSURE);
    (question, of.pairs().iter().map(|(key, at)| (digit(key), at.one_of(marks))).collect())
}

pub(super) fn read_landmarks(structure: &At, words: &At, names: &Names) -> Vec<Landmark> {
    let ids = read_ids(structure, "landmark");
    let items = structure.list();
    let countries = items.iter().flat_map(|at| at.get("countries").list());
    words.expect_keys(&countries.map(|at| at.text()).collect::<Vec<_>>());
    items.iter().zip(&ids).map(|(at, id)| read_landmark(at, words, names, id)).collect()
}

fn read_landmark(at: &At, words: &At, names: &Names, id: &str) -> Landmark {
    at.expect_keys(&["id", "name", "organisation", "countries", "source", "answers", "inferred"]);
    Landmark {
        id: id.to_owned(),
        name: at.get("name").text(),
        organisation: at.get("organisation").text(),
        countries: at.get("countries").list().iter().map(|at| words.get(&at.text()).text()).collect(),
        source: read_address(&at.get("source")),
        answers: read_answers(&at.get("answers"), names),
        inferred: at.get("inferred").list().iter().map(|at| names.question(at)).collect(),
    }
}

fn read_answers(at: &At, names: &Names) -> Answers {
    let mut answers = Answers::default();
    for (letter, at) in at.pairs() {
        let question = names.find(&at, letter);
        answers.set(question, names.options(&at, question));
    }
    answers
}
