//! The territory as laid out: nothing overlaps and nothing leaves the frame, whatever the answers, in every language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test speaks by failing")]

mod drawn;
mod edition_files;
mod programmes;

use drawn::faults;
use edition_files::{edition, english};
use peer_map::edition::{Answers, Edition};
use peer_map::place::place;
use peer_map::view::territory::frame::{Metrics, NARROW, WIDE};
use peer_map::view::territory::landmark_numbers;
use peer_map::view::territory::layout::map;
use peer_map::view::territory::spot::placed;
use peer_map::view::territory::text;
use programmes::{called, large, programmes};

/// The faults of a map. `named` says whether every region must have its name on the wide map. In narrow columns a
/// letter must do.
fn check(edition: &Edition, answers: Option<&Answers>, metrics: &'static Metrics, named: bool) -> Vec<String> {
    let placement = answers.map(|answers| place(edition, answers));
    let map = map(edition, placement.as_ref(), metrics);
    let mut faults = faults(edition, answers, &map);
    let spots: usize = placed(edition).iter().map(|landmark| landmark.spots.len()).sum();
    if map.landmarks.len() != spots {
        faults.push(format!("{} of {spots} landmarks are drawn", map.landmarks.len()));
    }
    for shape in map.shapes.iter().filter(|shape| named && metrics.wide && !shape.tab.named) {
        faults.push(format!("{} has no name on the map", shape.kind.id));
    }
    faults
}

/// Every programme, and the map without one, in both widths.
fn check_all(edition: &Edition, named: bool) {
    let programmes = programmes(edition);
    let mut all: Vec<String> = Vec::new();
    for answers in programmes.iter().map(Some).chain([None]) {
        for (width, metrics) in [("wide", &WIDE), ("narrow", &NARROW)] {
            let faults = check(edition, answers, metrics, named);
            all.extend(faults.into_iter().map(|fault| format!("{width}, {}: {fault}", called(answers))));
        }
    }
    assert!(all.is_empty(), "{} faults, such as\n{}", all.len(), all[..all.len().min(4000)].join("\n"));
}

#[test]
fn nothing_overlaps_in_english() {
    check_all(english(), true);
}

#[test]
fn nothing_overlaps_in_french() {
    check_all(&edition("fr"), true);
}

#[test]
fn nothing_overlaps_in_chinese() {
    check_all(&edition("zh-Hans"), true);
}

#[test]
fn nothing_overlaps_on_six_by_six() {
    check_all(&large(edition("en")), false);
}

#[test]
fn landmarks_are_numbered_in_the_order_of_reading() {
    let edition = english();
    let ids: Vec<&str> =
        landmark_numbers(edition).iter().map(|(index, _)| edition.landmarks[*index].id.as_str()).collect();
    assert_eq!(ids[..6], ["aa", "gem", "la-leche-league", "groundswell", "senior-peer-counseling", "irish-red-cross"]);
    assert_eq!(ids.last(), Some(&"partenaires"));
    let numbers: Vec<usize> = landmark_numbers(edition).into_iter().map(|(_, number)| number).collect();
    assert_eq!(numbers, (1..=edition.landmarks.len()).collect::<Vec<_>>());
}

#[test]
fn text_breaks_evenly() {
    let lines = |text: &str, room: f64| text::lines(text, 10.0, false, room).join("/");
    assert_eq!(lines("A community organisation", 75.0), "A community/organisation");
    assert_eq!(lines("Commu\u{ad}nity", 100.0), "Community");
    assert_eq!(lines("Commu\u{ad}nity", 40.0), "Commu-/nity");
    assert_eq!(lines("不确定或视情况而定", 60.0), "不确定或视/情况而定");
    assert_eq!(lines("有组织，无报酬", 45.0), "有组织，/无报酬");
}
