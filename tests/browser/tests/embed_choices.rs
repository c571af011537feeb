//! What can be chosen in the snippet builder, and the snippet that each choice should make, worked out without it.

use anyhow::{Context, Result};
use peer_map_browser_tests::{Page, Site};
use serde_json::{Map, Value, json};

const BASE: &str = "https://maps.example/pm/";
pub const MODES: [&str; 3] = ["flow", "map", "group"];
pub const LANGUAGES: [&str; 4] = ["", "en", "fr", "zh-Hans"];
pub const CODES: [&str; 3] = ["", "ps1-k1w1d1f2p16h1-8", "ps1-k1w1d1f2p16h1-nifbde-g"];
pub const FORMS: [&str; 4] = ["link", "iframe", "element", "oembed"];
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
pub fn rules(which: usize) -> &'static str {
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

pub fn release() -> Value {
    let hash = |letter: &str| format!("sha384-{}", letter.repeat(64));
    json!({ "version": "3.1.4", "integrity": { "peer-map.js": hash("e"), "peer-map-frame.js": hash("f") } })
}

pub fn words() -> Value {
    json!({ "link": "Where & what", "title": "Peer \"Map\"", "alt": "A <map>", "picture": "map.fr.svg", "width": 320, "height": 400 })
}

/// One value of each choice.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub form: &'static str,
    pub lang: &'static str,
    pub mode: &'static str,
    pub theme: &'static str,
    pub colours: usize,
    pub edition: usize,
    pub code: &'static str,
    pub version: &'static str,
}

pub fn every_choice() -> Vec<Choice> {
    let mut all = Vec::new();
    for form in FORMS {
        for lang in LANGUAGES {
            for mode in MODES {
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
    pub fn sent(&self) -> Value {
        json!({
            "form": self.form, "lang": self.lang, "mode": self.mode, "theme": self.theme, "version": self.version,
            "colours": colours(self.colours), "edition": EDITIONS[self.edition].0, "code": self.code,
            "kind": "kinds/mutual/fr/", "base": BASE, "addressed": true, "words": words(),
        })
    }

    /// Only the element opens an edition of another site: the page of the widget loads nothing from elsewhere.
    pub fn is_refused(&self) -> bool {
        ["link", "iframe"].contains(&self.form) && self.edition == 2
    }

    fn page(&self, path: &str) -> String {
        let mut wishes = Vec::new();
        wishes.extend((!self.lang.is_empty()).then(|| format!("lang={}", self.lang)));
        wishes.extend((self.mode != "flow").then(|| format!("mode={}", self.mode)));
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

    pub fn elements(&self) -> Vec<Value> {
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
                    ("mode", if self.mode == "flow" { "" } else { self.mode }),
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

    pub fn policy(&self) -> String {
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
pub fn making() -> Result<Site> {
    let html = "<!doctype html><html><head><title>Maker</title><script type=\"module\" src=\"/snippets.js\"></script></head></html>";
    let pages = vec![
        ("/maker.html".to_owned(), html.to_owned()),
        ("/snippets.js".to_owned(), include_str!("snippets.js").to_owned()),
    ];
    Ok(Site { pages, ..Page::site()? })
}

pub async fn maker(page: &Page) -> Result<Page> {
    let page = page.on(making()?)?;
    page.visit("maker.html").await?;
    page.wait_until("window.tried").await?;
    Ok(page)
}

pub async fn tried(page: &Page, choices: &[Value], release: Value) -> Result<Vec<Value>> {
    let made = page.run("return tried(arguments[0], arguments[1])", &[json!(choices), release]).await?;
    Ok(made.as_array().context("no list came back")?.clone())
}
