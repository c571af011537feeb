//! What the bytes of a file say.

use crate::edition::{Edition, Phrase};

/// Why bytes are no text that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// A picture, a workbook, or whatever else is no text.
    Binary,
    /// Text perhaps, but in an encoding that is not told: guessing one would change names.
    Encoding,
}

impl NotText {
    /// The word for it in `data-problem`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Binary => "binary",
            Self::Encoding => "encoding",
        }
    }

    /// What is wrong and what to do, in the language of the edition.
    pub fn message(self, edition: &Edition) -> String {
        let phrase = match self {
            Self::Binary => Phrase::ImportBinary,
            Self::Encoding => Phrase::ImportEncoding,
        };
        edition.words[phrase].text().to_owned()
    }
}

/// The text of a file in UTF-8 or UTF-16, with or without a byte order mark.
///
/// # Errors
///
/// Bytes that are in neither, or have control characters that no text has.
pub fn text_of(bytes: &[u8]) -> Result<String, NotText> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ if bytes.contains(&0) => utf16(bytes, unmarked(bytes)),
        _ => utf8(bytes),
    }?;
    if text.chars().any(is_foreign) { Err(NotText::Binary) } else { Ok(text) }
}

fn utf8(bytes: &[u8]) -> Result<String, NotText> {
    let foreign = bytes.iter().any(|byte| is_foreign(char::from(*byte)) && *byte < 0x80);
    let not_text = if foreign { NotText::Binary } else { NotText::Encoding };
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| not_text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.ok().filter(|_| rest.is_empty()).ok_or(NotText::Binary)
}

/// In which order the bytes stand where no mark says so: codes are ASCII, of which the higher byte is zero.
fn unmarked(bytes: &[u8]) -> fn([u8; 2]) -> u16 {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    if zeros(1) > zeros(0) { u16::from_le_bytes } else { u16::from_be_bytes }
}

/// Control characters that no text file has.
fn is_foreign(character: char) -> bool {
    character.is_ascii_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{c}')
}
