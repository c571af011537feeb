//! A group: what is pasted, opened and dropped, the list, the way back, and what goes out of it.

use anyhow::{Context, Result};
use peer_map_browser_tests::{Engine, Page, Scenario, Widget};
use serde_json::json;
use thirtyfour::Key;
use thirtyfour::common::print::{PrintPage, PrintParameters};

use super::host::{Host, listen, script, set};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("pasted_lines_are_read_or_told", pasted_lines_are_read_or_told),
        Scenario::new("a_corrected_line_joins_the_group", a_corrected_line_joins_the_group),
        Scenario::new("what_is_half_typed_stays", what_is_half_typed_stays),
        Scenario::new("going_back_loses_nothing", going_back_loses_nothing),
        Scenario::new("the_last_change_can_be_undone", the_last_change_can_be_undone),
        Scenario::new("a_step_with_the_chosen_scrolls_nothing", a_step_with_the_chosen_scrolls_nothing),
        Scenario::new("hidden_programmes_leave_the_link", hidden_programmes_leave_the_link),
        Scenario::new("a_link_opens_the_same_group", a_link_opens_the_same_group),
        Scenario::new("a_damaged_link_of_a_group_is_told", a_damaged_link_of_a_group_is_told),
        Scenario::new("a_long_list_has_few_rows_in_the_document", a_long_list_has_few_rows_in_the_document),
        Scenario::new("an_element_shows_a_group", an_element_shows_a_group),
        Scenario::new("names_are_text", names_are_text),
        Scenario::new("a_group_is_printed_as_a_report", a_group_is_printed_as_a_report).only_in(&[Engine::Chromium]),
    ]
}

pub const ONE: &str = "ps1-k13w14d2f4p14h3-g";
pub const OTHER: &str = "ps1-k4w1d3f4p1h2-a";
/// Both, without names.
pub const BOTH: &str = "ps1-g.k13w14d2f4p14h3.k4w1d3f4p1h2-h";
pub const LINES: &str = "Harbour, ps1-k13w14d2f4p14h3-g\nno code here\nps1-k4w1d3f4p1h2-a\n";

pub async fn open(page: &Page) -> Result<Widget<'_>> {
    page.visit("index.html?lang=en&mode=group").await?;
    page.wait_until_started().await?;
    let widget = page.widget();
    widget.wait_for_screen("group").await?;
    Ok(widget)
}

/// Writes into the field, as a paste does.
pub async fn paste(widget: &Widget<'_>, text: &str) -> Result<()> {
    widget.wait_for("textarea[name=paste]").await?;
    widget.page().run("document.querySelector('textarea[name=paste]').value = arguments[0]", &[json!(text)]).await?;
    if widget.page().run("return !!document.querySelector('details[data-fold=add]:not([open])')", &[]).await? == true {
        widget.wait_for("details[data-fold=add] > summary").await?.click().await?;
    }
    widget.act("group-add").await
}

pub async fn wait_for_programmes(page: &Page, count: usize) -> Result<()> {
    page.wait_until_equal("document.querySelectorAll('[data-programme]').length", count as u64).await
}

pub async fn names(widget: &Widget<'_>) -> Result<Vec<String>> {
    widget.each("[data-programme] button[data-open]", "textContent").await
}

pub async fn choose(widget: &Widget<'_>, number: usize) -> Result<()> {
    let label = format!("[data-programme='{number}'] label");
    Ok(widget.wait_for(&label).await?.click().await?)
}

pub async fn told(page: &Page, words: &str) -> Result<()> {
    let told = format!("document.querySelector('#pm-told')?.textContent.includes({})", json!(words));
    page.wait_until(&told).await?;
    Ok(())
}

