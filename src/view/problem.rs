//! A code that has problems: what it says, what is wrong, what to do. And the field to type one.

use super::{Outward, Scene, earlier, frame, summary};
use crate::app::Action;
use crate::edition::Phrase;
use crate::link::{GroupReading, Problem, Programme, Reading, encode};
use crate::view::prose::{prose, say};
use yew::{Html, html};

/// How many problems, and how many programmes of a damaged group, are told.
const MOST_TOLD: usize = 100;

pub(super) fn damaged(scene: &Scene, reading: &Reading) -> Html {
    told(scene, &reading.text, &reading.problems, read(scene, reading))
}

/// The same of the code of a group.
pub(super) fn damaged_group(scene: &Scene, reading: &GroupReading) -> Html {
    told(scene, &reading.text, &reading.problems, members(scene, reading))
}

fn told(scene: &Scene, text: &str, problems: &[Problem], read: Html) -> Html {
    let words = &scene.edition.words;
    let first = problems.first().map(Problem::id);
    // What editions the page knows, today's says; the code itself was read by the one that is shown.
    let known = scene.props.newer.as_deref().unwrap_or(scene.edition);
    let reader = |problem: &Problem| if problem.id() == "edition" { known } else { scene.edition };
    let message =
        |problem: &Problem| html! { <li data-problem={problem.id()}>{ problem.message(reader(problem)) }</li> };
    let opened = prose(&words[Phrase::ProblemWhere], &[("code", marked(text, problems))]);
    html! {
        <div class="pm-ask">
            { frame::back(scene) }
            <div class="pm-problem" role="alert" data-problem={first} tabindex="-1" aria-labelledby="pm-problem-title">
                <h1 id="pm-problem-title">{ say(scene.edition, Phrase::ProblemTitle) }</h1>
                <ul>{ for problems.iter().take(MOST_TOLD).map(message) }</ul>
                if !text.is_empty() { <p class="pm-quiet pm-opened">{ opened }</p> }
            </div>
            { read }
            { code_field(scene, true) }
        </div>
    }
}

/// What could be read is offered, never assumed.
fn read(scene: &Scene, reading: &Reading) -> Html {
    let again = again(scene);
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

fn again(scene: &Scene) -> Html {
    html! {
        <button class="pm-btn is-second" type="button" data-action="start-again"
            onclick={earlier::start_again(scene)}>{ say(scene.edition, Phrase::StartAgain) }</button>
    }
}

/// The programmes of a group, each as a link to what could be read of it, and a way to go on with them.
fn members(scene: &Scene, reading: &GroupReading) -> Html {
    let edition = scene.edition;
    let member = |(index, (programme, _)): (usize, &(Programme, Vec<Problem>))| {
        let code = encode(edition, &programme.answers, programme.name.as_ref())?;
        let number = edition.words[Phrase::GroupMember].fill(&[("n", &(index + 1).to_string())]);
        let name = programme.name.as_ref().map_or(number, |name| name.as_str().to_owned());
        // The address of this page is the host's where the widget is a part of it: the link opens here by its click.
        let href = format!("{}#{code}", scene.props.address);
        Some(html! { <li><a {href} onclick={scene.ask(Outward::CodeAsked(code))}><bdi>{ name }</bdi></a></li> })
    };
    let members: Vec<Html> = reading.programmes.iter().take(MOST_TOLD).enumerate().filter_map(member).collect();
    if members.is_empty() {
        return html! {
            <><p>{ say(edition, Phrase::ProblemNothingRead) }</p><p class="pm-actions">{ again(scene) }</p></>
        };
    }
    let more = reading.programmes.len().saturating_sub(MOST_TOLD);
    html! {
        <>
        <h2 class="pm-h2">{ say(edition, Phrase::GroupMembers) }</h2>
        <ol class="pm-members">{ for members }</ol>
        if more > 0 { <p class="pm-note">{ format!("+ {more}") }</p> }
        <p class="pm-sub">{ say(edition, Phrase::ProblemAsk) }</p>
        <p class="pm-actions">
            <button class="pm-btn" type="button" data-action="use" onclick={scene.on(Action::ReadingAccepted)}>
                { say(edition, Phrase::ProblemUse) }
            </button>
            { again(scene) }
        </p>
        </>
    }
}

/// The code with its damaged parts marked: as much of it as stands on a line or two, from a little before the first of them.
fn marked(text: &str, problems: &[Problem]) -> Html {
    const MOST: usize = 80;
    const BEFORE: usize = 30;
    let spans = || problems.iter().filter(|problem| problem.length > 0);
    let first = spans().map(|problem| problem.at - 1).min().unwrap_or_default();
    let length = text.chars().count();
    let start = if first + BEFORE < MOST { 0 } else { first.min(length) - BEFORE };
    let damaged = |at: usize| spans().any(|problem| (problem.at..problem.at + problem.length).contains(&(at + 1)));
    let mut runs: Vec<(bool, String)> = Vec::new();
    for (at, character) in text.chars().enumerate().skip(start).take(MOST) {
        match runs.last_mut().filter(|(of, _)| *of == damaged(at)) {
            Some((_, run)) => run.push(character),
            None => runs.push((damaged(at), character.to_string())),
        }
    }
    let run = |(damaged, run): (bool, String)| match damaged {
        true => html! { <mark>{ run }</mark> },
        false => run.into(),
    };
    html! {
        <bdi class="pm-code">
            if start > 0 { { "…" } }
            { for runs.into_iter().map(run) }
            if start + MOST < length { { "…" } }
        </bdi>
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
