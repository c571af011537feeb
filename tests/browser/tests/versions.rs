//! The folders of a version: what pages of other sites pin, and what links from there lead to.

use anyhow::{Context, Result};
use peer_map_browser_tests::{Page, Scenario};
use serde_json::Value;
use std::fs;

use crate::host::{Host, shared};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_pinned_element_comes_from_its_folder", a_pinned_element_comes_from_its_folder),
        Scenario::new("a_file_that_was_changed_is_refused", a_file_that_was_changed_is_refused),
        Scenario::new("links_lead_to_the_site_above", links_lead_to_the_site_above),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const EXACT: &str = concat!("v", env!("CARGO_PKG_VERSION"), "/");

/// The script of this version with its integrity, and an element.
fn pinned(site: &str) -> Result<String> {
    let release = fs::read_to_string(Page::site()?.folder.join("release.json"))?;
    let release: Value = serde_json::from_str(&release)?;
    let integrity = release["integrity"]["peer-map.js"].as_str().context("release.json has no integrity")?;
    Ok(format!(
        "<script type=\"module\" src=\"{site}{EXACT}peer-map.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>\
         <peer-map lang=en code={CODE}></peer-map>"
    ))
}

async fn a_pinned_element_comes_from_its_folder(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| pinned(site).unwrap()).await?;
    let widget = host.page.widget_in("peer-map");
    widget.wait_for_screen("result").await?;
    widget.wait_for("#pm-labels option").await?;
    let requests = host.site.take_requests();
    assert!(requests.iter().any(|path| path.contains("labels")), "{requests:?}");
    assert!(requests.iter().all(|path| path.starts_with(&format!("/{EXACT}"))), "{requests:?}");
    Ok(())
}

/// The element refuses the file, so that a frame, whose page is whole in itself, stands in for it.
async fn a_file_that_was_changed_is_refused(page: &Page) -> Result<()> {
    for file in ["peer-map.css", "editions/ps1/edition.json", "editions/ps1/en.json"] {
        let mut site = shared(Page::site()?);
        // Nothing but its bytes is different.
        let changed = fs::read_to_string(site.folder.join(file))? + "\n";
        site.pages.push((format!("/{EXACT}{file}"), changed));
        let site = page.on(site)?;
        let host = Host::open_with(page, site, None, |site| pinned(site).unwrap()).await?;
        let root = "document.querySelector('peer-map').shadowRoot";
        host.page.wait_until(&format!("{root}.querySelector('iframe') !== null")).await?;
        host.page.wait_until(&format!("{root}.querySelector('[data-screen]') === null")).await?;
        host.page.take_errors().await?;
    }
    Ok(())
}

async fn links_lead_to_the_site_above(page: &Page) -> Result<()> {
    let major = format!("v{}/", env!("CARGO_PKG_VERSION_MAJOR"));
    for folder in [EXACT, &major] {
        page.visit(&format!("{folder}index.html?lang=fr#{CODE}")).await?;
        page.wait_until_started().await?;
        let widget = page.widget();
        widget.wait_for_screen("result").await?;
        let link = "document.querySelector('[name=share-link]').value";
        page.wait_until_equal(link, format!("{}index.html#{CODE}", page.address())).await?;
        widget.wait_for("label:has(input[name=link][value=preview])").await?.click().await?;
        page.wait_until_equal(link, format!("{}kinds/community-worker/fr/#{CODE}", page.address())).await?;
    }
    Ok(())
}
