//! Ways back: whoever returns from what lay over a screen is put where they left it, and not at its head.

use super::focused;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// The same answers give the same buttons, but for those of what was pointed at on the map, which is forgotten on the way.
const BUTTONS: &str = "button:not(.pm-ways *)";

/// Which button led on from which entry of the history: the depth of the entry, the place of the button among [`BUTTONS`],
/// and its words.
#[derive(Default)]
pub(super) struct Returns(RefCell<Vec<(u32, u32, String)>>);

impl Returns {
    /// Notes the button that has the keyboard, at the entry of this depth; later ones are forgotten. Some browsers give
    /// the keyboard to no button that is clicked: there the head of the screen has to do.
    pub(super) fn note(&self, host: &Element, depth: u32) {
        let mut noted = self.0.borrow_mut();
        noted.retain(|(earlier, ..)| *earlier < depth);
        let focused = focused(host).map(Node::from);
        let Ok(buttons) = host.query_selector_all(BUTTONS) else { return };
        let pressed = (0..buttons.length()).find(|index| focused.is_some() && buttons.get(*index) == focused);
        let words = focused.and_then(|button| button.text_content()).unwrap_or_default();
        noted.extend(pressed.map(|index| (depth, index, words)));
    }

    /// Puts the keyboard on the button that led on from the entry of this depth; false if none is known.
    pub(super) fn restore(&self, host: &Element, depth: u32) -> bool {
        let noted = self.0.borrow();
        let button = noted.iter().find(|(of, ..)| *of == depth).and_then(|(_, index, words)| {
            let button = host.query_selector_all(BUTTONS).ok()?.get(*index)?;
            (button.text_content().as_ref() == Some(words)).then_some(button)
        });
        button.and_then(|button| button.dyn_into::<HtmlElement>().ok()).is_some_and(|button| button.focus().is_ok())
    }
}
