//! The work on a group: what is added, chosen, hidden, removed and had back, and what of it survives whatever else happens.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test speaks by failing")]

mod edition_files;
mod workshop;

use edition_files::{answers, english, letters};
use peer_map::app::{Action, Group, Overlay, Place, Screen, State, Told, Unread};
use peer_map::edition::Digit;
use peer_map::group::import::Import;
use peer_map::link::encode;
use proptest::prelude::*;
use workshop::{ONE, OTHER, after, names, pasted, read, start, three_lines};

#[test]
fn what_is_pasted_is_added_and_what_cannot_be_read_is_kept() {
    let state = three_lines();
    assert_eq!(names(&state), ["Harbour", "-"]);
    assert_eq!(state.workshop.told, Some(read(2, 1)));
    let line = &state.workshop.refused[0];
    assert_eq!((line.refused.line, line.refused.text.as_str()), (2, "nothing"));
    // Nothing of it is lost by what comes next.
    let id = line.id;
    let state = after(state, &[pasted(""), Group::Corrected(id, "still nothing".to_owned())]);
    assert_eq!(state.workshop.refused[0].refused.text, "still nothing");
    let id = state.workshop.refused[0].id;
    let state = after(state, &[Group::Corrected(id, format!("Third, {ONE}"))]);
    assert_eq!(
        (names(&state), state.workshop.refused.len()),
        (["Harbour", "Third", "-"].map(str::to_owned).to_vec(), 0)
    );
    // A line that is gone is corrected no more.
    assert_eq!(after(state.clone(), &[Group::Corrected(id, ONE.to_owned())]).workshop.members, state.workshop.members);
}

/// Paper is numbered: whatever is corrected first, added, chosen or removed meanwhile, the order is that of the text.
#[test]
fn a_corrected_line_stands_where_it_would_have_stood() {
    let text = format!("A, {ONE}\nb\nC, {ONE}\nd\ne\nF, {ONE}\n");
    let id = |state: &State, text: &str| {
        state.workshop.refused.iter().find(|line| line.refused.text == text).map(|line| line.id).unwrap()
    };
    let correct = |state: State, text: &str| {
        let line = id(&state, text);
        after(state, &[Group::Corrected(line, format!("{}, {ONE}", text.to_uppercase()))])
    };
    for order in [["b", "d", "e"], ["e", "d", "b"], ["d", "e", "b"], ["e", "b", "d"]] {
        let state = start(&[pasted(&format!("Before, {ONE}")), pasted(&text), pasted(&format!("After, {ONE}"))]);
        let state = order.into_iter().fold(state, correct);
        assert_eq!(names(&state), ["Before", "A", "B", "C", "D", "E", "F", "After"], "{order:?}");
    }
    let state = start(&[pasted(&text), Group::Selected(0), Group::Removed, Group::Selected(1)]);
    let state = correct(state, "d");
    assert_eq!((names(&state), &state.workshop.selected), (["C", "D", "F"].map(str::to_owned).to_vec(), &vec![2]));
    let state = after(state, &[Group::Undone, Group::Undone]);
    assert_eq!(names(&correct(state, "b")), ["A", "B", "C", "F"]);
}

#[test]
fn a_file_says_whether_it_is_one_programme() {
    let import = |eyes| Import { members: three_lines().workshop.members.to_vec(), eyes, ..Import::default() };
    let eyes = |before: &[Group], of| after(start(before), &[Group::Imported(import(of), Vec::new())]).workshop.eyes;
    assert!(eyes(&[], true) && !eyes(&[], false));
    // What is here already says what it is.
    assert!(!eyes(&[pasted(ONE)], true) && eyes(&[pasted(ONE), Group::Eyed(true)], false));
}

#[test]
fn lines_that_say_the_same_are_two_lines() {
    let state = start(&[pasted("bad\n"), pasted("bad\n")]);
    let (first, second) = (&state.workshop.refused[0], &state.workshop.refused[1]);
    assert_ne!(first.id, second.id);
    let state = after(state.clone(), &[Group::LeftOut(second.id)]);
    assert_eq!(state.workshop.refused.len(), 1);
    assert_eq!(state.workshop.refused[0].id, first.id);
    assert!(after(state, &[Group::AllLeftOut]).workshop.refused.is_empty());
}

#[test]
fn every_change_of_the_list_can_be_taken_back() {
    let begin = start(&[Group::Opened, pasted(&format!("A, {ONE}\nB, {OTHER}\nA, {ONE}\n"))]);
    let change = |actions: &[Group]| {
        let state = after(begin.clone(), actions);
        assert_ne!(state.workshop.members, begin.workshop.members, "{actions:?}");
        let undone = after(state, &[Group::Undone]);
        assert_eq!(undone.workshop.members, begin.workshop.members, "{actions:?}");
        assert_eq!(undone.workshop.told, Some(Told::Undone));
    };
    change(&[Group::Selected(1), Group::Removed]);
    change(&[Group::SelectedAll(true), Group::Removed]);
    change(&[Group::Selected(0), Group::Hidden(true)]);
    change(&[Group::Renamed(1, "C".to_owned())]);
    change(&[Group::Renamed(1, String::new())]);
    change(&[Group::RepeatsRemoved]);
    change(&[pasted(ONE)]);
    change(&[Group::Resumed(Import::default())]);
    // What changes nothing leaves nothing to undo.
    let idle = after(begin.clone(), &[Group::Removed, Group::Hidden(false), Group::Renamed(0, "A".to_owned())]);
    assert_eq!(after(idle, &[Group::Undone]).workshop.members.len(), 0);
}

