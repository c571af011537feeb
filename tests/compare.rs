//! A landmark beside a programme, and the route: what is shown, worked out again from the edition's own files.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod compare_oracle;
mod edition_files;
#[allow(clippy::panic, reason = "a test speaks by failing")]
mod markup;

use compare_oracle::{Files, Stop, alike, as_json};
use edition_files::{LANGUAGES, answers, edition, english, letters, random};
use markup::{between, page, text};
use peer_map::app::Action;
use peer_map::edition::Answers;
use peer_map::link::encode;
use serde_json::Value;
use std::rc::Rc;

/// Something of everything, questions that are skipped and not sure, and the end before all others.
const PROGRAMMES: [&str; 3] = ["k13 w14 d2 f24 p14 h3", "k0 w7 f4 h0", "k9"];

fn opened(answers: &Answers) -> Vec<Action> {
    encode(english(), answers, None).map(Action::LinkOpened).into_iter().collect()
}

/// The rows of a table by their letters, each with the words of its cells.
fn rows(html: &str) -> Vec<(&str, Vec<String>)> {
    let rows = html.split("<tr").filter_map(|row| Some((between(row, "data-row=\"", "\"").first().copied()?, row)));
    rows.map(|(letter, row)| (letter, between(row, "<td", "</td>").into_iter().map(cell).collect())).collect()
}

/// The words of a cell without those that name its column.
fn cell(html: &str) -> String {
    let content = html.split_once('>').unwrap().1;
    text(
        content
            .split_once("<span class=\"pm-column\">")
            .map_or(content, |(_, rest)| rest.split_once("</span>").unwrap().1),
    )
}

/// The parts of a route as drawn: the lit options of each stop.
fn lit(figure: &str) -> Vec<Vec<String>> {
    let stops = figure.split("<li class=\"pm-stop").skip(1);
    stops.map(|stop| between(stop, "<li class=\"is-lit\">", "</li>").into_iter().map(text).collect()).collect()
}

/// The figures of routes: the reader's first.
fn routes(html: &str) -> Vec<&str> {
    between(html, "<figure data-figure=\"route\"", "</figure>")
}

/// How many of each dot a row of dots has: same, partly, different, not known.
fn dots(html: &str) -> [usize; 4] {
    let row = between(html, "class=\"pm-alike\">", "</svg>")[0];
    let count = |mark: &str| row.matches(mark).count();
    let (same, partly) = (count("class=\"same\""), count("class=\"half\""));
    [same, partly, count("<circle") - same - partly, count("class=\"none\"")]
}

/// Checks the table of a landmark: against a programme, or alone.
fn check_table(files: &Files, html: &str, landmark: &Value, programme: Option<&[Stop]>) {
    let name = landmark["name"].as_str().unwrap();
    let theirs = files.stops(&landmark["answers"]);
    let inferred = |letter: &str| landmark["inferred"].as_array().unwrap().iter().any(|one| one == letter);
    let rows = rows(html);
    assert_eq!(rows.iter().map(|(letter, _)| *letter).collect::<Vec<_>>(), files.letters(), "{name}");
    for (at, (letter, cells)) in rows.iter().enumerate() {
        let answer = files.answer(letter, &theirs[at]);
        let answer = match inferred(letter) {
            true => files.phrase("answer_inferred", &[("answer", &answer)]),
            false => answer,
        };
        let expected = match programme {
            Some(ours) => {
                let alike = files.phrase(alike(&ours[at], &theirs[at]), &[]);
                vec![files.answer(letter, &ours[at]), answer, alike]
            }
            None => vec![answer],
        };
        assert_eq!(*cells, expected, "{name}: {letter}");
        let row = html.split("<tr").find(|row| row.contains(&format!("data-row=\"{letter}\""))).unwrap();
        assert!(row.contains(&format!(">{}</th>", files.short(letter))), "{name}: {letter}");
        assert_eq!(row.contains("pm-inferred"), inferred(letter), "{name}: {letter}");
    }
}

