//! A group that is worked on: its programmes, the lines that could not be read, and the way back.
//!
//! **Invariant.** What is taken away can be had back, lines that could not be read too. Nothing switches names on in the link
//! but the reader, or a link that has them.

mod coded;
mod import;

use crate::edition::{Answers, Edition};
use crate::group::import::{NotText, Refused};
use crate::group::{Member, shown};
use crate::link::Name;
use coded::Coded;
use std::rc::Rc;

/// How many steps can be undone. They share what they have in common with what is shown only as a whole list.
const MOST_STEPS: usize = 50;

/// A group that is worked on. Whatever else is opened in the widget, it stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workshop {
    /// The programmes. The list is shared with whatever is drawn from it; each change makes another list.
    pub members: Rc<Vec<Member>>,
    /// Lines that could not be read, until they are corrected or left out.
    pub refused: Rc<Vec<Line>>,
    /// Programmes that are chosen, by their places in the list, ascending.
    pub selected: Vec<usize>,
    /// The programme whose answers are shown or changed, by its place in the list.
    pub editing: Option<usize>,
    /// The link carries the names.
    pub names: bool,
    /// The answers are those of several people about one programme.
    pub eyes: bool,
    /// What came of the last step, until the next.
    pub told: Option<Told>,
    /// The last step that was told was one with chosen programmes: what came of it, and the way back, stand by their buttons.
    pub told_by_list: bool,
    /// What the reader answered for themselves, while a programme of the group is open.
    pub(super) own: Option<(Answers, Option<Name>, Option<String>)>,
    past: Vec<Step>,
    /// Which of the groups that were opened here this is.
    group: u32,
    /// How many lines were refused so far.
    lines: u32,
    coded: Coded,
}

/// What can be had back as a whole.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    members: Rc<Vec<Member>>,
    refused: Rc<Vec<Line>>,
    names: bool,
    eyes: bool,
    group: u32,
}

/// A line that could not be read. Two lines may say the same, so each has a number of its own here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is told by.
    pub id: u32,
    /// The place in the list that it would have.
    pub at: usize,
    /// What it says, and what is wrong with it.
    pub refused: Refused,
}

/// What came of a step in the work on a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Something was read.
    Read {
        /// How many programmes were added.
        added: usize,
        /// How many lines could not be read.
        refused: usize,
        /// Files that could not be read at all, by their names.
        unread: Vec<(String, Unread)>,
    },
    /// There was nothing to read.
    Nothing,
    /// A text begins as JSON and is none.
    NotJson,
    /// So many were removed.
    Removed(usize),
    /// So many lines were left out.
    LeftOut(usize),
    /// So many were hidden.
    Hidden(usize),
    /// So many are shown again.
    Shown(usize),
    /// So many agree with the paper.
    Compared(usize),
    /// Another group was here before.
    Replaced,
    /// The last step was undone.
    Undone,
    /// A name was refused.
    NotNamed,
}

/// Why a file cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no text.
    NotText(NotText),
    /// It begins as JSON and is none.
    NotJson,
    /// It is larger than what is read.
    TooLarge,
}

impl Workshop {
    /// The same, with none of it open.
    pub(super) fn closed(mut self) -> Self {
        (self.editing, self.own) = (None, None);
        self
    }

    /// Whether the last change can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// The code of what is shown: the members with an answer on their route.
    pub fn code(&self, edition: &Edition) -> Option<String> {
        self.coded.of(edition, &self.members, self.names)
    }

    /// Whether something of it is in no link: a name, what is hidden, a line that could not be read, what a code cannot tell.
    pub fn is_beyond_link(&self) -> bool {
        let lost = |member: &Member| {
            member.hidden || member.unchecked || member.answers.is_empty() || member.name.is_some() && !self.names
        };
        !self.refused.is_empty() || self.eyes && !self.members.is_empty() || self.members.iter().any(lost)
    }

