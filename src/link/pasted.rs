//! Finding the code in what was typed, pasted or opened: a bare code, a link as a messenger left it, a whole message.

use super::read::split_check;
use super::{Flaw, Problem, Source};
use crate::edition::Edition;
use percent_encoding::percent_decode_str;
use std::collections::HashSet;

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

/// The part of an address that holds the code, or the whole text if it is no address, without what stands around it. A
/// fragment without a hyphen is no code, and may be the name of a place on a page.
pub(super) fn part(text: &str) -> &str {
    let (address, fragment) = text.rsplit_once('#').map_or((text, None), |(before, after)| (before, Some(after)));
    let query = address.split_once("?c=").or_else(|| address.split_once("&c="));
    let query = query.map(|(_, query)| query.split('&').next().unwrap_or_default());
    let part = match (fragment, query) {
        (Some(fragment), None) if !fragment.is_empty() => fragment,
        (Some(fragment), Some(_)) if fragment.contains('-') => fragment,
        (_, Some(query)) => query,
        (_, None) => address,
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
fn beginning(part: &str) -> &str {
    let foreign = |character: char| !(character.is_ascii_alphanumeric() || "-.~".contains(character));
    part.split(foreign).next().unwrap_or_default().trim_end_matches(closes)
}

/// How far a text can be relied on as a code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Soundness {
    /// Something is wrong.
    Damaged,
    /// Nothing is wrong, but no check character says so.
    Unchecked,
    /// The check character vouches for it.
    Sound,
}

impl Soundness {
    pub(super) fn new(problems: &[Problem], checked: bool) -> Self {
        match (problems.is_empty(), checked) {
            (false, _) => Self::Damaged,
            (true, false) => Self::Unchecked,
            (true, true) => Self::Sound,
        }
    }
}

/// What is read of a code: of one programme, or of a group.
pub(super) trait Code {
    /// Reads a text that is nothing but a code.
    fn read(edition: &Edition, code: &str, source: Source) -> Self;
    fn soundness(&self) -> Soundness;
    /// A text of which nothing could be read, and why.
    fn damaged(text: String, problem: Problem) -> Self;
}

/// Reads the code in a text, wherever it stands there.
pub(super) fn find<C: Code>(edition: &Edition, text: &str, source: Source) -> C {
    let text = legible(text, source);
    let whole = joined(edition, part(&text), source);
    let code = C::read(edition, &whole, source);
    if code.soundness() != Soundness::Damaged && is_one_word(&text) {
        return code;
    }
    match sought(edition, &text, &whole, &|code| C::read(edition, code, source).soundness()) {
        Sought::Whole => code,
        Sought::Word(word) => C::read(edition, word, source),
        Sought::Several(count) => C::damaged(whole, Problem::new(Flaw::Several { count }, 0..0)),
    }
}

/// Which part of a text is its code.
enum Sought<'t> {
    /// All of it, whether it is sound or not.
    Whole,
    /// This word.
    Word(&'t str),
    /// None: there are as many different ones.
    Several(usize),
}

/// Whether a text has nothing in it that could be a second code.
fn is_one_word(text: &str) -> bool {
    !text.contains(char::is_whitespace)
}

/// Finds the code in a text: the text as it stands if that is one, or else the one code among its words.
fn sought<'t>(edition: &Edition, text: &'t str, whole: &str, soundness: &dyn Fn(&str) -> Soundness) -> Sought<'t> {
    let sound = |code: &&str| soundness(code) == Soundness::Sound;
    let sound: Vec<&str> = words(edition, text).map(leading).filter(sound).collect();
    // A text of a million codes must not be searched a million times.
    let found: HashSet<&str> = sound.iter().copied().collect();
    let state = soundness(whole);
    let other = state == Soundness::Sound && !found.contains(&whole);
    let begun = |code: &&str| names_edition(edition, code);
    match sound.first() {
        Some(_) if found.len() + usize::from(other) > 1 => Sought::Several(found.len() + usize::from(other)),
        _ if state != Soundness::Damaged => Sought::Whole,
        Some(found) => Sought::Word(found),
        // Of what is damaged, that is told which at least begins as a code.
        None if begun(&whole) => Sought::Whole,
        None => words(edition, text).find(begun).map_or(Sought::Whole, Sought::Word),
    }
}

/// The words of a text that may be or hold codes. None, where the last one ends as codes do but does not begin so: then it
/// is the end of a damaged code, and what stands before it is no whole one.
fn words<'t>(edition: &Edition, text: &'t str) -> impl Iterator<Item = &'t str> {
    let last = text.split_whitespace().next_back().map(part);
    let stray = last.is_some_and(|last| split_check(last).1.is_some() && !names_edition(edition, last));
    text.split_whitespace().take_while(move |_| !stray).map(part).filter(|word| !word.is_empty())
}

/// A word without what a service or a sentence put after the code in it. Where that ends as codes do, it stays.
fn leading(word: &str) -> &str {
    if split_check(word).1.is_some() { word } else { beginning(word) }
}

/// The part of a text that would be the code, as it is written.
fn joined(edition: &Edition, part: &str, source: Source) -> String {
    if source == Source::Link {
        return part.to_owned();
    }
    let joined: String = part.chars().filter(|character| !character.is_whitespace()).collect();
    // A worksheet prints the hyphen before the check that it leaves blank, and people copy it.
    let joined = joined.trim_end_matches('-');
    let id = edition.id();
    match joined.strip_prefix(&id) {
        // Who is told a code by word of mouth leaves this hyphen out. Answers begin with a letter, so no slip of the hand
        // makes another code of it.
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_lowercase()) => format!("{id}-{rest}"),
        _ => joined.to_owned(),
    }
}

fn names_edition(edition: &Edition, text: &str) -> bool {
    text.strip_prefix(&edition.id()).is_some_and(|rest| rest.starts_with('-'))
}
