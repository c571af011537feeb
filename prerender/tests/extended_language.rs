//! A language that extends another is asked in, and has the pages of the language that it extends.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::*;
use peer_map::edition::Edition;
use prerender::editions::{editions, of_pages};
use prerender::first_question;
use prerender::site;
use std::{fs, path::Path, rc::Rc};

const OTHERWISE: &str = "What helps peers to help?";

/// ps1 with an easy English, in a folder of its own.
fn with_easy_english() -> Vec<Rc<Edition>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("with-easy-english");
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(root().join("editions/ps1")).unwrap() {
        let file = file.unwrap().path();
        fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
    }
    let structure = fs::read_to_string(folder.join("edition.json")).unwrap();
    let last = r#"{"tag": "zh-Hans", "name": "简体中文", "review": "unreviewed"}"#;
    let easy = r#"{"tag": "en-x-easy", "name": "Easy English", "review": "unreviewed", "extends": "en"}"#;
    fs::write(folder.join("edition.json"), structure.replacen(last, &format!("{last}, {easy}"), 1)).unwrap();
    let words = format!(r#"{{"language": "en-x-easy", "questions": {{"k": {{"text": "{OTHERWISE}"}}}}}}"#);
    fs::write(folder.join("en-x-easy.json"), words).unwrap();
    editions(&folder).unwrap()
}

#[tokio::test(flavor = "current_thread")]
async fn it_is_asked_in_and_has_no_pages() {
    let editions = with_easy_english();
    assert_eq!(editions.len(), 4);
    let pages = of_pages(&editions);
    assert_eq!(pages.len(), 3);
    let page =
        "<!-- The first question is written here. --><!-- The first question in other languages is written here. -->";
    let asked = first_question::fill(page, &editions).await.unwrap();
    let (_, template) = asked.split_once(r#"<template data-language="en-x-easy">"#).unwrap();
    assert!(template.contains(OTHERWISE) && template.contains("Insider knowledge"), "{template}");

    let mut files = written(&pages, true).await;
    let address = common::site(true);
    files.extend(site::sheets(&pages, &address).await.unwrap());
    files.extend(site::statements(&pages, &address).await.unwrap());
    files.extend(site::builders(&pages, &address).await.unwrap());
    for (path, text) in &files {
        assert!(!path.contains("x-easy") && !text.contains("x-easy"), "{path} names a page that is not there");
    }
}
