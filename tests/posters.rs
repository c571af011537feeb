//! Pictures to save, drawn without a browser: each is an XML document that stands alone, with nothing on top of anything.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod groups;

use edition_files::{LANGUAGES, edition, english, ten_programmes};
use expect_test::expect_file;
use groups::{drawn_at_random, odd, twelve};
use peer_map::app::{Action, State};
use peer_map::edition::{Answers, Edition, Phrase};
use peer_map::group::Member;
use peer_map::link::{Name, encode};
use peer_map::view::poster::block::{Block, GLYPH, Glyph};
use peer_map::view::poster::group::{self, Group};
use peer_map::view::poster::sheet::{Page, Sheet, sheet};
use peer_map::view::poster::{Poster, Props, Subject, file, file_name};
use peer_map::view::territory::frame::Frame;
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
    let props = Props { edition: Rc::new(edition), subject, group: None, address, date, drawn: Callback::noop() };
    file(&LocalServerRenderer::<Poster>::with_props(props).hydratable(false).render().await)
}

fn group(members: Vec<Member>) -> Group {
    Group { members: Rc::new(members), eyes: false, names: false }
}

async fn drawn_group(edition: Edition, group: Group) -> String {
    let (address, date) = (ADDRESS.to_owned(), DATE.to_owned());
    let props =
        Props { edition: Rc::new(edition), subject: None, group: Some(group), address, date, drawn: Callback::noop() };
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

/// What is drawn on a page, with the room that it takes.
fn rooms(page: &Page, map: (f64, f64)) -> Vec<(String, Rect)> {
    let at = page.map_at;
    let frame = Rect::new(at.x, at.y, map.0, map.1);
    let Block { lines, glyphs, .. } = &page.around;
    let lines = lines.iter().map(|line| (line.text.clone(), line.room()));
    let glyphs = glyphs.iter().map(|(at, glyph)| (format!("{glyph:?}"), glyph_room(*at, glyph)));
    let rule = Rect::new(at.x, page.rule - 0.5, frame.w, 1.0);
    lines.chain(glyphs).chain([("the map".to_owned(), frame), ("the rule".to_owned(), rule)]).collect()
}

fn glyph_room(at: Point, glyph: &Glyph) -> Rect {
    let half = if matches!(glyph, Glyph::Shapes(_)) { GLYPH + 1.5 } else { GLYPH };
    Rect::around(at, 2.0 * half, 2.0 * half)
}

fn check(name: &str, page: &Page, frame: &Frame, highest: f64) {
    let margin = Rect::new(0.0, 0.0, page.size.0, page.size.1).inset(12.0, 12.0);
    let rooms = rooms(page, (frame.metrics.width, frame.height));
    for (at, (one, room)) in rooms.iter().enumerate() {
        assert!(margin.contains(*room), "{name}: “{one}” leaves the sheet at {room:?}");
        for (other, other_room) in rooms.iter().skip(at + 1) {
            assert!(!room.meets(*other_room), "{name}: “{one}” and “{other}” overlap");
        }
    }
    // About as high as A4 or Letter, for its width: then the text is as large as it can be there.
    assert!((1.0..highest).contains(&(page.size.1 / page.size.0)), "{name}: {:?}", page.size);
}

fn check_one(name: &str, sheet: &Sheet) {
    check(name, &sheet.page, &sheet.map.frame, 1.65);
}

#[test]
fn nothing_on_a_picture_overlaps_or_leaves_it() {
    let long = format!("https://a-rather-long-host-name.example.org/{}", "folder/".repeat(20));
    for tag in LANGUAGES {
        let edition = edition(tag);
        let every = edition.landmarks.iter().map(|landmark| (landmark.id.clone(), landmark.answers.clone()));
        for (name, answers) in every.chain(ten_programmes()) {
            let name = format!("{tag} {name}");
            check_one(&name, &sheet(&edition, Some(&subject(&answers)), ADDRESS, DATE));
            let named = peer_map::link::Name::new(&"W".repeat(60));
            let subject = Subject { name: named, tried: true, ..subject(&answers) };
            check_one(&name, &sheet(&edition, Some(&subject), &long, DATE));
        }
        check_one(tag, &sheet(&edition, None, &long, DATE));
        let bare = Edition { landmarks: Vec::new(), ..edition };
        check_one(tag, &sheet(&bare, None, ADDRESS, DATE));
    }
}

#[test]
fn nothing_on_the_picture_of_a_group_overlaps_or_leaves_it() {
    let long: Vec<Member> = (0..40)
        .map(|index| Member { name: Name::new(&"W".repeat(60 - index % 3)), ..odd()[index % 17].clone() })
        .collect();
    let many = |count| drawn_at_random(english(), 0, count);
    for tag in LANGUAGES {
        let edition = edition(tag);
        for (name, members) in
            [("odd", odd()), ("long", long.clone()), ("blocks", many(60)), ("counts", many(5_000)), ("one", many(1))]
        {
            for names in [false, true] {
                let sheet = group::sheet(&edition, &Group { names, ..group(members.clone()) }, ADDRESS, DATE);
                // Forty of the longest names make a long sheet.
                check(&format!("{tag} {name}"), &sheet.page, &sheet.map.frame, if name == "long" { 4.0 } else { 1.65 });
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_picture_of_a_group_says_all_that_is_needed_to_read_it() {
    for tag in LANGUAGES {
        let picture = drawn_group(edition(tag), group(odd())).await;
        let document = Document::parse(&picture).unwrap();
        stands_alone(&document);
        let (words, edition) = (words(&document), edition(tag));
        let code = peer_map::group::code(&edition, &odd(), false).unwrap();
        let together = words.replace(' ', "");
        assert!(together.contains(&format!("{ADDRESS}#{code}")), "{words}");
        for part in ["Harbour Clinic", "15 ", "Half way", DATE, edition.words[Phrase::KeyTitle].text()] {
            assert!(words.contains(part), "{tag}: {part} is not in {words}");
        }
        assert!(!words.contains('{'), "{tag}: a slot was left open in {words}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn hidden_programmes_and_names_that_are_too_many_stay_off_the_picture() {
    let mut members = odd();
    members[0].hidden = true;
    let picture = drawn_group(edition("en"), group(members)).await;
    assert!(
        !picture.contains("Harbour") && picture.contains("Northside") && picture.contains("group: 16"),
        "{picture}"
    );
    let many: Vec<Member> = (0..41).map(|index| twelve()[index % 12].clone()).collect();
    let picture = drawn_group(edition("en"), group(many)).await;
    assert!(!picture.contains("Northside"), "{picture}");
    let many = drawn_at_random(english(), 0, 500);
    let picture = drawn_group(edition("en"), group(many)).await;
    assert!(picture.contains("too long for a picture") && !picture.contains("ps1-g"), "{picture}");
}

#[tokio::test(flavor = "current_thread")]
async fn the_picture_of_a_group_is_drawn_by_programs_that_are_no_browsers() {
    for (name, members) in [("marks", odd()), ("counts", drawn_at_random(english(), 0, 2_000))] {
        let drawing = drawn_group(edition("en"), group(members)).await;
        let golden = format!("{}/tests/golden/groups/{name}.svg", env!("CARGO_MANIFEST_DIR"));
        expect_file![golden].assert_eq(&drawing);
        let tree = Tree::from_str(&drawing, &Options::default()).unwrap();
        let size = tree.size().to_int_size();
        let mut picture = Pixmap::new(size.width(), size.height()).unwrap();
        resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
        assert!(picture.pixels().iter().all(|pixel| pixel.alpha() == 255), "{name}: the paper is opaque");
        let (paper, theirs) = (share(&picture, [0xff, 0xfd, 0xf8]), share(&picture, [0x96, 0x26, 0x08]));
        assert!((0.3..0.95).contains(&paper) && theirs > 0.0005, "{name}: {paper} is paper, {theirs} the programmes");
    }
}
