//! Where a group agrees and where it differs, question by question: a stated measure, and never a mean of answers.

use super::last::Aggregates;
use crate::edition::{Edition, Phrase};
use crate::group::Spread;
use crate::view::Scene;
use crate::view::prose::say;
use crate::view::table;
use yew::{Html, html};

pub(super) fn spread(scene: &Scene, aggregates: &Aggregates) -> Html {
    let edition = scene.edition;
    let columns = [
        Phrase::ColumnQuestion,
        Phrase::GroupColumnDifference,
        Phrase::GroupColumnAnswered,
        Phrase::GroupColumnUnsure,
        Phrase::GroupColumnSkipped,
        Phrase::GroupColumnOpen,
    ]
    .map(|phrase| edition.words[phrase].text());
    let row = |spread: &Spread| {
        let [_, difference, answered, unsure, skipped, open] = columns;
        let count = |column, count: usize| table::cell(edition, column, count.into());
        html! {
            <tr role="row" data-row={edition.question(spread.question).letter.to_string()}>
                { table::head(edition.question(spread.question).short.clone().into()) }
                { table::cell(edition, difference, measure(edition, spread)) }
                { count(answered, spread.answered) }
                { count(unsure, spread.unsure) }
                { count(skipped, spread.skipped) }
                { count(open, spread.open) }
            </tr>
        }
    };
    let rows = table::body(aggregates.ranked.iter().map(row).collect());
    html! {
        <section class="pm-section pm-spread-of-group" data-section="spread">
            <h2 class="pm-h2">{ say(edition, Phrase::GroupSpreadTitle) }</h2>
            <p class="pm-note">{ say(edition, Phrase::GroupSpreadNote) }</p>
            { table::table(Some("pm-spreads"), None, &columns, rows) }
        </section>
    }
}

/// The measure in hundredths, with a bar of its length.
fn measure(edition: &Edition, spread: &Spread) -> Html {
    let Some(distance) = spread.distance else { return say(edition, Phrase::GroupDifferenceNone) };
    let hundredths = (distance * 100.0).round() as u32;
    let number = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let decimal = edition.words[Phrase::Decimal].text();
    html! {
        <span class="pm-measure">
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="pm-measure-all" width="100" height="10" />
                <rect class="pm-measure-part" width={hundredths.to_string()} height="10" />
            </svg>
            { number.replace('.', decimal) }
        </span>
    }
}
