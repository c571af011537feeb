//! The ground of the map: cells, margins, rim, heads, and the patterns for hatching.

use super::drawing::{line, pattern, plate};
use super::frame::{Frame, Metrics};
use super::geometry::{Point, Rect, number};
use super::labels::Label;
use super::layout::Map;
use super::spot::{Block, Spot};
use yew::{Html, html};

/// The largest radius of the rim's corners: a high rim keeps its corners for what stands there.
const ROUND: f64 = 36.0;

/// Hatchings: one for each hue, at an angle of its own, and yours.
pub fn patterns(metrics: &Metrics) -> Html {
    let hatch = |of: String, class: String, line: &'static str, step: &'static str, angle: &'static str| {
        html! {
            <pattern id={pattern(metrics, of)} class={class} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform={format!("rotate({angle})")}>
                <path class={line} d="M0 0H8" />
            </pattern>
        }
    };
    let angles = ["45", "-45", "0", "90"].into_iter().enumerate();
    let hues =
        angles.map(|(index, angle)| hatch((index + 1).to_string(), format!("hue-{}", index + 1), "hatch", "7", angle));
    html! {
        <defs>
            { for hues }
            { hatch("you".to_owned(), String::new(), "hatch-you", "8", "60") }
        </defs>
    }
}

/// The cells, the margins and the rim, with the triangles that point at yours.
pub fn ground(map: &Map) -> Html {
    let across = map.pointers.0.iter().map(|tip| format!("M{} {}h12l-6 7z", number(tip.x - 6.0), number(tip.y - 7.0)));
    let down = map.pointers.1.iter().map(|tip| format!("M{} {}v12l7 -6z", number(tip.x - 7.0), number(tip.y - 6.0)));
    let rim = map.frame.rect(Spot { row: map.frame.size.rim(), column: map.frame.size.columns });
    let yours = map.yours.iter().filter(|yours| yours.spot.is_some()).map(|yours| yours.at);
    let mut marks = map.landmarks.iter().map(|mark| mark.at).chain(yours);
    let beside_rim = marks.any(|at| rim.meets(Rect::around(at, 1.0, 1.0)));
    html! {
        <>
            { boxes(&map.frame, beside_rim) }
            { for across.chain(down).map(|path| html! { <path class="pm-pointer" d={path} /> }) }
        </>
    }
}

/// The cells, the margins and the rim. Beside the rim there is a margin only when a mark needs it.
pub fn boxes(frame: &Frame, beside_rim: bool) -> Html {
    let radius = if frame.metrics.wide { 14.0 } else { 8.0 };
    html! {
        <>
            { for lands(frame).map(|land| self::land(frame, land)) }
            { for margins(frame, beside_rim).into_iter().map(|rect| plate("pm-margin", rect.inset(0.5, 0.5), radius)) }
            { rim(frame) }
        </>
    }
}

/// The pieces of ground: every row without columns; the grid, or its rows where names stand between them.
fn lands(frame: &Frame) -> impl Iterator<Item = Block> {
    let (size, grid) = (frame.size, frame.grid());
    let row = move |row: usize| Block { rows: row..=row, columns: 0..=size.columns - 1 };
    let whole = frame.metrics.row.1 == 0.0;
    let flats = (0..size.spanning).map(row);
    let rows = (size.spanning..size.rows).map(row).filter(move |_| !whole);
    flats.chain(whole.then_some(grid)).chain(rows)
}

fn land(frame: &Frame, land: Block) -> Html {
    let rect = frame.block(&land);
    let flat = *land.rows.start() < frame.size.spanning;
    let step = rect.w / frame.size.columns as f64;
    let columns = if flat { 0 } else { frame.size.columns };
    let upright = (1..columns).map(|column| rect.x + step * column as f64);
    let upright = upright.map(|x| line("pm-gridline", Point::new(x, rect.y), Point::new(x, rect.bottom())));
    let between = land.rows.clone().skip(1).map(|row| frame.rect(Spot { row, column: 0 }).y);
    let between = between.map(|y| line("pm-gridline", Point::new(rect.x, y), Point::new(rect.right(), y)));
    html! {
        <>
            { plate("pm-land", rect, if frame.metrics.wide { 19.0 } else { 12.0 }) }
            { for upright.chain(between) }
        </>
    }
}

/// The margins for “not sure”.
fn margins(frame: &Frame, beside_rim: bool) -> Vec<Rect> {
    let size = frame.size;
    let beside = |row: usize| frame.rect(Spot { row, column: size.columns });
    let rows = (size.spanning..size.rows).map(beside);
    let mut margins: Vec<Rect> =
        if frame.metrics.row.1 == 0.0 { rows.reduce(Rect::union).into_iter().collect() } else { rows.collect() };
    margins.push(frame.block(&Block { rows: size.rows..=size.rows, columns: 0..=size.columns - 1 }));
    margins.push(beside(size.rows));
    margins.extend(beside_rim.then(|| beside(size.rim())));
    margins
}

fn rim(frame: &Frame) -> Html {
    let row = frame.size.rim();
    let rect = frame.block(&Block { rows: row..=row, columns: 0..=frame.size.columns - 1 });
    let inner = rect.inset(4.0, 4.0);
    html! {
        <>
            { plate("pm-rim", rect.inset(0.75, 0.75), (rect.h / 2.0).min(ROUND)) }
            { plate("pm-land pm-rim-in", inner, (inner.h / 2.0).min(ROUND - 4.0)) }
        </>
    }
}

/// A label, a line below another.
pub fn label(label: &Label) -> Html {
    let line = |(index, line): (usize, &String)| {
        let y = label.at.y + label.leading * index as f64;
        html! {
            <text class={label.class.clone()} x={number(label.at.x)} y={number(y)} text-anchor={label.anchor}>{ line.clone() }</text>
        }
    };
    label.lines.iter().enumerate().map(line).collect()
}
