//! Looks for texts that the link, or the list of a group, neither reads nor tells of. See README.md for how to run it.

use libfuzzer_sys::Corpus;
use peer_map::edition::{Edition, Plain, RawEdition};
use std::sync::LazyLock;

#[path = "../../tests/lines_kept/mod.rs"]
pub mod lines_kept;
#[path = "../../tests/told_or_read/mod.rs"]
pub mod told_or_read;

static LANGUAGES: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let words = [
        include_str!("../../editions/ps1/en.json"),
        include_str!("../../editions/ps1/fr.json"),
        include_str!("../../editions/ps1/zh-Hans.json"),
    ];
    words.map(edition).into()
});

fn edition(words: &str) -> Edition {
    let plain = |text: &str| serde_json::from_str::<Plain>(text).unwrap();
    let structure = plain(include_str!("../../editions/ps1/edition.json"));
    Edition::try_from(RawEdition { structure, words: plain(words) }).unwrap()
}

/// Holds bytes to what must hold of every text. Bytes that are no text are not worth keeping: nobody reads them.
pub fn hold(bytes: &[u8], told_or_read: fn(&[Edition], &str) -> Result<(), String>) -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    if let Err(fault) = told_or_read(&LANGUAGES, text) {
        panic!("{text:?}: {fault}");
    }
    Corpus::Keep
}
