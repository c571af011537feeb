//! The page of a kind: what a link with a preview leads to, and what messages show of it.
//!
//! It is about the kind alone: the answers of a link stand after its `#`, which no server sees, and go on to the widget
//! with whoever opens it. The page stands by itself too, with or without a script.

use crate::address::{Site, kind_folder, kind_folder_in, relative};
use crate::head::{Preview, tags};
use crate::markup::markup;
use crate::oembed;
use crate::words::Words;
use peer_map::edition::{Edition, Kind, Language, Phrase};
use peer_map::place::{Match, Region, region};
use peer_map::view::still;
use yew::{Html, classes, html};

/// The style sheet of the site.
pub const STYLES: &str = "peer-map.css";

/// Goes on to the widget where the link holds a code.
const GO_ON: &str = include_str!("go_on.js");

/// A kind in one language.
#[derive(Clone, Copy)]
pub struct KindPage<'a> {
    /// The site that it is in.
    pub site: &'a Site,
    /// The edition, in the language of the page.
    pub edition: &'a Edition,
    /// The words of the page.
    pub words: &'a Words,
    /// The kind.
    pub kind: &'a Kind,
}

/// What stands above the name of a kind: what is not peer support is no kind of it.
#[must_use]
pub fn kicker<'a>(edition: &Edition, kind: &'a Kind, words: &'a Words) -> &'a str {
    match region(edition, kind) {
        Region::Outside => &kind.short,
        Region::Cells(_) | Region::Rim | Region::Anywhere => words.kicker.text(),
    }
}

