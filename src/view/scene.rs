//! What screens are drawn from, and how what is done on them is sent on.

use super::{Memory, Outward, Props};
use crate::app::{Action, Screen, State};
use crate::edition::Edition;
use std::rc::Rc;
use yew::{Callback, MouseEvent};

/// What every screen is drawn from.
pub(super) struct Seen {
    pub(super) state: Rc<State>,
    pub(super) props: Props,
    pub(super) send: Callback<Action>,
    pub(super) memory: Rc<Memory>,
    pub(super) on_paper: bool,
    pub(super) stepped: bool,
}

/// The same, taken apart.
pub(super) struct Scene<'a> {
    pub(super) seen: &'a Rc<Seen>,
    pub(super) edition: &'a Edition,
    pub(super) state: &'a State,
    pub(super) props: &'a Props,
    pub(super) send: &'a Callback<Action>,
    pub(super) memory: &'a Memory,
}

impl<'a> Scene<'a> {
    pub(super) fn of(seen: &'a Rc<Seen>) -> Self {
        let Seen { state, props, send, memory, .. } = &**seen;
        Self { seen, edition: &props.edition, state, props, send, memory }
    }

    /// The address of another page of the site in this language, such as the worksheet, where such pages stand beside
    /// this one.
    pub(super) fn beside(&self, name: &str) -> Option<String> {
        let folder = self.props.address.rsplit_once('/').filter(|_| self.props.sharing.previews);
        let ending =
            self.edition.page_tag(self.edition.spoken()).map_or_else(|| "html".to_owned(), |tag| format!("{tag}.html"));
        folder.map(|(folder, _)| format!("{folder}/{name}.{ending}"))
    }

    /// A click that means `action`.
    pub(super) fn on(&self, action: Action) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |event: MouseEvent| {
            // A submit button must work by its click alone: a sandbox without `allow-forms` sends no form, and a page
            // that is sent would lose the answers.
            event.prevent_default();
            send.emit(action.clone());
        })
    }

    /// An event that means `action` and goes its own way besides, such as a movement of the pointer.
    pub(super) fn when<E: 'static>(&self, action: Action) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(action.clone()))
    }

    /// A click that asks for something outside.
    pub(super) fn ask(&self, wish: Outward) -> Callback<MouseEvent> {
        let outward = self.props.outward.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            outward.emit(wish.clone());
        })
    }

    /// The screen under any overlay, if it is a question.
    pub(super) fn question(&self) -> Option<&crate::edition::Question> {
        match self.state.screen {
            Screen::Question(id) => Some(self.edition.question(id)),
            Screen::Summary | Screen::Result | Screen::Group => None,
        }
    }
}
