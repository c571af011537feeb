//! The route: six stops under three headings, with the programme's own answers lit.

use super::prose::{prose, say};
use crate::edition::{Choice, Edition, Heading, Options, Phrase, Question, Reply};
use crate::flow::Route;
use crate::place::Placement;
use yew::{Html, classes, html};

/// The route as a figure.
///
/// A chosen option is set in `<b>`, so that it stands out without the style sheet. The others are hidden from screen
/// readers: they are the background of the picture, narrow screens leave them out too, and some thirty options read
/// out as “not chosen” would bury the six answers.
pub fn route(edition: &Edition, placement: &Placement) -> Html {
    let route = &placement.route;
    let (total, asked) = (edition.questions.len(), route.applying(edition).count());
    let phrase = if asked == total { Phrase::RouteAll } else { Phrase::RouteSome };
    let slots = [("total", total.to_string()), ("asked", asked.to_string())];
    html! {
        <figure class="pm-figure" data-figure="route">
            <figcaption>
                <h2 class="pm-h2">{ say(edition, Phrase::RouteTitle) }</h2>
                <p class="pm-fig-q">{ prose(&edition.words[phrase], &slots.map(|(slot, count)| (slot, html! { {count} }))) }</p>
            </figcaption>
            <ol class="pm-route">{ for edition.headings.iter().map(|heading| part(edition, route, heading)) }</ol>
        </figure>
    }
}

fn part(edition: &Edition, route: &Route, heading: &Heading) -> Html {
    // The line runs past the heading to its first stop.
    let state = heading.questions.first().and_then(|first| state(route.reply(*first)));
    html! {
        <li class={classes!(state)}>
            <h3>{ heading.name.clone() }</h3>
            <ol class="pm-stops">
                { for heading.questions.iter().map(|id| stop(edition, route, edition.question(*id))) }
            </ol>
        </li>
    }
}

fn state(reply: Reply) -> Option<&'static str> {
    match reply {
        Reply::Skipped => Some("is-skipped"),
        Reply::Open => Some("is-open"),
        Reply::Given(_) | Reply::Unsure => None,
    }
}

fn stop(edition: &Edition, route: &Route, question: &Question) -> Html {
    let index = question.id.index();
    let reply = route.reply(question.id);
    let state = state(reply);
    let first = (index == 0).then_some("is-first");
    let last = (index + 1 == edition.questions.len()).then_some("is-last");
    let body = match reply {
        Reply::Skipped => match route.skip_reason(question) {
            Some(reason) => edition.words[Phrase::DoesNotApply].fill(&[("reason", reason)]).into(),
            None => say(edition, Phrase::NotAsked),
        },
        Reply::Open => say(edition, Phrase::NotAnswered),
        Reply::Given(_) | Reply::Unsure => Html::default(),
    };
    html! {
        <li class={classes!("pm-stop", first, last, state)}>
            <h4>{ question.short.clone() }</h4>
            if state.is_some() { <p>{ body }</p> } else { { options(question, reply.options()) } }
        </li>
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
