//! Bands and lines: where your programme may be, and what belongs together.

use super::frame::Frame;
use super::geometry::{Point, Rect};
use super::layout::Map;
use super::spot::Block;

/// The rectangles of areas, inset so that the lines of cells show around them.
pub fn bands(frame: &Frame, areas: &[Block]) -> Vec<Rect> {
    let inset = if frame.metrics.wide { (8.0, 7.0) } else { (5.0, 5.0) };
    areas.iter().map(|area| frame.block(area).inset(inset.0, inset.1)).collect()
}

/// Lines that join your marks in the order of reading, a mark in a margin to its band, and the parts of a band.
pub fn stems(map: &Map) -> Vec<(Point, Point)> {
    let size = map.frame.size;
    let mut stems: Vec<(Point, Point)> =
        map.yours.windows(2).filter_map(|pair| Some((pair.first()?.at, pair.last()?.at))).collect();
    for yours in &map.yours {
        let Some(spot) = yours.spot else { continue };
        let (below, beside) = (spot.row == size.rows, spot.column == size.columns);
        let Point { x, y } = yours.at;
        let bands = map.bands.iter();
        let mut ends = bands.filter_map(|band| match (below, beside) {
            (true, true) => Some(Point::new(band.right() - 6.0, band.bottom() - 6.0)),
            (true, false) => Some(Point::new(x, band.bottom())),
            (false, true) => (band.y < y && y < band.bottom()).then(|| Point::new(band.right(), y)),
            (false, false) => None,
        });
        stems.extend(ends.next_back().map(|end| (yours.at, end)));
    }
    let grid = map.frame.block(&map.frame.grid());
    for pair in map.bands.windows(2) {
        // Bands along several rows have a mark each; those above and in the grid share one.
        if let [upper, lower] = pair
            && upper.bottom() < grid.y
        {
            let x = lower.middle().x;
            stems.push((Point::new(x, upper.bottom()), Point::new(x, lower.y)));
        }
    }
    stems
}
