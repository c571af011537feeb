//! How to read the territory of a group.

use super::super::figure::Drawn;
use super::drawing::mark_class;
use super::packing::Manner;
use crate::edition::{Phrase, Shape};
use crate::group::Stacks;
use crate::view::mark::{glyph, numeral};
use crate::view::prose::say;
use crate::view::territory::key;
use yew::{Html, html};

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
                    <ul>{ for lines(stacks).into_iter().map(|(several, shapes, phrase)| {
                        key::item(glyph(mark_class(false, several), shapes, numeral(9)), say(edition, phrase))
                    }) }</ul>
                </div>
            }
        </div>
    }
}

/// The marks that there may be, with several set-ups or not, and what they mean.
pub(super) fn lines(stacks: &Stacks) -> Vec<(bool, &'static [Shape], Phrase)> {
    let one: (bool, &[Shape], Phrase) = (false, &[Shape::Circle], Phrase::GroupKeyOne);
    let several: (bool, &[Shape], Phrase) = (true, &[Shape::Circle], Phrase::GroupKeySeveral);
    let unsure: (bool, &[Shape], Phrase) = (false, &[], Phrase::GroupKeyUnsure);
    let several = (!stacks.several.is_empty()).then_some(several);
    [Some(one), several, Some(unsure)].into_iter().flatten().collect()
}
