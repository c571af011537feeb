//! How far the answers of a group lie apart, against definitions worked out naively.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{answers, english, options, question, random};
use peer_map::edition::{Options, QuestionId, Reply};
use peer_map::flow::replay;
use peer_map::group::{Member, Pair, pairs, ranked, repeats, spreads, tallies};
use peer_map::link::Name;
use proptest::prelude::*;

fn member(given: &str) -> Member {
    Member { answers: answers(given), ..Member::default() }
}

fn group(given: &[&str]) -> Vec<Member> {
    given.iter().map(|given| member(given)).collect()
}

fn distance(members: &[Member], letter: char) -> Option<f64> {
    spreads(english(), members)[question(letter).index()].distance
}

#[test]
fn distances_are_those_worked_out_by_hand() {
    // {1,3} and {1}: one of two options is shared. {1,3} and {2}: none. {1} and {2}: none.
    assert_eq!(distance(&group(&["k13", "k1", "k2"]), 'k'), Some((0.5 + 1.0 + 1.0) / 3.0));
    assert_eq!(distance(&group(&["k13", "k13"]), 'k'), Some(0.0));
    assert_eq!(distance(&group(&["k1", "k2"]), 'k'), Some(1.0));
    assert_eq!(distance(&group(&["k123", "k12"]), 'k'), Some(840.0 / 2520.0));
    // Of one option: the chance that two differ. 4 × 1 of 5 × 4 / 2 pairs.
    assert_eq!(distance(&group(&["h1", "h1", "h1", "h1", "h2"].map(|h| h)), 'h'), Some(0.4));
    assert_eq!(distance(&group(&["k1", "k0", ""]), 'k'), None);
    let mut hidden = group(&["k1", "k1", "k2"]);
    hidden[2].hidden = true;
    assert_eq!(distance(&hidden, 'k'), Some(0.0));
}

#[test]
fn what_is_not_known_is_counted_beside() {
    let members = group(&["k1 w1", "k0 w1", "k9", "", "k1"]);
    let spread = &spreads(english(), &members)[question('w').index()];
    assert_eq!((spread.answered, spread.unsure, spread.skipped, spread.open, spread.pairs), (2, 0, 1, 2, 1));
    assert_eq!(spreads(english(), &members)[0].unsure, 1);
}

#[test]
fn the_widest_spread_is_ranked_first_and_none_last() {
    let members = group(&["k1 w1 d1 f1", "k1 w2 d2", "k1 w13 d3"]);
    let spreads = spreads(english(), &members);
    let order: Vec<usize> = ranked(&spreads).iter().map(|spread| spread.question.index()).collect();
    assert_eq!(order, [2, 1, 0, 3, 4, 5]);
}

#[test]
fn pairs_are_told_by_distance_then_by_what_they_share_then_by_place() {
    let members = group(&["k1 w1 d1", "k1 w1 d2", "k1 w1 d1", "k2 w2 d3", "k1 w1", "k3"]);
    let pairs = pairs(english(), &members);
    assert_eq!(pairs.alike, [[0, 2]]);
    let told = |list: &[Pair]| list.iter().map(|pair| (pair.a, pair.b, pair.shared)).collect::<Vec<_>>();
    // 5 answered one question: too little. 4 shares two with the others, all alike.
    assert_eq!(told(&pairs.nearest), [(0, 4, 2), (1, 4, 2), (0, 1, 3)]);
    assert_eq!(told(&pairs.farthest), [(0, 3, 3), (1, 3, 3), (3, 4, 2)]);
    assert_eq!(pairs.nearest[2].distance, 1.0 / 3.0);
    assert_eq!(pairs.nearest[2].differing, [question('d')]);
    let more_shared = group(&["k1 w1 d0", "k1 w1 d1", "k3 w3 d3 f0", "k3 w3 d3 f1"]);
    assert_eq!(told(&self::pairs(english(), &more_shared).nearest)[..2], [(2, 3, 3), (0, 1, 2)]);
    assert!(pairs.nearest[0].differing.is_empty() && pairs.farthest[0].distance == 1.0);
}

#[test]
fn more_than_three_hundred_different_answers_are_not_compared_in_pairs() {
    let sets = |count: usize| -> Vec<Member> {
        let k = english().question(question('k')).allowed();
        let w = english().question(question('w')).allowed();
        let answers = |index: usize| answers("").with(question('k'), k[index % 15]).with(question('w'), w[index / 15]);
        (0..count).map(|index| Member { answers: answers(index), ..Member::default() }).collect()
    };
    let compared = pairs(english(), &sets(300));
    assert!(!compared.left_out && compared.nearest.len() == 3);
    let mut many = sets(301);
    many.push(many[0].clone());
    let left_out = pairs(english(), &many);
    assert!(left_out.left_out && left_out.nearest.is_empty() && left_out.farthest.is_empty());
    assert_eq!(left_out.alike, [[0, 301]]);
}

#[test]
fn a_repeat_has_the_same_name_and_the_same_answers_on_the_route() {
    let named = |name: &str, given: &str| Member { name: Name::new(name), ..member(given) };
    let members = [
        named("A", "k9"),
        named("", "k9"),
        named("", "k9"),
        named("A", "k1"),
        named("B", "k9"),
        // What comes after the end of the route does not count.
        named("A", "k9 w1"),
        Member { hidden: true, ..named("A", "k9") },
    ];
    assert_eq!(repeats(english(), &members), [(5, 0), (6, 0)]);
}

