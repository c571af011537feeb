//! Marks: a programme as a shape, an arrow and a number. Filled is yours, hollow is theirs.

use super::territory::geometry::{Point, number};
use crate::edition::{Arrow, Choice, Digit, Edition, Landmark, Options, Question, Reply, Shape};
use crate::flow::{Route, replay};
use yew::{AttrValue, Classes, Html, classes, html};

/// Radius of a circle in a glyph of lists and keys, in units of its view box.
const GLYPH: f64 = 10.5;

/// The drawing of one programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What peers draw on, lowest shape first; empty when it is not known.
    pub shapes: Vec<Shape>,
    /// Which way the help flows.
    pub arrow: Flow,
}

/// The arrow on a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The question does not apply, or the mark has no room for an arrow.
    None,
    /// It is not known.
    Unknown,
    /// As answered.
    Known(Arrow),
}

impl Drawing {
    /// The drawing of a programme by its route.
    pub fn of(edition: &Edition, route: &Route) -> Self {
        let territory = &edition.territory;
        let flow = match route.reply(territory.arrow) {
            Reply::Skipped => Flow::None,
            Reply::Unsure | Reply::Open => Flow::Unknown,
            Reply::Given(options) => {
                options.iter().find_map(|digit| arrow(edition, digit)).map_or(Flow::None, Flow::Known)
            }
        };
        Self { shapes: shapes(edition, route.reply(territory.shape).given()), arrow: flow }
    }
}

fn arrow(edition: &Edition, digit: Digit) -> Option<Arrow> {
    edition.territory.arrows.iter().find(|(of, _)| *of == digit).map(|(_, arrow)| *arrow)
}

/// The shapes of these options, in the order of painting: the tips of lower ones show below higher ones.
fn shapes(edition: &Edition, options: Options) -> Vec<Shape> {
    let chosen =
        |shape: &Shape| edition.territory.shapes.iter().any(|(digit, of)| of == shape && options.contains(*digit));
    [Shape::Triangle, Shape::Star, Shape::Square, Shape::Circle].into_iter().filter(chosen).collect()
}

/// A mark at a point, or at the origin. `radius` is that of a circle; the other shapes have about its area.
pub(super) fn mark(class: Classes, at: Point, radius: f64, shapes: &[Shape], rest: Html) -> Html {
    let halo = class.contains("is-you") || class.contains("is-group");
    let body = if shapes.is_empty() { &[Shape::Circle] } else { shapes };
    let unknown = shapes.is_empty().then_some("is-unsure");
    let body: Html = body.iter().map(|shape| draw(*shape, radius)).collect();
    html! {
        <g class={classes!("pm-mark", class, unknown)} transform={translate(at)}>
            if halo { <g class="m-halo">{ body.clone() }</g> }
            <g class="m-body">{ body }</g>
            { rest }
        </g>
    }
}

/// The transform to a point; none at the origin.
pub(super) fn translate(at: Point) -> Option<AttrValue> {
    (at != Point::default()).then(|| format!("translate({} {})", number(at.x), number(at.y)).into())
}

fn draw(shape: Shape, radius: f64) -> Html {
    if shape == Shape::Circle {
        return html! { <circle r={number(radius)} /> };
    }
    let mut path = String::new();
    for (index, corner) in corners(shape).iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path += &format!("{} {}", number(corner.0 * radius), number(corner.1 * radius));
    }
    html! { <path d={path + "z"} /> }
}

/// The corners of a shape around the origin, for a circle of radius 1. All shapes have about the same area, so that
/// none looks more than another.
pub fn corners(shape: Shape) -> &'static [(f64, f64)] {
    match shape {
        Shape::Triangle => &[(0.0, -1.62), (1.4, 0.81), (-1.4, 0.81)],
        Shape::Square => &[(-0.92, -0.92), (0.92, -0.92), (0.92, 0.92), (-0.92, 0.92)],
        Shape::Star => {
            &[(0.0, -1.56), (0.6, -0.6), (1.56, 0.0), (0.6, 0.6), (0.0, 1.56), (-0.6, 0.6), (-1.56, 0.0), (-0.6, -0.6)]
        }
        Shape::Circle => &[],
    }
}

