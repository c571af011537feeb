//! Which regions of the territory can meet, read off the edition's own cells.

#![allow(dead_code, reason = "each test file uses its part")]

use peer_map::edition::{Axis, Digit, Edition, Kind};
use peer_map::place::{Cell, Region, region};

/// A kind with cells, each as its row and its column from 0; a row without columns and the rim touch no cell, for a gap
/// lies between.
pub struct Placed<'e> {
    pub kind: &'e Kind,
    cells: Vec<Cell>,
    grid: Vec<(usize, usize)>,
}

/// The kinds that have a region.
pub fn placed(edition: &Edition) -> Vec<Placed<'_>> {
    let place = |axis: &Axis, digit: Digit| axis.steps.iter().position(|step| step.digit == digit).unwrap();
    let at = |cell: &Cell| match cell {
        Cell::At(row, column) => {
            Some((place(&edition.territory.rows, *row), place(&edition.territory.columns, *column)))
        }
        Cell::Spanning(_) | Cell::Rim(_) => None,
    };
    let placed = edition.kinds.iter().filter_map(|kind| match region(edition, kind) {
        Region::Cells(cells) => Some(Placed { kind, grid: cells.iter().filter_map(at).collect(), cells }),
        Region::Rim | Region::Anywhere | Region::Outside => None,
    });
    placed.collect()
}

impl Placed<'_> {
    /// Whether the two regions have a cell in common: one is drawn over the other.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.cells.iter().any(|cell| other.cells.contains(cell))
    }

    /// Along how many sides of cells the two regions lie next to each other.
    pub fn border(&self, other: &Self) -> usize {
        let apart = |a: &(usize, usize), b: &(usize, usize)| a.0.abs_diff(b.0) + a.1.abs_diff(b.1);
        self.grid.iter().map(|a| other.grid.iter().filter(|b| apart(a, b) == 1).count()).sum()
    }
}

/// Every two regions that overlap or touch, with the length of their border if they only touch.
pub fn meetings<'p, 'e>(placed: &'p [Placed<'e>]) -> Vec<(&'p Placed<'e>, &'p Placed<'e>, Option<usize>)> {
    let mut meetings = Vec::new();
    for (index, a) in placed.iter().enumerate() {
        for b in &placed[index + 1..] {
            let border = a.border(b);
            if a.overlaps(b) {
                meetings.push((a, b, None));
            } else if border > 0 {
                meetings.push((a, b, Some(border)));
            }
        }
    }
    meetings
}
