//! Fetching the files of an edition.

use crate::edition::{Edition, Fault, Plain, RawEdition};
use js_sys::{Array, Object};
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
    Ok(plain_of(&JsFuture::from(response.json()?).await?))
}

/// A value that was parsed from JSON. There are six kinds of it (ECMA-404), so this is less than a tenth of what a
/// deserialiser for every JavaScript value takes.
fn plain_of(json: &JsValue) -> Plain {
    if let Some(text) = json.as_string() {
        Plain::Text(text)
    } else if let Some(number) = json.as_f64() {
        Plain::Number(number)
    } else if let Some(value) = json.as_bool() {
        Plain::Bool(value)
    } else if let Some(items) = json.dyn_ref::<Array>() {
        Plain::List(items.iter().map(|item| plain_of(&item)).collect())
    } else if let Some(object) = json.dyn_ref::<Object>() {
        let entry = |entry: JsValue| {
            let entry = Array::from(&entry);
            (entry.get(0).as_string().unwrap_or_default(), plain_of(&entry.get(1)))
        };
        Plain::Map(Object::entries(object).iter().map(entry).collect())
    } else {
        Plain::Null
    }
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
