//! Codes as they arrive: in links that messengers wrapped, in messages, typed on another keyboard.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{answers, english, letters};
use peer_map::link::{Flaw, Name, Source, decode, encode};
use proptest::prelude::*;

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const LINK: &str = "https://example.org/map/#ps1-k13w14d2f4p14h3-g";

#[test]
fn a_link_is_read_as_messengers_leave_it() {
    for text in [
        "<https://example.org/map/#ps1-k13w14d2f4p14h3-g>",
        "https://example.org/map/#ps1-k13w14d2f4p14h3-g.",
        "https://example.org/map/#ps1-k13w14d2f4p14h3-g, ",
        "https://example.org/map/#ps1-k13w14d2f4p14h3-g)",
        "(https://example.org/map/#ps1-k13w14d2f4p14h3-g).",
        "“https://example.org/map/#ps1-k13w14d2f4p14h3-g”!",
        "« https://example.org/map/#ps1-k13w14d2f4p14h3-g »",
        "「https://example.org/map/#ps1-k13w14d2f4p14h3-g」。",
        "**https://example.org/map/#ps1-k13w14d2f4p14h3-g**",
        "[our result](https://example.org/map/#ps1-k13w14d2f4p14h3-g)",
        "\u{200b}https://example.org/map/#ps1-k13w14d2f4p14h3-g\u{200b}",
        "https://example.org/map/#ps1-k13\u{ad}w14d2\u{200b}f4p14h3-g\u{feff}",
        "\u{202a}https://example.org/map/#ps1-k13w14d2f4p14h3-g\u{202c}",
        "https://example.org/map/%23ps1-k13w14d2f4p14h3-g",
        "https%3A%2F%2Fexample.org%2Fmap%2F%23ps1-k13w14d2f4p14h3-g",
        "https%253A%252F%252Fexample.org%252Fmap%252F%2523ps1-k13w14d2f4p14h3-g",
        "https://mail.example/?url=https%3A%2F%2Fexample.org%2Fmap%2F%23ps1-k13w14d2f4p14h3-g&data=05%7C01",
        "https://example.org/map/#ps1-k13w14d2f4p14h3-g%20",
        "https://example.org/map/#ps1-k13w14d2f4p14h3-g%E2%80%8B",
        "https://example.org/map/#ps1-k13w14d2f4p14h3-g&utm_source=letter",
        "https://example.org/map/?utm_source=letter&c=ps1-k13w14d2f4p14h3-g&utm_medium=mail",
        "https://example.org/map/?c=ps1-k13w14d2f4p14h3-g.",
        "https://example.org/map/#ps1-k13w14d2f4p14h3-g<https://example.org/map/#ps1-k13w14d2f4p14h3-g>",
        "Look where we are: https://example.org/map/#ps1-k13w14d2f4p14h3-g, and where are you?",
        "Our code is ps1-k13w14d2f4p14h3-g.",
        "ps1-k13w14d2f4p14h3-g ps1-k13w14d2f4p14h3-g",
        "PS1-K13W14D2F4P14H3-G.",
    ] {
        for source in [Source::Link, Source::Typed] {
            let reading = decode(english(), text, source);
            assert!(reading.checked && reading.problems.is_empty(), "{text}, {source:?}: {:?}", reading.problems);
            assert_eq!((reading.text.as_str(), letters(&reading.answers).as_str()), (CODE, "k13 w14 d2 f4 p14 h3"));
        }
    }
}

#[test]
fn a_typed_code_may_have_another_keyboard_s_hyphens_letters_and_spaces() {
    for text in [
        "ps1–k13w14d2f4p14h3–g",
        "ps1—k13w14d2f4p14h3‑g",
        "ｐｓ１－ｋ１３ｗ１４ｄ２ｆ４ｐ１４ｈ３－ｇ",
        "ＰＳ１－Ｋ１３Ｗ１４Ｄ２Ｆ４Ｐ１４Ｈ３－Ｇ",
        "ps1 k13 w14 d2 f4 p14 h3 - g",
        "ps1\u{3000}-\u{3000}k13 w14 d2 f4 p14 h3\n-\ng",
        "https://example.org/map/#ps1-k13w14\nd2f4p14h3-g",
    ] {
        let reading = decode(english(), text, Source::Typed);
        assert!(reading.checked && reading.problems.is_empty(), "{text}: {:?}", reading.problems);
        assert_eq!(reading.text, CODE, "{text}");
        assert!(!decode(english(), text, Source::Link).problems.is_empty(), "an address is no keyboard: {text}");
    }
}

