//! Packing: how the marks of one box stand next to each other.
//!
//! **Invariant.** Every mark of a box is drawn. Where they need more height, the row grows; none is left out, and the
//! place within a box says nothing.

use super::geometry::Point;

/// How close landmarks stand that sway, as a share of their usual distance.
const CLOSE: f64 = 0.72;

/// What your own mark takes of a box.
#[derive(Clone, Copy, Debug)]
pub struct Own {
    /// From its middle to the left and to the right.
    pub half: f64,
    /// From its middle upwards.
    pub up: f64,
    /// From its middle downwards, its name tag included.
    pub down: f64,
    /// Whether it stands in a row of its own, landmarks below it.
    pub apart: bool,
}

/// The marks of one box, from the middle of its top edge.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// Width of all together.
    pub width: f64,
    /// Height of all together.
    pub height: f64,
    /// The middle of your mark.
    pub own: Option<Point>,
    /// The middles of landmarks, in their order.
    pub marks: Vec<Point>,
}

/// One row of marks: the widths of its landmarks.
struct Shelf {
    own: Option<Own>,
    widths: Vec<f64>,
    /// Neighbours stand this much lower and higher in turns, which lets the tips of stars pass each other.
    sway: f64,
}

/// Packs your mark and landmarks of these widths into a box with `room` from side to side.
pub fn pack(room: f64, own: Option<Own>, widths: &[f64]) -> Pack {
    let mut pack = Pack::default();
    for shelf in shelves(room, own, widths) {
        place(&mut pack, &shelf);
    }
    pack
}

fn shelves(room: f64, own: Option<Own>, widths: &[f64]) -> Vec<Shelf> {
    let mut shelves = Vec::new();
    let mut rest = widths;
    if let Some(own) = own {
        let beside = if own.apart { 0 } else { fitting(room - 2.0 * own.half, rest) };
        let (first, after) = rest.split_at(beside);
        shelves.push(Shelf { own: Some(own), widths: first.to_vec(), sway: 0.0 });
        rest = after;
        // Below your mark there is room for one row. Numbered landmarks that do not fit in it sway.
        let close: Vec<f64> = rest.iter().map(|width| width * CLOSE).collect();
        let numbered = rest.iter().all(|width| *width > 20.0);
        if own.apart && numbered && rest.len() > fitting(room, rest) && rest.len() == fitting(room, &close) {
            shelves.push(Shelf { own: None, widths: close, sway: 7.0 });
            return shelves;
        }
    }
    let even = rest.len().div_ceil(rows(room, rest));
    let alike = rest.windows(2).all(|pair| pair.first() == pair.last());
    while !rest.is_empty() {
        let most = if alike { even } else { rest.len() };
        let (shelf, after) = rest.split_at(fitting(room, rest).clamp(1, most.min(rest.len())));
        shelves.push(Shelf { own: None, widths: shelf.to_vec(), sway: 0.0 });
        rest = after;
    }
    shelves
}

/// How many of these, from the first, stand side by side in `room`.
fn fitting(room: f64, widths: &[f64]) -> usize {
    let ends = widths.iter().scan(0.0, |end, width| {
        *end += width;
        Some(*end)
    });
    ends.take_while(|end| *end <= room).count()
}

fn rows(room: f64, widths: &[f64]) -> usize {
    let mut rest = widths;
    let mut count = 0;
    while !rest.is_empty() {
        rest = rest.split_at(fitting(room, rest).clamp(1, rest.len())).1;
        count += 1;
    }
    count.max(1)
}

fn place(pack: &mut Pack, shelf: &Shelf) {
    let own_width = shelf.own.map_or(0.0, |own| 2.0 * own.half);
    let width = own_width + shelf.widths.iter().sum::<f64>();
    let mark = if shelf.sway > 0.0 { 1.0 / CLOSE } else { 1.0 };
    let tallest = shelf.widths.iter().fold(0.0, |most: f64, width| most.max(width * mark)) + 2.0 * shelf.sway;
    let (up, down) = shelf.own.map_or((0.0, 0.0), |own| (own.up, own.down));
    let middle = pack.height + up.max(tallest / 2.0);
    let mut left = -width / 2.0;
    if shelf.own.is_some() {
        pack.own = Some(Point::new(left + own_width / 2.0, middle));
        left += own_width;
    }
    for (index, width) in shelf.widths.iter().enumerate() {
        let sway = if index % 2 == 0 { -shelf.sway } else { shelf.sway };
        pack.marks.push(Point::new(left + width / 2.0, middle + sway));
        left += width;
    }
    pack.width = pack.width.max(width);
    pack.height = middle + down.max(tallest / 2.0);
}
