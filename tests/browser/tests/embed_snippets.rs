//! Every snippet that the snippet builder can make, read back by a browser; and each choice on a page of another site.

use anyhow::{Context, Result, ensure};
use peer_map_browser_tests::{Page, Scenario, Site};
use serde_json::{Map, Value, json};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("every_choice_makes_the_snippet_that_it_should", every_choice_makes_the_snippet_that_it_should),
        Scenario::new("hostile_text_stays_text", hostile_text_stays_text),
        Scenario::new("links_and_pictures_work_elsewhere", links_and_pictures_work_elsewhere),
        Scenario::new("frames_work_elsewhere", frames_work_elsewhere),
        Scenario::new("elements_work_elsewhere", elements_work_elsewhere),
        Scenario::new("oembed_addresses_are_answered", oembed_addresses_are_answered),
        Scenario::new("no_directive_is_there_for_nothing", no_directive_is_there_for_nothing),
    ]
}

const BASE: &str = "https://maps.example/pm/";
const LANGUAGES: [&str; 4] = ["", "en", "fr", "zh-Hans"];
const CODES: [&str; 3] = ["", "ps1-k1w1d1f2p16h1-8", "ps1-k1w1d1f2p16h1-nifbde-g"];
const FORMS: [&str; 4] = ["link", "iframe", "element", "oembed"];
/// An address of an edition as it may be written, and as it stands in attributes.
const EDITIONS: [(&str, &str); 3] = [
    ("", ""),
    ("https://maps.example/pm/editions/ps1/", "https://maps.example/pm/editions/ps1/"),
    ("https://elsewhere.example:8443/my edition", "https://elsewhere.example:8443/my%20edition/"),
];

fn colours(which: usize) -> Value {
    match which {
        0 => json!({}),
        1 => json!({ "accent": "#7a1f5c" }),
        _ => {
            json!({ "accent": "#123", "accent-ink": "#fff", "you": "#06c", "you-ink": "#ffffff", "surface": "#FFFFFF", "ink": "#000000" })
        }
    }
}

/// The rules that these colours become.
fn rules(which: usize) -> &'static str {
    match which {
        0 => "",
        1 => "peer-map {\n  --peer-map-accent: #7a1f5c;\n  --peer-map-accent-2: #7a1f5c;\n}",
        _ => {
            "peer-map {\n  --peer-map-accent: #123;\n  --peer-map-accent-ink: #fff;\n  --peer-map-you: #06c;\n  \
              --peer-map-you-ink: #ffffff;\n  --peer-map-surface: #FFFFFF;\n  --peer-map-ink: #000000;\n  \
              --peer-map-accent-2: #123;\n}"
        }
    }
}

fn release() -> Value {
    let hash = |letter: &str| format!("sha384-{}", letter.repeat(64));
    json!({ "version": "3.1.4", "integrity": { "peer-map.js": hash("e"), "peer-map-frame.js": hash("f") } })
}

fn words() -> Value {
    json!({ "link": "Where & what", "title": "Peer \"Map\"", "alt": "A <map>", "picture": "map.fr.svg", "width": 320, "height": 400 })
}

/// One value of each choice.
#[derive(Clone, Copy, Debug)]
struct Choice {
    form: &'static str,
    lang: &'static str,
    mode: &'static str,
    theme: &'static str,
    colours: usize,
    edition: usize,
    code: &'static str,
    version: &'static str,
}

