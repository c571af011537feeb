//! The plan of a map: what stands on it, and how large each mark is.

use super::frame::{Frame, Metrics};
use super::geometry::Point;
use super::labels::{Heads, heads};
use super::packing::Own;
use super::spot::{Placed, Size, Spot, placed, spots};
use super::tag;
use crate::edition::{Edition, Kind};
use crate::place::{Match, Placement, Region, Standing, region};

/// Radius of a numbered landmark on the wide map and on the narrow one, and of one without a number.
const NUMBERED: (f64, f64) = (9.2, 8.6);
const DOT: f64 = 3.8;
/// How far the tip of a star reaches, as a share of its radius. No shape reaches farther to the side.
pub const TIP: f64 = 1.56;
/// How far a corner reaches, whichever shape it is of: those of a triangle reach farthest.
pub const CORNER: f64 = 1.62;
/// Half the width of the line around your mark that sets it off.
pub const HALO: f64 = 3.5;
/// From the middle of your mark to a letter docked on it, as a share of its radius.
const DOCK: (f64, f64) = (1.55, 1.22);
/// Radius of a docked letter.
pub const DOCKED: f64 = 8.5;

/// What all steps of the layout read.
pub struct Plan<'a, 'e> {
    pub edition: &'e Edition,
    /// None on the map without a programme.
    pub placement: Option<&'a Placement<'e>>,
    pub metrics: &'static Metrics,
    pub size: Size,
    /// The landmarks in the order of their numbers.
    pub landmarks: Vec<Placed>,
    /// The boxes of your marks.
    pub yours: Vec<Spot>,
    /// Kinds that fit and have no place.
    pub docked: Vec<(&'e Kind, Match)>,
    pub heads: Heads,
}

/// Whether a kind that fits is not told by where the programme stands: it may lie anywhere, or it is outlined on the rim
/// and the programme stands elsewhere.
pub fn has_no_place(edition: &Edition, kind: &Kind, standing: Option<Standing>) -> bool {
    match region(edition, kind) {
        Region::Anywhere => true,
        Region::Rim => !matches!(standing, Some(Standing::Rim { .. })),
        Region::Cells(_) | Region::Outside => false,
    }
}

impl<'a, 'e> Plan<'a, 'e> {
    pub fn new(edition: &'e Edition, placement: Option<&'a Placement<'e>>, metrics: &'static Metrics) -> Self {
        let size = Size::of(edition);
        let fits = placement.map_or(&[][..], |placement| &placement.fits);
        let fitting = fits.iter().filter(|fit| fit.matches != Match::Nearest);
        let standing = placement.map(|placement| placement.standing);
        let anywhere = fitting.filter(|fit| has_no_place(edition, fit.kind, standing));
        Self {
            edition,
            placement,
            metrics,
            size,
            landmarks: placed(edition),
            yours: placement.map_or_else(Vec::new, |placement| spots(edition, placement.standing)),
            docked: anywhere.map(|fit| (fit.kind, fit.matches)).collect(),
            heads: heads(edition, metrics, size),
        }
    }

    /// The plan of a map on which something else than one programme stands, in these boxes.
    pub fn of_spots(edition: &'e Edition, metrics: &'static Metrics, spots: Vec<Spot>) -> Self {
        let stands = Placed { index: 0, number: 0, spots };
        Self { landmarks: vec![stands], ..Self::new(edition, None, metrics) }
    }

    /// The frame whose rows are at least as high as needed.
    pub fn frame(&self, needed: impl Fn(usize) -> f64) -> Frame {
        Frame::new(self.metrics, self.size, self.heads.extra, needed)
    }

    /// Rows without columns in which something stands.
    pub fn flat_rows(&self) -> Vec<usize> {
        let spots = self.landmarks.iter().flat_map(|landmark| &landmark.spots).chain(&self.yours);
        spots.map(|spot| spot.row).filter(|row| *row < self.size.spanning).collect()
    }

    /// Whether the landmark at this place in the order of numbers is among the nearest.
    pub fn is_near(&self, at: usize) -> bool {
        let landmark = self.landmarks.get(at).and_then(|placed| self.edition.landmarks.get(placed.index));
        landmark.zip(self.placement).is_some_and(|(landmark, placement)| placement.is_near(landmark))
    }

    /// The radius of its mark.
    pub fn radius(&self, at: usize) -> f64 {
        match (self.metrics.wide, self.is_near(at)) {
            (true, _) => NUMBERED.0,
            (false, true) => NUMBERED.1,
            (false, false) => DOT,
        }
    }

    /// What its mark takes from side to side: the tips of a star, and air.
    pub fn width(&self, at: usize) -> f64 {
        2.0 * TIP * self.radius(at) + if self.metrics.wide { 2.3 } else { 0.4 }
    }

    /// The radius of your mark.
    pub fn own_radius(&self, frame: &Frame, spot: Spot) -> f64 {
        if frame.is_cell(spot) { self.metrics.own.0 } else { self.metrics.own.1 }
    }

    /// What your mark takes: the tips of a star, its halo, letters docked on it, and its name tag below.
    pub fn own(&self, frame: &Frame, spot: Spot) -> Own {
        let radius = self.own_radius(frame, spot);
        let reach = TIP * radius + HALO;
        let docks = self.docks(frame, spot, Point::default());
        let sides = docks.iter().fold(reach, |most, dock| most.max(dock.x.abs() + DOCKED + 1.0));
        let tagged = self.metrics.wide && self.yours.first() == Some(&spot) && frame.is_cell(spot);
        Own {
            half: if frame.is_aside(spot) { reach } else { sides },
            up: CORNER * radius + HALO,
            down: if tagged { tag::below(radius) + tag::height(self.edition, frame) } else { reach },
            apart: frame.is_cell(spot),
        }
    }

    /// Where the letters of kinds without a place dock on your mark.
    pub fn docks(&self, frame: &Frame, spot: Spot, at: Point) -> Vec<Point> {
        let radius = self.own_radius(frame, spot);
        let (dx, dy) = (DOCK.0 * radius, DOCK.1 * radius);
        let places = match (frame.metrics.wide || frame.is_cell(spot), frame.is_aside(spot)) {
            // Below the mark stands its name.
            (true, _) => [(dx, -dy), (-dx, -dy), (dx + 2.0 * DOCKED + 2.0, -dy)],
            // Here the frame is near on the right, or labels are near above.
            (false, true) => [(-dx, -dy * 1.2), (-dx, dy * 1.2), (-dx * 2.1, 0.0)],
            (false, false) => [(dx * 1.3, 0.0), (-dx * 1.3, 0.0), (dx * 2.6, 0.0)],
        };
        // Where a column is too narrow for letters beside the mark, the list below the map names the kinds.
        let room = if frame.is_aside(spot) { f64::INFINITY } else { frame.rect(spot).w / 2.0 };
        let places = places.iter().take(self.docked.len()).filter(|(dx, _)| dx.abs() + DOCKED < room);
        places.map(|(dx, dy)| Point::new(at.x + dx, at.y + dy)).collect()
    }
}
