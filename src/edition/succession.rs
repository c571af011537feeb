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

/// What became of a question or an option between two versions, in the words of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision<'e> {
    /// The question: as the earlier version has it, unless it is new.
    pub question: &'e Question,
    /// The option; none where it is about the question itself.
    pub option: Option<Digit>,
    /// What became of it, over all versions between the two.
    pub kind: ChangeKind,
    /// What it was called; empty if it is new.
    pub old: &'e str,
    /// What it is called, or what its parts are called; none if it is gone.
    pub new: Vec<&'e str>,
}

impl Revision<'_> {
    /// Whether one of these answers, which were given to the earlier version, is what it is about.
    pub fn touches(&self, answers: &Answers) -> bool {
        // Of what is new, nothing was answered; and its question may belong to the later version.
        let given = if self.kind == ChangeKind::Added { Options::NONE } else { answers.get(self.question.id) };
        self.option.map_or(!given.is_empty(), |option| given.contains(option))
    }
}

/// What changed between two versions of an edition, in the order of asking: first what became of the earlier version's
/// questions, then the questions that are new.
pub fn revisions<'e>(older: &'e Edition, newer: &'e Edition) -> Vec<Revision<'e>> {
    let mut revisions = Vec::new();
    for question in &older.questions {
        let kind = ChangeKind::Renamed;
        let about = Revision { question, option: None, kind, old: &question.text, new: Vec::new() };
        match newer.by_letter(question.letter) {
            Some(now) => {
                if renamed(older, newer, &about) && now.text != question.text {
                    revisions.push(Revision { new: vec![&now.text], ..about });
                }
                revise_options(older, newer, question, now, &mut revisions);
            }
            None => revisions.push(Revision { kind: ChangeKind::Retired, ..about }),
        }
    }
    let added = newer.questions.iter().filter(|question| older.by_letter(question.letter).is_none());
    revisions.extend(added.map(|question| Revision {
        question,
        option: None,
        kind: ChangeKind::Added,
        old: "",
        new: vec![&question.text],
    }));
    revisions
}

fn revise_options<'e>(
    older: &'e Edition,
    newer: &'e Edition,
    question: &'e Question,
    now: &'e Question,
    revisions: &mut Vec<Revision<'e>>,
) {
    let mut known = question.options();
    let texts = |digits: Options| -> Vec<&'e str> {
        now.choices.iter().filter(|choice| digits.contains(choice.digit)).map(|choice| choice.text.as_str()).collect()
    };
    for choice in &question.choices {
        let parts = became(older, newer, question, choice.digit).and(now.options());
        known = known.or(parts);
        let kind = match parts {
            parts if parts == choice.digit.into() => ChangeKind::Renamed,
            Options::NONE => ChangeKind::Retired,
            parts => ChangeKind::Split(parts),
        };
        let option = Some(choice.digit);
        let about = Revision { question, option, kind, old: choice.text.as_str(), new: texts(parts) };
        // In another language the words may have stayed, or only a translation was mended.
        if kind != ChangeKind::Renamed || renamed(older, newer, &about) && about.new != [about.old] {
            revisions.push(about);
        }
    }
    let added = now.choices.iter().filter(|choice| !known.contains(choice.digit));
    revisions.extend(added.map(|choice| Revision {
        question,
        option: Some(choice.digit),
        kind: ChangeKind::Added,
        old: "",
        new: vec![choice.text.as_str()],
    }));
}

/// What the versions after `older` tell, up to `newer`.
fn since<'e>(older: &Edition, newer: &'e Edition) -> impl Iterator<Item = &'e Change> {
    let known = older.version;
    newer.changes.iter().filter(move |change| change.version > known)
}

fn renamed(older: &Edition, newer: &Edition, about: &Revision) -> bool {
    let letter = about.question.letter;
    since(older, newer)
        .any(|change| change.letter == letter && change.option == about.option && change.kind == ChangeKind::Renamed)
}

/// What an option became: itself, its parts and theirs, or nothing.
fn became(older: &Edition, newer: &Edition, question: &Question, option: Digit) -> Options {
    let mut parts = Options::from(option);
    for change in since(older, newer).filter(|change| change.letter == question.letter) {
        let Some(gone) = change.option.filter(|gone| parts.contains(*gone)) else { continue };
        parts = match change.kind {
            ChangeKind::Split(into) => parts.without(gone).or(into),
            ChangeKind::Retired => parts.without(gone),
            ChangeKind::Renamed | ChangeKind::Added => parts,
        };
    }
    parts
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
