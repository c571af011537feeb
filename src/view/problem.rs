//! A code that has problems: what it says, what is wrong, what to do. And the field to type one.

use super::{Outward, Scene, earlier, frame, summary};
use crate::app::Action;
use crate::edition::Phrase;
use crate::link::{Problem, Reading};
use crate::view::prose::say;
use yew::{Html, html};

pub(super) fn damaged(scene: &Scene, reading: &Reading) -> Html {
    let words = &scene.edition.words;
    let first = reading.problems.first().map(Problem::id);
    // What editions the page knows, today's says; the code itself was read by the one that is shown.
    let known = scene.props.newer.as_deref().unwrap_or(scene.edition);
    let reader = |problem: &Problem| if problem.id() == "edition" { known } else { scene.edition };
    let message =
        |problem: &Problem| html! { <li data-problem={problem.id()}>{ problem.message(reader(problem)) }</li> };
    let opened = words[Phrase::ProblemWhere].fill(&[("code", &shortened(&reading.text))]);
    html! {
        <div class="pm-ask">
            { frame::back(scene) }
            <div class="pm-problem" role="alert" data-problem={first} tabindex="-1" aria-labelledby="pm-problem-title">
                <h1 id="pm-problem-title">{ say(scene.edition, Phrase::ProblemTitle) }</h1>
                <ul>{ for reading.problems.iter().map(message) }</ul>
                if !reading.text.is_empty() { <p class="pm-quiet pm-opened">{ opened }</p> }
            </div>
            { read(scene, reading) }
            { code_field(scene, true) }
        </div>
    }
}

/// What could be read is offered, never assumed.
fn read(scene: &Scene, reading: &Reading) -> Html {
    let again = html! {
        <button class="pm-btn is-second" type="button" data-action="start-again"
            onclick={earlier::start_again(scene)}>{ say(scene.edition, Phrase::StartAgain) }</button>
    };
    if reading.answers.is_empty() {
        return html! {
            <>
            <p>{ say(scene.edition, Phrase::ProblemNothingRead) }</p>
            <p class="pm-actions">{ again }</p>
            </>
        };
    }
    html! {
        <>
        <h2 class="pm-h2">{ say(scene.edition, Phrase::ProblemRead) }</h2>
        { summary::answers(scene.edition, &reading.answers, None) }
        <p class="pm-sub">{ say(scene.edition, Phrase::ProblemAsk) }</p>
        <p class="pm-actions">
            <button class="pm-btn" type="button" data-action="use" onclick={scene.on(Action::ReadingAccepted)}>
                { say(scene.edition, Phrase::ProblemUse) }
            </button>
            { again }
        </p>
        </>
    }
}

/// A code as long as a line or two: enough to recognise it.
fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The field for a code that was read aloud, printed or pasted.
pub(super) fn code_field(scene: &Scene, open: bool) -> Html {
    html! {
        <details class="pm-open" open={open}>
            <summary>{ say(scene.edition, Phrase::OpenCode) }</summary>
            <form class="pm-word" novalidate=true>
                <label for="pm-typed"><b>{ say(scene.edition, Phrase::OpenCodeField) }</b></label>
                <span class="pm-note" id="pm-typed-note">{ say(scene.edition, Phrase::OpenCodeNote) }</span>
                <input id="pm-typed" name="code" type="text" aria-describedby="pm-typed-note" autocomplete="off"
                    autocapitalize="none" spellcheck="false" />
                <button class="pm-btn is-second" type="submit" data-action="open"
                    onclick={scene.ask(Outward::CodeSubmitted)}>{ say(scene.edition, Phrase::OpenCodeButton) }</button>
            </form>
        </details>
    }
}
