//! The browsers of the browser tests, from the system's packages.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{engine::Engine, plan::Plan, tools, workspace::Workspace};

/// Plans the browsers and drivers that these engines lack.
///
/// # Errors
///
/// If some are missing on a system where they cannot be installed from here: the sentence says which.
pub fn plan_for_browsing<'a>(plan: &mut Plan<'a>, workspace: &'a Workspace, engines: &[Engine]) -> Result<()> {
    if engines.contains(&Engine::Firefox) {
        tools::plan_geckodriver(plan, workspace);
    }
    let packages = missing_packages(workspace, engines);
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    if workspace.program("apt-get").is_none() {
        bail!(
            "The browser tests need programs that this system lacks: install what Debian calls {names}, or name the engines \
             you have with `--engine`."
        );
    }
    if workspace.output_of("id", &["-u"]).as_deref() != Some("0") {
        bail!(
            "The browser tests need some packages first: run `sudo apt-get install --no-install-recommends {names}` once."
        );
    }
    plan.add(format!("Installing {names} (a few minutes, once)"), move || install(workspace, &packages));
    Ok(())
}

fn install(workspace: &Workspace, packages: &[&str]) -> Result<()> {
    workspace.run_quietly("Reading the package lists", workspace.command("apt-get", &["update"]))?;
    let mut command = workspace.command("apt-get", &["install", "--yes", "--no-install-recommends"]);
    command.args(packages).env("DEBIAN_FRONTEND", "noninteractive");
    workspace.run_quietly("Installing the browsers", command)
}

/// The Debian packages whose programs are not there.
fn missing_packages(workspace: &Workspace, engines: &[Engine]) -> Vec<&'static str> {
    let mut packages = Vec::new();
    let mut need = |there: bool, package| {
        if !there {
            packages.push(package);
        }
    };
    for &engine in engines {
        let browser = engine.browser(workspace).is_some();
        let driver = engine.driver(workspace).is_some();
        match engine {
            Engine::Chromium => {
                need(browser, "chromium");
                need(driver, "chromium-driver");
            }
            Engine::Firefox => need(browser, "firefox-esr"),
            Engine::WebKit => {
                need(browser && driver, "webkit2gtk-driver");
                // MiniBrowser has no headless mode.
                need(workspace.program("Xvfb").is_some(), "xvfb");
            }
        }
    }
    // Without it, Chinese text has no glyphs and no honest width.
    need(has_chinese_font(workspace), "fonts-noto-cjk");
    packages
}

fn has_chinese_font(workspace: &Workspace) -> bool {
    let listed = workspace.output_of("fc-list", &[":lang=zh-cn", "family"]);
    let folder = Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
    listed.is_some_and(|fonts| !fonts.is_empty()) || folder.is_file()
}
