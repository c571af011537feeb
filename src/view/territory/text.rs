//! How wide text is, estimated, and where it breaks. Text is never measured: the same map is drawn without a browser.

/// The estimated width of text at a size, in the units of the size. Fonts differ; the factors lie above the widths of
/// the system fonts in use, so that what fits here fits there.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let em: f64 = text.chars().map(em).sum();
    em * size * if bold { 1.07 } else { 1.0 }
}

fn em(character: char) -> f64 {
    match character {
        '\u{ad}' => 0.0,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | ',' | '.' | ':' | '-' => {
            0.34
        }
        'm' | 'w' | 'M' | 'W' => 0.9,
        _ if is_wide(character) => 1.0,
        _ if character.is_uppercase() => 0.7,
        _ => 0.56,
    }
}

/// Whether the character fills a square, as Chinese, Japanese and Korean ones do. Between two of these, text may break.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '→' | '↓')
}

/// Whether a line must not begin with this character.
fn closes(character: char) -> bool {
    matches!(character, '，' | '。' | '、' | '：' | '；' | '）' | '」' | '”' | '！' | '？')
}

/// Breaks text into the fewest lines that fit `room`, then evens them out. A soft hyphen is used only where a word
/// would not fit otherwise; a word that cannot be broken stays whole, however long.
pub fn lines(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let parts: Vec<Part> = parts(text).into_iter().map(|text| Part::new(text, size, bold)).collect();
    let fewest = break_parts(&parts, room);
    // The narrowest room that needs no further line makes the lines most alike.
    let mut even = fewest.clone();
    let mut narrower = room;
    while even.len() == fewest.len() && narrower > size {
        narrower -= 2.0;
        let lines = break_parts(&parts, narrower);
        if lines.len() > fewest.len() || lines.iter().any(|line| line_width(line) > narrower) {
            break;
        }
        even = lines;
    }
    even.into_iter().map(shown).collect()
}

/// A piece of text that stands on one line.
struct Part {
    text: String,
    /// Its width within a line, and as the last of a line, where a space falls away and a soft hyphen shows.
    within: f64,
    last: f64,
}

impl Part {
    fn new(text: String, size: f64, bold: bool) -> Self {
        let hyphen = if text.ends_with('\u{ad}') { "-" } else { "" };
        let last = width(text.trim_end(), size, bold) + width(hyphen, size, bold);
        Self { within: width(&text, size, bold), last, text }
    }
}

/// The pieces between which a line may break: words with the space after them, halves of words with a soft hyphen,
/// single wide characters.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
        let next = characters.peek().copied();
        let between = next.is_some_and(|next| (is_wide(character) || is_wide(next)) && !closes(next) && next != ' ');
        if matches!(character, ' ' | '\u{ad}') || between {
            parts.push(String::new());
        }
    }
    parts
}

fn break_parts(parts: &[Part], room: f64) -> Vec<&[Part]> {
    let mut lines = Vec::new();
    let mut rest = parts;
    while !rest.is_empty() {
        let fitting =
            (1..=rest.len()).take_while(|count| rest.get(..*count).is_some_and(|line| line_width(line) <= room));
        let (line, after) = rest.split_at(fitting.last().unwrap_or(1));
        lines.push(line);
        rest = after;
    }
    lines
}

fn line_width(line: &[Part]) -> f64 {
    line.split_last().map_or(0.0, |(last, before)| before.iter().map(|part| part.within).sum::<f64>() + last.last)
}

/// A line as it is drawn: a hyphen where it breaks at a soft one, and none within.
fn shown(line: &[Part]) -> String {
    let line: String = line.iter().map(|part| part.text.as_str()).collect();
    let line = line.trim_end();
    let mut text = line.replace('\u{ad}', "");
    if line.ends_with('\u{ad}') {
        text.push('-');
    }
    text
}
