//! No word of the interface is written in the code: of an edition in a pseudo-locale, every screen says nothing plain.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test speaks by failing")]

mod edition_files;
#[allow(clippy::panic, reason = "a test speaks by failing")]
mod markup;
mod pseudo;

use edition_files::{english, json, plain};
use markup::language::said_in;
use markup::{rendered, within};
use peer_map::app::{Action, Group, Item};
use peer_map::edition::{Edition, RawEdition};
use peer_map::view::{Notice, Props};
use pseudo::{from_right_to_left, plain_words, pseudo};
use serde_json::{Value, json as value};
use std::collections::BTreeSet;
use std::rc::Rc;

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

fn pseudo_edition(structure: &Value) -> Rc<Edition> {
    let raw = RawEdition { structure: plain(structure), words: plain(&pseudo(&json("en"))) };
    Rc::new(Edition::try_from(raw).unwrap())
}

/// Names that edition and code keep in the language that they are of, and what is no language.
fn kept() -> BTreeSet<String> {
    let edition = english();
    let citation = [&edition.citation.authors, &edition.citation.title, &edition.citation.published];
    let landmarks = edition.landmarks.iter().map(|landmark| &landmark.name);
    let named = citation.into_iter().chain(landmarks).flat_map(|text| plain_words(text));
    let kinds = edition.kinds.iter().flat_map(|kind| plain_words(&kind.id));
    let other = ["Peer", "Map", "https", "http", "doi", "org", "example", "html", "English", "Harbour", "hello", "hex"];
    named.chain(kinds).chain(other).map(str::to_owned).collect()
}

/// What a rendering says that no translator could have written, by where it was said.
async fn found(name: &str, props: Props, found: &mut BTreeSet<String>) {
    let html = rendered(props).await;
    // Data is the same in every language.
    let data = html.contains(r#"name="share-data""#).then(|| within(&html, r#"name="share-data""#, "</textarea>"));
    let words = said_in("en", &data.map_or_else(|| html.clone(), |data| html.replace(data, "")));
    // What the values of fields stand for is not read out.
    let words = words.replace("\none\n", "\n").replace("\nseveral\n", "\n");
    let kept = kept();
    for word in plain_words(&words).into_iter().filter(|word| !kept.contains(*word)) {
        let around = words.lines().find(|line| plain_words(line).contains(&word)).unwrap_or_default();
        found.insert(format!("{name}: {word:?} in {:?}", around.chars().take(80).collect::<String>()));
    }
}

fn screens() -> Vec<(&'static str, Vec<Action>)> {
    let opened = Action::LinkOpened(CODE.to_owned());
    let group = |steps: &[Group]| {
        let pasted = Group::Pasted(format!("Harbour, {CODE}\nps1-k4w1d3f4p1h2-a\nps1 k1 w1 d1 f1\n{CODE}\n"));
        [Group::Opened, pasted].iter().chain(steps).cloned().map(Action::Group).collect::<Vec<_>>()
    };
    let edition = english();
    let question = |index: usize| edition.questions[index].id;
    let mut screens = vec![
        ("empty", vec![Action::Continued]),
        ("summary", vec![opened.clone(), Action::ChangeAsked(question(2)), Action::SummaryAsked]),
        ("result", vec![opened.clone(), Action::Labelled("peer worker".to_owned())]),
        ("name refused", vec![opened.clone(), Action::Named("x".repeat(70))]),
        ("trial", vec![opened.clone(), Action::Tried(question(3), edition.questions[3].allowed()[0])]),
        ("landmark", vec![opened.clone(), Action::LandmarkOpened(0)]),
        ("explained landmark", vec![opened.clone(), Action::Explained(Item::Landmark(0))]),
        ("explained kind", vec![opened.clone(), Action::Explained(Item::Kind(0))]),
        ("map", vec![Action::MapOpened]),
        ("about", vec![Action::AboutOpened]),
        ("no group yet", vec![Action::Group(Group::Opened), Action::Group(Group::Pasted(String::new()))]),
        ("group", group(&[])),
        ("eyes", group(&[Group::Eyed(true), Group::Selected(0), Group::Hidden(true)])),
        ("chosen", group(&[Group::SelectedAll(true), Group::Compared])),
        ("side by side", group(&[Group::Selected(0), Group::Selected(1), Group::SideBySide])),
        ("presented", group(&[Group::Presented(question(0), true)])),
    ];
    for (name, code) in [
        ("a wrong check", "ps1-k13w14d2f4p14h3-a"),
        ("another edition", "ps9-k1-a"),
        ("no code", "#hello"),
        ("no such option", "ps1-k8w14-a"),
        ("a wrong group", "ps1-g.k13w14d2f4p14h3.k4w1d3f4p1h2-1"),
        ("not sure", "ps1 k0 w0 d0 f0 p0 h0"),
        ("outside", "ps1 k9"),
    ] {
        screens.push((name, vec![Action::LinkOpened(code.to_owned())]));
    }
    for (index, _) in edition.questions.iter().enumerate() {
        screens.push(("question", vec![opened.clone(), Action::ChangeAsked(question(index))]));
    }
    screens
}

#[tokio::test(flavor = "current_thread")]
async fn every_word_is_the_editions() {
    let edition = pseudo_edition(&json("edition"));
    let mut all = BTreeSet::new();
    for (name, opening) in screens() {
        let address = "https://example.org/".to_owned();
        found(name, Props { opening, address, ..Props::new(Rc::clone(&edition)) }, &mut all).await;
    }
    for notice in [Notice::Unloaded("Xx".to_owned()), Notice::Language("xx".to_owned())] {
        found("notice", Props { notices: vec![notice], ..Props::new(Rc::clone(&edition)) }, &mut all).await;
    }
    assert!(all.is_empty(), "{} plain words:\n{}", all.len(), all.into_iter().collect::<Vec<_>>().join("\n"));
}

#[tokio::test(flavor = "current_thread")]
async fn an_edition_says_how_its_lines_run() {
    let direction = async |structure: &Value| {
        let html = rendered(Props::new(pseudo_edition(structure))).await;
        html.split_once("dir=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!(direction(&json("edition")).await, "ltr");
    assert_eq!(direction(&from_right_to_left(json("edition"))).await, "rtl");
}

#[test]
fn words_that_are_not_the_editions_stand_out() {
    let said = pseudo(&value!({"a": "Question {n} of {total}", "short": "Who runs it", "language": "en"}));
    assert_eq!(said["a"], "Qûéšţîôñ {n} ôf {total} Qûéšţîôñ");
    assert_eq!(said["short"], "Ŵĥô ŕûñš îţ");
    assert_eq!(said["language"], "en");
    assert_eq!(plain_words("Qûéšţîôñ 3 ôf 6: bmx ps1-k13, written in the code"), ["written", "the", "code"]);
}
