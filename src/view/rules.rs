//! The decision table: every rule of the edition in words, so that an expert can check it.

use crate::edition::Edition;
use yew::{Html, html};

pub(super) fn rules(edition: &Edition) -> Html {
    let _ = edition;
    html! {}
}
