//! A result as plain text: what it says, in each language.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{LANGUAGES, answers, edition, english, random};
use expect_test::expect_file;
use peer_map::edition::{Answers, Edition};
use peer_map::link::{Name, encode};
use peer_map::place::ranked;
use peer_map::view::plain_text::{Subject, brief, plain_text};

const ADDRESS: &str = "https://example.org/peer-map/";

fn texts(edition: &Edition, answers: &Answers, name: Option<&str>) -> [String; 2] {
    let name = name.map(|name| Name::new(name).unwrap());
    let code = encode(edition, answers, name.as_ref()).unwrap();
    let link = format!("{ADDRESS}#{code}");
    let subject = Subject { answers, name: name.as_ref(), code: &code, link: Some(&link) };
    [plain_text(edition, &subject), brief(edition, &subject)]
}

#[test]
fn without_a_link_the_code_is_the_last_word() {
    let (edition, answers) = (english(), answers("k13 w7 f4 h3"));
    let code = encode(edition, &answers, None).unwrap();
    let subject = Subject { answers: &answers, name: None, code: &code, link: None };
    for text in [plain_text(edition, &subject), brief(edition, &subject)] {
        assert!(text.ends_with(&format!("Code: {code}")) && !text.contains('#'), "{text}");
    }
}

#[test]
fn one_programme_in_each_language_is_told_as_it_was() {
    for tag in LANGUAGES {
        let [full, brief] = texts(&edition(tag), &answers("k13 w7 f4 h3"), Some("Les Amis"));
        let file = format!("{}/tests/golden/texts/{tag}.txt", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&format!("{full}\n----\n{brief}\n"));
    }
}

/// All sorts of answers: landmarks, a hundred at random, and the ends of the map.
fn programmes() -> Vec<Answers> {
    let landmarks = english().landmarks.iter().map(|landmark| landmark.answers.clone());
    let odd = ["k9", "k0 w0 d0 f0 p0 h0", "k1 w7 f1", "k4 w1 d3 f4 p1 h2"].map(answers);
    landmarks.chain(odd).chain((0..100).map(|seed| random(english(), seed))).collect()
}

#[test]
fn every_text_is_plain_and_whole() {
    for tag in LANGUAGES {
        let edition = edition(tag);
        for answers in programmes() {
            let [full, brief] = texts(&edition, &answers, None);
            let code = encode(&edition, &answers, None).unwrap();
            for text in [&full, &brief] {
                assert!(text.ends_with(&format!("{ADDRESS}#{code}")) && text.contains(&code), "{tag}: {text}");
                assert!(!text.contains(['{', '}', '*', '_', '<', '\r', '\t']), "{tag}: {text}");
                assert!(!text.contains("\n\n\n") && !text.contains("  "), "{tag}: {text}");
                let lines: Vec<&str> = text.lines().collect();
                assert!(lines.iter().all(|line| line.trim() == *line), "{tag}: {text}");
            }
            assert!(full.lines().count() > brief.lines().count());
            for question in &edition.questions {
                let line = full.lines().find(|line| line.starts_with(&question.text));
                assert!(line.is_some_and(|line| line.len() > question.text.len() + 2), "{tag}: {}", question.text);
            }
            for fit in ranked(&edition, &answers) {
                assert!(full.lines().any(|line| line.starts_with(&fit.kind.name)), "{tag}: {}", fit.kind.name);
            }
        }
    }
}

/// A name cannot turn the rest of its line round, nor is it read as markup.
#[test]
fn a_name_keeps_to_its_place() {
    let edition = edition("zh-Hans");
    let first = |name: &str| texts(&edition, &answers("k9"), Some(name))[0].lines().nth(1).unwrap().to_owned();
    assert_eq!(first("Les Amis"), "Les Amis的结果");
    assert_eq!(first("a\u{202e}b"), "ab的结果");
    assert_eq!(first("a\u{2069}\u{202e}b"), "ab的结果");
    assert_eq!(first("الأصدقاء"), "\u{2068}الأصدقاء\u{2069}的结果");
    assert_eq!(first("<b>{a}</b>"), "<b>{a}</b>的结果");
}
