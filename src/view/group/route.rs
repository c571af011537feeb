//! The route of a group: six stops under three headings, each with how many chose what, and who.

use super::figure::Drawn;
use super::territory::all_of;
use crate::edition::{Digit, Edition, Heading, Phrase, Question};
use crate::group::{Tally, shown};
use crate::view::kinds::label;
use crate::view::prose::say;
use crate::view::table;
use crate::view::territory::geometry::number;
use yew::{Html, classes, html};

/// Up to so many programmes, a bar is of blocks that can be counted.
const MOST_BLOCKS: usize = 81;
/// The longest line of blocks.
const LONGEST: usize = 27;
/// Up to so many are told one by one below a bar.
const MOST_TOLD: usize = 12;

/// What can be said of a question, and who says it.
pub(in crate::view) struct Count<'d> {
    what: What,
    /// What it is called.
    pub name: &'d str,
    /// Who says it, by their places in the list.
    pub who: &'d [usize],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// An option.
    Given,
    /// “Not sure, or it varies”.
    Unsure,
    /// No answer, by the route or not yet.
    Absent,
}

/// The figure: its sentence, the stops, and the same as a table.
pub(super) fn figure(drawn: &Drawn) -> Html {
    let edition = &*drawn.edition;
    let all = shown(&drawn.members).len();
    let sentence = if all > MOST_BLOCKS { Phrase::GroupRouteCounts } else { Phrase::GroupRoute };
    html! {
        <figure class="pm-figure" data-figure="route" aria-label={edition.words[Phrase::RouteTitle].text().to_owned()}>
            <figcaption>
                <h2 class="pm-h2">{ say(edition, Phrase::RouteTitle) }</h2>
                <p class="pm-fig-q">{ say(edition, sentence) }</p>
            </figcaption>
            <ol class="pm-route is-group">{ for edition.headings.iter().map(|heading| part(drawn, heading, all)) }</ol>
            { as_table(drawn, all) }
        </figure>
    }
}

/// The options of a question, chosen or not; then what else there is.
pub(in crate::view) fn counts<'d>(edition: &'d Edition, question: &'d Question, tally: &'d Tally) -> Vec<Count<'d>> {
    let name = |digit: Digit| question.choice(digit).map_or("", |choice| &choice.short);
    let options = tally.options.iter().map(|(digit, who)| Count { what: What::Given, name: name(*digit), who });
    let rest = [
        (What::Unsure, name(Digit::UNSURE), &tally.unsure),
        (What::Absent, edition.words[Phrase::GroupColumnSkipped].text(), &tally.skipped),
        (What::Absent, edition.words[Phrase::NotAnswered].text(), &tally.open),
    ];
    let rest = rest.into_iter().map(|(what, name, who)| Count { what, name, who });
    options.chain(rest.filter(|count| !count.who.is_empty())).collect()
}

fn part(drawn: &Drawn, heading: &Heading, all: usize) -> Html {
    let questions = heading.questions.iter().map(|id| drawn.edition.question(*id));
    html! {
        <li>
            <h3>{ heading.name.clone() }</h3>
            <ol class="pm-stops">{ for questions.map(|question| stop(drawn, question, all)) }</ol>
        </li>
    }
}

fn stop(drawn: &Drawn, question: &Question, all: usize) -> Html {
    let edition = &*drawn.edition;
    let first = (question.id.index() == 0).then_some("is-first");
    let last = (question.id.index() + 1 == edition.questions.len()).then_some("is-last");
    let tally = drawn.tallies.iter().find(|tally| tally.question == question.id);
    let counts = tally.map(|tally| counts(edition, question, tally)).unwrap_or_default();
    html! {
        <li class={classes!("pm-stop", first, last)} data-stop={question.letter.to_string()}>
            <h4>{ question.short.clone() }</h4>
            <ul class="pm-counts">{ for counts.iter().map(|count| line(edition, count, all)) }</ul>
        </li>
    }
}

fn line(edition: &Edition, count: &Count, all: usize) -> Html {
    let absent = count.what == What::Absent;
    let who = (1..=MOST_TOLD).contains(&count.who.len()).then(|| {
        let numbers: Vec<String> = count.who.iter().map(|index| (index + 1).to_string()).collect();
        html! {
            <span class="pm-who">
                <span class="pm-hidden">{ label(edition, edition.words[Phrase::GroupColumnWho].text()) }{ " " }</span>
                { numbers.join(", ") }
            </span>
        }
    });
    html! {
        <li class={classes!(absent.then_some("is-absent"))}>
            <span class="pm-count-name">{ count.name.to_owned() }<span class="pm-hidden">{ label(edition, "") }</span></span>
            if !absent { { bar(count.who.len(), all, count.what == What::Unsure) } }
            <b>{ count.who.len() }</b>
            { who }
        </li>
    }
}

/// A bar of blocks, in several lines where one would be too long to count; of many, a plain one. All bars of a group have
/// one scale.
fn bar(count: usize, all: usize, unsure: bool) -> Html {
    let countable = all <= MOST_BLOCKS;
    let lines = if countable { all.div_ceil(LONGEST).max(1) } else { 1 };
    let long = all.div_ceil(lines).max(1);
    let part = classes!("pm-tally-part", unsure.then_some("is-unsure"));
    html! {
        <svg class="pm-tally" viewBox={format!("0 0 {long} {lines}")} height={format!("{}em", number(0.9 * lines as f64))}
            preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <path class="pm-tally-all" d={run(all, long)} />
            <path class={part} d={run(count, long)} />
            if countable { <path class="pm-tally-gap" d={(1..long).map(|at| format!("M{at} 0v{lines}")).collect::<String>()} /> }
        </svg>
    }
}

/// So many blocks, line by line.
fn run(count: usize, long: usize) -> String {
    let line = |line: usize| {
        let blocks = (count - line * long).min(long);
        format!("M0 {line}h{blocks}v.8h-{blocks}z")
    };
    (0..count.div_ceil(long)).map(line).collect()
}

/// The same as a table, folded on screens and open on paper, with names.
fn as_table(drawn: &Drawn, all: usize) -> Html {
    let edition = &*drawn.edition;
    let columns = [Phrase::ColumnQuestion, Phrase::GroupColumnAnswer, Phrase::GroupCount, Phrase::GroupColumnWho]
        .map(|phrase| edition.words[phrase].text());
    let [_, answer, how_many, who] = columns;
    let row = |question: &Question, count: &Count| {
        // Of a large group the table would be longer than the list.
        let names =
            (all <= MOST_BLOCKS || count.who.len() <= MOST_TOLD).then(|| all_of(edition, &drawn.members, count.who));
        html! {
            <tr role="row">
                { table::head(question.short.clone().into()) }
                { table::cell(edition, answer, count.name.to_owned().into()) }
                { table::cell(edition, how_many, count.who.len().into()) }
                { names.map_or_else(|| html! { <td role="cell"></td> }, |names| table::cell(edition, who, names.into())) }
            </tr>
        }
    };
    let body = |tally: &Tally| {
        let question = edition.question(tally.question);
        table::body(counts(edition, question, tally).iter().map(|count| row(question, count)).collect())
    };
    let bodies = drawn.tallies.iter().map(body).collect();
    table::folded(edition, Phrase::RouteTable, "route", table::table(Some("pm-tallies"), None, &columns, bodies))
}
