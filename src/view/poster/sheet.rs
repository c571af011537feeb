//! The sheet: everything on the picture with its place, and nothing of how it is drawn.

use super::Subject;
use super::block::{BESIDE_GLYPH, Block, Face, GLYPH, Glyph};
use crate::edition::{Edition, Kind, Phrase, Shape};
use crate::link::encode;
use crate::place::{Placement, Region, place, region};
use crate::view::about;
use crate::view::kinds::{SEPARATOR, how};
use crate::view::mark::drawn;
use crate::view::props::link;
use crate::view::result::{takeaway, unsettled};
use crate::view::territory::frame::WIDE;
use crate::view::territory::geometry::Point;
use crate::view::territory::layout::{self, Map};
use crate::view::territory::{landmark_numbers, sentence};

/// Space around everything, and width of what is within: the map, and a column beside it. On A4 and Letter it is the
/// width that decides how large the text becomes, or nearly so: names stand beside the map for that, and at their numbers.
const MARGIN: f64 = 24.0;
pub(super) const ROOM: f64 = 910.0;
/// Left edge of the column beside the map, and the width of a column.
const BESIDE: f64 = 696.0;
pub(super) const COLUMN: f64 = 214.0;
/// From one of three columns below the map to the next.
pub(super) const STEP: f64 = 228.0;
/// Width of the left part of the foot, and where the right part begins.
pub(super) const FOOT: (f64, f64) = (660.0, BESIDE);

pub(super) static KICKER: Face = Face { class: Some("p-quiet"), size: 14.0, bold: true, leading: 20.0 };
pub(super) static TAKE: Face = Face { class: Some("p-take"), size: 24.0, bold: true, leading: 30.0 };
pub(super) static SENTENCE: Face = Face { class: None, size: 14.0, bold: false, leading: 19.0 };
pub(super) static HEAD: Face = Face { class: None, size: 14.0, bold: true, leading: 20.0 };
pub(super) static BODY: Face = Face { class: None, size: 12.5, bold: false, leading: 16.0 };
pub(super) static STRONG: Face = Face { class: None, size: 12.5, bold: true, leading: 16.0 };
pub(super) static NOTE: Face = Face { class: Some("p-quiet"), size: 12.0, bold: false, leading: 15.0 };
static CODE: Face = Face { class: Some("p-code"), size: 12.5, bold: false, leading: 17.0 };

/// What a picture is besides its map.
#[derive(Debug)]
pub struct Page<'e> {
    /// What it is called: its headline.
    pub title: String,
    /// What it shows, in a sentence.
    pub sentence: String,
    /// The upper left corner of the map.
    pub map_at: Point,
    /// Everything above and below the map.
    pub around: Block<'e>,
    /// The line above the foot, by its height.
    pub rule: f64,
    /// Width and height.
    pub size: (f64, f64),
}

/// The whole picture.
#[derive(Debug)]
pub struct Sheet<'e> {
    /// All but the map.
    pub page: Page<'e>,
    /// Where the programme falls, if there is one.
    pub placement: Option<Placement<'e>>,
    /// The map.
    pub map: Map<'e>,
}

/// Lays out the picture of a programme, or of the map without one. A picture without a date says more of the edition.
pub fn sheet<'e>(edition: &'e Edition, subject: Option<&Subject>, address: &str, date: &str) -> Sheet<'e> {
    let placement = subject.map(|subject| place(edition, &subject.answers));
    let map = layout::map(edition, placement.as_ref(), &WIDE);
    let title = title(edition, placement.as_ref());
    let stands = placement.as_ref().map(|placement| sentence(edition, placement));
    let sentence = stands.unwrap_or_else(|| edition.words[Phrase::MapSentence].text().to_owned());
    let head = head(edition, subject, placement.as_ref(), [&title, &sentence]);
    let mut left = Block { height: map.frame.height, ..Block::default() };
    left.stack(key(edition, placement.is_some()), 16.0);
    let mut right = kinds(edition, placement.as_ref());
    if !edition.landmarks.is_empty() {
        right.stack(landmarks(edition, placement.as_ref()), 16.0);
    }
    let code = subject.and_then(|subject| encode(edition, &subject.answers, subject.name.as_ref()));
    let linked = code.as_ref().and_then(|code| link(address, code)).unwrap_or_else(|| address.to_owned());
    let foot = foot(edition, &[(Phrase::Code, code.unwrap_or_default()), (Phrase::Link, linked)], None, date);
    Sheet { page: page([title, sentence], head, [left, right], foot), placement, map }
}

