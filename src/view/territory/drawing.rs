//! The drawing of a laid out map, as SVG.

use super::explain::{self, Pointing};
use super::frame::{Frame, Metrics};
use super::geometry::{Point, Rect, number, outline};
use super::layout::{self, DOCKED, Map, Mark, Yours};
use super::regions::{Shape, TAB, letter};
use super::{ground, tag};
use crate::app::Item;
use crate::edition::{Edition, Kind, Phrase};
use crate::flow::replay;
use crate::place::{Match, Placement};
use crate::view::Scene;
use crate::view::kinds::hue;
use crate::view::mark::{self, Drawing};
use yew::{Classes, Html, classes, html};

/// Radius of what takes the pointer for a numbered landmark: a target of 24 pixels.
const HIT: f64 = 12.0;

/// One of the two maps. With a scene, its items answer to pointing; without, it is a picture and nothing more.
pub(in crate::view) fn picture(
    edition: &Edition,
    scene: Option<&Scene>,
    placement: Option<&Placement>,
    metrics: &'static Metrics,
    name: String,
) -> Html {
    let map = layout::map(edition, placement, metrics);
    let pointing = scene.map(|scene| Pointing::new(scene, &map));
    let role = if scene.is_some() { "group" } else { "img" };
    sheet(&map.frame, role, name, parts(edition, pointing.as_ref(), placement, &map))
}

/// A map without a programme, as a picture that answers to nothing.
pub(in crate::view) fn still(edition: &Edition, map: &Map, name: String) -> Html {
    sheet(&map.frame, "img", name, parts(edition, None, None, map))
}

/// What is on a map, as a picture with a name.
pub(in crate::view) fn sheet(frame: &Frame, role: &'static str, name: String, parts: Html) -> Html {
    let size = format!("0 0 {} {}", number(frame.metrics.width), number(frame.height));
    html! { <svg class={class(frame.metrics)} viewBox={size} role={role} aria-label={name}>{ parts }</svg> }
}

/// The class of whatever holds the parts of a map.
pub fn class(metrics: &Metrics) -> Classes {
    classes!("pm-map", if metrics.wide { "is-wide" } else { "is-narrow" })
}

