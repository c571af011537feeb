//! The site as it is written, and ways to read it.

#![allow(dead_code, reason = "each test file uses its part")]

use peer_map::edition::Edition;
use prerender::address::Site;
use prerender::editions::editions;
use prerender::site::texts;
use prerender::words::Words;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// An address for the site.
pub const ADDRESS: &str = "https://example.org/peer-map/";

/// Files by their paths within the site.
pub type Files = BTreeMap<String, String>;

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The edition in each of its languages.
pub fn all_editions() -> Vec<Rc<Edition>> {
    editions(&root().join("editions/ps1")).unwrap()
}

/// The words of each language.
pub fn all_words(editions: &[Rc<Edition>]) -> Vec<Words> {
    editions.iter().map(|edition| Words::load(&edition.spoken().tag).unwrap()).collect()
}

/// A site anywhere, or at [`ADDRESS`].
pub fn site(known: bool) -> Site {
    Site { address: known.then(|| ADDRESS.parse().unwrap()) }
}

/// Everything but images that is written for these editions.
pub async fn written(editions: &[Rc<Edition>], known: bool) -> Files {
    texts(editions, &all_words(editions), &site(known)).await.unwrap().into_iter().collect()
}

/// A file as text.
pub fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    files.get(path).unwrap_or_else(|| panic!("{path} is not written"))
}

/// The pages, each with the folder that it is in.
pub fn pages(files: &Files) -> Vec<(&str, &str)> {
    let pages = files.keys().filter_map(|path| path.strip_suffix("index.html"));
    pages.map(|folder| (folder, text(files, &format!("{folder}index.html")))).collect()
}

/// The start tags of an element, as written between `<` and `>`.
pub fn tags<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let tags = html.split('<').skip(1).filter_map(|part| part.split_once('>')).map(|(tag, _)| tag);
    tags.filter(|tag| tag.split(' ').next() == Some(name)).collect()
}

/// The value of an attribute, as it reads.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| unescaped(value))
}

/// The content of the one `<meta>` with this property or name.
pub fn meta(html: &str, name: &str) -> String {
    let all = metas(html, name);
    assert_eq!(all.len(), 1, "{name} stands {} times", all.len());
    all.into_iter().next().unwrap()
}

/// The contents of all of them.
pub fn metas(html: &str, name: &str) -> Vec<String> {
    let named = |tag: &&str| [attribute(tag, "property"), attribute(tag, "name")].contains(&Some(name.to_owned()));
    tags(html, "meta").into_iter().filter(named).map(|tag| attribute(tag, "content").unwrap()).collect()
}

/// What stands within the first element of this name, as written.
pub fn within<'h>(html: &'h str, name: &str) -> &'h str {
    let (_, rest) = html.split_once(&format!("<{name}")).unwrap();
    let (_, inner) = rest.split_once('>').unwrap();
    inner.split_once(&format!("</{name}>")).unwrap().0
}

/// Text as it reads, without the escapes of markup.
pub fn unescaped(text: &str) -> String {
    let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")];
    escapes.iter().fold(text.to_owned(), |text, (escape, character)| text.replace(escape, character))
}

/// The path within the site that an address in a page of `folder` leads to, without query and fragment.
pub fn resolve(folder: &str, address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap();
    let mut parts: Vec<&str> = folder.split_terminator('/').collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => assert!(parts.pop().is_some(), "{address} leaves the site from {folder}"),
            part => parts.push(part),
        }
    }
    let folder = path.is_empty() || path.ends_with('/') || path.ends_with('.');
    match (parts.join("/"), folder) {
        (path, false) => path,
        (path, true) if path.is_empty() => "index.html".to_owned(),
        (path, true) => format!("{path}/index.html"),
    }
}
