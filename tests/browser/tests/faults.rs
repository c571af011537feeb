//! What is seen when the program, or the server that it comes from, fails: never a blank page, and never one that answers
//! nothing. What becomes of storage, history and the clipboard that are refused is tried where they are used.

use anyhow::Result;
use peer_map_browser_tests::{Engine, Page, Scenario};
use serde_json::{Value, json};

use crate::host::{Host, begin, script};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_fault_inside_shows_the_code_and_a_way_on", a_fault_inside_shows_the_code_and_a_way_on),
        Scenario::new("a_fault_before_an_answer_promises_nothing", a_fault_before_an_answer_promises_nothing),
        Scenario::new("a_fault_of_another_script_changes_nothing", a_fault_of_another_script_changes_nothing),
        // WebKit does not tell a host's page what stopped a script of another origin.
        Scenario::new("elements_go_on_in_frames", elements_go_on_in_frames)
            .only_in(&[Engine::Chromium, Engine::Firefox]),
        Scenario::new("a_program_that_is_another_is_told", a_program_that_is_another_is_told),
        Scenario::new("words_that_are_missing_are_told", words_that_are_missing_are_told),
    ]
}

/// The widget cannot go on without new elements, and does not expect that a browser refuses them.
const BREAK: &str = "Document.prototype.createElement = () => { throw new Error('out of elements') }";
/// The same, while frames can be made.
const BREAK_ELSEWHERE: &str = "const make = Document.prototype.createElement; Document.prototype.createElement = function (name) { \
    if (name !== 'iframe') throw new Error('out of elements'); return make.call(this, name) }";
const STOPPED: &str = "document.getElementById('peer-map-stopped').checkVisibility()";
const SHOWN: &str = "[...document.querySelectorAll('#peer-map-stopped > :not([hidden])')].map((words) => words.lang)";

async fn a_fault_inside_shows_the_code_and_a_way_on(page: &Page) -> Result<()> {
    for language in ["en", "fr", "zh-Hans"] {
        let widget = page.open_in(language, "").await?;
        for (letter, next) in [("k", "w"), ("w", "d")] {
            widget.click_option(letter, 1).await?;
            widget.act("continue").await?;
            widget.wait_for_question(next).await?;
        }
        let code = page.fragment().await?;
        assert!(code.starts_with("ps1-k1w1"), "{code}");
        page.run(BREAK, &[]).await?;
        widget.act("map").await?;
        page.wait_until(STOPPED).await?;
        page.wait_until_equal(SHOWN, json!([language])).await?;
        page.wait_until_equal("document.querySelectorAll('#peer-map, .peer-map').length", json!(0)).await?;
        let told = "document.querySelector('#peer-map-stopped > :not([hidden]) code').textContent";
        page.wait_until_equal(told, json!(code)).await?;
        page.wait_until("document.activeElement.matches('#peer-map-stopped button')").await?;
        assert!(!page.take_errors().await?.is_empty(), "a fault is not hidden from the console");
        page.wait_for("#peer-map-stopped > :not([hidden]) button").await?.click().await?;
        page.wait_until_started().await?;
        widget.wait_for_question("d").await?;
        widget.wait_for_language(language).await?;
        assert_eq!(page.fragment().await?, code);
    }
    Ok(())
}

async fn a_fault_before_an_answer_promises_nothing(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    page.run(BREAK, &[]).await?;
    widget.act("map").await?;
    page.wait_until(STOPPED).await?;
    let kept = "[...document.querySelectorAll('#peer-map-stopped [data-kept]')].some((kept) => kept.checkVisibility())";
    page.wait_until_equal(kept, json!(false)).await?;
    page.take_errors().await?;
    Ok(())
}

async fn a_fault_of_another_script_changes_nothing(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    page.run("dispatchEvent(new ErrorEvent('error', { error: new TypeError('of an extension') }))", &[]).await?;
    widget.answer_all(&[("k", &[1])]).await?;
    widget.wait_for_question("w").await?;
    page.wait_until_equal(STOPPED, json!(false)).await?;
    page.take_errors().await?;
    Ok(())
}

/// The elements of a page share a program. Where it stops in one of them, each goes on in a frame, which has one of its own.
async fn elements_go_on_in_frames(page: &Page) -> Result<()> {
    let elements = "<peer-map lang=en id=one></peer-map><peer-map lang=en id=two code=ps1-k1-b></peer-map>";
    let host = Host::open(page, None, |site| format!("{}{elements}", script(site))).await?;
    let one = host.page.widget_in("#one");
    host.page.widget_in("#two").wait_for("fieldset[data-question]").await?;
    begin(&one).await?;
    let codes = "['one', 'two'].map((id) => document.getElementById(id).code)";
    let before = host.page.run(&format!("return {codes}"), &[]).await?;
    assert!(before.as_array().is_some_and(|codes| codes.iter().all(Value::is_string)), "{before}");
    host.page
        .run("dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('not ours') }))", &[])
        .await?;
    assert_eq!(
        host.page.run("return document.getElementById('one').shadowRoot.querySelector('iframe')", &[]).await?,
        json!(null)
    );
    host.page.run(BREAK_ELSEWHERE, &[]).await?;
    one.act("map").await?;
    // A frame is shown when what is in it has told its height.
    for id in ["one", "two"] {
        let frame = format!("document.getElementById('{id}').shadowRoot.querySelector('iframe')?.style.position");
        host.page.wait_until_equal(&frame, json!("static")).await?;
    }
    host.page.wait_until_equal(codes, before).await?;
    assert!(!host.page.take_errors().await?.is_empty(), "a fault is not hidden from the console");
    Ok(())
}

/// What a proxy or a half-finished upload leaves in place of the program: nothing, its first bytes, a page of words, and a
/// program that is none of ours, which is valid. The question that the page came with can still be read.
async fn a_program_that_is_another_is_told(page: &Page) -> Result<()> {
    for program in ["", "\0as", "<!doctype html><title>Not found</title>", "\0asm\u{1}\0\0\0"] {
        let mut site = Page::site()?;
        site.pages.push(("/wasm/peer-map_bg.wasm".to_owned(), program.to_owned()));
        let page = page.on(site)?;
        page.visit("index.html").await?;
        page.wait_until("document.getElementById('peer-map-failed').checkVisibility()").await?;
        page.wait_until_equal(STOPPED, json!(false)).await?;
        page.wait_until("document.querySelector('[data-question=k] input').checkVisibility()").await?;
        assert!(!page.take_errors().await?.is_empty(), "{program:?}");
    }
    Ok(())
}

/// The words of a language are no JSON: the widget stays in the language that it has, or says that it cannot start.
async fn words_that_are_missing_are_told(page: &Page) -> Result<()> {
    let mut site = Page::site()?;
    site.pages.push(("/editions/ps1/fr.json".to_owned(), "<!doctype html><title>Not found</title>".to_owned()));
    let page = page.on(site)?;
    let widget = page.open("ps1-k13w14d2f4p14h3-g").await?;
    widget.wait_for_screen("result").await?;
    page.run("document.querySelector('.pm-languages [lang=fr]').click()", &[]).await?;
    page.wait_until("document.querySelector('#peer-map [role=alert], #peer-map [data-notice]')").await?;
    widget.wait_for_language("en").await?;
    assert_eq!(widget.code().await?, "ps1-k13w14d2f4p14h3-g");
    page.take_errors().await?;
    Ok(())
}
