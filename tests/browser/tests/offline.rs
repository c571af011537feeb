//! The page as one file: from a disk, and in a frame without an origin, it does all that index.html does and asks for
//! nothing.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Site, Widget};
use serde_json::json;
use std::fs;
use xtask::workspace::Workspace;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("it_works_from_a_disk", it_works_from_a_disk),
        Scenario::new("it_keeps_to_itself_whose_disk_it_is_on", it_keeps_to_itself_whose_disk_it_is_on),
        Scenario::new("it_works_in_a_sandbox", it_works_in_a_sandbox),
        Scenario::new("a_page_without_an_origin_leads_to_it", a_page_without_an_origin_leads_to_it),
        Scenario::new("a_folder_of_a_version_has_it_too", a_folder_of_a_version_has_it_too),
        Scenario::new("an_old_browser_is_told", an_old_browser_is_told),
        Scenario::new("a_damaged_file_is_told", a_damaged_file_is_told),
        Scenario::new("other_line_ends_do_no_harm", other_line_ends_do_no_harm),
        Scenario::new("it_says_its_version_and_date", it_says_its_version_and_date),
    ]
}

const FILE: &str = "peer-map-offline.html";
const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const GROUP: &str = "ps1-g.k1w14d3f4p4h4.k1w1d1f2p1h1.k12w35d2f4p3h2.k3w24d3f4p12h2.k1w12d2f4p46h4.k1w13d1f24p1h2.\
                     k4w12d2f4p6h4.k1w7f3h4.k12w13d1f1p2.k13w4d3f4p4h4.k13w1d3f3p5h3.k2w1d3f0p6h2-u";
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
    let folder = Page::site()?.folder;
    let (file, index) = (folder.join(FILE), folder.join("index.html"));
    page.visit_files(&[&file], "?lang=fr").await?;
    started(page).await?;
    completes(&page.widget()).await?;
    assert_eq!(page.fragment().await?, CODE);
    asked_for_nothing(page).await?;
    // The page of several files cannot work from there.
    page.visit_files(&[&index, &file], &format!("?lang=fr#{CODE}")).await?;
    page.wait_until(&format!("location.pathname.endsWith('/{FILE}')")).await?;
    started(page).await?;
    page.widget().wait_for_screen("result").await?;
    page.widget().wait_for_language("fr").await?;
    asked_for_nothing(page).await
}

/// Nobody else can open a file of this disk, and its address tells whose it is: the code is shared instead, unless the file
/// says where it is published.
async fn it_keeps_to_itself_whose_disk_it_is_on(page: &Page) -> Result<()> {
    let file = Page::site()?.folder.join(FILE);
    for (fragment, screen, field) in [(CODE, "result", "share-code"), (GROUP, "group", "group-link")] {
        page.visit_files(&[&file], &format!("#{fragment}")).await?;
        started(page).await?;
        let widget = page.widget();
        widget.wait_for_screen(screen).await?;
        assert_eq!(widget.each(&format!("input[name={field}]"), "value").await?, [fragment]);
        widget.wait_for("[data-section=share] [data-link=none]").await?;
        let whole = page.run("return document.querySelector('#peer-map').outerHTML", &[]).await?;
        let whole = whole.as_str().unwrap_or_default();
        assert!(whole.contains(fragment) && !whole.contains("file:") && !whole.contains("data-qr"), "{screen}");
    }
    page.widget().act("present").await?;
    page.widget().wait_for(".pm-join").await?;
    assert_eq!(page.widget().each(".pm-join", "innerText").await?, [""]);

    let copy = Workspace::find()?.root().join("target/published.html");
    let canonical = "<head><link rel=\"canonical\" href=\"https://example.org/map/\">";
    fs::write(&copy, fs::read_to_string(&file)?.replacen("<head>", canonical, 1))?;
    page.visit_files(&[&copy], &format!("#{CODE}")).await?;
    started(page).await?;
    page.widget().wait_for_screen("result").await?;
    let link = page.widget().each("input[name=share-link]", "value").await?;
    assert_eq!(link, [format!("https://example.org/map/#{CODE}")]);
    Ok(())
}

