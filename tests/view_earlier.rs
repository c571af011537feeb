//! An earlier edition on the screen: the note above it, what has changed, and the way to today's.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;
#[allow(clippy::panic, reason = "a test speaks by failing")]
mod later;
#[allow(clippy::panic, reason = "a test speaks by failing")]
mod markup;

use edition_files::{LANGUAGES, answers, edition, english};
use expect_test::{Expect, expect};
use later::{later, without_places};
use markup::language::{said_in, words_of_others};
use markup::{between, rendered, text, within};
use peer_map::app::{Action, Screen, State};
use peer_map::edition::succession::carry_over;
use peer_map::edition::{Digit, Edition};
use peer_map::link::{Name, encode};
use peer_map::view::Props;
use serde_json::json;
use std::rc::Rc;

/// The HTML of `edition` as an earlier version of `newer`, after these actions.
async fn page(edition: Edition, newer: Edition, opening: Vec<Action>) -> String {
    rendered(Props { opening, newer: Some(Rc::new(newer)), ..Props::new(Rc::new(edition)) }).await
}

fn opened(given: &str) -> Vec<Action> {
    vec![Action::LinkOpened(encode(english(), &answers(given), None).unwrap())]
}

/// The words of the note, a line each: heading, sentences, changes, button.
fn note(html: &str) -> String {
    let note = between(html, "<section data-earlier=\"ps1\"", "</section>");
    assert!(note.len() <= 1, "one note at most: {html}");
    let note = note.first().copied().unwrap_or_default();
    let lines = ["</h2>", "</h3>", "</p>", "</li>"].iter().fold(note.to_owned(), |note, end| note.replace(end, "\n"));
    let lines = lines.lines().map(|line| text(&format!("<{line}"))).map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

async fn check(tag: &str, given: &str, expected: Expect) {
    expected.assert_eq(&note(&page(edition(tag), later(tag), opened(given)).await));
}

#[tokio::test(flavor = "current_thread")]
async fn what_has_changed_is_said_in_every_language() {
    check("en", "k12 w16 d2 f34 p14 h3", expect![[r#"
        Made with an earlier edition
        This code was made with edition ps1 and is shown as it was classified then. Today’s edition is ps2.
        What has changed since
        What do peers draw on when they help? “Another hardship” is now called “A different hardship”. This was answered here.
        What do peers mainly do? “Speak up” is no longer among the answers. This was answered here.
        How is the role set up? “Organised, with expenses or a stipend” has been divided into: Organised, with expenses paid back · Organised, with a stipend. This was answered here.
        Where does the help take place? There is a new answer: “Outdoors”.
        Answer the changed questions
    "#]]).await;
    check("fr", "k12 w16 d2 f34 p14 h3", expect![[r#"
        Fait avec une édition antérieure
        Ce code vient de l’édition ps1 et s’affiche tel qu’il a été classé alors. L’édition d’aujourd’hui est ps2.
        Ce qui a changé depuis
        Sur quoi les pairs s’appuient-ils pour aider ? « Une autre épreuve » s’appelle maintenant « Une épreuve différente ». C’est une réponse donnée ici.
        Que font surtout les pairs ? « Défendre et revendiquer » ne fait plus partie des réponses. C’est une réponse donnée ici.
        Quel est le statut du rôle ? « Organisé, avec frais remboursés ou allocation » a été divisé en : Organisé, avec frais remboursés · Organisé, avec allocation. C’est une réponse donnée ici.
        Où l’aide a-t-elle lieu ? Il y a une nouvelle réponse : « En plein air ».
        Répondre aux questions modifiées
    "#]]).await;
    check("zh-Hans", "k12 w16 d2 f34 p14 h3", expect![[r#"
        用较早的版本生成
        这个代码是用版本ps1生成的，按当时的分类显示。现在的版本是ps2。
        此后的变化
        同伴凭借什么来帮助他人？“其他困境”现在叫“不同的困境”。 这里回答了这一项。
        同伴主要做什么？“发声倡导”不再是可选的回答。 这里回答了这一项。
        这个角色是如何设立的？“有组织，报销费用或发放津贴”现在分为：有组织，报销费用 · 有组织，发放津贴。 这里回答了这一项。
        帮助在哪里进行？新增回答：“户外”。
        回答有变化的问题
    "#]]).await;
}

#[tokio::test(flavor = "current_thread")]
async fn what_touches_no_answer_is_folded() {
    check("en", "k1 w1 d2 f4 p14 h3", expect![[r#"
        Made with an earlier edition
        This code was made with edition ps1 and is shown as it was classified then. Today’s edition is ps2.
        No answer given here is touched by what has changed.
        What has changed since
        What do peers draw on when they help? “Another hardship” is now called “A different hardship”.
        What do peers mainly do? “Speak up” is no longer among the answers.
        How is the role set up? “Organised, with expenses or a stipend” has been divided into: Organised, with expenses paid back · Organised, with a stipend.
        Where does the help take place? There is a new answer: “Outdoors”.
        Show it with today’s edition
    "#]]).await;
    let html = page(edition("en"), later("en"), opened("k1 w1 d2 f4 p14 h3")).await;
    let fold = |html: &str| within(html, "data-earlier=", "<summary").contains("<details open");
    assert!(!fold(&html));
    // A name that changed asks nothing, but was answered.
    check("en", "k2 w1 d2 f4 p14 h3", expect![[r#"
        Made with an earlier edition
        This code was made with edition ps1 and is shown as it was classified then. Today’s edition is ps2.
        What has changed since
        What do peers draw on when they help? “Another hardship” is now called “A different hardship”. This was answered here.
        What do peers mainly do? “Speak up” is no longer among the answers.
        How is the role set up? “Organised, with expenses or a stipend” has been divided into: Organised, with expenses paid back · Organised, with a stipend.
        Where does the help take place? There is a new answer: “Outdoors”.
        Show it with today’s edition
    "#]]).await;
    assert!(fold(&page(edition("en"), later("en"), opened("k2 w1 d2 f4 p14 h3")).await));
}

#[tokio::test(flavor = "current_thread")]
async fn questions_that_came_and_went_are_said() {
    let gone = || without_places(2, json!([{"version": 2, "question": "p", "change": "retired"}])).unwrap();
    let html = page(edition("en"), gone(), opened("k1 w1 d2 f4 p14 h3")).await;
    expect![[r#"
        Made with an earlier edition
        This code was made with edition ps1 and is shown as it was classified then. Today’s edition is ps2.
        What has changed since
        “Where does the help take place?” is no longer asked. This was answered here.
        Show it with today’s edition
    "#]]
    .assert_eq(&note(&html));
    let none = without_places(1, json!([])).unwrap();
    let added = later::changed(|structure, _| {
        structure["changes"][3].as_object_mut().unwrap().remove("option");
    });
    let opening = vec![Action::LinkOpened("ps1-k1w1d2f4h3-z".to_owned()), Action::ReadingAccepted, Action::ResultAsked];
    expect![[r#"
        Made with an earlier edition
        This code was made with edition ps1 and is shown as it was classified then. Today’s edition is ps2.
        No answer given here is touched by what has changed.
        What has changed since
        What do peers draw on when they help? “Another hardship” is now called “A different hardship”.
        What do peers mainly do? “Speak up” is no longer among the answers.
        How is the role set up? “Organised, with expenses or a stipend” has been divided into: Organised, with expenses paid back · Organised, with a stipend.
        There is a new question: “Where does the help take place?”
        Answer the changed questions
    "#]].assert_eq(&note(&page(none, added.unwrap(), opening).await));
}

#[tokio::test(flavor = "current_thread")]
async fn only_in_a_result_is_it_told_what_has_changed() {
    for opening in [opened("k1 w6"), [opened("k1 w6 d1 f3 p1 h1"), vec![Action::SummaryAsked]].concat()] {
        let note = note(&page(edition("en"), later("en"), opening).await);
        assert_eq!(note.lines().count(), 3, "{note}");
        assert!(note.ends_with("Answer the changed questions\n"), "{note}");
    }
    // What is open anyway has not changed.
    let note = note(&page(edition("en"), later("en"), opened("k1 w1")).await);
    assert!(note.ends_with("Show it with today’s edition\n"), "{note}");
}

#[tokio::test(flavor = "current_thread")]
async fn there_is_no_note_where_it_would_be_out_of_place() {
    assert_eq!(note(&rendered(Props { opening: opened("k1 w6"), ..Props::new(Rc::new(edition("en"))) }).await), "");
    for over in
        [Action::AboutOpened, Action::MapOpened, Action::LandmarkOpened(0), Action::LinkOpened("ps1-k1-x".into())]
    {
        let opening = [opened("k1 w6 d1 f3 p1 h1"), vec![over]].concat();
        assert_eq!(note(&page(edition("en"), later("en"), opening).await), "");
    }
    // Answers that nobody vouched for are looked at before anything is made of them.
    let typed = vec![Action::CodeTyped("ps1-k1w6d1f3p1h1".to_owned())];
    let html = page(edition("en"), later("en"), typed).await;
    assert!(html.contains("data-unchecked") && !html.contains("data-action=\"current\""), "{html}");
    assert_eq!(note(&html).lines().count(), 2);
}

#[tokio::test(flavor = "current_thread")]
async fn an_earlier_result_is_as_it_was() {
    for tag in LANGUAGES {
        for given in ["k12 w16 d2 f34 p14 h3", "k9", "k0 w0 d0 f0 p0 h0", "k3 w6 d1 f3 p1 h1"] {
            let alone = rendered(Props { opening: opened(given), ..Props::new(Rc::new(edition(tag))) }).await;
            let html = page(edition(tag), later(tag), opened(given)).await;
            let (before, rest) = html.split_once("<section data-earlier=\"ps1\"").unwrap();
            let after = rest.split_once("</section>").unwrap().1;
            assert_eq!(format!("{before}{after}"), alone, "{tag} {given}");
            let said = said_in(tag, &html);
            let foreign = words_of_others(tag).into_iter().find(|words| said.contains(words.as_str()));
            assert_eq!(foreign, None, "{tag}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_code_of_no_edition_at_hand_is_told_by_todays() {
    for (code, sentence) in [
        ("ps9-k1-x", "“ps9”, a newer edition than this page knows. It knows ps2."),
        ("xyz1-k1-x", "“xyz1”, an edition that this page does not know. It knows ps2."),
        ("hello", "such as ps2."),
        ("ps1-k1-x", "its check character does not fit"),
    ] {
        let opening = [opened("k1 w6"), vec![Action::LinkOpened(code.to_owned())]].concat();
        let html = page(edition("en"), later("en"), opening).await;
        assert!(html.contains(sentence), "{code}: {html}");
    }
}

#[test]
fn answers_carried_over_lead_to_the_first_that_is_open() {
    let newer = later("en");
    let name = Name::new("Nord");
    let go = |given: &str| {
        let carried = carry_over(english(), &newer, &answers(given));
        State::opened(&newer, &[Action::CarriedOver(carried, name.clone())])
    };
    let screen = |state: &State| match state.screen {
        Screen::Question(id) => newer.question(id).letter.to_string(),
        Screen::Summary => "summary".to_owned(),
        Screen::Result => "result".to_owned(),
        Screen::Group => "group".to_owned(),
    };
    for (given, expected) in
        [("k1 w1 d1 f2 p1 h1", "result"), ("k1 w16 d1 f3 p1 h1", "w"), ("k1 w1 d1 f13 p1 h1", "f"), ("k9", "result")]
    {
        let state = go(given);
        assert_eq!((screen(&state).as_str(), &state.name), (expected, &name), "{given}");
        assert!(state.draft.is_empty() && state.overlays.is_empty() && state.refusal.is_none());
    }
    // Only what is open is asked, and then all of it can be checked.
    let mut state = go("k1 w16 d1 f3 p1 h1");
    for (screen_before, digit) in [("w", 1), ("f", 5)] {
        assert_eq!(screen(&state), screen_before);
        state = [Action::Chosen(Digit::new(digit).unwrap()), Action::Continued]
            .into_iter()
            .fold(state, |state, action| state.apply(&newer, action));
    }
    assert_eq!(screen(&state), "summary");
}

#[test]
fn another_edition_begins_with_nothing_of_the_one_before() {
    let before = State::opened(english(), &opened("k1 w1 d1 f2 p1 h1"));
    let newer = later("en");
    assert_eq!(State::opened(&newer, &[]), State::start(&newer));
    let back = State::opened(english(), &[Action::Resumed(Box::new(before.clone()))]);
    assert_eq!(back, before);
}
