//! The code in a link: the whole memory of the product.
//!
//! **Invariant.** Decoding never fails and never repairs: it gives what could be read *and* every problem found. Only
//! answers on the route are written, so equal answers give equal codes.
//!
//! What follows is `docs/link-format.md`, which other implementations go by too; `docs/link-format.json` has its vectors.
//!
#![doc = include_str!("../docs/link-format.md")]

mod answers;
mod base32;
mod check;
mod group;
mod named;
mod pasted;
mod problem;
mod read;

pub use group::{GroupReading, MOST_GROUP_CHARACTERS, Programme, decode_group, encode_group, names_group};
pub use named::edition_of;
pub use problem::{Flaw, Problem};
pub use read::{Reading, Source, decode};

use crate::edition::{Answers, Edition};
use crate::flow::replay;

/// Longest code of one programme that is read, in characters. A group of 60 unnamed programmes stays under it too.
pub const MOST_CHARACTERS: usize = 2_000;

/// A programme's name, as its maker chose to put it into the link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    /// Longest name, in characters.
    pub const MOST: usize = 60;

    /// The name without the spaces around it; `None` if it is empty, longer than [`Name::MOST`], or has characters that
    /// are no text: controls, and noncharacters (Unicode 23.7), which no XML document may hold.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = (1..=Self::MOST).contains(&text.chars().count());
        let noncharacter = |code: u32| code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
        let no_text = |character: char| character.is_control() || noncharacter(u32::from(character));
        (fits && !text.chars().any(no_text)).then(|| Self(text.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The code of the answers on the route; `None` if there are none, since a code has at least one.
pub fn encode(edition: &Edition, answers: &Answers, name: Option<&Name>) -> Option<String> {
    let mut code = format!("{}-", edition.id());
    if !write_answers(edition, answers, &mut code) {
        return None;
    }
    if let Some(name) = name {
        code.push_str("-n");
        code.push_str(&base32::encode(name.as_str().as_bytes()));
    }
    let check = check::character(&code);
    code.push('-');
    code.push(check);
    Some(code)
}

/// Writes the answers on the route to the end of a code; false if there are none.
fn write_answers(edition: &Edition, answers: &Answers, code: &mut String) -> bool {
    let route = replay(edition, answers);
    let before = code.len();
    for question in &edition.questions {
        let options = route.reply(question.id).options();
        if !options.is_empty() {
            code.push(question.letter);
            code.extend(options.iter().map(|digit| char::from(b'0' + digit.value())));
        }
    }
    code.len() > before
}
