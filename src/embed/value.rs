//! Plain values, and what JavaScript has for them.
//!
//! There are six kinds (ECMA-404), so this is less than a tenth of what a deserialiser for every JavaScript value takes.

use crate::edition::Plain;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The plain value of what a browser parsed from JSON, or of what a script wrote in the same way.
pub(super) fn plain(value: &JsValue) -> Plain {
    shallow(value, DEEPEST)
}

/// How deep values may lie in each other; what lies deeper is `Null`. Editions and groups have less than half of it, and
/// without an end a file could exhaust the stack, and take the whole widget with it.
const DEEPEST: usize = 32;

fn shallow(value: &JsValue, depth: usize) -> Plain {
    let Some(deeper) = depth.checked_sub(1) else { return Plain::Null };
    if let Some(text) = value.as_string() {
        Plain::Text(text)
    } else if let Some(number) = value.as_f64() {
        Plain::Number(number)
    } else if let Some(value) = value.as_bool() {
        Plain::Bool(value)
    } else if let Some(items) = value.dyn_ref::<Array>() {
        Plain::List(items.iter().map(|item| shallow(&item, deeper)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let entry = |entry: JsValue| {
            let entry = Array::from(&entry);
            (entry.get(0).as_string().unwrap_or_default(), shallow(&entry.get(1), deeper))
        };
        Plain::Map(Object::entries(object).iter().map(entry).collect())
    } else {
        Plain::Null
    }
}

/// What a script gets of a plain value: objects and arrays of its own.
pub(super) fn script(value: &Plain) -> JsValue {
    match value {
        Plain::Null => JsValue::NULL,
        Plain::Bool(value) => JsValue::from_bool(*value),
        Plain::Number(number) => JsValue::from_f64(*number),
        Plain::Text(text) => JsValue::from_str(text),
        Plain::List(items) => items.iter().map(script).collect::<Array>().into(),
        Plain::Map(entries) => {
            let object = Object::new();
            for (key, value) in entries {
                set(&object, key, &script(value));
            }
            object.into()
        }
    }
}

/// Gives an object of ours a property.
pub(super) fn set(object: &Object, key: &str, value: &JsValue) {
    // Only an object that refuses can fail, and ours does not.
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}
