//! What comes into a group: from a text, a file, a corrected line, a link.

use super::{Line, Told, Unread, Workshop};
use crate::edition::Edition;
use crate::group::Member;
use crate::group::import::{Import, Refused, read_line, read_lines};
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
            let lines = workshop.lines(import.refused);
            workshop.extend(import.members);
            workshop.refused = Rc::new(workshop.refused.iter().cloned().chain(lines).collect());
        });
    }

    fn extend(&mut self, members: Vec<Member>) {
        self.members = Rc::new(self.members.iter().cloned().chain(members).collect());
    }

    fn lines(&mut self, refused: Vec<Refused>) -> Vec<Line> {
        let line = |refused| {
            self.lines += 1;
            Line { id: self.lines, refused }
        };
        refused.into_iter().map(line).collect()
    }

    /// Tries a corrected line again; what is still wrong with it takes its place.
    pub(in crate::app) fn correct(&mut self, edition: &Edition, id: u32, text: &str) {
        let Some(index) = self.refused.iter().position(|line| line.id == id) else { return };
        let Some(line) = self.refused.get(index).cloned() else { return };
        let import = read_line(edition, &line.refused, text);
        let (added, refused) = (import.members.len(), import.refused.len());
        self.told = Some(match added + refused {
            0 => Told::LeftOut(1),
            _ => Told::Read { added, refused, unread: Vec::new() },
        });
        self.step(|workshop| {
            let still = workshop.lines(import.refused);
            let mut lines = Vec::clone(&workshop.refused);
            lines.splice(index..=index, still);
            workshop.refused = Rc::new(lines);
            workshop.extend(import.members);
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

    /// Takes what was kept in place of what is here, which can be had back. Its names are for this device alone.
    pub(in crate::app) fn resume(&mut self, import: Import) {
        self.replace(import, false);
    }

    /// Takes the programmes of a code in place of those that are here, which can be had back.
    pub(in crate::app) fn take_over(&mut self, reading: GroupReading) {
        let unchecked = !reading.checked;
        let member = |(programme, _)| Member { unchecked, ..Member::from(programme) };
        let members: Vec<Member> = reading.programmes.into_iter().map(member).collect();
        let names = members.iter().any(|member| member.name.is_some());
        self.replace(Import { members, refused: Vec::new() }, names);
    }

    fn replace(&mut self, import: Import, names: bool) {
        let first = self.members.is_empty() && self.refused.is_empty() && !self.can_undo();
        self.told = (!first).then_some(Told::Replaced);
        self.step(|workshop| {
            let lines = workshop.lines(import.refused);
            (workshop.members, workshop.refused) = (Rc::new(import.members), Rc::new(lines));
            (workshop.names, workshop.eyes) = (names, false);
            workshop.group += 1;
            workshop.selected.clear();
        });
        if first {
            // There is nothing to go back to.
            self.past.clear();
        }
    }
}
