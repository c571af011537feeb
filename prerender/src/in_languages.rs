//! Pages that are one file a language, side by side: `worksheet.html`, `worksheet.fr.html`.

use crate::address::Site;
use peer_map::edition::{Edition, Language};
use yew::{Html, html};

/// The file of a page in the language of the edition: the first language has the plain name.
#[must_use]
pub fn file(name: &str, ending: &str, edition: &Edition) -> String {
    file_in(name, ending, edition, edition.language)
}

/// The same in another language of the edition, by its place among them.
#[must_use]
pub fn file_in(name: &str, ending: &str, edition: &Edition, language: usize) -> String {
    let tag = edition.languages.get(language).and_then(|language| edition.page_tag(language));
    let tag = tag.map(|tag| format!(".{tag}"));
    format!("{name}{}.{ending}", tag.unwrap_or_default())
}

/// The same page in every language, this one among them, and the first language for all others.
pub fn alternates(site: &Site, name: &str, edition: &Edition) -> Html {
    let link = |tag: &str, language: usize| {
        let address = site.told("", &file_in(name, "html", edition, language));
        html! { <link rel="alternate" hreflang={tag.to_owned()} href={address} /> }
    };
    let languages = edition.of_pages();
    languages.map(|(index, language)| link(&language.tag, index)).chain([link("x-default", 0)]).collect()
}

/// The ways to the other languages of a page, under a name for whoever hears it.
pub fn navigation(name: &str, edition: &Edition, label: &str) -> Html {
    let item = |(index, language): (usize, &Language)| {
        let current = (index == edition.language).then_some("page");
        let tag = language.tag.clone();
        html! {
            <li>
                <a lang={tag.clone()} hreflang={tag} aria-current={current} href={file_in(name, "html", edition, index)}>
                    { language.name.clone() }
                </a>
            </li>
        }
    };
    html! {
        <nav class="languages" aria-label={label.to_owned()}>
            <ul>{ for edition.of_pages().map(item) }</ul>
        </nav>
    }
}
