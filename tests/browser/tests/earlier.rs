//! Codes of an earlier edition: opened as classified then, with what changed, and the way to today's edition. The site has
//! the test edition `ps2` as today's, and `ps1` beside it.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario, Site, Widget};
use serde_json::json;

use crate::history::reload;
use crate::ps2;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("an_earlier_code_is_shown_as_classified_then", an_earlier_code_is_shown_as_classified_then),
        Scenario::new("only_what_changed_is_asked", only_what_changed_is_asked),
        Scenario::new("back_leads_to_what_was_classified_then", back_leads_to_what_was_classified_then),
        Scenario::new("an_earlier_code_can_be_typed", an_earlier_code_can_be_typed),
        Scenario::new("a_partial_earlier_code_resumes_in_its_edition", a_partial_earlier_code_resumes_in_its_edition),
        Scenario::new("beginning_again_is_with_todays_edition", beginning_again_is_with_todays_edition),
        Scenario::new("an_edition_that_does_not_come_is_told", an_edition_that_does_not_come_is_told),
        Scenario::new("a_newer_code_is_told", a_newer_code_is_told),
        Scenario::new("a_damaged_earlier_code_costs_nothing", a_damaged_earlier_code_costs_nothing),
        Scenario::new("an_earlier_edition_speaks_every_language", an_earlier_edition_speaks_every_language),
        Scenario::new("of_two_codes_the_last_is_shown", of_two_codes_the_last_is_shown),
        Scenario::new("whoever_moves_on_stays_there", whoever_moves_on_stays_there),
        Scenario::new("a_slow_way_back_is_not_written_over", a_slow_way_back_is_not_written_over),
    ]
}

/// Every change of the test edition touches it.
const EARLIER: &str = "ps1-k12w16d2f34p14h3-z";
/// What of it stands in the test edition.
const CARRIED: &str = "ps2-k12d2p14h3-9";
/// None does.
const UNTOUCHED: &str = "ps1-k1w1d1f2p16h1-8";

/// The site as it is when the test edition is today's, in this folder.
fn site(folder: &str) -> Result<Site> {
    let site = Page::site()?;
    let html = std::fs::read_to_string(site.folder.join("index.html"))?;
    ensure!(html.matches("data-edition=\"editions/ps1/\"").count() == 1, "index.html should name its edition");
    let html = html.replace("editions/ps1/", &format!("{folder}ps2/"));
    let files = ps2::FILES.map(|file| (format!("/{folder}ps2/{file}.json"), ps2::json(file).to_string()));
    let pages = [("/index.html".to_owned(), html)].into_iter().chain(files).collect();
    Ok(Site { pages, ..site })
}

fn later(page: &Page) -> Result<Page> {
    page.on(site("editions/")?)
}

async fn shows(widget: &Widget<'_>, code: &str) -> Result<()> {
    let shown = "document.querySelector('[data-code]')?.dataset.code ?? null";
    widget.page().wait_until_equal(shown, code).await?;
    widget.page().wait_until_equal("location.hash", format!("#{code}")).await
}

