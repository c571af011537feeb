//! The tools that a build needs, and how each is installed where it is missing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{
    lockfile,
    plan::Plan,
    workspace::{WASM_TARGET, Workspace},
};

const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";
const GECKODRIVER: &str = "0.37.1";
/// Makes the wasm small.
const WASM_OPT: NpmTool = NpmTool { program: "wasm-opt", package: "binaryen", version: "132.0.0", said: "132" };
/// Bundles and minifies scripts.
const ESBUILD: NpmTool = NpmTool { program: "esbuild", package: "esbuild", version: "0.28.2", said: "0.28.2" };
/// The rules that accessibility is checked by in the browser tests: a script, and no program.
const AXE: (&str, &str) = ("axe-core", "4.14.1");

/// Plans the tools that building `dist/` needs: the WebAssembly target, Trunk, wasm-bindgen, wasm-opt and
/// esbuild.
///
/// # Errors
///
/// If Cargo.lock does not say which wasm-bindgen the widget is built with.
pub fn plan_for_building<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace) -> Result<()> {
    if !has_wasm_target(workspace) {
        plan.add("Adding Rust's WebAssembly target", || rustup(workspace, &["target", "add", WASM_TARGET]));
    }
    let bindgen = lockfile::version_of(workspace, "wasm-bindgen")?;
    let bindgen = bindgen.context("Cargo.lock has no package wasm-bindgen, so its command line cannot be matched")?;
    plan_cargo_tool(plan, workspace, CargoTool::wasm_bindgen(bindgen));
    plan_cargo_tool(plan, workspace, CargoTool::trunk());
    plan_npm_tool(plan, workspace, &WASM_OPT);
    plan_npm_tool(plan, workspace, &ESBUILD);
    Ok(())
}

/// Plans the parts of the Rust toolchain that the native checks need, and what reads the licences of dependencies.
pub fn plan_for_checking<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace) {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if workspace.output_of("cargo", &[command, "--version"]).is_none() {
            plan.add(format!("Adding {component}"), move || rustup(workspace, &["component", "add", component]));
        }
    }
    plan_cargo_tool(plan, workspace, CargoTool::deny());
}

/// Plans Firefox's driver, which no distribution packages.
pub fn plan_geckodriver<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace) {
    // Any version drives any recent Firefox, so one that the user already has will do.
    if workspace.output_of("geckodriver", &["--version"]).is_none() {
        plan_cargo_tool(plan, workspace, CargoTool::geckodriver());
    }
}

/// Plans axe-core, which the browser tests put into pages.
pub fn plan_axe<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace) {
    let (package, version) = AXE;
    if version_of_script(workspace, package).as_deref() != Some(version) {
        let title = format!("Installing {package} {version} (a few seconds)");
        plan.add(title, move || install_npm_package(workspace, package, package, version));
    }
}

/// The file of axe-core, as [`plan_axe`] installs it.
///
/// # Errors
///
/// If it is not there, or is of another version.
pub fn axe(workspace: &Workspace) -> Result<PathBuf> {
    let (package, version) = AXE;
    if version_of_script(workspace, package).as_deref() != Some(version) {
        bail!("{package} {version} is not installed: `cargo xtask test` installs it.");
    }
    Ok(npm_folder(workspace).join("node_modules").join(package).join("axe.min.js"))
}

fn version_of_script(workspace: &Workspace, package: &str) -> Option<String> {
    let manifest = npm_folder(workspace).join("node_modules").join(package).join("package.json");
    let manifest: Value = serde_json::from_str(&fs::read_to_string(manifest).ok()?).ok()?;
    manifest["version"].as_str().map(str::to_owned)
}

fn npm_folder(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("npm")
}

/// A tool that comes from crates.io.
struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: String,
    features: &'static [&'static str],
    minutes: u8,
}

impl CargoTool {
    fn wasm_bindgen(version: String) -> CargoTool {
        CargoTool { program: "wasm-bindgen", package: "wasm-bindgen-cli", version, features: &[], minutes: 2 }
    }

    fn trunk() -> CargoTool {
        // Without its updater and its downloader's TLS variants, Trunk builds in minutes.
        let features = &["--no-default-features"];
        CargoTool { program: "trunk", package: "trunk", version: TRUNK.to_owned(), features, minutes: 4 }
    }

    fn deny() -> CargoTool {
        // Without what fetches indexes and advisories.
        let features = &["--no-default-features"];
        let version = CARGO_DENY.to_owned();
        CargoTool { program: "cargo-deny", package: "cargo-deny", version, features, minutes: 3 }
    }

