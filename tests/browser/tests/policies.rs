//! Hosts whose policy forbids something: the element, then a frame, then what is between the tags.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario};

use crate::host::{Host, listen, script, set, shared};

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
/// What the element needs, as `embed.html` tells, and `'self'` for the host's own script of the tests.
const ELEMENT: &str = "default-src 'none'; script-src 'self' SITE 'wasm-unsafe-eval'; connect-src SITE; img-src data:; \
                       require-trusted-types-for 'script'; trusted-types 'none'";

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("the_policy_that_we_give_is_enough", the_policy_that_we_give_is_enough),
        Scenario::new("without_wasm_a_frame_stands_in", without_wasm_a_frame_stands_in),
        Scenario::new("without_fetching_a_frame_stands_in", without_fetching_a_frame_stands_in),
        Scenario::new("without_frames_the_content_stays", without_frames_the_content_stays),
        Scenario::new("without_script_the_content_stays", without_script_the_content_stays),
        Scenario::new("a_broken_site_leaves_the_content", a_broken_site_leaves_the_content),
    ]
}

/// An element with something between its tags.
fn element(site: &str) -> String {
    format!(
        "{}<peer-map id=map lang=fr theme=dark code={CODE}><a id=inside href=\"{site}\">A link</a></peer-map>",
        script(site)
    )
}

/// Whether what is between the tags can be seen.
const INSIDE: &str = "document.getElementById('inside').checkVisibility({ visibilityProperty: true })";
const FRAME: &str = "document.querySelector('peer-map').shadowRoot?.querySelector('iframe')";

const FRAME_SHOWN: &str = "document.querySelector('peer-map').shadowRoot.querySelector('iframe').checkVisibility({ visibilityProperty: true })";

/// What the widget itself did not cause is no error of it.
async fn forget_refusals(page: &Page) -> Result<()> {
    for error in page.take_errors().await? {
        ensure!(error.starts_with("policy violation") || error.starts_with("cannot load"), "{error}");
    }
    Ok(())
}

async fn the_policy_that_we_give_is_enough(page: &Page) -> Result<()> {
    let host = Host::open(page, Some(ELEMENT), element).await?;
    let page = &host.page;
    let widget = page.widget_in("peer-map");
    widget.wait_for_screen("result").await?;
    page.wait_until_equal(INSIDE, false).await?;
    page.wait_until(&format!("{FRAME} === null")).await?;
    widget.wait_for("[data-section=label], [data-figure=territory] svg").await?;
    // The style has come, too.
    let widths =
        "document.querySelector('peer-map').shadowRoot.querySelector('.pm').getBoundingClientRect().height > 500";
    page.wait_until(widths).await?;
    assert_eq!(page.take_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The frame shows what the attributes ask for, tells its height, and passes on what its widget says.
async fn a_frame_stands_in(page: &Page, policy: &str) -> Result<()> {
    let host = Host::open(page, Some(policy), element).await?;
    let page = &host.page;
    listen(page).await?;
    page.wait_until(&format!("{FRAME} && {FRAME_SHOWN}")).await?;
    page.wait_until(&format!("{FRAME}.getBoundingClientRect().height > 500")).await?;
    page.wait_until_equal(INSIDE, false).await?;
    let address = page.run(&format!("return {FRAME}.src"), &[]).await?;
    ensure!(
        address.as_str().is_some_and(|address| address.contains("lang=fr")
            && address.contains("theme=dark")
            && address.ends_with(CODE)),
        "{address}"
    );
    forget_refusals(page).await?;
    // Another code is opened there.
    set(page, "peer-map", "code", Some("ps1-k1-b")).await?;
    page.wait_until("heard.some(([type, , detail]) => type === 'change' && detail.code === 'ps1-k1-b')").await?;
    page.wait_until_equal("document.querySelector('peer-map').code", "ps1-k1-b").await?;
    page.enter_frame(FRAME).await?;
    page.widget().wait_for_question("w").await?;
    page.run("document.querySelector('input[value=\"1\"]').click()", &[]).await?;
    page.run("document.querySelector('[data-action=continue]').click()", &[]).await?;
    page.widget().wait_for_question("d").await?;
    page.leave_frame().await?;
    page.wait_until("document.querySelector('peer-map').code.startsWith('ps1-k1w1-')").await?;
    // Taken out and put back, the frame loads anew: with what was answered, in another language if that is asked for.
    page.run("heard.length = 0; window.element = document.querySelector('peer-map'); element.remove()", &[]).await?;
    page.run("element.lang = 'en'; document.body.append(element)", &[]).await?;
    page.wait_until("heard.some(([type, , detail]) => type === 'change' && detail.code.startsWith('ps1-k1w1-'))")
        .await?;
    page.enter_frame(FRAME).await?;
    page.widget().wait_for_language("en").await?;
    page.widget().wait_for_question("d").await?;
    page.leave_frame().await?;
    Ok(())
}

async fn without_wasm_a_frame_stands_in(page: &Page) -> Result<()> {
    a_frame_stands_in(
        page,
        "default-src 'none'; script-src 'self' SITE; connect-src SITE; style-src 'unsafe-inline'; frame-src SITE",
    )
    .await
}

async fn without_fetching_a_frame_stands_in(page: &Page) -> Result<()> {
    a_frame_stands_in(page, "default-src 'none'; script-src 'self' SITE 'wasm-unsafe-eval'; frame-src SITE").await
}

async fn without_frames_the_content_stays(page: &Page) -> Result<()> {
    let host = Host::open(page, Some("default-src 'none'; script-src 'self' SITE; connect-src SITE"), element).await?;
    let page = &host.page;
    // The frame has been tried.
    page.wait_until(&format!("{FRAME} && {INSIDE}")).await?;
    page.wait_until("window.recordedErrors.some((error) => error.includes('frame'))").await?;
    page.wait_until(&format!("{INSIDE} && !{FRAME_SHOWN}")).await?;
    forget_refusals(page).await
}

async fn without_script_the_content_stays(page: &Page) -> Result<()> {
    let host = Host::open(page, Some("default-src 'none'; script-src 'self'"), element).await?;
    let page = &host.page;
    page.wait_until("window.recordedErrors.length > 0").await?;
    page.wait_until_equal(INSIDE, true).await?;
    forget_refusals(page).await
}

async fn a_broken_site_leaves_the_content(page: &Page) -> Result<()> {
    // The wasm is there for nobody: the frame cannot start either, and does not say that it works.
    let mut broken = shared(Page::site()?);
    broken.pages.push(("/wasm/peer-map_bg.wasm".to_owned(), "no wasm".to_owned()));
    let site = page.on(broken)?;
    let host = Host::open_with(page, site, None, element).await?;
    let page = &host.page;
    page.wait_until(&format!("{FRAME} && {INSIDE}")).await?;
    page.enter_frame(FRAME).await?;
    page.wait_until("document.getElementById('peer-map-failed')?.checkVisibility({ visibilityProperty: true })")
        .await?;
    page.leave_frame().await?;
    page.wait_until(&format!("{INSIDE} && !{FRAME_SHOWN}")).await?;
    page.take_errors().await?;
    Ok(())
}
