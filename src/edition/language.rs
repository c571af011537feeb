//! Which language of an edition a reader gets.

/// The place of the best language for `wanted` tags, most wanted first, among `available` ones; the first one
/// available when none fits.
///
/// A simplified lookup after RFC 4647: the same tag, else the same primary language, so that `zh`, `zh-CN` and
/// `zh-Hans-CN` all find `zh-Hans`, and `fr-CA` finds `fr`. Tags compare without regard to case.
pub fn negotiate<'t>(wanted: impl IntoIterator<Item = &'t str>, available: &[&str]) -> usize {
    let find = |tag: &str| {
        let same = |one: &&str| one.eq_ignore_ascii_case(tag);
        let alike = |one: &&str| primary(one).eq_ignore_ascii_case(primary(tag));
        available.iter().position(same).or_else(|| available.iter().position(alike))
    };
    wanted.into_iter().find_map(find).unwrap_or(0)
}

fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}
