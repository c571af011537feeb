//! An edition: the content of the map, as data, validated.
//!
//! Whoever has other questions, other kinds or another language replaces files; no line of Rust changes. An edition is
//! read from two plain values, its structure (`edition.json`) and its words in one language (`en.json`), and everything
//! that can be wrong with them is found here, by path, before anything is shown.
//!
//! **Invariant.** An [`Edition`] that exists is whole: every id leads somewhere, every word is there, every question can
//! be reached, routing only looks back. The layers above look things up without a way to fail.

mod answers;
mod check;
mod criterion;
mod json;
mod labels;
mod language;
mod order;
mod plain;
mod read;
mod spacing;
pub mod succession;
mod words;

pub use answers::{Answers, Digit, Options, QuestionId};
pub use criterion::{Criterion, Reply, Truth};
pub use json::{Layout, json};
pub use labels::{Label, Labels, RawLabels, Use};
pub use language::{Direction, Language, Review, find_language, negotiate};
pub(crate) use order::insert_ordered;
pub use plain::{Fault, Plain};
pub use read::{extended, tags, words_in};
pub use spacing::{gap, in_a_line};
pub use succession::Change;
pub use words::{Phrase, Piece, Template, Words};

/// The two files of an edition, as plain values; nothing about them is known yet.
#[derive(Clone, Debug)]
pub struct RawEdition {
    /// `edition.json`: structure, routing, kinds, landmarks.
    pub structure: Plain,
    /// Every word in one language: its file, laid [over](Plain::over) that of the language that it extends, if it does.
    pub words: Plain,
}

/// The content of the map in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Lower-case letters that name the edition in codes, such as `ps`.
    pub name: String,
    /// Its version, which follows the name in codes.
    pub version: u16,
    /// What each version since the first changed about questions and options, in the order of versions.
    pub changes: Vec<Change>,
    /// Whether the wording is the authors' own.
    pub status: Status,
    /// Where corrections go: an address, if the edition has one.
    pub contact: Option<String>,
    /// The publication that the map rests on.
    pub citation: Citation,
    /// The languages that the edition speaks, this one among them.
    pub languages: Vec<Language>,
    /// The language of the words, as its place among `languages`.
    pub language: usize,
    /// The headings and their questions, in the order of asking.
    pub headings: Vec<Heading>,
    /// The questions, in the order of asking.
    pub questions: Vec<Question>,
    /// The kinds, in the order that breaks ties.
    pub kinds: Vec<Kind>,
    /// How the territory is drawn.
    pub territory: Territory,
    /// Real programmes, in the order of the file.
    pub landmarks: Vec<Landmark>,
    /// The words of the interface.
    pub words: Words,
}

/// How far an edition's wording is its authors'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The questions are worded by the makers of the edition.
    Working,
    /// The questions are those that the cited authors published.
    Published,
}

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// All authors, as they are cited.
    pub authors: String,
    /// Title of the work.
    pub title: String,
    /// Journal, year, volume and pages.
    pub published: String,
    /// Digital object identifier, without an address before it.
    pub doi: String,
}

/// A heading over questions: Roles, Pathways, Settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its words.
    pub name: String,
    /// Its questions.
    pub questions: Vec<QuestionId>,
}

/// A question and its routing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its place in the order of asking.
    pub id: QuestionId,
    /// The letter that stands for it in a code; never reused.
    pub letter: char,
    /// Whether several options may be chosen.
    pub many: bool,
    /// The options in the order of showing, “not sure” last.
    pub choices: Vec<Choice>,
    /// The digits of the choices: each replay asks for them.
    options: Options,
    /// Options that stand alone; “not sure” is always among them.
    pub exclusive: Options,
    /// The question is skipped when this holds.
    pub skip: Option<Criterion>,
    /// The flow ends after this question when this holds.
    pub end: Option<Criterion>,
    /// The question itself.
    pub text: String,
    /// At most 24 letters, for figures.
    pub short: String,
    /// What to do when nothing was chosen, such as “Choose what peers mainly do”.
    pub choose: String,
    /// Why the question does not apply when it is skipped.
    pub skipped: Option<String>,
}

impl Question {
    /// The set of all its options.
    pub fn options(&self) -> Options {
        self.options
    }

    /// The words of an option; `None` if the question has no such option.
    pub fn choice(&self, digit: Digit) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.digit == digit)
    }

    /// Whether `chosen` is an answer that the question allows: options of its own, one unless it is a question of
    /// many, and an exclusive option alone.
    pub fn allows(&self, chosen: Options) -> bool {
        let alone = chosen.len() == 1;
        !chosen.is_empty()
            && chosen.is_subset(self.options())
            && (alone || self.many && chosen.and(self.exclusive).is_empty())
    }

    /// Every answer that the question allows: for a question of many, all sets of its options that may be combined.
    pub fn allowed(&self) -> Vec<Options> {
        let mut sets: Vec<Options> = Vec::new();
        if self.many {
            sets.push(Options::NONE);
            let combined = self.choices.iter().filter(|choice| !self.exclusive.contains(choice.digit));
            for choice in combined {
                let with: Vec<Options> = sets.iter().map(|set| set.with(choice.digit)).collect();
                sets.extend(with);
            }
            sets.remove(0);
        }
        let single = self.choices.iter().map(|choice| Options::from(choice.digit));
        let alone: Vec<Options> = single.filter(|set| !sets.contains(set)).collect();
        sets.extend(alone);
        sets
    }
}

