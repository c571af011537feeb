//! Labels: the names of rows and columns, and the triangles that point at yours.

use super::frame::{Frame, Metrics};
use super::geometry::{Point, Rect};
use super::plan::Plan;
use super::spot::{Size, Spot};
use super::text;
use crate::edition::{Axis, AxisStep, Digit, Edition, Phrase};

/// A line or several of text.
#[derive(Clone, Debug)]
pub struct Label {
    /// What it is: `t-axis`, `t-head`, `t-note`, with states.
    pub class: String,
    /// Where its first line is anchored, at the baseline.
    pub at: Point,
    /// Which part of the line the anchor is: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// The lines.
    pub lines: Vec<String>,
    /// Between baselines.
    pub leading: f64,
    /// About the room that it takes.
    pub room: Rect,
}

/// Size of the text of heads, and from one of its lines to the next.
pub const HEAD: f64 = 12.5;
pub const LEADING: f64 = 14.0;
const NARROW_LEADING: f64 = 12.5;
/// Baseline of the last line of a column's head, from the top of the map.
const HEAD_FOOT: f64 = 46.0;

/// A label of these lines, which takes about the room of heads.
pub fn label(class: &str, at: Point, anchor: &'static str, lines: Vec<String>, leading: f64) -> Label {
    let width = lines.iter().fold(0.0, |most: f64, line| most.max(text::width(line, HEAD, true)));
    let left = match anchor {
        "middle" => at.x - width / 2.0,
        "end" => at.x - width,
        _ => at.x,
    };
    let height = leading * (lines.len() as f64 - 1.0) + 12.0;
    Label { class: class.to_owned(), at, anchor, leading, room: Rect::new(left, at.y - 9.5, width, height), lines }
}

/// Heads of columns, and how much room they need beyond the usual two lines.
pub struct Heads {
    columns: Vec<Vec<String>>,
    /// The further room.
    pub extra: f64,
}

/// Breaks the heads of columns, the margin's last. They are broken as if they were bold, so that a lit head looks the
/// same.
pub fn heads(edition: &Edition, metrics: &Metrics, size: Size) -> Heads {
    let axis = &edition.territory.columns;
    let step = metrics.grid.1 / size.columns as f64;
    if !metrics.wide {
        return narrow_heads(axis, step);
    }
    let mut columns: Vec<Vec<String>> =
        axis.steps.iter().map(|at| text::lines(short(edition, axis, at.digit), HEAD, true, step - 8.0)).collect();
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let aside = text::lines(short(edition, axis, Digit::UNSURE), HEAD, true, metrics.aside.1 + 20.0);
    // The name of the axis stands above the columns, and not above the margin.
    let lines = tallest.max(aside.len().saturating_sub(1)).max(2) - 2;
    columns.push(aside);
    Heads { columns, extra: LEADING * lines as f64 }
}

/// Heads of the narrow map, from the short words of the axis. Where these are too wide to stand side by side, every
/// other head stands higher.
fn narrow_heads(axis: &Axis, step: f64) -> Heads {
    let lines = |at: &AxisStep| text::lines(&at.narrow, HEAD, true, step - 2.0);
    let mut columns: Vec<Vec<String>> = axis.steps.iter().map(lines).collect();
    let wide = columns.iter().flatten().any(|line| text::width(line, HEAD, true) > step);
    let most = columns.iter().map(Vec::len).max().unwrap_or(0);
    columns.push(vec!["?".to_owned()]);
    Heads { columns, extra: if wide { NARROW_LEADING * most as f64 } else { 0.0 } }
}

fn short<'e>(edition: &'e Edition, axis: &Axis, digit: Digit) -> &'e str {
    edition.question(axis.question).choice(digit).map_or("", |choice| &choice.short)
}

/// All labels, with your rows and columns lit.
pub fn labels(plan: &Plan, frame: &Frame) -> Vec<Label> {
    let Plan { edition, heads, yours, .. } = plan;
    let beside = plan.flat_rows();
    let mut labels = axis_names(edition, frame, heads);
    for (column, lines) in heads.columns.iter().enumerate() {
        labels.push(column_head(frame, heads, column, lines, on_column(frame.size, yours, column)));
    }
    for row in 0..=frame.size.rim() {
        labels.push(row_head(edition, frame, row, yours.iter().any(|spot| spot.row == row)));
    }
    for row in 0..frame.size.spanning {
        labels.push(note(edition, frame, row, beside.contains(&row)));
    }
    labels
}

