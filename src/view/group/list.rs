//! The list of a group: who is in it, what is to be said of each, and what can be done with those that are chosen.

use super::add;
use super::last::Aggregates;
use super::{button, rows};
use crate::app::{Action, Group, Told, Unread};
use crate::edition::{Phrase, in_a_line};
use crate::group::Member;
use crate::view::Scene;
use crate::view::kinds::label;
use crate::view::prose::{isolated, say};
use yew::{Html, html};

/// The largest file that is read, in millions of bytes.
pub const MOST_MEGABYTES: u32 = 8;

pub(super) fn list(scene: &Scene, aggregates: &Aggregates) -> Html {
    let title = if scene.state.workshop.eyes { Phrase::GroupListEyes } else { Phrase::GroupList };
    html! {
        <section class="pm-list-of-group" data-section="programmes">
            <h2 class="pm-h2" id="pm-list-title" tabindex="-1">{ say(scene.edition, title) }</h2>
            { rows::rows(scene, aggregates) }
            { chosen(scene) }
            { what(scene) }
            { add::fold(scene) }
        </section>
    }
}

/// What came of the last step. It is there before anything is said, so that what is said is noticed.
pub(super) fn told(scene: &Scene) -> Html {
    let (words, workshop) = (&scene.edition.words, &scene.state.workshop);
    let counted = |phrase: Phrase, count: &usize| words[phrase].fill(&[("n", &count.to_string())]);
    let sentence = workshop.told.as_ref().map(|told| match told {
        Told::Read { added, refused, unread } => read(scene, *added, *refused, unread),
        Told::Nothing => words[Phrase::GroupNothing].text().to_owned(),
        Told::NotJson => words[Phrase::GroupNotJson].text().to_owned(),
        Told::Removed(count) => counted(Phrase::GroupRemoved, count),
        Told::LeftOut(count) => counted(Phrase::GroupLeftOut, count),
        Told::Hidden(count) => counted(Phrase::GroupNowHidden, count),
        Told::Shown(count) => counted(Phrase::GroupNowShown, count),
        Told::Compared(count) => counted(Phrase::GroupNowCompared, count),
        Told::Replaced => words[Phrase::GroupReplaced].text().to_owned(),
        Told::Undone => words[Phrase::GroupUndone].text().to_owned(),
        Told::NotNamed => words[Phrase::NameRefused].fill(&[("most", &crate::link::Name::MOST.to_string())]),
    });
    html! {
        <div class="pm-told" data-told={sentence.is_some().then_some("true")}>
            <p class="pm-status" role="status" id="pm-told" tabindex="-1">{ sentence }</p>
            if workshop.can_undo() { { button(scene, "undo", Phrase::GroupUndo, Group::Undone) } }
        </div>
    }
}

/// What came of reading; each file that could not be read by its name.
fn read(scene: &Scene, added: usize, refused: usize, unread: &[(String, Unread)]) -> String {
    let words = &scene.edition.words;
    let counts = [("n", added.to_string()), ("m", refused.to_string())];
    let counts = counts.each_ref().map(|(slot, count)| (*slot, count.as_str()));
    let read = match (added, refused) {
        (0, 0) => None,
        (_, 0) => Some(words[Phrase::GroupAdded].fill(&counts)),
        _ => Some(words[Phrase::GroupAddedRefused].fill(&counts)),
    };
    let unread = unread.iter().map(|(file, why)| {
        let why = match why {
            Unread::NotText(why) => why.message(scene.edition),
            Unread::NotJson => words[Phrase::GroupNotJson].text().to_owned(),
            Unread::TooLarge => words[Phrase::GroupTooLarge].fill(&[("most", &MOST_MEGABYTES.to_string())]),
        };
        in_a_line([label(scene.edition, &isolated(file)), why])
    });
    in_a_line(read.into_iter().chain(unread))
}

/// How many say what another one says.
pub(super) fn repeats(scene: &Scene, aggregates: &Aggregates) -> Html {
    let count = aggregates.repeats.len();
    if count == 0 {
        return Html::default();
    }
    html! {
        <div class="pm-repeats">
            <p>{ scene.edition.words[Phrase::GroupRepeats].fill(&[("n", &count.to_string())]) }</p>
            { button(scene, "repeats-remove", Phrase::GroupRepeatsRemove, Group::RepeatsRemoved) }
        </div>
    }
}

/// What can be done with those that are chosen.
fn chosen(scene: &Scene) -> Html {
    let (words, workshop) = (&scene.edition.words, &scene.state.workshop);
    let chosen = || workshop.selected.iter().filter_map(|index| workshop.members.get(*index));
    let count = chosen().count();
    let any = |is: fn(&&Member) -> bool| chosen().any(|member| is(&member));
    let ways = [
        (count > 1, "side", Phrase::GroupSide, Group::SideBySide),
        (any(|member| !member.hidden), "hide", Phrase::GroupHide, Group::Hidden(true)),
        (any(|member| member.hidden), "show", Phrase::GroupShow, Group::Hidden(false)),
        (any(|member| member.unchecked), "compared", Phrase::GroupCompared, Group::Compared),
        (count > 0, "remove", Phrase::GroupRemove, Group::Removed),
        (count == 0, "choose-all", Phrase::GroupChooseAll, Group::SelectedAll(true)),
        (count > 0, "choose-none", Phrase::GroupChooseNone, Group::SelectedAll(false)),
    ];
    // One list without keys, so that one button turns into another where it stands: browsers lay a page out before they take
    // away a button that has the keyboard.
    let ways = ways.into_iter().filter(|(offered, ..)| *offered);
    let ways = ways.map(|(_, name, words, action)| button(scene, name, words, action));
    let summary = match count {
        0 => say(scene.edition, Phrase::GroupChooseHint),
        _ => words[Phrase::GroupChosen].fill(&[("n", &count.to_string())]).into(),
    };
    html! {
        <div class="pm-chosen">
            <p class="pm-note" aria-live="polite">{ summary }</p>
            <p class="pm-actions">{ for ways }</p>
            // Where the reader is: nothing has to scroll, and a slow machine draws it at once.
            if workshop.told_by_list { { told(scene) } }
        </div>
    }
}

/// Whether these are several programmes, or one seen by several people: the words around the figures go by it.
fn what(scene: &Scene) -> Html {
    let option = |eyes: bool, value: &'static str, words: Phrase| {
        html! {
            <label class="pm-option">
                <input type="radio" name="what" {value} checked={scene.state.workshop.eyes == eyes}
                    onchange={scene.when(Action::Group(Group::Eyed(eyes)))} />
                <span class="pm-text"><span class="pm-name">{ say(scene.edition, words) }</span></span>
            </label>
        }
    };
    html! {
        <fieldset class="pm-which">
            <legend>{ say(scene.edition, Phrase::GroupWhat) }</legend>
            { option(false, "several", Phrase::GroupSeveral) }
            { option(true, "one", Phrase::GroupOne) }
        </fieldset>
    }
}
