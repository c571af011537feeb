//! The wall poster: the whole map on one sheet of A3, for stickers in a workshop.
//!
//! What stands on the map is drawn by the widget; the heads of rows and columns are drawn here, since they are to be read
//! from three metres: the small letters are 5 mm high. Nothing on it needs a script.

use crate::address::Site;
use crate::in_languages::{file, navigation};
use crate::markup::markup;
use crate::plain_page::{self, PlainPage};
use crate::words::{PosterWords, WorksheetWords};
use crate::worksheet;
use peer_map::edition::{Axis, Digit, Edition, Kind, Phrase};
use peer_map::place::{Region, region};
use peer_map::view::poster;
use peer_map::view::still;
use peer_map::view::territory::frame::{Frame, Metrics, WIDE};
use peer_map::view::territory::geometry::{Point, number};
use peer_map::view::territory::layout;
use peer_map::view::territory::spot::Spot;
use peer_map::view::territory::text;
use yew::{Html, html};

/// The name of the pages, without language and ending.
pub const NAME: &str = "poster";
/// The style sheet of the poster.
pub const STYLES: &str = "poster.css";

const STYLE: &str = include_str!("wall_poster.css");

/// The map for the wall. On A3, 900 units are 400 mm: each cell takes a few stickers, and the heads have their room.
static WALL: Metrics = Metrics {
    width: 900.0,
    grid: (176.0, 628.0),
    aside: (820.0, 80.0),
    top: 118.0,
    spanning: (58.0, 14.0),
    row: (70.0, 0.0),
    grid_foot: 18.0,
    below: (44.0, 14.0),
    rim: (44.0, 4.0),
    ..WIDE
};

/// Size of the text of heads, in units: 9 mm on paper.
const HEAD: f64 = 22.0;
const LEADING: f64 = 23.5;
/// Size of the names of the axes, and of the margins, which are no heads.
const SMALL: f64 = 16.0;
const SMALL_LEADING: f64 = 18.0;

/// The style of the poster: its own, then that of the drawing.
#[must_use]
pub fn style() -> String {
    format!("{STYLE}{}", poster::STYLE)
}

/// The poster in one language.
pub struct WallPoster<'a> {
    site: &'a Site,
    /// Without landmarks: their places are for stickers.
    edition: Edition,
    shared: &'a WorksheetWords,
    words: &'a PosterWords,
}

impl<'a> WallPoster<'a> {
    /// The poster of an edition, in its language.
    #[must_use]
    pub fn new(site: &'a Site, edition: &Edition, shared: &'a WorksheetWords, words: &'a PosterWords) -> Self {
        let edition = Edition { landmarks: Vec::new(), ..edition.clone() };
        Self { site, edition, shared, words }
    }

    /// The name of the file within the site.
    #[must_use]
    pub fn file(&self) -> String {
        file(NAME, "html", &self.edition)
    }

    /// The whole file.
    pub async fn html(&self) -> String {
        let tag = self.edition.spoken().tag.clone();
        let (title, about) = (self.words.title.text(), self.words.intro.text());
        let head = plain_page::head(self.site, &self.edition, &PlainPage { name: NAME, styles: STYLES, title, about });
        let body = html! {
            <body>
                { navigation(NAME, &self.edition, self.said(Phrase::Language)) }
                <header class="other">
                    <span>{ self.words.print.text().to_owned() }</span>{ " " }
                    <a href={file(worksheet::NAME, "html", &self.edition)}>{ self.words.worksheet.text().to_owned() }</a>
                </header>
                <main>{ self.heading() }{ self.map() }{ self.foot() }</main>
            </body>
        };
        let page = markup(html! { <html lang={tag}>{ head }{ body }</html> }).await;
        format!("<!doctype html>\n{page}\n")
    }

    fn heading(&self) -> Html {
        html! {
            <header>
                <h1>{ self.shared.heading.text().to_owned() }</h1>
                <p>{ self.words.intro.text().to_owned() }</p>
            </header>
        }
    }

    fn foot(&self) -> Html {
        let edition = &self.edition;
        let kinds = edition.kinds.iter().filter(|kind| region(edition, kind) == Region::Anywhere);
        let item = |kind: &Kind| html! { <li><b>{ for kind.letter }</b>{ " " }{ kind.name.clone() }</li> };
        let labelled = |label: &str| edition.words[Phrase::Colon].fill(&[("label", label)]);
        let href = format!("{}?lang={}", self.site.told("", ""), edition.spoken().tag);
        html! {
            <footer>
                <p class="anywhere">{ labelled(self.shared.anywhere.text()) }</p>
                <ul class="anywhere">{ for kinds.map(item) }</ul>
                <p class="address">
                    <span>{ labelled(self.shared.address.text()) }</span>
                    if let Some(address) = &self.site.address {
                        <a href={href}>{ address.to_string() }</a>
                    } else {
                        <a href={href}>{ self.said(Phrase::Title).to_owned() }</a><span class="line" aria-hidden="true"></span>
                    }
                </p>
                <p>{ self.said(Phrase::PosterOurs).to_owned() }</p>
                { still::this_edition(edition) }
            </footer>
        }
    }

