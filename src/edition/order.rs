//! Lists in order, without the sorts of the standard library.

use std::cmp::Ordering;

/// Puts `item` behind all those that are not to come after it: what is equal stays in the order of coming.
///
/// Lists here have a few dozen items at most, and each sort of the standard library is 6 kB of wasm.
pub(crate) fn insert_ordered<T>(list: &mut Vec<T>, item: T, order: impl Fn(&T, &T) -> Ordering) {
    let at = list.iter().take_while(|earlier| order(earlier, &item).is_le()).count();
    list.insert(at, item);
}
