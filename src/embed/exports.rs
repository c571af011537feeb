//! What scripts get of the module: opening the page, mounting an element's widget, and codes and classifications as data.

use super::fetch::Files;
use super::session::{self, Place, Session, start};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, Window};

/// The page's element that the widget is rendered into.
const HOST: &str = "peer-map";
/// What the page shows when the widget cannot start.
const FAILED: &str = "peer-map-failed";

/// Opens the widget in the page's own element. `files` are files of editions that came with the page: objects by the
/// addresses that the page names them by.
#[wasm_bindgen]
pub fn open(files: JsValue) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let Some(host) = document.get_element_by_id(HOST) else { return };
    let files = Files::new(window.clone(), files, JsValue::UNDEFINED);
    spawn_local(async move {
        // The page's own words say it to the reader, since those of the edition may be what is missing.
        if start(Place { window, host, element: None, files, kept: None }).await.is_err()
            && let Some(failed) = document.get_element_by_id(FAILED)
        {
            let _ = failed.remove_attribute("hidden");
        }
    });
}

/// The widget of an element.
#[wasm_bindgen]
pub struct Mounted(Rc<Session>);

/// What is left of a widget that was taken away: its answers, and where the reader was.
#[wasm_bindgen]
pub struct Kept(session::Kept);

/// Renders a widget into `host`, as the attributes of `element` ask; with what was `kept` of another, if its edition is the
/// same. `integrity` has what the content of files must be, by
/// their addresses (Subresource Integrity).
///
/// # Errors
///
/// If the built-in edition cannot be shown; the console says why.
#[wasm_bindgen]
pub async fn mount(
    host: Element,
    element: HtmlElement,
    integrity: JsValue,
    kept: Option<Kept>,
) -> Result<Mounted, JsError> {
    let files = Files::new(window()?, JsValue::UNDEFINED, integrity);
    let kept = kept.map(|kept| kept.0);
    let session = start(Place { window: window()?, host, element: Some(element), files, kept }).await;
    session.map(Mounted).map_err(|failure| JsError::new(&format!("Peer Map has no edition: {failure:?}")))
}

fn window() -> Result<Window, JsError> {
    web_sys::window().ok_or_else(|| JsError::new("Peer Map needs a window"))
}

#[wasm_bindgen]
impl Mounted {
    /// Takes over what an attribute of the element says now.
    pub fn follow(&self, attribute: &str) {
        self.0.follow(attribute);
    }

    /// The code of what is answered; undefined while there are no answers.
    pub fn code(&self) -> Option<String> {
        self.0.code()
    }

    /// Takes the widget away, and keeps nothing of the page in memory; gives what the next one can go on with.
    pub fn leave(self) -> Kept {
        Kept(self.0.leave())
    }
}
