//! What is measured of Peer Map: the cases, once, for the native run and for that in browsers.
//!
//! Each case takes the programmes of its input in turn (the landmarks of edition `ps1` in English, or a group made of
//! them), so that no branch predictor learns a single input. `cargo xtask bench` runs them all and prints the figures.

use peer_map::edition::{Answers, Edition, Landmark, Plain, RawEdition};
use peer_map::flow::{Route, replay};
use peer_map::group::import::{read_json, read_lines};
use peer_map::group::{Member, csv, json as group_json, pairs, spreads, tallies};
use peer_map::link::{Name, Programme, Source, decode, decode_group, encode, encode_group};
use peer_map::place::{away, place, standing};
use serde_json::{Value, json};
use std::fmt;
use std::hint::black_box;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What one code may take natively, to be written or to be read.
const ONE_CODE: Duration = Duration::from_micros(2);

/// How many programmes are in the groups that are measured. A group of ten thousand is to be drawn within a second.
const GROUPS: [usize; 3] = [100, 1_000, 10_000];

/// Something whose time is measured.
pub struct Case {
    name: String,
    group: Option<Group>,
    budget: Option<Duration>,
    run: Box<dyn Fn() + Send + Sync>,
}

/// What a case does to a group, and of how many programmes the group is.
struct Group {
    work: &'static str,
    programmes: usize,
}

impl Case {
    /// Calls `work` with the next of `inputs` each time. What it gives is kept from being optimised away.
    fn new<T: Send + Sync + 'static, R>(
        name: &str,
        inputs: Vec<T>,
        work: impl Fn(&T) -> R + Send + Sync + 'static,
    ) -> Case {
        let turn = AtomicUsize::new(0);
        let run = move || {
            let at = turn.load(Ordering::Relaxed);
            turn.store(if at + 1 < inputs.len() { at + 1 } else { 0 }, Ordering::Relaxed);
            black_box(work(black_box(&inputs[at])));
        };
        Case { name: name.to_owned(), group: None, budget: None, run: Box::new(run) }
    }

    /// The same with the longest that it may take natively, in the median.
    fn within(self, budget: Duration) -> Case {
        Case { budget: Some(budget), ..self }
    }

    /// A case for each size of group. Its input is made of that many programmes with names.
    fn of_groups<T: Send + Sync + 'static, R>(
        work: &'static str,
        input: impl Fn(Vec<Programme>) -> T,
        run: impl Fn(&T) -> R + Copy + Send + Sync + 'static,
    ) -> impl Iterator<Item = Case> {
        GROUPS.into_iter().map(move |programmes| {
            let input = input(self::programmes().into_iter().cycle().take(programmes).collect());
            let case = Case::new(&format!("{work}, {programmes}"), vec![input], run);
            Case { group: Some(Group { work, programmes }), ..case }
        })
    }

    /// Whether it takes a whole group at once, and so thousands of times as long as others.
    #[must_use]
    pub fn is_of_group(&self) -> bool {
        self.group.is_some()
    }

    /// Runs it once.
    pub fn run(&self) {
        (self.run)();
    }
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.name)
    }
}

/// Every case, in the order of the table.
#[must_use]
pub fn cases() -> Vec<Case> {
    let edition = edition();
    let mut cases = vec![
        Case::new("encode one code", answers(), |answers| encode(edition, answers, None)).within(ONE_CODE),
        Case::new("encode one code with its name", programmes(), |one| {
            encode(edition, &one.answers, one.name.as_ref())
        })
        .within(ONE_CODE),
        Case::new("decode one code", codes(false), |code| decode(edition, code, Source::Link)).within(ONE_CODE),
        Case::new("decode one code with its name", codes(true), |code| decode(edition, code, Source::Link))
            .within(ONE_CODE),
    ];
    cases.extend(Case::of_groups("encode a group", |group| group, |group| encode_group(edition, group)));
    let code = |group: Vec<Programme>| encode_group(edition, &group).unwrap_or_default();
    cases.extend(Case::of_groups("decode a group", code, |code| decode_group(edition, code, Source::Link)));
    // What an unkind link holds must not keep the page busy either.
    let repeated = |group: Vec<Programme>| {
        format!("{}-g.{}{}-x", edition.id(), "k1".repeat(group.len()), "w1".repeat(group.len()))
    };
    cases.extend(Case::of_groups("refuse answers given again and again", repeated, |code| {
        decode_group(edition, code, Source::Link)
    }));
    cases.extend(of_members(edition));
    cases.extend([
        Case::new("replay a route", answers(), |answers| replay(edition, answers)),
        Case::new("find the place of a route", routes(), |route| standing(edition, route)),
        Case::new("place a programme, with all of a result", answers(), |answers| {
            let placement = place(edition, answers);
            (away(edition, &placement.route), placement)
        }),
    ]);
    cases
}

