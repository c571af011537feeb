//! Any text, read as a list of programmes.

#![no_main]

use peer_map_fuzz::{hold, lines_kept::lines_kept};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| -> libfuzzer_sys::Corpus { hold(bytes, lines_kept) });
