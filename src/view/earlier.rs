//! A note above an earlier edition: that it is one, what has changed since, and the way to today's.

use super::kinds::SEPARATOR;
use super::{Outward, Scene};
use crate::app::{Action, Screen};
use crate::edition::succession::{ChangeKind, Revision, carry_over, revisions};
use crate::edition::{Answers, Edition, Phrase, Reply};
use crate::flow::{Route, replay};
use crate::view::prose::say;
use yew::{Callback, Html, MouseEvent, html};

pub(super) fn earlier(scene: &Scene) -> Html {
    let Some(newer) = scene.props.newer.as_deref() else { return Html::default() };
    let edition = scene.edition;
    let (found, known) = (edition.id(), newer.id());
    let shown = edition.words[Phrase::EarlierShown].fill(&[("found", &found), ("known", &known)]);
    let route = scene.state.route(edition);
    html! {
        <section class="pm-earlier" data-earlier={found} aria-labelledby="pm-earlier-title">
            <h2 class="pm-h2" id="pm-earlier-title" tabindex="-1">{ say(edition, Phrase::EarlierTitle) }</h2>
            <p>{ shown }</p>
            if scene.state.screen == Screen::Result { { changes(edition, newer, &route.answers(edition)) } }
            // Answers that nobody vouched for are to be looked at first, here.
            if !scene.state.unchecked { { way(scene, newer, &route) } }
        </section>
    }
}

/// What has changed, each in a sentence: first what was answered here. Where nothing of it was, the rest is folded.
fn changes(edition: &Edition, newer: &Edition, answers: &Answers) -> Html {
    let revisions = revisions(edition, newer);
    let of = |touched: bool| revisions.iter().filter(move |revision| revision.touches(answers) == touched);
    let mut items: Vec<Html> = of(true).map(|revision| item(edition, revision, true)).collect();
    let touched = !items.is_empty();
    items.extend(of(false).map(|revision| item(edition, revision, false)));
    html! {
        <>
        if !touched { <p>{ say(edition, Phrase::ChangesNone) }</p> }
        if !items.is_empty() {
            <details class="pm-fold" open={touched}>
                <summary><h3>{ say(edition, Phrase::ChangesTitle) }</h3></summary>
                <ul>{ items }</ul>
            </details>
        }
        </>
    }
}

fn item(edition: &Edition, revision: &Revision, touched: bool) -> Html {
    let option = revision.option.map_or_else(String::new, |digit| digit.to_string());
    let yours = touched.then(|| html! { <b>{ say(edition, Phrase::ChangesYours) }</b> });
    html! {
        <li data-changed={format!("{}{option}", revision.question.letter)}>
            { sentence(edition, revision) }{ " " }{ yours }
        </li>
    }
}

fn sentence(edition: &Edition, revision: &Revision) -> String {
    let phrase = match (revision.kind, revision.option) {
        (ChangeKind::Renamed, Some(_)) => Phrase::OptionRenamed,
        (ChangeKind::Split(_), _) => Phrase::OptionSplit,
        (ChangeKind::Retired, Some(_)) => Phrase::OptionRetired,
        (ChangeKind::Added, Some(_)) => Phrase::OptionAdded,
        (ChangeKind::Renamed, None) => Phrase::QuestionRenamed,
        (ChangeKind::Retired, None) => Phrase::QuestionRetired,
        (ChangeKind::Added, None) => Phrase::QuestionAdded,
    };
    let new = revision.is_now().join(SEPARATOR);
    edition.words[phrase].fill(&[("question", &revision.question.text), ("old", revision.was()), ("new", &new)])
}

/// The way to today's edition, with every answer that stands there.
fn way(scene: &Scene, newer: &Edition, route: &Route) -> Html {
    let edition = scene.edition;
    let carried = carry_over(edition, newer, &route.answers(edition));
    let asked = if asks(edition, route, newer, &carried) { Phrase::AnswerChanged } else { Phrase::ShowCurrent };
    let label = scene.state.label.clone().map(Action::Labelled);
    let opening = std::iter::once(Action::CarriedOver(carried, scene.state.name.clone())).chain(label).collect();
    html! {
        <p class="pm-actions">
            <button class="pm-btn is-second" type="button" data-action="current"
                onclick={scene.ask(Outward::CurrentAsked(opening))}>{ say(edition, asked) }</button>
        </p>
    }
}

/// Whether the newer edition asks something because it has changed, and not only what was open anyway.
fn asks(edition: &Edition, route: &Route, newer: &Edition, carried: &Answers) -> bool {
    let then = replay(newer, carried);
    let mut open = newer.questions.iter().filter(|question| then.reply(question.id) == Reply::Open);
    open.any(|now| edition.by_letter(now.letter).is_none_or(|before| route.reply(before.id) != Reply::Open))
}

/// Whoever begins again does so with today's edition.
pub(super) fn start_again(scene: &Scene) -> Callback<MouseEvent> {
    match scene.props.newer {
        Some(_) => scene.ask(Outward::CurrentAsked(vec![Action::StartedAgain])),
        None => scene.on(Action::StartedAgain),
    }
}
