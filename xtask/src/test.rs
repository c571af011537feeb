//! Runs every check.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::{
    browsers, dist,
    engine::Engine,
    plan::{Plan, in_words},
    task::Part,
    tools,
    workspace::Workspace,
    yew_host,
};

const BROWSER_TESTS: &str = "peer-map-browser-tests";

/// Runs the checks, cheapest first, and stops at the first that fails.
///
/// # Errors
///
/// Names the check that failed and how long everything took.
pub fn test(workspace: &Workspace, part: Part, engines: &[Engine]) -> Result<()> {
    let started = Instant::now();
    let took = || in_words(started.elapsed());
    run(workspace, part, engines).with_context(|| format!("Failed after {}", took()))?;
    println!("Passed: every check, in {}.", took());
    Ok(())
}

fn run(workspace: &Workspace, part: Part, engines: &[Engine]) -> Result<()> {
    let mut plan = Plan::default();
    if part != Part::Browser {
        plan_native(&mut plan, workspace);
    }
    if part != Part::Native {
        browsers::plan_for_browsing(&mut plan, workspace, engines)?;
        tools::plan_axe(&mut plan, workspace);
    }
    dist::plan_dist(&mut plan, workspace, None)?;
    if part != Part::Native {
        let title = "Building a page that is a Yew application (about a minute the first time)";
        plan.add(title, || yew_host::build(workspace));
        let names: Vec<&str> = engines.iter().map(|engine| engine.name()).collect();
        let title = format!("Testing in {}", names.join(", "));
        plan.add(title, move || browse(workspace, &names.join(",")));
    }
    plan.run()
}

fn plan_native<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace) {
    tools::plan_for_checking(plan, workspace);
    let cargo = |arguments| workspace.command("cargo", arguments);
    plan.add("Checking the formatting", move || workspace.run_aloud("cargo fmt", cargo(&["fmt", "--all", "--check"])));
    plan.add("Checking with Clippy", move || {
        let arguments = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
        workspace.run_quietly("cargo clippy", workspace.command("cargo", &arguments))
    });
    plan.add("Checking the licences and sources of dependencies", move || {
        let arguments = ["--workspace", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"];
        workspace.run_quietly("cargo-deny", workspace.command("cargo-deny", &arguments))
    });
    plan.add("Running the native tests", move || {
        let arguments = ["test", "--workspace", "--exclude", BROWSER_TESTS];
        workspace.run_aloud("cargo test", workspace.command("cargo", &arguments))
    });
    plan.add("Building the documentation", move || {
        let mut command = workspace.command("cargo", &["doc", "--no-deps", "--package", "peer-map"]);
        command.env("RUSTDOCFLAGS", "-Dwarnings");
        workspace.run_quietly("cargo doc", command)
    });
}

fn browse(workspace: &Workspace, engines: &str) -> Result<()> {
    let mut command = workspace.command("cargo", &["test", "--package", BROWSER_TESTS]);
    command.env("PEER_MAP_ENGINES", engines);
    workspace.run_aloud("The browser tests", command)
}
