//! The page as one file, which asks for nothing: it works from a disk without a network, and in a frame whose sandbox gives it
//! no origin, where a page of several files needs headers that static hosts do not send.
//!
//! Style, script, wasm and the files of the editions are packed together in a data block, which an inline script unpacks. The
//! policy names the hashes of both scripts, since `'self'` means nothing to a page without an origin.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::{csp, html, packed, release::Release, scripts, sizes::files, workspace::Workspace};

/// The page, below `dist/`.
pub const FILE: &str = "peer-map-offline.html";

/// A bundled script, until it is in the page.
const SCRIPT: &str = "peer-map-offline.js";

/// `'packed-script'` becomes the hash of the script that is packed.
const POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval' 'inline-scripts' 'packed-script'; \
                      img-src data:; base-uri 'none'; form-action 'none'; \
                      require-trusted-types-for 'script'; trusted-types peer-map";

/// Writes the page, from index.html and all that it fetches.
///
/// # Errors
///
/// If something of it is missing, or index.html is not as this page needs it.
pub fn write(workspace: &Workspace) -> Result<()> {
    let dist = workspace.dist();
    let wasm = dist.join("wasm/peer-map_bg.wasm");
    let minify = workspace.command("esbuild", &["dist/peer-map.css", "--minify"]);
    let style = workspace.said("Minifying the style sheet", minify)?.trim().to_owned();
    let constants = ["--global-name=peerMap", "--define:import.meta.url=\"\""].map(str::to_owned);
    let script = bundled(workspace, "web/offline-widget.js", &constants)?;
    let wasm = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    let starter = bundled(workspace, "web/offline.js", &[])?;
    let parts = Parts { json: editions(workspace)?, style, script, wasm };
    let index = fs::read_to_string(dist.join("index.html")).context("index.html cannot be read")?;
    let page = page(&index, &starter, &parts, &Release::read(workspace)?)?;
    fs::write(dist.join(FILE), page).with_context(|| format!("{FILE} cannot be written"))
}

fn bundled(workspace: &Workspace, script: &str, constants: &[String]) -> Result<String> {
    scripts::bundle(workspace, script, "iife", constants, SCRIPT)?;
    let path = workspace.dist().join(SCRIPT);
    let bundled = fs::read_to_string(&path).with_context(|| format!("{SCRIPT} cannot be read"))?;
    fs::remove_file(&path).with_context(|| format!("{SCRIPT} cannot be removed"))?;
    Ok(bundled.trim().to_owned())
}

/// The files of the editions by their paths, as an object of JSON.
fn editions(workspace: &Workspace) -> Result<String> {
    let mut entries = Vec::new();
    for path in files(&workspace.dist().join("editions"))? {
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        entries.push(format!("\"{}\":{}", scripts::relative(workspace, &path), without_spaces(&text)));
    }
    Ok(format!("{{{}}}", entries.join(",")))
}

/// JSON without the spaces between its values, and in its order: an object of serde_json would be in another.
fn without_spaces(json: &str) -> String {
    let (mut within, mut escaped) = (false, false);
    let kept = json.chars().filter(|&character| {
        let was_within = within;
        within ^= character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        was_within || !character.is_ascii_whitespace()
    });
    kept.collect()
}

/// What the page has packed within it, that index.html fetches.
struct Parts {
    json: String,
    style: String,
    script: String,
    wasm: Vec<u8>,
}

impl Parts {
    /// As `web/offline.js` takes them.
    fn in_order(&self) -> [&[u8]; 4] {
        [self.json.as_bytes(), self.style.as_bytes(), self.script.as_bytes(), &self.wasm]
    }
}