    fn geckodriver() -> CargoTool {
        let version = GECKODRIVER.to_owned();
        CargoTool { program: "geckodriver", package: "geckodriver", version, features: &[], minutes: 1 }
    }
}

fn plan_cargo_tool<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace, tool: CargoTool) {
    if says_version(workspace, tool.program, &tool.version) {
        return;
    }
    let CargoTool { package, version, minutes, .. } = &tool;
    let title = format!("Installing {package} {version} (about {minutes} min on two cores, once)");
    plan.add(title, move || install_cargo_tool(workspace, &tool));
}

fn install_cargo_tool(workspace: &Workspace, tool: &CargoTool) -> Result<()> {
    let root = workspace.tools();
    let root = root.to_str().context("The path of this checkout is not valid Unicode.")?;
    if binstall(workspace, tool, root) {
        return Ok(());
    }
    let build = format!("{root}/build");
    let common = ["install", tool.package, "--version", &tool.version, "--locked", "--force"];
    let mut command = workspace.command("cargo", &common);
    command.args(["--root", root, "--target-dir", &build]).args(tool.features);
    // A tool that runs for seconds need not be optimised for minutes.
    command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    workspace.run_quietly(&format!("Installing {}", tool.package), command)
}

/// Takes the published binary where the user has cargo-binstall; otherwise, or if there is none, says `false`.
fn binstall(workspace: &Workspace, tool: &CargoTool, root: &str) -> bool {
    if workspace.program("cargo-binstall").is_none() {
        return false;
    }
    let arguments = ["binstall", tool.package, "--version", &tool.version, "--no-confirm", "--root", root];
    workspace.output_of("cargo", &arguments).is_some() && says_version(workspace, tool.program, &tool.version)
}

/// A tool that comes from npm.
struct NpmTool {
    program: &'static str,
    package: &'static str,
    version: &'static str,
    /// The version as the program itself says it.
    said: &'static str,
}

fn plan_npm_tool<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace, tool: &'static NpmTool) {
    let NpmTool { program, package, version, said } = tool;
    if !says_version(workspace, program, said) {
        let title = format!("Installing {program} of {package} {version} (half a minute)");
        plan.add(title, move || install_npm_tool(workspace, tool));
    }
}

fn install_npm_tool(workspace: &Workspace, tool: &NpmTool) -> Result<()> {
    let NpmTool { program, package, version, said } = tool;
    if workspace.program("npm").is_none() {
        bail!(
            "{program} is missing and comes with npm: install Node.js (https://nodejs.org), or put {program} of {package} \
             {said} on your PATH."
        );
    }
    install_npm_package(workspace, program, package, version)
}

fn install_npm_package(workspace: &Workspace, what: &str, package: &str, version: &str) -> Result<()> {
    if workspace.program("npm").is_none() {
        bail!("{what} is missing and comes with npm: install Node.js (https://nodejs.org).");
    }
    let folder = npm_folder(workspace);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    let mut command =
        workspace.command("npm", &["install", "--no-audit", "--no-fund", "--no-package-lock", "--prefix"]);
    command.arg(&folder).arg(format!("{package}@{version}"));
    workspace.run_quietly(&format!("Installing {what}"), command)
}

fn rustup(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let wanted = arguments.join(" ");
    if workspace.program("rustup").is_none() {
        bail!(
            "Your Rust needs what `rustup {wanted}` adds, and rustup is not there: install Rust from https://rustup.rs."
        );
    }
    workspace.run_quietly(&format!("rustup {wanted}"), workspace.command("rustup", arguments))
}

/// Asks the compiler, not rustup, because a distribution may package the target.
fn has_wasm_target(workspace: &Workspace) -> bool {
    let sysroot = workspace.output_of("rustc", &["--print", "sysroot"]).unwrap_or_default();
    Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir()
}

fn says_version(workspace: &Workspace, program: &str, version: &str) -> bool {
    let said = workspace.output_of(program, &["--version"]).unwrap_or_default();
    names_version(&said, version)
}

/// Whether a `--version` line names exactly this version: "trunk 0.21.14", "wasm-opt version 132 (version_132)".
fn names_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_whole() {
        assert!(names_version("trunk 0.21.14", "0.21.14"));
        assert!(!names_version("trunk 0.21.140", "0.21.14"));
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!names_version("", "132"));
    }
}
