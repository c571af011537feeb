//! Lines of a text, and their cells.

use crate::edition::Edition;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::borrow::Cow;

/// What may stand between cells. A keyboard for Chinese types the last two.
pub(super) const DELIMITERS: [char; 5] = ['\t', ';', ',', '，', '；'];

/// A quoted cell with more lines than this is a stray quotation mark, and the lines after it are read for themselves. It
/// also bounds how often a line is looked at, whatever the quotation marks.
const MOST_LINES: usize = 50;

/// A line with its cells, or several if a quoted cell has line breaks.
pub(super) struct Row<'t> {
    pub(super) cells: Vec<Cow<'t, str>>,
    pub(super) text: &'t str,
    lines: usize,
    rest: &'t str,
}

/// The lines of a text, from first to last, without blank ones. Lines end in LF, CRLF or CR.
pub(super) struct Rows<'t> {
    /// The next line, the text from it on, and the text after it.
    line: &'t str,
    text: &'t str,
    rest: &'t str,
    number: usize,
    /// The edition at the head of a code, and its hyphen.
    head: String,
    readers: [(char, Reader); 3],
    fields: Vec<u8>,
    ends: Vec<usize>,
}

impl<'t> Rows<'t> {
    /// The lines of `text`, whose first has this number.
    pub(super) fn new(edition: &Edition, text: &'t str, number: usize) -> Self {
        let reader = |delimiter: u8| (char::from(delimiter), ReaderBuilder::new().delimiter(delimiter).build());
        let readers = [reader(b'\t'), reader(b';'), reader(b',')];
        let head = format!("{}-", edition.id());
        let mut rows = Self { line: "", text, rest: text, number, head, readers, fields: Vec::new(), ends: Vec::new() };
        rows.go_on(text, 0);
        rows
    }

    /// Whether all lines were taken.
    pub(super) fn is_done(&self) -> bool {
        self.text.is_empty()
    }

    /// The number of the next line.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    /// The next line as one cell, whatever is in it.
    pub(super) fn whole(&self) -> Row<'t> {
        Row { cells: vec![Cow::Borrowed(self.line)], text: self.line, lines: 1, rest: self.rest }
    }

    /// The next row, its cells divided by `delimiter`; `None` if that does not stand in it. Where quotation marks are not
    /// as RFC 4180 has them, or would put the codes of several lines into one row, they are characters like others.
    pub(super) fn row(&mut self, delimiter: char) -> Option<Row<'t>> {
        let quoted = if self.line.contains('"') { self.quoted(delimiter) } else { None };
        let cells = || self.line.split(delimiter).map(Cow::Borrowed).collect();
        let plain = || self.line.contains(delimiter).then(|| Row { cells: cells(), ..self.whole() });
        quoted.or_else(plain).filter(|row| row.cells.len() > 1)
    }

    /// Whether there is a code in a row, or what begins as one.
    pub(super) fn has_code(&self, row: &Row) -> bool {
        holds(row.text, &self.head)
    }

    /// Goes on after this row.
    pub(super) fn take(&mut self, row: &Row<'t>) {
        self.go_on(row.rest, row.lines);
    }

    fn go_on(&mut self, text: &'t str, lines: usize) {
        (self.text, self.number) = (text, self.number + lines);
        loop {
            (self.line, self.rest) = split_line(self.text);
            if self.text.is_empty() || !is_blank(self.line) {
                break;
            }
            (self.text, self.number) = (self.rest, self.number + 1);
        }
    }

    /// The next row by RFC 4180; `None` if it is not written so.
    fn quoted(&mut self, delimiter: char) -> Option<Row<'t>> {
        let (_, reader) = self.readers.iter_mut().find(|(known, _)| *known == delimiter)?;
        reader.reset();
        let (mut line, mut from, mut rest) = (self.line, self.text, self.rest);
        let (mut written, mut cells, mut lines, mut codes) = (0, 0, 1, 0);
        loop {
            let input = &from.as_bytes()[..from.len() - rest.len()];
            // No more than each character of the line, each an end of a cell; and one at the end of the text.
            self.fields.resize(self.fields.len().max(written + input.len() + 1), 0);
            self.ends.resize(self.ends.len().max(cells + input.len() + 1), 0);
            let (fields, ends) = (self.fields.get_mut(written..)?, self.ends.get_mut(cells..)?);
            let (result, _, fields, ends) = reader.read_record(input, fields, ends);
            (written, cells) = (written + fields, cells + ends);
            if result == ReadRecordResult::Record {
                break;
            }
            codes += usize::from(holds(line, &self.head));
            from = rest;
            (line, rest) = split_line(from);
            lines += usize::from(!from.is_empty());
            if result != ReadRecordResult::InputEmpty || lines > MOST_LINES || codes > 1 {
                return None;
            }
        }
        if lines > 1 && codes + usize::from(holds(line, &self.head)) > 1 {
            return None;
        }
        let text = &self.text[..self.text.len() - rest.len()];
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        let fields = std::str::from_utf8(self.fields.get(..written)?).ok()?;
        let cells = as_written(text, fields, self.ends.get(..cells)?, delimiter)?;
        Some(Row { cells, text, lines, rest })
    }
}

/// The cells in `fields`, up to each of `ends`, if they are written as this text. A reader of CSV reads any text; one that
/// is not written as it was read has a quotation mark that is no more than that.
fn as_written<'t>(text: &'t str, fields: &str, ends: &[usize], delimiter: char) -> Option<Vec<Cow<'t, str>>> {
    let (mut rest, mut start) = (text, 0);
    let mut cells = Vec::with_capacity(ends.len());
    for (index, end) in ends.iter().enumerate() {
        let from = if index == 0 { rest } else { rest.strip_prefix(delimiter)? };
        let cell = fields.get(start..*end)?;
        start = *end;
        let plain = |text: &'t str| text.get(..cell.len()).filter(|written| *written == cell);
        let quoted = from.strip_prefix('"').and_then(|inner| {
            if cell.contains('"') {
                let quoted = in_quotes(cell);
                from.starts_with(&quoted).then(|| (Cow::Owned(cell.to_owned()), quoted.len()))
            } else {
                plain(inner).filter(|_| inner[cell.len()..].starts_with('"')).map(|cell| (cell.into(), cell.len() + 2))
            }
        });
        let (cell, length) = quoted.or_else(|| plain(from).map(|cell| (cell.into(), cell.len())))?;
        cells.push(cell);
        rest = &from[length..];
    }
    rest.is_empty().then_some(cells)
}

/// The text as a quoted cell (RFC 4180, section 2).
pub(in crate::group) fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn holds(line: &str, head: &str) -> bool {
    line.as_bytes().windows(head.len()).any(|part| part.eq_ignore_ascii_case(head.as_bytes()))
}

/// The first line without its end, and what follows.
fn split_line(text: &str) -> (&str, &str) {
    let Some(end) = text.bytes().position(|byte| matches!(byte, b'\n' | b'\r')) else { return (text, "") };
    let after = if text[end..].starts_with("\r\n") { end + 2 } else { end + 1 };
    (&text[..end], &text[after..])
}

/// Whether a line has empty cells and nothing else, as spreadsheets write it for a row without anything.
pub(super) fn is_blank(line: &str) -> bool {
    let empty = |character: char| {
        character.is_whitespace() || character == '"' || character == '\u{feff}' || DELIMITERS.contains(&character)
    };
    line.chars().all(empty)
}
