//! The programmes of a group one by one: opened, called something else, answered anew, added, and compared.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario};
use thirtyfour::Key;

use super::group::{BOTH, ONE, OTHER, choose, names, paste, wait_for_programmes};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_programme_is_opened_renamed_and_left", a_programme_is_opened_renamed_and_left),
        Scenario::new("what_is_answered_is_answered_for_the_programme", what_is_answered_is_answered_for_the_programme),
        Scenario::new("a_result_joins_the_group", a_result_joins_the_group),
        Scenario::new("two_stand_side_by_side", two_stand_side_by_side),
    ]
}

async fn a_programme_is_opened_renamed_and_left(page: &Page) -> Result<()> {
    let widget = page.open(BOTH).await?;
    widget.wait_for("[data-open='2']").await?.click().await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(page.run("return document.querySelector('[data-screen]').dataset.code", &[]).await?, OTHER);
    // The address is still that of the group.
    assert_eq!(page.fragment().await?, BOTH);
    let field = widget.wait_for("input[name=rename]").await?;
    field.send_keys("x".repeat(61)).await?;
    field.send_keys(Key::Enter + "").await?;
    widget.wait_for("input[name=rename][aria-invalid]").await?;
    field.clear().await?;
    field.send_keys("Second Spring").await?;
    field.send_keys(Key::Enter + "").await?;
    page.wait_until("document.querySelector('[data-of-group] b').textContent.includes('Second Spring')").await?;
    widget.act("group-back").await?;
    widget.wait_for_screen("group").await?;
    assert_eq!(names(&widget).await?, ["Programme 1", "2 Second Spring"]);
    // A name that was typed is meant, also by who leaves at once.
    widget.wait_for("[data-open='1']").await?.click().await?;
    widget.wait_for("input[name=rename]").await?.send_keys("First Light").await?;
    widget.act("group-back").await?;
    widget.wait_for_screen("group").await?;
    page.wait_until("document.querySelector('[data-programme]').textContent.includes('First Light')").await?;
    assert_eq!(names(&widget).await?, ["1 First Light", "2 Second Spring"]);
    // The browser's own way back leads to the programme and on to the group again.
    page.run("history.back()", &[]).await?;
    widget.wait_for_screen("group").await?;
    assert_eq!(names(&widget).await?, ["1 First Light", "2 Second Spring"]);
    Ok(())
}

async fn what_is_answered_is_answered_for_the_programme(page: &Page) -> Result<()> {
    let widget = page.open(BOTH).await?;
    widget.wait_for("[data-open='2']").await?.click().await?;
    widget.wait_for_screen("result").await?;
    widget.act("summary").await?;
    widget.wait_for("[data-change=h]").await?.click().await?;
    widget.wait_for_question("h").await?;
    widget.answer("h", &[1]).await?;
    widget.continue_().await?;
    widget.wait_for_screen("summary").await?;
    widget.act("group-back").await?;
    widget.wait_for_screen("group").await?;
    page.wait_until("location.hash.includes('k4w1d3f4p1h1')").await?;
    widget.act("undo").await?;
    page.wait_until_equal("location.hash", format!("#{BOTH}")).await
}

async fn a_result_joins_the_group(page: &Page) -> Result<()> {
    let widget = page.open(ONE).await?;
    widget.act("group-join").await?;
    widget.wait_for_screen("group").await?;
    wait_for_programmes(page, 1).await?;
    paste(&widget, OTHER).await?;
    wait_for_programmes(page, 2).await?;
    assert_eq!(page.fragment().await?, BOTH);
    // The result is where it was, and the group too.
    page.run("history.back()", &[]).await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(page.fragment().await?, ONE);
    page.run("history.forward()", &[]).await?;
    widget.wait_for_screen("group").await?;
    wait_for_programmes(page, 2).await?;
    assert_eq!(page.fragment().await?, BOTH);
    Ok(())
}

async fn two_stand_side_by_side(page: &Page) -> Result<()> {
    let widget = page.open(BOTH).await?;
    choose(&widget, 1).await?;
    widget.wait_until_gone("[data-action=side]").await?;
    choose(&widget, 2).await?;
    widget.act("side").await?;
    widget.wait_for_screen("side").await?;
    assert_eq!(widget.each(".pm-sides thead th", "textContent").await?, ["Question", "Programme 1", "Programme 2"]);
    let rows = page.run(
        "return [...document.querySelectorAll('.pm-sides .is-different')].map((row) => row.dataset.row).join('')",
        &[],
    );
    assert_eq!(rows.await?, "kwdph");
    widget.back().await?;
    widget.wait_for_screen("group").await?;
    assert_eq!(page.run("return document.querySelectorAll('[name=chosen]:checked').length", &[]).await?, 2);
    Ok(())
}
