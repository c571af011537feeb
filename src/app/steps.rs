//! The steps of [`State::apply`], one for each thing that may happen.

use super::{Action, LinkKind, Overlay, Place, Refusal, Screen, State};
use crate::edition::{Answers, Digit, Edition, Options, QuestionId, Reply};
use crate::flow::replay;
use crate::link::{Name, Reading, Source, decode, decode_group, names_group};
use crate::place::tried;

impl State {
    pub(super) fn choose(self, edition: &Edition, digit: Digit) -> Self {
        let Screen::Question(id) = self.screen else { return self };
        let question = edition.question(id);
        let alone = !question.many || question.exclusive.contains(digit);
        let draft = match (self.draft.contains(digit), alone) {
            // A radio button cannot be taken back; a box can.
            (true, _) if question.many => self.draft.without(digit),
            (_, true) => digit.into(),
            (_, false) => question.exclusive.iter().fold(self.draft, Options::without).with(digit),
        };
        Self { draft, ..self }
    }

    /// Takes over what is ticked to the eye, even a mixture that the widget itself would not make:
    /// [`Action::Continued`] will say what is wrong with it.
    pub(super) fn adopt(self, question: QuestionId, options: Options) -> Self {
        match self.screen {
            Screen::Question(shown) if shown == question => Self { draft: options, ..self },
            _ => self,
        }
    }

    pub(super) fn go_on(self, edition: &Edition) -> Self {
        let Screen::Question(id) = self.screen else { return self };
        let question = edition.question(id);
        if self.draft.is_empty() {
            return Self { refusal: Some(Refusal::Nothing), ..self };
        }
        if !question.allows(self.draft) {
            let alone = self.draft.and(question.exclusive).iter().next().unwrap_or(Digit::UNSURE);
            return Self { refusal: Some(Refusal::Mixed(alone)), ..self };
        }
        let state = Self { answers: self.answers.with(id, self.draft), ..self };
        let route = state.route(edition);
        let next = match state.reviewing {
            true => route.first_open(edition),
            false => route.applying(edition).find(|next| *next > id),
        };
        state.show(next.map_or(Screen::Summary, Screen::Question))
    }

    pub(super) fn step_back(mut self, edition: &Edition) -> Self {
        if self.overlays.pop().is_some() {
            return Self { explained: None, held: false, ..self };
        }
        match self.previous(edition) {
            Some(Screen::Group) => self.show_group(),
            Some(screen) => self.show(screen),
            None => self,
        }
    }

    /// Lays something over what is shown; what lies there already comes up again instead.
    pub(super) fn lay(mut self, overlay: Overlay) -> Self {
        // Of two damaged codes, the later one is what the reader asks about.
        let replaced =
            |under: &Overlay| *under == overlay || under.place() == Place::Damaged && overlay.place() == Place::Damaged;
        if let Some(under) = self.overlays.iter().position(replaced) {
            self.overlays.truncate(under);
        }
        self.overlays.push(overlay);
        Self { explained: None, held: false, ..self }
    }

    /// Tries another answer, if there is a result to try it on and the question allows it.
    pub(super) fn try_out(self, edition: &Edition, question: QuestionId, options: Options) -> Self {
        let route = self.route(edition);
        let (complete, now) = (route.first_open(edition).is_none(), route.reply(question).options());
        let other = edition.question(question).allows(options) && !now.is_empty() && now != options;
        if complete && other { self.lay(Overlay::Trial(question, options)) } else { self }
    }

    /// Answers as tried. Questions that apply only now are asked, not guessed.
    pub(super) fn keep_trial(self, edition: &Edition) -> Self {
        let Some(Overlay::Trial(question, options)) = self.overlay() else { return self };
        let mut answers = self.answers.with(*question, *options);
        for open in tried(edition, &self.answers, *question, *options).opened {
            answers.set(open, Options::NONE);
        }
        let state = Self { answers, ..self };
        let next = state.route(edition).first_open(edition).map_or(Screen::Result, Screen::Question);
        state.show(next)
    }

    pub(super) fn previous(&self, edition: &Edition) -> Option<Screen> {
        let route = self.route(edition);
        match self.screen {
            Screen::Group => None,
            // A programme of a group is looked at from there.
            Screen::Summary | Screen::Result if self.workshop.editing.is_some() => Some(Screen::Group),
            Screen::Question(_) if self.reviewing => Some(Screen::Summary),
            Screen::Question(id) => route.applying(edition).rfind(|earlier| *earlier < id).map(Screen::Question),
            Screen::Summary => route.applying(edition).next_back().map(Screen::Question),
            Screen::Result => Some(Screen::Summary),
        }
    }

