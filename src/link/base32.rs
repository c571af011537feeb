//! Base32 (RFC 4648, section 6), in lower case and without padding.

const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

pub(super) fn encode(bytes: &[u8]) -> String {
    bytes.chunks(5).flat_map(encode_block).collect()
}

/// Five bytes make eight characters; fewer make as many as their bits need.
fn encode_block(block: &[u8]) -> impl Iterator<Item = char> {
    let bits = (0..5).fold(0_u64, |bits, index| bits << 8 | u64::from(block.get(index).copied().unwrap_or(0)));
    let characters = (block.len() * 8).div_ceil(5);
    (0..characters).map(move |index| char::from(ALPHABET[(bits >> (35 - 5 * index) & 31) as usize]))
}

/// The bytes, or `None` for a character outside the alphabet, a length that no bytes have, or left-over bits that are
/// not zero: each text has one reading, and each reading one text.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for character in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == character)?;
        bits = bits << 5 | u32::try_from(value).ok()?;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held).ok()?);
            bits &= (1 << held) - 1;
        }
    }
    (held < 5 && bits == 0).then_some(bytes)
}