#[test]
fn repeats_go_and_the_first_of_them_stays() {
    let state = start(&[pasted(&format!("A, {ONE}\nB, {OTHER}\nA, {ONE}\nB, {OTHER}\n")), Group::RepeatsRemoved]);
    assert_eq!(names(&state), ["A", "B"]);
    assert_eq!(state.workshop.told, Some(Told::Removed(2)));
}

#[test]
fn a_name_that_is_none_is_refused() {
    let state = after(three_lines(), &[Group::Renamed(0, "x".repeat(61))]);
    assert_eq!((names(&state)[0].as_str(), state.workshop.told), ("Harbour", Some(Told::NotNamed)));
}

#[test]
fn a_programme_is_opened_answered_and_left() {
    let own = State::start(english()).apply(english(), Action::LinkOpened("ps1-k1-b".to_owned()));
    let state = after(own, &[Group::Opened, pasted(&format!("{ONE}\nB, {OTHER}")), Group::Edited(1)]);
    assert_eq!((state.screen, letters(&state.answers).as_str()), (Screen::Result, "k4 w1 d3 f4 p1 h2"));
    assert_eq!(state.own_code(english()), encode(english(), &state.answers, None));
    assert!(state.is_in_group());
    let question = english().by_letter('h').unwrap().id;
    let digit = Digit::new(1).unwrap();
    let steps = [Action::ChangeAsked(question), Action::Chosen(digit), Action::Continued];
    let changed = steps.into_iter().fold(state, |state, action| state.apply(english(), action));
    assert_eq!(changed.workshop.members[1].answers, answers("k4 w1 d3 f4 p1 h1"));
    assert_eq!(changed.workshop.members[1].name.as_ref().unwrap().as_str(), "B");
    // What the reader answered for themselves is theirs again.
    let left = changed.apply(english(), Action::Group(Group::Opened));
    assert_eq!((left.screen, letters(&left.answers).as_str()), (Screen::Group, "k1"));
    let undone = after(left, &[Group::Undone]);
    assert_eq!(undone.workshop.members[1].answers, answers("k4 w1 d3 f4 p1 h2"));
    // Whatever was taken back, nothing but a list of programmes is left to open.
    assert_eq!(after(undone, &[Group::Edited(7)]).workshop.editing, None);
}

#[test]
fn a_name_given_to_an_open_programme_stays() {
    let state = after(three_lines(), &[Group::Edited(1), Group::Renamed(1, "New".to_owned()), Group::Opened]);
    assert_eq!(names(&state), ["Harbour", "New"]);
}

#[test]
fn a_code_from_paper_is_unchecked_until_somebody_has_looked() {
    let state = start(&[Group::Opened, pasted("ps1-k4w1d3f4p1h2\n")]);
    assert!(state.workshop.members[0].unchecked);
    let compared = after(state.clone(), &[Group::Selected(0), Group::Compared]);
    assert!(!compared.workshop.members[0].unchecked);
    // Opened, it is shown for confirmation; going on to its result says that it is right.
    let opened = after(state, &[Group::Edited(0)]);
    assert_eq!((opened.screen, opened.unchecked), (Screen::Summary, true));
    let seen = opened.apply(english(), Action::ResultAsked);
    assert!(!seen.workshop.members[0].unchecked);
}

#[test]
fn a_result_joins_the_group() {
    let result = State::start(english()).apply(english(), Action::LinkOpened(ONE.to_owned()));
    let state = after(result, &[Group::Joined]);
    assert_eq!((state.screen, state.workshop.members.len()), (Screen::Group, 1));
    // One that is not finished does not, and neither does one that is there already.
    let open = State::start(english()).apply(english(), Action::LinkOpened("ps1-k1-b".to_owned()));
    assert_eq!(after(open, &[Group::Joined]).workshop.members.len(), 0);
    assert_eq!(after(state, &[Group::Edited(0), Group::Joined]).workshop.members.len(), 1);
}

#[test]
fn side_by_side_needs_two() {
    let state = three_lines();
    assert_eq!(after(state.clone(), &[Group::Selected(0), Group::SideBySide]).overlay(), None);
    let both = after(state, &[Group::Selected(1), Group::Selected(0), Group::SideBySide]);
    assert_eq!(both.overlay(), Some(&Overlay::SideBySide));
    assert_eq!(both.workshop.selected, [0, 1]);
    assert_eq!(both.apply(english(), Action::SteppedBack).screen, Screen::Group);
}

