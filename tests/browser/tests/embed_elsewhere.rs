//! Snippets of the snippet builder on pages of another site, under the policy that goes with them: each value of each
//! choice, in each form.

use crate::embed_choices::{CODES, Choice, LANGUAGES, MODES, making, tried, words};
use anyhow::{Context, Result, ensure};
use peer_map_browser_tests::{Page, Scenario, Site};
use serde_json::{Value, json};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("links_and_pictures_work_elsewhere", links_and_pictures_work_elsewhere),
        Scenario::new("frames_work_elsewhere", frames_work_elsewhere),
        Scenario::new("elements_work_elsewhere", elements_work_elsewhere),
        Scenario::new("oembed_addresses_are_answered", oembed_addresses_are_answered),
        Scenario::new("no_directive_is_there_for_nothing", no_directive_is_there_for_nothing),
    ]
}

/// Choices for one form such that each value of each choice is among them.
fn covering(form: &'static str, version: &'static str) -> Vec<Choice> {
    let row = |index: usize| Choice {
        form,
        version,
        lang: LANGUAGES[index % 4],
        mode: MODES[index % 3],
        theme: ["auto", "light", "dark"][(index + index / 3) % 3],
        colours: (index + 1) % 3,
        edition: (index + 2) % if form == "element" { 3 } else { 2 },
        code: CODES[(index / 2) % 3],
    };
    (0..6).map(row).collect()
}

fn shared(site: Site) -> Site {
    Site { headers: vec![("Access-Control-Allow-Origin".to_owned(), "*".to_owned())], ..site }
}

/// The site of Peer Map, as a host of scripts has to serve it.
fn maps(page: &Page) -> Result<Page> {
    page.on(shared(making()?))
}

/// The snippets of these choices for this site. `elsewhere` is where an edition of somebody else's is.
async fn made_by(maps: &Page, choices: &[Choice], elsewhere: &str) -> Result<Vec<Value>> {
    maps.visit("maker.html").await?;
    maps.wait_until("window.tried").await?;
    let release = maps.run("return fetch('/release.json').then((answer) => answer.json())", &[]).await?;
    let sent: Vec<Value> = choices
        .iter()
        .map(|choice| {
            let mut sent = choice.sent();
            sent["base"] = maps.address().into();
            sent["words"] = words();
            sent["edition"] = match choice.edition {
                0 => String::new(),
                1 => format!("{}editions/ps1/", maps.address()),
                _ => format!("{elsewhere}editions/ps1"),
            }
            .into();
            sent
        })
        .collect();
    let made = tried(maps, &sent, release).await?;
    for one in &made {
        ensure!(one["faults"] == json!([]), "{one}");
    }
    Ok(made)
}

/// All sources of the policies of these snippets, directive by directive, on a page that allows nothing else.
fn policy_of(made: &[Value], without: Option<&str>) -> String {
    // The tests bring a script, and some browsers ask for an icon.
    let own = |name: &str| (name.to_owned(), vec!["'self'".to_owned()]);
    let mut directives: Vec<(String, Vec<String>)> = vec![own("script-src"), own("img-src")];
    for line in made.iter().filter_map(|one| one["policy"].as_str()).flat_map(|policy| policy.split(';')) {
        let mut words = line.split_whitespace().map(str::to_owned);
        let Some(name) = words.next().filter(|name| Some(name.as_str()) != without) else { continue };
        match directives.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sources)) => sources.extend(words),
            None => directives.push((name, words.collect())),
        }
    }
    let directives = directives.iter().map(|(name, sources)| format!("{name} {}", sources.join(" ")));
    format!("default-src 'none'; {}", directives.collect::<Vec<_>>().join("; "))
}

/// A page of another site that shows these snippets, under their policies.
async fn host(page: &Page, made: &[Value], without: Option<&str>) -> Result<Page> {
    let snippets: Vec<&str> = made.iter().filter_map(|one| one["html"].as_str()).collect();
    let html = format!(
        "<!doctype html><html lang=\"fr\"><head><title>Host</title></head><body>{}</body></html>",
        snippets.join("\n<hr>\n")
    );
    let headers = vec![
        ("Content-Security-Policy".to_owned(), policy_of(made, without)),
        ("Access-Control-Allow-Origin".to_owned(), "*".to_owned()),
    ];
    let host = page.on(Site { pages: vec![("/host.html".to_owned(), html)], headers, ..Page::site()? })?;
    host.visit("host.html").await?;
    Ok(host)
}

/// Brings whatever waits for that into view, one after the other.
const SEEN: &str = "for (const one of document.querySelectorAll('img, iframe')) one.loading = 'eager'";

