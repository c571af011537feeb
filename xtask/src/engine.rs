//! The three browser engines, and the programs that drive them.

use std::{fmt, path::PathBuf, str::FromStr};

use anyhow::{Error, anyhow};

use crate::workspace::Workspace;

/// A browser engine that Peer Map is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Engine {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, driven by WebKitWebDriver: the engine of Safari.
    WebKit,
}

impl Engine {
    /// Every engine, in the order the tests run in.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The name used on the command line, in PEER_MAP_ENGINES and in test names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The program that speaks WebDriver for this engine.
    #[must_use]
    pub fn driver(self, workspace: &Workspace) -> Option<PathBuf> {
        workspace.program(match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        })
    }

    /// The browser itself.
    #[must_use]
    pub fn browser(self, workspace: &Workspace) -> Option<PathBuf> {
        let first_of = |names: &[&str]| names.iter().find_map(|name| workspace.program(name));
        match self {
            Engine::Chromium => first_of(&["chromium", "chromium-browser", "google-chrome"]),
            Engine::Firefox => first_of(&["firefox-esr", "firefox"]),
            Engine::WebKit => mini_browser(),
        }
    }
}

/// MiniBrowser is not on any PATH: each distribution keeps it in WebKitGTK's own folder.
fn mini_browser() -> Option<PathBuf> {
    let architecture = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    let folders = [architecture.as_str(), "/usr/libexec", "/usr/lib64", "/usr/lib"];
    let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
    let paths = folders.iter().flat_map(|folder| versions.map(|version| format!("{folder}/{version}/MiniBrowser")));
    paths.map(PathBuf::from).find(|path| path.is_file())
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Engine, Error> {
        let engine = Engine::ALL.into_iter().find(|engine| engine.name() == name);
        engine.ok_or_else(|| anyhow!("There is no engine \"{name}\": it is chromium, firefox or webkit."))
    }
}
