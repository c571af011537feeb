//! What became of questions and options from one version of an edition to a later one.
//!
//! **Invariant.** A letter or a digit that was ever used means the same thing for good: what means something else has
//! another. So an answer is carried from version to version by letter and digit, and by nothing else; a
//! [`QuestionId`](super::QuestionId) belongs to one version and never leaves it.

mod rule;

pub use rule::faults;

use super::{Answers, Digit, Edition, Options, Question};

/// Something that a version of an edition changed, as its file tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The version that changed it.
    pub version: u16,
    /// The letter of the question, which may be no question of this version any longer.
    pub letter: char,
    /// The option of the question; none where the question itself was changed.
    pub option: Option<Digit>,
    /// What was changed.
    pub kind: ChangeKind,
}

/// What can be changed about a question or an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is called otherwise and means the same.
    Renamed,
    /// Its meaning was divided among these options, and it is gone. Questions are never divided.
    Split(Options),
    /// It is gone.
    Retired,
    /// It is new; a question is so with all its options.
    Added,
}

impl Change {
    /// Whether it takes this question or option away for good: an option goes with its question.
    pub(super) fn ends(&self, letter: char, option: Option<Digit>) -> bool {
        let of = self.letter == letter && (self.option.is_none() || self.option == option);
        of && matches!(self.kind, ChangeKind::Retired | ChangeKind::Split(_))
    }

    /// What it names: its question or option, and what that was divided into.
    pub(super) fn named(&self) -> impl Iterator<Item = (char, Option<Digit>)> {
        let into = if let ChangeKind::Split(into) = self.kind { into } else { Options::NONE };
        std::iter::once((self.letter, self.option)).chain(into.iter().map(|digit| (self.letter, Some(digit))))
    }
}

/// Where a question or an option can be named again, among all the changes of an edition: it was not taken away before
/// the one at this place.
pub(super) fn lives(changes: &[Change], index: usize, letter: char, option: Option<Digit>) -> bool {
    !changes[..index].iter().any(|change| change.ends(letter, option))
}

/// Whether a change after the one at this place takes a question or an option away.
pub(super) fn goes(changes: &[Change], index: usize, letter: char, option: Option<Digit>) -> bool {
    changes[index..].iter().any(|change| change.ends(letter, option))
}

/// What became of a question or an option between two versions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Revision<'e> {
    /// The question: as the earlier version has it, unless it is new.
    pub question: &'e Question,
    /// The option; none where it is about the question itself.
    pub option: Option<Digit>,
    /// What became of it, over all versions between the two.
    pub kind: ChangeKind,
    /// The question as the later version has it; none if it is gone.
    now: Option<&'e Question>,
}

impl<'e> Revision<'e> {
    /// Whether one of these answers, which were given to the earlier version, is what it is about.
    pub fn touches(&self, answers: &Answers) -> bool {
        // Of what is new, nothing was answered; and its question may belong to the later version.
        let given = if self.kind == ChangeKind::Added { Options::NONE } else { answers.get(self.question.id) };
        self.option.map_or(!given.is_empty(), |option| given.contains(option))
    }

    /// What it was called; empty if it is new.
    pub fn was(&self) -> &'e str {
        match self.option {
            _ if self.kind == ChangeKind::Added => "",
            None => &self.question.text,
            Some(digit) => self.question.choice(digit).map_or("", |choice| choice.text.as_str()),
        }
    }

    /// What it is called, or what its parts are called; none if it is gone.
    pub fn is_now(&self) -> Vec<&'e str> {
        let Some(now) = self.now else { return Vec::new() };
        let digits = match (self.option, self.kind) {
            (None, _) => return vec![now.text.as_str()],
            (_, ChangeKind::Split(parts)) => parts,
            (Some(digit), _) => digit.into(),
        };
        now.choices.iter().filter(|choice| digits.contains(choice.digit)).map(|choice| choice.text.as_str()).collect()
    }
}

/// What changed between two versions of an edition, in the order of asking: first what became of the earlier version's
/// questions, then the questions that are new.
///
/// A name that only a translation mended is none of it, nor one that stayed the same in the language of both.
pub fn revisions<'e>(older: &'e Edition, newer: &'e Edition) -> Vec<Revision<'e>> {
    let mut revisions = Vec::new();
    for question in &older.questions {
        let now = newer.by_letter(question.letter);
        let mut tell = |option, kind| revisions.push(Revision { question, option, kind, now });
        let Some(now) = now else {
            tell(None, ChangeKind::Retired);
            continue;
        };
        if now.text != question.text && renamed(older, newer, question, None) {
            tell(None, ChangeKind::Renamed);
        }
        let mut known = question.options();
        for choice in &question.choices {
            let option = Some(choice.digit);
            let parts = became(older, newer, now, choice.digit);
            known = known.or(parts);
            if parts.is_empty() {
                tell(option, ChangeKind::Retired);
            } else if parts != choice.digit.into() {
                tell(option, ChangeKind::Split(parts));
            } else if now.choice(choice.digit).is_some_and(|now| now.text != choice.text)
                && renamed(older, newer, question, option)
            {
                tell(option, ChangeKind::Renamed);
            }
        }
        for added in now.choices.iter().filter(|choice| !known.contains(choice.digit)) {
            tell(Some(added.digit), ChangeKind::Added);
        }
    }
    for question in newer.questions.iter().filter(|question| older.by_letter(question.letter).is_none()) {
        revisions.push(Revision { question, option: None, kind: ChangeKind::Added, now: Some(question) });
    }
    revisions
}

/// What the versions after `older` tell, up to `newer`.
fn since<'e>(older: &Edition, newer: &'e Edition) -> impl Iterator<Item = &'e Change> {
    let known = older.version;
    newer.changes.iter().filter(move |change| change.version > known)
}

fn renamed(older: &Edition, newer: &Edition, question: &Question, option: Option<Digit>) -> bool {
    since(older, newer)
        .any(|change| (change.letter, change.option) == (question.letter, option) && change.kind == ChangeKind::Renamed)
}

/// What an option became, of what the later version has: itself, its parts and theirs, or nothing.
fn became(older: &Edition, newer: &Edition, now: &Question, option: Digit) -> Options {
    let mut parts = Options::from(option);
    for change in since(older, newer).filter(|change| change.letter == now.letter) {
        if let (ChangeKind::Split(into), Some(gone)) = (change.kind, change.option)
            && parts.contains(gone)
        {
            parts = parts.or(into);
        }
    }
    parts.and(now.options())
}

/// The answers that still stand in a later version: those whose options are all there. A question of which an option was
/// divided or retired is open again, and so is what is new.
pub fn carry_over(older: &Edition, newer: &Edition, answers: &Answers) -> Answers {
    let mut carried = Answers::default();
    for question in &older.questions {
        let chosen = answers.get(question.id);
        if let Some(now) = newer.by_letter(question.letter).filter(|now| now.allows(chosen)) {
            carried.set(now.id, chosen);
        }
    }
    carried
}
