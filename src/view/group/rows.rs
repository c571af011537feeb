//! The rows of the list. Of a long one only those near what is looked at are in the document; what is above and below is
//! as high as its rows would be, so that the bar for scrolling tells the truth.
//!
//! Rows come and go in blocks, each a component of its own: what is chosen or scrolled to makes no other block again.

mod block;

use super::last::Aggregates;
use crate::edition::Phrase;
use crate::view::prose::say;
use crate::view::{Scene, Seen};
use block::{Block, STEP};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use yew::{Callback, Component, Context, Html, Properties, classes, html};

/// The longest list that stands in the document as a whole.
pub(in crate::view) const WHOLE: usize = 200;
/// How many rows are in the document before and after those that are looked at.
const AROUND: usize = 40;
/// How many rows stand in the document at once.
const WINDOW: usize = 120;
/// The height of a row of a long list, in quarters of an em: four lines of the longest name.
const ROW: usize = 18;

/// The rows of a list of this length that are in the document, when this one is looked at first: whole blocks.
fn window(count: usize, first: usize) -> Range<usize> {
    if count <= WHOLE {
        return 0..count;
    }
    let last = count.saturating_sub(WINDOW).next_multiple_of(STEP);
    let start = (first.saturating_sub(AROUND) / STEP * STEP).min(last);
    start..(start + WINDOW).min(count)
}

/// Tells the list where it is scrolled to, past all that is drawn around it.
#[derive(Default)]
pub(in crate::view) struct Scroll(RefCell<Callback<usize>>);

impl Scroll {
    /// This row came to the upper edge of the list.
    pub(in crate::view) fn tell(&self, row: usize) {
        let list = self.0.borrow().clone();
        list.emit(row);
    }
}

/// What the list is drawn from.
#[derive(Clone, Properties)]
pub(in crate::view) struct Listed {
    seen: Rc<Seen>,
    repeats: Rc<Vec<(usize, usize)>>,
}

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        let (one, another) = (&self.seen.state.workshop, &other.seen.state.workshop);
        Rc::ptr_eq(&self.seen.props.edition, &other.seen.props.edition)
            && Rc::ptr_eq(&self.repeats, &other.repeats)
            && Rc::ptr_eq(&one.members, &another.members)
            && one.selected == another.selected
            && self.seen.send == other.seen.send
            && self.seen.on_paper == other.seen.on_paper
    }
}

/// The list, which alone knows where it is scrolled to.
pub(in crate::view) struct Rows {
    first: usize,
}

impl Component for Rows {
    type Message = usize;
    type Properties = Listed;

    fn create(context: &Context<Self>) -> Self {
        let scroll = &context.props().seen.memory.scroll;
        scroll.0.replace(context.link().callback(|row| row));
        Self { first: 0 }
    }

    fn update(&mut self, context: &Context<Self>, row: usize) -> bool {
        let count = context.props().seen.state.workshop.members.len();
        let before = std::mem::replace(&mut self.first, row);
        window(count, before) != window(count, row)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Listed { seen, repeats } = context.props();
        table(seen, repeats, self.first)
    }
}

pub(super) fn rows(scene: &Scene, aggregates: &Aggregates) -> Html {
    html! { <Rows seen={Rc::clone(scene.seen)} repeats={Rc::clone(&aggregates.repeats)} /> }
}

fn table(seen: &Seen, repeats: &Rc<Vec<(usize, usize)>>, first: usize) -> Html {
    let (edition, workshop) = (&seen.props.edition, &seen.state.workshop);
    let count = workshop.members.len();
    let rows = if seen.on_paper { 0..count } else { window(count, first) };
    let long = count > WHOLE && !seen.on_paper;
    let (above, below) = (rows.start, count - rows.end);
    let column = |phrase: Phrase| html! { <th scope="col" role="columnheader">{ say(edition, phrase) }</th> };
    let block = |start: usize| {
        let rows = start..(start + STEP).min(rows.end);
        let selected = workshop.selected.iter().copied().filter(|index| rows.contains(index)).collect::<Vec<_>>();
        html! {
            <Block key={start} edition={Rc::clone(edition)} members={Rc::clone(&workshop.members)}
                repeats={Rc::clone(repeats)} {selected} {rows} send={seen.send.clone()} />
        }
    };
    let table = html! {
        <table class="pm-programmes" role="table" aria-labelledby="pm-list-title" aria-rowcount={(count + 1).to_string()}>
            <thead role="rowgroup">
                <tr role="row" aria-rowindex="1">
                    { column(Phrase::GroupColumnName) }{ column(Phrase::GroupColumnAnswers) }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for rows.clone().step_by(STEP).map(block) }</tbody>
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
