//! The whole map: every kind and landmark with no programme on it, and every rule.

use super::{Scene, rules};
use yew::{Html, html};

pub(super) fn map(scene: &Scene) -> Html {
    html! { { rules::rules(scene.edition) } }
}
