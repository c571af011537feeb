//! Builds the site once more, from a clone in another folder with nothing built yet, and compares the two byte by byte.
//!
//! Whoever embeds the widget can so check that what is published is made of these sources
//! (<https://reproducible-builds.org/docs/definition/>).

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, bail, ensure};

use crate::{dist, plan::Plan, sizes::files, workspace::Workspace};

/// The clone, below the root. It is made anew each time.
const CLONE: &str = "target/reproduced";

/// Builds `dist/`, builds it again elsewhere, and compares.
///
/// # Errors
///
/// If something is not committed, which no clone would have; if a build fails; or names the files that differ.
pub fn check(workspace: &Workspace) -> Result<()> {
    let changed = workspace.said("git status", workspace.command("git", &["status", "--porcelain"]))?;
    ensure!(
        changed.is_empty(),
        "These changes are not committed, so a clone has not got them:\n{}",
        changed.trim_end()
    );
    let clone = workspace.root().join(CLONE);
    let mut plan = Plan::default();
    dist::plan_site(&mut plan, workspace, None)?;
    plan.add("Cloning the sources", || {
        if clone.exists() {
            fs::remove_dir_all(&clone).with_context(|| format!("{CLONE} cannot be removed"))?;
        }
        workspace.run_quietly("Cloning the sources", workspace.command("git", &["clone", "--quiet", ".", CLONE]))
    });
    plan.add("Building the same from the clone (some minutes)", || {
        let mut command = workspace.command("cargo", &["xtask", "dist"]);
        command.current_dir(&clone).env("CARGO_TARGET_DIR", clone.join("target"));
        workspace.run_quietly("Building the same from the clone", command)
    });
    plan.add("Comparing the two", || {
        let count = compare(&workspace.dist(), &clone.join("dist"))?;
        println!("      {count} files, and every byte of them is the same.");
        Ok(())
    });
    plan.run()
}

/// How many files two folders have, if they are the same ones with the same contents.
fn compare(one: &Path, other: &Path) -> Result<usize> {
    let names = |folder: &Path| -> Result<BTreeSet<String>> {
        let name = |path: &Path| path.strip_prefix(folder).unwrap_or(path).display().to_string();
        Ok(files(folder)?.iter().map(|path| name(path)).collect())
    };
    let (of_one, of_other) = (names(one)?, names(other)?);
    let read = |folder: &Path, name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let mut different: Vec<&str> = of_one.symmetric_difference(&of_other).map(String::as_str).collect();
    for name in of_one.intersection(&of_other) {
        if read(one, name)? != read(other, name)? {
            different.push(name);
        }
    }
    match different.is_empty() {
        true => Ok(of_one.len()),
        false => bail!("The same sources make other files: {}.", different.join(", ")),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named() {
        let root = std::env::temp_dir().join(format!("peer-map-reproducible-{}", std::process::id()));
        let [one, other] = ["one", "other"].map(|name| root.join(name));
        for folder in [&one, &other] {
            fs::create_dir_all(folder.join("wasm")).unwrap();
            fs::write(folder.join("index.html"), "page").unwrap();
            fs::write(folder.join("wasm/a.wasm"), [0, 1]).unwrap();
        }
        assert_eq!(compare(&one, &other).unwrap(), 2);
        fs::write(other.join("wasm/a.wasm"), [0, 2]).unwrap();
        fs::write(one.join("more.css"), "").unwrap();
        let told = compare(&one, &other).unwrap_err().to_string();
        let separator = std::path::MAIN_SEPARATOR;
        assert_eq!(told, format!("The same sources make other files: more.css, wasm{separator}a.wasm."));
        fs::remove_dir_all(root).unwrap();
    }
}
