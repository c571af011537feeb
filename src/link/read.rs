//! Reading a code: what it says, and everything that is wrong with it.

use super::answers::read_answers;
use super::pasted::{Code, Soundness, find};
use super::{Flaw, MOST_CHARACTERS, Name, Problem, base32, check, group};
use crate::edition::{Answers, Edition};

/// Where the text of a code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An address or an attribute: its check character must be there.
    Link,
    /// Typed or pasted by a person, perhaps from paper, where the check character is left blank. Spaces do not count.
    Typed,
}

/// What a text says when read as a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The text that was read as a code: without an address before it, in lower case.
    pub text: String,
    /// The answers that could be read; those with a problem of their own are left out.
    pub answers: Answers,
    /// The name in the code, if it has one.
    pub name: Option<Name>,
    /// Whether a check character vouched for the code.
    pub checked: bool,
    /// Everything that is wrong, the most general first. With any problem, nothing read may be used unasked.
    pub problems: Vec<Problem>,
}

/// Reads a code, or a link or message that holds one. Never fails: what is wrong is told in `problems`.
///
/// What stands around a code, such as the words of a message, is only left away if the rest is whole and its check character
/// vouches for it.
pub fn decode(edition: &Edition, text: &str, source: Source) -> Reading {
    find(edition, text, source)
}

impl Code for Reading {
    fn read(edition: &Edition, code: &str, source: Source) -> Self {
        read(edition, code, source)
    }

    fn soundness(&self) -> Soundness {
        Soundness::new(&self.problems, self.checked)
    }

    fn damaged(text: String, problem: Problem) -> Self {
        Self { text, answers: Answers::default(), name: None, checked: false, problems: vec![problem] }
    }
}

fn read(edition: &Edition, text: &str, source: Source) -> Reading {
    let owned = text.to_owned();
    let mut reading =
        Reading { text: owned, answers: Answers::default(), name: None, checked: false, problems: Vec::new() };
    match head(edition, text, MOST_CHARACTERS) {
        Ok(Body::One(rest)) => {
            read_parts(edition, rest, source, &mut reading);
        }
        Ok(Body::Group(_)) => {
            reading.problems.push(Problem::new(Flaw::Group, 0..0));
            reading.problems.extend(group::read(edition, text, source).problems);
        }
        Err(problem) => reading.problems.push(problem),
    }
    reading
}

/// What follows the edition in a code.
pub(super) enum Body<'t> {
    /// The answers of one programme.
    One(&'t str),
    /// The programmes of a group, the point before the first included.
    Group(&'t str),
}

/// What follows the edition, or why nothing can be read.
pub(super) fn head<'t>(edition: &Edition, text: &'t str, most: usize) -> Result<Body<'t>, Problem> {
    if text.is_empty() {
        return Err(Problem::new(Flaw::Empty, 0..0));
    }
    let (head, rest) = text.split_once('-').unwrap_or((text, ""));
    let group = rest.strip_prefix('g').filter(|group| group.starts_with('.'));
    if text.chars().nth(most).is_some() && group.is_none() {
        return Err(Problem::new(Flaw::Length { most }, 0..0));
    }
    if head == edition.id() {
        return Ok(group.map_or(Body::One(rest), Body::Group));
    }
    let letters = head.trim_end_matches(|character: char| character.is_ascii_digit());
    let named =
        letters.len() > 1 && letters.len() < head.len() && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    let flaw = if named { Flaw::Edition { found: head.to_owned() } } else { Flaw::NoEdition };
    Err(Problem::new(flaw, 0..if named { head.len() } else { 0 }))
}

fn read_parts(edition: &Edition, rest: &str, source: Source, reading: &mut Reading) {
    let before = edition.id().len() + 1;
    let (rest, check) = split_check(rest);
    reading.checked = vouched(&reading.text, check, source, &mut reading.problems);
    let (body, tail) = rest.split_once('-').map_or((rest, None), |(body, tail)| (body, Some(tail)));
    reading.answers = read_answers(edition, body, before, &mut reading.problems);
    if let Some(tail) = tail {
        read_tail(tail, before + body.chars().count() + 1, reading);
    }
    if reading.answers.is_empty() && reading.problems.is_empty() {
        reading.problems.push(Problem::new(Flaw::Empty, 0..0));
    }
}

/// The check character at the end, if the last part is one. A name is longer: it has the letter `n` before it.
pub(super) fn split_check(rest: &str) -> (&str, Option<char>) {
    let is_check = |part: &str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match rest.rsplit_once('-') {
        Some((before, last)) if is_check(last) => (before, last.chars().next()),
        _ => (rest, None),
    }
}

/// Whether the check character vouches for the code that it ends; otherwise it is told.
pub(super) fn vouched(text: &str, check: Option<char>, source: Source, problems: &mut Vec<Problem>) -> bool {
    let end = || text.chars().count();
    match check {
        Some(check) if check::character(&text[..text.len() - check.len_utf8()]) == check => return true,
        Some(_) => problems.push(Problem::new(Flaw::CheckWrong, end()..end())),
        None if source == Source::Link => problems.push(Problem::new(Flaw::CheckMissing, end()..end())),
        None => {}
    }
    false
}

/// Reads what stands between the answers and the check character, from this place on.
fn read_tail(tail: &str, before: usize, reading: &mut Reading) {
    let (first, rest) = tail.split_once('-').map_or((tail, None), |(first, rest)| (first, Some(rest)));
    let mut unread = Some(tail);
    if let Some(encoded) = first.strip_prefix('n').filter(|encoded| !encoded.is_empty()) {
        reading.name = read_name(encoded);
        if reading.name.is_none() {
            let end = before + first.chars().count();
            reading.problems.push(Problem::new(Flaw::Name, before..end));
        }
        unread = rest;
    }
    if let Some(unread) = unread {
        let start = before + tail.chars().count() - unread.chars().count();
        let characters = start - 1..start + unread.chars().count();
        reading.problems.push(Problem::new(Flaw::Tail { tail: format!("-{unread}") }, characters));
    }
}

/// The name that base32 stands for; `None` if it is none, or not written as it would be.
pub(super) fn read_name(encoded: &str) -> Option<Name> {
    let text = base32::decode(encoded).and_then(|bytes| String::from_utf8(bytes).ok())?;
    Name::new(&text).filter(|name| name.as_str() == text)
}
