//! Reading a code: what it says, and everything that is wrong with it.

use super::{MOST_CHARACTERS, Name, Problem, base32, check};
use crate::edition::{Answers, Digit, Edition, Options, Question, Reply};
use crate::flow::replay;

/// Where the text of a code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An address or an attribute: its check character must be there.
    Link,
    /// Typed by a person, perhaps from paper, where the check character is left blank. Spaces do not count.
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

/// Reads a code, or a whole link that holds one. Never fails: what is wrong is told in `problems`.
pub fn decode(edition: &Edition, text: &str, source: Source) -> Reading {
    let text = code_in(text, source);
    let mut reading = Reading { text, answers: Answers::default(), name: None, checked: false, problems: Vec::new() };
    match head(edition, &reading.text) {
        Ok(rest) => {
            let rest = rest.to_owned();
            read_parts(edition, &rest, source, &mut reading);
        }
        Err(problem) => reading.problems.push(problem),
    }
    reading
}

/// The part of an address that is the code, or the whole text if it is no address.
pub(super) fn code_in(text: &str, source: Source) -> String {
    // Only A to Z: other capitals are no mistake of a keyboard, and a code must not be mended in silence.
    let text = text.trim().to_ascii_lowercase();
    let code = match (text.rsplit_once('#'), text.split_once("?c=").or_else(|| text.split_once("&c="))) {
        (Some((_, fragment)), _) if !fragment.is_empty() => fragment,
        (_, Some((_, query))) => query.split(['&', '#']).next().unwrap_or_default(),
        (Some((before, _)), None) => before,
        (None, None) => &text,
    };
    let kept = |character: &char| source == Source::Link || !character.is_whitespace();
    // A worksheet prints the hyphen before the check that it leaves blank, and people copy it.
    let code = if source == Source::Typed { code.trim_end_matches('-') } else { code };
    code.chars().filter(kept).take(MOST_CHARACTERS + 1).collect()
}

/// What follows the edition, or why nothing can be read.
fn head<'t>(edition: &Edition, text: &'t str) -> Result<&'t str, Problem> {
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    if text.chars().count() > MOST_CHARACTERS {
        return Err(Problem::Length);
    }
    let (head, rest) = text.split_once('-').unwrap_or((text, ""));
    if head == edition.id() {
        return if rest.starts_with("g.") { Err(Problem::Group) } else { Ok(rest) };
    }
    let letters = head.trim_end_matches(|character: char| character.is_ascii_digit());
    let named = !letters.is_empty() && letters.len() < head.len();
    if named && letters.bytes().all(|byte| byte.is_ascii_lowercase()) && letters.len() > 1 {
        return Err(Problem::Edition { found: head.to_owned() });
    }
    Err(Problem::NoEdition)
}

fn read_parts(edition: &Edition, rest: &str, source: Source, reading: &mut Reading) {
    let parts: Vec<&str> = rest.split('-').collect();
    let (body, parts) = parts.split_first().map_or(("", &[][..]), |(body, parts)| (*body, parts));
    let (check, parts) = match parts.split_last() {
        Some((last, parts)) if is_check(last) => (last.chars().next(), parts),
        _ => (None, parts),
    };
    match check {
        Some(check) => {
            let before = reading.text.len() - check.len_utf8();
            reading.checked = check::character(&reading.text[..before]) == check;
            if !reading.checked {
                reading.problems.push(Problem::CheckWrong);
            }
        }
        None if source == Source::Link => reading.problems.push(Problem::CheckMissing),
        None => {}
    }
    let at = edition.id().len() + 1;
    read_answers(edition, body, at, reading);
    read_name(parts, reading);
    if reading.answers.is_empty() && reading.problems.is_empty() {
        reading.problems.push(Problem::Empty);
    }
}

/// One letter or digit is a check character. A name is longer: it has the letter `n` before it.
fn is_check(part: &str) -> bool {
    part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn read_name(parts: &[&str], reading: &mut Reading) {
    let mut rest = parts;
    if let Some((first, after)) = parts.split_first()
        && let Some(encoded) = first.strip_prefix('n').filter(|encoded| !encoded.is_empty())
    {
        let text = base32::decode(encoded).and_then(|bytes| String::from_utf8(bytes).ok());
        reading.name = text.as_deref().and_then(Name::new).filter(|name| Some(name.as_str()) == text.as_deref());
        if reading.name.is_none() {
            reading.problems.push(Problem::Name);
        }
        rest = after;
    }
    if !rest.is_empty() {
        reading.problems.push(Problem::Tail { tail: rest.iter().map(|part| format!("-{part}")).collect() });
    }
}

/// Reads `body`, whose first character stands after `before` others in the code.
fn read_answers(edition: &Edition, body: &str, before: usize, reading: &mut Reading) {
    let mut seen: Vec<&Question> = Vec::new();
    let mut rest = body;
    while let Some(first) = rest.chars().next() {
        let at = before + body.chars().count() - rest.chars().count() + 1;
        let (digits, after) = split_digits(&rest[first.len_utf8()..]);
        rest = after;
        let Some(question) = edition.by_letter(first) else {
            reading.problems.push(match first {
                'a'..='z' => Problem::Question { letter: first, at },
                character => Problem::Character { character, at },
            });
            continue;
        };
        let problems = reading.problems.len();
        if seen.iter().any(|earlier| earlier.id == question.id) {
            reading.problems.push(Problem::Repeated { question: question.id });
            // Which of the two was meant is not known.
            reading.answers.set(question.id, Options::NONE);
        } else if seen.last().is_some_and(|earlier| earlier.id > question.id) {
            reading.problems.push(Problem::Order { question: question.id });
        }
        seen.push(question);
        let options = read_options(question, digits, &mut reading.problems);
        if problems == reading.problems.len() {
            reading.answers.set(question.id, options);
        }
    }
    leave_route(edition, reading);
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

fn read_options(question: &Question, digits: &str, problems: &mut Vec<Problem>) -> Options {
    let id = question.id;
    let digits: Vec<Digit> = digits.chars().filter_map(Digit::from_char).collect();
    let options: Options = digits.iter().copied().collect();
    for digit in options.iter().filter(|digit| !question.options().contains(*digit)) {
        problems.push(Problem::Option { question: id, digit });
    }
    if digits.is_empty() {
        problems.push(Problem::NoOption { question: id });
    } else if options.len() < digits.len() {
        problems.push(Problem::Repeated { question: id });
    } else if !digits.is_sorted() {
        problems.push(Problem::Order { question: id });
    } else if options.len() > 1 && !question.many {
        problems.push(Problem::Single { question: id });
    } else if options.len() > 1
        && let Some(option) = options.and(question.exclusive).iter().next()
    {
        problems.push(Problem::Exclusive { question: id, option });
    }
    options
}

/// Tells of answers to questions that do not apply. They stay among the answers, where they change nothing.
fn leave_route(edition: &Edition, reading: &mut Reading) {
    let route = replay(edition, &reading.answers);
    for question in &edition.questions {
        let answered = !reading.answers.get(question.id).is_empty();
        if answered && route.reply(question.id) == Reply::Skipped {
            let ended = route.skip_reason(question).is_none();
            reading.problems.push(Problem::OffRoute { question: question.id, ended });
        }
    }
}