/// Waits for the note above an earlier edition, or for there to be none.
async fn notes(widget: &Widget<'_>, edition: Option<&str>) -> Result<()> {
    let noted = "document.querySelector('.pm-earlier')?.dataset.earlier ?? null";
    widget.page().wait_until_equal(noted, json!(edition)).await
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

async fn an_earlier_code_is_shown_as_classified_then(page: &Page) -> Result<()> {
    let widget = page.open(EARLIER).await?;
    shows(&widget, EARLIER).await?;
    let (kinds, landmarks) = (widget.kinds().await?, widget.landmarks().await?);
    notes(&widget, None).await?;
    let page = later(page)?;
    let widget = page.open(EARLIER).await?;
    shows(&widget, EARLIER).await?;
    notes(&widget, Some("ps1")).await?;
    assert_eq!((widget.kinds().await?, widget.landmarks().await?), (kinds, landmarks));
    assert_eq!(widget.each(".pm-earlier [data-changed]", "dataset.changed").await?, ["k2", "w6", "f3", "p7"]);
    assert_eq!(widget.each(".pm-earlier [data-changed]:has(b)", "dataset.changed").await?, ["k2", "w6", "f3"]);
    let said = widget.words().await?;
    assert!(said.contains("“Speak up” is no longer among the answers."), "{said}");
    // Its link leads to it again, and its words are looked up in its own files.
    let link = widget.each("input[name=share-link]", "value").await?.concat();
    assert!(link.ends_with(&format!("#{EARLIER}")), "{link}");
    page.wait_until("performance.getEntriesByName(new URL('editions/ps1/labels.json', location)).length").await?;
    let asked = page.take_requests();
    let count = |file: &str| asked.iter().filter(|path| path.ends_with(file)).count();
    assert_eq!((count("ps1/edition.json"), count("ps1/en.json"), count("ps2/labels.json")), (1, 1, 0), "{asked:?}");
    // What touches no answer is said to, and folded away.
    page.change_fragment(UNTOUCHED).await?;
    shows(&widget, UNTOUCHED).await?;
    notes(&widget, Some("ps1")).await?;
    widget.wait_for(".pm-earlier details:not([open])").await?;
    assert!(widget.words().await?.contains("No answer given here is touched by what has changed."));
    assert!(page.take_requests().iter().all(|path| !path.ends_with("edition.json")), "it was fetched already");
    // A code of today's has no note.
    page.change_fragment(CARRIED).await?;
    widget.wait_for_question("w").await?;
    notes(&widget, None).await
}

async fn only_what_changed_is_asked(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open(EARLIER).await?;
    widget.wait_for_screen("result").await?;
    widget.press("Answer the changed questions").await?;
    widget.wait_for_question("w").await?;
    widget.wait_for_focus("h1").await?;
    notes(&widget, None).await?;
    assert_eq!(page.fragment().await?, CARRIED);
    assert_eq!(widget.options_checked("w").await?, [0_u8; 0]);
    widget.answer_all(&[("w", &[1])]).await?;
    widget.wait_for_question("f").await?;
    assert_eq!(widget.each("input[name=f]", "value").await?, ["1", "2", "5", "6", "4", "0"]);
    widget.answer_all(&[("f", &[5])]).await?;
    widget.wait_for_screen("summary").await?;
    let answers: Vec<String> = widget.summary().await?.into_iter().map(|(_, lines)| lines.join(", ")).collect();
    let expected = [
        "The same experience, A different hardship",
        "Listen and support",
        "Some of each",
        "Organised, with expenses paid back",
        "Community places, Clinics and hospitals",
        "A partnership",
    ];
    assert_eq!(answers, expected);
    widget.act("result").await?;
    shows(&widget, "ps2-k12w1d2f5p14h3-e").await?;
    notes(&widget, None).await?;
    // Where nothing is asked, today's result is shown at once.
    page.change_fragment(UNTOUCHED).await?;
    shows(&widget, UNTOUCHED).await?;
    widget.press("Show it with today’s edition").await?;
    shows(&widget, "ps2-k1w1d1f2p16h1-2").await?;
    widget.wait_for_focus("h1").await
}

async fn back_leads_to_what_was_classified_then(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open_in_tab(EARLIER).await?;
    widget.wait_for_screen("result").await?;
    widget.act("current").await?;
    widget.wait_for_question("w").await?;
    widget.answer_all(&[("w", &[1])]).await?;
    widget.wait_for_question("f").await?;
    page.session().back().await?;
    widget.wait_for_question("w").await?;
    widget.wait_until_checked("w", &[1]).await?;
    page.session().back().await?;
    shows(&widget, EARLIER).await?;
    notes(&widget, Some("ps1")).await?;
    widget.wait_for_focus(".pm-earlier h2").await?;
    page.session().forward().await?;
    widget.wait_for_question("w").await?;
    notes(&widget, None).await?;
    widget.wait_until_checked("w", &[1]).await?;
    // Reloading leaves each as it is.
    reload(&page).await?;
    widget.wait_for_question("w").await?;
    notes(&widget, None).await?;
    page.session().back().await?;
    shows(&widget, EARLIER).await?;
    reload(&page).await?;
    shows(&widget, EARLIER).await?;
    notes(&widget, Some("ps1")).await?;
    page.session().forward().await?;
    widget.wait_for_question("w").await?;
    // The way back within the widget is the same.
    widget.act("back").await?;
    shows(&widget, EARLIER).await?;
    notes(&widget, Some("ps1")).await
}

async fn an_earlier_code_can_be_typed(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open_in_tab("").await?;
    widget.click_option("k", 3).await?;
    widget.open_typed(&format!("https://example.org/#{EARLIER}")).await?;
    shows(&widget, EARLIER).await?;
    notes(&widget, Some("ps1")).await?;
    widget.wait_for_focus(".pm-earlier h2").await?;
    page.session().back().await?;
    widget.wait_for_question("k").await?;
    notes(&widget, None).await?;
    // Without its check character it is looked at first, and goes nowhere before.
    widget.open_typed("PS1 - k1w6d1f3p1h1").await?;
    widget.wait_for_screen("summary").await?;
    notes(&widget, Some("ps1")).await?;
    widget.wait_for("[data-unchecked]").await?;
    widget.wait_until_gone("[data-action=current]").await?;
    assert_eq!(widget.summary().await?[1].1, ["Speak up"]);
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    widget.wait_for("[data-action=current]").await?;
    // From there, a code of today's.
    let todays = "ps2-k9-o";
    page.change_fragment(todays).await?;
    shows(&widget, todays).await?;
    notes(&widget, None).await
}

async fn a_partial_earlier_code_resumes_in_its_edition(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open("").await?;
    widget.wait_for_question("k").await?;
    // What is ticked in one edition means nothing in another.
    widget.click_option("k", 3).await?;
    widget.wait_until_checked("k", &[3]).await?;
    page.change_fragment("ps1-k1w6-b").await?;
    widget.wait_for_question("d").await?;
    notes(&widget, Some("ps1")).await?;
    widget.answer_all(&[("d", &[1]), ("f", &[3]), ("p", &[1]), ("h", &[1])]).await?;
    widget.wait_for_screen("summary").await?;
    notes(&widget, Some("ps1")).await?;
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    assert!(widget.code().await?.starts_with("ps1-k1w6d1f3p1h1-"));
    widget.act("current").await?;
    widget.wait_for_question("w").await?;
    notes(&widget, None).await
}

async fn beginning_again_is_with_todays_edition(page: &Page) -> Result<()> {
    let page = later(page)?;
    let widget = page.open_in_tab(EARLIER).await?;
    widget.wait_for_screen("result").await?;
    widget.act("start-again").await?;
    widget.wait_for_question("k").await?;
    notes(&widget, None).await?;
    assert_eq!(page.fragment().await?, "");
    assert_eq!(widget.options_checked("k").await?, [0_u8; 0]);
    page.session().back().await?;
    shows(&widget, EARLIER).await?;
    page.change_fragment("").await?;
    widget.wait_for_question("k").await?;
    notes(&widget, None).await
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
    tells(&widget, "“xyz1”, an edition that this page does not know. It knows ps2.").await
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
