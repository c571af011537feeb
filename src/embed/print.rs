//! Paper: what is folded away on the screen is printed too.

use super::{Listeners, listen};
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList, Window};

/// Marks what was unfolded for paper only.
const UNFOLDED: &str = "data-unfolded";

/// Unfolds every `<details>` in `host` before the window prints, and folds it again afterwards. Style sheets can do it
/// in some browsers only (`::details-content`, CSS Pseudo-Elements Level 4).
pub(super) fn unfold_for_paper(window: &Window, host: &Element) -> Listeners {
    let unfolded = host.clone();
    let before = listen(window, "beforeprint", move |_| {
        each(unfolded.query_selector_all("details:not([open])").ok(), |details| {
            let _ = details.set_attribute("open", "");
            let _ = details.set_attribute(UNFOLDED, "");
        });
    });
    let folded = host.clone();
    let after = listen(window, "afterprint", move |_| {
        each(folded.query_selector_all(&format!("[{UNFOLDED}]")).ok(), |details| {
            let _ = details.remove_attribute("open");
            let _ = details.remove_attribute(UNFOLDED);
        });
    });
    vec![before, after]
}

fn each(found: Option<NodeList>, act: impl Fn(&Element)) {
    let Some(found) = found else { return };
    for element in (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()) {
        act(&element);
    }
}
