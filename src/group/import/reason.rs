//! Why a line was refused, as values and in the reader's words.

use crate::edition::{Edition, Phrase, in_a_line};
use crate::link::{Flaw, Name, Problem};

/// Why a line was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has no code.
    NoCode,
    /// Its code is damaged, or there are several.
    Code(Vec<Problem>),
    /// Its name is too long, or has characters that are no text.
    Name,
    /// Its column `hidden` says neither yes nor no, but this.
    Hidden(String),
    /// A value in JSON that is not what it should be.
    Json {
        /// Its place, such as `programmes[2].code`.
        path: String,
    },
    /// JSON that is no group of ours.
    Format,
    /// A version of the format that is not known, as it is written.
    Version(String),
}

impl Reason {
    /// The word for it in `data-problem`.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoCode => "empty",
            Self::Code(problems) => problems.first().map_or("empty", Problem::id),
            Self::Name => "name",
            Self::Hidden(_) => "hidden",
            Self::Json { .. } => "value",
            Self::Format => "format",
            Self::Version(_) => "version",
        }
    }

    /// What is wrong and what to do, in the language of the edition.
    pub fn message(&self, edition: &Edition) -> String {
        let fill = |phrase: Phrase, values: &[(&str, &str)]| edition.words[phrase].fill(values);
        match self {
            Self::NoCode => fill(Phrase::ImportNoCode, &[("edition", &edition.id())]),
            Self::Code(problems) => in_a_line(problems.iter().map(|problem| of_line(edition, problem))),
            Self::Name => fill(Phrase::ImportName, &[("most", &Name::MOST.to_string())]),
            Self::Hidden(found) => fill(Phrase::ImportHidden, &[("found", found)]),
            Self::Json { path } => fill(Phrase::ImportValue, &[("path", path)]),
            Self::Format => fill(Phrase::ImportFormat, &[]),
            Self::Version(found) => fill(Phrase::ImportVersion, &[("found", found)]),
        }
    }
}

/// In a list, several codes are no mistake but stand in one line.
fn of_line(edition: &Edition, problem: &Problem) -> String {
    match problem.flaw {
        Flaw::Several { count } => edition.words[Phrase::ImportSeveral].fill(&[("n", &count.to_string())]),
        _ => problem.message(edition),
    }
}
