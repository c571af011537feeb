//! The web glue: mounting the view in a document, and what the browser has to do with it.
//!
//! **Invariant.** Only this layer names web-sys, gloo or wasm-bindgen. It decides nothing about content. Whatever the
//! browser refuses (history in a sandbox, the clipboard, a fetch) it goes without or says so; it never throws.

mod arrival;
mod data;
mod download;
mod fetch;
mod glossary;
mod exports;
mod history;
mod latest;
mod navigation;
mod local;
mod outlet;
mod print;
mod returns;
mod session;
mod value;
mod wishes;

pub use data::Data;
pub use exports::{Kept, Mounted, mount, open};

use crate::view::{Focus, Message, Props, Root};
use gloo_events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot};
use yew::{AppHandle, Renderer};

/// The field of a name that was refused.
const REFUSED: &str = "#pm-name[aria-invalid]";

/// One widget in a document.
struct Widget {
    host: Element,
    handle: RefCell<AppHandle<Root>>,
}

impl Widget {
    /// Renders the widget into `host`, in place of what was there.
    fn mount(host: Element, props: Props) -> Self {
        let handle = Renderer::<Root>::with_root_and_props(host.clone(), props).render();
        Self { host, handle: RefCell::new(handle) }
    }

    fn destroy(self) {
        self.handle.into_inner().destroy();
    }

    fn send(&self, message: impl Into<Message>) {
        self.handle.borrow().send_message(message.into());
    }

    fn update(&self, props: Props) {
        self.handle.borrow_mut().update(props);
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.host.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    /// Puts the keyboard, and with it a screen reader, where a step leads.
    fn focus(&self, focus: Focus) {
        match focus {
            Focus::Heading => self.focus_on("h1"),
            Focus::Earlier => self.focus_on(".pm-earlier [tabindex]"),
            Focus::Problem => self.focus_on("[role=alert][tabindex]"),
            // Only the session knows what was stepped to.
            Focus::Item => {}
            Focus::Name if self.find(REFUSED).is_some() => self.focus_on(REFUSED),
            Focus::Name => self.focus_on("#pm-name-fold"),
            Focus::Told => self.focus_on("#pm-told"),
            Focus::Rename => self.focus_on("#pm-rename"),
        }
    }

    /// Puts the keyboard on an item of the map, by the mark in it. It is there in both maps; the one that is not shown does
    /// not take the focus.
    fn focus_on_item(&self, mark: &str) {
        let Ok(marks) = self.host.query_selector_all(&format!(".pm-map {mark}")) else { return };
        let marks = (0..marks.length()).filter_map(|index| marks.get(index)?.dyn_into::<Element>().ok());
        for item in marks.filter_map(|mark| mark.closest(".pm-item[role=button]").ok().flatten()) {
            // SVG elements have the method too, and the binding calls it by name.
            let _ = item.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Where the map is wide its landmarks are numbers, so their list stands open.
    fn unfold_if_wide(&self) {
        let narrow = self.find(".pm-only-narrow").is_some_and(|words| words.offset_width() > 0);
        if let Some(list) = self.find(".pm-fold.is-open-wide").filter(|_| !narrow) {
            let _ = list.set_attribute("open", "");
        }
    }

    fn focus_on(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            // An element that cannot take the focus is left alone; nothing else depends on it.
            let _ = element.focus();
        }
    }

    /// Presses the button that does something.
    fn press(&self, action: &str) {
        if let Some(button) = self.find(&format!("button[data-action=\"{action}\"]")) {
            button.click();
        }
    }

    fn field(&self, name: &str) -> Option<HtmlInputElement> {
        self.find(&format!("input[name={name}]"))?.dyn_into().ok()
    }

    /// Opens the dialogue in which files are chosen.
    fn ask_for_files(&self) {
        if let Some(field) = self.field("files") {
            field.click();
        }
    }

    fn typed(&self, name: &str) -> String {
        self.field(name).map_or_else(String::new, |input| input.value())
    }

    /// Writes into a field, if it is there and holds something else: writing moves the caret.
    fn write(&self, name: &str, text: &str) {
        if let Some(input) = self.field(name).filter(|input| input.value().trim() != text) {
            input.set_value(text);
        }
    }

    /// Selects what a field of one or several lines holds, for the reader to copy.
    fn select(&self, name: &str) {
        if let Some(field) = self.find(&format!("input[name={name}], textarea[name={name}]")) {
            let _ = field.focus();
            // Fields of several lines have the method too, and the binding calls it by name.
            field.unchecked_into::<HtmlInputElement>().select();
        }
    }
}

/// What listens for a widget; dropped, it hears no more.
type Listeners = Vec<EventListener>;

fn listen(
    target: &web_sys::EventTarget,
    event: &'static str,
    heard: impl FnMut(&web_sys::Event) + 'static,
) -> EventListener {
    EventListener::new(target, event, heard)
}

/// What has the keyboard, in the tree that `host` stands in: of a shadow tree, the document knows only its host.
fn focused(host: &Element) -> Option<Element> {
    let root = host.get_root_node();
    match root.dyn_into::<ShadowRoot>() {
        Ok(root) => root.active_element(),
        Err(_) => host.owner_document()?.active_element(),
    }
}
