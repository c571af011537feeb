//! The decision table: every rule of the edition stands in it, in each language, and says what the code does.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod markup;

use edition_files::{LANGUAGES, edition, english};
use expect_test::expect;
use markup::{page, unescaped, within};
use peer_map::app::Action;
use peer_map::edition::{Criterion, Edition, Options, QuestionId, Reply, Truth};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The HTML of the rules, as the whole map shows them.
async fn rules(edition: &Rc<Edition>) -> String {
    let html = page(edition, vec![Action::MapOpened]).await;
    within(&html, r#"data-section="rules""#, "</section>").to_owned()
}

/// The text of HTML: rows and sentences on lines of their own, cells between bars.
fn lines(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text += before;
        let (tag, after) = after.split_once('>').unwrap();
        text += match tag.split(' ').next().unwrap() {
            "/h2" | "/h3" | "/p" | "/caption" | "/tr" | "/li" => "\n",
            "td" => "| ",
            "/th" => " ",
            _ => "",
        };
        rest = after;
    }
    let text = text + rest;
    let text = unescaped(&text);
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

#[tokio::test(flavor = "current_thread")]
async fn every_rule_in_words() {
    let html = rules(&Rc::new(edition("en"))).await;
    let (before, after) = html.split_once("<table").unwrap();
    let (_, after) = after.split_once("</table>").unwrap();
    expect![[r#"
        Every rule in words
        So that anyone can check how this edition places a programme. There are no other rules and no weights.
        A rule holds when the answers say so. “Not sure” leaves it open, and so does a question without an answer yet. What a rule asks of a question that does not apply does not hold.
        Which questions are asked
        The questions come in this order: What peers draw on · What peers do · Direction of help · How it is set up · Where it happens · Who runs it.
        “Direction of help” is not asked when this holds: What peers do: Improve care (and nothing else). It then does not apply, which is not the same as “not sure”.
        “Where it happens” is not asked when this holds: What peers do: Improve care (and nothing else). It then does not apply, which is not the same as “not sure”.
        “Who runs it” is not asked when this holds: How it is set up: It just happens (and nothing else). It then does not apply, which is not the same as “not sure”.
        The questions end when this holds: What peers draw on: None of these. The questions that are left then do not apply, and the programme stands clear of the map.
        When a kind fits
        A kind fits when all that it needs holds. If a need is open and none fails, the kind may fit. Of the kinds that do not fit, the nearest is the one with the fewest needs that fail; if there are several, the one with the larger share of what is typical, then the first in this table.
        At most 3 kinds are shown with their reasons: those that fit before those that may fit, then by the share of what is typical that holds, then in the order of this table. Further kinds that fit or may fit are only named. If no kind fits or may fit, the nearest one is shown, with what differs.
    "#]].assert_eq(&lines(before));
    expect![[r#"
        The kinds
        Kind What it needs, all of it What is typical of it
        A Natural helping | What it needs, all of it: How it is set up: It just happens (alone or with others)
        Direction of help: any answer, “not sure” too, as long as the question applies
        | What is typical of it: Direction of help: Both ways
        Where it happens: Community places · People’s homes (at least one of these)
        B Mutual aid and self-help | What it needs, all of it: Direction of help: Both ways
        Who runs it: Peers themselves
        How it is set up: Organised, unpaid · Expenses or a stipend (at least one of these)
        | What is typical of it: What peers do: Listen and support (alone or with others)
        Where it happens: Community places (alone or with others)
        C Online peer community | What it needs, all of it: Where it happens: By phone or online (and nothing else)
        Direction of help: Both ways · Some of each (one of these)
        | What is typical of it: What peers do: Listen and support · Inform and teach (at least one of these)
        D Peer-run service | What it needs, all of it: Who runs it: Peers themselves
        How it is set up: Organised, unpaid · Expenses or a stipend · A paid job (at least one of these)
        Not all of this at once: Direction of help: Both ways + How it is set up: Organised, unpaid (and nothing else)
        Direction of help: any answer, “not sure” too, as long as the question applies
        | What is typical of it: What peers do: Speak up (alone or with others)
        How it is set up: A paid job (alone or with others)
        E Peer mentoring | What it needs, all of it: What peers draw on: The same experience · Another hardship · Family experience (at least one of these)
        Direction of help: Some of each · One way (one of these)
        How it is set up: Organised, unpaid · Expenses or a stipend (at least one of these)
        Who runs it: A community organisation · A partnership · Health or public service (one of these)
        | What is typical of it: What peers do: Listen and support · Inform and teach (at least one of these)
        F Community-based peer worker | What it needs, all of it: What peers draw on: The same experience · Another hardship (at least one of these)
        How it is set up: Expenses or a stipend · A paid job (at least one of these)
        Who runs it: A community organisation · A partnership (one of these)
        Direction of help: any answer, “not sure” too, as long as the question applies
        | What is typical of it: What peers do: Help in practice · Link to services · Reach out (at least one of these)
        Where it happens: Community places · People’s homes · Street, outreach places (at least one of these)
        G Outreach by peers | What it needs, all of it: What peers do: Reach out (alone or with others)
        Where it happens: Street, outreach places (alone or with others)
        | What is typical of it: How it is set up: Expenses or a stipend · A paid job (at least one of these)
        What peers draw on: The same experience · Insider knowledge (at least one of these)
        H Community bridge | What it needs, all of it: What peers draw on: Insider knowledge (alone or with others)
        What peers do: Inform and teach · Link to services · Reach out (at least one of these)
        How it is set up: Organised, unpaid · Expenses or a stipend · A paid job (at least one of these)
        | What is typical of it: What peers do: Link to services (alone or with others)
        Where it happens: Community places · People’s homes (at least one of these)
        J Peer worker in a care team | What it needs, all of it: What peers draw on: The same experience · Another hardship · Family experience (at least one of these)
        How it is set up: Expenses or a stipend · A paid job (at least one of these)
        Who runs it: Health or public service
        Direction of help: any answer, “not sure” too, as long as the question applies
        | What is typical of it: Where it happens: Clinics and hospitals (alone or with others)
        Direction of help: Some of each · One way (one of these)
        K Peers improving care | What it needs, all of it: What peers do: Improve care (alone or with others)
        | What is typical of it: What peers do: Improve care (and nothing else)
        Who runs it: Health or public service
        × Not peer support as drawn here | What it needs, all of it: What peers draw on: None of these
        “Not sure” does not suggest it: it fits or it does not, and it is never the nearest.
        | What is typical of it: –
    "#]].assert_eq(&lines(within(&html, "<table", "</table>")));
    expect![[r#"
        Where a programme stands
        The column is the answer to “Who runs it”, the row the answer to “How it is set up”. Several answers make several marks. “Not sure” makes a band and never a point; a landmark then stands in the margin.
        This row has no columns, because nobody runs it: It just happens.
        A programme stands on the rim when this holds: What peers do: Improve care (and nothing else). It keeps its column there, if it has one.
        The outline of a kind covers the places whose row and column let none of its needs fail. A kind that needs nothing of row and column has no outline: it may lie anywhere on the map, or on the rim if its needs hold for every programme there.
        The shape of a mark is the answer to “What peers draw on”; several answers lie on top of each other. The arrow on the mark of your programme is the answer to “Direction of help”.
        How alike two programmes are
        For each question that has an answer for both: the number of options that both have, divided by the number of options that either has. Then the mean over these questions. “Not sure” and questions that do not apply do not count.
        At most 3 landmarks are shown as the nearest, each with at least one option in common. Where two are equally alike, the one compared on more questions comes first, then the one that comes first in the file of the edition.
    "#]].assert_eq(&lines(after));
}

/// The sentences of each cell of needs or of what is typical, kind by kind.
fn cells(html: &str) -> Vec<Vec<String>> {
    let cells = html.split("<td").skip(1).map(|cell| cell.split("</td>").next().unwrap());
    let sentences = |cell: &str| -> Vec<String> {
        cell.split("<li>")
            .skip(1)
            .map(|sentence| lines(sentence.split("</li>").next().unwrap()).trim().to_owned())
            .collect()
    };
    cells.map(sentences).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn every_criterion_of_every_kind_names_just_its_options() {
    let mut count = 0;
    for tag in LANGUAGES {
        let edition = Rc::new(edition(tag));
        let cells = cells(&rules(&edition).await);
        let criteria: Vec<&[Criterion]> =
            edition.kinds.iter().flat_map(|kind| [&kind.needs[..], &kind.typical]).collect();
        assert_eq!(cells.len(), criteria.len(), "{tag}: two cells a kind");
        for (sentences, criteria) in cells.iter().zip(criteria) {
            assert_eq!(sentences.len(), criteria.len(), "{tag}: {sentences:?}");
            for (sentence, criterion) in sentences.iter().zip(criteria) {
                names_just_its_options(&edition, sentence, criterion);
                count += 1;
            }
        }
    }
    assert_eq!(count, 3 * (30 + 18), "criteria of the edition, in three languages");
}

fn names_just_its_options(edition: &Edition, sentence: &str, criterion: &Criterion) {
    let asked = criterion.questions();
    for question in &edition.questions {
        assert_eq!(sentence.contains(&question.short), asked.contains(&question.id), "{sentence}: {}", question.short);
        for choice in &question.choices {
            let wanted = criterion.options(question.id).contains(choice.digit);
            assert_eq!(sentence.contains(&choice.short), wanted, "{sentence}: {}", choice.short);
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_words_mean_what_the_code_does() {
    let html = rules(&Rc::new(edition("en"))).await;
    let kinds = english().kinds.iter().flat_map(|kind| kind.needs.iter().chain(&kind.typical));
    let mut sentences = cells(&html).concat();
    let text = lines(&html);
    let held = text.split("when this holds: ").skip(1).map(|rest| rest.split_once(". ").unwrap().0.to_owned());
    sentences.extend(held);
    let asked = english().questions.iter();
    let skips = asked.clone().filter_map(|question| question.skip.as_ref());
    let ends = asked.filter_map(|question| question.end.as_ref());
    let criteria: Vec<&Criterion> = kinds.chain(skips).chain(ends).chain([&english().territory.rim]).collect();
    assert_eq!(sentences.len(), criteria.len());
    for (sentence, criterion) in sentences.iter().zip(criteria) {
        let ids: BTreeSet<QuestionId> = criterion.questions().into_iter().collect();
        let mut given = Vec::new();
        every_answer(&ids.into_iter().collect::<Vec<_>>(), &mut given, &mut |given| {
            let reply = |id: QuestionId| {
                given.iter().find(|(of, _)| *of == id).map_or(Reply::Open, |(_, one)| Reply::Given(*one))
            };
            assert_eq!(criterion.truth(&reply) == Truth::Yes, means(sentence, given), "{sentence}: {given:?}");
        });
    }
}

/// Calls `visit` with every combination of answers to these questions, without “not sure”.
fn every_answer(
    of: &[QuestionId],
    given: &mut Vec<(QuestionId, Options)>,
    visit: &mut impl FnMut(&[(QuestionId, Options)]),
) {
    let Some((first, rest)) = of.split_first() else { return visit(given) };
    for answer in english().question(*first).allowed().into_iter().filter(|answer| *answer != Options::UNSURE) {
        given.push((*first, answer));
        every_answer(rest, given, visit);
        given.pop();
    }
}

/// Whether an English sentence is true of these answers, going by its words alone.
fn means(sentence: &str, given: &[(QuestionId, Options)]) -> bool {
    if let Some(rules) = sentence.strip_prefix("Not all of this at once: ") {
        return !rules.split(" + ").all(|rule| means(rule, given));
    }
    let (name, rest) = sentence.split_once(": ").unwrap();
    let question = english().questions.iter().find(|question| question.short == name).unwrap();
    let (_, answer) = given.iter().find(|(of, _)| *of == question.id).unwrap();
    if rest.starts_with("any answer") {
        return true;
    }
    let (names, how) = rest.trim_end_matches(')').split_once(" (").unwrap_or((rest, ""));
    let digit = |name: &str| question.choices.iter().find(|choice| choice.short == name).unwrap().digit;
    let named: Options = names.split(" · ").map(digit).collect();
    match how {
        "" => *answer == named,
        "one of these" => answer.len() == 1 && answer.is_subset(named),
        "alone or with others" | "at least one of these" => !answer.and(named).is_empty(),
        "and nothing else" | "one or more of these, and nothing else" => answer.is_subset(named),
        other => panic!("{other} is not understood"),
    }
}
