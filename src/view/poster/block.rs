//! Blocks: text and small drawings that are placed together.

use crate::edition::{Arrow, Kind, Shape};
use crate::place::Match;
use crate::view::territory::geometry::{Point, Rect};
use crate::view::territory::text;

/// How a line of text is set.
#[derive(Debug, PartialEq)]
pub struct Face {
    /// The class that gives it its font and colour, where these are not the usual ones.
    pub class: Option<&'static str>,
    /// Size of the letters.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// From one baseline to the next.
    pub leading: f64,
}

impl Face {
    /// The estimated width of a text. Letters of code are all equally wide.
    pub fn width(&self, words: &str) -> f64 {
        if self.class == Some("p-code") {
            return words.chars().count() as f64 * 0.62 * self.size;
        }
        text::width(words, self.size, self.bold)
    }

    /// The text in lines that fit `room`. What has no place to break, such as an address, breaks anywhere.
    fn lines(&self, words: &str, room: f64) -> Vec<String> {
        let lines = text::lines(words, self.size, self.bold, room);
        lines.iter().flat_map(|line| self.chop(line, room)).collect()
    }

    fn chop(&self, line: &str, room: f64) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for character in line.chars() {
            let full = |piece: &&mut String| self.width(&format!("{piece}{character}")) <= room || piece.is_empty();
            match pieces.last_mut().filter(full) {
                Some(piece) => piece.push(character),
                None => pieces.push(character.into()),
            }
        }
        pieces
    }
}

/// A line of text.
#[derive(Clone, Debug)]
pub struct Line {
    /// How it is set.
    pub face: &'static Face,
    /// Its left end, at the baseline.
    pub at: Point,
    /// The text.
    pub text: String,
}

impl Line {
    /// About the room that it takes.
    pub fn room(&self) -> Rect {
        let size = self.face.size;
        Rect::new(self.at.x, self.at.y - 0.9 * size, self.face.width(&self.text), 1.15 * size)
    }
}

/// A small drawing beside a text.
#[derive(Clone, Debug)]
pub enum Glyph<'e> {
    /// The letter of a kind, and how the kind fits.
    Letter(&'e Kind, Option<Match>),
    /// Shapes, the lowest first.
    Shapes(Vec<Shape>),
    /// An arrow.
    Arrow(Arrow),
    /// A circle with the classes of a mark, numbered or not.
    Mark(&'static [&'static str]),
}

/// Half the room of a glyph.
pub const GLYPH: f64 = 10.5;
/// Left edge of the text beside a glyph.
pub const BESIDE_GLYPH: f64 = 2.0 * GLYPH + 6.0;

/// Text and glyphs, placed from the upper left corner of a block of some height.
#[derive(Clone, Debug, Default)]
pub struct Block<'e> {
    /// Lines of text.
    pub lines: Vec<Line>,
    /// Glyphs, by their middles.
    pub glyphs: Vec<(Point, Glyph<'e>)>,
    /// Height.
    pub height: f64,
}

impl<'e> Block<'e> {
    /// A text in lines that fit `room`.
    pub fn text(face: &'static Face, words: &str, room: f64) -> Self {
        let mut block = Self::default();
        block.write(face, words, 0.0, room);
        block
    }

    /// A text beside a glyph.
    pub fn item(glyph: Glyph<'e>, face: &'static Face, words: &str, room: f64) -> Self {
        let mut block = Self { glyphs: vec![(Point::new(GLYPH, GLYPH), glyph)], ..Self::default() };
        // The first line stands in the middle of the glyph.
        block.height = (2.0 * GLYPH - face.leading) / 2.0;
        block.write(face, words, BESIDE_GLYPH, room - BESIDE_GLYPH);
        block.height = block.height.max(2.0 * GLYPH);
        block
    }

    /// Adds a text below what is there, from a left edge.
    pub fn write(&mut self, face: &'static Face, words: &str, left: f64, room: f64) {
        for text in face.lines(words, room) {
            let baseline = self.height + face.leading / 2.0 + 0.36 * face.size;
            self.lines.push(Line { face, at: Point::new(left, baseline), text });
            self.height += face.leading;
        }
    }

    /// Puts another block into this one, with its upper left corner at `at`.
    pub fn place(&mut self, block: Self, at: Point) {
        let moved = |point: Point| Point::new(point.x + at.x, point.y + at.y);
        self.height = self.height.max(at.y + block.height);
        self.lines.extend(block.lines.into_iter().map(|line| Line { at: moved(line.at), ..line }));
        self.glyphs.extend(block.glyphs.into_iter().map(|(point, glyph)| (moved(point), glyph)));
    }

    /// Puts another block below what is there, after a gap.
    pub fn stack(&mut self, block: Self, gap: f64) {
        let top = self.height + gap;
        self.place(block, Point::new(0.0, top));
    }
}
