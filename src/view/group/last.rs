//! What is counted of a group, kept for as long as the group stays as it is: most renderings are for another reason.

use super::super::Scene;
use crate::edition::Edition;
use crate::group::{Member, Pairs, Spread, Tally, pairs, ranked, repeats, spreads, tallies};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// What is counted of a group. What follows after the list is counted when it is first asked for.
pub(in crate::view) struct Aggregates {
    edition: Rc<Edition>,
    members: Rc<Vec<Member>>,
    /// The most spread first.
    pub ranked: Vec<Spread>,
    /// Members that say what an earlier one of the same name says, with that one.
    pub repeats: Rc<Vec<(usize, usize)>>,
    tallies: OnceCell<Rc<Vec<Tally>>>,
    pairs: OnceCell<Pairs>,
}

/// The group that was counted last.
#[derive(Default)]
pub(in crate::view) struct Last(RefCell<Option<Rc<Aggregates>>>);

impl Last {
    /// What is counted of the group of this scene.
    pub(in crate::view) fn of(&self, scene: &Scene) -> Rc<Aggregates> {
        let (edition, members) = (&scene.props.edition, &scene.state.workshop.members);
        let same = |last: &&Rc<Aggregates>| last.edition.id() == edition.id() && Rc::ptr_eq(&last.members, members);
        let mut last = self.0.borrow_mut();
        match last.as_ref().filter(same) {
            Some(last) => Rc::clone(last),
            None => Rc::clone(last.insert(Rc::new(Aggregates::of(edition, members)))),
        }
    }
}

impl Aggregates {
    fn of(edition: &Rc<Edition>, members: &Rc<Vec<Member>>) -> Self {
        let spreads = spreads(edition, members);
        Self {
            edition: Rc::clone(edition),
            members: Rc::clone(members),
            ranked: ranked(&spreads).into_iter().cloned().collect(),
            repeats: Rc::new(repeats(edition, members)),
            tallies: OnceCell::new(),
            pairs: OnceCell::new(),
        }
    }

    pub(super) fn tallies(&self) -> &Rc<Vec<Tally>> {
        self.tallies.get_or_init(|| Rc::new(tallies(&self.edition, &self.members)))
    }

    pub(super) fn pairs(&self) -> &Pairs {
        self.pairs.get_or_init(|| pairs(&self.edition, &self.members))
    }
}
