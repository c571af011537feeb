//! Layout: every programme of a group in its place, and nothing of how it is drawn.
//!
//! **Invariant.** Position is an answer: a programme stands in the boxes of its own answers, in the order of the list,
//! and in no other. Where there is no room, the row grows.

use super::packing::{Manner, Pack, blocks, counts, marks};
use crate::edition::{Edition, Phrase};
use crate::group::Stacks;
use crate::view::territory::frame::{Frame, Metrics, NARROW, WIDE};
use crate::view::territory::geometry::{Point, Rect};
use crate::view::territory::labels::{HEAD, LEADING, Label, label, labels};
use crate::view::territory::plan::Plan;
use crate::view::territory::regions::{Shape, shapes};
use crate::view::territory::spot::Spot;
use crate::view::territory::text;

/// The narrow map with a margin that has room for numbers.
static COUNTED: Metrics = Metrics { grid: (0.0, 236.0), aside: (241.0, 47.0), ..NARROW };

/// The map of a group, for one of two widths.
#[derive(Debug)]
pub struct Map<'e> {
    /// Its boxes.
    pub frame: Frame,
    /// How programmes are drawn.
    pub manner: Manner,
    /// Names of rows and columns.
    pub labels: Vec<Label>,
    /// Regions, the largest first; only where marks on the wide map leave room for them.
    pub shapes: Vec<Shape<'e>>,
    /// What stands in each box, those clear of the map last.
    pub stacks: Vec<Stack>,
}

/// What stands in one box.
#[derive(Debug)]
pub struct Stack {
    /// The box; none clear of the map.
    pub spot: Option<Spot>,
    /// Its rectangle.
    pub rect: Rect,
    /// Who stands in it, by their places in the list.
    pub members: Vec<usize>,
    /// The room of each mark or block, or the bar.
    pub units: Vec<Rect>,
    /// Where the number begins, at its baseline.
    pub number: Option<Point>,
}

/// A box on its way to the map.
struct Filled<'s> {
    spot: Spot,
    members: &'s [usize],
    /// Left and right end of what may be taken.
    room: (f64, f64),
    /// It belongs to no column and stands below those that do.
    under: bool,
    pack: Pack,
    pads: (f64, f64),
}

/// Lays out a group. The boxes are filled on a frame of the least height; then the rows grow to what they need, which moves
/// nothing sideways.
pub fn map<'e>(edition: &'e Edition, stacks: &Stacks, wide: bool) -> Map<'e> {
    let all = stacks.boxes.iter().map(|(_, members)| members).chain([&stacks.outside]);
    let largest = all.flatten().max().map_or(0, |index| index + 1);
    let manner = Manner::of(stacks.fullest(), largest);
    let metrics = match (wide, manner) {
        (true, _) => &WIDE,
        (false, Manner::Counts) => &COUNTED,
        (false, _) => &NARROW,
    };
    let plan = Plan::of_spots(edition, metrics, stacks.boxes.iter().map(|(spot, _)| *spot).collect());
    let least = plan.frame(|_| 0.0);
    let notes: Vec<Rect> =
        labels(&plan, &least).iter().filter(|label| label.class == "t-note").map(|label| label.room).collect();
    let filler = Filler { manner, least: &least, notes, unit: 0.0 };
    let mut filler = Filler { unit: filler.unit(stacks), ..filler };
    let mut filled = filler.fill(stacks);
    let shapes = if wide && manner == Manner::Marks {
        let on_rim = filled.iter().filter(|filled| filled.spot.row == plan.size.rim());
        shapes(edition, None, &least, &on_rim.map(|filled| filled.around(&least)).collect::<Vec<_>>())
    } else {
        Vec::new()
    };
    // In a row without columns, marks stand between the tab and the words.
    filler.notes.extend(shapes.iter().filter(|shape| shape.is_flat(plan.size)).map(|shape| shape.tab_rect(&least)));
    for filled in filled.iter_mut().filter(|filled| filled.spot.row < plan.size.spanning) {
        filled.room = filler.room(filled.spot);
        filled.pack = filler.pack(filled.room, filled.members.len());
    }
    for filled in &mut filled {
        filled.pads = filler.pads(filled, &shapes);
    }
    let frame = plan.frame(|row| height(&filled, row));
    let mut map = Map { labels: labels(&plan, &frame), manner, shapes, stacks: Vec::new(), frame };
    for one in &filled {
        let under = filled.iter().find(|other| other.under && other.spot.row == one.spot.row);
        map.stacks.push(one.stand(&map.frame, manner, under));
    }
    if !stacks.outside.is_empty() {
        map.stand_clear(edition, &filler, &stacks.outside);
    }
    map
}

