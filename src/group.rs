//! A group: several programmes, or one programme seen by several people, side by side.
//!
//! **Invariant.** Nothing here is averaged over programmes or ranked: counts, who stands where, and how far answers
//! spread. What is not known counts neither for nor against agreement, and is counted beside it.

mod export;
mod formula;
pub mod import;
mod pairs;
mod repeats;
mod spread;
mod stacks;
mod tally;

pub use export::{csv, json};
pub use pairs::{Pair, Pairs, pairs};
pub use repeats::repeats;
pub use spread::{Spread, ranked, spreads};
pub use stacks::{Stacks, stacks};
pub use tally::{Tally, tallies};

use crate::edition::{Answers, Edition, Plain};
use crate::link::{Name, Programme};

/// What the JSON of a group says it is.
const FORMAT: &str = "peer-map-group";

/// The version of that format.
const VERSION: f64 = 1.0;

/// One programme of a group. Its number is its place in the list, from 1, whatever is hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// What it is called, if anything.
    pub name: Option<Name>,
    /// What was answered for it.
    pub answers: Answers,
    /// It stays in the list and is left out of figures, counts and the link.
    pub hidden: bool,
    /// Its code was typed without a check character, and nobody has compared the answers yet.
    pub unchecked: bool,
}

impl From<Programme> for Member {
    fn from(Programme { name, answers }: Programme) -> Self {
        Self { name, answers, hidden: false, unchecked: false }
    }
}

/// The places in the list of the programmes that are not hidden, ascending.
pub fn shown(members: &[Member]) -> Vec<usize> {
    members.iter().enumerate().filter(|(_, member)| !member.hidden).map(|(index, _)| index).collect()
}

/// The code of the programmes that are not hidden, with their names or without; `None` if none of them has an answer.
pub fn code(edition: &Edition, members: &[Member], names: bool) -> Option<String> {
    let shown = members.iter().filter(|member| !member.hidden);
    let programme =
        |member: &Member| Programme { name: member.name.clone().filter(|_| names), answers: member.answers.clone() };
    crate::link::encode_group(edition, &shown.map(programme).collect::<Vec<_>>())
}

/// A group as data, as hosts are told of it: its code, which is null while it is empty, its edition, and how many programmes
/// it has that are not hidden.
pub fn detail(edition: &Edition, code: Option<&str>, members: &[Member]) -> Plain {
    let shown = members.iter().filter(|member| !member.hidden).count();
    let entries = [
        ("code", code.map_or(Plain::Null, |code| Plain::Text(code.to_owned()))),
        ("edition", Plain::Text(edition.id())),
        ("programmes", Plain::Number(shown as f64)),
    ];
    Plain::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}
