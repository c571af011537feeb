//! Every message of a shipped locale, with where it stands.

use serde_json::Value;

/// The path of each text of a locale file, from its root (`/questions/k/text`), and the text.
pub fn messages(file: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(file, String::new(), &mut found);
    found
}

fn collect(value: &Value, path: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((path, text.clone())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{path}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                collect(field, format!("{path}/{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
