//! From plain values to an [`Edition`]. All validation happens here and in `check`.

mod changes;
mod labels;
mod map;
mod names;
mod questions;

use super::plain::{At, Faults};
use super::*;
use changes::{check_changes, read_changes};
use map::{read_kinds, read_landmarks, read_territory};
use names::Names;
use questions::{read_headings, read_questions};

impl TryFrom<RawEdition> for Edition {
    type Error = Vec<Fault>;

    /// # Errors
    ///
    /// Every fault of both files, each with its path.
    fn try_from(raw: RawEdition) -> Result<Self, Vec<Fault>> {
        let faults = Faults::default();
        let structure = At::root(&raw.structure, "edition", &faults);
        let words = At::root(&raw.words, "words", &faults);
        let edition = read_edition(&structure, &words);
        // What follows from ids is only worth checking once the ids are right.
        if faults.is_empty() {
            check::questions(&structure, &edition.questions);
            check_changes(&structure, &edition);
        }
        // Where routing has a fault, the landmarks would only repeat it.
        if faults.is_empty() {
            check::landmarks(&structure, &edition.questions, &edition.landmarks);
        }
        faults.into_result(edition)
    }
}

const STRUCTURE: [&str; 12] = [
    "id",
    "version",
    "changes",
    "status",
    "contact",
    "citation",
    "languages",
    "headings",
    "questions",
    "kinds",
    "territory",
    "landmarks",
];

fn read_edition(structure: &At, words: &At) -> Edition {
    let names = Names::read(&structure.get("questions"));
    // Without the ids of the questions, all that names one would be told as a fault of its own.
    let (asked, worded) = match structure.is_sound() {
        true => (structure.clone(), words.clone()),
        false => (structure.muted(), words.muted()),
    };
    structure.expect_keys(&STRUCTURE);
    words.expect_keys(&["language", "headings", "questions", "kinds", "territory", "countries", "interface"]);
    let languages = read_languages(&structure.get("languages"));
    let (name, version) = (read_name(&structure.get("id")), structure.get("version").whole(999));
    Edition {
        name,
        version,
        changes: structure.find("changes").map_or_else(Vec::new, |at| read_changes(&at, version)),
        status: structure.get("status").one_of(&[("working", Status::Working), ("published", Status::Published)]),
        contact: structure.find("contact").as_ref().map(read_address),
        citation: read_citation(&structure.get("citation")),
        language: find_language(&words.get("language"), &languages),
        languages,
        headings: read_headings(&asked.get("headings"), &worded.get("headings"), &names),
        questions: read_questions(&asked.get("questions"), &worded.get("questions"), &names),
        kinds: read_kinds(&asked.get("kinds"), &worded.get("kinds"), &names),
        territory: read_territory(&asked.get("territory"), &worded.get("territory"), &names),
        landmarks: read_landmarks(&asked.get("landmarks"), &worded.get("countries"), &names),
        words: Words::read(&words.get("interface")),
    }
}

fn read_name(at: &At) -> String {
    let name = at.text();
    if !name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        at.fault("should be lower-case letters a to z");
    }
    name
}

/// An address that is safe to put into a link: an edition may come from elsewhere.
fn read_address(at: &At) -> String {
    let address = at.text();
    if !["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)) {
        at.fault("should be an address that begins with https:, http: or mailto:");
    }
    address
}

fn read_citation(at: &At) -> Citation {
    at.expect_keys(&["authors", "title", "published", "doi"]);
    let text = |key: &str| at.get(key).text();
    Citation { authors: text("authors"), title: text("title"), published: text("published"), doi: text("doi") }
}

fn read_languages(at: &At) -> Vec<Language> {
    let items = at.list();
    let languages: Vec<Language> = items.iter().map(read_language).collect();
    for (index, (language, at)) in languages.iter().zip(&items).enumerate() {
        let Some(tag) = &language.extends else { continue };
        // The first language that fits a reader is given, so what is whole comes before what only extends it.
        if !languages[..index].iter().any(|earlier| earlier.tag == *tag && earlier.extends.is_none()) {
            at.get("extends").fault("should be the tag of a language before this one, which extends none itself");
        }
    }
    languages
}

fn read_language(at: &At) -> Language {
    at.expect_keys(&["tag", "name", "review", "direction", "extends"]);
    let review = [("original", Review::Original), ("unreviewed", Review::Unreviewed), ("reviewed", Review::Reviewed)];
    let directions = [Direction::LeftToRight, Direction::RightToLeft].map(|direction| (direction.word(), direction));
    Language {
        tag: read_tag(&at.get("tag")),
        name: at.get("name").text(),
        review: at.get("review").one_of(&review),
        direction: at.find("direction").map_or_else(Direction::default, |at| at.one_of(&directions)),
        extends: at.find("extends").as_ref().map(read_tag),
    }
}

/// A tag is also the name of a file, so it must not lead to another folder.
fn read_tag(at: &At) -> String {
    let tag = at.text();
    if !tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        at.fault("should be letters, digits and hyphens, such as “zh-Hans”");
    }
    tag
}

/// The tags of the languages that an edition declares, before any of its words are read; none where that has a fault.
pub fn tags(structure: &Plain) -> Vec<String> {
    let faults = Faults::default();
    let languages = At::root(structure, "edition", &faults).get("languages").list();
    let tags = languages.iter().map(|at| read_tag(&at.get("tag"))).collect();
    faults.into_result(tags).unwrap_or_default()
}

/// The tag of the language that the language of `tag` extends, before any words are read; `None` where it extends none.
pub fn extended(structure: &Plain, tag: &str) -> Option<String> {
    let faults = Faults::default();
    let languages = At::root(structure, "edition", &faults).get("languages").list();
    let language = languages.iter().find(|at| at.get("tag").text() == tag)?;
    let extended = language.find("extends").as_ref().map(read_tag);
    faults.into_result(extended).ok().flatten()
}

/// Every word in the language of `tag`, as [`RawEdition`] takes them: its file, over that of the language that it extends.
/// `file` reads the file of a tag.
///
/// # Errors
///
/// What `file` says of either.
pub fn words_in<E>(structure: &Plain, tag: &str, file: impl Fn(&str) -> Result<Plain, E>) -> Result<Plain, E> {
    let own = file(tag)?;
    match extended(structure, tag) {
        Some(extended) => Ok(own.over(file(&extended)?)),
        None => Ok(own),
    }
}

fn find_language(at: &At, languages: &[Language]) -> usize {
    let tag = at.text();
    languages.iter().position(|language| language.tag == tag).unwrap_or_else(|| {
        at.fault(format!("“{tag}” is not among the languages of the edition"));
        0
    })
}

/// The ids of the items of a list, none of them twice.
fn read_ids(at: &At, what: &str) -> Vec<String> {
    let items = at.list();
    let ids: Vec<String> = items.iter().map(|at| at.get("id").text()).collect();
    for (index, (id, at)) in ids.iter().zip(&items).enumerate() {
        if ids[..index].contains(id) {
            at.fault(format!("this id is already another {what}'s"));
        }
    }
    ids
}

fn read_short(words: &At, most: usize) -> String {
    let at = words.get("short");
    let short = at.text();
    let letters = short.chars().filter(|character| !character.is_whitespace()).count();
    if letters > most {
        at.fault(format!("is {letters} letters long; figures have room for {most}"));
    }
    short
}
