//! Reading the answers of a code, which are the same in the code of one programme and in that of a group.

use super::{Flaw, Problem};
use crate::edition::{Answers, Digit, Edition, Options, Question, Reply};
use crate::flow::replay;
use std::ops::Range;

/// A question of the code, and its characters.
type Piece<'e> = (&'e Question, Range<usize>);

/// Reads `body`, whose first character stands after `before` others in the code. Answers with a problem of their own are
/// left out.
pub(super) fn read_answers(edition: &Edition, body: &str, before: usize, problems: &mut Vec<Problem>) -> Answers {
    let mut answers = Answers::default();
    // One for each question at most: a text of a million repeated answers must not be searched a million times.
    let mut pieces: Vec<Piece> = Vec::with_capacity(edition.questions.len());
    let mut last: Option<&Question> = None;
    let mut rest = body;
    let mut at = before;
    while let Some(first) = rest.chars().next() {
        let (digits, after) = split_digits(&rest[first.len_utf8()..]);
        let characters = at..at + 1 + digits.len();
        (rest, at) = (after, characters.end);
        let Some(question) = edition.by_letter(first) else {
            let known = first.is_ascii_lowercase();
            problems.push(Problem::new(if known { Flaw::Question(first) } else { Flaw::Character(first) }, characters));
            if let Some(before) = last.filter(|_| !known) {
                // It may have been a digit, so the answer before it may not be whole.
                answers.set(before.id, Options::NONE);
            }
            continue;
        };
        let count = problems.len();
        let repeated = pieces.iter().any(|(earlier, _)| earlier.id == question.id);
        if repeated {
            problems.push(Problem::new(Flaw::Repeated { question: question.id }, characters.clone()));
            // Which of the two was meant is not known.
            answers.set(question.id, Options::NONE);
        } else if last.is_some_and(|earlier| earlier.id > question.id) {
            problems.push(Problem::new(Flaw::Order { question: question.id }, characters.clone()));
        }
        let options = read_options(question, digits, &characters, problems);
        if count == problems.len() {
            answers.set(question.id, options);
        }
        if !repeated {
            pieces.push((question, characters));
        }
        last = Some(question);
    }
    leave_route(edition, &answers, &pieces, problems);
    answers
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

fn read_options(question: &Question, digits: &str, characters: &Range<usize>, problems: &mut Vec<Problem>) -> Options {
    let id = question.id;
    let mut tell = |flaw: Flaw| problems.push(Problem::new(flaw, characters.clone()));
    let options: Options = digits.chars().filter_map(Digit::from_char).collect();
    for digit in options.iter().filter(|digit| !question.options().contains(*digit)) {
        tell(Flaw::Option { question: id, digit });
    }
    if digits.is_empty() {
        tell(Flaw::NoOption { question: id });
    } else if options.len() < digits.len() {
        tell(Flaw::Repeated { question: id });
    } else if !digits.bytes().is_sorted() {
        tell(Flaw::Order { question: id });
    } else if options.len() > 1 && !question.many {
        tell(Flaw::Single { question: id });
    } else if options.len() > 1
        && let Some(option) = options.and(question.exclusive).iter().next()
    {
        tell(Flaw::Exclusive { question: id, option });
    }
    options
}

/// Tells of answers to questions that do not apply. They stay among the answers, where they change nothing.
fn leave_route(edition: &Edition, answers: &Answers, pieces: &[Piece], problems: &mut Vec<Problem>) {
    let route = replay(edition, answers);
    for question in &edition.questions {
        let answered = !answers.get(question.id).is_empty();
        if answered && route.reply(question.id) == Reply::Skipped {
            let ended = route.skip_reason(question).is_none();
            let place = pieces.iter().find(|(piece, _)| piece.id == question.id);
            let characters = place.map_or(0..0, |(_, characters)| characters.clone());
            problems.push(Problem::new(Flaw::OffRoute { question: question.id, ended }, characters));
        }
    }
}