    /// Opens a screen with nothing over it; on the way to a question from the summary, `reviewing` is kept.
    pub(super) fn show(self, screen: Screen) -> Self {
        let (draft, reviewing) = match screen {
            Screen::Question(id) => (self.answers.get(id), self.reviewing),
            Screen::Summary | Screen::Result | Screen::Group => (Options::NONE, false),
        };
        let unchecked = self.unchecked && screen != Screen::Result;
        Self {
            screen,
            draft,
            reviewing,
            unchecked,
            refusal: None,
            overlays: Vec::new(),
            explained: None,
            held: false,
            ..self
        }
    }

    /// Closes all that lies over the screen, which is no step: what is ticked stays ticked.
    pub(super) fn uncover(self) -> Self {
        Self { overlays: Vec::new(), explained: None, held: false, ..self }
    }

    /// Reads a code, of one programme or of a group, and shows what it says.
    pub(super) fn read(self, edition: &Edition, text: &str, source: Source) -> Self {
        match names_group(edition, text, source) {
            true => self.open_group(edition, decode_group(edition, text, source)),
            false => self.open(edition, decode(edition, text, source)),
        }
    }

    /// Goes to the answers of an entry of the history.
    pub(super) fn restore(self, edition: &Edition, text: String) -> Self {
        match names_group(edition, &text, Source::Link) {
            true => self.recall_group(edition, decode_group(edition, &text, Source::Link)),
            false => self.apply(edition, Action::LinkOpened(text)),
        }
    }

    /// Shows what a code says; if anything is wrong with it, only tells, and keeps the answers that were there.
    pub(super) fn open(self, edition: &Edition, reading: Reading) -> Self {
        if !reading.problems.is_empty() {
            return self.lay(Overlay::Damaged(Box::new(reading)));
        }
        let open = replay(edition, &reading.answers).first_open(edition);
        let next = match open {
            _ if !reading.checked => Screen::Summary,
            Some(question) => Screen::Question(question),
            None => Screen::Result,
        };
        let unchecked = !reading.checked;
        Self { unchecked, reviewing: false, ..self.with(reading) }.show(next)
    }

    /// The programme of a code. What was typed or chosen for another one does not pass to it.
    fn with(self, reading: Reading) -> Self {
        let workshop = self.workshop.closed();
        Self { answers: reading.answers, name: reading.name, label: None, link: LinkKind::Private, workshop, ..self }
    }

    /// Goes on with answers that were given to an earlier edition. Only what is open is asked, and then all is there to be
    /// checked.
    pub(super) fn carry_over(self, edition: &Edition, answers: Answers, name: Option<Name>) -> Self {
        let next = replay(edition, &answers).first_open(edition).map_or(Screen::Result, Screen::Question);
        Self { answers, name, reviewing: true, ..self }.show(next)
    }

    pub(super) fn accept(mut self) -> Self {
        match self.overlays.pop() {
            Some(Overlay::Damaged(reading)) => self.with(*reading).show(Screen::Summary),
            Some(Overlay::DamagedGroup(reading)) => {
                self.workshop.take_over(*reading);
                self.show_group()
            }
            overlay => {
                self.overlays.extend(overlay);
                self
            }
        }
    }

    /// Goes to a place of the browser's history, as far as the answers of today still have it.
    pub(super) fn go_to(self, edition: &Edition, place: Place) -> Self {
        let route = self.route(edition);
        let screen = match place {
            // A programme of the group was left; which it was, the history does not know.
            Place::At(_) if self.screen == Screen::Group => return self.show_group(),
            Place::At(Screen::Question(id)) if route.reply(id) == Reply::Skipped => Screen::Summary,
            Place::At(Screen::Result) => route.first_open(edition).map_or(Screen::Result, Screen::Question),
            Place::At(screen) if screen == self.screen && self.overlay().is_some() => return self.uncover(),
            Place::At(Screen::Group) => return self.show_group(),
            Place::At(screen) => screen,
            Place::About => return self.lay(Overlay::About),
            Place::Map => return self.lay(Overlay::Map),
            Place::Landmark(index) => return self.lay(Overlay::Landmark(index)),
            Place::Trial(question, options) => return self.try_out(edition, question, options),
            Place::SideBySide if self.workshop.selected.len() > 1 => return self.lay(Overlay::SideBySide),
            Place::SideBySide => return self.show_group(),
            Place::Presented => {
                return match edition.questions.first() {
                    Some(first) => self.present(first.id, false),
                    None => self.show_group(),
                };
            }
            // What was wrong with a code is not in the history; its screen stays as long as it is there.
            Place::Damaged => return self,
        };
        Self { reviewing: false, ..self }.show(screen)
    }
}
