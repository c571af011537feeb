//! Layout: everything on the map with its place, and nothing of how it is drawn.
//!
//! **Invariant.** Position is an answer: a mark's box comes from [`spot`](super::spot) alone. Within its box it stands
//! where there is room.

use super::band::{bands, stems};
use super::boxes::{Filled, fill, make_room};
use super::frame::{Frame, Metrics};
use super::geometry::{Point, Rect};
use super::labels::{Label, labels, pointers};
pub use super::plan::DOCKED;
use super::plan::Plan;
use super::regions::{Shape, shapes};
use super::spot::{Spot, areas};
use super::tag::{Tag, tag};
use crate::edition::{Edition, Kind};
use crate::place::{Match, Placement, Standing};

/// Room below the map for a mark that stands clear of it.
const CLEAR: f64 = 30.0;

/// One of the two maps.
#[derive(Clone, Debug)]
pub struct Map<'e> {
    /// Its boxes.
    pub frame: Frame,
    /// Names of rows and columns.
    pub labels: Vec<Label>,
    /// Tips of the triangles at your columns, and at your rows.
    pub pointers: (Vec<Point>, Vec<Point>),
    /// Regions, the largest first.
    pub shapes: Vec<Shape<'e>>,
    /// Landmarks.
    pub landmarks: Vec<Mark>,
    /// Where your programme may be, when no answer says where it is.
    pub bands: Vec<Rect>,
    /// Lines between your marks, and to bands.
    pub stems: Vec<(Point, Point)>,
    /// Your marks.
    pub yours: Vec<Yours>,
    /// Kinds that fit and have no place: they are docked on your marks.
    pub docked: Vec<(&'e Kind, Match)>,
    /// The name tag of your mark.
    pub tag: Option<Tag>,
}

/// A landmark on the map.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Its place among the edition's landmarks.
    pub index: usize,
    /// Its number, from 1.
    pub number: usize,
    /// Whether there is room for the number.
    pub numbered: bool,
    /// Whether it stands out: among the nearest, or one that fits the kind that is lit.
    pub near: bool,
    /// Its middle.
    pub at: Point,
    /// Its radius.
    pub radius: f64,
}

/// Your mark.
#[derive(Clone, Debug)]
pub struct Yours {
    /// Its box; none when it stands clear of the map.
    pub spot: Option<Spot>,
    /// Its middle.
    pub at: Point,
    /// Its radius.
    pub radius: f64,
    /// The middles of docked letters.
    pub docks: Vec<Point>,
}

/// Lays out one of the two maps, with a programme or without. The boxes are filled and the tabs placed on a frame of the
/// least height; then the rows grow to what they need. Neither boxes nor tabs move sideways by that.
pub fn map<'e>(edition: &'e Edition, placement: Option<&Placement<'e>>, metrics: &'static Metrics) -> Map<'e> {
    let standing = placement.map(|placement| placement.standing);
    let plan = Plan::new(edition, placement, metrics);
    let least = plan.frame(|_| 0.0);
    let mut filled = fill(&plan, &least);
    let on_rim = filled.iter().filter(|filled| filled.spot.row == plan.size.rim());
    let marks = on_rim.map(|filled| {
        let middle = Point::new(filled.middle(), least.rect(filled.spot).middle().y);
        Rect::around(middle, filled.pack.width, filled.pack.height)
    });
    let shapes = shapes(edition, placement, &least, &marks.collect::<Vec<_>>());
    make_room(&plan, &least, &shapes, &mut filled);
    let pads: Vec<(f64, f64)> = filled.iter().map(|filled| filled.pads(&least, &shapes)).collect();
    let frame = plan.frame(|row| {
        let boxes = filled.iter().zip(&pads).filter(|(filled, _)| filled.spot.row == row);
        boxes.fold(0.0, |most: f64, (filled, (top, bottom))| most.max(filled.pack.height + top + bottom))
    });
    let mut map = Map {
        labels: labels(&plan, &frame),
        pointers: pointers(&plan, &frame),
        bands: standing.map_or_else(Vec::new, |standing| bands(&frame, &areas(edition, standing))),
        stems: Vec::new(),
        docked: plan.docked.clone(),
        tag: None,
        shapes,
        landmarks: Vec::new(),
        yours: Vec::new(),
        frame,
    };
    for (filled, pads) in filled.iter().zip(&pads) {
        stand(&plan, &mut map, filled, *pads);
    }
    if standing == Some(Standing::Outside) {
        stand_clear(&mut map);
    }
    map.stems = stems(&map);
    map.tag = tag(edition, &map);
    map
}

impl Map<'_> {
    /// Lights a kind on a map without a programme, and makes the landmarks at these places of the edition stand out.
    /// Neither moves anything.
    pub fn light(&mut self, kind: &Kind, landmarks: &[usize]) {
        for shape in self.shapes.iter_mut().filter(|shape| shape.kind.id == kind.id) {
            shape.lit = Some(Match::Full);
        }
        for mark in self.landmarks.iter_mut().filter(|mark| landmarks.contains(&mark.index)) {
            mark.near = true;
        }
    }
}

/// Puts the marks of a box on the map.
fn stand(plan: &Plan, map: &mut Map, filled: &Filled, pads: (f64, f64)) {
    let origin = filled.origin(&map.frame, pads);
    let place = |point: &Point| Point::new(origin.x + point.x, origin.y + point.y);
    for (at, point) in filled.landmarks.iter().zip(&filled.pack.marks) {
        let (near, radius) = (plan.is_near(*at), plan.radius(*at));
        map.landmarks.extend(plan.landmarks.get(*at).map(|placed| Mark {
            index: placed.index,
            number: placed.number,
            numbered: plan.metrics.wide || near,
            near,
            at: place(point),
            radius,
        }));
    }
    map.yours.extend(filled.pack.own.as_ref().map(|own| Yours {
        spot: Some(filled.spot),
        at: place(own),
        radius: filled.own,
        docks: filled.docks.iter().map(place).collect(),
    }));
}

/// Outside, the mark stands below the map, clear of it.
fn stand_clear(map: &mut Map) {
    let (right, radius) = if map.frame.metrics.wide { (60.0, 12.0) } else { (14.0, 10.0) };
    let at = Point::new(map.frame.metrics.width - right, map.frame.height + CLEAR / 2.0 - 3.0);
    map.frame.height += CLEAR;
    map.yours.push(Yours { spot: None, at, radius, docks: Vec::new() });
}
