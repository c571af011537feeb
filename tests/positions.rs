//! Position is an answer: a mark lies in the boxes that its answers name, and a region surrounds the cells of its kind,
//! on both maps, in every language.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod drawn;
mod edition_files;
mod programmes;
mod spot_oracle;

use edition_files::{LANGUAGES, edition};
use peer_map::edition::{Answers, Axis, Digit, Edition, Kind};
use peer_map::place::{Cell, Placement, Region, Standing, place, region};
use peer_map::view::territory::frame::{Frame, NARROW, WIDE};
use peer_map::view::territory::geometry::{Point, Rect};
use peer_map::view::territory::layout::{Map, map};
use peer_map::view::territory::regions::Shape;
use peer_map::view::territory::spot::{Size, Spot};
use programmes::{called, programmes};
use spot_oracle::spots;

/// Visits both maps of every programme, and those without one, and says every fault.
fn every_map(check: impl Fn(&Edition, Option<&Answers>, Option<&Placement>, &Map) -> Vec<String>) {
    let mut all = Vec::new();
    let mut maps = 0;
    for edition in LANGUAGES.map(edition) {
        let programmes = programmes(&edition);
        for answers in programmes.iter().map(Some).chain([None]) {
            let placement = answers.map(|answers| place(&edition, answers));
            for (width, metrics) in [("wide", &WIDE), ("narrow", &NARROW)] {
                let map = map(&edition, placement.as_ref(), metrics);
                let faults = check(&edition, answers, placement.as_ref(), &map);
                all.extend(faults.into_iter().map(|fault| format!("{width}, {}: {fault}", called(answers))));
                maps += 1;
            }
        }
    }
    assert!(maps > 6_000, "{maps} maps");
    assert!(all.is_empty(), "{} faults, such as\n{}", all.len(), all[..all.len().min(40)].join("\n"));
}

/// Every box that a mark can stand in, but the one between columns, which lies over those of two columns.
fn boxes(frame: &Frame) -> impl Iterator<Item = Spot> {
    let size = frame.size;
    (0..=size.rim()).flat_map(move |row| {
        let columns = if row < size.spanning { 0..=0 } else { 0..=size.columns };
        columns.map(move |column| Spot { row, column })
    })
}

/// What is wrong with marks that should stand in these boxes, one in each.
fn misplaced(name: &str, frame: &Frame, marks: &[(Point, Rect)], spots: &[Spot]) -> Vec<String> {
    if marks.len() != spots.len() {
        return vec![format!("{name} has {} marks, not {}", marks.len(), spots.len())];
    }
    let mut faults = Vec::new();
    for ((at, around), spot) in marks.iter().zip(spots) {
        if !frame.rect(*spot).inset(-1e-6, -1e-6).contains(*around) {
            faults.push(format!("{name} is at {around:?}, not in {spot:?} at {:?}", frame.rect(*spot)));
        }
        let others = boxes(frame).filter(|other| other != spot && spot.column != frame.size.no_column());
        let point = Rect::around(*at, 0.0, 0.0);
        faults.extend(
            others
                .filter(|other| frame.rect(*other).contains(point))
                .map(|other| format!("{name} is in {other:?} as well")),
        );
    }
    faults
}

#[test]
fn your_marks_stand_where_the_answers_say() {
    every_map(|edition, answers, _, map| {
        let Some(answers) = answers else {
            return map.yours.iter().map(|_| "there is a mark without a programme".to_owned()).collect();
        };
        let marks: Vec<(Point, Rect)> = map
            .yours
            .iter()
            .enumerate()
            .map(|(index, yours)| (yours.at, drawn::yours(edition, answers, index, yours).around()))
            .collect();
        let spots = spots(answers);
        if !spots.is_empty() {
            return misplaced("your mark", &map.frame, &marks, &spots);
        }
        // Outside there is one mark, below everything.
        let bottom = boxes(&map.frame).map(|spot| map.frame.rect(spot).bottom()).fold(0.0, f64::max);
        let clear = matches!(&marks[..], [(_, around)] if around.y >= bottom);
        (!clear).then(|| format!("outside, the marks are {marks:?}")).into_iter().collect()
    });
}

