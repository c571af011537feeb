//! The page in a frame of another site, and the script that serves its host.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario};

use crate::host::{Host, listen};

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("the_frame_is_as_high_as_its_content", the_frame_is_as_high_as_its_content),
        Scenario::new("the_host_hears_what_the_frame_says", the_host_hears_what_the_frame_says),
        Scenario::new("strangers_are_not_believed", strangers_are_not_believed),
        Scenario::new("a_script_that_comes_late_or_twice_is_enough", a_script_that_comes_late_or_twice_is_enough),
        Scenario::new("hosts_that_know_amp_need_no_script", hosts_that_know_amp_need_no_script),
        Scenario::new("a_frame_steals_no_keyboard_and_moves_no_page", a_frame_steals_no_keyboard_and_moves_no_page),
    ]
}

/// Drivers do not scroll the page that a frame is in, and miss what is below its edge.
async fn click(page: &Page, css: &str) -> Result<()> {
    page.wait_for(css).await?;
    page.run("document.querySelector(arguments[0]).click()", &[css.into()]).await?;
    Ok(())
}

const FRAME: &str = "document.querySelector('iframe')";

fn frame(site: &str) -> String {
    format!(
        "<input id=own autofocus><iframe src=\"{site}index.html?lang=en\" title=\"Peer Map\" \
         style=\"width:100%;height:900px;border:0\"></iframe><p id=below>…</p>\
         <script src=\"{site}peer-map-frame.js\"></script>"
    )
}

/// Counts messages of each type, and when they came to rest.
const COUNT: &str = "window.sizes = []; addEventListener('message', ({ data }) => \
                     { if (data?.source === 'peer-map' && data.type === 'resize') sizes.push(data.height) })";

async fn the_frame_is_as_high_as_its_content(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| format!("<script>{COUNT}</script>{}", frame(site))).await?;
    let page = &host.page;
    page.wait_until("sizes.length > 0").await?;
    let fits = format!("{FRAME}.getBoundingClientRect().height === sizes.at(-1)");
    page.wait_until(&fits).await?;
    page.enter_frame(FRAME).await?;
    page.widget().wait_for_question("k").await?;
    // No scrollbar in either direction.
    let root = "document.documentElement";
    page.wait_until(&format!("{root}.scrollHeight <= innerHeight && {root}.scrollWidth <= innerWidth")).await?;
    page.leave_frame().await?;
    // A wish for another width changes the height once, and then it rests: a frame is told its height only if it is new.
    page.run(&format!("sizes.length = 0; {FRAME}.style.width = '320px'"), &[]).await?;
    page.wait_until("sizes.length > 0").await?;
    page.wait_until(&fits).await?;
    let frames = "return new Promise((done) => { let left = 20; \
                  const next = () => (left-- ? requestAnimationFrame(next) : done(sizes.length)); next(); })";
    let told = page.run(frames, &[]).await?;
    ensure!(told.as_u64().is_some_and(|told| told <= 3), "the height was told {told} times");
    let sizes = page.run("return sizes", &[]).await?;
    let sizes = sizes.as_array().unwrap();
    let mut once = sizes.clone();
    once.dedup();
    assert_eq!(sizes, &once, "the same height twice");
    // The next screen has another height.
    let before = page.run("return sizes.at(-1)", &[]).await?;
    page.enter_frame(FRAME).await?;
    let widget = page.widget();
    click(page, "input[value='9']").await?;
    click(page, "[data-action=continue]").await?;
    widget.wait_for_screen("summary").await?;
    page.leave_frame().await?;
    page.wait_until(&format!("sizes.at(-1) !== {before}")).await?;
    page.wait_until(&fits).await?;
    Ok(())
}

async fn the_host_hears_what_the_frame_says(page: &Page) -> Result<()> {
    let host =
        Host::open(page, None, |site| format!("<script src=\"{site}peer-map-frame.js\"></script><div id=here></div>"))
            .await?;
    let page = &host.page;
    listen(page).await?;
    let frame = "const frame = document.createElement('iframe'); frame.id = 'frame'; frame.src = arguments[0]; \
                 document.getElementById('here').append(frame)";
    page.run(frame, &[format!("{}index.html?lang=en#{CODE}", host.site.address()).into()]).await?;
    page.wait_until("heard.length === 2").await?;
    page.wait_until_equal("heard.map(([type, id]) => `${type} ${id}`)", vec!["change frame", "result frame"]).await?;
    page.wait_until_equal("heard.map(([, , detail]) => detail.code)", vec![CODE, CODE]).await?;
    page.enter_frame(FRAME).await?;
    let widget = page.widget();
    widget.wait_for_screen("result").await?;
    click(page, "[data-action=start-again]").await?;
    widget.wait_for_question("k").await?;
    page.leave_frame().await?;
    page.wait_until_equal(
        "heard.map(([type, , detail]) => [type, detail.code]).at(-1)",
        serde_json::json!(["change", null]),
    )
    .await?;
    // Links out of the frame open beside the host's page, which stays.
    page.enter_frame(FRAME).await?;
    page.wait_until_equal("document.querySelector('base').target", "_blank").await?;
    page.leave_frame().await
}

