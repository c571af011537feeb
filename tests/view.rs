//! The markup of every screen, rendered without a browser: the marks that hosts and tests rely on, in each language.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;
#[allow(clippy::panic, reason = "a test speaks by failing")]
mod markup;

use edition_files::{LANGUAGES, answers, edition, english, options, question};
use markup::language::{said_in, words_of_others};
use markup::page;
use peer_map::app::{Action, Item};
use peer_map::link::encode;
use peer_map::place::place;
use std::rc::Rc;
use std::sync::LazyLock;

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

/// The HTML of the widget in English after these actions.
async fn html(opening: Vec<Action>) -> String {
    page(&Rc::new(edition("en")), opening).await
}

/// The words that a language must not show: those of the others.
static FOREIGN: LazyLock<[Vec<String>; 3]> = LazyLock::new(|| LANGUAGES.map(words_of_others));

/// Checks that the widget, after these actions, has each mark in every language, and words of that language only.
async fn check(opening: &[Action], marks: &[&str]) {
    for (tag, foreign) in LANGUAGES.into_iter().zip(FOREIGN.iter()) {
        let html = page(&Rc::new(edition(tag)), opening.to_vec()).await;
        for mark in marks {
            assert!(html.contains(mark), "{tag}: {mark} is not in {html}");
        }
        assert!(html.contains(&format!(r#"<div part="widget" lang="{tag}" dir="ltr" class="peer-map">"#)));
        // Data has braces of its own.
        let (before, data) = html.split_once(r#"name="share-data""#).unwrap_or((&html, ""));
        let after = data.split_once("</textarea>").map_or("", |(_, after)| after);
        let unfilled = [before, after].into_iter().find_map(|part| part.find('{').map(|at| &part[at..]));
        assert_eq!(unfilled, None, "{tag}: a slot was left open");
        let said = said_in(tag, &html);
        let found: Vec<&String> = foreign.iter().filter(|words| said.contains(words.as_str())).collect();
        assert!(found.is_empty(), "{tag}: {found:?} is of another language, in {said}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn words_of_another_language_are_recognised() {
    for tag in LANGUAGES {
        let html = page(&Rc::new(edition(tag)), vec![opened(CODE)]).await;
        let said = said_in(tag, &html);
        for other in LANGUAGES.into_iter().filter(|other| *other != tag) {
            let found = words_of_others(other).iter().filter(|words| said.contains(words.as_str())).count();
            assert!(found > 50, "only {found} words of {tag} are foreign to {other}");
        }
        let marked = html.replace(&format!(r#"<div part="widget" lang="{tag}""#), r#"<div lang="xx""#);
        assert_eq!(said_in(tag, &marked).trim(), "", "what is marked as another language's does not count");
    }
}

fn opened(code: &str) -> Action {
    Action::LinkOpened(code.to_owned())
}

#[tokio::test(flavor = "current_thread")]
async fn a_question_is_a_fieldset_with_nothing_chosen() {
    let marks = [
        r#"<fieldset data-question="k""#,
        r#"<legend><h1 tabindex="-1" class="pm-legend">"#,
        r#"<input value="1" type="checkbox" name="k""#,
        r#"<input value="0" type="checkbox" name="k""#,
        r#"data-action="continue""#,
        r#"name="code""#,
    ];
    check(&[], &marks).await;
    assert!(!html(Vec::new()).await.contains("checked"));
    check(&[opened("ps1-k13w14-z")], &[r#"<input value="3" type="radio" name="d""#, r#"data-action="back""#]).await;
}

#[tokio::test(flavor = "current_thread")]
async fn a_refusal_is_an_alert_and_stands_beside_the_options() {
    let marks = [r#"role="alert" data-problem="empty""#, r#"id="pm-error""#, r#"aria-describedby="pm-hint pm-error""#];
    check(&[Action::Continued], &marks).await;
    let mixed = Action::Adopted(question('k'), options("19"));
    check(&[mixed, Action::Continued], &[r#"role="alert" data-problem="answer""#]).await;
}

#[tokio::test(flavor = "current_thread")]
async fn the_summary_offers_a_change_of_every_answer_that_applies() {
    let html = html(vec![opened("ps1-k1w7f0h4-u"), Action::SummaryAsked]).await;
    for letter in ["k", "w", "f", "h"] {
        assert!(html.contains(&format!(r#"data-change="{letter}""#)), "{letter}");
    }
    assert!(!html.contains(r#"data-change="d""#) && !html.contains(r#"data-change="p""#));
    assert!(html.contains("Does not apply: no direct support is given."));
}

#[tokio::test(flavor = "current_thread")]
async fn the_result_carries_its_code_its_kinds_and_its_figures() {
    let code = format!(r#"data-code="{CODE}""#);
    let link = format!(r#"value="https://example.org/#{CODE}""#);
    let marks = [
        code.as_str(),
        r#"data-kind="community-worker" data-match="full""#,
        r#"data-kind="bridge" data-match="full""#,
        r#"data-figure="territory""#,
        r#"data-figure="route""#,
        r#"data-landmark="mchb""#,
        link.as_str(),
        r#"data-action="save-svg""#,
        r#"data-action="save-png""#,
        r#"data-action="print""#,
    ];
    check(&[opened(CODE)], &marks).await;
}

#[tokio::test(flavor = "current_thread")]
async fn every_landmark_and_every_odd_place_renders_in_every_language() {
    let landmarks = english().landmarks.iter().map(|landmark| landmark.answers.clone());
    let odd = ["k9", "k0 w0 d0 f0 p0 h0", "k1 w7 f1", "k1 w7 f0 h0", "k4 w1 d3 f4 p1 h2", "k1234 w1 d1 f1234 p6 h1"];
    for answers in landmarks.chain(odd.map(edition_files::answers)) {
        let code = encode(english(), &answers, None).unwrap();
        let data = format!(r#"data-code="{code}""#);
        check(&[opened(&code)], &[&data, "data-match=", r#"data-figure="territory""#]).await;
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_damaged_code_says_what_is_wrong_and_what_could_be_read() {
    let marks = [r#"role="alert" data-problem="check""#, r#"data-action="use""#, r#"data-action="start-again""#];
    check(&[opened("ps1-k13w14d2f4p14h3-x")], &marks).await;
    let nothing = html(vec![opened("<script>alert(1)</script>")]).await;
    assert!(nothing.contains(r#"data-problem="edition""#) && !nothing.contains("<script>"));
}

#[tokio::test(flavor = "current_thread")]
async fn about_says_whose_words_the_questions_are() {
    check(&[Action::AboutOpened], &["https://doi.org/10.1111/hex.14034", "Panaite A-C"]).await;
    let english = html(vec![Action::AboutOpened]).await;
    assert!(english.contains("not the authors’ wording") && english.contains("none of it has been validated"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_whole_map_has_every_kind_and_landmark_and_no_programme() {
    let id = |mark: &str, id: &str| format!(r#"{mark}="{id}""#);
    let mut marks = vec![
        id("data-screen", "map"),
        id("data-figure", "territory"),
        id("data-section", "rules"),
        id("data-action", "questions"),
        id("data-action", "back"),
        id("data-action", "about"),
    ];
    marks.extend(english().kinds.iter().map(|kind| format!(r#"<article data-kind="{}""#, kind.id)));
    marks.extend(english().landmarks.iter().map(|landmark| id("<li data-landmark", &landmark.id)));
    let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
    check(&[Action::MapOpened], &marks).await;
    // Not even that of a reader who has answered.
    check(&[opened(CODE), Action::MapOpened], &marks).await;
    let html = html(vec![opened(CODE), Action::MapOpened]).await;
    assert!(!html.contains("is-you") && !html.contains("data-match") && !html.contains("data-code"));
    assert!(!html.contains(r#"data-action="map""#), "the map does not lead to itself");
    assert!(html.contains("all 10 kinds and 25 real programmes"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_whole_map_names_the_landmarks_of_each_kind() {
    let html = html(vec![Action::MapOpened]).await;
    let article = |kind: &str| {
        let (_, rest) = html.split_once(&format!(r#"<article data-kind="{kind}""#)).unwrap();
        rest.split_once("</article>").unwrap().0
    };
    let mutual = article("mutual");
    let (fit, may_fit) = mutual.split_once("Landmarks not ruled out").unwrap();
    assert!(fit.contains("Landmarks that fit") && fit.contains(r#"data-landmark="aa""#), "{fit}");
    assert!(may_fit.contains(r#"data-landmark="hearing-voices""#), "{may_fit}");
    assert!(article("outside").contains("None of our landmarks fits."));
}

#[tokio::test(flavor = "current_thread")]
async fn every_screen_leads_to_the_whole_map() {
    let map = [r#"data-action="map""#, r#"data-action="about""#];
    for opening in [vec![], vec![opened(CODE)], vec![opened(CODE), Action::SummaryAsked], vec![opened("ps1-k1-x")]] {
        check(&opening, &map).await;
    }
}

/// A kind that fits is said to fit when it is pointed at, even where there is no room to show it.
#[tokio::test(flavor = "current_thread")]
async fn what_is_explained_says_how_it_fits() {
    let placement = place(english(), &answers("k1234 w1234567 d1 f1234 p123456 h1"));
    let hidden = placement.also_full.first().unwrap();
    let index = english().kinds.iter().position(|kind| kind.id == hidden.id).unwrap();
    let code = encode(english(), &answers("k1234 w1234567 d1 f1234 p123456 h1"), None).unwrap();
    let pointed = vec![opened(&code), Action::Hovered(Item::Kind(index))];
    let html = html(pointed).await;
    let explained = html.split_once(r#"class="pm-explained""#).unwrap().1.split_once("</div>").unwrap().0;
    assert!(explained.contains(&hidden.name) && explained.contains("Match"), "{explained}");
}
