//! Bytes as text that stands in a page of UTF-8: packed by LZMA, since what browsers unpack themselves leaves a quarter more,
//! and written in seven bits a byte, where base64 has six. `web/offline.js` reads it.
//!
//! Every character of ASCII stands for its seven bits, but for four: what would end a script, and what programs change at
//! the ends of lines. A letter beyond ASCII, which is two bytes, stands for one of these and for the seven bits that follow.

use std::io::Write;

use anyhow::{Context, Result};
use lzma_rust2::{LzmaOptions, LzmaWriter};

/// How many bits a byte of the text stands for.
const BITS: u32 = 7;
/// What cannot stand in a page as it is: a parser replaces the first, and makes one of the next two.
const ILLEGAL: [u32; 4] = [0, '\n' as u32, '\r' as u32, '<' as u32];
/// The first of the letters that stand for one of them and what follows. All of these are letters of Latin, and IPA.
const PAIRS: u32 = 0x100;
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

fn characters(bytes: &[u8]) -> String {
    let sevens = sevens(bytes);
    let mut sevens = sevens.into_iter();
    let mut characters = String::with_capacity(bytes.len() * 8 / 7 + 1);
    while let Some(seven) = sevens.next() {
        let code = match (0..).zip(ILLEGAL).find(|(_, illegal)| *illegal == seven) {
            Some((index, _)) => PAIRS + (index << BITS) + sevens.next().unwrap_or_default(),
            None => seven,
        };
        characters.extend(char::from_u32(code));
    }
    characters
}

/// The bits seven by seven, the highest first; zeros fill the last.
fn sevens(bytes: &[u8]) -> Vec<u32> {
    let mut sevens = Vec::with_capacity(bytes.len() * 8 / 7 + 1);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        count += 8;
        while count >= BITS {
            count -= BITS;
            sevens.push(bits >> count);
            bits &= (1 << count) - 1;
        }
    }
    if count > 0 {
        sevens.push(bits << (BITS - count));
    }
    sevens
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
        let sevens = text.chars().filter(|character| !"\r\n".contains(*character)).flat_map(|character| {
            let code = u32::from(character);
            match code.checked_sub(PAIRS) {
                Some(pair) => vec![ILLEGAL[usize::try_from(pair >> BITS).unwrap()], pair & 127],
                None => vec![code],
            }
        });
        let (mut packed, mut bits, mut count) = (Vec::new(), 0_u32, 0);
        for seven in sevens {
            bits = (bits << BITS) | seven;
            count += BITS;
            if count >= 8 {
                count -= 8;
                packed.push((bits >> count).to_le_bytes()[0]);
                bits &= (1 << count) - 1;
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
    fn every_byte_is_written_without_what_ends_scripts_or_lines() {
        let every: Vec<u8> = (0..=u8::MAX).flat_map(|one| [one, one.reverse_bits(), 0, 10, 13, 60]).collect();
        let text = characters(&every);
        assert!(!text.contains(['\0', '\n', '\r', '<']));
        // Seven bits a byte, and the last may be a pair.
        assert!(text.len() <= every.len() * 8 / 7 + 2, "{} bytes of {}", text.len(), every.len());
        // 0000000 0001111 00: the first takes the second with it, and the last has nothing to take.
        assert_eq!(characters(&[0b0000_0000, 0b0011_1100]), "\u{10f}\u{100}");
    }

    #[test]
    fn no_line_is_long() {
        // Xorshift (Marsaglia 2003): nothing that LZMA could shorten.
        let mut state = 1_u32;
        let noise: Vec<u8> = (0..9_000)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                state.to_le_bytes()[0]
            })
            .collect();
        let text = text(&noise).unwrap();
        assert!(text.lines().count() > 1 && text.lines().all(|line| line.chars().count() <= LINE));
    }
}
