//! The browser's own Back, Forward and Reload: they move by one question, and lose nothing.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario, Widget};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("each_question_is_one_entry", each_question_is_one_entry),
        Scenario::new("back_and_forward_lose_nothing", back_and_forward_lose_nothing),
        Scenario::new("going_on_after_going_back", going_on_after_going_back),
        Scenario::new("back_leads_to_the_answers_of_before", back_leads_to_the_answers_of_before),
        Scenario::new("reloading_resumes", reloading_resumes),
    ]
}

async fn entries(page: &Page) -> Result<u64> {
    Ok(page.run("return history.length", &[]).await?.as_u64().unwrap_or_default())
}

async fn answer_all(widget: &Widget<'_>, answers: &[(&str, u8)]) -> Result<()> {
    for (letter, option) in answers {
        widget.answer(letter, &[*option]).await?;
        widget.act("continue").await?;
        widget.wait_for_question_after(letter).await?;
    }
    Ok(())
}

const ANSWERS: [(&str, u8); 6] = [("k", 1), ("w", 1), ("d", 1), ("f", 2), ("p", 1), ("h", 1)];

async fn each_question_is_one_entry(page: &Page) -> Result<()> {
    let widget = page.open_in_tab("").await?;
    let before = entries(page).await?;
    // Ticking, refusals and languages are no steps.
    widget.act("continue").await?;
    widget.wait_for("[data-problem=empty]").await?;
    widget.choose_language("fr").await?;
    widget.choose_language("en").await?;
    widget.click_option("k", 3).await?;
    widget.click_option("k", 3).await?;
    assert_eq!(entries(page).await?, before);
    for (count, answer) in (1..).zip(ANSWERS) {
        answer_all(&widget, &[answer]).await?;
        assert_eq!(entries(page).await?, before + count, "after {}", answer.0);
    }
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(entries(page).await?, before + 7);
    Ok(())
}

async fn back_and_forward_lose_nothing(page: &Page) -> Result<()> {
    let widget = page.open_in_tab("").await?;
    answer_all(&widget, &ANSWERS).await?;
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    page.session().back().await?;
    widget.wait_for_screen("summary").await?;
    // The browser's way and the widget's own are the same.
    widget.act("back").await?;
    widget.wait_for_question("h").await?;
    widget.wait_until_checked("h", &[1]).await?;
    for (letter, option) in ANSWERS[..5].iter().rev() {
        page.session().back().await?;
        widget.wait_for_question(letter).await?;
        widget.wait_until_checked(letter, &[*option]).await?;
    }
    widget.wait_until_gone("[data-action=back]").await?;
    for (letter, option) in &ANSWERS[1..] {
        page.session().forward().await?;
        widget.wait_for_question(letter).await?;
        widget.wait_until_checked(letter, &[*option]).await?;
    }
    page.session().forward().await?;
    widget.wait_for_screen("summary").await?;
    page.session().forward().await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, "ps1-k1w1d1f2p1h1-s");
    Ok(())
}

async fn going_on_after_going_back(page: &Page) -> Result<()> {
    let widget = page.open_in_tab("").await?;
    let before = entries(page).await?;
    answer_all(&widget, &ANSWERS[..3]).await?;
    page.session().back().await?;
    widget.wait_for_question("d").await?;
    page.session().back().await?;
    widget.wait_for_question("w").await?;
    answer_all(&widget, &[("w", 2), ("d", 3)]).await?;
    widget.wait_for_question("f").await?;
    assert_eq!(entries(page).await?, before + 3);
    assert_eq!(page.fragment().await?, "ps1-k1w2d3-i");
    for letter in ["d", "w", "k"] {
        widget.act("back").await?;
        widget.wait_for_question(letter).await?;
    }
    Ok(())
}

async fn back_leads_to_the_answers_of_before(page: &Page) -> Result<()> {
    let widget = page.open_in_tab("ps1-k1w1d1f2p16h1-8").await?;
    widget.wait_for_screen("result").await?;
    // WebKit passes over pages that nobody has touched.
    widget.wait_for("h1").await?.click().await?;
    page.change_fragment("ps1-k9-w").await?;
    page.wait_until_equal("document.querySelector('[data-code]')?.dataset.code", "ps1-k9-w").await?;
    page.session().back().await?;
    page.wait_until_equal("document.querySelector('[data-code]')?.dataset.code", "ps1-k1w1d1f2p16h1-8").await?;
    widget.act("start-again").await?;
    widget.wait_for_question("k").await?;
    page.session().back().await?;
    page.wait_until_equal("document.querySelector('[data-code]')?.dataset.code", "ps1-k1w1d1f2p16h1-8").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w1d1f2p16h1-8");
    Ok(())
}

/// Loads the page again as the browser's button does.
pub async fn reload(page: &Page) -> Result<()> {
    let errors = page.take_errors().await?;
    ensure!(errors.is_empty(), "the page reported errors:\n{}", errors.join("\n"));
    page.run("window.isFromBefore = true", &[]).await?;
    page.session().refresh().await?;
    page.wait_until("!window.isFromBefore").await?;
    page.wait_until_started().await
}

async fn reloading_resumes(page: &Page) -> Result<()> {
    let widget = page.open_in_tab("").await?;
    answer_all(&widget, &ANSWERS[..4]).await?;
    reload(page).await?;
    widget.wait_for_question("p").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w1d1f2-j");
    // Not the first open question, but the one that was shown.
    widget.act("back").await?;
    widget.wait_for_question("f").await?;
    reload(page).await?;
    widget.wait_for_question("f").await?;
    widget.wait_until_checked("f", &[2]).await?;
    for letter in ["d", "w", "k"] {
        widget.act("back").await?;
        widget.wait_for_question(letter).await?;
        widget.wait_until_checked(letter, &[1]).await?;
    }
    answer_all(&widget, &ANSWERS).await?;
    widget.wait_for_screen("summary").await?;
    reload(page).await?;
    widget.wait_for_screen("summary").await?;
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    reload(page).await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, "ps1-k1w1d1f2p1h1-s");
    Ok(())
}
