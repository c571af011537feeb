//! Labels, from their two files.

use super::super::plain::{At, Faults};
use super::super::{Edition, Fault, Label, Labels, RawLabels, Use};
use super::{read_address, read_ids, read_tag};

impl Labels {
    /// The labels of an edition, in its language.
    ///
    /// # Errors
    ///
    /// Every fault of both files, each with its path, which begins with `labels` or `words`.
    pub fn read(edition: &Edition, raw: &RawLabels) -> Result<Self, Vec<Fault>> {
        let faults = Faults::default();
        let structure = At::root(&raw.structure, "labels", &faults);
        let words = At::root(&raw.words, "words", &faults);
        let ids = read_ids(&structure, "label");
        words.expect_keys(&ids);
        let items = structure.list();
        let worded: Vec<At> = ids.iter().map(|id| words.get(id)).collect();
        let kinds: Vec<String> = edition.kinds.iter().map(|kind| kind.id.clone()).collect();
        let read = |((at, words), id): ((&At, &At), &String)| {
            let label = read_label(at, words, &kinds, &ids);
            if label.unlike.iter().any(|(other, _)| ids.get(*other) == Some(id)) {
                at.get("unlike").fault("names the label itself");
            }
            label
        };
        let labels = items.iter().zip(&worded).zip(&ids).map(read).collect();
        let mut labels = Labels::new(edition.spoken().tag.clone(), labels);
        read_forms(&mut labels, &items, &worded);
        faults.into_result(labels)
    }
}

fn read_label(at: &At, words: &At, kinds: &[String], labels: &[String]) -> Label {
    at.expect_keys(&["id", "language", "name", "also", "kinds", "uses", "unlike"]);
    let unlike = at.find("unlike");
    let known = ["uses", "gloss", "unlike"];
    words.expect_keys(if unlike.is_some() { &known } else { &known[..2] });
    Label {
        id: at.get("id").text(),
        language: read_tag(&at.get("language")),
        name: at.get("name").text(),
        gloss: words.find("gloss").map(|at| at.text()),
        also: also(at).iter().map(At::text).collect(),
        kinds: at.get("kinds").list().iter().filter_map(|at| read_place(at, kinds, "kind")).collect(),
        uses: read_uses(&at.get("uses"), &words.get("uses")),
        unlike: unlike.map_or_else(Vec::new, |at| read_unlike(&at, words, labels)),
    }
}

fn also<'a>(at: &At<'a>) -> Vec<At<'a>> {
    at.find("also").map_or_else(Vec::new, |also| also.list())
}

/// The place of an id among others.
fn read_place(at: &At, ids: &[String], what: &str) -> Option<usize> {
    let id = at.text();
    let place = ids.iter().position(|known| *known == id);
    if place.is_none() {
        at.fault(format!("there is no {what} “{id}”"));
    }
    place
}

fn read_uses(sources: &At, words: &At) -> Vec<Use> {
    let (addresses, meanings) = (sources.list(), words.list());
    if addresses.is_empty() {
        sources.fault("should name at least one source");
    }
    if addresses.len() != meanings.len() {
        words.fault(format!("should be as many as the sources: {}, not {}", addresses.len(), meanings.len()));
    }
    let read = |(source, at): (&At, &At)| {
        at.expect_keys(&["where", "meaning"]);
        Use { place: at.get("where").text(), meaning: at.get("meaning").text(), source: read_page(source) }
    };
    addresses.iter().zip(&meanings).map(read).collect()
}

/// The address of something to read.
fn read_page(at: &At) -> String {
    let address = read_address(at);
    if address.starts_with("mailto:") {
        at.fault("should be the address of a page");
    }
    address
}

fn read_unlike(at: &At, words: &At, labels: &[String]) -> Vec<(usize, String)> {
    let items = at.list();
    // A label that is taken for no other has no sentences either.
    let Some(words) = words.find("unlike").or_else(|| (!items.is_empty()).then(|| words.get("unlike"))) else {
        return Vec::new();
    };
    let others: Vec<(Option<usize>, String)> =
        items.iter().map(|at| (read_place(at, labels, "label"), at.text())).collect();
    words.expect_keys(&others.iter().map(|(_, id)| id).collect::<Vec<_>>());
    others.into_iter().filter_map(|(place, id)| Some((place?, words.get(&id).text()))).collect()
}

/// What each label answers to. Names come before other spellings and those before glosses, so that what a text is
/// itself counts for more than what it translates.
fn read_forms(labels: &mut Labels, items: &[At], worded: &[At]) {
    let mut answer_to = |at: &At, index: usize| {
        if let Err(message) = labels.answer_to(&at.text(), index) {
            at.fault(message);
        }
    };
    for (index, at) in items.iter().enumerate() {
        answer_to(&at.get("name"), index);
    }
    for (index, at) in items.iter().enumerate() {
        also(at).iter().for_each(|at| answer_to(at, index));
    }
    for (index, at) in worded.iter().enumerate() {
        at.find("gloss").iter().for_each(|at| answer_to(at, index));
    }
}
