//! The drawing of a laid out map, as SVG.

use super::frame::Metrics;
use super::geometry::{Point, Rect, number, outline};
use super::layout::{self, DOCKED, Map, Mark};
use super::regions::{Shape, TAB, letter};
use super::{ground, tag};
use crate::edition::{Edition, Kind};
use crate::flow::replay;
use crate::place::{Match, Placement};
use crate::view::mark::{self, Drawing};
use yew::{Classes, Html, classes, html};

/// One of the two maps.
pub fn picture(edition: &Edition, placement: Option<&Placement>, metrics: &'static Metrics, name: String) -> Html {
    let map = layout::map(edition, placement, metrics);
    let size = format!("0 0 {} {}", number(metrics.width), number(map.frame.height));
    html! {
        <svg class={class(metrics)} viewBox={size} role="img" aria-label={name}>{ parts(edition, placement, &map) }</svg>
    }
}

/// The class of whatever holds the parts of a map.
pub fn class(metrics: &Metrics) -> Classes {
    classes!("pm-map", if metrics.wide { "is-wide" } else { "is-narrow" })
}

/// What is on a map, from bottom to top.
pub fn parts(edition: &Edition, placement: Option<&Placement>, map: &Map) -> Html {
    let metrics = map.frame.metrics;
    let unlit = map.shapes.iter().filter(|shape| shape.lit.is_none());
    let lit = map.shapes.iter().filter(|shape| shape.lit.is_some());
    html! {
        <>
            { ground::patterns(metrics) }
            { ground::ground(map) }
            { for unlit.chain(lit).map(|shape| region(map, shape)) }
            // Below names and landmarks, so that no line and no hatching crosses a word or a number.
            { for map.bands.iter().map(|area| band(metrics, *area)) }
            { for map.stems.iter().map(|(from, to)| line("pm-stem", *from, *to)) }
            { for map.labels.iter().map(ground::label) }
            { for map.landmarks.iter().map(|mark| landmark(edition, mark)) }
            { for map.shapes.iter().map(|shape| tab(map, shape)) }
            { for placement.map(|placement| yours(edition, placement, map)) }
            { for map.tag.iter().map(pill) }
        </>
    }
}

pub fn line(class: &'static str, from: Point, to: Point) -> Html {
    let path = format!("M{} {}L{} {}", number(from.x), number(from.y), number(to.x), number(to.y));
    html! { <path class={class} d={path} /> }
}

/// The name of a pattern in one of the two maps. Several widgets on a page draw the same patterns under these names, so
/// it does not matter whose is used.
pub(super) fn pattern(metrics: &Metrics, of: impl std::fmt::Display) -> String {
    format!("pm-{}-{of}", if metrics.wide { "w" } else { "n" })
}

pub(super) fn state(lit: Option<Match>) -> Option<&'static str> {
    lit.map(|lit| match lit {
        Match::Full => "is-full",
        Match::Possible => "is-possible",
        Match::Nearest => "is-nearest",
    })
}

fn region(map: &Map, shape: &Shape) -> Html {
    let metrics = map.frame.metrics;
    let flat = shape.is_flat(map.frame.size);
    let on_rim = shape.parts.iter().any(|(block, _)| *block.rows.start() == map.frame.size.rim());
    // The rim has a line of its own, until its kind fits.
    if on_rim && shape.lit.is_none() {
        return Html::default();
    }
    let bow = if flat { 0.0 } else { 2.5 };
    let part = |part: usize| {
        let path = outline(shape.rect(&map.frame, part), metrics.corner, bow);
        let hatch = format!("url(#{})", pattern(metrics, shape.kind.hue));
        html! {
            <>
                if shape.lit.is_some_and(|lit| lit != Match::Nearest) {
                    <path class="r-wash" d={path.clone()} />
                    <path class="r-hatch" d={path.clone()} fill={hatch} />
                }
                <path class="r-line" d={path} />
            </>
        }
    };
    let class = classes!("pm-region", hue(shape), state(shape.lit), shape.vast.then_some("is-vast"));
    html! { <g class={class} data-kind={shape.kind.id.clone()}>{ for (0..shape.parts.len()).map(part) }</g> }
}

