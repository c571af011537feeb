//! The word that the reader uses: looked up without leaving a trace.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Widget};
use serde_json::json;
use thirtyfour::Key;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_false_friend_is_named", a_false_friend_is_named),
        Scenario::new("an_unknown_word_is_fine", an_unknown_word_is_fine),
        Scenario::new("another_word_can_be_looked_up", another_word_can_be_looked_up),
        Scenario::new("what_is_being_typed_stays", what_is_being_typed_stays),
        Scenario::new("a_language_keeps_the_word", a_language_keeps_the_word),
        Scenario::new("the_language_chosen_last_is_shown", the_language_chosen_last_is_shown),
        Scenario::new("labels_come_with_the_result", labels_come_with_the_result),
        Scenario::new("missing_labels_are_told_when_asked_for", missing_labels_are_told_when_asked_for),
        Scenario::new("labels_on_the_way_are_told_and_asked_for_once", labels_on_the_way_are_told_and_asked_for_once),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

/// Puts a word into the field, in place of what is there.
async fn type_word(widget: &Widget<'_>, word: &str) -> Result<()> {
    let field = widget.wait_for("input[name=label]").await?;
    field.clear().await?;
    Ok(field.send_keys(word).await?)
}

/// Waits until a label is explained.
async fn explains(widget: &Widget<'_>, id: &str) -> Result<()> {
    widget.wait_for(&format!("[data-section=label] [role=status]:not(:empty) ~ [data-label={id}]")).await?;
    Ok(())
}

async fn leaves_no_trace(page: &Page) -> Result<()> {
    assert_eq!(page.fragment().await?, CODE);
    assert_eq!(page.run("return location.search", &[]).await?, "?lang=en");
    assert_eq!(page.run("return document.cookie + localStorage.length + sessionStorage.length", &[]).await?, "00");
    assert!(!page.take_requests().iter().any(|path| path.contains("pair")), "the word was sent");
    Ok(())
}

async fn a_false_friend_is_named(page: &Page) -> Result<()> {
    for by_key in [true, false] {
        let widget = page.open(CODE).await?;
        widget.wait_for("#pm-labels option[value='Pair aidant']").await?;
        type_word(&widget, "pair-aidante").await?;
        match by_key {
            true => widget.wait_for("input[name=label]").await?.send_keys(Key::Enter).await?,
            false => widget.act("label").await?,
        }
        explains(&widget, "pair-aidant").await?;
        widget.wait_for("[data-section=label] [data-unlike=proche-aidant] b[lang=fr]").await?;
        let sources = widget.each("[data-label=pair-aidant] a[rel=noreferrer]", "href").await?;
        assert!(!sources.is_empty() && sources.iter().all(|source| source.starts_with("http")), "{sources:?}");
        assert_eq!(widget.code().await?, CODE);
        leaves_no_trace(page).await?;
    }
    Ok(())
}

async fn an_unknown_word_is_fine(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    type_word(&widget, "quux").await?;
    widget.act("label").await?;
    page.wait_until(
        "document.querySelector('[data-section=label] [role=status]').textContent.includes('That is fine')",
    )
    .await?;
    widget.wait_for("[data-section=label] [data-other]").await?;
    // Nothing, to take it back.
    type_word(&widget, " ").await?;
    widget.act("label").await?;
    widget.wait_until_gone("[data-section=label] [data-other]").await
}

async fn another_word_can_be_looked_up(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    type_word(&widget, "peer navigators").await?;
    widget.act("label").await?;
    explains(&widget, "peer-navigator").await?;
    let other = widget.each("[data-section=label] [data-other]", "dataset.other").await?.remove(0);
    widget.wait_for(&format!("[data-other={other}]")).await?.click().await?;
    explains(&widget, &other).await?;
    let name = page.run("return document.querySelector('.pm-said b').textContent", &[]).await?;
    let written = widget.each("input[name=label]", "value").await?;
    assert_eq!(written, [name.as_str().unwrap_or_default()], "the field says what is explained");
    widget.wait_for_focus("#pm-label-title").await?;
    widget.wait_until_gone(&format!("[data-other={other}]")).await?;
    leaves_no_trace(page).await
}

async fn what_is_being_typed_stays(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    type_word(&widget, "peer navigator").await?;
    widget.act("label").await?;
    explains(&widget, "peer-navigator").await?;
    type_word(&widget, "recovery co").await?;
    let point = "document.querySelector('.pm-item').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))";
    page.run(point, &[]).await?;
    widget.wait_for(".pm-explain .pm-explained").await?;
    assert_eq!(widget.each("input[name=label]", "value").await?, ["recovery co"]);
    // Coming again, the field begins with the word that is explained.
    widget.act("summary").await?;
    widget.wait_for_screen("summary").await?;
    widget.act("result").await?;
    explains(&widget, "peer-navigator").await?;
    assert_eq!(widget.each("input[name=label]", "value").await?, ["peer navigator"]);
    Ok(())
}

