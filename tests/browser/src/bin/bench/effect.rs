//! How long a reader waits from an input to its painted effect, on a machine six times slower.
//!
//! From the time stamp of the input event to the first message after the next animation frame: by then the frame that shows
//! the effect is laid out and painted. Inputs are Chromium's own (Chrome DevTools Protocol, Input), which hit what is there.

use anyhow::{Context, Result};
use peer_map_browser_tests::Page;
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;

/// How much slower the machine is made: a phone of the lower class beside a desktop computer.
pub const SLOWER: u8 = 6;

/// Nothing has happened for two frames.
const SETTLED: &str = "return new Promise((settled) => requestAnimationFrame(() => requestIdleCallback(
    () => requestAnimationFrame(() => setTimeout(() => settled(true))), { timeout: 2000 })))";

const ARM: &str = "window.painted = 0;
    addEventListener(arguments[0], (event) => requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => { window.painted = performance.now() - event.timeStamp; };
        after.port2.postMessage(null);
    }), { once: true, capture: true });";

/// Sends a command of Chromium's own protocol.
pub async fn send(page: &Page, method: &str, parameters: Value) -> Result<Value> {
    Ok(Cdp::new(page.session().clone()).send_raw(method, parameters).await?)
}

/// Makes the processor this many times slower.
pub async fn slow_down(page: &Page, times: u8) -> Result<()> {
    send(page, "Emulation.setCPUThrottlingRate", json!({ "rate": times })).await.map(drop)
}

/// Waits until nothing is on its way.
pub async fn settle(page: &Page) -> Result<()> {
    page.run(SETTLED, &[]).await.map(drop)
}

/// Milliseconds from a click on the first of these elements to its painted effect.
pub async fn click(page: &Page, css: &str) -> Result<f64> {
    let (x, y) = middle(page, css).await?;
    mouse(page, "mouseMoved", x, y).await?;
    settle(page).await?;
    page.run(ARM, &[json!("click")]).await?;
    mouse(page, "mousePressed", x, y).await?;
    mouse(page, "mouseReleased", x, y).await?;
    painted(page).await.with_context(|| format!("a click on {css} has no effect"))
}

/// Milliseconds from when the pointer comes over an element to the painted effect.
pub async fn point(page: &Page, css: &str) -> Result<f64> {
    let (x, y) = middle(page, css).await?;
    // From the edge of the page, so that it comes over something else than before.
    mouse(page, "mouseMoved", 1.0, 1.0).await?;
    settle(page).await?;
    page.run(ARM, &[json!("mouseover")]).await?;
    mouse(page, "mouseMoved", x, y).await?;
    painted(page).await.with_context(|| format!("pointing at {css} has no effect"))
}

async fn painted(page: &Page) -> Result<f64> {
    let milliseconds = page.wait_until("window.painted").await?;
    settle(page).await?;
    milliseconds.as_f64().context("the page measured no number")
}

async fn middle(page: &Page, css: &str) -> Result<(f64, f64)> {
    page.wait_for(css).await?;
    let middle = "const element = document.querySelector(arguments[0]);
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x + width / 2, y + height / 2]";
    let middle = page.run(middle, &[json!(css)]).await?;
    middle[0].as_f64().zip(middle[1].as_f64()).with_context(|| format!("{css} has no place on the page"))
}

async fn mouse(page: &Page, kind: &str, x: f64, y: f64) -> Result<()> {
    let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
    let moved = json!({ "type": kind, "x": x, "y": y });
    send(page, "Input.dispatchMouseEvent", if kind == "mouseMoved" { moved } else { event }).await.map(drop)
}

/// What was measured of a case as `cargo xtask bench` reads it: the samples in milliseconds, what their median may be, and what
/// else there is to say.
pub fn figure(
    case: &str,
    group: Value,
    mut samples: Vec<f64>,
    most: Option<f64>,
    note: Option<String>,
) -> Result<Value> {
    samples.sort_by(f64::total_cmp);
    let ranked = |share: f64| samples.get(((share * samples.len() as f64).ceil() as usize).saturating_sub(1)).copied();
    let nanoseconds = |sample: Option<f64>| sample.map(|sample| sample * 1e6).context("nothing was measured");
    Ok(json!({
        "case": { "case": case, "budget_ns": most.map(|most| most * 1e6), "group": group },
        "median_ns": nanoseconds(ranked(0.5))?,
        "p95_ns": nanoseconds(ranked(0.95))?,
        "note": note,
    }))
}
