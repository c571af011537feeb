//! The code of a group, made once for as long as the group stays as it is: a large one takes longer than all else of a step,
//! and most steps leave it as it is.

use crate::edition::Edition;
use crate::group::{Member, code};
use std::cell::RefCell;
use std::rc::Rc;

/// The code that was made last. It is no state: it follows from what it was made of.
#[derive(Clone, Debug, Default)]
pub(super) struct Coded(RefCell<Option<Rc<Last>>>);

/// A code, and what it was made of.
#[derive(Debug)]
struct Last {
    edition: String,
    members: Rc<Vec<Member>>,
    names: bool,
    code: Option<String>,
}

impl PartialEq for Coded {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Coded {
    /// The code of these members.
    pub(super) fn of(&self, edition: &Edition, members: &Rc<Vec<Member>>, names: bool) -> Option<String> {
        let id = edition.id();
        let same = |last: &&Rc<Last>| last.edition == id && Rc::ptr_eq(&last.members, members) && last.names == names;
        if let Some(last) = self.0.borrow().as_ref().filter(same) {
            return last.code.clone();
        }
        let code = code(edition, members, names);
        let last = Last { edition: id, members: Rc::clone(members), names, code: code.clone() };
        self.0.replace(Some(Rc::new(last)));
        code
    }
}
