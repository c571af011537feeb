//! The one question asked of Cargo.lock: which version of a package is locked.

use std::fs;

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// The version of `package` in this workspace's Cargo.lock, or `None` if the workspace has no such package.
///
/// # Errors
///
/// If Cargo.lock cannot be read; cargo writes it before it runs an xtask, so that is rare.
pub fn version_of(workspace: &Workspace, package: &str) -> Result<Option<String>> {
    let path = workspace.root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(version_in(&lock, package).map(str::to_owned))
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut fields = lock.lines().map(|line| line.split_once(" = ").unwrap_or((line, "")));
    fields.find(|&(key, value)| key == "name" && unquoted(value) == package)?;
    let (_, version) = fields.next().filter(|&(key, _)| key == "version")?;
    Some(unquoted(version))
}

fn unquoted(value: &str) -> &str {
    value.trim_matches('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
version = 4

[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.129\"
source = \"registry+https://github.com/rust-lang/crates.io-index\"
dependencies = [
 \"cfg-if\",
]
";

    #[test]
    fn the_version_follows_the_exact_name() {
        assert_eq!(version_in(LOCK, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(version_in(LOCK, "wasm-bindgen-macro"), Some("0.2.1"));
        assert_eq!(version_in(LOCK, "wasm"), None);
    }
}
