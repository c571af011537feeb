//! One answer away: which single changed answer would bring a kind in or take one out.

use super::fit;
use crate::edition::{Edition, Kind, Options, Question, QuestionId, Truth};
use crate::flow::{Route, replay};

/// How many changes a result shows.
const MOST: usize = 6;

/// One changed answer, and what it would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Away<'e> {
    /// The question answered otherwise.
    pub question: QuestionId,
    /// The answer as it is.
    pub from: Options,
    /// The answer as it would be.
    pub to: Options,
    /// Kinds that would then match and do not now.
    pub comes_in: Vec<&'e Kind>,
    /// Kinds that match now and then would not.
    pub goes_out: Vec<&'e Kind>,
}

impl Away<'_> {
    /// How many options differ; changing one for another counts once.
    fn distance(&self) -> usize {
        let common = self.from.and(self.to).len();
        (self.from.len() - common).max(self.to.len() - common)
    }
}

/// The smallest changes, those that bring a kind in first, until every kind that one answer moves has been named once.
pub(super) fn away<'e>(edition: &'e Edition, route: &Route) -> Vec<Away<'e>> {
    let now: Vec<Truth> = edition.kinds.iter().map(|kind| fit::truth(kind, route)).collect();
    let mut changes: Vec<Away> = edition
        .questions
        .iter()
        .filter(|question| !route.reply(question.id).options().is_empty())
        .flat_map(|question| changes(edition, route, question, &now))
        .collect();
    changes
        .sort_by_key(|away| (away.comes_in.is_empty(), away.distance(), away.goes_out.len(), away.question, away.to));
    let mut named: Vec<(&str, bool)> = Vec::new();
    changes.retain(|away| {
        let before = named.len();
        let comes_in = away.comes_in.iter().map(|kind| (kind.id.as_str(), true));
        for move_ in comes_in.chain(away.goes_out.iter().map(|kind| (kind.id.as_str(), false))) {
            if !named.contains(&move_) {
                named.push(move_);
            }
        }
        named.len() > before
    });
    changes.truncate(MOST);
    changes
}

fn changes<'e>(edition: &'e Edition, route: &Route, question: &Question, now: &[Truth]) -> Vec<Away<'e>> {
    let from = route.reply(question.id).options();
    let answers = route.answers(edition);
    let mut changes = Vec::new();
    for to in neighbours(question, from) {
        let then = replay(edition, &answers.with(question.id, to));
        // Leaving the map altogether is no neighbour of any place on it.
        if then.ended() != route.ended() {
            continue;
        }
        let mut away = Away { question: question.id, from, to, comes_in: Vec::new(), goes_out: Vec::new() };
        for (kind, now) in edition.kinds.iter().zip(now) {
            match (*now, fit::truth(kind, &then)) {
                (Truth::No | Truth::Maybe, Truth::Yes) => away.comes_in.push(kind),
                (Truth::Yes, Truth::No) => away.goes_out.push(kind),
                _ => {}
            }
        }
        if !(away.comes_in.is_empty() && away.goes_out.is_empty()) {
            changes.push(away);
        }
    }
    changes
}

/// The answers one change away: another option instead, one more, or one less.
fn neighbours(question: &Question, from: Options) -> Vec<Options> {
    let known = question.choices.iter().map(|choice| choice.digit).filter(|digit| !Options::UNSURE.contains(*digit));
    let mut sets: Vec<Options> =
        known.flat_map(|digit| [digit.into(), from.with(digit), from.without(digit)]).collect();
    sets.sort_unstable();
    sets.dedup();
    sets.retain(|set| *set != from && question.allows(*set));
    sets
}
