//! What is asked of Cargo.lock: which version of a package is locked, and the checksums of packages.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// The version of `package` in this workspace's Cargo.lock, or `None` if the workspace has no such package.
///
/// # Errors
///
/// If Cargo.lock cannot be read; cargo writes it before it runs an xtask, so that is rare.
pub fn version_of(workspace: &Workspace, package: &str) -> Result<Option<String>> {
    Ok(version_in(&read(workspace)?, package).map(str::to_owned))
}

/// The checksums (SHA-256) of the packages that come from a registry, by name and version.
///
/// # Errors
///
/// If Cargo.lock cannot be read.
pub fn checksums(workspace: &Workspace) -> Result<BTreeMap<(String, String), String>> {
    Ok(checksums_in(&read(workspace)?))
}

fn read(workspace: &Workspace) -> Result<String> {
    let path = workspace.root().join("Cargo.lock");
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

fn checksums_in(lock: &str) -> BTreeMap<(String, String), String> {
    let checksum = |package: &str| {
        let field = |wanted: &str| {
            let mut fields = package.lines().filter_map(|line| line.split_once(" = "));
            fields.find(|(key, _)| *key == wanted).map(|(_, value)| unquoted(value).to_owned())
        };
        Some(((field("name")?, field("version")?), field("checksum")?))
    };
    lock.split("[[package]]").filter_map(checksum).collect()
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
checksum = \"00ff\"
";

    #[test]
    fn the_version_follows_the_exact_name() {
        assert_eq!(version_in(LOCK, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(version_in(LOCK, "wasm-bindgen-macro"), Some("0.2.1"));
        assert_eq!(version_in(LOCK, "wasm"), None);
    }

    #[test]
    fn packages_of_a_registry_have_a_checksum() {
        let key = ("wasm-bindgen".to_owned(), "0.2.129".to_owned());
        assert_eq!(checksums_in(LOCK), BTreeMap::from([(key, "00ff".to_owned())]));
    }
}
