//! One answer away: which single changed answer would bring a kind in or take one out.

use super::fit;
use crate::edition::{Answers, Digit, Edition, Kind, Options, Question, QuestionId, Truth};
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

impl<'e> Away<'e> {
    /// The kinds that it moves, and whether they come in.
    fn moves(&self) -> impl Iterator<Item = (&'e str, bool)> {
        let comes_in = self.comes_in.iter().map(|kind| (kind.id.as_str(), true));
        comes_in.chain(self.goes_out.iter().map(|kind| (kind.id.as_str(), false))).collect::<Vec<_>>().into_iter()
    }

    /// How many options differ; changing one for another counts once.
    fn distance(&self) -> usize {
        let common = self.from.and(self.to).len();
        (self.from.len() - common).max(self.to.len() - common)
    }
}

/// Single changed answers that bring a kind in or take one out: as few as name every kind that one answer moves; of two that
/// say as much, the smaller one.
pub fn away<'e>(edition: &'e Edition, route: &Route) -> Vec<Away<'e>> {
    let now: Vec<Truth> = edition.kinds.iter().map(|kind| fit::truth(kind, route)).collect();
    let answered = edition.questions.iter().filter(|question| !route.reply(question.id).options().is_empty());
    let mut changes: Vec<Away> = answered.flat_map(|question| changes(edition, route, question, &now)).collect();
    let mut named: Vec<(&str, bool)> = Vec::new();
    let mut chosen = Vec::new();
    while chosen.len() < MOST {
        let news = |away: &Away<'e>| away.moves().filter(|one| !named.contains(one)).count();
        let rank = |away: &Away<'e>| (news(away), usize::MAX - away.distance());
        // `max_by_key` takes the last of equals; the first is wanted, in the order of asking.
        let best = (0..changes.len()).rev().max_by_key(|index| rank(&changes[*index]));
        let Some(best) = best.filter(|best| news(&changes[*best]) > 0) else { break };
        let best = changes.remove(best);
        named.extend(best.moves());
        chosen.push(best);
    }
    chosen
}

fn changes<'e>(edition: &'e Edition, route: &Route, question: &Question, now: &[Truth]) -> Vec<Away<'e>> {
    let from = route.reply(question.id).options();
    let answers = route.answers(edition);
    let mut changes = Vec::new();
    for to in neighbours(question, from) {
        let then = replay(edition, &tried(edition, &answers, question.id, to).answers);
        // Leaving the map altogether is no neighbour of any place on it.
        if then.ended() != route.ended() {
            continue;
        }
        let away = moved(
            edition,
            now,
            &then,
            Away { question: question.id, from, to, comes_in: Vec::new(), goes_out: Vec::new() },
        );
        if !(away.comes_in.is_empty() && away.goes_out.is_empty()) {
            changes.push(away);
        }
    }
    changes
}

/// The change with the kinds that it moves.
fn moved<'e>(edition: &'e Edition, now: &[Truth], then: &Route, mut away: Away<'e>) -> Away<'e> {
    for (kind, now) in edition.kinds.iter().zip(now) {
        match (*now, fit::truth(kind, then)) {
            (Truth::No | Truth::Maybe, Truth::Yes) => away.comes_in.push(kind),
            (Truth::Yes, Truth::No) => away.goes_out.push(kind),
            _ => {}
        }
    }
    away
}

/// What another answer to one question would change, whatever it is.
pub fn change<'e>(edition: &'e Edition, answers: &Answers, question: QuestionId, to: Options) -> Away<'e> {
    let route = replay(edition, answers);
    let now: Vec<Truth> = edition.kinds.iter().map(|kind| fit::truth(kind, &route)).collect();
    let then = replay(edition, &tried(edition, answers, question, to).answers);
    let from = route.reply(question).options();
    moved(edition, &now, &then, Away { question, from, to, comes_in: Vec::new(), goes_out: Vec::new() })
}

/// Answers with one of them changed, for trying out.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// The answers, complete on their route.
    pub answers: Answers,
    /// The questions that apply only now and are taken as “not sure”, in the order of asking.
    pub opened: Vec<QuestionId>,
}

/// The answers with another answer to one question, and “not sure” for each question that is open then: a change that
/// makes a question apply says no more than that it does. Answers off the route count for nothing, since nobody sees
/// them when the change is described.
pub fn tried(edition: &Edition, answers: &Answers, question: QuestionId, to: Options) -> Tried {
    let mut tried = Tried { answers: replay(edition, answers).answers(edition).with(question, to), opened: Vec::new() };
    while let Some(open) = replay(edition, &tried.answers).first_open(edition) {
        tried.answers.set(open, Options::UNSURE);
        tried.opened.push(open);
    }
    tried
}

/// The answers one change away: another option instead, one more, or one less.
fn neighbours(question: &Question, from: Options) -> Vec<Options> {
    let mut sets: Vec<Options> = Vec::new();
    for digit in question.choices.iter().map(|choice| choice.digit).filter(|digit| *digit != Digit::UNSURE) {
        for set in [digit.into(), from.with(digit), from.without(digit)] {
            if set != from && question.allows(set) && !sets.contains(&set) {
                sets.push(set);
            }
        }
    }
    sets
}
