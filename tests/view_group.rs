//! The screen of a group as markup: what is said around its figures and its link.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod markup;
mod workshop;

use edition_files::{LANGUAGES, edition, english};
use markup::unescaped;
use peer_map::app::{Action, Group};
use peer_map::edition::Phrase;
use peer_map::view::{Keeping, Props, Root, Sharing};
use std::rc::Rc;
use workshop::{BOTH, ONE, OTHER, pasted};
use yew::LocalServerRenderer;

const ADDRESS: &str = "https://example.org/peer-map/index.html";

fn props(tag: &str, steps: Vec<Group>) -> Props {
    let opening = [Group::Opened].into_iter().chain(steps).map(Action::Group).collect();
    Props { opening, address: ADDRESS.to_owned(), ..Props::new(Rc::new(edition(tag))) }
}

async fn html(props: Props) -> String {
    unescaped(&LocalServerRenderer::<Root>::with_props(props).hydratable(false).render().await)
}

async fn shown(steps: Vec<Group>) -> String {
    html(props("en", steps)).await
}

fn says(html: &str, phrase: Phrase, values: &[(&str, &str)]) -> bool {
    html.contains(&english().words[phrase].fill(values))
}

/// Where one of two was not sure, there is nothing to list, and it is said.
#[tokio::test]
async fn a_pair_that_differs_on_nothing_known_is_told_so() {
    let unsure = shown(vec![pasted("ps1-k1w1d3f4p4h4\nps1-k1w1d0f4p4h4\n")]).await;
    assert!(says(&unsure, Phrase::GroupPairUnsure, &[]));
    assert!(!says(&unsure, Phrase::GroupPairDiffer, &[("questions", "")]));
    let known = shown(vec![pasted("ps1-k1w1d3f4p4h4\nps1-k1w1d1f4p4h4\n")]).await;
    assert!(says(&known, Phrase::GroupPairDiffer, &[("questions", "Direction of help")]));
    assert!(!says(&known, Phrase::GroupPairUnsure, &[]));
}

/// Two questions on which a group differs alike are both named, and no other is passed by for them.
#[tokio::test]
async fn the_headline_names_both_that_are_widest() {
    let bare = |steps| async { shown(steps).await.replace("<b>", "").replace("</b>", "") };
    let names = [("most", "Direction of help"), ("next", "Who runs it"), ("least", "Where it happens")];
    let tied = bare(vec![pasted("ps1-k1w1d3f4p4h4\nps1-k1w12d1f4p4h1\n")]).await;
    assert!(says(&tied, Phrase::GroupDifferTied, &names), "{tied}");
    let one = bare(vec![pasted("ps1-k1w1d3f4p4h4\nps1-k1w12d1f4p4h4\n")]).await;
    assert!(says(&one, Phrase::GroupDiffer, &[names[0], ("least", "Who runs it")]), "{one}");
}

#[tokio::test]
async fn what_the_link_does_not_tell_is_said_beside_it() {
    let plain = shown(vec![pasted(&format!("{ONE}\n{OTHER}\n"))]).await;
    let unchecked = |n| [("n", n)];
    assert!(!says(&plain, Phrase::GroupLinkUnchecked, &unchecked("1")) && !says(&plain, Phrase::GroupLinkEyes, &[]));
    let typed = pasted(&format!("{ONE}\nps1 k4 w1 d3 f4 p1 h2\nps1 k1 w1 d1 f1 p1\n"));
    let typed = shown(vec![typed, Group::Selected(2), Group::Hidden(true), Group::Eyed(true)]).await;
    assert!(says(&typed, Phrase::GroupLinkUnchecked, &unchecked("1")), "hidden ones are in no link anyway");
    assert!(says(&typed, Phrase::GroupLinkEyes, &[]) && says(&typed, Phrase::GroupLinkHidden, &unchecked("1")));
}

/// Paper is offered where its pages stand beside this one, in the same language.
#[tokio::test]
async fn paper_is_offered_where_it_is() {
    for tag in LANGUAGES {
        let sharing = Sharing { menu: false, previews: true };
        let html = html(Props { sharing, ..props(tag, Vec::new()) }).await;
        let ending = if tag == "en" { "html".to_owned() } else { format!("{tag}.html") };
        for page in ["worksheet", "poster"] {
            assert!(html.contains(&format!("href=\"https://example.org/peer-map/{page}.{ending}\"")), "{html}");
        }
    }
    assert!(!shown(Vec::new()).await.contains("worksheet"));
}

#[tokio::test]
async fn a_page_that_nobody_else_can_open_gives_the_code_of_the_group() {
    let html = html(Props { address: String::new(), ..props("en", vec![pasted(BOTH)]) }).await;
    assert!(html.contains(&format!("value=\"{BOTH}\"")) && says(&html, Phrase::NoLink, &[]));
    assert!(!html.contains("data-qr") && !html.contains(&format!("#{BOTH}")));
}

#[tokio::test]
async fn a_reader_learns_that_another_page_keeps_something_else() {
    for (keeping, phrase) in
        [(Keeping::Other, Phrase::GroupKeptOther), (Keeping::Overtaken, Phrase::GroupKeptOvertaken)]
    {
        let html = html(Props { keeping, ..props("en", vec![pasted(BOTH)]) }).await;
        assert!(says(&html, phrase, &[]) && html.contains("kept-open") && !html.contains("name=\"keep\""));
    }
}

/// Chinese sentences end in a full stop as wide as a letter.
#[tokio::test]
async fn no_space_follows_a_wide_full_stop() {
    let typed = pasted("ps1 k4 w1 d3 f4 p1 h2\nps1 k4 w1 d3 f4\n");
    for (tag, spaced) in [("zh-Hans", false), ("fr", true)] {
        let edition = edition(tag);
        let note = edition.words[Phrase::GroupLinkNote].text();
        let next = edition.words[Phrase::GroupLinkUnchecked].fill(&[("n", "2")]);
        let html = html(props(tag, vec![typed.clone()])).await;
        assert!(html.contains(&if spaced { format!("{note} {next}") } else { format!("{note}{next}") }), "{html}");
    }
}