/// The Jaccard distance, by going through the digits.
fn jaccard(one: Options, other: Options) -> f64 {
    let (mut both, mut either) = (0.0, 0.0);
    for digit in options("0123456789").iter() {
        both += f64::from(u8::from(one.contains(digit) && other.contains(digit)));
        either += f64::from(u8::from(one.contains(digit) || other.contains(digit)));
    }
    1.0 - both / either
}

fn given(member: &Member, question: QuestionId) -> Option<Options> {
    match replay(english(), &member.answers).reply(question) {
        Reply::Given(options) => Some(options),
        _ => None,
    }
}

/// Every pair of shown programmes with the distance by its definition, the questions both answered, and whether their
/// answers are the same.
fn all_pairs(members: &[Member]) -> Vec<(usize, usize, f64, usize)> {
    let mut all = Vec::new();
    for (a, one) in members.iter().enumerate().filter(|(_, member)| !member.hidden) {
        for (b, other) in members.iter().enumerate().skip(a + 1).filter(|(_, member)| !member.hidden) {
            let distances: Vec<f64> = english()
                .questions
                .iter()
                .filter_map(|question| Some(jaccard(given(one, question.id)?, given(other, question.id)?)))
                .collect();
            let route = |member: &Member| replay(english(), &member.answers).answers(english());
            if distances.len() > 1 && route(one) != route(other) {
                all.push((a, b, distances.iter().sum::<f64>() / distances.len() as f64, distances.len()));
            }
        }
    }
    all
}

fn members() -> impl Strategy<Value = Vec<Member>> {
    let one = (0..40_u64, prop::bool::weighted(0.1), 0..=6_usize).prop_map(|(seed, hidden, answered)| {
        let mut answers = random(english(), seed);
        english().questions.iter().skip(answered).for_each(|question| answers.set(question.id, Options::NONE));
        Member { answers, hidden, ..Member::default() }
    });
    prop::collection::vec(one, 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spreads_are_means_over_all_pairs(members in members()) {
        for (spread, tally) in spreads(english(), &members).iter().zip(tallies(english(), &members)) {
            let given: Vec<Options> = members
                .iter()
                .filter(|member| !member.hidden)
                .filter_map(|member| self::given(member, spread.question))
                .collect();
            let mut distances = Vec::new();
            for (index, one) in given.iter().enumerate() {
                distances.extend(given[index + 1..].iter().map(|other| jaccard(*one, *other)));
            }
            let mean = distances.iter().sum::<f64>() / distances.len() as f64;
            prop_assert_eq!(spread.distance.is_some(), given.len() > 1);
            prop_assert!(spread.distance.is_none_or(|distance| (distance - mean).abs() < 1e-12));
            prop_assert_eq!((spread.answered, spread.pairs), (given.len(), distances.len() as u64));
            let beside = (spread.unsure, spread.skipped, spread.open);
            prop_assert_eq!(beside, (tally.unsure.len(), tally.skipped.len(), tally.open.len()));
        }
    }

    #[test]
    fn pairs_are_the_nearest_and_farthest_of_all(members in members()) {
        let pairs = pairs(english(), &members);
        let all = all_pairs(&members);
        let told = |list: &[Pair]| list.iter().map(|pair| pair.distance).collect::<Vec<_>>();
        for pair in pairs.nearest.iter().chain(&pairs.farthest) {
            let (.., distance, shared) = all.iter().find(|(a, b, ..)| (*a, *b) == (pair.a, pair.b)).unwrap();
            prop_assert!((pair.distance - distance).abs() < 1e-12 && pair.shared == *shared);
            let differ = |question: &&QuestionId| {
                given(&members[pair.a], **question).unwrap() != given(&members[pair.b], **question).unwrap()
            };
            prop_assert!(pair.differing.iter().all(|question| differ(&question)));
        }
        // Of several that answer alike, the first stands for them.
        let first = |index: usize| !pairs.alike.iter().any(|set| set[1..].contains(&index));
        let mut all: Vec<f64> = all.iter().filter(|(a, b, ..)| first(*a) && first(*b)).map(|pair| pair.2).collect();
        all.sort_by(f64::total_cmp);
        let close = |told: &[f64], all: &[f64]| told.iter().zip(all).all(|(a, b)| (a - b).abs() < 1e-12);
        prop_assert_eq!((pairs.nearest.len(), pairs.farthest.len()), (all.len().min(3), all.len().min(3)));
        prop_assert!(close(&told(&pairs.nearest), &all));
        all.reverse();
        prop_assert!(close(&told(&pairs.farthest), &all));
    }

    #[test]
    fn alike_are_those_with_the_same_answers(members in members()) {
        let route = |index: usize| replay(english(), &members[index].answers).answers(english());
        let alike = pairs(english(), &members).alike;
        for (index, member) in members.iter().enumerate() {
            let expected = !member.hidden && !route(index).is_empty()
                && (0..members.len()).any(|other| other != index && !members[other].hidden && route(other) == route(index));
            let sets: Vec<_> = alike.iter().filter(|set| set.contains(&index)).collect();
            prop_assert_eq!(sets.len(), usize::from(expected));
            prop_assert!(sets.iter().all(|set| set.is_sorted() && set.iter().all(|other| route(*other) == route(index))));
        }
    }
}