/// The arrow on a mark whose circle has this radius; nothing where no arrow belongs.
pub(super) fn flow(flow: Flow, radius: f64) -> Html {
    // Each line with its weight. The arrows are drawn for a radius of 15.
    let lines: &[(&str, &str)] = match flow {
        Flow::None => return Html::default(),
        Flow::Unknown => &[("a0", "M-5.1 0H5.2")],
        Flow::Known(Arrow::BothWays) => {
            &[("a2", "M-7 -3.4H6M2.6 -6.8 6.4 -3.4 2.6 0M7 3.4H-6M-2.6 0 -6.4 3.4 -2.6 6.8")]
        }
        Flow::Known(Arrow::SomeOfEach) => {
            &[("a3", "M-7.5 -2.6H6.4M2.4 -6.6 6.8 -2.6 2.4 1.4"), ("a1", "M6 5H-2.2M0 2.8 -2.4 5 0 7.2")]
        }
        Flow::Known(Arrow::OneWay) => &[("a3", "M-7.5 0H6.4M2 -4.6 6.8 0 2 4.6")],
    };
    let scale = (radius < 15.0).then(|| format!("scale({})", number(radius / 15.0)));
    html! {
        <g class="pm-arrow" transform={scale}>
            { for lines.iter().map(|(weight, line)| html! { <path class={*weight} d={*line} /> }) }
        </g>
    }
}

/// The number of a landmark, on its mark.
pub(super) fn numeral(value: usize) -> Html {
    html! { <text class="m-num" y="4.2">{ value }</text> }
}

/// The classes of a landmark's mark. Dashed is the place that the source does not state; other inferred answers are
/// said in words.
pub(super) fn landmark_classes(edition: &Edition, landmark: &Landmark, near: bool) -> Classes {
    let territory = &edition.territory;
    let placing = [territory.rows.question, territory.columns.question];
    let inferred = placing.iter().any(|question| landmark.inferred.contains(question));
    classes!("is-landmark", near.then_some("is-near"), inferred.then_some("is-inferred"))
}

/// A landmark as it stands on the map, for lists.
pub(super) fn landmark_glyph(edition: &Edition, landmark: &Landmark, number: usize, near: bool) -> Html {
    let shapes = Drawing::of(edition, &replay(edition, &landmark.answers)).shapes;
    glyph(landmark_classes(edition, landmark, near), &shapes, numeral(number))
}

/// A mark as a picture in a line of text, which says in words what it shows.
pub(super) fn glyph(class: impl Into<Classes>, shapes: &[Shape], rest: Html) -> Html {
    html! {
        <svg class="pm-glyph" viewBox="-15.5 -15.5 31 31" aria-hidden="true" focusable="false">
            { mark(class.into(), Point::default(), GLYPH, shapes, rest) }
        </svg>
    }
}

/// An arrow as a picture in a line of text.
pub(super) fn arrow_glyph(arrow: Arrow) -> Html {
    html! {
        <svg class="pm-glyph" viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
            <g class="pm-mark is-key">{ flow(Flow::Known(arrow), 15.0) }</g>
        </svg>
    }
}

/// The options that are drawn on marks, in the order in which the question shows them, each with its drawing.
pub(super) fn drawn<'e, T: Copy>(question: &'e Question, of: &[(Digit, T)]) -> Vec<(&'e Choice, T)> {
    let drawing = |choice: &'e Choice| {
        let (_, drawing) = of.iter().find(|(digit, _)| *digit == choice.digit)?;
        Some((choice, *drawing))
    };
    question.choices.iter().filter_map(drawing).collect()
}

/// The mark of a programme that the map has no place for: a ring with a cross, which no shape or arrow resembles.
pub(super) fn outside(at: Point, radius: f64) -> Html {
    let arm = number(radius * 0.4);
    html! {
        <g class="pm-mark is-you is-out" transform={translate(at)}>
            <circle class="m-body" r={number(radius)} />
            <path class="m-cross" d={format!("M-{arm} -{arm}L{arm} {arm}M{arm} -{arm}L-{arm} {arm}")} />
        </g>
    }
}
