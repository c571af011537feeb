//! Packing: how the programmes of one box stand in it, in the order of the list.

use crate::view::territory::frame::Metrics;
use crate::view::territory::geometry::{Point, Rect};
use crate::view::territory::plan::{CORNER, TIP};

/// Up to so many in one place, each is a mark with its number; up to so many, a block that can be counted.
const MOST_MARKS: usize = 12;
const MOST_BLOCKS: usize = 81;
/// The largest number that a mark has room for.
const LARGEST_NUMBER: usize = 99;
/// Blocks stand in nines, which makes them easy to count.
const NINE: usize = 9;

/// How programmes are drawn. All places of a map use one manner, by the fullest of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A mark with a number for each.
    Marks,
    /// A block for each.
    Blocks,
    /// A number and a bar for each place.
    Counts,
}

impl Manner {
    /// The manner for so many in the fullest place, where the largest number on the map is this.
    pub fn of(fullest: usize, largest: usize) -> Self {
        match fullest {
            0..=MOST_MARKS if largest <= LARGEST_NUMBER => Self::Marks,
            0..=MOST_BLOCKS => Self::Blocks,
            _ => Self::Counts,
        }
    }
}

/// What stands in one box, from the middle of its upper edge.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// Width of all together.
    pub width: f64,
    /// Height of all together.
    pub height: f64,
    /// The room of each mark or block, or the bar.
    pub units: Vec<Rect>,
    /// Where the number begins, at its baseline.
    pub number: Option<Point>,
}

/// The radius of a mark.
pub fn radius(metrics: &Metrics) -> f64 {
    if metrics.wide { 9.2 } else { 8.6 }
}

/// Where a mark stands in its room: every shape fits there.
pub fn mark_at(metrics: &Metrics, room: Rect) -> Point {
    Point::new(room.middle().x, room.y + CORNER * radius(metrics) + 0.5)
}

/// Marks in lines that are about equally long, each in the middle.
pub fn marks(metrics: &Metrics, room: f64, count: usize) -> Pack {
    let radius = radius(metrics);
    let (w, h) = (2.0 * TIP * radius + if metrics.wide { 2.3 } else { 0.1 }, (CORNER + TIP) * radius + 1.0);
    let most = fitting(room, w, 0.0);
    let even = count.div_ceil(count.div_ceil(most).max(1)).max(1);
    let unit = |index: usize| {
        let (line, at) = (index / even, index % even);
        let in_line = even.min(count - line * even) as f64;
        Rect::new((at as f64 - in_line / 2.0) * w, line as f64 * h, w, h)
    };
    let width = even.min(count) as f64 * w;
    Pack { width, height: count.div_ceil(even) as f64 * h, units: (0..count).map(unit).collect(), number: None }
}

/// Blocks in lines of nine, or of several nines where there is room.
pub fn blocks(metrics: &Metrics, room: f64, count: usize) -> Pack {
    let (size, gap) = if metrics.wide { (10.0, 2.0) } else { (5.5, 1.1) };
    let most = fitting(room, size, gap);
    let most = if most < NINE { most } else { most / NINE * NINE };
    let width = most.min(count) as f64 * (size + gap) - gap;
    let step = |steps: usize| steps as f64 * (size + gap);
    let unit = |index: usize| Rect::new(step(index % most) - width / 2.0, step(index / most), size, size);
    Pack { width, height: step(count.div_ceil(most)) - gap, units: (0..count).map(unit).collect(), number: None }
}

/// A number above a bar, where each programme is `unit` long.
pub fn counts(metrics: &Metrics, room: f64, count: usize, unit: f64) -> Pack {
    let (top, h) = if metrics.wide { (18.0, 12.0) } else { (16.0, 8.0) };
    // One of thousands is still seen.
    let bar = Rect::new(-room / 2.0, top, (count as f64 * unit).max(0.5), h);
    Pack { width: room, height: top + h, units: vec![bar], number: Some(Point::new(-room / 2.0, 11.5)) }
}

/// How many of this size stand side by side; at least one.
fn fitting(room: f64, size: f64, gap: f64) -> usize {
    (((room + gap) / (size + gap)) as usize).max(1)
}
