//! What must hold of every text that is read as a list of programmes, whoever finds it: the tests, or the fuzzer.

#![allow(dead_code, reason = "each reader takes its part")]

use peer_map::edition::Edition;
use peer_map::group::import::read_lines;

/// What may be the headings of codes.
const HEADINGS: [&str; 6] = ["code", "link", "url", "lien", "代码", "链接"];

/// Reads `text` as lines, by an edition that is there in several languages.
///
/// # Errors
///
/// Says what does not hold: each line that is not empty is a row of headings, or gives at least one programme, or is
/// refused with its text, and with its reason in every language.
pub fn lines_kept(languages: &[Edition], text: &str) -> Result<(), String> {
    let Some(edition) = languages.first() else { return Err("There is no edition to read by".to_owned()) };
    let import = read_lines(edition, text);
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let filled = |line: &&str| !line.chars().all(is_empty);
    let mut last = 0;
    let mut of_refused = 0;
    for refused in &import.refused {
        let kept = refused.text.replace("\r\n", "\n").replace('\r', "\n");
        let kept: Vec<&str> = kept.split('\n').collect();
        if refused.line <= last || lines.get(refused.line - 1..refused.line - 1 + kept.len()) != Some(&kept[..]) {
            return Err(format!("{refused:?} does not stand in line {}", refused.line));
        }
        last = refused.line - 1 + kept.len();
        of_refused += kept.iter().filter(|line| filled(line)).count();
        if languages.iter().any(|edition| refused.reason.message(edition).trim().is_empty()) {
            return Err(format!("{:?} has no words", refused.reason));
        }
    }
    let all = lines.iter().filter(|line| filled(line)).count();
    let headings = lines.iter().find(|line| filled(line)).is_some_and(|line| {
        let line = line.to_lowercase();
        HEADINGS.iter().any(|heading| line.contains(heading))
    });
    // Only a quoted cell makes one programme of several lines, and then one of them at most has a code. Only a group's code
    // makes several of one.
    let (quoted, group) = (text.contains('"'), text.to_lowercase().contains("-g."));
    let (read, least) = (import.members.len() + of_refused, all - usize::from(headings && all > 0));
    if read < least && !quoted {
        return Err(format!("{all} lines gave {read}: {import:?}"));
    }
    let head = format!("{}-", edition.id());
    let coded = |line: &str| line.to_ascii_lowercase().contains(&head);
    let refused = import.refused.iter().flat_map(|refused| refused.text.split(['\n', '\r']));
    let kept = import.members.len() + refused.filter(|line| coded(line)).count();
    let codes = lines.iter().filter(|line| coded(line)).count();
    if kept < codes {
        return Err(format!("{codes} lines with codes gave {kept}: {import:?}"));
    }
    if read > all && !group {
        return Err(format!("{all} lines gave {read}: {import:?}"));
    }
    if import.members.iter().any(|member| member.answers.is_empty() && !headings) {
        return Err("A programme without an answer was made of no table".to_owned());
    }
    Ok(())
}

/// What a line without anything in it has: white space, delimiters, and quotation marks around nothing.
fn is_empty(character: char) -> bool {
    character.is_whitespace() || "\",;，；\u{feff}".contains(character)
}
