//! The markup of every screen, rendered without a browser, and ways to read it.

#![allow(dead_code, reason = "each test file uses its part")]

pub mod language;

use peer_map::app::Action;
use peer_map::edition::{Answers, Edition};
use peer_map::link::encode;
use peer_map::view::{Props, Root};
use std::rc::Rc;
use yew::LocalServerRenderer;

/// The HTML of the widget after these actions.
pub async fn page(edition: &Rc<Edition>, opening: Vec<Action>) -> String {
    let address = "https://example.org/".to_owned();
    rendered(Props { opening, address, ..Props::new(Rc::clone(edition)) }).await
}

/// The HTML of the widget with these properties.
pub async fn rendered(props: Props) -> String {
    LocalServerRenderer::<Root>::with_props(props).hydratable(false).render().await
}

/// A rendered result.
pub struct Rendered {
    html: String,
    /// What stands in bold in the sentence of the territory.
    pub bold: Vec<String>,
}

/// The result of these answers, which are complete.
pub async fn result(edition: &Rc<Edition>, answers: &Answers) -> Rendered {
    let code = encode(edition, answers, None).unwrap_or_default();
    let html = page(edition, vec![Action::LinkOpened(code)]).await;
    let figure = between(&html, "data-figure=\"territory\"", "</figcaption>")[0];
    let bold = between(figure, "<b>", "</b>").into_iter().map(str::to_owned).collect();
    Rendered { bold, html }
}

impl Rendered {
    /// The first element of this name that holds `mark`, which must not hold another of its name.
    pub fn element(&self, name: &str, mark: &str) -> &str {
        let at = self.html.find(mark).unwrap_or_else(|| panic!("{mark} is not in the result"));
        let start = self.html[..at].rfind(&format!("<{name}")).unwrap();
        let closing = format!("</{name}>");
        let length = self.html[start..].find(&closing).unwrap() + closing.len();
        &self.html[start..start + length]
    }
}

/// What stands between two marks, each time.
pub fn between<'h>(html: &'h str, from: &str, to: &str) -> Vec<&'h str> {
    html.split(from).skip(1).map(|rest| rest.split(to).next().unwrap()).collect()
}

/// What stands within an element: from the end of the tag that has this mark to its closing tag.
pub fn within<'h>(html: &'h str, mark: &str, closing: &str) -> &'h str {
    let (_, rest) = html.split_once(mark).unwrap_or_else(|| panic!("{mark} is not in {html}"));
    let (_, inner) = rest.split_once('>').unwrap();
    inner.split_once(closing).unwrap().0
}

/// The words of some markup.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    for (index, part) in html.split('<').enumerate() {
        text += if index == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) };
    }
    unescaped(&text).trim().to_owned()
}

/// Text as it reads, without the escapes of markup.
pub fn unescaped(text: &str) -> String {
    let escapes = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    escapes.iter().fold(text.to_owned(), |text, (escape, character)| text.replace(escape, character))
}
