//! Placing: where a programme falls on the map, by its answers alone.
//!
//! **Invariant.** Nothing here weighs or scores. A place is a set of cells that the answers leave open; a kind fits, may
//! fit or does not, with the answers that say so; likeness to a landmark is counted answer by answer.

mod away;
mod fit;
mod landmark;
mod spot;
mod territory;

pub use away::{Away, Tried, away, change, tried};
pub use fit::{Difference, Fit, Match, Reason, Wanted};
pub use landmark::{Alike, Likeness, likeness};
pub use spot::{Size, Spot, spots};
pub use territory::{Cell, Extent, Region, Standing};

use crate::edition::{Answers, Edition, Kind, Landmark};
use crate::flow::{Route, replay};

/// How many kinds, and how many landmarks, a result shows.
pub const SHOWN: usize = 3;

/// Where a programme falls on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement<'e> {
    /// The route that the answers took.
    pub route: Route,
    /// Where it stands on the territory.
    pub standing: Standing,
    /// The kinds to show, at most [`SHOWN`] and at least one: matches, possible matches, or the nearest.
    pub fits: Vec<Fit<'e>>,
    /// The nearest of the kinds that do not fit, beside some that do, for a programme on the grid; none where nothing fits,
    /// since it is shown then.
    pub near_miss: Option<Fit<'e>>,
    /// Further matches that there is no room to show.
    pub also_full: Vec<&'e Kind>,
    /// Further possible matches that there is no room to show.
    pub also_possible: Vec<&'e Kind>,
    /// The landmarks whose answers are most like these, at most [`SHOWN`].
    pub nearest: Vec<Likeness<'e>>,
}

impl<'e> Placement<'e> {
    /// How a kind fits, if it is among those that are shown.
    pub fn shown(&self, kind: &Kind) -> Option<Match> {
        self.fits.iter().find(|fit| fit.kind.id == kind.id).map(|fit| fit.matches)
    }

    /// How a kind fits, shown or not.
    pub fn matches(&self, kind: &Kind) -> Option<Match> {
        let among = |kinds: &[&Kind]| kinds.iter().any(|one| one.id == kind.id);
        let also_full = among(&self.also_full).then_some(Match::Full);
        also_full.or(among(&self.also_possible).then_some(Match::Possible)).or(self.shown(kind))
    }

    /// Whether a landmark is among the nearest.
    pub fn is_near(&self, landmark: &Landmark) -> bool {
        self.nearest.iter().any(|near| near.landmark.id == landmark.id)
    }
}

/// Places a programme. Total: every answers give a placement, complete or not.
pub fn place<'e>(edition: &'e Edition, answers: &Answers) -> Placement<'e> {
    let route = replay(edition, answers);
    let (mut fits, more) = fit::rank(edition, &route);
    let (also_full, also_possible): (Vec<_>, Vec<_>) = more.into_iter().partition(|fit| fit.matches == Match::Full);
    let kinds = |fits: Vec<Fit<'e>>| fits.into_iter().map(|fit| fit.kind).collect();
    let standing = territory::stand(edition, &route);
    let mut near_miss = fit::nearest(edition, &route);
    if fits.is_empty() {
        fits.extend(near_miss.take());
    }
    Placement {
        standing,
        fits,
        near_miss: near_miss.filter(|_| matches!(standing, Standing::Grid { .. })),
        also_full: kinds(also_full),
        also_possible: kinds(also_possible),
        nearest: landmark::nearest(edition, &route),
        route,
    }
}

/// Every kind that fits the answers or may fit them, best first, or else the nearest alone: what a [`Placement`] shows
/// the first [`SHOWN`] of.
pub fn ranked<'e>(edition: &'e Edition, answers: &Answers) -> Vec<Fit<'e>> {
    let route = replay(edition, answers);
    let (mut fits, more) = fit::rank(edition, &route);
    fits.extend(more);
    if fits.is_empty() {
        fits.extend(fit::nearest(edition, &route));
    }
    fits
}

/// Every kind that fits the answers or may fit them, in the order of the edition: unlike the kinds of a [`Placement`],
/// however many there are.
pub fn fits<'e>(edition: &'e Edition, answers: &Answers) -> Vec<(&'e Kind, Match)> {
    let route = replay(edition, answers);
    edition.kinds.iter().filter_map(|kind| Some((kind, fit::matches(kind, &route)?))).collect()
}

/// Where a route stands on the territory, for whoever needs no more of its placement.
pub fn standing(edition: &Edition, route: &Route) -> Standing {
    territory::stand(edition, route)
}

/// The cells over which a kind's region lies.
pub fn region(edition: &Edition, kind: &Kind) -> Region {
    territory::region(edition, kind)
}
