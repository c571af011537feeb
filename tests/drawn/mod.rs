//! What is drawn on a map, as convex polygons, and what of it overlaps.

#![allow(dead_code, reason = "each test file uses its part")]

use peer_map::edition::{Answers, Edition, Shape};
use peer_map::flow::replay;
use peer_map::view::mark::{Drawing, corners};
use peer_map::view::territory::geometry::{Point, Rect};
use peer_map::view::territory::layout::{DOCKED, Map, Mark, Yours};

/// Something drawn.
pub struct Drawn {
    name: String,
    what: What,
    parts: Vec<Vec<Point>>,
    /// Around all parts, since most pairs are far apart.
    around: Rect,
}

/// Letters dock on their own mark: they touch it, and nothing else.
#[derive(Clone, Copy, PartialEq)]
enum What {
    Yours(usize),
    DockedOn(usize),
    Else,
}

impl Drawn {
    fn new(name: impl Into<String>, what: What, parts: Vec<Vec<Point>>) -> Self {
        let points = parts.iter().flatten().map(|point| Rect::new(point.x, point.y, 0.0, 0.0));
        let around = points.reduce(Rect::union).unwrap();
        Self { name: name.into(), what, parts, around }
    }

    fn rect(name: impl Into<String>, rect: Rect) -> Self {
        let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        Self::new(name, What::Else, vec![corners.map(|(x, y)| Point::new(x, y)).to_vec()])
    }

    fn mark(name: impl Into<String>, what: What, at: Point, radius: f64, shapes: &[Shape]) -> Self {
        let shapes = if shapes.is_empty() { &[Shape::Circle] } else { shapes };
        Self::new(name, what, shapes.iter().flat_map(|shape| polygons(*shape, at, radius)).collect())
    }

    /// The smallest upright rectangle around it.
    pub fn around(&self) -> Rect {
        self.around
    }

    fn meets(&self, other: &Self) -> bool {
        let docked = match (self.what, other.what) {
            (What::Yours(mark), What::DockedOn(on)) | (What::DockedOn(on), What::Yours(mark)) => mark == on,
            _ => false,
        };
        let near = self.around.meets(other.around);
        near && !docked && self.parts.iter().any(|a| other.parts.iter().any(|b| overlap(a, b)))
    }
}

/// What overlaps on a map or leaves its frame, in words.
pub fn faults(edition: &Edition, answers: Option<&Answers>, map: &Map) -> Vec<String> {
    let frame = Rect::new(0.0, 0.0, map.frame.metrics.width, map.frame.height);
    let drawn = everything(edition, answers, map);
    let mut faults: Vec<String> = Vec::new();
    for (at, one) in drawn.iter().enumerate() {
        if !frame.contains(one.around) {
            faults.push(format!("{} leaves the frame", one.name));
        }
        let met = drawn.iter().skip(at + 1).filter(|other| one.meets(other));
        faults.extend(met.map(|other| format!("{} overlaps {}", one.name, other.name)));
    }
    faults
}

/// Every mark, tab and label.
fn everything(edition: &Edition, answers: Option<&Answers>, map: &Map) -> Vec<Drawn> {
    let mut drawn = marks(edition, answers, map);
    drawn.extend(map.shapes.iter().map(|shape| {
        let (name, rect) = (format!("tab {}", shape.kind.id), shape.tab_rect(&map.frame));
        if map.frame.metrics.wide {
            Drawn::rect(name, rect)
        } else {
            Drawn::mark(name, What::Else, rect.middle(), rect.h / 2.0, &[])
        }
    }));
    drawn.extend(map.labels.iter().map(|label| Drawn::rect(format!("label {}", label.lines.join(" ")), label.room)));
    drawn.extend(map.tag.iter().map(|tag| Drawn::rect("name tag", tag.rect)));
    let (down, right) = &map.pointers;
    let triangle = |points: [Point; 3]| Drawn::new("pointer", What::Else, vec![points.to_vec()]);
    let at = |tip: &Point, dx: f64, dy: f64| Point::new(tip.x + dx, tip.y + dy);
    drawn.extend(down.iter().map(|tip| triangle([*tip, at(tip, -6.0, -7.0), at(tip, 6.0, -7.0)])));
    drawn.extend(right.iter().map(|tip| triangle([*tip, at(tip, -7.0, 6.0), at(tip, -7.0, -6.0)])));
    drawn
}

/// The mark of a landmark.
pub fn landmark(edition: &Edition, mark: &Mark) -> Drawn {
    let landmark = &edition.landmarks[mark.index];
    let shapes = Drawing::of(edition, &replay(edition, &landmark.answers)).shapes;
    Drawn::mark(format!("landmark {}", landmark.id), What::Else, mark.at, mark.radius, &shapes)
}

/// Your mark, without its halo, its letters and its name.
pub fn yours(edition: &Edition, answers: &Answers, index: usize, yours: &Yours) -> Drawn {
    // Outside it is a ring, whatever peers draw on.
    let shapes = yours.spot.map(|_| Drawing::of(edition, &replay(edition, answers)).shapes).unwrap_or_default();
    Drawn::mark("your mark", What::Yours(index), yours.at, yours.radius, &shapes)
}

fn marks(edition: &Edition, answers: Option<&Answers>, map: &Map) -> Vec<Drawn> {
    let landmarks = map.landmarks.iter().map(|mark| landmark(edition, mark));
    let yours = map.yours.iter().enumerate().flat_map(|(index, mark)| {
        let dock = move |at: &Point| Drawn::mark("docked letter", What::DockedOn(index), *at, DOCKED, &[]);
        answers.map(|answers| yours(edition, answers, index, mark)).into_iter().chain(mark.docks.iter().map(dock))
    });
    landmarks.chain(yours).collect()
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
