//! The work on a group: what is in it, what could not be read, and the way back.

mod import;

use super::{Overlay, Screen, State};
use crate::edition::{Answers, Edition, Plain, QuestionId};
use crate::group::import::{Import, NotText, Refused};
use crate::group::{Member, code, repeats, shown};
use crate::link::{GroupReading, Name};
use crate::place::place;
use std::rc::Rc;

/// How many steps can be undone. They share what they have in common with what is shown only as a whole list.
const MOST_STEPS: usize = 50;
/// How many programmes stand side by side.
pub const MOST_SIDE_BY_SIDE: usize = 6;

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
    past: Vec<Rc<Vec<Member>>>,
    /// What the reader answered for themselves, while a programme of the group is open.
    own: Option<(Answers, Option<Name>, Option<String>)>,
    /// How many lines were refused so far.
    lines: u32,
}

/// A line that could not be read. Two lines may say the same, so each has a number of its own here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is told by.
    pub id: u32,
    /// What it says, and what is wrong with it.
    pub refused: Refused,
}

/// What came of a step in the work on a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Programmes were added, and lines could not be read.
    Read {
        /// How many were added.
        added: usize,
        /// How many lines could not be read.
        refused: usize,
    },
    /// There was nothing to read.
    Nothing,
    /// A text begins as JSON and is none.
    NotJson,
    /// A file cannot be read as text.
    NotText(NotText),
    /// A file is larger than what is read.
    TooLarge,
    /// So many were removed.
    Removed(usize),
    /// The last step was undone.
    Undone,
    /// A name was refused.
    NotNamed,
}

/// Something that happened in the work on a group. Programmes are told by their places in the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Group {
    /// The reader opened the group.
    Opened,
    /// The reader adds the programme whose result is shown.
    Joined,
    /// A text was pasted or opened as a file.
    Pasted(String),
    /// A file of JSON was opened.
    Read(Plain),
    /// The group that was kept is shown, in place of what was there.
    Resumed(Import),
    /// A file could not be read, for this reason.
    Unread(Told),
    /// The line of this [`Line::id`] was corrected.
    Corrected(u32, String),
    /// The line of this [`Line::id`] is left out.
    LeftOut(u32),
    /// All those lines are left out.
    AllLeftOut,
    /// A programme was chosen, or no longer.
    Selected(usize),
    /// All programmes were chosen, or none.
    SelectedAll(bool),
    /// The answers of a programme were opened.
    Edited(usize),
    /// A programme is called this; nothing takes the name away.
    Renamed(usize, String),
    /// The chosen programmes are hidden, or shown again.
    Hidden(bool),
    /// The chosen programmes are removed.
    Removed,
    /// Programmes that say what an earlier one says are removed.
    RepeatsRemoved,
    /// The answers of the chosen programmes were compared with the paper.
    Compared,
    /// The last change is taken back.
    Undone,
    /// The link carries the names, or no longer.
    NamesLinked(bool),
    /// The answers are those of several people about one programme, or of several programmes.
    Eyed(bool),
    /// The chosen programmes are put side by side.
    SideBySide,
    /// The room is shown this question, with the answers or without.
    Presented(QuestionId, bool),
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

    /// The members with an answer on their route: what a code can hold.
    pub fn code(&self, edition: &Edition) -> Option<String> {
        code(edition, &self.members, self.names)
    }

    /// Whether something of it is in no link: a name, what is hidden, a line that could not be read, what a code cannot tell.
    pub fn is_beyond_link(&self) -> bool {
        let lost = |member: &Member| member.hidden || member.unchecked || member.name.is_some() && !self.names;
        !self.refused.is_empty() || self.eyes && !self.members.is_empty() || self.members.iter().any(lost)
    }

    /// The members that figures, counts and the link have.
    pub fn shown(&self) -> Vec<usize> {
        shown(&self.members)
    }

    fn change(&mut self, members: Vec<Member>) {
        if *self.members != members {
            self.past.push(std::mem::replace(&mut self.members, Rc::new(members)));
            if self.past.len() > MOST_STEPS {
                self.past.remove(0);
            }
        }
    }

    /// The same from outside; where nothing was here before, there is nothing to go back to.
    fn open(&mut self, members: Vec<Member>) {
        if self.members.is_empty() && !self.can_undo() {
            self.members = Rc::new(members);
        } else {
            self.change(members);
        }
    }

    fn each_selected(&mut self, change: impl Fn(&mut Member)) {
        let mut members = Vec::clone(&self.members);
        for index in &self.selected {
            if let Some(member) = members.get_mut(*index) {
                change(member);
            }
        }
        self.change(members);
    }

    /// Removes these, which ascend.
    fn remove(&mut self, gone: &[usize]) {
        let kept = self.members.iter().enumerate().filter(|(index, _)| gone.binary_search(index).is_err());
        let kept: Vec<Member> = kept.map(|(_, member)| member.clone()).collect();
        self.told = Some(Told::Removed(self.members.len() - kept.len()));
        self.selected.clear();
        self.change(kept);
    }

    fn choose(&mut self, index: usize) {
        match self.selected.binary_search(&index) {
            Ok(at) => {
                self.selected.remove(at);
            }
            Err(at) if index < self.members.len() => self.selected.insert(at, index),
            Err(_) => {}
        }
    }

    fn undo(&mut self) {
        if let Some(members) = self.past.pop() {
            self.members = members;
            self.selected.clear();
            self.told = Some(Told::Undone);
        }
    }

    fn rename(&mut self, index: usize, text: &str) {
        let name = Name::new(text);
        if name.is_none() && !text.trim().is_empty() {
            self.told = Some(Told::NotNamed);
            return;
        }
        let mut members = Vec::clone(&self.members);
        if let Some(member) = members.get_mut(index) {
            member.name = name;
        }
        self.change(members);
    }
}

