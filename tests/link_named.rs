//! Which edition a code asks for, and what is said where that is not the one at hand.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod later;

use edition_files::LANGUAGES;
use expect_test::expect;
use later::{changed, later};
use peer_map::edition::Edition;
use peer_map::link::{Flaw, Source, decode, edition_of};
use proptest::prelude::*;
use serde_json::json;

fn named(text: &str, source: Source) -> String {
    edition_of(text, source).map_or_else(String::new, |(name, version)| format!("{name} {version}"))
}

#[test]
fn a_code_names_its_edition_however_it_comes() {
    for text in
        ["ps1-k13w14d2f4p14h3-g", " PS1-K9-W ", "ps1", "ps1-", "https://example.org/map/?lang=fr#ps1-k9-w", "?c=ps1-k9"]
    {
        for source in [Source::Link, Source::Typed] {
            assert_eq!(named(text, source), "ps 1", "{text}");
        }
    }
    assert_eq!(named("p s 1 - k9", Source::Typed), "ps 1");
    assert_eq!(named("p s 1 - k9", Source::Link), "");
    assert_eq!(named("xyz999-whatever", Source::Link), "xyz 999");
    // Letters and digits of answers look like an edition; no edition is called by one letter here.
    assert_eq!(named("k13w14-g", Source::Typed), "");
    assert_eq!(named("k9-g", Source::Typed), "");
}

#[test]
fn what_names_no_edition_names_none() {
    for text in
        ["", "-", "hello", "ps-k1", "1-k1", "ps0-k1", "ps01-k1", "ps65536-k1", "pś1-k1", "p1s1-k1", "ps1.k1", "ps１-k1"]
    {
        assert_eq!(named(text, Source::Link), "", "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_looked_at_without_a_fault(text in "\\PC{0,60}") {
        for source in [Source::Link, Source::Typed] {
            if let Some((name, version)) = edition_of(&text, source) {
                let id = format!("{name}{version}");
                let together = text.to_lowercase().replace(char::is_whitespace, "");
                prop_assert!(together.contains(&id), "{} is not in {}", id, text);
            }
        }
    }

    #[test]
    fn a_reading_of_another_edition_has_its_name(name in "[a-z]{2,8}", version in 1_u16..=999) {
        prop_assume!((name.as_str(), version) != ("ps", 2));
        let text = format!("{name}{version}-k1-x");
        prop_assert_eq!(edition_of(&text, Source::Link), Some((name.clone(), version)));
        let found = format!("{name}{version}");
        let problems = decode(&later("en"), &text, Source::Link).problems;
        let flaws: Vec<Flaw> = problems.into_iter().map(|problem| problem.flaw).collect();
        prop_assert_eq!(flaws, [Flaw::Edition { found }]);
    }
}

fn said(edition: &Edition, text: &str) -> String {
    let reading = decode(edition, text, Source::Typed);
    assert!(reading.answers.is_empty() && reading.problems.len() == 1, "{text}: {reading:?}");
    assert_eq!(reading.problems[0].id(), "edition");
    format!("{}\n", reading.problems[0].message(edition))
}

#[test]
fn an_earlier_edition_a_later_one_and_another_are_told_apart() {
    let said: String = LANGUAGES
        .map(|tag| ["ps1-k1", "ps9-k1", "xyz9-k1", "ps02-k1"].map(|code| said(&later(tag), code)).concat())
        .concat();
    expect![[r#"
        The code belongs to “ps1”, an earlier edition, which could not be loaded. Check your connection and open it again.
        The code belongs to “ps9”, a newer edition than this page knows. It knows ps2. Load the page again, or ask where the link came from.
        The code belongs to “xyz9”, an edition that this page does not know. It knows ps2.
        The code belongs to “ps02”, an edition that this page does not know. It knows ps2.
        Le code appartient à « ps1 », une édition antérieure qui n’a pas pu être chargée. Vérifiez votre connexion et ouvrez-le de nouveau.
        Le code appartient à « ps9 », une édition plus récente que celle que cette page connaît. Elle connaît ps2. Rechargez la page, ou demandez d’où vient le lien.
        Le code appartient à « xyz9 », une édition que cette page ne connaît pas. Elle connaît ps2.
        Le code appartient à « ps02 », une édition que cette page ne connaît pas. Elle connaît ps2.
        这个代码属于较早的版本“ps1”，无法加载该版本。请检查网络连接，再打开一次。
        这个代码属于“ps9”，比本页认识的版本更新。本页认识ps2。请重新加载本页，或询问链接的来源。
        这个代码属于版本“xyz9”，本页不认识这个版本。本页认识ps2。
        这个代码属于版本“ps02”，本页不认识这个版本。本页认识ps2。
    "#]].assert_eq(&said);
    let third = changed(|structure, _| structure["version"] = json!(10)).unwrap();
    // By number, not by letter.
    assert!(self::said(&third, "ps9-k1").contains("an earlier edition"));
}
