//! The territory: where the programme stands among the kinds and the landmarks.
//!
//! The map is laid out as plain values first ([`layout::map`]), for a wide and a narrow container; here it is drawn.

mod band;
mod boxes;
pub(super) mod drawing;
mod explain;
pub mod frame;
pub mod geometry;
pub(super) mod ground;
pub(super) mod key;
pub(super) mod labels;
pub mod layout;
mod packing;
pub(super) mod plan;
pub mod regions;
pub mod spot;
pub mod table;
mod tag;
pub mod text;

use super::Scene;
use super::kinds::{SEPARATOR, label};
use super::prose::{prose, say};
use crate::app::{Overlay, State};
use crate::edition::{Axis, Edition, Kind, Options, Phrase};
use crate::place::{Extent, Placement, Standing, place};
use crate::view::part::{
    Pace::{LateAfterwards, Prompt},
    part,
};
use drawing::picture;
use frame::{NARROW, WIDE};
use yew::{Html, html};

/// The number of a landmark on the map.
pub(super) fn landmark_number(edition: &Edition, index: usize) -> usize {
    landmark_numbers(edition).into_iter().find(|(one, _)| *one == index).map_or(0, |(_, number)| number)
}

/// Where a landmark stands, in the words of the table: its places one after the other.
pub(super) fn places(edition: &Edition, index: usize) -> Vec<String> {
    let spots = edition.landmarks.get(index).map(|landmark| spot::of_landmark(edition, landmark)).unwrap_or_default();
    let size = spot::Size::of(edition);
    let names = spots.into_iter().map(|spot| table::place_name(edition, size, spot)).collect::<Vec<_>>();
    if names.is_empty() { vec![edition.words[Phrase::TableClear].text().to_owned()] } else { names }
}

/// The landmarks in the order of reading the map: the place of each among the edition's landmarks, and its number.
pub fn landmark_numbers(edition: &Edition) -> Vec<(usize, usize)> {
    spot::placed(edition).into_iter().map(|landmark| (landmark.index, landmark.number)).collect()
}

/// The territory as a figure: its sentence, the map, what an item of it is, the table, and how to read it. On the whole map
/// no programme stands.
///
/// The map is drawn for both widths and the style sheet hides one, so that it is read once and needs no script.
pub(super) fn territory(scene: &Scene) -> Html {
    let edition = scene.edition;
    let (title, placement) = (edition.words[Phrase::TerritoryTitle].text(), placement(scene));
    html! {
        <figure class="pm-figure" data-figure="territory" aria-label={title.to_owned()}>
            <figcaption>
                if scene.state.trial().is_some() { <p class="pm-kicker">{ say(edition, Phrase::TrialKicker) }</p> }
                <h2 class="pm-h2">{ title.to_owned() }</h2>
                <p class="pm-fig-q">{ caption(edition, placement.as_ref()) }</p>
            </figcaption>
            // What is pointed at is told below the map at once, and marked on it when that is painted.
            { part(scene, "maps", LateAfterwards, looks_same, maps) }
            { explain::explanation(scene, placement.as_ref()) }
            { part(scene, "below", Prompt, is_same, below) }
        </figure>
    }
}

fn placement<'e>(scene: &Scene<'e>) -> Option<Placement<'e>> {
    let whole = matches!(scene.state.overlay(), Some(Overlay::Map));
    (!whole).then(|| place(scene.edition, &scene.state.considered(scene.edition)))
}

/// Whether nothing else is placed on the map.
fn is_same(one: &State, other: &State) -> bool {
    one.answers == other.answers && one.trial() == other.trial()
}

/// Whether the map looks the same, and what is told below it.
pub(super) fn looks_same(one: &State, other: &State) -> bool {
    is_same(one, other) && (one.explained, one.held) == (other.explained, other.held)
}

fn maps(scene: &Scene) -> Html {
    let edition = scene.edition;
    let placement = placement(scene);
    let sentence = placement.as_ref().map(|placement| sentence(edition, placement));
    let sentence = sentence.as_deref().unwrap_or(edition.words[Phrase::MapSentence].text());
    let map = |metrics| picture(edition, Some(scene), placement.as_ref(), metrics, name(edition, sentence));
    html! { <>{ map(&NARROW) }{ map(&WIDE) }</> }
}

