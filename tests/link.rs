//! Codes: what is written is read back, and everything that is wrong is told.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod link_check;
mod told_or_read;

use edition_files::{answers, combinations, english, letters, options};
use link_check::check_character;
use peer_map::edition::Answers;
use peer_map::flow::replay;
use peer_map::link::{MOST_CHARACTERS, Name, Source, decode, encode};
use proptest::prelude::*;
use std::slice::from_ref;
use told_or_read::one_told_or_read;

#[test]
fn the_check_character_is_that_of_the_standard() {
    // Global Release Identifier: the standard ISO 7064 MOD 37,36 in wide use. Then codes of this edition.
    assert_eq!(check_character("A12425GABC1234002"), 'm');
    assert_eq!(encode(english(), &answers("k13 w14 d2 f4 p14 h3"), None).unwrap(), "ps1-k13w14d2f4p14h3-g");
    combinations(&["0", "15", "7"], &["0", "6", "123456"], |answers| {
        let code = encode(english(), answers, None).unwrap();
        let (before, check) = code.rsplit_once('-').unwrap();
        assert_eq!(check, check_character(before).to_string(), "{code}");
    });
}

#[test]
fn every_route_is_read_back() {
    let mut routes = 0;
    let what = ["0", "1", "2", "3", "4", "5", "6", "7", "17", "1234567"];
    combinations(&what, &["0", "1", "2", "3", "4", "5", "6", "16", "123456"], |answers| {
        let code = encode(english(), answers, None).unwrap();
        let reading = decode(english(), &code, Source::Link);
        assert!(reading.checked && reading.problems.is_empty(), "{code}: {:?}", reading.problems);
        assert_eq!((reading.answers == *answers, &reading.name, &reading.text), (true, &None, &code));
        routes += 1;
    });
    println!("{routes} routes");
}

#[test]
fn every_set_of_every_question_is_read_back_alone() {
    for question in &english().questions {
        for set in question.allowed() {
            let alone = Answers::default().with(question.id, set);
            let code = encode(english(), &alone, None).unwrap();
            assert_eq!(decode(english(), &code, Source::Link).answers, alone, "{code}");
        }
    }
}

#[test]
fn only_answers_on_the_route_are_written() {
    let code = |given: &str| encode(english(), &answers(given), None).map(|code| code[..code.len() - 2].to_owned());
    assert_eq!(code("k9 w1 d1 f2 p1 h1").as_deref(), Some("ps1-k9"));
    assert_eq!(code("k1 w7 d1 f2 p1 h1").as_deref(), Some("ps1-k1w7f2h1"));
    assert_eq!(code("k1 w1 d1 f1 p1 h1").as_deref(), Some("ps1-k1w1d1f1p1"));
    assert_eq!(code("k1 d12 f2").as_deref(), Some("ps1-k1f2"));
    assert_eq!(code("h1 p1 k1").as_deref(), Some("ps1-k1p1h1"));
    assert_eq!((code(""), code("d12")), (None, None));
}

#[test]
fn a_code_has_only_characters_that_links_keep() {
    let name = Name::new("Équipe 小组 🌱").unwrap();
    let code = encode(english(), &answers("k1 w1"), Some(&name)).unwrap();
    assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{code}");
    assert!(!code.ends_with('-'), "{code}");
}

#[test]
fn a_name_is_base32_and_comes_back() {
    // The test vectors of RFC 4648, section 10, in lower case and without padding.
    let vectors = [
        ("f", "my"),
        ("fo", "mzxq"),
        ("foo", "mzxw6"),
        ("foob", "mzxw6yq"),
        ("fooba", "mzxw6ytb"),
        ("foobar", "mzxw6ytboi"),
    ];
    for (name, encoded) in vectors {
        let code = encode(english(), &answers("k1"), Name::new(name).as_ref()).unwrap();
        assert!(code.starts_with(&format!("ps1-k1-n{encoded}-")), "{code}");
    }
    let most = "字".repeat(Name::MOST);
    for name in ["n", "é", "小组", "🌱🧑🏽‍🤝‍🧑🏿", "a\u{202e}b", "-n", "ps1-k1-g", "{question}", "<script>", &most]
    {
        let code = encode(english(), &answers("k1"), Name::new(name).as_ref()).unwrap();
        let reading = decode(english(), &code, Source::Link);
        assert_eq!(reading.name.as_ref().map(Name::as_str), Some(name), "{code}");
        assert!(reading.problems.is_empty() && code.chars().count() < MOST_CHARACTERS, "{code}");
    }
}

