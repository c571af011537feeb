//! A block of rows, made again only when something of them changed.

use super::super::{called, named};
use crate::app::{Action, Group};
use crate::edition::{Edition, Phrase};
use crate::flow::replay;
use crate::group::Member;
use crate::link::encode;
use crate::view::kinds::SEPARATOR;
use std::ops::Range;
use std::rc::Rc;
use yew::{Callback, Component, Context, Html, Properties, html};

/// How many rows are in a block: few, so that none of those that come up in a frame takes long.
pub(super) const STEP: usize = 10;

/// What a block is drawn from.
#[derive(Clone, Properties)]
pub(super) struct Props {
    pub(super) edition: Rc<Edition>,
    pub(super) members: Rc<Vec<Member>>,
    /// Members that say what an earlier one says, with that one.
    pub(super) repeats: Rc<Vec<(usize, usize)>>,
    /// Which of these rows are chosen, by their places in the list.
    pub(super) selected: Vec<usize>,
    /// Its rows, by their places in the list.
    pub(super) rows: Range<usize>,
    pub(super) send: Callback<Action>,
}

impl Props {
    fn members(&self) -> &[Member] {
        self.members.get(self.rows.clone()).unwrap_or_default()
    }

    fn repeats(&self) -> &[(usize, usize)] {
        let place = |row: usize| self.repeats.partition_point(|(later, _)| *later < row);
        self.repeats.get(place(self.rows.start)..place(self.rows.end)).unwrap_or_default()
    }
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.edition, &other.edition)
            && self.rows == other.rows
            && self.selected == other.selected
            && self.send == other.send
            && (Rc::ptr_eq(&self.members, &other.members) || self.members() == other.members())
            && self.repeats() == other.repeats()
    }
}

/// A block of rows.
pub(super) struct Block;

impl Component for Block {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        props.rows.clone().zip(props.members()).map(|(index, member)| row(props, member, index)).collect()
    }
}

fn row(props: &Props, member: &Member, index: usize) -> Html {
    let Props { edition, members, send, .. } = props;
    let words = &edition.words;
    let on = |action: Group| {
        let send = send.clone();
        move || send.emit(Action::Group(action.clone()))
    };
    let (chosen, opened) = (on(Group::Selected(index)), on(Group::Edited(index)));
    let choose = words[Phrase::GroupChoose].fill(&[("name", &called(edition, members, index))]);
    let code = encode(edition, &member.answers, None);
    // Without the edition and the check: what is typed from paper and compared with it.
    let answers = code.as_deref().and_then(|code| code.split('-').nth(1)).unwrap_or_default().to_owned();
    let notes = notes(props, member, index);
    // The head of a row is its name alone, without the words of the box in it.
    let id = format!("pm-open-{}", index + 1);
    html! {
        <tr role="row" key={index} data-programme={(index + 1).to_string()} data-hidden={member.hidden.then_some("true")}
            aria-rowindex={(index + 2).to_string()}>
            <th scope="row" role="rowheader" aria-labelledby={id.clone()}>
                <span class="pm-member">
                    <label class="pm-tick">
                        <input type="checkbox" name="chosen" value={(index + 1).to_string()} aria-label={choose}
                            checked={props.selected.binary_search(&index).is_ok()}
                            onchange={move |_| chosen()} />
                    </label>
                    <button class="pm-change" type="button" {id} data-open={(index + 1).to_string()}
                        onclick={move |_| opened()}>{ named(edition, members, index) }</button>
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
fn notes(props: &Props, member: &Member, index: usize) -> Vec<String> {
    let words = &props.edition.words;
    let said = |phrase: Phrase| words[phrase].text().to_owned();
    let incomplete = !member.hidden && replay(&props.edition, &member.answers).first_open(&props.edition).is_some();
    let repeat = props.repeats.binary_search_by_key(&index, |(later, _)| *later);
    let earlier = repeat.ok().and_then(|at| props.repeats.get(at)).map(|(_, earlier)| earlier + 1);
    let repeat = earlier.map(|n| words[Phrase::GroupRepeat].fill(&[("n", &n.to_string())]));
    let flags = [
        (member.hidden, Phrase::GroupHidden),
        (member.unchecked, Phrase::GroupUnchecked),
        (incomplete, Phrase::GroupIncomplete),
    ];
    flags.into_iter().filter(|(holds, _)| *holds).map(|(_, phrase)| said(phrase)).chain(repeat).collect()
}
