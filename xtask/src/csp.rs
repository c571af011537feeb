//! The content security policy that each page carries.
//!
//! A page on a static host cannot send headers, so the policy is a `<meta>`, and Trunk's start-up script is inline, so the
//! policy names its hash. `trunk serve` adds a script of its own for reloading; hence the policy is added to `dist/` only.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::{html, workspace::Workspace};

/// A page that needs a policy of its own writes this where the hashes of its inline scripts belong.
const HASHES: &str = "'inline-scripts'";

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'inline-scripts'; style-src 'self'; \
                      img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      require-trusted-types-for 'script'; trusted-types peer-map";

/// Gives every page of `dist/` its policy: the usual one, or its own with the hashes filled in.
///
/// # Errors
///
/// If a page cannot be read or written, or has no `<meta charset>` for the policy to follow.
pub fn add_to_pages(workspace: &Workspace) -> Result<()> {
    for page in pages(&workspace.dist())? {
        let html = fs::read_to_string(&page).with_context(|| format!("{} cannot be read", page.display()))?;
        let html = with_policy(&html).with_context(|| format!("{} gets no policy", page.display()))?;
        fs::write(&page, html).with_context(|| format!("{} cannot be written", page.display()))?;
    }
    Ok(())
}

fn with_policy(html: &str) -> Result<String> {
    let html = html.replace("\r\n", "\n");
    let hashes: Vec<String> = html::inline_scripts(&html).into_iter().map(hash).collect();
    let hashes = hashes.join(" ");
    if html.contains("http-equiv=\"Content-Security-Policy\"") {
        return Ok(html.replace(HASHES, &hashes));
    }
    let Some((charset, rest)) = split_after_charset(&html) else {
        bail!("its <head> does not begin with <meta charset=\"utf-8\">");
    };
    let policy = POLICY.replace(HASHES, &hashes).replace(" ;", ";");
    Ok(format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{rest}"))
}

/// The policy binds only what follows it, so it stands as early as it may.
fn split_after_charset(html: &str) -> Option<(&str, &str)> {
    let start = html.find("<meta charset")?;
    let end = start + html[start..].find('>')? + 1;
    Some(html.split_at(end))
}

/// The hash source of an inline script: `'sha256-…'`.
#[must_use]
pub fn hash(script: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script)))
}

fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = crate::sizes::files(folder)?;
    Ok(files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    // The example of the CSP specification: https://www.w3.org/TR/CSP3/#example-hashes-as-hashes
    const HASH: &str = "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='";

    #[test]
    fn the_hash_is_that_of_a_browser() {
        assert_eq!(hash("doSomething();"), HASH);
    }

    #[test]
    fn a_page_gets_the_usual_policy() {
        let page = with_policy("<head>\n<meta charset=\"utf-8\">\n<script>doSomething();</script>").unwrap();
        let start = "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
        assert!(page.starts_with(start), "{page}");
        assert!(page.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {HASH}; style-src 'self';")), "{page}");
    }

    #[test]
    fn a_page_without_scripts_needs_no_hash() {
        let page = with_policy("<meta charset=\"utf-8\">").unwrap();
        assert!(page.contains("script-src 'self' 'wasm-unsafe-eval'; style-src"), "{page}");
    }

    #[test]
    fn a_policy_of_its_own_keeps_its_words() {
        let own =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'inline-scripts'; frame-src 'self'\">";
        let page = with_policy(&format!("{own}<script>doSomething();</script>")).unwrap();
        assert!(page.contains(&format!("content=\"script-src {HASH}; frame-src 'self'\"")), "{page}");
    }

    #[test]
    fn a_page_without_charset_is_refused() {
        assert!(with_policy("<head></head>").is_err());
    }
}
