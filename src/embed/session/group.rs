//! What the browser has to do with a group: texts and files that come in, files that go out, and the last question before
//! unsaved work is left.

use super::super::value::plain;
use super::super::{Listeners, download, listen};
use super::Session;
use crate::app::{Action, Group, Outcome, Screen, State, Told, Unread};
use crate::edition::Edition;
use crate::group::import::{Import, NotText, read_json, read_lines, text_of};
use crate::group::{csv, json};
use crate::view::{Keeping, MOST_MEGABYTES, Message, Table};
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{JSON, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Element, Event, File, FileList, HtmlElement, HtmlInputElement};

/// The mark of what is dragged over the place for files.
const OVER: &str = "data-over";

impl Session {
    /// Reads what stands in the field, and empties it: what could not be read stands below it then.
    pub(super) fn paste(self: &Rc<Self>) {
        let Some(field) = self.paste_field() else { return };
        if self.read_text(field.value()) {
            field.set_value("");
        }
    }

    fn paste_field(&self) -> Option<HtmlInputElement> {
        let field = self.widget.borrow().as_ref()?.find("textarea[name=paste]")?;
        // Fields of several lines have a value too, and the binding calls it by name.
        Some(field.unchecked_into())
    }

    /// Adds what a text says to the group; false if it says nothing.
    fn read_text(&self, text: String) -> bool {
        let parsed = is_json(&text).then(|| JSON::parse(&text));
        let (action, read) = match parsed {
            Some(Ok(value)) => {
                let import = read_json(&self.props.borrow().edition, &plain(&value));
                // Of another format there is nothing to correct but in the field.
                let read = !import.members.is_empty();
                (Group::Imported(import, Vec::new()), read)
            }
            Some(Err(_)) => (Group::Unread(Told::NotJson), false),
            None => {
                let read = !text.trim().is_empty();
                (Group::Pasted(text), read)
            }
        };
        self.send(Action::Group(action));
        read
    }

    pub(super) fn open_chosen_files(self: &Rc<Self>) {
        let field = self.widget.borrow().as_ref().and_then(|widget| widget.field("files"));
        let Some(field) = field else { return };
        let files = field.files().map(list).unwrap_or_default();
        // The same file can be chosen again once it was corrected.
        field.set_value("");
        self.open_files(files);
    }

    /// Reads files, and adds what all of them say at once: each that cannot be read is told by its name.
    fn open_files(self: &Rc<Self>, files: Vec<File>) {
        let (session, edition) = (Rc::clone(self), Rc::clone(&self.props.borrow().edition));
        spawn_local(async move {
            let (mut all, mut unread) = (Import::default(), Vec::new());
            for file in files {
                match read(&edition, &file).await {
                    Ok(import) => all.append(import),
                    Err(why) => unread.push((file.name(), why)),
                }
            }
            session.send(Action::Group(Group::Imported(all, unread)));
        });
    }

    pub(super) fn save_table(&self, table: Table) {
        let (edition, state) = self.shown.borrow().clone();
        let members = &state.workshop.members;
        let name = format!("peer-map-{}", download::today());
        let saved = match table {
            Table::Csv => {
                let text = csv(&edition, members);
                download::save_text(&self.window, &text, "text/csv;charset=utf-8", &format!("{name}.csv"))
            }
            Table::Json => {
                let text = json(&edition, members, state.workshop.eyes);
                download::save_text(&self.window, &text, "application/json", &format!("{name}.json"))
            }
        };
        if saved.is_ok() {
            *self.saved.borrow_mut() = Some(Rc::clone(members));
        }
        self.send(Action::Ended(if saved.is_ok() { Outcome::FileSaved } else { Outcome::FileNotSaved }));
    }

    /// Whether something of the group is only here: in no file, in no storage, and not in the address; or only typed yet.
    fn is_unsaved(&self) -> bool {
        let state = Rc::clone(&self.shown.borrow().1);
        let workshop = &state.workshop;
        let saved = self.saved.borrow().as_ref().is_some_and(|saved| Rc::ptr_eq(saved, &workshop.members));
        let kept = matches!(self.props.borrow().keeping, Keeping::On(_));
        let addressed = self.navigation.is_some() && !self.outlet.is_framed() && state.is_in_group();
        if self.paste_field().is_some_and(|field| !field.value().trim().is_empty()) {
            return true;
        }
        let empty = workshop.members.is_empty() && workshop.refused.is_empty();
        // Neither files nor the kept copy have lines that could not be read.
        let elsewhere = (saved || kept) && workshop.refused.is_empty();
        !empty && !elsewhere && (!addressed || workshop.is_beyond_link())
    }

