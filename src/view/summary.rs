//! Check your answers: every question with its answer, and a way to change it.

use super::{Scene, frame};
use crate::app::Action;
use crate::edition::{Answers, Edition, Heading, Phrase, Question, Reply};
use crate::flow::{Route, replay};
use crate::view::prose::say;
use yew::{Html, html};

pub(super) fn summary(scene: &Scene) -> Html {
    let complete = scene.state.route(scene.edition).first_open(scene.edition).is_none();
    let go_on = if complete { Phrase::ShowResult } else { Phrase::Continue };
    html! {
        <form class="pm-ask is-summary" novalidate=true>
            { frame::back(scene) }
            <h1 class="pm-legend" tabindex="-1">{ say(scene.edition, Phrase::CheckTitle) }</h1>
            if scene.state.unchecked {
                <p class="pm-sub" data-unchecked="true">{ say(scene.edition, Phrase::CheckTyped) }</p>
            }
            { answers(scene.edition, &scene.state.answers, Some(scene)) }
            <p class="pm-actions">
                <button class="pm-btn" type="submit" data-action="result" onclick={scene.on(Action::ResultAsked)}>
                    { say(scene.edition, go_on) }
                </button>
            </p>
        </form>
    }
}

/// The answers under their headings; with a scene, each can be changed.
pub(super) fn answers(edition: &Edition, answers: &Answers, scene: Option<&Scene>) -> Html {
    let route = replay(edition, answers);
    let part = |heading: &Heading| {
        let questions = heading.questions.iter().map(|id| edition.question(*id));
        html! {
            <>
            <h2 class="pm-part-name">{ heading.name.clone() }</h2>
            <dl>{ for questions.map(|question| row(edition, &route, question, scene)) }</dl>
            </>
        }
    };
    html! { <div class="pm-summary">{ for edition.headings.iter().map(part) }</div> }
}

fn row(edition: &Edition, route: &Route, question: &Question, scene: Option<&Scene>) -> Html {
    let skipped = route.reply(question.id) == Reply::Skipped;
    let change = scene.filter(|_| !skipped).map(|scene| change(scene, question));
    html! {
        <div class="pm-row">
            <dt>{ question.text.clone() }</dt>
            <dd>{ answer(edition, route, question) }</dd>
            <dd>{ change }</dd>
        </div>
    }
}

fn change(scene: &Scene, question: &Question) -> Html {
    let words = &scene.edition.words;
    let what = words[Phrase::ChangeWhat].fill(&[("question", &question.text)]);
    html! {
        <button class="pm-change" type="button" data-change={question.letter.to_string()}
            onclick={scene.on(Action::ChangeAsked(question.id))}>
            { say(scene.edition, Phrase::Change) }<span class="pm-hidden">{ " " }{ what }</span>
        </button>
    }
}

/// The answer in the words of its options, a line each.
fn answer(edition: &Edition, route: &Route, question: &Question) -> Html {
    match route.reply(question.id) {
        Reply::Skipped => html! { <span class="pm-quiet">{ skip_reason(edition, route, question) }</span> },
        Reply::Open => html! { <span class="pm-quiet">{ say(edition, Phrase::NotAnswered) }</span> },
        reply => {
            let chosen = question.choices.iter().filter(|choice| reply.options().contains(choice.digit));
            chosen.map(|choice| html! { <span class="pm-line">{ choice.text.clone() }</span> }).collect()
        }
    }
}

/// Why a question does not apply. One that the end of the flow left out has no reason of its own.
pub(super) fn skip_reason(edition: &Edition, route: &Route, question: &Question) -> String {
    match route.skip_reason(question) {
        Some(reason) => edition.words[Phrase::DoesNotApply].fill(&[("reason", reason)]),
        None => edition.words[Phrase::NotAsked].text().to_owned(),
    }
}
