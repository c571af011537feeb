//! Answers: which options were chosen, by question.

use std::fmt;

/// A question of one edition, made only by looking it up there. It is the question's place in the order of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub(super) u8);

impl QuestionId {
    /// The place of the question in its edition, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The digit that stands for an option in a code; `0` is always “not sure, or it varies”.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digit(u8);

impl Digit {
    /// “Not sure, or it varies”, in every question.
    pub const UNSURE: Digit = Digit(0);

    /// The digit with this value, if it is one.
    pub fn new(value: u16) -> Option<Self> {
        u8::try_from(value).ok().filter(|value| *value < 10).map(Self)
    }

    /// The digit that this character writes, if it is one.
    pub fn from_char(character: char) -> Option<Self> {
        character.to_digit(10).and_then(|value| u8::try_from(value).ok()).map(Self)
    }

    /// Its value, 0 to 9.
    pub fn value(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Digit {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Debug for Digit {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A set of options of one question: one bit a digit.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Options(u16);

impl Options {
    /// No option.
    pub const NONE: Options = Options(0);
    /// “Not sure, or it varies”, alone.
    pub const UNSURE: Options = Options(1);

    /// Whether no option is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many options are in the set.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether `digit` is in the set.
    pub fn contains(self, digit: Digit) -> bool {
        self.0 & (1 << digit.0) != 0
    }

    /// The set with `digit` in it.
    #[must_use]
    pub fn with(self, digit: Digit) -> Self {
        Self(self.0 | 1 << digit.0)
    }

    /// The set without `digit`.
    #[must_use]
    pub fn without(self, digit: Digit) -> Self {
        Self(self.0 & !(1 << digit.0))
    }

    /// The options in both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The options in either set.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether every option of this set is also in `other`.
    pub fn is_subset(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The digits of the set, ascending.
    pub fn iter(self) -> impl Iterator<Item = Digit> + Clone {
        (0..10).map(Digit).filter(move |digit| self.contains(*digit))
    }
}

impl FromIterator<Digit> for Options {
    fn from_iter<I: IntoIterator<Item = Digit>>(digits: I) -> Self {
        digits.into_iter().fold(Self::NONE, Self::with)
    }
}

impl From<Digit> for Options {
    fn from(digit: Digit) -> Self {
        Self::NONE.with(digit)
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.debug_set().entries(self.iter()).finish()
    }
}

/// What was answered, by question. Answers to questions that no longer apply stay here: stepping back loses nothing,
/// and [`replay`](crate::flow::replay) leaves them out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers(Vec<Options>);

impl Answers {
    /// The options chosen for `question`, or none.
    pub fn get(&self, question: QuestionId) -> Options {
        self.0.get(question.index()).copied().unwrap_or_default()
    }

    /// Replaces the answer to `question`; an empty set takes it back.
    pub fn set(&mut self, question: QuestionId, options: Options) {
        if self.0.len() <= question.index() {
            self.0.resize(question.index() + 1, Options::NONE);
        }
        if let Some(slot) = self.0.get_mut(question.index()) {
            *slot = options;
        }
        // Equal answers must be equal values, however they came about.
        while self.0.last().is_some_and(|options| options.is_empty()) {
            self.0.pop();
        }
    }

    /// The same answers with another one to `question`.
    #[must_use]
    pub fn with(&self, question: QuestionId, options: Options) -> Self {
        let mut answers = self.clone();
        answers.set(question, options);
        answers
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
