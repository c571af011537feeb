//! What can be wrong with a code, as values and in the reader's words.

use super::{MOST_CHARACTERS, named};
use crate::edition::{Digit, Edition, Phrase, QuestionId};

/// One thing that is wrong with a code. Places count characters of the code from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are named in the sentences of `Problem::message`")]
pub enum Problem {
    /// There is no code.
    Empty,
    /// The text is longer than any code.
    Length,
    /// A character that no code has.
    Character { character: char, at: usize },
    /// The code names an edition that is not this one.
    Edition { found: String },
    /// The code does not begin with an edition.
    NoEdition,
    /// The code is a group's.
    Group,
    /// The check character is not there.
    CheckMissing,
    /// The check character does not fit.
    CheckWrong,
    /// A letter that stands for no question.
    Question { letter: char, at: usize },
    /// A digit that stands for no option of its question.
    Option { question: QuestionId, digit: Digit },
    /// A question without an option.
    NoOption { question: QuestionId },
    /// A question, or an option of it, that stands twice.
    Repeated { question: QuestionId },
    /// A question out of the order of asking, or options that do not ascend.
    Order { question: QuestionId },
    /// An option that stands alone, beside others.
    Exclusive { question: QuestionId, option: Digit },
    /// Several options of a question that takes one.
    Single { question: QuestionId },
    /// An answer to a question that does not apply: skipped, or after the end of the flow.
    OffRoute { question: QuestionId, ended: bool },
    /// A name that is not base32, not UTF-8, or too long.
    Name,
    /// Parts that stand where nothing belongs.
    Tail { tail: String },
}

impl Problem {
    /// The word for it in `data-problem` and in events.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Length => "length",
            Self::Character { .. } => "character",
            Self::Edition { .. } | Self::NoEdition => "edition",
            Self::Group => "group",
            Self::CheckMissing | Self::CheckWrong => "check",
            Self::Question { .. }
            | Self::Option { .. }
            | Self::NoOption { .. }
            | Self::Repeated { .. }
            | Self::Order { .. }
            | Self::Exclusive { .. }
            | Self::Single { .. }
            | Self::OffRoute { .. } => "answer",
            Self::Name => "name",
            Self::Tail { .. } => "tail",
        }
    }

    /// The problem as a sentence, in the language of the edition.
    pub fn message(&self, edition: &Edition) -> String {
        let fill = |phrase: Phrase, values: &[(&str, &str)]| edition.words[phrase].fill(values);
        let text = |question: &QuestionId| edition.question(*question).text.as_str();
        let option = |question: &QuestionId, digit: &Digit| {
            edition.question(*question).choice(*digit).map_or_else(String::new, |choice| choice.text.clone())
        };
        let known = edition.id();
        match self {
            Self::Empty => fill(Phrase::ProblemEmpty, &[]),
            Self::Length => fill(Phrase::ProblemLength, &[("most", &MOST_CHARACTERS.to_string())]),
            Self::Character { character, at } => {
                let (character, at) = (character.to_string(), at.to_string());
                fill(Phrase::ProblemCharacter, &[("character", &character), ("at", &at)])
            }
            Self::Edition { found } => fill(named::unknown(edition, found), &[("found", found), ("known", &known)]),
            Self::NoEdition => fill(Phrase::ProblemNoEdition, &[("known", &known)]),
            Self::Group => fill(Phrase::ProblemGroup, &[]),
            Self::CheckMissing => fill(Phrase::ProblemCheckMissing, &[]),
            Self::CheckWrong => fill(Phrase::ProblemCheckWrong, &[]),
            Self::Question { letter, at } => {
                fill(Phrase::ProblemQuestion, &[("letter", &letter.to_string()), ("at", &at.to_string())])
            }
            Self::Option { question, digit } => {
                fill(Phrase::ProblemOption, &[("digit", &digit.to_string()), ("question", text(question))])
            }
            Self::NoOption { question } => fill(Phrase::ProblemNoOption, &[("question", text(question))]),
            Self::Repeated { question } => fill(Phrase::ProblemRepeated, &[("question", text(question))]),
            Self::Order { question } => fill(Phrase::ProblemOrder, &[("question", text(question))]),
            Self::Exclusive { question, option: digit } => {
                let option = option(question, digit);
                fill(Phrase::ProblemExclusive, &[("option", &option), ("question", text(question))])
            }
            Self::Single { question } => fill(Phrase::ProblemSingle, &[("question", text(question))]),
            Self::OffRoute { question, ended } => {
                let skipped = edition.question(*question).skipped.as_deref().filter(|_| !ended);
                let reason = skipped.unwrap_or_else(|| edition.words[Phrase::NotAsked].text());
                fill(Phrase::ProblemOffRoute, &[("question", text(question)), ("reason", reason)])
            }
            Self::Name => fill(Phrase::ProblemName, &[]),
            Self::Tail { tail } => fill(Phrase::ProblemTail, &[("tail", tail)]),
        }
    }
}
