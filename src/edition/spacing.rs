//! What stands between texts that follow each other in a line.

/// A space, or nothing after full-width punctuation, which has its space in it (W3C, Requirements for Chinese Text Layout,
/// 3.1.6).
pub fn gap(before: &str) -> &'static str {
    let is_wide = |last: char| matches!(last, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}');
    if before.ends_with(is_wide) { "" } else { " " }
}

/// Sentences as one line of text.
pub fn in_a_line(sentences: impl IntoIterator<Item = String>) -> String {
    let follow =
        |line: String, next: String| if line.is_empty() { next } else { format!("{line}{}{next}", gap(&line)) };
    sentences.into_iter().fold(String::new(), follow)
}
