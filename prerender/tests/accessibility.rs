//! The page on accessibility names the tests that `docs/accessibility.md` names for what holds in every state, in every
//! language, and needs no script.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::*;
use prerender::accessibility::NAME;
use prerender::site::statements;
use std::collections::BTreeSet;
use std::fs;

/// The names of tests in a text, between what marks them as such: `file::function`.
fn named<'t>(text: &'t str, begin: &str, end: &str) -> BTreeSet<&'t str> {
    let codes = text.split(begin).skip(1).filter_map(|rest| rest.split(end).next());
    codes.filter(|code| code.contains("::")).collect()
}

async fn pages() -> Vec<String> {
    let editions = all_editions();
    let files: Files = statements(&editions, &site(false)).await.unwrap().into_iter().collect();
    let page = |language: usize| match language {
        0 => format!("{NAME}.html"),
        _ => format!("{NAME}.{}.html", editions[language].spoken().tag),
    };
    (0..editions.len()).map(|language| text(&files, &page(language)).to_owned()).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn every_language_names_the_tests_of_the_document() {
    let document = fs::read_to_string(root().join("docs/accessibility.md")).unwrap();
    let (_, states) = document.split_once("\n## What holds in every state\n").unwrap();
    let (states, _) = states.split_once("\n## ").unwrap();
    let (all, of_states) = (named(&document, "`", "`"), named(states, "`", "`"));
    assert!(of_states.len() > 10, "{of_states:?}");
    let pages = pages().await;
    for page in &pages {
        let here = named(page, "translate=\"no\">", "</code>");
        assert!(here.is_superset(&of_states), "{:?}", of_states.difference(&here));
        assert!(here.is_subset(&all), "{:?}", here.difference(&all));
        assert_eq!(here, named(&pages[0], "translate=\"no\">", "</code>"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn it_is_read_without_a_script_and_leads_on() {
    for (page, edition) in pages().await.iter().zip(all_editions()) {
        let tag = &edition.spoken().tag;
        assert!(page.starts_with(&format!("<!doctype html>\n<html lang=\"{tag}\">")));
        assert!(tags(page, "script").is_empty() && !page.contains(" style=\""));
        assert_eq!(tags(page, "h1").len(), 1);
        let addresses: Vec<String> = tags(page, "a").iter().filter_map(|tag| attribute(tag, "href")).collect();
        assert!(addresses.iter().any(|address| address.starts_with("worksheet.")), "{addresses:?}");
        assert!(addresses.contains(&format!("./?lang={tag}")), "{addresses:?}");
        assert!(!page.contains("{version}") && !page.contains("{n}"));
    }
}
