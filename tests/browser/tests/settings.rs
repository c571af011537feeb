//! What a host writes wrongly: the widget stands, says so, and goes by what is documented.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario, Site, Widget};
use std::fs;

use crate::host::{Host, begin, script, set, shared};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("each_setting_that_does_not_exist_is_told", each_setting_that_does_not_exist_is_told),
        Scenario::new("the_page_tells_them_as_well", the_page_tells_them_as_well),
        Scenario::new("a_damaged_code_is_told", a_damaged_code_is_told),
        Scenario::new("an_edition_of_ones_own_is_shown", an_edition_of_ones_own_is_shown),
        Scenario::new("a_language_extends_another", a_language_extends_another),
        Scenario::new("each_edition_that_cannot_be_used_is_told", each_edition_that_cannot_be_used_is_told),
        Scenario::new("words_of_an_edition_are_only_words", words_of_an_edition_are_only_words),
    ]
}

/// The notices of a widget that stands: what they are about, and what they say.
async fn notices(widget: &Widget<'_>) -> Result<(Vec<String>, Vec<String>)> {
    widget.wait_for_question("k").await?;
    let css = "[role=alert][data-problem]";
    Ok((widget.each(css, "dataset.problem").await?, widget.each(css, "textContent").await?))
}

async fn each_setting_that_does_not_exist_is_told(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        format!("{}<peer-map lang=xx mode=pie theme=blue sync=cookie></peer-map>", script(site))
    })
    .await?;
    let page = &host.page;
    let widget = page.widget_in("peer-map");
    let (about, words) = notices(&widget).await?;
    assert_eq!(about, ["mode", "theme", "sync", "lang"]);
    for (word, said) in ["pie", "blue", "cookie", "xx"].iter().zip(&words) {
        ensure!(said.contains(&format!("“{word}”")), "{said}");
    }
    ensure!(words[0].contains("mode=“flow”"), "{}", words[0]);
    // Mended, they are told no more; whatever comes next is.
    for (name, value) in [("mode", Some("flow")), ("theme", Some("DARK")), ("sync", None), ("lang", Some("fr-CA"))] {
        set(page, "peer-map", name, value).await?;
    }
    widget.wait_for_language("fr").await?;
    widget.wait_until_gone("[role=alert]").await?;
    set(page, "peer-map", "theme", Some("pink")).await?;
    widget.wait_for("[role=alert][data-problem=theme]").await?;
    Ok(())
}

async fn the_page_tells_them_as_well(page: &Page) -> Result<()> {
    page.visit("index.html?lang=xx&mode=pie&theme=blue").await?;
    page.wait_until_started().await?;
    assert_eq!(notices(&page.widget()).await?.0, ["mode", "theme", "lang"]);
    page.visit("index.html?lang=fr&theme=dark").await?;
    page.wait_until_started().await?;
    assert_eq!(notices(&page.widget()).await?.0, [""; 0]);
    page.wait_until_equal("document.querySelector('.peer-map').dataset.theme", "dark").await?;
    page.wait_until_equal("getComputedStyle(document.body).backgroundColor", "rgb(28, 26, 23)").await
}

async fn a_damaged_code_is_told(page: &Page) -> Result<()> {
    let host =
        Host::open(page, None, |site| format!("{}<peer-map lang=en code=ps1-k1-0></peer-map>", script(site))).await?;
    let widget = host.page.widget_in("peer-map");
    widget.wait_for_screen("damaged").await?;
    widget.wait_for("[role=alert][data-problem=check]").await?;
    // What could be read is offered, and what was there is a step away.
    widget.back().await?;
    widget.wait_for_question("k").await
}

/// Copies ps1 into a folder of its own below `target/`, changed as `change` says, file by file.
fn edition(name: &str, change: impl Fn(&str, String) -> String) -> Result<Site> {
    let dist = Page::site()?.folder;
    let folder = dist.join("../target/test-editions").join(name);
    fs::create_dir_all(&folder)?;
    for file in fs::read_dir(dist.join("editions/ps1"))? {
        let file = file?.path();
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        fs::write(folder.join(&name), change(&name, fs::read_to_string(&file)?))?;
    }
    Ok(Site { mount: "/own/".to_owned(), ..Site::of(folder) })
}

async fn a_language_extends_another(page: &Page) -> Result<()> {
    let last = r#"{"tag": "zh-Hans", "name": "简体中文", "review": "unreviewed"}"#;
    let easy = r#"{"tag": "en-x-easy", "name": "Easy English", "review": "unreviewed", "extends": "en"}"#;
    let own = edition("hx2", |name, text| match name {
        "edition.json" => text.replacen("\"ps\"", "\"hx\"", 1).replacen(last, &format!("{last}, {easy}"), 1),
        _ => text,
    })?;
    let words = r#"{"language": "en-x-easy", "questions": {"k": {"text": "What helps peers to help?"}}}"#;
    fs::write(own.folder.join("en-x-easy.json"), words)?;
    let own = page.on(shared(own))?;
    let host = Host::open(page, None, |site| {
        format!(
            "{}<peer-map lang=en-x-easy edition=\"{}\"></peer-map>",
            script(site),
            own.address().trim_end_matches('/')
        )
    })
    .await?;
    let widget = host.page.widget_in("peer-map");
    assert_eq!(notices(&widget).await?.0, [""; 0]);
    let asked = async || anyhow::Ok(widget.each("h1", "textContent").await?.concat().trim().to_owned());
    assert_eq!(asked().await?, "What helps peers to help?");
    // Its options are those of the language that it extends, and an answer outlives the way there and back.
    widget.click_option("k", 3).await?;
    for (tag, question) in [("en", "What do peers draw on when they help?"), ("en-x-easy", "What helps peers to help?")]
    {
        widget.choose_language(tag).await?;
        widget.wait_for_language(tag).await?;
        assert_eq!(asked().await?, question);
        widget.wait_until_checked("k", &[3]).await?;
    }
    // Its words for peers are those of that language too.
    widget.answer_all(&[("k", &[1]), ("w", &[1]), ("d", &[1]), ("f", &[2]), ("p", &[1]), ("h", &[1])]).await?;
    widget.act("result").await?;
    widget.wait_for("#pm-labels option").await?;
    Ok(())
}

