//! The worksheet: every question and box of the edition, in every language, and nothing that needs a script.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::*;
use peer_map::edition::{Answers, Digit, Edition, Options, Phrase};
use peer_map::link::{Source, decode};
use prerender::site::sheets;
use std::collections::BTreeSet;
use std::rc::Rc;

async fn written(editions: &[Rc<Edition>], known: bool) -> Files {
    sheets(editions, &site(known)).await.unwrap().into_iter().collect()
}

fn page(edition: &Edition) -> String {
    match edition.spoken().tag.as_str() {
        "en" => "worksheet.html".to_owned(),
        tag => format!("worksheet.{tag}.html"),
    }
}

/// What stands in each element of this name.
fn all_within<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let (start, end) = (format!("<{name}>"), format!("</{name}>"));
    html.split(&start).skip(1).map(|rest| rest.split(&end).next().unwrap()).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn every_box_of_the_edition_is_on_it_in_order() {
    let editions = all_editions();
    let files = written(&editions, false).await;
    for edition in &editions {
        let html = unescaped(text(&files, &page(edition)));
        assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{}\">", edition.spoken().tag)));
        let boxes = edition.questions.iter().flat_map(|question| {
            question.choices.iter().map(move |choice| format!("{}{}", question.letter, choice.digit))
        });
        assert_eq!(all_within(&html, "code"), boxes.collect::<Vec<_>>());
        assert_eq!(html.matches("class=\"box\"").count(), all_within(&html, "code").len());
        for question in &edition.questions {
            assert_eq!(html.matches(&question.text).count(), 1, "{}", question.text);
            let (_, part) = html.split_once(&format!("data-question=\"{}\"", question.letter)).unwrap();
            let part = part.split("</section>").next().unwrap();
            for choice in &question.choices {
                let texts = [Some(choice.text.as_str()), choice.hint.as_deref()];
                assert!(texts.into_iter().flatten().all(|text| part.contains(text)), "{}", choice.text);
            }
        }
        for whose in [Phrase::PosterOurs, Phrase::AboutOurs, Phrase::AboutLanguages] {
            assert!(html.contains(edition.words[whose].text()));
        }
        assert!(html.contains(&edition.citation.doi));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn it_says_which_questions_are_skipped() {
    let files = written(&all_editions(), false).await;
    for (file, skip, stop) in [
        (
            "worksheet.html",
            "Skip this question if you ticked {} and nothing else.",
            "Stop here if you ticked {} and nothing else.",
        ),
        (
            "worksheet.fr.html",
            "Sautez cette question si vous avez coché {} et rien d’autre.",
            "Arrêtez-vous ici si vous avez coché {} et rien d’autre.",
        ),
        ("worksheet.zh-Hans.html", "如果您只勾选了{}，请跳过这一题。", "如果您只勾选了{}，请到此为止"),
    ] {
        let html = unescaped(text(&files, file));
        for (question, sentence) in [("d", skip), ("p", skip), ("h", skip), ("k", stop)] {
            let of = match question {
                "k" => "k9",
                "h" => "f1",
                _ => "w7",
            };
            let (_, part) = html.split_once(&format!("data-question=\"{question}\"")).unwrap();
            let part = part.split("</section>").next().unwrap();
            assert!(part.contains(&sentence.replace("{}", of)), "{file}: {question}");
        }
        assert_eq!(html.matches(skip.split("{}").next().unwrap()).count(), if file.contains("zh") { 4 } else { 3 });
    }
}

#[tokio::test(flavor = "current_thread")]
async fn any_other_rule_is_said_in_words() {
    let mut edition = Rc::unwrap_or_clone(all_editions().swap_remove(0));
    let h = edition.questions.iter().position(|question| question.letter == 'h').unwrap();
    let w = edition.by_letter('w').unwrap().id;
    let wanted = [1, 2].into_iter().fold(Options::NONE, |set, digit| set.with(Digit::new(digit).unwrap()));
    edition.questions[h].skip = Some(peer_map::edition::Criterion::Has(w, wanted));
    let files = written(&[Rc::new(edition)], false).await;
    let html = unescaped(text(&files, "worksheet.html"));
    let said = "Skip this question if this is true: “What peers do: w1 Listen and support · w2 Inform and teach (at least one of these)”.";
    assert!(html.contains(said), "{html}");
}

