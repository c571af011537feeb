//! The address that the site is going to be published under, for those who read it elsewhere: crawlers and other sites
//! want absolute addresses, and a build cannot know them.

use std::{fmt, str::FromStr};

use anyhow::{Context, Error, Result, ensure};
use http::Uri;

/// The address of the folder that the whole of `dist/` is going to stand in: `http` or `https`, and a `/` at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Address {
    type Err = Error;

    fn from_str(text: &str) -> Result<Address> {
        let wrong = |why: &str| {
            format!(
                "An address is that of the folder of the site, such as https://example.org/peer-map/, and “{text}” {why}."
            )
        };
        // The parser below passes over a fragment.
        ensure!(!text.contains(['?', '#']), wrong("has a “?” or a “#”"));
        let uri: Uri = text.trim().parse().ok().with_context(|| wrong("is none"))?;
        let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "http" | "https"));
        let scheme = scheme.with_context(|| wrong("does not begin with http:// or https://"))?;
        let host = uri.authority().filter(|authority| !authority.as_str().contains('@'));
        let host = host.with_context(|| wrong("has no host, or a user name before it"))?;
        let path = uri.path().trim_end_matches('/');
        // A policy and a list of addresses are cut at these.
        ensure!(!path.contains([';', ',', '\'', '"']), wrong("has a semicolon, a comma or a quotation mark"));
        let page = [".html", ".htm"].iter().any(|ending| path.to_ascii_lowercase().ends_with(ending));
        ensure!(!page, wrong("is that of a page"));
        Ok(Address(format!("{scheme}://{host}{path}/")))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_in_a_slash() {
        for (text, address) in [
            ("https://example.org/peer-map/", "https://example.org/peer-map/"),
            (" https://example.org/peer-map ", "https://example.org/peer-map/"),
            ("https://example.org", "https://example.org/"),
            ("HTTP://localhost:8080/v1.2//", "http://localhost:8080/v1.2/"),
            ("https://[::1]/a%20b", "https://[::1]/a%20b/"),
        ] {
            assert_eq!(text.parse::<Address>().unwrap().as_str(), address);
        }
    }

    #[test]
    fn anything_else_is_refused_with_a_reason() {
        for (text, why) in [
            ("", "is none"),
            ("peer-map/", "is none"),
            ("/peer-map/", "does not begin with http:// or https://"),
            ("example.org", "does not begin with http:// or https://"),
            ("ftp://example.org/", "does not begin with http:// or https://"),
            ("https://", "is none"),
            ("https://example.org/a b/", "is none"),
            ("https://me:secret@example.org/", "has no host, or a user name before it"),
            ("https://example.org/?lang=fr", "has a “?” or a “#”"),
            ("https://example.org/#code", "has a “?” or a “#”"),
            ("https://example.org/a;b/", "has a semicolon, a comma or a quotation mark"),
            ("https://example.org/peer-map/index.html", "is that of a page"),
        ] {
            let message = text.parse::<Address>().unwrap_err().to_string();
            assert!(message.ends_with(&format!("“{text}” {why}.")), "{message}");
        }
    }
}
