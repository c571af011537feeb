//! The rule for whoever makes the next version of an edition, as a check; `docs/editions.md` has it in words.

use super::super::{Digit, Edition, Fault, Options, Question};
use super::{Change, ChangeKind};

/// What keeps `newer` from following `older`, the version right before it, both in the language they were written in.
///
/// Paths are those of the files of `newer`.
pub fn faults(older: &Edition, newer: &Edition) -> Vec<Fault> {
    let mut faults = Vec::new();
    if newer.version != older.version + 1 {
        let message = format!("should be {}, since {} is the version before it", older.version + 1, older.id());
        faults.push(fault("edition.version".to_owned(), message));
    }
    // Without the whole list, everything that follows would only repeat it.
    if let Err(fault) = check_list(older, newer) {
        faults.push(fault);
        return faults;
    }
    let mut check = Check { older, newer, there: ids(older), faults };
    for (index, change) in newer.changes.iter().enumerate().skip(older.changes.len()) {
        check.follow(change, &format!("edition.changes[{index}]"));
    }
    check.compare();
    check.meanings();
    check.faults
}

fn fault(path: String, message: String) -> Fault {
    Fault { path, message }
}

/// A question, or an option of it.
type Id = (char, Option<Digit>);

fn ids(edition: &Edition) -> Vec<Id> {
    let options = |question: &Question| {
        let letter = question.letter;
        let options: Vec<Id> = question.options().iter().map(|digit| (letter, Some(digit))).collect();
        std::iter::once((letter, None)).chain(options)
    };
    edition.questions.iter().flat_map(options).collect()
}

/// An id as it stands in a code.
fn written((letter, option): Id) -> String {
    option.map_or_else(|| letter.to_string(), |digit| format!("{letter}{digit}"))
}

/// The list only grows: what a version told, all later ones tell.
fn check_list(older: &Edition, newer: &Edition) -> Result<(), Fault> {
    for (index, change) in older.changes.iter().enumerate() {
        if newer.changes.get(index) != Some(change) {
            let what = format!("should be as in {}, whose list it continues", older.id());
            return Err(fault(format!("edition.changes[{index}]"), what));
        }
    }
    match newer.changes.iter().enumerate().skip(older.changes.len()).find(|(_, new)| new.version <= older.version) {
        Some((index, _)) => {
            let what = format!("should be {}: {} was made without this change", newer.version, older.id());
            Err(fault(format!("edition.changes[{index}].version"), what))
        }
        None => Ok(()),
    }
}

/// What there is after each change, compared with what there is in the end.
struct Check<'e> {
    older: &'e Edition,
    newer: &'e Edition,
    there: Vec<Id>,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn tell(&mut self, path: impl Into<String>, message: String) {
        self.faults.push(fault(path.into(), message));
    }

    fn follow(&mut self, change: &Change, path: &str) {
        let id = (change.letter, change.option);
        if change.kind != ChangeKind::Added && !self.there.contains(&id) {
            let message = format!("{} has no “{}”", self.older.id(), written(id));
            return self.tell(path, message);
        }
        match change.kind {
            ChangeKind::Added => self.bear(id, path),
            ChangeKind::Split(_) => {
                for part in change.named().skip(1).collect::<Vec<_>>() {
                    if !self.there.contains(&part) {
                        self.bear(part, &format!("{path}.into"));
                    }
                }
            }
            ChangeKind::Renamed | ChangeKind::Retired => {}
        }
        self.there.retain(|(letter, option)| !change.ends(*letter, *option));
    }

    fn bear(&mut self, id: Id, path: &str) {
        // What is gone never comes back: reading an edition sees to that.
        if self.there.contains(&id) {
            return self.tell(path, format!("“{}” was there before", written(id)));
        }
        self.there.push(id);
        // A question comes with its options.
        let question = self.newer.by_letter(id.0).filter(|_| id.1.is_none());
        let options = question.map_or(Options::NONE, Question::options);
        self.there.extend(options.iter().map(|digit| (id.0, Some(digit))));
    }

    /// What is there is what the changes say.
    fn compare(&mut self) {
        let now = ids(self.newer);
        for id in self.there.iter().filter(|id| !now.contains(id)).copied().collect::<Vec<_>>() {
            // With the question, nothing more is to be said of its options.
            if id.1.is_none() || now.contains(&(id.0, None)) {
                let how = if id.1.is_some() { "“retired” or “split”" } else { "“retired”" };
                let message = format!("“{}” of {} is gone: should say that it was {how}", written(id), self.older.id());
                self.tell("edition.changes", message);
            }
        }
        for (index, question) in self.newer.questions.iter().enumerate() {
            let path = format!("edition.questions[{index}]");
            let id = (question.letter, None);
            if !self.there.contains(&id) {
                self.tell(path, format!("“{}” is new: “changes” should say that it was “added”", written(id)));
                continue;
            }
            for id in question.options().iter().map(|digit| (question.letter, Some(digit))) {
                if !self.there.contains(&id) {
                    let message = "is new: “changes” should say that it was “added”, or what was “split” into it";
                    self.tell(format!("{path}.options"), format!("“{}” {message}", written(id)));
                }
            }
        }
    }

    /// What kept its id kept its meaning: its name, unless it was renamed, and what can be answered.
    fn meanings(&mut self) {
        let (older, newer) = (self.older, self.newer);
        let written = older.spoken();
        if newer.spoken().tag != written.tag {
            let message = format!("the original should be {}, as that of {} is", written.tag, older.id());
            return self.tell("edition.languages", message);
        }
        for (index, now) in newer.questions.iter().enumerate() {
            let Some(before) = older.by_letter(now.letter) else { continue };
            let path = format!("words.questions.{}", now.letter);
            self.name((now.letter, None), &path, &before.text, &now.text);
            for choice in &now.choices {
                let path = format!("{path}.options.{}", choice.digit);
                if let Some(before) = before.choice(choice.digit) {
                    self.name((now.letter, Some(choice.digit)), &path, &before.text, &choice.text);
                }
            }
            let lost = |set: &Options| set.is_subset(now.options()) && !now.allows(*set);
            if let Some(set) = before.allowed().into_iter().find(lost) {
                let digits: String = set.iter().map(|digit| digit.to_string()).collect();
                let answer = format!("“{}{digits}” was an answer in {}, and is none now", now.letter, older.id());
                let message = format!("{answer}: what is asked otherwise should be a question of its own");
                self.tell(format!("edition.questions[{index}]"), message);
            }
        }
    }

    fn name(&mut self, id: Id, path: &str, before: &str, now: &str) {
        let mut renamings = self.newer.changes.iter().enumerate().skip(self.older.changes.len());
        let renaming =
            renamings.find(|(_, change)| (change.letter, change.option) == id && change.kind == ChangeKind::Renamed);
        match renaming {
            Some((index, _)) if before == now => {
                let message = format!("“{}” is called as in {}", written(id), self.older.id());
                self.tell(format!("edition.changes[{index}]"), message);
            }
            None if before != now => {
                let either = "“changes” should say that it was “renamed”, or what means something else have another id";
                self.tell(format!("{path}.text"), format!("differs from {}: {either}", self.older.id()));
            }
            _ => {}
        }
    }
}
