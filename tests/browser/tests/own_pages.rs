//! Every page of the site keeps to its own policy, asks nobody else for anything, and keeps nothing: index.html keeps the files
//! of the program alone, which the recorder of the tests prevents (`service_worker.rs` tries it without).

use anyhow::{Context, Result};
use peer_map_browser_tests::{Page, Scenario};
use serde_json::json;
use std::fs;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("every_page_keeps_to_its_policy", every_page_keeps_to_its_policy),
        Scenario::new("the_whole_way_keeps_to_the_policy", the_whole_way_keeps_to_the_policy),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
/// Pages below the first folder: one of each sort.
const BELOW: [&str; 3] = ["kinds/mutual/", "kinds/care-team/zh-Hans/", "v0/index.html"];
/// The screens of the widget that an address leads to.
const SCREENS: [&str; 3] =
    ["index.html?mode=map", "index.html?lang=zh-Hans#ps1-k13w14d2f4p14h3-g", "index.html#ps1-k1-x"];

/// What a page has kept, and the addresses of other origins that it has asked for.
const LEFT: &str = "
    const databases = indexedDB.databases ? await indexedDB.databases() : [];
    const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
    const asked = performance.getEntriesByType('resource').map((entry) => entry.name);
    return [
      document.cookie,
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...databases.map((database) => database.name),
      ...(await caches.keys()),
      ...workers.map((worker) => worker.scope),
      ...asked.filter((address) => !address.startsWith(location.origin) && !address.startsWith('data:')),
    ].filter(Boolean)";

/// Every page in the site's own folder, whatever is added to it, and those of [`BELOW`].
fn pages() -> Result<Vec<String>> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(Page::site()?.folder)? {
        let name = entry?.file_name().into_string().ok().context("a name is no text")?;
        pages.extend(name.ends_with(".html").then_some(name));
    }
    pages.sort();
    assert!(pages.iter().any(|page| page == "index.html"), "{pages:?}");
    Ok(pages.into_iter().chain([BELOW, SCREENS].concat().into_iter().map(str::to_owned)).collect())
}

async fn left_nothing(page: &Page, what: &str) -> Result<()> {
    let errors = page.take_errors().await?;
    assert!(errors.is_empty(), "{what}: {errors:?}");
    let left = page.run(&format!("return (async () => {{ {LEFT} }})()"), &[]).await?;
    assert_eq!(left, json!([]), "{what}");
    Ok(())
}

async fn every_page_keeps_to_its_policy(page: &Page) -> Result<()> {
    for path in pages()? {
        page.visit(&path).await?;
        page.wait_until_settled().await?;
        page.wait_until("!document.getElementById('peer-map-failed') || window.widgetHasStarted").await?;
        let policy = "document.querySelector('head > meta[http-equiv=Content-Security-Policy]')?.content ?? ''";
        let policy = page.run(&format!("return {policy}"), &[]).await?;
        let policy = policy.as_str().unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'; "), "{path}: {policy}");
        assert!(policy.contains("require-trusted-types-for 'script'; trusted-types "), "{path}: {policy}");
        for loose in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"] {
            assert!(!policy.split([' ', ';']).any(|word| word == loose), "{path}: {policy}");
        }
        left_nothing(page, &path).await?;
    }
    Ok(())
}

/// From the first question to the pictures, where images and downloads are made.
async fn the_whole_way_keeps_to_the_policy(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k13w14d2f4p14-5").await?;
    widget.answer_all(&[("h", &[3])]).await?;
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, CODE);
    widget.wait_for("#pm-labels option").await?;
    widget.wait_for("input[name=label]").await?.send_keys("mentor").await?;
    widget.act("label").await?;
    widget.choose_language("fr").await?;
    left_nothing(page, "the result").await
}
