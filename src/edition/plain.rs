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
    /// The path of the value in its file, headed by the file: `edition` or `words`.
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
    pub(super) fn into_result<T>(self, value: Option<T>) -> Result<T, Vec<Fault>> {
        match (value, self.0.into_inner()) {
            (Some(value), faults) if faults.is_empty() => Ok(value),
            (_, faults) => Err(faults),
        }
    }
}

/// A value and its path. Every reading method records what it finds wrong and then returns `None`, so that a reader
/// can go on and find the next fault.
#[derive(Clone)]
pub(super) struct At<'a> {
    plain: &'a Plain,
    path: String,
    faults: &'a Faults,
}

impl<'a> At<'a> {
    pub(super) fn root(plain: &'a Plain, file: &str, faults: &'a Faults) -> Self {
        Self { plain, path: file.to_owned(), faults }
    }

    pub(super) fn fault(&self, message: impl Into<String>) {
        self.faults.0.borrow_mut().push(Fault { path: self.path.clone(), message: message.into() });
    }

    /// Records `message` and gives nothing, for use as the end of a reading function.
    pub(super) fn refuse<T>(&self, message: impl Into<String>) -> Option<T> {
        self.fault(message);
        None
    }

    fn entries(&self) -> Option<&'a [(String, Plain)]> {
        match self.plain {
            Plain::Map(entries) => Some(entries),
            _ => self.refuse("should be an object"),
        }
    }

    fn step(&self, plain: &'a Plain, step: &str) -> Self {
        Self { plain, path: format!("{}{step}", self.path), faults: self.faults }
    }

    /// The value under `key`, or a fault if it is not there.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        self.entries()?;
        self.find(key).or_else(|| self.refuse(format!("“{key}” is missing")))
    }

    /// The value under `key`, if there is one.
    pub(super) fn find(&self, key: &str) -> Option<Self> {
        let Plain::Map(entries) = self.plain else { return None };
        let (_, plain) = entries.iter().find(|(name, _)| name == key)?;
        Some(self.step(plain, &format!(".{key}")))
    }

    /// Records a fault for every key that is not expected, or that stands twice.
    pub(super) fn expect_keys<'k>(&self, expected: impl IntoIterator<Item = &'k str>) {
        let expected: Vec<&str> = expected.into_iter().collect();
        let Some(entries) = self.entries() else { return };
        for (index, (key, plain)) in entries.iter().enumerate() {
            let at = || self.step(plain, &format!(".{key}"));
            if !expected.contains(&key.as_str()) {
                at().fault("is not known here");
            } else if entries[..index].iter().any(|(earlier, _)| earlier == key) {
                at().fault("stands twice");
            }
        }
    }

    /// The keys and values of an object.
    pub(super) fn pairs(&self) -> Vec<(&'a str, Self)> {
        self.entries()
            .unwrap_or_default()
            .iter()
            .map(|(key, plain)| (key.as_str(), self.step(plain, &format!(".{key}"))))
            .collect()
    }

    /// The items of a list.
    pub(super) fn list(&self) -> Option<Vec<Self>> {
        let Plain::List(items) = self.plain else { return self.refuse("should be a list") };
        Some(items.iter().enumerate().map(|(index, plain)| self.step(plain, &format!("[{index}]"))).collect())
    }

    /// Every item of a list, each read by `read`; `None` if any of them could not be read.
    pub(super) fn each<T>(&self, mut read: impl FnMut(Self) -> Option<T>) -> Option<Vec<T>> {
        // Read them all before giving up, so that every fault is found.
        let read: Vec<Option<T>> = self.list()?.into_iter().map(&mut read).collect();
        read.into_iter().collect()
    }

    /// Text that is not empty and does not begin or end with a space.
    pub(super) fn text(&self) -> Option<String> {
        match self.plain {
            Plain::Text(text) if text.is_empty() => self.refuse("is empty"),
            Plain::Text(text) if text.trim() != text => self.refuse("begins or ends with a space"),
            Plain::Text(text) => Some(text.clone()),
            _ => self.refuse("should be text"),
        }
    }

    /// A whole number from 0 to `most`.
    pub(super) fn whole(&self, most: u16) -> Option<u16> {
        match self.plain {
            Plain::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(most)).contains(number) => {
                Some(*number as u16)
            }
            _ => self.refuse(format!("should be a whole number from 0 to {most}")),
        }
    }

    pub(super) fn bool(&self) -> Option<bool> {
        match self.plain {
            Plain::Bool(value) => Some(*value),
            _ => self.refuse("should be true or false"),
        }
    }
}
