//! The view: one stateful root, and plain functions from state to markup below it.
//!
//! **Invariant.** The view names Yew and nothing of the browser. What it wants done outside itself it tells, as an
//! [`Outward`]; what happens outside comes back as an [`Action`].

pub mod territory;

mod about;
mod away;
mod compare;
mod earlier;
mod frame;
pub mod group;
mod kinds;
mod label;
mod landmarks;
mod map;
pub mod mark;
mod notice;
mod outward;
mod part;
pub mod plain_text;
pub mod poster;
mod problem;
mod props;
mod prose;
mod qr;
mod question;
mod result;
mod route;
mod rules;
mod scene;
mod share;
pub mod still;
mod summary;
mod table;
mod trial;

pub use group::MOST_MEGABYTES;
pub use notice::{Failure, Notice};
pub use outward::{Focus, Glossary, Outward, Picture, Shared, Table};
pub use props::{Keeping, Props, Release, Scanning, Sharing, Theme};

use crate::app::{Action, Group, Overlay, Place, Refusal, Screen, State};
use crate::edition::{Edition, Phrase};
use prose::isolated;
use scene::{Scene, Seen};
use std::rc::Rc;
use yew::{Callback, Component, Context, Html};

/// The stateful root of one widget.
pub struct Root {
    state: Rc<State>,
    shown: Shown,
    /// Where the last action leads the keyboard within the screen; it has yet to follow.
    leading: Option<Focus>,
    memory: Rc<Memory>,
    /// The browser is about to print, so that everything must be in the document.
    on_paper: bool,
    /// The last action led on to a screen that takes long to draw.
    stepped: bool,
    /// How many editions were shown before this one.
    turn: u32,
    /// Another edition has come, and has yet to be shown.
    turned: bool,
    send: Callback<Action>,
}

/// What is kept from one rendering to the next, since it takes long to make.
#[derive(Default)]
struct Memory {
    qr: qr::Last,
    join_qr: qr::Last,
    group: group::last::Last,
    scroll: group::Scroll,
}

/// What comes to the root.
pub enum Message {
    /// An action.
    Sent {
        /// What happened.
        action: Action,
        /// The turn of the edition that it is about; none if it comes from outside, where the edition of now is known.
        turn: Option<u32>,
    },
    /// This row of a long list came to its upper edge.
    Scrolled(usize),
    /// The browser prints, or has printed.
    OnPaper(bool),
}

impl From<Action> for Message {
    fn from(action: Action) -> Self {
        Self::Sent { action, turn: None }
    }
}

impl Root {
    /// What is pressed in an edition that gives way to another one means nothing in that other.
    fn sender(context: &Context<Self>, turn: u32) -> Callback<Action> {
        context.link().callback(move |action| Message::Sent { action, turn: Some(turn) })
    }

    fn tell(&self, context: &Context<Self>) {
        let Props { edition, outward, .. } = context.props();
        outward.emit(Outward::Changed(Rc::clone(edition), Rc::clone(&self.state)));
    }
}

