//! The questions one after the other: what is asked, what is refused, where the keyboard goes, and the ways back.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Widget};
use serde_json::json;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("only_what_applies_is_counted", only_what_applies_is_counted),
        Scenario::new("an_empty_answer_is_refused", an_empty_answer_is_refused),
        Scenario::new("options_that_stand_alone_clear_the_others", options_that_stand_alone_clear_the_others),
        Scenario::new("what_is_shown_is_what_is_answered", what_is_shown_is_what_is_answered),
        Scenario::new("a_mixture_made_by_script_is_refused", a_mixture_made_by_script_is_refused),
        Scenario::new("events_made_by_script_are_followed", events_made_by_script_are_followed),
        Scenario::new("the_keyboard_follows_each_step", the_keyboard_follows_each_step),
        Scenario::new("the_flow_works_from_the_keyboard", the_flow_works_from_the_keyboard),
        Scenario::new("a_change_returns_to_the_summary", a_change_returns_to_the_summary),
        Scenario::new("a_change_asks_what_newly_applies", a_change_asks_what_newly_applies),
        Scenario::new("about_gives_back_what_it_covered", about_gives_back_what_it_covered),
        Scenario::new("starting_again_forgets_the_answers", starting_again_forgets_the_answers),
    ]
}

async fn counts(widget: &Widget<'_>, words: &str) -> Result<()> {
    assert!(widget.words().await?.contains(words), "{words} is not said:\n{}", widget.words().await?);
    Ok(())
}

async fn go_on_with(widget: &Widget<'_>, letter: &str, options: &[u8], next: &str) -> Result<()> {
    widget.answer(letter, options).await?;
    widget.act("continue").await?;
    assert_eq!(widget.wait_for_question_after(letter).await?, next, "what follows {letter}");
    Ok(())
}

async fn only_what_applies_is_counted(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.wait_for_question("k").await?;
    counts(&widget, "Question 1 of 6").await?;
    go_on_with(&widget, "k", &[1], "w").await?;
    counts(&widget, "Question 2 of 6").await?;
    go_on_with(&widget, "w", &[7], "f").await?;
    counts(&widget, "Question 3 of 4").await?;
    go_on_with(&widget, "f", &[1], "").await?;
    widget.wait_for_screen("summary").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w7f1-7");
    widget.change("w").await?;
    // What is ticked counts only once it is an answer.
    counts(&widget, "Question 2 of 3").await
}

async fn an_empty_answer_is_refused(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1-b").await?;
    widget.wait_for_question("w").await?;
    widget.act("continue").await?;
    widget.wait_for_focus("[role=alert][data-problem=empty]").await?;
    let said = widget.words().await?;
    assert!(said.contains("There is a problem"), "{said}");
    let inline = widget.each("fieldset .pm-error", "textContent").await?.concat();
    assert!(inline.contains("Choose what peers mainly do"), "beside the question: {inline}");
    let described = widget.each("fieldset", "getAttribute('aria-describedby')").await?.concat();
    assert!(described.split(' ').any(|id| id == "pm-error"), "the error does not describe the question: {described}");
    page.wait_until("document.title.startsWith('Error: ')").await?;
    // Once more in vain: the keyboard comes back to what is wrong.
    widget.act("continue").await?;
    widget.wait_for_focus("[role=alert]").await?;
    widget.wait_for("[role=alert] a").await?.click().await?;
    widget.wait_for_focus("input[name=w]").await?;
    assert_eq!(page.fragment().await?, "ps1-k1-b", "the link is for the keyboard, not for the address");
    go_on_with(&widget, "w", &[1], "d").await?;
    widget.wait_until_gone("[data-problem], .pm-error").await?;
    page.wait_until("!document.title.startsWith('Error: ')").await?;
    Ok(())
}

async fn options_that_stand_alone_clear_the_others(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    for option in [1, 3] {
        widget.click_option("k", option).await?;
    }
    widget.wait_until_checked("k", &[1, 3]).await?;
    for (option, checked) in [(9, &[9][..]), (4, &[4]), (0, &[0]), (9, &[9]), (9, &[]), (2, &[2])] {
        widget.click_option("k", option).await?;
        widget.wait_until_checked("k", checked).await?;
    }
    widget.act("continue").await?;
    widget.wait_for_question("w").await?;
    for (option, checked) in [(1, &[1][..]), (7, &[1, 7]), (0, &[0]), (7, &[7]), (2, &[2, 7])] {
        widget.click_option("w", option).await?;
        widget.wait_until_checked("w", checked).await?;
    }
    widget.act("continue").await?;
    widget.wait_for_question("d").await?;
    for option in [1, 0, 3, 3] {
        widget.click_option("d", option).await?;
        widget.wait_until_checked("d", &[option]).await?;
    }
    Ok(())
}

