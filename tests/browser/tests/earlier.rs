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
    ]
}

/// Every change of the test edition touches it.
pub const EARLIER: &str = "ps1-k12w16d2f34p14h3-z";
/// What of it stands in the test edition.
pub const CARRIED: &str = "ps2-k12d2p14h3-9";
/// None does.
pub const UNTOUCHED: &str = "ps1-k1w1d1f2p16h1-8";

/// The site as it is when the test edition is today's, in this folder.
pub fn site(folder: &str) -> Result<Site> {
    let site = Page::site()?;
    let html = std::fs::read_to_string(site.folder.join("index.html"))?;
    ensure!(html.matches("data-edition=\"editions/ps1/\"").count() == 1, "index.html should name its edition");
    let html = html.replace("editions/ps1/", &format!("{folder}ps2/"));
    let files = ps2::FILES.map(|file| (format!("/{folder}ps2/{file}.json"), ps2::json(file).to_string()));
    let pages = [("/index.html".to_owned(), html)].into_iter().chain(files).collect();
    Ok(Site { pages, ..site })
}

pub fn later(page: &Page) -> Result<Page> {
    page.on(site("editions/")?)
}

pub async fn shows(widget: &Widget<'_>, code: &str) -> Result<()> {
    let shown = "document.querySelector('[data-code]')?.dataset.code ?? null";
    widget.page().wait_until_equal(shown, code).await?;
    widget.page().wait_until_equal("location.hash", format!("#{code}")).await
}

/// Waits for the note above an earlier edition, or for there to be none.
pub async fn notes(widget: &Widget<'_>, edition: Option<&str>) -> Result<()> {
    let noted = "document.querySelector('.pm-earlier')?.dataset.earlier ?? null";
    widget.page().wait_until_equal(noted, json!(edition)).await
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
