//! The check character: ISO/IEC 7064, MOD 37,36 (hybrid system, two moduli, alphabet 0-9 then A-Z).
//!
//! It finds every substitution of one character and nearly every swap of two neighbours.

const ALPHABET: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const MODULUS: usize = 36;

fn value(character: char) -> Option<usize> {
    character.to_digit(36).map(|value| value as usize)
}

/// The check character over the letters and digits of `text`; other characters do not count.
pub(super) fn character(text: &str) -> char {
    let product = text.chars().filter_map(value).fold(MODULUS, |product, value| {
        let sum = match (product + value) % MODULUS {
            0 => MODULUS,
            sum => sum,
        };
        sum * 2 % (MODULUS + 1)
    });
    let value = (MODULUS + 1 - product) % MODULUS;
    char::from(ALPHABET[value])
}
