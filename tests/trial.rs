//! Trying another answer: a result over the result, which changes nothing until it is kept.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{answers, combinations, english, letters, options, question};
use peer_map::app::{Action, Item, Overlay, Place, Screen, State};
use peer_map::edition::{Kind, Reply};
use peer_map::flow::replay;
use peer_map::link::encode;
use peer_map::place::{Match, Standing, away, change, place, tried};

fn result(letters: &str) -> State {
    let code = encode(english(), &answers(letters), None).unwrap();
    State::start(english()).apply(english(), Action::LinkOpened(code))
}

fn on(state: State, actions: &[Action]) -> State {
    actions.iter().cloned().fold(state, |state, action| state.apply(english(), action))
}

fn try_out(letter: char, digits: &str) -> Action {
    Action::Tried(question(letter), options(digits))
}

fn ids(kinds: &[&Kind]) -> Vec<String> {
    kinds.iter().map(|kind| kind.id.clone()).collect()
}

const HERE: &str = "k13 w14 d2 f4 p14 h3";

#[test]
fn a_trial_leaves_answers_and_code_as_they_are() {
    let state = result(HERE);
    let trial = on(state.clone(), &[try_out('h', "4")]);
    assert_eq!(trial.place(), Place::Trial(question('h'), options("4")));
    assert_eq!((trial.answers.clone(), trial.code(english())), (state.answers.clone(), state.code(english())));
    assert_eq!(letters(&trial.considered(english())), "k13 w14 d2 f4 p14 h4");
    assert_eq!(on(trial, &[Action::SteppedBack]), state);
}

#[test]
fn a_kept_trial_is_the_answer() {
    let kept = on(result(HERE), &[try_out('h', "4"), Action::TrialKept]);
    assert_eq!(
        (letters(&kept.answers), kept.screen, kept.overlay()),
        ("k13 w14 d2 f4 p14 h4".to_owned(), Screen::Result, None)
    );
    assert_eq!(on(result(HERE), &[Action::TrialKept]), result(HERE));
}

#[test]
fn questions_that_apply_only_then_are_not_sure_and_are_asked_when_it_is_kept() {
    let trial = on(result("k1 w1 d1 f1 p1"), &[try_out('f', "2")]);
    assert_eq!(letters(&trial.considered(english())), "k1 w1 d1 f2 p1 h0");
    assert_eq!(tried(english(), &trial.answers, question('f'), options("2")).opened, [question('h')]);
    let kept = on(trial, &[Action::TrialKept]);
    assert_eq!((letters(&kept.answers), kept.screen), ("k1 w1 d1 f2 p1".to_owned(), Screen::Question(question('h'))));
}

/// An answer of before, which left the route, is not what was tried: the question is asked again.
#[test]
fn a_kept_trial_does_not_bring_back_what_was_not_shown() {
    let state = on(result("k1 w1 d1 f2 p1 h1"), &[try_out('f', "1"), Action::TrialKept]);
    assert_eq!((letters(&state.answers), state.screen), ("k1 w1 d1 f1 p1 h1".to_owned(), Screen::Result));
    let trial = on(state, &[try_out('f', "2")]);
    assert_eq!(letters(&trial.considered(english())), "k1 w1 d1 f2 p1 h0");
    let kept = on(trial, &[Action::TrialKept]);
    assert_eq!((letters(&kept.answers), kept.screen), ("k1 w1 d1 f2 p1".to_owned(), Screen::Question(question('h'))));
}

#[test]
fn a_question_that_does_not_apply_is_not_tried() {
    let state = on(result("k1 w1 d1 f2 p1 h1"), &[try_out('f', "1"), Action::TrialKept]);
    let place = Place::Trial(question('h'), options("4"));
    assert_eq!(on(state.clone(), &[Action::Returned(place)]), state);
}

#[test]
fn what_is_chosen_on_the_map_stays_until_its_explanation_is_reached() {
    let (one, other) = (Item::Landmark(1), Item::Kind(2));
    let explained = |actions: &[Action]| on(result(HERE), actions).explained;
    assert_eq!(explained(&[Action::Hovered(one), Action::Hovered(other)]), Some(other));
    let chosen = [Action::Hovered(one), Action::Explained(one), Action::Hovered(other)];
    assert_eq!(explained(&chosen), Some(one));
    assert_eq!(explained(&[&chosen[..], &[Action::Released]].concat()), Some(one));
    assert_eq!(explained(&[&chosen[..], &[Action::Released, Action::Hovered(other)]].concat()), Some(other));
    assert_eq!(explained(&[Action::SteppedTo(one), Action::Hovered(other), Action::Explained(other)]), Some(other));
    assert_eq!(explained(&[Action::Explained(one), Action::AboutOpened, Action::SteppedBack]), None);
}