async fn strangers_are_not_believed(page: &Page) -> Result<()> {
    // Another frame, of the host's own, says that it is the widget; and the host's page says so of itself.
    let message = "{ source: 'peer-map', version: 1, type: 'resize', height: 4321 }";
    let result = "{ source: 'peer-map', version: 1, type: 'result', detail: { code: 'lie' } }";
    let host = Host::open(page, None, |site| {
        format!(
            "{}<iframe id=stranger srcdoc=\"<script>for (const message of [{message}, {result}]) parent.postMessage(message, '*'); \
             parent.postMessage('done', '*')</script>\"></iframe>\
             <script>window.seen = []; addEventListener('message', ({{ data }}) => seen.push(data))</script>",
            frame(site)
        )
    })
    .await?;
    let page = &host.page;
    listen(page).await?;
    page.wait_until("seen.includes('done') || seen.some((data) => data.type === 'resize' && data.height !== 4321)")
        .await?;
    page.run(
        &format!("for (const message of [{message}, {result}]) postMessage(message, '*'); postMessage('own', '*')"),
        &[],
    )
    .await?;
    page.wait_until("seen.includes('own')").await?;
    // A frame of the widget counts only for what its own window says, in a version that the script knows.
    let heights = "[...document.querySelectorAll('iframe')].map((frame) => frame.style.height)";
    page.wait_until("seen.some((data) => data.type === 'resize' && data.height !== 4321)").await?;
    page.wait_until(&format!("!{heights}.includes('4321px')")).await?;
    page.wait_until_equal("heard", serde_json::json!([])).await?;
    page.wait_until_equal("document.getElementById('stranger').style.height", "").await
}

async fn a_script_that_comes_late_or_twice_is_enough(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        format!("<script>{COUNT}</script><iframe src=\"{site}index.html?lang=en\" width=600 height=100></iframe>")
    })
    .await?;
    let page = &host.page;
    listen(page).await?;
    page.wait_until("sizes.length > 0").await?;
    page.wait_until_equal(&format!("{FRAME}.getBoundingClientRect().height"), 104).await?;
    for end in ["", "?again"] {
        let add = "const script = document.createElement('script'); script.src = arguments[0]; \
                   return new Promise((done) => { script.onload = () => done(true); document.head.append(script) })";
        let script = format!("{}peer-map-frame.js{end}", host.site.address());
        page.run(add, &[script.into()]).await?;
        page.wait_until(&format!("{FRAME}.style.height === `${{sizes.at(-1)}}px`")).await?;
    }
    page.enter_frame(FRAME).await?;
    click(page, "input[value='1']").await?;
    click(page, "[data-action=continue]").await?;
    page.widget().wait_for_question("w").await?;
    page.leave_frame().await?;
    // Whatever comes of the answer has come when the next height is there.
    page.wait_until("heard.length > 0").await?;
    page.run(
        "return new Promise((done) => { addEventListener('message', () => done(true)); postMessage('last', '*') })",
        &[],
    )
    .await?;
    page.wait_until_equal("heard.map(([type]) => type)", vec!["change"]).await
}

async fn hosts_that_know_amp_need_no_script(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        format!(
            "<script>window.amp = []; addEventListener('message', ({{ data }}) => {{ if (data?.sentinel === 'amp') amp.push(data) }})</script>\
             <iframe src=\"{site}index.html\"></iframe>"
        )
    })
    .await?;
    let page = &host.page;
    page.wait_until("amp.length > 0 && amp[0].type === 'embed-size' && amp[0].height > 100").await?;
    Ok(())
}

async fn a_frame_steals_no_keyboard_and_moves_no_page(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        let shifts = "window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries())) \
                      .observe({ type: 'layout-shift', buffered: true })";
        // A host that reserves what the widget takes sees nothing move: the frame is told its height only if it differs.
        format!("<script>try {{ {shifts} }} catch {{}} {COUNT}</script>{}", frame(site))
    })
    .await?;
    let page = &host.page;
    page.wait_until("sizes.length > 0").await?;
    page.wait_until(&format!("{FRAME}.getBoundingClientRect().height === sizes.at(-1)")).await?;
    page.wait_until_equal("document.activeElement.id", "own").await?;
    page.wait_until_equal("scrollY", 0).await?;
    // From the first height on, nothing moves until the reader does something.
    page.enter_frame(FRAME).await?;
    page.widget().wait_for_question("k").await?;
    page.wait_until("window.widgetHasStarted").await?;
    page.leave_frame().await?;
    page.wait_until("new Set(sizes).size === 1").await?;
    page.wait_until_equal("history.length", page.run("return history.length", &[]).await?).await?;
    page.wait_until_equal("document.activeElement.id", "own").await
}
