//! Codes of groups: several programmes in one link.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod link_check;
mod told_or_read;

use edition_files::{answers, combinations, english, letters, random};
use link_check::check_character;
use peer_map::flow::replay;
use peer_map::link::{Flaw, GroupReading, Name, Programme, Source, decode, decode_group, encode_group};
use proptest::prelude::*;
use std::slice::from_ref;
use told_or_read::group_told_or_read;

fn programme(name: &str, given: &str) -> Programme {
    Programme { name: Name::new(name), answers: answers(given) }
}

fn read(text: &str) -> GroupReading {
    decode_group(english(), text, Source::Link)
}

fn flaws(text: &str) -> Vec<Flaw> {
    read(text).problems.into_iter().map(|problem| problem.flaw).collect()
}

#[test]
fn a_group_is_written_and_read() {
    let group = [programme("", "k1 w1"), programme("foobar", "k3 w7 f4 h1"), programme("", "k9")];
    let code = encode_group(english(), &group).unwrap();
    assert_eq!(
        code,
        "ps1-g.k1w1.mzxw6ytboi~k3w7f4h1.k9-".to_owned() + &check_character(&code[..code.len() - 2]).to_string()
    );
    let reading = read(&format!("https://example.org/#{code}."));
    assert_eq!((reading.checked, &reading.text, reading.problems.len()), (true, &code, 0));
    let programmes: Vec<Programme> = reading.programmes.into_iter().map(|(programme, _)| programme).collect();
    assert_eq!(programmes, group);
}

#[test]
fn a_programme_without_an_answer_is_not_written() {
    assert_eq!(encode_group(english(), &[]), None);
    assert_eq!(encode_group(english(), &[programme("a", "")]), None);
    let with_empty = encode_group(english(), &[programme("a", ""), programme("", "k9")]);
    assert_eq!(with_empty, encode_group(english(), &[programme("", "k9")]));
}

#[test]
fn sixty_unnamed_programmes_stay_under_two_thousand_characters() {
    // The longest answers that a programme can have, without which no one can promise it.
    let mut longest = String::new();
    combinations(&["0", "1234567"], &["0", "123456"], |answers| {
        let code = encode_group(english(), &[Programme { name: None, answers: answers.clone() }]).unwrap();
        if code.len() > longest.len() {
            longest = code;
        }
    });
    let part = longest.len() - "ps1-g".len() - "-x".len();
    println!("the longest part has {part} characters: {longest}");
    let usual = [answers("k13 w14 d2 f4 p14 h3"), answers("k134 w1245 d3 f24 p146 h4")];
    let group: Vec<Programme> =
        (0..60).map(|index: usize| Programme { name: None, answers: usual[index % 2].clone() }).collect();
    assert!(encode_group(english(), &group).unwrap().len() < 2_000);
    assert!(60 * part < 2_000, "{}", 60 * part);
}

#[test]
fn what_is_wrong_with_a_group_is_told_by_programme() {
    let code = "ps1-g.k1w1.mzxw6ytboi~k3x2.zz1~k9..k7-";
    let code = format!("{code}{}", check_character(code));
    let reading = read(&code);
    assert!(reading.checked);
    let told: Vec<Vec<&str>> = reading
        .programmes
        .iter()
        .map(|(_, problems)| problems.iter().map(|problem| &reading.text[problem.at - 1..][..problem.length]).collect())
        .collect();
    assert_eq!(told, [vec![], vec!["x2"], vec!["zz1~"], vec![""], vec!["k7"]]);
    let read: Vec<String> = reading.programmes.iter().map(|(programme, _)| letters(&programme.answers)).collect();
    assert_eq!(read, ["k1 w1", "k3", "k9", "", ""]);
    assert_eq!(reading.problems.len(), 4);
}

#[test]
fn one_programme_is_no_group_and_a_group_no_programme() {
    assert_eq!(flaws("ps1-k9-w"), [Flaw::NoGroup]);
    assert_eq!(decode(english(), "ps1-g.k9-l", Source::Link).problems[0].flaw, Flaw::Group);
    assert_eq!(flaws("ps1-g.k9"), [Flaw::CheckMissing]);
    assert_eq!(flaws("ps2-g.k9-x"), [Flaw::Edition { found: "ps2".to_owned() }]);
    assert_eq!(flaws(""), [Flaw::Empty]);
    // A bare `g` has no programme in it.
    assert!(!flaws("ps1-g-x").is_empty());
}

#[test]
fn a_group_of_ten_thousand_is_read() {
    let group: Vec<Programme> =
        (0..10_000).map(|seed| Programme { name: None, answers: random(english(), seed) }).collect();
    let code = encode_group(english(), &group).unwrap();
    let reading = read(&code);
    assert_eq!((reading.programmes.len(), reading.problems.len(), reading.checked), (10_000, 0, true));
}

#[test]
fn a_text_longer_than_any_group_is_told() {
    let long = format!("ps1-g{}-x", ".k9".repeat(700_000));
    assert_eq!(flaws(&long), [Flaw::Length { most: 2_000_000 }]);
}

#[test]
fn every_changed_character_of_a_group_is_told() {
    let group = [programme("Équipe", "k13 w14 d2 f4 p14 h3"), programme("", "k3 w7 f4 h1")];
    let code = encode_group(english(), &group).unwrap();
    for (at, was) in code.char_indices() {
        for new in "0123456789abcdefghijklmnopqrstuvwxyz-.~ &".chars().filter(|new| *new != was) {
            let damaged = format!("{}{new}{}", &code[..at], &code[at + 1..]);
            assert!(!flaws(&damaged).is_empty(), "{damaged}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_group_is_read_back(programmes in prop::collection::vec((any::<u64>(), prop::option::of(".{1,60}")), 1..20)) {
        let group: Vec<Programme> = programmes
            .into_iter()
            .map(|(seed, name)| {
                let name = name.and_then(|name| Name::new(&name));
                Programme { name, answers: replay(english(), &random(english(), seed)).answers(english()) }
            })
            .collect();
        let code = encode_group(english(), &group).unwrap();
        let reading = decode_group(english(), &code.to_uppercase(), Source::Typed);
        prop_assert!(reading.checked && reading.problems.is_empty(), "{code}: {:?}", reading.problems);
        let read: Vec<Programme> = reading.programmes.into_iter().map(|(programme, _)| programme).collect();
        prop_assert_eq!(read, group);
    }

    #[test]
    fn any_text_is_a_group_or_a_problem(text in "(ps1-g)?[.~kwdfphg0-9a-z -]{0,60}") {
        group_told_or_read(from_ref(english()), &text).map_err(TestCaseError::fail)?;
    }
}
