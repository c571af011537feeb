//! Which edition a code names, before anything else of it is read: only that edition can read it.

use super::Source;
use super::pasted::{legible, part};
use crate::edition::{Edition, Phrase};

/// The name and the version of the edition that a text asks for as a code, as in [`decode`](super::decode); `None` if it
/// names none. Whether there is such an edition is not known here.
pub fn edition_of(text: &str, source: Source) -> Option<(String, u16)> {
    let text = legible(text, source);
    let whole: String = match source {
        Source::Link => part(&text).to_owned(),
        Source::Typed => part(&text).split_whitespace().collect(),
    };
    let mut words = text.split_whitespace().map(part);
    let found = split(head(&whole, source)).or_else(|| words.find_map(|word| split(head(word, source))));
    found.map(|(name, version)| (name.to_owned(), version))
}

/// The edition at the head of a code. Who types may leave out the hyphen after it, and answers have one letter each.
fn head(code: &str, source: Source) -> &str {
    let head = code.split('-').next().unwrap_or_default();
    let letters = head.bytes().take_while(u8::is_ascii_lowercase).count();
    let digits = head.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    if source == Source::Typed && letters > 1 { &head[..letters + digits] } else { head }
}

/// Letters, at least two of them, then a version from 1 as an edition writes it: without zeros before it.
fn split(id: &str) -> Option<(&str, u16)> {
    let name = id.trim_end_matches(|character: char| character.is_ascii_digit());
    let version = &id[name.len()..];
    let written = name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_lowercase()) && !version.starts_with('0');
    version.parse().ok().filter(|_| written).map(|version| (name, version))
}

/// What to say of a code that names `found`, on a page whose own edition is `known`: a later version of it, an earlier one
/// that is not at hand, or something else altogether.
pub(super) fn unknown(known: &Edition, found: &str) -> Phrase {
    match split(found) {
        Some((name, version)) if name == known.name && version > known.version => Phrase::ProblemNewer,
        Some((name, version)) if name == known.name && version < known.version => Phrase::ProblemUnloaded,
        _ => Phrase::ProblemEdition,
    }
}
