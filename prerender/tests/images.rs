//! The preview images, as files and as drawings.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::{all_editions, all_words};
use peer_map::edition::{Edition, Kind};
use prerender::address::kind_folder;
use prerender::preview_image::{HEIGHT, Image, WIDTH};
use prerender::site::images;
use prerender::typeface::Typeface;
use resvg::usvg::{Group, Node, Options, Rect, Text, Tree};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::rc::Rc;
use std::sync::Arc;

/// All images together may weigh this much, in bytes.
const MOST: usize = 1_500_000;

fn palette(png: &[u8]) -> Vec<[u8; 3]> {
    let reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (1200, 630));
    reader.info().palette.as_ref().unwrap().chunks(3).map(|colour| [colour[0], colour[1], colour[2]]).collect()
}

/// All images, by their paths within the site.
async fn written(editions: &[Rc<Edition>]) -> BTreeMap<String, Vec<u8>> {
    images(editions, &all_words(editions)).await.unwrap().into_iter().collect()
}

#[tokio::test(flavor = "current_thread")]
async fn every_page_has_an_image_of_its_size_and_colours() {
    let editions = all_editions();
    let images = written(&editions).await;
    let total: usize = images.values().map(Vec::len).sum();
    assert!(total < MOST, "the images weigh {total} bytes");
    // Paper, ink, and the hues of the light theme.
    let (paper, ink) = ([0xff, 0xfd, 0xf8], [0x23, 0x20, 0x1b]);
    let hues = [[0x98, 0x67, 0x08], [0x25, 0x5a, 0x49], [0x2a, 0x69, 0xb5], [0x43, 0x1f, 0x4a]];
    let mut folders = vec![String::new()];
    for edition in &editions {
        for kind in &edition.kinds {
            folders.push(kind_folder(edition, kind));
            let folder = &folders[folders.len() - 1];
            let colours = palette(&images[&format!("{folder}preview.png")]);
            for colour in [paper, ink, hues[usize::from(kind.hue) - 1]] {
                assert!(colours.contains(&colour), "{folder}: {colour:?} is not among {colours:?}");
            }
        }
    }
    let colours = palette(&images["preview.png"]);
    assert!(hues.iter().all(|hue| colours.contains(hue)));
    let paths: BTreeSet<String> = folders.iter().map(|folder| format!("{folder}preview.png")).collect();
    assert!(images.keys().eq(&paths), "{:?}", images.keys());
}

#[tokio::test(flavor = "current_thread")]
async fn two_runs_make_the_same_bytes() {
    let editions = all_editions();
    let (one, other) = (written(&editions).await, written(&editions).await);
    assert!(one.keys().eq(other.keys()));
    for (path, contents) in &one {
        assert!(other[path] == *contents, "{path} differs");
    }
    assert_eq!(common::written(&editions, true).await, common::written(&editions, true).await);
}

fn image<'a>(edition: &'a Edition, kind: &'a Kind) -> Image<'a> {
    Image {
        edition,
        kind: Some(kind),
        kicker: "Un type de soutien par les pairs",
        name: &kind.name,
        lead: "",
        foot: "Peer Map",
    }
}

fn texts(group: &Group, found: &mut Vec<Text>) {
    for node in group.children() {
        match node {
            Node::Text(text) => found.push((**text).clone()),
            Node::Group(group) => texts(group, found),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

async fn drawn(image: &Image<'_>) -> Vec<(String, Rect, f32)> {
    let typeface = Typeface::load().unwrap();
    let options = Options { fontdb: Arc::new(typeface.database()), ..Options::default() };
    let tree = Tree::from_str(&image.svg(&typeface).await.unwrap(), &options).unwrap();
    let mut found = Vec::new();
    texts(tree.root(), &mut found);
    let size = |text: &Text| {
        text.chunks().iter().flat_map(|chunk| chunk.spans()).map(|span| span.font_size().get()).fold(f32::MAX, f32::min)
    };
    let words = |text: &Text| text.chunks().iter().map(|chunk| chunk.text()).collect::<String>();
    found.iter().map(|text| (words(text), text.flattened().abs_bounding_box(), size(text))).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn all_words_are_large_and_off_each_other() {
    for edition in all_editions() {
        for kind in &edition.kinds {
            let texts = drawn(&image(&edition, kind)).await;
            let name = format!("{} in {}", kind.id, edition.spoken().tag);
            assert!(texts.len() >= 4, "{name}: {texts:?}");
            for (at, (one, room, size)) in texts.iter().enumerate() {
                assert!(*size >= 25.0, "{name}: “{one}” is {size} high");
                let inside = room.left() >= 0.0
                    && room.top() >= 0.0
                    && room.right() <= WIDTH as f32
                    && room.bottom() <= HEIGHT as f32;
                assert!(inside, "{name}: “{one}” leaves the image");
                for (other, other_room, _) in &texts[at + 1..] {
                    let apart = room.right() <= other_room.left()
                        || other_room.right() <= room.left()
                        || room.bottom() <= other_room.top()
                        || other_room.bottom() <= room.top();
                    assert!(apart, "{name}: “{one}” and “{other}” overlap");
                }
            }
            let large: Vec<&str> =
                texts.iter().filter(|(_, _, size)| *size >= 54.0).map(|(words, ..)| words.as_str()).collect();
            let spaced = if edition.spoken().tag == "zh-Hans" { large.concat() } else { large.join(" ") };
            assert_eq!(spaced, kind.name, "{name}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_cannot_be_drawn_breaks_the_build() {
    let edition = all_editions().swap_remove(0);
    let kind = &edition.kinds[0];
    let typeface = Typeface::load().unwrap();
    let fault = |name: &'static str| {
        let (edition, typeface) = (Rc::clone(&edition), &typeface);
        async move { Image { name, ..image(&edition, kind) }.png(typeface).await.unwrap_err().to_string() }
    };
    let told = fault("Aide ⚘ 龘").await;
    assert!(told.contains("lacks ⚘ (U+2698), 龘 (U+9F98), which “Aide ⚘ 龘” needs"), "{told}");
    assert!(told.contains("prerender/fonts/README.md"), "{told}");
    let told = fault("Donaudampfschifffahrtsgesellschaftskapitän").await;
    assert!(told.contains("is too long for a preview image"), "{told}");
}

#[test]
fn the_font_has_every_letter_of_the_edition() {
    let typeface = Typeface::load().unwrap();
    for edition in all_editions() {
        for kind in &edition.kinds {
            for text in [&kind.name, &kind.short, &kind.description] {
                typeface.check(&text.replace('\u{202f}', "")).unwrap();
            }
        }
    }
    assert!(typeface.width("mm", 10.0) > typeface.width("ii", 10.0));
    assert!((typeface.width("同伴", 10.0) - 20.0).abs() < 0.01);
}
