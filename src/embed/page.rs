//! The standalone page, which an iframe shows too: the one widget that owns its address.

mod editions;
mod labels;
mod loading;
mod wishes;

use super::arrival::{Before, opening};
use super::history::{Address, Entry};
use super::latest::Latest;
use super::print::unfold_for_paper;
use super::returns::Returns;
use super::{Widget, fetch, glossary, listen};
use crate::app::{Action, Place, Screen, State};
use crate::edition::{Answers, Edition, QuestionId, negotiate};
use crate::link::Source;
use crate::view::{Focus, Props, Sharing, title};
use editions::Editions;
use js_sys::Reflect;
use loading::Awaited;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, Window};
use yew::Callback;

/// Where the page names the edition and its languages, says whether pages of the kinds stand beside it, and where the
/// widget goes.
const HOST: &str = "peer-map";
/// What the page shows when the widget cannot start.
const FAILED: &str = "peer-map-failed";

/// A page with a widget in it.
struct Page {
    window: Window,
    document: Document,
    address: Address,
    editions: Editions,
    labels: glossary::Loader,
    loads: Latest,
    awaited: RefCell<Option<Awaited>>,
    widget: RefCell<Option<Widget>>,
    props: RefCell<Props>,
    entry: Cell<Entry>,
    /// What is shown, and its edition; the entry was written with its answers.
    shown: RefCell<(Rc<Edition>, Rc<State>)>,
    before: Before,
    returns: Returns,
    /// The browser went back, and its screen has yet to be shown.
    returning: Cell<bool>,
    /// The next change belongs to the entry that the browser is at.
    keep_entry: Cell<bool>,
    /// The problems of a code are shown, which have no entry of their own.
    damaged: Cell<bool>,
    /// What a damaged code of another edition took the place of.
    below: RefCell<Option<(Rc<Edition>, Rc<State>)>>,
}

/// Opens the widget in the page's host element. A document without one only borrows the module: nothing happens.
pub fn open() {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let Some(host) = document.get_element_by_id(HOST) else { return };
    spawn_local(async move {
        if let Err(error) = start(window, document.clone(), host).await {
            // The page's own words say it to the reader, since those of the edition may be what is missing.
            web_sys::console::error_1(&error);
            if let Some(failed) = document.get_element_by_id(FAILED) {
                let _ = failed.remove_attribute("hidden");
            }
        }
    });
}

async fn start(window: Window, document: Document, host: Element) -> Result<(), JsValue> {
    let address = Address::new(&window).ok_or("no history")?;
    let folder = host.get_attribute("data-edition").unwrap_or_default();
    let mut wanted = address.languages(&window);
    let tag = language(&wanted, &host);
    let structure = fetch::plain(&window, &format!("{folder}edition.json"));
    let words = fetch::plain(&window, &format!("{folder}{tag}.json"));
    let structure = structure.await?;
    let today = Rc::new(fetch::edition(&structure, words.await?)?);
    let editions = Editions::new(folder, structure, &today);

    // The page may name fewer languages than the edition has.
    wanted.insert(0, today.spoken().tag.clone());
    let version = editions.version(&address.code(), Source::Link).unwrap_or(today.version);
    let (edition, newer) = editions.load(&window, version, &wanted).await.unwrap_or_else(|error| {
        // Today's edition tells the reader that it could not be loaded.
        web_sys::console::warn_1(&error);
        (Rc::clone(&today), None)
    });
    let below = newer.is_some().then(|| (Rc::clone(&today), Rc::new(State::start(&today))));
    let opening = opening(&edition, &address, &host);
    let state = Rc::new(State::opened(&edition, &opening));
    let (set, depth) = address.entry(&edition).map_or((0, 0), |entry| (entry.set, entry.depth));
    let sharing = Sharing { menu: has_share_menu(&window), previews: host.has_attribute("data-previews") };
    let props = Props { newer, opening, address: address.base(), sharing, ..Props::new(Rc::clone(&edition)) };
    let page = Rc::new(Page {
        before: Before::read(&document, &host),
        window,
        document,
        address,
        editions,
        labels: glossary::Loader::default(),
        loads: Latest::default(),
        awaited: RefCell::default(),
        widget: RefCell::new(None),
        props: RefCell::new(props),
        entry: Cell::new(Entry { set, depth, place: state.place() }),
        shown: RefCell::new((edition, Rc::clone(&state))),
        returns: Returns::default(),
        returning: Cell::new(false),
        keep_entry: Cell::new(true),
        damaged: Cell::new(false),
        below: RefCell::new(below),
    });
    page.mount(host, &state);
    Ok(())
}

/// The language that is wanted, of those that the page names.
fn language(wanted: &[String], host: &Element) -> String {
    let available = host.get_attribute("data-languages").unwrap_or_default();
    let available: Vec<&str> = available.split_ascii_whitespace().collect();
    let found = available.get(negotiate(wanted.iter().map(String::as_str), &available));
    found.map_or_else(String::new, |tag| (*tag).to_owned())
}

