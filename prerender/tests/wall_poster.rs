//! The wall poster: every row, column and kind of the edition, in every language, and nothing that needs a script.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::*;
use peer_map::edition::{Digit, Edition, Phrase};
use prerender::site::sheets;
use std::rc::Rc;

async fn written(editions: &[Rc<Edition>], known: bool) -> Files {
    sheets(editions, &site(known)).await.unwrap().into_iter().collect()
}

fn page(edition: &Edition, name: &str) -> String {
    match edition.spoken().tag.as_str() {
        "en" => format!("{name}.html"),
        tag => format!("{name}.{tag}.html"),
    }
}

/// The texts of a class, each with its lines joined by what they were broken at.
fn texts(html: &str, class: &str) -> Vec<String> {
    let of_class = format!("class=\"{class}\"");
    let parts = html.split("<text ").skip(1).map(|part| part.split("</text>").next().unwrap());
    let parts = parts.filter(|part| part.split('>').next().unwrap().contains(&of_class));
    let lines = |part: &str| {
        let lines = part.split("<tspan").skip(1).map(|line| line.split_once('>').unwrap().1.split('<').next().unwrap());
        lines.collect::<Vec<_>>().join(" ")
    };
    parts.map(lines).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn every_row_column_and_kind_is_on_it() {
    let editions = all_editions();
    let files = written(&editions, false).await;
    for edition in &editions {
        let html = unescaped(text(&files, &page(edition, "poster")));
        assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{}\">", edition.spoken().tag)));
        let short = |axis: &peer_map::edition::Axis, digit: Digit| {
            let question = edition.question(axis.question);
            format!("{}{digit} {}", question.letter, question.choice(digit).unwrap().short)
        };
        let (rows, columns) = (&edition.territory.rows, &edition.territory.columns);
        let heads =
            [columns, rows].map(|axis| axis.steps.iter().map(|step| short(axis, step.digit)).collect::<Vec<_>>());
        // Chinese is broken between any two characters.
        let bare = |texts: &[String]| texts.iter().map(|text| text.replace(' ', "")).collect::<Vec<_>>();
        assert_eq!(bare(&texts(&html, "w-head")), bare(&heads.concat()));
        let beside = texts(&html, "w-axis");
        for said in [short(columns, Digit::UNSURE), short(rows, Digit::UNSURE)] {
            assert!(bare(&beside).contains(&said.replace(' ', "")), "{said} is not among {beside:?}");
        }
        // What is no peer support has no letter and no place.
        for kind in edition.kinds.iter().filter(|kind| kind.letter.is_some()) {
            assert!(html.contains(&kind.short) || html.contains(&kind.name), "{}", kind.id);
        }
        assert!(html.contains(edition.words[Phrase::PosterOurs].text()));
        assert!(html.contains(&edition.id()), "the edition");
        assert_eq!(html.matches("data-landmark").count(), 0, "the places are for stickers");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn it_needs_nothing_but_its_style_and_leads_on() {
    for known in [false, true] {
        let editions = all_editions();
        let files = written(&editions, known).await;
        for edition in &editions {
            let html = text(&files, &page(edition, "poster"));
            assert!(tags(html, "script").is_empty() && !html.contains(" style=\""));
            let policy = attribute(tags(html, "meta")[1], "content").unwrap();
            assert!(policy.starts_with("default-src 'none'; style-src 'self'"), "{policy}");
            let (poster, worksheet) = (page(edition, "poster"), page(edition, "worksheet"));
            assert!(html.contains(&format!("href=\"{worksheet}\"")));
            assert!(text(&files, &worksheet).contains(&format!("href=\"{poster}\"")));
            for other in &editions {
                assert!(html.contains(&format!("href=\"{}\"", page(other, "poster"))));
            }
            let tag = &edition.spoken().tag;
            let address = if known { ADDRESS } else { "./" };
            assert!(unescaped(html).contains(&format!("<a href=\"{address}?lang={tag}\">")));
            assert_eq!(html.contains("class=\"line\""), !known, "room to write the address down");
        }
        let style = text(&files, "poster.css");
        assert!(style.contains("@page { size: A3 landscape;"));
        assert!(!["@layer", "var(", "@import", "url(http"].iter().any(|modern| style.contains(modern)));
    }
}
