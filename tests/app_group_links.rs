//! The work on a group and what leads to it: links, the browser's way back, what a device kept, a single result.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test speaks by failing")]

mod edition_files;
mod workshop;

use edition_files::english;
use peer_map::app::{Action, Group, Overlay, Place, Screen, State, Told};
use peer_map::group::import::Import;
use workshop::{BOTH, ONE, OTHER, after, names, pasted, start, three_lines};

/// The address brings the answers, and then what was kept the rest of the same group.
#[test]
fn what_was_kept_of_the_group_that_is_here_is_no_other_group() {
    let kept = three_lines().workshop.members.to_vec();
    let import = || Import { members: kept.clone(), eyes: true, ..Import::default() };
    let opened = State::start(english()).apply(english(), Action::LinkOpened(BOTH.to_owned()));
    let resumed = after(opened, &[Group::Resumed(import())]);
    assert_eq!((names(&resumed), resumed.workshop.eyes), (["Harbour", "-"].map(str::to_owned).to_vec(), true));
    assert_eq!((resumed.workshop.told.clone(), resumed.workshop.can_undo()), (None, false));
    // Another one is, and can be had back.
    let other = State::start(english()).apply(english(), Action::LinkOpened("ps1-g.k1w1.k3w7f4h1.k9-1".to_owned()));
    let other = after(other, &[pasted(ONE), Group::Resumed(import())]);
    assert_eq!((other.workshop.told.clone(), other.workshop.can_undo()), (Some(Told::Replaced), true));
}

#[test]
fn the_code_has_what_is_shown_and_names_only_if_somebody_wants_them() {
    let state = three_lines();
    assert_eq!(state.code(english()).as_deref(), Some(BOTH));
    let named = after(state.clone(), &[Group::NamesLinked(true)]);
    assert!(named.code(english()).unwrap().contains('~'));
    let hidden = after(state, &[Group::Selected(0), Group::Hidden(true)]);
    assert!(!hidden.code(english()).unwrap().contains("k13"));
    assert_eq!(start(&[Group::Opened]).code(english()), None);
}

#[test]
fn something_is_beyond_the_link_exactly_where_a_link_would_lose_it() {
    let beyond = |state: &State| state.workshop.is_beyond_link();
    let plain = start(&[pasted(&format!("{ONE}\n{OTHER}"))]);
    assert!(!beyond(&plain) && !beyond(&start(&[])));
    for lost in [
        vec![Group::Renamed(0, "A".to_owned())],
        vec![Group::Selected(0), Group::Hidden(true)],
        vec![pasted("nothing")],
        vec![pasted("ps1-k4w1d3f4p1h2")],
        vec![Group::Eyed(true)],
    ] {
        assert!(beyond(&after(plain.clone(), &lost)), "{lost:?}");
    }
    assert!(!beyond(&after(plain, &[Group::Renamed(0, "A".to_owned()), Group::NamesLinked(true)])));
}

#[test]
fn a_link_opens_its_group_and_leaves_the_same_group_as_it_is() {
    let open = |state: State, code: &str| state.apply(english(), Action::LinkOpened(code.to_owned()));
    let state = open(State::start(english()), BOTH);
    assert_eq!((state.screen, state.workshop.members.len()), (Screen::Group, 2));
    assert!(!state.workshop.can_undo());
    // With its names, its hidden ones and its lines.
    let named = three_lines();
    let again = open(named.clone(), BOTH);
    assert_eq!(again.workshop.members, named.workshop.members);
    assert_eq!(again.workshop.refused, named.workshop.refused);
    // Another group takes its place, and can be sent away again.
    let other = open(named.clone(), "ps1-g.k1w1.mzxw6ytboi~k3w7f4h1.k9-h");
    assert_eq!(names(&other), ["-", "foobar", "-"]);
    assert!(other.workshop.names);
    assert_eq!(after(other, &[Group::Undone]).workshop.members, named.workshop.members);
}

#[test]
fn a_damaged_link_of_a_group_is_only_told() {
    let state = three_lines().apply(english(), Action::LinkOpened(BOTH.replace("-h", "-1")));
    assert_eq!(state.place(), Place::Damaged);
    assert!(matches!(state.overlay(), Some(Overlay::DamagedGroup(_))));
    assert_eq!(names(&state), ["Harbour", "-"]);
    let used = state.clone().apply(english(), Action::ReadingAccepted);
    assert_eq!((names(&used), used.screen, used.overlay()), (vec!["-".to_owned(); 2], Screen::Group, None));
    let back = state.apply(english(), Action::SteppedBack);
    assert_eq!(names(&back), ["Harbour", "-"]);
}