async fn pasted_lines_are_read_or_told(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    assert_eq!(page.run("return document.querySelectorAll('textarea').length", &[]).await?, 1);
    paste(&widget, LINES).await?;
    wait_for_programmes(page, 2).await?;
    assert_eq!(names(&widget).await?, ["1 Harbour", "Programme 2"]);
    told(page, "Added: 2. Lines that could not be read: 1.").await?;
    widget.wait_for_focus("#pm-told").await?;
    // The line has its number, its reason and its text, and the field is free for more.
    let line = "[data-line='2']";
    assert_eq!(widget.each(&format!("{line} input"), "value").await?, ["no code here"]);
    let reason = widget.each(&format!("{line} .pm-error"), "textContent").await?;
    assert!(reason[0].len() > 20, "{reason:?}");
    assert_eq!(widget.each("textarea[name=paste]", "value").await?, [""]);
    // Nothing is sent: the link holds the answers, and no names unless somebody wants them.
    assert_eq!(page.fragment().await?, BOTH);
    widget.wait_for("label:has(input[name=names])").await?.click().await?;
    page.wait_until("location.hash.includes('~')").await?;
    Ok(())
}

async fn a_corrected_line_joins_the_group(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    // Without a programme, the field stays; and many lines are folded, or they would push the map from the screen.
    paste(&widget, "bad\nbad\nbad\nbad\n").await?;
    widget.wait_for("details[data-fold=refused]:not([open])").await?;
    widget.wait_for("textarea[name=paste]").await?;
    widget.act("leave-all").await?;
    widget.wait_until_gone("details[data-fold=refused]").await?;
    paste(&widget, "one bad line\nanother bad line\n").await?;
    widget.wait_for("details[data-fold=refused][open] [data-line='2']").await?;
    let field = widget.wait_for("[data-line='2'] input").await?;
    field.clear().await?;
    field.send_keys(format!("Northside, {OTHER}")).await?;
    field.send_keys(Key::Enter + "").await?;
    wait_for_programmes(page, 1).await?;
    assert_eq!(names(&widget).await?, ["1 Northside"]);
    // The other line is as it was.
    assert_eq!(widget.each("[data-line] input", "value").await?, ["one bad line"]);
    widget.wait_for("[data-line='1'] [data-action=line-leave]").await?.click().await?;
    widget.wait_until_gone("[data-line]").await
}

async fn what_is_half_typed_stays(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    paste(&widget, &format!("one bad line\nanother bad line\n{ONE}\n")).await?;
    let field = widget.wait_for("[data-line='2'] input").await?;
    field.clear().await?;
    field.send_keys("Northside, ps1-k4").await?;
    // Whatever else is done and drawn.
    choose(&widget, 1).await?;
    widget.wait_for("[data-action=hide]").await?;
    widget.wait_for("[data-line='1'] [data-action=line-leave]").await?.click().await?;
    widget.wait_until_gone("[data-line='1']").await?;
    assert_eq!(widget.each("[data-line] input", "value").await?, ["Northside, ps1-k4"]);
    // And a name that is refused.
    widget.wait_for("[data-open='1']").await?.click().await?;
    let field = widget.wait_for("input[name=rename]").await?;
    let long = "x".repeat(61);
    field.send_keys(&long).await?;
    widget.act("rename").await?;
    widget.wait_for("input[name=rename][aria-invalid]").await?;
    assert_eq!(widget.each("input[name=rename]", "value").await?, [long]);
    Ok(())
}

async fn going_back_loses_nothing(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    paste(&widget, LINES).await?;
    wait_for_programmes(page, 2).await?;
    // To the questions, and into the group again by another way.
    widget.act("questions").await?;
    widget.wait_for_question("k").await?;
    widget.act("group").await?;
    widget.wait_for_screen("group").await?;
    paste(&widget, &format!("Later, {OTHER}")).await?;
    wait_for_programmes(page, 3).await?;
    let all = ["1 Harbour", "Programme 2", "3 Later"];
    for _ in 0..2 {
        page.run("history.back()", &[]).await?;
        widget.wait_for_question("k").await?;
        page.run("history.back()", &[]).await?;
        widget.wait_for_screen("group").await?;
        assert_eq!(names(&widget).await?, all);
        assert_eq!(widget.each("[data-line] input", "value").await?, ["no code here"]);
        page.run("history.forward()", &[]).await?;
        widget.wait_for_question("k").await?;
        page.run("history.forward()", &[]).await?;
        widget.wait_for_screen("group").await?;
        assert_eq!(names(&widget).await?, all);
    }
    Ok(())
}

