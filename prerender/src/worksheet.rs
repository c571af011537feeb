//! The worksheet: the questions on paper, for workshops, and for browsers that cannot run the widget.
//!
//! Two sides of A4 or Letter. Beside each box stands what it spells in the code, so that whoever has filled the sheet in can
//! type the code where there is a browser. Nothing on it needs a script, and its style is plain enough for old browsers:
//! it shares none of the sheets of the widget.

use crate::address::Site;
use crate::in_languages::{file, navigation};
use crate::markup::markup;
use crate::plain_page::{self, PlainPage};
use crate::wall_poster;
use crate::words::{PosterWords, WorksheetWords};
use peer_map::edition::{Choice, Criterion, Edition, Heading, Kind, Phrase, Question, QuestionId, gap};
use peer_map::link::encode;
use peer_map::place::{Region, region};
use peer_map::view::poster;
use peer_map::view::still;
use peer_map::view::territory::frame::{Metrics, WIDE};
use yew::{Html, html};

/// The name of the pages, without language and ending.
pub const NAME: &str = "worksheet";
/// The style sheet of the worksheet.
pub const STYLES: &str = "worksheet.css";

const STYLE: &str = include_str!("worksheet.css");

/// The map to draw on: with nothing on it, all rows are as high as those that carry something, and no higher.
static PAPER: Metrics = Metrics { row: (112.0, 0.0), ..WIDE };

/// The style of the worksheet: its own, then that of the drawing.
#[must_use]
pub fn style() -> String {
    format!("{STYLE}{}", poster::STYLE)
}

/// The worksheet in one language.
pub struct Worksheet<'a> {
    site: &'a Site,
    /// Without landmarks, and with what each option spells before its short name, so that every sentence says it.
    edition: Edition,
    example: Option<String>,
    words: &'a WorksheetWords,
    poster: &'a PosterWords,
}

impl<'a> Worksheet<'a> {
    /// The worksheet of an edition, in its language.
    #[must_use]
    pub fn new(site: &'a Site, edition: &Edition, words: &'a WorksheetWords, poster: &'a PosterWords) -> Self {
        let example = edition.landmarks.first().and_then(|landmark| encode(edition, &landmark.answers, None));
        let mut edition = Edition { landmarks: Vec::new(), ..edition.clone() };
        for question in &mut edition.questions {
            for choice in &mut question.choices {
                choice.short = format!("{}{} {}", question.letter, choice.digit, choice.short);
            }
        }
        Self { site, edition, example, words, poster }
    }

    /// The name of the file within the site.
    #[must_use]
    pub fn file(&self) -> String {
        file(NAME, "html", &self.edition)
    }

    /// The whole file.
    pub async fn html(&self) -> String {
        let tag = self.edition.spoken().tag.clone();
        let (title, about) = (self.words.title.text(), self.words.intro.text());
        let head = plain_page::head(self.site, &self.edition, &PlainPage { name: NAME, styles: STYLES, title, about });
        let body = html! {
            <body>
                { navigation(NAME, &self.edition, self.said(Phrase::Language)) }
                <header class="other">
                    <a href={file(wall_poster::NAME, "html", &self.edition)}>{ self.poster.poster.text().to_owned() }</a>
                </header>
                <main>{ self.questions() }{ self.map() }</main>
            </body>
        };
        let page = markup(html! { <html lang={tag}>{ head }{ body }</html> }).await;
        format!("<!doctype html>\n{page}\n")
    }

    // ---- The first side: the questions and the code. ----

    fn questions(&self) -> Html {
        html! {
            <section class="side">
                <header>
                    <h1>{ self.words.heading.text().to_owned() }</h1>
                    <p>{ self.words.intro.text().to_owned() }</p>
                    <p class="lines">
                        <span>{ self.words.programme.text().to_owned() }</span>
                        <span>{ self.words.date.text().to_owned() }</span>
                    </p>
                </header>
                { for self.edition.headings.iter().map(|heading| self.part(heading)) }
                { self.code() }
                <p class="foot">{ self.said(Phrase::PosterOurs).to_owned() }</p>
            </section>
        }
    }

