//! The group: what is in it, what came in and could not be read, the figures, and what goes out.

mod add;
pub mod figure;
pub(super) mod last;
mod list;
mod member;
mod out;
mod pairs;
mod present;
mod refused;
pub(super) mod route;
mod rows;
mod side;
mod spread;
pub(super) mod takeaway;
pub mod territory;

pub use list::MOST_MEGABYTES;
pub(super) use member::bar;
pub(super) use out::join;
pub(super) use present::present;
pub(super) use rows::Scroll;
pub(super) use side::side_by_side;

use super::{Outward, Scene, frame};
use crate::app::{Action, Group, State};
use crate::edition::{Edition, Phrase};
use crate::group::{Member, Spread};
use crate::view::part::{Pace::LateAfterwards, part};
use crate::view::prose::{isolated, prose, say};
use figure::Drawn;
use last::Aggregates;
use std::rc::Rc;
use yew::{Html, html};

/// The group as a screen: without a programme, the field to paste and what could not be read; otherwise what it shows.
pub(super) fn group(scene: &Scene) -> Html {
    let workshop = &scene.state.workshop;
    if workshop.members.is_empty() {
        return html! {
            <div class="pm-ask pm-group-start">
                { frame::back(scene) }
                <h1 class="pm-legend" tabindex="-1">{ say(scene.edition, Phrase::GroupTitle) }</h1>
                { add::form(scene) }
                { add::camera(scene) }
                { list::told(scene) }
                { refused::refused(scene) }
                { out::kept_elsewhere(scene) }
                <p class="pm-actions">
                    <button class="pm-btn is-second" type="button" data-action="questions"
                        onclick={scene.on(Action::QuestionsAsked)}>{ say(scene.edition, Phrase::PlaceProgramme) }</button>
                </p>
            </div>
        };
    }
    let aggregates = scene.memory.group.of(scene);
    html! {
        <>
        { frame::back(scene) }
        { head(scene, &aggregates) }
        { add::camera(scene) }
        if !workshop.told_by_list { { list::told(scene) } }
        { list::repeats(scene, &aggregates) }
        { refused::refused(scene) }
        <div class="pm-spread is-group">
            { list::list(scene, &aggregates) }
            { part(scene, "territory", LateAfterwards, is_same_group, |scene| figure::territory(&drawn(scene))) }
        </div>
        { part(scene, "figures", LateAfterwards, is_same_group, figures) }
        { part(scene, "out", LateAfterwards, goes_out_alike, out::out) }
        <p class="pm-actions">
            <button class="pm-btn is-second" type="button" data-action="questions" onclick={scene.on(Action::QuestionsAsked)}>
                { say(scene.edition, Phrase::PlaceProgramme) }
            </button>
        </p>
        </>
    }
}

/// What the figures are drawn from.
fn drawn(scene: &Scene) -> Drawn {
    let workshop = &scene.state.workshop;
    Drawn {
        edition: Rc::clone(&scene.props.edition),
        members: Rc::clone(&workshop.members),
        tallies: Rc::clone(scene.memory.group.of(scene).tallies()),
        eyes: workshop.eyes,
    }
}

/// What is below the list and the map.
fn figures(scene: &Scene) -> Html {
    let aggregates = scene.memory.group.of(scene);
    html! {
        <>
        <section class="pm-section">{ figure::route(&drawn(scene)) }</section>
        { spread::spread(scene, &aggregates) }
        { pairs::pairs(scene, &aggregates) }
        </>
    }
}

/// Whether the figures of two states are the same. They are large, so they compare by identity.
fn is_same_group(one: &State, other: &State) -> bool {
    let (one, other) = (&one.workshop, &other.workshop);
    Rc::ptr_eq(&one.members, &other.members) && one.eyes == other.eyes
}

/// Whether the same goes out of two states.
fn goes_out_alike(one: &State, other: &State) -> bool {
    is_same_group(one, other) && one.workshop.names == other.workshop.names && one.outcome == other.outcome
}

fn head(scene: &Scene, aggregates: &Aggregates) -> Html {
    let (edition, workshop) = (scene.edition, &scene.state.workshop);
    let kicker = if workshop.eyes { Phrase::GroupKickerEyes } else { Phrase::GroupKicker };
    let n = workshop.shown().len().to_string();
    let questions: Vec<_> = edition.questions.iter().map(|question| question.id).collect();
    let room = questions.first().map(|first| scene.on(Action::Group(Group::Presented(*first, false))));
    html! {
        <header>
            <p class="pm-kicker">{ edition.words[kicker].fill(&[("n", &n)]) }</p>
            <h1 class="pm-take" tabindex="-1">{ take(edition, aggregates) }</h1>
            <p class="pm-sub">{ say(edition, Phrase::GroupNote) }</p>
            <p class="pm-actions">
                <button class="pm-btn is-second" type="button" data-action="present" onclick={room}>
                    { say(edition, Phrase::GroupPresent) }
                </button>
            </p>
        </header>
    }
}

/// The takeaway, with the names of questions set apart.
fn take(edition: &Edition, aggregates: &Aggregates) -> Html {
    let ranked: Vec<&Spread> = aggregates.ranked.iter().collect();
    let (phrase, names) = takeaway::takeaway(edition, &ranked);
    let names: Vec<(&str, Html)> =
        names.into_iter().map(|(slot, name)| (slot, html! { <b>{ name.to_owned() }</b> })).collect();
    prose(&edition.words[phrase], &names)
}

/// What a member is called, for a line of plain text: its name, or its number in the list.
fn called(edition: &Edition, members: &[Member], index: usize) -> String {
    match members.get(index).and_then(|member| member.name.as_ref()) {
        Some(name) => isolated(name.as_str()),
        None => edition.words[Phrase::GroupMember].fill(&[("n", &(index + 1).to_string())]),
    }
}

/// The same as markup, with its number before its name.
fn named(edition: &Edition, members: &[Member], index: usize) -> Html {
    match members.get(index).and_then(|member| member.name.as_ref()) {
        Some(name) => {
            html! { <><span class="pm-number">{ index + 1 }</span>{ " " }<bdi>{ name.as_str().to_owned() }</bdi></> }
        }
        None => edition.words[Phrase::GroupMember].fill(&[("n", &(index + 1).to_string())]).into(),
    }
}

/// A button that means `action`.
fn button(scene: &Scene, name: &'static str, words: Phrase, action: Group) -> Html {
    html! {
        <button class="pm-btn is-second" type="button" data-action={name} onclick={scene.on(Action::Group(action))}>
            { say(scene.edition, words) }
        </button>
    }
}

/// A button that asks for something outside.
fn asking(scene: &Scene, name: &'static str, words: Phrase, wish: Outward) -> Html {
    html! {
        <button class="pm-btn is-second" type="button" data-action={name} onclick={scene.ask(wish)}>
            { say(scene.edition, words) }
        </button>
    }
}
