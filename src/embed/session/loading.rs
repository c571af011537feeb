//! What is shown as soon as its files are there: another language, or the edition that a code needs. Until then the
//! widget stays as it is, and of what is asked for one after another only the last comes.

use super::super::navigation::Arrival;
use super::super::{Listeners, listen};
use super::Session;
use crate::app::Action;
use crate::edition::{Edition, Language};
use crate::link::Source;
use crate::view::{Glossary, Notice, Props};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// What is on its way.
pub(super) struct Awaited {
    version: u16,
    /// The language that the reader chose.
    language: Option<Language>,
    /// What needs another version than the one that is shown.
    opening: Option<Opening>,
}

/// What is opened.
#[derive(Clone)]
pub(super) enum Opening {
    /// The code of the address, at an entry of the history that the browser made or went to.
    Address,
    /// A code that the host gave, or that the reader typed.
    Text(String, Source),
    /// What belongs to the edition and to no other.
    Actions(Vec<Action>),
}

impl Session {
    /// Opens the code of the address.
    pub(super) fn open_address(self: &Rc<Self>) {
        let Some(navigation) = &self.navigation else { return };
        self.open(self.editions.version(&navigation.address.fragment(), Source::Link), Opening::Address);
    }

    /// Opens a code that did not come by the address.
    pub(super) fn open_text(self: &Rc<Self>, text: String, source: Source) {
        self.open(self.editions.version(&text, source), Opening::Text(text, source));
    }

    /// Opens today's edition with these actions.
    pub(super) fn open_current(self: &Rc<Self>, actions: Vec<Action>) {
        self.open(Some(self.editions.latest()), Opening::Actions(actions));
    }

    pub(super) fn open_in(self: &Rc<Self>, version: u16, action: Action) {
        self.open(Some(version), Opening::Actions(vec![action]));
    }

    /// Opens something in this version: at once in the one that is shown, which is also for what names none.
    fn open(self: &Rc<Self>, version: Option<u16>, opening: Opening) {
        let edition = Rc::clone(&self.props.borrow().edition);
        let version = version.unwrap_or(edition.version);
        let language = self.awaited.take().and_then(|awaited| awaited.language);
        if version != edition.version {
            return self.load(Awaited { version, language, opening: Some(opening) });
        }
        self.stop_loading(language);
        for action in self.actions(&edition, opening) {
            self.send(action);
        }
    }

    /// Shows everything in another language, with whatever else is on its way.
    pub(super) fn load_language(self: &Rc<Self>, index: usize) {
        let edition = Rc::clone(&self.props.borrow().edition);
        let language = edition.languages.get(index).cloned();
        let (version, opening) = match self.awaited.take() {
            Some(awaited) => (awaited.version, awaited.opening),
            None => (edition.version, None),
        };
        self.load(Awaited { version, language, opening });
    }

    /// The reader has moved on: a code that is still on its way comes too late.
    pub(super) fn forget_code(self: &Rc<Self>) {
        if self.awaits(|_| true) {
            let language = self.awaited.take().and_then(|awaited| awaited.language);
            self.stop_loading(language);
        }
    }

    /// Whether the address is that of an edition on its way.
    pub(super) fn awaits_address(&self) -> bool {
        self.awaits(|opening| matches!(opening, Opening::Address))
    }

    fn awaits(&self, what: fn(&Opening) -> bool) -> bool {
        self.awaited.borrow().as_ref().and_then(|awaited| awaited.opening.as_ref()).is_some_and(what)
    }

    /// Forgets what is on its way, but for a language that was chosen.
    fn stop_loading(self: &Rc<Self>, language: Option<Language>) {
        self.loads.begin();
        if language.is_some() {
            let version = self.props.borrow().edition.version;
            self.load(Awaited { version, language, opening: None });
        }
    }

