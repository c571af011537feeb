//! The pages of the kinds: they stand by themselves, and go on to the widget with the code of a link.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Site};
use serde_json::{Value, json};
use std::fs;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_page_stands_by_itself", a_page_stands_by_itself),
        Scenario::new("languages_lead_to_each_other", languages_lead_to_each_other),
        Scenario::new("the_button_leads_to_the_first_question", the_button_leads_to_the_first_question),
        Scenario::new("a_link_with_a_code_goes_on", a_link_with_a_code_goes_on),
        Scenario::new("what_is_no_code_is_explained_by_the_widget", what_is_no_code_is_explained_by_the_widget),
        Scenario::new("a_code_that_comes_later_goes_on_too", a_code_that_comes_later_goes_on_too),
        Scenario::new("back_does_not_bounce", back_does_not_bounce),
        Scenario::new("it_works_below_any_folder", it_works_below_any_folder),
        Scenario::new("it_is_read_without_scripts", it_is_read_without_scripts),
        Scenario::new("it_stands_where_scripts_are_blocked", it_stands_where_scripts_are_blocked),
        Scenario::new("it_stands_in_the_frame_of_another_site", it_stands_in_the_frame_of_another_site),
        Scenario::new("it_fits_a_narrow_screen", it_fits_a_narrow_screen),
    ]
}

/// Pages, each with its language, its heading and its button.
const PAGES: [(&str, &str, &str, &str); 4] = [
    ("kinds/mutual/", "en", "Mutual aid and self-help", "Answer the six questions"),
    ("kinds/mutual/fr/", "fr", "Entraide mutuelle", "Répondre aux six questions"),
    ("kinds/care-team/zh-Hans/", "zh-Hans", "照护团队中的同伴工作者", "回答六个问题"),
    ("kinds/outside/", "en", "Not peer support as drawn here", "Answer the six questions"),
];
const CODE: &str = "ps1-k1w1d1f2p16h1-8";
/// The style sheet has come.
const STYLED: &str =
    "getComputedStyle(document.querySelector('[data-action=questions]')).backgroundColor !== 'rgba(0, 0, 0, 0)'";

/// The page is there as itself, with its style, and went nowhere.
async fn stands(page: &Page, path: &str, language: &str, heading: &str, button: &str) -> Result<()> {
    page.wait_until_equal("document.readyState", "complete").await?;
    page.wait_until_equal("document.querySelector('h1').textContent", heading).await?;
    page.wait_until_equal("document.documentElement.lang", language).await?;
    page.wait_until_equal("document.querySelector('[data-action=questions]').textContent", button).await?;
    let mount = page.address().splitn(4, '/').nth(3).unwrap_or_default();
    page.wait_until_equal("location.pathname", format!("/{mount}{path}")).await?;
    // One of the two maps, which the style sheet decides.
    page.wait_until_equal(
        "[...document.querySelectorAll('svg.pm-map')].filter((map) => map.getBoundingClientRect().width > 0).length",
        1,
    )
    .await?;
    page.wait_until(STYLED).await?;
    Ok(())
}

async fn a_page_stands_by_itself(page: &Page) -> Result<()> {
    for (path, language, heading, button) in PAGES {
        let _ = page.take_requests();
        page.visit(path).await?;
        stands(page, path, language, heading, button).await?;
        assert_eq!(page.take_requests(), [format!("/{path}"), "/peer-map.css".to_owned()]);
        let elsewhere = "return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin))";
        assert_eq!(page.run(elsewhere, &[]).await?, json!([]), "{path}");
    }
    Ok(())
}

async fn languages_lead_to_each_other(page: &Page) -> Result<()> {
    page.visit("kinds/mutual/").await?;
    for (language, path, heading) in [
        ("fr", "kinds/mutual/fr/", "Entraide mutuelle"),
        ("zh-Hans", "kinds/mutual/zh-Hans/", "互助与自助"),
        ("en", "kinds/mutual/", "Mutual aid and self-help"),
    ] {
        page.wait_for(&format!("nav a[hreflang='{language}']")).await?.click().await?;
        page.wait_until_equal("location.pathname", format!("/{path}")).await?;
        page.wait_until_equal("document.querySelector('h1')?.textContent ?? ''", heading).await?;
        page.wait_until_equal("document.querySelector('nav [aria-current]')?.lang ?? ''", language).await?;
    }
    page.wait_for("[data-section=kinds] a[href*=outreach]").await?.click().await?;
    page.wait_until_equal("document.querySelector('h1')?.textContent ?? ''", "Outreach by peers").await
}

