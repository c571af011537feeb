//! What a host asked for and did not get, above every screen: the widget stands, and says so.

use crate::edition::{Edition, Phrase};
use yew::{Html, html};

/// Something that was asked for by the reader or the host, and could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The words of the language of this name did not come.
    Unloaded(String),
    /// The host asks for a language that the edition does not speak.
    Language(String),
    /// The host asks for something that no widget knows.
    Setting {
        /// The name of the attribute, or of the part of the query.
        name: &'static str,
        /// What is asked for.
        value: String,
        /// What holds instead.
        default: &'static str,
    },
    /// The host asks for an edition that cannot be used; the built-in one is shown.
    Edition {
        /// The address of its folder.
        address: String,
        /// Why not.
        failure: Failure,
    },
}

/// Why an edition, or a file of it, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing came: there is nobody at the address, or the browser may not read what is there.
    Unreachable,
    /// The server answered with this status (RFC 9110) instead of the file.
    Status(u16),
    /// The file is larger than [`Failure::MOST_BYTES`].
    TooLarge,
    /// The file is not JSON.
    NotJson,
    /// The files are no edition.
    Faulty {
        /// How many faults they have.
        count: usize,
        /// The first of them.
        first: String,
    },
}

impl Failure {
    /// The largest file of an edition that is read, in bytes.
    pub const MOST_BYTES: u32 = 1_000_000;

    fn sentence(&self, edition: &Edition) -> String {
        let words = &edition.words;
        match self {
            Self::Unreachable => words[Phrase::EditionUnreachable].text().to_owned(),
            Self::Status(status) => words[Phrase::EditionStatus].fill(&[("status", &status.to_string())]),
            Self::TooLarge => words[Phrase::EditionTooLarge].text().to_owned(),
            Self::NotJson => words[Phrase::EditionNotJson].text().to_owned(),
            Self::Faulty { count, first } => {
                words[Phrase::EditionFaulty].fill(&[("n", &count.to_string()), ("fault", first)])
            }
        }
    }
}

impl Notice {
    /// The word for it in `data-problem`.
    fn id(&self) -> &'static str {
        match self {
            Self::Unloaded(_) => "language",
            Self::Language(_) => "lang",
            Self::Setting { name, .. } => name,
            Self::Edition { .. } => "edition",
        }
    }

    fn sentence(&self, edition: &Edition) -> String {
        let words = &edition.words;
        match self {
            Self::Unloaded(language) => words[Phrase::LanguageFailed].fill(&[("language", language)]),
            Self::Language(asked) => {
                words[Phrase::LanguageUnknown].fill(&[("asked", asked), ("language", &edition.spoken().name)])
            }
            Self::Setting { name, value, default } => {
                words[Phrase::SettingUnknown].fill(&[("name", name), ("value", value), ("default", default)])
            }
            Self::Edition { address, failure } => {
                let reason = failure.sentence(edition);
                words[Phrase::EditionFailed].fill(&[("address", address), ("reason", &reason), ("id", &edition.id())])
            }
        }
    }
}

pub(super) fn notices(edition: &Edition, notices: &[Notice]) -> Html {
    let notice = |notice: &Notice| {
        html! { <div class="pm-problem is-notice" role="alert" data-problem={notice.id()}><p>{ notice.sentence(edition) }</p></div> }
    };
    html! { <>{ for notices.iter().map(notice) }</> }
}
