//! The image that messages show of a page: the name in large letters, beside the map with the place of the kind lit.
//!
//! The map is the one of the screens, drawn by the same code and with the same style, without its small words: an image
//! is often shown no wider than a hand. What is left tells by outline, hatching and letter, never by colour alone.

use crate::markup::markup;
use crate::palette;
use crate::typeface::{FAMILY, Typeface};
use anyhow::{Context, Result};
use peer_map::edition::{Edition, Kind};
use peer_map::place::{Match, Region, region};
use peer_map::view::poster;
use peer_map::view::still;
use peer_map::view::territory::frame::WIDE;
use peer_map::view::territory::geometry::{Point, number};
use peer_map::view::territory::layout::{self, Map};
use peer_map::view::territory::regions;
use peer_map::view::territory::text;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::sync::Arc;
use yew::{Html, classes, html};

/// The file beside each page.
pub const FILE: &str = "preview.png";
/// Its size in pixels, which Open Graph's readers crop the least.
pub const WIDTH: u32 = 1200;
/// See [`WIDTH`].
pub const HEIGHT: u32 = 630;

/// Space around everything, and between the words and the map.
const MARGIN: f64 = 64.0;
const GAP: f64 = 48.0;
/// Width of the map, and its height.
const MAP: (f64, f64) = (500.0, HEIGHT as f64 - 2.0 * MARGIN);
/// Sizes of the name, the largest first, and the most lines that it may have.
const SIZES: [f64; 7] = [100.0, 92.0, 84.0, 76.0, 68.0, 60.0, 54.0];
const LINES: usize = 4;
/// From one baseline to the next, and the height of a line above its baseline and below, as shares of the size.
const LEADING: f64 = 1.12;
const ASCENT: f64 = 0.72;
const DESCENT: f64 = 0.25;
/// Size of the small words, and from one line of them to the next.
const SMALL: f64 = 34.0;
const LEAD: f64 = 44.0;
/// Space between the words at the head or the foot and those in the middle, and between these.
const APART: (f64, f64) = (24.0, 34.0);
/// Radius of the disc of a letter: above the name, on the map, and where there is less room.
const DISC: (f64, f64, f64) = (42.0, 32.0, 22.0);

/// What is drawn otherwise here than on the screens: no small words, and lines that are seen at a third of the size.
const STYLE: &str = "
.pm-map text, .pm-map .pm-tab { display: none }
.i-words text { font-family: 'FAMILY' }
.i-letter text { font-family: 'FAMILY' }
.pm-region.is-full .r-line { stroke-width: 6 }
.hatch { stroke-width: 2; opacity: 0.55 }
.is-many .r-hatch { fill: none }
.is-landmark .m-body > * { stroke-width: 1.5 }
.is-landmark.is-near .m-body > *, .is-landmark.is-inferred.is-near .m-body > * { stroke-width: 4 }
.is-landmark.is-inferred.is-near .m-body > * { stroke-dasharray: 5 2.5 }
";

/// What an image shows.
#[derive(Clone, Copy)]
pub struct Image<'a> {
    /// The edition, in the language of the page.
    pub edition: &'a Edition,
    /// The kind that is lit; none to light all of them.
    pub kind: Option<&'a Kind>,
    /// The words above the name.
    pub kicker: &'a str,
    /// The words in large letters.
    pub name: &'a str,
    /// The words below it, smaller.
    pub lead: &'a str,
    /// The words at the foot.
    pub foot: &'a str,
}

