//! The territory of a group as a table: the same places, line by line, with who stands there.

use super::super::figure::Drawn;
use super::all_of;
use super::packing::Manner;
use crate::edition::{Edition, Phrase};
use crate::group::{Stacks, shown};
use crate::view::prose::say;
use crate::view::table;
use crate::view::territory::spot::{Size, Spot};
use crate::view::territory::table::place_name;
use yew::{Html, html};

/// A place in words.
pub(super) fn place(edition: &Edition, spot: Option<Spot>) -> String {
    match spot {
        Some(spot) => place_name(edition, Size::of(edition), spot),
        None => edition.words[Phrase::TableClear].text().to_owned(),
    }
}

/// The table, folded on screens and open on paper. Where there are too many to name, it counts.
pub(super) fn table(drawn: &Drawn, stacks: &Stacks, manner: Manner) -> Html {
    let edition = &*drawn.edition;
    let there = if drawn.eyes { Phrase::GroupThereEyes } else { Phrase::TableProgrammes };
    let columns: &[Phrase] = match manner {
        Manner::Counts => &[Phrase::TablePlace, Phrase::GroupCount, Phrase::GroupPart],
        Manner::Marks | Manner::Blocks => &[Phrase::TablePlace, there],
    };
    let columns: Vec<&str> = columns.iter().map(|phrase| edition.words[*phrase].text()).collect();
    let boxes = stacks.boxes.iter().map(|(spot, members)| (Some(*spot), members));
    let rows = boxes.chain([(None, &stacks.outside)]).filter(|(_, members)| !members.is_empty());
    let all = shown(&drawn.members).len();
    let cell = |at: usize, content: Html| table::cell(edition, columns.get(at).copied().unwrap_or_default(), content);
    let row = |(spot, members): (Option<Spot>, &Vec<usize>)| {
        let cells = if manner == Manner::Counts {
            let share = percent(edition, members.len(), all);
            html! { <>{ cell(1, members.len().into()) }{ cell(2, share.into()) }</> }
        } else {
            cell(1, all_of(edition, &drawn.members, members).into())
        };
        html! { <tr role="row">{ table::head(place(edition, spot).into()) }{ cells }</tr> }
    };
    let body = table::body(rows.map(row).collect());
    let table = table::table(None, Some(say(edition, Phrase::GroupPlacesNote)), &columns, body);
    table::folded(edition, Phrase::TableTitle, "territory", table)
}

/// A share in whole hundredths; what is not nothing is not told as nothing.
fn percent(edition: &Edition, part: usize, all: usize) -> String {
    let hundredths = (part * 200 + all) / (2 * all).max(1);
    let n = if hundredths == 0 && part > 0 { "<1".to_owned() } else { hundredths.to_string() };
    edition.words[Phrase::Percent].fill(&[("n", &n)])
}
