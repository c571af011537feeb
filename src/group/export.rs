//! A group as files: CSV for spreadsheets, JSON for programs. Both hold everything, and are read back as the same group.

use super::formula::neutralised;
use super::import::in_quotes;
use super::{FORMAT, Member, VERSION};
use crate::edition::{Edition, Layout, Phrase, Plain, Question, Reply};
use crate::flow::{Route, replay};
use crate::link::encode;

/// The group as CSV (RFC 4180) with a row of headings: its number, name, code, whether it is hidden, and the answer to
/// each question in words. UTF-8 with a byte order mark, by which Excel knows it. No cell begins as a formula would.
///
/// The code of a programme that nobody has compared yet has no check character, as it came.
pub fn csv(edition: &Edition, members: &[Member]) -> String {
    let mut text = String::from('\u{feff}');
    let headings = ["number", "name", "code", "hidden"].into_iter();
    line(&mut text, headings.chain(edition.questions.iter().map(|question| question.short.as_str())));
    for (index, member) in members.iter().enumerate() {
        let route = replay(edition, &member.answers);
        let name = member.name.as_ref().map_or("", |name| name.as_str());
        let code = encode(edition, &member.answers, None).unwrap_or_default();
        let code = match code.rsplit_once('-') {
            Some((unchecked, _)) if member.unchecked => unchecked,
            _ => &code,
        };
        let number = (index + 1).to_string();
        let cells = [number.as_str(), name, code, if member.hidden { "yes" } else { "" }];
        let answers: Vec<String> = edition.questions.iter().map(|question| answer(edition, question, &route)).collect();
        line(&mut text, cells.into_iter().chain(answers.iter().map(String::as_str)));
    }
    text
}

fn line<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (index, cell) in cells.enumerate() {
        text.push_str(if index == 0 { "" } else { "," });
        let cell = neutralised(cell);
        match cell.contains([',', ';', '"', '\r', '\n', '\t']) {
            true => text.push_str(&in_quotes(&cell)),
            false => text.push_str(&cell),
        }
    }
    text.push_str("\r\n");
}

/// The answer in words: what is not known, or does not apply, is said.
fn answer(edition: &Edition, question: &Question, route: &Route) -> String {
    let reply = route.reply(question.id);
    let chosen = match reply {
        Reply::Open => return String::new(),
        Reply::Skipped => {
            let (not_asked, reason) = (edition.words[Phrase::NotAsked].text(), route.skip_reason(question));
            let skipped = |reason| edition.words[Phrase::DoesNotApply].fill(&[("reason", reason)]);
            return reason.map_or_else(|| not_asked.to_owned(), skipped);
        }
        Reply::Given(_) | Reply::Unsure => reply.options(),
    };
    let choices = question.choices.iter().filter(|choice| chosen.contains(choice.digit));
    choices.map(|choice| choice.text.as_str()).collect::<Vec<_>>().join("; ")
}

/// The group as JSON, which `docs/group.schema.json` describes. A programme without an answer has the code `null`. With `eyes`
/// the programmes are one, seen by several people.
pub fn json(edition: &Edition, members: &[Member], eyes: bool) -> String {
    let text = |text: &str| Plain::Text(text.to_owned());
    let programme = |member: &Member| {
        map([
            ("name", member.name.as_ref().map_or(Plain::Null, |name| text(name.as_str()))),
            ("code", encode(edition, &member.answers, None).map_or(Plain::Null, Plain::Text)),
            ("hidden", Plain::Bool(member.hidden)),
            ("unchecked", Plain::Bool(member.unchecked)),
        ])
    };
    let group = map([
        ("$schema", text("group.schema.json")),
        ("format", text(FORMAT)),
        ("version", Plain::Number(VERSION)),
        ("edition", Plain::Text(edition.id())),
        ("one_programme", Plain::Bool(eyes)),
        ("programmes", Plain::List(members.iter().map(programme).collect())),
    ]);
    crate::edition::json(&group, Layout::Indented) + "\n"
}

fn map<const N: usize>(entries: [(&str, Plain); N]) -> Plain {
    Plain::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}
