//! The picture of the whole map: a file that stands alone, in every language.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::*;
use peer_map::edition::Phrase;
use prerender::site::sheets;
use resvg::usvg::roxmltree::Document;

const FILES: [&str; 3] = ["map.svg", "map.fr.svg", "map.zh-Hans.svg"];

async fn pictures(known: bool) -> Files {
    sheets(&all_editions(), &site(known)).await.unwrap().into_iter().collect()
}

#[tokio::test(flavor = "current_thread")]
async fn it_stands_alone() {
    let editions = all_editions();
    for known in [false, true] {
        let files = pictures(known).await;
        for (edition, file) in editions.iter().zip(FILES) {
            let document = Document::parse(text(&files, file)).unwrap();
            let root = document.root_element();
            assert_eq!(root.attribute("lang"), Some(edition.spoken().tag.as_str()));
            assert!(["width", "height", "viewBox"].iter().all(|name| root.attribute(*name).is_some()), "{file}");
            let first =
                |name: &str| document.descendants().find(|node| node.has_tag_name(name)).unwrap().text().unwrap();
            assert_eq!(first("title"), edition.words[Phrase::MapTitle].text());
            assert_eq!(first("desc"), edition.words[Phrase::MapSentence].text());
            assert!(first("style").contains(".p-paper{fill:#fffdf8}"), "its own paper");
            let attributes = document.descendants().flat_map(|node| node.attributes());
            let elsewhere = attributes.filter(|one| ["href", "src", "style"].contains(&one.name()));
            assert_eq!(elsewhere.count(), 0, "{file}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn it_says_what_is_on_it_and_whose_it_is() {
    let editions = all_editions();
    for known in [false, true] {
        let files = pictures(known).await;
        for (edition, file) in editions.iter().zip(FILES) {
            let document = Document::parse(text(&files, file)).unwrap();
            let texts = document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text());
            // Lines break anywhere between words, and between Chinese characters.
            let said: String = texts.flat_map(str::chars).filter(|character| !character.is_whitespace()).collect();
            let plain = |text: &str| text.chars().filter(|character| !character.is_whitespace()).collect::<String>();
            let names = edition.landmarks.iter().map(|landmark| landmark.name.as_str());
            let kinds = edition.kinds.iter().filter(|kind| kind.letter.is_some()).map(|kind| kind.name.as_str());
            for part in names.chain(kinds).chain([edition.words[Phrase::PosterOurs].text(), &edition.id()]) {
                assert!(said.contains(&plain(part)), "{file} does not say: {part}");
            }
            assert_eq!(said.contains(ADDRESS), known, "{file}");
            assert!(!said.contains('{') && !said.contains("·Edition"), "{file}");
        }
    }
}
