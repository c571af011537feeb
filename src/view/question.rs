//! One question on a screen, after the GOV.UK pattern: legend as heading, hints, nothing pre-selected.

use super::{Outward, Scene, frame, problem};
use crate::app::{Action, Refusal};
use crate::edition::{Choice, Options, Phrase, Question, QuestionId};
use crate::view::prose::say;
use yew::{Html, classes, html};

pub(super) fn question(scene: &Scene) -> Html {
    let Some(question) = scene.question() else { return Html::default() };
    let first = scene.edition.questions.first().is_some_and(|first| first.id == question.id);
    html! {
        <>
        <form class="pm-ask" novalidate=true key={question.letter.to_string()}>
            { frame::back(scene) }
            { refusal(scene, question) }
            { progress(scene, question.id) }
            <div class={classes!(scene.state.refusal.map(|_| "pm-has-error"))}>
                { fieldset(scene, question) }
            </div>
            <button class="pm-btn" type="submit" data-action="continue" onclick={scene.ask(Outward::ContinueAsked)}>
                { say(scene.edition, Phrase::Continue) }
            </button>
        </form>
        if first { { problem::code_field(scene, false) } }
        </>
    }
}

/// Error summary: what is wrong, focused when it appears, leading to the first option.
fn refusal(scene: &Scene, question: &Question) -> Html {
    let Some(refusal) = scene.state.refusal else { return Html::default() };
    let (id, text) = match refusal {
        Refusal::Nothing => ("empty", question.choose.clone()),
        Refusal::Mixed(_) => ("answer", refusal_text(scene, question, refusal)),
    };
    html! {
        <div class="pm-problem" role="alert" data-problem={id} tabindex="-1" aria-labelledby="pm-problem-title">
            <h2 id="pm-problem-title">{ say(scene.edition, Phrase::ProblemTitle) }</h2>
            <p><a href="#pm-first" onclick={scene.ask(Outward::OptionAsked)}>{ text }</a></p>
        </div>
    }
}

fn refusal_text(scene: &Scene, question: &Question, refusal: Refusal) -> String {
    let words = &scene.edition.words;
    match refusal {
        Refusal::Nothing => words[Phrase::NothingChosen].fill(&[("choose", &question.choose)]),
        Refusal::Mixed(digit) => {
            let option = question.choice(digit).map_or("", |choice| choice.text.as_str());
            words[Phrase::MixedChosen].fill(&[("option", option)])
        }
    }
}

/// “Question 2 of 6”, of those that apply, under the name of its part.
fn progress(scene: &Scene, id: QuestionId) -> Html {
    let route = scene.state.route(scene.edition);
    let applying: Vec<QuestionId> = route.applying(scene.edition).collect();
    let position = applying.iter().position(|one| *one == id).map_or(0, |index| index + 1);
    let count = scene.edition.words[Phrase::QuestionOf]
        .fill(&[("n", &position.to_string()), ("total", &applying.len().to_string())]);
    let heading = scene.edition.headings.iter().find(|heading| heading.questions.contains(&id));
    html! {
        <p class="pm-progress">
            <span class="pm-part">{ heading.map(|heading| heading.name.clone()) }</span>
            <span class="pm-count">{ count }</span>
        </p>
    }
}

fn fieldset(scene: &Scene, question: &Question) -> Html {
    let error = scene.state.refusal.map(|refusal| refusal_text(scene, question, refusal));
    let hint = if question.many { Phrase::ChooseMany } else { Phrase::ChooseOne };
    let described = if error.is_some() { "pm-hint pm-error" } else { "pm-hint" };
    html! {
        <fieldset data-question={question.letter.to_string()} aria-describedby={described}>
            <legend><h1 class="pm-legend" tabindex="-1">{ question.text.clone() }</h1></legend>
            <p class="pm-hint" id="pm-hint">{ say(scene.edition, hint) }</p>
            if let Some(error) = error {
                <p class="pm-error" id="pm-error">
                    <span class="pm-hidden">{ say(scene.edition, Phrase::ErrorPrefix) }{ " " }</span>{ error }
                </p>
            }
            <div class="pm-options">{ for options(scene, question) }</div>
        </fieldset>
    }
}

/// The options, with “or” before the first that stands alone.
fn options(scene: &Scene, question: &Question) -> Vec<Html> {
    let alone = |choice: &Choice| question.many && question.exclusive.contains(choice.digit);
    let first_alone = question.choices.iter().position(alone);
    let or = html! { <p class="pm-or" key="or">{ say(scene.edition, Phrase::Or) }</p> };
    let mut options: Vec<Html> = question
        .choices
        .iter()
        .enumerate()
        .map(|(index, choice)| option(scene, question, choice, index == 0))
        .collect();
    if let Some(index) = first_alone {
        options.insert(index, or);
    }
    options
}

fn option(scene: &Scene, question: &Question, choice: &Choice, first: bool) -> Html {
    let digit = choice.digit;
    // The name alone, or screen readers would say the hint twice: as a part of the label, and as the description.
    let name = format!("pm-option-{digit}");
    let hint = choice.hint.as_ref().map(|_| format!("pm-hint-{digit}"));
    let send = scene.send.clone();
    let checked = scene.state.draft.and(Options::from(digit)) == Options::from(digit);
    html! {
        <label class="pm-option" key={digit.to_string()}>
            <input type={if question.many { "checkbox" } else { "radio" }} name={question.letter.to_string()}
                value={digit.to_string()} checked={checked} aria-labelledby={name.clone()} aria-describedby={hint.clone()}
                id={first.then_some("pm-first")} onchange={move |_| send.emit(Action::Chosen(digit))} />
            <span class="pm-text">
                <span class="pm-name" id={name}>{ choice.text.clone() }</span>
                if let Some(text) = &choice.hint {
                    <span class="pm-say" id={hint}>{ text.clone() }</span>
                }
            </span>
        </label>
    }
}
