//! Runs the cases of the package `bench` in one browser, and prints what it measured as JSON.
//!
//! `cargo xtask bench` builds the page first, runs this (`bench chromium`), and reads it.

use std::{env, process::ExitCode, sync::Arc};

use anyhow::{Context, Result};
use peer_map_browser_tests::{Browser, Engine, Page, Site, Workspace};
use serde_json::{Value, json};
use xtask::bench::browser::SITE;

fn main() -> ExitCode {
    match run() {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<Value> {
    let engine: Engine = env::args().nth(1).context("Say which engine to measure in.")?.parse()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let browser = Browser::start(engine).await?;
        let measured = measure(&browser).await;
        browser.quit().await;
        measured
    })
}

async fn measure(browser: &Browser) -> Result<Value> {
    let session = browser.session.handle();
    let site = Site::of(Workspace::find()?.root().join(SITE));
    let page = Page::of(browser.engine, Arc::clone(session), site)?;
    page.visit("index.html").await?;
    let cases = page.wait_until("window.bench && bench.cases").await?;
    let mut figures = Vec::new();
    for (index, case) in cases.as_array().into_iter().flatten().enumerate() {
        // One at a time: no browser lets a script go on for as long as all of them take.
        let mut figure = page.run("return bench.measure(arguments[0])", &[json!(index)]).await?;
        figure["case"] = case.clone();
        figures.push(figure);
    }
    figures.extend(measure_groups(&page).await?);
    let version = session.capabilities().get("browserVersion").and_then(Value::as_str).unwrap_or_default();
    Ok(json!({ "version": version, "figures": figures }))
}

/// How many programmes are pasted, and how often.
const GROUPS: [usize; 3] = [100, 1_000, 10_000];
const TIMES: usize = 5;

/// Answers of programmes that differ, without the check: it is pasted as from paper.
const CODES: [&str; 5] = ["k13w14d2f4p14h3", "k4w1d3f4p1h2", "k1w12d2f4p46h4", "k12w13d1f1p2", "k3w24d3f4p12h2"];

/// What a reader waits for: from the press of the button to the painted group, read, counted and drawn, in the widget as it
/// is published.
async fn measure_groups(page: &Page) -> Result<Vec<Value>> {
    let site = page.on(Page::site()?)?;
    let mut figures = Vec::new();
    for programmes in GROUPS {
        let mut samples = Vec::new();
        for _ in 0..TIMES {
            samples.push(draw_group(&site, programmes).await?);
        }
        samples.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let milliseconds: Vec<f64> = samples.iter().map(|(milliseconds, _)| *milliseconds).collect();
        let bytes = samples.first().map_or(0.0, |(_, bytes)| *bytes);
        eprintln!(
            "{programmes} programmes pasted: {milliseconds:.0?} ms; the memory of the wasm has then {bytes} bytes"
        );
        figures.push(json!({
            "case": { "case": format!("paste, count and draw {programmes} programmes"), "budget_ns": null,
                "group": { "work": "paste, count and draw", "programmes": programmes } },
            "median_ns": milliseconds[TIMES / 2] * 1e6,
            "p95_ns": milliseconds[TIMES - 1] * 1e6,
        }));
    }
    Ok(figures)
}

/// Milliseconds, and bytes of the memory of the wasm.
async fn draw_group(page: &Page, programmes: usize) -> Result<(f64, f64)> {
    page.visit("index.html?lang=en&mode=group").await?;
    page.wait_for("textarea[name=paste]").await?;
    let lines: String =
        (0..programmes).map(|at| format!("Programme no. {at}, ps1-{}\n", CODES[at % CODES.len()])).collect();
    let begin = "document.querySelector('textarea').value = arguments[0];
        const painted = () => requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now() - begun; }));
        const seen = new MutationObserver(() => {
            if (document.querySelector('[data-programme]')) { seen.disconnect(); painted(); }
        });
        seen.observe(document.getElementById('peer-map'), { childList: true, subtree: true });
        const begun = performance.now();
        document.querySelector('[data-action=group-add]').click();";
    page.run(begin, &[json!(lines)]).await?;
    let milliseconds = page.wait_until("window.drawn").await?;
    let bytes = page.run("return window.widgetMemory?.buffer.byteLength ?? 0", &[]).await?;
    Ok((milliseconds.as_f64().unwrap_or(f64::NAN), bytes.as_f64().unwrap_or_default()))
}