/// The words over a row without columns, which tell why it has none.
fn note(edition: &Edition, frame: &Frame, row: usize, beside: bool) -> Label {
    let rect = frame.rect(Spot { row, column: 0 });
    let words = vec![edition.words[Phrase::NobodyRuns].text().to_owned()];
    let aside = if frame.metrics.wide { 18.0 } else { 8.0 };
    let (x, anchor) =
        if frame.metrics.wide || beside { (rect.right() - aside, "end") } else { (rect.middle().x, "middle") };
    label("t-note", Point::new(x, rect.middle().y + 4.5), anchor, words, LEADING)
}

fn on_column(size: Size, yours: &[Spot], column: usize) -> bool {
    yours.iter().any(|spot| spot.column == column && spot.row >= size.spanning)
}

fn axis_names(edition: &Edition, frame: &Frame, heads: &Heads) -> Vec<Label> {
    let (metrics, territory) = (frame.metrics, &edition.territory);
    let across = format!("{} →", edition.question(territory.columns.question).short);
    let mut names = vec![label("t-axis", Point::new(metrics.grid.0, 11.0), "start", vec![across], LEADING)];
    if metrics.wide {
        let down = format!("{} ↓", edition.question(territory.rows.question).short);
        let lines = text::lines(&down, 12.0, false, metrics.grid.0 + 6.0);
        let y = HEAD_FOOT + heads.extra - LEADING * (lines.len() as f64 - 1.0);
        names.push(label("t-axis", Point::new(0.0, y), "start", lines, LEADING));
    }
    names
}

fn column_head(frame: &Frame, heads: &Heads, column: usize, lines: &[String], on: bool) -> Label {
    let metrics = frame.metrics;
    let aside = column == frame.size.columns;
    let step = metrics.grid.1 / frame.size.columns as f64;
    let middle =
        if aside { metrics.aside.0 + metrics.aside.1 / 2.0 } else { metrics.grid.0 + step * (column as f64 + 0.5) };
    // The margin's head may be wider than the margin, as far as the map goes.
    let wide = text::width(lines.iter().max_by_key(|line| line.len()).map_or("", |line| line), HEAD, true);
    let middle = middle.min(metrics.width - wide / 2.0);
    let above = lines.len() as f64 - 1.0;
    let raised = if column % 2 == 1 { 0.0 } else { heads.extra };
    let (leading, y) = if metrics.wide {
        (LEADING, HEAD_FOOT + heads.extra - LEADING * above)
    } else {
        (NARROW_LEADING, 33.0 + raised - 6.5 * above)
    };
    label(&class("t-head", aside, on), Point::new(middle, y), "middle", lines.to_vec(), leading)
}

fn row_head(edition: &Edition, frame: &Frame, row: usize, on: bool) -> Label {
    let (metrics, size) = (frame.metrics, frame.size);
    let axis = &edition.territory.rows;
    let name = match axis.steps.get(row) {
        Some(step) => short(edition, axis, step.digit),
        None if row == size.rows => short(edition, axis, Digit::UNSURE),
        None => edition.words[Phrase::Rim].text(),
    };
    let rect = frame.rect(Spot { row, column: 0 });
    let class = class(if metrics.wide { "t-head" } else { "t-head t-row" }, row >= size.rows, on);
    if !metrics.wide {
        return label(&class, Point::new(8.0, rect.y - 7.0), "start", vec![name.to_owned()], LEADING);
    }
    let lines = text::lines(name, HEAD, true, metrics.grid.0 - 18.0);
    let y = rect.middle().y + 4.4 - LEADING / 2.0 * (lines.len() as f64 - 1.0);
    label(&class, Point::new(0.0, y), "start", lines, LEADING)
}

fn class(of: &str, unsure: bool, on: bool) -> String {
    format!("{of}{}{}", if unsure { " is-unsure" } else { "" }, if on { " is-on" } else { "" })
}

/// Where triangles point: the tips, downwards at your columns and to the right at your rows.
pub fn pointers(plan: &Plan, frame: &Frame) -> (Vec<Point>, Vec<Point>) {
    let Plan { heads, yours, .. } = plan;
    if !frame.metrics.wide {
        return (Vec::new(), Vec::new());
    }
    let columns = (0..=frame.size.columns).filter(|column| on_column(frame.size, yours, *column));
    let across = columns.map(|column| {
        let rect = frame.rect(Spot { row: frame.size.spanning, column });
        Point::new(rect.middle().x, HEAD_FOOT + heads.extra + 15.0)
    });
    let rows = (0..=frame.size.rim()).filter(|row| yours.iter().any(|spot| spot.row == *row));
    let down = rows.map(|row| Point::new(frame.metrics.grid.0 - 9.0, frame.rect(Spot { row, column: 0 }).middle().y));
    (across.collect(), down.collect())
}
