//! What two spellings of one word have in common.
//!
//! Capitals, accents, hyphens, plurals and French endings are how a word is written, not which word it is. The rules are
//! few and fixed, and both sides of a comparison go through them. Two words that differ by anything else stay two: in
//! this field, words that look alike mean different things. The tables of the standard library would cover the
//! alphabets of all languages, and weigh more in the wasm than all this.

/// Endings that French and Spanish hang on a word to write both genders, as in “pair·e·s” or “promotor/a”.
const HANGING: [&str; 13] = ["", "a", "e", "x", "ne", "le", "se", "ere", "iere", "euse", "ice", "rice", "trice"];

/// The words of a text as they are compared, with single spaces between them.
pub(super) fn fold(text: &str) -> String {
    let plain = plain(text);
    let mut folded = String::new();
    for chunk in plain.split(' ') {
        let mut begun = false;
        for piece in chunk.split('-').filter(|piece| !piece.is_empty()) {
            if !(begun && HANGING.contains(&piece.strip_suffix('s').unwrap_or(piece))) {
                push_word(&mut folded, &stem(piece));
            }
            begun = true;
        }
    }
    folded
}

/// Whether `form` stands in `text` as whole words; both are folded.
///
/// A single word counts only among short ones, as in “our doulas”: a “family member” is not what others call a member.
/// Chinese is written without spaces, so there a form only has to stand in the text, and a short one at its end.
pub(super) fn contains(text: &str, form: &str) -> bool {
    if form.chars().any(is_unspaced) {
        return text.ends_with(form) || form.chars().count() > 2 && text.contains(form);
    }
    match form.split(' ').count() {
        1 => {
            let is_short = |word: &str| word.len() <= 3;
            text.split(' ').any(|word| word == form) && text.split(' ').all(|word| word == form || is_short(word))
        }
        _ => format!(" {text} ").contains(&format!(" {form} ")),
    }
}

/// Small letters without accents; `-` for whatever joins words, a space for whatever parts them.
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
    let before = plain.chars().next_back().filter(|before| !matches!(before, ' ' | '-'));
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
fn is_unspaced(letter: char) -> bool {
    letter >= '\u{2e80}'
}

/// A word without plural and French feminine. What comes out need not be a word.
fn stem(word: &str) -> String {
    let one = word.strip_suffix(['s', 'x']).filter(|one| one.len() >= 3 && !one.ends_with('s')).unwrap_or(word);
    if let Some(stem) = one.strip_suffix("trice") {
        return format!("{stem}teur");
    }
    if let Some(stem) = one.strip_suffix("euse") {
        return format!("{stem}eur");
    }
    match one.strip_suffix('e').filter(|stem| stem.len() >= 4) {
        // citoyenne, professionnelle
        Some(stem) if stem.ends_with("nn") || stem.ends_with("ll") => stem[..stem.len() - 1].to_owned(),
        Some(stem) => stem.to_owned(),
        // “Buddies” has lost its s and its e by now.
        None => one.strip_suffix('y').map_or_else(|| one.to_owned(), |stem| format!("{stem}i")),
    }
}
