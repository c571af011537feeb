//! The style sheets, as far as text can tell.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

use picture_style::picture_style;
use std::path::Path;

#[path = "../build/picture_style.rs"]
mod picture_style;

#[test]
fn dark_by_choice_and_dark_by_system_are_the_same_colours() {
    let tokens = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/tokens.css")).unwrap();
    let dark = tokens.split("color-scheme: dark;").skip(1).map(|rest| rest.split('}').next().unwrap());
    let dark: Vec<Vec<&str>> = dark.map(|rule| rule.lines().map(str::trim).collect()).collect();
    assert_eq!(dark.len(), 2, "one rule for the system's wish, one for the host's");
    assert_eq!(dark[0].join("\n").trim(), dark[1].join("\n").trim());
}

/// The size of the root's text belongs to the host.
#[test]
fn no_size_is_relative_to_the_root() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    for sheet in std::fs::read_dir(folder).unwrap().map(|sheet| sheet.unwrap().path()) {
        let text = std::fs::read_to_string(&sheet).unwrap();
        let mut sizes = text.match_indices("rem").map(|(at, _)| &text[..at]);
        assert!(!sizes.any(|before| before.ends_with(|last: char| last.is_ascii_digit())), "{}", sheet.display());
    }
}

const TOKENS: &str = "@layer tokens, figures;
@layer tokens {
  .peer-map { --_ink: var(--peer-map-ink, #111); --_hue-1: #222; --_wash: 0.16; --_font: \"A; B\", serif; }
  @media (prefers-color-scheme: dark) { .peer-map { --_ink: #eee; } }
  .peer-map[data-theme=\"dark\"] { --_ink: #eee; }
}";
const KINDS: &str = "@layer components { .hue-1 { --_hue: var(--_hue-1); } .pm-kind { fill: red; } }";

fn plain(figures: &str) -> Result<String, String> {
    let sheet = format!("@layer figures {{ {figures} }} @layer states {{ @media print {{ text {{ fill: #000; }} }} }}");
    picture_style(TOKENS, KINDS, &[&sheet]).map(|style| style.replace(".hue-1{color:#222}\n", ""))
}

#[test]
fn a_picture_has_every_value_resolved() {
    assert_eq!(plain(""), Ok(String::new()));
    assert_eq!(plain(".a { fill: var(--_ink); margin: 0; }").unwrap(), ".a{fill:#111}\n");
    assert_eq!(plain(".a { fill-opacity: calc(var(--_wash) / 4); }").unwrap(), ".a{fill-opacity:0.04}\n");
    assert_eq!(plain(".a { stroke: var(--_hue); }").unwrap(), ".a{stroke:currentColor}\n");
    assert_eq!(plain("text { font-family: var(--_font); }").unwrap(), "text{font-family:\"A; B\", serif}\n");
    assert_eq!(plain(".a { fill: var(--_none); }"), Err("--_none has no value".to_owned()));
}

#[test]
fn a_picture_has_plain_selectors_only() {
    let flat = ".a.b .x{fill:red}\n".replace(".a.b .x", ".a.b .x,.a.c .x");
    assert_eq!(plain("/* is */ .a:is(.b, .c) .x { fill: red; /* all */ }").unwrap(), flat);
    assert_eq!(plain(".a:hover, .b > * + * { fill: red; }").unwrap(), ".b > * + *{fill:red}\n");
    assert_eq!(plain("@media print { .a { fill: red; } } .b { inline-size: 2em; }"), Ok(String::new()));
    assert_eq!(plain(".pm-map.is-narrow text, .pm-key li { fill: red; }"), Ok(String::new()));
    assert_eq!(plain(".a:not(.b) { fill: red; }"), Err(".a:not(.b) has no plain form".to_owned()));
}