    // ---- The map. ----

    fn map(&self) -> Html {
        let map = layout::map(&self.edition, None, &WALL);
        let size = format!("0 0 {} {}", number(WALL.width), number(map.frame.height));
        let name = self.words.picture.text().to_owned();
        html! {
            <div class="map" tabindex="0" role="group" aria-label={name.clone()}>
                <svg class="pm-map is-wide" viewBox={size} role="img" aria-label={name}>
                    { still::map_parts(&self.edition, &map) }
                    { self.columns(&map.frame) }
                    { self.rows(&map.frame) }
                </svg>
            </div>
        }
    }

    fn columns(&self, frame: &Frame) -> Html {
        let axis = &self.edition.territory.columns;
        let top = frame.rows.first().map_or(WALL.top, |(top, _)| *top);
        let name = format!("{} →", self.edition.question(axis.question).short);
        let step = WALL.grid.1 / frame.size.columns as f64;
        let head = |(column, digit): (usize, Digit)| {
            let lines = text::lines(&self.short(axis, digit), HEAD, true, step - 12.0);
            let y = top - 14.0 - LEADING * (lines.len() as f64 - 1.0);
            let x = WALL.grid.0 + step * (column as f64 + 0.5);
            written("w-head", Point::new(x, y), "middle", &lines, LEADING)
        };
        let unsure = text::lines(&self.short(axis, Digit::UNSURE), SMALL, false, WALL.aside.1 + 4.0);
        let at = Point::new(WALL.width, top - 14.0 - SMALL_LEADING * (unsure.len() as f64 - 1.0));
        let digits = axis.steps.iter().map(|step| step.digit).enumerate();
        html! {
            <>
                { written("w-axis", Point::new(WALL.grid.0, 16.0), "start", &[name], SMALL_LEADING) }
                { for digits.map(head) }
                { written("w-axis", at, "end", &unsure, SMALL_LEADING) }
            </>
        }
    }

    fn rows(&self, frame: &Frame) -> Html {
        let axis = &self.edition.territory.rows;
        let top = frame.rows.first().map_or(WALL.top, |(top, _)| *top);
        let room = WALL.grid.0 - 18.0;
        let name = text::lines(&format!("{} ↓", self.edition.question(axis.question).short), SMALL, false, room);
        let at = Point::new(0.0, top - 14.0 - SMALL_LEADING * (name.len() as f64 - 1.0));
        let head = |row: usize| {
            let step = axis.steps.get(row);
            let words = match step {
                Some(step) => self.short(axis, step.digit),
                None if row == frame.size.rows => self.short(axis, Digit::UNSURE),
                None => self.said(Phrase::Rim).to_owned(),
            };
            let (class, size, leading) =
                if step.is_some() { ("w-head", HEAD, LEADING) } else { ("w-axis", SMALL, SMALL_LEADING) };
            let lines = text::lines(&words, size, step.is_some(), room);
            let middle = frame.rect(Spot { row, column: 0 }).middle().y;
            let y = middle + size * 0.35 - leading / 2.0 * (lines.len() as f64 - 1.0);
            written(class, Point::new(0.0, y), "start", &lines, leading)
        };
        html! {
            <>
                { written("w-axis", at, "start", &name, SMALL_LEADING) }
                { for (0..=frame.size.rim()).map(head) }
            </>
        }
    }

    /// The short words of an option, with what it spells on the worksheet.
    fn short(&self, axis: &Axis, digit: Digit) -> String {
        let question = self.edition.question(axis.question);
        let short = question.choice(digit).map_or("", |choice| &choice.short);
        format!("{}{digit} {short}", question.letter)
    }

    fn said(&self, phrase: Phrase) -> &str {
        self.edition.words[phrase].text()
    }
}

/// Lines of text, the first of them at this point.
fn written(class: &'static str, at: Point, anchor: &'static str, lines: &[String], leading: f64) -> Html {
    let line = |(index, line): (usize, &String)| {
        let y = number(at.y + leading * index as f64);
        html! { <tspan x={number(at.x)} y={y}>{ line.clone() }</tspan> }
    };
    html! { <text class={class} text-anchor={anchor}>{ for lines.iter().enumerate().map(line) }</text> }
}