/// Neither of the site nor of the disk, and without a word on the console.
async fn asked_for_nothing(page: &Page) -> Result<()> {
    assert!(page.take_requests().is_empty());
    assert_eq!(page.run("return window.recordedErrors", &[]).await?, json!([]), "the recorder is there");
    let asked = "performance.getEntriesByType('resource').map((entry) => entry.name)\
                 .filter((name) => !name.startsWith('data:') && !name.startsWith('blob:'))";
    assert_eq!(page.run(&format!("return {asked}"), &[]).await?, json!([]));
    Ok(())
}

/// Every page of the widget says so in the same way.
async fn it_says_its_version_and_date(page: &Page) -> Result<()> {
    let said = "const { version, date } = document.getElementById('peer-map').dataset; return [version, date]";
    page.visit("index.html").await?;
    let own = page.run(said, &[]).await?;
    assert_eq!(own[0], env!("CARGO_PKG_VERSION"));
    let date = own[1].as_str().unwrap_or_default();
    assert!(date.len() == 10 && date.split('-').all(|part| part.parse::<u32>().is_ok()), "{own}");
    page.visit(FILE).await?;
    started(page).await?;
    assert_eq!(page.run(said, &[]).await?, own);
    let metas = "return ['version', 'date'].map((name) => document.querySelector(`meta[name=${name}]`).content)";
    assert_eq!(page.run(metas, &[]).await?, own);
    Ok(())
}

/// One character of what is packed is another: the page says that it cannot start, and shows the question.
async fn a_damaged_file_is_told(page: &Page) -> Result<()> {
    let text = fs::read_to_string(Page::site()?.folder.join(FILE))?;
    let letter = |at: &usize| text[*at..].starts_with(|one: char| one.is_ascii_lowercase());
    let middle = (text.len() / 2..).find(|at| text.is_char_boundary(*at) && letter(at)).unwrap_or_default();
    let other = if text[middle..].starts_with('a') { "b" } else { "a" };
    let damaged = format!("{}{other}{}", &text[..middle], &text[middle + 1..]);
    let page = page.on(Site { pages: vec![(format!("/{FILE}"), damaged)], ..Page::site()? })?;
    page.visit(FILE).await?;
    page.wait_until("!document.getElementById('peer-map-failed').hidden").await?;
    assert!(!page.take_errors().await?.is_empty());
    assert_eq!(
        page.run("return document.querySelectorAll('[data-question=k] input').length > 0", &[]).await?,
        json!(true)
    );
    Ok(())
}

/// Nothing but its characters counts: whoever saves it in an editor may end its lines in another way.
async fn other_line_ends_do_no_harm(page: &Page) -> Result<()> {
    let text = fs::read_to_string(Page::site()?.folder.join(FILE))?;
    let site = Site { pages: vec![(format!("/{FILE}"), text.replace('\n', "\r\n"))], ..Page::site()? };
    let page = page.on(site)?;
    page.visit(&format!("{FILE}?lang=fr#{CODE}")).await?;
    started(&page).await?;
    page.widget().wait_for_screen("result").await
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
    let head = "<script>delete window.WebAssembly</script>".to_owned();
    let page = page.on(Site { head, ..Page::site()? })?;
    page.visit(FILE).await?;
    page.wait_until("!document.getElementById('peer-map-failed').hidden").await?;
    let errors = page.take_errors().await?;
    assert!(errors.iter().all(|error| error.contains("WebAssembly")), "{errors:?}");
    // The question can still be read.
    assert_eq!(
        page.run("return document.querySelectorAll('[data-question=k] input').length > 0", &[]).await?,
        json!(true)
    );
    Ok(())
}
