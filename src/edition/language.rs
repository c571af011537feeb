//! Which language of an edition a reader gets.

/// The place of the best language for `wanted` tags, most wanted first, among `available` ones; the first one
/// available when none fits.
///
/// A simplified lookup after RFC 4647: the same tag, else the same primary language, so that `zh`, `zh-CN` and
/// `zh-Hans-CN` all find `zh-Hans`, and `fr-CA` finds `fr`. Tags compare without regard to case.
pub fn negotiate<'t>(wanted: impl IntoIterator<Item = &'t str>, available: &[&str]) -> usize {
    wanted.into_iter().find_map(|tag| find_language(tag, available)).unwrap_or(0)
}

/// The place of the language that fits `tag`, if one does.
pub fn find_language(tag: &str, available: &[&str]) -> Option<usize> {
    let same = |one: &&str| one.eq_ignore_ascii_case(tag);
    let alike = |one: &&str| primary(one).eq_ignore_ascii_case(primary(tag));
    available.iter().position(same).or_else(|| available.iter().position(alike))
}

fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}
