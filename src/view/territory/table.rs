//! The territory as a table: the same places, kinds and programmes as in the picture, line by line.

use super::spot::{Block, Placed, Size, Spot, areas, blocks, placed, spots};
use crate::edition::{Axis, Digit, Edition, Kind, Phrase};
use crate::place::{Placement, Region, Standing, region};
use crate::view::kinds::{SEPARATOR, label};
use crate::view::prose::say;
use crate::view::table;
use yew::{Html, html};

/// What its columns are called.
const COLUMNS: [Phrase; 3] = [Phrase::TablePlace, Phrase::TableKinds, Phrase::TableProgrammes];

/// A place on the map, and what is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'e> {
    /// Where; none for what stands clear of the map.
    pub spot: Option<Spot>,
    /// The place in words: what the role is, then who runs it.
    pub place: String,
    /// The kinds whose regions lie over it.
    pub kinds: Vec<&'e Kind>,
    /// The landmarks that stand there: the place of each among the edition's landmarks, and its number.
    pub landmarks: Vec<(usize, usize)>,
    /// Whether the programme stands there.
    pub yours: Presence,
}

/// How far a programme stands in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Its mark does.
    Here,
    /// It may: the place lies in the area that its answers leave open.
    Perhaps,
    /// Not there.
    Away,
}

/// The places of the map in the order of reading, without those in which nothing is.
pub fn lines<'e>(edition: &'e Edition, placement: Option<&Placement>) -> Vec<Line<'e>> {
    let size = Size::of(edition);
    let (landmarks, covers) = (placed(edition), covers(edition, size));
    let standing = placement.map(|placement| placement.standing);
    let here = standing.map_or_else(Vec::new, |standing| spots(edition, standing));
    let perhaps = standing.map_or_else(Vec::new, |standing| areas(edition, standing));
    let yours = |spot: Spot| match (here.contains(&spot), holds(&perhaps, spot)) {
        (true, _) => Presence::Here,
        (false, true) => Presence::Perhaps,
        (false, false) => Presence::Away,
    };
    let columns = |row: usize| if row < size.spanning { 0..=0 } else { 0..=size.no_column() };
    let boxes = (0..=size.rim()).flat_map(|row| columns(row).map(move |column| Spot { row, column }));
    let line = |spot: Spot| Line {
        spot: Some(spot),
        place: place_name(edition, size, spot),
        kinds: covers.iter().filter(|(_, blocks)| holds(blocks, spot)).map(|(kind, _)| *kind).collect(),
        landmarks: numbers(&landmarks, |placed| placed.spots.contains(&spot)),
        yours: yours(spot),
    };
    let mut lines: Vec<Line> = boxes.map(line).filter(|line| !line.is_empty()).collect();
    let clear = Line {
        spot: None,
        place: edition.words[Phrase::TableClear].text().to_owned(),
        kinds: edition.kinds.iter().filter(|kind| region(edition, kind) == Region::Outside).collect(),
        landmarks: numbers(&landmarks, |placed| placed.spots.is_empty()),
        yours: if standing == Some(Standing::Outside) { Presence::Here } else { Presence::Away },
    };
    if clear.yours == Presence::Here || !clear.landmarks.is_empty() {
        lines.push(clear);
    }
    lines
}

impl Line<'_> {
    fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.landmarks.is_empty() && self.yours == Presence::Away
    }
}

fn numbers(landmarks: &[Placed], there: impl Fn(&Placed) -> bool) -> Vec<(usize, usize)> {
    landmarks.iter().filter(|placed| there(placed)).map(|placed| (placed.index, placed.number)).collect()
}

/// The words of a box: the row, then the column where there is one.
pub(in crate::view) fn place_name(edition: &Edition, size: Size, spot: Spot) -> String {
    let territory = &edition.territory;
    let short = |axis: &Axis, step: usize| {
        let question = edition.question(axis.question);
        let words = |digit: Digit| question.choice(digit).map_or_else(String::new, |choice| choice.short.clone());
        match axis.steps.get(step) {
            Some(step) => words(step.digit),
            // Of two questions, it must be said which one is open.
            None => format!("{} {}", label(edition, &question.short), words(Digit::UNSURE)),
        }
    };
    let row = if spot.row == size.rim() {
        edition.words[Phrase::Rim].text().to_owned()
    } else {
        short(&territory.rows, spot.row)
    };
    let column = if spot.row < size.spanning || spot.column == size.no_column() {
        edition.words[Phrase::NobodyRuns].text().to_owned()
    } else {
        short(&territory.columns, spot.column)
    };
    format!("{row}{SEPARATOR}{column}")
}

/// The kinds that have a place, each with the blocks that its region covers.
fn covers(edition: &Edition, size: Size) -> Vec<(&Kind, Vec<Block>)> {
    let of = |kind: &Kind| match region(edition, kind) {
        Region::Cells(cells) => blocks(edition, cells),
        Region::Rim => vec![Block { rows: size.rim()..=size.rim(), columns: 0..=size.columns.saturating_sub(1) }],
        Region::Anywhere | Region::Outside => Vec::new(),
    };
    edition.kinds.iter().map(|kind| (kind, of(kind))).collect()
}

fn holds(blocks: &[Block], spot: Spot) -> bool {
    blocks.iter().any(|block| block.rows.contains(&spot.row) && block.columns.contains(&spot.column))
}

/// The table, folded on screens and open on paper.
pub(super) fn table(edition: &Edition, placement: Option<&Placement>) -> Html {
    let columns = COLUMNS.map(|phrase| edition.words[phrase].text());
    let rows = lines(edition, placement).iter().map(|line| row(edition, line)).collect();
    let table = table::table(None, Some(say(edition, Phrase::TableNote)), &columns, table::body(rows));
    table::folded(edition, Phrase::TableTitle, "territory", table)
}

fn row(edition: &Edition, line: &Line) -> Html {
    let kind = |kind: &&Kind| match kind.letter {
        Some(letter) => edition.words[Phrase::ItemKind].fill(&[("letter", &letter.to_string()), ("kind", &kind.name)]),
        None => kind.name.clone(),
    };
    let [_, kinds, programmes] = COLUMNS.map(|phrase| edition.words[phrase].text());
    let there = line.kinds.iter().map(|one| kind(one).into()).collect();
    html! {
        <tr role="row" data-yours={(line.yours != Presence::Away).then_some("true")}>
            { table::head(line.place.clone().into()) }
            { table::cell(edition, kinds, listed(edition, there)) }
            { table::cell(edition, programmes, listed(edition, self::programmes(edition, line))) }
        </tr>
    }
}

/// The programme first, in the words of its tag on the map; then the landmarks by number.
fn programmes(edition: &Edition, line: &Line) -> Vec<Html> {
    let yours = match line.yours {
        Presence::Here => Some(Phrase::YourProgramme),
        Presence::Perhaps => Some(Phrase::SomewhereHere),
        Presence::Away => None,
    };
    let yours = yours.map(|phrase| html! { <b class="is-yours">{ say(edition, phrase) }</b> });
    let landmark = |(index, number): &(usize, usize)| {
        let name = edition.landmarks.get(*index).map_or("", |landmark| &landmark.name);
        edition.words[Phrase::ItemLandmark].fill(&[("n", &number.to_string()), ("name", name)]).into()
    };
    yours.into_iter().chain(line.landmarks.iter().map(landmark)).collect()
}

fn listed(edition: &Edition, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return html! { <span class="pm-quiet">{ say(edition, Phrase::TableEmpty) }</span> };
    }
    html! { <ul>{ for items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul> }
}