async fn the_language_chosen_last_is_shown(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    widget.wait_for("#pm-labels option").await?;
    // French comes only when it is let through.
    let hold = "const kept = fetch; window.late = new Promise((resolve) => { window.release = resolve; });
        window.fetch = async (address, ...rest) => {
            const response = await kept(address, ...rest);
            if (String(address).includes('/fr.json')) { await window.late; window.passed = true; }
            return response;
        }";
    page.run(hold, &[]).await?;
    let choose = |tag: &str| format!("document.querySelector('nav button[lang={tag}]').click()");
    page.run(&choose("fr"), &[]).await?;
    page.run(&choose("zh-Hans"), &[]).await?;
    page.wait_until("document.documentElement.lang === 'zh-Hans'").await?;
    page.run("window.release()", &[]).await?;
    page.wait_until("window.passed").await?;
    page.run("return new Promise((resolve) => setTimeout(resolve, 300))", &[]).await?;
    assert_eq!(page.run("return document.documentElement.lang", &[]).await?, "zh-Hans");
    Ok(())
}

async fn a_language_keeps_the_word(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    type_word(&widget, "peer navigator").await?;
    widget.act("label").await?;
    explains(&widget, "peer-navigator").await?;
    for (tag, words) in [("fr", "Vous les appelez"), ("zh-Hans", "您称他们为"), ("en", "You call them")] {
        widget.choose_language(tag).await?;
        explains(&widget, "peer-navigator").await?;
        let said = format!("document.querySelector('[role=status] .pm-said')?.textContent.includes({})", json!(words));
        page.wait_until(&said).await?;
        assert_eq!(widget.each("input[name=label]", "value").await?, ["peer navigator"]);
    }
    // The same language once more is no reason to lose them.
    widget.choose_language("en").await?;
    explains(&widget, "peer-navigator").await?;
    assert_eq!(page.fragment().await?, CODE);
    widget.act("summary").await?;
    widget.wait_for_screen("summary").await?;
    widget.act("result").await?;
    explains(&widget, "peer-navigator").await
}

/// How often the page asked for a file of labels.
const ASKED: &str =
    "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/labels.')).length";

async fn labels_come_with_the_result(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    let answers: [(&str, &[u8]); 6] = [("k", &[1]), ("w", &[1]), ("d", &[3]), ("f", &[4]), ("p", &[1, 4]), ("h", &[4])];
    widget.answer_all(&answers).await?;
    widget.wait_for_screen("summary").await?;
    assert_eq!(page.run(&format!("return {ASKED}"), &[]).await?, 0, "they were fetched before the result");
    widget.act("result").await?;
    widget.wait_for("#pm-labels option").await?;
    page.wait_until_equal(ASKED, 2).await?;
    // Coming again, they are there.
    widget.act("summary").await?;
    widget.wait_for_screen("summary").await?;
    widget.act("result").await?;
    widget.wait_for("#pm-labels option").await?;
    page.wait_until_equal(ASKED, 2).await
}

async fn missing_labels_are_told_when_asked_for(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k13w14d2f4p14-5").await?;
    widget.wait_for_question("h").await?;
    let miss = "window.kept = fetch; window.fetch = (address, ...rest) => kept(`${address}.missing`, ...rest)";
    page.run(miss, &[]).await?;
    widget.answer_all(&[("h", &[3])]).await?;
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    let said = "document.querySelector('[data-section=label] [role=status]').textContent";
    assert_eq!(page.run(&format!("return {said}"), &[]).await?, "");
    type_word(&widget, "peer navigator").await?;
    widget.act("label").await?;
    page.wait_until(&format!("{said}.includes('could not be loaded')")).await?;
    // Asking once more asks for them once more.
    page.run("window.fetch = kept", &[]).await?;
    widget.act("label").await?;
    explains(&widget, "peer-navigator").await
}

async fn labels_on_the_way_are_told_and_asked_for_once(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k13w14d2f4p14-5").await?;
    widget.wait_for_question("h").await?;
    let miss = "window.kept = fetch; window.fetch = (address, ...rest) => kept(`${address}.missing`, ...rest)";
    page.run(miss, &[]).await?;
    widget.answer_all(&[("h", &[3])]).await?;
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    type_word(&widget, "peer navigator").await?;
    widget.act("label").await?;
    let said = "document.querySelector('[data-section=label] [role=status]').textContent";
    page.wait_until(&format!("{said}.includes('could not be loaded')")).await?;
    let hold = "window.asked = 0; window.late = new Promise((resolve) => { window.release = resolve; });
        window.fetch = async (...asked) => { window.asked += 1; await window.late; return kept(...asked); }";
    page.run(hold, &[]).await?;
    for _ in 0..2 {
        widget.act("label").await?;
        page.wait_until(&format!("{said}.includes('is being loaded')")).await?;
    }
    page.wait_until_equal("window.asked", 2).await?;
    page.run("window.release()", &[]).await?;
    explains(&widget, "peer-navigator").await
}
