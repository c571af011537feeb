//! How to read the territory of a group.

use super::super::figure::Drawn;
use super::packing::Manner;
use crate::edition::{Phrase, Shape};
use crate::group::Stacks;
use crate::view::mark::{glyph, numeral};
use crate::view::prose::say;
use crate::view::territory::key;
use yew::{Classes, Html, html};

/// What the places say, and where there are marks, what these say.
pub(super) fn key(drawn: &Drawn, stacks: &Stacks, manner: Manner) -> Html {
    let edition = &*drawn.edition;
    html! {
        <div class="pm-key">
            <h3>{ say(edition, Phrase::KeyTitle) }</h3>
            <p>{ say(edition, Phrase::KeyPosition) }</p>
            if manner == Manner::Marks {
                <div>
                    <p>{ say(edition, Phrase::KeyShape) }</p>
                    <ul>{ key::shapes(edition) }</ul>
                </div>
                <div>
                    <ul>{ for lines(stacks).into_iter().map(|(class, phrase)| {
                        let class: Classes = class.iter().copied().collect();
                        key::item(glyph(class, &[Shape::Circle], numeral(9)), say(edition, phrase))
                    }) }</ul>
                </div>
            }
        </div>
    }
}

/// The marks that there may be, by their classes, and what they mean.
pub(in crate::view) fn lines(stacks: &Stacks) -> Vec<(&'static [&'static str], Phrase)> {
    let lines: [(bool, &[&str], Phrase); 3] = [
        (true, &["is-group"], Phrase::GroupKeyOne),
        (!stacks.several.is_empty(), &["is-group", "is-twice"], Phrase::GroupKeySeveral),
        (true, &["is-group", "is-unsure"], Phrase::GroupKeyUnsure),
    ];
    lines.into_iter().filter(|(shown, ..)| *shown).map(|(_, class, phrase)| (class, phrase)).collect()
}
