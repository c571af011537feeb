//! What two spellings of one word have in common.
//!
//! Capitals, accents, hyphens, plurals and French endings are how a word is written, not which word it is. The rules are
//! few and fixed, and both sides of a comparison go through them. Two words that differ by anything else stay two: in
//! this field, words that look alike mean different things. The tables of the standard library would cover the
//! alphabets of all languages, and weigh more in the wasm than all this.

/// Endings that French and Spanish hang on a word to write both genders, as in “pair·e·s” or “promotor/a”.
const HANGING: [&str; 13] = ["", "a", "e", "x", "ne", "le", "se", "ere", "iere", "euse", "ice", "rice", "trice"];

/// What is left of a possessive: a word of its own, so that “the patient’s partner” is no “patient partner”.
const OWNER: &str = "'s";
/// The same of several owners, where it may as well be a closing quotation mark.
const OWNERS: &str = "'";

/// The words of a text as they are compared, with single spaces between them.
pub(super) fn fold(text: &str) -> String {
    let plain = plain(text);
    let mut folded = String::new();
    for chunk in plain.split(' ') {
        let mut begun = false;
        for joined in chunk.split('-') {
            let word = joined.trim_matches('\'');
            let (word, possessive) = match word.strip_suffix(OWNER) {
                Some(owner) if !owner.is_empty() => (owner, Some(OWNER)),
                _ => (word, joined.ends_with("s'").then_some(OWNERS)),
            };
            for piece in word.split('\'').filter(|piece| !piece.is_empty()) {
                if !(begun && HANGING.contains(&piece.strip_suffix('s').unwrap_or(piece))) {
                    push_word(&mut folded, &stem(piece));
                }
                begun = true;
            }
            possessive.iter().for_each(|possessive| push_word(&mut folded, possessive));
        }
    }
    // Behind the last word, nothing is said to be owned.
    let last = folded.strip_suffix(OWNER).or_else(|| folded.strip_suffix(OWNERS));
    last.map(|rest| rest.trim_end().to_owned()).unwrap_or(folded)
}

/// A folded text with the quotation marks that may be possessives taken for marks, as in “peers’ support”.
pub(super) fn unquoted(folded: &str) -> String {
    folded.replace(" ' ", " ")
}

/// Small letters without accents; `-` for whatever joins words, `'` for apostrophes, a space for whatever parts words.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        match base(letter) {
            // Written as one letter, spelt as two.
            'œ' | 'Œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            'ß' => plain.push_str("ss"),
            // Accents that stand alone, soft hyphens and the like: there, but not to be seen.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => {}
            ' ' | '\t'..='\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => plain.push(' '),
            letter @ ('a'..='z' | '0'..='9') => push_letter(&mut plain, letter),
            '\'' | '`' | '´' | 'ʼ' | '‘' | '’' => plain.push('\''),
            '\0'..='\u{bf}' | '×' | '÷' | '\u{2010}'..='\u{206f}' | '\u{3001}'..='\u{303f}' | '・' => {
                plain.push('-')
            }
            letter => push_letter(&mut plain, letter),
        }
    }
    plain
}

fn base(letter: char) -> char {
    let moved = |by: u32| char::from_u32(u32::from(letter) - by).unwrap_or(letter);
    let small = match letter {
        // Full-width letters, as Chinese keyboards give them.
        '\u{ff01}'..='\u{ff5e}' => moved(0xfee0).to_ascii_lowercase(),
        'À'..='Þ' if letter != '×' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    };
    match small {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ý' | 'ÿ' | 'Ÿ' => 'y',
        other => other,
    }
}

/// Between writing with spaces and writing without, a word ends though no space says so.
fn push_letter(plain: &mut String, letter: char) {
    let before = plain.chars().next_back().filter(|before| !matches!(before, ' ' | '-' | '\''));
    if before.is_some_and(|before| is_unspaced(before) != is_unspaced(letter)) {
        plain.push(' ');
    }
    plain.push(letter);
}

/// Where the writing has no spaces, one that was typed says nothing.
fn push_word(folded: &mut String, word: &str) {
    let unspaced = folded.chars().next_back().is_some_and(is_unspaced) && word.starts_with(is_unspaced);
    if !folded.is_empty() && !unspaced {
        folded.push(' ');
    }
    folded.push_str(word);
}

/// Chinese characters and what is written with them.
pub(super) fn is_unspaced(letter: char) -> bool {
    letter >= '\u{2e80}'
}

/// A word without plural and French feminine. What comes out need not be a word.
pub(super) fn stem(word: &str) -> String {
    let one = word.strip_suffix(['s', 'x']).filter(|one| one.len() >= 3 && !one.ends_with('s')).unwrap_or(word);
    if let Some(stem) = one.strip_suffix("trice") {
        return format!("{stem}teur");
    }
    if let Some(stem) = one.strip_suffix("euse") {
        return format!("{stem}eur");
    }
    match one.strip_suffix('e').filter(|stem| stem.len() >= 4) {
        // citoyenne, professionnelle
        Some(stem) => {
            let doubled = stem.ends_with("nn") || stem.ends_with("ll");
            stem.get(..stem.len() - usize::from(doubled)).unwrap_or(stem).to_owned()
        }
        // “Buddies” has lost its s and its e by now.
        None => one.strip_suffix('y').map_or_else(|| one.to_owned(), |stem| format!("{stem}i")),
    }
}
