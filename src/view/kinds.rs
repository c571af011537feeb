//! Kinds: each with how it fits and why; and what one other answer would change.

use super::result::also;
use crate::edition::{Edition, Kind, Options, Phrase, QuestionId, Reply};
use crate::place::{Away, Difference, Fit, Match, Placement, Reason, Wanted};
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
        </section>
    }
}

fn kind(edition: &Edition, placement: &Placement, fit: &Fit) -> Html {
    let (matches, phrase) = match fit.matches {
        Match::Full => (None, Phrase::MatchFull),
        Match::Possible => (Some("is-possible"), Phrase::MatchPossible),
        Match::Nearest => (Some("is-nearest"), Phrase::MatchNearest),
    };
    html! {
        <article class={classes!("pm-kind", hue(fit.kind))} data-kind={fit.kind.id.clone()} data-match={fit.matches.id()}>
            { letter(fit.kind, matches) }
            <div>
                <h3>{ fit.kind.name.clone() }</h3>
                if !fit.kind.certain { <p class="pm-fit">{ say(edition, phrase) }</p> }
                <p>{ fit.kind.description.clone() }</p>
                { why(edition, fit) }
                { differs(edition, placement, fit) }
            </div>
        </article>
    }
}

fn hue(kind: &Kind) -> String {
    format!("hue-{}", kind.hue)
}

/// The kind's capital in a disc. A kind without one has a ring with a cross, as its mark beside the map.
fn letter(kind: &Kind, state: Option<&'static str>) -> Html {
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

/// One answer away: what a single other answer would change.
pub(super) fn away(edition: &Edition, placement: &Placement) -> Html {
    let note = if placement.away.is_empty() { Phrase::AwayNone } else { Phrase::AwayNote };
    html! {
        <section class="pm-aways" data-section="away">
            <h2 class="pm-h2">{ say(edition, Phrase::AwayTitle) }</h2>
            <p class="pm-note">{ say(edition, note) }</p>
            <ul class="pm-list">{ for placement.away.iter().map(|away| change(edition, away)) }</ul>
        </section>
    }
}

fn change(edition: &Edition, away: &Away) -> Html {
    let question = edition.question(away.question);
    let moves = |sign: &'static str, phrase: Phrase, off: Option<&'static str>, kind: &Kind| {
        html! {
            <li class="pm-inout">
                <span class="sign" aria-hidden="true">{ sign }</span>
                <span class={classes!("pm-letter", hue(kind), "is-small", off)} aria-hidden="true">{ kind.letter.map(String::from) }</span>
                <span>{ edition.words[phrase].fill(&[("kind", &kind.name)]) }</span>
            </li>
        }
    };
    let from = html! { <span class="pm-from">{ options(edition, away.question, away.from) }</span> };
    let to = html! { <b>{ options(edition, away.question, away.to) }</b> };
    html! {
        <li>
            <dl class="pm-away">
                <dt>{ question.short.clone() }</dt>
                <dd>{ crate::view::prose::prose(&edition.words[Phrase::AwayChange], &[("from", from), ("to", to)]) }</dd>
            </dl>
            <ul>
                { for away.comes_in.iter().map(|kind| moves("+", Phrase::ComesIn, None, kind)) }
                { for away.goes_out.iter().map(|kind| moves("−", Phrase::GoesOut, Some("is-off"), kind)) }
            </ul>
        </li>
    }
}
