//! The state of a widget: every action, and that none of them loses an answer.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{answers, english, letters, options, question};
use peer_map::app::{Action, Overlay, Place, Refusal, Screen, State};
use peer_map::edition::{Digit, Options};

fn after(actions: &[Action]) -> State {
    on(State::start(english()), actions)
}

fn on(state: State, actions: &[Action]) -> State {
    actions.iter().cloned().fold(state, |state, action| state.apply(english(), action))
}

fn choose(digits: &str) -> Vec<Action> {
    options(digits).iter().map(Action::Chosen).collect()
}

/// Ticks the options of each word of `walk`, such as `13 14 2`, and continues after each.
fn walk(walk: &str) -> State {
    let steps = walk.split_whitespace().map(|digits| [choose(digits), vec![Action::Continued]].concat());
    after(&steps.collect::<Vec<_>>().concat())
}

fn open(code: &str) -> State {
    after(&[Action::LinkOpened(code.to_owned())])
}

/// Where the state is, and what was answered, as `d: k13 w14`.
fn shown(state: &State) -> String {
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
    };
    format!("{screen}: {}", letters(&state.answers))
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const ANSWERS: &str = "k13 w14 d2 f4 p14 h3";

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
fn about_lies_over_any_screen_and_gives_it_back() {
    for state in [walk("1"), walk("13 14 2 4 14 3"), open(CODE)] {
        let about = on(state.clone(), &[Action::AboutOpened]);
        assert_eq!(about.place(), Place::About);
        assert_eq!(on(about, &[Action::SteppedBack]), state);
    }
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
fn about_interrupts_neither_a_change_nor_what_is_ticked() {
    let looked = [Action::AboutOpened, Action::Returned(Place::At(Screen::Question(question('d'))))];
    let state = on(walk("13 14 2 4 14 3"), &[Action::ChangeAsked(question('d'))]);
    let state = on(state, &[choose("3"), looked.to_vec()].concat());
    assert_eq!(state.draft, options("3"));
    assert_eq!(shown(&on(state, &[Action::Continued])), "summary: k13 w14 d3 f4 p14 h3");
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
