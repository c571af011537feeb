//! Contrast and distance of colours, computed from the tokens: text is at least 4.5 to 1, parts of figures 3 to 1, and
//! regions that can meet differ for everyone.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod colour;
mod edition_files;
mod meeting;
mod sheets;

use colour::{Colour, VISIONS, distance};
use edition_files::english;
use meeting::{meetings, placed};
use peer_map::place::SHOWN;
use peer_map::view::territory::frame::WIDE;
use peer_map::view::territory::layout::map;
use peer_map::view::territory::regions::Shape;
use sheets::{Rule, names, sheet};
use std::collections::BTreeMap;

const TEXT: f64 = 4.5;
const PART: f64 = 3.0;
const APART: f64 = 10.0;

/// The colours of a theme, and how opaque a wash is.
struct Theme {
    name: &'static str,
    colours: BTreeMap<String, Colour>,
    wash: f64,
    faults: Vec<String>,
    /// The least of every measure, to be read with `--nocapture`.
    least: BTreeMap<String, (f64, String)>,
}

impl Theme {
    fn new(name: &'static str, is_it: impl Fn(&Rule) -> bool) -> Self {
        let rules: Vec<Rule> = sheet("tokens").into_iter().filter(is_it).collect();
        let all = rules.iter().flat_map(|rule| &rule.declarations);
        let colours = all.filter_map(|(name, value)| {
            // What a host may set has ours after the comma.
            let ours = value.split_once(',').map_or(value.as_str(), |(_, ours)| ours.trim().trim_end_matches(')'));
            Some((name.strip_prefix("--_")?.to_owned(), Colour::hex(ours)?))
        });
        let colours = colours.collect();
        let wash = rules.iter().find_map(|rule| rule.get("--_wash")).unwrap().parse().unwrap();
        Self { name, colours, wash, faults: Vec::new(), least: BTreeMap::new() }
    }

    fn get(&self, name: &str) -> Colour {
        *self.colours.get(name).unwrap_or_else(|| panic!("no colour --_{name} in the {} theme", self.name))
    }

    fn hue(&self, hue: u16) -> Colour {
        self.get(&format!("hue-{hue}"))
    }

    fn expect(&mut self, what: &str, least: f64, found: f64, of: String) {
        if found < least {
            self.faults.push(format!("{}: {of} is {found:.2}, not {least}", self.name));
        }
        let lowest = self.least.entry(what.to_owned()).or_insert((f64::INFINITY, String::new()));
        if found < lowest.0 {
            *lowest = (found, of);
        }
    }

    fn text(&mut self, on: &str, below: Colour, names: &[&str]) {
        for name in names {
            self.expect("text", TEXT, self.get(name).contrast(below), format!("{name} on {on}"));
        }
    }

    fn parts(&mut self, on: &str, below: Colour, names: &[&str]) {
        for name in names {
            self.expect("part", PART, self.get(name).contrast(below), format!("{name} on {on}"));
        }
    }
}

fn themes() -> [Theme; 2] {
    let light = |rule: &Rule| rule.is_for(".peer-map") && rule.conditions == ["@layer tokens"];
    let dark = |rule: &Rule| rule.is_for(".peer-map[data-theme=\"dark\"]");
    [Theme::new("light", light), Theme::new("dark", dark)]
}