/// Checks the routes that are drawn beside the table: the landmark's is the last.
fn check_routes(files: &Files, html: &str, landmark: &Value, compared: bool) {
    let name = landmark["name"].as_str().unwrap();
    let theirs = files.stops(&landmark["answers"]);
    let drawn = routes(html);
    let picture: Vec<Vec<String>> =
        files.letters().iter().zip(&theirs).map(|(letter, stop)| files.options(letter, stop)).collect();
    assert_eq!(lit(drawn.last().unwrap()), picture, "{name}");
    let marks = drawn.last().unwrap().matches(&format!("<p>{}</p>", files.phrase("stop_inferred", &[]))).count();
    assert_eq!(marks, landmark["inferred"].as_array().unwrap().len(), "{name}");
    // What is hollow is theirs, and nothing else is.
    let hollow: Vec<bool> = drawn.iter().map(|figure| figure.contains("is-theirs")).collect();
    assert_eq!(hollow, if compared { vec![false, true] } else { vec![true] }, "{name}");
}

/// The places of a landmark on the map, in words: the row, then the column.
fn places(files: &Files, [what, row, column]: [&Stop; 3]) -> Vec<String> {
    let named = |letter: &str, stop: &Stop| {
        let options = files.options(letter, stop);
        match stop {
            Stop::Unsure => {
                vec![format!("{} {}", files.phrase("colon", &[("label", files.short(letter))]), options[0])]
            }
            _ => options,
        }
    };
    let rim = matches!(what, Stop::Given(digits) if *digits == [7]);
    let rows = if rim { vec![files.phrase("rim", &[])] } else { named("f", row) };
    let columns = named("h", column);
    rows.iter().flat_map(|row| columns.iter().map(move |column| format!("{row} · {column}"))).collect()
}

/// Checks what is said of a landmark beside its answers.
fn check_facts(files: &Files, html: &str, landmark: &Value) {
    let id = landmark["id"].as_str().unwrap();
    let facts = between(html, &format!("<section data-landmark=\"{id}\""), "</section>")[0];
    let source = format!("<a href=\"{}\" rel=\"noreferrer\">", landmark["source"].as_str().unwrap());
    assert!(facts.contains(&source), "{id}: {facts}");
    let said = text(&format!("<{facts}"));
    let run_by = files.phrase("run_by", &[("organisation", landmark["organisation"].as_str().unwrap())]);
    assert!(said.contains(&run_by), "{id}: {said}");
    for country in landmark["countries"].as_array().unwrap() {
        let country = files.words["countries"][country.as_str().unwrap()].as_str().unwrap();
        assert!(said.contains(country), "{id}: {said}");
    }
    let stops = files.stops(&landmark["answers"]);
    let at = |letter: &str| files.letters().iter().position(|one| *one == letter).unwrap();
    for place in places(files, ["w", "f", "h"].map(|letter| &stops[at(letter)])) {
        assert!(said.contains(&place), "{id}: {place} is not in {said}");
    }
    let inferred = landmark["inferred"].as_array().unwrap().iter().map(|letter| files.short(letter.as_str().unwrap()));
    let inferred: Vec<&str> = inferred.collect();
    let sentence = files.phrase("inferred", &[("questions", &inferred.join(" · "))]);
    assert_eq!(said.contains(&sentence), !inferred.is_empty(), "{id}: {said}");
}

/// Checks that the dots and the sentence count what the stops say.
fn check_likeness(files: &Files, html: &str, ours: &[Stop], theirs: &[Stop]) {
    let keys = ["same", "partly", "different", "not_known"];
    let pairs = || ours.iter().zip(theirs).map(|(ours, theirs)| alike(ours, theirs));
    let counts = keys.map(|key| pairs().filter(|one| *one == key).count());
    assert_eq!(dots(html), counts);
    let shared: usize = counts[..3].iter().sum();
    let [same, partly, shared] = [counts[0], counts[1], shared].map(|count| count.to_string());
    let sentence = match shared.as_str() {
        "0" => files.phrase("alike_none", &[]),
        _ => files.phrase("alike", &[("same", &same), ("partly", &partly), ("shared", &shared)]),
    };
    let said = between(html, "<p data-section=\"alike\"", "</p>")[0];
    assert_eq!(text(&format!("<{said}")), sentence);
}

