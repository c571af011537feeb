//! How far the answers to a question lie apart.
//!
//! The measure is the mean Jaccard distance over all pairs of programmes that gave an answer: of the options that either
//! of two chose, the share that only one of them did (P. Jaccard, “Étude comparative de la distribution florale”, Bulletin
//! de la Société vaudoise des sciences naturelles 37, 1901; averaged over questions it is J. C. Gower's coefficient,
//! Biometrics 27, 1971). It is 0 where all answer the same and 1 where no two have an option in common. For a question of
//! one option it is the chance that two programmes, drawn without putting back, differ: the unbiased index of diversity
//! of E. H. Simpson, “Measurement of diversity”, Nature 163, 1949.

use super::Member;
use crate::edition::{Edition, Options, QuestionId, Reply};
use crate::flow::replay;

/// Distances are counted in parts of this, the least number that 1 to 10 divide: of ten options, whole parts, exactly.
pub(super) const PARTS: u64 = 2_520;

/// How far the answers of the programmes that are not hidden lie apart, for one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The question.
    pub question: QuestionId,
    /// How many programmes gave an answer. “Not sure” is none.
    pub answered: usize,
    /// How many are not sure, or say that it varies.
    pub unsure: usize,
    /// To how many the question does not apply.
    pub skipped: usize,
    /// How many have not answered it yet.
    pub open: usize,
    /// The mean distance over all pairs of answers, 0 to 1; `None` if there are fewer than two answers.
    pub distance: Option<f64>,
    /// How many pairs of answers there are.
    pub pairs: u64,
}

/// One spread a question, in the order of asking.
pub fn spreads(edition: &Edition, members: &[Member]) -> Vec<Spread> {
    let mut counts: Vec<Counts> = edition.questions.iter().map(|_| Counts::default()).collect();
    for member in members.iter().filter(|member| !member.hidden) {
        let route = replay(edition, &member.answers);
        for (question, counts) in edition.questions.iter().zip(&mut counts) {
            counts.add(route.reply(question.id));
        }
    }
    edition.questions.iter().zip(counts).map(|(question, counts)| counts.spread(question.id)).collect()
}

/// The spreads with the widest first; equal ones stay in their order, and those without a distance come last.
pub fn ranked(spreads: &[Spread]) -> Vec<&Spread> {
    let mut ranked = Vec::with_capacity(spreads.len());
    for spread in spreads {
        // None is less than any distance.
        let order = |a: &&Spread, b: &&Spread| b.distance.unwrap_or(-1.0).total_cmp(&a.distance.unwrap_or(-1.0));
        crate::edition::insert_ordered(&mut ranked, spread, order);
    }
    ranked
}

/// How many gave each answer to a question.
#[derive(Default)]
struct Counts {
    /// As few as the question allows, so that a map would not be faster.
    given: Vec<(Options, u64)>,
    answered: usize,
    unsure: usize,
    skipped: usize,
    open: usize,
}

impl Counts {
    fn add(&mut self, reply: Reply) {
        match reply {
            Reply::Given(options) => {
                match self.given.iter_mut().find(|(known, _)| *known == options) {
                    Some((_, count)) => *count += 1,
                    None => self.given.push((options, 1)),
                }
                self.answered += 1;
            }
            Reply::Unsure => self.unsure += 1,
            Reply::Skipped => self.skipped += 1,
            Reply::Open => self.open += 1,
        }
    }

    /// Pairs of equal answers are no distance apart, so only pairs of different answers are gone through: as many as the
    /// question allows, however many programmes there are.
    fn spread(self, question: QuestionId) -> Spread {
        let answered = self.answered as u64;
        let pairs = answered * answered.saturating_sub(1) / 2;
        let mut parts = 0;
        for (index, (one, count)) in self.given.iter().enumerate() {
            parts +=
                self.given[..index].iter().map(|(other, others)| apart(*one, *other) * others).sum::<u64>() * count;
        }
        let distance = (pairs > 0).then(|| parts as f64 / (pairs * PARTS) as f64);
        let Self { answered, unsure, skipped, open, .. } = self;
        Spread { question, answered, unsure, skipped, open, distance, pairs }
    }
}

/// The Jaccard distance of two answers, in parts of [`PARTS`].
pub(super) fn apart(one: Options, other: Options) -> u64 {
    let (both, either) = (one.and(other).len() as u64, one.or(other).len() as u64);
    PARTS - PARTS * both / either.max(1)
}
