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

/// The lines of a text, from first to last. Lines end in LF, CRLF or CR.
pub(super) struct Rows<'t> {
    rest: &'t str,
    line: usize,
    /// The edition at the head of a code, and its hyphen.
    head: String,
    readers: [(char, Reader); 3],
    fields: Vec<u8>,
    ends: Vec<usize>,
}

impl<'t> Rows<'t> {
    /// The lines of `text`, whose first has this number.
    pub(super) fn new(edition: &Edition, text: &'t str, line: usize) -> Self {
        let reader = |delimiter: u8| (char::from(delimiter), ReaderBuilder::new().delimiter(delimiter).build());
        let readers = [reader(b'\t'), reader(b';'), reader(b',')];
        let head = format!("{}-", edition.id());
        let mut rows = Self { rest: text, line, head, readers, fields: Vec::new(), ends: Vec::new() };
        rows.skip_blank();
        rows
    }

    /// Whether all lines were taken.
    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// The number of the next line.
    pub(super) fn number(&self) -> usize {
        self.line
    }

    /// The next line, and nothing after it.
    pub(super) fn line(&self) -> &'t str {
        split_line(self.rest).0
    }

    /// The next row, its cells divided by `delimiter`. Where quotation marks are not as RFC 4180 has them, or would put
    /// the codes of several lines into one row, they are characters like others.
    pub(super) fn row(&mut self, delimiter: char) -> Row<'t> {
        let (line, rest) = split_line(self.rest);
        let quoted = if line.contains('"') { self.quoted(delimiter) } else { None };
        quoted.unwrap_or_else(|| Row {
            cells: line.split(delimiter).map(Cow::Borrowed).collect(),
            text: line,
            lines: 1,
            rest,
        })
    }

    /// Goes on after this row.
    pub(super) fn take(&mut self, row: &Row<'t>) {
        (self.rest, self.line) = (row.rest, self.line + row.lines);
        self.skip_blank();
    }

    /// Goes on after the next line.
    pub(super) fn take_line(&mut self) {
        (self.rest, self.line) = (split_line(self.rest).1, self.line + 1);
        self.skip_blank();
    }

    fn skip_blank(&mut self) {
        while !self.is_done() && is_blank(self.line()) {
            (self.rest, self.line) = (split_line(self.rest).1, self.line + 1);
        }
    }

    /// The next row by RFC 4180; `None` if it is not written so.
    fn quoted(&mut self, delimiter: char) -> Option<Row<'t>> {
        let (_, reader) = self.readers.iter_mut().find(|(known, _)| *known == delimiter)?;
        reader.reset();
        let (mut rest, mut lines, mut coded) = (self.rest, 0, 0);
        let (mut written, mut cells) = (0, 0);
        loop {
            let (line, after) = split_line(rest);
            let input = &rest.as_bytes()[..rest.len() - after.len()];
            // No more than each character of the line, each an end of a cell; and one at the end of the text.
            self.fields.resize(self.fields.len().max(written + input.len() + 1), 0);
            self.ends.resize(self.ends.len().max(cells + input.len() + 1), 0);
            let (fields, ends) = (self.fields.get_mut(written..)?, self.ends.get_mut(cells..)?);
            let (result, _, fields, ends) = reader.read_record(input, fields, ends);
            (written, cells) = (written + fields, cells + ends);
            lines += usize::from(!input.is_empty());
            coded += usize::from(holds(line, &self.head));
            let within = result == ReadRecordResult::InputEmpty;
            if result != ReadRecordResult::Record && !within || lines > MOST_LINES || lines > 1 && coded > 1 {
                return None;
            }
            rest = after;
            if !within {
                break;
            }
        }
        let text = &self.rest[..self.rest.len() - rest.len()];
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        let mut start = 0;
        let mut cell = |end: &usize| {
            let bytes = self.fields.get(start..*end)?;
            start = *end;
            Some(Cow::Owned(std::str::from_utf8(bytes).ok()?.to_owned()))
        };
        let cells: Option<Vec<Cow<str>>> = self.ends.get(..cells)?.iter().map(&mut cell).collect();
        let cells = cells.filter(|cells| is_written(text, cells, delimiter))?;
        Some(Row { cells, text, lines, rest })
    }
}

/// Whether these cells are written as this text. A reader of CSV reads any text; one that is not written as it was read
/// has a quotation mark that is no more than that.
fn is_written(text: &str, cells: &[Cow<str>], delimiter: char) -> bool {
    let mut rest = Some(text);
    for (index, cell) in cells.iter().enumerate() {
        let after = if index == 0 { rest } else { rest.and_then(|rest| rest.strip_prefix(delimiter)) };
        let plain = |rest: &'_ str| rest.starts_with(&**cell).then_some(cell.len());
        let quoted = |rest: &'_ str| {
            let quoted = in_quotes(cell);
            rest.starts_with(&quoted).then_some(quoted.len())
        };
        rest = after.and_then(|rest| quoted(rest).or_else(|| plain(rest)).and_then(|length| rest.get(length..)));
    }
    rest == Some("")
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