async fn an_edition_of_ones_own_is_shown(page: &Page) -> Result<()> {
    let own = edition("hx1", |name, text| match name {
        "edition.json" => text.replacen("\"ps\"", "\"hx\"", 1),
        _ => text.replace("What do peers draw on when they help?", "What is it that helps?"),
    })?;
    let own = page.on(shared(own))?;
    let host = Host::open(page, None, |site| {
        format!("{}<peer-map lang=en edition=\"{}\"></peer-map>", script(site), own.address().trim_end_matches('/'))
    })
    .await?;
    let widget = host.page.widget_in("peer-map");
    assert_eq!(notices(&widget).await?.0, [""; 0]);
    assert_eq!(widget.each("h1", "textContent").await?.concat().trim(), "What is it that helps?");
    widget.answer_all(&[("k", &[1]), ("w", &[1]), ("d", &[1]), ("f", &[2]), ("p", &[1]), ("h", &[1])]).await?;
    widget.act("result").await?;
    ensure!(widget.code().await?.starts_with("hx1-"));
    // Another edition needs other answers; without the attribute, the built-in one is there again.
    set(&host.page, "peer-map", "edition", None).await?;
    widget.wait_for_question("k").await?;
    host.page
        .wait_until("document.querySelector('peer-map').shadowRoot.querySelector('h1').textContent.includes('draw on')")
        .await?;
    Ok(())
}

async fn each_edition_that_cannot_be_used_is_told(page: &Page) -> Result<()> {
    let elsewhere = page.on(edition("plain", |_, text| text)?)?;
    let mut odd = shared(Site { mount: "/odd/".to_owned(), ..edition("odd", |_, text| text)? });
    odd.pages.push(("/text/edition.json".to_owned(), "<!doctype html>".to_owned()));
    odd.pages.push(("/large/edition.json".to_owned(), format!("\"{}\"", "x".repeat(1_000_000))));
    odd.pages.push(("/list/edition.json".to_owned(), "[]".to_owned()));
    let odd = page.on(odd)?;
    let root = odd.address().trim_end_matches("odd/");
    for (address, reason) in [
        (format!("{root}nowhere"), "number 404"),
        (format!("{root}text"), "not JSON"),
        (format!("{root}large/"), "larger than 1 MB"),
        (format!("{root}list"), "The first: edition"),
        // That site does not say that others may read it.
        (elsewhere.address().to_owned(), "may not allow"),
        ("javascript:alert(1)".to_owned(), "may be wrong"),
        ("http://[".to_owned(), "may be wrong"),
    ] {
        let host = Host::open(page, None, |site| {
            format!("{}<peer-map lang=en edition=\"{address}\"></peer-map>", script(site))
        })
        .await?;
        let widget = host.page.widget_in("peer-map");
        let (about, words) = notices(&widget).await?;
        assert_eq!(about, ["edition"], "{address}");
        ensure!(words[0].contains(reason) && words[0].contains(&address), "{address}: {}", words[0]);
        // The built-in one works.
        begin(&widget).await?;
        for error in host.page.take_errors().await? {
            ensure!(error.starts_with("cannot load"), "{error}");
        }
    }
    Ok(())
}

async fn words_of_an_edition_are_only_words(page: &Page) -> Result<()> {
    let hostile = "<img src=x onerror='window.hacked = 1'><script>window.hacked = 1</script>";
    let words =
        page.on(shared(edition("words", |_, text| text.replace("What do peers draw on when they help?", hostile))?))?;
    let host = Host::open(page, None, |site| {
        format!("{}<peer-map lang=en edition=\"{}\"></peer-map>", script(site), words.address())
    })
    .await?;
    let widget = host.page.widget_in("peer-map");
    widget.wait_for_question("k").await?;
    assert_eq!(widget.each("h1", "textContent").await?.concat().trim(), hostile);
    widget.wait_until_gone("img, script").await?;
    host.page.wait_until("window.hacked === undefined").await?;
    // An address that runs something is a fault of the edition.
    let links = page.on(shared(edition("links", |name, text| match name {
        "edition.json" => text.replacen("https://", "javascript:alert(1)//", 1),
        _ => text,
    })?))?;
    let host = Host::open(page, None, |site| {
        format!("{}<peer-map lang=en edition=\"{}\"></peer-map>", script(site), links.address())
    })
    .await?;
    let (about, said) = notices(&host.page.widget_in("peer-map")).await?;
    assert_eq!(about, ["edition"]);
    ensure!(said[0].contains("begins with https:"), "{}", said[0]);
    Ok(())
}
