//! States of the widget, reached as a reader reaches them, and how to say where they are.

#![allow(dead_code, reason = "each test file uses its part")]

use crate::edition_files::{english, letters, options};
use peer_map::app::{Action, Overlay, Screen, State};

/// The code of a complete programme.
pub const CODE: &str = "ps1-k13w14d2f4p14h3-g";
/// Its answers.
pub const ANSWERS: &str = "k13 w14 d2 f4 p14 h3";

/// The state after these actions, from the start.
pub fn after(actions: &[Action]) -> State {
    on(State::start(english()), actions)
}

/// The state after these actions, from another one.
pub fn on(state: State, actions: &[Action]) -> State {
    actions.iter().cloned().fold(state, |state, action| state.apply(english(), action))
}

/// Ticks these options, one by one.
pub fn choose(digits: &str) -> Vec<Action> {
    options(digits).iter().map(Action::Chosen).collect()
}

/// Ticks the options of each word of `walk`, such as `13 14 2`, and continues after each.
pub fn walk(walk: &str) -> State {
    let steps = walk.split_whitespace().map(|digits| [choose(digits), vec![Action::Continued]].concat());
    after(&steps.collect::<Vec<_>>().concat())
}

/// The state that a code opens.
pub fn open(code: &str) -> State {
    after(&[Action::LinkOpened(code.to_owned())])
}

/// Where the state is, and what was answered, as `d: k13 w14`.
pub fn shown(state: &State) -> String {
    let screen = match (state.overlay(), state.screen) {
        (Some(Overlay::About), _) => "about".to_owned(),
        (Some(Overlay::Damaged(_)), _) => "damaged".to_owned(),
        (Some(Overlay::Map), _) => "map".to_owned(),
        (Some(Overlay::Landmark(index)), _) => english().landmarks[*index].id.clone(),
        (Some(Overlay::Trial(question, options)), _) => {
            let digits: String = options.iter().map(|digit| digit.to_string()).collect();
            format!("{}{digits} tried", english().question(*question).letter)
        }
        (None, Screen::Question(id)) => english().question(id).letter.to_string(),
        (None, Screen::Summary) => "summary".to_owned(),
        (None, Screen::Result) => "result".to_owned(),
        (None, Screen::Group) => "group".to_owned(),
        (Some(Overlay::DamagedGroup(_)), _) => "damaged group".to_owned(),
        (Some(Overlay::SideBySide), _) => "side by side".to_owned(),
        (Some(Overlay::Presented(..)), _) => "presented".to_owned(),
    };
    format!("{screen}: {}", letters(&state.answers))
}
