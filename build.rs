//! Refuses to build when a built-in edition has a fault: a missing translation breaks the build, never the page.

#![allow(
    dead_code,
    unused_imports,
    reason = "the build only reads editions; the rest of the module serves the library"
)]
#![allow(clippy::panic, clippy::expect_used, reason = "a build script speaks by failing")]

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The library's own module, so that the build and the page cannot disagree on what is valid.
#[path = "src"]
mod source {
    pub mod edition;
}

use source::edition::{Edition, Plain, RawEdition};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    println!("cargo::rerun-if-changed=editions");
    println!("cargo::rerun-if-changed=src/edition");
    println!("cargo::rerun-if-changed=src/edition.rs");
    let faults: Vec<String> = folders(&root.join("editions")).iter().flat_map(|folder| check_edition(folder)).collect();
    for fault in &faults {
        println!("cargo::error={fault}");
    }
}

fn folders(editions: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(editions).expect("editions/ can be read").flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The faults of an edition in every language that it declares.
fn check_edition(folder: &Path) -> Vec<String> {
    let structure = match read(&folder.join("edition.json")) {
        Ok(structure) => structure,
        Err(fault) => return vec![fault],
    };
    let mut faults: Vec<String> = Vec::new();
    for tag in tags(&structure) {
        let file = folder.join(format!("{tag}.json"));
        match read(&file) {
            Ok(words) => faults.extend(check_language(&structure, words, &file)),
            Err(fault) => faults.push(fault),
        }
    }
    faults
}

fn check_language(structure: &Plain, words: Plain, file: &Path) -> Vec<String> {
    let raw = RawEdition { structure: structure.clone(), words };
    let faults = Edition::try_from(raw).err().unwrap_or_default();
    faults.iter().map(|fault| format!("{}: {fault}", file.display())).collect()
}

fn read(file: &Path) -> Result<Plain, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
}

fn tags(structure: &Plain) -> Vec<String> {
    let Plain::Map(entries) = structure else { return Vec::new() };
    let languages = entries.iter().find(|(key, _)| key == "languages");
    let Some((_, Plain::List(languages))) = languages else { return Vec::new() };
    languages.iter().filter_map(tag).collect()
}

fn tag(language: &Plain) -> Option<String> {
    let Plain::Map(entries) = language else { return None };
    match entries.iter().find(|(key, _)| key == "tag") {
        Some((_, Plain::Text(tag))) => Some(tag.clone()),
        _ => None,
    }
}
