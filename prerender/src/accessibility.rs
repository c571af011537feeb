//! The page on accessibility: what is checked so that everyone can use Peer Map, by which test, and what nobody has tried.
//!
//! It says what `docs/accessibility.md` says, in every language and for readers of the product; the names of tests tie the
//! two together, and both to tests that exist.

use crate::address::Site;
use crate::in_languages::{file, navigation};
use crate::markup::markup;
use crate::plain_page::{self, PlainPage};
use crate::words::{AccessibilityWords, Message, WorksheetWords};
use crate::worksheet;
use peer_map::edition::{Edition, Phrase, gap};
use yew::{Html, html};

/// The name of the pages, without language and ending.
pub const NAME: &str = "accessibility";
/// Their style sheet.
pub const STYLES: &str = "accessibility.css";

/// The style of the pages, which are text as the link format is.
#[must_use]
pub fn style() -> String {
    concat!(include_str!("link_format.css"), include_str!("accessibility.css")).to_owned()
}

/// A message, by where it is among the words.
type Said = for<'w> fn(&'w AccessibilityWords) -> &'w Message;

/// Something that is checked, with the tests that check it, named as in `docs/accessibility.md`.
type Check = (Said, &'static [&'static str]);

/// The checks, by where they run.
const CHECKS: [(Said, &[Check]); 4] = [
    (
        |words| &words.everywhere,
        &[
            (|words| &words.axe, &["axe::axe_finds_nothing"]),
            (|words| &words.tables, &["pointing::the_table_needs_no_pointing"]),
        ],
    ),
    (
        |words| &words.two_engines,
        &[(
            |words| &words.keyboard,
            &["keyboard::six_questions_are_answered_by_keyboard", "keyboard::a_result_is_explored_by_keyboard"],
        )],
    ),
    (
        |words| &words.chromium,
        &[
            (
                |words| &words.conditions,
                &[
                    "axe::axe_finds_nothing_in_french",
                    "axe::axe_finds_nothing_in_chinese",
                    "axe::axe_finds_nothing_in_other_colours",
                    "axe::axe_finds_nothing_where_room_is_short",
                ],
            ),
            (
                |words| &words.names,
                &[
                    "names::names_are_as_they_were",
                    "names::names_are_as_they_were_in_french",
                    "names::names_are_as_they_were_in_chinese",
                ],
            ),
            (|words| &words.voice, &["names::the_visible_words_are_in_the_name"]),
            (|words| &words.targets, &["adapted::options_have_room_for_a_thumb"]),
            (|words| &words.spacing, &["adapted::text_can_be_spread"]),
            (|words| &words.zoom, &["adapted::four_times_as_large_it_scrolls_one_way"]),
            (|words| &words.still, &["adapted::nothing_moves_for_those_who_want_it_still"]),
            (|words| &words.small_text, &["adapted::no_text_is_small"]),
            (|words| &words.forced_colours, &["forced_colours::forced_colours_leave_the_map_readable"]),
        ],
    ),
    (
        |words| &words.computed,
        &[
            (|words| &words.contrast, &["contrast::words_and_lines_stand_out_from_the_paper"]),
            (|words| &words.deficiencies, &["contrast::regions_that_meet_look_different_to_everyone"]),
            (|words| &words.plain, &["reading_grade::questions_and_kinds_are_plain"]),
        ],
    ),
];

/// The page in one language.
pub struct Statement<'a> {
    /// Where it will stand.
    pub site: &'a Site,
    /// The edition, in its language.
    pub edition: &'a Edition,
    /// What the page says.
    pub words: &'a AccessibilityWords,
    /// What the worksheet is called.
    pub worksheet: &'a WorksheetWords,
}

impl Statement<'_> {
    /// The name of the file within the site.
    #[must_use]
    pub fn file(&self) -> String {
        file(NAME, "html", self.edition)
    }

    /// The whole file.
    pub async fn html(&self) -> String {
        let (edition, words) = (self.edition, self.words);
        let tag = edition.spoken().tag.clone();
        let page = PlainPage { name: NAME, styles: STYLES, title: words.title.text(), about: words.aim.text() };
        let body = html! {
            <body>
                { navigation(NAME, edition, edition.words[Phrase::Language].text()) }
                <main>
                    <h1>{ say(&words.title) }</h1>
                    <p>{ say(&words.aim) }</p>
                    <h2>{ say(&words.untried_title) }</h2>
                    <p>{ say(&words.untried) }</p>
                    <h2>{ say(&words.checked_title) }</h2>
                    <p>{ say(&words.checked) }</p>
                    { for CHECKS.map(|(place, checks)| self.checks(place, checks)) }
                    <h2>{ say(&words.limits_title) }</h2>
                    { self.limits() }
                    <h2>{ say(&words.other_title) }</h2>
                    { self.elsewhere() }
                </main>
                <footer>
                    <p><a href={format!("./?lang={tag}")}>{ edition.words[Phrase::Title].text().to_owned() }</a></p>
                    <p>{ words.version.fill(&[("version", env!("CARGO_PKG_VERSION"))]) }</p>
                </footer>
            </body>
        };
        let head = plain_page::head(self.site, edition, &page);
        let page = markup(html! { <html lang={tag}>{ head }{ body }</html> }).await;
        format!("<!doctype html>\n{page}\n")
    }

    fn checks(&self, place: Said, checks: &[Check]) -> Html {
        let test = |test: &&str| html! { <>{ " " }<code lang="en" translate="no">{ (*test).to_owned() }</code></> };
        let item = |(said, tests): &Check| {
            html! { <li>{ say(said(self.words)) }<span class="shown-by">{ for tests.iter().map(test) }</span></li> }
        };
        html! { <><h3>{ say(place(self.words)) }</h3><ul>{ for checks.iter().map(item) }</ul></> }
    }

    fn limits(&self) -> Html {
        let words = self.words;
        let kinds = self.edition.kinds.len().to_string();
        html! {
            <ul>
                <li>{ say(&words.limit_keyboard) }</li>
                <li>{ say(&words.limit_header) }</li>
                <li>{ words.limit_kinds.fill(&[("n", &kinds)]) }</li>
                <li>{ say(&words.limit_languages) }</li>
            </ul>
        }
    }

    fn elsewhere(&self) -> Html {
        let sheet = file(worksheet::NAME, "html", self.edition);
        html! {
            <>
            <p>{ say(&self.words.other) }{ gap(self.words.other.text()) }<a href={sheet}>{ say(&self.worksheet.title) }</a></p>
            <p>{ say(&self.words.tell) }</p>
            if let Some(contact) = &self.edition.contact {
                <p>{ say(&self.words.tell_contact) }{ " " }<a href={contact.clone()}>{ contact.clone() }</a></p>
            }
            </>
        }
    }
}

fn say(message: &Message) -> String {
    message.text().to_owned()
}