/// What the screen of a group asks for.
fn of_members(edition: &'static Edition) -> Vec<Case> {
    let mut cases = Vec::new();
    let line = |one: &Programme| {
        let name = one.name.as_ref().map_or("", Name::as_str);
        format!("{name}; {}\n", encode(edition, &one.answers, None).unwrap_or_default())
    };
    let lines = |group: Vec<Programme>| group.iter().map(line).collect::<String>();
    cases.extend(Case::of_groups("import lines", lines, |text| read_lines(edition, text)));
    let table = |group| csv(edition, &members(group));
    cases.extend(Case::of_groups("import a table", table, |text| read_lines(edition, text)));
    let value = |group| {
        let text = group_json(edition, &members(group), false);
        serde_json::from_str(&text).unwrap_or(Plain::Null)
    };
    cases.extend(Case::of_groups("import JSON", value, |value| read_json(edition, value)));
    cases.extend(Case::of_groups("tally a group", members, |group| tallies(edition, group)));
    cases.extend(Case::of_groups("spread of a group", members, |group| spreads(edition, group)));
    cases.extend(Case::of_groups("pairs of a group", varied, |group| pairs(edition, group)));
    cases.extend(Case::of_groups("write a table", members, |group| csv(edition, group)));
    cases.extend(Case::of_groups("write JSON", members, |group| group_json(edition, group, false)));
    cases
}

fn members(group: Vec<Programme>) -> Vec<Member> {
    group.into_iter().map(Member::from).collect()
}

/// As many different answers as are compared in pairs, or nearly so: the first question is answered in ten ways.
fn varied(group: Vec<Programme>) -> Vec<Member> {
    let mut members = members(group);
    if let Some(question) = edition().questions.first() {
        let ways = question.allowed();
        let many = programmes().len();
        for (index, member) in members.iter_mut().enumerate() {
            member.answers.set(question.id, ways[index / many % ways.len().min(10)]);
        }
    }
    members
}

/// The cases as JSON, for whoever reads the figures: `[{"case", "budget_ns", "group": {"work", "programmes"}}]`.
#[must_use]
pub fn described(cases: &[Case]) -> String {
    let described = cases.iter().map(|Case { name, group, budget, .. }| {
        let group = group.as_ref().map(|group| json!({ "work": group.work, "programmes": group.programmes }));
        json!({ "case": name, "budget_ns": budget.map(|budget| budget.as_secs_f64() * 1e9), "group": group })
    });
    Value::from_iter(described).to_string()
}

/// The edition that is measured.
#[expect(clippy::panic, reason = "without its edition there is nothing to measure")]
fn edition() -> &'static Edition {
    static EDITION: LazyLock<Edition> = LazyLock::new(|| {
        let plain = |text: &str| serde_json::from_str::<Plain>(text);
        let structure = plain(include_str!("../../editions/ps1/edition.json"));
        let words = plain(include_str!("../../editions/ps1/en.json"));
        match (structure, words) {
            (Ok(structure), Ok(words)) => Edition::try_from(RawEdition { structure, words })
                .unwrap_or_else(|faults| panic!("the edition has faults: {faults:?}")),
            faults => panic!("the edition is no JSON: {faults:?}"),
        }
    });
    &EDITION
}

/// The landmarks of the edition, as programmes with names.
fn programmes() -> Vec<Programme> {
    let programme =
        |landmark: &Landmark| Programme { name: Name::new(&landmark.name), answers: landmark.answers.clone() };
    edition().landmarks.iter().map(programme).collect()
}

fn answers() -> Vec<Answers> {
    programmes().into_iter().map(|one| one.answers).collect()
}

fn routes() -> Vec<Route> {
    answers().iter().map(|answers| replay(edition(), answers)).collect()
}

/// Their codes, with or without their names.
fn codes(named: bool) -> Vec<String> {
    let code = |one: &Programme| encode(edition(), &one.answers, one.name.as_ref().filter(|_| named));
    programmes().iter().filter_map(code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decoded_are_sound_codes_with_and_without_names() {
        let decoded = |named| codes(named).iter().map(|code| decode(edition(), code, Source::Link)).collect::<Vec<_>>();
        let (unnamed, named) = (decoded(false), decoded(true));
        assert!(
            unnamed.len() > 20 && unnamed.iter().all(|reading| reading.problems.is_empty() && reading.name.is_none())
        );
        assert!(named.len() > 20 && named.iter().all(|reading| reading.problems.is_empty() && reading.name.is_some()));
    }
}
