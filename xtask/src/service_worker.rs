//! The script that keeps the files of index.html, so that it works without a network after one visit.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::{integrity, isolate::GLUE, release::VERSION, scripts, sizes, workspace::Workspace};

/// The script, below `dist/`. It stands beside index.html, for its folder is as far as it may reach.
pub const FILE: &str = "service-worker.js";

const SOURCE: &str = "web/service-worker.js";

/// Writes the script into `dist/`, whose index.html is finished.
///
/// # Errors
///
/// If a file is missing, or esbuild refuses the script.
pub fn write(workspace: &Workspace) -> Result<()> {
    let table = Value::Object(table(workspace)?);
    let source = workspace.root().join(SOURCE);
    let source = fs::read_to_string(&source).with_context(|| format!("{} cannot be read", source.display()))?;
    let constants = [format!("--define:RELEASE={}", json!(name(&table, &source))), format!("--define:FILES={table}")];
    scripts::bundle(workspace, SOURCE, "iife", &constants, FILE)
}

/// The integrity of each file that index.html needs, in any language, by its path.
fn table(workspace: &Workspace) -> Result<Map<String, Value>> {
    let dist = workspace.dist();
    let mut files: Vec<PathBuf> = ["index.html", "peer-map.css", GLUE].map(|file| dist.join(file)).into();
    for folder in ["wasm", "editions"] {
        files.extend(sizes::files(&dist.join(folder))?);
    }
    let entry = |path: PathBuf| Ok((scripts::relative(workspace, &path), integrity::of_file(&path)?.into()));
    files.into_iter().map(entry).collect()
}

/// The version, and a hash of all that may change without it: of the files, and of how they are kept.
fn name(table: &Value, source: &str) -> String {
    let hash = Sha256::digest(format!("{table}{source}"));
    format!("{VERSION} {}", BASE64_URL_SAFE_NO_PAD.encode(&hash[..12]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_changes_has_another_name() {
        let of = |hash: &str, source: &str| name(&json!({ "index.html": hash }), source);
        assert!(of("a", "let b;").starts_with(&format!("{VERSION} ")));
        assert_eq!(of("a", "let b;"), of("a", "let b;"));
        assert_ne!(of("a", "let b;"), of("b", "let b;"));
        assert_ne!(of("a", "let b;"), of("a", "let c;"));
    }
}
