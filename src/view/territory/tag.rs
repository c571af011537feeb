//! The name tag: which mark, or which band, is yours, in words.

use super::frame::Frame;
use super::geometry::{Point, Rect};
use super::layout::{DOCKED, Map};
use super::plan::{CORNER, TIP};
use super::spot::Spot;
use super::text;
use crate::edition::{Edition, Phrase};

const SIZE: f64 = 12.0;
const LEADING: f64 = 14.0;
/// The least room for the words on a band.
const LEAST: f64 = 124.0;

/// A name tag.
#[derive(Clone, Debug)]
pub struct Tag {
    /// Its plate.
    pub rect: Rect,
    /// Its words.
    pub lines: Vec<String>,
}

impl Tag {
    /// The baseline of a line.
    pub fn baseline(&self, line: usize) -> Point {
        Point::new(self.rect.middle().x, self.rect.y + 14.3 + LEADING * line as f64)
    }
}

fn lines(edition: &Edition, phrase: Phrase, room: f64) -> Vec<String> {
    text::lines(edition.words[phrase].text(), SIZE, true, room)
}

fn size(lines: &[String]) -> (f64, f64) {
    let width = lines.iter().fold(0.0, |most: f64, line| most.max(text::width(line, SIZE, true)));
    (width + 12.0, 6.0 + LEADING * lines.len() as f64)
}

/// The tag of a cell is no wider than the cell.
fn cell_room(frame: &Frame) -> f64 {
    frame.metrics.grid.1 / frame.size.columns as f64 - 13.0
}

/// Height of the tag below your mark in a cell.
pub fn height(edition: &Edition, frame: &Frame) -> f64 {
    size(&lines(edition, Phrase::YourProgramme, cell_room(frame))).1
}

/// From the middle of your mark to the tag below it, clear of the tip of a star.
pub fn below(radius: f64) -> f64 {
    TIP * radius + 1.0
}

/// The tag of your mark, or of the band where it may be. The narrow map has room for one only outside the grid; there,
/// the key tells which mark is yours.
pub fn tag(edition: &Edition, map: &Map) -> Option<Tag> {
    let first = map.yours.first()?;
    let outside = first.spot.is_none();
    if !(map.frame.metrics.wide || outside) {
        return None;
    }
    let taken = taken(map);
    let frame = Rect::new(0.0, 0.0, map.frame.metrics.width, map.frame.height);
    let clear = |tag: &Tag, air: f64| {
        frame.contains(tag.rect) && !taken.iter().any(|other| other.meets(tag.rect.inset(-air, -air)))
    };
    let tags = candidates(edition, map, first.spot);
    let best = [2.0, 0.0].into_iter().find_map(|air| tags.iter().find(|tag| clear(tag, air)));
    best.or(tags.first()).cloned()
}

/// Places for the tag, the best first. On a band it may take one line or more.
fn candidates(edition: &Edition, map: &Map, spot: Option<Spot>) -> Vec<Tag> {
    let tags = |lines: Vec<String>, places: Vec<Rect>| {
        places.into_iter().map(move |rect| Tag { rect, lines: lines.clone() }).collect::<Vec<_>>()
    };
    let Some(band) = map.bands.iter().max_by(|a, b| (a.w * a.h).total_cmp(&(b.w * b.h))) else {
        let in_cell = spot.is_some_and(|spot| map.frame.is_cell(spot));
        let room = if in_cell { cell_room(&map.frame) } else { map.frame.metrics.width };
        let lines = lines(edition, Phrase::YourProgramme, room);
        let places = by_mark(map, spot, size(&lines));
        return tags(lines, places);
    };
    let rooms = [(band.w - 20.0).max(LEAST), LEAST];
    let on_band = rooms.map(|room| {
        let lines = lines(edition, Phrase::SomewhereHere, room);
        let places = on_band(map, *band, size(&lines));
        tags(lines, places)
    });
    on_band.concat()
}

/// Below the mark in a cell, where room was kept for it; elsewhere on whichever side is free.
fn by_mark(map: &Map, spot: Option<Spot>, (w, h): (f64, f64)) -> Vec<Rect> {
    let Some(first) = map.yours.first() else { return Vec::new() };
    let at = first.at;
    let beside = if spot.is_none() { first.radius + 6.0 } else { 2.0 * first.radius };
    let below = Rect::new(at.x - w / 2.0, at.y + below(first.radius), w, h);
    let above = Rect::new(at.x - w / 2.0, at.y - CORNER * first.radius - 1.0 - h, w, h);
    if spot.is_some_and(|spot| map.frame.is_cell(spot)) {
        return vec![below];
    }
    let farther = beside + 2.0 * DOCKED;
    let sides = [beside, farther].into_iter().flat_map(|beside| {
        [Rect::new(at.x - beside - w, at.y - h / 2.0, w, h), Rect::new(at.x + beside, at.y - h / 2.0, w, h)]
    });
    sides.chain([below, above]).collect()
}

/// Along the edges of the band, then between its rows.
fn on_band(map: &Map, band: Rect, (w, h): (f64, f64)) -> Vec<Rect> {
    let (left, right) = (band.x + 14.0, band.right() - 14.0 - w);
    let across = [1.0, 0.75, 0.5, 0.25, 0.0].map(|share| left + (right - left) * share);
    let edges = [band.y - h / 2.0, band.bottom() - h / 2.0];
    let rows = map.frame.rows.iter().map(|(top, _)| top - h / 2.0).filter(|y| *y > band.y && *y < band.bottom());
    let down: Vec<f64> = edges.into_iter().chain(rows).collect();
    let most = map.frame.metrics.width - w - 1.0;
    down.iter().flat_map(|y| across.map(|x| Rect::new(x.max(1.0).min(most), *y, w, h))).collect()
}

/// What a tag must not cover.
fn taken(map: &Map) -> Vec<Rect> {
    let tabs = map.shapes.iter().map(|shape| shape.tab_rect(&map.frame));
    let landmarks = map.landmarks.iter().map(|mark| Rect::around(mark.at, 3.2 * mark.radius, 3.2 * mark.radius));
    let labels = map.labels.iter().map(|label| label.room);
    let yours = map.yours.iter().map(|yours| Rect::around(yours.at, 3.2 * yours.radius, 3.2 * yours.radius));
    let yours: Vec<Rect> =
        if map.yours.iter().any(|yours| yours.spot.is_none()) { Vec::new() } else { yours.collect() };
    let docks = map.yours.iter().flat_map(|yours| &yours.docks);
    let docks = docks.map(|dock| Rect::around(*dock, 2.0 * DOCKED, 2.0 * DOCKED));
    // A triangle reaches back from its tip, downwards or to the right.
    let across = map.pointers.0.iter().map(|tip| Rect::new(tip.x - 6.0, tip.y - 7.0, 12.0, 7.0));
    let down = map.pointers.1.iter().map(|tip| Rect::new(tip.x - 7.0, tip.y - 6.0, 7.0, 12.0));
    tabs.chain(landmarks).chain(labels).chain(yours).chain(docks).chain(across).chain(down).collect()
}
