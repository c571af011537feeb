//! What `docs/accessibility.md` says is shown by tests that exist, and every test of Chartability has its row.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::{fs, path::Path};

/// How many tests Chartability has, and how many of them it calls critical.
const TESTS: usize = 50;
const CRITICAL: usize = 14;

fn page() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/accessibility.md")).unwrap()
}

/// The names of tests in a text: `file::function`.
fn named(text: &str) -> Vec<(&str, &str)> {
    text.split('`').skip(1).step_by(2).filter_map(|code| code.split_once("::")).collect()
}

/// Whether there is such a scenario, or such a native test.
fn exists(module: &str, name: &str) -> bool {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let has = |file: std::path::PathBuf, text: &str| fs::read_to_string(file).is_ok_and(|source| source.contains(text));
    // A long one begins on a line of its own.
    let scenario = |begin: &str| has(tests.join(format!("browser/tests/{module}.rs")), &format!("{begin}\"{name}\","));
    scenario("Scenario::new(")
        || scenario("Scenario::new(\n            ")
        || has(tests.join(format!("{module}.rs")), &format!("#[test]\nfn {name}()"))
}

#[test]
fn every_test_that_is_named_exists() {
    let page = page();
    let named = named(&page);
    assert!(named.len() > TESTS, "{named:?}");
    let missing: Vec<_> = named.into_iter().filter(|(module, name)| !exists(module, name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(!exists("axe", "axe_finds_everything") && !exists("contrast", "check"));
}

#[test]
fn every_test_of_chartability_has_a_row() {
    let page = page();
    let (_, tables) = page.split_once("\n## Chartability\n").unwrap();
    let (tables, _) = tables.split_once("\n## ").unwrap();
    let rows: Vec<&str> =
        tables.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Test |")).collect();
    assert_eq!(rows.len(), TESTS);
    assert_eq!(rows.iter().filter(|row| row.starts_with("| **")).count(), CRITICAL);
    for row in rows {
        assert_eq!(row.matches(" | ").count(), 2, "{row}");
    }
}
