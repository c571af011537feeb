//! The worksheet: two sides of paper, legible on a phone, and what it spells opens when it is typed in.

use anyhow::Result;
use peer_map_browser_tests::{Engine, Page, Scenario, Screen};
use serde_json::json;
use thirtyfour::common::print::{PrintPage, PrintParameters};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("it_takes_two_sides_of_paper", it_takes_two_sides_of_paper).only_in(&[Engine::Chromium]),
        Scenario::new("a_poster_takes_one_sheet", a_poster_takes_one_sheet).only_in(&[Engine::Chromium]),
        Scenario::new("a_poster_and_a_worksheet_lead_to_each_other", a_poster_and_a_worksheet_lead_to_each_other),
        Scenario::new("it_fits_a_phone", it_fits_a_phone),
        Scenario::new("its_languages_lead_to_each_other", its_languages_lead_to_each_other),
        Scenario::new("what_it_spells_opens", what_it_spells_opens),
        Scenario::new("a_page_without_script_leads_to_it", a_page_without_script_leads_to_it),
        Scenario::new("a_widget_that_cannot_start_leads_to_it", a_widget_that_cannot_start_leads_to_it),
    ]
}

/// The pages, each with its language and its heading.
const PAGES: [(&str, &str, &str); 3] = [
    ("worksheet.html", "en", "Where does your programme stand?"),
    ("worksheet.fr.html", "fr", "Où se place votre programme\u{202f}?"),
    ("worksheet.zh-Hans.html", "zh-Hans", "您的项目在哪里？"),
];
const PAPERS: [(&str, f64, f64); 2] = [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)];

async fn it_takes_two_sides_of_paper(page: &Page) -> Result<()> {
    for (path, ..) in PAGES {
        page.visit(path).await?;
        page.wait_until_settled().await?;
        for (paper, width, height) in PAPERS {
            let parameters = PrintParameters { page: PrintPage { width, height }, ..PrintParameters::default() };
            let pdf = page.session().print_page(parameters).await?;
            assert_eq!(crate::print::pages(&pdf), 2, "{path} on {paper}");
        }
    }
    Ok(())
}

/// On A3 in landscape, which the page asks for by itself, and with letters that can be read from three metres: five
/// minutes of arc, 4.4 mm, for those without ascenders, which are about half of the size of the text.
async fn a_poster_takes_one_sheet(page: &Page) -> Result<()> {
    for path in ["poster.html", "poster.fr.html", "poster.zh-Hans.html"] {
        page.visit(path).await?;
        page.wait_until_settled().await?;
        let paper = PrintParameters { page: PrintPage { width: 42.0, height: 29.7 }, ..PrintParameters::default() };
        let pdf = page.session().print_page(paper).await?;
        assert_eq!(crate::print::pages(&pdf), 1, "{path}");
        assert!(String::from_utf8_lossy(&pdf).contains("/MediaBox [0 0 1191"), "{path} is not in landscape");
        // What 400 mm are on paper, within the margins, is as wide in CSS.
        Screen { paper: true, ..Screen::of_width(1512) }.apply(page).await?;
        let size = "const head = document.querySelector('.w-head'); \
                    const scale = head.getScreenCTM().a; return parseFloat(getComputedStyle(head).fontSize) * scale";
        let pixels = page.run(size, &[]).await?.as_f64().unwrap_or_default();
        let millimetres = pixels * 25.4 / 96.0;
        assert!(millimetres * 0.5 >= 4.4, "{path}: {millimetres} mm");
        page.wait_until("document.documentElement.scrollWidth <= innerWidth").await?;
        Screen::default().apply(page).await?;
    }
    Ok(())
}

async fn a_poster_and_a_worksheet_lead_to_each_other(page: &Page) -> Result<()> {
    page.visit("worksheet.fr.html").await?;
    page.wait_for("a[href='poster.fr.html']").await?.click().await?;
    page.wait_until_equal("location.pathname", "/poster.fr.html").await?;
    page.wait_until("document.querySelector('.map svg text.w-head') !== null").await?;
    page.wait_for("a[href='worksheet.fr.html']").await?.click().await?;
    page.wait_until_equal("location.pathname", "/worksheet.fr.html").await
}