/// What is on a map, from bottom to top; only its items are read out, where they answer to pointing.
pub(in crate::view) fn parts(
    edition: &Edition,
    pointing: Option<&Pointing>,
    placement: Option<&Placement>,
    map: &Map,
) -> Html {
    let metrics = map.frame.metrics;
    let unlit = map.shapes.iter().filter(|shape| shape.lit.is_none());
    let lit = map.shapes.iter().filter(|shape| shape.lit.is_some());
    let (mute, name) = (pointing.map(|_| "true"), edition.words[Phrase::ExplainItems].text());
    html! {
        <>
            <g aria-hidden={mute}>
                { ground::patterns(metrics) }
                { ground::ground(map) }
                { for unlit.chain(lit).map(|shape| region(&map.frame, pointing, shape)) }
                // The smallest region lies uppermost for the pointer, lit or not.
                { for pointing.into_iter().flat_map(|pointing| surfaces(map, pointing)) }
                // Below names and landmarks, so that no line and no hatching crosses a word or a number.
                { for map.bands.iter().map(|area| band(metrics, *area)) }
                { for map.stems.iter().map(|(from, to)| line("pm-stem", *from, *to)) }
                { for map.labels.iter().map(ground::label) }
            </g>
            <g role={pointing.map(|_| "toolbar")} aria-label={pointing.map(|_| name.to_owned())}>
                { for landmarks(edition, pointing, map) }
                { for map.shapes.iter().map(|shape| tab(edition, pointing, &map.frame, shape)) }
                <g aria-hidden={mute}>{ for placement.map(|placement| yours(edition, placement, map)) }</g>
                { for docks(edition, pointing, map) }
            </g>
            <g aria-hidden={mute}>{ for map.tag.iter().map(pill) }</g>
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

/// The outline of a kind, with its wash where it is lit.
pub(in crate::view) fn region(frame: &Frame, pointing: Option<&Pointing>, shape: &Shape) -> Html {
    let metrics = frame.metrics;
    let on_rim = shape.parts.iter().any(|(block, _)| *block.rows.start() == frame.size.rim());
    // The rim has a line of its own, until its kind fits.
    if on_rim && shape.lit.is_none() {
        return Html::default();
    }
    let part = |part: usize| {
        let path = around(frame, shape, part);
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
    let explained = pointing.is_some_and(|pointing| pointing.explains(shape.kind));
    let state = [state(shape.lit), shape.vast.then_some("is-vast"), explained.then_some("is-explained")];
    let class = classes!("pm-region", hue(shape.kind), state.into_iter().flatten().collect::<Classes>());
    html! { <g class={class} data-kind={shape.kind.id.clone()}>{ for (0..shape.parts.len()).map(part) }</g> }
}

/// The outline of a part of a region.
fn around(frame: &Frame, shape: &Shape, part: usize) -> String {
    let bow = if shape.is_flat(frame.size) { 0.0 } else { 2.5 };
    outline(shape.rect(frame, part), frame.metrics.corner, bow)
}

fn surfaces(map: &Map, pointing: &Pointing) -> Vec<Html> {
    let parts = map.shapes.iter().flat_map(|shape| (0..shape.parts.len()).map(move |part| (shape, part)));
    parts.map(|(shape, part)| pointing.surface(shape.kind, around(&map.frame, shape, part))).collect()
}

/// The tab on an outline.
pub(in crate::view) fn tab(edition: &Edition, pointing: Option<&Pointing>, frame: &Frame, shape: &Shape) -> Html {
    let rect = shape.tab_rect(frame);
    let at = letter(rect);
    let name = shape.tab.named.then(|| (Point::new(rect.x + TAB + 2.0, at.y + 4.2), shape.kind.short.clone()));
    let body = html! {
        <g class={classes!("pm-tab", hue(shape.kind), state(shape.lit))} data-kind={shape.kind.id.clone()}>
            { plate("tab-box", rect, TAB / 2.0) }
            <text class="tab-letter" x={number(at.x)} y={number(at.y + 4.3)} text-anchor="middle">{ for shape.kind.letter }</text>
            // Drawn, the space is nothing; without it the two would be one word to whatever reads the text.
            if let Some((at, name)) = name { { " " }<text class="tab-name" x={number(at.x)} y={number(at.y)}>{ name }</text> }
        </g>
    };
    kind_item(edition, pointing, shape.kind, true, rect.inset(-3.0, -3.0), body)
}

/// A drawing of a kind, which answers to pointing if the map does.
fn kind_item(edition: &Edition, pointing: Option<&Pointing>, kind: &Kind, first: bool, hit: Rect, body: Html) -> Html {
    let index = edition.kinds.iter().position(|one| one.id == kind.id);
    match pointing.zip(index) {
        Some((pointing, index)) => {
            let letter = kind.letter.map_or_else(String::new, String::from);
            // The words that are drawn, for whoever says them to the computer (WCAG 2.5.3); the explanation has the whole name.
            let name = edition.words[Phrase::ItemKind].fill(&[("letter", &letter), ("kind", &kind.short)]);
            pointing.item(Item::Kind(index), name, first, explain::hit(hit, hit.h / 2.0), body)
        }
        None => body,
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

fn landmarks(edition: &Edition, pointing: Option<&Pointing>, map: &Map) -> Vec<Html> {
    let item = |(at, mark): (usize, &Mark)| {
        let (body, Some(pointing)) = (landmark(edition, mark), pointing) else { return landmark(edition, mark) };
        let first = !map.landmarks.iter().take(at).any(|earlier| earlier.index == mark.index);
        let name = edition.landmarks.get(mark.index).map_or("", |landmark| &landmark.name);
        let name = edition.words[Phrase::ItemLandmark].fill(&[("n", &mark.number.to_string()), ("name", name)]);
        // Small marks stand closer than a finger is wide; the list below the map serves instead.
        let radius = if mark.numbered { HIT } else { mark.radius * 2.0 };
        pointing.item(Item::Landmark(mark.index), name, first, explain::hit_mark(mark.at, radius), body)
    };
    map.landmarks.iter().enumerate().map(item).collect()
}

fn landmark(edition: &Edition, mark: &Mark) -> Html {
    let Some(landmark) = edition.landmarks.get(mark.index) else { return Html::default() };
    let shapes = Drawing::of(edition, &replay(edition, &landmark.answers)).shapes;
    let mut class: Classes = mark::landmark_classes(edition, landmark, mark.near);
    if !mark.numbered {
        class.push("is-dot");
    }
    let numeral = if mark.numbered { mark::numeral(mark.number) } else { Html::default() };
    html! {
        <g data-landmark={landmark.id.clone()}>
            { mark::mark(class, mark.at, mark.radius, &shapes, numeral) }
        </g>
    }
}

fn yours(edition: &Edition, placement: &Placement, map: &Map) -> Html {
    let drawing = Drawing::of(edition, &placement.route);
    let yours = map.yours.iter().map(|yours| {
        if yours.spot.is_none() {
            return mark::outside(yours.at, yours.radius);
        }
        mark::mark(classes!("is-you"), yours.at, yours.radius, &drawing.shapes, mark::flow(drawing.arrow, yours.radius))
    });
    yours.collect()
}

/// The letters of kinds without a place, docked on your marks.
fn docks(edition: &Edition, pointing: Option<&Pointing>, map: &Map) -> Vec<Html> {
    let docks = |(mark, yours): (usize, &Yours)| {
        let docked = yours.docks.iter().zip(&map.docked).map(|(at, (kind, lit))| {
            let body = disc(kind, Some(*lit), *at);
            let hit = Rect::around(*at, 2.0 * DOCKED + 6.0, 2.0 * DOCKED + 6.0);
            kind_item(edition, pointing, kind, mark == 0, hit, body)
        });
        docked.collect::<Html>()
    };
    map.yours.iter().enumerate().map(docks).collect()
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
