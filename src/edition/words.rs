//! The words of the interface: every sentence that is not a question, an option, a kind or a landmark.

use super::plain::At;
use std::ops::Index;

/// Declares every phrase with the slots that it must have. One table serves the type, the reader and the check, so a
/// phrase cannot be used without being required of every language, nor required without being known to the code.
macro_rules! phrases {
    ($($phrase:ident = $key:literal [$($slot:literal)*];)*) => {
        /// A phrase of the interface, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the English text in editions/ps1/en.json says what each is")]
        pub enum Phrase { $($phrase),* }

        /// The key of each phrase in the files of languages, and the slots that its text must have; the row of a phrase
        /// is its number.
        pub(super) const TABLE: &[(&str, &[&str])] = &[$(($key, &[$($slot),*])),*];
    };
}

mod phrases;

pub use phrases::Phrase;
use phrases::TABLE;

/// Text with named slots in braces, such as `Question {n} of {total}`. A translator may put them in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(String);

/// A part of a [`Template`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text to show as it stands.
    Text(&'a str),
    /// The name of what stands here.
    Slot(&'a str),
}

impl Template {
    /// The parts in the order of the sentence. Braces without a partner are text.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let mut rest = self.0.as_str();
        std::iter::from_fn(move || {
            let (piece, after) = next_piece(rest)?;
            rest = after;
            Some(piece)
        })
    }

    /// The text with each slot replaced by the value of its name.
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let value = |name: &str| values.iter().find(|(slot, _)| *slot == name).map_or("", |(_, value)| value);
        self.pieces()
            .map(|piece| match piece {
                Piece::Text(text) => text,
                Piece::Slot(name) => value(name),
            })
            .collect()
    }

    /// The text, for a phrase without slots.
    pub fn text(&self) -> &str {
        &self.0
    }
}

fn next_piece(rest: &str) -> Option<(Piece<'_>, &str)> {
    if rest.is_empty() {
        return None;
    }
    let slot = rest.strip_prefix('{').and_then(|inner| inner.split_once('}'));
    if let Some((name, after)) = slot {
        return Some((Piece::Slot(name), after));
    }
    let end = rest.char_indices().skip(1).find(|(_, character)| *character == '{').map_or(rest.len(), |(at, _)| at);
    let (text, after) = rest.split_at(end);
    Some((Piece::Text(text), after))
}

/// Every phrase of one language: none is missing, each with just the slots that the code fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(Vec<Template>);

impl Words {
    pub(super) fn read(at: &At) -> Self {
        at.expect_keys(&TABLE.iter().map(|(key, _)| *key).collect::<Vec<_>>());
        Self(TABLE.iter().map(|(key, slots)| read_template(&at.get(key), slots)).collect())
    }
}

fn read_template(at: &At, slots: &[&str]) -> Template {
    let template = Template(at.text());
    let found: Vec<&str> = template
        .pieces()
        .filter_map(|piece| match piece {
            Piece::Slot(name) => Some(name),
            Piece::Text(_) => None,
        })
        .collect();
    for slot in slots.iter().filter(|slot| !found.contains(slot)) {
        at.fault(format!("should contain {{{slot}}}"));
    }
    for (index, slot) in found.iter().enumerate() {
        if !slots.contains(slot) && !found[..index].contains(slot) {
            at.fault(format!("{{{slot}}} is not known here"));
        }
    }
    template
}

impl Index<Phrase> for Words {
    type Output = Template;

    fn index(&self, phrase: Phrase) -> &Template {
        // `read` makes one template for each row of the table, and a phrase is a row of the table.
        &self.0[phrase as usize]
    }
}
