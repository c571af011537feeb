//! Kinds: each with how it fits and why; and what one other answer would change.

use super::result::also;
use crate::edition::{Edition, Kind, Options, Phrase, QuestionId, Reply};
use crate::place::{Difference, Fit, Match, Placement, Reason, Wanted};
use crate::view::prose::say;
use yew::{Html, classes, html};

pub(super) fn kinds(edition: &Edition, placement: &Placement) -> Html {
    let title = match placement.fits.first() {
        // To say that what stands outside “fits” would make no sense.
        Some(fit) if fit.kind.certain => fit.kind.short.clone().into(),
        Some(Fit { matches: Match::Full, .. }) => say(edition, Phrase::KindsFit),
        Some(Fit { matches: Match::Possible, .. }) => say(edition, Phrase::KindsMayFit),
        Some(Fit { matches: Match::Nearest, .. }) | None => say(edition, Phrase::KindsNearest),
    };
    html! {
        <section class="pm-kinds">
            <h2 class="pm-h2">{ title }</h2>
            <div class="pm-kind-list">{ for placement.fits.iter().map(|fit| kind(edition, placement, fit)) }</div>
            { also(edition, Phrase::AlsoFit, &placement.also_full) }
            { also(edition, Phrase::AlsoMayFit, &placement.also_possible) }
            { placement.near_miss.as_ref().map(|fit| near_miss(edition, placement, fit)) }
        </section>
    }
}

/// The nearest kind that does not fit, and what differs. It is no match, so it has none of the marks of one.
fn near_miss(edition: &Edition, placement: &Placement, fit: &Fit) -> Html {
    html! {
        <div class="pm-near-miss" data-near-miss={fit.kind.id.clone()}>
            <h3>{ say(edition, Phrase::NearMiss) }</h3>
            <p class="pm-chip">
                <span class={classes!("pm-letter", "is-small", "is-off", hue(fit.kind))} aria-hidden="true">{ for fit.kind.letter }</span>
                <b>{ fit.kind.name.clone() }</b>
            </p>
            { differs(edition, placement, fit) }
        </div>
    }
}

fn kind(edition: &Edition, placement: &Placement, fit: &Fit) -> Html {
    html! {
        <article class={classes!("pm-kind", hue(fit.kind))} data-kind={fit.kind.id.clone()} data-match={fit.matches.id()}>
            { letter(fit.kind, disc(Some(fit.matches))) }
            <div>
                <h3>{ fit.kind.name.clone() }</h3>
                if !fit.kind.certain { <p class="pm-fit">{ say(edition, how(fit.matches)) }</p> }
                <p>{ fit.kind.description.clone() }</p>
                { why(edition, fit) }
                { differs(edition, placement, fit) }
            </div>
        </article>
    }
}

/// How a kind fits, in words.
pub(super) fn how(matches: Match) -> Phrase {
    match matches {
        Match::Full => Phrase::MatchFull,
        Match::Possible => Phrase::MatchPossible,
        Match::Nearest => Phrase::MatchNearest,
    }
}

/// How the disc of a kind's letter says it: filled, dashed, dotted, or a hairline for what does not fit.
pub(super) fn disc(matches: Option<Match>) -> Option<&'static str> {
    match matches {
        Some(Match::Full) => None,
        Some(Match::Possible) => Some("is-possible"),
        Some(Match::Nearest) => Some("is-nearest"),
        None => Some("is-off"),
    }
}

pub(super) fn hue(kind: &Kind) -> String {
    format!("hue-{}", kind.hue)
}

/// The kind's capital in a disc. A kind without one has a ring with a cross, as its mark beside the map.
pub(super) fn letter(kind: &Kind, state: Option<&'static str>) -> Html {
    let text = kind.letter.map_or_else(|| "×".to_owned(), String::from);
    html! { <span class={classes!("pm-letter", hue(kind), state)} aria-hidden="true">{ text }</span> }
}

/// A kind by its letter and its name, in a line of text.
pub(super) fn chip(kind: &Kind, matches: Match) -> Html {
    let state = match matches {
        Match::Full => "is-small",
        Match::Possible => "is-small is-possible",
        Match::Nearest => "is-small is-nearest",
    };
    html! { <span class="pm-chip">{ letter(kind, Some(state)) }{ kind.name.clone() }</span> }
}

fn why(edition: &Edition, fit: &Fit) -> Html {
    if fit.because.is_empty() && fit.typical.is_empty() {
        return Html::default();
    }
    let reason = |reason: &Reason| {
        html! {
            <div><dt>{ label(edition, &edition.question(reason.question).short) }</dt>{ " " }
            <dd>{ options(edition, reason.question, reason.options) }</dd></div>
        }
    };
    let typical: Vec<String> =
        fit.typical.iter().map(|reason| options(edition, reason.question, reason.options)).collect();
    html! {
        <dl class="pm-why" aria-label={edition.words[Phrase::Why].text().to_owned()}>
            { for fit.because.iter().map(reason) }
            if !typical.is_empty() {
                <div><dt>{ label(edition, edition.words[Phrase::TypicalToo].text()) }</dt>{ " " }
                <dd class="is-typical">{ typical.join(SEPARATOR) }</dd></div>
            }
        </dl>
    }
}

fn differs(edition: &Edition, placement: &Placement, fit: &Fit) -> Html {
    if fit.differs.is_empty() {
        return Html::default();
    }
    let difference = |one: &Difference| {
        let question = edition.question(one.question);
        html! {
            <div><dt>{ label(edition, &question.short) }</dt>{ " " }
            <dd>{ difference_text(edition, placement, one) }</dd></div>
        }
    };
    html! {
        <>
        <h4 class="pm-differs">{ say(edition, Phrase::Differs) }</h4>
        <dl class="pm-why">{ for fit.differs.iter().map(difference) }</dl>
        </>
    }
}

fn difference_text(edition: &Edition, placement: &Placement, one: &Difference) -> String {
    let words = &edition.words;
    let question = edition.question(one.question);
    let reply = placement.route.reply(one.question);
    let given = match reply {
        Reply::Skipped => {
            let reason = placement.route.skip_reason(question).unwrap_or_default();
            return words[Phrase::DoesNotApply].fill(&[("reason", reason)]);
        }
        reply => options(edition, one.question, reply.options()),
    };
    match one.wanted {
        Wanted::OneOf(wanted) | Wanted::Only(wanted) => {
            let wanted = options(edition, one.question, wanted);
            words[Phrase::DiffersNeeds].fill(&[("wanted", &wanted), ("given", &given)])
        }
        Wanted::Other | Wanted::Any => words[Phrase::DiffersNot].fill(&[("given", &given)]),
    }
}

/// Lists of options join with a middle dot, which needs no grammar.
pub(super) const SEPARATOR: &str = " · ";

pub(super) fn options(edition: &Edition, question: QuestionId, options: Options) -> String {
    let choices = edition.question(question).choices.iter().filter(|choice| options.contains(choice.digit));
    choices.map(|choice| choice.short.as_str()).collect::<Vec<_>>().join(SEPARATOR)
}

pub(super) fn label(edition: &Edition, text: &str) -> String {
    edition.words[Phrase::Colon].fill(&[("label", text)])
}
