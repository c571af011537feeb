//! The territory as laid out: nothing overlaps and nothing leaves the frame, whatever the answers, in every language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test speaks by failing")]

use peer_map::edition::{Answers, Choice, Edition, Options, Plain, RawEdition, Shape};
use peer_map::flow::replay;
use peer_map::place::place;
use peer_map::view::mark::{Drawing, corners};
use peer_map::view::territory::frame::{Metrics, NARROW, WIDE};
use peer_map::view::territory::geometry::{Point, Rect};
use peer_map::view::territory::landmark_numbers;
use peer_map::view::territory::layout::{DOCKED, Map, map};
use peer_map::view::territory::spot::{Spot, placed};
use peer_map::view::territory::text;

fn edition(language: &str) -> Edition {
    let read = |name: &str| {
        let path = format!("{}/editions/ps1/{name}.json", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str::<Plain>(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    Edition::try_from(RawEdition { structure: read("edition"), words: read(language) }).unwrap()
}

/// The edition with further rows and columns, up to six of each.
fn large() -> Edition {
    let mut edition = edition("en");
    for axis in [edition.territory.rows.question, edition.territory.columns.question] {
        let axis = if axis == edition.territory.rows.question {
            &mut edition.territory.rows
        } else {
            &mut edition.territory.columns
        };
        let question = &mut edition.questions[axis.question.index()];
        for digit in ['5', '6'] {
            let digit = peer_map::edition::Digit::from_char(digit).unwrap();
            let last = axis.steps.last().unwrap().clone();
            let choice = Choice { digit, ..question.choice(last.digit).unwrap().clone() };
            question.choices.insert(question.choices.len() - 1, choice);
            axis.steps.push(peer_map::edition::AxisStep { digit, ..last });
        }
    }
    edition
}

/// Answers to every question, drawn by a linear congruential generator: the same ones on every machine.
fn random(edition: &Edition, seed: u64) -> Answers {
    let mut state = seed.wrapping_mul(2_862_933_555_777_941_757).wrapping_add(3_037_000_493);
    let mut answers = Answers::default();
    for question in &edition.questions {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let allowed = question.allowed();
        // One in four is “not sure”, which moves the mark into a margin.
        let unsure = (state >> 60) < 4;
        let chosen = allowed[(state >> 33) as usize % allowed.len()];
        answers.set(question.id, if unsure { Options::UNSURE } else { chosen });
    }
    answers
}

fn every_answers(edition: &Edition) -> Vec<Answers> {
    let landmarks = edition.landmarks.iter().map(|landmark| landmark.answers.clone());
    landmarks.chain((0..300).map(|seed| random(edition, seed))).chain([Answers::default()]).collect()
}

/// Something drawn, as convex polygons.
struct Drawn {
    name: String,
    parts: Vec<Vec<Point>>,
}

impl Drawn {
    fn rect(name: impl Into<String>, rect: Rect) -> Self {
        let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        Self { name: name.into(), parts: vec![corners.map(|(x, y)| Point::new(x, y)).to_vec()] }
    }

    fn disc(name: impl Into<String>, at: Point, radius: f64) -> Self {
        Self { name: name.into(), parts: vec![circle(at, radius)] }
    }

    fn mark(name: impl Into<String>, at: Point, radius: f64, shapes: &[Shape]) -> Self {
        let shapes = if shapes.is_empty() { &[Shape::Circle] } else { shapes };
        Self { name: name.into(), parts: shapes.iter().flat_map(|shape| polygons(*shape, at, radius)).collect() }
    }

    fn meets(&self, other: &Self) -> bool {
        self.parts.iter().any(|a| other.parts.iter().any(|b| overlap(a, b)))
    }

    fn within(&self, frame: Rect) -> bool {
        self.parts.iter().flatten().all(|point| frame.contains(Rect::new(point.x, point.y, 0.0, 0.0)))
    }
}

fn circle(at: Point, radius: f64) -> Vec<Point> {
    let point = |step: u32| {
        let angle = f64::from(step) * std::f64::consts::TAU / 16.0;
        Point::new(at.x + radius * angle.cos(), at.y + radius * angle.sin())
    };
    (0..16).map(point).collect()
}

fn polygons(shape: Shape, at: Point, radius: f64) -> Vec<Vec<Point>> {
    let corners: Vec<Point> =
        corners(shape).iter().map(|(x, y)| Point::new(at.x + x * radius, at.y + y * radius)).collect();
    match shape {
        Shape::Circle => vec![circle(at, radius)],
        // A star is its inner square and four tips.
        Shape::Star => {
            let inner: Vec<Point> = corners.iter().skip(1).step_by(2).copied().collect();
            let tips = (0..8).step_by(2).map(|tip| vec![corners[tip], corners[(tip + 1) % 8], corners[(tip + 7) % 8]]);
            tips.chain([inner]).collect()
        }
        Shape::Square | Shape::Triangle => vec![corners],
    }
}

/// Whether two convex polygons overlap: no side of either separates them (separating axis theorem).
fn overlap(a: &[Point], b: &[Point]) -> bool {
    let sides = |polygon: &[Point]| {
        let next = polygon.iter().cycle().skip(1);
        polygon.iter().zip(next).map(|(from, to)| (from.y - to.y, to.x - from.x)).collect::<Vec<_>>()
    };
    let span = |polygon: &[Point], axis: (f64, f64)| {
        let along = polygon.iter().map(|point| point.x * axis.0 + point.y * axis.1);
        along.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), at| (least.min(at), most.max(at)))
    };
    sides(a).into_iter().chain(sides(b)).all(|axis| {
        let (a, b) = (span(a, axis), span(b, axis));
        a.0 < b.1 - 1e-6 && b.0 < a.1 - 1e-6
    })
}

fn everything(edition: &Edition, answers: &Answers, map: &Map) -> Vec<Vec<Drawn>> {
    let shapes = |answers: &Answers| Drawing::of(edition, &replay(edition, answers)).shapes;
    let landmarks = map.landmarks.iter().map(|mark| {
        let landmark = &edition.landmarks[mark.index];
        Drawn::mark(format!("landmark {}", landmark.id), mark.at, mark.radius, &shapes(&landmark.answers))
    });
    let own = |spot: Option<Spot>| if spot.is_some() { shapes(answers) } else { Vec::new() };
    let yours = map.yours.iter().map(|yours| Drawn::mark("your mark", yours.at, yours.radius, &own(yours.spot)));
    let docks = map.yours.iter().flat_map(|yours| &yours.docks).map(|at| Drawn::disc("docked letter", *at, DOCKED));
    let tabs = map.shapes.iter().map(|shape| {
        let (name, rect) = (format!("tab {}", shape.kind.id), shape.tab_rect(&map.frame));
        if map.frame.metrics.wide { Drawn::rect(name, rect) } else { Drawn::disc(name, rect.middle(), 9.0) }
    });
    let labels = map.labels.iter().map(|label| Drawn::rect(format!("label {}", label.lines.join(" ")), label.room));
    let tag = map.tag.iter().map(|tag| Drawn::rect("name tag", tag.rect));
    // Letters dock on their own mark: they touch it, and stand for nothing else.
    let mut rest: Vec<Vec<Drawn>> = landmarks.chain(tabs).chain(labels).map(|one| vec![one]).collect();
    rest.push(yours.chain(docks).chain(tag).collect());
    rest
}

fn check(edition: &Edition, answers: &Answers, metrics: &'static Metrics, named: bool) -> Vec<String> {
    let placement = place(edition, answers);
    let map = map(edition, Some(&placement), metrics);
    let frame = Rect::new(0.0, 0.0, metrics.width, map.frame.height);
    let drawn = everything(edition, answers, &map);
    let mut faults: Vec<String> = Vec::new();
    for (at, group) in drawn.iter().enumerate() {
        for one in group {
            if !one.within(frame) {
                faults.push(format!("{} leaves the frame", one.name));
            }
            for other in drawn.iter().skip(at + 1).flatten().filter(|other| one.meets(other)) {
                faults.push(format!("{} overlaps {}", one.name, other.name));
            }
        }
    }
    let spots: usize = placed(edition).iter().map(|landmark| landmark.spots.len()).sum();
    if map.landmarks.len() != spots {
        faults.push(format!("{} of {spots} landmarks are drawn", map.landmarks.len()));
    }
    for yours in &map.yours {
        if yours.spot.is_some_and(|spot| !map.frame.rect(spot).contains(Rect::around(yours.at, 1.0, 1.0))) {
            faults.push("your mark is not in its box".to_owned());
        }
    }
    for shape in map.shapes.iter().filter(|shape| named && metrics.wide && !shape.tab.named) {
        faults.push(format!("{} has no name on the map", shape.kind.id));
    }
    faults
}

/// `named` says whether every region must have its name on the wide map. In narrow columns a letter must do.
fn check_all(edition: &Edition, named: bool) {
    let mut faults: Vec<String> = Vec::new();
    for answers in every_answers(edition) {
        let code: String = edition
            .questions
            .iter()
            .map(|question| {
                format!(
                    "{}{}",
                    question.letter,
                    answers.get(question.id).iter().map(|digit| digit.to_string()).collect::<String>()
                )
            })
            .collect();
        for (width, metrics) in [("wide", &WIDE), ("narrow", &NARROW)] {
            faults.extend(
                check(edition, &answers, metrics, named).into_iter().map(|fault| format!("{width} {code}: {fault}")),
            );
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults, such as\n{}",
        faults.len(),
        faults.iter().take(4000).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn nothing_overlaps_in_english() {
    check_all(&edition("en"), true);
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
    check_all(&large(), false);
}

#[test]
fn landmarks_are_numbered_in_the_order_of_reading() {
    let edition = edition("en");
    let ids: Vec<&str> =
        landmark_numbers(&edition).iter().map(|(index, _)| edition.landmarks[*index].id.as_str()).collect();
    assert_eq!(ids[..6], ["aa", "gem", "la-leche-league", "groundswell", "senior-peer-counseling", "irish-red-cross"]);
    assert_eq!(ids.last(), Some(&"partenaires"));
    let numbers: Vec<usize> = landmark_numbers(&edition).into_iter().map(|(_, number)| number).collect();
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
