//! What other sites are told: oEmbed answers, index.html, and the words of these pages.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::*;
use prerender::site;
use prerender::words::Words;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn answers(files: &Files) -> Vec<(&str, Value)> {
    let folders = files.keys().filter_map(|path| path.strip_suffix("oembed.json"));
    folders
        .map(|folder| (folder, serde_json::from_str(text(files, &format!("{folder}oembed.json"))).unwrap()))
        .collect()
}

/// What oEmbed 1.0 asks of every answer, and of this type.
fn check(folder: &str, answer: &Value, kind: &str) {
    assert_eq!((answer["version"].as_str(), answer["type"].as_str()), (Some("1.0"), Some(kind)), "{folder}");
    assert!(answer["title"].as_str().is_some_and(|title| title.contains("Peer Map")), "{folder}");
    assert_eq!(answer["provider_name"], "Peer Map");
}

#[tokio::test(flavor = "current_thread")]
async fn without_an_address_a_page_is_told_of_as_a_link() {
    let files = written(&all_editions(), false).await;
    let answers = answers(&files);
    assert_eq!(answers.len(), 33);
    for (folder, answer) in answers {
        check(folder, &answer, "link");
        assert_eq!(answer.as_object().unwrap().len(), 4, "{folder}: nothing else is known: {answer}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn with_an_address_a_page_can_be_embedded() {
    let files = written(&all_editions(), true).await;
    for (folder, answer) in answers(&files) {
        check(folder, &answer, "rich");
        assert_eq!(answer["provider_url"], ADDRESS);
        let image = answer["thumbnail_url"].as_str().unwrap();
        assert_eq!(image, format!("{ADDRESS}{folder}preview.png"));
        assert_eq!((&answer["thumbnail_width"], &answer["thumbnail_height"]), (&json!(1200), &json!(630)));
        let html = answer["html"].as_str().unwrap();
        let frame = tags(html, "iframe");
        assert!(frame.len() == 1 && html.ends_with("</iframe>"), "{folder}: {html}");
        let value = |name: &str| attribute(frame[0], name).unwrap_or_else(|| panic!("{folder}: no {name} in {html}"));
        assert_eq!(value("src"), format!("{ADDRESS}{folder}"));
        assert_eq!(value("title"), answer["title"].as_str().unwrap());
        assert_eq!(
            json!([value("width"), value("height")]),
            json!([answer["width"].to_string(), answer["height"].to_string()])
        );
        assert!(value("sandbox").contains("allow-scripts") && !value("sandbox").contains("top-navigation"));
        assert_eq!(value("allow"), "clipboard-write");
    }
}

/// A folder with what Trunk leaves, as far as it matters here.
fn dist(name: &str) -> PathBuf {
    let dist = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let edition = dist.join("editions/ps1");
    // A folder of an earlier run may be there.
    let _ = fs::remove_dir_all(&dist);
    fs::create_dir_all(&edition).unwrap();
    for file in fs::read_dir(root().join("editions/ps1")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), edition.join(file.file_name())).unwrap();
    }
    fs::copy(root().join("index.html"), dist.join("index.html")).unwrap();
    fs::write(dist.join("peer-map.css"), "").unwrap();
    dist
}

#[tokio::test(flavor = "current_thread")]
async fn index_is_told_of_too() {
    let dist = dist("index");
    site::write(&dist, &site(true)).await.unwrap();
    let html = fs::read_to_string(dist.join("index.html")).unwrap();
    assert_eq!(meta(&html, "og:title"), "Peer Map");
    assert!(meta(&html, "og:description").starts_with("Six questions show where"));
    assert_eq!(meta(&html, "description"), meta(&html, "og:description"));
    assert_eq!(meta(&html, "og:image"), format!("{ADDRESS}preview.png"));
    assert_eq!(meta(&html, "og:url"), ADDRESS);
    assert!(!html.contains("json+oembed"), "a frame of the widget does not start everywhere yet");
    assert!(!html.contains("is written here"), "a place was not filled");
    assert!(html.contains("data-question=\"k\"") && html.contains("<template data-language=\"fr\">"));
    assert!(dist.join("preview.png").is_file() && dist.join("kinds/outside/zh-Hans/index.html").is_file());
}

#[tokio::test(flavor = "current_thread")]
async fn a_site_that_lacks_something_is_refused() {
    let dist = dist("lacking");
    fs::remove_file(dist.join("peer-map.css")).unwrap();
    let fault = site::write(&dist, &site(false)).await.unwrap_err().to_string();
    assert!(fault.contains("has no peer-map.css"), "{fault}");
}

const TAG: &str = "en";

/// What is said of the English words after a change to them.
fn fault(name: &str, change: impl Fn(&mut serde_json::Map<String, Value>)) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("words-{name}"));
    fs::create_dir_all(&folder).unwrap();
    let text = fs::read_to_string(root().join("prerender/words/en.json")).unwrap();
    let mut words = serde_json::from_str(&text).unwrap();
    change(&mut words);
    fs::write(folder.join("en.json"), serde_json::to_string(&words).unwrap()).unwrap();
    let fault = Words::read(&folder, TAG).err().map(|fault| fault.to_string()).unwrap_or_default();
    fault.replace(&format!("{}: ", folder.join("en.json").display()), "")
}

#[test]
fn words_are_read_strictly() {
    let set = |key: &'static str, value: Value| {
        move |words: &mut serde_json::Map<String, Value>| drop(words.insert(key.to_owned(), value.clone()))
    };
    assert_eq!(fault("same", |_| {}), "");
    assert_eq!(fault("missing", |words| drop(words.remove("open"))), "open is missing");
    assert_eq!(fault("surplus", set("opne", json!("Open"))), "opne is not known here");
    assert_eq!(fault("number", set("open", json!(1))), "open should be text");
    let ill_formed = "open is empty, or has spaces around it or control characters";
    for text in ["", " Open", "Open ", "Open\nit"] {
        assert_eq!(fault("ill-formed", set("open", json!(text))), ill_formed);
    }
    assert_eq!(fault("no-slot", set("picture", json!("The name"))), "picture should contain {name}");
    assert_eq!(fault("slot", set("open", json!("Open {it}"))), "open has {it}, which is not known here");
    for text in ["Open {", "Open }", "Open {it", "O}pen {"] {
        assert!(fault("brace", set("open", json!(text))).contains("open has a brace without a partner"), "{text}");
    }
    let both = fault("both", |words| drop((words.remove("open"), words.remove("kicker"))));
    assert_eq!(both, "kicker is missing\nopen is missing", "all faults are told at once");
    let nowhere = Words::read(Path::new("nowhere"), "es").unwrap_err().to_string();
    assert!(nowhere.contains("es.json cannot be read"), "{nowhere}");
}

#[test]
fn messages_are_filled() {
    let words = Words::load("zh-Hans").unwrap();
    assert_eq!(words.sentences.fill(&[("a", "{b}"), ("b", "2")]), "{b}2");
    assert!(words.stands_within.fill(&[("letter", "B")]).contains("标有B的"));
}
