//! The style sheets, as far as text can tell.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

use std::path::Path;

#[test]
fn dark_by_choice_and_dark_by_system_are_the_same_colours() {
    let tokens = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/tokens.css")).unwrap();
    let dark = tokens.split("color-scheme: dark;").skip(1).map(|rest| rest.split('}').next().unwrap());
    let dark: Vec<Vec<&str>> = dark.map(|rule| rule.lines().map(str::trim).collect()).collect();
    assert_eq!(dark.len(), 2, "one rule for the system's wish, one for the host's");
    assert_eq!(dark[0].join("\n").trim(), dark[1].join("\n").trim());
}
