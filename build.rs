//! Refuses to build when a built-in edition has a fault: a missing translation breaks the build, never the page. Then
//! writes the style of pictures that stand alone.

#![allow(
    dead_code,
    unused_imports,
    reason = "the build only reads editions; the rest of the module serves the library"
)]
#![allow(clippy::panic, clippy::expect_used, reason = "a build script speaks by failing")]

use std::fmt::Display;
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
use source::edition::{Edition, Fault, Labels, Plain, RawEdition, RawLabels, Review, succession, tags, words_in};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    println!("cargo::rerun-if-changed=editions");
    println!("cargo::rerun-if-changed=src/edition");
    println!("cargo::rerun-if-changed=src/edition.rs");
    let folders = folders(&root.join("editions"));
    let mut faults: Vec<String> = folders.iter().flat_map(|folder| check_edition(folder)).collect();
    // What follows from version to version is only worth checking once each is right.
    if faults.is_empty() {
        faults = check_versions(&folders);
    }
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

/// The file of an edition that is the same in every language.
const STRUCTURE: &str = "edition.json";

/// What is wrong, one line each.
type Told<T> = Result<T, Vec<String>>;

/// The faults of an edition in every language that it declares, and of its labels, where it has some.
fn check_edition(folder: &Path) -> Vec<String> {
    let file = folder.join("labels.json");
    let labels = if file.is_file() { read(&file).map(Some) } else { Ok(None) };
    match (read(&folder.join(STRUCTURE)), labels) {
        (Ok(structure), Ok(labels)) => {
            let check = |tag: String| check_language(folder, &structure, labels.as_ref(), &tag).err();
            let mut faults: Vec<String> = tags(&structure).into_iter().filter_map(check).flatten().collect();
            // Those of the structure of the labels come with every language.
            faults.sort();
            faults.dedup();
            faults
        }
        (structure, labels) => structure.err().into_iter().chain(labels.err()).flatten().collect(),
    }
}

fn check_language(folder: &Path, structure: &Plain, labels: Option<&Plain>, tag: &str) -> Told<()> {
    let file = folder.join(format!("{tag}.json"));
    let raw = RawEdition { structure: structure.clone(), words: read_words(folder, structure, tag)? };
    let edition = Edition::try_from(raw).map_err(|faults| told(&faults, |_| file.clone()))?;
    let Some(labels) = labels else { return Ok(()) };
    let words = folder.join(format!("labels.{}.json", edition.spoken().base()));
    let raw = RawLabels { structure: labels.clone(), words: read(&words)? };
    let file = |fault: &Fault| if fault.path.starts_with("words") { words.clone() } else { folder.join("labels.json") };
    Labels::read(&edition, &raw).map(drop).map_err(|faults| told(&faults, file))
}

fn read_words(folder: &Path, structure: &Plain, tag: &str) -> Told<Plain> {
    words_in(structure, tag, |tag| read(&folder.join(format!("{tag}.json"))))
}

/// The faults of each edition as what follows the version before it, and of the names of their folders, by which a page
/// finds the earlier versions of its edition.
fn check_versions(folders: &[PathBuf]) -> Vec<String> {
    let mut editions: Vec<(&Path, Edition)> = Vec::new();
    for folder in folders {
        match original(folder) {
            Ok(edition) => editions.push((folder, edition)),
            Err(faults) => return faults,
        }
    }
    editions.sort_by_key(|(_, edition)| (edition.name.clone(), edition.version));
    let mut faults = Vec::new();
    for (index, (folder, newer)) in editions.iter().enumerate() {
        if !folder.ends_with(newer.id()) {
            faults.push(format!("{}: the folder should be called {}", folder.display(), newer.id()));
        }
        let older = index.checked_sub(1).map(|before| &editions[before].1).filter(|older| older.name == newer.name);
        let file =
            |fault: &Fault| folder.join(if fault.path.starts_with("words") { words(newer) } else { STRUCTURE.into() });
        match older {
            Some(older) => faults.extend(told(&succession::faults(older, newer), file)),
            None if newer.version != 1 => {
                faults.push(format!("{}: {}1 is missing, whose codes must open", folder.display(), newer.name));
            }
            None => {}
        }
    }
    faults
}

/// An edition in the language that it was written in.
fn original(folder: &Path) -> Told<Edition> {
    let structure = read(&folder.join(STRUCTURE))?;
    let in_language = |tag: &String| {
        let file = folder.join(format!("{tag}.json"));
        let raw = RawEdition { structure: structure.clone(), words: read_words(folder, &structure, tag)? };
        Edition::try_from(raw).map_err(|faults| told(&faults, |_| file.clone()))
    };
    let editions: Vec<Edition> = tags(&structure).iter().map(in_language).collect::<Told<_>>()?;
    let written = editions.iter().position(|edition| edition.spoken().review == Review::Original).unwrap_or(0);
    editions.into_iter().nth(written).ok_or_else(|| vec![format!("{}: has no language", folder.display())])
}

fn words(edition: &Edition) -> PathBuf {
    format!("{}.json", edition.spoken().tag).into()
}

fn told(faults: &[Fault], file: impl Fn(&Fault) -> PathBuf) -> Vec<String> {
    faults.iter().map(|fault| format!("{}: {fault}", file(fault).display())).collect()
}

fn read(file: &Path) -> Told<Plain> {
    let told = |error: &dyn Display| vec![format!("{}: {error}", file.display())];
    let text = fs::read_to_string(file).map_err(|error| told(&error))?;
    serde_json::from_str(&text).map_err(|error| told(&error))
}
