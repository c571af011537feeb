//! Both pictures, sentence and table of the territory say the same thing, read back from the markup that a reader gets.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;
#[allow(clippy::panic, reason = "a test speaks by failing")]
mod markup;

use edition_files::{LANGUAGES, edition, json, random};
use markup::{Rendered, result};
use peer_map::edition::{Answers, Edition, Options, Phrase};
use peer_map::place::place;
use peer_map::view::territory::frame::{NARROW, WIDE};
use peer_map::view::territory::geometry::{Point, Rect};
use peer_map::view::territory::layout::{Map, map};
use peer_map::view::territory::spot::{Size, Spot};
use resvg::usvg::roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What a reader learns of the map: at each place, in words, who and what is there.
type Told = BTreeMap<String, Vec<String>>;

fn add(told: &mut Told, place: String, what: String) {
    let here = told.entry(place).or_default();
    if !here.contains(&what) {
        here.push(what);
    }
    here.sort();
}

/// The words of a box, from the files and not from the code under test.
fn place_words(tag: &str, edition: &Edition, spot: Spot) -> String {
    let (size, words) = (Size::of(edition), json(tag));
    let short = |letter: &str, step: usize| {
        let question = &words["questions"][letter];
        let option = |digit: usize| question["options"][digit.to_string()]["short"].as_str().unwrap().to_owned();
        let colon = words["interface"]["colon"].as_str().unwrap();
        let open = || format!("{} {}", colon.replace("{label}", question["short"].as_str().unwrap()), option(0));
        if step < 4 { option(step + 1) } else { open() }
    };
    let nobody = || words["interface"]["nobody_runs"].as_str().unwrap().to_owned();
    let row = if spot.row == 5 { words["interface"]["rim"].as_str().unwrap().to_owned() } else { short("f", spot.row) };
    let column = if spot.row == 0 || spot.column == size.no_column() { nobody() } else { short("h", spot.column) };
    format!("{row} · {column}")
}

fn spots(edition: &Edition) -> Vec<Spot> {
    let size = Size::of(edition);
    let boxes = (0..=size.rim()).flat_map(|row| (0..=size.no_column()).map(move |column| Spot { row, column }));
    boxes.filter(|spot| spot.row >= size.spanning || spot.column == 0).collect()
}

/// The box in which a point of the picture lies. The box between columns lies over two others and comes last.
fn box_at(map: &Map, spots: &[Spot], at: Point) -> Option<Spot> {
    spots.iter().copied().find(|spot| map.frame.rect(*spot).contains(Rect::new(at.x, at.y, 0.0, 0.0)))
}

fn numbers(text: &str) -> Vec<f64> {
    let parts = text.split(|character: char| !(character.is_ascii_digit() || matches!(character, '.' | '-')));
    parts.filter_map(|part| part.parse().ok()).collect()
}

/// The rectangle around a path of absolute coordinates.
fn around(path: &str) -> Rect {
    let numbers = numbers(path);
    let of = |start: usize| numbers.iter().skip(start).step_by(2).copied().collect::<Vec<f64>>();
    let (xs, ys) = (of(0), of(1));
    let least = |list: &[f64]| list.iter().copied().fold(f64::INFINITY, f64::min);
    let most = |list: &[f64]| list.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Rect::new(least(&xs), least(&ys), most(&xs) - least(&xs), most(&ys) - least(&ys))
}

fn has_class(node: Node, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

fn within<'a>(node: Node<'a, 'a>, class: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |one| has_class(*one, class))
}

fn at(mark: Node) -> Point {
    let numbers = numbers(mark.attribute("transform").unwrap_or("0 0"));
    Point::new(numbers[0], numbers[1])
}

/// The landmarks as the table names them: their numbers stand on the wide picture only.
fn named(edition: &Edition, wide: Node) -> BTreeMap<String, String> {
    let items = wide.descendants().filter_map(|item| Some((item, item.attribute("data-landmark")?)));
    let name = |(item, id): (Node, &str)| {
        let landmark = edition.landmarks.iter().find(|one| one.id == id).unwrap();
        let number: String = within(item, "m-num").filter_map(|node| node.text()).collect();
        (id.to_owned(), edition.words[Phrase::ItemLandmark].fill(&[("n", &number), ("name", &landmark.name)]))
    };
    items.map(name).collect()
}

