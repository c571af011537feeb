//! Marks and spaces of every message are those of its language.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;
mod locale_messages;

use edition_files::json;
use locale_messages::messages;

#[test]
fn english_has_typographic_marks() {
    for file in ["en", "labels.en"] {
        hold(file, typewriter_fault);
    }
}

#[test]
fn french_has_typographic_marks_and_spaces_that_do_not_break() {
    for file in ["fr", "labels.fr"] {
        hold(file, |text| typewriter_fault(text).or_else(|| french_fault(text)));
    }
}

#[test]
fn chinese_has_full_width_marks() {
    for file in ["zh-Hans", "labels.zh-Hans"] {
        hold(file, |text| typewriter_fault(text).or_else(|| chinese_fault(text)));
    }
}

/// The rules themselves, so that none of them is silent.
#[test]
fn each_fault_is_seen() {
    for text in ["It's", "say \"no\"", "and so on...", "two  spaces"] {
        assert!(typewriter_fault(text).is_some(), "{text}");
    }
    for text in ["Pourquoi ?", "Pourquoi?", "Ceci: cela", "« oui\u{a0}»", "«\u{a0}oui »", "oui ; non", "100 %"] {
        assert!(french_fault(text).is_some(), "{text}");
    }
    for text in ["支持,帮助", "支持:", "(支持)", "支持 帮助", "支持.", "什么?"] {
        assert!(chinese_fault(text).is_some(), "{text}");
    }
    assert_eq!(french_fault("Pourquoi\u{202f}? Voir https://example.org/?a=1\u{a0}: «\u{a0}oui\u{a0}»"), None);
    assert_eq!(chinese_fault("支持，帮助：Peer Map 1.5（ISO 8601）"), None);
}

fn hold(file: &str, fault: impl Fn(&str) -> Option<&'static str>) {
    let all = messages(&json(file));
    assert!(all.len() > 50, "only {} messages were read", all.len());
    let faults: Vec<String> =
        all.iter().filter_map(|(path, text)| fault(text).map(|fault| format!("{path}: {fault}: {text}"))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn typewriter_fault(text: &str) -> Option<&'static str> {
    [
        ("'", "a straight apostrophe"),
        ("\"", "a straight quotation mark"),
        ("...", "three stops for an ellipsis"),
        ("  ", "two spaces"),
    ]
    .into_iter()
    .find_map(|(mark, fault)| text.contains(mark).then_some(fault))
}

fn french_fault(text: &str) -> Option<&'static str> {
    let is_kept = |space: char| matches!(space, '\u{a0}' | '\u{202f}');
    for (before, mark, after) in neighbours(text) {
        // Inside an address or a code, such a mark is not punctuation.
        let ends_a_word = after.is_none_or(|next| !next.is_alphanumeric() && next != '/');
        let stands_alone = before.is_none_or(is_kept) || before.is_some_and(|mark| matches!(mark, '!' | '?'));
        match mark {
            ':' | ';' | '!' | '?' | '%' if ends_a_word && !stands_alone => {
                return Some("no space that does not break before a high mark");
            }
            '»' if !before.is_some_and(is_kept) => return Some("no space that does not break before »"),
            '«' if !after.is_some_and(is_kept) => return Some("no space that does not break after «"),
            _ => {}
        }
    }
    None
}

fn chinese_fault(text: &str) -> Option<&'static str> {
    let is_han = |mark: Option<char>| mark.is_some_and(|mark| matches!(mark, '\u{4e00}'..='\u{9fff}'));
    for (before, mark, after) in neighbours(text) {
        match mark {
            ',' | ';' | ':' | '!' | '?' | '.' | '(' | ')' if is_han(before) || is_han(after) => {
                return Some("a half-width mark beside a Chinese character");
            }
            ' ' if is_han(before) && is_han(after) => return Some("a space between Chinese characters"),
            _ => {}
        }
    }
    None
}

/// Each character between the one before it and the one after it.
fn neighbours(text: &str) -> impl Iterator<Item = (Option<char>, char, Option<char>)> {
    let marks: Vec<char> = text.chars().collect();
    (0..marks.len())
        .map(move |at| (at.checked_sub(1).map(|before| marks[before]), marks[at], marks.get(at + 1).copied()))
}
