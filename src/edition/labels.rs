//! Labels: what people call their peers, and what the words mean in different places.
//!
//! They are files of their own beside an edition, `labels.json` and `labels.en.json`, read when a result is shown: the
//! questions do not wait for them, and a label is never part of the placing.

mod fold;
mod within;

use super::insert_ordered;
use super::plain::Plain;
use fold::{fold, unquoted};
use within::contains;

/// How many other labels [`Labels::of`] names.
const OTHERS: usize = 8;

/// The two files of the labels, as plain values; nothing about them is known yet.
#[derive(Clone, Debug)]
pub struct RawLabels {
    /// `labels.json`: the words themselves, their kinds and sources.
    pub structure: Plain,
    /// One language's file: what they mean.
    pub words: Plain,
}

/// The labels of an edition in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// The tag of the language that they are explained in.
    language: String,
    labels: Vec<Label>,
    /// Every way to write a label, folded, with the label's place: first all names, then other spellings, then glosses.
    forms: Vec<(String, usize)>,
}

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

impl Label {
    /// Whether `text` is just its name, but for capitals, accents, endings and hyphens.
    pub fn is_named(&self, text: &str) -> bool {
        unquoted(&fold(text)) == fold(&self.name)
    }

    fn shared(&self, kinds: &[usize]) -> usize {
        self.kinds.iter().filter(|kind| kinds.contains(kind)).count()
    }
}

impl Labels {
    pub(super) fn new(language: String, labels: Vec<Label>) -> Self {
        Self { language, labels, forms: Vec::new() }
    }

    /// Lets the label at `index` answer to `text`.
    ///
    /// # Errors
    ///
    /// Why it cannot: another label does, or there is nothing to answer to.
    pub(super) fn answer_to(&mut self, text: &str, index: usize) -> Result<(), String> {
        let form = fold(text);
        match self.forms.iter().find(|(taken, _)| *taken == form) {
            _ if form.is_empty() => Err("has no letters".to_owned()),
            Some((_, taken)) if *taken != index => {
                let other = self.labels.get(*taken).map_or("", |label| &label.id);
                Err(format!("“{text}” already leads to the label “{other}”"))
            }
            Some(_) => Ok(()),
            None => {
                self.forms.push((form, index));
                Ok(())
            }
        }
    }

    /// All of them, in the order of the file.
    pub fn all(&self) -> &[Label] {
        &self.labels
    }

    /// The label that a reader means by `text`: the one that it is a form of, or else the longest one that stands in it
    /// as whole words, as “peer navigator” does in “our peer navigators”. What only looks like a label is none: a word
    /// taken for another would be explained wrongly.
    pub fn find(&self, text: &str) -> Option<&Label> {
        let text = fold(text);
        let whole = unquoted(&text);
        let exact = self.forms.iter().find(|(form, _)| *form == whole);
        let within = || {
            let found = self.forms.iter().filter(|(form, _)| contains(&text, form));
            found.reduce(|longest, found| if found.0.len() > longest.0.len() { found } else { longest })
        };
        let (_, index) = exact.or_else(within)?;
        self.labels.get(*index)
    }

    /// Labels that often go with any of these kinds, without the one asked about: those of more of these kinds first,
    /// then words of the reader's language, then those of fewer other kinds.
    pub fn of(&self, kinds: &[usize], asked: Option<&Label>) -> Vec<&Label> {
        let rank = |label: &Label| {
            let shared = label.shared(kinds);
            (usize::MAX - shared, label.language != self.language, label.kinds.len() - shared)
        };
        let mut others: Vec<&Label> = Vec::new();
        let typical = self.labels.iter().filter(|label| label.shared(kinds) > 0);
        for label in typical.filter(|label| asked.is_none_or(|asked| asked.id != label.id)) {
            insert_ordered(&mut others, label, |one, other| rank(one).cmp(&rank(other)));
            others.truncate(OTHERS);
        }
        others
    }

    /// The words that are easily taken for a label, each with a sentence about it.
    pub fn unlike<'a>(&'a self, label: &'a Label) -> impl Iterator<Item = (&'a Label, &'a str)> {
        label.unlike.iter().filter_map(|(other, text)| Some((self.labels.get(*other)?, text.as_str())))
    }
}
