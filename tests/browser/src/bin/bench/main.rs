//! Runs the cases of the package `bench` in one browser, and prints what it measured as JSON.
//!
//! Then the widget itself: groups of many programmes, and in Chromium, which can be slowed down, what readers wait for.
//!
//! `cargo xtask bench` builds the page first, runs this (`bench chromium`), and reads it.

mod effect;
mod flow;
mod group;

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
        // Those budgets are what the native run must keep.
        figure["case"]["budget_ns"] = Value::Null;
        figures.push(figure);
    }
    let page = page.on(Page::site()?)?;
    figures.extend(group::measure(&page).await?);
    if browser.engine == Engine::Chromium {
        figures.extend(group::measure_slowly(&page).await?);
        figures.extend(flow::measure_slowly(&page).await?);
    }
    let version = session.capabilities().get("browserVersion").and_then(Value::as_str).unwrap_or_default();
    Ok(json!({ "version": version, "figures": figures }))
}
