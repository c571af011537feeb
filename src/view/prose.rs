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

/// What somebody else wrote, for a line of plain text, so that neither reorders the other. Characters that only order text
/// (UAX #9: embeddings, overrides, isolates) are left out; between those of an isolate of our own stands what is written
/// from right to left. In markup, `<bdi>` does it.
pub fn isolated(text: &str) -> String {
    let orders = |character: &char| matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().filter(|character| !orders(character)).collect();
    if text.chars().any(is_from_right_to_left) { format!("\u{2068}{text}\u{2069}") } else { text }
}

/// The blocks that Unicode keeps for scripts from right to left (UAX #9, table 4: R and AL), and the mark for it.
fn is_from_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
