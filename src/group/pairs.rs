//! Which two programmes answer most alike, and which least.

use super::repeats::FirstPlace;
use super::spread::{PARTS, apart};
use super::{Member, shown};
use crate::edition::{Edition, Options, QuestionId, Reply, insert_ordered};
use crate::flow::replay;
use std::cmp::Ordering;

/// Above as many different sets of answers, pairs are left out: 300 make 44,850 pairs, and nobody reads a list of three
/// out of more.
const MOST_DIFFERENT: usize = 300;

/// How many pairs are told at each end.
const MOST_TOLD: usize = 3;

/// Two programmes that answer as little as this in common are not compared.
const LEAST_SHARED: usize = 2;

/// The programmes, told by their places in the list, that answer alike, nearly so, and least so. Hidden ones are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pairs {
    /// The pairs with different answers that lie least apart, the nearest first.
    pub nearest: Vec<Pair>,
    /// Those that lie furthest apart, the farthest first. In a small group these are the same pairs in another order.
    pub farthest: Vec<Pair>,
    /// Programmes with the same answers on the route, “not sure” and open questions among them: two or more in each set.
    /// Those without any answer are left out.
    pub alike: Vec<Vec<usize>>,
    /// Whether there are too many different answers to compare them in pairs.
    pub left_out: bool,
}

/// Two programmes with different answers. Of several that answer alike, the first stands for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The earlier of the two.
    pub a: usize,
    /// The later one.
    pub b: usize,
    /// The mean of their distances over the questions that both answered, 0 to 1.
    pub distance: f64,
    /// How many questions both answered.
    pub shared: usize,
    /// Those of them that they answered differently, in the order of asking.
    pub differing: Vec<QuestionId>,
}

/// Compares the programmes of a group. What is equally near is told with more questions in common first, then in the order
/// of the list.
pub fn pairs(edition: &Edition, members: &[Member]) -> Pairs {
    let sets = same_answers(edition, members);
    let alike = sets.iter().filter(|set| set.members.len() > 1).map(|set| set.members.clone()).collect();
    if sets.len() > MOST_DIFFERENT {
        return Pairs { alike, left_out: true, ..Pairs::default() };
    }
    let (mut nearest, mut farthest) = (Vec::new(), Vec::new());
    for (index, one) in sets.iter().enumerate() {
        for other in &sets[index + 1..] {
            if let Some(compared) = compared(one, other) {
                keep(&mut nearest, compared, |a, b| a.apart(b));
                keep(&mut farthest, compared, |a, b| b.apart(a));
            }
        }
    }
    let pair = |compared: Compared| compared.pair(edition);
    let told = |list: Vec<Compared>| list.into_iter().map(pair).collect();
    Pairs { nearest: told(nearest), farthest: told(farthest), alike, left_out: false }
}

/// Programmes with the same answers on the route.
struct Same {
    /// What was answered to each question; nothing where “not sure” was.
    given: Vec<Options>,
    members: Vec<usize>,
}

/// The different sets of answers, in the order of the programmes that give them first.
fn same_answers(edition: &Edition, members: &[Member]) -> Vec<Same> {
    let mut places = FirstPlace::new();
    let mut sets: Vec<Same> = Vec::new();
    for index in shown(members) {
        let Some(member) = members.get(index) else { continue };
        let route = replay(edition, &member.answers);
        let answers = route.answers(edition);
        if answers.is_empty() {
            continue;
        }
        let place = *places.entry((None, answers)).or_insert(sets.len());
        match sets.get_mut(place) {
            Some(same) => same.members.push(index),
            None => {
                let given = edition.questions.iter().map(|question| match route.reply(question.id) {
                    Reply::Given(options) => options,
                    _ => Options::NONE,
                });
                sets.push(Same { given: given.collect(), members: vec![index] });
            }
        }
    }
    sets
}

/// Two sets of answers beside each other, and how far they lie apart, without a fraction.
#[derive(Clone, Copy)]
struct Compared<'s> {
    one: &'s Same,
    other: &'s Same,
    parts: u64,
    shared: u64,
}

fn compared<'s>(one: &'s Same, other: &'s Same) -> Option<Compared<'s>> {
    let (mut parts, mut shared) = (0, 0);
    for (a, b) in one.given.iter().zip(&other.given).filter(|(a, b)| !a.is_empty() && !b.is_empty()) {
        parts += apart(*a, *b);
        shared += 1;
    }
    (shared >= LEAST_SHARED as u64).then_some(Compared { one, other, parts, shared })
}

impl Compared<'_> {
    /// Which of two pairs is nearer: their means, brought to the same denominator.
    fn apart(&self, other: &Self) -> Ordering {
        (self.parts * other.shared).cmp(&(other.parts * self.shared))
    }

    fn pair(&self, edition: &Edition) -> Pair {
        let first = |same: &Same| same.members.first().copied().unwrap_or_default();
        let given = self.one.given.iter().zip(&self.other.given);
        let differ = |(a, b): (&Options, &Options)| !a.is_empty() && !b.is_empty() && a != b;
        let questions = edition.questions.iter().zip(given).filter(|(_, given)| differ(*given));
        Pair {
            a: first(self.one),
            b: first(self.other),
            distance: self.parts as f64 / (self.shared * PARTS) as f64,
            shared: self.shared as usize,
            differing: questions.map(|(question, _)| question.id).collect(),
        }
    }
}

/// Puts a pair among the first few in this order. Pairs come in the order of the list.
fn keep<'s>(list: &mut Vec<Compared<'s>>, pair: Compared<'s>, order: impl Fn(&Compared, &Compared) -> Ordering) {
    insert_ordered(list, pair, |a, b| order(a, b).then(b.shared.cmp(&a.shared)));
    list.truncate(MOST_TOLD);
}
