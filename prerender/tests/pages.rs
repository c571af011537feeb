//! The pages of the kinds, as files: every kind in every language.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod common;

use common::*;
use peer_map::edition::{Edition, Phrase};
use peer_map::place::{Match, Region, region};
use peer_map::view::still::fitting;
use prerender::address::kind_folder;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

#[tokio::test(flavor = "current_thread")]
async fn every_kind_has_a_page_in_every_language() {
    let editions = all_editions();
    let files = written(&editions, false).await;
    let folders: BTreeSet<&str> = pages(&files).into_iter().map(|(folder, _)| folder).collect();
    let expected = editions.iter().flat_map(|edition| edition.kinds.iter().map(|kind| kind_folder(edition, kind)));
    assert_eq!(folders, expected.collect::<Vec<_>>().iter().map(String::as_str).collect());
    assert_eq!(folders.len(), 33);
    assert!(["kinds/mutual/", "kinds/mutual/fr/", "kinds/outside/zh-Hans/"].iter().all(|one| folders.contains(one)));
}

#[tokio::test(flavor = "current_thread")]
async fn a_page_says_what_its_kind_is() {
    let editions = all_editions();
    let (files, words) = (written(&editions, false).await, all_words(&editions));
    for (edition, words) in editions.iter().zip(&words) {
        for kind in &edition.kinds {
            let folder = kind_folder(edition, kind);
            let html = text(&files, &format!("{folder}index.html"));
            assert!(
                html.starts_with(&format!("<!doctype html>\n<html lang=\"{}\">", edition.spoken().tag)),
                "{folder}"
            );
            assert_eq!(tags(html, "h1").len(), 1, "{folder}");
            assert_eq!(unescaped(within(html, "h1")), kind.name, "{folder}");
            let said = unescaped(html);
            let phrase = |phrase: Phrase| edition.words[phrase].text();
            let everywhere = [
                kind.description.as_str(),
                words.questions.text(),
                words.promise.text(),
                phrase(Phrase::AboutOurs),
                phrase(Phrase::AboutKinds),
                phrase(Phrase::PosterOurs),
                edition.citation.doi.as_str(),
            ];
            for sentence in everywhere {
                assert!(said.contains(sentence), "{folder} does not say: {sentence}");
            }
            assert_eq!(
                tags(html, "svg").iter().filter(|tag| tag.contains("pm-map")).count(),
                2,
                "{folder}: narrow and wide"
            );
            landmarks_are_named(edition, html, &folder, kind);
        }
    }
}