async fn the_last_change_can_be_undone(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    paste(&widget, LINES).await?;
    wait_for_programmes(page, 2).await?;
    choose(&widget, 1).await?;
    widget.act("remove").await?;
    wait_for_programmes(page, 1).await?;
    widget.wait_for_focus("#pm-told").await?;
    widget.act("undo").await?;
    wait_for_programmes(page, 2).await?;
    assert_eq!(names(&widget).await?, ["1 Harbour", "Programme 2"]);
    assert_eq!(page.fragment().await?, BOTH);
    Ok(())
}

/// To scroll a long page, and to draw again what comes into view, takes a slow machine longer than an instant.
async fn a_step_with_the_chosen_scrolls_nothing(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    paste(&widget, &format!("{ONE}\n{OTHER}\n").repeat(30)).await?;
    wait_for_programmes(page, 60).await?;
    widget.wait_for_focus("#pm-told").await?;
    choose(&widget, 60).await?;
    let height = "return document.querySelector('.pm-chosen').getBoundingClientRect().top";
    for (action, words) in [("hide", "Hidden: 1."), ("show", "Shown again: 1."), ("undo", "was taken back")] {
        let button = format!("[data-action={action}]");
        widget.wait_for(&button).await?;
        let center = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })";
        page.run(center, &[json!(button)]).await?;
        let before = page.run(height, &[]).await?.as_f64().context("no number")?;
        widget.act(action).await?;
        told(page, words).await?;
        widget.wait_for_focus("#pm-told").await?;
        // What was told above before may go; not every engine makes up for its height.
        let after = page.run(height, &[]).await?.as_f64().context("no number")?;
        assert!((after - before).abs() < 80.0, "{action}: from {before} to {after}");
        let seen = "const { top, bottom } = document.querySelector('#pm-told').getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight";
        assert_eq!(page.run(seen, &[]).await?, true, "{action}");
    }
    Ok(())
}

async fn hidden_programmes_leave_the_link(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    paste(&widget, LINES).await?;
    wait_for_programmes(page, 2).await?;
    choose(&widget, 2).await?;
    widget.act("hide").await?;
    widget.wait_for("[data-programme='2'][data-hidden]").await?;
    page.wait_until("!location.hash.includes('k4w1')").await?;
    let note =
        "document.querySelector('[data-section=share]').textContent.includes('Hidden, and so not in the link: 1.')";
    page.wait_until(note).await?;
    widget.act("show").await?;
    widget.wait_until_gone("[data-hidden]").await?;
    page.wait_until_equal("location.hash", format!("#{BOTH}")).await
}

async fn a_link_opens_the_same_group(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    paste(&widget, LINES).await?;
    wait_for_programmes(page, 2).await?;
    widget.wait_for("label:has(input[name=names])").await?.click().await?;
    page.wait_until("location.hash.includes('~')").await?;
    let fragment = page.fragment().await?;
    let again = page.open(&fragment).await?;
    again.wait_for_screen("group").await?;
    assert_eq!(names(&again).await?, ["1 Harbour", "Programme 2"]);
    assert_eq!(page.fragment().await?, fragment);
    Ok(())
}

async fn a_damaged_link_of_a_group_is_told(page: &Page) -> Result<()> {
    let damaged = BOTH.replace("-h", "-1");
    let widget = page.open(&damaged).await?;
    widget.wait_for("[role=alert][data-problem=check]").await?;
    assert_eq!(widget.each(".pm-members a", "textContent").await?, ["Programme 1", "Programme 2"]);
    // As it came, whoever has it open can still copy it.
    assert_eq!(page.fragment().await?, damaged);
    widget.act("use").await?;
    widget.wait_for_screen("group").await?;
    wait_for_programmes(page, 2).await?;
    assert_eq!(page.fragment().await?, BOTH);
    Ok(())
}

