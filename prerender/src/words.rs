//! The words of the pages that are written here, beside those of the edition: one file a language, `words/<tag>.json` for
//! the pages of the kinds, and the same in a folder of its own for each page that says much.
//!
//! They are not in the edition, since the widget never says them. They are read as strictly: a message that is missing,
//! that nothing here says, or that lacks one of its slots fails the build, by its path.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// Declares every message of some pages with the slots that it must have, and the folder of the files.
macro_rules! messages {
    ($(#[$about:meta])* $words:ident in $folder:literal $($(#[$doc:meta])* $name:ident [$($slot:literal)*];)*) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $words {
            $($(#[$doc])* pub $name: Message),*
        }

        impl $words {
            /// The messages by their keys, each with its slots.
            const TABLE: Table = &[$((stringify!($name), &[$($slot),*])),*];

            /// The words of a language, from this package's own files.
            ///
            /// # Errors
            ///
            /// Everything that is wrong with the file, each by its path.
            pub fn load(tag: &str) -> Result<Self> {
                Self::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join($folder), tag)
            }

            /// The words of a language, from a folder with one file a language.
            ///
            /// # Errors
            ///
            /// Everything that is wrong with the file, each by its path.
            pub fn read(folder: &Path, tag: &str) -> Result<Self> {
                let file = folder.join(format!("{tag}.json"));
                let texts = texts(&file, Self::TABLE)?;
                Self::of(&texts).with_context(|| format!("{} lacks a message.", file.display()))
            }

            /// Every message by its key, with its slots as they are.
            #[must_use]
            pub fn all(&self) -> Vec<(&'static str, &str)> {
                vec![$((stringify!($name), self.$name.text())),*]
            }

            fn of(texts: &Map<String, Value>) -> Option<Self> {
                Some(Self { $($name: Message(texts.get(stringify!($name))?.as_str()?.to_owned())),* })
            }
        }
    };
}

mod tables;

pub use tables::{AccessibilityWords, EmbedWords, PosterWords, Words, WorksheetWords};

/// Keys of messages, each with the slots that its text must have.
type Table = &'static [(&'static str, &'static [&'static str])];

/// A text with named slots in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message(String);

impl Message {
    /// The text of a message without slots.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The text with each slot replaced by the value of its name.
    #[must_use]
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let mut pieces = self.0.split('{');
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |filled, piece| {
            let (slot, rest) = piece.split_once('}').unwrap_or(("", piece));
            let value = values.iter().find(|(name, _)| *name == slot).map_or("", |(_, value)| value);
            filled + value + rest
        })
    }
}

/// The texts of a file, if they are those of the table.
fn texts(file: &Path, table: Table) -> Result<Map<String, Value>> {
    let name = file.display();
    let text = fs::read_to_string(file)
        .with_context(|| format!("{name} cannot be read: every language of the edition needs one."))?;
    let texts: Map<String, Value> =
        serde_json::from_str(&text).with_context(|| format!("{name} is not a JSON object."))?;
    let faults = faults(&texts, table);
    let lines: Vec<String> = faults.iter().map(|fault| format!("{name}: {fault}")).collect();
    ensure!(faults.is_empty(), "{}", lines.join("\n"));
    Ok(texts)
}

fn faults(texts: &Map<String, Value>, table: Table) -> Vec<String> {
    let known = |key: &String| table.iter().any(|(name, _)| name == key);
    let surplus = texts.keys().filter(|key| !known(key)).map(|key| format!("{key} is not known here"));
    let wrong = table.iter().flat_map(|(name, slots)| match texts.get(*name) {
        None => vec![format!("{name} is missing")],
        Some(Value::String(text)) => {
            message_faults(text, slots).into_iter().map(|fault| format!("{name} {fault}")).collect()
        }
        Some(_) => vec![format!("{name} should be text")],
    });
    surplus.chain(wrong).collect()
}

fn message_faults(text: &str, slots: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    if text.trim().is_empty() || text.trim() != text || text.chars().any(char::is_control) {
        faults.push("is empty, or has spaces around it or control characters".to_owned());
    }
    let mut found = Vec::new();
    let mut pieces = text.split('{');
    let braces = pieces.next().is_some_and(|first| first.contains('}'));
    let closed = pieces.all(|piece| match piece.split_once('}') {
        Some((slot, rest)) => {
            found.push(slot);
            !rest.contains('}')
        }
        None => false,
    });
    if braces || !closed {
        faults.push("has a brace without a partner".to_owned());
    }
    for slot in slots.iter().filter(|slot| !found.contains(slot)) {
        faults.push(format!("should contain {{{slot}}}"));
    }
    for slot in found.iter().filter(|slot| !slots.contains(slot)) {
        faults.push(format!("has {{{slot}}}, which is not known here"));
    }
    faults
}
