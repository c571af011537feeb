//! A test edition: `ps2`, as it could follow `ps1`. One option was renamed (k2), one split (f3), one retired (w6) and one
//! added (p7). Its files are those of `ps1`, changed by patches (RFC 6902), so that it stays whole as `ps1` does.
//!
//! The browser tests have it too, which know nothing of the library: so it is JSON here, and read where it is used.

use serde_json::Value;

/// A file of the edition, by its name without `.json`: `edition`, the tag of a language, or labels.
pub fn json(file: &str) -> Value {
    let (before, patch) = match file {
        "edition" => (include_str!("../../editions/ps1/edition.json"), include_str!("edition.patch.json")),
        "en" => (include_str!("../../editions/ps1/en.json"), include_str!("en.patch.json")),
        "fr" => (include_str!("../../editions/ps1/fr.json"), include_str!("fr.patch.json")),
        "zh-Hans" => (include_str!("../../editions/ps1/zh-Hans.json"), include_str!("zh-Hans.patch.json")),
        // Labels name kinds, and those are the same.
        "labels" => (include_str!("../../editions/ps1/labels.json"), "[]"),
        "labels.en" => (include_str!("../../editions/ps1/labels.en.json"), "[]"),
        "labels.fr" => (include_str!("../../editions/ps1/labels.fr.json"), "[]"),
        "labels.zh-Hans" => (include_str!("../../editions/ps1/labels.zh-Hans.json"), "[]"),
        other => panic!("ps2 has no {other}.json"),
    };
    let mut json = serde_json::from_str(before).unwrap();
    let patch: json_patch::Patch = serde_json::from_str(patch).unwrap();
    json_patch::patch(&mut json, &patch).unwrap_or_else(|error| panic!("{file}.patch.json: {error}"));
    json
}

/// The names of its files.
pub const FILES: [&str; 8] = ["edition", "en", "fr", "zh-Hans", "labels", "labels.en", "labels.fr", "labels.zh-Hans"];
