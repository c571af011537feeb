//! Questions, their routing, and the headings over them.

use super::super::{Choice, Criterion, Digit, Heading, Options, Question, QuestionId};
use super::names::{Named, Names};
use super::{At, read_ids, read_short};

pub(super) fn read_questions(structure: &At, words: &At, names: &Names) -> Vec<Question> {
    let keys: Vec<String> = names.0.iter().map(|named| named.letter.to_string()).collect();
    words.expect_keys(&keys);
    let items = structure.list();
    let named = items.iter().zip(names.0.iter().zip(&keys)).zip(0_u8..);
    named
        .map(|((at, (named, key)), index)| read_question(at, &words.get(key), names, named, QuestionId(index)))
        .collect()
}

fn read_question(at: &At, words: &At, names: &Names, named: &Named, id: QuestionId) -> Question {
    at.expect_keys(&["letter", "choose", "options", "exclusive", "skip", "end"]);
    let skip = at.find("skip").map(|at| read_criterion(&at, names));
    let known = ["text", "short", "choose", "options", "skipped"];
    words.expect_keys(if skip.is_some() { &known } else { &known[..4] });
    let alone = at.find("exclusive").map_or(Options::NONE, |at| names.options(&at, id));
    Question {
        id,
        letter: named.letter,
        many: at.get("choose").one_of(&[("one", false), ("many", true)]),
        choices: read_choices(&words.get("options"), names, id),
        options: names.digits(id).iter().copied().collect(),
        exclusive: alone.or(Options::UNSURE),
        end: at.find("end").map(|at| read_criterion(&at, names)),
        text: words.get("text").text(),
        short: read_short(words, 24),
        choose: words.get("choose").text(),
        skipped: skip.as_ref().map(|_| words.get("skipped").text()),
        skip,
    }
}

fn read_choices(words: &At, names: &Names, id: QuestionId) -> Vec<Choice> {
    let keys = names.option_keys(id);
    words.expect_keys(&keys);
    let read = |(digit, key): (&Digit, &String)| {
        let at = words.get(key);
        at.expect_keys(&["text", "hint", "short"]);
        let hint = at.find("hint").map(|at| at.text());
        Choice { digit: *digit, text: at.get("text").text(), hint, short: read_short(&at, 24) }
    };
    names.digits(id).iter().zip(&keys).map(read).collect()
}

pub(super) fn read_criterion(at: &At, names: &Names) -> Criterion {
    if let Some(not) = at.find("not") {
        at.expect_keys(&["not"]);
        return Criterion::Not(read_criteria(&not, names));
    }
    at.expect_keys(&["question", "has", "only", "applies"]);
    let of = at.get("question");
    let question = names.question(&of);
    match (at.find("has"), at.find("only"), at.find("applies")) {
        (Some(at), None, None) => Criterion::Has(question, names.options(&at, question)),
        (None, Some(at), None) => Criterion::Only(question, names.options(&at, question)),
        (None, None, Some(at)) => {
            if !at.bool() {
                at.fault("should be true; to say the opposite, put it under “not”");
            }
            Criterion::Applies(question)
        }
        _ => {
            at.fault("should have one of “has”, “only”, “applies” beside its question");
            Criterion::Applies(question)
        }
    }
}

pub(super) fn read_criteria(at: &At, names: &Names) -> Vec<Criterion> {
    at.list().iter().map(|at| read_criterion(at, names)).collect()
}

pub(super) fn read_headings(structure: &At, words: &At, names: &Names) -> Vec<Heading> {
    let ids = read_ids(structure, "heading");
    words.expect_keys(&ids);
    let read = |(at, id): (&At, &String)| {
        at.expect_keys(&["id", "questions"]);
        let questions = at.get("questions").list().iter().map(|at| names.question(at)).collect();
        Heading { name: words.get(id).text(), questions }
    };
    let headings: Vec<Heading> = structure.list().iter().zip(&ids).map(read).collect();
    let under = headings.iter().flat_map(|heading| &heading.questions).map(|id| id.index());
    if !under.eq(0..names.0.len()) {
        structure.fault("should hold every question once, in the order of asking");
    }
    headings
}