/// The page. Its body is that of index.html, but the pages of the kinds do not stand beside it. What is packed stands
/// before that, so that nothing is seen without its style.
fn page(index: &str, starter: &str, parts: &Parts, release: &Release) -> Result<String> {
    let body = index.split_once("<body>").and_then(|(_, rest)| rest.rsplit_once("</body>"));
    let (body, _) = body.context("index.html has no body")?;
    ensure!(body.contains(" data-previews>"), "index.html does not say that pages of the kinds stand beside it");
    let body = without_templates(&body.replacen(" data-previews>", ">", 1));
    let ends = ["</script", "<!--"].iter().any(|end| starter.contains(end));
    ensure!(!ends, "the script would end early in a page");
    let policy = POLICY.replace("'packed-script'", &csp::hash(&parts.script));
    let lengths = parts.in_order().map(|part| part.len().to_string()).join(" ");
    let packed = packed::text(&parts.in_order().concat())?;
    let metas = release.metas();
    let published = canonical(index);
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n{metas}{published}\
         <title>Peer Map</title>\n<link rel=\"icon\" href=\"data:,\">\n\
         <script type=\"text/plain\" id=\"peer-map-files\" data-parts=\"{lengths}\">\n{packed}\n</script>\n\
         <script>{starter}</script>\n</head>\n<body>{body}</body>\n</html>\n"
    ))
}

/// Where index.html says that the site is published: links of a page on a disk lead there. Without a published address
/// there is nothing to say.
fn canonical(index: &str) -> String {
    let links = html::tags(index, "link");
    let canonical = links.iter().find(|link| link.attribute("rel") == "canonical");
    canonical.map_or_else(String::new, |link| format!("<link rel=\"canonical\" href=\"{}\">\n", link.attribute("href")))
}

/// The first question in other languages is for a page that waits for its files.
fn without_templates(body: &str) -> String {
    let mut parts = body.split("<template ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("</template>").map_or("", |(_, after)| after))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;
    use crate::packed::tests::unpacked;

    const INDEX: &str = "<html><head><script>fetch(\"./a.wasm\")</script></head><body>\n<main id=\"peer-map\" data-previews>\
                         </main><template data-language=\"fr\"><p></p></template><script>let own;</script></body></html>";
    const RELEASE: Release = Release { version: "1.2.3", date: None };

    fn parts() -> Parts {
        let text = |text: &str| text.to_owned();
        Parts { json: text("{\"é\":1}"), style: text("a{b:c}"), script: text("var peerMap;"), wasm: b"\0asm".to_vec() }
    }

    #[test]
    fn the_page_names_no_other_file() {
        let page = page(INDEX, "start()", &parts(), &RELEASE).unwrap();
        assert!(html::fetched_addresses(&page).is_empty(), "{page}");
        assert_eq!(html::inline_scripts(&page), ["start()", "let own;"]);
        assert!(page.contains(&format!("'inline-scripts' {};", csp::hash("var peerMap;"))), "{page}");
        assert!(page.contains("<meta name=\"version\" content=\"1.2.3\">"), "{page}");
        assert!(page.contains("<main id=\"peer-map\"></main><script>"), "{page}");
    }

    #[test]
    fn the_page_says_where_it_is_published() {
        let canonical = "<link rel=\"canonical\" href=\"https://example.org/peer-map/\">";
        let published = INDEX.replace("<head>", &format!("<head><link rel=\"icon\" href=\"data:,\">{canonical}"));
        assert_eq!(page(&published, "start()", &parts(), &RELEASE).unwrap().matches(canonical).count(), 1);
        assert!(!page(INDEX, "start()", &parts(), &RELEASE).unwrap().contains("canonical"));
    }

    #[test]
    fn the_block_says_where_each_part_ends() {
        let page = page(INDEX, "start()", &parts(), &RELEASE).unwrap();
        let block = *html::tags(&page, "script").first().unwrap();
        assert_eq!(block.attribute("data-parts"), "8 6 12 4");
        let (_, rest) = page.split_once("data-parts=\"8 6 12 4\">").unwrap();
        let whole = unpacked(rest.split_once("</script>").unwrap().0);
        assert_eq!(whole, "{\"é\":1}a{b:c}var peerMap;\0asm".as_bytes());
    }

    #[test]
    fn spaces_within_text_are_kept() {
        let json = "{\n  \"b\" : \"a \\\" b\\\\\" , \"a\": [1, 2]\n}\n";
        assert_eq!(without_spaces(json), "{\"b\":\"a \\\" b\\\\\",\"a\":[1,2]}");
    }

    #[test]
    fn a_page_without_a_body_or_a_place_is_refused() {
        assert!(page("<html></html>", "start()", &parts(), &RELEASE).is_err());
        assert!(page("<body><main id=\"peer-map\"></main></body>", "start()", &parts(), &RELEASE).is_err());
        assert!(page(INDEX, "'</script>'", &parts(), &RELEASE).is_err());
    }
}
