//! What the widget shows and how it answers to what happens: a pure state and its transitions.
//!
//! **Invariant.** State is answers, and which screen is open. Route, placement, code and every sentence are derived.
//! [`State::apply`] does no IO, reads no clock and calls nobody; an action that changes nothing gives an equal state.

mod action;
mod group;
mod steps;
mod workshop;

pub use action::Action;
pub use group::{Group, MOST_SIDE_BY_SIDE};
pub use workshop::{Line, Told, Unread, Workshop};

use crate::edition::{Answers, Digit, Edition, Options, QuestionId};
use crate::flow::{Route, replay};
use crate::link::{GroupReading, Name, Reading, Source, encode};
use crate::place::tried;

/// Everything that one widget remembers. It belongs to the edition that it was started with, in whatever language: where
/// another version is shown, another state begins.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What was answered, off the route too: stepping back loses nothing.
    pub answers: Answers,
    /// What the code calls the programme.
    pub name: Option<Name>,
    /// The screen under any overlay.
    pub screen: Screen,
    /// What is ticked on the question that is shown; it becomes an answer with [`Action::Continued`].
    pub draft: Options,
    /// Why the last [`Action::Continued`] did not go on.
    pub refusal: Option<Refusal>,
    /// A question was opened from the summary and leads back to it.
    pub reviewing: bool,
    /// The answers come from a typed code that no check character vouched for.
    pub unchecked: bool,
    /// What lies over the screen, the uppermost last.
    pub overlays: Vec<Overlay>,
    /// The item of the map that is explained below it.
    pub explained: Option<Item>,
    /// It stays, whatever the pointer passes over: it was chosen, and its links lie below the map.
    pub held: bool,
    /// What the reader calls their peers. It plays no part in the placing and is not in the code.
    pub label: Option<String>,
    /// Which link is shared.
    pub link: LinkKind,
    /// What came of the last copy, download and the like, until something else happens.
    pub outcome: Option<Outcome>,
    /// The group that is worked on, shown or not.
    pub workshop: Workshop,
}

/// How a result is shared. Both carry the answers in the fragment, which browsers send to no server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// The link leads to the widget; nothing but the fragment tells of the answers.
    Private,
    /// The link leads by the page of a kind, so that messages can show what it is about.
    Preview,
}

/// A step of the main job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// One question.
    Question(QuestionId),
    /// Check your answers.
    Summary,
    /// The map.
    Result,
    /// The group that is worked on.
    Group,
}

/// A screen that lies over another and gives it back.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    /// What this is and where it comes from.
    About,
    /// A code with problems: what it says, until the reader decides.
    Damaged(Box<Reading>),
    /// The code of a group with problems, likewise.
    DamagedGroup(Box<GroupReading>),
    /// The whole map, with no programme on it, and every rule in words.
    Map,
    /// A landmark, by its place in the edition: beside the reader's programme, where that has a result.
    Landmark(usize),
    /// The result as it would be with one other answer.
    Trial(QuestionId, Options),
    /// The chosen programmes of the group, side by side.
    SideBySide,
    /// One question in large type, for a room; with what was answered, or without.
    Presented(QuestionId, bool),
}

/// Something on the map that can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A kind, by its place in the edition.
    Kind(usize),
    /// A landmark, by its place in the edition.
    Landmark(usize),
}

/// What came of something that the browser was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The text of the field of this name is on the clipboard.
    Copied(&'static str),
    /// The browser does not allow copying the text of the field of this name.
    NotCopied(&'static str),
    /// The picture was handed to the browser.
    Saved,
    /// The browser could not make the picture.
    NotSaved,
    /// The browser's share menu was open: what came of it, it has said itself.
    Shared,
    /// The browser could not open its share menu.
    NotShared,
    /// The text that was typed is no name of a programme.
    NotNamed,
    /// A file of the group was handed to the browser.
    FileSaved,
    /// The browser could not save the file.
    FileNotSaved,
}

/// Why a question cannot be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was chosen.
    Nothing,
    /// An option that stands alone was chosen beside others.
    Mixed(Digit),
}

/// A place in the browser's history: which screen, with which code, is the address's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A screen of the main job.
    At(Screen),
    /// The About screen.
    About,
    /// The problems of a code.
    Damaged,
    /// The whole map.
    Map,
    /// A landmark.
    Landmark(usize),
    /// The result with another answer to one question.
    Trial(QuestionId, Options),
    /// The chosen programmes of the group, side by side.
    SideBySide,
    /// A question in large type, whichever it is.
    Presented,
}

impl State {
    /// The first question, nothing answered.
    pub fn start(edition: &Edition) -> Self {
        let first = edition.questions.first().map_or(Screen::Summary, |question| Screen::Question(question.id));
        Self {
            answers: Answers::default(),
            name: None,
            screen: first,
            draft: Options::NONE,
            refusal: None,
            reviewing: false,
            unchecked: false,
            overlays: Vec::new(),
            explained: None,
            held: false,
            label: None,
            link: LinkKind::Private,
            outcome: None,
            workshop: Workshop::default(),
        }
    }

    /// The first question, nothing answered; the group stays.
    fn anew(self, edition: &Edition) -> Self {
        Self { workshop: self.workshop.closed(), ..Self::start(edition) }
    }

    /// The state that a widget opens with: that of [`State::start`] after these actions.
    pub fn opened(edition: &Edition, opening: &[Action]) -> Self {
        opening.iter().cloned().fold(Self::start(edition), |state, action| state.apply(edition, action))
    }

