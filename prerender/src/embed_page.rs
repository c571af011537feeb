//! The snippet builder: what a site pastes to show Peer Map, put together and tried out.
//!
//! The page is written here with all of its words, and what its script goes by stands in it as data. The script is plain
//! modules, which are copied beside it: `web/embed/`.

use crate::address::{Site, kind_folder_in};
use crate::controls::{radios, say, select, text};
use crate::in_languages::{alternates, file, file_in, navigation};
use crate::markup::markup;
use crate::tokens::tokens;
use crate::words::{EmbedWords, Message};
use anyhow::{Context, Result};
use peer_map::edition::{Edition, Language, Phrase};
use peer_map::link::encode;
use serde_json::{Map, Value, json};
use std::rc::Rc;
use yew::{Html, html};

/// The name of the pages, without language and ending.
pub const NAME: &str = "embed";
/// The style sheet of the page.
pub const STYLES: &str = "embed.css";

/// What the page needs beside it, each by its path within the site.
pub const FILES: [(&str, &str); 5] = [
    (STYLES, include_str!("embed.css")),
    ("embed/page.js", include_str!("../../web/embed/page.js")),
    ("embed/snippet.js", include_str!("../../web/embed/snippet.js")),
    ("embed/colours.js", include_str!("../../web/embed/colours.js")),
    ("contrast.js", include_str!("../../web/contrast.js")),
];

/// The width of the picture in a link: it fits the narrowest screens. Its proportions are those of the file.
const PICTURE_WIDTH: f64 = 320.0;

/// The page in one language.
pub struct EmbedPage<'a> {
    site: &'a Site,
    /// The edition in each of its languages, and what pages say in each.
    editions: &'a [Rc<Edition>],
    all_words: &'a [EmbedWords],
    /// Those of this page.
    edition: &'a Edition,
    words: &'a EmbedWords,
    /// Width and height of the picture of the map, in each language.
    pictures: &'a [(f64, f64)],
}

impl<'a> EmbedPage<'a> {
    /// The page in the language at this place; `None` if there is none.
    #[must_use]
    pub fn new(
        site: &'a Site,
        editions: &'a [Rc<Edition>],
        all_words: &'a [EmbedWords],
        pictures: &'a [(f64, f64)],
        language: usize,
    ) -> Option<Self> {
        let (edition, words) = (editions.get(language)?, all_words.get(language)?);
        Some(Self { site, editions, all_words, edition, words, pictures })
    }

    /// The name of the file within the site.
    #[must_use]
    pub fn file(&self) -> String {
        file(NAME, "html", self.edition)
    }

    /// The whole file.
    ///
    /// # Errors
    ///
    /// If what the script needs cannot be read off the style sheets.
    pub async fn html(&self) -> Result<String> {
        let tag = self.edition.spoken().tag.clone();
        // Text in an element of this kind ends where the next tag of a script would.
        let data = self.data()?.to_string().replace('<', "\\u003c");
        let head = html! {
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content={POLICY} />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="description" content={self.words.intro.text().to_owned()} />
                <title>{ format!("{} – {}", self.words.title.text(), self.said(Phrase::Title)) }</title>
                { alternates(self.site, NAME, self.edition) }
                <link rel="icon" href="data:," />
                <link rel="stylesheet" href={STYLES} />
                <script type="application/json" id="data">{ data }</script>
                <script type="module" src="embed/page.js"></script>
            </head>
        };
        let body = html! {
            <body>
                { navigation(NAME, self.edition, self.said(Phrase::Language)) }
                <main>
                    <h1>{ say(&self.words.title) }</h1>
                    <p>{ say(&self.words.intro) }</p>
                    <noscript><p class="note">{ say(&self.words.no_script) }{ " " }<a href={self.widget()}>{ self.said(Phrase::Title).to_owned() }</a></p></noscript>
                    if self.site.address.is_none() { <p class="note" id="address" hidden=true></p> }
                    <form id="choices" autocomplete="off" novalidate=true hidden=true>
                        <h2>{ say(&self.words.choices) }</h2>
                        { self.choices() }
                    </form>
                    { self.results() }
                </main>
                <footer><p><a href={self.widget()}>{ self.said(Phrase::Title).to_owned() }</a></p></footer>
            </body>
        };
        let page = markup(html! { <html lang={tag}>{ head }{ body }</html> }).await;
        Ok(format!("<!doctype html>\n{page}\n"))
    }