/// The head, the map with what stands below it, what stands beside it, and the foot, on one page.
pub(super) fn page<'e>(
    [title, sentence]: [String; 2],
    mut all: Block<'e>,
    [left, right]: [Block<'e>; 2],
    foot: Block<'e>,
) -> Page<'e> {
    let top = all.height + 14.0;
    all.place(left, Point::new(0.0, top));
    all.place(right, Point::new(BESIDE, top));
    let rule = MARGIN + all.height + 12.0;
    all.stack(foot, 22.0);
    let mut around = Block::default();
    around.place(all, Point::new(MARGIN, MARGIN));
    let size = (ROOM + 2.0 * MARGIN, (around.height + MARGIN).ceil());
    Page { title, sentence, map_at: Point::new(MARGIN, MARGIN + top), around, rule, size }
}

fn title(edition: &Edition, placement: Option<&Placement>) -> String {
    let Some(placement) = placement else { return edition.words[Phrase::MapTitle].text().to_owned() };
    let (phrase, names) = takeaway(placement);
    edition.words[phrase].fill(&names.iter().map(|(slot, name)| (*slot, name.as_str())).collect::<Vec<_>>())
}

fn head<'e>(
    edition: &Edition,
    subject: Option<&Subject>,
    placement: Option<&Placement>,
    [title, stands]: [&str; 2],
) -> Block<'e> {
    let words = &edition.words;
    let mut kicker = words[Phrase::Title].text().to_owned();
    let name = subject.and_then(|subject| subject.name.as_ref()).map(|name| name.as_str());
    let tried = subject.is_some_and(|subject| subject.tried).then(|| words[Phrase::TrialKicker].text());
    for part in name.into_iter().chain(tried) {
        kicker = kicker + SEPARATOR + part;
    }
    let mut head = Block::text(&KICKER, &kicker, ROOM);
    // Serifs of the display face may be wider than the estimate.
    head.write(&TAKE, title, 0.0, ROOM - 40.0);
    head.height += 4.0;
    let depends = placement.and_then(|placement| unsettled(edition, placement));
    if let Some(questions) = depends {
        head.write(&SENTENCE, &words[Phrase::DependsOn].fill(&[("questions", &questions)]), 0.0, ROOM);
    }
    head.write(&SENTENCE, stands, 0.0, ROOM);
    head
}

/// The kinds with their letters. Those that fit are told in words, since print may have no colour; one without a letter
/// is shown where it fits.
fn kinds<'e>(edition: &'e Edition, placement: Option<&Placement>) -> Block<'e> {
    let words = &edition.words;
    let lit = |kind: &Kind| placement?.shown(kind);
    let item = |kind: &'e Kind| {
        let fits = placement.and_then(|placement| placement.matches(kind)).map(how);
        let anywhere = (region(edition, kind) == Region::Anywhere).then_some(Phrase::AnywhereOnMap);
        let face = if fits.is_some() { &STRONG } else { &BODY };
        let mut item = Block::item(Glyph::Letter(kind, lit(kind)), face, &kind.name, COLUMN);
        // Whoever stands outside is a fact, and no match.
        let notes = fits.filter(|_| !kind.certain).into_iter().chain(anywhere.filter(|_| kind.letter.is_some()));
        item.height = item.lines.len() as f64 * face.leading + 2.5;
        for note in notes {
            item.write(&NOTE, words[note].text(), BESIDE_GLYPH, COLUMN - BESIDE_GLYPH);
        }
        item.height = item.height.max(2.0 * GLYPH);
        item
    };
    let shown = edition.kinds.iter().filter(|kind| kind.letter.is_some() || lit(kind).is_some());
    list(words[Phrase::KindsTitle].text(), shown.map(item), 4.0)
}

pub(super) fn list<'e>(title: &str, items: impl Iterator<Item = Block<'e>>, gap: f64) -> Block<'e> {
    let mut list = Block::text(&HEAD, title, COLUMN);
    list.height += 4.0;
    for item in items {
        list.stack(item, gap);
    }
    list
}