    fn part(&self, heading: &Heading) -> Html {
        let questions = heading.questions.iter().map(|id| self.question(self.edition.question(*id)));
        html! { <section class="part"><h2>{ heading.name.clone() }</h2><div class="two">{ for questions }</div></section> }
    }

    fn question(&self, question: &Question) -> Html {
        let number = self.edition.questions.iter().position(|one| one.id == question.id).map_or(0, |index| index + 1);
        let title = self.words.question.fill(&[("n", &number.to_string()), ("question", &question.text)]);
        let choose = if question.many { Phrase::ChooseMany } else { Phrase::ChooseOne };
        let alone = |choice: &Choice| question.many && question.exclusive.contains(choice.digit);
        let first_alone = question.choices.iter().position(alone);
        let choices = question.choices.iter().enumerate().map(|(index, choice)| {
            html! {
                <>
                if first_alone == Some(index) { <li class="or">{ self.said(Phrase::Or).to_owned() }</li> }
                { self.choice(question, choice) }
                </>
            }
        });
        let rule = |message: fn(&WorksheetWords, &str) -> String, rule: &Option<Criterion>| {
            let said = message(self.words, &self.rule(rule.as_ref()?));
            Some(html! { <><b>{ said.clone() }</b>{ gap(&said) }</> })
        };
        html! {
            <section class="question" data-question={question.letter.to_string()}>
                <h3>{ title }</h3>
                <p>
                    { rule(|words, rule| words.skip.fill(&[("rule", rule)]), &question.skip) }
                    { self.said(choose).to_owned() }
                </p>
                <ul>{ for choices }</ul>
                if question.end.is_some() {
                    <p>{ rule(|words, rule| words.stop.fill(&[("rule", rule)]), &question.end) }</p>
                }
            </section>
        }
    }

    fn choice(&self, question: &Question, choice: &Choice) -> Html {
        html! {
            <li>
                <span class="box" aria-hidden="true"></span>
                <code>{ question.letter }{ choice.digit.to_string() }</code>
                if let Some(hint) = &choice.hint {
                    <span>{ self.labelled(&choice.text) }{ gap(&self.labelled(&choice.text)) }<small>{ hint.clone() }</small></span>
                } else {
                    <span>{ choice.text.clone() }</span>
                }
            </li>
        }
    }

    /// When a question is skipped, or the questions end.
    fn rule(&self, rule: &Criterion) -> String {
        if let Criterion::Only(id, options) = rule
            && options.len() == 1
        {
            let digit = options.iter().map(|digit| digit.to_string()).collect::<String>();
            return self.words.only.fill(&[("box", &format!("{}{digit}", self.letter(*id)))]);
        }
        self.words.holds.fill(&[("rule", &still::criterion(&self.edition, rule))])
    }

    fn code(&self) -> Html {
        let words = self.words;
        // Paper has no check character: what was typed from it is shown for comparison instead.
        let example = self.example.as_ref().and_then(|code| code.rsplit_once('-')).map(|(code, _)| code);
        let type_in = words.type_in.fill(&[("button", self.said(Phrase::OpenCode))]);
        html! {
            <section class="part code">
                <h2>{ words.code.text().to_owned() }</h2>
                <p>
                    { words.copy.text().to_owned() }{ gap(words.copy.text()) }{ words.leave_out.text().to_owned() }
                    if let Some(code) = example {
                        { gap(words.leave_out.text()) }<span class="example">{ words.example.fill(&[("code", code)]) }</span>
                    }
                </p>
                <ul class="runs">
                    <li><b>{ self.edition.id() }{ "-" }</b></li>
                    { for self.edition.questions.iter().map(|question| self.run(question)) }
                    <li><b>{ "-" }</b><span class="slot is-check" aria-hidden="true"></span><span class="heard">{ words.check.text().to_owned() }</span></li>
                </ul>
                <p>{ words.check.text().to_owned() }{ gap(words.check.text()) }{ type_in }</p>
                { self.address() }
            </section>
        }
    }

