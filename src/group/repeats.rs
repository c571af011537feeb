//! Programmes that stand in the list twice.

use super::Member;
use crate::edition::{Answers, Edition};
use crate::flow::replay;
use std::collections::HashMap;

/// The first place of a name with these answers. Whoever asks for answers alone leaves the name out: a second kind of map
/// would be in the wasm twice.
pub(super) type FirstPlace<'m> = HashMap<(Option<&'m str>, Answers), usize>;

/// Each programme, hidden or not, that says the same as an earlier one, with the place of the first that does: the same
/// name and the same answers on the route. Those without a name are left out, since several people may well answer alike.
pub fn repeats(edition: &Edition, members: &[Member]) -> Vec<(usize, usize)> {
    let mut first = FirstPlace::new();
    let mut repeats = Vec::new();
    for (index, member) in members.iter().enumerate() {
        if let Some(name) = &member.name {
            let answers = replay(edition, &member.answers).answers(edition);
            let earlier = *first.entry((Some(name.as_str()), answers)).or_insert(index);
            if earlier < index {
                repeats.push((index, earlier));
            }
        }
    }
    repeats
}
