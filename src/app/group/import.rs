//! What comes into a group: from a text, a file, a corrected line, a link.

use super::{Line, Told, Workshop};
use crate::edition::{Edition, Plain};
use crate::group::Member;
use crate::group::import::{Import, Refused, read_json, read_line, read_lines};
use crate::link::GroupReading;
use std::rc::Rc;

impl Workshop {
    pub(super) fn paste(&mut self, edition: &Edition, text: &str) {
        self.add(read_lines(edition, text));
    }

    pub(super) fn read(&mut self, edition: &Edition, value: &Plain) {
        self.add(read_json(edition, value));
    }

    fn add(&mut self, import: Import) {
        let (added, refused) = (import.members.len(), import.refused.len());
        self.told = Some(if added + refused == 0 { Told::Nothing } else { Told::Read { added, refused } });
        let mut members = Vec::clone(&self.members);
        members.extend(import.members);
        self.change(members);
        if refused > 0 {
            let mut lines = Vec::clone(&self.refused);
            lines.extend(self.lines(import.refused));
            self.refused = Rc::new(lines);
        }
    }

    fn lines(&mut self, refused: Vec<Refused>) -> Vec<Line> {
        let line = |refused| {
            self.lines += 1;
            Line { id: self.lines, refused }
        };
        refused.into_iter().map(line).collect()
    }

    /// Tries a corrected line again; what is still wrong with it takes its place.
    pub(super) fn correct(&mut self, edition: &Edition, id: u32, text: &str) {
        let Some(index) = self.refused.iter().position(|line| line.id == id) else { return };
        let number = self.refused.get(index).map_or(0, |line| line.refused.line);
        let import = read_line(edition, number, text);
        let mut lines = Vec::clone(&self.refused);
        let still = self.lines(import.refused);
        lines.splice(index..=index, still);
        self.refused = Rc::new(lines);
        self.told = Some(Told::Read { added: import.members.len(), refused: 0 }).filter(|_| !import.members.is_empty());
        let mut members = Vec::clone(&self.members);
        members.extend(import.members);
        self.change(members);
    }

    pub(super) fn leave_out(&mut self, id: u32) {
        self.refused = Rc::new(self.refused.iter().filter(|line| line.id != id).cloned().collect());
    }

    /// Takes what was kept in place of what is here, which can be had back.
    pub(super) fn resume(&mut self, import: Import) {
        (self.selected, self.eyes) = Default::default();
        self.refused = Rc::new(self.lines(import.refused));
        self.open(import.members);
    }

    /// Takes the programmes of a link in place of those that are here, which can be had back.
    pub(in crate::app) fn take_over(&mut self, reading: GroupReading) {
        let members: Vec<Member> = reading.programmes.into_iter().map(|(programme, _)| programme.into()).collect();
        self.names = members.iter().any(|member| member.name.is_some());
        (self.selected, self.refused, self.eyes) = Default::default();
        self.open(members);
    }
}
