//! Pictures to save, drawn without a browser: each is an XML document that stands alone, with nothing on top of anything.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{LANGUAGES, edition, english, ten_programmes};
use expect_test::expect_file;
use peer_map::app::{Action, State};
use peer_map::edition::{Answers, Edition, Phrase};
use peer_map::link::encode;
use peer_map::view::poster::block::{Block, GLYPH, Glyph};
use peer_map::view::poster::sheet::{Sheet, sheet};
use peer_map::view::poster::{Poster, Props, Subject, file, file_name};
use peer_map::view::territory::geometry::{Point, Rect};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Node};
use resvg::usvg::{Options, Tree};
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

const ADDRESS: &str = "https://example.org/peer-map/";
const DATE: &str = "2026-01-31";
fn subject(answers: &Answers) -> Subject {
    Subject { answers: answers.clone(), name: None, tried: false }
}

async fn drawn(edition: Edition, subject: Option<Subject>) -> String {
    let (address, date) = (ADDRESS.to_owned(), DATE.to_owned());
    let props = Props { edition: Rc::new(edition), subject, address, date, drawn: Callback::noop() };
    file(&LocalServerRenderer::<Poster>::with_props(props).hydratable(false).render().await)
}

/// All text of a picture, with spaces between its lines.
fn words(document: &Document) -> String {
    let texts = document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text());
    texts.collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "current_thread")]
async fn pictures_are_as_they_were() {
    for (name, answers) in ten_programmes() {
        let picture = drawn(edition("en"), Some(subject(&answers))).await;
        expect_file![format!("{}/tests/golden/posters/{name}.svg", env!("CARGO_MANIFEST_DIR"))].assert_eq(&picture);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_picture_says_all_that_is_needed_to_read_it() {
    for tag in LANGUAGES {
        for (name, answers) in ten_programmes() {
            let picture = drawn(edition(tag), Some(subject(&answers))).await;
            let document = Document::parse(&picture).unwrap();
            let (edition, code) = (edition(tag), encode(english(), &answers, None).unwrap());
            let words = words(&document);
            for part in [&code, &format!("{ADDRESS}#{code}"), DATE, edition.words[Phrase::KeyTitle].text()] {
                assert!(words.contains(part), "{tag} {name}: {part} is not in {words}");
            }
            assert!(!words.contains('{'), "{tag} {name}: a slot was left open in {words}");
            stands_alone(&document);
        }
    }
}

/// Every reference leads to something within, and no text is smaller than 12 units.
fn stands_alone(document: &Document) {
    let root = document.root_element();
    assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    assert!(root.attribute("width").is_some() && root.attribute("viewBox").is_some());
    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    for attribute in document.descendants().flat_map(|node| node.attributes()) {
        assert!(!["style", "href", "src"].contains(&attribute.name()), "{}", attribute.name());
        if let Some(reference) = attribute.value().strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')')) {
            assert!(ids.contains(&reference), "{reference} is nowhere");
        }
    }
    let small = |node: &Node| node.attribute("font-size").is_some_and(|size| size.parse::<f64>().unwrap() < 12.0);
    assert!(!document.descendants().any(|node| small(&node)));
    let style = document.descendants().find(|node| node.has_tag_name("style")).unwrap().text().unwrap();
    assert!(!["var(", "@", ":is(", ":not("].iter().any(|part| style.contains(part)), "{style}");
}

/// The share of pixels that have just this colour.
fn share(picture: &Pixmap, colour: [u8; 3]) -> f64 {
    let same = picture.pixels().iter().filter(|pixel| [pixel.red(), pixel.green(), pixel.blue()] == colour);
    same.count() as f64 / picture.pixels().len() as f64
}

