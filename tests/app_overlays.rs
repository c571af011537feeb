//! What lies over a screen of the widget, such as the whole map or a landmark: it gives the screen back, and the
//! answers with it.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;
mod states;

use edition_files::{answers, english, letters, options, question};
use peer_map::app::{Action, Place, Screen, State};
use states::{ANSWERS, CODE, after, choose, on, open, shown, walk};

#[test]
fn about_lies_over_any_screen_and_gives_it_back() {
    for state in [walk("1"), walk("13 14 2 4 14 3"), open(CODE)] {
        let about = on(state.clone(), &[Action::AboutOpened]);
        assert_eq!(about.place(), Place::About);
        assert_eq!(on(about, &[Action::SteppedBack]), state);
    }
}

#[test]
fn about_interrupts_neither_a_change_nor_what_is_ticked() {
    let looked = [Action::AboutOpened, Action::Returned(Place::At(Screen::Question(question('d'))))];
    let state = on(walk("13 14 2 4 14 3"), &[Action::ChangeAsked(question('d'))]);
    let state = on(state, &[choose("3"), looked.to_vec()].concat());
    assert_eq!(state.draft, options("3"));
    assert_eq!(shown(&on(state, &[Action::Continued])), "summary: k13 w14 d3 f4 p14 h3");
}

#[test]
fn the_map_lies_over_any_screen_and_gives_it_back() {
    for state in [after(&choose("13")), walk("1"), walk("13 14 2 4 14 3"), open(CODE)] {
        let map = on(state.clone(), &[Action::MapOpened]);
        assert_eq!(map.place(), Place::Map);
        assert_eq!(map.answers, state.answers);
        assert_eq!(on(map.clone(), &[Action::MapOpened]), map, "it lies there once");
        assert_eq!(on(map.clone(), &[Action::Returned(state.place())]), state);
        assert_eq!(on(map, &[Action::SteppedBack]), state);
    }
}

#[test]
fn a_landmark_and_about_lie_over_the_map_and_give_it_back() {
    let map = on(open(CODE), &[Action::MapOpened]);
    for (action, place) in [(Action::LandmarkOpened(3), Place::Landmark(3)), (Action::AboutOpened, Place::About)] {
        let over = on(map.clone(), &[action]);
        assert_eq!(over.place(), place);
        assert_eq!(on(over.clone(), &[Action::SteppedBack]), map);
        assert_eq!(on(over.clone(), &[Action::Returned(Place::Map)]), map, "the browser's own way back");
        assert_eq!(on(over, &[Action::MapOpened]), map, "the map that lies there comes up again");
    }
}

#[test]
fn the_map_leads_to_the_first_open_question_and_keeps_what_is_ticked() {
    let asked = |state: State| on(state, &[Action::MapOpened, Action::QuestionsAsked]);
    let ticked = after(&choose("13"));
    assert_eq!(asked(ticked.clone()), ticked);
    assert_eq!(shown(&asked(walk("13 14"))), "d: k13 w14");
    assert_eq!(shown(&asked(open(CODE))), format!("summary: {ANSWERS}"));
    let at_landmark = [Action::MapOpened, Action::LandmarkOpened(0), Action::QuestionsAsked];
    assert_eq!(shown(&after(&at_landmark)), "k: ");
}

#[test]
fn a_code_takes_the_place_of_the_map() {
    let link = Action::LinkOpened(CODE.to_owned());
    assert_eq!(shown(&after(&[Action::MapOpened, link])), format!("result: {ANSWERS}"));
    let restored = Action::Restored(String::new(), Place::Map);
    assert_eq!(shown(&after(&[Action::MapOpened, restored])), "map: ");
    let damaged = after(&[Action::MapOpened, Action::LinkOpened("ps1-k12-x".to_owned())]);
    assert_eq!(shown(&on(damaged, &[Action::SteppedBack])), "map: ");
}

#[test]
fn a_landmark_lies_over_the_result_and_gives_it_back() {
    let result = open(CODE);
    let first = on(result.clone(), &[Action::LandmarkOpened(0)]);
    assert_eq!((shown(&first), first.place()), (format!("aa: {ANSWERS}"), Place::Landmark(0)));
    let next = on(first.clone(), &[Action::LandmarkOpened(3)]);
    assert_eq!(shown(&next), format!("gem: {ANSWERS}"));
    // Back leads to the landmark of before, then to the result; a way round in between leaves no trace.
    assert_eq!(on(next.clone(), &[Action::SteppedBack]), first);
    assert_eq!(on(next.clone(), &[Action::LandmarkOpened(0)]), first);
    assert_eq!(on(first, &[Action::SteppedBack]), result);
    assert_eq!(on(next, &[Action::Returned(Place::At(Screen::Result))]), result);
}

#[test]
fn a_landmark_lies_over_the_whole_map_and_gives_it_back() {
    for state in [after(&[]), walk("13 14"), open(CODE)] {
        let map = on(state, &[Action::MapOpened]);
        let landmark = on(map.clone(), &[Action::LandmarkOpened(0), Action::LandmarkOpened(1)]);
        assert_eq!(landmark.place(), Place::Landmark(1));
        assert_eq!(on(landmark.clone(), &[Action::SteppedBack, Action::SteppedBack]), map);
        assert_eq!(on(landmark, &[Action::Returned(Place::Map)]), map);
    }
}

#[test]
fn the_browser_history_brings_back_a_landmark_with_its_answers() {
    let place = Place::Landmark(3);
    assert_eq!(on(open(CODE), &[Action::Returned(place)]), on(open(CODE), &[Action::LandmarkOpened(3)]));
    let restored = |code: &str| shown(&after(&[Action::Restored(code.to_owned(), place)]));
    assert_eq!(restored(CODE), format!("gem: {ANSWERS}"));
    assert_eq!(restored(""), "gem: ");
    assert_eq!(restored("ps1-k1-x"), "damaged: ");
}

#[test]
fn a_landmark_over_a_tried_answer_keeps_it_in_view() {
    let state = on(open(CODE), &[Action::Tried(question('h'), options("1")), Action::LandmarkOpened(0)]);
    assert_eq!(letters(&state.considered(english())), "k13 w14 d2 f4 p14 h1");
    assert_eq!(state.answers, answers(ANSWERS));
}
