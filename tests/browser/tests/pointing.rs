//! Pointing at the map: hover, tap and the keyboard explain what is there, and nothing needs any of them.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Widget};
use thirtyfour::Key;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("hover_and_tap_explain", hover_and_tap_explain),
        Scenario::new("the_map_is_one_tab_stop_with_arrows_inside", the_map_is_one_tab_stop_with_arrows_inside),
        Scenario::new("an_explained_landmark_can_be_opened", an_explained_landmark_can_be_opened),
        Scenario::new("a_region_answers_over_its_surface", a_region_answers_over_its_surface),
        Scenario::new("the_table_needs_no_pointing", the_table_needs_no_pointing),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

/// The map that the width of the window leaves visible.
const SHOWN: &str = "[...document.querySelectorAll('svg.pm-map')].find((map) => map.getBoundingClientRect().width > 0)";

/// Moves the pointer to an item of the map, and presses it or not.
async fn point(page: &Page, inner: &str, press: bool) -> Result<()> {
    let item = format!("({SHOWN})?.querySelector('{inner}')?.closest('.pm-item').querySelector('.m-hit') ?? null");
    let item = page.wait_for_element(&item).await?;
    let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    page.run(middle, &[item.to_json()?]).await?;
    let pointer = page.session().action_chain().move_to_element_center(&item);
    Ok(if press { pointer.click() } else { pointer }.perform().await?)
}

async fn wait_for_words(widget: &Widget<'_>, words: &str) -> Result<()> {
    let told = "document.querySelector('.pm-explain [role=status]')?.textContent ?? ''";
    widget.page().wait_until(&format!("({told}).includes('{words}')")).await?;
    Ok(())
}

async fn hover_and_tap_explain(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    wait_for_words(&widget, "arrow keys").await?;
    // WebKit lets a page write into the history a hundred times in half a minute; pointing is no step.
    page.run("window.writes = 0; history.replaceState = history.pushState = () => { window.writes += 1; }", &[])
        .await?;
    point(page, "[data-landmark=mchb]", false).await?;
    wait_for_words(&widget, "Multicultural Health Brokers").await?;
    point(page, ".pm-tab[data-kind=bridge]", true).await?;
    wait_for_words(&widget, "Insiders of a community").await?;
    // What was chosen stays, whatever the pointer passes over on its way to the links below the map.
    point(page, "[data-landmark=mchb]", false).await?;
    let hint = widget.wait_for(".pm-explain b").await?;
    page.session().action_chain().move_to_element_center(&hint).perform().await?;
    wait_for_words(&widget, "Insiders of a community").await?;
    point(page, "[data-landmark=mchb]", false).await?;
    wait_for_words(&widget, "Multicultural Health Brokers").await?;
    assert_eq!(page.run("return window.writes", &[]).await?, 0);
    Ok(())
}

async fn focused(page: &Page) -> Result<String> {
    let name = page.run("return document.activeElement?.getAttribute('aria-label') ?? ''", &[]).await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

async fn wait_for_focused(page: &Page, name: &str) -> Result<()> {
    page.wait_until_equal("document.activeElement?.getAttribute('aria-label') ?? ''", name).await
}

async fn press(page: &Page, key: Key) -> Result<()> {
    Ok(page.session().action_chain().send_keys(key).perform().await?)
}

async fn the_map_is_one_tab_stop_with_arrows_inside(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    widget.wait_for("svg.pm-map").await?;
    let stops = format!("({SHOWN})?.querySelectorAll('[tabindex=\"0\"]').length");
    page.wait_until_equal(&stops, 1).await?;
    page.run(&format!("({SHOWN}).querySelector('[tabindex=\"0\"]').focus()"), &[]).await?;
    let first = focused(page).await?;
    wait_for_words(&widget, first.split(": ").nth(1).unwrap_or_default()).await?;
    press(page, Key::End).await?;
    page.wait_until(&format!("document.activeElement?.getAttribute('aria-label') !== {first:?}")).await?;
    let last = focused(page).await?;
    assert!(last.chars().next().is_some_and(char::is_alphabetic), "{last} is no kind");
    // Past the last there is nothing, and the focus stays.
    press(page, Key::Right).await?;
    press(page, Key::Home).await?;
    wait_for_focused(page, &first).await?;
    press(page, Key::Right).await?;
    page.wait_until(&format!("document.activeElement?.getAttribute('aria-label') !== {first:?}")).await?;
    press(page, Key::Left).await?;
    wait_for_focused(page, &first).await?;
    page.session().action_chain().send_keys("h").perform().await?;
    wait_for_focused(page, "H: Community bridge").await?;
    // Shortcuts belong to the browser.
    let press = "const press = (init) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { bubbles: true, cancelable: true, ...init }));
        return [press({ key: 'b', ctrlKey: true }), press({ key: 'ArrowLeft', altKey: true }), press({ key: 'b' })]";
    // A dispatch is false where a listener kept the browser from its own.
    assert_eq!(page.run(press, &[]).await?, serde_json::json!([true, true, false]));
    wait_for_focused(page, "B: Mutual aid").await?;
    page.session().action_chain().send_keys("h").perform().await?;
    wait_for_focused(page, "H: Community bridge").await?;
    wait_for_words(&widget, "Insiders of a community").await?;
    page.wait_until_equal(&stops, 1).await
}

async fn an_explained_landmark_can_be_opened(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    point(page, "[data-landmark=foundry]", true).await?;
    widget.wait_for(".pm-explain [data-action=compare]").await?.click().await?;
    widget.wait_for_screen("landmark").await?;
    widget.wait_for_focus("h1").await?;
    page.session().back().await?;
    widget.wait_for_screen("result").await?;
    // Its explanation is gone, and the button with it: no other button takes its place.
    widget.wait_for_focus("h1").await
}

/// Between marks and words, the smallest region below the pointer is explained.
async fn a_region_answers_over_its_surface(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    widget.wait_for("svg.pm-map").await?;
    for (kind, words) in [("natural", "Natural helping"), ("community-worker", "Community-based peer worker")] {
        // Drivers point at elements that answer themselves; this one lies below what does.
        let middle = format!(
            "const outline = ({SHOWN}).querySelector('.pm-region[data-kind={kind}] .r-line');
            outline.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const {{ x, y, width, height }} = outline.getBoundingClientRect();
            return [Math.round(x + width / 2), Math.round(y + height / 2)]"
        );
        let middle = page.run(&middle, &[]).await?;
        let at = |axis: usize| middle[axis].as_i64().unwrap_or_default();
        page.session().action_chain().move_to(at(0), at(1)).perform().await?;
        wait_for_words(&widget, words).await?;
    }
    Ok(())
}

async fn the_table_needs_no_pointing(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    widget.wait_for("[data-table=territory] > summary").await?.click().await?;
    let yours = "[...document.querySelectorAll('[data-table=territory] [data-yours]')].map((row) => row.innerText.split('\\n')[0].trim())";
    page.wait_until(&format!("({yours}).length === 1 && ({yours})[0].startsWith('A paid job')")).await?;
    Ok(())
}