/// Every landmark that fits, with its source; and a kind with a region has it lit, in both maps.
fn landmarks_are_named(edition: &Edition, html: &str, folder: &str, kind: &peer_map::edition::Kind) {
    let full = fitting(edition, kind, Match::Full);
    let (_, list) = html.split_once("data-section=\"landmarks\"").unwrap();
    let list = list.split_once("</section>").unwrap().0;
    for landmark in full.iter().map(|index| &edition.landmarks[*index]) {
        let source = format!("href=\"{}\"", landmark.source);
        assert!(unescaped(list).contains(&landmark.name) && list.contains(&source), "{folder}: {}", landmark.name);
    }
    let note = edition.words[Phrase::LandmarksNote].text();
    assert_eq!(unescaped(list).contains(note), !full.is_empty(), "{folder}");
    let figure = within(html, "figure");
    let lit = tags(figure, "g").into_iter().filter(|tag| tag.contains("pm-region") && tag.contains("is-full"));
    let lit: Vec<String> = lit.filter_map(|tag| attribute(tag, "data-kind")).collect();
    let placed = matches!(region(edition, kind), Region::Cells(_) | Region::Rim);
    assert_eq!(lit, if placed { vec![kind.id.clone(); 2] } else { Vec::new() }, "{folder}: in both maps");
    let marks = figure.split("data-landmark=\"").skip(1).filter_map(|mark| mark.split_once('"'));
    let outstanding = marks.filter(|(_, mark)| mark.split('>').nth(1).is_some_and(|tag| tag.contains("is-near")));
    let outstanding: BTreeSet<&str> = outstanding.map(|(id, _)| id).collect();
    let expected: BTreeSet<&str> = full.iter().map(|index| edition.landmarks[*index].id.as_str()).collect();
    assert_eq!(outstanding, expected, "{folder}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_page_tells_messages_what_it_is() {
    let editions = all_editions();
    for known in [false, true] {
        let files = written(&editions, known).await;
        for edition in &editions {
            for kind in &edition.kinds {
                let folder = kind_folder(edition, kind);
                let html = text(&files, &format!("{folder}index.html"));
                let head = within(html, "head");
                let absolute = |path: &str| if known { format!("{ADDRESS}{folder}{path}") } else { path.to_owned() };
                assert_eq!(unescaped(within(html, "title")), format!("{} – Peer Map", kind.name));
                assert_eq!(meta(head, "og:title"), format!("{} – Peer Map", kind.name));
                assert!(meta(head, "description").starts_with(&kind.description));
                assert_eq!(meta(head, "og:description"), meta(head, "description"));
                assert_eq!(
                    (meta(head, "og:type").as_str(), meta(head, "og:site_name").as_str()),
                    ("website", "Peer Map")
                );
                assert_eq!(meta(head, "og:image"), absolute("preview.png"));
                assert_eq!(
                    (meta(head, "og:image:width"), meta(head, "og:image:height")),
                    ("1200".into(), "630".into())
                );
                assert_eq!(meta(head, "og:image:type"), "image/png");
                assert!(meta(head, "og:image:alt").contains(&kind.name));
                assert_eq!(meta(head, "twitter:card"), "summary_large_image");
                assert_eq!(metas(head, "og:url"), if known { vec![absolute("")] } else { Vec::new() });
                let link = |rel: &str| {
                    tags(head, "link")
                        .into_iter()
                        .filter(|tag| attribute(tag, "rel").unwrap() == rel)
                        .collect::<Vec<_>>()
                };
                let canonical = link("canonical").iter().map(|tag| attribute(tag, "href").unwrap()).collect::<Vec<_>>();
                assert_eq!(canonical, metas(head, "og:url"));
                let answer = link("alternate").into_iter().find(|tag| tag.contains("application/json+oembed")).unwrap();
                assert_eq!(attribute(answer, "href").unwrap(), absolute("oembed.json"));
                assert!(head.find("json+oembed").unwrap() < 1_000, "{folder}: WordPress reads the beginning alone");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn locales_are_those_of_all_languages() {
    let files = written(&all_editions(), false).await;
    let locales = ["en_GB", "fr_CA", "zh_CN"];
    for (folder, html) in pages(&files) {
        let mut all = metas(html, "og:locale:alternate");
        let own = if folder.ends_with("fr/") {
            "fr_CA"
        } else if folder.ends_with("zh-Hans/") {
            "zh_CN"
        } else {
            "en_GB"
        };
        assert_eq!(meta(html, "og:locale"), own, "{folder}");
        all.push(own.to_owned());
        all.sort();
        assert_eq!(all, locales, "{folder}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_address_leads_somewhere_in_the_site() {
    let files = written(&all_editions(), false).await;
    // tests/images.rs holds the images to their places.
    let images: Vec<String> = pages(&files).iter().map(|(folder, _)| format!("{folder}preview.png")).collect();
    let mut there: BTreeSet<&str> = files.keys().chain(&images).map(String::as_str).collect();
    there.extend(["index.html", "peer-map.css"]);
    for (folder, html) in pages(&files) {
        let mut seen = BTreeSet::new();
        let tagged = html.split('<').skip(1).filter_map(|part| part.split_once('>')).map(|(tag, _)| tag);
        for tag in tagged {
            let image = attribute(tag, "property").is_some_and(|property| property == "og:image");
            let content = if image { attribute(tag, "content") } else { None };
            for address in [attribute(tag, "href"), attribute(tag, "src"), content].into_iter().flatten() {
                let elsewhere = address.starts_with("https://") || address.starts_with("http://");
                if elsewhere || address == "data:," {
                    // Sources and the article are followed by readers; nothing is fetched from elsewhere.
                    assert!(!elsewhere || tag.starts_with("a "), "{folder}: {tag}");
                    continue;
                }
                let path = resolve(folder, &address);
                assert!(there.contains(path.as_str()), "{folder}: {address} leads to {path}, which is not there");
                seen.insert(path);
            }
        }
        assert!(seen.contains("index.html") && seen.contains("peer-map.css"), "{folder}: {seen:?}");
        assert_eq!(
            seen.iter().filter(|path| path.starts_with("kinds/") && path.ends_with(".html")).count(),
            13,
            "{folder}"
        );
    }
}

#[tokio::test(flavor = "current_thread")]
async fn alternates_name_each_other() {
    for known in [false, true] {
        let files = written(&all_editions(), known).await;
        let alternates: BTreeMap<&str, BTreeMap<String, String>> =
            pages(&files).into_iter().map(|(folder, html)| (folder, alternates(folder, html))).collect();
        for (folder, named) in &alternates {
            assert_eq!(named.keys().collect::<Vec<_>>(), ["en", "fr", "x-default", "zh-Hans"], "{folder}");
            assert_eq!(named["x-default"], named["en"]);
            assert!(named.values().any(|other| other == folder), "{folder} does not name itself");
            for other in named.values() {
                assert_eq!(&alternates[other.as_str()], named, "{folder} and {other}");
            }
        }
    }
}

/// The folders that a page names as the same in other languages, by language.
fn alternates(folder: &str, html: &str) -> BTreeMap<String, String> {
    let links =
        tags(html, "link").into_iter().filter_map(|tag| Some((attribute(tag, "hreflang")?, attribute(tag, "href")?)));
    let folder_of = |address: String| match address.strip_prefix(ADDRESS) {
        Some(path) => path.to_owned(),
        None => resolve(folder, &address).trim_end_matches("index.html").to_owned(),
    };
    links.map(|(tag, address)| (tag, folder_of(address))).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn no_page_speaks_another_language() {
    let editions = all_editions();
    let files = written(&editions, false).await;
    for own in &editions {
        for other in editions.iter().filter(|other| other.language != own.language) {
            let kinds = other.kinds.iter().flat_map(|kind| [&kind.description, &kind.name]);
            let phrases = [Phrase::AboutOurs, Phrase::TerritoryTitle, Phrase::KindsTitle, Phrase::TableNote];
            let foreign: Vec<&str> =
                kinds.map(String::as_str).chain(phrases.map(|phrase| other.words[phrase].text())).collect();
            for kind in &own.kinds {
                let html = unescaped(text(&files, &format!("{}index.html", kind_folder(own, kind))));
                let heard = foreign.iter().find(|words| html.contains(**words));
                assert!(heard.is_none(), "{} in {}: {heard:?}", kind.id, own.spoken().tag);
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn words_never_become_markup() {
    let edition = all_editions().swap_remove(0);
    let mut edition = Rc::unwrap_or_clone(edition);
    let nasty = "\"><script>alert(1)</script>&amp;'";
    edition.kinds.iter_mut().for_each(|kind| kind.description = nasty.to_owned());
    edition.kinds[0].name = "A & <b>".to_owned();
    let files = written(&[Rc::new(edition)], true).await;
    for (folder, html) in pages(&files) {
        assert!(!html.contains("<script>alert"), "{folder}");
        assert!(meta(html, "description").starts_with(nasty), "{folder}");
        assert_eq!(tags(html, "script").len(), 1, "{folder}");
    }
    assert_eq!(unescaped(within(text(&files, "kinds/natural/index.html"), "h1")), "A & <b>");
    let answer: serde_json::Value = serde_json::from_str(text(&files, "kinds/natural/oembed.json")).unwrap();
    assert!(answer["html"].as_str().unwrap().contains("title=\"A &amp; &lt;b&gt; – Peer Map\""), "{answer}");
}

#[tokio::test(flavor = "current_thread")]
async fn the_way_to_the_widget_fits_the_depth_of_the_page() {
    let files = written(&all_editions(), false).await;
    for (folder, html) in pages(&files) {
        let up = "../".repeat(folder.matches('/').count());
        let script = within(html, "script");
        assert!(script.contains(&format!("const widget = \"{up}\";")), "{folder}: {script}");
        let links = tags(html, "a");
        let button = links.iter().find(|tag| tag.contains("data-action=\"questions\"")).unwrap();
        let tag = attribute(tags(html, "html")[0], "lang").unwrap();
        assert_eq!(attribute(button, "href").unwrap(), format!("{up}?lang={tag}"), "{folder}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_page_may_run_its_script_and_have_its_style() {
    for known in [false, true] {
        let files = written(&all_editions(), known).await;
        for (folder, html) in pages(&files) {
            let (_, after) = html.split_once("<meta charset=\"utf-8\">").unwrap();
            assert!(
                after.starts_with("<meta http-equiv=\"Content-Security-Policy\""),
                "{folder}: before all that it binds"
            );
            let policy = attribute(tags(html, "meta")[1], "content").unwrap();
            let style =
                if known { format!("style-src 'self' {ADDRESS}peer-map.css;") } else { "style-src 'self';".to_owned() };
            assert!(
                policy.contains(&style) && policy.contains("default-src 'none'; script-src 'inline-scripts';"),
                "{policy}"
            );
        }
    }
}
