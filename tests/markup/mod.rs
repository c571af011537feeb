//! The markup of a result, rendered without a browser.

#![allow(dead_code, reason = "each test file uses its part")]

use peer_map::app::Action;
use peer_map::edition::{Answers, Edition};
use peer_map::link::encode;
use peer_map::view::{Glossary, Props, Root};
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

/// A rendered result.
pub struct Rendered {
    html: String,
    /// What stands in bold in the sentence of the territory.
    pub bold: Vec<String>,
}

/// The result of these answers, which are complete.
pub async fn result(edition: &Rc<Edition>, answers: &Answers) -> Rendered {
    let code = encode(edition, answers, None).unwrap_or_default();
    let props = Props {
        edition: Rc::clone(edition),
        opening: vec![Action::LinkOpened(code)],
        address: "https://example.org/".to_owned(),
        glossary: Glossary::Awaited,
        unloaded: None,
        outward: Callback::noop(),
    };
    let html = LocalServerRenderer::<Root>::with_props(props).hydratable(false).render().await;
    let figure = between(&html, "data-figure=\"territory\"", "</figcaption>").to_owned();
    let bold = figure.split("<b>").skip(1).filter_map(|rest| rest.split_once("</b>")).map(|(bold, _)| bold.to_owned());
    Rendered { bold: bold.collect(), html }
}

impl Rendered {
    /// The first element of this name that holds `mark`, which must not hold another of its name.
    pub fn element(&self, name: &str, mark: &str) -> &str {
        let at = self.html.find(mark).unwrap_or_else(|| panic!("{mark} is not in the result"));
        let start = self.html[..at].rfind(&format!("<{name}")).unwrap();
        between(&self.html[start..], &format!("<{name}"), &format!("</{name}>"))
    }
}

fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    let from = html.find(start).unwrap_or_else(|| panic!("{start} is not in the result"));
    let length = html[from..].find(end).map_or(html.len() - from, |at| at + end.len());
    &html[from..from + length]
}