/// As many boxes as digits can be written, and an example that opens, were it typed.
#[tokio::test(flavor = "current_thread")]
async fn the_boxes_of_the_code_are_enough() {
    let editions = all_editions();
    let files = written(&editions, false).await;
    for edition in &editions {
        let html = unescaped(text(&files, &page(edition)));
        let (_, runs) = html.split_once("class=\"runs\"").unwrap();
        let runs: Vec<&str> = runs.split("</ul>").next().unwrap().split("</li>").collect();
        assert_eq!(runs.len(), edition.questions.len() + 3, "the name of the edition, the questions, the check");
        assert!(runs[0].contains(&format!("<b>{}-</b>", edition.id())));
        for (question, run) in edition.questions.iter().zip(&runs[1..]) {
            let most = question.allowed().iter().map(|set| set.len()).max().unwrap();
            assert_eq!(run.matches("\"slot\"").count(), most, "{}", question.letter);
            assert!(run.contains(&format!("<b>{}</b>", question.letter)));
        }
        let check = runs[edition.questions.len() + 1];
        assert!(check.contains("class=\"slot is-check\"></span>"), "{check}");
        let (_, example) = html.split_once("class=\"example\">").unwrap();
        let example = example.split('<').next().unwrap().rsplit([' ', '\u{a0}', '：']).next().unwrap();
        let reading = decode(edition, example, Source::Typed);
        assert!(reading.problems.is_empty() && reading.answers != Answers::default(), "{example}: {reading:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn it_needs_nothing_but_its_style() {
    for known in [false, true] {
        let editions = all_editions();
        let files = written(&editions, known).await;
        let mut there: BTreeSet<&str> = files.keys().map(String::as_str).collect();
        there.insert("index.html");
        for edition in &editions {
            let html = text(&files, &page(edition));
            assert!(tags(html, "script").is_empty() && !html.contains(" style=\""));
            let policy = attribute(tags(html, "meta")[1], "content").unwrap();
            assert!(
                policy.starts_with("default-src 'none'; style-src 'self'") && !policy.contains("script-src"),
                "{policy}"
            );
            let addresses =
                ["a", "link"].iter().flat_map(|name| tags(html, name)).filter_map(|tag| attribute(tag, "href"));
            for address in addresses.filter(|address| address != "data:," && !address.starts_with("https://doi.org/")) {
                let path =
                    address.strip_prefix(ADDRESS).map_or_else(|| resolve("", &address), |path| resolve("", path));
                assert!(there.contains(path.as_str()), "{address} leads to {path}, which is not there");
            }
            for other in &editions {
                assert!(html.contains(&format!("href=\"{}\"", page(other))));
            }
        }
        let style = text(&files, "worksheet.css");
        assert!(!["@layer", "var(", "@import", "url(http"].iter().any(|modern| style.contains(modern)));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn it_says_where_the_code_is_typed_in() {
    let editions = all_editions();
    let (unknown, known) = (written(&editions, false).await, written(&editions, true).await);
    for edition in &editions {
        let tag = &edition.spoken().tag;
        let button = edition.words[Phrase::OpenCode].text();
        let (unknown, known) = (unescaped(text(&unknown, &page(edition))), unescaped(text(&known, &page(edition))));
        assert!(known.contains(&format!("<a href=\"{ADDRESS}?lang={tag}\">{ADDRESS}</a>")));
        assert!(!known.contains("class=\"line\"") && unknown.contains("class=\"line\""), "room to write it down");
        assert!(unknown.contains(&format!("<a href=\"./?lang={tag}\">")));
        assert!(known.contains(button) && unknown.contains(button));
    }
}
