//! The code of a group: several programmes in one link.

use super::answers::read_answers;
use super::pasted::{Code, Soundness, find};
use super::read::{Body, head, read_name, split_check, vouched};
use super::{Flaw, Name, Problem, Source, base32, check, write_answers};
use crate::edition::{Answers, Edition};

/// Longest code of a group that is read, in characters: as much as any browser carries in an address.
pub const MOST_GROUP_CHARACTERS: usize = 2_000_000;

/// One programme of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// What the code calls it, if it does.
    pub name: Option<Name>,
    /// What was answered for it.
    pub answers: Answers,
}

/// What a text says when read as the code of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupReading {
    /// The text that was read as a code: without an address before it, in lower case.
    pub text: String,
    /// The programmes, each with everything that is wrong with it.
    pub programmes: Vec<(Programme, Vec<Problem>)>,
    /// Whether a check character vouched for the code.
    pub checked: bool,
    /// Everything that is wrong, with the code as a whole first.
    pub problems: Vec<Problem>,
}

/// The code of a group; `None` if no programme has an answer on its route. A programme without one is left out, since
/// each part of the code holds at least one answer.
pub fn encode_group(edition: &Edition, programmes: &[Programme]) -> Option<String> {
    let mut code = format!("{}-g", edition.id());
    let mut written = false;
    for programme in programmes {
        let before = code.len();
        code.push('.');
        if let Some(name) = &programme.name {
            code.push_str(&base32::encode(name.as_str().as_bytes()));
            code.push('~');
        }
        match write_answers(edition, &programme.answers, &mut code) {
            true => written = true,
            false => code.truncate(before),
        }
    }
    let check = check::character(&code);
    code.push('-');
    code.push(check);
    written.then_some(code)
}

/// Whether the code in a text is meant as that of a group, be it sound or not.
pub fn names_group(edition: &Edition, text: &str, source: Source) -> bool {
    super::decode(edition, text, source).problems.iter().any(|problem| problem.flaw == Flaw::Group)
}

/// Reads the code of a group, or a link or message that holds one. Never fails: what is wrong is told in `problems`.
pub fn decode_group(edition: &Edition, text: &str, source: Source) -> GroupReading {
    find(edition, text, source)
}

impl Code for GroupReading {
    fn read(edition: &Edition, code: &str, source: Source) -> Self {
        read(edition, code, source)
    }

    fn soundness(&self) -> Soundness {
        Soundness::new(&self.problems, self.checked)
    }

    fn damaged(text: String, problem: Problem) -> Self {
        Self { text, programmes: Vec::new(), checked: false, problems: vec![problem] }
    }
}

/// Reads a text that is nothing but a code.
pub(super) fn read(edition: &Edition, text: &str, source: Source) -> GroupReading {
    let text = text.to_owned();
    let mut reading = GroupReading { text, programmes: Vec::new(), checked: false, problems: Vec::new() };
    match head(edition, &reading.text, MOST_GROUP_CHARACTERS) {
        Ok(Body::Group(_)) if reading.text.len() > MOST_GROUP_CHARACTERS => {
            reading.problems.push(Problem::new(Flaw::Length { most: MOST_GROUP_CHARACTERS }, 0..0));
        }
        Ok(Body::Group(rest)) => {
            let (rest, check) = split_check(rest);
            reading.checked = vouched(&reading.text, check, source, &mut reading.problems);
            // The edition, the hyphen and the `g`.
            let before = edition.id().len() + 2;
            reading.programmes = read_programmes(edition, rest, before);
            reading.problems.extend(reading.programmes.iter().flat_map(|(_, problems)| problems.iter().cloned()));
        }
        Ok(Body::One(_)) => reading.problems.push(Problem::new(Flaw::NoGroup, 0..0)),
        Err(problem) => reading.problems.push(problem),
    }
    reading
}

/// Reads `.k1w1.mzxw6~k2`, whose first character stands after `before` others in the code.
fn read_programmes(edition: &Edition, rest: &str, before: usize) -> Vec<(Programme, Vec<Problem>)> {
    let mut at = before;
    let parts = rest.split('.').skip(1);
    let read = |part: &str| {
        let start = at + 1;
        at = start + part.chars().count();
        read_programme(edition, part, start)
    };
    parts.map(read).collect()
}

fn read_programme(edition: &Edition, part: &str, start: usize) -> (Programme, Vec<Problem>) {
    let (mut programme, mut problems) = (Programme::default(), Vec::new());
    let (name, body) = part.split_once('~').map_or((None, part), |(name, body)| (Some(name), body));
    let mut before = start;
    if let Some(encoded) = name {
        before += encoded.chars().count() + 1;
        programme.name = read_name(encoded);
        if programme.name.is_none() {
            problems.push(Problem::new(Flaw::Name, start..before));
        }
    }
    programme.answers = read_answers(edition, body, before, &mut problems);
    if programme.answers.is_empty() && problems.is_empty() {
        problems.push(Problem::new(Flaw::Empty, start..before));
    }
    (programme, problems)
}
