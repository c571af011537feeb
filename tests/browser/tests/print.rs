//! Paper: what is folded on the screen is printed too, what only screens can do is not, and all of it on few pages.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Engine, Page, Scenario, Screen, Widget};
use serde_json::json;
use thirtyfour::common::print::{PrintPage, PrintParameters};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("folds_are_open_while_the_page_prints", folds_are_open_while_the_page_prints),
        Scenario::new("paper_has_no_buttons", paper_has_no_buttons).only_in(&[Engine::Chromium]),
        Scenario::new("paper_has_the_map_and_all_tables", paper_has_the_map_and_all_tables)
            .only_in(&[Engine::Chromium]),
        Scenario::new("a_result_takes_few_pages", a_result_takes_few_pages).only_in(&[Engine::Chromium]),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

/// Whether each part that a reader can fold is open.
const FOLDS: &str = "[...document.querySelectorAll('.peer-map details')].map((fold) => fold.open)";

/// The styles of paper, in a window as wide as A4 between margins of 1 cm.
fn a4() -> Screen {
    Screen { width: 718, height: 1047, paper: true, ..Screen::default() }
}

async fn dispatch(page: &Page, event: &str) -> Result<()> {
    page.run("window.dispatchEvent(new Event(arguments[0]))", &[json!(event)]).await?;
    Ok(())
}

async fn folds_are_open_while_the_page_prints(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    widget.wait_for("details:not([open]) > summary").await?.click().await?;
    page.wait_until(&format!("{FOLDS}.includes(true) && {FOLDS}.includes(false)")).await?;
    let before = page.run(&format!("return {FOLDS}"), &[]).await?;
    // Whoever prints twice finds the same again.
    for _ in 0..2 {
        dispatch(page, "beforeprint").await?;
        page.wait_until(&format!("{FOLDS}.every((open) => open)")).await?;
        dispatch(page, "afterprint").await?;
        page.wait_until_equal(FOLDS, before.clone()).await?;
    }
    Ok(())
}

/// The words of the buttons that are shown, but for the names of landmarks, which are buttons on screens.
async fn buttons_shown(widget: &Widget<'_>) -> Result<Vec<String>> {
    let shown = "button:not(.pm-fitting button, .pm-chip)";
    let page = widget.page();
    let script =
        "return [...document.querySelectorAll(arguments[0])].filter((button) => button.getClientRects().length)
        .map((button) => button.textContent)";
    let found = page.run(script, &[json!(format!(".peer-map {shown}"))]).await?;
    Ok(found.as_array().into_iter().flatten().map(ToString::to_string).collect())
}

async fn paper_has_no_buttons(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    assert_ne!(buttons_shown(&widget).await?, [""; 0]);
    a4().apply(page).await?;
    dispatch(page, "beforeprint").await?;
    assert_eq!(buttons_shown(&widget).await?, [""; 0], "on the result");
    page.visit("index.html?lang=en&mode=map").await?;
    page.wait_until_started().await?;
    widget.wait_for_screen("map").await?;
    dispatch(page, "beforeprint").await?;
    assert_eq!(buttons_shown(&widget).await?, [""; 0], "on the whole map");
    let names = "[...document.querySelectorAll('.pm-fitting button')].every((name) => name.getClientRects().length)";
    page.wait_until(names).await?;
    Ok(())
}

async fn paper_has_the_map_and_all_tables(page: &Page) -> Result<()> {
    page.open(CODE).await?;
    a4().apply(page).await?;
    let shown =
        |css: &str| format!("[...document.querySelectorAll('.peer-map {css}')].map((one) => one.checkVisibility())");
    page.wait_until_equal(&shown("svg.pm-map.is-wide"), json!([true])).await?;
    page.wait_until_equal(&shown("svg.pm-map.is-narrow"), json!([false])).await?;
    dispatch(page, "beforeprint").await?;
    let tables = page.run(&format!("return {}", shown("table")), &[]).await?;
    let tables = tables.as_array().map_or(&[][..], Vec::as_slice);
    assert!(tables.len() >= 2 && tables.iter().all(|shown| *shown == true), "{tables:?}");
    // Nothing is wider than the paper, which would shrink or cut all of it.
    page.wait_until("document.documentElement.scrollWidth <= innerWidth").await?;
    Ok(())
}

/// How many pages a PDF has, by the objects that say they are one.
pub fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let kinds = text.split("/Type").skip(1).map(str::trim_start);
    kinds.filter(|kind| kind.strip_prefix("/Page").is_some_and(|rest| !rest.starts_with(char::is_alphabetic))).count()
}

async fn a_result_takes_few_pages(page: &Page) -> Result<()> {
    for (language, name, width, height) in [
        ("en", "A4", 21.0, 29.7),
        ("en", "Letter", 21.59, 27.94),
        ("fr", "A4", 21.0, 29.7),
        ("zh-Hans", "A4", 21.0, 29.7),
    ] {
        let widget = page.open_in(language, CODE).await?;
        widget.wait_for_screen("result").await?;
        let paper = PrintParameters { page: PrintPage { width, height }, ..PrintParameters::default() };
        let pdf = page.session().print_page(paper).await?;
        let pages = pages(&pdf);
        println!("{language} on {name}: {pages} pages");
        ensure!((4..=9).contains(&pages), "{pages} pages in {language} on {name}");
    }
    Ok(())
}
