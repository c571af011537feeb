//! A page that is a Yew application itself: neither its Yew nor ours takes the elements of the other for its own.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario, Site, Workspace};
use xtask::yew_host::FOLDER;

pub fn scenarios() -> Vec<Scenario> {
    vec![Scenario::new("two_yews_leave_each_other_alone", two_yews_leave_each_other_alone)]
}

/// The host starts, then the widget inside its tree. A listener that is nobody's Yew counts the clicks that come by.
const HOST: &str = r#"<!doctype html><html lang="en"><head><title>Host</title></head><body><script type="module">
import host from "/yew-host/yew-host.js";
window.clicks = 0;
await host();
document.querySelector('#around').addEventListener("click", () => window.clicks++);
await import("/peer-map.js");
</script></body></html>"#;

/// Waits until the host has counted this.
async fn counted(page: &Page, what: &str, expected: &str) -> Result<()> {
    page.wait_until_equal(&format!("document.querySelector('#host').dataset.{what}"), expected).await
}

async fn two_yews_leave_each_other_alone(page: &Page) -> Result<()> {
    let folder = Workspace::find()?.root().join(FOLDER);
    ensure!(folder.is_dir(), "{FOLDER} is missing: `cargo xtask test --only browser` builds it.");
    let folders = vec![("/yew-host/".to_owned(), folder)];
    let pages = vec![("/yew-host.html".to_owned(), HOST.to_owned())];
    let page = page.on(Site { folders, pages, ..Page::site()? })?;
    page.visit("yew-host.html").await?;
    // The host's Yew puts the element there.
    page.wait_until("Boolean(document.querySelector('peer-map')?.shadowRoot)").await?;
    let widget = page.widget_in("peer-map");
    widget.wait_for_question("k").await?;

    page.wait_for("#press").await?.click().await?;
    counted(&page, "presses", "1").await?;
    counted(&page, "around", "0").await?;
    // The question that the widget shows is the one it showed.
    assert_eq!(widget.question_shown().await?, "k");

    widget.answer_all(&[("k", &[1, 3]), ("w", &[1])]).await?;
    widget.back().await?;
    widget.wait_for_question("w").await?;
    widget.wait_until_checked("w", &[1]).await?;

    page.wait_for("#press").await?.click().await?;
    counted(&page, "presses", "2").await?;
    counted(&page, "strays", "0").await?;
    // What bubbles out of the widget bubbles on in the host, as out of any element.
    let clicks = page.run("return String(window.clicks)", &[]).await?;
    assert!(clicks != "0");
    counted(&page, "around", clicks.as_str().unwrap_or_default()).await
}
