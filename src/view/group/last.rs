//! What is counted of a group, kept for as long as the group stays as it is: most renderings are for another reason.

use super::super::Scene;
use crate::edition::Edition;
use crate::group::{Member, Pairs, Spread, Tally, incomplete, pairs, ranked, repeats, spreads, tallies};
use std::cell::RefCell;
use std::rc::Rc;

/// What is counted of a group.
pub(in crate::view) struct Aggregates {
    pub tallies: Rc<Vec<Tally>>,
    /// The most spread first.
    pub ranked: Vec<Spread>,
    pub pairs: Pairs,
    /// Members with an open question on their route.
    pub incomplete: Vec<usize>,
    /// Members that say what an earlier one of the same name says, with that one.
    pub repeats: Vec<(usize, usize)>,
}

/// The group that was counted last.
#[derive(Default)]
pub(in crate::view) struct Last(RefCell<Option<Counted>>);

/// The edition and the members that were counted, and what came of it.
type Counted = (String, Rc<Vec<Member>>, Rc<Aggregates>);

impl Last {
    /// What is counted of the group of this scene.
    pub(in crate::view) fn of(&self, scene: &Scene) -> Rc<Aggregates> {
        let (edition, members) = (scene.edition, &scene.state.workshop.members);
        let mut last = self.0.borrow_mut();
        match &*last {
            Some((id, of, counted)) if *id == edition.id() && Rc::ptr_eq(of, members) => Rc::clone(counted),
            _ => {
                let counted = Rc::new(Aggregates::of(edition, members));
                *last = Some((edition.id(), Rc::clone(members), Rc::clone(&counted)));
                counted
            }
        }
    }
}

impl Aggregates {
    fn of(edition: &Edition, members: &[Member]) -> Self {
        let spreads = spreads(edition, members);
        Self {
            tallies: Rc::new(tallies(edition, members)),
            ranked: ranked(&spreads).into_iter().cloned().collect(),
            pairs: pairs(edition, members),
            incomplete: incomplete(edition, members),
            repeats: repeats(edition, members),
        }
    }
}
