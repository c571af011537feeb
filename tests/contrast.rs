//! Contrast and distance of colours, computed from the tokens, on screens and on paper: text is at least 4.5 to 1, parts
//! of figures 3 to 1, and on screens regions that can meet differ for everyone.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod colour;
mod edition_files;
mod meeting;
mod sheets;
mod themes;

use colour::{Colour, VISIONS, distance};
use edition_files::english;
use meeting::{meetings, placed};
use peer_map::place::SHOWN;
use peer_map::view::territory::frame::WIDE;
use peer_map::view::territory::layout::map;
use peer_map::view::territory::regions::Shape;
use sheets::{Rule, names, sheet};
use std::collections::BTreeSet;
use themes::{PART, TEXT, Theme, check, paper, screens, set_for_paper};

const APART: f64 = 10.0;

fn everywhere() -> impl Iterator<Item = Theme> {
    screens().into_iter().chain([paper()])
}

#[test]
fn both_themes_name_the_same_colours() {
    let [light, dark] = screens();
    assert!(light.colours.keys().eq(dark.colours.keys()), "{:?}\n{:?}", light.colours, dark.colours);
}

/// A page that is dark on the screen must print as any other.
#[test]
fn paper_has_its_own_colour_wherever_the_themes_differ() {
    let [light, dark] = screens();
    let differ = light.colours.iter().filter(|(name, colour)| dark.get(name) != **colour);
    let differ: BTreeSet<String> = differ.map(|(name, _)| name.clone()).collect();
    let own = set_for_paper();
    assert!(differ.is_subset(&own), "{:?}", differ.difference(&own));
}

#[test]
fn words_and_lines_stand_out_from_the_paper() {
    check(everywhere(), |theme| {
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
    check(screens(), |theme| {
        for on in ["surface", "ground", "accent"] {
            // The ring has two colours; one of them will do.
            let rings = ["focus", "focus-ink"].map(|ring| theme.get(ring).contrast(theme.get(on)));
            theme.expect("ring", PART, rings[0].max(rings[1]), format!("the better focus ring on {on}"));
        }
    });
}

#[test]
fn regions_hide_nothing() {
    check(everywhere(), |theme| {
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
    check(everywhere(), |theme| {
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
    check(screens(), |theme| {
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
    check(screens(), |theme| {
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
    check(everywhere(), |theme| {
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

/// Browsers leave backgrounds out when they print, so no words may need theirs: such a rule has another for paper, which
/// hides them or gives them a colour of ink.
#[test]
fn paper_needs_no_backgrounds() {
    let rules: Vec<Rule> = names().iter().flat_map(|name| sheet(name)).collect();
    check([paper()], |theme| {
        let white = theme.get("surface");
        let colour = |rule: &Rule| {
            rule.get("color").and_then(|value| token(value).map(|name| theme.get(name)).or(Colour::hex(value)))
        };
        let ink = |rule: &Rule| colour(rule).map(|colour| colour.contrast(white));
        let hides = |rule: &Rule| rule.get("display") == Some("none");
        let on_paper = |selector: &str| {
            let own = rules.iter().filter(|rule| rule.within("@media print") && rule.is_for(selector));
            own.filter_map(|rule| if hides(rule) { Some(TEXT) } else { ink(rule) }).next_back()
        };
        let screen = rules.iter().filter(|rule| !rule.within("@media"));
        let found: Vec<(String, f64)> = screen
            .filter_map(|rule| Some((rule, ink(rule)?)))
            .flat_map(|(rule, contrast)| rule.selectors.iter().map(move |selector| (selector, contrast)))
            .map(|(selector, contrast)| {
                let element = selector.split(':').next().unwrap();
                (selector.clone(), if contrast < TEXT { on_paper(element).unwrap_or(contrast) } else { contrast })
            })
            .collect();
        for (selector, contrast) in found {
            theme.expect("ink", TEXT, contrast, format!("the words of {selector}"));
        }
    });
}
