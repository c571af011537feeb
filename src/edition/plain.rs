//! Plain values, as any serde format gives them, and a reader that names every fault by its path.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
use std::fmt;

/// A value without a type of its own: what JSON, or a JavaScript object, can say.
///
/// An edition is read through this tree instead of derived structs because a derived struct stops at its first fault
/// and does not say where it is; an editor wants all of them, by path. It is also the smaller code in the wasm.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// `null`, or a JavaScript `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number; editions use small whole ones only.
    Number(f64),
    /// Text.
    Text(String),
    /// A list, in its order.
    List(Vec<Plain>),
    /// Keys and values, in the order of the file.
    Map(Vec<(String, Plain)>),
}

impl Plain {
    /// This value where it says something, and `beneath` where it does not: keys of objects stand beside each other, and
    /// anything else replaces what is beneath it. A key that stands twice still does, for a reader to find.
    pub fn over(self, beneath: Self) -> Self {
        match (self, beneath) {
            (Self::Map(own), Self::Map(mut beneath)) => {
                let mut entries = Vec::new();
                for (key, value) in own {
                    let under = beneath.iter().position(|(name, _)| *name == key).map(|index| beneath.remove(index).1);
                    let value = match under {
                        Some(under) => value.over(under),
                        None => value,
                    };
                    entries.push((key, value));
                }
                entries.append(&mut beneath);
                Self::Map(entries)
            }
            (own, _) => own,
        }
    }
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PlainVisitor)
    }
}

struct PlainVisitor;

impl<'de> Visitor<'de> for PlainVisitor {
    type Value = Plain;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a plain value")
    }

    fn visit_unit<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Plain, E> {
        Ok(Plain::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Plain, E> {
        Ok(Plain::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Plain, E> {
        Ok(Plain::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Plain, E> {
        Ok(Plain::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Plain, E> {
        Ok(Plain::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Plain, E> {
        Ok(Plain::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Plain, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Plain::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Plain, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Plain::Map(map))
    }
}

/// One thing that is wrong with an edition: where, as a path such as `questions[2].skip.question`, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The path of the value in its file, headed by the file: `edition`, `labels`, or `words`.
    pub path: String,
    /// What is wrong, as an English sentence without its full stop, for the editor of the file.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.message)
    }
}

/// Where faults gather while a file is read.
#[derive(Default)]
pub(super) struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    pub(super) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    pub(super) fn into_result<T>(self, value: T) -> Result<T, Vec<Fault>> {
        let faults = self.0.into_inner();
        if faults.is_empty() { Ok(value) } else { Err(faults) }
    }
}

/// A value and its path.
///
/// Reading always gives something: where a value is missing or wrong, the fault is recorded and an empty one stands in,
/// so that a reader goes on and finds the next fault. [`Faults::into_result`] then withholds what was read. This keeps
/// readers free of a way out at every field, which is also what keeps them small in the wasm.
#[derive(Clone)]
pub(super) struct At<'a> {
    /// `None` where a value is missing: its fault is recorded, and nothing below it is one more.
    plain: Option<&'a Plain>,
    path: String,
    faults: &'a Faults,
}

impl<'a> At<'a> {
    pub(super) fn root(plain: &'a Plain, file: &str, faults: &'a Faults) -> Self {
        Self { plain: Some(plain), path: file.to_owned(), faults }
    }

    /// Whether nothing was found wrong so far, here or elsewhere.
    pub(super) fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// The same place as if its value were missing: nothing here or below it is one more fault.
    pub(super) fn muted(&self) -> Self {
        self.step(None, "")
    }

    /// Records what is wrong here, unless the value is missing anyway.
    pub(super) fn fault(&self, message: impl Into<String>) {
        if self.plain.is_some() {
            let fault = Fault { path: self.path.clone(), message: message.into() };
            let mut faults = self.faults.0.borrow_mut();
            // A value may be read more than once; what is wrong with it is told once.
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }

    fn entries(&self) -> &'a [(String, Plain)] {
        match self.plain {
            Some(Plain::Map(entries)) => entries,
            _ => {
                self.fault("should be an object");
                &[]
            }
        }
    }

    fn step(&self, plain: Option<&'a Plain>, step: &str) -> Self {
        Self { plain, path: format!("{}{step}", self.path), faults: self.faults }
    }

    /// The value under `key`, or a fault if it is not there.
    pub(super) fn get(&self, key: &str) -> Self {
        self.find(key).unwrap_or_else(|| {
            match self.plain {
                Some(Plain::Map(_)) => self.fault(format!("“{key}” is missing")),
                _ => self.fault("should be an object"),
            }
            self.step(None, "")
        })
    }

    /// The value under `key`, if there is one.
    pub(super) fn find(&self, key: &str) -> Option<Self> {
        let Some(Plain::Map(entries)) = self.plain else { return None };
        let (_, plain) = entries.iter().find(|(name, _)| name == key)?;
        Some(self.step(Some(plain), &format!(".{key}")))
    }

    /// Records a fault for every key that is not expected, or that stands twice.
    pub(super) fn expect_keys<S: AsRef<str>>(&self, expected: &[S]) {
        let entries = self.entries();
        for (index, (key, plain)) in entries.iter().enumerate() {
            let at = self.step(Some(plain), &format!(".{key}"));
            if !expected.iter().any(|expected| expected.as_ref() == key) {
                at.fault("is not known here");
            } else if entries[..index].iter().any(|(earlier, _)| earlier == key) {
                at.fault("stands twice");
            }
        }
    }

    /// The keys and values of an object.
    pub(super) fn pairs(&self) -> Vec<(&'a str, Self)> {
        let step = |(key, plain): &'a (String, Plain)| (key.as_str(), self.step(Some(plain), &format!(".{key}")));
        self.entries().iter().map(step).collect()
    }

    /// The items of a list.
    pub(super) fn list(&self) -> Vec<Self> {
        let Some(Plain::List(items)) = self.plain else {
            self.fault("should be a list");
            return Vec::new();
        };
        items.iter().enumerate().map(|(index, plain)| self.step(Some(plain), &format!("[{index}]"))).collect()
    }

    /// Text that is not empty and does not begin or end with a space.
    pub(super) fn text(&self) -> String {
        let Some(Plain::Text(text)) = self.plain else {
            self.fault("should be text");
            return String::new();
        };
        if text.is_empty() {
            self.fault("is empty");
        } else if text.trim() != text {
            self.fault("begins or ends with a space");
        }
        text.clone()
    }

    /// A whole number from 0 to `most`.
    pub(super) fn whole(&self, most: u16) -> u16 {
        match self.plain {
            Some(Plain::Number(number)) if number.fract() == 0.0 && (0.0..=f64::from(most)).contains(number) => {
                *number as u16
            }
            _ => {
                self.fault(format!("should be a whole number from 0 to {most}"));
                0
            }
        }
    }

    pub(super) fn bool(&self) -> bool {
        match self.plain {
            Some(Plain::Bool(value)) => *value,
            _ => {
                self.fault("should be true or false");
                false
            }
        }
    }

    /// One of a few words, by its value; the first stands in for anything else.
    pub(super) fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> T {
        let text = self.text();
        let found = words.iter().find(|(word, _)| *word == text);
        found.map_or_else(
            || {
                let known: Vec<String> = words.iter().map(|(word, _)| format!("“{word}”")).collect();
                self.fault(format!("should be one of {}, not “{text}”", known.join(", ")));
                words[0].1
            },
            |(_, value)| *value,
        )
    }
}
