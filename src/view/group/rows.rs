//! The rows of the list. Of a long one only those near what is looked at are in the document; what is above and below is
//! as high as its rows would be, so that the bar for scrolling tells the truth.

use super::last::Aggregates;
use super::{called, named};
use crate::app::{Action, Group};
use crate::edition::Phrase;
use crate::group::Member;
use crate::link::encode;
use crate::view::Scene;
use crate::view::kinds::SEPARATOR;
use crate::view::prose::say;
use yew::{Html, classes, html};

/// The longest list that stands in the document as a whole.
pub(in crate::view) const WHOLE: usize = 200;
/// How many rows are in the document before and after those that are looked at.
const AROUND: usize = 40;
/// How many rows come and go at once.
const STEP: usize = 20;
/// How many rows stand in the document at once.
const WINDOW: usize = 120;
/// The height of a row of a long list, in quarters of an em: four lines of the longest name.
const ROW: usize = 18;

/// The rows of a list of this length that are in the document, when this one is looked at first.
pub(in crate::view) fn window(count: usize, first: usize) -> std::ops::Range<usize> {
    if count <= WHOLE {
        return 0..count;
    }
    let start = (first.saturating_sub(AROUND) / STEP * STEP).min(count.saturating_sub(WINDOW));
    start..(start + WINDOW).min(count)
}

pub(super) fn rows(scene: &Scene, aggregates: &Aggregates) -> Html {
    let members = &scene.state.workshop.members;
    let count = members.len();
    let rows = if scene.on_paper { 0..count } else { window(count, scene.first_row) };
    let long = count > WHOLE && !scene.on_paper;
    let (above, below) = (rows.start, count - rows.end);
    let words = &scene.edition.words;
    let column = |phrase: Phrase| html! { <th scope="col" role="columnheader">{ say(scene.edition, phrase) }</th> };
    let shown = members.get(rows.clone()).unwrap_or_default().iter().zip(rows);
    let table = html! {
        <table class="pm-programmes" role="table" aria-rowcount={(count + 1).to_string()}>
            <thead role="rowgroup">
                <tr role="row" aria-rowindex="1">
                    { column(Phrase::GroupColumnName) }{ column(Phrase::GroupColumnAnswers) }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for shown.map(|(member, index)| row(scene, aggregates, member, index, words)) }
            </tbody>
        </table>
    };
    html! {
        <div class={classes!("pm-rows", long.then_some("is-long"))} role="region" aria-labelledby="pm-list-title" tabindex="0"
            data-rows={long.then(|| count.to_string())}>
            if long {
                // While rows give way to others the list is never shorter than it is: a browser would scroll back.
                <div class="pm-whole">
                    { space(count) }
                    <div>{ space(above) }{ table }{ space(below) }</div>
                </div>
            } else {
                { table }
            }
        </div>
    }
}

/// The room of rows that are not in the document, which may be none. A policy may forbid styles of single elements; the height
/// of a picture is none.
fn space(rows: usize) -> Html {
    let (whole, quarters) = (rows * ROW / 4, rows * ROW % 4 * 25);
    html! {
        <div aria-hidden="true"><svg width="1" height={format!("{whole}.{quarters:02}em")} focusable="false" /></div>
    }
}

fn row(scene: &Scene, aggregates: &Aggregates, member: &Member, index: usize, words: &crate::edition::Words) -> Html {
    let edition = scene.edition;
    let members = &scene.state.workshop.members;
    let choose = words[Phrase::GroupChoose].fill(&[("name", &called(edition, members, index))]);
    let code = encode(edition, &member.answers, None);
    // Without the edition and the check: what is typed from paper and compared with it.
    let answers = code.as_deref().and_then(|code| code.split('-').nth(1)).unwrap_or_default().to_owned();
    let notes = notes(scene, aggregates, member, index);
    html! {
        <tr role="row" key={index} data-programme={(index + 1).to_string()} data-hidden={member.hidden.then_some("true")}
            aria-rowindex={(index + 2).to_string()}>
            <th scope="row" role="rowheader">
                <span class="pm-member">
                    <label class="pm-tick">
                        <input type="checkbox" name="chosen" value={(index + 1).to_string()} aria-label={choose}
                            checked={scene.state.workshop.selected.binary_search(&index).is_ok()}
                            onchange={scene.when(Action::Group(Group::Selected(index)))} />
                    </label>
                    <button class="pm-change" type="button" data-open={(index + 1).to_string()}
                        onclick={scene.on(Action::Group(Group::Edited(index)))}>{ named(edition, members, index) }</button>
                </span>
            </th>
            <td role="cell">
                <span class="pm-code">{ answers }</span>
                if !notes.is_empty() { <span class="pm-note">{ notes.join(SEPARATOR) }</span> }
            </td>
        </tr>
    }
}

/// What is to be said of a member.
fn notes(scene: &Scene, aggregates: &Aggregates, member: &Member, index: usize) -> Vec<String> {
    let words = &scene.edition.words;
    let said = |phrase: Phrase| words[phrase].text().to_owned();
    let incomplete = aggregates.incomplete.binary_search(&index).is_ok();
    let repeat = aggregates.repeats.binary_search_by_key(&index, |(later, _)| *later);
    let earlier = repeat.ok().and_then(|at| aggregates.repeats.get(at)).map(|(_, earlier)| earlier + 1);
    let repeat = earlier.map(|n| words[Phrase::GroupRepeat].fill(&[("n", &n.to_string())]));
    let flags = [
        (member.hidden, Phrase::GroupHidden),
        (member.unchecked, Phrase::GroupUnchecked),
        (incomplete, Phrase::GroupIncomplete),
    ];
    flags.into_iter().filter(|(holds, _)| *holds).map(|(_, phrase)| said(phrase)).chain(repeat).collect()
}
