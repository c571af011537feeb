//! Pieces of the view for pages and pictures that stand still: the markup of the screens, where nothing answers to a
//! click. The pre-renderer writes the pages of the kinds with them.

use super::mark::{arrow_glyph, drawn, glyph};
use super::territory::drawing;
use super::territory::frame::Metrics;
use super::territory::layout::{self, Map};
use super::{about, kinds, landmarks, rules, territory};
use crate::edition::{Choice, Criterion, Edition, Kind};
use crate::place::{Match, fits};
use yew::{Html, html};

/// The kind's capital in a disc, or the cross of what stands outside.
pub fn letter(kind: &Kind) -> Html {
    kinds::letter(kind, None)
}

/// The class that gives what is within the hue of the kind.
pub fn hue(kind: &Kind) -> String {
    kinds::hue(kind)
}

/// The definition of a kind in words, under headings of the third level.
pub fn definition(edition: &Edition, kind: &Kind) -> Html {
    rules::definition(edition, kind, |title| html! { <h3>{ title }</h3> })
}

/// The landmarks that fit a kind in this way, by their places in the edition.
pub fn fitting(edition: &Edition, kind: &Kind, wanted: Match) -> Vec<usize> {
    let fit = |index: &usize| {
        let landmark = edition.landmarks.get(*index);
        let found = landmark.map(|landmark| fits(edition, &landmark.answers)).unwrap_or_default();
        found.iter().any(|(one, matches)| one.id == kind.id && *matches == wanted)
    };
    (0..edition.landmarks.len()).filter(fit).collect()
}

/// These landmarks, by their places in the edition, in the order of their numbers: each with where it stands and its
/// source. Those that fit stand out as on the map.
pub fn landmarks(edition: &Edition, indexes: &[usize], fit: bool) -> Html {
    let numbers = territory::landmark_numbers(edition).into_iter();
    let items = numbers.filter(|(index, _)| indexes.contains(index));
    let items = items.filter_map(|item| landmarks::item(edition, item, fit, Html::default()));
    html! { <ol class="pm-landmarks">{ for items }</ol> }
}

/// The territory as a figure, with this kind lit and the landmarks that fit it standing out: a sentence that says where
/// the kind stands, perhaps a note, the map, the table, and how to read it.
pub fn territory(edition: &Edition, kind: &Kind, sentence: &str, note: Option<&str>) -> Html {
    territory::of_kind(edition, kind, &fitting(edition, kind, Match::Full), sentence, note)
}

/// What is on a map without a programme, to be drawn within another picture.
pub fn map_parts(edition: &Edition, map: &Map) -> Html {
    drawing::parts(edition, None, None, map)
}

/// The map without a programme, as a picture of this name that answers to nothing.
pub fn picture(edition: &Edition, metrics: &'static Metrics, name: String) -> Html {
    drawing::still(edition, &layout::map(edition, None, metrics), name)
}

/// What is drawn on marks: the shape or the arrow of each option that has one, hollow where `class` says so.
pub fn glyphs<'e>(edition: &'e Edition, class: &'static str) -> Vec<(&'e Choice, Html)> {
    let territory = &edition.territory;
    let shapes = drawn(edition.question(territory.shape), &territory.shapes);
    let arrows = drawn(edition.question(territory.arrow), &territory.arrows);
    let shapes = shapes.into_iter().map(|(choice, shape)| (choice, glyph(class, &[shape], Html::default())));
    shapes.chain(arrows.into_iter().map(|(choice, arrow)| (choice, arrow_glyph(arrow)))).collect()
}

/// A criterion in words, with the short names of its question and options.
pub fn criterion(edition: &Edition, criterion: &Criterion) -> String {
    rules::criterion(edition, criterion)
}

/// The publication that the map rests on.
pub fn citation(edition: &Edition) -> Html {
    about::citation(edition)
}

/// Which edition this is, how far its wording is its authors', and where corrections go.
pub fn this_edition(edition: &Edition) -> Html {
    about::this_edition(edition)
}
