//! Who stands where on the territory.

use super::Member;
use crate::edition::Edition;
use crate::flow::replay;
use crate::place::{Spot, spots, standing};

/// Where the programmes that are not hidden stand, by their places in the list, ascending. With several set-ups a programme
/// stands in each of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stacks {
    /// The boxes in which some stand, in the order of reading.
    pub boxes: Vec<(Spot, Vec<usize>)>,
    /// Those clear of the map.
    pub outside: Vec<usize>,
    /// Those with a question open on their route. What they will answer is not known, so they stand nowhere.
    pub unfinished: Vec<usize>,
    /// Those that stand in several boxes.
    pub several: Vec<usize>,
}

/// Puts each programme where its answers say.
pub fn stacks(edition: &Edition, members: &[Member]) -> Stacks {
    let mut stacks = Stacks::default();
    for (index, member) in members.iter().enumerate().filter(|(_, member)| !member.hidden) {
        let route = replay(edition, &member.answers);
        if route.first_open(edition).is_some() {
            stacks.unfinished.push(index);
            continue;
        }
        let spots = spots(edition, standing(edition, &route));
        match spots.len() {
            0 => stacks.outside.push(index),
            1 => {}
            _ => stacks.several.push(index),
        }
        for spot in spots {
            stacks.put(spot, index);
        }
    }
    stacks
}

impl Stacks {
    fn put(&mut self, spot: Spot, index: usize) {
        match self.boxes.binary_search_by_key(&spot, |(spot, _)| *spot) {
            Ok(at) => self.boxes.get_mut(at).into_iter().for_each(|(_, stack)| stack.push(index)),
            Err(at) => self.boxes.insert(at, (spot, vec![index])),
        }
    }

    /// How many stand in the fullest place.
    pub fn fullest(&self) -> usize {
        self.boxes.iter().map(|(_, stack)| stack.len()).chain([self.outside.len()]).max().unwrap_or_default()
    }
}
