//! The flow: which questions apply, by the routing of the edition `ps1` as it is written down, and nothing else.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{answers, digits, english, letters, options, question};
use peer_map::edition::{Options, Reply};
use peer_map::flow::replay;

/// Digits, texts and short labels.
type Choices = &'static [(char, &'static str, &'static str)];

/// The questions and options of the edition. Their letters and digits are in links: they never change their meaning.
const QUESTIONS: &[(char, &str, bool, Choices)] = &[
    (
        'k',
        "What do peers draw on when they help?",
        true,
        &[
            ('1', "The same experience", "The same experience"),
            ('2', "Another hardship", "Another hardship"),
            ('3', "Insider knowledge", "Insider knowledge"),
            ('4', "Family experience", "Family experience"),
            ('9', "None of these", "None of these"),
            ('0', "Not sure, or it varies", "Not sure, or it varies"),
        ],
    ),
    (
        'w',
        "What do peers mainly do?",
        true,
        &[
            ('1', "Listen and support", "Listen and support"),
            ('2', "Inform and teach", "Inform and teach"),
            ('3', "Help in practice", "Help in practice"),
            ('4', "Link to services", "Link to services"),
            ('5', "Reach out", "Reach out"),
            ('6', "Speak up", "Speak up"),
            ('7', "Improve care", "Improve care"),
            ('0', "Not sure, or it varies", "Not sure, or it varies"),
        ],
    ),
    (
        'd',
        "Which way does the help flow?",
        false,
        &[
            ('1', "Both ways", "Both ways"),
            ('2', "Some of each", "Some of each"),
            ('3', "One way", "One way"),
            ('0', "Not sure, or it varies", "Not sure, or it varies"),
        ],
    ),
    (
        'f',
        "How is the role set up?",
        true,
        &[
            ('1', "It just happens", "It just happens"),
            ('2', "Organised, unpaid", "Organised, unpaid"),
            ('3', "Organised, with expenses or a stipend", "Expenses or a stipend"),
            ('4', "A paid job", "A paid job"),
            ('0', "Not sure, or it varies", "Not sure, or it varies"),
        ],
    ),
    (
        'p',
        "Where does the help take place?",
        true,
        &[
            ('1', "Community places", "Community places"),
            ('2', "People’s homes", "People’s homes"),
            ('3', "The street and other outreach places", "Street, outreach places"),
            ('4', "Clinics and hospitals", "Clinics and hospitals"),
            ('5', "Other institutions", "Other institutions"),
            ('6', "By phone or online", "By phone or online"),
            ('0', "Not sure, or it varies", "Not sure, or it varies"),
        ],
    ),
    (
        'h',
        "Who runs it?",
        false,
        &[
            ('1', "Peers themselves", "Peers themselves"),
            ('2', "A community organisation", "A community organisation"),
            ('3', "A partnership", "A partnership"),
            ('4', "A health or public service", "Health or public service"),
            ('0', "Not sure, or it varies", "Not sure, or it varies"),
        ],
    ),
];

#[test]
fn questions_and_options_are_those_of_the_edition() {
    let edition = english();
    assert_eq!(edition.questions.len(), QUESTIONS.len());
    for (question, (letter, text, many, choices)) in edition.questions.iter().zip(QUESTIONS) {
        assert_eq!((question.letter, question.text.as_str(), question.many), (*letter, *text, *many));
        let found: Vec<(String, &str, &str)> = question
            .choices
            .iter()
            .map(|choice| (choice.digit.to_string(), choice.text.as_str(), choice.short.as_str()))
            .collect();
        let wanted: Vec<(String, &str, &str)> =
            choices.iter().map(|(digit, text, short)| (digit.to_string(), *text, *short)).collect();
        assert_eq!(found, wanted, "{letter}");
    }
}

#[test]
fn every_option_is_an_answer_to_its_question() {
    for (letter, _, _, choices) in QUESTIONS {
        for (digit, text, _) in *choices {
            let route = replay(english(), &answers(&format!("{letter}{digit}")));
            let expected = if *digit == '0' { Reply::Unsure } else { Reply::Given(options(&digit.to_string())) };
            assert_eq!(route.reply(question(*letter)), expected, "{letter}{digit}, {text}");
        }
    }
}

#[test]
fn every_option_of_many_goes_with_every_other_but_those_that_stand_alone() {
    for (letter, _, many, choices) in QUESTIONS {
        for (one, ..) in *choices {
            for (other, ..) in choices.iter().filter(|(other, ..)| other != one) {
                let both = options(&format!("{one}{other}"));
                let alone = ['0', '9'].contains(one) || ['0', '9'].contains(other);
                let allowed = english().question(question(*letter)).allows(both);
                assert_eq!(allowed, *many && !alone, "{letter}{one}{other}");
            }
        }
    }
}

#[test]
fn questions_allow_as_many_answers_as_can_be_counted() {
    // All sets of options that combine, but the empty one, and each option that stands alone.
    let counts: Vec<usize> = english().questions.iter().map(|question| question.allowed().len()).collect();
    assert_eq!(counts, [(1 << 4) - 1 + 2, (1 << 7) - 1 + 1, 4, (1 << 4) - 1 + 1, (1 << 6) - 1 + 1, 5]);
    for question in &english().questions {
        let mut sets = question.allowed();
        assert!(sets.iter().all(|set| question.allows(*set)));
        sets.sort_unstable();
        sets.dedup();
        let written = |bits: u32| {
            (0..10).filter(|digit| bits >> digit & 1 == 1).map(|digit| digit.to_string()).collect::<String>()
        };
        let allowed = (0..1024).filter(|bits| question.allows(options(&written(*bits))));
        assert_eq!(sets.len(), allowed.count());
    }
}

