//! Trying another answer: what it changes, the way back, and the way to keep it.

use super::away::sentence;
use super::kinds::SEPARATOR;
use super::{Outward, Scene, share};
use crate::app::{Action, Overlay};
use crate::edition::Phrase;
use crate::place::{change, tried};
use crate::view::prose::{prose, say};
use yew::{Html, html};

/// The head of a result that rests on an answer that is only tried; nothing where none is.
pub(super) fn head(scene: &Scene) -> Option<Html> {
    let Some(Overlay::Trial(question, to)) = scene.state.overlay() else { return None };
    let (edition, answers) = (scene.edition, &scene.state.answers);
    let change = change(edition, answers, *question, *to);
    let opened = tried(edition, answers, *question, *to).opened;
    let names: Vec<&str> = opened.iter().map(|id| edition.question(*id).short.as_str()).collect();
    let names = html! { <b>{ names.join(SEPARATOR) }</b> };
    Some(html! {
        <header class="pm-trial">
            <p class="pm-kicker">{ say(edition, Phrase::TrialKicker) }</p>
            <h1 class="pm-take" tabindex="-1">{ sentence(edition, &change, |kind| html! { <b>{ kind.name.clone() }</b> }) }</h1>
            if !opened.is_empty() {
                <p class="pm-sub">{ prose(&edition.words[Phrase::TrialOpened], &[("questions", names)]) }</p>
            }
            <p class="pm-sub">{ say(edition, Phrase::TrialNote) }</p>
            { ways(scene) }
        </header>
    })
}

/// What stands below the result instead of the link: the picture of the try, and the ways.
pub(super) fn rest(scene: &Scene) -> Html {
    html! { <><section class="pm-section">{ share::picture(scene) }</section>{ ways(scene) }</> }
}

/// The way back and the way on; they stand above the result and below it.
fn ways(scene: &Scene) -> Html {
    html! {
        <p class="pm-actions">
            <button class="pm-btn" type="button" data-action="trial-back" onclick={scene.ask(Outward::BackAsked)}>
                { say(scene.edition, Phrase::TrialBack) }
            </button>
            <button class="pm-btn is-second" type="button" data-action="trial-keep"
                onclick={scene.on(Action::TrialKept)}>{ say(scene.edition, Phrase::TrialKeep) }</button>
        </p>
    }
}
