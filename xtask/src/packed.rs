//! Bytes as text that stands in a page: packed by LZMA, since what browsers unpack themselves leaves a quarter more, and
//! written in characters that every editor, mail and host leaves as they are. `web/offline.js` reads it.

use std::io::Write;

use anyhow::{Context, Result};
use lzma_rust2::{LzmaOptions, LzmaWriter};

/// How many bits two characters stand for: 91 * 91 is just above 2 to the power of 13.
const BITS: u32 = 13;
/// As many characters.
const BASE: u32 = 91;
/// So many characters a line: some programs cut, or choke on, longer ones.
const LINE: usize = 960;

/// These bytes as text.
///
/// # Errors
///
/// If they cannot be packed.
pub fn text(bytes: &[u8]) -> Result<String> {
    Ok(in_lines(&characters(&lzma(bytes)?)))
}

/// The stream with its header of 13 bytes, which says how long the contents are, and no mark at its end.
fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    // Measured over all settings: wasm has no rhythm of four bytes, so that positions tell nothing, and much context does.
    let options = LzmaOptions { dict_size: 1 << 20, lc: 4, lp: 0, pb: 0, nice_len: 273, ..LzmaOptions::with_preset(9) };
    let options = LzmaOptions { depth_limit: 1000, ..options };
    let length = u64::try_from(bytes.len()).context("too much to pack")?;
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(length)).context("LZMA refused")?;
    writer.write_all(bytes).context("LZMA failed")?;
    writer.finish().context("LZMA failed")
}

/// Two characters for each 13 bits, the highest first; zeros fill the last.
fn characters(bytes: &[u8]) -> String {
    let mut characters = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut bits, mut count) = (0_u32, 0);
    let mut write = |bits: u32| characters.extend([bits / BASE, bits % BASE].map(character));
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            write(bits >> count);
            bits &= (1 << count) - 1;
        }
    }
    if count > 0 {
        write(bits << (BITS - count));
    }
    characters
}

/// Those from `#` to `~` in ASCII, without `<`: nothing that could end a script, and no space.
fn character(digit: u32) -> char {
    let code = digit + u32::from('#');
    char::from_u32(if code < u32::from('<') { code } else { code + 1 }).unwrap_or_default()
}

fn in_lines(characters: &str) -> String {
    let mut lines = String::with_capacity(characters.len() + characters.len() / LINE);
    for (index, character) in characters.chars().enumerate() {
        if index > 0 && index % LINE == 0 {
            lines.push('\n');
        }
        lines.push(character);
    }
    lines
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
pub(crate) mod tests {
    use super::*;
    use lzma_rust2::LzmaReader;
    use std::io::Read;

    /// What `web/offline.js` makes of the text.
    pub(crate) fn unpacked(text: &str) -> Vec<u8> {
        let digit = |character: char| u32::from(character) - u32::from('#') - u32::from(character > '<');
        let digits: Vec<u32> = text.chars().filter(|character| !character.is_whitespace()).map(digit).collect();
        let (mut packed, mut bits, mut count) = (Vec::new(), 0_u32, 0);
        for pair in digits.chunks(2) {
            bits = (bits << BITS) | (pair[0] * BASE + pair[1]);
            count += BITS;
            while count >= 8 {
                count -= 8;
                packed.push((bits >> count).to_le_bytes()[0]);
            }
        }
        let mut bytes = Vec::new();
        LzmaReader::new_mem_limit(&*packed, 1 << 20, None).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn what_is_packed_is_unpacked_again() {
        for length in [0, 1, 2, 12, 13, 14, 255, 5_000] {
            let bytes: Vec<u8> = (0..length).map(|index: u32| (index * index % 251).to_le_bytes()[0]).collect();
            assert_eq!(unpacked(&text(&bytes).unwrap()), bytes, "{length}");
        }
    }

    #[test]
    fn every_character_is_harmless_and_different() {
        let all: String = (0..BASE).map(character).collect();
        assert_eq!((all.chars().next(), all.chars().last()), (Some('#'), Some('~')));
        assert!(all.is_ascii() && !all.contains(['<', ' ', '"', '!']));
        assert_eq!(all.chars().count(), 91);
        assert!(all.chars().zip(all.chars().skip(1)).all(|(one, next)| one < next));
    }

    #[test]
    fn no_line_is_long() {
        let noise: Vec<u8> =
            (0..9_000_u32).map(|index| (index.wrapping_mul(2_654_435_761) >> 24).to_le_bytes()[0]).collect();
        let text = text(&noise).unwrap();
        assert!(text.lines().count() > 1 && text.lines().all(|line| line.len() <= LINE));
    }
}