#[test]
fn a_code_is_never_cut_out_of_a_damaged_one() {
    for text in ["ps1-k13w14d2f4p14h3&-g", "ps1-k9-w&ps1-g", "ps1-k9-n oexc5ljobssbznqr7t3xba-c", "ps1-k%33w14-g"] {
        assert!(!decode(english(), text, Source::Link).problems.is_empty(), "{text}");
    }
    // Without a check nothing vouches for what was left away.
    for text in ["ps1-k1,w1", "ps1-k1é", "see ps1-k1,w1 there"] {
        assert!(!decode(english(), text, Source::Typed).problems.is_empty(), "{text}");
    }
}

#[test]
fn two_codes_are_not_opened_as_one() {
    for text in ["ps1-k9-w ps1-k1w1-l", "https://example.org/#ps1-k9-w\nhttps://example.org/#ps1-k1w1-l."] {
        let reading = decode(english(), text, Source::Typed);
        assert_eq!(reading.problems[0].flaw, Flaw::Several { count: 2 }, "{text}");
        assert!(reading.answers.is_empty(), "{text}");
    }
}

#[test]
fn of_a_message_the_damaged_code_is_told() {
    let reading = decode(english(), "Our code is ps1-k13w14d2f4p14h3-x, see you", Source::Typed);
    assert_eq!((reading.text.as_str(), &reading.problems[0].flaw), ("ps1-k13w14d2f4p14h3-x", &Flaw::CheckWrong));
    assert_eq!(letters(&reading.answers), "k13 w14 d2 f4 p14 h3");
}

#[test]
fn each_problem_has_its_place() {
    let place = |text: &str| {
        let reading = decode(english(), text, Source::Link);
        let problem = reading.problems.iter().find(|problem| problem.length > 0).cloned().unwrap();
        reading.text.chars().skip(problem.at - 1).take(problem.length).collect::<String>()
    };
    assert_eq!(place("ps2-k1-x"), "ps2");
    assert_eq!(place("ps1-k1x2w1-x"), "x2");
    assert_eq!(place("ps1-k1é2w1-x"), "é2");
    assert_eq!(place("ps1-é2k1w8d1-x"), "é2");
    assert_eq!(place("ps1-k1w8d1-x"), "w8");
    assert_eq!(place("ps1-k1wd1-x"), "w");
    assert_eq!(place("ps1-k1w1k2-x"), "k2");
    assert_eq!(place("ps1-w1k1-x"), "k1");
    assert_eq!(place("ps1-k1w7d1f2-x"), "d1");
    assert_eq!(place("ps1-k1-n1-x"), "n1");
    assert_eq!(place("ps1-k1-what-else-x"), "-what-else");
    assert_eq!(place("ps1-k1-nmzxq-else-x"), "-else");
    assert_eq!(place("ps1-k1é-else-x"), "é");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_among_words_is_found(before in "[a-zé《 .,]{0,30}", after in "[a-z》 .,]{0,30}", name in "[a-z ]{0,9}") {
        let code = encode(english(), &answers("k13 w14 d2"), Name::new(&name).as_ref()).unwrap();
        let reading = decode(english(), &format!("{before} https://example.org/#{code} {after}"), Source::Typed);
        prop_assert_eq!((reading.text, reading.problems.len()), (code, 0));
    }

    #[test]
    fn escaping_a_link_as_often_as_services_do_changes_nothing(layers in 0..3_usize) {
        let escaped = (0..layers).fold(LINK.to_owned(), |link, _| escape(&link));
        prop_assert_eq!(decode(english(), &escaped, Source::Link).text, CODE);
    }
}

/// As `encodeURIComponent` does.
fn escape(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
