//! Kinds: which fit, which may, which is nearest, and why.

use super::SHOWN;
use crate::edition::{Criterion, Edition, Kind, Options, QuestionId, Reply, Truth, insert_ordered};
use crate::flow::Route;

/// How a kind fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Every need holds.
    Full,
    /// No need fails, but one rests on an answer that is open or “not sure”.
    Possible,
    /// Some need fails, but fewer than those of any other kind.
    Nearest,
}

impl Match {
    /// How it is written in marks and events.
    pub fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Possible => "possible",
            Self::Nearest => "nearest",
        }
    }
}

/// A kind that is shown, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit<'e> {
    /// The kind.
    pub kind: &'e Kind,
    /// How it fits.
    pub matches: Match,
    /// The answers that meet its needs, or leave them open, by question.
    pub because: Vec<Reason>,
    /// The answers that are also typical of it, by question.
    pub typical: Vec<Reason>,
    /// What would have to be otherwise, for the nearest kind.
    pub differs: Vec<Difference>,
}

/// Options of one question that speak for a kind; “not sure” where the answer leaves the need open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The question.
    pub question: QuestionId,
    /// The chosen options that count.
    pub options: Options,
}

/// A need that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The question that it is about.
    pub question: QuestionId,
    /// What it would take.
    pub wanted: Wanted,
}

/// What an answer would have to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One of these options.
    OneOf(Options),
    /// Nothing beside these options.
    Only(Options),
    /// Anything else than it is.
    Other,
    /// Any: the question would have to apply.
    Any,
}

/// What is known of a kind's needs: the least certain of them decides.
pub(super) fn truth(kind: &Kind, route: &Route) -> Truth {
    let reply = |id| route.reply(id);
    let truth = kind.needs.iter().map(|need| need.truth(&reply)).min().unwrap_or(Truth::No);
    if kind.certain && truth == Truth::Maybe { Truth::No } else { truth }
}

/// How a kind fits a route; `None` if some need fails.
pub(super) fn matches(kind: &Kind, route: &Route) -> Option<Match> {
    match truth(kind, route) {
        Truth::Yes => Some(Match::Full),
        Truth::Maybe => Some(Match::Possible),
        Truth::No => None,
    }
}

/// The kinds to show, and the further ones that fit: matches before possible matches, then by the share of typical
/// criteria met, then in the order of the edition.
pub(super) fn rank<'e>(edition: &'e Edition, route: &Route) -> (Vec<Fit<'e>>, Vec<Fit<'e>>) {
    let mut fits: Vec<Fit> = Vec::new();
    for kind in &edition.kinds {
        let Some(matches) = matches(kind, route) else { continue };
        insert_ordered(&mut fits, fit(kind, matches, route), |a, b| {
            a.matches.cmp(&b.matches).then(typical_share(b.kind, route).total_cmp(&typical_share(a.kind, route)))
        });
    }
    let more = fits.split_off(fits.len().min(SHOWN));
    (fits, more)
}

/// Of the kinds that do not fit, the one with the fewest failed needs; ties are settled as in [`rank`]. Kinds that are
/// certain or not at all are nobody's nearest.
pub(super) fn nearest<'e>(edition: &'e Edition, route: &Route) -> Option<Fit<'e>> {
    let kinds = edition.kinds.iter().filter(|kind| !kind.certain && truth(kind, route) == Truth::No);
    let key = |kind: &Kind| (differences(kind, route).len(), typical_share(kind, route));
    let kind = kinds.min_by(|a, b| {
        let ((failed_a, share_a), (failed_b, share_b)) = (key(a), key(b));
        failed_a.cmp(&failed_b).then(share_b.total_cmp(&share_a))
    })?;
    Some(fit(kind, Match::Nearest, route))
}

fn fit<'e>(kind: &'e Kind, matches: Match, route: &Route) -> Fit<'e> {
    Fit {
        kind,
        matches,
        because: reasons(&kind.needs, route, Truth::Maybe),
        typical: reasons(&kind.typical, route, Truth::Yes),
        differs: differences(kind, route),
    }
}

fn typical_share(kind: &Kind, route: &Route) -> f64 {
    let reply = |id| route.reply(id);
    let met = kind.typical.iter().filter(|one| one.truth(&reply) == Truth::Yes).count();
    met as f64 / kind.typical.len().max(1) as f64
}

/// The answers that make criteria at least as true as `least`, one reason a question, in the order of asking.
fn reasons(criteria: &[Criterion], route: &Route, least: Truth) -> Vec<Reason> {
    let reply = |id| route.reply(id);
    let mut reasons: Vec<Reason> = Vec::new();
    let holding = criteria.iter().filter(|criterion| criterion.truth(&reply) >= least);
    for reason in holding.flat_map(|criterion| reason(criterion, route)).filter(|reason| !reason.options.is_empty()) {
        match reasons.iter_mut().find(|known| known.question == reason.question) {
            Some(known) => known.options = known.options.or(reason.options),
            None => insert_ordered(&mut reasons, reason, |a, b| a.question.cmp(&b.question)),
        }
    }
    reasons
}

fn reason(criterion: &Criterion, route: &Route) -> Vec<Reason> {
    match criterion {
        Criterion::Has(question, wanted) => {
            let options = match route.reply(*question) {
                Reply::Given(given) => given.and(*wanted),
                other => other.options(),
            };
            vec![Reason { question: *question, options }]
        }
        Criterion::Only(question, _) => vec![Reason { question: *question, options: route.reply(*question).options() }],
        // That a question applies is no answer; the answers that make it apply speak for themselves.
        Criterion::Applies(_) => Vec::new(),
        // What keeps the whole from holding is what speaks for its opposite.
        Criterion::Not(all) => {
            let reply = |id| route.reply(id);
            let least = all.iter().map(|one| one.truth(&reply)).min();
            let failing = all.iter().filter(|one| Some(one.truth(&reply)) == least);
            let questions = failing.flat_map(Criterion::questions);
            questions.map(|question| Reason { question, options: route.reply(question).options() }).collect()
        }
    }
}

fn differences(kind: &Kind, route: &Route) -> Vec<Difference> {
    let reply = |id| route.reply(id);
    let failed = kind.needs.iter().filter(|need| need.truth(&reply) == Truth::No);
    failed.filter_map(difference).collect()
}

fn difference(need: &Criterion) -> Option<Difference> {
    let difference = match need {
        Criterion::Has(question, options) => Difference { question: *question, wanted: Wanted::OneOf(*options) },
        Criterion::Only(question, options) => Difference { question: *question, wanted: Wanted::Only(*options) },
        Criterion::Applies(question) => Difference { question: *question, wanted: Wanted::Any },
        Criterion::Not(all) => Difference { question: *all.last()?.questions().last()?, wanted: Wanted::Other },
    };
    Some(difference)
}
