//! The route of a group.

use super::figure::Drawn;
use yew::Html;

pub(super) fn figure(_drawn: &Drawn) -> Html {
    Html::default()
}