async fn the_button_leads_to_the_first_question(page: &Page) -> Result<()> {
    for (path, language, ..) in PAGES {
        page.visit(path).await?;
        page.wait_for("[data-action=questions]").await?.click().await?;
        page.wait_until_equal("location.pathname", "/").await?;
        page.wait_until_started().await?;
        let widget = page.widget();
        widget.wait_for_question("k").await?;
        widget.wait_for_language(language).await?;
    }
    page.visit("kinds/mutual/fr/").await?;
    page.wait_for("[data-section=kinds] a[href*='mode=map']").await?.click().await?;
    page.wait_until_equal("location.pathname", "/").await?;
    page.wait_until_started().await?;
    page.widget().wait_for_screen("map").await?;
    page.widget().wait_for_language("fr").await
}

/// The widget has taken over with the result of the code, in the language of the reader's browser.
async fn arrived(page: &Page, mount: &str) -> Result<()> {
    page.wait_until_equal("location.pathname", mount).await?;
    page.wait_until_started().await?;
    let widget = page.widget();
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, CODE);
    assert_eq!(page.fragment().await?, CODE);
    assert_eq!(page.run("return location.search", &[]).await?, "", "the page's language is not the reader's");
    widget.wait_for_language("en").await
}

async fn a_link_with_a_code_goes_on(page: &Page) -> Result<()> {
    for path in
        ["kinds/mutual/", "kinds/mutual/fr/", "kinds/mutual/index.html", "kinds/mutual/zh-Hans/index.html?lang=fr"]
    {
        page.visit(&format!("{path}#{CODE}")).await?;
        arrived(page, "/").await?;
        page.visit(&format!("{path}{}c={CODE}", if path.contains('?') { '&' } else { '?' })).await?;
        arrived(page, "/").await?;
    }
    Ok(())
}

async fn what_is_no_code_is_explained_by_the_widget(page: &Page) -> Result<()> {
    for (link, shown) in [("#ps1-k1w1-m", "ps1-k1w1-m"), ("?c=%3Cb%3E%23%26x", "<b>#&x")] {
        page.visit(&format!("kinds/mutual/{link}")).await?;
        page.wait_until_equal("location.pathname", "/").await?;
        page.wait_until_started().await?;
        page.widget().wait_for_screen("damaged").await?;
        let words = page.widget().words().await?;
        assert!(words.contains(shown) || words.contains(shown.rsplit('#').next().unwrap()), "{link}: {words}");
    }
    Ok(())
}

async fn a_code_that_comes_later_goes_on_too(page: &Page) -> Result<()> {
    let (path, language, heading, button) = PAGES[0];
    page.visit(path).await?;
    stands(page, path, language, heading, button).await?;
    // WebKit passes over pages that nobody has touched.
    page.wait_for("h1").await?.click().await?;
    page.change_fragment(CODE).await?;
    arrived(page, "/").await?;
    page.session().back().await?;
    page.wait_until_equal("location.pathname", format!("/{path}")).await?;
    stands(page, path, language, heading, button).await
}

async fn back_does_not_bounce(page: &Page) -> Result<()> {
    let link = format!(
        "<!doctype html><html><head><title>A message</title></head><body><a href='/kinds/mutual/fr/#{CODE}'>See</a></body></html>"
    );
    let page = page.on(Site { pages: vec![("/message.html".to_owned(), link)], ..Page::site()? })?;
    page.visit("message.html").await?;
    page.wait_for("a").await?.click().await?;
    arrived(&page, "/").await?;
    page.session().back().await?;
    page.wait_until_equal("location.pathname", "/message.html").await?;
    page.wait_until_equal("document.title", "A message").await?;
    page.session().forward().await?;
    arrived(&page, "/").await
}

async fn it_works_below_any_folder(page: &Page) -> Result<()> {
    let page = page.on(Site { mount: "/some/folder/".to_owned(), ..Page::site()? })?;
    let (path, language, heading, button) = PAGES[1];
    page.visit(path).await?;
    stands(&page, path, language, heading, button).await?;
    page.visit(&format!("{path}#{CODE}")).await?;
    arrived(&page, "/some/folder/").await?;
    let requests = page.take_requests();
    assert!(requests.iter().all(|path| path.starts_with("/some/folder/")), "{requests:?}");
    Ok(())
}

