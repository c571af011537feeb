//! Programmes to lay out: every landmark, every place on the map, a thousand drawn at random, and one without answers.

#![allow(dead_code, reason = "each test file uses its part")]

use crate::edition_files::{letters, options, question, random};
use peer_map::edition::{Answers, Choice, Digit, Edition};

/// How many are drawn at random.
const RANDOM: u64 = 1_000;

/// All of them.
pub fn programmes(edition: &Edition) -> Vec<Answers> {
    let landmarks = edition.landmarks.iter().map(|landmark| landmark.answers.clone());
    let random = (0..RANDOM).map(|seed| random(edition, seed));
    landmarks.chain(random).chain(standings(edition)).chain([Answers::default()]).collect()
}

/// Every answer that places a mark, on the grid and on the rim: chance finds the rim once in a hundred times. Peers
/// draw on all four things, which gives the largest mark, and kinds without a place dock on it.
fn standings(edition: &Edition) -> Vec<Answers> {
    let allowed = |letter: char| edition.question(question(letter)).allowed();
    let mut standings = Vec::new();
    for (what, rows, columns) in ["7", "5"].iter().flat_map(|what| {
        let columns = allowed('h');
        allowed('f')
            .into_iter()
            .flat_map(move |rows| columns.clone().into_iter().map(move |columns| (what, rows, columns)))
    }) {
        let fixed = [('k', options("1234")), ('w', options(what)), ('d', options("2")), ('p', options("3"))];
        let mut answers = Answers::default();
        for (letter, options) in fixed.into_iter().chain([('f', rows), ('h', columns)]) {
            answers.set(question(letter), options);
        }
        standings.push(answers);
    }
    standings
}

/// What was answered, to find it again.
pub fn called(answers: Option<&Answers>) -> String {
    answers.map_or("no programme".to_owned(), |answers| format!("“{}”", letters(answers)))
}

/// The edition with further rows and columns, up to six of each.
pub fn large(mut edition: Edition) -> Edition {
    let territory = &mut edition.territory;
    for axis in [&mut territory.rows, &mut territory.columns] {
        let question = &mut edition.questions[axis.question.index()];
        for digit in ['5', '6'].map(|digit| Digit::from_char(digit).unwrap()) {
            let last = axis.steps.last().unwrap().clone();
            let choice = Choice { digit, ..question.choice(last.digit).unwrap().clone() };
            question.choices.insert(question.choices.len() - 1, choice);
            axis.steps.push(peer_map::edition::AxisStep { digit, ..last });
        }
    }
    edition
}
