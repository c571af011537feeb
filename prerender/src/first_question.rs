//! The first question, as HTML, in every language.
//!
//! It comes from the same code as the widget, so that the page can be read and answered before the wasm arrives and
//! nothing moves when it does.

use anyhow::{Context, Result, ensure};
use peer_map::edition::Edition;
use peer_map::view::{Props, Root};
use std::rc::Rc;
use yew::LocalServerRenderer;

/// Where index.html takes the first question, in the first language.
const HERE: &str = "<!-- The first question is written here. -->";
/// Where it takes the first question in the other languages, as templates.
const TEMPLATES: &str = "<!-- The first question in other languages is written here. -->";

/// The page with the first question in each language: the first as HTML, the others as templates.
///
/// # Errors
///
/// If the page does not have one place for each.
pub async fn fill(html: &str, editions: &[Rc<Edition>]) -> Result<String> {
    ensure!(html.matches(HERE).count() == 1, "index.html should have one place for the first question: {HERE}");
    ensure!(html.matches(TEMPLATES).count() == 1, "index.html should have one place for the templates: {TEMPLATES}");
    let (first, others) = editions.split_first().context("The edition has no language.")?;
    let mut templates = String::new();
    for edition in others {
        let (tag, question) = (&edition.spoken().tag, first_question(edition).await);
        templates += &format!("<template data-language=\"{tag}\">{question}</template>\n");
    }
    Ok(html.replace(HERE, &first_question(first).await).replace(TEMPLATES, &templates))
}

async fn first_question(edition: &Rc<Edition>) -> String {
    let props = Props::new(Rc::clone(edition));
    // The widget renders anew in place of this HTML, so it needs no marks to hydrate from.
    LocalServerRenderer::<Root>::with_props(props).hydratable(false).render().await
}
