//! What pages that are only read have in common: a head without a script, and a policy that allows none.

use crate::address::Site;
use crate::in_languages::alternates;
use peer_map::edition::{Edition, Phrase};
use yew::{Html, html};

/// A page that is read, on a screen or on paper.
pub struct PlainPage<'p> {
    /// The name of its file, without language and ending.
    pub name: &'static str,
    /// Its style sheet.
    pub styles: &'static str,
    /// What it is called.
    pub title: &'p str,
    /// What it is for.
    pub about: &'p str,
}

/// The head of such a page.
pub fn head(site: &Site, edition: &Edition, page: &PlainPage) -> Html {
    let PlainPage { name, styles, title, about } = *page;
    html! {
        <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content={policy(site, styles)} />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="description" content={about.to_owned()} />
            <meta name="referrer" content="no-referrer" />
            <title>{ format!("{title} – {}", edition.words[Phrase::Title].text()) }</title>
            { alternates(site, name, edition) }
            <link rel="icon" href="data:," />
            <link rel="stylesheet" href={styles} />
        </head>
    }
}

/// Nothing but the style. In a frame without an origin WebKit takes nothing for the page's own, so the sheet is named too
/// where that can be done.
fn policy(site: &Site, styles: &str) -> String {
    let named = site.address.as_ref().map(|address| format!(" {address}{styles}")).unwrap_or_default();
    format!(
        "default-src 'none'; style-src 'self'{named}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}
