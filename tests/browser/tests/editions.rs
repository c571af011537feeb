//! Editions that do not come, come late, or come in another language than was asked for first.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario, Widget};

use crate::earlier::{CARRIED, EARLIER, UNTOUCHED, later, notes, shows, site};
use crate::history::reload;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("an_edition_that_does_not_come_is_told", an_edition_that_does_not_come_is_told),
        Scenario::new("a_newer_code_is_told", a_newer_code_is_told),
        Scenario::new("a_damaged_earlier_code_costs_nothing", a_damaged_earlier_code_costs_nothing),
        Scenario::new("an_earlier_edition_speaks_every_language", an_earlier_edition_speaks_every_language),
        Scenario::new("of_two_codes_the_last_is_shown", of_two_codes_the_last_is_shown),
        Scenario::new("of_two_languages_the_last_is_shown", of_two_languages_the_last_is_shown),
        Scenario::new("whoever_moves_on_stays_there", whoever_moves_on_stays_there),
        Scenario::new("a_slow_way_back_is_not_written_over", a_slow_way_back_is_not_written_over),
    ]
}

async fn tells(widget: &Widget<'_>, sentence: &str) -> Result<()> {
    widget.wait_for_screen("damaged").await?;
    widget.wait_for("[role=alert][data-problem=edition]").await?;
    let said = widget.each("[role=alert]", "innerText").await?.concat();
    ensure!(said.contains(sentence), "\"{sentence}\" is not said: {said}");
    Ok(())
}

/// Holds back every answer to `fetch` from now on, until [`release`].
async fn hold(page: &Page) -> Result<()> {
    let hold = "window.kept = fetch; window.held = []; \
                window.fetch = (...asked) => new Promise((done) => held.push(() => done(kept(...asked))))";
    page.run(hold, &[]).await?;
    Ok(())
}

/// Waits until something is held back.
async fn wait_for_held(page: &Page) -> Result<()> {
    page.wait_until("held.length > 0").await?;
    Ok(())
}

/// Lets everything go, and waits until what comes of it has come.
async fn release(page: &Page) -> Result<()> {
    page.run("window.fetch = kept; held.forEach((go) => go())", &[]).await?;
    // An edition is two files, one asked for after the other; these three are asked for after both, and the turn that
    // follows is after any rendering. (No frame: a tab behind another has none.)
    let settled = "return (async () => { for (let round = 0; round < 3; round += 1) { \
                   await (await fetch('editions/ps1/edition.json')).text(); } \
                   await new Promise((done) => setTimeout(done)); })()";
    page.run(settled, &[]).await?;
    Ok(())
}

async fn an_edition_that_does_not_come_is_told(page: &Page) -> Result<()> {
    // Nothing stands beside this folder.
    let page = page.on(site("elsewhere/")?)?;
    let widget = page.open(EARLIER).await?;
    let sentence = "The code belongs to “ps1”, an earlier edition, which could not be loaded.";
    tells(&widget, sentence).await?;
    assert_eq!(page.fragment().await?, EARLIER, "the address stays");
    widget.act("back").await?;
    widget.wait_for_question("k").await?;
    widget.click_option("k", 3).await?;
    widget.open_typed(EARLIER).await?;
    tells(&widget, sentence).await?;
    widget.act("back").await?;
    widget.wait_for_question("k").await?;
    widget.wait_until_checked("k", &[3]).await?;
    page.change_fragment(EARLIER).await?;
    tells(&widget, sentence).await?;
    widget.wait_for_focus("[role=alert]").await?;
    assert_eq!(page.fragment().await?, EARLIER);
    widget.act("back").await?;
    widget.wait_for_question("k").await?;
    widget.wait_until_checked("k", &[3]).await
}

async fn a_newer_code_is_told(page: &Page) -> Result<()> {
    let newer = "“ps9”, a newer edition than this page knows. It knows ps2. Load the page again";
    let page = later(page)?;
    let widget = page.open("ps9-k1-x").await?;
    tells(&widget, newer).await?;
    assert_eq!(page.fragment().await?, "ps9-k1-x");
    // Beside an earlier edition, what today's knows counts; and the earlier one stays.
    page.change_fragment(EARLIER).await?;
    shows(&widget, EARLIER).await?;
    page.change_fragment("ps9-k1-x").await?;
    tells(&widget, newer).await?;
    widget.act("back").await?;
    shows(&widget, EARLIER).await?;
    notes(&widget, Some("ps1")).await?;
    page.change_fragment("xyz1-k1-x").await?;
    tells(&widget, "“xyz1”, an edition that this page does not know. It knows ps2.").await?;
    // A code of today's, typed there, is opened in today's.
    widget.open_typed(CARRIED).await?;
    widget.wait_for_question("w").await?;
    notes(&widget, None).await?;
    assert_eq!(page.fragment().await?, CARRIED);
    Ok(())
}

