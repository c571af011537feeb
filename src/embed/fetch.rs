//! Fetching the files of an edition.

use crate::edition::{Edition, Plain, RawEdition};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// A file of an edition as a plain value.
///
/// # Errors
///
/// What the browser says when the file cannot be fetched or is not JSON.
pub(super) async fn plain(address: &str) -> Result<Plain, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from_str(&format!("{address}: {}", response.status())));
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
    Edition::try_from(RawEdition { structure: structure.clone(), words }).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        JsValue::from_str(&lines.join("\n"))
    })
}
