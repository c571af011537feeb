//! Texts that the fuzzer found worth keeping (`fuzz/`), each read anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod lines_kept;
mod told_or_read;

use edition_files::{LANGUAGES, edition};
use lines_kept::lines_kept;
use peer_map::edition::Edition;
use std::path::Path;
use told_or_read::{group_told_or_read, one_told_or_read};

#[test]
fn every_text_kept_for_one_programme_is_told_or_read() {
    check("decode", one_told_or_read);
}

#[test]
fn every_text_kept_for_a_group_is_told_or_read() {
    check("group", group_told_or_read);
}

#[test]
fn every_text_kept_for_a_list_loses_no_line() {
    check("lines", lines_kept);
}

/// Reads every file of the corpus of a target, as the target does.
fn check(target: &str, told_or_read: fn(&[Edition], &str) -> Result<(), String>) {
    let languages = LANGUAGES.map(edition);
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files = std::fs::read_dir(corpus).unwrap().map(|file| file.unwrap().path());
    let texts = files.map(|file| {
        let text = String::from_utf8(std::fs::read(&file).unwrap()).unwrap();
        told_or_read(&languages, &text).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
    });
    assert!(texts.count() > 50);
}
