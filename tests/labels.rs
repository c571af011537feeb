//! The built-in labels: what a reader writes leads to the word that is meant, or to nothing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{LANGUAGES, english, labels};
use peer_map::edition::{Label, Labels};
use proptest::prelude::*;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Labels> = LazyLock::new(|| labels("en"));
static CHINESE: LazyLock<Labels> = LazyLock::new(|| labels("zh-Hans"));

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
}

#[test]
fn a_word_that_only_looks_like_a_label_is_none() {
    let none = ["", "  ", "…", "repaired lie", "pear navigator", "peer wizard", "family member", "navigate", "精灵"];
    let owned = ["the patient's partner", "The patient’s partner", "patient’s-partner", "the patients’ partner"];
    let within =
        ["au pair", "une fille au pair", "Au-pair", "non-peer", "co-sponsor", "non-peer navigators", "peer hub"];
    for text in none.into_iter().chain(["expertise", "aidan", "proche", "support"]).chain(owned).chain(within) {
        assert_eq!(find(text), None, "{text}");
    }
    let chinese = labels("zh-Hans");
    for text in ["不是同伴", "同伴支持者", "同伴支持人员", "同伴律师", "当事人律师", "非同伴导航员", "我们的患者的伙伴"]
    {
        assert_eq!(chinese.find(text).map(|label| &label.id), None, "{text}");
    }
}

#[test]
fn a_label_of_one_word_is_found_behind_words_that_only_point_at_it() {
    for text in ["our doulas", "the doula’s", "une doula", "vos doulas", "unsere Doulas", "las doulas", "我们的doula"]
    {
        assert_eq!(find(text), Some("community-based-doula"), "{text}");
    }
    assert_eq!(find("l’écoutante"), Some("listener"));
    assert_eq!(find("our ‘peer navigators’ and mentors"), Some("peer-navigator"));
    let chinese = labels("zh-Hans");
    for text in ["我们的同伴", "这些同伴", "同伴"] {
        assert_eq!(chinese.find(text).map(|label| label.id.as_str()), Some("peer"), "{text}");
    }
    assert_eq!(chinese.find("同伴支持服务").map(|label| label.id.as_str()), Some("peer-support"));
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

/// Texts that hold labels, parts of labels, and what must not be taken for one.
fn text() -> impl Strategy<Value = String> {
    let mut forms = Vec::new();
    for_every_form(|_, _, form| forms.push(form.to_owned()));
    let words: Vec<String> = forms.iter().flat_map(|form| form.split(' ').map(str::to_owned)).collect();
    let around = ["our", "les", "我们的", "au", "non", "co", "fille", "不是", "者", "s", "e", "hub"].map(str::to_owned);
    let piece = prop_oneof![
        3 => prop::sample::select(forms),
        3 => prop::sample::select(words),
        4 => prop::sample::select(around.to_vec()),
        1 => "[bdgkqz\u{301}é]{1,3}",
    ];
    let joint = prop::sample::select(vec![" ", "-", "’s ", "' ", "’", "", "·", ", ", "/"]);
    prop::collection::vec((piece, joint), 1..5)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, joint)| piece + joint).collect())
}

fn is_chinese(letter: char) -> bool {
    letter > '\u{2e80}'
}

/// Whether a word can end between two characters.
fn parts(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return true };
    is_chinese(before) || is_chinese(after) || !(before.is_alphanumeric() && after.is_alphanumeric())
}

/// Each run of whole words of a text, with what is around it.
fn runs(text: &str) -> Vec<(&str, String)> {
    let ends = |at: &usize| parts(text[..*at].chars().next_back(), text[*at..].chars().next());
    let ends: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).filter(ends).collect();
    let run = |(start, end): (usize, usize)| (&text[start..end], format!("{} {}", &text[..start], &text[end..]));
    let pairs = ends.iter().flat_map(|start| ends.iter().map(move |end| (*start, *end)));
    pairs.filter(|(start, end)| start < end).map(run).collect()
}

/// Whether a form of the label is a run of whole words of the text; a form of one word, beside pointing words only.
fn stands_in(label: &Label, text: &str) -> bool {
    let forms = [&label.name].into_iter().chain(&label.also).chain(&label.gloss);
    let forms: Vec<Label> = forms.map(|form| Label { name: form.clone(), ..label.clone() }).collect();
    let points = |around: &str| {
        let around = around.to_lowercase().replace("我们的", " ");
        let mut words = around.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        // Of “l·e·s”, the endings count as such.
        words.all(|word| ["our", "ours", "le", "les", "la", "s", "e", "é"].contains(&word))
    };
    let one_word = |form: &str| match form.chars().any(is_chinese) {
        true => form.chars().count() <= 3,
        false => !form.contains([' ', '-', '’', '·', '/']),
    };
    runs(text)
        .iter()
        .any(|(run, around)| forms.iter().any(|form| form.is_named(run) && (!one_word(&form.name) || points(around))))
}

proptest! {
    #[test]
    fn any_text_finds_a_label_that_stands_in_it_or_none(text in prop_oneof![9 => text(), 1 => "\\PC{0,40}"]) {
        for labels in [&*ENGLISH, &*CHINESE] {
            if let Some(label) = labels.find(&text) {
                prop_assert!(stands_in(label, &text), "{text:?} finds {}", label.id);
            }
            let again = labels.find(&format!(" {text} "));
            prop_assert_eq!(labels.find(&text).map(|label| &label.id), again.map(|label| &label.id));
        }
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
