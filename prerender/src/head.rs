//! What a page says of itself to messages and search engines: Open Graph (<https://ogp.me>), a card and an image.

use crate::address::Site;
use crate::preview_image::{FILE, HEIGHT, WIDTH};
use yew::{Html, html};

/// What is told of a page.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The folder of the page within the site.
    pub folder: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// The name of the site.
    pub site_name: String,
    /// What the preview image shows, in words.
    pub picture: String,
    /// Its language and country, as Open Graph writes them.
    pub locale: String,
    /// Those of the same page in other languages, where there are such pages.
    pub other_locales: Vec<String>,
}

/// The tags of a page's head.
pub fn tags(site: &Site, preview: &Preview) -> Html {
    let Preview { folder, title, description, site_name, picture, locale, other_locales, .. } = preview;
    let told = |file: &str| site.told(folder, &format!("{folder}{file}"));
    let tag =
        |property: &'static str, content: &str| html! { <meta property={property} content={content.to_owned()} /> };
    html! {
        <>
        <meta name="description" content={description.clone()} />
        if site.address.is_some() {
            <link rel="canonical" href={told("")} />
            { tag("og:url", &told("")) }
        }
        { tag("og:type", "website") }
        { tag("og:site_name", site_name) }
        { tag("og:title", title) }
        { tag("og:description", description) }
        { tag("og:locale", locale) }
        { for other_locales.iter().map(|other| tag("og:locale:alternate", other)) }
        { tag("og:image", &told(FILE)) }
        { tag("og:image:type", "image/png") }
        { tag("og:image:width", &WIDTH.to_string()) }
        { tag("og:image:height", &HEIGHT.to_string()) }
        { tag("og:image:alt", picture) }
        <meta name="twitter:card" content="summary_large_image" />
        </>
    }
}
