//! What is shown as soon as its files are there: another language, or the edition that a code needs. Until then the
//! widget stays as it is, and of what is asked for one after another only the last comes.

use super::super::history::Entry;
use super::Page;
use crate::app::Action;
use crate::edition::{Edition, Language};
use crate::link::Source;
use crate::view::{Glossary, Props};
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
    /// A code that was typed.
    Typed(String),
    /// What belongs to the edition and to no other.
    Actions(Vec<Action>),
}

impl Page {
    /// Opens the code of the address.
    pub(super) fn open_address(self: &Rc<Self>) {
        self.open(self.editions.version(&self.address.fragment(), Source::Link), Opening::Address);
    }

    pub(super) fn open_typed(self: &Rc<Self>, text: String) {
        self.open(self.editions.version(&text, Source::Typed), Opening::Typed(text));
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
        let (page, load, version) = (Rc::clone(self), self.loads.begin(), awaited.version);
        let mut wanted = self.address.languages(&self.window);
        wanted.insert(0, self.language(&awaited));
        *self.awaited.borrow_mut() = Some(awaited);
        spawn_local(async move {
            let loaded = page.editions.load(&page.window, version, &wanted).await;
            let awaited = if page.loads.is(load) { page.awaited.take() } else { None };
            match (awaited, loaded) {
                (Some(awaited), Ok((edition, newer))) => page.show(edition, newer, awaited),
                (Some(awaited), Err(error)) => {
                    web_sys::console::warn_1(&error);
                    page.miss(awaited);
                }
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
        if let Some(language) = awaited.language {
            self.address.write_language(&language.tag);
        }
        props.opening = awaited.opening.map_or_else(Vec::new, |opening| self.actions(&edition, opening));
        props.unloaded = None;
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
            Some(opening @ (Opening::Address | Opening::Typed(_))) => {
                for action in self.actions(&props.edition, opening) {
                    self.send(action);
                }
            }
            Some(Opening::Actions(_)) | None => {}
        }
        if let Some(language) = awaited.language {
            self.update(Props { unloaded: Some(language.name), ..props });
        }
    }

    /// What the root is told to do, in the edition that is to be shown.
    fn actions(&self, edition: &Edition, opening: Opening) -> Vec<Action> {
        match opening {
            Opening::Address => vec![self.arrive(edition)],
            Opening::Typed(text) => vec![Action::CodeTyped(text)],
            Opening::Actions(actions) => actions,
        }
    }

    /// Goes to the entry of the history that the browser is at. One that is not ours was made by hand: the browser made
    /// an entry for it, which is the first of its set.
    fn arrive(&self, edition: &Edition) -> Action {
        let (before, text) = (self.entry.get(), self.address.fragment());
        let shown = self.props.borrow().edition.version;
        self.keep_entry.set(true);
        let Some(entry) = self.address.entry(edition) else {
            self.entry.set(Entry { set: before.set + 1, depth: 0, place: before.place });
            return Action::LinkOpened(text);
        };
        let same = shown == edition.version && entry.set == before.set;
        self.entry.set(entry);
        self.returning.set(same && entry.depth < before.depth);
        if same { Action::Returned(entry.place) } else { Action::Restored(text, entry.place) }
    }
}
