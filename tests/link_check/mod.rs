//! ISO 7064 MOD 37,36, written a second time from the standard's recursion and without a line of the library.

/// The one character that brings the whole to 1, found by trying all 36.
pub fn check_character(text: &str) -> char {
    let values: Vec<u32> = text.chars().filter_map(|character| character.to_digit(36)).collect();
    let candidates = ('0'..='9').chain('a'..='z');
    let mut fitting = candidates.filter(|candidate| is_valid(&values, candidate.to_digit(36).unwrap_or_default()));
    fitting.next().unwrap_or('?')
}

/// P(1) = M; S(j) = P(j) mod (M + 1) + a(j); P(j + 1) = 2 × S(j) modulo M, with M for 0; valid if S(n) is 1 modulo M.
fn is_valid(values: &[u32], check: u32) -> bool {
    let modulus = 36;
    let mut p = modulus;
    for value in values {
        let s = p % (modulus + 1) + value;
        let reduced = if s % modulus == 0 { modulus } else { s % modulus };
        p = reduced * 2;
    }
    (p % (modulus + 1) + check) % modulus == 1
}
