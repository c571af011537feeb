//! The word that the reader uses: what it means in different places, and other words for the same place.

use super::Scene;
use crate::place::Placement;
use yew::{Html, html};

pub(super) fn label(scene: &Scene, placement: &Placement) -> Html {
    let _ = (scene, placement);
    html! {}
}
