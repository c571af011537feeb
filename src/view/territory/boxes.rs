//! Boxes: the marks of each box of the map, and what height they need there.

use super::frame::Frame;
use super::geometry::{Point, Rect};
use super::labels::labels;
use super::packing::{Pack, pack};
use super::plan::{CORNER, DOCKED, HALO, Plan};
use super::regions::{Shape, TAB};
use super::spot::Spot;
use crate::edition::insert_ordered;

/// A box with the marks in it.
pub struct Filled {
    pub spot: Spot,
    yours: bool,
    /// The landmarks, as places in the order of their numbers.
    pub landmarks: Vec<usize>,
    /// The radius of each of them.
    radii: Vec<f64>,
    /// The radius of your mark.
    pub own: f64,
    /// The marks, from [`origin`](Self::origin).
    pub pack: Pack,
    /// The letters docked on your mark, from the same point.
    pub docks: Vec<Point>,
    /// Left and right end of what the marks may take.
    room: (f64, f64),
}

/// The boxes in which marks stand, each packed.
pub fn fill(plan: &Plan, frame: &Frame) -> Vec<Filled> {
    let landmarks = plan.landmarks.iter().flat_map(|landmark| landmark.spots.iter().copied());
    let mut spots: Vec<Spot> = Vec::new();
    for spot in landmarks.chain(plan.yours.iter().copied()) {
        if !spots.contains(&spot) {
            insert_ordered(&mut spots, spot, Spot::cmp);
        }
    }
    let mut filled: Vec<Filled> = spots.into_iter().map(|spot| fill_box(plan, frame, spot)).collect();
    pass_by(plan, frame, &mut filled);
    filled
}

/// A box that no column applies to lies over two columns: its marks stand between those of the columns.
fn pass_by(plan: &Plan, frame: &Frame, filled: &mut [Filled]) {
    let beside = |filled: &Filled| filled.spot.column != plan.size.no_column();
    let taken = filled.iter().filter(|filled| beside(filled)).map(|filled| (filled.spot.row, filled.marks()));
    let taken: Vec<(usize, (f64, f64))> = taken.collect();
    for filled in filled.iter_mut().filter(|filled| !beside(filled)) {
        let (rect, middle) = (frame.rect(filled.spot), filled.middle());
        let in_row = taken.iter().filter(|(row, _)| *row == filled.spot.row);
        filled.room = in_row.fold((rect.x, rect.right()), |(left, right), (_, (from, to))| {
            if from + to < 2.0 * middle { (left.max(*to), right) } else { (left, right.min(*from)) }
        });
        filled.repack(plan, frame);
    }
}

fn fill_box(plan: &Plan, frame: &Frame, spot: Spot) -> Filled {
    let standing = plan.landmarks.iter().enumerate().filter(|(_, landmark)| landmark.spots.contains(&spot));
    let mut landmarks: Vec<usize> = Vec::new();
    for (at, _) in standing {
        // The large ones first, or they would not pack well.
        insert_ordered(&mut landmarks, at, |a, b| plan.radius(*b).total_cmp(&plan.radius(*a)));
    }
    let rect = frame.rect(spot);
    let padding = if frame.is_cell(spot) { plan.metrics.padding } else { 0.0 };
    let mut filled = Filled {
        spot,
        yours: plan.yours.contains(&spot),
        radii: landmarks.iter().map(|at| plan.radius(*at)).collect(),
        own: plan.own_radius(frame, spot),
        landmarks,
        pack: Pack::default(),
        docks: Vec::new(),
        room: (rect.x + padding, rect.right() - padding),
    };
    filled.repack(plan, frame);
    filled
}

/// In a row without columns, marks stand between the tab and the words.
pub fn make_room(plan: &Plan, frame: &Frame, shapes: &[Shape], filled: &mut [Filled]) {
    let labels = labels(plan, frame);
    for filled in filled.iter_mut().filter(|filled| filled.spot.row < plan.size.spanning) {
        let rect = frame.rect(filled.spot);
        let notes = labels.iter().filter(|label| label.class == "t-note").map(|label| label.room);
        let tabs = shapes.iter().map(|shape| shape.tab_rect(frame)).filter(|tab| tab.x < rect.middle().x);
        let meets = |other: &Rect| other.meets(rect);
        let left = tabs.filter(meets).fold(rect.x, |left, tab| left.max(tab.right()));
        let right = notes.filter(meets).fold(rect.right(), |right, note| right.min(note.x));
        filled.room = (left + 4.0, right - 4.0);
        filled.repack(plan, frame);
    }
}

