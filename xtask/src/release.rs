//! Which version a build is and of which day, as its pages say it.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::{commit_date, workspace::Workspace};

/// The version that this build is, which its folders and its scripts are named by.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where a page of the widget says what it is given.
pub const HOST: &str = "<main id=\"peer-map\"";

/// The version, and the day of the last change if that is known, as `2026-01-31`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The version.
    pub version: &'static str,
    /// The day.
    pub date: Option<String>,
}

impl Release {
    /// The release that this build is.
    ///
    /// # Errors
    ///
    /// If the day is given and none.
    pub fn read(workspace: &Workspace) -> Result<Release> {
        Ok(Release { version: VERSION, date: commit_date::read(workspace)? })
    }

    /// For programs that read a page.
    #[must_use]
    pub fn metas(&self) -> String {
        let meta = |name: &str, content: &str| format!("<meta name=\"{name}\" content=\"{content}\">\n");
        let date = self.date.as_ref().map(|date| meta("date", date)).unwrap_or_default();
        meta("version", self.version) + &date
    }

    /// The page with what the widget says of itself, in the attributes `data-version` and `data-date` of its place.
    fn told(&self, page: &str) -> Result<String> {
        ensure!(page.matches(HOST).count() == 1, "it should have one {HOST}");
        let date = self.date.as_ref().map(|date| format!(" data-date=\"{date}\"")).unwrap_or_default();
        Ok(page.replace(HOST, &format!("{HOST} data-version=\"{}\"{date}", self.version)))
    }
}

/// Tells the widget of `dist/index.html` which version it is, and of which day.
///
/// # Errors
///
/// If the page cannot be read or written, or has no place for it.
pub fn tell(workspace: &Workspace) -> Result<()> {
    let path = workspace.dist().join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let page = Release::read(workspace)?.told(&page).with_context(|| path.display().to_string())?;
    fs::write(&path, page).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_it_is() {
        let page = "<body><main id=\"peer-map\" data-edition=\"e/\"></main>";
        let dated = Release { version: "1.2.3", date: Some("2026-01-31".to_owned()) };
        let told =
            "<body><main id=\"peer-map\" data-version=\"1.2.3\" data-date=\"2026-01-31\" data-edition=\"e/\"></main>";
        assert_eq!(dated.told(page).unwrap(), told);
        let metas = "<meta name=\"version\" content=\"1.2.3\">\n<meta name=\"date\" content=\"2026-01-31\">\n";
        assert_eq!(dated.metas(), metas);
        let undated = Release { date: None, ..dated };
        assert!(!undated.told(page).unwrap().contains("data-date") && !undated.metas().contains("date"));
        assert!(undated.told("<main>").is_err());
    }
}