/// Whether the device has a share menu, which only some browsers offer, and only to pages that came encrypted.
fn has_share_menu(window: &Window) -> bool {
    Reflect::get(&window.navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

/// Whether one step of the flow leads from these answers to those. Otherwise a code was opened, or the reader began anew.
fn continues(edition: &Edition, before: &Answers, after: &Answers) -> bool {
    let ids = edition.questions.iter().map(|question| question.id);
    let changed: Vec<QuestionId> = ids.filter(|id| before.get(*id) != after.get(*id)).collect();
    changed.len() <= 1 && changed.iter().all(|id| !after.get(*id).is_empty())
}

impl Page {
    fn mount(self: Rc<Self>, host: Element, state: &Rc<State>) {
        let page = Rc::clone(&self);
        self.props.borrow_mut().outward = Callback::from(move |wish| page.do_for(wish));
        let props = self.props.borrow().clone();
        self.sync(&props.edition, state);
        unfold_for_paper(&self.window, &host);
        *self.widget.borrow_mut() = Some(Widget::mount(host, props));
        let page = Rc::clone(&self);
        // The browser went back or forward to an entry of ours.
        listen(&self.window, "popstate", move |_| {
            if page.address.is_ours() {
                page.open_address();
            }
        });
        let page = Rc::clone(&self);
        // Somebody changed the fragment by hand: it is read like a fresh one.
        listen(&self.window, "hashchange", move |_| {
            if !page.address.is_ours() {
                page.open_address();
            }
        });
    }

    fn send(&self, action: Action) {
        if let Some(widget) = &*self.widget.borrow() {
            widget.send(action);
        }
    }

    /// Puts the keyboard where a step leads; back on the button that led away, where the browser went back to a screen
    /// that is looked at and not answered.
    fn focus(&self, widget: &Widget, focus: Focus) {
        if matches!(focus, Focus::Heading | Focus::Problem) {
            widget.unfold_if_wide();
        }
        let entry = self.entry.get();
        let looked_at = matches!(entry.place, Place::At(Screen::Result) | Place::Map);
        let returned = self.returning.replace(false) && looked_at && focus == Focus::Heading;
        if !(returned && self.returns.restore(&widget.host, entry.depth)) {
            widget.focus(focus);
        }
    }

    fn with_widget(&self, act: impl FnOnce(&Widget)) {
        if let Some(widget) = &*self.widget.borrow() {
            act(widget);
        }
    }

    /// Keeps title, address and history with the state.
    fn sync(self: &Rc<Self>, edition: &Rc<Edition>, state: &Rc<State>) {
        if state.screen == Screen::Result && self.labels.begin(edition) {
            self.load_labels(edition);
        }
        self.document.set_title(&title(edition, state));
        if let Some(root) = self.document.document_element() {
            let _ = root.set_attribute("lang", &edition.spoken().tag);
        }
        let place = state.place();
        let (of, last) = self.shown.replace((Rc::clone(edition), Rc::clone(state)));
        if last.label != state.label {
            self.with_widget(|widget| widget.write("label", state.label.as_deref().unwrap_or_default()));
        }
        let kept = self.keep_entry.replace(false);
        // A damaged code stays in the address as it came: whoever has it open can still copy it.
        self.damaged.set(place == Place::Damaged);
        let turned = of.version != edition.version;
        if self.damaged.get() {
            let mut below = self.below.borrow_mut();
            if turned && below.is_none() {
                *below = Some((of, last));
            }
            return;
        }
        *self.below.borrow_mut() = None;
        let before = self.entry.get();
        let moved = !kept && (turned || place != before.place);
        let other = !kept && (turned || !continues(edition, &last.answers, &state.answers));
        // The entry that the browser is at may belong to what is on its way: nothing is written over it.
        let ahead = self.awaits_address();
        if moved || other {
            self.forget_code();
        } else if ahead {
            return;
        }
        let new = moved || other && ahead;
        if new {
            self.with_widget(|widget| self.returns.note(&widget.host, before.depth));
        }
        let entry = Entry { set: before.set + u32::from(other), depth: before.depth + u32::from(new), place };
        self.entry.set(entry);
        self.address.write(edition, entry, state.code(edition).as_deref(), new);
    }

    fn update(&self, props: Props) {
        *self.props.borrow_mut() = props.clone();
        self.with_widget(|widget| widget.update(props));
    }

    /// The way back within the page is the browser's own, so that its Back and ours never disagree.
    fn go_back(self: &Rc<Self>) {
        let ours = self.entry.get().depth > 0 && self.address.is_ours();
        let below = self.below.take();
        if let Some((edition, state)) = below.filter(|_| self.damaged.get()) {
            self.keep_entry.set(true);
            self.open_in(edition.version, Action::Resumed(Box::new(State::clone(&state))));
        } else if self.damaged.get() || !(ours && self.address.back()) {
            self.keep_entry.set(true);
            self.send(Action::SteppedBack);
        }
    }
}
