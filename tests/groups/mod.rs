//! Groups to draw: twelve invented programmes, and some that stand where few do.

#![allow(dead_code, reason = "each test file uses its part")]

use crate::edition_files::{answers, random};
use peer_map::edition::Edition;
use peer_map::group::Member;
use peer_map::link::Name;

const TWELVE: [(&str, &str); 12] = [
    ("Harbour Clinic companions", "k1 w14 d3 f4 p4 h4"),
    ("Northside circle", "k1 w1 d1 f2 p1 h1"),
    ("Street Table", "k12 w35 d2 f4 p3 h2"),
    ("Lotus health brokers", "k3 w24 d3 f4 p12 h2"),
    ("Second Spring", "k1 w12 d2 f4 p46 h4"),
    ("Open Door house", "k1 w13 d1 f24 p1 h2"),
    ("Parent to Parent", "k4 w12 d2 f4 p6 h4"),
    ("Youth advisers", "k1 w7 f3 h4"),
    ("Elm Street neighbours", "k12 w13 d1 f1 p2"),
    ("Ward 6 navigators", "k13 w4 d3 f4 p4 h4"),
    ("Inside Listeners", "k13 w1 d3 f3 p5 h3"),
    ("Riverside helpline", "k2 w1 d3 f0 p6 h2"),
];

/// Nobody knows, outside, not finished, on the rim without a column and with one that is not known.
const ODD: [(&str, &str); 5] = [
    ("Nobody knows", "k0 w0 d0 f0 p0 h0"),
    ("Far out", "k9"),
    ("Half way", "k1 w1"),
    ("Advice among friends", "k1 w7 f1"),
    ("مجلس المرضى", "k1 w7 f0 h0"),
];

fn named((name, given): &(&str, &str)) -> Member {
    Member { name: Name::new(name), answers: answers(given), ..Member::default() }
}

pub fn twelve() -> Vec<Member> {
    TWELVE.iter().map(named).collect()
}

/// Twelve, then five that stand where few do.
pub fn odd() -> Vec<Member> {
    TWELVE.iter().chain(&ODD).map(named).collect()
}

/// A programme of these answers, without a name.
pub fn member(given: &str) -> Member {
    Member { answers: answers(given), ..Member::default() }
}

/// So many, drawn at random from this seed.
pub fn drawn_at_random(edition: &Edition, seed: u64, count: u64) -> Vec<Member> {
    (seed..seed + count).map(|seed| Member { answers: random(edition, seed), ..Member::default() }).collect()
}
