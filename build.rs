//! Refuses to build when a built-in edition has a fault: a missing translation breaks the build, never the page. Then
//! writes the style of pictures that stand alone.

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

#[path = "build/picture_style.rs"]
mod picture_style;

use picture_style::picture_style;
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
    write_picture_style(&root.join("styles"));
}

/// Writes `picture.css` for `src/view/poster.rs` to include.
fn write_picture_style(styles: &Path) {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=styles");
    let sheet = |name: &str| fs::read_to_string(styles.join(name)).expect("styles/ can be read");
    let sheets = ["mark.css", "territory.css", "poster.css"].map(sheet);
    let sheets: Vec<&str> = sheets.iter().map(String::as_str).collect();
    match picture_style(&sheet("tokens.css"), &sheet("kinds.css"), &sheets) {
        Ok(style) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
            fs::write(out.join("picture.css"), style).expect("OUT_DIR can be written");
        }
        Err(fault) => println!("cargo::error=The style of pictures: {fault}"),
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
