//! A part of a screen that is drawn again only when what it shows has changed: most steps change little of a screen.

use super::{Outward, Scene, Seen};
use crate::app::State;
use std::rc::Rc;
use yew::{Component, Context, Html, Properties, html};

/// What a part is drawn from, and how.
#[derive(Clone, Properties)]
pub(super) struct Props {
    seen: Rc<Seen>,
    draw: fn(&Scene) -> Html,
    /// Whether two states look the same in this part.
    same: Same,
    pace: Pace,
}

/// Whether a part may follow a frame after what the reader looks at, and when.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// It never does.
    Prompt,
    /// When a step leads to its screen.
    LateAtFirst,
    /// When it changes.
    LateAfterwards,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.seen, &other.seen);
        one.on_paper == other.on_paper
            && one.send == other.send
            && one.props == other.props
            && (Rc::ptr_eq(&one.state, &other.state) || (self.same)(&one.state, &other.state))
    }
}

/// The component of all parts.
pub(super) struct Part {
    /// It is to be drawn in the next frame.
    awaited: bool,
    /// It was drawn before.
    drawn: bool,
}

impl Part {
    /// Has it drawn once the rest is painted.
    fn wait(context: &Context<Self>) {
        let painted = context.link().callback(|()| ());
        context.props().seen.props.outward.emit(Outward::PaintAwaited(painted));
    }
}

impl Component for Part {
    type Message = ();
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let Props { seen, pace, .. } = context.props();
        let awaited = *pace == Pace::LateAtFirst && seen.stepped;
        if awaited {
            Self::wait(context);
        }
        Self { awaited, drawn: !awaited }
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        let Props { seen, pace, .. } = context.props();
        // Paper is not waited for, and no two languages are shown beside each other.
        let late = *pace == Pace::LateAfterwards
            && !seen.on_paper
            && Rc::ptr_eq(&seen.props.edition, &before.seen.props.edition);
        if late && !std::mem::replace(&mut self.awaited, true) {
            Self::wait(context);
        }
        self.drawn |= seen.on_paper;
        !late && self.drawn
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.drawn = true;
        std::mem::take(&mut self.awaited)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Props { seen, draw, .. } = context.props();
        if self.drawn {
            draw(&Scene::of(seen))
        } else {
            html! { <div class="pm-awaited" /> }
        }
    }
}

/// How a part looks at a state: what of it makes two states look the same there.
pub(super) type Same = fn(&State, &State) -> bool;

/// A part of this name, drawn at its pace. What `draw` takes from the state must be the same wherever `same` says so.
pub(super) fn part(scene: &Scene, name: &'static str, pace: Pace, same: Same, draw: fn(&Scene) -> Html) -> Html {
    html! { <Part key={name} seen={Rc::clone(scene.seen)} {draw} {same} {pace} /> }
}
