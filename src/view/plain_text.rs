//! A result as lines of plain text, for a letter, a form or a report.
//!
//! No line has marks of a markup, so that the text reads the same wherever it is pasted, and aloud.

use super::about;
use super::kinds::{SEPARATOR, how, label};
use super::prose::isolated;
use super::result::{takeaway, unsettled};
use super::summary::skip_reason;
use crate::edition::{Answers, Edition, Phrase, Question, Reply, in_a_line};
use crate::flow::Route;
use crate::link::Name;
use crate::place::{Fit, place, ranked};

/// What is told.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The answers.
    pub answers: &'a Answers,
    /// What the programme is called, if that is told.
    pub name: Option<&'a Name>,
    /// The code of the answers.
    pub code: &'a str,
    /// The link to them, where there is one.
    pub link: Option<&'a str>,
}

/// Everything: the sentence, the kinds, the answers, whose words they are, the code and the link. Without a line end at
/// the end.
pub fn plain_text(edition: &Edition, subject: &Subject) -> String {
    let words = &edition.words;
    let placement = place(edition, subject.answers);
    let mut head = vec![words[Phrase::Title].text().to_owned()];
    head.extend(subject.name.map(|name| words[Phrase::ResultOf].fill(&[("name", &isolated(name.as_str()))])));
    head.push(sentence(edition, subject.answers));
    let names = unsettled(edition, &placement);
    head.extend(names.map(|names| words[Phrase::DependsOn].fill(&[("questions", &names)])));
    let kinds = ranked(edition, subject.answers).iter().map(|fit| kind(edition, fit)).collect();
    let mut parts = vec![head, kinds];
    for heading in &edition.headings {
        let questions = heading.questions.iter().map(|id| answer(edition, &placement.route, edition.question(*id)));
        parts.push(std::iter::once(heading.name.clone()).chain(questions).collect());
    }
    parts.push(whose(edition));
    parts.push(ways(edition, subject));
    joined(&parts)
}

/// The sentence, the code and the link, where there is no room for more.
pub fn brief(edition: &Edition, subject: &Subject) -> String {
    joined(&[vec![sentence(edition, subject.answers)], ways(edition, subject)])
}

/// The result in one sentence.
pub(super) fn sentence(edition: &Edition, answers: &Answers) -> String {
    let (phrase, names) = takeaway(&place(edition, answers));
    let slots: Vec<(&str, &str)> = names.iter().map(|(slot, name)| (*slot, name.as_str())).collect();
    edition.words[phrase].fill(&slots)
}

fn joined(parts: &[Vec<String>]) -> String {
    parts.iter().map(|lines| lines.join("\n")).collect::<Vec<_>>().join("\n\n")
}

/// A kind, with how it fits. Whoever stands outside is a fact, and no match.
fn kind(edition: &Edition, fit: &Fit) -> String {
    match fit.kind.certain {
        true => fit.kind.name.clone(),
        false => labelled(edition, &fit.kind.name, edition.words[how(fit.matches)].text()),
    }
}

fn answer(edition: &Edition, route: &Route, question: &Question) -> String {
    let answer = match route.reply(question.id) {
        Reply::Skipped => skip_reason(edition, route, question),
        Reply::Open => edition.words[Phrase::NotAnswered].text().to_owned(),
        reply => {
            let chosen = question.choices.iter().filter(|choice| reply.options().contains(choice.digit));
            chosen.map(|choice| choice.text.as_str()).collect::<Vec<_>>().join(SEPARATOR)
        }
    };
    in_a_line([question.text.clone(), answer])
}

/// Which edition it is, and whose words its questions are.
fn whose(edition: &Edition) -> Vec<String> {
    vec![about::edition_sentence(edition), edition.words[Phrase::PosterOurs].text().to_owned()]
}

fn ways(edition: &Edition, subject: &Subject) -> Vec<String> {
    let row = |phrase: Phrase, value: &str| labelled(edition, edition.words[phrase].text(), value);
    let code = row(Phrase::Code, subject.code);
    std::iter::once(code).chain(subject.link.map(|link| row(Phrase::Link, link))).collect()
}

fn labelled(edition: &Edition, name: &str, value: &str) -> String {
    in_a_line([label(edition, name), value.to_owned()])
}