fn every_choice() -> Vec<Choice> {
    let mut all = Vec::new();
    for form in FORMS {
        for lang in LANGUAGES {
            for mode in ["flow", "map"] {
                for theme in ["auto", "light", "dark"] {
                    for colours in 0..3 {
                        for edition in 0..EDITIONS.len() {
                            for code in CODES {
                                for version in ["moving", "pinned"] {
                                    all.push(Choice { form, lang, mode, theme, colours, edition, code, version });
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    all
}

impl Choice {
    fn sent(&self) -> Value {
        json!({
            "form": self.form, "lang": self.lang, "mode": self.mode, "theme": self.theme, "version": self.version,
            "colours": colours(self.colours), "edition": EDITIONS[self.edition].0, "code": self.code,
            "kind": "kinds/mutual/fr/", "base": BASE, "words": words(),
        })
    }

    /// Only the element opens an edition of another site: the page of the widget loads nothing from elsewhere.
    fn is_refused(&self) -> bool {
        ["link", "iframe"].contains(&self.form) && self.edition == 2
    }

    fn page(&self, path: &str) -> String {
        let mut wishes = Vec::new();
        wishes.extend((!self.lang.is_empty()).then(|| format!("lang={}", self.lang)));
        wishes.extend((self.mode == "map").then(|| "mode=map".to_owned()));
        wishes.extend((self.theme != "auto").then(|| format!("theme={}", self.theme)));
        let encoded = [
            "",
            "https%3A%2F%2Fmaps.example%2Fpm%2Feditions%2Fps1%2F",
            "https%3A%2F%2Felsewhere.example%3A8443%2Fmy%2520edition%2F",
        ];
        wishes.extend((self.edition > 0).then(|| format!("edition={}", encoded[self.edition])));
        let query = if wishes.is_empty() { String::new() } else { format!("?{}", wishes.join("&")) };
        let fragment = if self.code.is_empty() { String::new() } else { format!("#{}", self.code) };
        format!("{BASE}{path}{query}{fragment}")
    }

    fn folder(&self) -> &'static str {
        if self.version == "pinned" { "v3.1.4/" } else { "v3/" }
    }

    fn link(&self, parent: &str) -> Vec<Value> {
        vec![
            element("a", parent, json!({ "href": self.page("index.html") })),
            element(
                "img",
                "a",
                json!({ "src": format!("{BASE}map.fr.svg"), "alt": "A <map>", "width": "320", "height": "400", "loading": "lazy" }),
            ),
            element("br", "a", json!({})),
        ]
    }

    /// A script; a pinned one is compared with what it was.
    fn script(&self, file: &str, parent: &str, how: (&str, &str), hash: &str) -> Value {
        let mut attributes = json!({ "src": format!("{BASE}{}{file}", self.folder()) });
        attributes[how.0] = how.1.into();
        if self.version == "pinned" {
            attributes["integrity"] = format!("sha384-{}", hash.repeat(64)).into();
            attributes["crossorigin"] = "anonymous".into();
        }
        element("script", parent, attributes)
    }

    fn elements(&self) -> Vec<Value> {
        match self.form {
            "link" => self.link("body"),
            "iframe" => vec![
                element(
                    "iframe",
                    "body",
                    json!({
                        "src": self.page(&format!("{}index.html", self.folder())), "title": "Peer \"Map\"", "width": "100%", "height": "720",
                        "frameborder": "0", "allow": "clipboard-write; web-share", "loading": "lazy",
                    }),
                ),
                self.script("peer-map-frame.js", "body", ("async", ""), "f"),
            ],
            "element" => {
                let mut attributes = Map::new();
                let given = [
                    ("lang", self.lang),
                    ("code", self.code),
                    ("edition", EDITIONS[self.edition].1),
                    ("mode", if self.mode == "map" { "map" } else { "" }),
                    ("theme", if self.theme == "auto" { "" } else { self.theme }),
                ];
                attributes.extend(
                    given
                        .into_iter()
                        .filter(|(_, value)| !value.is_empty())
                        .map(|(name, value)| (name.to_owned(), value.into())),
                );
                // A page that begins with a script has it in its head.
                let mut all = vec![self.script("peer-map.js", "head", ("type", "module"), "e")];
                all.push(element("peer-map", "body", attributes.into()));
                all.extend(self.link("peer-map"));
                all
            }
            _ => Vec::new(),
        }
    }

    fn policy(&self) -> String {
        let here = "https://maps.example";
        match self.form {
            "link" => format!("img-src {here}"),
            "iframe" => format!("script-src {here};\nframe-src {here}"),
            "element" => {
                let elsewhere = if self.edition == 2 { " https://elsewhere.example:8443" } else { "" };
                format!(
                    "script-src {here} 'wasm-unsafe-eval';\nconnect-src {here}{elsewhere};\nimg-src {here} data:;\nframe-src {here}"
                )
            }
            _ => format!("frame-src {here}"),
        }
    }
}

fn element(name: &str, parent: &str, attributes: Value) -> Value {
    json!({ "name": name, "parent": parent, "attributes": attributes })
}

/// The site, with a page that makes snippets.
fn making() -> Result<Site> {
    let html = "<!doctype html><html><head><title>Maker</title><script type=\"module\" src=\"/snippets.js\"></script></head></html>";
    let pages = vec![
        ("/maker.html".to_owned(), html.to_owned()),
        ("/snippets.js".to_owned(), include_str!("snippets.js").to_owned()),
    ];
    Ok(Site { pages, ..Page::site()? })
}

async fn maker(page: &Page) -> Result<Page> {
    let page = page.on(making()?)?;
    page.visit("maker.html").await?;
    page.wait_until("window.tried").await?;
    Ok(page)
}

async fn tried(page: &Page, choices: &[Value], release: Value) -> Result<Vec<Value>> {
    let made = page.run("return tried(arguments[0], arguments[1])", &[json!(choices), release]).await?;
    Ok(made.as_array().context("no list came back")?.clone())
}

async fn every_choice_makes_the_snippet_that_it_should(page: &Page) -> Result<()> {
    let page = maker(page).await?;
    let all = every_choice();
    assert_eq!(all.len(), 4 * 4 * 2 * 3 * 3 * 3 * 3 * 2);
    for some in all.chunks(600) {
        let sent: Vec<Value> = some.iter().map(Choice::sent).collect();
        for (choice, made) in some.iter().zip(tried(&page, &sent, release()).await?) {
            if choice.is_refused() {
                let refused =
                    json!({ "faults": [{ "field": "edition", "fault": "edition_elsewhere" }], "thrown": true });
                ensure!(made == refused, "{choice:?}: {made}");
                continue;
            }
            ensure!(made["faults"] == json!([]), "{choice:?}: {made}");
            ensure!(
                made["read"]["elements"] == json!(choice.elements()),
                "{choice:?}: {:#}\nis not {:#}",
                made["read"],
                json!(choice.elements())
            );
            let text = made["read"]["text"].as_str().unwrap_or_default().trim();
            let expected = match choice.form {
                "iframe" => "",
                "oembed" => "https://maps.example/pm/kinds/mutual/fr/",
                _ => "Where & what",
            };
            ensure!(text == expected, "{choice:?}: {text}");
            let css = if choice.form == "element" { rules(choice.colours) } else { "" };
            ensure!(made["css"] == css && made["policy"] == choice.policy(), "{choice:?}: {made}");
        }
    }
    Ok(())
}

/// Text that would be more than text, were it not escaped.
const HOSTILE: [&str; 14] = [
    "\"><script>top.broken = 1</script>",
    "' onload='top.broken = 1",
    "\" autofocus onfocus=\"top.broken = 1",
    "&quot;><b>",
    "</peer-map></a><img src=x onerror=top.broken=1>",
    "javascript:top.broken=1",
    "data:text/html,<script>top.broken=1</script>",
    "]]><!--",
    "#000; } body { display: none",
    "#000\n}</style>",
    "\u{202e}\u{0}\u{7f}",
    "ps1-k1-8\" x=\"",
    "https://user:word@elsewhere.example/\"><b>",
    "//elsewhere.example/?a#b",
];

async fn hostile_text_stays_text(page: &Page) -> Result<()> {
    let page = maker(page).await?;
    let plain = Choice {
        form: "element",
        lang: "fr",
        mode: "flow",
        theme: "auto",
        colours: 0,
        edition: 0,
        code: "",
        version: "pinned",
    };
    for form in FORMS {
        for text in HOSTILE {
            let sent = |change: &dyn Fn(&mut Value)| {
                let mut sent = Choice { form, ..plain }.sent();
                change(&mut sent);
                sent
            };
            // What readers choose is refused, wherever it plays a part.
            let typed = [
                ("code", sent(&|sent| sent["code"] = text.into())),
                ("edition", sent(&|sent| sent["edition"] = text.into())),
                ("accent", sent(&|sent| sent["colours"]["accent"] = text.into())),
            ];
            for ((field, _), made) in
                typed.iter().zip(tried(&page, &typed.each_ref().map(|(_, sent)| sent.clone()), release()).await?)
            {
                let plays = match *field {
                    "accent" => form == "element",
                    _ => form != "oembed",
                };
                ensure!(
                    made["faults"][0]["field"] == if plays { json!(field) } else { Value::Null },
                    "{form} {field} {text}: {made}"
                );
                ensure!(made.get("html").is_some() != plays, "{form} {field} {text}: {made}");
            }
            // What a translation says is escaped.
            let said = sent(&|sent| ["link", "title", "alt"].iter().for_each(|word| sent["words"][word] = text.into()));
            let made = tried(&page, &[said], release()).await?.remove(0);
            let count = Choice { form, ..plain }.elements().len();
            ensure!(made["read"]["elements"].as_array().map(Vec::len) == Some(count), "{form} {text}: {made}");
            let attributes = made["read"]["elements"].to_string();
            ensure!(
                !attributes.contains("onload\":") && !attributes.contains("onfocus\":"),
                "{form} {text}: {attributes}"
            );
            // A release that is none pins nothing.
            let hash = json!({ "version": "1.0.0", "integrity": { "peer-map.js": text, "peer-map-frame.js": text } });
            let version = json!({ "version": text, "integrity": release()["integrity"] });
            for release in [hash, version] {
                let made = tried(&page, &[sent(&|_| ())], release).await?.remove(0);
                let pinned = ["iframe", "element"].contains(&form);
                ensure!(made.get("html").is_some() != pinned, "{form} {text}: {made}");
            }
        }
    }
    page.wait_until("!window.broken").await?;
    Ok(())
}

// ---- On pages of another site. ----

/// Choices for one form such that each value of each choice is among them.
fn covering(form: &'static str, version: &'static str) -> Vec<Choice> {
    let row = |index: usize| Choice {
        form,
        version,
        lang: LANGUAGES[index % 4],
        mode: ["flow", "map"][index % 2],
        theme: ["auto", "light", "dark"][index % 3],
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
