//! Pseudo-localisation (Unicode CLDR, “Pseudo-Locales”): English whose letters are all accented, so that words which are
//! not the edition's stand out, and whose texts are longer by two fifths, as translations of short texts are.
//!
//! The browser tests have it too, which know nothing of the library: so it is JSON here, and read where it is used.

use serde_json::{Value, json};

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "âbćďéfğĥîĵķļmñôpqŕšţûvŵxýžÂBĆĎÉFĞĤÎĴĶĻMÑÔPQŔŠŢÛVŴXÝŽ";
/// Letters that accented ones of the same width exist for in every font; the others give no word away alone.
const UNACCENTED: &str = "bfmpqvxBFMPQVX";

/// The words of a language, pseudo-localised. Short names keep their length: figures have room for no more, and editions
/// with longer ones are refused.
pub fn pseudo(words: &Value) -> Value {
    let mut pseudo = within("", words);
    pseudo["language"] = words["language"].clone();
    pseudo
}

/// The file of an edition with English from right to left.
pub fn from_right_to_left(mut structure: Value) -> Value {
    structure["languages"][0]["direction"] = json!("rtl");
    structure
}

fn within(key: &str, value: &Value) -> Value {
    match value {
        Value::String(text) if matches!(key, "short" | "inline") => json!(accented(text)),
        Value::String(text) => json!(longer(&accented(text))),
        Value::Array(list) => list.iter().map(|value| within(key, value)).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), within(key, value))).collect(),
        other => other.clone(),
    }
}

/// The text with every letter accented that can be, but for the names of slots.
fn accented(text: &str) -> String {
    let mut in_slot = false;
    let accented = |character: char| {
        in_slot = character == '{' || in_slot && character != '}';
        let index = PLAIN.chars().position(|plain| plain == character).filter(|_| !in_slot);
        index.and_then(|index| ACCENTED.chars().nth(index)).unwrap_or(character)
    };
    text.chars().map(accented).collect()
}

/// The text, and two fifths of its words once more before its end.
fn longer(text: &str) -> String {
    let outside = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, outside)| outside));
    let letters: String = outside.collect::<Vec<_>>().join(" ");
    let more = letters.chars().count() * 2 / 5;
    let mut room = more;
    let words = letters.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).take_while(|word| {
        let fits = room > 0;
        room = room.saturating_sub(word.chars().count() + 1);
        fits
    });
    let words = words.collect::<Vec<_>>().join(" ");
    let end = text.trim_end_matches(['.', ':', '?', '!', ' ']);
    let (said, end) = text.split_at(end.len());
    if words.is_empty() { text.to_owned() } else { format!("{said} {words}{end}") }
}

/// Words in which every letter could have been accented, and was not: those that are not the edition's.
pub fn plain_words(text: &str) -> Vec<&str> {
    let letters = |word: &&str| word.chars().count() > 2 && word.chars().all(|letter| letter.is_ascii_alphabetic());
    let given_away = |word: &&str| word.chars().any(|letter| !UNACCENTED.contains(letter));
    text.split(|character: char| !character.is_alphanumeric()).filter(letters).filter(given_away).collect()
}
