//! Builds the whole publishable site into `dist/`.

use std::{collections::BTreeSet, path::Path};

use anyhow::Result;

use crate::{
    address::Address, csp, isolate, lockfile, markup, one_file, plan::Plan, release, sbom, scripts, service_worker,
    sizes, tools, versions, workspace::Workspace,
};

/// Builds `dist/`, prints what it weighs, and fails if that is over budget. With the address that the site is going to
/// stand under, what others read of its pages names that address; without, everything is relative.
///
/// # Errors
///
/// Says which tool is missing or which step failed.
pub fn dist(workspace: &Workspace, address: Option<&Address>) -> Result<()> {
    let mut plan = Plan::default();
    plan_dist(&mut plan, workspace, address)?;
    plan.run()
}

/// Plans the steps of [`dist()`], with the tools they lack first.
///
/// # Errors
///
/// If Cargo.lock cannot be read.
pub fn plan_dist<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace, address: Option<&'a Address>) -> Result<()> {
    plan_site(plan, workspace, address)?;
    plan.add("Weighing the site", || sizes::report(workspace));
    Ok(())
}

/// The same without the budget, for whoever wants to look at the site whatever it weighs.
///
/// # Errors
///
/// If Cargo.lock cannot be read.
pub fn plan_site<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace, address: Option<&'a Address>) -> Result<()> {
    tools::plan_for_building(plan, workspace)?;
    plan.add("Building the widget (about a minute the first time)", || build(workspace));
    plan.add("Keeping its Yew apart from that of other pages", || isolate::rename_in_glue(workspace));
    plan.add("Taking from its glue what parses markup", || markup::refuse_in_glue(workspace));
    plan.add("Minifying the glue", || scripts::minify_glue(workspace));
    if has_prerenderer(workspace)? {
        plan.add("Pre-rendering pages", move || prerender(workspace, address));
    }
    plan.add("Listing what is in the wasm", || sbom::write(workspace));
    plan.add("Saying which version this is", || release::tell(workspace));
    plan.add("Bundling the scripts for other pages", || scripts::write(workspace));
    plan.add("Writing the page as one file", || one_file::write(workspace));
    plan.add("Looking for what parses markup", || markup::check(workspace));
    plan.add("Adding the content security policy", || csp::add_to_pages(workspace));
    plan.add("Writing what keeps the page for when there is no network", || service_worker::write(workspace));
    plan.add("Copying what other pages embed into folders of this version", || versions::write(workspace));
    Ok(())
}

/// Trunk compiles, optimises and copies; Trunk.toml and the `data-trunk` lines of index.html say what.
fn build(workspace: &Workspace) -> Result<()> {
    let mut command = workspace.command("trunk", &["build", "--release", "--dist", "dist"]);
    // Otherwise Trunk asks the network whether there is a newer Trunk.
    command.env("TRUNK_SKIP_VERSION_CHECK", "true").env("NO_COLOR", "true");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", same_everywhere(workspace)?);
    workspace.run_quietly("Building the widget", command)
}

/// What keeps the folders of this machine out of the wasm: where a panic happened is told from the folder of the package, so
/// that two machines build the same bytes.
fn same_everywhere(workspace: &Workspace) -> Result<String> {
    let metadata = workspace.packages_of_wasm()?;
    let manifests =
        metadata["packages"].as_array().into_iter().flatten().filter(|package| !package["source"].is_null());
    let manifests = manifests.filter_map(|package| package["manifest_path"].as_str());
    let folders = manifests.filter_map(|path| Path::new(path).ancestors().nth(2)).collect::<BTreeSet<_>>();
    let folders = folders.into_iter().chain([workspace.root()]);
    // A flag is cut at a space.
    let flags =
        folders.map(|folder| format!("--remap-path-prefix={}=", folder.display())).filter(|flag| !flag.contains(' '));
    Ok(flags.collect::<Vec<_>>().join(" "))
}

// ---- The pre-renderer: pages that must be readable before, or without, the widget. ----

/// The workspace package that writes into `dist/` what is known at build time; from the day it exists it is required.
const PRERENDERER: &str = "prerender";

fn has_prerenderer(workspace: &Workspace) -> Result<bool> {
    Ok(lockfile::version_of(workspace, PRERENDERER)?.is_some())
}

fn prerender(workspace: &Workspace, address: Option<&Address>) -> Result<()> {
    let mut command = workspace.command("cargo", &["run", "--quiet", "--package", PRERENDERER, "--", "dist"]);
    command.args(address.map(Address::as_str));
    workspace.run_quietly("Pre-rendering pages", command)
}
