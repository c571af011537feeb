//! The work on a group: two programmes, and what is done with them.

#![allow(dead_code, reason = "each test file uses its part")]

use crate::edition_files::english;
use peer_map::app::{Action, Group, State, Told};

pub const ONE: &str = "ps1-k13w14d2f4p14h3-g";
pub const OTHER: &str = "ps1-k4w1d3f4p1h2-a";
pub const BOTH: &str = "ps1-g.k13w14d2f4p14h3.k4w1d3f4p1h2-h";

pub fn after(state: State, actions: &[Group]) -> State {
    actions.iter().cloned().fold(state, |state, action| state.apply(english(), Action::Group(action)))
}

pub fn start(actions: &[Group]) -> State {
    after(State::start(english()), actions)
}

pub fn read(added: usize, refused: usize) -> Told {
    Told::Read { added, refused, unread: Vec::new() }
}

pub fn pasted(text: &str) -> Group {
    Group::Pasted(text.to_owned())
}

pub fn names(state: &State) -> Vec<String> {
    let name = |member: &peer_map::group::Member| member.name.as_ref().map_or("-", |name| name.as_str()).to_owned();
    state.workshop.members.iter().map(name).collect()
}

/// A group of `Harbour`, one without a name, and a line that could not be read.
pub fn three_lines() -> State {
    start(&[Group::Opened, pasted(&format!("Harbour, {ONE}\nnothing\n{OTHER}\n"))])
}