impl State {
    /// Whether the group is shown, or a programme as one of it.
    pub fn is_in_group(&self) -> bool {
        self.screen == Screen::Group || self.workshop.editing.is_some()
    }

    pub(super) fn work(mut self, edition: &Edition, action: Group) -> Self {
        self.workshop.told = None;
        // What changes the list ends the work on one of it: otherwise that would be written back over the change.
        if !matches!(action, Group::Edited(_) | Group::Renamed(..) | Group::Joined) && self.workshop.editing.is_some() {
            self = self.show_group();
        }
        match action {
            Group::Opened => return self.show_group(),
            Group::Joined => return self.join(edition),
            Group::Edited(index) => return self.edit(edition, index),
            Group::SideBySide if self.workshop.selected.len() < 2 => {}
            Group::SideBySide => return self.lay(Overlay::SideBySide),
            Group::Presented(question, revealed) => return self.present(question, revealed),
            Group::Pasted(text) => self.workshop.paste(edition, &text),
            Group::Read(value) => self.workshop.read(edition, &value),
            Group::Resumed(import) => self.workshop.resume(import),
            Group::Unread(told) => self.workshop.told = Some(told),
            Group::Corrected(id, text) => self.workshop.correct(edition, id, &text),
            Group::LeftOut(id) => self.workshop.leave_out(id),
            Group::AllLeftOut => self.workshop.refused = Rc::default(),
            Group::Selected(index) => self.workshop.choose(index),
            Group::SelectedAll(all) => {
                let chosen = if all { self.workshop.members.len() } else { 0 };
                self.workshop.selected = (0..chosen).collect();
            }
            Group::Renamed(index, text) => {
                self.workshop.rename(index, &text);
                if let Some(member) = self.workshop.members.get(index).filter(|_| self.workshop.editing == Some(index))
                {
                    self.name.clone_from(&member.name);
                }
            }
            Group::Hidden(hidden) => self.workshop.each_selected(|member| member.hidden = hidden),
            Group::Compared => self.workshop.each_selected(|member| member.unchecked = false),
            Group::Removed => {
                let gone = std::mem::take(&mut self.workshop.selected);
                self.workshop.remove(&gone);
            }
            Group::RepeatsRemoved => {
                let gone = repeats(edition, &self.workshop.members);
                self.workshop.remove(&gone.into_iter().map(|(later, _)| later).collect::<Vec<_>>());
            }
            Group::Undone => self.workshop.undo(),
            Group::NamesLinked(names) => self.workshop.names = names,
            Group::Eyed(eyes) => self.workshop.eyes = eyes,
        }
        self
    }