/// What the picture tells, by where things are drawn.
fn told_by_picture(tag: &str, edition: &Edition, map: &Map, svg: Node, landmarks: &BTreeMap<String, String>) -> Told {
    let words = |phrase: Phrase| edition.words[phrase].text().to_owned();
    let (mut told, spots) = (Told::new(), spots(edition));
    let place = |spot: Spot| place_words(tag, edition, spot);
    let mark_place = |mark: Node, between: bool| match box_at(map, &spots, at(mark)) {
        // Only a programme that no column applies to stands on the line between two columns.
        Some(spot) if between => place(Spot { column: Size::of(edition).no_column(), ..spot }),
        Some(spot) => place(spot),
        None => words(Phrase::TableClear),
    };
    let alone =
        map.yours.iter().any(|yours| yours.spot.is_some_and(|spot| spot.column == Size::of(edition).no_column()));
    for mark in within(svg, "is-you") {
        add(&mut told, mark_place(mark, alone), words(Phrase::YourProgramme));
    }
    for (item, id) in svg.descendants().filter_map(|item| Some((item, item.attribute("data-landmark")?))) {
        within(item, "pm-mark").for_each(|mark| add(&mut told, mark_place(mark, false), landmarks[id].clone()));
    }
    for (path, text) in areas(edition, svg) {
        let covered = spots.iter().filter(|spot| spot.column <= Size::of(edition).columns);
        for spot in covered.filter(|spot| path.contains(center(map, **spot))) {
            let own = told.get(&place(*spot)).is_some_and(|here| here.contains(&words(Phrase::YourProgramme)));
            if !(own && text == words(Phrase::SomewhereHere)) {
                add(&mut told, place(*spot), text.clone());
            }
        }
    }
    told
}

fn center(map: &Map, spot: Spot) -> Rect {
    let middle = map.frame.rect(spot).middle();
    Rect::new(middle.x, middle.y, 0.0, 0.0)
}

/// The regions of kinds and the bands of the programme, each with its words.
fn areas(edition: &Edition, svg: Node) -> Vec<(Rect, String)> {
    let paths = |node: Node, class: &'static str| -> Vec<Rect> {
        node.descendants().filter(|one| has_class(*one, class)).map(|one| around(one.attribute("d").unwrap())).collect()
    };
    let mut areas: Vec<(Rect, String)> = Vec::new();
    for region in svg.descendants().filter(|node| has_class(*node, "pm-region")) {
        let kind = edition.kinds.iter().find(|one| Some(one.id.as_str()) == region.attribute("data-kind")).unwrap();
        let letter = kind.letter.unwrap().to_string();
        let text = edition.words[Phrase::ItemKind].fill(&[("letter", &letter), ("kind", &kind.name)]);
        areas.extend(paths(region, "r-line").into_iter().map(|path| (path, text.clone())));
    }
    let somewhere = edition.words[Phrase::SomewhereHere].text();
    areas.extend(paths(svg, "pm-area-line").into_iter().map(|path| (path, somewhere.to_owned())));
    areas
}

fn told_by_table(table: Node) -> Told {
    let text =
        |node: Node| node.descendants().filter_map(|one| one.text().filter(|_| one.is_text())).collect::<String>();
    let mut told = Told::new();
    for row in table.descendants().filter(|node| node.has_tag_name("tr")) {
        let Some(place) = row.children().find(|node| node.attribute("scope") == Some("row")) else { continue };
        for item in row.descendants().filter(|node| node.has_tag_name("li")) {
            add(&mut told, text(place), text(item));
        }
    }
    told
}

/// Without the kinds that do not fit, which the narrow picture leaves out.
fn narrowed(edition: &Edition, mut told: Told, wide: Node) -> Told {
    let regions = within(wide, "pm-region").chain(within(wide, "pm-tab"));
    let lit =
        regions.filter(|region| ["is-full", "is-possible", "is-nearest"].iter().any(|lit| has_class(*region, lit)));
    let lit: Vec<&str> = lit.filter_map(|region| region.attribute("data-kind")).collect();
    let shown = |what: &str| {
        let kind = edition.kinds.iter().find(|kind| what.ends_with(kind.name.as_str()));
        kind.is_none_or(|kind| lit.contains(&kind.id.as_str()))
    };
    told.values_mut().for_each(|here| here.retain(|what| shown(what)));
    told.retain(|_, here| !here.is_empty());
    told
}