#[test]
fn a_name_has_its_bounds() {
    let most = "é".repeat(Name::MOST);
    assert_eq!(Name::new(&format!("  {most} ")).unwrap().as_str(), most);
    for refused in ["", "   ", &format!("{most}x"), "a\nb", "a\u{0}b", "a\u{7f}", "a\u{9b}b", "\t\u{1b}[2J"] {
        assert_eq!(Name::new(refused), None, "{refused:?}");
    }
}

#[test]
fn a_code_is_read_wherever_it_stands() {
    let link = |text: &str| check(text, Source::Link, "k13 w14 d2 f4 p14 h3");
    link("ps1-k13w14d2f4p14h3-g");
    link("PS1-K13W14D2F4P14H3-G");
    link("  ps1-k13w14d2f4p14h3-g\n");
    link("#ps1-k13w14d2f4p14h3-g");
    link("https://example.org/map/#ps1-k13w14d2f4p14h3-g");
    link("https://example.org/map/?lang=fr#ps1-k13w14d2f4p14h3-g");
    link("https://example.org/map/?c=ps1-k13w14d2f4p14h3-g");
    link("https://example.org/map/?c=ps1-k13w14d2f4p14h3-g#");
    link("https://example.org/map/?lang=fr&c=ps1-k13w14d2f4p14h3-g&x=1");
    link("?c=ps1-k13w14d2f4p14h3-g");
    link("HTTPS://EXAMPLE.ORG/MAP/#PS1-K13W14D2F4P14H3-G");
    link("HTTPS://EXAMPLE.ORG/MAP/?C=PS1-K13W14D2F4P14H3-G");
    let typed = |text: &str| check(text, Source::Typed, "k13 w14 d2 f4 p14 h3");
    typed("ps1-k13w14d2f4p14h3-g");
    typed("PS1 - k13 w14 d2 f4 p14 h3 - g");
    typed("https://example.org/map/#ps1-k13w14d2f4p14h3-g ");
    check("ps1-k3w7f4h1-n", Source::Link, "k3 w7 f4 h1");
}

#[test]
fn only_a_typed_code_may_lack_its_check() {
    let typed = decode(english(), "ps1-k13w14d2f4p14h3", Source::Typed);
    assert_eq!((typed.checked, typed.problems.is_empty()), (false, true));
    assert_eq!(letters(&typed.answers), "k13 w14 d2 f4 p14 h3");
    let named = decode(english(), "ps1-k1-nmzxq", Source::Typed);
    assert_eq!((named.checked, named.problems.is_empty(), named.name.unwrap().as_str()), (false, true, "fo"));
    // A wrong one is a problem even there.
    assert_eq!(ids("ps1-k13w14d2f4p14h3-x", Source::Typed), "check");
    assert_eq!(ids("ps1-k13w14d2f4p14h3", Source::Link), "check");
    assert_eq!(ids("ps1-k1-nmzxq", Source::Link), "check");
}

#[test]
fn a_name_is_never_taken_for_a_check_nor_a_check_for_a_name() {
    for (index, name) in ["n", "nn", "na", "g"].iter().enumerate() {
        let code = encode(english(), &answers(["k1", "k2", "k3", "k4"][index]), Name::new(name).as_ref()).unwrap();
        let reading = decode(english(), &code, Source::Link);
        assert_eq!((reading.checked, reading.name.unwrap().as_str()), (true, *name), "{code}");
    }
    // Of the codes whose check happens to be `n`.
    let reading = decode(english(), "ps1-k3w7f4h1-n", Source::Link);
    assert_eq!((reading.checked, reading.name), (true, None));
}

