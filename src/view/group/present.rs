//! One question for a room: in large type, with what was answered when somebody asks for it, and nothing that moves.

use super::last::Aggregates;
use super::{asking, button};
use crate::app::{Action, Group};
use crate::edition::{Choice, Digit, Phrase, Question, QuestionId};
use crate::group::Tally;
use crate::view::prose::say;
use crate::view::{Outward, Scene, qr};
use yew::{Callback, Html, KeyboardEvent, html};

pub(in crate::view) fn present(scene: &Scene, id: QuestionId, revealed: bool) -> Html {
    let (edition, aggregates) = (scene.edition, scene.memory.group.of(scene));
    let question = edition.question(id);
    let total = edition.questions.len();
    let count = [("n", (id.index() + 1).to_string()), ("total", total.to_string())];
    let count = edition.words[Phrase::QuestionOf].fill(&[("n", &count[0].1), ("total", &count[1].1)]);
    let other = |index: Option<usize>| index.and_then(|index| edition.questions.get(index)).map(|other| other.id);
    let (before, after) = (other(id.index().checked_sub(1)), other(Some(id.index() + 1)));
    let shown = Action::Group(Group::Presented(id, !revealed));
    let word = if revealed { Phrase::GroupConceal } else { Phrase::GroupReveal };
    html! {
        <div class="pm-present" onkeydown={keys(scene, before, after)}>
            <p class="pm-progress"><span class="pm-count">{ count }</span></p>
            <h1 class="pm-legend" tabindex="-1" onkeydown={space(scene, shown.clone())}>{ question.text.clone() }</h1>
            <ul class="pm-present-options" data-revealed={revealed.to_string()}>
                { options(scene, &aggregates, question, revealed) }
            </ul>
            <p class="pm-actions">
                if let Some(before) = before {
                    { button(scene, "present-previous", Phrase::GroupPrevious, Group::Presented(before, false)) }
                }
                <button class="pm-btn" type="button" data-action="reveal" aria-pressed={revealed.to_string()}
                    onclick={scene.on(shown)}>{ say(edition, word) }</button>
                if let Some(after) = after {
                    { button(scene, "present-next", Phrase::GroupNext, Group::Presented(after, false)) }
                }
                { asking(scene, "present-leave", Phrase::GroupLeave, Outward::BackAsked) }
            </p>
            { join(scene) }
            <p class="pm-note">{ say(edition, Phrase::GroupKeys) }</p>
        </div>
    }
}

/// The options, each with the bar of those who chose it once they are shown.
fn options(scene: &Scene, aggregates: &Aggregates, question: &Question, revealed: bool) -> Html {
    let tally = aggregates.tallies().iter().find(|tally| tally.question == question.id);
    let count = |digit: Digit| tally.map_or(0, |tally| chose(tally, digit));
    let most = question.choices.iter().map(|choice| count(choice.digit)).max().unwrap_or_default().max(1);
    let option = |choice: &Choice| {
        let count = count(choice.digit);
        html! {
            <li key={choice.digit.to_string()} data-option={choice.digit.to_string()}>
                <span class="pm-present-name">{ choice.text.clone() }</span>
                if revealed {
                    <svg class="pm-present-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                        <rect class="pm-measure-part" width={(count * 1000 / most).to_string()} height="10" />
                    </svg>
                    <b class="pm-present-count">
                        <span class="pm-hidden">{ scene.edition.words[Phrase::GroupAnswers].fill(&[("n", &count.to_string())]) }</span>
                        <span aria-hidden="true">{ count }</span>
                    </b>
                }
            </li>
        }
    };
    question.choices.iter().map(option).collect()
}

fn chose(tally: &Tally, digit: Digit) -> usize {
    match digit {
        Digit::UNSURE => tally.unsure.len(),
        digit => tally.options.iter().find(|(of, _)| *of == digit).map_or(0, |(_, who)| who.len()),
    }
}

/// Where the room answers, and the group for every phone in it.
fn join(scene: &Scene) -> Html {
    let address = &scene.props.address;
    let link = scene.state.workshop.code(scene.edition).and_then(|code| scene.props.link(&code));
    html! {
        <div class="pm-join">
            if !address.is_empty() {
                <div>
                    <p>{ say(scene.edition, Phrase::GroupJoinAt) }</p>
                    <p class="pm-join-address" dir="ltr" translate="no">{ address.clone() }</p>
                    { qr::join(scene, address) }
                </div>
            }
            if let Some(link) = link { <div>{ qr::group(scene, &link) }</div> }
        </div>
    }
}

/// Arrow keys, and those of a remote control, go from question to question; Escape leaves.
fn keys(scene: &Scene, before: Option<QuestionId>, after: Option<QuestionId>) -> Callback<KeyboardEvent> {
    let (send, leave) = (scene.send.clone(), scene.props.outward.clone());
    Callback::from(move |event: KeyboardEvent| {
        // With another key they are the browser's own, such as its way back.
        let alone = !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key());
        let to = match event.key().as_str() {
            _ if !alone => None,
            "Escape" => {
                event.prevent_default();
                return leave.emit(Outward::BackAsked);
            }
            "ArrowRight" | "PageDown" => after,
            "ArrowLeft" | "PageUp" => before,
            _ => None,
        };
        if let Some(to) = to {
            event.prevent_default();
            send.emit(Action::Group(Group::Presented(to, false)));
        }
    })
}

/// The space bar shows and hides the answers; on a button it presses that.
fn space(scene: &Scene, shown: Action) -> Callback<KeyboardEvent> {
    let send = scene.send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == " " {
            event.prevent_default();
            send.emit(shown.clone());
        }
    })
}
