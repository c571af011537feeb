//! Cells that a spreadsheet would take for formulas (OWASP, “CSV Injection”; CWE-1236).
//!
//! A cell is written with an apostrophe before the character that would begin a formula. The same is done after each
//! semicolon in it, since a spreadsheet of a country where the comma is in decimals divides the line there.

/// What a formula begins with. Spreadsheets for Chinese and Japanese take the full-width forms too.
const BEGINS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text as a cell that no spreadsheet takes for a formula.
pub(super) fn neutralised(text: &str) -> String {
    let parts: Vec<String> =
        text.split(';').map(|part| if is_formula(part) { format!("'{part}") } else { part.to_owned() }).collect();
    parts.join(";")
}

/// The text that [`neutralised`] was given.
pub(super) fn restored(cell: &str) -> String {
    let restored = |part| match str::strip_prefix(part, '\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => part,
    };
    cell.split(';').map(restored).collect::<Vec<_>>().join(";")
}

/// Spreadsheets may take quotation marks and spaces away before they look. Apostrophes count too: whoever writes one more
/// must know it from those of the text.
fn is_formula(part: &str) -> bool {
    part.trim_start_matches(['\'', '"', ' ']).starts_with(BEGINS)
}
