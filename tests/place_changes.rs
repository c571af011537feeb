//! Placing: what a changed or a more certain answer does, and where the landmarks and the regions lie.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{answers, combinations, digits, english, letters, options};
use expect_test::{expect, expect_file};
use peer_map::edition::{Answers, Kind, Options};
use peer_map::flow::replay;
use peer_map::place::{Alike, Cell, Extent, Match, Placement, Region, Standing, away, place, region};
use std::collections::BTreeSet;
use std::fmt::Write;

#[test]
fn equal_answers_have_equal_places() {
    let whole = answers("k1 w7 f2 h4");
    assert_eq!(place(english(), &whole), place(english(), &answers("h4 f2 w7 k1")));
    // Answers off the route change nothing.
    assert_eq!(place(english(), &whole), place(english(), &answers("k1 w7 d1 f2 p3 h4")));
}

/// The answers with “not sure” wherever a question that applies has none: what a change opens is not known.
fn unsure_where_open(answers: &Answers) -> Answers {
    match replay(english(), answers).first_open(english()) {
        Some(open) => unsure_where_open(&answers.with(open, Options::UNSURE)),
        None => answers.clone(),
    }
}

#[test]
fn one_changed_answer_does_what_is_said_of_it() {
    let mut changes = 0;
    combinations(&["0", "45", "7"], &["6", "13"], |answers| {
        let now = place(english(), answers);
        let mut named: BTreeSet<(&str, bool)> = BTreeSet::new();
        let aways = away(english(), &now.route);
        for away in &aways {
            let at = format!("{} to {:?} {:?}", letters(answers), away.question, away.to);
            assert_eq!(away.from, answers.get(away.question), "{at}");
            assert_ne!(away.from, away.to, "{at}");
            let changed = answers.with(away.question, away.to);
            assert!(english().question(away.question).allows(away.to), "{at}");
            let then = place(english(), &unsure_where_open(&replay(english(), &changed).answers(english())));
            let (full_now, full_then) = (ids(full(&now)), ids(full(&then)));
            assert_eq!(ids(away.comes_in.iter().copied()), &full_then - &full_now, "{at} comes in");
            let gone: BTreeSet<&str> = &(&full_now - &full_then) - &ids(possible(&then));
            assert_eq!(ids(away.goes_out.iter().copied()), gone, "{at} goes out");
            assert!(!(away.comes_in.is_empty() && away.goes_out.is_empty()), "{at} says nothing");
            let moves = away.comes_in.iter().map(|kind| (kind.id.as_str(), true));
            let moves: Vec<_> = moves.chain(away.goes_out.iter().map(|kind| (kind.id.as_str(), false))).collect();
            assert!(moves.iter().any(|one| !named.contains(one)), "{at} says nothing new");
            named.extend(moves);
            changes += 1;
        }
        assert!(aways.len() <= 6, "{}", letters(answers));
    });
    println!("{changes} changed answers");
}

#[test]
fn a_more_certain_answer_takes_back_nothing_that_was_certain() {
    let mut refined = 0;
    combinations(&["0", "5", "24"], &["0", "6"], |answers| {
        let now = place(english(), answers);
        let unsure = english().questions.iter().filter(|question| answers.get(question.id) == Options::UNSURE);
        for question in unsure {
            let surer = question.choices.iter().map(|choice| Options::from(choice.digit));
            for set in surer.filter(|set| routes_alike(answers, &answers.with(question.id, *set))) {
                let then = place(english(), &answers.with(question.id, set));
                let at = format!("{} with {}{}", letters(answers), question.letter, digits(set));
                assert!(ids(full(&now)).is_subset(&ids(full(&then))), "{at}: a match is lost");
                let open = |placement: &Placement| -> BTreeSet<String> {
                    full(placement).chain(possible(placement)).map(|kind| kind.id.clone()).collect()
                };
                assert!(open(&then).is_subset(&open(&now)), "{at}: a kind appears that was excluded");
                refined += 1;
            }
        }
    });
    println!("{refined} refined answers");
}

