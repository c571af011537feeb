//! Integrity of files, as pages and fetches name it ([Subresource Integrity](https://www.w3.org/TR/SRI/)).

use std::{fs, path::Path};

use anyhow::{Context, Result};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha384};

/// The integrity of these contents: `sha384-…`.
#[must_use]
pub fn of(contents: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(contents)))
}

/// The integrity of a file.
///
/// # Errors
///
/// If it cannot be read.
pub fn of_file(path: &Path) -> Result<String> {
    let contents = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(of(&contents))
}

#[cfg(test)]
mod tests {
    // The example of the specification: https://www.w3.org/TR/SRI/#integrity-metadata-description
    #[test]
    fn it_is_that_of_a_browser() {
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(super::of(b"alert('Hello, world.');"), expected);
    }
}