impl Component for Root {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let state = State::opened(&context.props().edition, &context.props().opening);
        Self {
            shown: shown(&state),
            leading: None,
            memory: Rc::default(),
            on_paper: false,
            stepped: false,
            turn: 0,
            turned: false,
            state: Rc::new(state),
            send: Self::sender(context, 0),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let (action, turn) = match message {
            Message::Sent { action, turn } => (action, turn),
            Message::Scrolled(row) => {
                self.memory.scroll.tell(row);
                return false;
            }
            Message::OnPaper(on_paper) => {
                self.on_paper = on_paper;
                return !self.state.workshop.members.is_empty();
            }
        };
        if turn.is_some_and(|turn| turn != self.turn) {
            return false;
        }
        let before = Rc::clone(&self.state);
        self.state = Rc::new(State::clone(&before).apply(&context.props().edition, action.clone()));
        if *self.state == *before {
            match action {
                // What is tried twice in vain is worth saying twice.
                Action::Continued | Action::CodeTyped(_) if self.state.refusal.is_some() || damaged(&self.state) => {
                    context.props().outward.emit(Outward::Rendered(Focus::Problem));
                }
                // The address has moved, even where nothing else has.
                Action::LinkOpened(_) | Action::Returned(_) | Action::Restored(..) => self.tell(context),
                _ => {}
            }
            if let Some(focus) = leads(&action) {
                context.props().outward.emit(Outward::Rendered(focus));
            }
            return false;
        }
        self.leading = leads(&action);
        self.stepped = is_step_on(&action);
        self.tell(context);
        true
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        let Props { edition, opening, .. } = context.props();
        self.stepped = false;
        if edition.id() != before.edition.id() {
            // A question of one edition is none of another: nothing of the state may stay.
            self.state = Rc::new(State::opened(edition, opening));
            self.turn += 1;
            (self.turned, self.leading) = (true, None);
            self.send = Self::sender(context, self.turn);
        }
        // Another language changes the title of the page too.
        if !Rc::ptr_eq(edition, &before.edition) {
            self.tell(context);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let seen = Rc::new(Seen {
            state: Rc::clone(&self.state),
            props: context.props().clone(),
            send: self.send.clone(),
            memory: Rc::clone(&self.memory),
            on_paper: self.on_paper,
            stepped: self.stepped,
        });
        frame::frame(&Scene::of(&seen))
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let shown = shown(&self.state);
        if first {
            context.props().outward.emit(Outward::Arrived);
        }
        if let Some(focus) = self.leading.take() {
            context.props().outward.emit(Outward::Rendered(focus));
        }
        let turned = std::mem::take(&mut self.turned);
        if shown == self.shown && !turned || first {
            return;
        }
        self.shown = shown;
        let focus = match (self.state.overlay(), self.state.refusal) {
            (Some(Overlay::Damaged(_) | Overlay::DamagedGroup(_)), _) | (None, Some(_)) => Focus::Problem,
            (None, None) if turned && context.props().newer.is_some() => Focus::Earlier,
            _ => Focus::Heading,
        };
        context.props().outward.emit(Outward::Rendered(focus));
    }
}

/// What decides whether a rendering is a step: the place, and what is told there.
type Shown = (Place, Option<Refusal>, Option<String>);

fn shown(state: &State) -> Shown {
    let told = match state.overlay() {
        Some(Overlay::Damaged(reading)) => Some(reading.text.clone()),
        Some(Overlay::DamagedGroup(reading)) => Some(reading.text.clone()),
        _ => None,
    };
    (state.place(), state.refusal, told)
}

/// Where an action leads the keyboard, other than to another screen.
fn leads(action: &Action) -> Option<Focus> {
    match action {
        Action::SteppedTo(_) => Some(Focus::Item),
        Action::Named(_) | Action::NameRemoved => Some(Focus::Name),
        Action::Group(Group::Presented(..)) => Some(Focus::Heading),
        Action::Group(Group::Renamed(..)) => Some(Focus::Rename),
        // What was pressed may be gone with what it did.
        Action::Group(
            Group::Pasted(_)
            | Group::Imported(..)
            | Group::Resumed(_)
            | Group::Unread(_)
            | Group::Hidden(_)
            | Group::Compared
            | Group::Corrected(..)
            | Group::LeftOut(_)
            | Group::AllLeftOut
            | Group::Removed
            | Group::RepeatsRemoved
            | Group::Undone,
        ) => Some(Focus::Told),
        _ => None,
    }
}

/// Whether an action leads on to a screen with figures, where the reader begins at the heading. Whoever goes back wants the
/// whole screen, since it is scrolled to where it was and the keyboard goes to where it was.
fn is_step_on(action: &Action) -> bool {
    matches!(action, Action::ResultAsked | Action::Tried(..) | Action::TrialKept | Action::MapOpened)
}

fn damaged(state: &State) -> bool {
    matches!(state.overlay(), Some(Overlay::Damaged(_) | Overlay::DamagedGroup(_)))
}

/// What the document is called while this state is shown: the screen, then the product.
pub fn title(edition: &Edition, state: &State) -> String {
    let words = &edition.words;
    let (compared, named);
    let screen = match (state.overlay(), state.screen) {
        (Some(Overlay::About), _) => return words[Phrase::AboutTitle].text().to_owned(),
        (Some(Overlay::Damaged(_) | Overlay::DamagedGroup(_)), _) => words[Phrase::ProblemTitle].text(),
        (Some(Overlay::SideBySide), _) => words[Phrase::GroupSideTitle].text(),
        (Some(Overlay::Presented(question, _)), _) => &edition.question(*question).text,
        (None, Screen::Group) => words[Phrase::GroupTitle].text(),
        (Some(Overlay::Map), _) => words[Phrase::MapTitle].text(),
        (Some(Overlay::Landmark(index)), _) => {
            compared = edition.landmarks.get(*index).map(|landmark| compare::title(edition, state, landmark));
            compared.as_deref().unwrap_or_default()
        }
        (Some(Overlay::Trial(..)), _) => words[Phrase::TrialKicker].text(),
        (None, Screen::Question(id)) => &edition.question(id).text,
        (None, Screen::Summary) => words[Phrase::CheckTitle].text(),
        (None, Screen::Result) => {
            named = state.name.as_ref().map(|name| words[Phrase::ResultOf].fill(&[("name", &isolated(name.as_str()))]));
            named.as_deref().unwrap_or(words[Phrase::ResultKicker].text())
        }
    };
    let error = match state.refusal {
        Some(_) => format!("{} ", words[Phrase::ErrorPrefix].text()),
        None => String::new(),
    };
    format!("{error}{screen} – {}", words[Phrase::Title].text())
}
