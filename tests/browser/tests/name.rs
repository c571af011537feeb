//! The programme's name in the link: added, refused, removed; text and nothing else.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Widget};
use serde_json::json;
use thirtyfour::{Key, TypingData};

use crate::share::{held, unfold};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_name_is_added_kept_and_removed", a_name_is_added_kept_and_removed),
        Scenario::new("a_name_too_long_is_refused_and_stays", a_name_too_long_is_refused_and_stays),
        Scenario::new("a_name_is_off_by_default", a_name_is_off_by_default),
        Scenario::new("a_name_is_shown_as_text", a_name_is_shown_as_text),
        Scenario::new("history_knows_one_name", history_knows_one_name),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const NAMED: &str = "ps1-k13w14d2f4p14h3-njrsxgicbnvuxg-h";
/// What the link holds, as it is told.
const HOLDS: &str = "[...document.querySelectorAll('.pm-fields [role=status]')].at(-1).textContent";

async fn type_name(widget: &Widget<'_>, name: impl Into<TypingData>) -> Result<()> {
    Ok(widget.wait_for("input[name=name]").await?.send_keys(name).await?)
}

async fn wait_for_code(page: &Page, code: &str) -> Result<()> {
    page.wait_until_equal("document.querySelector('[data-code]')?.dataset.code ?? null", code).await?;
    page.wait_until_equal("location.hash.slice(1)", code).await?;
    page.wait_until_equal("document.querySelector('[name=share-link]').value.split('#')[1]", code).await
}

async fn a_name_is_added_kept_and_removed(page: &Page) -> Result<()> {
    for by_key in [true, false] {
        let widget = page.open(CODE).await?;
        let title = page.run("return document.title", &[]).await?;
        assert_eq!(title, "Your result – Peer Map");
        unfold(&widget, "name").await?;
        type_name(&widget, " Les Amis ").await?;
        match by_key {
            true => type_name(&widget, Key::Enter).await?,
            false => widget.act("name-add").await?,
        }
        wait_for_code(page, NAMED).await?;
        page.wait_until_equal(HOLDS, "The link holds your answers and the name “Les Amis”. Nothing is stored or sent.")
            .await?;
        page.wait_until_equal("document.querySelector('.pm-kicker').textContent", "Result for Les Amis").await?;
        page.wait_until_equal("document.title", "Result for Les Amis – Peer Map").await?;
        // The button is gone; the keyboard is not.
        widget.wait_for_focus("#pm-name-fold").await?;
        let data: serde_json::Value = serde_json::from_str(&held(&widget, "share-data").await?)?;
        assert_eq!((&data["name"], &data["code"]), (&json!("Les Amis"), &json!(NAMED)));
        page.session().refresh().await?;
        page.wait_until_started().await?;
        wait_for_code(page, NAMED).await?;
        page.wait_until_equal("document.querySelector('.pm-kicker').textContent", "Result for Les Amis").await?;
        widget.wait_for("details[data-fold=name][open] [data-action=name-remove]").await?;
        widget.act("name-remove").await?;
        wait_for_code(page, CODE).await?;
        page.wait_until(&format!("{HOLDS}.startsWith('The link holds your answers and nothing else.')")).await?;
        page.wait_until_equal("document.title", title).await?;
        widget.wait_for_focus("#pm-name-fold").await?;
        assert!(!widget.words().await?.contains("Les Amis"));
    }
    Ok(())
}

async fn a_name_too_long_is_refused_and_stays(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    unfold(&widget, "name").await?;
    // Sixty characters of four bytes each are a name; one more is none.
    let long = "é".repeat(61);
    type_name(&widget, long.as_str()).await?;
    let told = "document.querySelector('[data-fold=name] [role=alert]').textContent";
    for _ in 0..2 {
        widget.act("name-add").await?;
        page.wait_until(&format!("{told}.includes('A name has 1 to 60 characters.')")).await?;
        widget.wait_for_focus("input[name=name][aria-invalid=true]").await?;
        assert_eq!(held(&widget, "name").await?, long, "nothing is lost");
        wait_for_code(page, CODE).await?;
    }
    // What happens elsewhere on the page folds nothing away.
    let point = "document.querySelector('.pm-item').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))";
    page.run(point, &[]).await?;
    widget.wait_for(".pm-explain .pm-explained").await?;
    widget.wait_for("details[data-fold=name][open]").await?;
    assert_eq!(held(&widget, "name").await?, long);
    type_name(&widget, Key::Backspace).await?;
    widget.act("name-add").await?;
    page.wait_until("document.querySelector('[data-code]').dataset.code.includes('-n')").await?;
    page.wait_until(&format!("{HOLDS}.includes({})", json!("é".repeat(60)))).await?;
    Ok(())
}

async fn a_name_is_off_by_default(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    widget.wait_for("details[data-fold=name]:not([open])").await?;
    unfold(&widget, "name").await?;
    // Nothing is a refusal too: what was pressed should have had something to add.
    widget.act("name-add").await?;
    widget.wait_for("input[name=name][aria-invalid=true]").await?;
    wait_for_code(page, CODE).await
}

async fn a_name_is_shown_as_text(page: &Page) -> Result<()> {
    for name in ["<img src=x onerror=alert(1)>", "الأصدقاء", "a\u{202e}b"] {
        let widget = page.open(CODE).await?;
        unfold(&widget, "name").await?;
        // Keys cannot type every character.
        page.run("document.querySelector('input[name=name]').value = arguments[0]", &[json!(name)]).await?;
        widget.act("name-add").await?;
        page.wait_until("document.querySelector('[data-action=name-remove]')").await?;
        let shown = "[...new Set([...document.querySelectorAll('bdi')].map((one) => one.textContent))]";
        page.wait_until_equal(shown, json!([name])).await?;
        assert_eq!(page.run("return document.images.length", &[]).await?, 0);
        // It is the same name after the way through the address.
        page.session().refresh().await?;
        page.wait_until_started().await?;
        page.wait_until_equal(shown, json!([name])).await?;
    }
    Ok(())
}

/// To name a programme is no step: Back leads where it led, and no entry forgets the name.
async fn history_knows_one_name(page: &Page) -> Result<()> {
    let widget = page.open_in_tab("ps1-k13w14d2f4p14-5").await?;
    widget.answer_all(&[("h", &[3])]).await?;
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    let entries = page.run("return history.length", &[]).await?;
    unfold(&widget, "name").await?;
    type_name(&widget, "Les Amis").await?;
    widget.act("name-add").await?;
    wait_for_code(page, NAMED).await?;
    assert_eq!(page.run("return history.length", &[]).await?, entries);
    page.session().back().await?;
    widget.wait_for_screen("summary").await?;
    page.wait_until_equal("location.hash.slice(1)", NAMED).await?;
    page.session().forward().await?;
    widget.wait_for_screen("result").await?;
    wait_for_code(page, NAMED).await
}
