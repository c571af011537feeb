//! What must hold of every text that is read as a code, whoever finds it: the tests, the committed corpus, the fuzzer.

#![allow(dead_code, reason = "each reader takes its part")]

use peer_map::edition::Edition;
use peer_map::link::{Problem, Programme, Source, decode, decode_group, encode, encode_group};

/// Reads `text` as the code of one programme, by an edition that is there in several languages.
///
/// # Errors
///
/// Says what does not hold: what is wrong with a text is told in words and with its place; without a problem, what was
/// read stands in the text and is what the same answers write.
pub fn one_told_or_read(languages: &[Edition], text: &str) -> Result<(), String> {
    let Some(edition) = languages.first() else { return Err("There is no edition to read by".to_owned()) };
    for source in [Source::Link, Source::Typed] {
        let reading = decode(edition, text, source);
        told(languages, &reading.problems, &reading.text)?;
        if reading.problems.is_empty() {
            let written = encode(edition, &reading.answers, reading.name.as_ref());
            read(text, source, &reading.text, reading.checked, written)?;
        }
    }
    Ok(())
}

/// The same of the code of a group.
///
/// # Errors
///
/// As before.
pub fn group_told_or_read(languages: &[Edition], text: &str) -> Result<(), String> {
    let Some(edition) = languages.first() else { return Err("There is no edition to read by".to_owned()) };
    for source in [Source::Link, Source::Typed] {
        let reading = decode_group(edition, text, source);
        told(languages, &reading.problems, &reading.text)?;
        let mut of_programmes = reading.programmes.iter().flat_map(|(_, problems)| problems);
        if let Some(problem) = of_programmes.find(|problem| !reading.problems.contains(problem)) {
            return Err(format!("{problem:?} of a programme is not told of the group"));
        }
        if reading.problems.is_empty() {
            let programmes: Vec<Programme> = reading.programmes.into_iter().map(|(programme, _)| programme).collect();
            read(text, source, &reading.text, reading.checked, encode_group(edition, &programmes))?;
        }
    }
    Ok(())
}

/// Every problem has words in each language, and a place in the code.
fn told(languages: &[Edition], problems: &[Problem], code: &str) -> Result<(), String> {
    let characters = code.chars().count();
    for problem in problems {
        let silent = languages.iter().find(|edition| problem.message(edition).trim().is_empty());
        if let Some(edition) = silent {
            return Err(format!("{problem:?} has no words in {}", edition.spoken().tag));
        }
        if problem.at == 0 || problem.at - 1 + problem.length > characters {
            return Err(format!("{problem:?} is not within {code:?}"));
        }
    }
    Ok(())
}

/// What was read without a problem is a code: `written` is what its answers write.
fn read(text: &str, source: Source, code: &str, checked: bool, written: Option<String>) -> Result<(), String> {
    let written = written.ok_or_else(|| format!("{code:?} says nothing, and that is not told"))?;
    let without_check = code.len() + 2 == written.len() && written.starts_with(code);
    if code != written && (checked || !without_check) {
        return Err(format!("{code:?} was read as {written}"));
    }
    if !checked && source == Source::Link {
        return Err(format!("{code:?} was read without its check"));
    }
    // Percent signs, and what no keyboard of a code has, may be read as something else; nothing else may.
    let plain = source == Source::Link && text.is_ascii() && !text.contains('%');
    if plain && !text.to_ascii_lowercase().contains(code) {
        return Err(format!("{code:?} does not stand in the text"));
    }
    Ok(())
}
