//! English questions and kinds can be read after nine years of school.
//!
//! Grade level of Kincaid, Fishburne, Rogers and Chissom, “Derivation of new readability formulas”, Research Branch Report
//! 8-75, Naval Technical Training Command, 1975. It is made for passages: a question is measured with its options and hints, a
//! kind by its description. Syllables are counted by their vowels, which is near enough for a ceiling.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;
mod locale_messages;

use std::collections::BTreeMap;

use edition_files::json;
use locale_messages::messages;

const CEILING: f64 = 9.0;

#[test]
fn questions_and_kinds_are_plain() {
    let mut passages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in messages(&json("en")) {
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        let passage = match parts[..] {
            // Short labels and names stand in figures and are no sentences.
            [.., "short" | "name"] => continue,
            ["questions", question, ..] => format!("question {question}"),
            ["kinds", kind, ..] => format!("kind {kind}"),
            _ => continue,
        };
        passages.entry(passage).or_default().push(text);
    }
    assert_eq!(passages.len(), 6 + 11, "six questions and eleven kinds");
    for (passage, texts) in passages {
        let grade = grade(&texts);
        assert!(grade <= CEILING, "{passage}: grade {grade:.1}: {texts:#?}");
    }
}

#[test]
fn hard_words_and_long_sentences_raise_the_grade() {
    let plain = grade(&["We sat on the mat. The cat ran off.".to_owned()]);
    let long = grade(&["We sat on the mat and the cat ran off and we went to look for it in the rain".to_owned()]);
    let hard = grade(&["Organisational heterogeneity necessitates multidimensional conceptualisation.".to_owned()]);
    assert!(plain < 1.0 && plain < long && long < CEILING && CEILING < hard, "{plain} {long} {hard}");
}

/// Years of school, of texts of which each ends a sentence.
fn grade(texts: &[String]) -> f64 {
    let (mut sentences, mut words, mut syllables) = (0_u32, 0_u32, 0_u32);
    for text in texts {
        for sentence in text.split(['.', '?', '!']) {
            let before = words;
            for word in
                sentence.split(|mark: char| !mark.is_alphabetic() && mark != '’').filter(|word| !word.is_empty())
            {
                words += 1;
                syllables += syllables_of(word);
            }
            sentences += u32::from(words > before);
        }
    }
    0.39 * f64::from(words) / f64::from(sentences) + 11.8 * f64::from(syllables) / f64::from(words) - 15.59
}

/// Groups of vowels, without a silent e at the end.
fn syllables_of(word: &str) -> u32 {
    let word = word.to_lowercase();
    let groups = word.split(|letter| !"aeiouy".contains(letter)).filter(|vowels| !vowels.is_empty()).count();
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    u32::try_from(groups).unwrap().saturating_sub(u32::from(silent)).max(1)
}
