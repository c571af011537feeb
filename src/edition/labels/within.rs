//! Whether a label stands in a longer text, or only its letters do.

use super::fold::{is_unspaced, stem};

/// What may stand before a label of one word: whoever writes “our doulas” means doulas, while an “au pair” is no pair,
/// and a “family member” not what others call a member.
const BEFORE: [&str; 67] = [
    "the",
    "a",
    "an",
    "our",
    "my",
    "your",
    "their",
    "his",
    "her",
    "its",
    "these",
    "those",
    "this",
    "that",
    "some",
    "all",
    "le",
    "la",
    "l",
    "les",
    "un",
    "une",
    "des",
    "nos",
    "notre",
    "mes",
    "mon",
    "ma",
    "vos",
    "votre",
    "leur",
    "leurs",
    "ces",
    "cette",
    "aux",
    "el",
    "los",
    "las",
    "una",
    "nuestra",
    "nuestro",
    "nuestras",
    "nuestros",
    "der",
    "die",
    "das",
    "ein",
    "eine",
    "unser",
    "unsere",
    "mein",
    "meine",
    "我们的",
    "我的",
    "我们",
    "你们的",
    "您的",
    "他们的",
    "她们的",
    "咱们的",
    "这些",
    "这位",
    "这个",
    "那些",
    "一位",
    "一名",
    "各位",
];
/// What turns a label that follows it into its contrary. Words with spaces have one before them.
const NOT: [&str; 3] = [" non", "非", "不是"];
/// What makes another word of a Chinese label that it follows: whoever does it, or belongs to it.
const PERSON: [&str; 7] = ["者", "员", "人", "师", "工作者", "专员", "成员"];
/// Up to so many Chinese characters are one word.
const WORD: usize = 3;

/// Whether `form` stands in `text` as whole words; both are folded.
pub(super) fn contains(text: &str, form: &str) -> bool {
    let unspaced = form.chars().any(is_unspaced);
    match unspaced {
        true if form.chars().count() <= WORD => text.strip_suffix(form).is_some_and(introduces),
        true => occurs(text, form),
        false if form.contains(' ') => occurs(&format!(" {text} "), &format!(" {form} ")),
        false => text.strip_suffix(form).is_some_and(|before| before.ends_with(' ') && introduces(before)),
    }
}

/// Whether all words before a label only say whose it is, or which.
fn introduces(before: &str) -> bool {
    let known = |word: &str| BEFORE.iter().any(|known| stem(known) == word);
    before.split(' ').filter(|word| !word.is_empty()).all(known)
}

/// Whether `form` stands somewhere in `text`, and what is around it does not make another word of it.
fn occurs(text: &str, form: &str) -> bool {
    let means = |(at, found): (usize, &str)| {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + found.len()..).unwrap_or_default());
        let denied = NOT.iter().any(|not| before.ends_with(not));
        let person = form.ends_with(is_unspaced) && PERSON.iter().any(|person| after.starts_with(person));
        !denied && !person
    };
    text.match_indices(form).any(means)
}
