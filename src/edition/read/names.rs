//! The ids of questions and options, which everything else refers to.

use super::super::{Digit, Options, QuestionId};
use super::At;

/// The ids of the questions and their options: read first, so that everything else can look them up.
pub(super) struct Names(pub(super) Vec<Named>);

/// A question as it is named in the files.
pub(super) struct Named {
    pub(super) letter: char,
    pub(super) digits: Vec<Digit>,
}

impl Names {
    pub(super) fn read(questions: &At) -> Self {
        let items = questions.list();
        let names: Vec<Named> = items.iter().map(read_named).collect();
        if names.is_empty() {
            questions.fault("should have at least one question");
        }
        for (index, (named, at)) in names.iter().zip(&items).enumerate() {
            if names[..index].iter().any(|earlier| earlier.letter == named.letter) {
                at.fault(format!("the letter “{}” is already another question's", named.letter));
            }
        }
        Self(names)
    }

    /// The question with this letter; an id beyond them all stands in for one that is not there.
    pub(super) fn find(&self, at: &At, letter: &str) -> QuestionId {
        let index = self.0.iter().position(|named| letter.chars().eq([named.letter]));
        QuestionId(index.and_then(|index| u8::try_from(index).ok()).unwrap_or_else(|| {
            at.fault(format!("there is no question “{letter}”"));
            u8::MAX
        }))
    }

    pub(super) fn question(&self, at: &At) -> QuestionId {
        self.find(at, &at.text())
    }

    pub(super) fn digits(&self, question: QuestionId) -> &[Digit] {
        self.0.get(question.index()).map_or(&[], |named| &named.digits)
    }

    pub(super) fn options(&self, at: &At, question: QuestionId) -> Options {
        let items = at.list();
        if items.is_empty() {
            at.fault("should name at least one option");
        }
        items.iter().map(|at| self.option(at, question)).collect()
    }

    pub(super) fn option(&self, at: &At, question: QuestionId) -> Digit {
        let value = at.whole(9);
        // Of a question that is not there, nothing more can be said.
        let Some(Named { letter, digits }) = self.0.get(question.index()) else { return Digit::UNSURE };
        digits.iter().copied().find(|digit| u16::from(digit.value()) == value).unwrap_or_else(|| {
            at.fault(format!("question “{letter}” has no option {value}"));
            Digit::UNSURE
        })
    }

    /// The keys under which the words of a question's options stand.
    pub(super) fn option_keys(&self, question: QuestionId) -> Vec<String> {
        self.digits(question).iter().map(ToString::to_string).collect()
    }
}

fn read_named(at: &At) -> Named {
    let letter = read_letter(&at.get("letter"));
    let options = at.get("options");
    let items = options.list();
    let digits: Vec<Digit> = items.iter().filter_map(|at| Digit::new(at.whole(9))).collect();
    for (index, (digit, at)) in digits.iter().zip(&items).enumerate() {
        if digits[..index].contains(digit) {
            at.fault(format!("the digit {digit} is already another option's"));
        }
    }
    if digits.last() != Some(&Digit::UNSURE) || digits.len() < 2 {
        options.fault("should end with 0, which is always “not sure, or it varies”, after at least one other");
    }
    Named { letter, digits }
}

pub(super) fn read_letter(at: &At) -> char {
    let text = at.text();
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(first @ 'a'..='z'), None) => first,
        _ => {
            at.fault("should be one letter, a to z");
            '?'
        }
    }
}
