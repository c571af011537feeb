//! Programmes of a group side by side: each question with the answer of each.

use super::{called, named};
use crate::app::MOST_SIDE_BY_SIDE;
use crate::edition::{Phrase, Question, Reply};
use crate::flow::{Route, replay};
use crate::view::prose::say;
use crate::view::{Scene, frame, route, table};
use yew::{Html, classes, html};

pub(in crate::view) fn side_by_side(scene: &Scene) -> Html {
    let (edition, workshop) = (scene.edition, &scene.state.workshop);
    let members = &workshop.members;
    let chosen: Vec<(usize, Route)> = workshop
        .selected
        .iter()
        .filter_map(|index| Some((*index, replay(edition, &members.get(*index)?.answers))))
        .take(MOST_SIDE_BY_SIDE)
        .collect();
    let names: Vec<String> = chosen.iter().map(|(index, _)| called(edition, members, *index)).collect();
    let cut = workshop.selected.len() > chosen.len();
    let column = |(index, _): &(usize, Route)| html! { <th scope="col" role="columnheader">{ named(edition, members, *index) }</th> };
    let row = |question: &Question| {
        let differ = differ(&chosen, question);
        let word = if differ { Phrase::GroupSideDiffers } else { Phrase::GroupSideSame };
        let cells = chosen.iter().zip(&names);
        let cells =
            cells.map(|((_, route), name)| table::cell(edition, name, route::answer(edition, route, question).into()));
        html! {
            <tr role="row" data-row={question.letter.to_string()} class={classes!(differ.then_some("is-different"))}>
                { table::head(html! {
                    <>{ question.short.clone() }<span class="pm-note pm-differs">{ say(edition, word) }</span></>
                }) }
                { for cells }
            </tr>
        }
    };
    html! {
        <>
        { frame::back(scene) }
        <h1 class="pm-legend" tabindex="-1">{ say(edition, Phrase::GroupSideTitle) }</h1>
        if cut {
            <p class="pm-note">{ edition.words[Phrase::GroupSideMost].fill(&[("n", &MOST_SIDE_BY_SIDE.to_string())]) }</p>
        }
        <table class="pm-table pm-sides" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{ say(edition, Phrase::ColumnQuestion) }</th>
                    { for chosen.iter().map(column) }
                </tr>
            </thead>
            { table::body(edition.questions.iter().map(row).collect()) }
        </table>
        </>
    }
}

/// Whether their answers are not all the same.
fn differ(chosen: &[(usize, Route)], question: &Question) -> bool {
    let reply = |route: &Route| -> Reply { route.reply(question.id) };
    let mut replies = chosen.iter().map(|(_, route)| reply(route));
    let first = replies.next();
    replies.any(|reply| Some(reply) != first)
}
