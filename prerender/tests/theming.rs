//! docs/theming.md against the style sheets and the code that refuses faint colours.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::root;
use prerender::tokens::{PREFIX, tokens};
use std::collections::BTreeSet;
use std::fs;

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The rows of all tables whose first cell is code that begins so, as cells.
fn rows(text: &str, start: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with(&format!("| `{start}")));
    rows.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")).collect()).collect()
}

#[test]
fn every_token_is_described_with_its_values() {
    let rows = rows(&read("docs/theming.md"), PREFIX);
    let described: BTreeSet<&str> = rows.iter().map(|row| row[0].strip_prefix(PREFIX).unwrap()).collect();
    let tokens = tokens().unwrap();
    assert_eq!(described, tokens.iter().map(|token| token.name.as_str()).collect());
    assert_eq!(described.len(), rows.len(), "each once");
    for token in &tokens {
        let row = rows.iter().find(|row| row[0] == format!("{PREFIX}{}", token.name)).unwrap();
        match row.len() {
            5 => assert_eq!((&row[2], &row[3]), (&token.light, &token.dark), "{}", token.name),
            // Lists of fonts are told in words.
            _ if token.name.starts_with("font") => assert!(row[2].starts_with("fonts of the device")),
            _ => assert_eq!(row[2], token.light, "{}", token.name),
        }
    }
}

/// Each pair that web/contrast.js looks at stands in the row of its first colour, with the least contrast.
#[test]
fn the_contrasts_are_those_that_are_held_to() {
    let rows = rows(&read("docs/theming.md"), PREFIX);
    let script = read("web/contrast.js");
    let (_, pairs) = script.split_once("PAIRS = [").unwrap();
    let pairs = pairs.split_once("];").unwrap().0;
    let told = |ink: &str| &rows.iter().find(|row| row[0] == format!("{PREFIX}{ink}")).unwrap()[4];
    let simple = [
        ("accent-2", "surface", "TEXT"),
        ("accent-ink", "accent", "TEXT"),
        ("accent-ink", "accent-2", "TEXT"),
        ("you", "surface", "TEXT"),
        ("you-ink", "you", "TEXT"),
    ];
    for (ink, on, least) in simple {
        assert!(pairs.contains(&format!("[\"{ink}\", \"{on}\", {least}]")), "{ink} on {on}");
    }
    let several = [
        r#"["surface", "ground"].flatMap((on) => ["ink", "ink-quiet", "accent"].map((ink) => [ink, on, TEXT]))"#,
        r#"["line", "you"].flatMap((part) => [[part, "surface", PART], [part, "ground", PART]])"#,
        r#"[[`hue-${hue}`, "surface", PART], [`hue-${hue}`, "ground", PART]]"#,
    ];
    assert!(several.iter().all(|several| pairs.contains(several)), "{pairs}");
    for (ink, contrast) in [
        ("ink", "surface, ground: 4.5"),
        ("ink-quiet", "surface, ground: 4.5"),
        ("accent", "surface, ground: 4.5"),
        ("line", "surface, ground: 3"),
        ("accent-2", "surface: 4.5"),
        ("accent-ink", "accent, accent-2: 4.5"),
        ("you", "surface: 4.5; ground: 3"),
        ("you-ink", "you: 4.5"),
        ("hue-1", "surface, ground: 3"),
        ("hue-4", "surface, ground: 3"),
    ] {
        assert_eq!(told(ink), contrast, "{ink}");
    }
    // Whoever changes the pairs changes the table.
    assert_eq!(pairs.trim().lines().count(), 8, "{pairs}");
}

#[test]
fn every_part_is_described() {
    let text = read("docs/theming.md");
    let described: BTreeSet<String> = rows(&text, "peer-map::part(")
        .iter()
        .map(|row| row[0].replace("peer-map::part(", "").replace(')', ""))
        .collect();
    let (frame, view) = (read("web/frame.js"), read("src/view/frame.rs"));
    let within = |text: &str, start: &str| {
        text.split(start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let there: BTreeSet<String> = within(&frame, ".part = \"").into_iter().chain(within(&view, " part=\"")).collect();
    assert_eq!(described, there);
}
