//! One widget in its place: a page of its own, which an iframe shows too, or an element of somebody else's page. The same
//! code serves both; only a widget that owns an address has a [`Navigation`].

mod attributes;
mod editions;
mod group;
mod keeping;
mod labels;
mod loading;
mod outward;
mod scanning;
mod start;

pub(super) use editions::Editions;
pub(super) use start::{Place, built_in, start};

use super::arrival::Before;
use super::latest::Latest;
use super::navigation::Navigation;
use super::outlet::{News, Outlet};
use super::print::unfold_for_paper;
use super::wishes::Wishes;
use super::{Listeners, Widget, glossary};
use crate::app::{self, Action, Item, Screen, State};
use crate::classification::classify;
use crate::edition::{Answers, Edition, QuestionId};
use crate::group::{Member, detail};
use crate::view::{Focus, Props, title};
use loading::Awaited;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, Window};
use yew::Callback;

/// A widget and what goes with it.
pub(super) struct Session {
    window: Window,
    /// Where the widget is rendered.
    host: Element,
    outlet: Outlet,
    navigation: Option<Navigation>,
    editions: Editions,
    labels: glossary::Loader,
    /// What the host asks for now.
    wishes: RefCell<Wishes>,
    loads: Latest,
    awaited: RefCell<Option<Awaited>>,
    widget: RefCell<Option<Widget>>,
    props: RefCell<Props>,
    listeners: RefCell<Listeners>,
    /// What is shown, and its edition; the entry of the history was written with its answers.
    shown: RefCell<(Rc<Edition>, Rc<State>)>,
    /// What the host was told last: the code, and whether a result was shown.
    told: RefCell<(Option<String>, bool)>,
    before: Before,
    /// The host and not the reader asked for what is shown next.
    unasked: Cell<bool>,
    /// What the host asked for, and got: the keyboard stays where it is.
    quiet: RefCell<Option<Rc<State>>>,
    /// What a damaged code of another edition took the place of.
    below: RefCell<Option<(Rc<Edition>, Rc<State>)>>,
    /// The group as it was saved last.
    saved: RefCell<Option<Rc<Vec<Member>>>>,
    /// The camera is looking, for as long as this is the last look that was asked for.
    looks: Latest,
}

/// What is left of a widget that was taken away, for the next one in its place.
pub(super) struct Kept {
    edition: Rc<Edition>,
    state: Rc<State>,
    told: (Option<String>, bool),
}

/// Whether one step of the flow leads from these answers to those. Otherwise a code was opened, or the reader began anew.
fn continues(edition: &Edition, before: &Answers, after: &Answers) -> bool {
    let ids = edition.questions.iter().map(|question| question.id);
    let changed: Vec<QuestionId> = ids.filter(|id| before.get(*id) != after.get(*id)).collect();
    changed.len() <= 1 && changed.iter().all(|id| !after.get(*id).is_empty())
}

impl Session {
    /// Renders the widget, in place of what was there.
    fn mount(self: &Rc<Self>) {
        let session = Rc::clone(self);
        self.props.borrow_mut().outward = Callback::from(move |wish| session.do_for(wish));
        let (edition, state) = self.shown.borrow().clone();
        self.sync(&edition, &state);
        let mut listeners = unfold_for_paper(&self.window, &self.host);
        listeners.extend(self.attend_group());
        if self.navigation.is_some() {
            listeners.extend(self.follow_history());
        }
        *self.listeners.borrow_mut() = listeners;
        let props = self.props.borrow().clone();
        *self.widget.borrow_mut() = Some(Widget::mount(self.host.clone(), props));
    }

    /// Takes the widget away, and with it all that keeps it in memory; what was answered is given back.
    pub(super) fn leave(&self) -> Kept {
        self.listeners.take();
        self.loads.begin();
        self.looks.begin();
        self.awaited.take();
        self.props.borrow_mut().outward = Callback::noop();
        if let Some(widget) = self.widget.take() {
            widget.destroy();
        }
        let (edition, state) = self.shown.borrow().clone();
        Kept { edition, state, told: self.told.borrow().clone() }
    }

    /// The code of what is answered, whatever lies over it.
    pub(super) fn code(&self) -> Option<String> {
        let shown = self.shown.borrow();
        shown.1.code(&shown.0)
    }

    fn send(&self, action: Action) {
        if let Some(widget) = &*self.widget.borrow() {
            widget.send(action);
        }
    }

