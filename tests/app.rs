//! The state of a widget: every action, and that none of them loses an answer. What lies over a screen is in
//! `tests/app_overlays.rs`.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;
mod states;

use edition_files::{answers, english, options, question};
use peer_map::app::{Action, Place, Refusal, Screen, State};
use peer_map::edition::{Digit, Options};
use states::{ANSWERS, CODE, after, choose, on, open, shown, walk};

#[test]
fn the_walk_through_all_questions_ends_at_the_summary_then_the_result() {
    let state = walk("13 14 2 4 14 3");
    assert_eq!(shown(&state), format!("summary: {ANSWERS}"));
    let state = on(state, &[Action::ResultAsked]);
    assert_eq!(shown(&state), format!("result: {ANSWERS}"));
    assert_eq!(state.code(english()).as_deref(), Some(CODE));
}

#[test]
fn questions_that_do_not_apply_are_not_asked() {
    assert_eq!(shown(&walk("1 7 4")), "h: k1 w7 f4");
    assert_eq!(shown(&walk("1 1 1 1 1")), "summary: k1 w1 d1 f1 p1");
    assert_eq!(shown(&walk("9")), "summary: k9");
    assert_eq!(shown(&on(walk("9"), &[Action::ResultAsked])), "result: k9");
}

#[test]
fn nothing_chosen_is_refused_and_said() {
    let state = after(&[Action::Continued]);
    assert_eq!((state.refusal, shown(&state).as_str()), (Some(Refusal::Nothing), "k: "));
    // Choosing does not take the message away; continuing does.
    let state = on(state, &choose("1"));
    assert_eq!(state.refusal, Some(Refusal::Nothing));
    assert_eq!(on(state, &[Action::Continued]).refusal, None);
}

#[test]
fn an_exclusive_option_clears_the_others_and_is_cleared_by_them() {
    assert_eq!(after(&choose("13")).draft, options("13"));
    assert_eq!(on(after(&choose("13")), &choose("9")).draft, options("9"));
    assert_eq!(on(after(&choose("9")), &choose("0")).draft, options("0"));
    assert_eq!(on(after(&choose("0")), &choose("2")).draft, options("2"));
    assert_eq!(on(after(&choose("2")), &choose("2")).draft, Options::NONE);
}

#[test]
fn a_radio_button_replaces_and_is_not_taken_back() {
    let at_d = walk("1 1");
    let state = on(at_d, &choose("1"));
    assert_eq!(on(state.clone(), &choose("1")).draft, options("1"));
    assert_eq!(on(state, &choose("3")).draft, options("3"));
}

#[test]
fn a_mixture_made_by_script_is_refused_by_name() {
    let state = after(&[Action::Adopted(question('k'), options("19")), Action::Continued]);
    assert_eq!(state.refusal, Some(Refusal::Mixed(Digit::new(9).unwrap())));
    assert_eq!(shown(&state), "k: ");
    assert_eq!(state.draft, options("19"), "what was ticked is kept");
}

#[test]
fn ticks_from_before_the_widget_are_adopted_only_on_their_question() {
    let ticked = Action::Adopted(question('k'), options("13"));
    assert_eq!(after(std::slice::from_ref(&ticked)).draft, options("13"));
    assert_eq!(on(open(CODE), &[ticked]).draft, Options::NONE);
}

#[test]
fn change_returns_to_the_summary_and_keeps_the_other_answers() {
    let state = on(walk("13 14 2 4 14 3"), &[Action::ChangeAsked(question('d'))]);
    assert_eq!(state.draft, options("2"), "the answer is shown");
    let state = on(state, &[Action::Chosen(Digit::new(3).unwrap()), Action::Continued]);
    assert_eq!(shown(&state), "summary: k13 w14 d3 f4 p14 h3");
}

#[test]
fn change_asks_what_now_applies_before_the_summary() {
    let state = on(walk("1 7 4 4"), &[Action::ChangeAsked(question('w'))]);
    let state = on(state, &[choose("1"), vec![Action::Continued]].concat());
    assert_eq!(shown(&state), "d: k1 w17 f4 h4");
    let state = on(state, &[choose("1"), vec![Action::Continued], choose("1"), vec![Action::Continued]].concat());
    assert_eq!(shown(&state), "summary: k1 w17 d1 f4 p1 h4");
}

#[test]
fn answers_off_the_route_come_back_with_it() {
    let away = [Action::ChangeAsked(question('k')), Action::Chosen(Digit::new(9).unwrap()), Action::Continued];
    let state = on(walk("13 14 2 4 14 3"), &away);
    assert_eq!(state.code(english()).as_deref().map(|code| code.starts_with("ps1-k9-")), Some(true));
    let back = [vec![Action::ChangeAsked(question('k'))], choose("13"), vec![Action::Continued]].concat();
    assert_eq!(on(state, &back).code(english()).as_deref(), Some(CODE));
}

#[test]
fn back_goes_one_question_at_a_time_and_ends_at_the_first() {
    let mut state = walk("13 14 2 4 14 3");
    let mut way = Vec::new();
    while state.can_step_back(english()) {
        state = on(state, &[Action::SteppedBack]);
        way.push(shown(&state).chars().next().unwrap());
    }
    assert_eq!(way, ['h', 'p', 'f', 'd', 'w', 'k']);
    assert_eq!(state.answers, answers(ANSWERS));
    assert_eq!(on(state.clone(), &[Action::SteppedBack]), state);
}