/// What a row needs.
fn height(filled: &[Filled], row: usize) -> f64 {
    let of_row = |under: bool| filled.iter().filter(move |filled| filled.spot.row == row && filled.under == under);
    let beside = of_row(false).fold(0.0, |most: f64, filled| most.max(filled.needs()));
    of_row(true).fold(beside, |above, filled| above + filled.needs())
}

/// What fills boxes.
struct Filler<'f> {
    manner: Manner,
    least: &'f Frame,
    /// What lies over rows without columns.
    notes: Vec<Rect>,
    /// The length of one programme in a bar.
    unit: f64,
}

impl Filler<'_> {
    fn fill<'s>(&self, stacks: &'s Stacks) -> Vec<Filled<'s>> {
        let size = self.least.size;
        let in_columns =
            |row: usize| stacks.boxes.iter().any(|(spot, _)| spot.row == row && spot.column < size.no_column());
        let fill = |(spot, members): &'s (Spot, Vec<usize>)| {
            let room = self.room(*spot);
            let under = spot.column == size.no_column() && in_columns(spot.row);
            Filled { spot: *spot, members, room, under, pack: self.pack(room, members.len()), pads: (0.0, 0.0) }
        };
        stacks.boxes.iter().map(fill).collect()
    }

    /// All bars have one scale: the longest that fits wherever it stands.
    fn unit(&self, stacks: &Stacks) -> f64 {
        let boxes = stacks.boxes.iter().map(|(spot, members)| (self.room(*spot), members.len()));
        // Clear of the map there is more room than anywhere, and no cell to compare it with.
        let cell = self.least.metrics.grid.1 / self.least.size.columns as f64;
        let boxes = boxes.chain([((0.0, cell), stacks.outside.len())]).filter(|(_, count)| *count > 0);
        boxes.map(|((left, right), count)| (right - left) / count as f64).fold(f64::INFINITY, f64::min)
    }

    /// Left and right end of what may be taken of a box.
    fn room(&self, spot: Spot) -> (f64, f64) {
        let (frame, wide) = (self.least, self.least.metrics.wide);
        let rect = frame.rect(spot);
        if spot.row < frame.size.spanning {
            return self.beside_notes(rect);
        }
        let (aside, rim) = (frame.is_aside(spot), spot.row == frame.size.rim());
        let padding = match self.manner {
            Manner::Marks if aside => 0.0,
            Manner::Marks => frame.metrics.padding,
            // The rim and the margins are rounder than cells.
            Manner::Blocks => match (wide, aside, rim) {
                (true, true, _) => 3.0,
                (false, true, _) => 0.0,
                (true, false, rim) => {
                    if rim {
                        14.0
                    } else {
                        8.0
                    }
                }
                (false, false, rim) => {
                    if rim {
                        9.0
                    } else {
                        2.0
                    }
                }
            },
            Manner::Counts => match (wide, aside, rim) {
                (true, true, _) | (false, false, false) => 4.0,
                (false, true, _) => 3.0,
                (true, false, false) => 12.0,
                (_, false, true) => 16.0,
            },
        };
        (rect.x + padding, rect.right() - padding)
    }

    fn beside_notes(&self, rect: Rect) -> (f64, f64) {
        let (mut left, mut right) = (rect.x + 8.0, rect.right() - 8.0);
        for note in self.notes.iter().filter(|note| note.meets(rect)) {
            if note.middle().x < rect.middle().x {
                left = left.max(note.right() + 4.0);
            } else {
                right = right.min(note.x - 4.0);
            }
        }
        (left, right)
    }

    fn pack(&self, (left, right): (f64, f64), count: usize) -> Pack {
        let (metrics, room) = (self.least.metrics, right - left);
        match self.manner {
            Manner::Marks => marks(metrics, room, count),
            Manner::Blocks => blocks(metrics, room, count),
            Manner::Counts => counts(metrics, room, count, self.unit),
        }
    }

    /// What must stay free at the top and the bottom, for air and where tabs lie.
    fn pads(&self, filled: &Filled, shapes: &[Shape]) -> (f64, f64) {
        let rect = self.least.rect(filled.spot);
        let air = match (self.manner, self.least.metrics.wide) {
            (Manner::Marks, _) | (Manner::Counts, false) => 4.0,
            (Manner::Blocks, true) => 8.0,
            (Manner::Blocks, false) | (Manner::Counts, true) => 6.0,
        };
        let taken = Rect::new(filled.middle() - filled.pack.width / 2.0, rect.y, filled.pack.width, rect.h);
        let tabs = shapes.iter().map(|shape| shape.tab_rect(self.least)).filter(|tab| tab.meets(taken));
        tabs.fold((air, air), |(top, bottom), tab| {
            if tab.middle().y < rect.middle().y {
                (top.max(tab.bottom() - rect.y + 2.0), bottom)
            } else {
                (top, bottom.max(rect.bottom() - tab.y + 2.0))
            }
        })
    }
}

