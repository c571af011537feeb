//! Every released code opens forever: the golden files have one code a line, with its answers and its name.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{answers, english, letters};
use peer_map::link::{Name, Source, decode, encode};
use std::fs;
use std::path::PathBuf;

#[test]
fn every_released_code_is_read_and_written_as_ever() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut codes = 0;
    for file in files.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("codes-")) {
        let text = fs::read_to_string(file).unwrap();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            check(line);
            codes += 1;
        }
    }
    assert!(codes >= 45, "only {codes} golden codes were found");
}

#[test]
fn every_landmark_has_a_golden_code() {
    let golden = include_str!("golden/codes-0.1.0.txt");
    for landmark in &english().landmarks {
        let code = encode(english(), &landmark.answers, None).unwrap();
        let line = format!("{code} | {}", letters(&landmark.answers));
        assert!(golden.lines().any(|golden| golden == line), "{}: {line}", landmark.id);
    }
}

/// Reads and writes the code of one line.
fn check(line: &str) {
    let mut parts = line.splitn(3, '|').map(str::trim);
    let (code, given, name) =
        (parts.next().unwrap(), parts.next().unwrap(), parts.next().filter(|name| !name.is_empty()));
    let reading = decode(english(), code, Source::Link);
    assert!(reading.checked && reading.problems.is_empty(), "{code}: {:?}", reading.problems);
    assert_eq!(letters(&reading.answers), given, "{code}");
    assert_eq!(reading.name.as_ref().map(Name::as_str), name, "{code}");
    assert_eq!(encode(english(), &answers(given), name.and_then(Name::new).as_ref()).as_deref(), Some(code));
}
