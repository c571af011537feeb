//! A language that extends another: its file has what it says otherwise, and everything else is that of the other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{english, faults, json, plain};
use expect_test::expect;
use peer_map::edition::{Edition, Phrase, Plain, RawEdition, extended, find_language, tags};
use serde_json::{Value, json};

/// The structure of ps1 with further languages after its own.
fn with_languages(further: &[Value]) -> Value {
    let mut structure = json("edition");
    let own = structure["languages"].as_array().into_iter().flatten();
    structure["languages"] = own.chain(further).cloned().collect();
    structure
}

fn language(tag: &str, extends: &str) -> Value {
    json!({"tag": tag, "name": tag, "review": "unreviewed", "extends": extends})
}

fn easy() -> Value {
    with_languages(&[language("en-x-easy", "en")])
}

fn speaking(structure: &Value, words: Plain) -> Edition {
    Edition::try_from(RawEdition { structure: plain(structure), words }).unwrap()
}

/// English with `own` over it.
fn over_english(own: &Value) -> Plain {
    plain(own).over(plain(&json("en")))
}

const OTHERWISE: &str = "What helps peers to help?";

fn own() -> Value {
    json!({"language": "en-x-easy", "questions": {"k": {"text": OTHERWISE}}})
}

#[test]
fn what_is_not_said_otherwise_is_as_it_was() {
    let mut edition = speaking(&easy(), over_english(&own()));
    assert_eq!(edition.spoken().tag, "en-x-easy");
    assert_eq!(edition.questions[0].text, OTHERWISE);
    assert_ne!(english().questions[0].text, OTHERWISE);
    // But for its language and that text, it is English.
    edition.questions[0].text.clone_from(&english().questions[0].text);
    edition.languages.truncate(english().languages.len());
    edition.language = english().language;
    assert_eq!(edition, *english());
}

#[test]
fn a_phrase_of_the_interface_is_one_key() {
    let own = json!({"language": "en-x-easy", "interface": {"about": "What is this?"}});
    let edition = speaking(&easy(), over_english(&own));
    assert_eq!(edition.words[Phrase::About].text(), "What is this?");
    assert_eq!(edition.words[Phrase::Back].text(), english().words[Phrase::Back].text());
}

#[test]
fn labels_and_pages_are_those_of_the_language_that_is_extended() {
    let structure = with_languages(&[language("en-x-easy", "en"), language("fr-x-easy", "fr")]);
    let spoken =
        |tag: &str, beneath: &str| speaking(&structure, plain(&json!({"language": tag})).over(plain(&json(beneath))));
    let (english, french) = (spoken("en-x-easy", "en"), spoken("fr-x-easy", "fr"));
    assert_eq!((english.spoken().base(), english.page_tag(english.spoken())), ("en", None));
    assert_eq!((french.spoken().base(), french.page_tag(french.spoken())), ("fr", Some("fr")));
    let (first, second) = (&french.languages[0], &french.languages[1]);
    assert_eq!((french.page_tag(first), french.page_tag(second)), (None, Some("fr")));
    let pages: Vec<(usize, &str)> = french.of_pages().map(|(index, language)| (index, language.tag.as_str())).collect();
    assert_eq!(pages, [(0, "en"), (1, "fr"), (2, "zh-Hans")]);
}

#[test]
fn the_structure_says_what_is_extended() {
    let structure = plain(&easy());
    assert_eq!(extended(&structure, "en-x-easy").as_deref(), Some("en"));
    assert_eq!(extended(&structure, "en"), None);
    assert_eq!(extended(&structure, "de"), None);
    // The tag is also the name of a file: one that leads to another folder is none.
    assert_eq!(extended(&plain(&with_languages(&[language("en-x-easy", "../en")])), "en-x-easy"), None);
}

#[test]
fn an_extension_is_given_to_whoever_asks_for_it_whole() {
    let tags = tags(&plain(&easy()));
    let available: Vec<&str> = tags.iter().map(String::as_str).collect();
    for (asked, found) in [("en-x-easy", "en-x-easy"), ("EN-X-EASY", "en-x-easy"), ("en", "en"), ("en-GB", "en")] {
        assert_eq!(find_language(asked, &available).map(|index| available[index]), Some(found), "{asked}");
    }
}

#[test]
fn faults_of_an_extension_are_told_by_their_paths() {
    let told = |own: &Value| faults(plain(&easy()), over_english(own));
    let surplus = json!({"language": "en-x-easy", "questions": {"k": {"txt": OTHERWISE}, "z": {}}});
    expect![[r#"
        words.questions.z: is not known here
        words.questions.k.txt: is not known here"#]]
    .assert_eq(&told(&surplus));
    let text = json!({"language": "en-x-easy", "questions": {"k": "What?"}});
    expect!["words.questions.k: should be an object"].assert_eq(&told(&text));
    expect!["words.questions.k.text: is empty"]
        .assert_eq(&told(&json!({"language": "en-x-easy", "questions": {"k": {"text": ""}}})));
    // What stands twice is told as in any file, and not settled by which comes last.
    let text = |text: &str| Plain::Text(text.to_owned());
    let entry = |key: &str, value: Plain| (key.to_owned(), value);
    let twice = [entry("roles", text("What they do")), entry("roles", text("What peers do"))];
    let own = [entry("language", text("en-x-easy")), entry("headings", Plain::Map(twice.into()))];
    let words = Plain::Map(own.into()).over(plain(&json("en")));
    expect!["words.headings.roles: stands twice"].assert_eq(&faults(plain(&easy()), words));
}

#[test]
fn what_is_extended_comes_before_and_is_whole() {
    let refused = |languages: &[Value]| faults(plain(&with_languages(languages)), plain(&json("en")));
    expect!["edition.languages[3].extends: should be the tag of a language before this one, which extends none itself"]
        .assert_eq(&refused(&[language("de-x-easy", "de")]));
    assert!(!refused(&[language("en-x-easy", "en-x-easy")]).is_empty(), "itself");
    let whole = json!({"tag": "de", "name": "Deutsch", "review": "unreviewed"});
    assert!(!refused(&[language("de-x-easy", "de"), whole.clone()]).is_empty(), "one that comes later");
    assert!(refused(&[whole, language("de-x-easy", "de")]).is_empty(), "one that comes before");
    assert!(!refused(&[language("en-x-easy", "en"), language("en-x-easier", "en-x-easy")]).is_empty(), "an extension");
}