async fn a_damaged_earlier_code_costs_nothing(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open("ps2-k12d2p14h3-9").await?;
    widget.wait_for_question("w").await?;
    widget.click_option("w", 3).await?;
    let damaged = "ps1-k12w16d2f34p14h3-a";
    widget.act("about").await?;
    widget.wait_for_screen("about").await?;
    page.change_fragment(damaged).await?;
    widget.wait_for_screen("damaged").await?;
    // It is read in the words of its own edition.
    assert_eq!(widget.summary().await?[1].1, ["Listen and support", "Speak up"]);
    assert_eq!(page.fragment().await?, damaged);
    widget.act("back").await?;
    widget.wait_for_screen("about").await?;
    assert_eq!(page.fragment().await?, CARRIED);
    widget.act("back").await?;
    widget.wait_for_question("w").await?;
    widget.wait_until_checked("w", &[3]).await?;
    notes(&widget, None).await?;
    page.change_fragment(damaged).await?;
    widget.wait_for_screen("damaged").await?;
    widget.act("use").await?;
    widget.wait_for_screen("summary").await?;
    notes(&widget, Some("ps1")).await?;
    assert_eq!(page.fragment().await?, EARLIER);
    // Opened first, it leads back to today's beginning.
    let widget = page.open(damaged).await?;
    widget.wait_for_screen("damaged").await?;
    widget.act("back").await?;
    widget.wait_for_question("k").await?;
    notes(&widget, None).await
}

async fn an_earlier_edition_speaks_every_language(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open_in("fr", EARLIER).await?;
    shows(&widget, EARLIER).await?;
    widget.wait_for_language("fr").await?;
    for (tag, words) in [
        ("zh-Hans", "现在叫“不同的困境”"),
        ("en", "is now called “A different hardship”"),
        ("fr", "Une épreuve différente"),
    ] {
        widget.choose_language(tag).await?;
        page.wait_until(&format!("document.body.innerText.includes({words:?})")).await?;
        notes(&widget, Some("ps1")).await?;
        shows(&widget, EARLIER).await?;
        page.wait_until_equal("new URLSearchParams(location.search).get('lang')", tag).await?;
    }
    // The language stays on the way to today's edition and back.
    widget.act("current").await?;
    widget.wait_for_question("w").await?;
    widget.wait_for_language("fr").await?;
    widget.choose_language("zh-Hans").await?;
    widget.wait_for_question("w").await?;
    page.session().back().await?;
    shows(&widget, EARLIER).await?;
    widget.wait_for_language("zh-Hans").await?;
    // A language and a code that are asked for one after another both come.
    let widget = page.open("").await?;
    hold(&page).await?;
    widget.open_typed(EARLIER).await?;
    wait_for_held(&page).await?;
    widget.wait_for("nav button[lang=fr]").await?.click().await?;
    release(&page).await?;
    shows(&widget, EARLIER).await?;
    widget.wait_for_language("fr").await?;
    notes(&widget, Some("ps1")).await
}

async fn of_two_codes_the_last_is_shown(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open("ps2-k1-3").await?;
    widget.wait_for_question("w").await?;
    hold(&page).await?;
    page.change_fragment(EARLIER).await?;
    wait_for_held(&page).await?;
    page.change_fragment(UNTOUCHED).await?;
    widget.wait_for_question("w").await?;
    release(&page).await?;
    shows(&widget, UNTOUCHED).await?;
    // The last one needs nothing to be fetched, and the one before it comes too late.
    let widget = page.open("ps2-k1-3").await?;
    widget.wait_for_question("w").await?;
    hold(&page).await?;
    page.change_fragment(EARLIER).await?;
    wait_for_held(&page).await?;
    page.change_fragment(CARRIED).await?;
    page.wait_until_equal("location.hash", format!("#{CARRIED}")).await?;
    release(&page).await?;
    widget.wait_for_question("w").await?;
    notes(&widget, None).await?;
    assert_eq!(page.fragment().await?, CARRIED);
    Ok(())
}

async fn of_two_languages_the_last_is_shown(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open(EARLIER).await?;
    shows(&widget, EARLIER).await?;
    hold(&page).await?;
    for (count, tag) in [(1, "fr"), (2, "zh-Hans")] {
        widget.wait_for(&format!("nav button[lang={tag}]")).await?.click().await?;
        page.wait_until(&format!("held.length === {count}")).await?;
    }
    release(&page).await?;
    widget.wait_for_language("zh-Hans").await?;
    page.wait_until_equal("new URLSearchParams(location.search).get('lang')", "zh-Hans").await?;
    notes(&widget, Some("ps1")).await
}

async fn whoever_moves_on_stays_there(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open("").await?;
    widget.wait_for_question("k").await?;
    hold(&page).await?;
    widget.open_typed(EARLIER).await?;
    wait_for_held(&page).await?;
    widget.answer("k", &[1]).await?;
    widget.act("continue").await?;
    widget.wait_for_question("w").await?;
    release(&page).await?;
    widget.wait_for_question("w").await?;
    notes(&widget, None).await?;
    assert_eq!(page.fragment().await?, "ps2-k1-3");
    Ok(())
}

async fn a_slow_way_back_is_not_written_over(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open_in_tab(EARLIER).await?;
    widget.wait_for_screen("result").await?;
    widget.act("current").await?;
    widget.wait_for_question("w").await?;
    // Now the earlier edition is not at hand.
    reload(&page).await?;
    widget.wait_for_question("w").await?;
    hold(&page).await?;
    page.session().back().await?;
    wait_for_held(&page).await?;
    // What is ticked while it is on its way leaves its address alone.
    widget.click_option("w", 3).await?;
    widget.wait_until_checked("w", &[3]).await?;
    assert_eq!(page.fragment().await?, EARLIER);
    release(&page).await?;
    shows(&widget, EARLIER).await?;
    notes(&widget, Some("ps1")).await
}
