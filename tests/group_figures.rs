//! The figures of a group: position is an answer, nothing overlaps and nothing is left out, however many there are.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod groups;
#[allow(clippy::panic, reason = "a test speaks by failing")]
mod markup;
mod spot_oracle;

use edition_files::{LANGUAGES, edition, english};
use expect_test::expect_file;
use groups::{drawn_at_random, member, odd, twelve};
use markup::{text, within};
use peer_map::edition::{Edition, Phrase};
use peer_map::flow::replay;
use peer_map::group::{Member, stacks, tallies};
use peer_map::view::group::figure::{Drawn, Figure, Props, Which};
use peer_map::view::group::territory::layout::{Map, Stack, map};
use peer_map::view::group::territory::packing::Manner;
use peer_map::view::territory::geometry::Rect;
use peer_map::view::territory::spot::Spot;
use peer_map::view::territory::text::width;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::LocalServerRenderer;

/// Who stands where, written down a second time: by a scan of all programmes for each place.
fn expected(members: &[Member]) -> BTreeMap<Option<Spot>, Vec<usize>> {
    let mut places: BTreeMap<Option<Spot>, Vec<usize>> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        if member.hidden || replay(english(), &member.answers).first_open(english()).is_some() {
            continue;
        }
        let spots = spot_oracle::spots(&member.answers);
        let everywhere = if spots.is_empty() { vec![None] } else { spots.into_iter().map(Some).collect() };
        everywhere.into_iter().for_each(|place| places.entry(place).or_default().push(index));
    }
    places
}

/// What is wrong with a map of these.
fn faults(edition: &Edition, members: &[Member], wide: bool) -> Vec<String> {
    let map = map(edition, &stacks(edition, members), wide);
    let mut faults = Vec::new();
    let drawn: BTreeMap<Option<Spot>, Vec<usize>> =
        map.stacks.iter().map(|stack| (stack.spot, stack.members.clone())).collect();
    if drawn != expected(members) {
        faults.push(format!("{drawn:?} stand there, not {:?}", expected(members)));
    }
    let fullest = drawn.values().map(Vec::len).max().unwrap_or_default();
    let largest = drawn.values().flatten().max().map_or(0, |index| index + 1);
    let manner = match fullest {
        0..=12 if largest < 100 => Manner::Marks,
        0..=81 => Manner::Blocks,
        _ => Manner::Counts,
    };
    if map.manner != manner {
        faults.push(format!("{fullest} in one place, number {largest}: {:?}", map.manner));
    }
    for stack in &map.stacks {
        faults.extend(misplaced(&map, stack));
    }
    faults.extend(overlaps(&map));
    faults
}

/// Whether what stands in a box stands within it, one unit for each programme or a bar on the common scale.
fn misplaced(map: &Map, stack: &Stack) -> Option<String> {
    let place = stack.rect.inset(-0.051, -0.051);
    let units = if map.manner == Manner::Counts { 1 } else { stack.members.len() };
    let number = number(stack).is_none_or(|number| place.contains(number));
    let within = number && stack.units.iter().all(|unit| place.contains(*unit));
    // In the order of the list: line by line, and from left to right.
    let ordered = stack.units.windows(2).all(|pair| (pair[0].y, pair[0].x) < (pair[1].y, pair[1].x));
    (stack.units.len() != units || !within || !ordered)
        .then(|| format!("{:?}: {:?} in {place:?}", stack.spot, stack.units))
}

/// The room of the number above a bar.
fn number(stack: &Stack) -> Option<Rect> {
    let at = stack.number?;
    Some(Rect::new(at.x, at.y - 9.5, width(&stack.members.len().to_string(), 12.0, true), 12.0))
}

fn overlaps(map: &Map) -> Vec<String> {
    let frame = Rect::new(0.0, 0.0, map.frame.metrics.width, map.frame.height);
    let mut rooms: Vec<(String, Rect)> = Vec::new();
    for stack in &map.stacks {
        rooms.extend(stack.units.iter().map(|unit| (format!("{:?}", stack.spot), unit.inset(0.05, 0.05))));
        rooms.extend(number(stack).map(|room| (format!("the number of {:?}", stack.spot), room)));
    }
    rooms.extend(map.labels.iter().map(|label| (label.lines.join(" "), label.room)));
    rooms.extend(map.shapes.iter().map(|shape| (format!("tab {}", shape.kind.id), shape.tab_rect(&map.frame))));
    let mut faults = Vec::new();
    rooms.sort_by(|(_, a), (_, b)| a.y.total_cmp(&b.y));
    for (at, (one, room)) in rooms.iter().enumerate() {
        if !frame.contains(*room) {
            faults.push(format!("{one} leaves the frame at {room:?}"));
        }
        let near = rooms[at + 1..].iter().take_while(|(_, other)| other.y < room.bottom());
        faults.extend(near.filter(|(_, other)| room.meets(*other)).map(|(other, _)| format!("{one} overlaps {other}")));
    }
    faults
}

fn check(members: &[Member]) {
    for edition in LANGUAGES.map(edition) {
        for wide in [false, true] {
            let faults = faults(&edition, members, wide);
            let some = &faults[..faults.len().min(8)];
            assert!(faults.is_empty(), "{}, wide {wide}: {some:#?}", edition.spoken().tag);
        }
    }
}