impl Filled<'_> {
    fn middle(&self) -> f64 {
        (self.room.0 + self.room.1) / 2.0
    }

    fn needs(&self) -> f64 {
        self.pack.height + self.pads.0 + self.pads.1
    }

    /// About the room that it takes in its box.
    fn around(&self, frame: &Frame) -> Rect {
        let middle = Point::new(self.middle(), frame.rect(self.spot).middle().y);
        Rect::around(middle, self.pack.width, self.pack.height)
    }

    /// Puts what is packed into its box, above what belongs to no column.
    fn stand(&self, frame: &Frame, manner: Manner, under: Option<&Filled>) -> Stack {
        let rect = frame.rect(self.spot);
        // The margin beside has room of its own.
        let below = under.filter(|_| !frame.is_aside(self.spot)).map_or(0.0, Filled::needs);
        let within = if self.under {
            Rect::new(rect.x, rect.bottom() - below, rect.w, below)
        } else {
            Rect::new(rect.x, rect.y, rect.w, rect.h - below)
        };
        let (mut top, mut bottom) = self.pads;
        // Below the zone of tabs, if there is room.
        let zoned = manner == Manner::Marks && frame.metrics.wide && frame.is_cell(self.spot);
        if zoned && within.h >= top.max(30.0) + bottom.max(10.0) + self.pack.height {
            (top, bottom) = (top.max(30.0), bottom.max(10.0));
        }
        let free = within.h - top - bottom - self.pack.height;
        let origin = Point::new(self.middle(), within.y + top + free / 2.0);
        stack(Some(self.spot), rect, self.members, &self.pack, origin)
    }
}

fn stack(spot: Option<Spot>, rect: Rect, members: &[usize], pack: &Pack, origin: Point) -> Stack {
    Stack {
        spot,
        rect,
        members: members.to_vec(),
        units: pack.units.iter().map(|unit| Rect::new(unit.x + origin.x, unit.y + origin.y, unit.w, unit.h)).collect(),
        number: pack.number.map(|at| Point::new(at.x + origin.x, at.y + origin.y)),
    }
}

impl Map<'_> {
    /// Outside, programmes stand below the map, clear of it, in a row with its name.
    fn stand_clear(&mut self, edition: &Edition, filler: &Filler, members: &[usize]) {
        let metrics = self.frame.metrics;
        let name = edition.words[Phrase::TableClear].text();
        let (left, width) = metrics.grid;
        let room = (left + 8.0, left + width - 8.0);
        let pack = filler.pack(room, members.len());
        let lines = if metrics.wide { text::lines(name, HEAD, true, left - 18.0) } else { vec![name.to_owned()] };
        let gap = if metrics.wide { 12.0 } else { 26.0 };
        let height = pack.height.max(LEADING * lines.len() as f64);
        let rect = Rect::new(left, self.frame.height + gap, width, height);
        let origin = Point::new(rect.middle().x, rect.y + (height - pack.height) / 2.0);
        self.stacks.push(stack(None, rect, members, &pack, origin));
        let (class, x, y) = if metrics.wide {
            ("t-head is-unsure", 0.0, rect.middle().y + 4.4 - LEADING / 2.0 * (lines.len() as f64 - 1.0))
        } else {
            ("t-head t-row is-unsure", 8.0, rect.y - 7.0)
        };
        self.labels.push(label(class, Point::new(x, y), "start", lines, LEADING));
        self.frame.height = rect.bottom() + 6.0;
    }
}
