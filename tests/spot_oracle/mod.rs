//! The boxes that answers put a mark in, written down a second time: from the rules in words, not from the routing.
//!
//! The row is how the role is set up (`f`), the column is who runs it (`h`), both in the order of their digits. Whoever
//! only improves care (`w7` alone) is on the rim. “Not sure”, or no answer yet, is the margin after the last row or
//! column. What just happens (`f1` alone) has no column.

use crate::edition_files::{digits, question};
use peer_map::edition::Answers;
use peer_map::view::territory::spot::Spot;

const ROWS: usize = 4;
const COLUMNS: usize = 4;
const RIM: usize = ROWS + 1;
const NO_COLUMN: usize = COLUMNS + 1;

/// The boxes, in the order of reading; none outside the map.
pub fn spots(answers: &Answers) -> Vec<Spot> {
    let chosen = |letter: char| digits(answers.get(question(letter)));
    if chosen('k') == "9" {
        return Vec::new();
    }
    let places = |letter: char, margin: usize| match chosen(letter).as_str() {
        "" | "0" => vec![margin],
        known => known.chars().map(|digit| digit as usize - '1' as usize).collect(),
    };
    let rows = if chosen('w') == "7" { vec![RIM] } else { places('f', ROWS) };
    let columns = if chosen('f') == "1" { vec![NO_COLUMN] } else { places('h', COLUMNS) };
    let mut spots = Vec::new();
    for row in rows {
        // The first row has no columns: what just happens is run by nobody.
        let columns = if row == 0 { &[0][..] } else { &columns };
        spots.extend(columns.iter().map(|column| Spot { row, column: *column }));
    }
    spots
}