#[tokio::test(flavor = "current_thread")]
async fn a_picture_is_drawn_by_programs_that_are_no_browsers() {
    for (name, answers) in ten_programmes() {
        let tree = Tree::from_str(&drawn(edition("en"), Some(subject(&answers))).await, &Options::default()).unwrap();
        let size = tree.size().to_int_size();
        let mut picture = Pixmap::new(size.width(), size.height()).unwrap();
        resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
        assert!(picture.pixels().iter().all(|pixel| pixel.alpha() == 255), "{name}: the paper is opaque");
        let (paper, yours) = (share(&picture, [0xff, 0xfd, 0xf8]), share(&picture, [0x96, 0x26, 0x08]));
        assert!((0.3..0.95).contains(&paper) && yours > 0.0003, "{name}: {paper} is paper, {yours} is the programme");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_map_alone_has_no_programme_and_no_code() {
    for tag in LANGUAGES {
        let edition = edition(tag);
        let title = edition.words[Phrase::MapTitle].text().to_owned();
        assert_eq!(file_name(&edition, None), "peer-map-ps1");
        let picture = drawn(edition, None).await;
        let document = Document::parse(&picture).unwrap();
        stands_alone(&document);
        let words = words(&document);
        assert!(words.contains(&title) && words.contains(ADDRESS) && !words.contains('#'), "{words}");
        assert!(!picture.contains("is-you\"") && !picture.contains("pm-pill\""));
    }
}

#[test]
fn a_picture_shows_what_the_screen_shows() {
    let edition = english();
    let opened = |code: &str| State::start(edition).apply(edition, Action::LinkOpened(code.to_owned()));
    let state = opened("ps1-k13w14d2f4p14h3-g");
    let shown = Subject::of(edition, &state).unwrap();
    assert_eq!((shown.answers.clone(), shown.tried), (state.answers.clone(), false));
    assert_eq!(file_name(edition, Some(&shown)), "peer-map-ps1-k13w14d2f4p14h3-g");
    let tried = state.clone().apply(edition, Action::Tried(edition_files::question('h'), edition_files::options("4")));
    let shown = Subject::of(edition, &tried).unwrap();
    assert_eq!(shown.answers.get(edition_files::question('h')), edition_files::options("4"));
    assert!(shown.tried);
    assert_eq!(Subject::of(edition, &tried.apply(edition, Action::MapOpened)), None);
}

/// What is drawn on the sheet, with the room that it takes.
fn rooms(sheet: &Sheet) -> Vec<(String, Rect)> {
    let map = sheet.map_at;
    let frame = Rect::new(map.x, map.y, sheet.map.frame.metrics.width, sheet.map.frame.height);
    let Block { lines, glyphs, .. } = &sheet.around;
    let lines = lines.iter().map(|line| (line.text.clone(), line.room()));
    let glyphs = glyphs.iter().map(|(at, glyph)| (format!("{glyph:?}"), glyph_room(*at, glyph)));
    let rule = Rect::new(map.x, sheet.rule - 0.5, frame.w, 1.0);
    lines.chain(glyphs).chain([("the map".to_owned(), frame), ("the rule".to_owned(), rule)]).collect()
}

fn glyph_room(at: Point, glyph: &Glyph) -> Rect {
    let half = if matches!(glyph, Glyph::Shapes(_)) { GLYPH + 1.5 } else { GLYPH };
    Rect::around(at, 2.0 * half, 2.0 * half)
}

fn check(name: &str, sheet: &Sheet) {
    let margin = Rect::new(0.0, 0.0, sheet.size.0, sheet.size.1).inset(12.0, 12.0);
    let rooms = rooms(sheet);
    for (at, (one, room)) in rooms.iter().enumerate() {
        assert!(margin.contains(*room), "{name}: “{one}” leaves the sheet at {room:?}");
        for (other, other_room) in rooms.iter().skip(at + 1) {
            assert!(!room.meets(*other_room), "{name}: “{one}” and “{other}” overlap");
        }
    }
    // About as high as A4 or Letter, for its width: then the text is as large as it can be there.
    assert!((1.1..1.65).contains(&(sheet.size.1 / sheet.size.0)), "{name}: {:?}", sheet.size);
}

#[test]
fn nothing_on_a_picture_overlaps_or_leaves_it() {
    let long = format!("https://a-rather-long-host-name.example.org/{}", "folder/".repeat(20));
    for tag in LANGUAGES {
        let edition = edition(tag);
        let every = edition.landmarks.iter().map(|landmark| (landmark.id.clone(), landmark.answers.clone()));
        for (name, answers) in every.chain(ten_programmes()) {
            let name = format!("{tag} {name}");
            check(&name, &sheet(&edition, Some(&subject(&answers)), ADDRESS, DATE));
            let named = peer_map::link::Name::new(&"W".repeat(60));
            let subject = Subject { name: named, tried: true, ..subject(&answers) };
            check(&name, &sheet(&edition, Some(&subject), &long, DATE));
        }
        check(tag, &sheet(&edition, None, &long, DATE));
        let bare = Edition { landmarks: Vec::new(), ..edition };
        check(tag, &sheet(&bare, None, ADDRESS, DATE));
    }
}