    fn load(self: &Rc<Self>, awaited: Awaited) {
        let (session, load, version) = (Rc::clone(self), self.loads.begin(), awaited.version);
        let mut wanted = self.wishes.borrow().languages.clone();
        wanted.insert(0, self.language(&awaited));
        *self.awaited.borrow_mut() = Some(awaited);
        spawn_local(async move {
            let loaded = session.editions.load(version, &wanted).await;
            let awaited = if session.loads.is(load) { session.awaited.take() } else { None };
            match (awaited, loaded) {
                (Some(awaited), Ok((edition, newer))) => session.show(edition, newer, awaited),
                (Some(awaited), Err(_)) => session.miss(awaited),
                (None, _) => {}
            }
        });
    }

    /// The language that the reader chose, or else that of today's edition: an earlier one may speak fewer.
    fn language(&self, awaited: &Awaited) -> String {
        let props = self.props.borrow();
        let today = props.newer.as_ref().unwrap_or(&props.edition);
        awaited.language.as_ref().unwrap_or(today.spoken()).tag.clone()
    }

    fn show(&self, edition: Rc<Edition>, newer: Option<Rc<Edition>>, awaited: Awaited) {
        let mut props = self.props.borrow().clone();
        if let (Some(language), Some(navigation)) = (awaited.language, &self.navigation) {
            navigation.address.write_language(&language.tag);
        }
        props.opening = awaited.opening.map_or_else(Vec::new, |opening| self.actions(&edition, opening));
        props.notices.retain(|notice| !matches!(notice, Notice::Unloaded(_)));
        if !Rc::ptr_eq(&props.edition, &edition) {
            props.glossary = Glossary::Awaited;
        }
        self.update(Props { edition, newer, ..props });
    }

    /// Says what did not come; the widget stays as it is.
    fn miss(&self, awaited: Awaited) {
        let props = self.props.borrow().clone();
        match awaited.opening {
            // The edition that is shown tells that it knows no such code.
            Some(opening @ (Opening::Address | Opening::Text(..))) => {
                for action in self.actions(&props.edition, opening) {
                    self.send(action);
                }
            }
            Some(Opening::Actions(_)) | None => {}
        }
        if let Some(language) = awaited.language {
            let mut props = props;
            props.notices.retain(|notice| !matches!(notice, Notice::Unloaded(_)));
            props.notices.push(Notice::Unloaded(language.name));
            self.update(props);
        }
    }

    /// What the root is told to do, in the edition that is to be shown.
    fn actions(&self, edition: &Edition, opening: Opening) -> Vec<Action> {
        match opening {
            Opening::Address => self.arrive(edition).into_iter().collect(),
            Opening::Text(text, Source::Link) => vec![Action::LinkOpened(text)],
            Opening::Text(text, Source::Typed) => vec![Action::CodeTyped(text)],
            Opening::Actions(actions) => actions,
        }
    }

    /// Goes to the entry of the history that the browser is at.
    fn arrive(&self, edition: &Edition) -> Option<Action> {
        let navigation = self.navigation.as_ref()?;
        let (shown, text) = (self.props.borrow().edition.version, navigation.address.fragment());
        Some(match navigation.arrive(edition, shown == edition.version) {
            Arrival::Foreign => Action::LinkOpened(text),
            Arrival::Same(place) => Action::Returned(place),
            Arrival::Other(place) => Action::Restored(text, place),
        })
    }

    /// Follows the browser where it goes, for as long as it is listened to.
    pub(super) fn follow_history(self: &Rc<Self>) -> Listeners {
        let session = Rc::clone(self);
        // The browser went back or forward to an entry of ours.
        let went = listen(&self.window, "popstate", move |_| {
            if session.navigation.as_ref().is_some_and(|navigation| navigation.address.is_ours()) {
                session.open_address();
            }
        });
        let session = Rc::clone(self);
        // Somebody changed the fragment by hand: it is read like a fresh one.
        let changed = listen(&self.window, "hashchange", move |_| {
            if session.navigation.as_ref().is_some_and(|navigation| navigation.address.is_for_us()) {
                session.open_address();
            }
        });
        vec![went, changed]
    }
}
