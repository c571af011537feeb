//! The whole map: every kind and landmark with no programme on it, and every rule.

use super::kinds::{hue, letter};
use super::prose::say;
use super::{Scene, frame, landmarks, rules, share, territory};
use crate::app::Action;
use crate::edition::{Edition, Kind, Phrase};
use crate::place::{Match, Region, fits, region};
use crate::view::part::{Pace::LateAtFirst, part};
use yew::{Html, classes, html};

pub(super) fn map(scene: &Scene) -> Html {
    let edition = scene.edition;
    html! {
        <>
        { frame::back(scene) }
        <header>
            <h1 class="pm-legend" tabindex="-1">{ say(edition, Phrase::MapTitle) }</h1>
            <p class="pm-sub">{ intro(edition) }</p>
        </header>
        <div class="pm-whole">{ part(scene, "territory", LateAtFirst, territory::looks_same, territory::territory) }</div>
        { part(scene, "details", LateAtFirst, |_, _| true, details) }
        <section class="pm-section">{ share::picture(scene) }</section>
        <p class="pm-actions">
            <button class="pm-btn" type="button" data-action="questions" onclick={scene.on(Action::QuestionsAsked)}>
                { say(edition, Phrase::PlaceProgramme) }
            </button>
        </p>
        </>
    }
}

/// What is below the map, which no state changes.
fn details(scene: &Scene) -> Html {
    html! { <>{ kinds(scene) }{ landmarks::all(scene, None) }{ rules::rules(scene.edition) }</> }
}

/// How much there is. What stands clear of the map is no kind of peer support, so it does not count as one.
fn intro(edition: &Edition) -> String {
    let kinds = edition.kinds.iter().filter(|kind| region(edition, kind) != Region::Outside).count();
    let counts = [("kinds", kinds.to_string()), ("landmarks", edition.landmarks.len().to_string())];
    edition.words[Phrase::MapIntro].fill(&counts.each_ref().map(|(slot, count)| (*slot, count.as_str())))
}

fn kinds(scene: &Scene) -> Html {
    let edition = scene.edition;
    let landmarks: Vec<_> = edition.landmarks.iter().map(|landmark| fits(edition, &landmark.answers)).collect();
    // The landmarks that fit a kind just so, by their places in the edition.
    let fitting = |of: &Kind, wanted: Match| -> Vec<usize> {
        let fits = |index: &usize| landmarks[*index].iter().any(|(kind, found)| kind.id == of.id && *found == wanted);
        (0..landmarks.len()).filter(fits).collect()
    };
    let kind = |one: &Kind| kind(scene, one, &fitting(one, Match::Full), &fitting(one, Match::Possible));
    html! {
        <section class="pm-section pm-long pm-kinds" data-section="kinds">
            <h2 class="pm-h2">{ say(edition, Phrase::KindsTitle) }</h2>
            <div class="pm-kind-list">{ for edition.kinds.iter().map(kind) }</div>
        </section>
    }
}

fn kind(scene: &Scene, kind: &Kind, full: &[usize], possible: &[usize]) -> Html {
    let edition = scene.edition;
    let title = |phrase: Phrase| html! { <h4>{ say(edition, phrase) }</h4> };
    html! {
        <article class={classes!("pm-kind", "is-defined", hue(kind))} data-kind={kind.id.clone()}>
            { letter(kind, None) }
            <div>
                <h3>{ kind.name.clone() }</h3>
                <p>{ kind.description.clone() }</p>
                { rules::definition(edition, kind, |title| html! { <h4>{ title }</h4> }) }
                if !full.is_empty() { { title(Phrase::KindLandmarks) }{ named(scene, full) } }
                if !possible.is_empty() { { title(Phrase::KindMaybeLandmarks) }{ named(scene, possible) } }
                if full.is_empty() && possible.is_empty() {
                    <p class="pm-note">{ say(edition, Phrase::KindNoLandmarks) }</p>
                }
            </div>
        </article>
    }
}

/// Landmarks by name, each a way to it.
fn named(scene: &Scene, indexes: &[usize]) -> Html {
    let item = |index: &usize| {
        let landmark = scene.edition.landmarks.get(*index)?;
        Some(html! {
            <li key={*index} data-landmark={landmark.id.clone()}>
                <button class="pm-change" type="button" data-action="landmark"
                    onclick={scene.on(Action::LandmarkOpened(*index))}>{ landmark.name.clone() }</button>
            </li>
        })
    };
    html! { <ul class="pm-fitting">{ for indexes.iter().filter_map(item) }</ul> }
}