/// An option of a question, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What stands for it in a code.
    pub digit: Digit,
    /// The option itself.
    pub text: String,
    /// One short sentence that explains it.
    pub hint: Option<String>,
    /// At most 24 letters, for figures.
    pub short: String,
}

/// A named region of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its id in files and marks, such as `peer-run`.
    pub id: String,
    /// The capital that stands for it on the map; `outside` has none.
    pub letter: Option<char>,
    /// One of four hues, 1 to 4; regions that overlap never share one.
    pub hue: u16,
    /// Conditions that must all hold.
    pub needs: Vec<Criterion>,
    /// Conditions that only rank.
    pub typical: Vec<Criterion>,
    /// It is a match or not, never merely possible.
    pub certain: bool,
    /// Its name.
    pub name: String,
    /// Its name on the map, at most 22 letters or 8 Chinese characters.
    pub short: String,
    /// One sentence that says what it is.
    pub description: String,
}

/// How the territory is drawn from two ordinal questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
    /// The question whose options are the rows, top to bottom.
    pub rows: Axis,
    /// The question whose options are the columns.
    pub columns: Axis,
    /// Rows that run across all columns.
    pub spanning: Options,
    /// Programmes for which this holds stand on the rim beside the grid.
    pub rim: Criterion,
    /// The question whose options are the mark's shapes.
    pub shape: QuestionId,
    /// The shape of each of its options; lower shapes come first.
    pub shapes: Vec<(Digit, Shape)>,
    /// The question whose option is the mark's arrow.
    pub arrow: QuestionId,
    /// The arrow of each of its options.
    pub arrows: Vec<(Digit, Arrow)>,
}

/// One direction of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The question.
    pub question: QuestionId,
    /// Its options in order, without “not sure”.
    pub steps: Vec<AxisStep>,
}

/// A row or a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisStep {
    /// The option.
    pub digit: Digit,
    /// Its words within the sentence that says where a programme stands.
    pub inline: String,
    /// At most 10 letters or 4 Chinese characters, for narrow figures; may hold soft hyphens.
    pub narrow: String,
}

/// What peers draw on, as a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Shape {
    Triangle,
    Star,
    Square,
    Circle,
}

/// Which way the help flows, as an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// Two equal arrows.
    BothWays,
    /// A long arrow and a short one back.
    SomeOfEach,
    /// One arrow.
    OneWay,
}

/// A real programme, placed from public descriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landmark {
    /// Its id in files and marks.
    pub id: String,
    /// What the programme is called.
    pub name: String,
    /// Who runs it.
    pub organisation: String,
    /// Names of its countries, in the language of the words.
    pub countries: Vec<String>,
    /// Address of the public description.
    pub source: String,
    /// Its answers, complete on its route.
    pub answers: Answers,
    /// The questions whose answers the source does not state.
    pub inferred: Vec<QuestionId>,
}

impl Edition {
    /// How the edition is written at the head of a code, such as `ps1`.
    pub fn id(&self) -> String {
        format!("{}{}", self.name, self.version)
    }

    /// The question with this id.
    pub fn question(&self, id: QuestionId) -> &Question {
        // A QuestionId is only made by looking it up in an edition, and a state holds those of one edition only.
        &self.questions[id.index()]
    }

    /// The question that this letter stands for in a code, if there is one.
    pub fn by_letter(&self, letter: char) -> Option<&Question> {
        self.questions.iter().find(|question| question.letter == letter)
    }

    /// The language of the words.
    pub fn spoken(&self) -> &Language {
        // `read` finds the language of the words among the languages, or refuses the edition.
        &self.languages[self.language]
    }

    /// The languages in which there are pages of the site, with their places among `languages`: those that extend none.
    pub fn of_pages(&self) -> impl Iterator<Item = (usize, &Language)> {
        self.languages.iter().enumerate().filter(|(_, language)| language.extends.is_none())
    }

    /// The tag that names the pages of the site in one of the edition's languages; `None` for the first one, whose pages have
    /// plain names. An extension has the pages of the language that it extends.
    pub fn page_tag<'a>(&self, language: &'a Language) -> Option<&'a str> {
        let base = language.base();
        self.languages.first().is_none_or(|first| first.tag != base).then_some(base)
    }
}
