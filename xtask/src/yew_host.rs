//! Builds the page of the browser tests that is a Yew application itself.

use anyhow::Result;

use crate::workspace::{WASM_TARGET, Workspace};

/// Where the page is built, below the root.
pub const FOLDER: &str = "target/yew-host";

const PACKAGE: &str = "peer-map-yew-host";

/// Builds the page into [`FOLDER`], by Cargo and wasm-bindgen. Nobody waits for its bytes, so it is not optimised.
///
/// # Errors
///
/// If one of them fails.
pub fn build(workspace: &Workspace) -> Result<()> {
    let cargo = workspace.command("cargo", &["build", "--target", WASM_TARGET, "--package", PACKAGE]);
    workspace.run_quietly("Building a page that is a Yew application", cargo)?;
    let compiled = workspace.target_folder()?.join(WASM_TARGET).join("debug").join(format!("{PACKAGE}.wasm"));
    let mut bindgen =
        workspace.command("wasm-bindgen", &["--target", "web", "--no-typescript", "--out-name", "yew-host"]);
    bindgen.arg("--out-dir").arg(workspace.root().join(FOLDER)).arg(compiled);
    workspace.run_quietly("wasm-bindgen", bindgen)
}