    fn widget(&self) -> String {
        format!("./?lang={}", self.edition.spoken().tag)
    }

    fn said(&self, phrase: Phrase) -> &str {
        self.edition.words[phrase].text()
    }

    // ---- The choices. ----

    fn choices(&self) -> Html {
        let words = self.words;
        let tag = |(_, language): (usize, &Language)| (language.tag.clone(), language.name.clone());
        let languages = [(String::new(), words.lang_any.text().to_owned())].into_iter();
        let languages = languages.chain(self.edition.of_pages().map(tag));
        let kinds = self.edition.kinds.iter().map(|kind| (kind.id.clone(), kind.name.clone()));
        html! {
            <>
            { radios("form", &words.form, &[
                ("link", &words.form_link, Some(&words.form_link_note)),
                ("iframe", &words.form_iframe, Some(&words.form_iframe_note)),
                ("element", &words.form_element, Some(&words.form_element_note)),
                ("oembed", &words.form_oembed, Some(&words.form_oembed_note)),
            ]) }
            { select("kind", &words.kind, None, kinds.collect()) }
            { select("lang", &words.lang, Some(&words.lang_note), languages.collect()) }
            { radios("mode", &words.mode, &[
                ("flow", &words.mode_flow, None),
                ("map", &words.mode_map, None),
                ("group", &words.mode_group, None),
            ]) }
            { radios("theme", &words.theme, &[
                ("auto", &words.theme_auto, None),
                ("light", &words.theme_light, None),
                ("dark", &words.theme_dark, None),
            ]) }
            { self.colours() }
            { text("code", &words.code, &words.code_note) }
            { text("edition", &words.edition, &words.edition_note) }
            { radios("version", &words.version, &[
                ("moving", &words.version_moving, Some(&words.version_moving_note)),
                ("pinned", &words.version_pinned, Some(&words.version_pinned_note)),
            ]) }
            </>
        }
    }

    fn colours(&self) -> Html {
        let words = self.words;
        let fields = [
            ("accent", &words.colour_accent),
            ("accent-ink", &words.colour_accent_ink),
            ("you", &words.colour_you),
            ("you-ink", &words.colour_you_ink),
            ("surface", &words.colour_surface),
            ("ink", &words.colour_ink),
        ];
        let field = |(name, label): (&'static str, &Message)| {
            let pick = words.colour_pick.fill(&[("colour", label.text())]);
            let fault = format!("{name}-fault");
            html! {
                <div class="field">
                    <label for={name}>{ say(label) }</label>
                    <span class="pair">
                        <input id={name} name={name} type="text" spellcheck="false" autocapitalize="none" aria-describedby={fault.clone()} />
                        <input type="color" data-for={name} aria-label={pick} />
                    </span>
                    <p class="fault" id={fault} hidden=true></p>
                </div>
            }
        };
        html! {
            <fieldset data-choice="colours" aria-describedby="colours-note">
                <legend>{ say(&words.colours) }</legend>
                <p class="note" id="colours-note">{ say(&words.colours_note) }</p>
                <div class="colours">{ for fields.into_iter().map(field) }</div>
                <div role="status"><ul class="faint" id="faint"></ul></div>
            </fieldset>
        }
    }

    // ---- What comes out. ----