async fn it_fits_a_phone(page: &Page) -> Result<()> {
    for path in PAGES.map(|(path, ..)| path).into_iter().chain(["poster.html", "poster.fr.html", "poster.zh-Hans.html"])
    {
        // The narrowest window of Firefox is wider than a phone, a frame is not.
        let frame = format!("<iframe src=\"/{path}\" style=\"width: 320px; height: 600px; border: 0\"></iframe>");
        let mut site = Page::site()?;
        site.pages.push(("/host.html".to_owned(), format!("<!doctype html><title>Host</title>{frame}")));
        let page = page.on(site)?;
        page.visit("host.html").await?;
        page.wait_until("document.querySelector('iframe')?.contentDocument?.querySelector('.map svg') != null").await?;
        page.wait_until_equal("document.querySelector('iframe').contentDocument.readyState", "complete").await?;
        let root = "document.querySelector('iframe').contentDocument.documentElement";
        // Less than a phone's, by a scroll bar.
        page.wait_until(&format!("{root}.clientWidth <= 320 && {root}.scrollWidth <= {root}.clientWidth")).await?;
    }
    Ok(())
}

async fn its_languages_lead_to_each_other(page: &Page) -> Result<()> {
    page.visit("worksheet.html").await?;
    for (path, language, heading) in [PAGES[1], PAGES[2], PAGES[0]] {
        page.wait_for(&format!("nav a[hreflang='{language}']")).await?.click().await?;
        page.wait_until_equal("location.pathname", format!("/{path}")).await?;
        page.wait_until_equal("document.querySelector('h1')?.textContent ?? ''", heading).await?;
        page.wait_until_equal("document.documentElement.lang", language).await?;
    }
    Ok(())
}

/// Without the check character, as on paper: the widget says the answers back.
async fn what_it_spells_opens(page: &Page) -> Result<()> {
    for (path, language, _) in PAGES {
        page.visit(path).await?;
        let script = "return document.querySelector('.example').textContent.match(/ps1-[a-z0-9]+$/)[0]";
        let code = page.run(script, &[]).await?;
        page.wait_for(".address a").await?.click().await?;
        page.wait_until_equal("location.pathname", "/").await?;
        page.wait_until_started().await?;
        let widget = page.widget();
        widget.wait_for_language(language).await?;
        widget.open_typed(code.as_str().unwrap_or_default()).await?;
        widget.wait_for("[data-unchecked=true]").await?;
    }
    Ok(())
}

async fn a_page_without_script_leads_to_it(page: &Page) -> Result<()> {
    let mut site = Page::site()?;
    site.pages.push((
        "/host.html".to_owned(),
        "<!doctype html><title>Host</title><iframe sandbox=\"allow-same-origin\" src=\"/index.html\"></iframe>"
            .to_owned(),
    ));
    let page = page.on(site)?;
    page.visit("host.html").await?;
    let links = "[...document.querySelector('iframe').contentDocument.querySelectorAll('noscript a')]\
                 .filter((link) => link.getClientRects().length).map((link) => link.pathname)";
    page.wait_until_equal(links, json!(PAGES.map(|(path, ..)| format!("/{path}")))).await?;
    // What the recorder of the tests would have done is refused too.
    let _ = page.take_errors().await?;
    Ok(())
}

async fn a_widget_that_cannot_start_leads_to_it(page: &Page) -> Result<()> {
    let mut site = Page::site()?;
    site.pages.push(("/wasm/peer-map_bg.wasm".to_owned(), "no wasm".to_owned()));
    let page = page.on(site)?;
    page.visit("index.html").await?;
    let links = "[...document.querySelectorAll('#peer-map-failed a')].filter((link) => link.getClientRects().length)\
                 .map((link) => link.pathname)";
    page.wait_until_equal(links, json!(PAGES.map(|(path, ..)| format!("/{path}")))).await?;
    assert_ne!(page.take_errors().await?, [""; 0]);
    Ok(())
}
