//! The built-in labels: what a reader writes leads to the word that is meant, or to nothing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{LANGUAGES, english, labels};
use peer_map::edition::{Label, Labels};
use proptest::prelude::*;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Labels> = LazyLock::new(|| labels("en"));

fn find(text: &str) -> Option<&'static str> {
    ENGLISH.find(text).map(|label| label.id.as_str())
}

#[test]
fn a_word_is_found_however_it_is_written() {
    let pair_aidant = ["pair-aidante", "PAIRS AIDANTS", "paire‑aidante", "pair·e·s-aidant·e·s", "pair(e) aidant(e)"];
    let more = ["pair/e aidant/e", "nos pairs-aidants", "Les paires aidantes", "pair.e.s aidant.e.s", "pair－aidant"];
    for text in pair_aidant.into_iter().chain(more) {
        assert_eq!(find(text), Some("pair-aidant"), "{text}");
    }
    for text in
        ["médiatrice en santé", "mediateurs en sante", "MÉDIATEUR·RICE EN SANTÉ", "me\u{301}diateur/trice en santé"]
    {
        assert_eq!(find(text), Some("mediateur-en-sante"), "{text}");
    }
    let phrases = [
        ("our peer navigators", "peer-navigator"),
        ("Peer Navigator’s", "peer-navigator"),
        ("peer navigators and mentors", "peer-navigator"),
        ("our navigators", "patient-navigator"),
        ("buddies", "befriender"),
        ("peer counselors", "peer-counsellor"),
        ("peers' support", "peer-support"),
        ("promotores(as)", "promotora-de-salud"),
        ("Écoutant·e", "listener"),
        ("Ｐｅｅｒ　ｍｅｎｔｏｒ", "peer-mentor"),
    ];
    for (text, id) in phrases {
        assert_eq!(find(text), Some(id), "{text}");
    }
}

#[test]
fn the_longest_label_in_a_phrase_is_meant() {
    assert_eq!(find("a peer support worker in a clinic"), Some("peer-support-worker"));
    assert_eq!(find("pairs aidants famille"), Some("pair-aidant-famille"));
    let chinese = labels("zh-Hans");
    let find = |text: &str| chinese.find(text).map(|label| label.id.as_str());
    assert_eq!(find("我们的同伴支持工作者"), Some("peer-support-worker"));
    assert_eq!(find("我们 的 同伴"), Some("peer"));
    assert_eq!(find("我们的peer navigators"), Some("peer-navigator"));
    assert_eq!(find("同伴律师"), None, "two characters within a longer word are no label");
}

#[test]
fn a_word_that_only_looks_like_a_label_is_none() {
    let none = ["", "  ", "…", "repaired lie", "pear navigator", "peer wizard", "family member", "navigate", "精灵"];
    for text in none.into_iter().chain(["expertise", "aidan", "proche", "support"]) {
        assert_eq!(find(text), None, "{text}");
    }
}

/// Every way to write each built-in label, in every language.
fn for_every_form(mut visit: impl FnMut(&Labels, &Label, &str)) {
    for tag in LANGUAGES {
        let labels = labels(tag);
        for label in labels.all() {
            for form in [&label.name].into_iter().chain(&label.also).chain(&label.gloss) {
                visit(&labels, label, form);
            }
        }
    }
}

#[test]
fn every_form_finds_its_label() {
    for_every_form(|labels, label, form| {
        let bare: String = form.chars().map(without_accent).collect();
        let chinese = form.chars().any(|letter| letter > '\u{2e80}');
        let phrase = if chinese { format!("我们的{form}") } else { format!("our {form}") };
        for text in [form.to_owned(), form.to_uppercase(), bare, plural(form), phrase, format!(" «{form}» ")] {
            assert_eq!(labels.find(&text).map(|found| &found.id), Some(&label.id), "{text}");
        }
        assert_eq!(label.is_named(&plural(form)), label.is_named(form), "{form}");
    });
}

fn without_accent(letter: char) -> char {
    let accents = [("àâä", 'a'), ("éèêë", 'e'), ("îï", 'i'), ("ôö", 'o'), ("ûùü", 'u'), ("ç", 'c'), ("ñ", 'n')];
    accents.iter().find(|(accented, _)| accented.contains(letter)).map_or(letter, |(_, bare)| *bare)
}

/// An s behind every word that can have one.
fn plural(form: &str) -> String {
    let plural = |word: &str| match word.chars().last() {
        Some('a'..='r' | 't'..='w' | 'y') if word.len() > 2 => format!("{word}s"),
        _ => word.to_owned(),
    };
    form.split(' ').map(plural).collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn any_text_finds_a_label_that_stands_in_it_or_none(text in "\\PC{0,40}") {
        let found = ENGLISH.find(&text);
        let again = ENGLISH.find(&format!(" {text} "));
        prop_assert_eq!(found.map(|label| &label.id), again.map(|label| &label.id));
    }

    #[test]
    fn invented_words_find_none(words in prop::collection::vec("[bdgkqvz]{5,9}", 1..4)) {
        prop_assert_eq!(find(&words.join(" ")), None);
    }
}

#[test]
fn at_most_eight_others_are_named() {
    let all: Vec<usize> = (0..english().kinds.len()).collect();
    assert_eq!(ENGLISH.of(&all, None).len(), 8);
    assert!(ENGLISH.of(&all, ENGLISH.find("pair aidant")).iter().all(|label| label.id != "pair-aidant"));
}

#[test]
fn the_built_in_labels_are_many_and_each_has_a_source() {
    for tag in LANGUAGES {
        let labels = labels(tag);
        assert!(labels.all().len() >= 45, "{tag}: {}", labels.all().len());
        for label in labels.all() {
            assert!(
                label.uses.iter().all(|one| one.source.starts_with("http")) && !label.uses.is_empty(),
                "{}",
                label.id
            );
        }
    }
}

#[test]
fn the_built_in_labels_warn_of_the_known_false_friends() {
    let warned = |text: &str| -> Vec<&str> {
        let label = ENGLISH.find(text).unwrap();
        ENGLISH.unlike(label).map(|(other, _)| other.name.as_str()).collect()
    };
    let pairs = [
        ("pair-aidante", "Proche aidant"),
        ("proche aidante", "Pair aidant"),
        ("expert patient", "Patient expert"),
        ("patient expert", "Expert patient"),
        ("navigator", "Peer navigator"),
        ("peer navigator", "Patient navigator"),
        ("médiateur en santé", "Médiateur de santé-pair"),
        ("médiatrice de santé-paire", "Médiateur en santé"),
        ("expert by experience", "Expert patient"),
    ];
    for (text, other) in pairs {
        assert!(warned(text).contains(&other), "{text}: {:?}", warned(text));
    }
    for text in ["peer counsellor", "expert by experience", "recovery coach", "patient navigator"] {
        let uses = ENGLISH.find(text).unwrap().uses.len();
        assert!(uses > 1, "{text} means different things, and only {uses} is said");
    }
}
