//! Lines that could not be read: each with its number, why, and a field to correct it. Nothing of them is lost.

use super::button;
use crate::app::{Action, Group, Line};
use crate::edition::Phrase;
use crate::view::prose::say;
use crate::view::{Outward, Scene};
use yew::{Html, html};

/// How many stand here at once; the next come up as these go.
const MOST: usize = 20;
/// So many are open at first.
const FEW: usize = 3;

pub(super) fn refused(scene: &Scene) -> Html {
    let refused = &scene.state.workshop.refused;
    if refused.is_empty() {
        return Html::default();
    }
    let more = refused.len().saturating_sub(MOST);
    let words = &scene.edition.words;
    html! {
        <section class="pm-section pm-refused" data-section="refused" aria-labelledby="pm-refused-title">
            <h2 class="pm-h2" id="pm-refused-title" tabindex="-1">{ say(scene.edition, Phrase::GroupRefused) }</h2>
            // Many would push the map from the screen.
            <details class="pm-fold" data-fold="refused" open={refused.len() <= FEW}>
                <summary>{ words[Phrase::GroupRefusedFold].fill(&[("n", &refused.len().to_string())]) }</summary>
                <ol>{ for refused.iter().take(MOST).map(|one| line(scene, one)) }</ol>
                if more > 0 {
                    <p class="pm-note">{ words[Phrase::GroupMoreLines].fill(&[("n", &more.to_string())]) }</p>
                }
            </details>
            if refused.len() > 1 {
                <p class="pm-actions">
                    { button(scene, "leave-all", Phrase::GroupLeaveAll, Group::AllLeftOut) }
                </p>
            }
        </section>
    }
}

fn line(scene: &Scene, Line { id: number, refused, .. }: &Line) -> Html {
    let words = &scene.edition.words;
    let which = words[Phrase::GroupLine].fill(&[("n", &refused.line.to_string())]);
    let (id, reason) = (format!("pm-line-{number}"), format!("pm-line-{number}-reason"));
    let leave_out = scene.on(Action::Group(Group::LeftOut(*number)));
    html! {
        // The key keeps what is typed into one field from passing to the next that comes up in its place.
        <li key={*number} data-line={refused.line.to_string()} data-problem={refused.reason.id()}>
            <form class="pm-word" novalidate=true>
                <label for={id.clone()}><b>{ which.clone() }</b></label>
                <p class="pm-error" id={reason.clone()}>{ refused.reason.message(scene.edition) }</p>
                <input {id} name={format!("line-{number}")} type="text" ~defaultValue={refused.text.clone()} aria-invalid="true"
                    aria-describedby={reason} autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" />
                <p class="pm-actions">
                    <button class="pm-btn is-second" type="submit" data-action="line-try"
                        onclick={scene.ask(Outward::LineSubmitted(*number))}>
                        { say(scene.edition, Phrase::GroupTry) }<span class="pm-hidden">{ " " }{ which.clone() }</span>
                    </button>
                    <button class="pm-btn is-second" type="button" data-action="line-leave" onclick={leave_out}>
                        { say(scene.edition, Phrase::GroupLeaveOut) }<span class="pm-hidden">{ " " }{ which }</span>
                    </button>
                </p>
            </form>
        </li>
    }
}
