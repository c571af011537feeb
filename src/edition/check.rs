//! What can only be checked once every question is read: that routing looks back, and that every question is reached.

use super::plain::At;
use super::{Criterion, Options, Question, QuestionId, Reply, Truth};

pub(super) fn questions(structure: &At, questions: &[Question]) {
    let Some(items) = structure.find("questions").and_then(|at| at.list()) else { return };
    for (question, at) in questions.iter().zip(&items) {
        check_skip(question, at, questions);
        check_end(question, at, questions);
        if !question.exclusive.is_subset(question.options()) {
            at.fault("an exclusive option should be one of the question's options");
        }
    }
}

fn check_skip(question: &Question, at: &At, questions: &[Question]) {
    let (Some(skip), Some(at)) = (&question.skip, at.find("skip")) else { return };
    let named = skip.questions();
    if let Some(circle) = circle(question.id, question.id, questions, &mut Vec::new()) {
        at.fault(format!("routing goes in a circle: {circle}"));
    } else if let Some(later) = named.iter().find(|id| **id > question.id) {
        let letter = questions[later.index()].letter;
        at.fault(format!("question “{letter}” is asked later, so it cannot decide this"));
    } else if always(skip, questions) {
        at.fault(format!("question “{}” can never be reached: every answer skips it", question.letter));
    }
}

fn check_end(question: &Question, at: &At, questions: &[Question]) {
    let (Some(end), Some(at)) = (&question.end, at.find("end")) else { return };
    if end.questions().iter().any(|id| *id != question.id) {
        at.fault("should speak only of the question that it stands in");
    } else if question.id.index() + 1 < questions.len() && always(end, questions) {
        at.fault(format!("no question after “{}” can be reached: every answer ends the flow", question.letter));
    }
}

/// The way back to `from` through skip conditions, as `d → w → d`, if there is one.
fn circle(from: QuestionId, here: QuestionId, questions: &[Question], seen: &mut Vec<QuestionId>) -> Option<String> {
    if seen.contains(&here) {
        return None;
    }
    seen.push(here);
    let question = &questions[here.index()];
    let named = question.skip.iter().flat_map(Criterion::questions);
    for next in named {
        let rest = if next == from {
            Some(questions[from.index()].letter.to_string())
        } else {
            circle(from, next, questions, seen)
        };
        if let Some(rest) = rest {
            return Some(format!("{} → {rest}", question.letter));
        }
    }
    None
}

/// Whether `criterion` holds whatever is answered to the questions that it names.
///
/// Tries every allowed answer to each of them: a question has at most ten options, and a skip names one question or two.
fn always(criterion: &Criterion, questions: &[Question]) -> bool {
    let mut named = criterion.questions();
    named.sort_unstable();
    named.dedup();
    always_with(criterion, questions, &named, &mut Vec::new())
}

fn always_with(
    criterion: &Criterion,
    questions: &[Question],
    named: &[QuestionId],
    chosen: &mut Vec<(QuestionId, Options)>,
) -> bool {
    let Some((first, rest)) = named.split_first() else {
        let reply = |id: QuestionId| match chosen.iter().find(|(of, _)| *of == id) {
            Some((_, options)) if *options == Options::UNSURE => Reply::Unsure,
            Some((_, options)) => Reply::Given(*options),
            None => Reply::Open,
        };
        return criterion.truth(&reply) == Truth::Yes;
    };
    questions[first.index()].allowed().into_iter().all(|options| {
        chosen.push((*first, options));
        let holds = always_with(criterion, questions, rest, chosen);
        chosen.pop();
        holds
    })
}
