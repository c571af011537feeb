//! Paper: what is folded away on the screen is printed too.

use super::listen;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList, Window};

/// Marks what was unfolded for paper only.
const UNFOLDED: &str = "data-unfolded";

/// Unfolds every `<details>` in `host` before the window prints, and folds it again afterwards. Style sheets can do it
/// in some browsers only (`::details-content`, CSS Pseudo-Elements Level 4).
pub(super) fn unfold_for_paper(window: &Window, host: &Element) {
    let before = host.clone();
    listen(window, "beforeprint", move |_| {
        each(before.query_selector_all("details:not([open])").ok(), |details| {
            let _ = details.set_attribute("open", "");
            let _ = details.set_attribute(UNFOLDED, "");
        });
    });
    let after = host.clone();
    listen(window, "afterprint", move |_| {
        each(after.query_selector_all(&format!("[{UNFOLDED}]")).ok(), |details| {
            let _ = details.remove_attribute("open");
            let _ = details.remove_attribute(UNFOLDED);
        });
    });
}

fn each(found: Option<NodeList>, act: impl Fn(&Element)) {
    let Some(found) = found else { return };
    for element in (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()) {
        act(&element);
    }
}