fn below(scene: &Scene) -> Html {
    let (edition, placement) = (scene.edition, placement(scene));
    html! {
        <>
        { key::anywhere(scene, placement.as_ref()) }
        { table::table(edition, placement.as_ref()) }
        { key::key(edition, placement.is_some()) }
        </>
    }
}

fn caption(edition: &Edition, placement: Option<&Placement>) -> Html {
    let Some(placement) = placement else { return say(edition, Phrase::MapSentence) };
    let (phrase, slots) = standing(edition, placement.standing);
    // Several set-ups join with a middle dot, which needs no grammar.
    let slots = slots.iter().map(|(slot, steps)| (*slot, html! { <b>{ steps.join(SEPARATOR) }</b> }));
    prose(&edition.words[phrase], &slots.collect::<Vec<_>>())
}

/// The territory with one kind lit and the landmarks that fit it standing out, where nothing answers to pointing.
pub(super) fn of_kind(edition: &Edition, kind: &Kind, fitting: &[usize], sentence: &str, note: Option<&str>) -> Html {
    let title = edition.words[Phrase::TerritoryTitle].text();
    let picture = |metrics| {
        let mut map = layout::map(edition, None, metrics);
        map.light(kind, fitting);
        drawing::still(edition, &map, name(edition, sentence))
    };
    html! {
        <figure class="pm-figure" data-figure="territory" aria-label={title.to_owned()}>
            <figcaption>
                <h2 class="pm-h2">{ title.to_owned() }</h2>
                <p class="pm-fig-q">{ sentence.to_owned() }</p>
                if let Some(note) = note { <p class="pm-note">{ note.to_owned() }</p> }
            </figcaption>
            { picture(&NARROW) }
            { picture(&WIDE) }
            { table::table(edition, None) }
            { key::key(edition, false) }
        </figure>
    }
}

/// What the map is called where it is read out.
fn name(edition: &Edition, sentence: &str) -> String {
    format!("{} {sentence}", label(edition, edition.words[Phrase::TerritoryTitle].text()))
}

/// The sentence that says where the programme stands.
pub(super) fn sentence(edition: &Edition, placement: &Placement) -> String {
    let (phrase, slots) = standing(edition, placement.standing);
    let slots: Vec<(&str, String)> = slots.into_iter().map(|(slot, steps)| (slot, steps.join(SEPARATOR))).collect();
    let slots: Vec<(&str, &str)> = slots.iter().map(|(slot, steps)| (*slot, steps.as_str())).collect();
    edition.words[phrase].fill(&slots)
}

/// The phrase of that sentence, and the rows and columns in it.
fn standing(edition: &Edition, standing: Standing) -> (Phrase, Vec<(&'static str, Vec<&str>)>) {
    let territory = &edition.territory;
    let rows = |options| ("rows", steps(&territory.rows, options));
    let columns = |options| ("columns", steps(&territory.columns, options));
    match standing {
        Standing::Outside => (Phrase::StandsOutside, Vec::new()),
        Standing::Rim { columns: Extent::Known(of) } => (Phrase::StandsOnRim, vec![columns(of)]),
        Standing::Rim { columns: Extent::Absent } => (Phrase::StandsOnRimAlone, Vec::new()),
        Standing::Rim { columns: Extent::Unknown } => (Phrase::StandsOnRimSomewhere, Vec::new()),
        Standing::Grid { rows: Extent::Known(row), columns: Extent::Known(column) } => {
            let phrase = if row.len() > 1 { Phrase::StandsAtSeveral } else { Phrase::StandsAt };
            (phrase, vec![rows(row), columns(column)])
        }
        Standing::Grid { rows: Extent::Known(row), .. } if row.is_subset(territory.spanning) => {
            (Phrase::StandsSpanning, vec![rows(row)])
        }
        Standing::Grid { rows: Extent::Known(row), .. } if row.len() > 1 => (Phrase::StandsInRows, vec![rows(row)]),
        Standing::Grid { rows: Extent::Known(row), .. } => (Phrase::StandsInRow, vec![rows(row)]),
        Standing::Grid { columns: Extent::Known(column), .. } => (Phrase::StandsInColumn, vec![columns(column)]),
        Standing::Grid { .. } => (Phrase::StandsAnywhere, Vec::new()),
    }
}

fn steps(axis: &Axis, options: Options) -> Vec<&str> {
    axis.steps.iter().filter(|step| options.contains(step.digit)).map(|step| step.inline.as_str()).collect()
}
