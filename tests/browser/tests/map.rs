//! The whole map: the ways to it, and the ways back.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Widget};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("the_map_gives_back_the_question", the_map_gives_back_the_question),
        Scenario::new("an_address_opens_the_map", an_address_opens_the_map),
        Scenario::new("a_code_goes_before_the_map", a_code_goes_before_the_map),
        Scenario::new("a_landmark_leads_back_to_the_map", a_landmark_leads_back_to_the_map),
        Scenario::new("every_rule_can_be_read", every_rule_can_be_read),
        Scenario::new("the_map_can_be_asked_for_before_the_widget", the_map_can_be_asked_for_before_the_widget),
    ]
}

/// Opens the page by an address that asks for the map.
async fn open_map<'a>(page: &'a Page, fragment: &str) -> Result<Widget<'a>> {
    page.visit(&format!("index.html?lang=en&mode=map{fragment}")).await?;
    page.wait_until_started().await?;
    Ok(page.widget())
}

async fn the_map_gives_back_the_question(page: &Page) -> Result<()> {
    let widget = page.open_in_tab("ps1-k1-b").await?;
    widget.wait_for_question("w").await?;
    for option in [2, 4] {
        widget.click_option("w", option).await?;
    }
    widget.wait_until_checked("w", &[2, 4]).await?;
    widget.act("map").await?;
    widget.wait_for_screen("map").await?;
    widget.wait_for_focus("h1").await?;
    page.wait_until("document.title.startsWith('The whole map')").await?;
    assert_eq!(page.fragment().await?, "ps1-k1-b", "the answers stay in the address");
    widget.wait_until_gone("[data-action=map]").await?;
    widget.act("back").await?;
    widget.wait_for_question("w").await?;
    widget.wait_until_checked("w", &[2, 4]).await?;
    // The browser's own way is the same.
    widget.act("map").await?;
    widget.wait_for_screen("map").await?;
    page.session().back().await?;
    widget.wait_for_question("w").await?;
    widget.wait_until_checked("w", &[2, 4]).await?;
    page.session().forward().await?;
    widget.wait_for_screen("map").await?;
    // And so is going to place a programme, from the first open question on.
    widget.act("questions").await?;
    widget.wait_for_question("w").await?;
    widget.wait_until_checked("w", &[2, 4]).await
}

async fn an_address_opens_the_map(page: &Page) -> Result<()> {
    let widget = open_map(page, "").await?;
    widget.wait_for_screen("map").await?;
    widget.figure("territory").await?;
    let kinds = widget.each("article[data-kind]", "dataset.kind").await?;
    assert_eq!(kinds.len(), 11, "{kinds:?}");
    widget.wait_until_gone("[data-match], [data-code]").await?;
    widget.act("questions").await?;
    widget.wait_for_question("k").await?;
    page.session().back().await?;
    widget.wait_for_screen("map").await?;
    // No entry of ours lies below it, and there is a way back all the same.
    widget.act("back").await?;
    widget.wait_for_question("k").await?;
    widget.wait_until_gone("[data-action=back]").await
}

async fn a_code_goes_before_the_map(page: &Page) -> Result<()> {
    let widget = open_map(page, "#ps1-k1w1d1f2p16h1-8").await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, "ps1-k1w1d1f2p16h1-8");
    Ok(())
}

async fn a_landmark_leads_back_to_the_map(page: &Page) -> Result<()> {
    let widget = page.open_in_tab("").await?;
    widget.act("map").await?;
    widget.wait_for_screen("map").await?;
    widget.wait_for("[data-kind=mutual] [data-landmark=aa] button").await?.click().await?;
    widget.wait_for_screen("landmark").await?;
    page.wait_until("document.title.startsWith('Alcoholics Anonymous')").await?;
    page.session().back().await?;
    widget.wait_for_screen("map").await?;
    page.session().back().await?;
    widget.wait_for_question("k").await
}

async fn every_rule_can_be_read(page: &Page) -> Result<()> {
    let widget = open_map(page, "").await?;
    let rule = "What peers do: Improve care (and nothing else)";
    widget.wait_for("[data-section=rules] details:not([open]) > summary").await?.click().await?;
    widget.wait_for("[data-section=rules] details[open]").await?;
    let said = widget.words().await?;
    assert!(said.contains("is not asked when this holds") && said.contains(rule), "{said}");
    let rows = widget.each("[data-section=rules] tbody tr", "dataset.kind").await?;
    assert_eq!(rows.len(), 11, "{rows:?}");
    Ok(())
}

async fn the_map_can_be_asked_for_before_the_widget(page: &Page) -> Result<()> {
    let mut site = Page::site()?;
    // Deferred scripts run in order, so this one runs before the one that starts the widget.
    site.head = "<script defer src=\"/early.js\"></script>".to_owned();
    site.pages.push(("/early.js".to_owned(), "document.querySelector('[data-action=map]').click()".to_owned()));
    let page = page.on(site)?;
    let widget = page.open("").await?;
    widget.wait_for_screen("map").await?;
    widget.act("back").await?;
    widget.wait_for_question("k").await
}
