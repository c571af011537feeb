//! Reading programmes out of what people paste and out of files.
//!
//! **Invariant.** Nothing is lost: each line that is not empty gives at least one programme, or is refused with its text
//! and its reason.

mod code;
mod columns;
mod json;
mod line;
mod reason;
mod row;
mod text;

pub use json::read_json;
pub use reason::Reason;
pub(super) use row::in_quotes;
pub use text::{NotText, text_of};

use super::Member;
use crate::edition::Edition;
use columns::Columns;
use row::Rows;

/// What a text says when read as a list of programmes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The programmes, in the order of the text.
    pub members: Vec<Member>,
    /// What could not be read, in the order of the text.
    pub refused: Vec<Refused>,
    /// The programmes are one, seen by several people.
    pub eyes: bool,
}

impl Import {
    /// Adds what the next text says, as if it stood below this one.
    pub fn append(&mut self, next: Self) {
        let before = self.members.len();
        self.eyes = next.eyes && (self.eyes || self.members.is_empty());
        self.members.extend(next.members);
        self.refused.extend(next.refused.into_iter().map(|one| Refused { after: one.after + before, ..one }));
    }
}

/// A line that could not be read. It keeps its text, so that it can be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its number in the text, from 1. In JSON, the number of the programme, or 1 for what is wrong with the file.
    pub line: usize,
    /// What stands there. A quoted cell may have line breaks.
    pub text: String,
    /// Why it could not be read.
    pub reason: Reason,
    /// How many programmes stand before it in the text.
    pub after: usize,
    /// The headings that it stands under: corrected, its cells still mean what they say.
    columns: Option<Columns>,
}

/// Reads lines: a code, a link, or a message with one of them; the code of a whole group; `name, code` and `code, name`;
/// and tables with or without a row of headings, their cells divided by commas, semicolons or tabs and quoted as RFC 4180
/// says. What [`csv`](super::csv) writes is read back as the same group.
///
/// Codes are read as typed: without a check character they are taken, and said to be unchecked.
pub fn read_lines(edition: &Edition, text: &str) -> Import {
    let mut import = Import::default();
    let mut rows = Rows::new(edition, text.trim_start_matches('\u{feff}'), 1);
    let columns = Columns::heading(edition, &mut rows);
    while !rows.is_done() {
        match &columns {
            Some(columns) => line::read_table(edition, columns, &mut rows, &mut import),
            None => line::read(edition, &mut rows, &mut import),
        }
    }
    import
}

/// Reads a line that was refused and has been corrected, perhaps to several. It is no row of headings; a row of a table is
/// read as one, or by itself if there is no code where the table has its codes.
pub fn read_line(edition: &Edition, refused: &Refused, text: &str) -> Import {
    let read = |columns: Option<Columns>| {
        let mut import = Import::default();
        let mut rows = Rows::new(edition, text, refused.line);
        while !rows.is_done() {
            match &columns {
                Some(columns) => line::read_table(edition, columns, &mut rows, &mut import),
                None => line::read(edition, &mut rows, &mut import),
            }
        }
        import
    };
    let import = read(refused.columns);
    if import.refused.iter().any(|refused| refused.reason == Reason::NoCode) { read(None) } else { import }
}