impl KindPage<'_> {
    /// The folder of the page within the site.
    #[must_use]
    pub fn folder(&self) -> String {
        kind_folder(self.edition, self.kind)
    }

    /// What is told of it elsewhere; `other_locales` are those of its other languages.
    #[must_use]
    pub fn preview(&self, other_locales: Vec<String>) -> Preview {
        let Words { sentences, promise, picture, locale, .. } = self.words;
        Preview {
            folder: self.folder(),
            // As the widget calls its screens.
            title: format!("{} – {}", self.kind.name, self.said(Phrase::Title)),
            description: sentences.fill(&[("a", &self.kind.description), ("b", promise.text())]),
            site_name: self.said(Phrase::Title).to_owned(),
            picture: picture.fill(&[("name", &self.kind.name)]),
            locale: locale.text().to_owned(),
            other_locales,
        }
    }

    /// The whole file. `preview` is what is told of it elsewhere.
    pub async fn html(&self, preview: &Preview) -> String {
        let tag = self.edition.spoken().tag.clone();
        let to = |to: &str| relative(&preview.folder, to);
        let head = html! {
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content={self.policy()} />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                // Early: WordPress looks for it in the first 150 kB alone.
                { oembed::link(self.site, preview) }
                { tags(self.site, preview) }
                { self.alternates(&preview.folder) }
                <meta name="referrer" content="no-referrer" />
                <title>{ preview.title.clone() }</title>
                <link rel="icon" href="data:," />
                // Before the style sheet, or it would wait for that.
                <script>{ GO_ON.replace("THE WAY TO THE WIDGET", &to("")) }</script>
                <link rel="stylesheet" href={to(STYLES)} />
            </head>
        };
        let body = html! { <body><main id="peer-map">{ self.content() }</main></body> };
        let page = markup(html! { <html lang={tag}>{ head }{ body }</html> }).await;
        format!("<!doctype html>\n{page}\n")
    }

    /// The content security policy, tighter than that of the widget; xtask fills the hash of the script in. In a frame
    /// without an origin WebKit takes nothing for the page's own, so the style sheet is named too where that can be done.
    fn policy(&self) -> String {
        let styles = self.site.address.as_ref().map(|address| format!(" {address}{STYLES}")).unwrap_or_default();
        format!(
            "default-src 'none'; script-src 'inline-scripts'; style-src 'self'{styles}; img-src data:; base-uri 'none'; \
             form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        )
    }

    /// The same page in every language, this one among them, and the first language for all others.
    fn alternates(&self, folder: &str) -> Html {
        let link = |tag: &str, language: usize| {
            let address = self.site.told(folder, &kind_folder_in(self.edition, self.kind, language));
            html! { <link rel="alternate" hreflang={tag.to_owned()} href={address} /> }
        };
        let languages = self.edition.of_pages();
        languages.map(|(index, language)| link(&language.tag, index)).chain([link("x-default", 0)]).collect()
    }

    fn content(&self) -> Html {
        let edition = self.edition;
        html! {
            <div class="peer-map" lang={edition.spoken().tag.clone()}>
                <div class="pm" data-screen="kind" data-kind={self.kind.id.clone()}>
                    { self.languages() }
                    { self.introduction() }
                    <div class="pm-whole">{ self.territory() }</div>
                    { self.section("definition", self.words.definition.text(), self.definition()) }
                    { self.landmarks() }
                    { self.section("kinds", self.said(Phrase::KindsTitle), self.kinds()) }
                    { self.section("about", self.said(Phrase::AboutTitle), self.about()) }
                </div>
            </div>
        }
    }

    fn languages(&self) -> Html {
        let here = self.folder();
        let item = |(index, language): (usize, &Language)| {
            let address = relative(&here, &kind_folder_in(self.edition, self.kind, index));
            let current = (index == self.edition.language).then_some("page");
            let tag = language.tag.clone();
            html! {
                <li>
                    <a class="pm-change" lang={tag.clone()} hreflang={tag} aria-current={current} href={address}>
                        { language.name.clone() }
                    </a>
                </li>
            }
        };
        html! {
            <nav class="pm-languages" aria-label={self.said(Phrase::Language).to_owned()}>
                <ul>{ for self.edition.of_pages().map(item) }</ul>
            </nav>
        }
    }

    fn introduction(&self) -> Html {
        let Words { questions, open, promise, no_script, .. } = self.words;
        html! {
            <header class={classes!("pm-entry", still::hue(self.kind))}>
                <p class="pm-kicker">{ kicker(self.edition, self.kind, self.words).to_owned() }</p>
                <div class="pm-entry-name">
                    { still::letter(self.kind) }
                    <h1>{ self.kind.name.clone() }</h1>
                </div>
                <p class="pm-entry-lead">{ self.kind.description.clone() }</p>
                <p class="pm-actions">
                    <a class="pm-btn" data-action="questions" data-open={open.text().to_owned()} href={self.widget("")}>
                        { questions.text().to_owned() }
                    </a>
                </p>
                <p class="pm-note">{ promise.text().to_owned() }</p>
                <noscript><p class="pm-note">{ no_script.text().to_owned() }</p></noscript>
            </header>
        }
    }

    fn territory(&self) -> Html {
        let letter = self.kind.letter.map(String::from).unwrap_or_default();
        let lettered = [("letter", letter.as_str())];
        let words = self.words;
        let sentence = match region(self.edition, self.kind) {
            Region::Cells(_) => words.stands_within.fill(&lettered),
            Region::Rim => words.stands_on_rim.fill(&lettered),
            Region::Anywhere => words.stands_anywhere.text().to_owned(),
            Region::Outside => words.stands_clear.text().to_owned(),
        };
        let some = !self.fitting(Match::Full).is_empty();
        still::territory(self.edition, self.kind, &sentence, some.then_some(words.fitting.text()))
    }

    fn definition(&self) -> Html {
        let class = classes!("pm-definition", "is-defined", still::hue(self.kind));
        html! {
            <>
            <p class="pm-note">{ self.said(Phrase::PosterOurs).to_owned() }</p>
            <div class={class}>{ still::definition(self.edition, self.kind) }</div>
            </>
        }
    }

    /// The landmarks that fit, then those that an unknown answer keeps from being ruled out.
    fn landmarks(&self) -> Html {
        let (full, possible) = (self.fitting(Match::Full), self.fitting(Match::Possible));
        let note = html! { <p class="pm-note">{ self.said(Phrase::LandmarksNote).to_owned() }</p> };
        let list = |indexes: &[usize], fit: bool| still::landmarks(self.edition, indexes, fit);
        let none = html! { <p class="pm-note">{ self.said(Phrase::KindNoLandmarks).to_owned() }</p> };
        html! {
            <>
            { self.section("landmarks", self.said(Phrase::KindLandmarks), match full.is_empty() {
                true => none,
                false => html! { <>{ note.clone() }{ list(&full, true) }</> },
            }) }
            if !possible.is_empty() {
                { self.section("maybe-landmarks", self.said(Phrase::KindMaybeLandmarks), html! { <>{ note }{ list(&possible, false) }</> }) }
            }
            </>
        }
    }

    /// The pages of all kinds, and the whole map.
    fn kinds(&self) -> Html {
        let here = self.folder();
        let item = |kind: &Kind| {
            let address = relative(&here, &kind_folder(self.edition, kind));
            let current = (kind.id == self.kind.id).then_some("page");
            html! {
                <li>
                    <a href={address} aria-current={current}>{ still::letter(kind) }<span>{ kind.name.clone() }</span></a>
                </li>
            }
        };
        html! {
            <>
            <p class="pm-note">{ self.said(Phrase::AboutKinds).to_owned() }</p>
            <ul class="pm-entries">{ for self.edition.kinds.iter().map(item) }</ul>
            <p><a class="pm-change" href={self.widget("&mode=map")}>{ self.said(Phrase::MapOpen).to_owned() }</a></p>
            </>
        }
    }

    fn about(&self) -> Html {
        let edition = self.edition;
        let text = |phrase: Phrase| html! { <p>{ self.said(phrase).to_owned() }</p> };
        let title = |phrase: Phrase| html! { <h3>{ self.said(phrase).to_owned() }</h3> };
        html! {
            <div class="pm-about">
                { text(Phrase::AboutWhat) }
                { text(Phrase::AboutPrivacy) }
                { title(Phrase::AboutOriginTitle) }
                { text(Phrase::AboutOrigin) }
                { still::citation(edition) }
                { text(Phrase::AboutOurs) }
                { text(Phrase::AboutLanguages) }
                { still::this_edition(edition) }
            </div>
        }
    }

    fn section(&self, name: &'static str, title: &str, body: Html) -> Html {
        html! {
            <section class="pm-section" data-section={name}>
                <h2 class="pm-h2">{ title.to_owned() }</h2>
                { body }
            </section>
        }
    }

    fn fitting(&self, wanted: Match) -> Vec<usize> {
        still::fitting(self.edition, self.kind, wanted)
    }

    fn said(&self, phrase: Phrase) -> &str {
        self.edition.words[phrase].text()
    }

    /// The widget in the language of the page, with a further wish.
    fn widget(&self, wish: &str) -> String {
        format!("{}?lang={}{wish}", relative(&self.folder(), ""), self.edition.spoken().tag)
    }
}
