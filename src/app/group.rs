//! What happens in the work on a group, and how the widget answers to it.

use super::workshop::{Told, Unread};
use super::{Overlay, Screen, State};
use crate::edition::{Edition, QuestionId};
use crate::group::import::Import;
use crate::group::{Member, repeats};
use crate::link::GroupReading;
use crate::place::place;

/// How many programmes stand side by side.
pub const MOST_SIDE_BY_SIDE: usize = 6;

/// Something that happened in the work on a group. Programmes are told by their places in the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Group {
    /// The reader opened the group.
    Opened,
    /// The reader adds the programme whose result is shown.
    Joined,
    /// A text was pasted or opened as a file.
    Pasted(String),
    /// Files were opened, or a text of JSON was pasted: what they say, and those that cannot be read at all.
    Imported(Import, Vec<(String, Unread)>),
    /// The group that was kept is shown, in place of what was there.
    Resumed(Import),
    /// A text could not be read.
    Unread(Told),
    /// The line of this [`Line::id`](super::Line::id) was corrected.
    Corrected(u32, String),
    /// The line of this [`Line::id`](super::Line::id) is left out.
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

impl Group {
    /// Whether what comes of it is told by the buttons of the list; none, if that stays as it is.
    const fn is_told_by_list(&self) -> Option<bool> {
        match self {
            Self::Hidden(_) | Self::Removed | Self::Compared => Some(true),
            Self::Pasted(_)
            | Self::Imported(..)
            | Self::Resumed(_)
            | Self::Unread(_)
            | Self::Corrected(..)
            | Self::LeftOut(_)
            | Self::AllLeftOut
            | Self::RepeatsRemoved => Some(false),
            _ => None,
        }
    }
}

impl State {
    /// Whether the group is shown, or a programme as one of it.
    pub fn is_in_group(&self) -> bool {
        self.screen == Screen::Group || self.workshop.editing.is_some()
    }

    pub(super) fn work(mut self, edition: &Edition, action: Group) -> Self {
        self.workshop.told = None;
        self.workshop.told_by_list = action.is_told_by_list().unwrap_or(self.workshop.told_by_list);
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
            Group::Imported(import, unread) => self.workshop.add(import, unread),
            Group::Resumed(import) => self.workshop.resume(edition, import),
            Group::Unread(told) => self.workshop.told = Some(told),
            Group::Corrected(id, text) => self.workshop.correct(edition, id, &text),
            Group::LeftOut(id) => self.workshop.leave_out(id),
            Group::AllLeftOut => self.workshop.leave_all_out(),
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
            Group::Hidden(hidden) => {
                let told = if hidden { Told::Hidden } else { Told::Shown };
                self.workshop.each_chosen(|member| member.hidden = hidden, told);
            }
            Group::Compared => self.workshop.each_chosen(|member| member.unchecked = false, Told::Compared),
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
        let import = Import { members: vec![member], ..Import::default() };
        self.workshop.add(import, Vec::new());
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
            let (name, answers, unchecked) = (&self.name, &self.answers, self.unchecked);
            self.workshop.each(&[index], |member| {
                *member = Member { name: name.clone(), answers: answers.clone(), hidden: member.hidden, unchecked };
            });
        }
        self
    }

    /// Opens the group of a code: one that is here already stays as it is, with what the link does not tell.
    pub(super) fn open_group(mut self, edition: &Edition, reading: GroupReading) -> Self {
        if !reading.problems.is_empty() {
            return self.lay(Overlay::DamagedGroup(Box::new(reading)));
        }
        if self.workshop.code(edition).as_ref() != Some(&reading.text) {
            self.workshop.take_over(reading);
        }
        self.show_group()
    }

    /// Goes to the group of an entry of the history. One that is known here comes back with all that its code does not tell;
    /// only another one is opened from its code.
    pub(super) fn recall_group(mut self, edition: &Edition, reading: GroupReading) -> Self {
        match reading.problems.is_empty() && self.workshop.recall(edition, &reading.text) {
            true => self.show_group(),
            false => self.open_group(edition, reading),
        }
    }
}
