//! Keeping a group on this device: off until the reader switches it on, and off again with all that was kept.

use super::super::local;
use super::super::value::plain;
use super::Session;
use crate::app::{Action, Group, State};
use crate::edition::Edition;
use crate::group::import::{Import, read_json};
use crate::group::{code, json};
use crate::view::{Keeping, Props};
use js_sys::JSON;
use std::rc::Rc;

impl Session {
    /// What is known of what is kept, before anything is shown. It is shown again where it is what the address tells of, or
    /// where the address tells of nothing; otherwise the reader is told that it is there.
    pub(super) fn look_for_kept(&self) {
        let Some((kept, import)) = self.kept() else { return };
        let (edition, state) = self.shown.borrow().clone();
        let shown = &state.workshop;
        let same = |names| code(&edition, &import.members, names) == shown.code(&edition);
        // A group of another edition, or one that is damaged, is not written over.
        let whole = import.refused.is_empty();
        let again = whole && state.is_in_group() && (shown.members.is_empty() || same(true) || same(false));
        let mut props = self.props.borrow_mut();
        props.keeping = if again { Keeping::On(kept.into()) } else { Keeping::Other };
        if again {
            props.opening.push(Action::Group(Group::Resumed(import)));
            *self.shown.borrow_mut() = (Rc::clone(&edition), Rc::new(State::opened(&edition, &props.opening)));
        }
    }

    /// What is kept, as it is written and as it is read in the edition that is shown.
    fn kept(&self) -> Option<(String, Import)> {
        let kept = local::kept(&self.window)?;
        let value = JSON::parse(&kept).ok()?;
        let import = read_json(&self.props.borrow().edition, &plain(&value));
        Some((kept, import))
    }

    /// The reader turned the switch.
    pub(super) fn keep_asked(&self, on: bool) {
        let (edition, state) = self.shown.borrow().clone();
        if on {
            self.write(&edition, &state);
        } else {
            local::forget(&self.window);
            self.set_keeping(Keeping::Off);
        }
    }

    /// Keeps what is kept the same as what is shown.
    /// Another page may have changed it meanwhile, or deleted it: then that holds, and so it does where another edition came.
    pub(super) fn keep(&self, of: &Edition, edition: &Edition, before: &State, state: &State) {
        let keeping = self.props.borrow().keeping.clone();
        let Keeping::On(held) = keeping else { return };
        let (was, is) = (&before.workshop, &state.workshop);
        if of.id() == edition.id() && Rc::ptr_eq(&was.members, &is.members) && was.eyes == is.eyes {
            return;
        }
        if self.is_overtaken(&held) {
            return;
        }
        match of.id() == edition.id() {
            true => self.write(edition, state),
            false => self.set_keeping(Keeping::Other),
        }
    }

    /// Another page may have changed what is kept.
    pub(super) fn look_again(&self) {
        let keeping = self.props.borrow().keeping.clone();
        if let Keeping::On(held) = keeping {
            self.is_overtaken(&held);
        }
    }

    /// Whether another page has changed or deleted what this one keeps; the reader is told.
    fn is_overtaken(&self, held: &str) -> bool {
        let kept = local::kept(&self.window);
        if kept.as_deref() == Some(held) {
            return false;
        }
        self.set_keeping(if kept.is_some() { Keeping::Overtaken } else { Keeping::Off });
        true
    }

    fn write(&self, edition: &Edition, state: &State) {
        let text = json(edition, &state.workshop.members, state.workshop.eyes);
        let kept = local::keep(&self.window, &text);
        if !kept {
            // What was kept before is no longer the group, and a switch that is off must not keep it.
            local::forget(&self.window);
        }
        self.set_keeping(if kept { Keeping::On(text.into()) } else { Keeping::Failed });
    }

    fn set_keeping(&self, keeping: Keeping) {
        let props = self.props.borrow().clone();
        self.update(Props { keeping, ..props });
    }

    /// Opens the group that is kept, in place of the one that is shown.
    pub(super) fn open_kept(&self) {
        let Some((kept, import)) = self.kept() else { return };
        if import.refused.is_empty() {
            self.send(Action::Group(Group::Resumed(import)));
            self.set_keeping(Keeping::On(kept.into()));
        } else {
            // What can be read of it is added; what is kept stays.
            self.send(Action::Group(Group::Imported(import, Vec::new())));
        }
    }
}
