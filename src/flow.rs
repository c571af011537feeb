//! The flow: which questions apply, which are answered, which is next.
//!
//! **Invariant.** A route is derived from the answers by replaying the edition's routing, and from nothing else; it is
//! never stored. Answers off the route are kept by [`Answers`] and left out here, so that a way back restores them.

use crate::edition::{Answers, Edition, Options, Question, QuestionId, Reply, Truth};

/// Every question of the edition, in the order of asking, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    stops: Vec<Reply>,
    ended: bool,
}

/// Replays the routing over the answers.
///
/// A question is skipped when its condition holds for certain. An answer that the question does not allow counts as
/// none, so that no route rests on it.
pub fn replay(edition: &Edition, answers: &Answers) -> Route {
    let mut route = Route { stops: Vec::with_capacity(edition.questions.len()), ended: false };
    for question in &edition.questions {
        let reply = |id: QuestionId| route.reply(id);
        let skipped = question.skip.as_ref().is_some_and(|skip| skip.truth(&reply) == Truth::Yes);
        let chosen = answers.get(question.id);
        let stop = if route.ended || skipped {
            Reply::Skipped
        } else if !question.allows(chosen) {
            Reply::Open
        } else if chosen == Options::UNSURE {
            Reply::Unsure
        } else {
            Reply::Given(chosen)
        };
        route.stops.push(stop);
        let reply = |id: QuestionId| route.reply(id);
        let ends = question.end.as_ref().is_some_and(|end| end.truth(&reply) == Truth::Yes);
        route.ended |= ends;
    }
    route
}

impl Route {
    /// Where `question` stands.
    pub fn reply(&self, question: QuestionId) -> Reply {
        self.stops.get(question.index()).copied().unwrap_or(Reply::Open)
    }

    /// The questions that apply, answered or not, in the order of asking.
    pub fn applying<'a>(&'a self, edition: &'a Edition) -> impl DoubleEndedIterator<Item = QuestionId> + 'a {
        edition.questions.iter().map(|question| question.id).filter(|id| self.reply(*id) != Reply::Skipped)
    }

    /// The first question that applies and has no answer; `None` when the route is complete.
    pub fn first_open(&self, edition: &Edition) -> Option<QuestionId> {
        self.applying(edition).find(|id| self.reply(*id) == Reply::Open)
    }

    /// Whether an answer ended the flow before its last question.
    pub fn ended(&self) -> bool {
        self.ended
    }

    /// Why `question` does not apply, in the edition's words; `None` if it applies, or if the flow ended before it.
    pub fn skip_reason<'q>(&self, question: &'q Question) -> Option<&'q str> {
        let skipped = question.skip.as_ref().is_some_and(|skip| skip.truth(&|id| self.reply(id)) == Truth::Yes);
        question.skipped.as_deref().filter(|_| skipped)
    }

    /// The answers on the route, without those that no longer apply.
    pub fn answers(&self, edition: &Edition) -> Answers {
        let mut answers = Answers::default();
        for question in &edition.questions {
            answers.set(question.id, self.reply(question.id).options());
        }
        answers
    }
}
