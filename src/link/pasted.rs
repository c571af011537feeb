//! Finding the code in what was typed, pasted or opened: a bare code, a link as a messenger left it, a whole message.

use super::Source;
use percent_encoding::percent_decode_str;

/// How often a link may have been percent-encoded: once by each service that wrapped it in a link of its own.
const MOST_LAYERS: usize = 3;

/// The text without what nobody sees or means: invisible characters, percent-encoding, capitals, spaces around it.
///
/// Only A to Z become small letters: other capitals are no mistake of a keyboard. A keyboard for Chinese types full-width
/// letters, and many a word processor makes a dash of a hyphen; both only happen to what a person types or pastes.
pub(super) fn legible(text: &str, source: Source) -> String {
    let mut text = text.to_owned();
    for _ in 0..MOST_LAYERS {
        match is_escaped(&text).then(|| percent_decode_str(&text).decode_utf8()) {
            Some(Ok(decoded)) => text = decoded.into_owned(),
            _ => break,
        }
    }
    let seen = text.trim().chars().filter(|character| !is_invisible(*character));
    match source {
        Source::Link => seen.map(|character| character.to_ascii_lowercase()).collect(),
        Source::Typed => seen.map(|character| from_keyboard(character).to_ascii_lowercase()).collect(),
    }
}

/// Whether the text has percent signs as an encoder sets them. None escapes the characters of a code (RFC 3986, section
/// 2.3), so where one of these is escaped, the sign is a slip.
fn is_escaped(text: &str) -> bool {
    let byte = |escape: &str| escape.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    let mut escapes = text.split('%').skip(1).peekable();
    let reserved = |byte: u8| !(byte.is_ascii_alphanumeric() || b"-.~".contains(&byte));
    escapes.peek().is_some() && escapes.all(|escape| byte(escape).is_none_or(reserved))
}

/// Characters that messengers and word processors add for breaking and for the direction of writing: those of Unicode's
/// `Default_Ignorable_Code_Point` that are in use for it.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

fn from_keyboard(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        // Full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}

/// The part of an address that holds the code, or the whole text if it is no address, without what stands around it.
pub(super) fn part(text: &str) -> &str {
    let part = match (text.rsplit_once('#'), text.split_once("?c=").or_else(|| text.split_once("&c="))) {
        (Some((_, fragment)), _) if !fragment.is_empty() => fragment,
        (_, Some((_, query))) => query.split(['&', '#']).next().unwrap_or_default(),
        (Some((before, _)), None) => before,
        (None, None) => text,
    };
    part.trim_start_matches(opens).trim_end_matches(closes)
}

/// What stands before a link in a sentence: brackets and quotation marks.
fn opens(character: char) -> bool {
    character.is_whitespace() || "<([{\"'“„‘«‹「『【《〈（*_`".contains(character)
}

/// What stands after one, where no code ends: codes end in a letter or digit.
fn closes(character: char) -> bool {
    character.is_whitespace() || ">)]}\"'”’»›」』】》〉）.,;:!?…。，；：！？、*_~`|\\".contains(character)
}

/// The longest beginning that has only characters of a code: what a service or a sentence added comes after it.
pub(super) fn beginning(part: &str) -> &str {
    let foreign = |character: char| !(character.is_ascii_alphanumeric() || "-.~".contains(character));
    part.split(foreign).next().unwrap_or_default().trim_end_matches(closes)
}