/// A page with one frame, and what a script finds in that frame.
async fn framed(page: &Page, attributes: &str, source: &str) -> Result<Page> {
    let html = format!(
        "<!doctype html><html><head><title>Host</title></head><body><iframe {attributes} src='{source}'></iframe></body></html>"
    );
    let page = page.on(Site { pages: vec![("/host.html".to_owned(), html)], ..Page::site()? })?;
    page.visit("host.html").await?;
    Ok(page)
}

async fn it_is_read_without_scripts(page: &Page) -> Result<()> {
    let page = framed(page, "sandbox='allow-same-origin' width=700", &format!("/kinds/mutual/#{CODE}")).await?;
    let within = "frames[0].document";
    page.wait_until_equal(&format!("{within}.querySelector('h1')?.textContent ?? ''"), "Mutual aid and self-help")
        .await?;
    page.wait_until_equal(&format!("{within}.readyState"), "complete").await?;
    let said = format!("{within}.querySelector('noscript p')?.getBoundingClientRect().height > 0");
    page.wait_until(&said).await?;
    let words = page.run(&format!("return {within}.body.innerText"), &[]).await?;
    let words = words.as_str().unwrap_or_default();
    for sentence in [
        "opening that needs JavaScript",
        "Programmes of this kind stand within the outline marked B",
        "Alcoholics Anonymous",
    ] {
        assert!(words.contains(sentence), "{sentence} is not said: {words}");
    }
    page.wait_until_equal(
        &format!("{within}.querySelector('[data-action=questions]').textContent"),
        "Answer the six questions",
    )
    .await
}

async fn it_stands_where_scripts_are_blocked(page: &Page) -> Result<()> {
    let headers = vec![("Content-Security-Policy".to_owned(), "script-src 'none'".to_owned())];
    let page = page.on(Site { headers, ..Page::site()? })?;
    page.visit(&format!("kinds/mutual/#{CODE}")).await?;
    let (path, language, heading, button) = PAGES[0];
    stands(&page, path, language, heading, button).await?;
    let address = "document.querySelector('[data-action=questions]').getAttribute('href')";
    page.wait_until_equal(address, "../../?lang=en").await
}

/// WordPress does so: it puts the frame of a provider that it does not know into a sandbox, and a secret behind its
/// address. Some sites allow a frame scripts and no origin, and a static host sends no CORS headers. Who builds the site with its
/// address gets the style sheet named in the policy, as here.
async fn it_stands_in_the_frame_of_another_site(page: &Page) -> Result<()> {
    let site = Page::site()?;
    let html = fs::read_to_string(site.folder.join("kinds/mutual/index.html"))?;
    let html = html.replace("style-src 'self'", "style-src 'self' http://127.0.0.1:*/peer-map.css");
    let host = "<!doctype html><html><head></head><body><iframe sandbox='allow-scripts' width='640' height='720' src='kinds/mutual/framed.html#?secret=AbCd123456'></iframe></body></html>";
    let pages = vec![("/host.html".to_owned(), host.to_owned()), ("/kinds/mutual/framed.html".to_owned(), html)];
    let page = page.on(Site { pages, ..site })?;
    page.visit("host.html").await?;
    page.session().enter_frame(0).await?;
    page.wait_until_equal("document.readyState", "complete").await?;
    page.wait_until_equal("document.querySelector('h1').textContent", "Mutual aid and self-help").await?;
    page.wait_until(STYLED).await?;
    page.session().enter_default_frame().await?;
    Ok(())
}

async fn it_fits_a_narrow_screen(page: &Page) -> Result<()> {
    let page = framed(page, "width=320 height=600 style='border:0'", "/kinds/mutual/").await?;
    let kinds = ["mutual", "community-worker", "outside", "improving"];
    for (kind, language) in kinds.iter().flat_map(|kind| ["", "fr/", "zh-Hans/"].map(|language| (kind, language))) {
        let path = format!("/kinds/{kind}/{language}");
        page.run("document.querySelector('iframe').src = arguments[0]", &[json!(path)]).await?;
        page.wait_until_equal("frames[0].location.pathname", path.clone()).await?;
        page.wait_until_equal("frames[0].document.readyState", "complete").await?;
        page.wait_until_equal("frames[0].innerWidth", 320).await?;
        let width = page.run("return frames[0].document.documentElement.scrollWidth", &[]).await?;
        assert!(width.as_u64().is_some_and(|width| width <= 320), "{path} is {width} wide");
        let clipped = "return [...frames[0].document.querySelectorAll('h1, h2, h3, p, li, a')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map((one) => one.outerHTML.slice(0, 80))";
        assert_eq!(page.run(clipped, &[]).await?, Value::Array(Vec::new()), "{path}");
    }
    Ok(())
}
