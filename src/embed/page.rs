//! The standalone page, which an iframe shows too: the one widget that owns its address.

mod wishes;
mod words;

use super::arrival::{Before, opening};
use super::history::{Address, Entry};
use super::latest::Latest;
use super::print::unfold_for_paper;
use super::returns::Returns;
use super::{Widget, fetch, glossary, listen};
use crate::app::{Action, Place, Screen, State};
use crate::edition::{Answers, Edition, Plain, QuestionId, negotiate};
use crate::view::{Focus, Props, Sharing, title};
use js_sys::Reflect;
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
    /// The folder of the edition, with a slash at its end.
    folder: String,
    structure: Plain,
    labels: glossary::Loader,
    languages: Latest,
    widget: RefCell<Option<Widget>>,
    props: RefCell<Props>,
    entry: Cell<Entry>,
    /// What is shown; the entry was written with its answers.
    state: RefCell<Rc<State>>,
    before: Before,
    returns: Returns,
    /// The browser went back, and its screen has yet to be shown.
    returning: Cell<bool>,
    /// The next change belongs to the entry that the browser is at.
    keep_entry: Cell<bool>,
    /// The problems of a code are shown, which have no entry of their own.
    damaged: Cell<bool>,
}

/// Opens the widget in the page's host element. A document without one only borrows the module: nothing happens.
pub fn open() {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let Some(host) = document.get_element_by_id(HOST) else { return };
    spawn_local(async move {
        if let Err(error) = open_in(window, document.clone(), host).await {
            // The page's own words say it to the reader, since those of the edition may be what is missing.
            web_sys::console::error_1(&error);
            if let Some(failed) = document.get_element_by_id(FAILED) {
                let _ = failed.remove_attribute("hidden");
            }
        }
    });
}

async fn open_in(window: Window, document: Document, host: Element) -> Result<(), JsValue> {
    let address = Address::new(&window).ok_or("no history")?;
    let folder = host.get_attribute("data-edition").unwrap_or_default();
    let tag = language(&window, &address, &host);
    let structure = fetch::plain(&window, &format!("{folder}edition.json"));
    let words = fetch::plain(&window, &format!("{folder}{tag}.json"));
    let structure = structure.await?;
    let edition = Rc::new(fetch::edition(&structure, words.await?)?);

    let opening = opening(&edition, &address, &host);
    let state = opening.iter().cloned().fold(State::start(&edition), |state, action| state.apply(&edition, action));
    let state = Rc::new(state);
    let (set, depth) = address.entry(&edition).map_or((0, 0), |entry| (entry.set, entry.depth));
    let sharing = Sharing { menu: has_share_menu(&window), previews: host.has_attribute("data-previews") };
    let props = Props { opening, address: address.base(), sharing, ..Props::new(edition) };
    let page = Rc::new(Page {
        before: Before::read(&document, &host),
        window,
        document,
        address,
        folder,
        structure,
        labels: glossary::Loader::default(),
        languages: Latest::default(),
        widget: RefCell::new(None),
        props: RefCell::new(props),
        entry: Cell::new(Entry { set, depth, place: state.place() }),
        state: RefCell::new(Rc::clone(&state)),
        returns: Returns::default(),
        returning: Cell::new(false),
        keep_entry: Cell::new(true),
        damaged: Cell::new(false),
    });
    page.mount(host, &state);
    Ok(())
}

/// The language that the address asks for, or else the browser.
fn language(window: &Window, address: &Address, host: &Element) -> String {
    let available = host.get_attribute("data-languages").unwrap_or_default();
    let available: Vec<&str> = available.split_ascii_whitespace().collect();
    let asked = address.language();
    let browser: Vec<String> = window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect();
    let wanted = asked.iter().chain(&browser).map(String::as_str);
    available.get(negotiate(wanted, &available)).map_or_else(String::new, |tag| (*tag).to_owned())
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
        listen(&self.window, "popstate", move |_| page.travelled());
        let page = Rc::clone(&self);
        listen(&self.window, "hashchange", move |_| page.fragment_changed());
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
        let last = self.state.replace(Rc::clone(state));
        if last.label != state.label {
            self.with_widget(|widget| widget.write("label", state.label.as_deref().unwrap_or_default()));
        }
        let kept = self.keep_entry.replace(false);
        // A damaged code stays in the address as it came: whoever has it open can still copy it.
        self.damaged.set(place == Place::Damaged);
        if self.damaged.get() {
            return;
        }
        let before = self.entry.get();
        let new = place != before.place && !kept;
        if new {
            self.with_widget(|widget| self.returns.note(&widget.host, before.depth));
        }
        let other = !kept && !continues(edition, &last.answers, &state.answers);
        let entry = Entry { set: before.set + u32::from(other), depth: before.depth + u32::from(new), place };
        self.entry.set(entry);
        self.address.write(edition, entry, state.code(edition).as_deref(), new);
    }

    /// The browser went back or forward to an entry of ours.
    fn travelled(&self) {
        let edition = Rc::clone(&self.props.borrow().edition);
        if let Some(entry) = self.address.entry(&edition) {
            let before = self.entry.replace(entry);
            self.returning.set(entry.set == before.set && entry.depth < before.depth);
            self.keep_entry.set(true);
            self.send(if entry.set == before.set {
                Action::Returned(entry.place)
            } else {
                Action::Restored(self.address.fragment(), entry.place)
            });
        }
    }

    /// Somebody changed the fragment by hand: it is read like a fresh one.
    fn fragment_changed(&self) {
        let edition = Rc::clone(&self.props.borrow().edition);
        if self.address.entry(&edition).is_none() {
            // The browser made an entry for it, which is the first of its set.
            let before = self.entry.get();
            self.entry.set(Entry { set: before.set + 1, depth: 0, place: before.place });
            self.keep_entry.set(true);
            self.send(Action::LinkOpened(self.address.fragment()));
        }
    }

    /// The way back within the page is the browser's own, so that its Back and ours never disagree.
    fn go_back(&self) {
        let ours = self.entry.get().depth > 0 && self.address.entry(&self.props.borrow().edition).is_some();
        if self.damaged.get() || !(ours && self.address.back()) {
            self.keep_entry.set(true);
            self.send(Action::SteppedBack);
        }
    }
}