#[test]
fn landmarks_stand_where_their_answers_say() {
    every_map(|edition, _, _, map| {
        let faults = edition.landmarks.iter().enumerate().flat_map(|(index, landmark)| {
            let marks = map.landmarks.iter().filter(|mark| mark.index == index);
            let mut marks: Vec<(Point, Rect)> =
                marks.map(|mark| (mark.at, drawn::landmark(edition, mark).around())).collect();
            // Set-ups differ by their rows.
            marks.sort_by(|(a, _), (b, _)| a.y.total_cmp(&b.y));
            misplaced(&landmark.id, &map.frame, &marks, &spots(&landmark.answers))
        });
        faults.collect()
    });
}

/// The boxes of a kind's region.
fn cells(edition: &Edition, kind: &Kind) -> Vec<Spot> {
    let territory = &edition.territory;
    let place = |axis: &Axis, digit: Digit| axis.steps.iter().position(|step| step.digit == digit).unwrap();
    let spot = |cell: Cell| match cell {
        Cell::Spanning(row) => Spot { row: place(&territory.rows, row), column: 0 },
        Cell::At(row, column) => Spot { row: place(&territory.rows, row), column: place(&territory.columns, column) },
        Cell::Rim(column) => Spot { row: Size::of(edition).rim(), column: place(&territory.columns, column) },
    };
    match region(edition, kind) {
        Region::Cells(cells) => cells.into_iter().map(spot).collect(),
        Region::Rim => {
            (0..territory.columns.steps.len()).map(|column| Spot { row: Size::of(edition).rim(), column }).collect()
        }
        Region::Anywhere | Region::Outside => Vec::new(),
    }
}

/// What is wrong with an outline that should surround these boxes and reach into no other.
fn astray(frame: &Frame, shape: &Shape, cells: &[Spot]) -> Vec<String> {
    let rects: Vec<Rect> = (0..shape.parts.len()).map(|part| shape.rect(frame, part)).collect();
    let name = &shape.kind.id;
    // An outline is inset by less than this at any depth of nesting.
    let (dx, dy) = frame.metrics.insets[frame.metrics.insets.len() - 1];
    let core = |spot: Spot| {
        let rect = frame.rect(spot);
        rect.inset(dx.min(rect.w / 2.0), dy.min(rect.h / 2.0))
    };
    let surrounded = |core: Rect| rects.iter().any(|outline| outline.contains(core));
    let mut faults = Vec::new();
    for spot in boxes(frame) {
        let (rect, belongs) = (frame.rect(spot), cells.contains(&spot));
        if belongs && !surrounded(core(spot)) {
            faults.push(format!("{name} does not surround {spot:?}"));
        }
        let next = Spot { row: spot.row, column: spot.column + 1 };
        if belongs && cells.contains(&next) && !surrounded(core(spot).union(core(next))) {
            faults.push(format!("{name} is broken between {spot:?} and {next:?}"));
        }
        if !belongs && rects.iter().any(|outline| outline.meets(rect)) {
            faults.push(format!("{name} reaches into {spot:?}"));
        }
    }
    faults
}

#[test]
fn regions_surround_the_cells_of_their_kinds() {
    every_map(|edition, _, placement, map| {
        // The kind of the rim is lit there for those alone who stand there.
        let lit_here = |placement: &Placement, kind: &Kind| {
            let elsewhere = kind.id == "improving" && !matches!(placement.standing, Standing::Rim { .. });
            !elsewhere && placement.fits.iter().any(|fit| fit.kind.id == kind.id)
        };
        let lit = |kind: &Kind| placement.is_none_or(|placement| lit_here(placement, kind));
        let mut faults = Vec::new();
        for kind in &edition.kinds {
            let cells = cells(edition, kind);
            let drawn = map.shapes.iter().filter(|shape| shape.kind.id == kind.id).collect::<Vec<_>>();
            let shown = !cells.is_empty() && (map.frame.metrics.wide || lit(kind));
            if drawn.len() != usize::from(shown) {
                faults.push(format!("{} is drawn {} times", kind.id, drawn.len()));
            }
            faults.extend(drawn.iter().flat_map(|shape| astray(&map.frame, shape, &cells)));
        }
        faults
    });
}