/// How to read the map, in three columns: places and marks, shapes, arrows. Without a programme no mark is filled, and
/// none has an arrow.
fn key<'e>(edition: &Edition, yours: bool) -> Block<'e> {
    let words = &edition.words;
    let territory = &edition.territory;
    let item = |glyph: Glyph<'e>, text: &str| Block::item(glyph, &BODY, text, COLUMN);
    let marks: [(bool, &'static [&'static str], Phrase); 4] = [
        (yours, &["is-you"], Phrase::KeyFilled),
        (!edition.landmarks.is_empty(), &["is-landmark"], Phrase::KeyNumbered),
        (yours && !edition.landmarks.is_empty(), &["is-landmark", "is-near"], Phrase::KeyBold),
        (!edition.landmarks.is_empty(), &["is-landmark", "is-inferred"], Phrase::KeyDashed),
    ];
    let mut places = Block::text(&BODY, words[Phrase::KeyPosition].text(), COLUMN);
    for (_, class, phrase) in marks.into_iter().filter(|(shown, ..)| *shown) {
        places.stack(item(Glyph::Mark(class), words[phrase].text()), 3.0);
    }
    if !edition.landmarks.is_empty() {
        places.height += 3.0;
        places.write(&NOTE, words[Phrase::KeyTwice].text(), 0.0, COLUMN);
    }
    let mut shapes = Block::text(&BODY, words[Phrase::KeyShape].text(), COLUMN);
    for (glyph, name) in shape_items(edition) {
        shapes.stack(item(glyph, &name), 3.0);
    }
    let mut arrows = Block::default();
    if yours {
        arrows.write(&BODY, words[Phrase::KeyArrow].text(), 0.0, COLUMN);
        for (choice, arrow) in drawn(edition.question(territory.arrow), &territory.arrows) {
            arrows.stack(item(Glyph::Arrow(arrow), &choice.short), 3.0);
        }
    }
    let mut key = Block::text(&HEAD, words[Phrase::KeyTitle].text(), ROOM);
    let top = key.height + 4.0;
    for (column, block) in [places, shapes, arrows].into_iter().enumerate() {
        key.place(block, Point::new(STEP * column as f64, top));
    }
    key
}

/// Every shape, then the lowest below the uppermost.
pub(super) fn shape_items<'e>(edition: &Edition) -> Vec<(Glyph<'e>, String)> {
    let territory = &edition.territory;
    let drawn = drawn(edition.question(territory.shape), &territory.shapes);
    let lowest = drawn.iter().min_by_key(|(_, shape)| *shape);
    let uppermost = drawn.iter().max_by_key(|(_, shape)| *shape);
    let layered = lowest.zip(uppermost).filter(|(lower, upper)| lower.1 < upper.1).map(|(lower, upper)| {
        let names = [("a", upper.0.short.as_str()), ("b", lower.0.short.as_str())];
        (vec![lower.1, upper.1], edition.words[Phrase::Plus].fill(&names))
    });
    let single = drawn.iter().map(|(choice, shape)| (vec![*shape], choice.short.clone()));
    let items: Vec<(Vec<Shape>, String)> = single.chain(layered).collect();
    items.into_iter().map(|(shapes, name)| (Glyph::Shapes(shapes), name)).collect()
}

/// The landmarks by name: on the map they are numbers.
fn landmarks<'e>(edition: &Edition, placement: Option<&Placement>) -> Block<'e> {
    let item = |(index, number): (usize, usize)| {
        let landmark = edition.landmarks.get(index)?;
        let near = placement.is_some_and(|placement| placement.is_near(landmark));
        let face = if near { &STRONG } else { &BODY };
        Some(numbered(face, number, &landmark.name))
    };
    let title = edition.words[Phrase::LandmarksTitle].fill(&[("n", &edition.landmarks.len().to_string())]);
    list(&title, landmark_numbers(edition).into_iter().filter_map(item), 2.0)
}

/// When it was made and of which edition, and where it opens, each way by what it is called, or why none is there; beside
/// it, whose words these are.
pub(super) fn foot<'e>(edition: &Edition, ways: &[(Phrase, String)], none: Option<Phrase>, date: &str) -> Block<'e> {
    let words = &edition.words;
    let made = match date {
        "" => about::edition_sentence(edition),
        date => words[Phrase::PosterMade].fill(&[("date", date), ("edition", &edition.id())]),
    };
    let mut foot = Block::text(&BODY, &made, FOOT.0);
    let label = |phrase: Phrase| words[Phrase::Colon].fill(&[("label", words[phrase].text())]);
    let rows: Vec<(String, &String)> = ways.iter().map(|(phrase, value)| (label(*phrase), value)).collect();
    let left = rows.iter().fold(0.0, |most: f64, (label, _)| most.max(BODY.width(label))) + 6.0;
    for (label, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        let mut row = Block::text(&CODE, value, FOOT.0 - left);
        for line in &mut row.lines {
            line.at.x = left;
        }
        row.place(Block::text(&BODY, label, left), Point::new(0.0, 0.5));
        foot.stack(row, 0.0);
    }
    if let Some(none) = none {
        foot.write(&BODY, words[none].text(), 0.0, FOOT.0);
    }
    foot.place(Block::text(&NOTE, words[Phrase::PosterOurs].text(), ROOM - FOOT.1), Point::new(FOOT.1, 0.0));
    foot
}

/// A line with its number in front of it.
pub(super) fn numbered<'e>(face: &'static Face, number: usize, words: &str) -> Block<'e> {
    let mut item = Block::default();
    item.write(face, words, 22.0, COLUMN - 22.0);
    let height = item.height;
    let number = number.to_string();
    let mut count = Block::default();
    count.write(&STRONG, &number, 15.0 - STRONG.width(&number), 22.0);
    item.place(count, Point::default());
    Block { height, ..item }
}
