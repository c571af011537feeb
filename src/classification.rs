//! A classification as data: what the answers say, in the shape that programs get.
//!
//! ```text
//! {
//!   "code": "ps1-k13w14d2f4p14h3-g",           the answers as a code; null while there are none
//!   "edition": "ps1",                          the edition that classified them
//!   "name": "Les Amis",                        what the code calls the programme; only if it has a name
//!   "answers": {"k": [1, 3], …, "h": [3]},     the digits of the chosen options, by the letter of the question
//!   "kinds": [{"kind": "community-worker", "match": "full", "because": {"k": [1], "f": [4], "h": [3]}}, …],
//!   "territory": {"rows": [4], "columns": [3]}
//! }
//! ```
//!
//! - **answers** has the questions that apply and are answered, in the order of asking. `[0]` is “not sure, or it
//!   varies”. A question that is missing does not apply, or is not answered yet.
//! - **kinds** has every kind that fits (`full`) or may fit (`possible`), best first: the first three are those that a
//!   result shows. Where none fits, it has one, the `nearest`, which is no match. It is never empty.
//! - **because** has, in the shape of `answers`, the answers that meet the needs of the kind or leave them open (then
//!   `[0]`). A need can hold without an answer of its own, and a question without a part in it is missing.
//! - **territory** has the digits of the rows and of the columns where the programme stands. `null` is not known: it
//!   may be any of them. `[]` is none: nobody runs the programme, or it stands on the rim, which has columns and no rows,
//!   or outside, where there is neither.
//!
//! Letters and digits are those of codes, and are never reused. What is written of an edition once stays true of it.

mod read;

pub use crate::edition::{Layout, json};
pub use read::read_answers;

use crate::edition::{Answers, Edition, Options, Plain, QuestionId};
use crate::flow::replay;
use crate::link::{Name, Problem, Reading, encode};
use crate::place::{Extent, Fit, Standing, ranked, standing};

/// The classification of these answers, as its module describes it. Total: incomplete answers have one too.
pub fn classify(edition: &Edition, answers: &Answers, name: Option<&Name>) -> Plain {
    let route = replay(edition, answers);
    let code = encode(edition, answers, name).map_or(Plain::Null, Plain::Text);
    let name = name.map(|name| ("name", Plain::Text(name.as_str().to_owned())));
    let given = edition.questions.iter().map(|question| (question.id, route.reply(question.id).options()));
    let kinds = ranked(edition, answers);
    let before = [("code", code), ("edition", Plain::Text(edition.id()))];
    let after = [
        ("answers", by_letter(edition, given)),
        ("kinds", Plain::List(kinds.iter().map(|fit| kind(edition, fit)).collect())),
        ("territory", territory(standing(edition, &route))),
    ];
    map(before.into_iter().chain(name).chain(after))
}

fn kind(edition: &Edition, fit: &Fit) -> Plain {
    let because = fit.because.iter().map(|reason| (reason.question, reason.options));
    map([
        ("kind", Plain::Text(fit.kind.id.clone())),
        ("match", Plain::Text(fit.matches.id().to_owned())),
        ("because", by_letter(edition, because)),
    ])
}

/// What a code says, and what is wrong with it: the classification of what could be read, and `problems`, each with what is
/// wrong in a word, the place of the first character that it is about, and a sentence in the language of the edition. With
/// any problem there is no `code`: what could be read is not what somebody wrote.
pub fn reading(edition: &Edition, reading: &Reading) -> Plain {
    let problem = |problem: &Problem| {
        let at = Plain::Number(problem.at as f64);
        map([
            ("problem", Plain::Text(problem.id().to_owned())),
            ("at", at),
            ("message", Plain::Text(problem.message(edition))),
        ])
    };
    let Plain::Map(mut entries) = classify(edition, &reading.answers, reading.name.as_ref()) else {
        return Plain::Null;
    };
    if !reading.problems.is_empty() {
        entries.iter_mut().filter(|(key, _)| key == "code").for_each(|(_, code)| *code = Plain::Null);
    }
    entries.push(("problems".to_owned(), Plain::List(reading.problems.iter().map(problem).collect())));
    Plain::Map(entries)
}

fn territory(standing: Standing) -> Plain {
    let (rows, columns) = match standing {
        Standing::Grid { rows, columns } => (rows, columns),
        Standing::Rim { columns } => (Extent::Absent, columns),
        Standing::Outside => (Extent::Absent, Extent::Absent),
    };
    map([("rows", extent(rows)), ("columns", extent(columns))])
}

fn extent(extent: Extent) -> Plain {
    match extent {
        Extent::Known(options) => digits(options),
        Extent::Unknown => Plain::Null,
        Extent::Absent => digits(Options::NONE),
    }
}

/// Options by the letter of their question; questions without any are left out.
fn by_letter(edition: &Edition, options: impl Iterator<Item = (QuestionId, Options)>) -> Plain {
    let letter = |id| edition.question(id).letter.to_string();
    let entries = options.filter(|(_, options)| !options.is_empty());
    Plain::Map(entries.map(|(id, options)| (letter(id), digits(options))).collect())
}

fn digits(options: Options) -> Plain {
    Plain::List(options.iter().map(|digit| Plain::Number(digit.value().into())).collect())
}

fn map<'k>(entries: impl IntoIterator<Item = (&'k str, Plain)>) -> Plain {
    Plain::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}