/// Runs a check in both themes and says every fault.
fn check(check: impl Fn(&mut Theme)) {
    let mut faults = Vec::new();
    for mut theme in themes() {
        check(&mut theme);
        for (what, (least, of)) in &theme.least {
            println!("{} {what}: at least {least:.2}, {of}", theme.name);
        }
        assert!(!theme.least.is_empty(), "nothing was measured");
        faults.append(&mut theme.faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn both_themes_name_the_same_colours() {
    let [light, dark] = themes();
    assert!(light.colours.keys().eq(dark.colours.keys()), "{:?}\n{:?}", light.colours, dark.colours);
}

#[test]
fn words_and_lines_stand_out_from_the_paper() {
    check(|theme| {
        for on in ["surface", "ground", "ground-2"] {
            theme.text(on, theme.get(on), &["ink", "ink-quiet"]);
            theme.parts(on, theme.get(on), &["line", "you"]);
        }
        for on in ["surface", "ground"] {
            theme.text(on, theme.get(on), &["accent", "accent-2"]);
        }
        theme.text("surface", theme.get("surface"), &["you", "error"]);
        for (ink, on) in [
            ("accent-ink", "accent"),
            ("accent-ink", "accent-2"),
            ("you-ink", "you"),
            ("focus-ink", "focus"),
            ("hue-ink", "hue-1"),
            ("hue-ink", "hue-2"),
            ("hue-ink", "hue-3"),
            ("hue-ink", "hue-4"),
        ] {
            theme.text(on, theme.get(on), &[ink]);
        }
    });
}

#[test]
fn the_focus_ring_is_seen_on_everything() {
    check(|theme| {
        for on in ["surface", "ground", "accent"] {
            // The ring has two colours; one of them will do.
            let rings = ["focus", "focus-ink"].map(|ring| theme.get(ring).contrast(theme.get(on)));
            theme.expect("ring", PART, rings[0].max(rings[1]), format!("the better focus ring on {on}"));
        }
    });
}

#[test]
fn regions_hide_nothing() {
    check(|theme| {
        let ground = theme.get("ground");
        for hue in 1..=4 {
            theme.parts("ground", ground, &[&format!("hue-{hue}")]);
            theme.parts("surface", theme.get("surface"), &[&format!("hue-{hue}")]);
            let one = theme.hue(hue).over(ground, theme.wash);
            let on = format!("a wash of hue-{hue}");
            theme.text(&on, one, &["ink", "ink-quiet"]);
            theme.parts(&on, one, &["line", "you"]);
            for over in (1..=4).filter(|over| *over != hue) {
                let two = theme.hue(over).over(one, theme.wash);
                let on = format!("washes of hue-{hue} and hue-{over}");
                theme.text(&on, two, &["ink"]);
                theme.parts(&on, two, &["you"]);
            }
        }
    });
}

/// As many regions as are lit at once can lie over one cell, the largest below, with a lighter wash where it is vast. A
/// number and the line between your marks are to be read there too.
#[test]
fn as_many_regions_as_are_lit_hide_nothing() {
    let shapes = map(english(), None, &WIDE).shapes;
    let placed = placed(english());
    let at = |shape: &Shape| placed.iter().find(|one| one.kind.id == shape.kind.id);
    let over = |a: &Shape, b: &Shape| at(a).zip(at(b)).is_some_and(|(a, b)| a.overlaps(b));
    assert_eq!(SHOWN, 3);
    let territory = sheet("territory");
    let vast = territory.iter().find(|rule| rule.is_for(".pm-region.is-vast .r-wash")).unwrap();
    assert_eq!(vast.get("fill-opacity"), Some("calc(var(--_wash) / 4)"));
    check(|theme| {
        for (a, b, c) in threes(shapes.len()).map(|(a, b, c)| (&shapes[a], &shapes[b], &shapes[c])) {
            if !(over(a, b) && over(b, c) && over(a, c)) {
                continue;
            }
            let washes = [a, b, c].iter().fold(theme.get("ground"), |below, shape| {
                theme.hue(shape.kind.hue).over(below, theme.wash / if shape.vast { 4.0 } else { 1.0 })
            });
            let on = format!("washes of {}, {} and {}", a.kind.id, b.kind.id, c.kind.id);
            theme.text(&on, washes, &["ink"]);
            theme.parts(&on, washes, &["you"]);
        }
    });
}

fn threes(of: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    (0..of).flat_map(move |a| (a + 1..of).flat_map(move |b| (b + 1..of).map(move |c| (a, b, c))))
}

#[test]
fn regions_that_meet_look_different_to_everyone() {
    let placed = placed(english());
    check(|theme| {
        for (a, b, _) in meetings(&placed).into_iter().filter(|(a, b, _)| a.kind.hue != b.kind.hue) {
            for vision in VISIONS {
                let apart = distance(theme.hue(a.kind.hue).seen(vision), theme.hue(b.kind.hue).seen(vision));
                let of = format!("{} (hue-{}) to {} (hue-{})", a.kind.id, a.kind.hue, b.kind.id, b.kind.hue);
                theme.expect(vision.0, APART, apart, format!("{of}, {}", vision.0));
            }
        }
    });
}

#[test]
fn your_colour_is_no_regions() {
    check(|theme| {
        for (hue, vision) in (1..=4).flat_map(|hue| VISIONS.map(|vision| (hue, vision))) {
            let apart = distance(theme.get("you").seen(vision), theme.hue(hue).seen(vision));
            theme.expect(vision.0, APART, apart, format!("you to hue-{hue}, {}", vision.0));
        }
    });
}

/// Regions that overlap never share a hue. Those that only touch are more than four hues can tell apart, so the two
/// that share one are those with the shortest border; their outlines keep apart, and their letters differ.
#[test]
fn hues_are_shared_along_the_shortest_border() {
    let placed = placed(english());
    let meetings = meetings(&placed);
    let at = |kind: &str| placed.iter().position(|one| one.kind.id == kind).unwrap();
    let meetings: Vec<(usize, usize, Option<usize>)> =
        meetings.into_iter().map(|(a, b, border)| (at(&a.kind.id), at(&b.kind.id), border)).collect();
    // How much of the borders lies between two regions of one hue; none if two that overlap share it.
    let shared = |hues: &[u16]| {
        let same = meetings.iter().filter(|(a, b, _)| hues[*a] == hues[*b]);
        same.map(|(_, _, border)| *border).sum::<Option<usize>>()
    };
    let hues: Vec<u16> = placed.iter().map(|one| one.kind.hue).collect();
    let every = (0..4_u32.pow(placed.len() as u32))
        .map(|number| (0..placed.len()).map(|at| (number / 4_u32.pow(at as u32) % 4) as u16).collect::<Vec<_>>());
    let least = every.filter_map(|hues| shared(&hues)).min();
    println!("same hue along {:?} sides of cells; {least:?} at least", shared(&hues));
    assert!(shared(&hues).is_some(), "regions that overlap share a hue");
    assert_eq!(shared(&hues), least);
}

/// The token that a value is, without its dashes.
fn token(value: &str) -> Option<&str> {
    value.strip_prefix("var(--_")?.strip_suffix(')')
}

/// What the sheets themselves put on each other: words on the background of their own rule, or on the surface.
#[test]
fn every_rule_sets_words_that_can_be_read() {
    check(|theme| {
        for rule in names().iter().flat_map(|name| sheet(name)) {
            let Some(words) = rule.get("color").and_then(token) else { continue };
            let on = rule.get("background").and_then(token).unwrap_or("surface");
            let selector = rule.selectors.join(", ");
            // A disc takes the hue of its kind.
            let hues =
                if on == "hue" { (1..=4).map(|hue| format!("hue-{hue}")).collect() } else { vec![on.to_owned()] };
            for on in hues {
                let found = theme.get(words).contrast(theme.get(&on));
                theme.expect("rule", TEXT, found, format!("{words} on {on} of {selector}"));
            }
        }
    });
}
