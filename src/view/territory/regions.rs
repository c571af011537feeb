//! Regions: the outlines of kinds, nested without touching, and the tab on each.

use super::frame::{Frame, Metrics};
use super::geometry::{Point, Rect};
use super::plan::has_no_place;
use super::spot::{Block, Size, blocks};
use super::text;
use crate::edition::{Edition, Kind, insert_ordered};
use crate::place::{Match, Placement, Region, region};

/// Height of a tab, and the size of its text.
pub const TAB: f64 = 20.0;
const TAB_TEXT: f64 = 12.0;

/// A kind with a place on the map.
#[derive(Clone, Debug)]
pub struct Shape<'e> {
    /// The kind.
    pub kind: &'e Kind,
    /// How it fits, if it is lit.
    pub lit: Option<Match>,
    /// Its cells, or the rim, as rectangles; each with its inset from the sides and from the top and bottom.
    pub parts: Vec<(Block, (f64, f64))>,
    /// Whether it covers so much that its wash would drown the map.
    pub vast: bool,
    /// Where its tab sits.
    pub tab: Tab,
}

/// A tab, which names a region from its own outline.
#[derive(Clone, Debug, Default)]
pub struct Tab {
    /// Whether it sits at the bottom of the first rectangle rather than the top.
    pub bottom: bool,
    /// Its left edge.
    pub x: f64,
    /// Its width.
    pub width: f64,
    /// Whether there is room for the name next to the letter.
    pub named: bool,
}

impl Shape<'_> {
    /// The rectangle of a part of the region.
    pub fn rect(&self, frame: &Frame, part: usize) -> Rect {
        let Some((block, (dx, dy))) = self.parts.get(part) else { return Rect::default() };
        frame.block(block).inset(*dx, *dy)
    }

    /// Whether the region is a row without columns, or the rim.
    pub fn is_flat(&self, size: Size) -> bool {
        self.parts.first().is_some_and(|(block, _)| !(size.spanning..size.rows).contains(block.rows.start()))
    }

    /// Whether its tab is a disc on a corner of its outline.
    pub fn is_disc(&self, frame: &Frame) -> bool {
        !frame.metrics.wide && !self.is_flat(frame.size)
    }

    /// The rectangle of the tab.
    pub fn tab_rect(&self, frame: &Frame) -> Rect {
        tab_rect(frame, self.rect(frame, 0), &self.tab)
    }
}

fn tab_rect(frame: &Frame, rect: Rect, tab: &Tab) -> Rect {
    // A disc sits on the corner of its outline, where the line has already turned inwards.
    let inwards = if frame.metrics.wide { 0.0 } else { 4.0 };
    let line = if tab.bottom { rect.bottom() - inwards } else { rect.y + inwards };
    Rect::new(tab.x, line - TAB / 2.0, tab.width, TAB)
}

/// All regions with a place, from the largest to the smallest, with their tabs off each other, and off `marks` if
/// possible. The narrow map draws those alone that are lit.
pub fn shapes<'e>(
    edition: &'e Edition,
    placement: Option<&Placement>,
    frame: &Frame,
    marks: &[Rect],
) -> Vec<Shape<'e>> {
    let mut shapes: Vec<Shape> = Vec::new();
    let cells = |shape: &Shape| shape.parts.iter().map(|(block, _)| block.cells(frame.size)).sum::<usize>();
    for shape in edition.kinds.iter().filter_map(|kind| shape(edition, placement, frame, kind)) {
        insert_ordered(&mut shapes, shape, |a, b| cells(b).cmp(&cells(a)));
    }
    nest(&mut shapes, frame);
    let mut tabs: Vec<Rect> = Vec::new();
    // The smallest region has the least room for its tab.
    for index in (0..shapes.len()).rev() {
        let Some(shape) = shapes.get(index) else { continue };
        let tab = tab(frame, shape, holds_top(&shapes, index), &tabs, marks);
        tabs.push(tab_rect(frame, shape.rect(frame, 0), &tab));
        if let Some(shape) = shapes.get_mut(index) {
            shape.tab = tab;
        }
    }
    shapes
}

fn shape<'e>(edition: &'e Edition, placement: Option<&Placement>, frame: &Frame, kind: &'e Kind) -> Option<Shape<'e>> {
    let size = frame.size;
    let lit = placement.and_then(|placement| placement.shown(kind));
    // What fits a programme that stands elsewhere is lit on its mark, and not here.
    let lit = lit.filter(|_| !has_no_place(edition, kind, placement.map(|placement| placement.standing)));
    let blocks = match region(edition, kind) {
        Region::Cells(cells) => blocks(edition, cells),
        Region::Rim => vec![Block { rows: size.rim()..=size.rim(), columns: 0..=size.columns - 1 }],
        Region::Anywhere | Region::Outside => return None,
    };
    // Without a programme the regions are all that there is to see, by their letters on the narrow map.
    let shown = frame.metrics.wide || lit.is_some() || placement.is_none();
    let vast = blocks.iter().map(|block| block.cells(size)).sum::<usize>() > 6;
    let parts = blocks.into_iter().map(|block| (block, (0.0, 0.0))).collect::<Vec<_>>();
    let shape = Shape { kind, lit, parts, vast, tab: Tab::default() };
    (shown && !shape.parts.is_empty()).then_some(shape)
}