#[test]
fn back_skips_what_was_skipped_and_leads_from_a_change_to_the_summary() {
    let state = on(walk("1 7 4 4"), &[Action::SteppedBack, Action::SteppedBack]);
    assert_eq!(shown(&state), "f: k1 w7 f4 h4");
    let state = on(open(CODE), &[Action::SummaryAsked, Action::ChangeAsked(question('w')), Action::SteppedBack]);
    assert_eq!(shown(&state), format!("summary: {ANSWERS}"));
}

#[test]
fn a_code_opens_at_the_result_or_at_its_first_open_question() {
    assert_eq!(shown(&open(CODE)), format!("result: {ANSWERS}"));
    let partial = walk("13 14").code(english()).unwrap();
    assert_eq!(shown(&open(&partial)), "d: k13 w14");
    assert_eq!(shown(&open("")), "k: ");
}

#[test]
fn a_damaged_code_is_told_and_takes_no_answer_away() {
    let state = on(open(CODE), &[Action::LinkOpened("ps1-k12-x".to_owned())]);
    assert_eq!(shown(&state), format!("damaged: {ANSWERS}"));
    assert_eq!(shown(&on(state.clone(), &[Action::SteppedBack])), format!("result: {ANSWERS}"));
    let accepted = on(state, &[Action::ReadingAccepted]);
    assert_eq!(shown(&accepted), "summary: k12", "what could be read is shown before it is used");
}

#[test]
fn a_typed_code_without_its_check_is_shown_for_confirmation() {
    let state = after(&[Action::CodeTyped("PS1 K13W14D2 F4P14H3".replace(' ', "").replacen("PS1", "ps1-", 1))]);
    assert_eq!(shown(&state), format!("summary: {ANSWERS}"));
    assert!(state.unchecked);
    assert!(!on(state, &[Action::ResultAsked]).unchecked);
    let checked = after(&[Action::CodeTyped(CODE.to_uppercase())]);
    assert_eq!((shown(&checked), checked.unchecked), (format!("result: {ANSWERS}"), false));
}

#[test]
fn the_browser_history_returns_only_to_places_that_the_answers_have() {
    let state = walk("1 7 4 4");
    let returned = |place| shown(&on(state.clone(), &[Action::Returned(place)]));
    assert_eq!(returned(Place::At(Screen::Question(question('w')))), "w: k1 w7 f4 h4");
    assert_eq!(returned(Place::At(Screen::Question(question('d')))), "summary: k1 w7 f4 h4");
    assert_eq!(returned(Place::About), "about: k1 w7 f4 h4");
    let partial = on(walk("1 1"), &[Action::Returned(Place::At(Screen::Result))]);
    assert_eq!(shown(&partial), "d: k1 w1");
}

#[test]
fn starting_again_forgets_everything() {
    assert_eq!(on(open(CODE), &[Action::StartedAgain]), State::start(english()));
}

#[test]
fn what_is_ticked_to_the_eye_is_what_is_answered() {
    let ticked = Action::Adopted(question('k'), options("13"));
    let state = after(&[choose("1"), vec![ticked, Action::Continued]].concat());
    assert_eq!(shown(&state), "w: k13");
    let nothing = Action::Adopted(question('w'), Options::NONE);
    let state = on(state, &[choose("2"), vec![nothing, Action::Continued]].concat());
    assert_eq!(state.refusal, Some(Refusal::Nothing));
}

#[test]
fn the_browser_history_brings_back_answers_that_were_replaced() {
    let result = Place::At(Screen::Result);
    let state = on(open(CODE), &[Action::StartedAgain, Action::Restored(CODE.to_owned(), result)]);
    assert_eq!(shown(&state), format!("result: {ANSWERS}"));
    let damaged = on(state, &[Action::Restored("ps1-k1-x".to_owned(), result)]);
    assert_eq!(shown(&damaged), format!("damaged: {ANSWERS}"));
}

#[test]
fn a_label_is_kept_until_other_answers_are_opened() {
    let label = Action::Labelled(" peer navigators ".to_owned());
    let state = on(open(CODE), std::slice::from_ref(&label));
    let about = Action::AboutOpened;
    let way =
        [Action::SummaryAsked, Action::ChangeAsked(question('d')), Action::ResultAsked, about, Action::SteppedBack];
    for action in way {
        let state = on(state.clone(), &[action]);
        assert_eq!(state.label.as_deref(), Some("peer navigators"));
        assert_eq!(state.code(english()).as_deref(), Some(CODE), "it is not in the code");
    }
    let damaged = on(state.clone(), &[Action::LinkOpened("ps1-k12-x".to_owned())]);
    assert_eq!(damaged.label.as_deref(), Some("peer navigators"), "nothing was opened yet");
    let link = Action::LinkOpened("ps1-k1w1d3f4p14h4-2".to_owned());
    let others = [vec![Action::StartedAgain], vec![link], vec![Action::Labelled("  ".to_owned())]];
    for actions in others {
        assert_eq!(on(state.clone(), &actions).label, None, "{actions:?}");
    }
    assert_eq!(on(damaged, &[Action::ReadingAccepted]).label, None);
}

#[test]
fn a_label_changes_nothing_else() {
    let state = open(CODE);
    let labelled = on(state.clone(), &[Action::Labelled("pair-aidante".to_owned())]);
    assert_eq!(State { label: None, ..labelled }, state);
}