    /// Room for the digits of one question.
    fn run(&self, question: &Question) -> Html {
        let most = if question.many { question.choices.len() - question.exclusive.len() } else { 1 };
        let letter = question.letter.to_string();
        let heard = self.words.slots.fill(&[("letter", &letter), ("n", &most.to_string())]);
        let slots = (0..most).map(|_| html! { <span class="slot"></span> });
        html! { <li><span aria-hidden="true"><b>{ letter }</b>{ for slots }</span><span class="heard">{ heard }</span></li> }
    }

    /// The way to the widget; where the site does not know its address, there is room to write it down.
    fn address(&self) -> Html {
        let label = self.labelled(self.words.address.text());
        let href = format!("{}?lang={}", self.site.told("", ""), self.edition.spoken().tag);
        html! {
            <p class="address">
                <span>{ label }</span>
                if let Some(address) = &self.site.address {
                    <a href={href}>{ address.to_string() }</a>
                } else {
                    <a href={href}>{ self.said(Phrase::Title).to_owned() }</a><span class="line" aria-hidden="true"></span>
                }
            </p>
        }
    }

    // ---- The second side: the map to draw on. ----

    fn map(&self) -> Html {
        let (words, territory) = (self.words, &self.edition.territory);
        let axes = [("rows", territory.rows.question), ("columns", territory.columns.question)];
        let axes = axes.map(|(slot, id)| (slot, self.letter(id)));
        let how = words.mark_how.fill(&axes.each_ref().map(|(slot, letter)| (*slot, letter.as_str())));
        let glyph = |(choice, glyph): (&Choice, Html)| html! { <li>{ glyph }{ " " }{ choice.short.clone() }</li> };
        html! {
            <section class="side">
                <header>
                    <h2 class="heading">{ words.mark.text().to_owned() }</h2>
                    <p>{ how.clone() }{ gap(&how) }{ words.mark_many.text().to_owned() }</p>
                    <p>{ words.draw.text().to_owned() }</p>
                    <ul class="glyphs">{ for still::glyphs(&self.edition, "is-hand").into_iter().map(glyph) }</ul>
                </header>
                <div class="map" tabindex="0" role="group" aria-label={words.mark.text().to_owned()}>{ still::picture(&self.edition, &PAPER, words.picture.text().to_owned()) }</div>
                { self.anywhere() }
                <div class="foot">
                    <p>{ self.said(Phrase::AboutOurs).to_owned() }</p>
                    { still::citation(&self.edition) }
                    { still::this_edition(&self.edition) }
                    <p>{ self.said(Phrase::AboutLanguages).to_owned() }</p>
                </div>
            </section>
        }
    }

    /// The kinds that have no place on the map.
    fn anywhere(&self) -> Html {
        let edition = &self.edition;
        let kinds = edition.kinds.iter().filter(|kind| region(edition, kind) == Region::Anywhere);
        let item = |kind: &Kind| html! { <li><b>{ for kind.letter }</b>{ " " }{ kind.name.clone() }</li> };
        let items: Vec<Html> = kinds.map(item).collect();
        if items.is_empty() {
            return Html::default();
        }
        let label = self.labelled(self.words.anywhere.text());
        html! { <><p class="anywhere">{ label }</p><ul class="anywhere">{ for items }</ul></> }
    }

    /// A text that another one follows.
    fn labelled(&self, label: &str) -> String {
        self.edition.words[Phrase::Colon].fill(&[("label", label)])
    }

    fn letter(&self, id: QuestionId) -> String {
        self.edition.question(id).letter.to_string()
    }

    fn said(&self, phrase: Phrase) -> &str {
        self.edition.words[phrase].text()
    }
}
