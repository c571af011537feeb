//! What each version of an edition changed: read, and held against what the edition has.

use super::super::succession::{Change, ChangeKind, goes, lives};
use super::super::{Digit, Edition, Options};
use super::At;
use super::names::read_letter;

pub(super) fn read_changes(at: &At, latest: u16) -> Vec<Change> {
    at.list().iter().map(|at| read_change(at, latest)).collect()
}

fn read_change(at: &At, latest: u16) -> Change {
    at.expect_keys(&["version", "question", "option", "change", "into"]);
    let version = at.get("version").whole(999);
    if !(2..=latest).contains(&version) {
        at.get("version").fault(format!("should be from 2 to {latest}, which is the version of the edition"));
    }
    let option = at.find("option").map(|at| read_digit(&at));
    let kinds = [
        ("renamed", ChangeKind::Renamed),
        ("split", ChangeKind::Split(Options::NONE)),
        ("retired", ChangeKind::Retired),
        ("added", ChangeKind::Added),
    ];
    let mut kind = at.get("change").one_of(&kinds);
    if let ChangeKind::Split(into) = &mut kind {
        let parts = at.get("into");
        *into = parts.list().iter().map(read_digit).collect();
        if into.len() < 2 {
            parts.fault("should name at least two options");
        }
        if option.is_none() {
            at.fault("only an option can be split");
        }
    } else if let Some(into) = at.find("into") {
        into.fault("is only for what was split");
    }
    Change { version, letter: read_letter(&at.get("question")), option, kind }
}

fn read_digit(at: &At) -> Digit {
    Digit::new(at.whole(9)).unwrap_or(Digit::UNSURE)
}

/// Versions ascend; what was taken away is gone, and everything else is there; no id is used twice.
pub(super) fn check_changes(structure: &At, edition: &Edition) {
    let Some(items) = structure.find("changes").map(|at| at.list()) else { return };
    let changes = &edition.changes;
    for (index, (change, at)) in changes.iter().zip(&items).enumerate() {
        let earlier = &changes[..index];
        if earlier.last().is_some_and(|above| above.version > change.version) {
            at.get("version").fault("should not be before that of the change above it");
        }
        if earlier.contains(change) {
            at.fault("stands twice");
            continue;
        }
        for (letter, option) in change.named() {
            if let Some(message) = wrong(edition, index, letter, option) {
                let digit = option.map_or_else(String::new, |digit| digit.to_string());
                at.fault(format!("“{letter}{digit}” {message}"));
            }
        }
    }
}

/// What is wrong with an id where a change names it.
fn wrong(edition: &Edition, index: usize, letter: char, option: Option<Digit>) -> Option<&'static str> {
    let (changes, question) = (&edition.changes, edition.by_letter(letter));
    let change = &changes[index];
    let there = question.is_some_and(|question| option.is_none_or(|digit| question.options().contains(digit)));
    let own = (letter, option) == (change.letter, change.option);
    if !lives(changes, index, letter, option) {
        Some("was retired or split before, and ids are never used again")
    } else if own && change.ends(letter, option) && there {
        Some("is gone after this, but the edition has it")
    } else if !there && !goes(changes, index, letter, option) {
        Some("is not in the edition, and no change takes it away")
    } else if own && change.kind == ChangeKind::Added && named_before(&changes[..index], letter, option) {
        Some("was named before this added it")
    } else {
        None
    }
}

fn named_before(earlier: &[Change], letter: char, option: Option<Digit>) -> bool {
    earlier.iter().any(|change| change.named().any(|named| named == (letter, option)))
}
