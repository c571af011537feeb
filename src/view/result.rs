//! The result: the takeaway, the kinds, the figures, the neighbours and the link.

use super::kinds::SEPARATOR;
use super::{Scene, away, earlier, frame, group, kinds, label, landmarks, route, share, territory, trial};
use crate::app::{Action, State};
use crate::edition::{Edition, Kind, Options, Phrase, Question};
use crate::place::{Match, Placement, Reason, Standing, place};
use crate::view::part::{Pace::LateAtFirst, part};
use crate::view::prose::{list, prose, say};
use yew::{Html, html};

pub(super) fn result(scene: &Scene) -> Html {
    let edition = scene.edition;
    let placement = place(edition, &scene.state.considered(edition));
    html! {
        <>
        { frame::back(scene) }
        { trial::head(scene).unwrap_or_else(|| head(scene, &placement)) }
        <div class="pm-spread">
            { kinds::kinds(edition, &placement) }
            { part(scene, "territory", LateAtFirst, territory::looks_same, territory::territory) }
            if !(placement.route.ended() || scene.state.trial().is_some()) {
                { part(scene, "away", LateAtFirst, is_same, away::aways) }
            }
        </div>
        { part(scene, "details", LateAtFirst, is_same, details) }
        </>
    }
}

/// Pointing at the map changes nothing beside it.
fn is_same(one: &State, other: &State) -> bool {
    let unpointed = |state: &State| State { explained: None, held: false, ..state.clone() };
    unpointed(one) == unpointed(other)
}

/// What is below the map.
fn details(scene: &Scene) -> Html {
    let edition = scene.edition;
    let placement = place(edition, &scene.state.considered(edition));
    let tried = scene.state.trial().is_some();
    html! {
        <>
        { landmarks::all(scene, Some(&placement)) }
        <section class="pm-section">{ route::route(edition, &placement.route) }</section>
        // Only the reader's own answers have a word that the reader uses for them.
        <div class={(!tried).then_some("pm-two")}>
            { landmarks::nearest(scene, &placement) }
            if !tried { { label::label(scene, &placement) } }
        </div>
        if tried { { trial::rest(scene) } } else { { own(scene, &placement) } }
        </>
    }
}

/// What belongs to the reader's own answers alone: the link, and the way to change them.
fn own(scene: &Scene, placement: &Placement) -> Html {
    let edition = scene.edition;
    html! {
        <>
        { share::share(scene, placement) }
        <p class="pm-actions">
            <button class="pm-btn is-second" type="button" data-action="summary" onclick={scene.on(Action::SummaryAsked)}>
                { say(edition, Phrase::ChangeAnswer) }
            </button>
            if !scene.state.is_in_group() { { group::join(scene) } }
            if !scene.state.is_in_group() {
                <button class="pm-btn is-second" type="button" data-action="start-again"
                    onclick={earlier::start_again(scene)}>{ say(edition, Phrase::StartAgain) }</button>
            }
        </p>
        </>
    }
}

fn head(scene: &Scene, placement: &Placement) -> Html {
    let edition = scene.edition;
    let kicker = match &scene.state.name {
        Some(name) => prose(&edition.words[Phrase::ResultOf], &[("name", share::name::shown(name))]),
        None => say(edition, Phrase::ResultKicker),
    };
    html! {
        <header>
            <p class="pm-kicker">{ kicker }</p>
            <h1 class="pm-take" tabindex="-1">{ take(edition, placement) }</h1>
            { depends(edition, placement) }
            <p class="pm-sub">{ say(edition, Phrase::ResultNote) }</p>
        </header>
    }
}

/// The result in one sentence: the kinds that are shown by name, and how many there are where that is more.
pub(super) fn takeaway(placement: &Placement) -> (Phrase, Vec<(&'static str, String)>) {
    let count = |matches: Match| placement.fits.iter().filter(|fit| fit.matches == matches).count();
    let (full, possible) = (count(Match::Full), count(Match::Possible));
    let (all_full, all_possible) = (full + placement.also_full.len(), possible + placement.also_possible.len());
    let phrase = match (full, possible) {
        _ if placement.standing == Standing::Outside => Phrase::FitOutside,
        (3, 0) if all_full > 3 => Phrase::FitMany,
        (0, 3) if all_possible > 3 => Phrase::MayFitMany,
        (1, 2) if all_possible > 2 => Phrase::FitOneMayMany,
        (2, 1) if all_possible > 1 => Phrase::FitTwoMayMany,
        (1, 0) => Phrase::FitOne,
        (2, 0) => Phrase::FitTwo,
        (3, 0) => Phrase::FitThree,
        (0, 1) => Phrase::MayFitOne,
        (0, 2) => Phrase::MayFitTwo,
        (0, 3) => Phrase::MayFitThree,
        (1, 1) => Phrase::FitOneMayOne,
        (1, 2) => Phrase::FitOneMayTwo,
        (2, 1) => Phrase::FitTwoMayOne,
        _ => Phrase::FitNone,
    };
    let names = placement.fits.iter().map(|fit| fit.kind.name.clone());
    let n = if full == 3 { all_full } else { all_possible };
    (phrase, ["a", "b", "c"].into_iter().zip(names).chain([("n", n.to_string())]).collect())
}

fn take(edition: &Edition, placement: &Placement) -> Html {
    let (phrase, names) = takeaway(placement);
    let names: Vec<(&str, Html)> = names.into_iter().map(|(slot, name)| (slot, html! { <b>{ name }</b> })).collect();
    prose(&edition.words[phrase], &names)
}

/// For possible matches, the questions that leave them open, by name.
pub(super) fn unsettled(edition: &Edition, placement: &Placement) -> Option<String> {
    let possible = || placement.fits.iter().filter(|fit| fit.matches == Match::Possible);
    let unsure = |question: &Question| Reason { question: question.id, options: Options::UNSURE };
    let open = |question: &&Question| possible().any(|fit| fit.because.contains(&unsure(question)));
    let names: Vec<&str> = edition.questions.iter().filter(open).map(|question| question.short.as_str()).collect();
    (!names.is_empty()).then(|| names.join(SEPARATOR))
}

fn depends(edition: &Edition, placement: &Placement) -> Html {
    let Some(names) = unsettled(edition, placement) else { return Html::default() };
    let names = html! { <b>{ names }</b> };
    html! { <p class="pm-sub">{ prose(&edition.words[Phrase::DependsOn], &[("questions", names)]) }</p> }
}

/// Names of kinds that there is no room to show, as a sentence.
pub(super) fn also(edition: &Edition, phrase: Phrase, kinds: &[&Kind]) -> Html {
    if kinds.is_empty() {
        return Html::default();
    }
    let names = kinds.iter().map(|kind| html! { <b>{ kind.name.clone() }</b> }).collect();
    html! { <p class="pm-note">{ prose(&edition.words[phrase], &[("kinds", list(edition, names))]) }</p> }
}