    /// The members that figures, counts and the link have.
    pub fn shown(&self) -> Vec<usize> {
        shown(&self.members)
    }

    /// Does something that can be undone.
    pub(super) fn step(&mut self, change: impl FnOnce(&mut Self)) {
        let before = self.now();
        change(self);
        if before.members != self.members || before.refused != self.refused {
            self.past.push(before);
            if self.past.len() > MOST_STEPS {
                self.past.remove(0);
            }
        }
    }

    fn now(&self) -> Step {
        let (members, refused) = (Rc::clone(&self.members), Rc::clone(&self.refused));
        Step { members, refused, names: self.names, eyes: self.eyes, group: self.group }
    }

    /// Changes some of the members, each by its place.
    pub(super) fn each(&mut self, places: &[usize], change: impl Fn(&mut Member)) {
        let mut members = Vec::clone(&self.members);
        for place in places {
            if let Some(member) = members.get_mut(*place) {
                change(member);
            }
        }
        self.step(|workshop| workshop.members = Rc::new(members));
    }

    /// Changes those that are chosen, and says how many.
    pub(super) fn each_chosen(&mut self, change: impl Fn(&mut Member), told: fn(usize) -> Told) {
        let chosen = self.selected.clone();
        self.each(&chosen, change);
        self.told = Some(told(chosen.len()));
    }

    /// Removes these, which ascend.
    pub(super) fn remove(&mut self, gone: &[usize]) {
        let kept = self.members.iter().enumerate().filter(|(index, _)| gone.binary_search(index).is_err());
        let kept: Vec<Member> = kept.map(|(_, member)| member.clone()).collect();
        self.told = Some(Told::Removed(self.members.len() - kept.len()));
        self.selected.clear();
        let before = |at: usize| gone.iter().filter(|place| **place < at).count();
        self.step(|workshop| {
            let moved = |line: &Line| Line { at: line.at - before(line.at), ..line.clone() };
            workshop.refused = Rc::new(workshop.refused.iter().map(moved).collect());
            workshop.members = Rc::new(kept);
        });
    }

    pub(super) fn choose(&mut self, index: usize) {
        match self.selected.binary_search(&index) {
            Ok(at) => {
                self.selected.remove(at);
            }
            Err(at) if index < self.members.len() => self.selected.insert(at, index),
            Err(_) => {}
        }
    }

    pub(super) fn undo(&mut self) {
        if let Some(step) = self.past.pop() {
            self.go_to(step);
            self.told = Some(Told::Undone);
        }
    }

    /// Shows the group of a step. Names that were switched off stay off.
    fn go_to(&mut self, step: Step) {
        (self.members, self.refused) = (step.members, step.refused);
        (self.eyes, self.group) = (step.eyes, step.group);
        self.names &= step.names;
        self.selected.clear();
    }

    pub(super) fn rename(&mut self, index: usize, text: &str) {
        let name = Name::new(text);
        if name.is_none() && !text.trim().is_empty() {
            self.told = Some(Told::NotNamed);
        } else {
            self.each(&[index], |member| member.name.clone_from(&name));
        }
    }

    /// Goes back to the group of an address that the browser went to, if it is known here: as it is now, or as it was when
    /// another group took its place. False if it is another one.
    pub(super) fn recall(&mut self, edition: &Edition, address: &str) -> bool {
        let says = |members: &[Member]| {
            [true, false].iter().any(|names| crate::group::code(edition, members, *names).as_deref() == Some(address))
        };
        let of_now = |step: &&Step| step.group == self.group;
        if says(&self.members) || self.past.iter().filter(of_now).any(|step| says(&step.members)) {
            return true;
        }
        let Some(step) = self.past.iter().rfind(|step| says(&step.members)).map(|step| step.group) else {
            return false;
        };
        // The latest of that group is what was left.
        let latest = self.past.iter().rfind(|one| one.group == step).cloned();
        self.step(|workshop| latest.into_iter().for_each(|step| workshop.go_to(step)));
        true
    }
}
