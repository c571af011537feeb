//! Damaged codes: what a slip of the hand or a cut link makes of a code is told, and never opens as another one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod link_check;

use edition_files::{combinations, english};
use link_check::check_character;
use peer_map::link::{Name, Source, decode, encode};

/// The characters of codes, and some that stand around codes.
const CHARACTERS: &str = "0123456789abcdefghijklmnopqrstuvwxyz-.~ #&?%<*é";

#[test]
fn every_changed_character_is_told() {
    let missed = check(|code| {
        let mut damaged = Vec::new();
        for (at, was) in code.char_indices() {
            for new in CHARACTERS.chars().filter(|new| *new != was) {
                damaged.push(format!("{}{new}{}", &code[..at], &code[at + 1..]));
            }
        }
        damaged
    });
    assert_eq!(missed, 0.0, "the check character finds every substitution");
}

#[test]
fn every_capital_of_another_alphabet_is_told() {
    // Letters that some lower-casing turns into one of a code's own, and digits of other scripts.
    let missed = check(|code| {
        let look_alikes = [('k', '\u{212a}'), ('k', 'К'), ('p', 'р'), ('d', 'ԁ'), ('1', '１'), ('1', '١'), ('3', '३')];
        let damaged = look_alikes.iter().map(|(own, other)| code.replacen(*own, &other.to_string(), 1));
        damaged.filter(|damaged| damaged != code).collect()
    });
    assert_eq!(missed, 0.0, "no look-alike is mended");
}

#[test]
fn a_lost_character_is_told_but_where_the_check_fits_by_chance() {
    let missed = check(|code| (0..code.len()).map(|at| format!("{}{}", &code[..at], &code[at + 1..])).collect());
    assert!(missed < 0.02, "{missed}");
}

#[test]
fn every_cut_code_is_told() {
    // Cut just after the `n` before a name, one in 36 reads as a code without a name: its answers are whole.
    let missed = check(|code| {
        let cuts = (0..code.len()).map(|at| code[..at].to_owned());
        cuts.filter(|cut| !cut.ends_with("-n")).collect()
    });
    assert_eq!(missed, 0.0);
}

#[test]
fn an_added_character_is_told_but_where_the_check_fits_by_chance() {
    let missed = check(|code| {
        let places = 0..=code.len();
        places
            .flat_map(|at| CHARACTERS.chars().map(move |new| format!("{}{new}{}", &code[..at], &code[at..])))
            .collect()
    });
    assert!(missed < 0.02, "{missed}");
}

#[test]
fn two_neighbours_in_the_wrong_order_are_told() {
    let missed = check(|code| {
        let swap = |at: usize| {
            let mut bytes = code.as_bytes().to_vec();
            bytes.swap(at, at + 1);
            String::from_utf8(bytes).unwrap()
        };
        (0..code.len() - 1).map(swap).filter(|damaged| damaged != code).collect()
    });
    assert!(missed < 0.005, "{missed}");
}

/// Damages a few hundred codes in every way that `damage` makes, and gives the share that is read as something else
/// without a problem. Whoever types a code without its check is asked to compare the answers, so there the check must have
/// vouched. Of those each must be a code in every respect: its check fits by the standard, and its answers write it again.
fn check(damage: impl Fn(&str) -> Vec<String>) -> f64 {
    let (mut tried, mut missed) = (0_u32, 0_u32);
    for code in codes() {
        let sound = decode(english(), &code, Source::Link);
        for damaged in damage(&code) {
            for source in [Source::Link, Source::Typed] {
                // Spaces in a typed code do not count, so one in place of a character is a lost character.
                if source == Source::Typed && damaged.contains(' ') {
                    continue;
                }
                tried += 1;
                let reading = decode(english(), &damaged, source);
                let same = (&reading.answers, &reading.name) == (&sound.answers, &sound.name);
                if reading.problems.is_empty() && reading.checked && !same {
                    missed += 1;
                    let (before, check) = reading.text.rsplit_once('-').unwrap();
                    assert_eq!(check, check_character(before).to_string(), "{damaged} was {code}");
                    let written = encode(english(), &reading.answers, reading.name.as_ref());
                    assert_eq!(written.as_deref(), Some(reading.text.as_str()), "{damaged} was {code}");
                }
            }
        }
    }
    let share = f64::from(missed) / f64::from(tried);
    println!("{missed} of {tried} damaged codes are other codes ({:.3} %)", 100.0 * share);
    share
}

/// Every hundredth route, every fifth of them with a name.
fn codes() -> Vec<String> {
    let (mut codes, mut index) = (Vec::new(), 0);
    let name = Name::new("Équipe 小组");
    combinations(&["0", "1", "14", "7", "234567"], &["0", "3", "16"], |answers| {
        index += 1;
        if index % 101 == 0 {
            let name = name.as_ref().filter(|_| codes.len() % 5 == 0);
            codes.push(encode(english(), answers, name).unwrap());
        }
    });
    assert!((300..3_000).contains(&codes.len()), "{} codes", codes.len());
    codes
}