#[test]
fn the_group_outlives_whatever_else_is_opened() {
    let group = three_lines();
    let members = group.workshop.members.clone();
    for action in [
        Action::LinkOpened(ONE.to_owned()),
        Action::CodeTyped(OTHER.to_owned()),
        Action::StartedAgain,
        Action::LinkOpened(String::new()),
        Action::QuestionsAsked,
        Action::AboutOpened,
        Action::MapOpened,
        Action::Restored(ONE.to_owned(), Place::At(Screen::Result)),
    ] {
        let state = group.clone().apply(english(), action.clone());
        assert_eq!(state.workshop.members, members, "{action:?}");
        let back = state.apply(english(), Action::Returned(Place::At(Screen::Group)));
        assert_eq!((back.screen, &back.workshop.members), (Screen::Group, &members), "{action:?}");
    }
}

#[test]
fn nothing_switches_names_on_but_the_reader_or_a_link_that_has_them() {
    let open = |state: State, code: &str| state.apply(english(), Action::LinkOpened(code.to_owned()));
    let with_names = "ps1-g.k1w1.mzxw6ytboi~k3w7f4h1.k9-h";
    let mine = three_lines();
    // A link with names came and went again.
    let other = open(mine.clone(), with_names);
    assert!(other.workshop.names);
    let undone = after(other.clone(), &[Group::Undone]);
    assert!(!undone.workshop.names);
    assert_eq!(undone.code(english()).as_deref(), Some(BOTH));
    // What was kept here is not in the link because another link had names.
    let kept = Import { members: mine.workshop.members.to_vec(), ..Import::default() };
    assert!(!after(other, &[Group::Resumed(kept)]).workshop.names);
    // Switched off, they stay off, whatever is taken back.
    let off = after(mine, &[Group::NamesLinked(true), pasted(ONE), Group::NamesLinked(false), Group::Undone]);
    assert!(!off.workshop.names);
    // A named result joins without its name in the link.
    let named = State::start(english()).apply(english(), Action::LinkOpened("ps1-k3w7f4h1-nmzxw6ytboi-0".to_owned()));
    let joined = after(named, &[Group::Joined]);
    assert_eq!((names(&joined), joined.workshop.names), (vec!["foobar".to_owned()], false));
    // Nor has the link of one of the group its name.
    let opened = after(joined, &[Group::Edited(0)]);
    assert_eq!(opened.own_code(english()).as_deref(), Some("ps1-k3w7f4h1-n"));
}

#[test]
fn the_browsers_way_back_keeps_what_no_link_tells() {
    let back =
        |state: State, code: &str| state.apply(english(), Action::Restored(code.to_owned(), Place::At(Screen::Group)));
    let before = three_lines().code(english()).unwrap();
    let now = after(three_lines(), &[pasted(&format!("Later, {ONE}")), Group::Selected(0), Group::Hidden(true)]);
    // The entry was written before the group grew: it is the same group, as it is now.
    let again = back(now.clone(), &before);
    assert_eq!(again.workshop.members, now.workshop.members);
    assert_eq!(again.workshop.refused, now.workshop.refused);
    // Another group was opened by its link. Going back shows the first as it was left, and going on the second.
    let link = "ps1-g.k1w1.mzxw6ytboi~k3w7f4h1.k9-h";
    let other = now.clone().apply(english(), Action::LinkOpened(link.to_owned()));
    assert_eq!(other.workshop.told, Some(Told::Replaced));
    let first = back(other.clone(), &before);
    assert_eq!((&first.workshop.members, &first.workshop.refused), (&now.workshop.members, &now.workshop.refused));
    assert_eq!(back(first, link).workshop.members, other.workshop.members);
    // What is not known here is opened from its code.
    let unknown = back(other, "ps1-g.k13w14d2f4p14h3-1");
    assert_eq!(unknown.workshop.members.len(), 3, "a damaged one is only told");
    let fresh = back(State::start(english()), BOTH);
    assert_eq!((fresh.screen, fresh.workshop.members.len()), (Screen::Group, 2));
}

#[test]
fn a_typed_group_without_its_check_is_unchecked() {
    let typed = BOTH.trim_end_matches("-h");
    let state = State::start(english()).apply(english(), Action::CodeTyped(typed.to_owned()));
    assert_eq!(state.screen, Screen::Group);
    assert!(state.workshop.members.iter().all(|member| member.unchecked));
}
