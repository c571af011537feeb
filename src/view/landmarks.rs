//! Landmarks in words: all of them, numbered as on the map, and the nearest.

use super::kinds::SEPARATOR;
use super::{Scene, compare, mark, territory};
use crate::edition::{Edition, Landmark, Phrase};
use crate::place::{Alike, Likeness, Placement};
use crate::view::prose::{list, say};
use yew::{Html, html};

/// All landmarks; with a placement, those nearest to it stand out.
pub(super) fn all(scene: &Scene, placement: Option<&Placement>) -> Html {
    let edition = scene.edition;
    let words = &edition.words;
    let item = |(index, number): (usize, usize)| {
        let near =
            placement.is_some_and(|placement| edition.landmarks.get(index).is_some_and(|one| placement.is_near(one)));
        item(edition, (index, number), near, compare::open(scene, index))
    };
    let count = edition.landmarks.len().to_string();
    html! {
        <section class="pm-section">
            <details class="pm-fold is-open-wide">
                <summary><h2 class="pm-h2">{ words[Phrase::LandmarksTitle].fill(&[("n", &count)]) }</h2></summary>
                <p class="pm-note">{ say(edition, Phrase::LandmarksNote) }</p>
                <ol class="pm-landmarks">
                    { for territory::landmark_numbers(edition).into_iter().filter_map(item) }
                </ol>
            </details>
        </section>
    }
}

/// A landmark in a list, by its place in the edition and its number; what leads further stands below.
pub(super) fn item(edition: &Edition, (index, number): (usize, usize), near: bool, further: Html) -> Option<Html> {
    let landmark = edition.landmarks.get(index)?;
    Some(html! {
        <li key={index} data-landmark={landmark.id.clone()}>
            { mark::landmark_glyph(edition, landmark, number, near) }
            <span>
                { landmark.name.clone() }{ " " }<span class="pm-quiet">{ landmark.countries.join(SEPARATOR) }</span>
                <span class="pm-note pm-line">{ stands(edition, index) }</span>
                <span class="pm-note pm-line">{ inferred(edition, landmark) }{ " " }{ source(edition, landmark) }</span>
                { further }
            </span>
        </li>
    })
}

pub(super) fn nearest(scene: &Scene, placement: &Placement) -> Html {
    let edition = scene.edition;
    let note = if placement.nearest.is_empty() { Phrase::NearestNone } else { Phrase::NearestNote };
    html! {
        <section class="pm-section" data-section="nearest">
            <h2 class="pm-h2">{ say(edition, Phrase::NearestTitle) }</h2>
            <p class="pm-note">{ say(edition, note) }</p>
            if !placement.nearest.is_empty() { { key(edition) } }
            <ol class="pm-list">{ for placement.nearest.iter().map(|likeness| near(scene, likeness)) }</ol>
        </section>
    }
}

/// What the four dots mean.
fn key(edition: &Edition) -> Html {
    let all = [Alike::Same, Alike::Partly, Alike::Different, Alike::NotKnown];
    html! {
        <ul class="pm-alike-key">{ for all.map(|alike| html! { <li>{ named_dot(edition, alike) }</li> }) }</ul>
    }
}

/// A dot and what it says.
pub(super) fn named_dot(edition: &Edition, alike: Alike) -> Html {
    let phrase = match alike {
        Alike::Same => Phrase::Same,
        Alike::Partly => Phrase::Partly,
        Alike::Different => Phrase::Different,
        Alike::NotKnown => Phrase::NotKnown,
    };
    html! {
        <span class="pm-dot">
            <svg viewBox="0 0 16 20" aria-hidden="true" focusable="false">{ dot(alike, 8) }</svg>
            { say(edition, phrase) }
        </span>
    }
}

/// How alike the answers are, in dots and in a sentence.
pub(super) fn alike(edition: &Edition, likeness: &Likeness) -> Html {
    let phrase = if likeness.shared() == 0 { Phrase::AlikeNone } else { Phrase::Alike };
    let sentence = edition.words[phrase].fill(&[
        ("same", &likeness.count(Alike::Same).to_string()),
        ("shared", &likeness.shared().to_string()),
        ("partly", &likeness.count(Alike::Partly).to_string()),
    ]);
    html! { <>{ dots(edition, likeness) }{ sentence }</> }
}

fn near(scene: &Scene, likeness: &Likeness) -> Html {
    let edition = scene.edition;
    let landmark = likeness.landmark;
    let mut numbers = territory::landmark_numbers(edition).into_iter();
    let number = numbers.find(|(index, _)| edition.landmarks.get(*index) == Some(landmark));
    html! {
        <li class="pm-near" data-landmark={landmark.id.clone()}>
            if let Some((_, number)) = number { { mark::landmark_glyph(edition, landmark, number, true) } }
            <b>{ landmark.name.clone() }</b>
            <span class="pm-note">
                { landmark.countries.join(SEPARATOR) }{ SEPARATOR }
                { source(edition, landmark) }
            </span>
            <span class="pm-note">{ alike(edition, likeness) }{ " " }{ inferred(edition, landmark) }</span>
            if let Some((index, _)) = number { <span>{ compare::open(scene, index) }</span> }
        </li>
    }
}

/// Where the landmark's mark stands on the map, in the words of the table.
pub(super) fn stands(edition: &Edition, index: usize) -> Html {
    list(edition, territory::places(edition, index).into_iter().map(Html::from).collect())
}

/// A link to the public description, by a name of its own.
pub(super) fn source(edition: &Edition, landmark: &Landmark) -> Html {
    html! {
        <a href={landmark.source.clone()} rel="noreferrer">
            { say(edition, Phrase::Source) }<span class="pm-hidden">{ " " }{ landmark.name.clone() }</span>
        </a>
    }
}

/// The questions whose answers the source does not state; nothing where it states all.
pub(super) fn inferred(edition: &Edition, landmark: &Landmark) -> String {
    if landmark.inferred.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = landmark.inferred.iter().map(|id| edition.question(*id).short.as_str()).collect();
    edition.words[Phrase::Inferred].fill(&[("questions", &names.join(SEPARATOR))])
}

/// One dot a question, a gap between the parts.
fn dots(edition: &Edition, likeness: &Likeness) -> Html {
    let mut at = -9;
    let mut dots = Vec::new();
    for heading in &edition.headings {
        for id in &heading.questions {
            at += 17;
            let alike = likeness.alike.iter().find(|(question, _)| question == id);
            dots.push(alike.map_or_else(Html::default, |(_, alike)| dot(*alike, at)));
        }
        at += 7;
    }
    html! { <svg class="pm-alike" viewBox="0 0 120 20" aria-hidden="true" focusable="false">{ for dots }</svg> }
}

fn dot(alike: Alike, at: i32) -> Html {
    let ring = html! { <circle cx={at.to_string()} cy="10" r="5.75" /> };
    match alike {
        Alike::Same => html! { <circle class="same" cx={at.to_string()} cy="10" r="6.5" /> },
        Alike::Partly => {
            let half = format!("M{at} 4.25a5.75 5.75 0 0 0 0 11.5z");
            html! { <>{ ring }<path class="half" d={half} /></> }
        }
        Alike::Different => ring,
        Alike::NotKnown => html! { <path class="none" d={format!("M{} 10h8", at - 4)} /> },
    }
}
