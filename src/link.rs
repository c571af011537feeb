//! The code in a link: the whole memory of the product.
//!
//! ```text
//! code    = edition "-" answers [ "-n" name ] "-" check     ; ps1-k13w14d2f4p14h3-g
//! edition = lower-case letters, then its version in digits
//! answers = 1*( question 1*option )   ; question = a-z, option = 0-9; route order; options ascending, each once
//! name    = base32 (RFC 4648, lower case, no padding) of at most 60 characters of UTF-8
//! check   = ISO 7064 MOD 37,36 over the letters and digits before it, in lower case
//! ```
//!
//! A code has only `[a-z0-9-]` and ends in a letter or digit, so that nothing that turns text into links cuts it. Keys
//! are letters of questions, never positions, and neither letters nor digits are ever reused.
//!
//! **Invariant.** Decoding never fails and never repairs: it gives what could be read *and* every problem found. Only
//! answers on the route are written, so equal answers give equal codes.

mod base32;
mod check;
mod named;
mod problem;
mod read;

pub use named::edition_of;
pub use problem::Problem;
pub use read::{Reading, Source, decode};

use crate::edition::{Answers, Edition};
use crate::flow::replay;

/// Longest text that is looked at, in characters. A group of 60 unnamed programmes stays under it.
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
    let route = replay(edition, answers);
    let mut body = String::new();
    for question in &edition.questions {
        let options = route.reply(question.id).options();
        if !options.is_empty() {
            body.push(question.letter);
            body.extend(options.iter().map(|digit| char::from(b'0' + digit.value())));
        }
    }
    if body.is_empty() {
        return None;
    }
    let mut code = format!("{}-{body}", edition.id());
    if let Some(name) = name {
        code.push_str("-n");
        code.push_str(&base32::encode(name.as_str().as_bytes()));
    }
    let check = check::character(&code);
    code.push('-');
    code.push(check);
    Some(code)
}
