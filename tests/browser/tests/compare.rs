//! A landmark beside the programme: there by a button, back by the browser, and still there after a reload.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Widget};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_near_landmark_opens_and_gives_the_result_back", a_near_landmark_opens),
        Scenario::new("any_landmark_of_the_list_opens", any_landmark_of_the_list_opens),
        Scenario::new("next_and_previous_go_through_the_numbers", next_and_previous_go_through_the_numbers),
        Scenario::new("reloading_keeps_the_landmark", reloading_keeps_the_landmark),
        Scenario::new("narrow_cells_say_whose_they_are", narrow_cells_say_whose_they_are),
    ]
}

const CODE: &str = "ps1-k1w1d1f2p16h1-8";

async fn open_result(page: &Page) -> Result<Widget<'_>> {
    let widget = page.open_in_tab(CODE).await?;
    widget.wait_for_screen("result").await?;
    Ok(widget)
}

async fn click(widget: &Widget<'_>, css: &str) -> Result<()> {
    let button = widget.wait_for(css).await?;
    button.scroll_into_view().await?;
    Ok(button.click().await?)
}

/// Waits for the screen of a landmark, with the keyboard on its heading and the code in the address.
async fn shows(widget: &Widget<'_>, id: &str, title: &str) -> Result<()> {
    widget.wait_for_screen("landmark").await?;
    widget.wait_for(&format!(".pm-facts[data-landmark={id}]")).await?;
    widget.wait_for_focus("h1").await?;
    assert_eq!(widget.each("h1", "textContent").await?, [title]);
    assert_eq!(widget.page().fragment().await?, CODE);
    let spoken = widget.page().run("return document.title", &[]).await?;
    assert_eq!(spoken, format!("{title} – Peer Map"));
    Ok(())
}

async fn a_near_landmark_opens(page: &Page) -> Result<()> {
    let widget = open_result(page).await?;
    click(&widget, "[data-section=nearest] [data-landmark=aa] [data-action=compare]").await?;
    shows(&widget, "aa", "Your programme and Alcoholics Anonymous").await?;
    let alike = widget.each("[data-row] td:last-child", "textContent").await?;
    assert_eq!(alike, ["How alike: Same"; 6]);
    assert_eq!(widget.each("figure[data-figure=route]", "dataset.landmark").await?, ["undefined", "aa"]);
    page.session().back().await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, CODE);
    // Whoever comes back is where they left, and not at the head of a long page.
    widget.wait_for_focus("[data-section=nearest] [data-landmark=aa] [data-action=compare]").await?;
    page.session().forward().await?;
    widget.wait_for_screen("landmark").await?;
    // Our own way back is the browser's.
    widget.act("back").await?;
    widget.wait_for_screen("result").await
}

async fn any_landmark_of_the_list_opens(page: &Page) -> Result<()> {
    let widget = open_result(page).await?;
    // Narrow lists are folded; wide ones stand open, and are none the worse for being opened.
    page.run("document.querySelector('details.pm-fold.is-open-wide').open = true", &[]).await?;
    click(&widget, ".pm-landmarks [data-landmark=partenaires] [data-action=compare]").await?;
    shows(&widget, "partenaires", "Your programme and Patient partners in the PARTENAIRES course").await?;
    let skipped = widget.each("[data-row=d] td", "textContent").await?;
    assert!(skipped[1].ends_with("Does not apply: no direct support is given."), "{skipped:?}");
    widget.wait_for("[data-action=previous]").await?;
    widget.wait_until_gone("[data-action=next]").await
}

async fn next_and_previous_go_through_the_numbers(page: &Page) -> Result<()> {
    let widget = open_result(page).await?;
    click(&widget, "[data-section=nearest] [data-landmark=aa] [data-action=compare]").await?;
    shows(&widget, "aa", "Your programme and Alcoholics Anonymous").await?;
    widget.wait_until_gone("[data-action=previous]").await?;
    click(&widget, "[data-action=next]").await?;
    shows(&widget, "gem", "Your programme and Groupes d'entraide mutuelle (GEM)").await?;
    click(&widget, "[data-action=previous]").await?;
    shows(&widget, "aa", "Your programme and Alcoholics Anonymous").await?;
    for id in ["gem", "aa"] {
        page.session().back().await?;
        widget.wait_for(&format!(".pm-facts[data-landmark={id}]")).await?;
    }
    page.session().back().await?;
    widget.wait_for_screen("result").await
}

async fn reloading_keeps_the_landmark(page: &Page) -> Result<()> {
    let widget = open_result(page).await?;
    click(&widget, "[data-section=nearest] [data-landmark=aa] [data-action=compare]").await?;
    widget.wait_for(".pm-facts[data-landmark=aa]").await?;
    page.run("window.isFromBefore = true", &[]).await?;
    page.session().refresh().await?;
    page.wait_until("!window.isFromBefore").await?;
    page.wait_until_started().await?;
    widget.wait_for(".pm-facts[data-landmark=aa]").await?;
    assert_eq!(widget.page().fragment().await?, CODE);
    page.session().back().await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, CODE);
    Ok(())
}

/// Without room for columns, the head of the table goes and each cell has its column's name; with room, the reverse.
async fn narrow_cells_say_whose_they_are(page: &Page) -> Result<()> {
    let widget = open_result(page).await?;
    click(&widget, "[data-section=nearest] [data-landmark=aa] [data-action=compare]").await?;
    widget.wait_for(".pm-facts[data-landmark=aa]").await?;
    let shown = "(() => { const wide = (css) => document.querySelector(css).getBoundingClientRect().width > 0;
        const table = document.querySelector('.pm-compare');
        return [wide('.pm-compare thead th'), wide('.pm-column'), table.scrollWidth <= table.parentElement.clientWidth]; })()";
    for (width, expected) in [("20em", [false, true, true]), ("60em", [true, false, true])] {
        page.run(&format!("document.querySelector('#peer-map').style.width = '{width}'"), &[]).await?;
        page.wait_until_equal(&format!("JSON.stringify({shown})"), format!("{expected:?}").replace(' ', "")).await?;
    }
    Ok(())
}
