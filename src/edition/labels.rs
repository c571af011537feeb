//! Labels: what people call their peers, and what the words mean in different places.
//!
//! They are files of their own beside an edition, `labels.json` and `labels.en.json`, read when a result is shown: the
//! questions do not wait for them, and a label is never part of the placing.

use super::plain::Plain;

/// The two files of the labels, as plain values; nothing about them is known yet.
#[derive(Clone, Debug)]
pub struct RawLabels {
    /// `labels.json`: the words themselves, their kinds and sources.
    pub structure: Plain,
    /// One language's file: what they mean.
    pub words: Plain,
}

/// The labels of an edition in one language, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels(pub Vec<Label>);

/// A word that people use for their peers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its id in the files.
    pub id: String,
    /// The BCP 47 tag of the language that it is a word of.
    pub language: String,
    /// The word.
    pub name: String,
    /// The word in the reader's language, where it is a word of another.
    pub gloss: Option<String>,
    /// Other ways to write it.
    pub also: Vec<String>,
    /// The kinds that it often goes with, by their places in the edition.
    pub kinds: Vec<usize>,
    /// What it means, the usual meaning first.
    pub uses: Vec<Use>,
    /// Words that are easily taken for it: each by its place among the labels, with a sentence about it.
    pub unlike: Vec<(usize, String)>,
}

/// A meaning of a label, where it is used so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Where, such as “In HIV services in Canada”.
    pub place: String,
    /// What it means there.
    pub meaning: String,
    /// Address of the source.
    pub source: String,
}
