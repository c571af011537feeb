//! What this device keeps, if the reader wants it: one group, in the storage of the page's origin.
//!
//! gloo-storage would write through serde_json, which the wasm has no other use for: the browser's own storage takes text.

use web_sys::{Storage, Window};

/// What the group is kept under.
const GROUP: &str = "peer-map group";

/// The storage, if the browser lets the page have one. A sandbox without an origin throws.
fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok().flatten()
}

/// The group that is kept.
pub(super) fn kept(window: &Window) -> Option<String> {
    storage(window)?.get_item(GROUP).ok().flatten()
}

/// Keeps this text; false if the storage is blocked or full.
pub(super) fn keep(window: &Window, text: &str) -> bool {
    storage(window).is_some_and(|storage| storage.set_item(GROUP, text).is_ok())
}

/// Deletes what is kept.
pub(super) fn forget(window: &Window) {
    if let Some(storage) = storage(window) {
        let _ = storage.remove_item(GROUP);
    }
}
