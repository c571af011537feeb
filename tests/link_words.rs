//! Every problem of a code has its words, in every language.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{LANGUAGES, edition, english};
use peer_map::link::{Flaw, Source, decode, decode_group};
use std::collections::BTreeSet;

/// A text for every problem.
const TEXTS: &[&str] = &[
    "",
    "hello",
    "ps2-k1-a",
    "ps1-g.k1.k2-a",
    "ps1-k1",
    "ps1-k1-x",
    "ps1-x1-x",
    "ps1-k!1-x",
    "ps1-k7-x",
    "ps1-k-x",
    "ps1-k1k2-x",
    "ps1-w1k1-x",
    "ps1-k19-x",
    "ps1-d12-x",
    "ps1-w7d1-x",
    "ps1-k1-n1-x",
    "ps1-k1-what-x",
    "ps1-k9-w ps1-k1w1-l",
];

#[test]
fn every_problem_has_its_words_in_every_language() {
    for tag in LANGUAGES {
        let edition = edition(tag);
        let long = "k".repeat(2_001);
        for text in TEXTS.iter().copied().chain([long.as_str()]) {
            for problem in decode(&edition, text, Source::Link).problems {
                let message = problem.message(&edition);
                assert!(!message.is_empty() && !message.contains(['{', '}']), "{tag}, {text}: {message}");
            }
        }
    }
}

#[test]
fn the_texts_above_show_every_problem() {
    let long = "k".repeat(2_001);
    let texts = TEXTS.iter().copied().chain([long.as_str()]);
    let problems: Vec<Flaw> = texts.flat_map(flaws).collect();
    let names: BTreeSet<&str> = problems.iter().map(name).collect();
    assert_eq!(names.len(), 20, "{names:?}");
}

/// What is wrong with a text as the code of one programme, and as that of a group.
fn flaws(text: &str) -> Vec<Flaw> {
    let one = decode(english(), text, Source::Link).problems;
    let group = decode_group(english(), text, Source::Link).problems;
    one.into_iter().chain(group).map(|problem| problem.flaw).collect()
}

/// A match without a rest, so that a new problem must be added here and to the texts.
fn name(flaw: &Flaw) -> &'static str {
    match flaw {
        Flaw::Empty => "empty",
        Flaw::Length { .. } => "length",
        Flaw::Character(_) => "character",
        Flaw::Edition { .. } => "edition",
        Flaw::NoEdition => "no edition",
        Flaw::Group => "group",
        Flaw::NoGroup => "no group",
        Flaw::Several { .. } => "several",
        Flaw::CheckMissing => "check missing",
        Flaw::CheckWrong => "check wrong",
        Flaw::Question(_) => "question",
        Flaw::Option { .. } => "option",
        Flaw::NoOption { .. } => "no option",
        Flaw::Repeated { .. } => "repeated",
        Flaw::Order { .. } => "order",
        Flaw::Exclusive { .. } => "exclusive",
        Flaw::Single { .. } => "single",
        Flaw::OffRoute { .. } => "off route",
        Flaw::Name => "name",
        Flaw::Tail { .. } => "tail",
    }
}
