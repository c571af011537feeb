//! Codes that are held before the camera, or something that looks like one.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario};
use serde_json::json;

use super::group::{ONE, OTHER, open};
use super::host::{Host, script};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("codes_are_scanned_where_the_browser_can", codes_are_scanned_where_the_browser_can),
        Scenario::new("two_people_may_hold_up_the_same", two_people_may_hold_up_the_same),
        Scenario::new("the_camera_rests_where_it_is_not_seen", the_camera_rests_where_it_is_not_seen),
    ]
}

const CAMERA: &str = "
    window.stopped = 0;
    const stream = new MediaStream();
    stream.getTracks = () => [{ stop() { window.stopped += 1; } }];
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia: async () => stream } });
    HTMLMediaElement.prototype.play = async () => {};
    window.seen = [];
    window.BarcodeDetector = class { async detect() { window.looks = (window.looks ?? 0) + 1; return seen.map((rawValue) => ({ rawValue })); } };";

const COUNT: &str = "document.querySelector('peer-map').shadowRoot.querySelectorAll('[data-programme]').length";

async fn scanning(page: &Page) -> Result<Host> {
    let host = Host::open(page, None, |site| {
        format!("<script>{CAMERA}</script>{}<peer-map lang=en mode=group></peer-map>", script(site))
    })
    .await?;
    let widget = host.page.widget_in("peer-map");
    widget.act("group-scan").await?;
    widget.wait_for("video").await?;
    Ok(host)
}

async fn two_people_may_hold_up_the_same(page: &Page) -> Result<()> {
    let host = scanning(page).await?;
    let page = &host.page;
    page.run("seen.push(arguments[0])", &[json!(ONE)]).await?;
    page.wait_until_equal(COUNT, 1).await?;
    // Held still, it is one.
    let looks = page.run("return looks", &[]).await?.as_u64().unwrap_or_default();
    page.wait_until(&format!("looks > {}", looks + 12)).await?;
    page.wait_until_equal(COUNT, 1).await?;
    // Taken away, and held up by somebody else.
    let looks = page.run("seen.length = 0; return looks", &[]).await?.as_u64().unwrap_or_default();
    page.wait_until(&format!("looks > {}", looks + 12)).await?;
    page.run("seen.push(arguments[0])", &[json!(ONE)]).await?;
    page.wait_until_equal(COUNT, 2).await
}

async fn the_camera_rests_where_it_is_not_seen(page: &Page) -> Result<()> {
    let host = scanning(page).await?;
    let widget = host.page.widget_in("peer-map");
    widget.act("about").await?;
    widget.wait_for_screen("about").await?;
    host.page.wait_until_equal("stopped", 1).await?;
    widget.back().await?;
    widget.wait_for_screen("group").await?;
    widget.wait_until_gone("video").await
}

async fn codes_are_scanned_where_the_browser_can(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    let offered = page.run("return [!!document.querySelector('[data-action=group-scan]'), 'BarcodeDetector' in window && 'mediaDevices' in navigator]", &[]).await?;
    assert_eq!(offered[0], offered[1]);
    // A widget that starts where there is a camera, or something that looks like one.
    let host = Host::open(page, None, |site| {
        format!("<script>{CAMERA}</script>{}<peer-map lang=en mode=group></peer-map>", script(site))
    })
    .await?;
    let widget_in = host.page.widget_in("peer-map");
    drop(widget);
    widget_in.act("group-scan").await?;
    let shadow = "document.querySelector('peer-map').shadowRoot";
    widget_in.wait_for("video").await?;
    host.page.run("seen.push(arguments[0])", &[json!(ONE)]).await?;
    let count = format!("{shadow}.querySelectorAll('[data-programme]').length");
    host.page.wait_until_equal(&count, 1).await?;
    // The same code is there for a while, and a second one comes.
    host.page.run("seen.push(arguments[0])", &[json!(format!("https://example.org/#{OTHER}"))]).await?;
    host.page.wait_until_equal(&count, 2).await?;
    widget_in.act("scan-stop").await?;
    host.page.wait_until_equal("stopped", 1).await
}
