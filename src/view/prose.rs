//! Prose with markup in it: phrases whose slots hold more than text.

use crate::edition::{Edition, Phrase, Piece, Template};
use yew::{Html, html};

/// A phrase without slots.
pub fn say(edition: &Edition, phrase: Phrase) -> Html {
    edition.words[phrase].text().to_owned().into()
}

/// A sentence whose slots hold markup; a slot without a value stays empty. The words around the slots, and their order,
/// are the translator's.
pub fn prose(template: &Template, slots: &[(&str, Html)]) -> Html {
    let value = |name: &str| slots.iter().find(|(slot, _)| *slot == name).map(|(_, value)| value.clone());
    template
        .pieces()
        .map(|piece| match piece {
            Piece::Text(text) => html! { {text.to_owned()} },
            Piece::Slot(name) => value(name).unwrap_or_default(),
        })
        .collect()
}

/// Items as the language writes a list: “a, b and c”.
pub fn list(edition: &Edition, items: Vec<Html>) -> Html {
    let count = items.len();
    let join = |(before, at): (Html, usize), item: Html| {
        let phrase = if at + 1 == count { Phrase::ListTwo } else { Phrase::ListMore };
        (prose(&edition.words[phrase], &[("a", before), ("b", item)]), at + 1)
    };
    let mut items = items.into_iter();
    let first = items.next().unwrap_or_default();
    items.fold((first, 1), join).0
}