    /// The state after `action`, which belongs to the same edition as the state.
    #[must_use]
    pub fn apply(self, edition: &Edition, action: Action) -> Self {
        match self.workshop.editing {
            Some(_) => self.clone().step(edition, action).settle(&self),
            None => self.step(edition, action),
        }
    }

    fn step(self, edition: &Edition, action: Action) -> Self {
        let state = Self { outcome: None, ..self };
        match action {
            Action::Chosen(digit) => state.choose(edition, digit),
            Action::Adopted(question, options) => state.adopt(question, options),
            Action::Continued => state.go_on(edition),
            Action::SteppedBack => state.step_back(edition),
            Action::ChangeAsked(question) => Self { reviewing: true, ..state.show(Screen::Question(question)) },
            Action::SummaryAsked => state.show(Screen::Summary),
            Action::ResultAsked => {
                let next = state.route(edition).first_open(edition).map_or(Screen::Result, Screen::Question);
                state.show(next)
            }
            Action::StartedAgain => state.anew(edition),
            Action::AboutOpened => state.lay(Overlay::About),
            Action::MapOpened => state.lay(Overlay::Map),
            Action::LandmarkOpened(index) => state.lay(Overlay::Landmark(index)),
            Action::Tried(question, options) => state.try_out(edition, question, options),
            Action::TrialKept => state.keep_trial(edition),
            Action::QuestionsAsked => {
                let next = state.route(edition).first_open(edition).map_or(Screen::Summary, Screen::Question);
                if next == state.screen { state.uncover() } else { state.show(next) }
            }
            Action::Hovered(_) if state.held => state,
            Action::Hovered(item) => Self { explained: Some(item), ..state },
            Action::Released => Self { held: false, ..state },
            Action::Explained(item) | Action::SteppedTo(item) => Self { explained: Some(item), held: true, ..state },
            Action::Labelled(label) => {
                let label = Some(label.trim().to_owned()).filter(|label| !label.is_empty());
                Self { label, ..state }
            }
            Action::LinkChosen(link) => Self { link, ..state },
            Action::Named(text) => match Name::new(&text) {
                Some(name) => Self { name: Some(name), ..state },
                None => Self { outcome: Some(Outcome::NotNamed), ..state },
            },
            Action::NameRemoved => Self { name: None, ..state },
            Action::CarriedOver(answers, name) => state.carry_over(edition, answers, name),
            Action::Resumed(state) => *state,
            Action::LinkOpened(text) if text.trim().is_empty() => state.anew(edition),
            Action::LinkOpened(text) => state.read(edition, &text, Source::Link),
            Action::CodeTyped(text) => state.read(edition, &text, Source::Typed),
            Action::Group(action) => state.work(edition, action),
            Action::ReadingAccepted => state.accept(),
            Action::Returned(place) => state.go_to(edition, place),
            Action::Restored(code, place) => {
                let state = state.restore(edition, code);
                match state.overlay() {
                    Some(_) => state,
                    None => state.go_to(edition, place),
                }
            }
            Action::Ended(outcome) => Self { outcome: Some(outcome), ..state },
        }
    }

    /// The route of the answers.
    pub fn route(&self, edition: &Edition) -> Route {
        replay(edition, &self.answers)
    }

    /// The code of the answers, or of the group that is shown; `None` while there are none.
    pub fn code(&self, edition: &Edition) -> Option<String> {
        match self.is_in_group() {
            true => self.workshop.code(edition),
            false => self.own_code(edition),
        }
    }

    /// The code of the answers of one programme, be it one of a group.
    pub fn own_code(&self, edition: &Edition) -> Option<String> {
        encode(edition, &self.answers, self.name_in_link())
    }

    /// What links call the programme: its name, unless it is one of a group whose names are kept out of links.
    pub fn name_in_link(&self) -> Option<&Name> {
        self.name.as_ref().filter(|_| !self.is_in_group() || self.workshop.names)
    }

    /// What lies uppermost over the screen.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlays.last()
    }

    /// The answer that is tried, here or below what is shown.
    pub fn trial(&self) -> Option<(QuestionId, Options)> {
        self.overlays.iter().rev().find_map(|overlay| match overlay {
            Overlay::Trial(question, options) => Some((*question, *options)),
            _ => None,
        })
    }

    /// The answers that the result rests on: the reader's own, or with the one that is tried.
    pub fn considered(&self, edition: &Edition) -> Answers {
        match self.trial() {
            Some((question, options)) => tried(edition, &self.answers, question, options).answers,
            None => self.answers.clone(),
        }
    }

    /// Where the reader is, for the browser's history.
    pub fn place(&self) -> Place {
        match self.overlay() {
            Some(overlay) => overlay.place(),
            None => Place::At(self.screen),
        }
    }

    /// Whether there is somewhere to go back to within the widget.
    pub fn can_step_back(&self, edition: &Edition) -> bool {
        self.overlay().is_some() || self.previous(edition).is_some()
    }
}

impl Overlay {
    fn place(&self) -> Place {
        match self {
            Self::About => Place::About,
            Self::Damaged(_) | Self::DamagedGroup(_) => Place::Damaged,
            Self::Map => Place::Map,
            Self::Landmark(index) => Place::Landmark(*index),
            Self::Trial(question, options) => Place::Trial(*question, *options),
            Self::SideBySide => Place::SideBySide,
            Self::Presented(..) => Place::Presented,
        }
    }
}
