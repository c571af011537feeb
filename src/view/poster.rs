//! The picture that is saved: the map with everything that it takes to read it, on one sheet that stands alone.
//!
//! The sheet is laid out as plain values first ([`sheet::sheet`]); here it is drawn, and made a file.

pub mod block;
pub mod group;
pub mod sheet;

use super::mark::{self, Flow, mark, numeral};
use super::territory::drawing::{self, line, plate};
use super::territory::geometry::{Point, Rect, number};
use crate::app::{Overlay, State};
use crate::edition::{Answers, Edition, Shape};
use crate::link::{Name, encode};
use block::{Glyph, Line};
use group::Group;
use sheet::{Page, Sheet, sheet};
use std::rc::Rc;
use yew::{Callback, Classes, Component, Context, Html, Properties, classes, html};

/// The style of the picture, from the sheets of the page (`build/picture_style.rs`).
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/picture.css"));
/// Radius of a circle in the key.
const RADIUS: f64 = 7.2;

/// The programme on a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Its answers.
    pub answers: Answers,
    /// What the code calls it.
    pub name: Option<Name>,
    /// Whether one of the answers is only tried.
    pub tried: bool,
}

impl Subject {
    /// The programme that is shown; none where the whole map lies uppermost.
    pub fn of(edition: &Edition, state: &State) -> Option<Self> {
        if state.overlay() == Some(&Overlay::Map) {
            return None;
        }
        let tried = state.trial().is_some();
        Some(Self { answers: state.considered(edition), name: state.name_in_link().cloned(), tried })
    }
}

/// What a picture is made of.
#[derive(Clone, Properties)]
pub struct Props {
    /// The content, in the language of the picture.
    pub edition: Rc<Edition>,
    /// The programme on it; none for the map alone.
    #[prop_or_default]
    pub subject: Option<Subject>,
    /// The group on it, in place of a programme.
    #[prop_or_default]
    pub group: Option<Group>,
    /// The address that links are built on, without fragment; empty where links lead nowhere.
    #[prop_or_default]
    pub address: String,
    /// The day on which it is made, as YYYY-MM-DD; empty for a picture that is made anew with each version.
    #[prop_or_default]
    pub date: String,
    /// Called when it is drawn.
    #[prop_or_default]
    pub drawn: Callback<()>,
}

impl PartialEq for Props {
    /// A picture is drawn once, so nothing ever compares.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The picture, as SVG without its style: a style within a page could be refused by the page's policy.
pub struct Poster;

impl Component for Poster {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Props { edition, subject, group, address, date, .. } = context.props();
        match group {
            Some(group) => group::draw(edition, group, address, date),
            None => draw(edition, &sheet(edition, subject.as_ref(), address, date)),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.props().drawn.emit(());
    }
}

/// The file that a picture is saved as, from the markup of [`Poster`].
pub fn file(svg: &str) -> String {
    let svg = svg.replacen("</title>", &format!("</title><style>\n{STYLE}</style>"), 1);
    // Browsers write the namespace when they serialise an element, other renderers do not.
    let space = if svg.contains("xmlns=") { "" } else { " xmlns=\"http://www.w3.org/2000/svg\"" };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", svg.replacen("<svg", &format!("<svg{space}"), 1))
}

/// What the file is called, without its ending. A name that is part of the code could be too long for a file's.
pub fn file_name(edition: &Edition, subject: Option<&Subject>) -> String {
    let code = subject.and_then(|subject| encode(edition, &subject.answers, None));
    format!("peer-map-{}", code.unwrap_or_else(|| edition.id()))
}

fn draw(edition: &Edition, sheet: &Sheet) -> Html {
    let map = drawing::parts(edition, None, sheet.placement.as_ref(), &sheet.map);
    draw_page(edition, &sheet.page, drawing::class(sheet.map.frame.metrics), map)
}

/// A page with this map on it, which has these classes.
fn draw_page(edition: &Edition, sheet: &Page, class: Classes, map: Html) -> Html {
    let (width, height) = (number(sheet.size.0), number(sheet.size.1));
    let paper = Rect::new(0.0, 0.0, sheet.size.0, sheet.size.1);
    let margin = sheet.map_at.x;
    let (left, right) = (Point::new(margin, sheet.rule), Point::new(sheet.size.0 - margin, sheet.rule));
    html! {
        <svg class="pm-poster" lang={edition.spoken().tag.clone()} width={width.clone()} height={height.clone()} viewBox={format!("0 0 {width} {height}")} role="img">
            <title>{ sheet.title.clone() }</title>
            <desc>{ sheet.sentence.clone() }</desc>
            { plate("p-paper", paper, 0.0) }
            <g {class} transform={mark::translate(sheet.map_at)}>{ map }</g>
            { line("p-rule", left, right) }
            { for sheet.around.glyphs.iter().map(|(at, glyph)| small(*at, glyph)) }
            { for sheet.around.lines.iter().map(text) }
        </svg>
    }
}

fn text(line: &Line) -> Html {
    let weight = line.face.bold.then_some("700");
    html! {
        <text class={line.face.class} x={number(line.at.x)} y={number(line.at.y)} font-size={number(line.face.size)} font-weight={weight}>
            { line.text.clone() }
        </text>
    }
}

fn small(at: Point, glyph: &Glyph) -> Html {
    let circle = &[Shape::Circle];
    match glyph {
        Glyph::Letter(kind, lit) => html! { <g font-size="12">{ drawing::disc(kind, *lit, at) }</g> },
        Glyph::Shapes(shapes) => mark(classes!("is-key"), at, RADIUS, shapes, Html::default()),
        Glyph::Arrow(arrow) => {
            html! { <g class="pm-mark is-key" transform={mark::translate(at)}>{ mark::flow(Flow::Known(*arrow), 15.0) }</g> }
        }
        Glyph::Mark(class) => {
            let class: Classes = class.iter().copied().collect();
            let numbered = class.contains("is-landmark") || class.contains("is-group");
            let number = if numbered { numeral(9) } else { Html::default() };
            mark(class, at, RADIUS, circle, number)
        }
    }
}
