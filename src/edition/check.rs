//! What can only be checked once every question is read: that routing looks back, that every question is reached, and
//! that the landmarks answer as a person could.

use super::plain::At;
use super::{Criterion, Landmark, Options, Question, QuestionId, Reply, Truth};

pub(super) fn questions(structure: &At, questions: &[Question]) {
    let items = structure.get("questions").list();
    for (question, at) in questions.iter().zip(&items) {
        check_skip(question, at, questions);
        check_end(question, at);
    }
    // Where the flow ends before one question, it does before all that follow: one fault says it.
    let lost = |(question, _): &(&Question, &At)| !reached(question, questions, false);
    if let Some((Question { letter, .. }, at)) = questions.iter().zip(&items).find(lost) {
        at.fault(format!("question “{letter}” can never be reached: the flow always ends before it"));
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
    } else if reached(question, questions, false) && !reached(question, questions, true) {
        at.fault(format!("question “{}” can never be reached: every answer skips it", question.letter));
    }
}

fn check_end(question: &Question, at: &At) {
    let (Some(end), Some(at)) = (&question.end, at.find("end")) else { return };
    if end.questions().iter().any(|id| *id != question.id) {
        at.fault("should speak only of the question that it stands in");
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

/// Whether some answers lead to `question` by routing alone, or with its own skip left out of account.
///
/// Replays every allowed answer to the earlier questions that have a say: those that end the flow, those that the skip
/// names, and those that decide on them in turn. It stops at the first way that leads there.
fn reached(question: &Question, questions: &[Question], by_skip: bool) -> bool {
    let earlier = &questions[..question.id.index()];
    let mut deciding: Vec<QuestionId> = question.skip.iter().flat_map(Criterion::questions).collect();
    for question in earlier.iter().rev() {
        if question.end.is_some() || deciding.contains(&question.id) {
            deciding.push(question.id);
            deciding.extend(question.skip.iter().flat_map(Criterion::questions));
        }
    }
    let skip = question.skip.as_ref().filter(|_| by_skip);
    reached_after(skip, earlier, &deciding, &mut Vec::new())
}

fn reached_after(
    skip: Option<&Criterion>,
    earlier: &[Question],
    deciding: &[QuestionId],
    stops: &mut Vec<Reply>,
) -> bool {
    let Some(question) = earlier.get(stops.len()) else {
        return !skip.is_some_and(|skip| holds(skip, stops));
    };
    let ways = if !deciding.contains(&question.id) {
        vec![Reply::Open]
    } else if question.skip.as_ref().is_some_and(|skip| holds(skip, stops)) {
        vec![Reply::Skipped]
    } else {
        question.allowed().into_iter().map(answered).collect()
    };
    ways.into_iter().any(|stop| {
        stops.push(stop);
        let ended = question.end.as_ref().is_some_and(|end| holds(end, stops));
        let reached = !ended && reached_after(skip, earlier, deciding, stops);
        stops.pop();
        reached
    })
}

fn holds(criterion: &Criterion, stops: &[Reply]) -> bool {
    let reply = |id: QuestionId| stops.get(id.index()).copied().unwrap_or(Reply::Open);
    criterion.truth(&reply) == Truth::Yes
}

fn answered(options: Options) -> Reply {
    if options == Options::UNSURE { Reply::Unsure } else { Reply::Given(options) }
}

pub(super) fn landmarks(structure: &At, questions: &[Question], landmarks: &[Landmark]) {
    for (landmark, at) in landmarks.iter().zip(&structure.get("landmarks").list()) {
        check_answers(landmark, at, questions);
        for id in landmark.inferred.iter().filter(|id| landmark.answers.get(**id).is_empty()) {
            at.fault(format!("the answer to “{}” cannot be inferred: there is none", questions[id.index()].letter));
        }
    }
}

/// Answers complete on their route, and none beside it.
fn check_answers(landmark: &Landmark, at: &At, questions: &[Question]) {
    let (mut stops, mut ended): (Vec<Reply>, bool) = (Vec::new(), false);
    for question in questions {
        let (letter, options) = (question.letter, landmark.answers.get(question.id));
        let skipped = ended || question.skip.as_ref().is_some_and(|skip| holds(skip, &stops));
        if skipped && !options.is_empty() {
            at.fault(format!("answers “{letter}”, which does not apply"));
        } else if !skipped && options.is_empty() {
            at.fault(format!("does not answer “{letter}”, which applies"));
        } else if !skipped && !question.allows(options) {
            at.fault(format!("its answers to “{letter}” cannot be chosen together"));
        }
        stops.push(if skipped { Reply::Skipped } else { answered(options) });
        ended |= question.end.as_ref().is_some_and(|end| holds(end, &stops));
    }
}
