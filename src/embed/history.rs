//! The page's address and the browser's history: one entry a screen, and the code in the fragment.

use crate::app::{Place, Screen};
use crate::edition::{Digit, Edition};
use crate::link::{Source, edition_of};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{History, Location, UrlSearchParams, Window};

/// An entry of the history: which set of answers it belongs to, how many entries of ours lie below it, and the place
/// that it shows. Within one set the latest answers hold; an entry of another set has its answers in its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) set: u32,
    pub(super) depth: u32,
    pub(super) place: Place,
}

impl Entry {
    fn write(self, edition: &Edition) -> String {
        let place = match self.place {
            Place::At(Screen::Question(id)) => edition.question(id).letter.to_string(),
            Place::At(Screen::Summary) => "summary".to_owned(),
            Place::At(Screen::Result) => "result".to_owned(),
            Place::At(Screen::Group) => "group".to_owned(),
            Place::SideBySide => "side".to_owned(),
            Place::Presented => "present".to_owned(),
            Place::About => "about".to_owned(),
            Place::Damaged => "damaged".to_owned(),
            Place::Map => "map".to_owned(),
            Place::Landmark(index) => {
                format!("landmark {}", edition.landmarks.get(index).map_or("", |landmark| &landmark.id))
            }
            Place::Trial(question, options) => {
                let digits: String = options.iter().map(|digit| digit.to_string()).collect();
                format!("trial {}{digits}", edition.question(question).letter)
            }
        };
        format!("{} {} {place}", self.set, self.depth)
    }

    /// Reads an entry that we wrote; anything else, such as the state of a page we replaced, is none.
    pub(super) fn read(edition: &Edition, state: &JsValue) -> Option<Self> {
        let text = state.as_string()?;
        let (set, rest) = text.split_once(' ')?;
        let (depth, place) = rest.split_once(' ')?;
        let place = match place {
            "summary" => Place::At(Screen::Summary),
            "result" => Place::At(Screen::Result),
            "group" => Place::At(Screen::Group),
            "side" => Place::SideBySide,
            "present" => Place::Presented,
            "about" => Place::About,
            "map" => Place::Map,
            other => match other.split_once(' ') {
                Some(("landmark", id)) => {
                    Place::Landmark(edition.landmarks.iter().position(|landmark| landmark.id == id)?)
                }
                Some(("trial", answer)) => {
                    let question = edition.by_letter(answer.chars().next()?)?;
                    Place::Trial(question.id, answer.chars().skip(1).filter_map(Digit::from_char).collect())
                }
                Some(_) => return None,
                None => {
                    let mut letters = other.chars();
                    let question = edition.by_letter(letters.next()?)?;
                    letters.next().is_none().then_some(Place::At(Screen::Question(question.id)))?
                }
            },
        };
        Some(Self { set: set.parse().ok()?, depth: depth.parse().ok()?, place })
    }
}

/// The parts of the browser that hold the address. A sandbox without an origin refuses some of it: then the widget works
/// without, and nothing is said.
pub(super) struct Address {
    /// The whole of it is the widget's, and not the fragment alone.
    whole: bool,
    history: History,
    location: Location,
    /// The language that the reader chose on this page: older entries still have the one of before.
    chosen: RefCell<Option<String>>,
}

impl Address {
    /// The address of this window: the whole of it, or its fragment alone, on somebody else's page.
    pub(super) fn new(window: &Window, whole: bool) -> Option<Self> {
        Some(Self { whole, history: window.history().ok()?, location: window.location(), chosen: RefCell::default() })
    }

    /// The text that may hold a code: the fragment, or the whole address if its query has `c`.
    pub(super) fn code(&self) -> String {
        let query = self.location.search().unwrap_or_default();
        let asked = UrlSearchParams::new_with_str(&query).is_ok_and(|query| query.has("c"));
        if asked { self.location.href().unwrap_or_default() } else { self.fragment() }
    }

    /// The fragment, without its `#`, as the browser escaped it.
    pub(super) fn fragment(&self) -> String {
        let hash = self.location.hash().unwrap_or_default();
        hash.strip_prefix('#').unwrap_or_default().to_owned()
    }

    /// The entry that the browser is at, if it is ours.
    pub(super) fn entry(&self, edition: &Edition) -> Option<Entry> {
        Entry::read(edition, &self.history.state().ok()?)
    }

    /// Whether the entry that the browser is at is ours, in whatever edition its place is one.
    pub(super) fn is_ours(&self) -> bool {
        let state = self.history.state().ok().and_then(|state| state.as_string());
        state.is_some_and(|state| state.starts_with(|first: char| first.is_ascii_digit()))
    }

    /// Whether a fragment that somebody wrote by hand is for the widget: on somebody else's page only if it names an edition,
    /// since it may as well be the place of a heading.
    pub(super) fn is_for_us(&self) -> bool {
        !self.is_ours() && (self.whole || edition_of(&self.fragment(), Source::Link).is_some())
    }

    /// Writes the code into the address: as a new entry, or in place of the one that the browser is at. The code moves
    /// from the query to the fragment, which no server sees.
    ///
    /// What stands there already is not written again: WebKit lets a page write a hundred times in half a minute, and a
    /// write would stop the browser on its way to another entry.
    pub(super) fn write(&self, edition: &Edition, entry: Entry, code: Option<&str>, new: bool) {
        let entry = entry.write(edition);
        let address = format!("{}#{}", self.path(), code.unwrap_or_default());
        let address = address.trim_end_matches('#');
        let written = self.history.state().is_ok_and(|state| state.as_string().as_deref() == Some(&entry));
        if new || !(written && self.location.href().is_ok_and(|href| href.ends_with(address))) {
            self.put(&JsValue::from_str(&entry), address, new);
        }
    }

    /// Keeps the reader's language in the address, now and in whatever is written later.
    /// Somebody else's address says nothing of it.
    pub(super) fn write_language(&self, tag: &str) {
        if !self.whole {
            return;
        }
        *self.chosen.borrow_mut() = Some(tag.to_owned());
        let hash = self.location.hash().unwrap_or_default();
        let state = self.history.state().unwrap_or(JsValue::NULL);
        self.put(&state, &format!("{}{hash}", self.path()), false);
    }

    /// Path and query, without `c`.
    fn path(&self) -> String {
        let path = self.location.pathname().unwrap_or_default();
        let search = self.location.search().unwrap_or_default();
        if !self.whole {
            return path + &search;
        }
        let Ok(query) = UrlSearchParams::new_with_str(&search) else { return path };
        query.delete("c");
        if let Some(tag) = &*self.chosen.borrow() {
            query.set("lang", tag);
        }
        let query = String::from(query.to_string());
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    fn put(&self, state: &JsValue, address: &str, new: bool) {
        let _ = if new {
            self.history.push_state_with_url(state, "", Some(address))
        } else {
            self.history.replace_state_with_url(state, "", Some(address))
        };
    }

    /// Goes back one entry; false if the browser refuses.
    pub(super) fn back(&self) -> bool {
        self.history.back().is_ok()
    }
}
