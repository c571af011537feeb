//! The decision table: every rule of the edition in words, so that an expert can check it.

use super::kinds::{SEPARATOR, letter, options};
use super::prose::say;
use super::table;
use crate::edition::{Criterion, Edition, Kind, Options, Phrase, Question, QuestionId};
use crate::place::SHOWN;
use yew::{Html, html};

/// Every rule, folded on screens and open on paper.
pub(super) fn rules(edition: &Edition) -> Html {
    let part = |title: Phrase, body: Html| html! { <><h3 class="pm-rule-part">{ say(edition, title) }</h3>{ body }</> };
    html! {
        <section class="pm-section pm-long" data-section="rules">
            <details class="pm-fold">
                <summary><h2 class="pm-h2">{ say(edition, Phrase::RulesTitle) }</h2></summary>
                <p class="pm-note">{ say(edition, Phrase::RulesIntro) }</p>
                { sentences(vec![said(edition, Phrase::RuleHolds)]) }
                { part(Phrase::RulesAsked, sentences(asked(edition))) }
                { part(Phrase::RulesKinds, kinds(edition)) }
                { part(Phrase::RulesPlaces, sentences(places(edition))) }
                { part(Phrase::RulesAlike, sentences(alike(edition))) }
            </details>
        </section>
    }
}

fn sentences(sentences: Vec<String>) -> Html {
    html! { <ul class="pm-rule-list">{ for sentences.into_iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul> }
}

fn said(edition: &Edition, phrase: Phrase) -> String {
    edition.words[phrase].text().to_owned()
}

/// Which questions are asked: their order, what skips them, what ends them.
fn asked(edition: &Edition) -> Vec<String> {
    let words = &edition.words;
    let names: Vec<&str> = edition.questions.iter().map(|question| question.short.as_str()).collect();
    let mut rules = vec![words[Phrase::RuleOrder].fill(&[("questions", &names.join(SEPARATOR))])];
    let skip = |question: &Question| {
        let rule = criterion(edition, question.skip.as_ref()?);
        Some(words[Phrase::RuleSkip].fill(&[("question", &question.short), ("rule", &rule)]))
    };
    rules.extend(edition.questions.iter().filter_map(skip));
    let ends = edition.questions.iter().filter_map(|question| question.end.as_ref());
    rules.extend(ends.map(|end| words[Phrase::RuleEnd].fill(&[("rule", &criterion(edition, end))])));
    rules
}

/// When a kind fits: the table, and how it is read.
fn kinds(edition: &Edition) -> Html {
    let words = &edition.words;
    let rank = words[Phrase::RuleRank].fill(&[("n", &SHOWN.to_string())]);
    let columns = [Phrase::ColumnKind, Phrase::KindNeeds, Phrase::KindTypical].map(|phrase| words[phrase].text());
    let rows = edition.kinds.iter().map(|kind| row(edition, kind)).collect();
    html! {
        <>
        { sentences(vec![said(edition, Phrase::RuleFits), rank]) }
        { table::table(Some("pm-rules"), Some(say(edition, Phrase::KindsTitle)), &columns, table::body(rows)) }
        </>
    }
}

fn row(edition: &Edition, kind: &Kind) -> Html {
    let column = |phrase: Phrase| edition.words[phrase].text();
    let needs = html! {
        <>
        { criteria(edition, &kind.needs) }
        if kind.certain { <p class="pm-note">{ say(edition, Phrase::RuleCertain) }</p> }
        </>
    };
    let typical = if kind.typical.is_empty() { "–".into() } else { criteria(edition, &kind.typical) };
    html! {
        <tr role="row" data-kind={kind.id.clone()}>
            { table::head(html! { <>{ letter(kind, None) }{ " " }<span>{ kind.name.clone() }</span></> }) }
            { table::cell(edition, column(Phrase::KindNeeds), needs) }
            { table::cell(edition, column(Phrase::KindTypical), typical) }
        </tr>
    }
}

/// Where a programme stands, and what its mark looks like.
fn places(edition: &Edition) -> Vec<String> {
    let (words, territory) = (&edition.words, &edition.territory);
    let short = |id: QuestionId| edition.question(id).short.as_str();
    let (rows, columns) = (territory.rows.question, territory.columns.question);
    let mut rules = vec![words[Phrase::RulePlace].fill(&[("columns", short(columns)), ("rows", short(rows))])];
    if !territory.spanning.is_empty() {
        let spanning = options(edition, rows, territory.spanning);
        rules.push(words[Phrase::RuleSpanning].fill(&[("rows", &spanning)]));
    }
    rules.push(words[Phrase::RuleRim].fill(&[("rule", &criterion(edition, &territory.rim))]));
    rules.push(said(edition, Phrase::RuleRegion));
    let marks = [("shape", short(territory.shape)), ("arrow", short(territory.arrow))];
    rules.push(words[Phrase::RuleShape].fill(&marks));
    rules
}

/// How alike two programmes are, and which landmarks are the nearest.
fn alike(edition: &Edition) -> Vec<String> {
    let nearest = edition.words[Phrase::RuleNearest].fill(&[("n", &SHOWN.to_string())]);
    vec![said(edition, Phrase::RuleAlike), nearest]
}

/// The definition of a kind, under headings that `title` makes: what the kind needs, and what is typical of it.
pub(super) fn definition(edition: &Edition, kind: &Kind, title: fn(Html) -> Html) -> Html {
    let title = |phrase: Phrase| title(say(edition, phrase));
    html! {
        <>
        { title(Phrase::KindNeeds) }
        { criteria(edition, &kind.needs) }
        if !kind.typical.is_empty() {
            { title(Phrase::KindTypical) }
            { criteria(edition, &kind.typical) }
        }
        </>
    }
}

/// Criteria in words, one a line.
fn criteria(edition: &Edition, criteria: &[Criterion]) -> Html {
    html! { <ul class="pm-criteria">{ for criteria.iter().map(|one| html! { <li>{ criterion(edition, one) }</li> }) }</ul> }
}

/// A criterion in words, with the short names of its question and options.
pub(super) fn criterion(edition: &Edition, one: &Criterion) -> String {
    let words = &edition.words;
    match one {
        Criterion::Has(id, wanted) => answer(edition, *id, *wanted, [Phrase::Includes, Phrase::IncludesOneOf]),
        Criterion::Only(id, wanted) => answer(edition, *id, *wanted, [Phrase::IsOnly, Phrase::IsOnlyOf]),
        Criterion::Applies(id) => words[Phrase::QuestionApplies].fill(&[("question", &edition.question(*id).short)]),
        Criterion::Not(all) => {
            let plus = |before: String, one: &Criterion| match criterion(edition, one) {
                rule if before.is_empty() => rule,
                rule => words[Phrase::Plus].fill(&[("a", &before), ("b", &rule)]),
            };
            words[Phrase::NotTogether].fill(&[("rules", &all.iter().fold(String::new(), plus))])
        }
    }
}

/// What an answer has to be. `of_many` says it, of one option and of several, where several can be chosen; an option
/// that is chosen alone simply is the answer.
fn answer(edition: &Edition, id: QuestionId, wanted: Options, of_many: [Phrase; 2]) -> String {
    let question = edition.question(id);
    let alone = !question.many || wanted.is_subset(question.exclusive);
    let [one, several] = if alone { [Phrase::IsOne, Phrase::IsOneOf] } else { of_many };
    let phrase = if wanted.len() == 1 { one } else { several };
    let slots = [("question", question.short.as_str()), ("options", &options(edition, id, wanted))];
    edition.words[phrase].fill(&slots)
}
