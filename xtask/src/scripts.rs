//! The scripts that other people's pages load: what is in `web/`, bundled, small, and with the integrity of what they fetch.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use crate::{
    integrity,
    isolate::GLUE,
    release::{Release, VERSION},
    sizes,
    workspace::Workspace,
};

/// The custom element, as a module.
pub const ELEMENT: &str = "peer-map.js";
/// What it says to programs in TypeScript.
pub const TYPES: &str = "peer-map.d.ts";
/// What gives frames their height, as a classic script.
pub const FRAME: &str = "peer-map-frame.js";
/// Says which version this is, and the integrity of what a page may pin.
pub const RELEASE: &str = "release.json";

/// Browsers since 2022, as the widget needs them anyway.
const TARGET: &str = "--target=es2022";
/// The frame script is copied into pages of which nothing else is known, so it stays small.
const MOST_FRAME_BYTES: usize = 1_500;

/// Writes the scripts into `dist/`, which holds everything that they fetch, and [`RELEASE`].
///
/// # Errors
///
/// If esbuild refuses one, or the frame script is too large.
pub fn write(workspace: &Workspace) -> Result<()> {
    let dist = workspace.dist();
    bundle(workspace, "web/peer-map.js", "esm", &fetched(workspace)?, ELEMENT)?;
    // A classic script: as a bundle, it would come wrapped.
    let mut command = workspace.command("esbuild", &["web/peer-map-frame.js", "--minify", TARGET]);
    command.args([banner(), outfile(workspace, FRAME)]);
    workspace.run_quietly("Minifying peer-map-frame.js", command)?;
    let bytes = fs::read(dist.join(FRAME)).with_context(|| format!("{FRAME} cannot be read"))?.len();
    ensure!(bytes <= MOST_FRAME_BYTES, "{FRAME} is {bytes} bytes, and may be {MOST_FRAME_BYTES}.");
    let types = workspace.root().join("web").join(TYPES);
    fs::copy(&types, dist.join(TYPES)).with_context(|| format!("{} cannot be copied", types.display()))?;
    let mut pinned = Map::new();
    for file in [ELEMENT, FRAME] {
        pinned.insert(file.to_owned(), integrity::of_file(&dist.join(file))?.into());
    }
    let release = json!({ "version": VERSION, "integrity": pinned });
    fs::write(dist.join(RELEASE), format!("{release:#}\n")).with_context(|| format!("{RELEASE} cannot be written"))
}

/// Makes the glue of `dist/` small, which wasm-bindgen writes to be read.
///
/// # Errors
///
/// If esbuild refuses it.
pub fn minify_glue(workspace: &Workspace) -> Result<()> {
    let glue = format!("dist/{GLUE}");
    let mut command = workspace.command("esbuild", &[glue.as_str(), "--minify", "--allow-overwrite", TARGET]);
    command.arg(outfile(workspace, GLUE));
    workspace.run_quietly("Minifying the glue", command)
}

/// Bundles a script with the glue of the widget, which it imports as `peer-map/widget`, into a file of `dist/`. It may use
/// `VERSION`, and these further constants.
///
/// # Errors
///
/// If esbuild refuses it.
pub fn bundle(workspace: &Workspace, script: &str, format: &str, constants: &[String], to: &str) -> Result<()> {
    let mut command = workspace.command("esbuild", &[script, "--bundle", "--minify", "--legal-comments=none", TARGET]);
    command.args([format!("--format={format}"), format!("--alias:peer-map/widget=./dist/{GLUE}")]);
    command.args([banner(), format!("--define:VERSION={}", json!(VERSION)), outfile(workspace, to)]).args(constants);
    workspace.run_quietly(&format!("Bundling {to}"), command)
}

fn banner() -> String {
    format!("--banner:js=// Peer Map {VERSION}, MIT OR Apache-2.0")
}

fn outfile(workspace: &Workspace, to: &str) -> String {
    format!("--outfile={}", workspace.dist().join(to).display())
}

/// `DATE`, the day of the build if that is known, and `INTEGRITY`: that of each file that the element fetches, by its path
/// below the element's folder.
fn fetched(workspace: &Workspace) -> Result<Vec<String>> {
    let dist = workspace.dist();
    let editions = sizes::files(&dist.join("editions"))?;
    let mut table = Map::new();
    for path in [dist.join("wasm/peer-map_bg.wasm"), dist.join("peer-map.css")].into_iter().chain(editions) {
        table.insert(relative(workspace, &path), integrity::of_file(&path)?.into());
    }
    let date = json!(Release::read(workspace)?.date);
    Ok(vec![format!("--define:DATE={date}"), format!("--define:INTEGRITY={}", Value::Object(table))])
}

/// The path of a file below `dist/`, with slashes.
pub(crate) fn relative(workspace: &Workspace, path: &Path) -> String {
    path.strip_prefix(workspace.dist()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