async fn a_long_list_has_few_rows_in_the_document(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    let lines: String =
        (1..=1000).map(|n| format!("Programme no. {n}, {}\n", if n % 2 == 0 { ONE } else { OTHER })).collect();
    paste(&widget, &lines).await?;
    told(page, "Added: 1000.").await?;
    wait_for_programmes(page, 120).await?;
    // Below the last row there is room for the rest, so that scrolling leads there.
    page.run("const rows = document.querySelector('[data-rows]'); rows.scrollTop = rows.scrollHeight", &[]).await?;
    widget.wait_for("[data-programme='1000']").await?;
    page.wait_until(
        "(() => { const rows = document.querySelector('[data-rows]').getBoundingClientRect();
        const last = document.querySelector(\"[data-programme='1000']\")?.getBoundingClientRect();
        return last && last.top < rows.bottom - 20 && last.bottom > rows.top })()",
    )
    .await?;
    assert!(page.run("return document.querySelectorAll('[data-programme]').length", &[]).await?.as_u64() <= Some(120));
    assert_eq!(
        page.run("return document.querySelector('.pm-programmes').getAttribute('aria-rowcount')", &[]).await?,
        "1001"
    );
    let row = "return document.querySelector(\"[data-programme='1000']\").getAttribute('aria-rowindex')";
    assert_eq!(page.run(row, &[]).await?, "1001");
    // Paper has all of them.
    page.run("window.dispatchEvent(new Event('beforeprint'))", &[]).await?;
    wait_for_programmes(page, 1000).await?;
    page.run("window.dispatchEvent(new Event('afterprint'))", &[]).await?;
    wait_for_programmes(page, 120).await
}

async fn an_element_shows_a_group(page: &Page) -> Result<()> {
    let host =
        Host::open(page, None, |site| format!("{}<peer-map lang=en mode=group></peer-map>", script(site))).await?;
    let widget = host.page.widget_in("peer-map");
    widget.wait_for_screen("group").await?;
    widget.wait_for("textarea").await?;
    listen(&host.page).await?;
    set(&host.page, "peer-map", "code", Some(BOTH)).await?;
    widget.wait_for("[data-programme='2']").await?;
    host.page.wait_until("heard.length === 1").await?;
    let detail = host.page.run("return heard[0]", &[]).await?;
    assert_eq!(detail[0], "change");
    assert_eq!(detail[2], json!({ "code": BOTH, "edition": "ps1", "programmes": 2 }));
    set(&host.page, "peer-map", "mode", Some("flow")).await?;
    widget.wait_for_question("k").await?;
    set(&host.page, "peer-map", "mode", Some("group")).await?;
    widget.wait_for("[data-programme='2']").await?;
    // Its own page stays as it was.
    assert_eq!(host.page.fragment().await?, "");
    Ok(())
}

async fn names_are_text(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    paste(&widget, &format!("<img src=x onerror=alert(1)>, {ONE}\nabc\u{202e}def, {OTHER}\n")).await?;
    wait_for_programmes(page, 2).await?;
    assert_eq!(names(&widget).await?, ["1 <img src=x onerror=alert(1)>", "2 abc\u{202e}def"]);
    assert_eq!(page.run("return document.querySelectorAll('.peer-map img').length", &[]).await?, 0);
    // Each name stands in an element whose direction is its own.
    assert_eq!(widget.each("[data-programme='2'] bdi", "textContent").await?, ["abc\u{202e}def"]);
    Ok(())
}

async fn a_group_is_printed_as_a_report(page: &Page) -> Result<()> {
    for (name, width, height) in [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)] {
        page.open(BOTH).await?.wait_for_screen("group").await?;
        let paper = PrintParameters { page: PrintPage { width, height }, ..PrintParameters::default() };
        let pdf = lopdf::Document::load_mem(&page.session().print_page(paper).await?)?;
        let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
        assert!((3..=6).contains(&pages.len()), "{} pages on {name}", pages.len());
        // Fonts that have a ligature for two letters put it in their place.
        let words = pdf.extract_text(&pages)?.replace('ﬀ', "ff").replace('ﬁ', "fi").replace('ﬂ', "fl");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        // All that a reader of the paper needs, what is folded away on screens too, and nothing to press.
        for part in [
            "Programmes in this group: 2",
            "k13w14d2f4p14h3",
            "The territory",
            "The map as a table",
            "The route as a table",
            "Where they agree and where they differ",
            "Nearest and farthest",
            "Link to the group",
            "have not been validated",
        ] {
            assert!(words.contains(part), "no {part:?} on {name}: {words}");
        }
        for button in ["Choose all", "Save as CSV", "Copy link", "Open a file", "Keep this group"] {
            assert!(!words.contains(button), "{button:?} on {name}");
        }
    }
    Ok(())
}
