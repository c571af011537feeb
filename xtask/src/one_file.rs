//! The page as one file, which asks for nothing: it works from a disk without a network, and in a frame whose sandbox gives it
//! no origin, where a page of several files needs headers that static hosts do not send.
//!
//! Style and scripts are inline, and the policy names their hashes, since `'self'` means nothing to a page without an
//! origin. The wasm and the files of the editions are compressed together in a data block, which the script unpacks.

use std::{fs, io::Write};

use anyhow::{Context, Result, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use flate2::{Compression, GzBuilder};

use crate::{commit_date, csp, scripts, scripts::VERSION, sizes::files, workspace::Workspace};

/// The page, below `dist/`.
pub const FILE: &str = "peer-map-offline.html";

/// The bundled script, until it is in the page.
const SCRIPT: &str = "peer-map-offline.js";

const POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval' 'inline-scripts'; style-src 'inline-styles'; \
                      img-src data:; base-uri 'none'; form-action 'none'";

/// Writes the page, from index.html and all that it fetches.
///
/// # Errors
///
/// If something of it is missing, or index.html is not as this page needs it.
pub fn write(workspace: &Workspace) -> Result<()> {
    let dist = workspace.dist();
    let read = |file: &str| fs::read_to_string(dist.join(file)).with_context(|| format!("{file} cannot be read"));
    scripts::bundle(workspace, "web/offline.js", "iife", &["--define:import.meta.url=\"\"".to_owned()], SCRIPT)?;
    let script = read(SCRIPT)?;
    fs::remove_file(dist.join(SCRIPT)).with_context(|| format!("{SCRIPT} cannot be removed"))?;
    let minify = workspace.command("esbuild", &["dist/peer-map.css", "--minify"]);
    let style = workspace.said("Minifying the style sheet", minify)?;
    let parts = Parts {
        style: style.trim().to_owned(),
        script: script.trim().to_owned(),
        files: Files::pack(workspace)?,
        date: commit_date::read(workspace)?,
    };
    let page = page(&read("index.html")?, &parts)?;
    fs::write(dist.join(FILE), page).with_context(|| format!("{FILE} cannot be written"))
}

/// What the page has within it, that index.html fetches.
struct Parts {
    style: String,
    script: String,
    files: Files,
    /// The day of the last change, if that is known.
    date: Option<String>,
}

/// The page. Its body is that of index.html, but the pages of the kinds do not stand beside it.
fn page(index: &str, parts: &Parts) -> Result<String> {
    let body = index.split_once("<body>").and_then(|(_, rest)| rest.rsplit_once("</body>"));
    let (body, _) = body.context("index.html has no body")?;
    ensure!(body.contains(" data-previews>"), "index.html does not say that pages of the kinds stand beside it");
    let body = body.replacen(" data-previews>", ">", 1);
    let Parts { style, script, files, date } = parts;
    let ends = |text: &str| ["</script", "</style", "<!--"].iter().any(|end| text.contains(end));
    ensure!(!ends(style) && !ends(script), "style or script would end early in a page");
    let date = date.as_ref().map(|date| format!("<meta name=\"date\" content=\"{date}\">\n")).unwrap_or_default();
    let Files { json_bytes, packed } = files;
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"version\" content=\"{VERSION}\">\n{date}\
         <title>Peer Map</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n</head>\n<body>{body}\
         <script type=\"text/plain\" id=\"peer-map-files\" data-json=\"{json_bytes}\">{packed}</script>\n\
         <script>{script}</script>\n</body>\n</html>\n"
    );
    let hash = csp::hash(style);
    Ok(page.replacen("'inline-styles'", &hash, 1))
}

/// The files that the widget would fetch.
struct Files {
    /// How many of the bytes are JSON, once they are unpacked: an object of the editions' files by their paths.
    json_bytes: usize,
    /// All bytes (gzip, base64).
    packed: String,
}

impl Files {
    fn pack(workspace: &Workspace) -> Result<Files> {
        let dist = workspace.dist();
        let mut editions = Vec::new();
        for path in files(&dist.join("editions"))? {
            let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            editions.push((scripts::relative(workspace, &path), text));
        }
        let wasm = dist.join("wasm/peer-map_bg.wasm");
        let wasm = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
        Files::of(&editions, &wasm)
    }

    fn of(editions: &[(String, String)], wasm: &[u8]) -> Result<Files> {
        // The files as they are: an object of serde_json would be in another order.
        let entries: Vec<String> = editions.iter().map(|(path, text)| format!("\"{path}\":{text}")).collect();
        let json = format!("{{{}}}", entries.join(","));
        let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
        gzip.write_all(json.as_bytes()).and_then(|()| gzip.write_all(wasm)).context("gzip failed")?;
        let packed = BASE64_STANDARD.encode(gzip.finish().context("gzip failed")?);
        Ok(Files { json_bytes: json.len(), packed })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;
    use crate::html;
    use flate2::read::GzDecoder;
    use std::io::Read;

    const INDEX: &str = "<html><head><script>fetch(\"./a.wasm\")</script></head><body>\n<main id=\"peer-map\" data-previews>\
                         </main><script>let own;</script></body></html>";

    fn parts() -> Parts {
        let files = Files::of(&[("editions/a.json".to_owned(), "{\"b\": 1, \"a\": 2}".to_owned())], b"\0asm").unwrap();
        Parts { style: "a{b:c}".to_owned(), script: "start()".to_owned(), files, date: Some("2026-01-31".to_owned()) }
    }

    #[test]
    fn the_page_names_no_other_file() {
        let page = page(INDEX, &parts()).unwrap();
        assert!(html::fetched_addresses(&page).is_empty(), "{page}");
        assert_eq!(html::inline_scripts(&page), ["let own;", "start()"]);
        assert!(page.contains(&format!("style-src {};", csp::hash("a{b:c}"))), "{page}");
        assert!(page.contains("<meta name=\"date\" content=\"2026-01-31\">"), "{page}");
        assert!(page.contains("<main id=\"peer-map\"></main>"), "{page}");
    }

    #[test]
    fn what_is_packed_is_unpacked_again() {
        let Files { json_bytes, packed } = parts().files;
        let mut bytes = Vec::new();
        GzDecoder::new(&*BASE64_STANDARD.decode(packed).unwrap()).read_to_end(&mut bytes).unwrap();
        let (json, wasm) = bytes.split_at(json_bytes);
        assert_eq!(json, b"{\"editions/a.json\":{\"b\": 1, \"a\": 2}}");
        assert_eq!(wasm, b"\0asm");
    }

    #[test]
    fn a_page_without_a_body_or_a_place_is_refused() {
        assert!(page("<html></html>", &parts()).is_err());
        assert!(page("<body><main id=\"peer-map\"></main></body>", &parts()).is_err());
        assert!(page(INDEX, &Parts { script: "'</script>'".to_owned(), ..parts() }).is_err());
    }
}
