//! What comes into a group: from a text, a file, a corrected line, a link.

use super::{Line, Told, Unread, Workshop};
use crate::edition::Edition;
use crate::group::import::{Import, Refused, read_line, read_lines};
use crate::group::{Member, code};
use crate::link::GroupReading;
use std::rc::Rc;

impl Workshop {
    pub(in crate::app) fn paste(&mut self, edition: &Edition, text: &str) {
        self.add(read_lines(edition, text), Vec::new());
    }

    pub(in crate::app) fn add(&mut self, import: Import, unread: Vec<(String, Unread)>) {
        let (added, refused) = (import.members.len(), import.refused.len());
        let nothing = added + refused + unread.len() == 0;
        self.told = Some(if nothing { Told::Nothing } else { Told::Read { added, refused, unread } });
        self.step(|workshop| {
            let lines = workshop.lines(import.refused, workshop.members.len());
            workshop.eyes = if workshop.members.is_empty() { import.eyes } else { workshop.eyes };
            workshop.members = Rc::new(workshop.members.iter().cloned().chain(import.members).collect());
            workshop.refused = Rc::new(workshop.refused.iter().cloned().chain(lines).collect());
        });
    }

    /// The lines of a text whose programmes stand in the list from this place on.
    fn lines(&mut self, refused: Vec<Refused>, from: usize) -> Vec<Line> {
        let line = |refused: Refused| {
            self.lines += 1;
            Line { id: self.lines, at: from + refused.after, refused }
        };
        refused.into_iter().map(line).collect()
    }

    /// Tries a corrected line again; what is still wrong with it takes its place, and what can be read stands where it would
    /// have stood in the list.
    pub(in crate::app) fn correct(&mut self, edition: &Edition, id: u32, text: &str) {
        let Some(index) = self.refused.iter().position(|line| line.id == id) else { return };
        let Some(line) = self.refused.get(index).cloned() else { return };
        let import = read_line(edition, &line.refused, text);
        let (added, refused) = (import.members.len(), import.refused.len());
        self.told = Some(match added + refused {
            0 => Told::LeftOut(1),
            _ => Told::Read { added, refused, unread: Vec::new() },
        });
        let at = line.at.min(self.members.len());
        self.step(|workshop| {
            let still = workshop.lines(import.refused, at);
            let mut lines = Vec::clone(&workshop.refused);
            lines.iter_mut().skip(index + 1).filter(|line| line.at >= at).for_each(|line| line.at += added);
            lines.iter_mut().take(index).filter(|line| line.at > at).for_each(|line| line.at += added);
            lines.splice(index..=index, still);
            workshop.refused = Rc::new(lines);
            workshop.selected.iter_mut().filter(|chosen| **chosen >= at).for_each(|chosen| *chosen += added);
            let mut members = Vec::clone(&workshop.members);
            members.splice(at..at, import.members);
            workshop.members = Rc::new(members);
        });
    }

    pub(in crate::app) fn leave_out(&mut self, id: u32) {
        let kept: Vec<Line> = self.refused.iter().filter(|line| line.id != id).cloned().collect();
        self.keep_lines(kept);
    }

    pub(in crate::app) fn leave_all_out(&mut self) {
        self.keep_lines(Vec::new());
    }

    fn keep_lines(&mut self, kept: Vec<Line>) {
        self.told = Some(Told::LeftOut(self.refused.len() - kept.len()));
        self.step(|workshop| workshop.refused = Rc::new(kept));
    }

    /// Takes what was kept in place of what is here, which can be had back. Its names are for this device alone. Where the
    /// address has brought the same group already, what was kept only tells more of it.
    pub(in crate::app) fn resume(&mut self, edition: &Edition, import: Import) {
        let here = self.code(edition);
        let same = [true, false].iter().any(|names| here.is_some() && code(edition, &import.members, *names) == here);
        if same && !self.can_undo() && self.refused.is_empty() {
            (self.members, self.eyes) = (Rc::new(import.members), import.eyes);
        } else {
            self.replace(import, false);
        }
    }

    /// Takes the programmes of a code in place of those that are here, which can be had back.
    pub(in crate::app) fn take_over(&mut self, reading: GroupReading) {
        let unchecked = !reading.checked;
        let member = |(programme, _)| Member { unchecked, ..Member::from(programme) };
        let members: Vec<Member> = reading.programmes.into_iter().map(member).collect();
        let names = members.iter().any(|member| member.name.is_some());
        self.replace(Import { members, ..Import::default() }, names);
    }

    fn replace(&mut self, import: Import, names: bool) {
        let first = self.members.is_empty() && self.refused.is_empty() && !self.can_undo();
        self.told = (!first).then_some(Told::Replaced);
        self.step(|workshop| {
            let lines = workshop.lines(import.refused, 0);
            (workshop.members, workshop.refused) = (Rc::new(import.members), Rc::new(lines));
            (workshop.names, workshop.eyes) = (names, import.eyes);
            workshop.group += 1;
            workshop.selected.clear();
        });
        if first {
            // There is nothing to go back to.
            self.past.clear();
        }
    }
}
