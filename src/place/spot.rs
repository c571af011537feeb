//! Spots: the boxes of the map that a mark can stand in, as rows and columns, before anything has a size.

use super::{Extent, Standing};
use crate::edition::{Axis, Digit, Edition};

/// A box of the map: a cell, a row without columns, a margin for “not sure”, a part of the rim. The order is that of
/// reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// A row of the grid, then the margin below it, then the rim.
    pub row: usize,
    /// A column of the grid, then the margin beside it, then none: a box between columns for a programme that no column
    /// applies to. A row without columns has one box, with column 0.
    pub column: usize,
}

/// How many rows and columns there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Rows without columns, which come first.
    pub spanning: usize,
    /// All rows of the grid; also the index of the margin below it.
    pub rows: usize,
    /// All columns of the grid; also the index of the margin beside it.
    pub columns: usize,
}

impl Size {
    /// The size of an edition's territory.
    pub fn of(edition: &Edition) -> Self {
        let territory = &edition.territory;
        Self {
            spanning: territory.spanning.len(),
            rows: territory.rows.steps.len(),
            columns: territory.columns.steps.len(),
        }
    }

    /// The index among the columns of the box that belongs to none.
    pub fn no_column(self) -> usize {
        self.columns + 1
    }

    /// The index of the rim among the rows.
    pub fn rim(self) -> usize {
        self.rows + 1
    }
}

/// The boxes in which a programme's mark stands: several for several set-ups, none outside. An answer that is not known
/// puts it in a margin.
pub fn spots(edition: &Edition, standing: Standing) -> Vec<Spot> {
    let (territory, size) = (&edition.territory, Size::of(edition));
    let along = |extent: Extent, axis: &Axis, margin: usize| {
        let known = places(axis, |digit| extent.known().contains(digit));
        if known.is_empty() { vec![margin] } else { known }
    };
    let (rows, columns) = match standing {
        Standing::Outside => return Vec::new(),
        Standing::Rim { columns } => (vec![size.rim()], columns),
        Standing::Grid { rows, columns } => (along(rows, &territory.rows, size.rows), columns),
    };
    let unknown = if columns == Extent::Absent { size.no_column() } else { size.columns };
    let columns = along(columns, &territory.columns, unknown);
    let boxes = |row: usize| {
        let columns = if row < size.spanning { &[0][..] } else { &columns[..] };
        columns.iter().map(move |column| Spot { row, column: *column }).collect::<Vec<_>>()
    };
    rows.into_iter().flat_map(boxes).collect()
}

/// The places along an axis of the steps that hold.
fn places(axis: &Axis, holds: impl Fn(Digit) -> bool) -> Vec<usize> {
    let steps = axis.steps.iter().enumerate();
    steps.filter(|(_, step)| holds(step.digit)).map(|(place, _)| place).collect()
}
