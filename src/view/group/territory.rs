//! The territory of a group: who stands where, each in the place of its own answers.
//!
//! Up to twelve in one place are marks with numbers, then blocks that can be counted, then numbers with bars: always all
//! places alike, so that what looks more is more.

mod drawing;
mod key;
pub mod layout;
pub mod packing;
mod table;

pub(in crate::view) use drawing::parts;
pub(in crate::view) use key::lines;

use super::figure::Drawn;
use crate::edition::{Edition, Phrase};
use crate::group::{Member, Stacks, stacks};
use crate::view::kinds::{SEPARATOR, label};
use crate::view::prose::{isolated, say};
use layout::{Map, map};
use packing::Manner;
use yew::{Html, html};

/// Up to so many are named in a line.
const NAMED: usize = 12;

/// The figure: its sentence, the map in both widths, who is not on it, the table, and how to read it.
pub(super) fn figure(drawn: &Drawn) -> Html {
    let edition = &*drawn.edition;
    let stacks = stacks(edition, &drawn.members);
    let maps = [false, true].map(|wide| map(edition, &stacks, wide));
    let manner = maps[0].manner;
    let sentence = sentence(edition, manner, drawn.eyes);
    let name = format!("{} {sentence}", label(edition, edition.words[Phrase::TerritoryTitle].text()));
    let picture = |map: &Map| drawing::picture(drawn, &stacks, map, name.clone());
    html! {
        <figure class="pm-figure" data-figure="territory" data-manner={manner.name()}
            aria-label={edition.words[Phrase::TerritoryTitle].text().to_owned()}>
            <figcaption>
                <h2 class="pm-h2">{ say(edition, Phrase::TerritoryTitle) }</h2>
                <p class="pm-fig-q">{ sentence.to_owned() }</p>
            </figcaption>
            { for maps.iter().map(picture) }
            if let Some(unfinished) = unfinished(edition, &drawn.members, &stacks) {
                <p class="pm-note pm-off-map">{ unfinished }</p>
            }
            { table::table(drawn, &stacks, manner) }
            { key::key(drawn, &stacks, manner) }
        </figure>
    }
}

impl Manner {
    fn name(self) -> &'static str {
        match self {
            Self::Marks => "marks",
            Self::Blocks => "blocks",
            Self::Counts => "counts",
        }
    }
}

/// What the figure shows, in a sentence.
pub(in crate::view) fn sentence(edition: &Edition, manner: Manner, eyes: bool) -> &str {
    let phrase = match (manner, eyes) {
        (Manner::Marks, false) => Phrase::GroupEachMark,
        (Manner::Marks, true) => Phrase::GroupEachMarkEyes,
        (Manner::Blocks, false) => Phrase::GroupEachBlock,
        (Manner::Blocks, true) => Phrase::GroupEachBlockEyes,
        (Manner::Counts, false) => Phrase::GroupEachCount,
        (Manner::Counts, true) => Phrase::GroupEachCountEyes,
    };
    edition.words[phrase].text()
}

/// Who has a question open, and so stands nowhere; nothing if nobody has.
pub(in crate::view) fn unfinished(edition: &Edition, members: &[Member], stacks: &Stacks) -> Option<String> {
    let open = &stacks.unfinished;
    let who = match open.len() {
        0 => return None,
        1..=NAMED => all_of(edition, members, open),
        many => many.to_string(),
    };
    Some(edition.words[Phrase::GroupOffMap].fill(&[("who", &who)]))
}

/// These programmes in one line, or that there is none.
pub(super) fn all_of(edition: &Edition, members: &[Member], these: &[usize]) -> String {
    match these {
        [] => edition.words[Phrase::TableEmpty].text().to_owned(),
        these => these.iter().map(|index| called(members, *index)).collect::<Vec<_>>().join(SEPARATOR),
    }
}

/// The number of a programme and its name, if it has one, for a line of plain text.
fn called(members: &[Member], index: usize) -> String {
    match members.get(index).and_then(|member| member.name.as_ref()) {
        Some(name) => format!("{} {}", index + 1, isolated(name.as_str())),
        None => (index + 1).to_string(),
    }
}
