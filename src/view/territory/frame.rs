//! The frame: how large the map is, and where each of its boxes lies.

use super::geometry::Rect;
use super::spot::{Block, Size, Spot};

/// Sizes of one of the two maps, in its units.
#[derive(Debug)]
pub struct Metrics {
    /// Width of the map.
    pub width: f64,
    /// Left edge of the grid, and its width.
    pub grid: (f64, f64),
    /// Left edge of the margin beside the grid, and its width.
    pub aside: (f64, f64),
    /// Top of the first row, when no head needs more than its usual lines.
    pub top: f64,
    /// Least height of a row without columns, and the gap below the last of them.
    pub spanning: (f64, f64),
    /// Least height of a row of the grid, and the gap below it.
    pub row: (f64, f64),
    /// Gap below the grid.
    pub grid_foot: f64,
    /// Least height of the margin below the grid, and the gap below it.
    pub below: (f64, f64),
    /// Least height of the rim, and the space below it.
    pub rim: (f64, f64),
    /// How far regions are inset at the sides and at the top and bottom, by how deep they are nested.
    pub insets: [(f64, f64); 4],
    /// The inset of a region over the whole grid; it may lie outside the cells.
    pub whole: (f64, f64),
    /// The inset of a region over a row without columns.
    pub flat: f64,
    /// Radius of the corners of regions.
    pub corner: f64,
    /// Radius of your mark in a cell, and elsewhere.
    pub own: (f64, f64),
    /// Least distance of your mark, or a row of landmarks, from the sides of its box.
    pub padding: f64,
    /// Whether every region is named and every landmark numbered.
    pub wide: bool,
}

/// The map for containers from 45 em.
pub static WIDE: Metrics = Metrics {
    width: 672.0,
    grid: (98.0, 500.0),
    aside: (611.0, 54.0),
    top: 66.0,
    spanning: (66.0, 18.0),
    row: (128.0, 0.0),
    grid_foot: 22.0,
    below: (48.0, 20.0),
    rim: (52.0, 10.0),
    insets: [(7.0, 9.0), (13.5, 22.0), (20.0, 35.0), (26.5, 48.0)],
    whole: (-5.0, -5.0),
    flat: 6.0,
    corner: 26.0,
    own: (15.0, 15.0),
    padding: 14.0,
    wide: true,
};

/// The map for narrower containers. At 320 px one unit is one pixel.
pub static NARROW: Metrics = Metrics {
    width: 288.0,
    grid: (0.0, 256.0),
    aside: (261.0, 27.0),
    top: 60.0,
    spanning: (36.0, 32.0),
    row: (72.0, 22.0),
    grid_foot: 26.0,
    below: (32.0, 26.0),
    rim: (36.0, 4.0),
    insets: [(5.0, 6.0), (8.0, 10.0), (11.0, 14.0), (14.0, 18.0)],
    whole: (2.0, 3.0),
    flat: 2.0,
    corner: 18.0,
    own: (12.5, 8.6),
    padding: 2.0,
    wide: false,
};

/// The boxes of a map.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its measures.
    pub metrics: &'static Metrics,
    /// How many rows and columns.
    pub size: Size,
    /// Top and height of every row, then of the margin below, then of the rim.
    pub rows: Vec<(f64, f64)>,
    /// Height of the map.
    pub height: f64,
}

impl Frame {
    /// The frame whose rows are at least as high as `needed`, with `extra` room for heads.
    pub fn new(metrics: &'static Metrics, size: Size, extra: f64, needed: impl Fn(usize) -> f64) -> Self {
        let mut top = metrics.top + extra;
        let mut rows = Vec::with_capacity(size.rim() + 1);
        for row in 0..=size.rim() {
            let (least, gap) = match row {
                _ if row == size.rim() => metrics.rim,
                _ if row == size.rows => metrics.below,
                _ if row < size.spanning => metrics.spanning,
                _ => metrics.row,
            };
            let gap = if row + 1 == size.rows { metrics.grid_foot } else { gap };
            let height = least.max(needed(row));
            rows.push((top, height));
            top += height + gap;
        }
        Self { metrics, size, rows, height: top }
    }

    fn row(&self, row: usize) -> (f64, f64) {
        self.rows.get(row).copied().unwrap_or_default()
    }

    /// The box of a spot.
    pub fn rect(&self, spot: Spot) -> Rect {
        if spot.column == self.size.columns {
            let ((y, h), (x, w)) = (self.row(spot.row), self.metrics.aside);
            return Rect::new(x, y, w, h);
        }
        if spot.column == self.size.no_column() {
            let columns = self.size.columns / 2..=self.size.columns / 2;
            let right = self.block(&Block { rows: spot.row..=spot.row, columns });
            return Rect::new(right.x - right.w / 2.0, right.y, right.w, right.h);
        }
        let columns = if spot.row < self.size.spanning { 0..=self.size.columns - 1 } else { spot.column..=spot.column };
        self.block(&Block { rows: spot.row..=spot.row, columns })
    }

    /// The rectangle of a block of boxes.
    pub fn block(&self, block: &Block) -> Rect {
        let (left, width) = self.metrics.grid;
        let step = width / self.size.columns as f64;
        let (first, last) = (self.row(*block.rows.start()), self.row(*block.rows.end()));
        let columns = block.columns.clone().count();
        Rect::new(
            left + step * *block.columns.start() as f64,
            first.0,
            step * columns as f64,
            last.0 + last.1 - first.0,
        )
    }

    /// The rectangle of the whole grid, without the rows that have no columns.
    pub fn grid(&self) -> Block {
        Block { rows: self.size.spanning..=self.size.rows - 1, columns: 0..=self.size.columns - 1 }
    }

    /// Whether a spot is a cell of the grid, and neither a margin nor a row of its own.
    pub fn is_cell(&self, spot: Spot) -> bool {
        spot.column < self.size.columns && (self.size.spanning..self.size.rows).contains(&spot.row)
    }

    /// Whether a spot stands in the margin beside the grid.
    pub fn is_aside(&self, spot: Spot) -> bool {
        spot.column == self.size.columns
    }
}
