//! Folders for pages that embed the widget: one of this exact version, which never changes, and one of the newest of its
//! major version. What readers share from there leads to the site above, which outlives a version.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    html, one_file,
    release::{HOST, VERSION},
    scripts, sizes,
    workspace::Workspace,
};

/// What a page needs that embeds the widget.
const FILES: [&str; 6] =
    [scripts::ELEMENT, scripts::TYPES, scripts::FRAME, "peer-map.css", "index.html", one_file::FILE];
const FOLDERS: [&str; 2] = ["wasm", "editions"];

/// The names of the folders: `v0.1.0` and `v0`.
#[must_use]
pub fn names() -> [String; 2] {
    let version = VERSION;
    let major = version.split('.').next().unwrap_or(version);
    [format!("v{version}"), format!("v{major}")]
}

/// Writes both folders into `dist/`, whose files are finished.
///
/// # Errors
///
/// If a file is missing, or a page names one that is nowhere.
pub fn write(workspace: &Workspace) -> Result<()> {
    let dist = workspace.dist();
    let mut wanted: Vec<PathBuf> = FILES.map(|file| dist.join(file)).into();
    for folder in FOLDERS {
        wanted.extend(sizes::files(&dist.join(folder))?);
    }
    for name in names() {
        let folder = dist.join(&name);
        for path in &wanted {
            copy(path, &folder.join(scripts::relative(workspace, path)))?;
        }
        rewrite(&folder.join("index.html"), |page| below_the_site(&leading_up(page, &folder)?))?;
        rewrite(&folder.join(one_file::FILE), |page| leading_up(page, &folder))?;
    }
    Ok(())
}

fn rewrite(page: &Path, rewritten: impl Fn(&str) -> Result<String>) -> Result<()> {
    let read = fs::read_to_string(page).with_context(|| format!("{} cannot be read", page.display()))?;
    let written = rewritten(&read).with_context(|| format!("{} cannot stand there", page.display()))?;
    fs::write(page, written).with_context(|| format!("{} cannot be written", page.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))?;
    Ok(())
}

/// index.html as it stands in a folder of the site: it says where the site is, and where its preview image.
fn below_the_site(page: &str) -> Result<String> {
    ensure!(page.matches(HOST).count() == 1, "index.html should have one {HOST}");
    let page = page.replace(HOST, &format!("{HOST} data-site=\"../\""));
    Ok(page.replace("content=\"preview.png\"", "content=\"../preview.png\""))
}

/// The page with each relative address leading to a file: to one of the folder, or else to one of the site above it.
fn leading_up(page: &str, folder: &Path) -> Result<String> {
    let is_there = |address: &str| folder.join(address).is_file() || folder.join(address).join("index.html").is_file();
    let mut written = page.to_owned();
    for (element, attribute) in [("a", "href"), ("link", "href"), ("script", "src"), ("img", "src")] {
        for tag in html::tags(page, element) {
            let whole = tag.attribute(attribute);
            let address = whole.split(['?', '#']).next().unwrap_or_default();
            if address.is_empty() || address.contains(':') || is_there(address) {
                continue;
            }
            ensure!(is_there(&format!("../{address}")), "it leads to {address}, which is nowhere");
            written = written.replace(&format!(" {attribute}=\"{whole}\""), &format!(" {attribute}=\"../{whole}\""));
        }
    }
    Ok(written)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_of_a_version_or_of_its_major_version() {
        let [exact, major] = names();
        assert_eq!(exact, format!("v{}", env!("CARGO_PKG_VERSION")));
        assert!(exact.starts_with(&format!("{major}.")) && !major.contains('.'), "{major}");
    }

    #[test]
    fn the_page_says_where_the_site_is() {
        let page = "<meta property=\"og:image\" content=\"preview.png\"><main id=\"peer-map\" data-edition=\"e/\">";
        let there = "<meta property=\"og:image\" content=\"../preview.png\"><main id=\"peer-map\" data-site=\"../\" data-edition=\"e/\">";
        assert_eq!(below_the_site(page).unwrap(), there);
        assert!(below_the_site("<main>").is_err());
    }

    #[test]
    fn an_address_leads_to_the_folder_or_to_the_site_above() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let here = "<a href=\"lib.rs?lang=fr#code\"></a><link href=\"data:,\"><script src=\"./main.rs\">";
        assert_eq!(leading_up(here, &folder).unwrap(), here);
        let page = "<a href=\"Cargo.toml?lang=fr\"></a><p>Cargo.toml</p><a id=\"b\" href=\"Cargo.toml\"></a>";
        let above = "<a href=\"../Cargo.toml?lang=fr\"></a><p>Cargo.toml</p><a id=\"b\" href=\"../Cargo.toml\"></a>";
        assert_eq!(leading_up(page, &folder).unwrap(), above);
        let message = leading_up("<script src=\"peer-map.js\">", &folder).unwrap_err().to_string();
        assert_eq!(message, "it leads to peer-map.js, which is nowhere");
    }
}
