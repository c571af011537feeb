//! Texts as large as a file may be.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{answers, english};
use peer_map::group::import::{read_lines, text_of};
use peer_map::link::{Name, encode};
use std::hint::black_box;
use std::time::{Duration, Instant};

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

/// Reads a text of this part again and again. The bound is hundreds of times what it takes; a text that is searched once
/// for each of its lines, words or characters takes longer by far.
fn is_read_in_time(part: &str, kilobytes: usize) {
    let text = part.repeat(kilobytes * 1_000 / part.len());
    let start = Instant::now();
    black_box(read_lines(english(), &text));
    let part: String = part.chars().take(20).collect();
    println!("{part:?}: {kilobytes} kB in {:?}", start.elapsed());
    assert!(start.elapsed() < Duration::from_secs(5), "{part:?}: {:?}", start.elapsed());
}

#[test]
fn no_text_keeps_the_page_busy() {
    for part in [
        &format!("Les Amis, {CODE}\n"),
        &format!("\"Les Amis\";{CODE}\r\n"),
        "x",
        "x\n",
        "x ",
        "\n",
        "\"",
        "\"\n",
        "x\",\"y\n",
        "\"\"\"\n",
        ",",
        &format!("{CODE} "),
        &format!("{CODE},"),
        &format!("\"{CODE}\n"),
        "ps1-k1,",
        "-g.",
        "%25",
        "#",
        "&c=",
    ] {
        is_read_in_time(part, 300);
    }
    // Many different codes in one line.
    let code = |index| encode(english(), &answers("k1"), Name::new(&format!("{index:06}")).as_ref()).unwrap();
    let different: String = (0..150_000).map(|index| code(index) + " ").collect();
    is_read_in_time(&different, different.len() / 1_000 + 1);
}

/// `cargo test --test group_large -- --ignored --nocapture` prints how long it takes.
#[test]
#[ignore = "it takes a minute, and is for the figures"]
fn fifty_megabytes_are_read() {
    for part in [format!("Les Amis, {CODE}\n"), "no code in here at all, only words\n".to_owned(), "x".to_owned()] {
        let bytes = part.repeat(50_000_000 / part.len()).into_bytes();
        let start = Instant::now();
        let text = text_of(&bytes).unwrap();
        let import = read_lines(english(), &text);
        let (members, refused) = (import.members.len(), import.refused.len());
        println!("{part:?}: {members} programmes, {refused} refused in {:?}", start.elapsed());
    }
}
