//! One answer away: what a single other answer would change, in sentences, each to be tried.

use super::Scene;
use super::kinds::{hue, options};
use crate::app::Action;
use crate::edition::{Edition, Kind, Options, Phrase};
use crate::place::{Away, away};
use crate::view::prose::{list, prose, say};
use yew::{Html, classes, html};

pub(super) fn aways(scene: &Scene) -> Html {
    let edition = scene.edition;
    let away = away(edition, &scene.state.route(edition));
    let note = if away.is_empty() { Phrase::AwayNone } else { Phrase::AwayNote };
    html! {
        <section class="pm-aways" data-section="away">
            <h2 class="pm-h2">{ say(edition, Phrase::AwayTitle) }</h2>
            <p class="pm-note">{ say(edition, note) }</p>
            <ul class="pm-list">{ for away.iter().map(|away| item(scene, away)) }</ul>
        </section>
    }
}

fn item(scene: &Scene, away: &Away) -> Html {
    let edition = scene.edition;
    let question = edition.question(away.question);
    let to = options(edition, away.question, away.to);
    let what = edition.words[Phrase::SeeChangeTo].fill(&[("question", &question.short), ("to", &to)]);
    html! {
        <li class="pm-away">
            <h3>{ question.short.clone() }</h3>
            <p>{ sentence(edition, away, named) }</p>
            <button class="pm-change" type="button" data-action="try"
                onclick={scene.on(Action::Tried(away.question, away.to))}>
                { say(edition, Phrase::SeeChange) }<span class="pm-hidden">{ " " }{ what }</span>
            </button>
        </li>
    }
}

/// What another answer would change, as one sentence with its kinds as `named` writes them.
pub(super) fn sentence(edition: &Edition, away: &Away, named: fn(&Kind) -> Html) -> Html {
    let phrase = match (away.comes_in.is_empty(), away.goes_out.is_empty()) {
        (false, true) => Phrase::AwayIn,
        (true, false) => Phrase::AwayOut,
        (false, false) => Phrase::AwayBoth,
        (true, true) => Phrase::AwayNothing,
    };
    let kinds = |kinds: &[&Kind]| list(edition, kinds.iter().map(|kind| named(kind)).collect());
    let slots = [("change", clause(edition, away)), ("in", kinds(&away.comes_in)), ("out", kinds(&away.goes_out))];
    prose(&edition.words[phrase], &slots)
}

/// The other answer: what it is instead, or what it has more or less where the rest stays.
fn clause(edition: &Edition, away: &Away) -> Html {
    let named = |chosen: Options| html! { <b>{ options(edition, away.question, chosen) }</b> };
    let beside = |of: Options, other: Options| of.iter().filter(|digit| !other.contains(*digit)).collect();
    let (phrase, slots) = if away.from.is_subset(away.to) {
        (Phrase::ChangeAdded, vec![("added", named(beside(away.to, away.from)))])
    } else if away.to.is_subset(away.from) {
        (Phrase::ChangeLess, vec![("left_out", named(beside(away.from, away.to)))])
    } else {
        let from = options(edition, away.question, away.from).into();
        (Phrase::ChangeInstead, vec![("from", from), ("to", named(away.to))])
    };
    prose(&edition.words[phrase], &slots)
}

/// A kind within a sentence: its name, and for the eye its letter on the map.
fn named(kind: &Kind) -> Html {
    html! {
        <span class="pm-named">
            <b>{ kind.name.clone() }</b>
            if let Some(letter) = kind.letter {
                { "\u{a0}" }<span class={classes!("pm-letter", "is-inline", "is-off", hue(kind))} aria-hidden="true">{ letter }</span>
            }
        </span>
    }
}