/// Without what the picture draws otherwise: the kind of the rim, whose outline is the ground's own until it fits, and
/// the kind without a letter, which lies nowhere.
fn comparable(edition: &Edition, mut told: Told) -> Told {
    let rim = edition.words[Phrase::Rim].text();
    let outlined = |place: &str, what: &str| {
        let kind = edition.kinds.iter().find(|kind| what.ends_with(kind.name.as_str()));
        kind.is_none_or(|kind| kind.letter.is_some() && !place.starts_with(rim))
    };
    told.iter_mut().for_each(|(place, here)| here.retain(|what| outlined(place, what)));
    told.retain(|_, here| !here.is_empty());
    told
}

/// The words in bold in the sentence, which are the rows and the columns.
fn sentence_agrees(tag: &str, answers: &Answers, rendered: &Rendered, told: &Told) {
    let words = json(tag);
    let yours = words["interface"]["your_programme"].as_str().unwrap();
    let steps = |axis: &str, letter: &str| {
        let inline = words["territory"][axis].as_object().unwrap().iter();
        let named = inline.filter(|(_, step)| {
            rendered.bold.iter().any(|bold| bold.split(" · ").any(|one| one == step["inline"].as_str().unwrap()))
        });
        let short = |digit: &str| words["questions"][letter]["options"][digit]["short"].as_str().unwrap().to_owned();
        named.map(|(digit, _)| short(digit)).collect::<Vec<String>>()
    };
    let (rows, columns) = (steps("rows", "f"), steps("columns", "h"));
    for (place, _) in told.iter().filter(|(_, here)| here.iter().any(|what| what == yours)) {
        let (row, column) = place.split_once(" · ").unwrap_or((place, ""));
        let unnamed = ["nobody_runs", "rim", "table_clear"].map(|key| words["interface"][key].as_str().unwrap());
        let unsure = |letter: &str, text: &str| {
            text.ends_with(words["questions"][letter]["options"]["0"]["short"].as_str().unwrap())
        };
        let known = |letter: &str, text: &str| !(text.is_empty() || unnamed.contains(&text) || unsure(letter, text));
        assert_eq!(known("f", row), rows.iter().any(|one| one == row), "{tag} {answers:?}: {place} and {rows:?}");
        if !rows.is_empty() || known("h", column) {
            assert_eq!(
                known("h", column),
                columns.iter().any(|one| one == column),
                "{tag} {answers:?}: {place} and {columns:?}"
            );
        }
    }
}

async fn check(tag: &str, edition: &Rc<Edition>, answers: &Answers) {
    let placement = place(edition, answers);
    let rendered = result(edition, answers).await;
    let [wide, narrow] = ["pm-map is-wide", "pm-map is-narrow"].map(|class| rendered.element("svg", class));
    let [wide, narrow, table] =
        [wide, narrow, rendered.element("table", "pm-table")].map(|part| Document::parse(part).unwrap());
    let landmarks = named(edition, wide.root_element());
    let told = comparable(edition, told_by_table(table.root_element()));
    let expected = [told.clone(), narrowed(edition, told.clone(), wide.root_element())];
    for ((svg, metrics), expected) in [(&wide, &WIDE), (&narrow, &NARROW)].into_iter().zip(expected) {
        let map = map(edition, Some(&placement), metrics);
        let picture = told_by_picture(tag, edition, &map, svg.root_element(), &landmarks);
        assert_eq!(comparable(edition, picture), expected, "{tag} {answers:?}, wide: {}", metrics.wide);
    }
    sentence_agrees(tag, answers, &rendered, &told);
}

#[tokio::test(flavor = "current_thread")]
async fn pictures_sentence_and_table_agree() {
    for tag in LANGUAGES {
        let edition = Rc::new(edition(tag));
        let landmarks = edition.landmarks.iter().map(|landmark| landmark.answers.clone());
        let unsure = edition
            .questions
            .iter()
            .fold(Answers::default(), |answers, question| answers.with(question.id, Options::UNSURE));
        let all: Vec<Answers> = landmarks.chain((0..120).map(|seed| random(&edition, seed))).chain([unsure]).collect();
        for answers in &all {
            check(tag, &edition, answers).await;
        }
    }
}
