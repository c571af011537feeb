//! What a room is shown: one question on one screen, and the way in.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Screen};
use thirtyfour::Key;

use super::group::{BOTH, ONE, open, paste, wait_for_programmes};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_room_is_shown_one_question_at_a_time", a_room_is_shown_one_question_at_a_time),
        Scenario::new("a_room_sees_all_of_a_question_at_once", a_room_sees_all_of_a_question_at_once),
    ]
}

async fn a_room_is_shown_one_question_at_a_time(page: &Page) -> Result<()> {
    let widget = page.open(BOTH).await?;
    widget.act("present").await?;
    widget.wait_for_screen("present").await?;
    widget.wait_for_focus("h1").await?;
    let counts = "[...document.querySelectorAll('.pm-present-count')].map((count) => count.textContent).length";
    page.wait_until_equal(counts, 0).await?;
    let heading = widget.wait_for("h1").await?;
    heading.send_keys(" ").await?;
    page.wait_until_equal("document.querySelector('[data-revealed]').dataset.revealed", "true").await?;
    let first = page.run("return [...document.querySelectorAll('.pm-present-count [aria-hidden]')].map((one) => one.textContent).join(' ')", &[]);
    assert_eq!(first.await?, "1 0 1 1 0 0");
    widget.wait_for("h1").await?.send_keys(Key::Right + "").await?;
    page.wait_until("document.querySelector('.pm-count').textContent === 'Question 2 of 6'").await?;
    // The next question keeps its answers to itself again.
    page.wait_until_equal("document.querySelector('[data-revealed]').dataset.revealed", "false").await?;
    widget.wait_for("h1").await?.send_keys(Key::Left + "").await?;
    page.wait_until("document.querySelector('.pm-count').textContent === 'Question 1 of 6'").await?;
    let address = format!("{}index.html", page.address());
    assert_eq!(page.run("return document.querySelector('.pm-join-address').textContent", &[]).await?, address);
    assert_eq!(page.run("return document.querySelectorAll('.pm-join [data-qr] svg').length", &[]).await?, 2);
    // Whatever was shown, one step leads back, or one key.
    widget.act("present-leave").await?;
    widget.wait_for_screen("group").await?;
    widget.act("present").await?;
    widget.wait_for_focus("h1").await?;
    widget.wait_for("h1").await?.send_keys(Key::Escape + "").await?;
    widget.wait_for_screen("group").await
}

/// On a small laptop: with the answers shown, all of them, the buttons and both codes are on the screen, and numbers are whole.
async fn a_room_sees_all_of_a_question_at_once(page: &Page) -> Result<()> {
    Screen { width: 1366, height: 660, ..Screen::default() }.apply(page).await?;
    let widget = open(page).await?;
    paste(&widget, &format!("{ONE}\n").repeat(14)).await?;
    wait_for_programmes(page, 14).await?;
    widget.act("present").await?;
    widget.wait_for_screen("present").await?;
    for question in 1..=6 {
        page.wait_until(&format!("document.querySelector('.pm-count').textContent === 'Question {question} of 6'"))
            .await?;
        widget.act("reveal").await?;
        widget.wait_for(".pm-present-count").await?;
        let unseen = "return [...document.querySelectorAll('.pm-present-count, .pm-present .pm-btn, .pm-present svg')]
            .filter((one) => one.getBoundingClientRect().bottom > innerHeight + 1)
            .map((one) => [one.className.baseVal ?? one.className, one.getBoundingClientRect().bottom, innerHeight].join(' '))";
        assert_eq!(page.run(unseen, &[]).await?, serde_json::json!([]), "question {question}");
        let broken = "return [...document.querySelectorAll('.pm-present-count')].filter((one) =>
            one.getBoundingClientRect().height > 1.9 * parseFloat(getComputedStyle(one).fontSize)).length";
        assert_eq!(page.run(broken, &[]).await?, 0, "question {question}");
        if question < 6 {
            widget.act("present-next").await?;
        }
    }
    Ok(())
}
