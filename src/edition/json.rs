//! A plain value as JSON (RFC 8259).

use super::Plain;
use std::fmt::Write;

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Without spaces, for programs.
    Compact,
    /// A line for each value, two spaces deeper at each step, for people. A list of plain items stays on one line.
    Indented,
}

/// The value as text. Numbers are whole; any other is `null`: nothing that is written here has one, and code for decimal
/// fractions would be the larger part of this in the wasm.
pub fn json(value: &Plain, layout: Layout) -> String {
    let mut writer = Writer { text: String::new(), layout, depth: 0 };
    writer.value(value);
    writer.text
}

struct Writer {
    text: String,
    layout: Layout,
    depth: usize,
}

impl Writer {
    fn value(&mut self, value: &Plain) {
        match value {
            Plain::Null => self.text.push_str("null"),
            Plain::Bool(value) => self.text.push_str(if *value { "true" } else { "false" }),
            Plain::Number(value) => self.number(*value),
            Plain::Text(value) => self.quoted(value),
            Plain::List(items) => {
                let nested = items.iter().any(|item| matches!(item, Plain::List(_) | Plain::Map(_)));
                self.enclosed(['[', ']'], items, nested, Self::value);
            }
            Plain::Map(entries) => self.enclosed(['{', '}'], entries, true, |writer, (key, value)| {
                writer.quoted(key);
                writer.text.push_str(if writer.layout == Layout::Indented { ": " } else { ":" });
                writer.value(value);
            }),
        }
    }

    /// Items between brackets, each on a line of its own if they stand in `lines`.
    fn enclosed<T>(&mut self, [open, close]: [char; 2], items: &[T], lines: bool, each: impl Fn(&mut Self, &T)) {
        let space = match self.layout {
            Layout::Compact => None,
            Layout::Indented => Some(lines),
        };
        self.text.push(open);
        self.depth += 1;
        for (index, item) in items.iter().enumerate() {
            self.text.push_str(if index == 0 { "" } else { "," });
            match space {
                Some(true) => self.line(),
                Some(false) if index > 0 => self.text.push(' '),
                _ => {}
            }
            each(self, item);
        }
        self.depth -= 1;
        if space == Some(true) && !items.is_empty() {
            self.line();
        }
        self.text.push(close);
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }

    fn number(&mut self, value: f64) {
        let whole = value.fract() == 0.0 && value.abs() < WHOLE;
        self.text.push_str(&if whole { (value as i64).to_string() } else { "null".to_owned() });
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\u{0}'..='\u{1f}' => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(character));
                }
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }
}

/// Whole numbers below this are exact as `f64` (IEEE 754: 2 to the power of 53).
const WHOLE: f64 = 9_007_199_254_740_992.0;