    fn results(&self) -> Html {
        let words = self.words;
        let field = |id: &'static str, label: &Message, note: Option<&Message>, copy: &Message| {
            let (status, described) = (format!("{id}-copied"), note.map(|_| format!("{id}-note")));
            html! {
                <div class="output" data-output={id}>
                    <label for={id}>{ say(label) }</label>
                    if let Some(note) = note { <p class="note" id={described.clone()}>{ say(note) }</p> }
                    <textarea id={id} readonly=true rows="4" wrap="soft" spellcheck="false" aria-describedby={described} />
                    <p class="copy">
                        <button type="button" data-copy={id}>{ say(copy) }</button>
                        <span id={status} role="status"></span>
                    </p>
                </div>
            }
        };
        html! {
            <>
            <section id="result" aria-labelledby="result-title" hidden=true>
                <h2 id="result-title">{ say(&words.result) }</h2>
                <p class="fault" id="none" role="status" hidden=true>{ say(&words.none) }</p>
                { field("snippet", &words.snippet, None, &words.copy_snippet) }
                { field("css", &words.css, None, &words.copy_css) }
                { field("policy", &words.policy, Some(&words.policy_note), &words.copy_policy) }
            </section>
            <section id="tried" aria-labelledby="preview-title" hidden=true>
                <h2 id="preview-title">{ say(&words.preview) }</h2>
                <p class="note" id="preview-failed" role="status" hidden=true>{ say(&words.preview_failed) }</p>
                <div id="preview"></div>
            </section>
            </>
        }
    }

    // ---- What the script goes by. ----

    fn data(&self) -> Result<Value> {
        let words: Map<String, Value> =
            self.words.all().into_iter().map(|(key, text)| (key.to_owned(), text.into())).collect();
        let mut own = json!({ "light": {}, "dark": {} });
        for token in tokens()?.into_iter().filter(|token| token.light.starts_with('#')) {
            own["light"][&token.name] = token.light.into();
            own["dark"][&token.name] = token.dark.into();
        }
        let languages: Vec<Value> = self.editions.iter().map(|edition| edition.spoken().tag.clone().into()).collect();
        Ok(json!({
            "base": self.site.address.as_ref().map(ToString::to_string),
            "lang": self.edition.spoken().tag,
            "languages": languages,
            "edition": self.edition.id(),
            "example": self.example(),
            "words": words,
            "copied": self.said(Phrase::Copied),
            "copyFailed": self.said(Phrase::CopyFailed),
            "texts": self.texts()?,
            "kinds": self.kinds(),
            "own": own,
        }))
    }

    /// What a snippet says, by the language of what it shows.
    fn texts(&self) -> Result<Value> {
        let mut texts = Map::new();
        for ((edition, words), (width, height)) in self.editions.iter().zip(self.all_words).zip(self.pictures) {
            let phrase = |phrase: Phrase| edition.words[phrase].text();
            let name = edition.words[Phrase::Colon].fill(&[("label", phrase(Phrase::MapTitle))]);
            texts.insert(
                edition.spoken().tag.clone(),
                json!({
                    "link": words.link_words.text(),
                    "title": phrase(Phrase::Title),
                    "alt": format!("{name} {}", phrase(Phrase::MapSentence)),
                    "picture": file_in("map", "svg", edition, edition.language),
                    "width": PICTURE_WIDTH,
                    "height": (PICTURE_WIDTH * height / width).round(),
                }),
            );
        }
        Ok(texts.into())
    }

    /// The pages of the kinds, by kind and then by language.
    fn kinds(&self) -> Value {
        let mut kinds = Map::new();
        for kind in &self.edition.kinds {
            let folders = self.edition.of_pages();
            let folders = folders
                .map(|(index, language)| (language.tag.clone(), kind_folder_in(self.edition, kind, index).into()));
            kinds.insert(kind.id.clone(), Value::Object(folders.collect()));
        }
        kinds.into()
    }

    fn example(&self) -> Option<String> {
        encode(self.edition, &self.edition.landmarks.first()?.answers, None)
    }
}

/// The widget and what it fetches are of this site, as are the frames of the preview; the page's script makes addresses
/// within the site's folder, and nothing else that could run.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
                      require-trusted-types-for 'script'; trusted-types peer-map";

/// Width and height of a picture, as its file says them.
///
/// # Errors
///
/// If it does not.
pub fn size(svg: &str) -> Result<(f64, f64)> {
    let value = |name: &str| {
        let (_, rest) = svg.split_once(&format!(" {name}=\""))?;
        rest.split_once('"')?.0.parse().ok()
    };
    value("width").zip(value("height")).context("The picture of the map does not say how large it is.")
}
