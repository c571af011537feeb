//! Markup as text, by way of Yew: one thing that writes HTML, and that escapes what must be.

use yew::{Html, LocalServerRenderer, Properties, component};

#[derive(PartialEq, Properties)]
struct Content {
    html: Html,
}

#[component]
fn Bare(content: &Content) -> Html {
    content.html.clone()
}

/// The text of some markup.
pub async fn markup(html: Html) -> String {
    LocalServerRenderer::<Bare>::with_props(Content { html }).hydratable(false).render().await
}