async fn links_and_pictures_work_elsewhere(page: &Page) -> Result<()> {
    let maps = maps(page)?;
    let choices = covering("link", "moving");
    let made = made_by(&maps, &choices, "").await?;
    let host = host(page, &made, None).await?;
    host.run(SEEN, &[]).await?;
    let loaded = "[...document.images].filter((image) => image.complete && image.naturalWidth > 0).length";
    host.wait_until_equal(loaded, choices.len()).await?;
    let links = host.run("return [...document.links].map((link) => link.href)", &[]).await?;
    for (choice, link) in choices.iter().zip(links.as_array().into_iter().flatten()) {
        let link = link.as_str().unwrap_or_default();
        maps.visit(link.strip_prefix(maps.address()).context("a link leads elsewhere")?).await?;
        maps.wait_until_started().await?;
        let widget = maps.widget();
        if !choice.lang.is_empty() {
            widget.wait_for_language(choice.lang).await?;
        }
        match (choice.mode, choice.code) {
            ("map", "") => widget.wait_for_screen("map").await?,
            ("flow", "") => widget.wait_for_question("k").await?,
            _ => {}
        }
        if choice.theme != "auto" {
            widget.wait_for(&format!("[data-theme={}]", choice.theme)).await?;
        }
    }
    Ok(())
}

async fn frames_work_elsewhere(page: &Page) -> Result<()> {
    let maps = maps(page)?;
    for version in ["moving", "pinned"] {
        let choices = covering("iframe", version);
        let made = made_by(&maps, &choices, "").await?;
        let host = host(page, &made, None).await?;
        host.run(SEEN, &[]).await?;
        // Each is given the height of what is in it, which only the script of the snippet does; browsers lay out the frames
        // of other sites when they come into view.
        for index in 0..choices.len() {
            let frame = format!("document.querySelectorAll('iframe')[{index}]");
            host.run(&format!("{frame}.scrollIntoView()"), &[]).await?;
            host.wait_until(&format!("parseInt({frame}.style.height) > 200")).await?;
        }
        host.wait_until("[...document.querySelectorAll('iframe')].every((frame) => frame.clientWidth > 600)").await?;
    }
    Ok(())
}

async fn elements_work_elsewhere(page: &Page) -> Result<()> {
    let maps = maps(page)?;
    for version in ["moving", "pinned"] {
        let choices = covering("element", version);
        // An edition of a third site.
        let elsewhere = page
            .on(Site { headers: vec![("Access-Control-Allow-Origin".to_owned(), "*".to_owned())], ..Page::site()? })?;
        let made = made_by(&maps, &choices, elsewhere.address()).await?;
        let host = host(page, &made, None).await?;
        for (index, choice) in choices.iter().enumerate() {
            let root = format!("document.querySelectorAll('peer-map')[{index}]");
            host.wait_until(&format!(
                "{root}.shadowRoot?.querySelector('.peer-map [data-screen], .peer-map fieldset')"
            ))
            .await?;
            let lang = if choice.lang.is_empty() { "fr" } else { choice.lang };
            host.wait_until_equal(&format!("{root}.shadowRoot.querySelector('.peer-map').lang"), lang).await?;
            host.wait_until_equal(&format!("{root}.shadowRoot.querySelectorAll('iframe').length"), 0).await?;
            let theme = format!("{root}.shadowRoot.querySelector('.peer-map').dataset.theme ?? 'auto'");
            host.wait_until_equal(&theme, choice.theme).await?;
            if !choice.code.is_empty() {
                let code = format!("{root}.code");
                host.wait_until_equal(&code, choice.code).await?;
            }
        }
    }
    Ok(())
}

async fn oembed_addresses_are_answered(page: &Page) -> Result<()> {
    let maps = maps(page)?;
    let made = made_by(&maps, &covering("oembed", "moving"), "").await?;
    for one in &made {
        let address = one["html"].as_str().unwrap_or_default();
        let script = "return fetch(arguments[0]).then((page) => page.text()).then((text) => {
            const page = new DOMParser().parseFromString(text, 'text/html');
            const link = page.querySelector('link[type=\"application/json+oembed\"]').getAttribute('href');
            return fetch(new URL(link, arguments[0])).then((answer) => answer.json());
        })";
        let answer = maps.run(script, &[json!(address)]).await?;
        assert_eq!(answer["version"], "1.0", "{address}: {answer}");
    }
    Ok(())
}

/// Without any one of the directives of a link or a frame, something is refused; those of an element are for what it does
/// later and instead, and tests/policies.rs has them.
async fn no_directive_is_there_for_nothing(page: &Page) -> Result<()> {
    let maps = maps(page)?;
    for (form, directives) in [("link", &["img-src"][..]), ("iframe", &["frame-src", "script-src"][..])] {
        for directive in directives {
            let made = made_by(&maps, &covering(form, "moving")[..1], "").await?;
            let host = host(page, &made, Some(directive)).await?;
            host.run(SEEN, &[]).await?;
            let refused = format!("recordedErrors.some((error) => error.includes('policy violation: {directive}'))");
            host.wait_until(&refused).await?;
            let _ = host.take_errors().await?;
        }
    }
    Ok(())
}