impl Filled {
    fn repack(&mut self, plan: &Plan, frame: &Frame) {
        let own = self.yours.then(|| plan.own(frame, self.spot));
        let widths: Vec<f64> = self.landmarks.iter().map(|at| plan.width(*at)).collect();
        self.pack = pack(self.room.1 - self.room.0, own, &widths);
        self.docks = self.pack.own.map(|own| plan.docks(frame, self.spot, own)).unwrap_or_default();
    }

    /// The middle of the marks, from left to right.
    pub fn middle(&self) -> f64 {
        (self.room.0 + self.room.1) / 2.0
    }

    /// Left and right end of the marks.
    fn marks(&self) -> (f64, f64) {
        (self.middle() - self.pack.width / 2.0, self.middle() + self.pack.width / 2.0)
    }

    /// What must stay free at the top and the bottom, because a tab lies there.
    pub fn pads(&self, frame: &Frame, shapes: &[Shape]) -> (f64, f64) {
        let rect = frame.rect(self.spot);
        let in_grid = (frame.size.spanning..frame.size.rows).contains(&self.spot.row);
        let (mut top, mut bottom) = match (in_grid, frame.metrics.wide) {
            (true, true) => (4.0, 4.0),
            (true, false) => (6.0, 6.0),
            (false, _) => self.halo(),
        };
        let marks = Rect::new(self.marks().0, rect.y, self.pack.width, rect.h);
        for shape in shapes {
            let tab = shape.tab_rect(frame);
            let above = tab.middle().y < rect.middle().y;
            let (edge, pad) =
                if above { (tab.bottom() - rect.y, &mut top) } else { (rect.bottom() - tab.y, &mut bottom) };
            if shape.is_disc(frame) {
                *pad = pad.max(self.beside_disc(Point::new(tab.middle().x - self.middle(), edge - tab.h / 2.0), above));
            } else if tab.meets(marks) {
                *pad = pad.max(edge + 2.0);
            }
        }
        (top, bottom)
    }

    /// The halo of your mark may lie over the edges of a low box; no mark may.
    fn halo(&self) -> (f64, f64) {
        let Some(own) = self.pack.own else { return (0.0, 0.0) };
        let last = self.pack.marks.iter().all(|mark| mark.y <= own.y);
        (-HALO, if last { -HALO } else { 0.0 })
    }

    /// What must stay free at an edge, so that marks pass by a disc on the corner of a region. The disc is given from
    /// the middle of the marks and from the edge.
    fn beside_disc(&self, disc: Point, above: bool) -> f64 {
        let docks = self.docks.iter().map(|dock| (*dock, DOCKED));
        let own = self.pack.own.map(|own| (own, CORNER * self.own));
        let marks = self.pack.marks.iter().copied().zip(self.radii.iter().map(|radius| CORNER * radius));
        let needed = marks.chain(own).chain(docks).map(|(at, reach)| {
            let aside = at.x - disc.x;
            let reach = reach + TAB / 2.0;
            let apart = (reach * reach - aside * aside).max(0.0).sqrt();
            let from_edge = if above { at.y } else { self.pack.height - at.y };
            if apart > 0.0 { disc.y + apart - from_edge } else { 0.0 }
        });
        needed.fold(0.0, f64::max)
    }

    /// The point from which the marks are packed: below the zone of tabs if there is room, or else where there is room.
    pub fn origin(&self, frame: &Frame, (top, bottom): (f64, f64)) -> Point {
        let rect = frame.rect(self.spot);
        let zoned = frame.is_cell(self.spot) && frame.metrics.wide;
        let usual = if zoned { (top.max(30.0), bottom.max(10.0)) } else { (top, bottom) };
        let free = |(top, bottom): (f64, f64)| rect.h - top - bottom - self.pack.height;
        let pads = if free(usual) >= 0.0 { usual } else { (top, bottom) };
        Point::new(self.middle(), rect.y + pads.0 + free(pads) / 2.0)
    }
}
