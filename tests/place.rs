//! Placing: what must hold of every result, tried on combinations of answers that cover the edition.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod place_oracle;

use edition_files::{combinations, digits, english, letters, options, question};
use peer_map::edition::{Answers, Options};
use peer_map::place::{Match, Placement, SHOWN, Standing, fits, place};
use place_oracle::Given;
use std::collections::BTreeSet;

/// Sets that meet and miss each condition on `w` and `p`, alone and together.
const WHAT: &[&str] = &["0", "1", "5", "6", "7", "17", "24", "1234567"];
const WHERE: &[&str] = &["0", "2", "3", "6", "13", "46", "123456"];

#[test]
fn every_result_keeps_its_promises() {
    let (mut count, mut full, mut possible, mut skipped) = (0, BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    combinations(WHAT, WHERE, |answers| {
        let placement = place(english(), answers);
        keeps_its_promises(&placement, answers);
        with_digits(answers, |given| agrees_with_the_table(&placement, answers, given));
        for fit in &placement.fits {
            match fit.matches {
                Match::Full => full.insert(fit.kind.id.clone()),
                Match::Possible => possible.insert(fit.kind.id.clone()),
                Match::Nearest => false,
            };
        }
        let applying: Vec<_> = placement.route.applying(english()).collect();
        skipped.extend(english().questions.iter().map(|question| question.id).filter(|id| !applying.contains(id)));
        count += 1;
    });
    println!("{count} combinations of answers");
    let kinds: BTreeSet<String> = english().kinds.iter().map(|kind| kind.id.clone()).collect();
    assert_eq!(full, kinds, "every kind fits some answers in full");
    assert_eq!(&kinds - &possible, BTreeSet::from(["outside".to_owned()]), "all but one may be possible");
    assert_eq!(skipped, english().questions.iter().skip(1).map(|question| question.id).collect());
}

#[test]
fn what_peers_do_and_where_agree_with_the_table_in_every_combination() {
    let mut count = 0;
    for roles in ["k1 f2 h1", "k3 f4 h2", "k4 f23 h4", "k0 f0 h0"] {
        let fixed = edition_files::answers(roles);
        for what in english().question(question('w')).allowed() {
            for place_ in english().question(question('p')).allowed() {
                for direction in english().question(question('d')).allowed() {
                    let mut answers = fixed.clone();
                    answers.set(question('w'), what);
                    answers.set(question('p'), place_);
                    answers.set(question('d'), direction);
                    with_digits(&answers, |given| agrees_with_the_table(&place(english(), &answers), &answers, given));
                    count += 1;
                }
            }
        }
    }
    println!("{count} combinations of answers");
}

#[test]
fn all_kinds_that_fit_are_those_shown_and_those_only_named() {
    combinations(WHAT, WHERE, |answers| {
        let placement = place(english(), answers);
        let mut expected: Vec<(&str, Match)> = Vec::new();
        for fit in placement.fits.iter().filter(|fit| fit.matches != Match::Nearest) {
            expected.push((&fit.kind.id, fit.matches));
        }
        expected.extend(placement.also_full.iter().map(|kind| (kind.id.as_str(), Match::Full)));
        expected.extend(placement.also_possible.iter().map(|kind| (kind.id.as_str(), Match::Possible)));
        let order = |id: &str| english().kinds.iter().position(|kind| kind.id == id);
        expected.sort_by_key(|(id, _)| order(id));
        let found: Vec<(&str, Match)> =
            fits(english(), answers).into_iter().map(|(kind, matches)| (kind.id.as_str(), matches)).collect();
        assert_eq!(found, expected, "{}", letters(answers));
    });
}

#[test]
fn unfinished_answers_agree_with_the_table() {
    // Every way to leave questions open, over a covering answer to each.
    let choices: [&[&str]; 6] = [
        &["", "1", "3", "9", "0"],
        &["", "1", "45", "7"],
        &["", "1", "3"],
        &["", "1", "2", "24"],
        &["", "3", "6"],
        &["", "1", "2", "4"],
    ];
    let mut count = 0;
    product(&choices, &mut Vec::new(), &mut |chosen| {
        let mut answers = Answers::default();
        for (question, digits) in english().questions.iter().zip(chosen) {
            answers.set(question.id, options(digits));
        }
        let placement = place(english(), &answers);
        keeps_its_promises(&placement, &answers);
        with_digits(&answers, |given| agrees_with_the_table(&placement, &answers, given));
        count += 1;
    });
    println!("{count} combinations of answers");
}

fn keeps_its_promises(placement: &Placement, answers: &Answers) {
    let (edition, at) = (english(), letters(answers));
    assert!((1..=SHOWN).contains(&placement.fits.len()), "{at}: shows {} kinds", placement.fits.len());
    assert!(placement.fits.is_sorted_by_key(|fit| fit.matches), "{at}: matches come first");
    let more = placement.also_full.len() + placement.also_possible.len();
    assert!(more == 0 || placement.fits.len() == SHOWN, "{at}: room is left");
    assert!(placement.nearest.len() <= SHOWN, "{at}");
    assert!(placement.nearest.is_sorted_by(|a, b| a.similarity >= b.similarity), "{at}: the most alike come first");
    for likeness in &placement.nearest {
        assert!(likeness.similarity > 0.0 && likeness.similarity <= 1.0 && likeness.shared() > 0, "{at}");
    }
    for fit in &placement.fits {
        let outside = fit.kind.id == "outside";
        assert!(!outside || fit.matches == Match::Full, "{at}: outside is certain or not at all");
        assert_eq!(fit.differs.is_empty(), fit.matches != Match::Nearest, "{at}: {}", fit.kind.id);
        let unsure = fit.because.iter().any(|reason| !reason.options.and(Options::UNSURE).is_empty());
        assert!(!unsure || fit.matches != Match::Full, "{at}: {} rests on “not sure”", fit.kind.id);
        let complete = placement.route.first_open(edition).is_none();
        assert!(unsure || !complete || fit.matches != Match::Possible, "{at}: {} lacks its reason", fit.kind.id);
        for reason in fit.because.iter().chain(&fit.typical) {
            let given = placement.route.reply(reason.question).options();
            assert!(!reason.options.is_empty() && reason.options.is_subset(given), "{at}: {}", fit.kind.id);
        }
        assert!(fit.matches != Match::Full || !fit.because.is_empty(), "{at}: {} has no reason", fit.kind.id);
    }
    let cells = placement.standing.cells(edition);
    assert_eq!(cells.is_empty(), placement.standing == Standing::Outside, "{at}: stands nowhere");
    let k = answers.get(question('k'));
    assert_eq!(placement.standing == Standing::Outside, digits(k) == "9", "{at}");
}

fn agrees_with_the_table(placement: &Placement, answers: &Answers, given: &Given) {
    let expected = place_oracle::kinds(given);
    let (shown, more) = expected.split_at(expected.len().min(SHOWN));
    let matches = |fits: Option<bool>| match fits {
        Some(true) => Match::Full,
        Some(false) => Match::Possible,
        None => Match::Nearest,
    };
    let found = placement.fits.iter().map(|fit| (fit.kind.id.as_str(), fit.matches));
    let agrees = found.eq(shown.iter().map(|(kind, fits)| (*kind, matches(*fits))));
    let also = placement.also_full.iter().chain(&placement.also_possible).map(|kind| kind.id.as_str());
    let also_agrees = also.eq(more.iter().map(|(kind, _)| *kind));
    assert!(agrees && also_agrees, "{}: {:?}, {expected:?}", letters(answers), placement.fits);
    let full = more.iter().filter(|(_, fits)| *fits == Some(true)).count();
    assert_eq!(placement.also_full.len(), full, "{}", letters(answers));
}

fn with_digits(answers: &Answers, visit: impl FnOnce(&Given)) {
    let of = |letter: char| -> Vec<u8> { answers.get(question(letter)).iter().map(|digit| digit.value()).collect() };
    let (k, w, d, f, p, h) = (of('k'), of('w'), of('d'), of('f'), of('p'), of('h'));
    visit(&Given { k: &k, w: &w, d: &d, f: &f, p: &p, h: &h });
}

fn product<'c>(choices: &[&[&'c str]], chosen: &mut Vec<&'c str>, visit: &mut impl FnMut(&[&'c str])) {
    let Some(options) = choices.get(chosen.len()) else { return visit(chosen) };
    for option in *options {
        chosen.push(option);
        product(choices, chosen, visit);
        chosen.pop();
    }
}
