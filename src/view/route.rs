//! A route: six stops under three headings, with the answers lit. The reader's own is filled, a landmark's is hollow.

use super::kinds;
use super::prose::{prose, say};
use super::summary::skip_reason;
use super::table;
use crate::edition::{Choice, Edition, Heading, Landmark, Options, Phrase, Question, Reply};
use crate::flow::Route;
use yew::{Html, classes, html};

/// What a figure is drawn from.
struct Drawn<'a> {
    edition: &'a Edition,
    route: &'a Route,
    /// Whose route it is, unless it is the reader's.
    landmark: Option<&'a Landmark>,
}

/// The reader's route as a figure: its sentence, its picture and the same as a table.
pub(super) fn route(edition: &Edition, route: &Route) -> Html {
    let drawn = Drawn { edition, route, landmark: None };
    drawn.figure(edition.words[Phrase::RouteTitle].text(), as_table(edition, route))
}

/// The reader's route, where a table beside it has the answers already.
pub(super) fn yours(edition: &Edition, route: &Route) -> Html {
    let drawn = Drawn { edition, route, landmark: None };
    drawn.figure(edition.words[Phrase::RouteYours].text(), Html::default())
}

/// The route of a landmark, where a table beside it has the answers already.
pub(super) fn theirs(edition: &Edition, landmark: &Landmark, route: &Route) -> Html {
    let drawn = Drawn { edition, route, landmark: Some(landmark) };
    let title = edition.words[Phrase::RouteTheirs].fill(&[("landmark", &landmark.name)]);
    drawn.figure(&title, Html::default())
}

/// An answer in one line: its options as they stand in figures, or why there are none.
pub(super) fn answer(edition: &Edition, route: &Route, question: &Question) -> String {
    match route.reply(question.id) {
        Reply::Skipped => skip_reason(edition, route, question),
        Reply::Open => edition.words[Phrase::NotAnswered].text().to_owned(),
        reply => kinds::options(edition, question.id, reply.options()),
    }
}

/// The route as a table, folded on screens and open on paper.
fn as_table(edition: &Edition, route: &Route) -> Html {
    let columns = [Phrase::ColumnQuestion, Phrase::ColumnYours].map(|phrase| edition.words[phrase].text());
    let row = |question: &Question| {
        html! {
            <tr role="row" data-row={question.letter.to_string()}>
                { table::head(question.short.clone().into()) }
                { table::cell(edition, columns[1], answer(edition, route, question).into()) }
            </tr>
        }
    };
    let rows = table::body(edition.questions.iter().map(row).collect());
    table::folded(edition, Phrase::RouteTable, "route", table::table(None, None, &columns, rows))
}

impl Drawn<'_> {
    /// The figure, with `rest` below the picture.
    ///
    /// A chosen option is set in `<b>`, so that it stands out without the style sheet. The others are hidden from screen
    /// readers: they are the background of the picture, narrow screens leave them out too, and some thirty options read
    /// out as “not chosen” would bury the six answers.
    fn figure(&self, title: &str, rest: Html) -> Html {
        let theirs = self.landmark.map(|_| "is-theirs");
        html! {
            <figure class="pm-figure" data-figure="route" aria-label={title.to_owned()}
                data-landmark={self.landmark.map(|landmark| landmark.id.clone())}>
                <figcaption>
                    <h2 class="pm-h2">{ title.to_owned() }</h2>
                    <p class="pm-fig-q">{ self.sentence() }</p>
                </figcaption>
                <ol class={classes!("pm-route", theirs)}>
                    { for self.edition.headings.iter().map(|heading| self.part(heading)) }
                </ol>
                { rest }
            </figure>
        }
    }

    fn sentence(&self) -> Html {
        let (total, asked) = (self.edition.questions.len(), self.route.applying(self.edition).count());
        let phrase = match (self.landmark, asked == total) {
            (None, true) => Phrase::RouteAll,
            (None, false) => Phrase::RouteSome,
            (Some(_), true) => Phrase::RouteTheirsAll,
            (Some(_), false) => Phrase::RouteTheirsSome,
        };
        let slots = [("total", total), ("asked", asked)];
        prose(&self.edition.words[phrase], &slots.map(|(slot, count)| (slot, html! { {count} })))
    }

    fn part(&self, heading: &Heading) -> Html {
        // The line runs past the heading to its first stop.
        let state = heading.questions.first().and_then(|first| state(self.route.reply(*first)));
        html! {
            <li class={classes!(state)}>
                <h3>{ heading.name.clone() }</h3>
                <ol class="pm-stops">
                    { for heading.questions.iter().map(|id| self.stop(self.edition.question(*id))) }
                </ol>
            </li>
        }
    }

    fn stop(&self, question: &Question) -> Html {
        let index = question.id.index();
        let reply = self.route.reply(question.id);
        let state = state(reply);
        let first = (index == 0).then_some("is-first");
        let last = (index + 1 == self.edition.questions.len()).then_some("is-last");
        let inferred = self.landmark.is_some_and(|landmark| landmark.inferred.contains(&question.id));
        html! {
            <li class={classes!("pm-stop", first, last, state)}>
                <h4>{ question.short.clone() }</h4>
                if state.is_some() {
                    <p>{ answer(self.edition, self.route, question) }</p>
                } else {
                    { options(question, reply.options()) }
                }
                if inferred { <p>{ say(self.edition, Phrase::StopInferred) }</p> }
            </li>
        }
    }
}

fn state(reply: Reply) -> Option<&'static str> {
    match reply {
        Reply::Skipped => Some("is-skipped"),
        Reply::Open => Some("is-open"),
        Reply::Given(_) | Reply::Unsure => None,
    }
}

/// The options of a stop. One that stands alone, such as “not sure”, is no place to pass by: it shows when chosen.
fn options(question: &Question, chosen: Options) -> Html {
    let shown = |choice: &&Choice| chosen.contains(choice.digit) || !question.exclusive.contains(choice.digit);
    html! {
        <ul class="pm-lit">
            { for question.choices.iter().filter(shown).map(|choice| {
                let text = choice.short.clone();
                if chosen.contains(choice.digit) {
                    html! { <li class="is-lit"><b>{ text }</b></li> }
                } else {
                    html! { <li aria-hidden="true">{ text }</li> }
                }
            }) }
        </ul>
    }
}
