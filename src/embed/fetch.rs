//! Fetching the files of an edition.

use crate::edition::{Edition, Fault, Plain, RawEdition};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Window};

/// A file of an edition as a plain value. It is asked for at once, and read when the future is awaited: two of them
/// come side by side.
///
/// # Errors
///
/// What the browser says when the file cannot be fetched or is not JSON.
pub(super) fn plain(window: &Window, address: &str) -> impl Future<Output = Result<Plain, JsValue>> + use<> {
    read(JsFuture::from(window.fetch_with_str(address)))
}

async fn read(response: JsFuture) -> Result<Plain, JsValue> {
    let response: Response = response.await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from_str(&format!("{}: {}", response.url(), response.status())));
    }
    let json = JsFuture::from(response.json()?).await?;
    Ok(serde_wasm_bindgen::from_value(json)?)
}

/// An edition in one language.
///
/// # Errors
///
/// Every fault of the two files, one a line.
pub(super) fn edition(structure: &Plain, words: Plain) -> Result<Edition, JsValue> {
    Edition::try_from(RawEdition { structure: structure.clone(), words }).map_err(|faults| told(&faults))
}

/// Faults as the console shows them, one a line.
pub(super) fn told(faults: &[Fault]) -> JsValue {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    JsValue::from_str(&lines.join("\n"))
}
