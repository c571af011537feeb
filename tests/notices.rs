//! What a host asked for and did not get, in three languages.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{edition, english};
use peer_map::edition::find_language;
use peer_map::view::{Failure, Notice, Props, Root, Theme};
use std::rc::Rc;
use yew::LocalServerRenderer;

async fn html(props: Props) -> String {
    LocalServerRenderer::<Root>::with_props(props).hydratable(false).render().await
}

fn every_notice() -> Vec<(Notice, &'static str, Vec<&'static str>)> {
    let address = || "https://a.example/e/".to_owned();
    let failed = |failure| Notice::Edition { address: address(), failure };
    let faulty = Failure::Faulty { count: 7, first: "words.title: is missing".to_owned() };
    vec![
        (Notice::Unloaded("Deutsch".to_owned()), "language", vec!["Deutsch"]),
        (Notice::Language("xx".to_owned()), "lang", vec!["xx"]),
        (
            Notice::Setting { name: "theme", value: "blue".to_owned(), default: "auto" },
            "theme",
            vec!["theme", "blue", "auto"],
        ),
        (failed(Failure::Unreachable), "edition", vec!["https://a.example/e/", "ps1"]),
        (failed(Failure::Status(404)), "edition", vec!["https://a.example/e/", "404"]),
        (failed(Failure::TooLarge), "edition", vec!["MB|Mo"]),
        (failed(Failure::NotJson), "edition", vec!["JSON"]),
        (failed(faulty), "edition", vec!["7", "words.title: is missing"]),
    ]
}

#[tokio::test]
async fn each_is_told_above_a_widget_that_stands() {
    for edition in ["en", "fr", "zh-Hans"].map(|tag| Rc::new(edition(tag))) {
        for (notice, about, said) in every_notice() {
            let shown = html(Props { notices: vec![notice], ..Props::new(Rc::clone(&edition)) }).await;
            let (before, after) = shown.split_once("<fieldset").unwrap();
            assert!(before.contains(&format!("role=\"alert\" data-problem=\"{about}\"")), "{before}");
            for words in said {
                assert!(words.split('|').any(|words| before.contains(words)), "{words} is not in {before}");
            }
            assert!(!before.contains('{') && after.contains("data-action=\"continue\""));
        }
    }
}

#[tokio::test]
async fn what_a_host_writes_stays_text() {
    let value = "<script>alert(1)</script>".to_owned();
    let notices = vec![Notice::Setting { name: "mode", value, default: "flow" }];
    let shown = html(Props { notices, ..Props::new(Rc::new(english().clone())) }).await;
    assert!(shown.contains("&lt;script&gt;alert(1)") && !shown.contains("<script"));
}

#[tokio::test]
async fn the_theme_is_a_mark_for_the_style_sheet() {
    for (theme, mark) in [(Theme::Auto, None), (Theme::Light, Some("light")), (Theme::Dark, Some("dark"))] {
        let shown = html(Props { theme, ..Props::new(Rc::new(english().clone())) }).await;
        assert_eq!(mark.is_some(), shown.contains("data-theme="));
        assert!(mark.is_none_or(|mark| shown.contains(&format!("data-theme=\"{mark}\""))));
    }
}

#[test]
fn a_language_is_found_or_not() {
    let available = ["en", "fr", "zh-Hans"];
    for (tag, found) in
        [("fr-CA", Some(1)), ("ZH", Some(2)), ("zh-Hant-TW", Some(2)), ("en_GB", Some(0)), ("de", None), ("", None)]
    {
        assert_eq!(find_language(tag, &available), found, "{tag}");
    }
}