async fn check_all(tag: &str) {
    let (files, edition) = (Files::of(tag), Rc::new(edition(tag)));
    let programmes: Vec<Answers> = PROGRAMMES.map(answers).into_iter().chain([Answers::default()]).collect();
    for (index, landmark) in files.structure["landmarks"].as_array().unwrap().iter().enumerate() {
        for programme in &programmes {
            let actions = [opened(programme), vec![Action::LandmarkOpened(index)]].concat();
            let html = page(&edition, actions).await;
            let ours = files.stops(&as_json(programme));
            let ours = (!programme.is_empty()).then_some(ours.as_slice());
            check_table(&files, &html, landmark, ours);
            check_routes(&files, &html, landmark, ours.is_some());
            check_facts(&files, &html, landmark);
            let name = landmark["name"].as_str().unwrap();
            let title = files.phrase("compare_title", &[("landmark", name)]);
            let title = if ours.is_some() { title.as_str() } else { name };
            assert_eq!(text(between(&html, "<h1 ", "</h1>")[0].split_once('>').unwrap().1), title);
            match ours {
                Some(ours) => check_likeness(&files, &html, ours, &files.stops(&landmark["answers"])),
                None => assert!(!html.contains("pm-alike"), "{name}: there is nothing to compare with"),
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_landmark_compares_in_english() {
    check_all("en").await;
}

#[tokio::test(flavor = "current_thread")]
async fn every_landmark_compares_in_french() {
    check_all("fr").await;
}

#[tokio::test(flavor = "current_thread")]
async fn every_landmark_compares_in_chinese() {
    check_all("zh-Hans").await;
}

#[tokio::test(flavor = "current_thread")]
async fn picture_sentence_and_table_of_the_route_say_the_same() {
    let tables = LANGUAGES.map(|tag| (Files::of(tag), Rc::new(edition(tag))));
    for seed in 0..300 {
        let (files, edition) = &tables[seed as usize % tables.len()];
        let answers = random(edition, seed);
        let stops = files.stops(&as_json(&answers));
        let html = page(edition, opened(&answers)).await;
        let figure = routes(&html)[0];
        let said: Vec<(&str, String)> =
            rows(figure).into_iter().map(|(letter, cells)| (letter, cells.join("|"))).collect();
        let expected: Vec<(&str, String)> = files
            .letters()
            .into_iter()
            .zip(&stops)
            .map(|(letter, stop)| (letter, files.answer(letter, stop)))
            .collect();
        assert_eq!(said, expected, "the table of {}", letters(&answers));
        let picture: Vec<Vec<String>> =
            files.letters().iter().zip(&stops).map(|(letter, stop)| files.options(letter, stop)).collect();
        assert_eq!(lit(figure), picture, "the picture of {}", letters(&answers));
        let asked = stops.iter().filter(|stop| !matches!(stop, Stop::Skipped | Stop::NotAsked)).count();
        let slots = [("asked", &*asked.to_string()), ("total", &*stops.len().to_string())];
        let sentence = files.phrase(if asked == stops.len() { "route_all" } else { "route_some" }, &slots);
        assert!(text(figure).contains(&sentence), "the sentence of {}", letters(&answers));
        assert_eq!(lit(figure).iter().filter(|stop| !stop.is_empty()).count(), asked);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_landmark_of_a_result_opens_by_a_name_of_its_own() {
    let html = page(&Rc::new(edition("en")), opened(&answers(PROGRAMMES[0]))).await;
    let names: Vec<String> = between(&html, "<button type=\"button\" data-action=\"compare\"", "</button>")
        .into_iter()
        .map(|button| text(&format!("<{button}")))
        .collect();
    let landmarks = &english().landmarks;
    for landmark in landmarks {
        assert!(names.contains(&format!("Compare with {}", landmark.name)), "{names:?}");
    }
    assert_eq!(names.len(), landmarks.len() + 3, "once in the list of all, and once more if near");
}

#[tokio::test(flavor = "current_thread")]
async fn a_tried_answer_is_compared_and_said_to_be_tried() {
    let tried = Action::Tried(edition_files::question('h'), edition_files::options("1"));
    let opening = [opened(&answers(PROGRAMMES[0])), vec![tried, Action::LandmarkOpened(0)]].concat();
    let html = page(&Rc::new(edition("en")), opening).await;
    assert_eq!(rows(&html)[5].1[0], "Peers themselves");
    let note = text(&format!("<{}", between(&html, "<p data-section=\"trial\"", "</p>")[0]));
    assert!(note.starts_with("With “Peers themselves” instead of “A partnership”"), "{note}");
}
