//! The attributes of the element while the widget is shown: each takes effect at once, and moves nobody's keyboard.

use super::super::outlet::Outlet;
use super::super::wishes::{Asked, Mode, Wishes};
use super::Session;
use crate::app::{Action, Overlay};
use crate::edition::{find_language, negotiate};
use crate::link::Source;
use crate::view::{Notice, Props};
use std::rc::Rc;

impl Session {
    /// Takes over what an attribute says now. Another edition, or another owner of the address, needs another widget.
    pub(in super::super) fn follow(self: &Rc<Self>, attribute: &str) {
        let Outlet::Element(element) = &self.outlet else { return };
        let asked = Asked::Attributes(element);
        let wishes = Wishes::read(&self.window, &asked);
        self.take_over(wishes);
        match attribute {
            "code" => {
                let code = asked.get("code").unwrap_or_default();
                // A host that writes back what it was told means what is shown.
                if self.code().unwrap_or_default() != code {
                    self.unasked.set(true);
                    self.open_text(code, Source::Link);
                }
            }
            "mode" => {
                let state = Rc::clone(&self.shown.borrow().1);
                let (map, group) = (state.overlay() == Some(&Overlay::Map), state.is_in_group());
                let mode = self.wishes.borrow().mode;
                let action = match mode {
                    Mode::Map if map => None,
                    Mode::Group if group && !map => None,
                    Mode::Map | Mode::Group => mode.opening(),
                    Mode::Flow if map => Some(Action::SteppedBack),
                    Mode::Flow if group => Some(Action::QuestionsAsked),
                    Mode::Flow => None,
                };
                let Some(action) = action else { return };
                self.unasked.set(true);
                self.send(action);
            }
            "lang" => self.follow_language(),
            _ => {}
        }
    }

    /// Theme and notices need nothing but to be shown. That the edition could not be used stays true.
    fn take_over(&self, mut wishes: Wishes) {
        let props = self.props.borrow().clone();
        let stays = |notice: &&Notice| matches!(notice, Notice::Edition { .. } | Notice::Unloaded(_));
        let kept: Vec<Notice> = props.notices.iter().filter(stays).cloned().collect();
        let spoken: Vec<&str> = props.edition.languages.iter().map(|language| language.tag.as_str()).collect();
        let unknown = wishes.language.clone().filter(|tag| find_language(tag, &spoken).is_none());
        wishes.notices.extend(unknown.map(Notice::Language));
        wishes.notices.splice(0..0, kept);
        let (notices, theme) = (wishes.notices.clone(), wishes.theme);
        *self.wishes.borrow_mut() = wishes;
        self.update(Props { notices, theme, ..props });
    }

    fn follow_language(self: &Rc<Self>) {
        let edition = Rc::clone(&self.props.borrow().edition);
        let spoken: Vec<&str> = edition.languages.iter().map(|language| language.tag.as_str()).collect();
        let index = negotiate(self.wishes.borrow().languages.iter().map(String::as_str), &spoken);
        if index != edition.language {
            self.load_language(index);
        }
    }
}