/// Sets what is checked as a script, an extension or the browser's own restoring of forms does: without events.
async fn set_checked(page: &Page, letter: &str, option: u8, checked: bool) -> Result<()> {
    let script =
        "document.querySelector(`input[name=${arguments[0]}][value='${arguments[1]}']`).checked = arguments[2]";
    page.run(script, &[json!(letter), json!(option), json!(checked)]).await?;
    Ok(())
}

async fn what_is_shown_is_what_is_answered(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.click_option("k", 1).await?;
    widget.wait_until_checked("k", &[1]).await?;
    set_checked(page, "k", 3, true).await?;
    widget.act("continue").await?;
    widget.wait_for_question("w").await?;
    assert_eq!(page.fragment().await?, "ps1-k13-g", "boxes 1 and 3 were checked to the eye");
    page.change_fragment("ps1-k1w1-l").await?;
    widget.wait_for_question("d").await?;
    widget.click_option("d", 2).await?;
    widget.wait_until_checked("d", &[2]).await?;
    set_checked(page, "d", 1, true).await?;
    widget.act("continue").await?;
    widget.wait_for_question("f").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w1d1-u", "button 1 was checked to the eye");
    // Taken back by script: nothing is chosen, and that is said.
    widget.click_option("f", 2).await?;
    widget.wait_until_checked("f", &[2]).await?;
    set_checked(page, "f", 2, false).await?;
    widget.act("continue").await?;
    widget.wait_for_focus("[role=alert][data-problem=empty]").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w1d1-u");
    Ok(())
}

async fn a_mixture_made_by_script_is_refused(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.click_option("k", 1).await?;
    widget.wait_until_checked("k", &[1]).await?;
    set_checked(page, "k", 9, true).await?;
    widget.act("continue").await?;
    widget.wait_for_focus("[role=alert][data-problem=answer]").await?;
    let said = widget.words().await?;
    assert!(said.contains("“None of these” cannot go with another answer."), "{said}");
    assert_eq!(page.fragment().await?, "");
    // What is checked can be seen, and mended by one click.
    widget.wait_until_checked("k", &[1, 9]).await?;
    widget.click_option("k", 9).await?;
    widget.wait_until_checked("k", &[1]).await?;
    widget.act("continue").await?;
    widget.wait_for_question("w").await?;
    assert_eq!(page.fragment().await?, "ps1-k1-b");
    Ok(())
}

async fn events_made_by_script_are_followed(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.wait_for_question("k").await?;
    let script = "for (const value of arguments[0]) {
        const input = document.querySelector(`input[name=k][value='${value}']`);
        input.checked = true;
        for (const name of ['input', 'change']) input.dispatchEvent(new Event(name, { bubbles: true }));
    }";
    page.run(script, &[json!([1, 3, 9])]).await?;
    widget.wait_until_checked("k", &[9]).await?;
    page.run(script, &[json!([1, 3])]).await?;
    widget.wait_until_checked("k", &[1, 3]).await?;
    widget.act("continue").await?;
    widget.wait_for_question("w").await?;
    assert_eq!(page.fragment().await?, "ps1-k13-g");
    Ok(())
}

async fn the_keyboard_follows_each_step(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.wait_for_question("k").await?;
    page.wait_until("document.activeElement === document.body").await?;
    go_on_with(&widget, "k", &[1], "w").await?;
    widget.wait_for_focus("h1").await?;
    go_on_with(&widget, "w", &[1], "d").await?;
    widget.wait_for_focus("h1").await?;
    widget.act("back").await?;
    widget.wait_for_question("w").await?;
    widget.wait_for_focus("h1").await?;
    widget.act("about").await?;
    widget.wait_for_screen("about").await?;
    widget.wait_for_focus("h1").await?;
    widget.act("back").await?;
    widget.wait_for_question("w").await?;
    widget.wait_for_focus("h1").await?;
    let widget = page.open("ps1-k1w1d1f2p16h1-8").await?;
    widget.wait_for_screen("result").await?;
    page.wait_until("document.activeElement === document.body").await?;
    widget.act("summary").await?;
    widget.wait_for_screen("summary").await?;
    widget.wait_for_focus("h1").await?;
    widget.change("f").await?;
    widget.wait_for_focus("h1").await?;
    widget.act("continue").await?;
    widget.wait_for_screen("summary").await?;
    widget.wait_for_focus("h1").await?;
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    widget.wait_for_focus("h1").await?;
    Ok(())
}

