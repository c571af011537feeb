//! Who answered what: counted, and never averaged.

use super::Member;
use crate::edition::{Digit, Edition, QuestionId, Reply};
use crate::flow::replay;

/// How the programmes that are not hidden answer one question. Programmes are told by their places in the list,
/// ascending; each stands in one of `options`, `unsure`, `skipped` and `open`, or in several of `options`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The question.
    pub question: QuestionId,
    /// Its options in the order of the edition, without “not sure”, and who chose each.
    pub options: Vec<(Digit, Vec<usize>)>,
    /// Who is not sure, or says that it varies.
    pub unsure: Vec<usize>,
    /// To whom the question does not apply.
    pub skipped: Vec<usize>,
    /// Who has not answered it yet.
    pub open: Vec<usize>,
}

/// One tally a question, in the order of asking.
pub fn tallies(edition: &Edition, members: &[Member]) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = edition
        .questions
        .iter()
        .map(|question| Tally {
            question: question.id,
            options: question
                .choices
                .iter()
                .map(|choice| choice.digit)
                .filter(|digit| *digit != Digit::UNSURE)
                .map(|digit| (digit, Vec::new()))
                .collect(),
            unsure: Vec::new(),
            skipped: Vec::new(),
            open: Vec::new(),
        })
        .collect();
    for (index, member) in members.iter().enumerate().filter(|(_, member)| !member.hidden) {
        let route = replay(edition, &member.answers);
        for tally in &mut tallies {
            match route.reply(tally.question) {
                Reply::Given(chosen) => {
                    let chosen = tally.options.iter_mut().filter(|(digit, _)| chosen.contains(*digit));
                    chosen.for_each(|(_, who)| who.push(index));
                }
                Reply::Unsure => tally.unsure.push(index),
                Reply::Skipped => tally.skipped.push(index),
                Reply::Open => tally.open.push(index),
            }
        }
    }
    tallies
}
