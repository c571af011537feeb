//! Nothing of a host leaks into the widget, and nothing of the widget into its host.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario};
use serde_json::Value;

use crate::host::{Host, script};

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("hostile_styles_change_nothing", hostile_styles_change_nothing),
        Scenario::new("our_styles_change_nothing_outside", our_styles_change_nothing_outside),
        Scenario::new("colours_of_the_host_are_taken_if_they_can_be_read", colours_of_the_host_are_taken),
    ]
}

/// What everything in the widget looks like, as one text: size and place within the widget, type, colours.
const LOOK: &str = "(() => { const root = document.querySelector('peer-map').shadowRoot; \
    const origin = root.querySelector('.peer-map').getBoundingClientRect(); \
    return [...root.querySelectorAll('.peer-map, .peer-map *')].map((one) => { const box = one.getBoundingClientRect(); \
    const style = getComputedStyle(one); return [one.localName, one.className?.baseVal ?? one.className, \
    ...[box.x - origin.x, box.y - origin.y, box.width, box.height].map((length) => Math.round(length * 4) / 4), \
    ...['fontSize', 'fontFamily', 'fontWeight', 'fontStyle', 'fontVariant', 'lineHeight', 'letterSpacing', 'wordSpacing', \
    'textTransform', 'textIndent', 'textAlign', 'direction', 'color', 'backgroundColor', 'cursor', 'display', 'visibility', \
    'whiteSpace', 'fill', 'stroke', 'listStyleType', 'textShadow', 'userSelect'].map((name) => style[name])].join(' '); }); })()";

/// Hosts at their worst: one takes all style away, one passes on whatever is inherited, one names our own classes.
const HOSTILE: [&str; 3] = [
    "<style>html { font-size: 8px } * { all: revert !important }</style>",
    "<style>html { font-size: 8px } body, div, peer-map { direction: rtl; text-align: end; letter-spacing: 0.5em; \
     word-spacing: 1em; text-transform: uppercase; font: italic small-caps 900 8px/3 monospace; color: red; \
     text-indent: 2em; cursor: wait; white-space: pre; text-shadow: 1px 1px red; list-style: square; user-select: none; \
     -webkit-user-select: none; quotes: none; tab-size: 2; border-spacing: 9px; hyphens: auto; word-break: break-all }</style>",
    "<style>button, input, fieldset, legend, h1, p, svg, path, text, .pm, .peer-map, [data-screen], :host, ::slotted(*) \
     { display: none !important; fill: red !important; color: red !important; font-size: 3px !important; \
     margin: 50px !important }</style>",
];

async fn look(page: &Page, before: &str, attributes: &str) -> Result<Vec<Value>> {
    let host = Host::open(page, None, |site| {
        // The same width for both, whatever the margins of the body are.
        format!("{before}{}<div style=\"width:600px!important;position:absolute!important;left:0!important;top:0!important\">\
                 <peer-map lang=en theme=light {attributes}></peer-map></div>", script(site))
    })
    .await?;
    let widget = host.page.widget_in("peer-map");
    widget.wait_for("[data-screen=result], [data-question=k]").await?;
    if attributes.contains("code") {
        // The labels come last.
        widget.wait_for("#pm-labels option").await?;
    }
    let look = host.page.run(&format!("return {LOOK}"), &[]).await?;
    Ok(look.as_array().unwrap().clone())
}

async fn hostile_styles_change_nothing(page: &Page) -> Result<()> {
    for attributes in [String::new(), format!("code={CODE}")] {
        let plain = look(page, "", &attributes).await?;
        ensure!(plain.len() > 30, "nothing is shown");
        for hostile in HOSTILE {
            // All of them are written from right to left, too.
            let host = format!("<script>document.dir = 'rtl'</script>{hostile}");
            let among_enemies = look(page, &host, &attributes).await?;
            assert_eq!(plain.len(), among_enemies.len());
            for (one, other) in plain.iter().zip(&among_enemies) {
                assert_eq!(one, other, "{hostile}");
            }
        }
    }
    Ok(())
}

async fn our_styles_change_nothing_outside(page: &Page) -> Result<()> {
    let body = "<div class=peer-map><div class=pm><h1>Host</h1><button class=pm-btn>…</button>\
                <fieldset><legend>…</legend></fieldset></div></div>";
    let style = "return [...document.body.querySelectorAll('*:not(peer-map, script)')].map((one) => \
                 ['color', 'fontSize', 'display', 'margin', 'padding', 'border', 'backgroundColor'].map((name) => getComputedStyle(one)[name]))";
    let without = Host::open(page, None, |_| body.to_owned()).await?;
    let without = without.page.run(style, &[]).await?;
    let with = Host::open(page, None, |site| format!("{body}{}<peer-map lang=en></peer-map>", script(site))).await?;
    with.page.widget_in("peer-map").wait_for_question("k").await?;
    assert_eq!(with.page.run(style, &[]).await?, without);
    // The window has no more names than before, but for those of the browser's own making.
    let names = with.page.run("return Object.keys(window).filter((name) => /peer|wasm|yew/i.test(name))", &[]).await?;
    assert_eq!(names, serde_json::json!([]));
    Ok(())
}