#[test]
fn what_could_be_read_is_kept_beside_the_problem() {
    let kept = |text: &str, expected: &str| {
        let reading = decode(english(), text, Source::Link);
        assert!(!reading.problems.is_empty(), "{text}");
        assert_eq!(letters(&reading.answers), expected, "{text}");
    };
    kept("ps1-k13w14d2f4p14h3-x", "k13 w14 d2 f4 p14 h3");
    kept("ps1-k13w14d2f4", "k13 w14 d2 f4");
    kept("ps1-k13x1d12f4-x", "k13 f4");
    kept("ps1-k1w1k3-x", "w1");
    kept("ps1-k31w1-x", "w1");
    kept("ps1-w1k1-x", "w1");
    kept("ps1-k1w7d1f2-x", "k1 w7 d1 f2");
    kept("ps2-k1-x", "");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_and_name_are_read_back(sets in prop::collection::vec(0..1024_u32, 6), name in any_name()) {
        let mut given = Answers::default();
        for (question, bits) in english().questions.iter().zip(sets) {
            let set: String = ('0'..='9').filter(|digit| bits >> digit.to_digit(10).unwrap() & 1 == 1).collect();
            given.set(question.id, options(&set).and(question.options()));
        }
        let on_route = replay(english(), &given).answers(english());
        let name = name.and_then(|name| Name::new(&name));
        match encode(english(), &given, name.as_ref()) {
            None => prop_assert!(on_route.is_empty()),
            Some(code) => {
                let reading = decode(english(), &code, Source::Link);
                prop_assert!(reading.problems.is_empty() && reading.checked, "{code} {:?}", reading.problems);
                prop_assert_eq!(reading.answers, on_route);
                prop_assert_eq!(reading.name, name);
                prop_assert_eq!(&decode(english(), &code.to_uppercase(), Source::Typed).problems, &[]);
            }
        }
    }

    #[test]
    fn any_text_is_a_reading_or_a_problem(text in any_text()) {
        one_told_or_read(from_ref(english()), &text).map_err(TestCaseError::fail)?;
    }
}

#[test]
fn long_and_hostile_texts_are_told() {
    let long = ["a", "ps1-", "k1", "-", "#", "?c=", "é", "\u{0}", " ", "ps1-k1-n", "0"].map(|part| part.repeat(10_000));
    let hostile = [
        "<script>alert(1)</script>",
        "javascript:alert(1)",
        "#\"><img src=x onerror=alert(1)>",
        "%00",
        "\u{202e}",
        "\u{feff}ps1",
    ];
    for text in long.iter().map(String::as_str).chain(hostile) {
        one_told_or_read(from_ref(english()), text).unwrap();
        assert!(!decode(english(), text, Source::Link).problems.is_empty(), "{text:.40}");
    }
}

/// Reads a code without a problem and compares its answers.
fn check(text: &str, source: Source, expected: &str) {
    let reading = decode(english(), text, source);
    assert!(reading.problems.is_empty(), "{text}: {:?}", reading.problems);
    assert_eq!((letters(&reading.answers).as_str(), reading.checked), (expected, true), "{text}");
}

fn ids(text: &str, source: Source) -> String {
    let reading = decode(english(), text, source);
    let ids: Vec<&str> = reading.problems.iter().map(|problem| problem.id()).collect();
    ids.join(" ")
}

fn any_name() -> impl Strategy<Value = Option<String>> {
    prop::option::of(prop_oneof![".{1,60}", "[ -~]{1,60}", "[一-龥]{1,60}", "[😀-🙏]{1,60}"])
}

/// Any text at all, and texts that look like codes.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,80}",
        "[a-z0-9#?c=&. -]{0,80}",
        "ps1-[kwdfph0-9]{0,24}(-[a-z0-9]{0,9}){0,3}",
        "(?i)ps[01]-(k[0-9]{1,3})?(w[0-9]{1,2})?(d[0-9])?-[a-z0-9]"
    ]
}