#[test]
fn a_room_is_shown_questions_in_one_place() {
    let ids: Vec<_> = english().questions.iter().map(|question| question.id).collect();
    let shown = [(ids[0], false), (ids[0], true), (ids[1], false)].map(|(id, revealed)| Group::Presented(id, revealed));
    let state = after(three_lines(), &shown);
    assert_eq!(state.overlays, [Overlay::Presented(ids[1], false)]);
    assert_eq!(state.place(), Place::Presented);
    assert_eq!(state.apply(english(), Action::SteppedBack).place(), Place::At(Screen::Group));
}

#[test]
fn lines_that_could_not_be_read_can_be_had_back_too() {
    let begin = three_lines();
    let id = begin.workshop.refused[0].id;
    for action in [Group::LeftOut(id), Group::AllLeftOut, Group::Corrected(id, format!("Third, {ONE}"))] {
        let state = after(begin.clone(), std::slice::from_ref(&action));
        assert!(state.workshop.refused.is_empty(), "{action:?}");
        let undone = after(state, &[Group::Undone]);
        assert_eq!(undone.workshop.refused, begin.workshop.refused, "{action:?}");
        assert_eq!(undone.workshop.members, begin.workshop.members, "{action:?}");
    }
}

#[test]
fn what_came_of_a_step_is_told_where_it_was_done() {
    let begin = start(&[Group::Opened, pasted(&format!("A, {ONE}\nB, {OTHER}\nA, {ONE}\n"))]);
    let by_list = |actions: &[Group]| after(begin.clone(), actions).workshop.told_by_list;
    assert!(!by_list(&[]));
    for step in [Group::Hidden(true), Group::Hidden(false), Group::Compared, Group::Removed] {
        assert!(by_list(&[Group::Selected(0), step.clone()]), "{step:?}");
        // The way back stays where it is, whatever is chosen before it is taken.
        assert!(by_list(&[Group::Selected(0), step.clone(), Group::Selected(1), Group::Undone]), "{step:?}");
        assert!(!by_list(&[Group::Selected(0), step.clone(), pasted(ONE)]), "{step:?}");
        assert!(!by_list(&[Group::Selected(0), step.clone(), Group::RepeatsRemoved, Group::Undone]), "{step:?}");
    }
}

#[test]
fn each_step_says_what_came_of_it() {
    let state = three_lines();
    let id = state.workshop.refused[0].id;
    let told = |actions: &[Group]| after(state.clone(), actions).workshop.told;
    assert_eq!(told(&[Group::Corrected(id, "still nothing".to_owned())]), Some(read(0, 1)));
    assert_eq!(told(&[Group::Corrected(id, " ".to_owned())]), Some(Told::LeftOut(1)));
    assert_eq!(told(&[Group::LeftOut(id)]), Some(Told::LeftOut(1)));
    assert_eq!(told(&[Group::Selected(0), Group::Selected(1), Group::Hidden(true)]), Some(Told::Hidden(2)));
    assert_eq!(told(&[Group::Selected(0), Group::Hidden(false)]), Some(Told::Shown(1)));
    assert_eq!(told(&[Group::Selected(0), Group::Compared]), Some(Told::Compared(1)));
    let unread = vec![("a.png".to_owned(), Unread::TooLarge)];
    let files = Told::Read { added: 0, refused: 0, unread: unread.clone() };
    assert_eq!(told(&[Group::Imported(Import::default(), unread)]), Some(files));
    assert_eq!(told(&[Group::Imported(Import::default(), Vec::new())]), Some(Told::Nothing));
}

fn action() -> impl Strategy<Value = Group> {
    prop_oneof![
        Just(Group::Opened),
        Just(pasted(&format!("A, {ONE}\nnothing\n{OTHER}\n"))),
        (0..6_usize).prop_map(Group::Selected),
        any::<bool>().prop_map(Group::SelectedAll),
        (0..6_usize).prop_map(Group::Edited),
        (0..6_usize, ".{0,70}").prop_map(|(index, name)| Group::Renamed(index, name)),
        any::<bool>().prop_map(Group::Hidden),
        Just(Group::Removed),
        Just(Group::RepeatsRemoved),
        Just(Group::Compared),
        Just(Group::Undone),
        Just(Group::SideBySide),
        (0..4_u32).prop_map(Group::LeftOut),
        (0..4_u32).prop_map(|id| Group::Corrected(id, ONE.to_owned())),
    ]
}

proptest! {
    /// Whatever happens, every choice is of somebody who is there, and everything undone is the empty list again.
    #[test]
    fn whatever_happens_the_list_holds_together(actions in prop::collection::vec(action(), 0..40)) {
        let mut state = start(&[]);
        for action in actions {
            state = state.apply(english(), Action::Group(action));
            let workshop = &state.workshop;
            prop_assert!(workshop.selected.iter().all(|index| *index < workshop.members.len()));
            prop_assert!(workshop.selected.is_sorted());
            prop_assert!(workshop.refused.iter().all(|line| line.at <= workshop.members.len()));
            prop_assert!(workshop.editing.is_none_or(|index| index < workshop.members.len()));
        }
        while state.workshop.can_undo() {
            state = state.apply(english(), Action::Group(Group::Undone));
        }
        prop_assert!(state.workshop.members.is_empty());
    }
}
