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
    /// The part may follow a frame after what the reader looks at.
    late: bool,
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
}

impl Component for Part {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self { awaited: false }
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        let Props { seen, late, .. } = context.props();
        // Paper is not waited for, and no two languages are shown beside each other.
        if !late || seen.on_paper || !Rc::ptr_eq(&seen.props.edition, &before.seen.props.edition) {
            return true;
        }
        if !std::mem::replace(&mut self.awaited, true) {
            seen.props.outward.emit(Outward::PaintAwaited(context.link().callback(|()| ())));
        }
        false
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        std::mem::take(&mut self.awaited)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Props { seen, draw, .. } = context.props();
        draw(&Scene::of(seen))
    }
}

/// How a part looks at a state: what of it makes two states look the same there.
pub(super) type Same = fn(&State, &State) -> bool;

/// A part of this name that takes long to draw, and that the reader does not wait for: it follows once the rest is painted. What
/// `draw` takes from the state must be the same wherever `same` says so.
pub(super) fn late(scene: &Scene, name: &'static str, same: Same, draw: fn(&Scene) -> Html) -> Html {
    html! { <Part key={name} seen={Rc::clone(scene.seen)} {draw} {same} late=true /> }
}