impl Image<'_> {
    /// The image as a file.
    ///
    /// # Errors
    ///
    /// If the font lacks a letter, or the name does not fit: both are said of the name.
    pub async fn png(&self, typeface: &Typeface) -> Result<Vec<u8>> {
        let svg = self.svg(typeface).await?;
        let options = Options { fontdb: Arc::new(typeface.database()), ..Options::default() };
        let tree = Tree::from_str(&svg, &options).context("A preview image is no SVG.")?;
        let mut pixels = Pixmap::new(WIDTH, HEIGHT).context("A preview image has no size.")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        palette::png(&pixels)
    }

    /// The image as a drawing.
    ///
    /// # Errors
    ///
    /// As [`Image::png`].
    pub async fn svg(&self, typeface: &Typeface) -> Result<String> {
        for words in [self.kicker, self.name, self.lead, self.foot] {
            typeface.check(&drawable(words))?;
        }
        let map = self.map();
        let sight = Sight::of(&map);
        let words = self.words(typeface, sight.at.x - GAP - MARGIN)?;
        let (width, height) = (WIDTH.to_string(), HEIGHT.to_string());
        let transform =
            format!("translate({} {}) scale({:.4})", number(sight.origin().x), number(sight.origin().y), sight.scale);
        let drawing = html! {
            <svg lang={self.edition.spoken().tag.clone()} width={width.clone()} height={height.clone()} viewBox={format!("0 0 {width} {height}")}>
                <title>{ self.name.to_owned() }</title>
                <style>{ STYLE.replace("FAMILY", FAMILY) }</style>
                <rect class="p-paper" width={width} height={height} />
                <g class={classes!("pm-map", "is-wide", self.kind.is_none().then_some("is-many"))} transform={transform}>{ still::map_parts(self.edition, &map) }</g>
                { letters(&map, &sight, if self.kind.is_some() { DISC.1 } else { DISC.2 }) }
                { for self.kind.filter(|kind| region(self.edition, kind) == Region::Outside).map(|kind| letter(kind, sight.clear, DISC.2)) }
                <g class="pm-poster i-words">{ words }</g>
            </svg>
        };
        Ok(poster::file(&markup(drawing).await))
    }

    /// The map, with the kind and the landmarks that fit it standing out.
    fn map(&self) -> Map<'_> {
        let mut map = layout::map(self.edition, None, &WIDE);
        match self.kind {
            Some(kind) => map.light(kind, &still::fitting(self.edition, kind, Match::Full)),
            None => self.edition.kinds.iter().for_each(|kind| map.light(kind, &[])),
        }
        map
    }

    fn words(&self, typeface: &Typeface, room: f64) -> Result<Html> {
        let small = |y: f64, text: &str| words(Some("p-quiet"), SMALL, y, text);
        let (top, bottom) = (MARGIN + SMALL + APART.0, f64::from(HEIGHT) - MARGIN - SMALL - APART.0);
        let disc = if self.kind.is_some() { 2.0 * DISC.0 + APART.1 } else { 0.0 };
        let lead = if self.lead.is_empty() { Vec::new() } else { text::lines(self.lead, SMALL, false, room) };
        let below = if lead.is_empty() { 0.0 } else { APART.1 + LEAD * lead.len() as f64 };
        let (size, lines) = self.name(typeface, room, bottom - top - disc - below)?;
        // All of it stands in the middle of what head and foot leave.
        let top = top + (bottom - top - disc - height(size, lines.len()) - below) / 2.0;
        let first = top + disc + size * ASCENT;
        let last = first + size * LEADING * (lines.len() as f64 - 1.0);
        let line = |(index, line): (f64, String)| words(None, size, first + size * LEADING * index, &line);
        let lead_line = |(index, line): (f64, String)| small(last + APART.1 + LEAD * (index + 1.0), &line);
        let counted = |lines: Vec<String>| (0..lines.len()).map(|index| index as f64).zip(lines);
        Ok(html! {
            <>
            { small(MARGIN + SMALL * ASCENT, self.kicker) }
            { for self.kind.map(|kind| letter(kind, Point::new(MARGIN + DISC.0, top + DISC.0), DISC.0)) }
            { for counted(lines).map(line) }
            { for counted(lead).map(lead_line) }
            { small(f64::from(HEIGHT) - MARGIN, self.foot) }
            </>
        })
    }

    /// The largest size at which the name fits, and its lines.
    fn name(&self, typeface: &Typeface, width: f64, most: f64) -> Result<(f64, Vec<String>)> {
        let fits = |(size, lines): &(f64, Vec<String>)| {
            let high = lines.len() <= LINES && height(*size, lines.len()) <= most;
            high && lines.iter().all(|line| typeface.width(line, *size) <= width)
        };
        let sizes = SIZES.into_iter().map(|size| (size, text::lines(self.name, size, false, width)));
        let found = sizes.into_iter().find(fits);
        found.with_context(|| format!("“{}” is too long for a preview image.", self.name))
    }
}

/// The height of lines of this size.
fn height(size: f64, lines: usize) -> f64 {
    size * (ASCENT + LEADING * (lines as f64 - 1.0) + DESCENT)
}

/// Where the map is seen, and how large. Names of rows and columns are left out, and so is their room.
struct Sight {
    /// Upper left corner of what is seen.
    at: Point,
    /// The same corner in units of the map.
    of: Point,
    scale: f64,
    /// A place clear of the map.
    clear: Point,
}

impl Sight {
    fn of(map: &Map) -> Self {
        let (frame, metrics) = (&map.frame, map.frame.metrics);
        let (first, last) =
            (frame.rows.first().copied().unwrap_or_default(), frame.rows.last().copied().unwrap_or_default());
        let (width, height) = (metrics.aside.0 + metrics.aside.1 - metrics.grid.0, last.0 + last.1 - first.0);
        let scale = (MAP.0 / width).min(MAP.1 / height);
        let at = Point::new(f64::from(WIDTH) - MARGIN - width * scale, (f64::from(HEIGHT) - height * scale) / 2.0);
        // Beside the rim, where neither cell nor margin is.
        let clear = Point::new(f64::from(WIDTH) - MARGIN - DISC.2, at.y + (last.0 + last.1 / 2.0 - first.0) * scale);
        Self { at, of: Point::new(metrics.grid.0, first.0), scale, clear }
    }

    /// Where the corner of the whole map would be.
    fn origin(&self) -> Point {
        self.point(Point::default())
    }

    /// A point of the map, as a point of the image.
    fn point(&self, point: Point) -> Point {
        Point::new(self.at.x + (point.x - self.of.x) * self.scale, self.at.y + (point.y - self.of.y) * self.scale)
    }
}

/// The letters of the kinds that are lit, each on the outline of its region, where its tab is on the screens.
fn letters(map: &Map, sight: &Sight, radius: f64) -> Html {
    let lit = map.shapes.iter().filter(|shape| shape.lit.is_some());
    lit.map(|shape| letter(shape.kind, sight.point(regions::letter(shape.tab_rect(&map.frame))), radius)).collect()
}

fn letter(kind: &Kind, at: Point, radius: f64) -> Html {
    let transform = format!("translate({} {})", number(at.x), number(at.y));
    let size = radius * 1.15;
    html! {
        <g class={format!("i-letter pm-tab is-full {}", still::hue(kind))} transform={transform}>
            <circle class="tab-box" r={number(radius)} />
            <text class="tab-letter" y={number(size * 0.345)} font-size={number(size)} text-anchor="middle">{ kind.letter.unwrap_or('×') }</text>
        </g>
    }
}

/// The words without the narrow no-break space of French, which the font does not have; the wide one stands for it.
fn drawable(words: &str) -> String {
    words.replace('\u{202f}', "\u{a0}")
}

fn words(class: Option<&'static str>, size: f64, y: f64, words: &str) -> Html {
    html! {
        <text class={class} x={number(MARGIN)} y={number(y)} font-size={number(size)} font-weight="700">{ drawable(words) }</text>
    }
}
