//! What the page of a kind says of itself to sites that embed it: oEmbed 1.0 (<https://oembed.com>), as a file beside the
//! page.
//!
//! A file cannot answer to `url`, `maxwidth` or `maxheight`; hence one file a page. A frame needs an absolute address:
//! where none is known, the page is told of as a link. Whoever asks does not say which code the link holds, so the frame
//! shows the page of the kind. It is that page and not the widget too because it needs nothing: WordPress allows a frame
//! scripts and no origin, and there no module loads from a host without CORS headers.

use crate::address::Site;
use crate::head::Preview;
use crate::markup::markup;
use crate::preview_image;
use anyhow::{Context, Result};
use serde::Serialize;
use yew::{Html, html};

/// The file beside each page.
pub const FILE: &str = "oembed.json";

/// The size of the frame, in CSS pixels: as wide as the column of most sites, and a screen high.
const FRAME: (u32, u32) = (640, 720);

#[derive(Serialize)]
struct Answer<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    provider_name: &'a str,
    #[serde(flatten)]
    known: Option<Known>,
}

/// What can only be told where the address of the site is known.
#[derive(Serialize)]
struct Known {
    provider_url: String,
    html: String,
    width: u32,
    height: u32,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// Where a page says that its answer is.
pub fn link(site: &Site, preview: &Preview) -> Html {
    let address = site.told(&preview.folder, &format!("{}{FILE}", preview.folder));
    html! { <link rel="alternate" type="application/json+oembed" href={address} title={preview.title.clone()} /> }
}

/// The answer of a page.
///
/// # Errors
///
/// If it cannot be written as JSON.
pub async fn answer(site: &Site, preview: &Preview) -> Result<String> {
    let known = match &site.address {
        Some(address) => Some(Known {
            provider_url: address.to_string(),
            html: frame(&format!("{address}{}", preview.folder), &preview.title).await,
            width: FRAME.0,
            height: FRAME.1,
            thumbnail_url: format!("{address}{}{}", preview.folder, preview_image::FILE),
            thumbnail_width: preview_image::WIDTH,
            thumbnail_height: preview_image::HEIGHT,
        }),
        None => None,
    };
    let kind = if known.is_some() { "rich" } else { "link" };
    let answer = Answer { version: "1.0", kind, title: &preview.title, provider_name: &preview.site_name, known };
    serde_json::to_string_pretty(&answer).map(|json| json + "\n").context("An oEmbed answer cannot be written.")
}

/// The frame that a site puts into its page. Its own origin keeps what is in it apart from that page; the sandbox leaves
/// out what nothing in it does, such as leading that page elsewhere.
async fn frame(address: &str, title: &str) -> String {
    let may =
        "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";
    let (width, height) = (FRAME.0.to_string(), FRAME.1.to_string());
    markup(html! {
        <iframe src={address.to_owned()} title={title.to_owned()} width={width} height={height} sandbox={may}
            allow="clipboard-write" loading="lazy" frameborder="0"></iframe>
    })
    .await
}
