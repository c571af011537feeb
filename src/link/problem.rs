//! What can be wrong with a code, as values and in the reader's words.

use super::named;
use crate::edition::{Digit, Edition, Phrase, QuestionId};
use std::ops::Range;

/// One thing that is wrong with a code, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub flaw: Flaw,
    /// The place of the first character that it is about, counted from 1.
    pub at: usize,
    /// How many characters it is about; none where something is missing, or where the code as a whole is wrong.
    pub length: usize,
}

/// What can be wrong with a code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are named in the sentences of `Problem::message`")]
pub enum Flaw {
    /// There is no code.
    Empty,
    /// The text is longer than any code.
    Length { most: usize },
    /// There are several codes, where one is asked for.
    Several { count: usize },
    /// A character that no code has.
    Character(char),
    /// The code names an edition that is not this one.
    Edition { found: String },
    /// The code does not begin with an edition.
    NoEdition,
    /// The code is a group's, where that of one programme is asked for.
    Group,
    /// The code is that of one programme, where a group's is asked for.
    NoGroup,
    /// The check character is not there.
    CheckMissing,
    /// The check character does not fit.
    CheckWrong,
    /// A letter that stands for no question.
    Question(char),
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
    /// Something wrong with these characters, counted from 0.
    pub(super) fn new(flaw: Flaw, characters: Range<usize>) -> Self {
        Self { flaw, at: characters.start + 1, length: characters.len() }
    }

    /// The word for it in `data-problem` and in events.
    pub fn id(&self) -> &'static str {
        self.flaw.id()
    }

    /// The problem as a sentence, in the language of the edition.
    pub fn message(&self, edition: &Edition) -> String {
        self.flaw.message(edition, self.at)
    }
}

impl Flaw {
    fn id(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Length { .. } => "length",
            Self::Several { .. } => "several",
            Self::Character(_) => "character",
            Self::Edition { .. } | Self::NoEdition => "edition",
            Self::Group | Self::NoGroup => "group",
            Self::CheckMissing | Self::CheckWrong => "check",
            Self::Question(_)
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

    fn message(&self, edition: &Edition, at: usize) -> String {
        let fill = |phrase: Phrase, values: &[(&str, &str)]| edition.words[phrase].fill(values);
        let text = |question: &QuestionId| edition.question(*question).text.as_str();
        let option = |question: &QuestionId, digit: &Digit| {
            edition.question(*question).choice(*digit).map_or_else(String::new, |choice| choice.text.clone())
        };
        let known = edition.id();
        match self {
            Self::Empty => fill(Phrase::ProblemEmpty, &[]),
            Self::Length { most } => fill(Phrase::ProblemLength, &[("most", &most.to_string())]),
            Self::Several { count } => fill(Phrase::ProblemSeveral, &[("n", &count.to_string())]),
            Self::Character(character) => {
                fill(Phrase::ProblemCharacter, &[("character", &character.to_string()), ("at", &at.to_string())])
            }
            Self::Edition { found } => fill(named::unknown(edition, found), &[("found", found), ("known", &known)]),
            Self::NoEdition => fill(Phrase::ProblemNoEdition, &[("known", &known)]),
            Self::Group => fill(Phrase::ProblemGroup, &[]),
            Self::NoGroup => fill(Phrase::ProblemNoGroup, &[]),
            Self::CheckMissing => fill(Phrase::ProblemCheckMissing, &[]),
            Self::CheckWrong => fill(Phrase::ProblemCheckWrong, &[]),
            Self::Question(letter) => {
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
