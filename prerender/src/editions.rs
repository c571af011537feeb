//! Reading the edition of the site, in each of its languages.

use anyhow::{Context, Result, anyhow};
use peer_map::edition::{Edition, Fault, Plain, RawEdition, words_in};
use std::fs;
use std::path::Path;
use std::rc::Rc;

/// The edition of a folder in each of its languages, the first one first.
///
/// # Errors
///
/// If a file is missing, is not JSON, or the edition has faults: these are told by their paths.
pub fn editions(folder: &Path) -> Result<Vec<Rc<Edition>>> {
    let structure = read(&folder.join("edition.json"))?;
    let first = edition(folder, &structure, "en")?;
    let tags = first.languages.iter().map(|language| language.tag.as_str());
    tags.map(|tag| edition(folder, &structure, tag).map(Rc::new)).collect()
}

/// The editions whose language has pages on the site: those that extend another have only the widget.
#[must_use]
pub fn of_pages(editions: &[Rc<Edition>]) -> Vec<Rc<Edition>> {
    editions.iter().filter(|edition| edition.spoken().extends.is_none()).cloned().collect()
}

fn edition(folder: &Path, structure: &Plain, tag: &str) -> Result<Edition> {
    let words = words_in(structure, tag, |tag| read(&folder.join(format!("{tag}.json"))))?;
    let raw = RawEdition { structure: structure.clone(), words };
    Edition::try_from(raw).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
        anyhow!("The edition has faults:\n{}", lines.join("\n"))
    })
}

fn read(file: &Path) -> Result<Plain> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON.", file.display()))
}
