//! The figures of a group, each drawn again only when what it is drawn from has changed.

use super::{route, territory};
use crate::edition::Edition;
use crate::group::{Member, Tally};
use std::rc::Rc;
use yew::{Component, Context, Html, Properties, html};

/// What the figures of a group are drawn from. It compares by identity: what was not made anew has not changed.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The content, in the language of the figures.
    pub edition: Rc<Edition>,
    /// The group.
    pub members: Rc<Vec<Member>>,
    /// Its answers, counted.
    pub tallies: Rc<Vec<Tally>>,
    /// The answers are those of several people about one programme.
    pub eyes: bool,
}

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        // The tallies follow from the rest.
        Rc::ptr_eq(&self.edition, &other.edition)
            && Rc::ptr_eq(&self.members, &other.members)
            && self.eyes == other.eyes
    }
}

/// Which of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Who stands where.
    Territory,
    /// Who chose what.
    Route,
}

/// What a figure is drawn from, and which it is.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The group.
    pub drawn: Drawn,
    /// The figure.
    pub which: Which,
}

/// A figure of a group.
pub struct Figure;

impl Component for Figure {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Props { drawn, which } = context.props();
        match which {
            Which::Territory => territory::figure(drawn),
            Which::Route => route::figure(drawn),
        }
    }
}

/// Who stands where, as a figure.
pub(in crate::view) fn territory(drawn: &Drawn) -> Html {
    html! { <Figure drawn={drawn.clone()} which={Which::Territory} /> }
}

/// Who chose what, as a figure.
pub(in crate::view) fn route(drawn: &Drawn) -> Html {
    html! { <Figure drawn={drawn.clone()} which={Which::Route} /> }
}
