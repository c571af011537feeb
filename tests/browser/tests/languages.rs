//! Three languages: the reader changes the words, and nothing else.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Widget};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_question_changes_its_words", a_question_changes_its_words),
        Scenario::new("a_result_changes_its_words", a_result_changes_its_words),
        Scenario::new("the_address_asks_for_a_language", the_address_asks_for_a_language),
        Scenario::new("a_missing_language_is_told", a_missing_language_is_told),
    ]
}

/// Words, page and address are in this language.
async fn speaks(widget: &Widget<'_>, tag: &str, words: &str) -> Result<()> {
    widget.wait_for_language(tag).await?;
    let page = widget.page();
    page.wait_until_equal("document.documentElement.lang", tag).await?;
    page.wait_until_equal("document.querySelector('nav [aria-current=true]')?.lang", tag).await?;
    assert!(widget.words().await?.contains(words), "{words} is not said: {}", widget.words().await?);
    Ok(())
}

async fn a_question_changes_its_words(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w1-l").await?;
    widget.wait_for_question("d").await?;
    widget.click_option("d", 2).await?;
    widget.wait_until_checked("d", &[2]).await?;
    for (tag, words) in [("fr", "Question 3 sur 6"), ("zh-Hans", "第3题，共6题"), ("en", "Question 3 of 6")] {
        widget.choose_language(tag).await?;
        speaks(&widget, tag, words).await?;
        widget.wait_for_question("d").await?;
        widget.wait_until_checked("d", &[2]).await?;
        page.wait_until_equal("new URLSearchParams(location.search).get('lang')", tag).await?;
        assert_eq!(page.fragment().await?, "ps1-k1w1-l");
    }
    widget.choose_language("fr").await?;
    page.run("window.isFromBefore = true", &[]).await?;
    page.session().refresh().await?;
    page.wait_until("!window.isFromBefore").await?;
    page.wait_until_started().await?;
    speaks(&widget, "fr", "Question 3 sur 6").await?;
    page.wait_until("document.title.endsWith('Peer Map') && !document.title.startsWith('Which')").await?;
    widget.wait_for_question("d").await
}

async fn a_result_changes_its_words(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w1d3f4p14h4-2").await?;
    widget.wait_for_screen("result").await?;
    let (kinds, landmarks) = (widget.kinds().await?, widget.landmarks().await?);
    for (tag, words) in [("fr", "Votre résultat"), ("zh-Hans", "您的结果")] {
        widget.choose_language(tag).await?;
        speaks(&widget, tag, words).await?;
        assert_eq!(widget.code().await?, "ps1-k1w1d3f4p14h4-2");
        assert_eq!(page.fragment().await?, "ps1-k1w1d3f4p14h4-2");
        assert_eq!((widget.kinds().await?, widget.landmarks().await?), (kinds.clone(), landmarks.clone()));
        widget.figure("territory").await?;
    }
    // The way back keeps the language too.
    widget.act("summary").await?;
    widget.wait_for_screen("summary").await?;
    speaks(&widget, "zh-Hans", "请核对您的回答").await
}

async fn the_address_asks_for_a_language(page: &Page) -> Result<()> {
    let spoken = [
        ("fr-CA", "fr", "Question 1 sur 6"),
        ("zh-CN", "zh-Hans", "第1题，共6题"),
        ("FR", "fr", "Question 1 sur 6"),
        ("xx", "en", "Question 1 of 6"),
        ("", "en", "Question 1 of 6"),
    ];
    for (asked, tag, words) in spoken {
        let widget = page.open_in(asked, "").await?;
        speaks(&widget, tag, words).await?;
    }
    Ok(())
}

async fn a_missing_language_is_told(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1-b").await?;
    widget.wait_for_question("w").await?;
    widget.click_option("w", 2).await?;
    widget.wait_until_checked("w", &[2]).await?;
    // The server has no such file.
    let miss = "window.kept = fetch; window.fetch = (address, ...rest) => kept(`${address}.missing`, ...rest)";
    page.run(miss, &[]).await?;
    widget.wait_for("nav button[lang=fr]").await?.click().await?;
    widget.wait_for("[role=alert][data-problem=language]").await?;
    speaks(&widget, "en", "The words in Français could not be loaded.").await?;
    widget.wait_until_checked("w", &[2]).await?;
    assert_eq!(page.fragment().await?, "ps1-k1-b");
    assert_eq!(page.run("return location.search", &[]).await?, "?lang=en");
    // A refusal beside it still gets the keyboard.
    widget.click_option("w", 2).await?;
    widget.wait_until_checked("w", &[]).await?;
    widget.act("continue").await?;
    widget.wait_for_focus("[role=alert][data-problem=empty]").await?;
    page.run("window.fetch = kept", &[]).await?;
    widget.choose_language("fr").await?;
    widget.wait_until_gone("[data-problem=language]").await
}
