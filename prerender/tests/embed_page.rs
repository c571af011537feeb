//! The snippet builder as files: its words, its data, and that nothing in it is more than text.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::*;
use peer_map::edition::Edition;
use prerender::address::kind_folder_in;
use prerender::site::builders;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::rc::Rc;

const PAGES: [&str; 3] = ["embed.html", "embed.fr.html", "embed.zh-Hans.html"];

async fn written(editions: &[Rc<Edition>], known: bool) -> Files {
    builders(editions, &site(known)).await.unwrap().into_iter().collect()
}

fn data(html: &str) -> Value {
    let (_, rest) = html.split_once("id=\"data\"").unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[tokio::test(flavor = "current_thread")]
async fn the_script_is_told_what_it_goes_by() {
    let editions = all_editions();
    for known in [false, true] {
        let files = written(&editions, known).await;
        for (edition, page) in editions.iter().zip(PAGES) {
            let data = data(text(&files, page));
            assert_eq!(data["base"], if known { json!(ADDRESS) } else { Value::Null });
            assert_eq!(data["lang"], edition.spoken().tag.as_str());
            assert_eq!(data["own"]["light"]["accent"], "#0e5566");
            assert_eq!(data["own"]["dark"]["hue-4"], "#c283c9");
            for (language, tag) in ["en", "fr", "zh-Hans"].iter().enumerate() {
                for kind in &edition.kinds {
                    assert_eq!(data["kinds"][&kind.id][tag], kind_folder_in(edition, kind, language));
                }
                let picture = if language == 0 { "map.svg".to_owned() } else { format!("map.{tag}.svg") };
                assert_eq!(
                    (&data["texts"][tag]["picture"], &data["texts"][tag]["width"]),
                    (&json!(picture), &json!(320.0))
                );
                let height = data["texts"][tag]["height"].as_f64().unwrap();
                assert!((300.0..600.0).contains(&height), "{height}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_control_has_a_name_and_every_reference_leads_somewhere() {
    let files = written(&all_editions(), false).await;
    for page in PAGES {
        let html = text(&files, page);
        let tagged = |name: &str| tags(html, name);
        let all = ["input", "select", "textarea", "p", "ul", "span", "div", "form", "section", "h2"];
        let ids: Vec<String> =
            all.iter().flat_map(|name| tagged(name)).filter_map(|tag| attribute(tag, "id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{page}: each id once");
        let labelled: Vec<String> = tagged("label").iter().map(|tag| attribute(tag, "for").unwrap()).collect();
        for control in ["input", "select", "textarea"].iter().flat_map(|name| tagged(name)) {
            let named = attribute(control, "id").is_some_and(|id| labelled.contains(&id));
            assert!(named || attribute(control, "aria-label").is_some(), "{page}: {control}");
        }
        let referring = all.iter().flat_map(|name| tagged(name)).chain(tagged("fieldset"));
        for tag in referring {
            for name in ["aria-describedby", "aria-labelledby"] {
                let references = attribute(tag, name).unwrap_or_default();
                assert!(
                    references.split(' ').filter(|id| !id.is_empty()).all(|id| ids.contains(&id.to_owned())),
                    "{page}: {tag}"
                );
            }
        }
        // One of each choice is chosen, so that there is a snippet from the first.
        assert_eq!(tagged("input").iter().filter(|tag| tag.contains(" checked")).count(), 4, "{page}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn it_runs_its_own_modules_and_nothing_inline() {
    let files = written(&all_editions(), false).await;
    for page in PAGES {
        let html = text(&files, page);
        assert!(!html.contains(" style=\"") && !html.contains(" onclick"));
        let scripts: Vec<Option<String>> = tags(html, "script").iter().map(|tag| attribute(tag, "src")).collect();
        assert_eq!(scripts, [None, Some("embed/page.js".to_owned())], "data, and a module");
        let policy = attribute(tags(html, "meta")[1], "content").unwrap();
        assert!(
            policy.contains("script-src 'self' 'wasm-unsafe-eval'; style-src 'self';")
                && !policy.contains("unsafe-inline")
        );
    }
    // Every module that is imported is there.
    for (path, module) in files.iter().filter(|(path, _)| path.ends_with(".js")) {
        let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let imports = module.split(" from \"").skip(1).map(|rest| rest.split_once('"').unwrap().0);
        for import in imports {
            let target = resolve(&folder, import);
            assert!(files.contains_key(&target), "{path} imports {import}: {target} is not there");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn words_never_become_markup() {
    let mut edition = Rc::unwrap_or_clone(all_editions().swap_remove(0));
    edition.kinds[0].name = "</script><script>alert(1)</script>".to_owned();
    edition.languages[0].name = "\"><b>".to_owned();
    let files = written(&[Rc::new(edition)], false).await;
    let html = text(&files, "embed.html");
    assert_eq!(tags(html, "script").len(), 2);
    assert!(tags(html, "b").is_empty());
    data(html);
}

/// The sentences that the script fills in have the slots that it gives.
#[tokio::test(flavor = "current_thread")]
async fn the_script_says_only_what_there_are_words_for() {
    let files = written(&all_editions(), false).await;
    let script = text(&files, "embed/page.js");
    let words = data(text(&files, "embed.html"))["words"].clone();
    let named = script
        .split("words.")
        .skip(1)
        .map(|rest| rest.split(|character: char| !character.is_alphanumeric() && character != '_').next().unwrap());
    let named: BTreeSet<&str> = named.collect();
    assert!(named.len() > 5);
    for name in named {
        assert!(words.get(name).is_some(), "{name}");
    }
    let snippet = text(&files, "embed/snippet.js");
    let faults = snippet.split("add(").skip(1).filter_map(|rest| rest.split_once(')')?.0.split('"').nth_back(1));
    for fault in faults.filter(|fault| fault.contains('_')) {
        assert!(words.get(fault).is_some(), "{fault}");
    }
}