#[test]
fn groups_of_every_size_stand_where_their_answers_say() {
    check(&[]);
    check(&odd());
    for count in [12, 13, 81, 82, 99, 100, 10_000] {
        // All in one box, which is where there is least room: a cell, a margin, the rim, in a row without columns, outside.
        for one in
            ["k1 w1 d1 f2 p1 h1", "k1 w1 d1 f0 p1 h0", "k1 w1 d1 f3 p1 h0", "k1 w7 f3 h1", "k1 w1 d1 f1 p1", "k9"]
        {
            check(&vec![member(one); count]);
        }
    }
    check(&drawn_at_random(english(), 0, 10_000));
    // On the rim, beside those in columns, stand those that no column applies to.
    let on_rim = ["k1 w7 f3 h1", "k1 w7 f3 h2", "k1 w7 f3 h3", "k1 w7 f3 h4", "k1 w7 f1", "k1 w7 f0 h0"];
    for each in [2, 12, 40, 90] {
        check(&on_rim.iter().flat_map(|one| vec![member(one); each]).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn random_groups_stand_where_their_answers_say(seed in any::<u32>(), count in 0..300u64, hidden in any::<u64>()) {
        let mut members = drawn_at_random(english(), u64::from(seed), count);
        for (index, member) in members.iter_mut().enumerate() {
            member.hidden = hidden >> (index % 64) & 1 == 1;
        }
        check(&members);
    }
}

#[test]
fn bars_have_one_scale_and_the_longest_fits() {
    let members = drawn_at_random(english(), 0, 10_000);
    for wide in [false, true] {
        let map = map(english(), &stacks(english(), &members), wide);
        let scale = |stack: &Stack| stack.units[0].w / stack.members.len() as f64;
        let many = map.stacks.iter().filter(|stack| stack.members.len() > 200).map(scale).collect::<Vec<_>>();
        assert!(many.len() > 10 && many.iter().all(|scale| (scale / many[0] - 1.0).abs() < 1e-9), "{many:?}");
    }
}

fn drawn(edition: Edition, members: Vec<Member>, eyes: bool) -> Drawn {
    let tallies = Rc::new(tallies(&edition, &members));
    Drawn { edition: Rc::new(edition), members: Rc::new(members), tallies, eyes }
}

async fn figure(drawn: &Drawn, which: Which) -> String {
    let props = Props { drawn: drawn.clone(), which };
    LocalServerRenderer::<Figure>::with_props(props).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn the_figures_of_groups_are_as_they_were() {
    let groups = [
        ("odd", odd()),
        ("blocks", drawn_at_random(english(), 0, 40)),
        ("counts", drawn_at_random(english(), 0, 2_000)),
    ];
    for (name, members) in groups {
        let drawn = drawn(edition("en"), members, false);
        let figures = [figure(&drawn, Which::Territory).await, figure(&drawn, Which::Route).await].concat();
        let file = format!("{}/tests/golden/groups/{name}.html", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&(figures.replace("><", ">\n<") + "\n"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_tables_say_what_the_figures_show() {
    for tag in LANGUAGES {
        let drawn = drawn(edition(tag), odd(), false);
        let territory = figure(&drawn, Which::Territory).await;
        let table = text(within(&territory, "data-table=\"territory\"", "</details>"));
        for (index, member) in odd().iter().enumerate().filter(|(index, _)| *index != 14) {
            let name = member.name.as_ref().unwrap().as_str();
            assert!(table.contains(&format!("{} ", index + 1)) && table.contains(name), "{tag}: {name} in {table}");
        }
        assert!(!table.contains("Half way") && text(&territory).contains("15 Half way"));
        let route = figure(&drawn, Which::Route).await;
        let table = text(within(&route, "data-table=\"route\"", "</details>"));
        assert!(table.contains("15 Half way") && table.contains(drawn.edition.words[Phrase::NotAnswered].text()));
        assert!(!(territory + &route).contains('{'), "{tag}: a slot was left open");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn several_people_on_one_programme_are_assessments() {
    for members in [twelve(), drawn_at_random(english(), 0, 40), drawn_at_random(english(), 0, 1_000)] {
        let territory = figure(&drawn(edition("en"), members, true), Which::Territory).await;
        let caption = text(within(&territory, "<figcaption", "</figcaption>"));
        assert!(caption.contains("assessment") && !caption.contains("is one programme"), "{caption}");
    }
}

/// Thousands are drawn with as few elements as dozens.
#[tokio::test(flavor = "current_thread")]
async fn many_make_no_more_markup() {
    let drawn = drawn(edition("en"), drawn_at_random(english(), 0, 10_000), false);
    let territory = figure(&drawn, Which::Territory).await;
    let maps: usize = markup::between(&territory, "<svg", "</svg>").iter().map(|map| map.matches("</").count()).sum();
    assert!(maps < 200, "{maps} elements in both maps");
    assert!(territory.len() < 25_000, "{} bytes", territory.len());
    assert!(figure(&drawn, Which::Route).await.len() < 30_000);
}

#[test]
fn a_figure_is_drawn_again_only_for_another_group() {
    let one = drawn(edition("en"), twelve(), false);
    let again = Drawn { tallies: Rc::default(), ..one.clone() };
    assert!(one == again);
    assert!(one != Drawn { members: Rc::new(twelve()), ..one.clone() });
    assert!(one != Drawn { edition: Rc::new(edition("en")), ..one.clone() });
    assert!(one != Drawn { eyes: true, ..one.clone() });
}