async fn colours_of_the_host_are_taken(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        format!(
            "<script>window.warned = []; const warn = console.warn; console.warn = (...words) => {{ warned.push(words.join(' ')); warn(...words) }}</script>\
             <style>peer-map {{ --peer-map-accent: #0b6e2e; --peer-map-accent-ink: #f3fff3; --peer-map-ink: rgb(200 200 200); \
             --peer-map-you: no-colour; --peer-map-line: #0000 }}</style>\
             {}<peer-map lang=en theme=light></peer-map>",
            script(site)
        )
    })
    .await?;
    let page = &host.page;
    let widget = page.widget_in("peer-map");
    widget.wait_for_question("k").await?;
    page.wait_until("warned.length >= 3").await?;
    let root = "document.querySelector('peer-map').shadowRoot";
    let style = |css: &str, name: &str| format!("getComputedStyle({root}.querySelector('{css}')).{name}");
    page.wait_until_equal(&style(".pm-btn", "backgroundColor"), "rgb(11, 110, 46)").await?;
    page.wait_until_equal(&style(".pm-btn", "color"), "rgb(243, 255, 243)").await?;
    // The others keep ours, and the console says which and why.
    page.wait_until_equal(&style(".peer-map", "color"), "rgb(35, 32, 27)").await?;
    let warned = page.run("return warned.join('\\n')", &[]).await?.to_string();
    for said in [
        "--peer-map-ink: rgb(200 200 200)",
        "ink on surface would have a contrast of 1.",
        "--peer-map-you: no-colour",
        "--peer-map-line: #0000",
    ] {
        ensure!(warned.contains(said), "{said} is not in {warned}");
    }
    ensure!(!warned.contains("accent"), "{warned}");
    // A host changes its colours when it likes, by a class of its own.
    page.run(
        "warned.length = 0; const sheet = document.createElement('style'); sheet.textContent = \
         '.faded { color: #ddd } .faded peer-map { --peer-map-ink: currentColor; --peer-map-line: CanvasText; --peer-map-you: light-dark(#900, #f99) }'; \
         document.head.append(sheet); document.body.className = 'faded'",
        &[],
    )
    .await?;
    page.wait_until("warned.some((words) => words.includes('--peer-map-ink: currentColor'))").await?;
    page.wait_until_equal("warned.length", 1).await?;
    page.wait_until_equal(&style(".peer-map", "color"), "rgb(35, 32, 27)").await?;
    page.run("document.body.className = ''", &[]).await?;
    page.wait_until("warned.some((words) => words.includes('--peer-map-ink: rgb(200 200 200)'))").await?;
    // By a style sheet that comes, a rule in it that changes, one that goes, and while the element is not shown.
    page.run(
        "warned.length = 0; const sheet = window.late = document.createElement('style'); \
         sheet.textContent = 'peer-map { --peer-map-ink: #ddd !important }'; document.head.append(sheet)",
        &[],
    )
    .await?;
    page.wait_until("warned.some((words) => words.includes('--peer-map-ink: #ddd'))").await?;
    page.wait_until_equal(&style(".peer-map", "color"), "rgb(35, 32, 27)").await?;
    page.run("late.sheet.cssRules[0].style.setProperty('--peer-map-ink', '#421', 'important')", &[]).await?;
    page.wait_until_equal(&style(".peer-map", "color"), "rgb(68, 34, 17)").await?;
    page.run("warned.length = 0; document.querySelector('peer-map').style.display = 'none'", &[]).await?;
    // The browser has laid it out without.
    page.run("return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))", &[]).await?;
    page.run("late.remove(); document.querySelector('peer-map').style.display = ''", &[]).await?;
    page.wait_until("warned.some((words) => words.includes('--peer-map-ink: rgb(200 200 200)'))").await?;
    // In the dark the same colours stand on something else.
    page.run("warned.length = 0; document.querySelector('peer-map').theme = 'dark'", &[]).await?;
    page.wait_until("warned.some((words) => words.includes('--peer-map-accent'))").await?;
    page.wait_until_equal(&style(".peer-map", "color"), "rgb(200, 200, 200)").await
}
