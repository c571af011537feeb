//! Any text, read as the code of one programme.

#![no_main]

use peer_map_fuzz::{hold, told_or_read::one_told_or_read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| -> libfuzzer_sys::Corpus { hold(bytes, one_told_or_read) });
