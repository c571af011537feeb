//! Elements that are there before the script, or away while something changes.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Engine, Page, Scenario};
use serde_json::{Value, json};

use crate::host::{Host, alone, begin, listen, script, set};

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const ELEMENT: &str = "document.querySelector('peer-map')";

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("what_was_set_before_the_script_is_taken_over", what_was_set_before_the_script_is_taken_over),
        Scenario::new("what_changes_while_it_is_away_is_taken_over", what_changes_while_it_is_away_is_taken_over),
        Scenario::new("no_code_begins_anew", no_code_begins_anew),
        Scenario::new("another_edition_is_told_as_a_change", another_edition_is_told_as_a_change),
        Scenario::new("another_owner_of_the_address_keeps_the_answers", another_owner_of_the_address_keeps_the_answers),
        Scenario::new("a_name_is_a_text", a_name_is_a_text),
        // The other engines collect when they like.
        Scenario::new("an_element_that_is_gone_is_forgotten", an_element_that_is_gone_is_forgotten)
            .only_in(&[Engine::Chromium]),
    ]
}

async fn what_was_set_before_the_script_is_taken_over(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        let early = format!("Object.assign({ELEMENT}, {{ code: '{CODE}', theme: 'dark', lang: 'fr' }})");
        format!("<peer-map></peer-map><script>{early}</script>{}", script(site))
    })
    .await?;
    let widget = host.page.widget_in("peer-map");
    widget.wait_for_screen("result").await?;
    widget.wait_for_language("fr").await?;
    widget.wait_for(".peer-map[data-theme=dark]").await?;
    host.page.wait_until_equal(&format!("Object.keys({ELEMENT})"), json!([])).await?;
    widget.act("start-again").await?;
    widget.wait_for_question("k").await?;
    host.page.wait_until_equal(&format!("{ELEMENT}.code"), Value::Null).await
}

async fn what_changes_while_it_is_away_is_taken_over(page: &Page) -> Result<()> {
    let host = alone(page).await?;
    let page = &host.page;
    let widget = page.widget_in("peer-map");
    begin(&widget).await?;
    let away = |change: &str| {
        format!(
            "const element = {ELEMENT}; element.remove(); return new Promise((done) => setTimeout(() => \
             {{ {change}; document.body.append(element); done() }}))"
        )
    };
    page.run(&away("element.lang = 'fr'; element.theme = 'dark'"), &[]).await?;
    widget.wait_for_language("fr").await?;
    widget.wait_for(".peer-map[data-theme=dark]").await?;
    widget.wait_for_question("w").await?;
    page.run(&away(&format!("element.code = '{CODE}'")), &[]).await?;
    widget.wait_for_screen("result").await?;
    page.run(&away("element.mode = 'map'"), &[]).await?;
    widget.wait_for_screen("map").await?;
    // Moved within one turn.
    let moved =
        format!("const element = {ELEMENT}; element.remove(); element.mode = 'flow'; document.body.append(element)");
    page.run(&moved, &[]).await?;
    widget.wait_for_screen("result").await?;
    page.wait_until_equal(&format!("{ELEMENT}.code"), CODE).await
}

async fn no_code_begins_anew(page: &Page) -> Result<()> {
    let host = alone(page).await?;
    let widget = host.page.widget_in("peer-map");
    begin(&widget).await?;
    host.page.run(&format!("{ELEMENT}.code = null"), &[]).await?;
    widget.wait_for_question("k").await?;
    assert_eq!(widget.options_checked("k").await?, [0_u8; 0]);
    Ok(())
}

async fn another_edition_is_told_as_a_change(page: &Page) -> Result<()> {
    let host = alone(page).await?;
    let page = &host.page;
    listen(page).await?;
    let widget = page.widget_in("peer-map");
    begin(&widget).await?;
    // The same edition in another place: what was answered means the same there.
    set(page, "peer-map", "edition", Some(&format!("{}editions/ps1", host.site.address()))).await?;
    widget.wait_for_question("w").await?;
    page.wait_until_equal(&format!("{ELEMENT}.code"), "ps1-k1-b").await?;
    page.wait_until_equal("heard.map(([, , detail]) => detail.code)", json!(["ps1-k1-b"])).await
}

async fn another_owner_of_the_address_keeps_the_answers(page: &Page) -> Result<()> {
    let host = alone(page).await?;
    let page = &host.page;
    let widget = page.widget_in("peer-map");
    begin(&widget).await?;
    set(page, "peer-map", "sync", Some("hash")).await?;
    page.wait_until_equal("location.hash", "#ps1-k1-b").await?;
    widget.wait_for_question("w").await
}

async fn a_name_is_a_text(page: &Page) -> Result<()> {
    let host = Host::open(page, None, script).await?;
    for call in ["encode({ k: [1] }, 5)", "classify({ k: [1] }, ['a'])", "encode({ k: [1] }, {})"] {
        let refused = format!(
            "return import('{}peer-map.js').then((map) => map.{call}).then(() => 'none', (error) => `${{error.name}} ${{error.message}}`)",
            host.site.address()
        );
        let refused = host.page.run(&refused, &[]).await?;
        ensure!(refused == "TypeError name: should be a text", "{call}: {refused}");
    }
    Ok(())
}

async fn an_element_that_is_gone_is_forgotten(page: &Page) -> Result<()> {
    let host =
        Host::open(page, None, |site| format!("{}{}", "<peer-map lang=en></peer-map>".repeat(5), script(site))).await?;
    let page = &host.page;
    let shown = "[...document.querySelectorAll('peer-map')].every((one) => one.shadowRoot?.querySelector('fieldset'))";
    page.wait_until(shown).await?;
    let remove = "window.gone = [...document.querySelectorAll('peer-map')].map((one) => new WeakRef(one)); \
                  for (const one of gone) one.deref().remove()";
    page.run(remove, &[]).await?;
    page.wait_until("document.querySelector('peer-map') === null").await?;
    let tools = thirtyfour::cdp::Cdp::new(page.session().clone());
    let mut left = Value::Null;
    // What one collection finds unreachable may be what holds the next.
    for _ in 0..10 {
        tools.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
        left = page.run("return gone.filter((one) => one.deref()).length", &[]).await?;
        if left == 0 {
            return Ok(());
        }
    }
    ensure!(left == 0, "{left} of 5 elements are still there");
    Ok(())
}
