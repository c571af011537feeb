//! The territory in containers of every width: which of the two maps is shown, how large, and what that makes of text and
//! of marks. `tests/figures.rs` lays both maps out; here they only grow and shrink.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod lengths;
mod programmes;
mod sheets;

use edition_files::{LANGUAGES, edition};
use lengths::{Container, EM};
use peer_map::place::place;
use peer_map::view::territory::frame::{Metrics, NARROW, WIDE};
use peer_map::view::territory::geometry::Point;
use peer_map::view::territory::layout::{Mark, map};
use programmes::programmes;

/// The smallest text, and what a pointer must be able to hit, in CSS pixels.
const TEXT: f64 = 12.0;
const TARGET: f64 = 24.0;

/// The classes of text on the map.
const WORDS: [&str; 8] = ["t-axis", "t-head", "t-note", "t-row", "tab-letter", "tab-name", "m-num", "pm-pill"];

/// The map that a container shows.
struct Shown {
    class: &'static str,
    metrics: &'static Metrics,
    /// Its left edge and its width in the container, in pixels.
    left: f64,
    width: f64,
}

impl Shown {
    fn scale(&self) -> f64 {
        self.width / self.metrics.width
    }
}

fn shown(container: &Container) -> Shown {
    let visible = |class: &str| container.get(&[".pm-map", &format!(".pm-map.{class}")], "display") != Some("none");
    let (class, metrics) = match (visible("is-narrow"), visible("is-wide")) {
        (true, false) => ("is-narrow", &NARROW),
        (false, true) => ("is-wide", &WIDE),
        (narrow, wide) => panic!("at {} px: narrow {narrow}, wide {wide}", container.width),
    };
    let (start, column) = column(container);
    let selectors = [".pm-map", &format!(".pm-map.{class}")];
    let length = |property: &str| container.length(&selectors, property, column);
    let width = length("inline-size").unwrap().min(length("max-inline-size").unwrap());
    Shown { class, metrics, left: start + length("margin-inline").unwrap_or(0.0), width }
}

/// Where the figure's column begins in the container, and how wide it is.
fn column(container: &Container) -> (f64, f64) {
    let whole = container.length(&[".pm"], "max-inline-size", container.width).unwrap().min(container.width);
    let padding = container.get(&[".pm"], "padding").unwrap().split_whitespace().nth(1).unwrap();
    let padding = container.compute(&[".pm"], padding, container.width);
    let (start, inner) = ((container.width - whole) / 2.0 + padding, whole - 2.0 * padding);
    let Some(columns) = container.get(&[".pm-spread"], "grid-template-columns") else { return (start, inner) };
    let (beside, own) = columns.strip_prefix("minmax(").unwrap().split_once(", 1fr) ").unwrap();
    let gap = container.get(&[".pm-spread"], "gap").unwrap().split_whitespace().last().unwrap();
    let [beside, own, gap] = [beside, own, gap].map(|length| container.compute(&[".pm-spread"], length, inner));
    assert_eq!(container.get(&[".pm-spread > .pm-figure"], "grid-column"), Some("2"));
    // What stands beside the figure takes what it leaves, and no less than it needs.
    (start + beside.max(inner - own - gap) + gap, own)
}

/// The size of text of a class on a map, in its units. The rule with the most classes counts, and of those the last.
fn text_size(map: &str, class: &str) -> f64 {
    let (any, this) = (".pm-map".to_owned(), format!(".pm-map.{map}"));
    let of = |start: &str| [format!("{start} text"), format!("{start} .{class}"), format!("{start} .{class} text")];
    let selectors = [vec![format!(".{class}")], of(&any).to_vec(), of(&this).to_vec()].concat();
    let selectors: Vec<&str> = selectors.iter().map(String::as_str).collect();
    Container::new(EM * 45.0).length(&selectors, "font-size", 0.0).unwrap()
}

#[test]
fn five_widths_show_the_map_that_fits() {
    for (width, class, pixels) in [
        (280.0, "is-narrow", 280.0),
        (320.0, "is-narrow", 288.0),
        (480.0, "is-narrow", 432.0),
        (720.0, "is-wide", 672.0),
        (1200.0, "is-wide", 688.0),
    ] {
        let shown = shown(&Container::new(width));
        println!("{width} px: {class}, {:.3} pixels a unit", shown.scale());
        assert_eq!((shown.class, shown.width), (class, pixels), "at {width} px");
    }
}

#[test]
fn the_map_stays_within_its_container() {
    for width in 280..=1600 {
        let container = Container::new(f64::from(width));
        let shown = shown(&container);
        let (left, right) = (shown.left, shown.left + shown.width);
        assert!(left > -1e-6 && right < container.width + 1e-6, "at {width} px the map is at {left} to {right}");
    }
}

#[test]
fn no_text_of_the_map_is_smaller_than_twelve_pixels() {
    let sizes = |map: &str| WORDS.map(|class| text_size(map, class)).into_iter().fold(f64::INFINITY, f64::min);
    let (narrow, wide) = (sizes("is-narrow"), sizes("is-wide"));
    for width in 280..=1600 {
        let shown = shown(&Container::new(f64::from(width)));
        let size = shown.scale() * if shown.metrics.wide { wide } else { narrow };
        if [280, 320, 480, 720, 1200].contains(&width) {
            println!("{width} px: text of {size:.2} px");
        }
        assert!(size >= TEXT, "at {width} px the smallest text is {size:.2} px");
    }
}

/// The least distance between two of these.
fn least_distance(marks: &[&Mark]) -> f64 {
    let apart = |a: Point, b: Point| (a.x - b.x).hypot(a.y - b.y);
    let pairs = marks.iter().enumerate().flat_map(|(at, a)| marks[at + 1..].iter().map(move |b| (a, b)));
    pairs.map(|(a, b)| apart(a.at, b.at)).fold(f64::INFINITY, f64::min)
}

/// A numbered landmark is smaller than a target has to be, so it needs the room of one to itself (WCAG 2.2, 2.5.8): no
/// two middles are closer than its size. Below 320 px, where nobody has to lay out for, the list of landmarks must do.
#[test]
fn numbered_landmarks_have_the_room_of_a_target() {
    for metrics in [&WIDE, &NARROW] {
        let mut least = f64::INFINITY;
        for edition in LANGUAGES.map(edition) {
            for answers in programmes(&edition).iter().map(Some).chain([None]) {
                let placement = answers.map(|answers| place(&edition, answers));
                let map = map(&edition, placement.as_ref(), metrics);
                let numbered: Vec<&Mark> = map.landmarks.iter().filter(|mark| mark.numbered).collect();
                least = least.min(least_distance(&numbered));
            }
        }
        let widths = (320..=1600).map(|width| shown(&Container::new(f64::from(width))));
        let scales = widths.filter(|shown| shown.metrics.wide == metrics.wide).map(|shown| shown.scale());
        let least = least * scales.fold(f64::INFINITY, f64::min);
        println!("numbered landmarks are at least {least:.1} px apart, wide: {}", metrics.wide);
        assert!(least >= TARGET, "numbered landmarks are {least:.1} px apart, wide: {}", metrics.wide);
    }
}