    /// Shows the group, and ends the work on one of it.
    pub(super) fn show_group(mut self) -> Self {
        self.workshop.editing = None;
        if let Some((answers, name, label)) = self.workshop.own.take() {
            (self.answers, self.name, self.label) = (answers, name, label);
        }
        self.show(Screen::Group)
    }

    /// Adds the programme that is shown to the group, and shows that. It is another programme whenever it is added: where it is
    /// the same, the list says so.
    fn join(mut self, edition: &Edition) -> Self {
        if self.is_in_group() || self.route(edition).first_open(edition).is_some() {
            return self.show_group();
        }
        let member =
            Member { name: self.name.clone(), answers: self.answers.clone(), hidden: false, unchecked: self.unchecked };
        let mut members = Vec::clone(&self.workshop.members);
        members.push(member);
        self.workshop.names |= self.name.is_some() && self.workshop.members.is_empty();
        self.workshop.change(members);
        self.workshop.told = Some(Told::Read { added: 1, refused: 0 });
        self.show_group()
    }

    /// Opens a programme of the group: its result, or what is open in it.
    fn edit(mut self, edition: &Edition, index: usize) -> Self {
        let Some(member) = self.workshop.members.get(index).cloned() else { return self };
        self.workshop.editing = Some(index);
        self.workshop.own.get_or_insert((self.answers.clone(), self.name.clone(), self.label.clone()));
        let complete = place(edition, &member.answers).route.first_open(edition).is_none();
        let screen = if complete && !member.unchecked { Screen::Result } else { Screen::Summary };
        let state = Self { answers: member.answers, name: member.name, label: None, reviewing: false, ..self };
        Self { unchecked: member.unchecked, ..state.show(screen) }
    }

    pub(super) fn present(mut self, question: QuestionId, revealed: bool) -> Self {
        match self.overlays.last_mut() {
            Some(Overlay::Presented(shown, open)) => {
                (*shown, *open) = (question, revealed);
                self
            }
            _ => self.lay(Overlay::Presented(question, revealed)),
        }
    }

    /// What is answered while a programme of the group is open is answered for that programme.
    pub(super) fn settle(mut self, before: &Self) -> Self {
        let Some(index) = self.workshop.editing.filter(|_| before.workshop.editing == self.workshop.editing) else {
            return self;
        };
        let changed = self.workshop.members.get(index).is_some_and(|member| {
            member.answers != self.answers || member.name != self.name || member.unchecked && !self.unchecked
        });
        if changed {
            let mut members = Vec::clone(&self.workshop.members);
            if let Some(member) = members.get_mut(index) {
                *member = Member {
                    name: self.name.clone(),
                    answers: self.answers.clone(),
                    hidden: member.hidden,
                    unchecked: self.unchecked,
                };
            }
            self.workshop.change(members);
        }
        self
    }

    /// Opens the group of a link: one that is here already stays as it is, with what the link does not tell.
    pub(super) fn open_group(mut self, edition: &Edition, reading: GroupReading) -> Self {
        if !reading.problems.is_empty() {
            return self.lay(Overlay::DamagedGroup(Box::new(reading)));
        }
        if self.workshop.code(edition).as_ref() != Some(&reading.text) {
            self.workshop.take_over(reading);
        }
        self.show_group()
    }
}
