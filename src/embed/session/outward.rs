//! What the widget wants done outside itself, and what comes of it.

use super::super::arrival::ticked;
use super::super::{Widget, download};
use super::Session;
use crate::app::{Action, Group, Outcome};
use crate::edition::Edition;
use crate::link::Source;
use crate::view::{Outward, Picture, Shared};
use js_sys::Reflect;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ShareData, Window};
use yew::Callback;

/// How long a painting is waited for, in milliseconds: longer than a slow machine takes for a frame.
const UNPAINTED: i32 = 500;

impl Session {
    pub(super) fn do_for(self: &Rc<Self>, wish: Outward) {
        let edition = Rc::clone(&self.props.borrow().edition);
        match wish {
            Outward::Changed(edition, state) => self.sync(&edition, &state),
            Outward::Arrived => self.with_widget(|widget| {
                widget.unfold_if_wide();
                self.before.catch_up(widget);
            }),
            Outward::Rendered(focus) => self.with_widget(|widget| self.focus(widget, focus)),
            Outward::LanguageChosen(index) => self.load_language(index),
            Outward::BackAsked => self.go_back(),
            Outward::ContinueAsked => self.go_on(&edition),
            Outward::OptionAsked => self.with_widget(|widget| widget.focus_on("#pm-first")),
            Outward::CodeSubmitted => self.open_text(self.typed("code"), Source::Typed),
            Outward::CodeAsked(code) => self.open_text(code, Source::Link),
            Outward::LabelSubmitted => {
                self.send(Action::Labelled(self.typed("label")));
                self.load_labels_again(&edition);
            }
            Outward::LabelAsked(label) => {
                self.send(Action::Labelled(label));
                self.with_widget(|widget| widget.focus_on("#pm-label-title"));
            }
            Outward::CopyAsked(name, text) => self.copy(name, &text),
            Outward::NameSubmitted => self.send(Action::Named(self.typed("name"))),
            Outward::ShareAsked(shared) => self.share(&shared),
            Outward::CurrentAsked(opening) => self.open_current(opening),
            Outward::PictureAsked(picture) => self.save(picture),
            Outward::PrintAsked => {
                let _ = self.window.print();
            }
            Outward::PasteSubmitted => self.paste(),
            Outward::FilesAsked => self.with_widget(Widget::ask_for_files),
            Outward::FilesChosen => self.open_chosen_files(),
            Outward::LineSubmitted(id) => {
                let text = self.typed(&format!("line-{id}"));
                self.send(Action::Group(Group::Corrected(id, text)));
            }
            Outward::RenameSubmitted(index) => {
                self.send(Action::Group(Group::Renamed(index, self.typed("rename"))));
            }
            Outward::ScanAsked(on) => self.scan(on),
            Outward::TableAsked(table) => self.save_table(table),
            Outward::KeepAsked(on) => self.keep_asked(on),
            Outward::KeptAsked => self.open_kept(),
            Outward::PaintAwaited(painted) => after_paint(&self.window, painted),
        }
    }

    fn typed(&self, name: &str) -> String {
        self.widget.borrow().as_ref().map_or_else(String::new, |widget| widget.typed(name))
    }

    /// What is ticked to the eye is what is answered, even if a script ticked it without a word to the widget.
    fn go_on(&self, edition: &Edition) {
        let ticked = self.widget.borrow().as_ref().and_then(|widget| ticked(edition, &widget.host));
        if let Some((question, options)) = ticked {
            self.send(Action::Adopted(question, options));
        }
        self.send(Action::Continued);
    }

    fn copy(self: &Rc<Self>, name: &'static str, text: &str) {
        let session = Rc::clone(self);
        let clipboard = session.window.navigator().clipboard();
        // Whatever its type says, a page that came without encryption has none.
        let copied = (!clipboard.is_undefined()).then(|| clipboard.write_text(text));
        spawn_local(async move {
            let done = match copied {
                Some(copied) => JsFuture::from(copied).await.is_ok(),
                None => false,
            };
            if !done {
                session.with_widget(|widget| widget.select(name));
            }
            session.send(Action::Ended(if done { Outcome::Copied(name) } else { Outcome::NotCopied(name) }));
        });
    }

    /// Opens the share menu of the device. A reader who closes it again has not failed.
    fn share(self: &Rc<Self>, shared: &Shared) {
        let data = ShareData::new();
        data.set_title(&shared.title);
        data.set_text(&shared.text);
        data.set_url(&shared.link);
        let (session, opened) = (Rc::clone(self), self.window.navigator().share_with_data(&data));
        spawn_local(async move {
            let failed = JsFuture::from(opened).await.is_err_and(|error| !is_abort(&error));
            session.send(Action::Ended(if failed { Outcome::NotShared } else { Outcome::Shared }));
        });
    }

    fn save(self: &Rc<Self>, picture: Picture) {
        let session = Rc::clone(self);
        let ((edition, state), address) = (self.shown.borrow().clone(), self.props.borrow().address.clone());
        spawn_local(async move {
            let saved = download::save(&session.window, edition, &state, address, picture).await;
            session.send(Action::Ended(if saved.is_ok() { Outcome::Saved } else { Outcome::NotSaved }));
        });
    }
}

/// Calls back once, after the next frame is painted: what is asked for before a frame runs ahead of its painting, and a timer
/// that is set there comes after it. Where nothing is painted, as in a tab that nobody looks at, it is not waited for.
fn after_paint(window: &Window, painted: Callback<()>) {
    let waits = Rc::new(Cell::new(true));
    let emit = move || {
        if waits.replace(false) {
            painted.emit(());
        }
    };
    let unpainted = Closure::once_into_js(emit.clone());
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(unpainted.unchecked_ref(), UNPAINTED);
    let paint = {
        let window = window.clone();
        move || {
            let _ = window.set_timeout_with_callback(Closure::once_into_js(emit).unchecked_ref());
        }
    };
    let _ = window.request_animation_frame(Closure::once_into_js(paint).unchecked_ref());
}

/// Whether the reader ended what was asked for (DOM Standard: `AbortError`).
fn is_abort(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "AbortError")
}