async fn the_flow_works_from_the_keyboard(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.wait_for("input[name=k][value='1']").await?.send_keys(" ").await?;
    widget.wait_until_checked("k", &[1]).await?;
    // Enter in a field is the first submit button of its form.
    widget.wait_for("input[name=k][value='1']").await?.send_keys("\u{e007}").await?;
    widget.wait_for_question("w").await?;
    assert_eq!(page.fragment().await?, "ps1-k1-b");
    Ok(())
}

async fn a_change_returns_to_the_summary(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w1d1f2p16h1-8").await?;
    widget.act("summary").await?;
    widget.change("h").await?;
    widget.wait_until_checked("h", &[1]).await?;
    go_on_with(&widget, "h", &[2], "").await?;
    widget.wait_for_screen("summary").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w1d1f2p16h2-6");
    widget.change("k").await?;
    // A look at About in the midst of a change does not end it.
    widget.act("about").await?;
    widget.wait_for_screen("about").await?;
    widget.act("back").await?;
    widget.wait_for_question("k").await?;
    go_on_with(&widget, "k", &[1], "").await?;
    widget.wait_for_screen("summary").await?;
    // Thinking better of a change leaves the answer as it was.
    widget.change("d").await?;
    widget.click_option("d", 3).await?;
    widget.wait_until_checked("d", &[3]).await?;
    widget.act("back").await?;
    widget.wait_for_screen("summary").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w1d1f2p16h2-6");
    Ok(())
}

async fn a_change_asks_what_newly_applies(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w7f0h4-u").await?;
    widget.act("summary").await?;
    widget.change("w").await?;
    go_on_with(&widget, "w", &[1], "d").await?;
    go_on_with(&widget, "d", &[3], "p").await?;
    go_on_with(&widget, "p", &[1], "").await?;
    widget.wait_for_screen("summary").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w1d3f0p1h4-j");
    // And back: what no longer applies leaves the code, but is not forgotten.
    widget.change("w").await?;
    go_on_with(&widget, "w", &[7], "").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w7f0h4-u");
    widget.change("w").await?;
    go_on_with(&widget, "w", &[1], "").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w1d3f0p1h4-j");
    Ok(())
}

async fn about_gives_back_what_it_covered(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w1-l").await?;
    widget.wait_for_question("d").await?;
    widget.click_option("d", 2).await?;
    widget.wait_until_checked("d", &[2]).await?;
    widget.act("about").await?;
    widget.wait_for_screen("about").await?;
    let said = widget.words().await?;
    assert!(said.contains("their order under the three headings, are not the authors’ wording."), "{said}");
    assert!(said.contains("none of it has been validated"), "{said}");
    let links = widget.each("a", "href").await?;
    assert!(links.iter().any(|link| link == "https://doi.org/10.1111/hex.14034"), "{links:?}");
    assert_eq!(page.fragment().await?, "ps1-k1w1-l", "the answers stay in the address");
    widget.act("back").await?;
    widget.wait_for_question("d").await?;
    widget.wait_until_checked("d", &[2]).await?;
    let widget = page.open("ps1-k9-w").await?;
    widget.act("about").await?;
    widget.wait_for_screen("about").await?;
    widget.act("back").await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, "ps1-k9-w");
    Ok(())
}

async fn starting_again_forgets_the_answers(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w1d1f2p16h1-8").await?;
    widget.act("start-again").await?;
    widget.wait_for_question("k").await?;
    assert_eq!(widget.options_checked("k").await?, [0_u8; 0]);
    assert_eq!(page.fragment().await?, "");
    go_on_with(&widget, "k", &[3], "w").await?;
    assert_eq!(widget.options_checked("w").await?, [0_u8; 0]);
    Ok(())
}