#[test]
fn all_six_questions_are_asked_in_order() {
    check("", "kwdfph", Some('k'));
    check("k1", "kwdfph", Some('w'));
    check("k1 w1", "kwdfph", Some('d'));
    check("k1 w1 d1", "kwdfph", Some('f'));
    check("k1 w1 d1 f2", "kwdfph", Some('p'));
    check("k1 w1 d1 f2 p1", "kwdfph", Some('h'));
    check("k1 w1 d1 f2 p1 h1", "kwdfph", None);
}

#[test]
fn the_flow_ends_where_peers_draw_on_none_of_these() {
    check("k9", "k", None);
    check("k9 w1 d1 f2 p1 h1", "k", None);
    check("k0", "kwdfph", Some('w'));
    for set in english().question(question('k')).allowed() {
        let route = replay(english(), &answers("").with(question('k'), set));
        assert_eq!(route.ended(), digits(set) == "9", "k{}", digits(set));
    }
}

#[test]
fn direction_and_place_do_not_apply_where_peers_only_improve_care() {
    check("k1 w7", "kwfh", Some('f'));
    check("k1 w7 d1 f2 p1", "kwfh", Some('h'));
    check("k1 w7 f2 h4", "kwfh", None);
    for set in english().question(question('w')).allowed() {
        let route = replay(english(), &answers("k1").with(question('w'), set));
        let skipped = ['d', 'p'].map(|letter| route.reply(question(letter)) == Reply::Skipped);
        assert_eq!(skipped, [digits(set) == "7"; 2], "w{}", digits(set));
    }
}

#[test]
fn who_runs_it_does_not_apply_where_it_just_happens() {
    check("k1 w1 d1 f1", "kwdfp", Some('p'));
    check("k1 w1 d1 f1 p1", "kwdfp", None);
    check("k1 w7 f1", "kwf", None);
    for set in english().question(question('f')).allowed() {
        let route = replay(english(), &answers("k1 w1").with(question('f'), set));
        assert_eq!(route.reply(question('h')) == Reply::Skipped, digits(set) == "1", "f{}", digits(set));
    }
}

#[test]
fn a_partial_route_resumes_at_its_first_gap() {
    check("w1 d1 f2 p1 h1", "kwdfph", Some('k'));
    check("k1 w1 f2 h1", "kwdfph", Some('d'));
    check("k1 w1 d1 f2 h1", "kwdfph", Some('p'));
    check("f1", "kwdfp", Some('k'));
}

#[test]
fn not_sure_skips_nothing() {
    check("k0 w0 d0 f0 p0 h0", "kwdfph", None);
    check("k1 w0", "kwdfph", Some('d'));
    check("k1 w1 d1 f0", "kwdfph", Some('p'));
}

#[test]
fn a_way_back_restores_answers_off_the_route() {
    let whole = answers("k1 w1 d3 f2 p4 h2");
    for (letter, change) in [('k', "9"), ('w', "7"), ('f', "1")] {
        let away = whole.with(question(letter), options(change));
        let route = replay(english(), &away);
        assert_ne!(route.answers(english()), away, "{letter}{change} takes a question off the route");
        let back = away.with(question(letter), whole.get(question(letter)));
        assert_eq!(replay(english(), &back).answers(english()), whole, "{letter}{change}");
    }
}

#[test]
fn an_answer_that_cannot_be_chosen_counts_as_none() {
    for wrong in ["k19", "k10", "k90", "k5", "k15", "w07", "w8", "w19"] {
        check(&format!("k1 w1 d1 {wrong} f2 p1 h1"), "kwdfph", wrong.chars().next());
    }
    for wrong in ["d12", "d123", "d4", "d01", "h12", "h5", "h04"] {
        check(&format!("k1 w1 d1 f2 p1 h1 {wrong}"), "kwdfph", wrong.chars().next());
    }
    // Nor does routing rest on it: neither of these ends the flow or skips a question.
    check("k59", "kwdfph", Some('k'));
    check("k1 w78 d1", "kwdfph", Some('w'));
    check("k1 w1 d1 f15 p1", "kwdfph", Some('f'));
}

#[test]
fn taking_an_answer_back_leaves_none() {
    let mut given = answers("k1 h2");
    given.set(question('h'), Options::NONE);
    assert_eq!(given, answers("k1"));
    given.set(question('k'), Options::NONE);
    assert_eq!((given.is_empty(), letters(&given)), (true, String::new()));
}

/// Replays answers and compares the questions that apply and the first that is open.
fn check(given: &str, applying: &str, open: Option<char>) {
    let (edition, given) = (english(), answers(given));
    let route = replay(edition, &given);
    let letter = |id| edition.question(id).letter;
    let applies: String = route.applying(edition).map(letter).collect();
    assert_eq!((applies.as_str(), route.first_open(edition).map(letter)), (applying, open), "{}", letters(&given));
}