/// Insets every region so far that its outline coincides with none that lies around it or beside it.
fn nest(shapes: &mut [Shape], frame: &Frame) {
    let Metrics { insets, whole, flat, .. } = frame.metrics;
    let (size, grid) = (frame.size, frame.grid());
    let mut earlier: Vec<(Block, usize, usize)> = Vec::new();
    for (block, inset) in shapes.iter_mut().flat_map(|shape| &mut shape.parts) {
        if *block == grid && !earlier.iter().any(|(other, ..)| other == block) {
            earlier.push((block.clone(), insets.len(), insets.len()));
            *inset = *whole;
        } else if !(size.spanning..size.rows).contains(block.rows.start()) {
            *inset = (*flat, *flat);
        } else {
            let free = |shares: &dyn Fn(&Block) -> bool, level: fn(&(Block, usize, usize)) -> usize| {
                let taken = |at: &usize| earlier.iter().any(|other| shares(&other.0) && level(other) == *at);
                (0..insets.len()).find(|at| !taken(at)).unwrap_or(insets.len() - 1)
            };
            let x = free(&|other| share_side(other, block), |other| other.1);
            let y = free(&|other| share_top(other, block), |other| other.2);
            *inset = (insets.get(x).map_or(0.0, |inset| inset.0), insets.get(y).map_or(0.0, |inset| inset.1));
            earlier.push((block.clone(), x, y));
        }
    }
}

/// Whether two blocks end at the same line on the left or the right, along some of the same rows.
fn share_side(a: &Block, b: &Block) -> bool {
    let same = a.columns.start() == b.columns.start() || a.columns.end() == b.columns.end();
    same && a.rows.start() <= b.rows.end() && b.rows.start() <= a.rows.end()
}

/// Whether two blocks end at the same line at the top or the bottom, along some of the same columns.
fn share_top(a: &Block, b: &Block) -> bool {
    let same = a.rows.start() == b.rows.start() || a.rows.end() == b.rows.end();
    same && a.columns.start() <= b.columns.end() && b.columns.start() <= a.columns.end()
}

/// Whether the top of a region is also that of a smaller one, whose tab needs the room there.
fn holds_top(shapes: &[Shape], index: usize) -> bool {
    let first = |shape: &Shape| shape.parts.first().map(|(block, _)| block.clone());
    let Some(block) = shapes.get(index).and_then(first) else { return false };
    let mut smaller = shapes.iter().skip(index + 1).filter_map(first);
    smaller.any(|other| other.rows.start() == block.rows.start() && share_top(&other, &block))
}

/// The first place along the outline where a tab is clear of everything else. Marks can make room for it, other tabs
/// cannot: where these leave none, the letter stands without the name.
fn tab(frame: &Frame, shape: &Shape, bottom_first: bool, tabs: &[Rect], marks: &[Rect]) -> Tab {
    let rect = shape.rect(frame, 0);
    let named = TAB + 12.0 + text::width(&shape.kind.short, TAB_TEXT, true);
    let sizes: &[(f64, bool)] = if frame.metrics.wide { &[(named, true), (TAB, false)] } else { &[(TAB, false)] };
    let all = sizes.iter().flat_map(|(width, named)| {
        let places = [bottom_first, !bottom_first]
            .into_iter()
            .flat_map(|bottom| places(frame, shape, rect, *width).into_iter().map(move |x| (bottom, x)));
        places.map(|(bottom, x)| Tab { bottom, x, width: *width, named: *named })
    });
    let all: Vec<Tab> = all.collect();
    let off = |tab: &Tab, others: &[Rect]| {
        let tab = tab_rect(frame, rect, tab).inset(-2.0, -1.0);
        !others.iter().any(|other| other.meets(tab))
    };
    let worded = |tab: &&Tab| tab.named == frame.metrics.wide;
    let best = all.iter().filter(worded).find(|tab| off(tab, tabs) && off(tab, marks));
    best.or_else(|| all.iter().find(|tab| off(tab, tabs))).or(all.first()).cloned().unwrap_or_default()
}

/// Left edges for a tab along a side of its outline, the usual one first.
fn places(frame: &Frame, shape: &Shape, rect: Rect, width: f64) -> Vec<f64> {
    let metrics = frame.metrics;
    let flat = shape.is_flat(frame.size);
    let beside: f64 = if metrics.wide { 20.0 } else { -6.0 };
    let beside = if flat && !metrics.wide { 10.0 } else { beside };
    let beside = beside.min((rect.w - width) / 2.0);
    let mut places = vec![rect.x + beside, rect.middle().x - width / 2.0, rect.right() - beside - width];
    if flat || metrics.wide {
        // Between columns, where no mark stands.
        let step = metrics.grid.1 / frame.size.columns as f64;
        let gaps = (1..frame.size.columns).map(|gap| metrics.grid.0 + step * gap as f64);
        places.extend(
            gaps.filter(|gap| rect.x + beside < gap - width / 2.0 && gap + width / 2.0 < rect.right())
                .map(|gap| gap - width / 2.0),
        );
    } else {
        places.remove(1);
    }
    // A tab wider than its region grows to the right, away from the line of the region around it.
    let least = if flat || !metrics.wide { 1.0 } else { rect.x - 6.0 };
    places.into_iter().map(|x| x.max(least).min(metrics.width - width - 1.0)).collect()
}

/// The middle of the letter in a tab.
pub fn letter(tab: Rect) -> Point {
    Point::new(tab.x + TAB / 2.0, tab.y + TAB / 2.0)
}
