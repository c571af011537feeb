//! The page as one file: from a disk, and in a frame without an origin, it does all that index.html does and asks for
//! nothing.

use anyhow::{Context, Result};
use peer_map_browser_tests::{Page, Scenario, Site, Widget};
use serde_json::json;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("it_works_from_a_disk", it_works_from_a_disk),
        Scenario::new("it_works_in_a_sandbox", it_works_in_a_sandbox),
        Scenario::new("a_page_without_an_origin_leads_to_it", a_page_without_an_origin_leads_to_it),
        Scenario::new("a_folder_of_a_version_has_it_too", a_folder_of_a_version_has_it_too),
        Scenario::new("an_old_browser_is_told", an_old_browser_is_told),
    ]
}

const FILE: &str = "peer-map-offline.html";
const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const ANSWERS: [(&str, &[u8]); 6] =
    [("k", &[1, 3]), ("w", &[1, 4]), ("d", &[2]), ("f", &[4]), ("p", &[1, 4]), ("h", &[3])];

/// From the first question to the result, in French, and a word explained, whose file has come with the page too.
async fn completes(widget: &Widget<'_>) -> Result<()> {
    widget.wait_for_language("fr").await?;
    for (letter, options) in ANSWERS {
        widget.answer(letter, options).await?;
        widget.act("continue").await?;
        widget.wait_for_question_after(letter).await?;
    }
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, CODE);
    widget.wait_for("#pm-labels option[value='Pair aidant']").await?;
    widget.wait_for("input[name=label]").await?.send_keys("pair-aidant").await?;
    widget.act("label").await?;
    widget.wait_for("[data-section=label] [data-label=pair-aidant]").await?;
    widget.choose_language("zh-Hans").await?;
    widget.wait_for_screen("result").await
}

/// Waits until the script of the page has started the widget.
async fn started(page: &Page) -> Result<()> {
    page.wait_until("document.querySelector('#peer-map [data-screen]') && document.title !== 'Peer Map'").await?;
    page.wait_until("document.readyState === 'complete'").await?;
    Ok(())
}

async fn it_works_from_a_disk(page: &Page) -> Result<()> {
    let file = Page::site()?.folder.join(FILE);
    let file = file.to_str().context("the path is not text")?;
    page.session().goto("about:blank").await?;
    page.session().goto(format!("file://{file}?lang=fr")).await?;
    started(page).await?;
    completes(&page.widget()).await?;
    assert_eq!(page.fragment().await?, CODE);
    // The page of several files cannot work from there.
    let index = file.replace(FILE, "index.html");
    page.session().goto(format!("file://{index}?lang=fr#{CODE}")).await?;
    page.wait_until(&format!("location.pathname.endsWith('/{FILE}')")).await?;
    started(page).await?;
    page.widget().wait_for_screen("result").await?;
    page.widget().wait_for_language("fr").await?;
    assert!(page.take_requests().is_empty());
    Ok(())
}

/// A page of the same host with one frame in a sandbox, which has no origin then; the session looks into the frame. It is no
/// higher than the window, since a driver scrolls within the frame alone.
async fn framed(page: &Page, source: &str) -> Result<Page> {
    let frame = format!("<iframe sandbox='allow-scripts' width='720' height='600' src='{source}'></iframe>");
    let html = format!("<!doctype html><html lang='en'><head><title>Host</title></head><body>{frame}</body></html>");
    let page = page.on(Site { pages: vec![("/host.html".to_owned(), html)], ..Page::site()? })?;
    page.visit("host.html").await?;
    page.session().enter_frame(0).await?;
    page.wait_until_equal("self.origin", "null").await?;
    Ok(page)
}

/// Leaves the frame, which has reported nothing.
async fn leave(page: &Page) -> Result<()> {
    assert_eq!(page.take_errors().await?, [""; 0]);
    page.session().enter_default_frame().await?;
    Ok(())
}

async fn it_works_in_a_sandbox(page: &Page) -> Result<()> {
    let page = framed(page, &format!("/{FILE}?lang=fr")).await?;
    started(&page).await?;
    completes(&page.widget()).await?;
    leave(&page).await?;
    assert_eq!(page.take_requests(), ["/host.html".to_owned(), format!("/{FILE}?lang=fr")]);
    Ok(())
}

async fn a_page_without_an_origin_leads_to_it(page: &Page) -> Result<()> {
    let page = framed(page, &format!("/index.html?lang=fr&mode=flow#{CODE}")).await?;
    page.wait_until(&format!("location.pathname === '/{FILE}'")).await?;
    started(&page).await?;
    let widget = page.widget();
    widget.wait_for_screen("result").await?;
    widget.wait_for_language("fr").await?;
    assert_eq!(widget.code().await?, CODE);
    leave(&page).await?;
    let wasm = page.take_requests().into_iter().filter(|path| path.ends_with(".wasm") || path.ends_with(".json"));
    assert_eq!(wasm.collect::<Vec<_>>(), [""; 0], "it was asked for in vain");
    Ok(())
}

async fn a_folder_of_a_version_has_it_too(page: &Page) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let page = framed(page, &format!("/v{version}/index.html?mode=map")).await?;
    page.wait_until(&format!("location.pathname === '/v{version}/{FILE}'")).await?;
    started(&page).await?;
    page.widget().wait_for_screen("map").await?;
    leave(&page).await
}

async fn an_old_browser_is_told(page: &Page) -> Result<()> {
    let head = "<script>delete window.DecompressionStream</script>".to_owned();
    let page = page.on(Site { head, ..Page::site()? })?;
    page.visit(FILE).await?;
    page.wait_until("!document.getElementById('peer-map-failed').hidden").await?;
    let errors = page.take_errors().await?;
    assert!(errors.iter().all(|error| error.contains("DecompressionStream")), "{errors:?}");
    // The question can still be read.
    assert_eq!(
        page.run("return document.querySelectorAll('[data-question=k] input').length > 0", &[]).await?,
        json!(true)
    );
    Ok(())
}
