//! The programme's name in the link: off unless the reader adds it, and never more than text.

use super::{Outcome, told};
use crate::app::Action;
use crate::edition::Phrase;
use crate::link::Name;
use crate::view::kinds::label;
use crate::view::prose::{prose, say};
use crate::view::{Outward, Scene};
use yew::{Html, html};

/// The name, set apart: its direction of writing is its own.
pub(in crate::view) fn shown(name: &Name) -> Html {
    html! { <bdi>{ name.as_str().to_owned() }</bdi> }
}

/// What the link holds. It is told again when that changes; its key makes it another element in another language, of
/// which nothing is told.
pub(super) fn note(scene: &Scene) -> Html {
    let sentence = match scene.state.name_in_link() {
        Some(name) => prose(&scene.edition.words[Phrase::NameInLink], &[("name", shown(name))]),
        None => say(scene.edition, Phrase::ShareNote),
    };
    html! { <p class="pm-note" role="status" key={scene.edition.spoken().tag.clone()}>{ sentence }</p> }
}

/// A way to add the name, or to take it out again. It stands open where there is a name; where one was refused, the
/// reader has opened it.
pub(super) fn fold(scene: &Scene) -> Html {
    let name = scene.state.name.as_ref();
    html! {
        <details class="pm-fold" data-fold="name" open={name.is_some()}>
            <summary id="pm-name-fold"><h3>{ say(scene.edition, Phrase::NameFold) }</h3></summary>
            { name.map_or_else(|| form(scene), |name| added(scene, name)) }
        </details>
    }
}

fn form(scene: &Scene) -> Html {
    let refused = scene.state.outcome == Some(Outcome::NotNamed);
    let error = refused.then(|| {
        html! {
            <>
            <span class="pm-hidden">{ say(scene.edition, Phrase::ErrorPrefix) }{ " " }</span>
            { told(scene, Outcome::NotNamed) }
            </>
        }
    });
    html! {
        <form class="pm-word" novalidate=true key="form">
            <label for="pm-name"><b>{ say(scene.edition, Phrase::NameField) }</b></label>
            { reveals(scene) }
            // Without `maxlength`: it would cut a name in silence, and counts otherwise.
            <input id="pm-name" name="name" type="text" aria-describedby="pm-name-note pm-name-error"
                aria-invalid={refused.then_some("true")} autocomplete="off" spellcheck="false" dir="auto" />
            <p class="pm-error" id="pm-name-error" role="alert">{ error }</p>
            <button class="pm-btn is-second" type="submit" data-action="name-add"
                onclick={scene.ask(Outward::NameSubmitted)}>{ say(scene.edition, Phrase::NameAdd) }</button>
        </form>
    }
}

fn added(scene: &Scene, name: &Name) -> Html {
    let title = label(scene.edition, scene.edition.words[Phrase::NameField].text());
    html! {
        <div class="pm-word" key="added">
            <p>{ title }{ " " }<b>{ shown(name) }</b></p>
            { reveals(scene) }
            <button class="pm-btn is-second" type="button" data-action="name-remove"
                onclick={scene.on(Action::NameRemoved)}>{ say(scene.edition, Phrase::NameRemove) }</button>
        </div>
    }
}

/// Who can read it.
fn reveals(scene: &Scene) -> Html {
    let note = scene.edition.words[Phrase::NameNote].fill(&[("most", &Name::MOST.to_string())]);
    html! { <p class="pm-note" id="pm-name-note">{ note }</p> }
}
