//! The whole map as a picture: what a site shows that embeds no more than a link, and what stands in where the widget
//! cannot start.
//!
//! It is the picture that the widget saves of the whole map. It brings its paper, so that it reads on light and dark pages,
//! and it has no date: the same version makes the same file.

use crate::address::Site;
use crate::in_languages;
use peer_map::edition::Edition;
use peer_map::view::poster::{self, Poster, Props};
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

/// The name of the file in the language of the edition.
#[must_use]
pub fn file(edition: &Edition) -> String {
    in_languages::file("map", "svg", edition)
}

/// The file. It says where the widget is, if that is known.
pub async fn svg(site: &Site, edition: &Rc<Edition>) -> String {
    let address = site.address.as_ref().map(ToString::to_string).unwrap_or_default();
    let (edition, date) = (Rc::clone(edition), String::new());
    let props = Props { edition, subject: None, group: None, address, date, drawn: Callback::noop() };
    poster::file(&LocalServerRenderer::<Poster>::with_props(props).hydratable(false).render().await)
}
