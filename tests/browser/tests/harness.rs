//! The tests' own tools, tried on a page that makes the promises of the widget: what they see, and what they must not miss.

use anyhow::Result;
use peer_map_browser_tests::{Engine, Kind, Page, Scenario, Scheme, Screen, Site, Widget};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("questions_are_answered_by_clicking", questions_are_answered_by_clicking),
        Scenario::new("a_shadow_root_is_no_obstacle", a_shadow_root_is_no_obstacle),
        Scenario::new("errors_are_kept_across_pages", errors_are_kept_across_pages),
        Scenario::new("a_missing_condition_is_reported", a_missing_condition_is_reported),
        Scenario::new("a_narrow_page_fits_a_frame", a_narrow_page_fits_a_frame),
        Scenario::new("chromium_emulates_screens", chromium_emulates_screens).only_in(&[Engine::Chromium]),
    ]
}

const QUESTION: &str = r#"
<fieldset data-question="k"><legend>Which?</legend>
<label><input type="checkbox" name="k" value="1">One</label>
<label><input type="checkbox" name="k" value="2" checked>Two</label>
<input type="checkbox" name="k" value="3" id="three"><label for="three">Three</label>
</fieldset><button> Continue </button>"#;

const RESULT: &str = r#"
<section data-code="ps1-k13-x"><p data-kind="mutual" data-match="full">Mutual</p><p data-kind="mutual" data-match="full"></p>
<p data-kind="paid" data-match="possible"></p><p data-landmark="aa"></p><figure data-figure="route"><svg></svg></figure>
</section>"#;

/// A page whose button replaces the question by the result, in the document or in a shadow root.
fn page_with(root: &str) -> String {
    format!(
        "<!doctype html><html><head><title>Harness</title></head><body><div id=host></div><script>
        const root = {root}; root.innerHTML = `{QUESTION}`;
        root.querySelector('button').onclick = () => {{ root.innerHTML = `{RESULT}`; }};
        </script></body></html>"
    )
}

async fn visit(page: &Page, html: &str) -> Result<Page> {
    let pages = vec![("/harness.html".to_owned(), html.to_owned())];
    let page = page.on(Site { pages, ..Page::site()? })?;
    page.visit("harness.html").await?;
    Ok(page)
}

async fn questions_are_answered_by_clicking(page: &Page) -> Result<()> {
    let page = visit(page, &page_with("document.querySelector('#host')")).await?;
    answer_and_look(page.widget()).await
}

async fn a_shadow_root_is_no_obstacle(page: &Page) -> Result<()> {
    let page = visit(page, &page_with("document.querySelector('#host').attachShadow({mode: 'open'})")).await?;
    answer_and_look(page.widget_in("#host")).await
}

async fn answer_and_look(widget: Widget<'_>) -> Result<()> {
    assert_eq!(widget.question_shown().await?, "k");
    assert_eq!(widget.options_checked("k").await?, [2]);
    widget.answer("k", &[1, 3]).await?;
    widget.continue_().await?;
    assert_eq!(widget.wait_for_question_after("k").await?, "");
    assert_eq!(widget.code().await?, "ps1-k13-x");
    let kind = |kind: &str, matches: &str| Kind { kind: kind.to_owned(), matches: matches.to_owned() };
    assert_eq!(widget.kinds().await?, [kind("mutual", "full"), kind("paid", "possible")]);
    assert_eq!(widget.landmarks().await?, ["aa"]);
    assert!(widget.words().await?.contains("Mutual"));
    assert!(widget.problems().await?.is_empty());
    widget.figure("route").await?;
    widget.wait_until_gone("[data-question]").await
}

async fn errors_are_kept_across_pages(page: &Page) -> Result<()> {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src 'none'\">";
    let faults =
        "setTimeout(() => { throw new Error('thrown') }); Promise.reject('rejected'); console.error('logged');";
    let after = "setTimeout(() => { document.title = 'done' }, 1); new Image().src = '/a.png';";
    let html = format!("<html><head>{policy}</head><body><script>{faults} {after}</script></body></html>");
    let page = visit(page, &html).await?;
    page.wait_until("document.title === 'done' && recordedErrors.length >= 4").await?;
    page.visit("harness.html#again").await?;
    let errors = page.take_errors().await?.join("\n");
    for fault in ["thrown", "rejected", "logged", "policy violation: img-src"] {
        assert!(errors.contains(fault), "{fault} is not among\n{errors}");
    }
    page.visit("index.html").await?;
    page.take_errors().await?;
    Ok(())
}

async fn a_missing_condition_is_reported(page: &Page) -> Result<()> {
    let page = visit(page, &page_with("document.querySelector('#host')")).await?;
    let error = page.run("return missing.value", &[]).await.expect_err("nothing is called missing");
    assert!(format!("{error:#}").contains("missing"), "{error:#}");
    Ok(())
}

async fn a_narrow_page_fits_a_frame(page: &Page) -> Result<()> {
    let page = visit(page, "<html><head></head><body><iframe width=320 srcdoc='Hi'></iframe></body></html>").await?;
    page.wait_until_equal("frames[0].innerWidth", 320).await
}

async fn chromium_emulates_screens(page: &Page) -> Result<()> {
    let page = visit(page, &page_with("document.querySelector('#host')")).await?;
    let screen = Screen { scheme: Scheme::Dark, forced_colors: true, ..Screen::of_width(320) };
    screen.apply(&page).await?;
    page.wait_until_equal("innerWidth", 320).await?;
    page.wait_until("matchMedia('(prefers-color-scheme: dark)').matches").await?;
    page.wait_until("matchMedia('(forced-colors: active)').matches").await?;
    Ok(())
}