    /// Puts the keyboard where a step leads; back on the button that led away, where the browser went back to a screen
    /// that is looked at and not answered. What the host does moves no reader's keyboard.
    fn focus(&self, widget: &Widget, focus: Focus) {
        if matches!(focus, Focus::Heading | Focus::Problem) {
            widget.unfold_if_wide();
        }
        if self.quiet.borrow().as_ref().is_some_and(|quiet| Rc::ptr_eq(quiet, &self.shown.borrow().1)) {
            return;
        }
        if focus == Focus::Item {
            return self.focus_on_item(widget);
        }
        let returned = focus == Focus::Heading && self.navigation.as_ref().is_some_and(|to| to.restore(&widget.host));
        if !returned {
            widget.focus(focus);
        }
    }

    /// The maps may have yet to be drawn with the item as their tab stop.
    fn focus_on_item(&self, widget: &Widget) {
        let (edition, state) = self.shown.borrow().clone();
        let mark = match state.explained {
            Some(Item::Landmark(index)) => {
                edition.landmarks.get(index).map(|one| format!("[data-landmark=\"{}\"]", one.id))
            }
            Some(Item::Kind(index)) => edition.kinds.get(index).map(|one| format!("[data-kind=\"{}\"]", one.id)),
            None => None,
        };
        if let Some(mark) = mark {
            widget.focus_on_item(&mark);
        }
    }

    fn with_widget(&self, act: impl FnOnce(&Widget)) {
        if let Some(widget) = &*self.widget.borrow() {
            act(widget);
        }
    }

    /// Keeps title, address, history and host with the state.
    fn sync(self: &Rc<Self>, edition: &Rc<Edition>, state: &Rc<State>) {
        if state.screen == Screen::Result && self.labels.begin(edition) {
            self.load_labels(edition);
        }
        self.outlet.name(&title(edition, state), edition.spoken());
        let place = state.place();
        let (of, last) = self.shown.replace((Rc::clone(edition), Rc::clone(state)));
        if last.label != state.label {
            self.with_widget(|widget| widget.write("label", state.label.as_deref().unwrap_or_default()));
        }
        if self.unasked.replace(false) {
            *self.quiet.borrow_mut() = Some(Rc::clone(state));
        }
        self.tell(edition, state);
        self.keep(&of, edition, &last, state);
        self.rest_camera(state);
        let kept = self.navigation.as_ref().is_some_and(Navigation::keeps_entry);
        // A damaged code stays in the address as it came: whoever has it open can still copy it.
        let turned = of.version != edition.version;
        if self.shows_problems() {
            let mut below = self.below.borrow_mut();
            if turned && below.is_none() {
                *below = Some((of, last));
            }
            return;
        }
        *self.below.borrow_mut() = None;
        let before = self.navigation.as_ref().map_or_else(|| last.place(), Navigation::place);
        let moved = !kept && (turned || place != before);
        let group = last.is_in_group() && state.is_in_group();
        let left = last.is_in_group() != state.is_in_group();
        let other = !kept && (turned || left || !group && !continues(edition, &last.answers, &state.answers));
        // The entry that the browser is at may belong to what is on its way: nothing is written over it.
        let ahead = self.awaits_address();
        if moved || other {
            self.forget_code();
        } else if ahead {
            return;
        }
        if let Some(navigation) = &self.navigation {
            let new = moved || other && ahead;
            if new {
                self.with_widget(|widget| navigation.note(&widget.host));
            }
            navigation.go(edition, place, state.code(edition).as_deref(), new, other);
        }
    }

    /// Tells the host what is new to it.
    fn tell(&self, edition: &Edition, state: &State) {
        let (code, result) = (state.code(edition), state.screen == Screen::Result && !state.is_in_group());
        let (last, was_result) = self.told.replace((code.clone(), result));
        let changed = last != code;
        let detail = || match state.is_in_group() {
            true => detail(edition, code.as_deref(), &state.workshop.members),
            false => classify(edition, &state.answers, state.name.as_ref()),
        };
        if changed {
            self.outlet.tell(News::Change, &detail());
        }
        if result && (changed || !was_result) {
            self.outlet.tell(News::Result, &detail());
        }
    }

    fn update(&self, props: Props) {
        *self.props.borrow_mut() = props.clone();
        self.with_widget(|widget| widget.update(props));
    }

    /// The way back within the page is the browser's own, so that its Back and ours never disagree.
    fn go_back(self: &Rc<Self>) {
        let below = self.below.take();
        if let Some((edition, state)) = below.filter(|_| self.shows_problems()) {
            self.keep_entry();
            self.open_in(edition.version, Action::Resumed(Box::new(State::clone(&state))));
        } else if self.shows_problems() || !self.navigation.as_ref().is_some_and(Navigation::back) {
            self.keep_entry();
            self.send(Action::SteppedBack);
        }
    }

    /// Whether the problems of a code are shown, which have no entry of their own.
    fn shows_problems(&self) -> bool {
        self.shown.borrow().1.place() == app::Place::Damaged
    }

    fn keep_entry(&self) {
        if let Some(navigation) = &self.navigation {
            navigation.keep_entry();
        }
    }
}
