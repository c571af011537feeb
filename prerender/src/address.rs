//! Addresses: of each page in the site, and of one page from another.

use peer_map::edition::{Edition, Kind};
pub use xtask::address::Address;

/// The site, as far as what is written depends on where it will stand.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Where it will stand, if that is known.
    pub address: Option<Address>,
}

impl Site {
    /// The address of `to` for whoever reads the page in the folder `from` elsewhere, as crawlers do: absolute where that
    /// is known. Both are paths within the site.
    #[must_use]
    pub fn told(&self, from: &str, to: &str) -> String {
        match &self.address {
            Some(address) => format!("{address}{to}"),
            None => relative(from, to),
        }
    }
}

/// The folder of the page of a kind in the language of the edition, as a path within the site: `kinds/mutual/` in the
/// first language, `kinds/mutual/fr/` in the others.
#[must_use]
pub fn kind_folder(edition: &Edition, kind: &Kind) -> String {
    kind_folder_in(edition, kind, edition.language)
}

/// The same in another language of the edition, by its place among them.
#[must_use]
pub fn kind_folder_in(edition: &Edition, kind: &Kind, language: usize) -> String {
    let tag = edition.languages.get(language).and_then(|language| edition.page_tag(language));
    let tag = tag.map(|tag| format!("{tag}/"));
    format!("kinds/{}/{}", kind.id, tag.unwrap_or_default())
}

/// The address of `to` from the page in the folder `from`. Both are paths within the site; folders end in `/`.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let folders = |path: &str| path.rsplit_once('/').map_or_else(String::new, |(folders, _)| format!("{folders}/"));
    let shared: usize = {
        let (from, to) = (folders(from), folders(to));
        let pairs = from.split_inclusive('/').zip(to.split_inclusive('/'));
        pairs.take_while(|(one, other)| one == other).map(|(one, _)| one.len()).sum()
    };
    let up = from[shared..].matches('/').count();
    let address = "../".repeat(up) + &to[shared..];
    if address.is_empty() { "./".to_owned() } else { address }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test speaks by failing")]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_another_by_the_shortest_way() {
        for (from, to, address) in [
            ("kinds/mutual/", "", "../../"),
            ("kinds/mutual/fr/", "peer-map.css", "../../../peer-map.css"),
            ("kinds/mutual/fr/", "kinds/mutual/", "../"),
            ("kinds/mutual/fr/", "kinds/mutual/zh-Hans/", "../zh-Hans/"),
            ("kinds/mutual/", "kinds/mutual/fr/", "fr/"),
            ("kinds/mutual/", "kinds/mutual/", "./"),
            ("kinds/mutual/", "kinds/mutual/preview.png", "preview.png"),
            ("kinds/mutual/", "kinds/natural/fr/", "../natural/fr/"),
            ("", "", "./"),
            ("", "preview.png", "preview.png"),
        ] {
            assert_eq!(relative(from, to), address, "{to} from {from}");
        }
    }

    #[test]
    fn strangers_are_told_the_whole_address_where_it_is_known() {
        let site = Site { address: Some("https://example.org/map".parse().unwrap()) };
        assert_eq!(
            site.told("kinds/mutual/", "kinds/mutual/preview.png"),
            "https://example.org/map/kinds/mutual/preview.png"
        );
        assert_eq!(site.told("kinds/mutual/", ""), "https://example.org/map/");
        assert_eq!(Site::default().told("kinds/mutual/", "kinds/mutual/preview.png"), "preview.png");
    }
}
