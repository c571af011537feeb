//! Just enough reading of HTML for pages of our own: their tags, and what stands between `<script>` and `</script>`.

/// A start tag, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The text between `<` and `>`.
    text: &'a str,
    /// Everything after the `>`.
    after: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute that is quoted with `"`; empty if it is not there.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &'a str {
        let start = format!(" {name}=\"");
        let value = self.text.split_once(start.as_str()).map_or("", |(_, rest)| rest);
        value.split_once('"').map_or("", |(value, _)| value)
    }

    fn is(&self, name: &str) -> bool {
        let rest = self.text.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n', '/']))
    }
}

/// The start tags of an element, in order.
#[must_use]
pub fn tags<'a>(html: &'a str, name: &str) -> Vec<Tag<'a>> {
    let starts = html.match_indices('<').filter_map(|(at, _)| html[at + 1..].split_once('>'));
    starts.map(|(text, after)| Tag { text, after }).filter(|tag| tag.is(name)).collect()
}

/// The text of every inline script that a browser would run; data blocks, as JSON and plain text are, are left out.
#[must_use]
pub fn inline_scripts(html: &str) -> Vec<&str> {
    let scripts = tags(html, "script").into_iter();
    let runs = |tag: &Tag<'_>| matches!(tag.attribute("type"), "" | "module" | "text/javascript");
    let inline = scripts.filter(|tag| tag.attribute("src").is_empty() && runs(tag));
    inline.filter_map(|tag| tag.after.split_once("</script")).map(|(text, _)| text).collect()
}

/// The addresses that a page fetches before it can do its work, each once: style sheets, scripts, preloads, and what its
/// inline scripts name as `"./…"`.
#[must_use]
pub fn fetched_addresses(html: &str) -> Vec<&str> {
    let links = tags(html, "link").into_iter();
    let fetched = links.filter(|tag| matches!(tag.attribute("rel"), "stylesheet" | "modulepreload" | "preload"));
    let mut addresses: Vec<&str> = fetched.map(|tag| tag.attribute("href")).collect();
    addresses.extend(tags(html, "script").into_iter().map(|tag| tag.attribute("src")));
    addresses.extend(inline_scripts(html).into_iter().flat_map(|script| quoted(script, "\"./", '"')));
    addresses.retain(|address| !address.is_empty());
    addresses.sort_unstable();
    addresses.dedup();
    addresses
}

/// The addresses that a module imports as `from './…'`, which is how wasm-bindgen writes it, or as `from"./…"`, which is how
/// esbuild does.
#[must_use]
pub fn imported_addresses(module: &str) -> Vec<&str> {
    quoted(module, "from './", '\'').chain(quoted(module, "from\"./", '"')).collect()
}

/// What stands between the quote in `start` and the next `quote`, for each `start`.
fn quoted<'a>(text: &'a str, start: &'static str, quote: char) -> impl Iterator<Item = &'a str> {
    let starts = text.match_indices(start).map(|(at, _)| &text[at + start.len() - "./".len()..]);
    starts.filter_map(move |from| from.split_once(quote)).map(|(address, _)| address)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<head><link rel="stylesheet" href="./a.css"><link rel="modulepreload" href="./a.js" crossorigin>
<link rel="icon" href="data:,"><script type="module" src="./a.js"></script><script>let a = "<b>";</script>
<script type="application/json">{}</script><script type="text/plain" id="b">c</script><script>fetch("./a.wasm"); import("./a.js")</script></head>"#;

    #[test]
    fn inline_scripts_are_those_that_run() {
        assert_eq!(inline_scripts(PAGE), ["let a = \"<b>\";", "fetch(\"./a.wasm\"); import(\"./a.js\")"]);
    }

    #[test]
    fn an_address_is_fetched_once() {
        assert_eq!(fetched_addresses(PAGE), ["./a.css", "./a.js", "./a.wasm"]);
    }

    #[test]
    fn a_module_names_its_imports() {
        assert_eq!(imported_addresses("import { a } from './snippets/a.js';\nlet b;"), ["./snippets/a.js"]);
        assert_eq!(imported_addresses("import{a}from\"./a.js\";import b from\"./b.js\";"), ["./a.js", "./b.js"]);
    }
}