#[test]
fn a_point_is_one_cell_and_an_area_is_several() {
    check("k1 w1 d1 f2 p1 h1", "2/1");
    check("k1 w1 d1 f24 p1 h1", "2/1 4/1");
    check("k1 w1 d1 f1 p1", "1");
    check("k1 w1 d1 f13 p1 h2", "1 3/2");
    check("k1 w1 d1 f2 p1 h0", "2/1 2/2 2/3 2/4");
    check("k1 w1 d1 f0 p1 h3", "1 2/3 3/3 4/3");
    check("k1 w1 d1 f0 p1 h0", "1 2/1 2/2 2/3 2/4 3/1 3/2 3/3 3/4 4/1 4/2 4/3 4/4");
    check("k1 w1", "1 2/1 2/2 2/3 2/4 3/1 3/2 3/3 3/4 4/1 4/2 4/3 4/4");
    check("k1 w7 f4 h4", "rim 4");
    check("k1 w7 f4 h0", "rim 1 rim 2 rim 3 rim 4");
    // Nobody runs it: no place on the rim is truer than another.
    check("k1 w7 f1", "rim 1 rim 2 rim 3 rim 4");
    check("k9", "");
}

#[test]
fn the_regions_of_the_kinds() {
    let mut table = String::new();
    for kind in &english().kinds {
        let over = match region(english(), kind) {
            Region::Cells(found) => cells(&found),
            Region::Rim => "the rim".to_owned(),
            Region::Anywhere => "anywhere".to_owned(),
            Region::Outside => "outside".to_owned(),
        };
        writeln!(table, "{}: {over}", kind.id).unwrap();
    }
    expect![[r#"
        natural: 1
        mutual: 2/1 3/1
        online: anywhere
        peer-run: 2/1 3/1 4/1
        mentoring: 2/2 2/3 2/4 3/2 3/3 3/4
        community-worker: 3/2 3/3 4/2 4/3
        outreach: anywhere
        bridge: 2/1 2/2 2/3 2/4 3/1 3/2 3/3 3/4 4/1 4/2 4/3 4/4
        care-team: 3/4 4/4
        improving: the rim
        outside: outside
    "#]]
    .assert_eq(&table);
}

#[test]
fn a_programme_that_fits_in_full_stands_in_the_kinds_region() {
    combinations(&["1", "24"], &["0", "6"], |answers| {
        let placement = place(english(), answers);
        let Standing::Grid { .. } = placement.standing else { return };
        let stands = placement.standing.cells(english());
        for kind in full(&placement) {
            if let Region::Cells(over) = region(english(), kind) {
                assert!(
                    over.iter().any(|cell| stands.contains(cell)),
                    "{} is {} outside its region",
                    letters(answers),
                    kind.id
                );
            }
        }
    });
}

#[test]
fn every_landmark_is_its_own_nearest() {
    for landmark in &english().landmarks {
        let route = replay(english(), &landmark.answers);
        assert_eq!(route.first_open(english()), None, "{} leaves a question open", landmark.id);
        assert_eq!(route.answers(english()), landmark.answers, "{} answers off its route", landmark.id);
        let nearest = place(english(), &landmark.answers).nearest;
        let own = nearest.iter().find(|likeness| likeness.landmark.id == landmark.id).unwrap();
        assert_eq!((own.similarity, nearest[0].similarity), (1.0, 1.0), "{}", landmark.id);
        assert_eq!(own.count(Alike::Same), own.shared(), "{}", landmark.id);
    }
}

#[test]
fn likeness_counts_what_both_answered() {
    // Against Alcoholics Anonymous, k1 w1 d1 f2 p16 h1.
    let nearest = place(english(), &answers("k1 w12 d3 f0 p16 h1")).nearest;
    let aa = nearest.iter().find(|likeness| likeness.landmark.id == "aa").unwrap();
    let alike: Vec<Alike> = aa.alike.iter().map(|(_, alike)| *alike).collect();
    use Alike::{Different, NotKnown, Partly, Same};
    assert_eq!(alike, [Same, Partly, Different, NotKnown, Same, Same]);
    assert_eq!((aa.shared(), aa.similarity), (5, (1.0 + 0.5 + 0.0 + 1.0 + 1.0) / 5.0));
    // Nothing in common, or nothing to compare, is no likeness.
    assert!(place(english(), &answers("k9")).nearest.is_empty());
    assert!(place(english(), &answers("k0 w0 d0 f0 p0 h0")).nearest.is_empty());
    assert!(place(english(), &Answers::default()).nearest.is_empty());
}

#[test]
fn the_landmarks_stand_where_they_stood() {
    let mut table = String::new();
    for landmark in &english().landmarks {
        let placement = place(english(), &landmark.answers);
        writeln!(table, "{}: {}", landmark.id, letters(&landmark.answers)).unwrap();
        for fit in &placement.fits {
            let reasons: Vec<String> =
                fit.because.iter().map(|reason| written(reason.question, reason.options)).collect();
            let typical: Vec<String> =
                fit.typical.iter().map(|reason| written(reason.question, reason.options)).collect();
            let differs: Vec<String> = fit.differs.iter().map(|one| format!("{:?}", one.wanted)).collect();
            let parts = [("", reasons), ("; typical ", typical), ("; differs ", differs)];
            let parts = parts.iter().filter(|(_, list)| !list.is_empty());
            let parts: String = parts.map(|(before, list)| format!("{before}{}", list.join(" "))).collect();
            writeln!(table, "  {} {}: {}", fit.matches.id(), fit.kind.id, parts).unwrap();
        }
        let also: Vec<&str> =
            placement.also_full.iter().chain(&placement.also_possible).map(|kind| kind.id.as_str()).collect();
        if !also.is_empty() {
            writeln!(table, "  also {}", also.join(", ")).unwrap();
        }
        writeln!(table, "  stands {}", cells(&placement.standing.cells(english()))).unwrap();
        let nearest = placement.nearest.iter();
        let nearest: Vec<String> =
            nearest.map(|one| format!("{} {:.3} on {}", one.landmark.id, one.similarity, one.shared())).collect();
        writeln!(table, "  near {}", nearest.join(", ")).unwrap();
    }
    expect_file!["golden/landmarks.txt"].assert_eq(&table);
}

#[test]
fn known_rows_and_columns_are_told_and_unknown_ones_are_not() {
    let standing = place(english(), &answers("k1 w1 d1 f24 p1 h0")).standing;
    let Standing::Grid { rows, columns } = standing else { panic!("{standing:?} is not on the grid") };
    assert_eq!((rows.known(), columns.known()), (options("24"), Options::NONE));
    assert_eq!(columns, Extent::Unknown);
}

/// Compares the cells over which answers leave a programme.
fn check(given: &str, expected: &str) {
    assert_eq!(cells(&place(english(), &answers(given)).standing.cells(english())), expected, "{given}");
}

fn cells(cells: &[Cell]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| match cell {
            Cell::Spanning(row) => row.to_string(),
            Cell::At(row, column) => format!("{row}/{column}"),
            Cell::Rim(column) => format!("rim {column}"),
        })
        .collect();
    cells.join(" ")
}

fn written(question: peer_map::edition::QuestionId, options: Options) -> String {
    format!("{}{}", english().question(question).letter, digits(options))
}

/// All kinds that match in full, shown or not.
fn full<'e>(placement: &Placement<'e>) -> impl Iterator<Item = &'e Kind> {
    let shown = placement.fits.iter().filter(|fit| fit.matches == Match::Full).map(|fit| fit.kind);
    shown.chain(placement.also_full.iter().copied()).collect::<Vec<_>>().into_iter()
}

fn possible<'e>(placement: &Placement<'e>) -> impl Iterator<Item = &'e Kind> {
    let shown = placement.fits.iter().filter(|fit| fit.matches == Match::Possible).map(|fit| fit.kind);
    shown.chain(placement.also_possible.iter().copied()).collect::<Vec<_>>().into_iter()
}

fn ids<'e>(kinds: impl Iterator<Item = &'e Kind>) -> BTreeSet<&'e str> {
    kinds.map(|kind| kind.id.as_str()).collect()
}

/// Whether the same questions apply to both: routing, unlike a kind, may take back what seemed certain.
fn routes_alike(one: &Answers, other: &Answers) -> bool {
    let applying = |answers| replay(english(), answers).applying(english()).collect::<Vec<_>>();
    applying(one) == applying(other)
}
