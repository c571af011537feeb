//! Arriving: what the address asks for, and what was done to the HTML that the page came with.

use super::history::Address;
use super::wishes::Mode;
use super::{Widget, focused};
use crate::app::Action;
use crate::edition::{Digit, Edition, Options, QuestionId};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What has already happened when the widget arrives: a wish for the map or for a code, a place in the history, options
/// ticked on the question that the page came with.
pub(super) fn opening(
    edition: &Edition,
    address: Option<&Address>,
    mode: Mode,
    code: String,
    host: &Element,
) -> Vec<Action> {
    let mut opening = Vec::new();
    // First, so that a code or a place in the history, which say more, take its place.
    opening.extend(mode.opening());
    match address.and_then(|address| address.entry(edition)) {
        Some(entry) => opening.push(Action::Restored(code, entry.place)),
        None if !code.is_empty() => opening.push(Action::LinkOpened(code)),
        None => {}
    }
    let ticked = ticked(edition, host).filter(|(_, options)| !options.is_empty());
    opening.extend(ticked.map(|(question, options)| Action::Adopted(question, options)));
    opening
}

/// What is ticked to the eye, on the question that is shown.
pub(super) fn ticked(edition: &Edition, host: &Element) -> Option<(QuestionId, Options)> {
    let letter = host.query_selector("[data-question]").ok()??.get_attribute("data-question")?;
    let question = edition.by_letter(letter.chars().next()?)?;
    let inputs = host.query_selector_all("[data-question] input:checked").ok()?;
    let value = |index| inputs.get(index)?.dyn_into::<HtmlInputElement>().ok()?.value().chars().next();
    let ticked: Options = (0..inputs.length()).filter_map(value).filter_map(Digit::from_char).collect();
    Some((question.id, ticked.and(question.options())))
}

/// Where the reader was in the HTML that the page came with, before the widget rendered its own in place of it.
pub(super) struct Before {
    /// Where the keyboard was.
    focused: Option<String>,
    /// The action of the button that was pressed, as the script of the page tells.
    pressed: Option<String>,
}

impl Before {
    pub(super) fn read(host: &Element) -> Self {
        Self { focused: focused(host).as_ref().and_then(selector), pressed: host.get_attribute("data-pressed") }
    }

    /// Does it again on the first screen of the widget.
    pub(super) fn catch_up(&self, widget: &Widget) {
        if let Some(selector) = &self.focused {
            widget.focus_on(selector);
        }
        if let Some(action) = &self.pressed {
            widget.press(action);
        }
    }
}

/// What finds a control again after the widget has rendered it anew.
fn selector(control: &Element) -> Option<String> {
    let attribute = |name: &str| control.get_attribute(name).map(|value| format!("[{name}=\"{value}\"]"));
    match (attribute("name"), attribute("value")) {
        (Some(name), Some(value)) => Some(name + &value),
        _ => attribute("data-action"),
    }
}