#[test]
fn what_cannot_be_tried_is_not() {
    let state = result(HERE);
    for action in [try_out('h', "3"), try_out('h', "12"), try_out('d', "9"), try_out('k', "19"), try_out('h', "")] {
        assert_eq!(on(state.clone(), std::slice::from_ref(&action)), state, "{action:?}");
    }
    let partial = on(State::start(english()), &[Action::LinkOpened("ps1-k13w14-z".to_owned())]);
    assert_eq!(on(partial.clone(), &[try_out('k', "1")]), partial);
}

#[test]
fn the_history_leads_to_a_trial_and_out_of_it() {
    let state = result(HERE);
    let trial = Place::Trial(question('h'), options("4"));
    let there = on(state.clone(), &[Action::Returned(trial)]);
    assert_eq!(there.overlays, [Overlay::Trial(question('h'), options("4"))]);
    assert_eq!(on(there.clone(), &[Action::Returned(Place::At(Screen::Result))]), state);
    let code = state.code(english()).unwrap();
    assert_eq!(on(State::start(english()), &[Action::Restored(code, trial)]).place(), trial);
    let landmark = on(there.clone(), &[Action::LandmarkOpened(3)]);
    assert_eq!(letters(&landmark.considered(english())), "k13 w14 d2 f4 p14 h4");
    assert_eq!(on(landmark, &[Action::SteppedBack]), there);
}

/// What a change is said to do is what trying it shows, for every change of some thousand programmes.
#[test]
fn what_is_announced_is_what_is_tried() {
    let mut count = 0;
    combinations(&["1", "7", "56", "0"], &["1", "6", "0"], |answers| {
        count += 1;
        if count % 7 != 0 {
            return;
        }
        for away in away(english(), &replay(english(), answers)) {
            let then = tried(english(), answers, away.question, away.to).answers;
            assert_eq!(replay(english(), &then).first_open(english()), None);
            let (now, then) = (place(english(), answers), place(english(), &then));
            let full = |placement: &peer_map::place::Placement| -> Vec<String> {
                let shown =
                    placement.fits.iter().filter(|fit| fit.matches == Match::Full).map(|fit| fit.kind.id.clone());
                shown.chain(ids(&placement.also_full)).collect()
            };
            let (before, after) = (full(&now), full(&then));
            let comes = ids(&away.comes_in);
            assert!(comes.iter().all(|kind| after.contains(kind) && !before.contains(kind)), "{}", letters(answers));
            assert!(after.iter().all(|kind| before.contains(kind) || comes.contains(kind)), "{}", letters(answers));
            assert!(ids(&away.goes_out).iter().all(|kind| before.contains(kind) && !after.contains(kind)));
            assert_eq!(change(english(), answers, away.question, away.to), away);
        }
    });
    assert!(count > 1000, "{count}");
}

/// The nearest kind that does not fit is said to differ where it does, and only beside kinds that fit.
#[test]
fn a_near_miss_fits_neither_fully_nor_perhaps() {
    combinations(&["1", "7", "0"], &["1", "0"], |answers| {
        let placement = place(english(), answers);
        let nothing_fits = placement.fits.iter().all(|fit| fit.matches == Match::Nearest);
        let on_grid = matches!(placement.standing, Standing::Grid { .. });
        match &placement.near_miss {
            Some(miss) => {
                let shown = placement.fits.iter().map(|fit| fit.kind.id.as_str());
                let also = placement.also_full.iter().chain(&placement.also_possible).map(|kind| kind.id.as_str());
                assert!(!shown.chain(also).any(|id| id == miss.kind.id), "{}", letters(answers));
                assert!(on_grid && !miss.differs.is_empty() && !nothing_fits);
            }
            None => {
                assert!(nothing_fits || !on_grid || every_kind_fits(&placement), "{}", letters(answers));
            }
        }
    });
}

fn every_kind_fits(placement: &peer_map::place::Placement) -> bool {
    let fitting = placement.fits.len() + placement.also_full.len() + placement.also_possible.len();
    let unsure = english().questions.iter().any(|question| placement.route.reply(question.id) == Reply::Unsure);
    unsure && fitting == english().kinds.iter().filter(|kind| !kind.certain).count()
}
