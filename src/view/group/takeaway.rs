//! A group in one sentence: on which questions its answers lie apart.

use crate::edition::{Edition, Phrase};
use crate::group::Spread;

/// The sentence, and the names of questions in it. `ranked` has the most spread first.
pub fn takeaway<'e>(edition: &'e Edition, ranked: &[&Spread]) -> (Phrase, Vec<(&'static str, &'e str)>) {
    let compared: Vec<&Spread> = ranked.iter().copied().filter(|spread| spread.distance.is_some()).collect();
    let name = |spread: &Spread| edition.question(spread.question).short.as_str();
    match compared[..] {
        [] => (Phrase::GroupAlone, Vec::new()),
        [most, ..] if most.distance == Some(0.0) => (Phrase::GroupSame, Vec::new()),
        [only] => (Phrase::GroupDifferOne, vec![("most", name(only))]),
        [most, next, .., least] if most.distance == next.distance && next.distance != least.distance => {
            let names = vec![("most", name(most)), ("next", name(next)), ("least", name(least))];
            (Phrase::GroupDifferTied, names)
        }
        [most, .., least] if most.distance == least.distance => (Phrase::GroupDifferAlike, Vec::new()),
        [most, .., least] => (Phrase::GroupDiffer, vec![("most", name(most)), ("least", name(least))]),
    }
}