fn hue(shape: &Shape) -> String {
    format!("hue-{}", shape.kind.hue)
}

fn tab(map: &Map, shape: &Shape) -> Html {
    let rect = shape.tab_rect(&map.frame);
    let at = letter(rect);
    let name = shape.tab.named.then(|| (Point::new(rect.x + TAB + 2.0, at.y + 4.2), shape.kind.short.clone()));
    html! {
        <g class={classes!("pm-tab", hue(shape), state(shape.lit))} data-kind={shape.kind.id.clone()}>
            { plate("tab-box", rect, TAB / 2.0) }
            <text class="tab-letter" x={number(at.x)} y={number(at.y + 4.3)} text-anchor="middle">{ for shape.kind.letter }</text>
            if let Some((at, name)) = name { <text class="tab-name" x={number(at.x)} y={number(at.y)}>{ name }</text> }
        </g>
    }
}

pub fn plate(class: &'static str, rect: Rect, radius: f64) -> Html {
    let Rect { x, y, w, h } = rect;
    html! { <rect class={class} x={number(x)} y={number(y)} width={number(w)} height={number(h)} rx={number(radius)} /> }
}

fn band(metrics: &Metrics, rect: Rect) -> Html {
    let path = outline(rect, if metrics.wide { 22.0 } else { 16.0 }, 0.0);
    html! {
        <g class="pm-band">
            <path class="pm-area" d={path.clone()} />
            <path d={path.clone()} fill={format!("url(#{})", pattern(metrics, "you"))} />
            <path class="pm-area-line" d={path} />
        </g>
    }
}

fn landmark(edition: &Edition, mark: &Mark) -> Html {
    let Some(landmark) = edition.landmarks.get(mark.index) else { return Html::default() };
    let shapes = Drawing::of(edition, &replay(edition, &landmark.answers)).shapes;
    let mut class: Classes = mark::landmark_classes(edition, landmark, mark.near);
    if mark.number.is_none() {
        class.push("is-dot");
    }
    html! {
        <g data-landmark={landmark.id.clone()}>
            { mark::mark(class, mark.at, mark.radius, &shapes, mark.number.map(mark::numeral).unwrap_or_default()) }
        </g>
    }
}

fn yours(edition: &Edition, placement: &Placement, map: &Map) -> Html {
    let drawing = Drawing::of(edition, &placement.route);
    let yours = map.yours.iter().map(|yours| {
        if yours.spot.is_none() {
            return mark::outside(yours.at, yours.radius);
        }
        let docked = yours.docks.iter().zip(&map.docked).map(|(at, (kind, lit))| disc(kind, Some(*lit), *at));
        html! {
            <>
                { mark::mark(classes!("is-you"), yours.at, yours.radius, &drawing.shapes, mark::flow(drawing.arrow, yours.radius)) }
                { for docked }
            </>
        }
    });
    yours.collect()
}

/// The letter of a kind by itself; a kind without one has a cross, as its mark beside the map.
pub fn disc(kind: &Kind, lit: Option<Match>, at: Point) -> Html {
    html! {
        <g class={classes!("pm-tab", format!("hue-{}", kind.hue), state(lit))} data-kind={kind.id.clone()} transform={mark::translate(at)}>
            <circle class="tab-box" r={number(DOCKED)} />
            <text class="tab-letter" y="4.3" text-anchor="middle">{ kind.letter.unwrap_or('×') }</text>
        </g>
    }
}

fn pill(tag: &tag::Tag) -> Html {
    let line = |(index, line): (usize, &String)| {
        let at = tag.baseline(index);
        html! { <text x={number(at.x)} y={number(at.y)} text-anchor="middle">{ line.clone() }</text> }
    };
    html! {
        <g class="pm-pill">
            { plate("pm-plate", tag.rect, 4.0) }
            { for tag.lines.iter().enumerate().map(line) }
        </g>
    }
}
