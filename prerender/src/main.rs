//! Writes into the site what is known when it is built: the first question, as HTML, in every language.
//!
//! It comes from the same code as the widget, so that the page can be read and answered before the wasm arrives and
//! nothing moves when it does.

use anyhow::{Context, Result, ensure};
use peer_map::edition::{Edition, Fault, Plain, RawEdition};
use peer_map::view::{Props, Root};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{env, fs};
use yew::LocalServerRenderer;

/// Where index.html takes the first question, in the first language.
const HERE: &str = "<!-- The first question is written here. -->";
/// Where it takes the first question in the other languages, as templates.
const TEMPLATES: &str = "<!-- The first question in other languages is written here. -->";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let dist = PathBuf::from(env::args_os().nth(1).context("Say which folder the site is in.")?);
    let editions = editions(&dist.join("editions/ps1"))?;
    let mut questions = Vec::new();
    for edition in &editions {
        questions.push((edition.spoken().tag.clone(), first_question(edition).await));
    }
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("{} cannot be read.", page.display()))?;
    fs::write(&page, fill(&html, &questions)?).with_context(|| format!("{} cannot be written.", page.display()))
}

/// The edition in each of its languages, the first one first.
fn editions(folder: &Path) -> Result<Vec<Rc<Edition>>> {
    let structure = read(&folder.join("edition.json"))?;
    let first = edition(folder, &structure, "en")?;
    let tags = first.languages.iter().map(|language| language.tag.as_str());
    tags.map(|tag| edition(folder, &structure, tag).map(Rc::new)).collect()
}

fn edition(folder: &Path, structure: &Plain, tag: &str) -> Result<Edition> {
    let words = read(&folder.join(format!("{tag}.json")))?;
    let raw = RawEdition { structure: structure.clone(), words };
    Edition::try_from(raw).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
        anyhow::anyhow!("The edition has faults:\n{}", lines.join("\n"))
    })
}

fn read(file: &Path) -> Result<Plain> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON.", file.display()))
}

async fn first_question(edition: &Rc<Edition>) -> String {
    let props = Props::new(Rc::clone(edition));
    // The widget renders anew in place of this HTML, so it needs no marks to hydrate from.
    LocalServerRenderer::<Root>::with_props(props).hydratable(false).render().await
}

/// The page with the first question in each language: the first as HTML, the others as templates.
fn fill(html: &str, questions: &[(String, String)]) -> Result<String> {
    ensure!(html.matches(HERE).count() == 1, "index.html should have one place for the first question: {HERE}");
    ensure!(html.matches(TEMPLATES).count() == 1, "index.html should have one place for the templates: {TEMPLATES}");
    let (first, others) = questions.split_first().context("The edition has no language.")?;
    let template = |(tag, html): &(String, String)| format!("<template data-language=\"{tag}\">{html}</template>\n");
    let templates: String = others.iter().map(template).collect();
    Ok(html.replace(HERE, &first.1).replace(TEMPLATES, &templates))
}