    /// Listens for what concerns a group: leaving, files that are dropped, scrolling, printing.
    pub(super) fn attend_group(self: &Rc<Self>) -> Listeners {
        let session = Rc::clone(self);
        let leaving = listen_actively(&self.window, "beforeunload", move |event| {
            // The browser asks in its own words.
            if session.is_unsaved() {
                event.prevent_default();
            }
        });
        let session = Rc::clone(self);
        let over = listen_actively(&self.host, "dragover", move |event| {
            if session.takes_files() {
                event.prevent_default();
                session.mark(true);
            }
        });
        let session = Rc::clone(self);
        let left = listen(&self.host, "dragleave", move |_| session.mark(false));
        let session = Rc::clone(self);
        let dropped = listen_actively(&self.host, "drop", move |event| {
            if session.takes_files() {
                event.prevent_default();
                session.mark(false);
                session.take(event.unchecked_ref());
            }
        });
        let session = Rc::clone(self);
        // Scrolling does not bubble.
        let captured = EventListenerOptions::run_in_capture_phase();
        let scrolled = EventListener::new_with_options(&self.host, "scroll", captured, move |event| {
            if let Some(row) = first_row(event) {
                session.with_widget(|widget| widget.send(Message::Scrolled(row)));
            }
        });
        let session = Rc::clone(self);
        // Another page of this origin has kept something, or deleted it.
        let stored = listen(&self.window, "storage", move |_| session.look_again());
        let paper = [("beforeprint", true), ("afterprint", false)].map(|(event, on_paper)| {
            let session = Rc::clone(self);
            listen(&self.window, event, move |_| session.with_widget(|widget| widget.send(Message::OnPaper(on_paper))))
        });
        [leaving, over, left, dropped, scrolled, stored].into_iter().chain(paper).collect()
    }

    fn takes_files(&self) -> bool {
        let state: Rc<State> = Rc::clone(&self.shown.borrow().1);
        state.screen == Screen::Group && state.overlay().is_none()
    }

    fn mark(&self, over: bool) {
        self.with_widget(|widget| {
            if let Some(place) = widget.find("[data-drop]") {
                let _ = place.toggle_attribute_with_force(OVER, over);
            }
        });
    }

    /// Takes what was dropped: files, or text.
    fn take(self: &Rc<Self>, event: &DragEvent) {
        let Some(data) = event.data_transfer() else { return };
        let files = data.files().map(list).unwrap_or_default();
        if files.is_empty() {
            self.read_text(data.get_data("text").unwrap_or_default());
        } else {
            self.open_files(files);
        }
    }
}

/// Listens for an event that can be stopped.
fn listen_actively(
    target: &web_sys::EventTarget,
    event: &'static str,
    heard: impl FnMut(&Event) + 'static,
) -> EventListener {
    EventListener::new_with_options(target, event, EventListenerOptions::enable_prevent_default(), heard)
}

/// Whether a text means to be JSON: no code and no name begins so.
fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

fn list(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

/// What a file says.
async fn read(edition: &Edition, file: &File) -> Result<Import, Unread> {
    if file.size() > f64::from(MOST_MEGABYTES) * 1e6 {
        return Err(Unread::TooLarge);
    }
    let bytes: Result<JsValue, JsValue> = JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec()).map_err(|_| Unread::NotText(NotText::Binary))?;
    let text = text_of(&bytes).map_err(Unread::NotText)?;
    match is_json(&text) {
        true => JSON::parse(&text).map(|value| read_json(edition, &plain(&value))).map_err(|_| Unread::NotJson),
        false => Ok(read_lines(edition, &text)),
    }
}

/// The row that is at the upper edge of a long list.
fn first_row(event: &Event) -> Option<usize> {
    let list: Element = event.target()?.dyn_into().ok()?;
    list.get_attribute("data-rows")?;
    let row: HtmlElement = list.query_selector("[data-programme]").ok()??.dyn_into().ok()?;
    Some((list.scroll_top().max(0) / row.offset_height().max(1)) as usize)
}
