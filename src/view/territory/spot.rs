//! Blocks of spots, and the spots of landmarks, before anything has a size.

pub use crate::place::{Size, Spot, spots};

use crate::edition::{Axis, Digit, Edition, Landmark, insert_ordered};
use crate::flow::replay;
use crate::place::{Cell, Extent, Standing, standing};
use std::ops::RangeInclusive;

/// A rectangle of neighbouring boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its rows.
    pub rows: RangeInclusive<usize>,
    /// Its columns; all of them for rows without columns.
    pub columns: RangeInclusive<usize>,
}

impl Block {
    /// How many cells it covers. Rows without columns count as one each.
    pub fn cells(&self, size: Size) -> usize {
        let columns = if *self.rows.start() < size.spanning { 1 } else { self.columns.clone().count() };
        self.rows.clone().count() * columns
    }
}

/// The cells as few rectangles: runs along rows, joined downwards where they are the same.
pub fn blocks(edition: &Edition, cells: impl IntoIterator<Item = Cell>) -> Vec<Block> {
    let (territory, size) = (&edition.territory, Size::of(edition));
    let place = |axis: &Axis, digit: Digit| axis.steps.iter().position(|step| step.digit == digit);
    let row = |digit: Digit| place(&territory.rows, digit);
    let column = |digit: Digit| place(&territory.columns, digit);
    let all = 0..=size.columns.saturating_sub(1);
    let mut runs: Vec<Block> = Vec::new();
    for cell in cells {
        let (row, columns) = match cell {
            Cell::Spanning(digit) => (row(digit), Some(all.clone())),
            Cell::At(of, digit) => (row(of), column(digit).map(|column| column..=column)),
            Cell::Rim(digit) => (Some(size.rim()), column(digit).map(|column| column..=column)),
        };
        if let (Some(row), Some(columns)) = (row, columns) {
            add(&mut runs, row, columns);
        }
    }
    join(runs, size)
}

/// Lengthens a run of the row, or begins one. Cells come in the order of reading.
fn add(runs: &mut Vec<Block>, row: usize, columns: RangeInclusive<usize>) {
    match runs.last_mut() {
        Some(run) if *run.rows.start() == row && run.columns.end() + 1 == *columns.start() => {
            run.columns = *run.columns.start()..=*columns.end();
        }
        _ => runs.push(Block { rows: row..=row, columns }),
    }
}

fn join(runs: Vec<Block>, size: Size) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for run in runs {
        let row = *run.rows.start();
        // A row without columns stands apart from the grid.
        let above = blocks
            .iter_mut()
            .find(|block| block.columns == run.columns && block.rows.end() + 1 == row && row != size.spanning);
        match above {
            Some(block) => block.rows = *block.rows.start()..=row,
            None => blocks.push(run),
        }
    }
    blocks
}

/// Where a programme may be, when its answers leave an area open; nothing when they name its boxes.
pub fn areas(edition: &Edition, standing: Standing) -> Vec<Block> {
    let open = match standing {
        Standing::Outside => false,
        Standing::Rim { columns } => columns == Extent::Unknown,
        Standing::Grid { rows, columns } => rows == Extent::Unknown || columns == Extent::Unknown,
    };
    if !open {
        return Vec::new();
    }
    let points = match standing {
        // Rows without columns are points even if the columns are not known.
        Standing::Grid { rows: Extent::Known(_), .. } => spots(edition, standing),
        _ => Vec::new(),
    };
    let size = Size::of(edition);
    let mut blocks = blocks(edition, standing.cells(edition));
    blocks.retain(|block| {
        !points.contains(&Spot { row: *block.rows.start(), column: 0 }) || *block.rows.start() >= size.spanning
    });
    blocks
}

/// A landmark and the boxes that it stands in.
pub struct Placed {
    /// Its place among the edition's landmarks.
    pub index: usize,
    /// Its number on the map, from 1.
    pub number: usize,
    /// Its boxes.
    pub spots: Vec<Spot>,
}

/// The boxes that a landmark stands in; none outside.
pub fn of_landmark(edition: &Edition, landmark: &Landmark) -> Vec<Spot> {
    spots(edition, standing(edition, &replay(edition, &landmark.answers)))
}

/// The landmarks in the order of reading the map, which is what their numbers follow. Those that stand outside come
/// last and have no box.
pub fn placed(edition: &Edition) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    for (index, landmark) in edition.landmarks.iter().enumerate() {
        let spots = of_landmark(edition, landmark);
        let key = |landmark: &Placed| (landmark.spots.is_empty(), landmark.spots.first().copied());
        insert_ordered(&mut placed, Placed { index, number: 0, spots }, |a, b| key(a).cmp(&key(b)));
    }
    for (place, landmark) in placed.iter_mut().enumerate() {
        landmark.number = place + 1;
    }
    placed
}
