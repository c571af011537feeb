//! The languages of an edition, and which of them a reader gets.

/// A language of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag, which is also the name of the language's file.
    pub tag: String,
    /// The language's name in itself.
    pub name: String,
    /// Whether the words were translated, and who has looked at them.
    pub review: Review,
    /// How its lines run.
    pub direction: Direction,
    /// The tag of the language whose words it takes where its own file has none, such as `en` for `en-x-easy`.
    pub extends: Option<String>,
}

impl Language {
    /// The tag of the language that the labels and the pages of the site are in: an extension has none of its own.
    pub fn base(&self) -> &str {
        self.extends.as_deref().unwrap_or(&self.tag)
    }
}

/// How the lines of a language run, and with them the layout and the figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From left to right, unless an edition says otherwise.
    #[default]
    LeftToRight,
    /// From right to left, as Arabic and Hebrew.
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute (HTML Living Standard, 3.2.6.4).
    pub const fn word(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// How far the words of a language can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// The edition was written in this language.
    Original,
    /// A translation that no native speaker has reviewed yet.
    Unreviewed,
    /// A translation that a native speaker has reviewed.
    Reviewed,
}

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
