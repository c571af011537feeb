//! The cases in a browser, from wasm built as that of the widget.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::figure::{Figure, Measured};
use crate::{
    engine::Engine,
    workspace::{WASM_TARGET, Workspace},
};

/// Where the page with the cases is built, below the root.
pub const SITE: &str = "target/bench-site";

const PAGE: &str = "bench/page.html";
const PROGRAM: &str = "bench-page";
const DRIVER: [&str; 4] = ["--package", "peer-map-browser-tests", "--bin", "bench"];

/// Builds the page into [`SITE`], by Cargo, wasm-bindgen and wasm-opt as Trunk does it for the widget; then what opens it.
///
/// # Errors
///
/// If one of them fails.
pub fn build(workspace: &Workspace) -> Result<()> {
    let package = ["--package", "peer-map-bench", "--bin", PROGRAM];
    let mut cargo = workspace.command("cargo", &["build", "--release", "--target", WASM_TARGET]);
    cargo.args(package);
    workspace.run_quietly("Building the cases for browsers", cargo)?;

    let site = workspace.root().join(SITE);
    let compiled = workspace.target_folder()?.join(WASM_TARGET).join("release").join(format!("{PROGRAM}.wasm"));
    let mut bindgen = workspace.command("wasm-bindgen", &["--target", "web", "--no-typescript", "--out-dir"]);
    bindgen.arg(&site).arg(compiled);
    workspace.run_quietly("wasm-bindgen", bindgen)?;

    let wasm = site.join(format!("{PROGRAM}_bg.wasm"));
    let mut optimise = workspace.command("wasm-opt", &["-Oz", "--output"]);
    optimise.arg(&wasm).arg(&wasm);
    workspace.run_quietly("wasm-opt", optimise)?;

    let page = workspace.root().join(PAGE);
    fs::copy(&page, site.join("index.html")).with_context(|| format!("{} cannot be copied", page.display()))?;
    let driver = workspace.command("cargo", &[&["build"], &DRIVER[..]].concat());
    workspace.run_quietly("Building what drives the browser", driver)
}

/// Runs every case in one browser, through the package of the browser tests, which can drive it.
///
/// # Errors
///
/// If the browser does not start, or the page fails.
pub fn measure(workspace: &Workspace, engine: Engine) -> Result<Measured> {
    let run = [&["run", "--quiet"], &DRIVER[..], &["--", engine.name()]].concat();
    let said = workspace.said("The browser", workspace.command("cargo", &run))?;
    let said: Value = serde_json::from_str(&said).with_context(|| format!("The browser said no JSON but: {said}"))?;
    let figure = |said: &Value| {
        let number = |key: &str| said[key].as_f64().with_context(|| format!("The browser measured no {key}: {said}"));
        let note = said["note"].as_str().map(str::to_owned);
        Ok(Figure { note, ..Figure::of(&said["case"], number("median_ns")?, number("p95_ns")?)? })
    };
    let figures = said["figures"].as_array().into_iter().flatten().map(figure).collect::<Result<_>>()?;
    let version = format!("{}, wasm as it ships (opt-level z)", said["version"].as_str().unwrap_or_default());
    Ok(Measured { place: engine.name().to_owned(), version, high: "p95", figures })
}
