//! Programmes that stand in the list twice.

use super::Member;
use crate::edition::{Answers, Edition};
use crate::flow::replay;
use std::collections::HashMap;

/// Each programme, hidden or not, that says the same as an earlier one, with the place of the first that does: the same
/// name and the same answers on the route. Those without a name are left out, since several people may well answer alike.
pub fn repeats(edition: &Edition, members: &[Member]) -> Vec<(usize, usize)> {
    let mut first: HashMap<(&str, Answers), usize> = HashMap::new();
    let mut repeats = Vec::new();
    for (index, member) in members.iter().enumerate() {
        if let Some(name) = &member.name {
            let answers = replay(edition, &member.answers).answers(edition);
            let earlier = *first.entry((name.as_str(), answers)).or_insert(index);
            if earlier < index {
                repeats.push((index, earlier));
            }
        }
    }
    repeats
}
