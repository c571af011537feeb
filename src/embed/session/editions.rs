//! The editions of a widget: today's, and the earlier versions of it, each in a folder beside today's that is called by its
//! name. What was fetched once is kept.

use super::super::fetch::{self, Files};
use crate::edition::{Edition, Plain, negotiate, tags};
use crate::link::{Source, edition_of};
use crate::view::Failure;
use std::cell::RefCell;
use std::rc::Rc;

pub(in super::super) struct Editions {
    files: Files,
    /// The folder of today's edition, with a slash at its end.
    folder: String,
    name: String,
    latest: u16,
    /// What is the same in every language, by versions.
    structures: RefCell<Vec<(u16, Plain)>>,
    kept: RefCell<Vec<Rc<Edition>>>,
}

impl Editions {
    pub(in super::super) fn new(files: Files, folder: String, structure: Plain, today: &Rc<Edition>) -> Self {
        Self {
            files,
            folder,
            name: today.name.clone(),
            latest: today.version,
            structures: RefCell::new(vec![(today.version, structure)]),
            kept: RefCell::new(vec![Rc::clone(today)]),
        }
    }

    /// The version that a text needs: today's for no text at all, and `None` where any version says the same of it.
    pub(in super::super) fn version(&self, text: &str, source: Source) -> Option<u16> {
        if text.trim().is_empty() && source == Source::Link {
            return Some(self.latest);
        }
        let named = edition_of(text, source).filter(|(name, version)| *name == self.name && *version <= self.latest);
        named.map(|(_, version)| version)
    }

    pub(super) fn files(&self) -> &Files {
        &self.files
    }

    pub(super) fn latest(&self) -> u16 {
        self.latest
    }

    /// The folder of a version.
    pub(super) fn folder(&self, version: u16) -> String {
        if version == self.latest { self.folder.clone() } else { format!("{}../{}{version}/", self.folder, self.name) }
    }

    /// A version, and `today` beside it where that is another: this version in the best language for `wanted`.
    ///
    /// # Errors
    ///
    /// Why the edition cannot be used.
    pub(in super::super) async fn load(
        &self,
        version: u16,
        wanted: &[String],
    ) -> Result<(Rc<Edition>, Option<Rc<Edition>>), Failure> {
        let edition = self.load_one(version, wanted).await?;
        let newer = match version == self.latest {
            true => None,
            false => Some(self.load_one(self.latest, wanted).await?),
        };
        Ok((edition, newer))
    }

    async fn load_one(&self, version: u16, wanted: &[String]) -> Result<Rc<Edition>, Failure> {
        let folder = self.folder(version);
        let structure = self.structures.borrow().iter().find(|(of, _)| *of == version).map(|(_, plain)| plain.clone());
        let structure = match structure {
            Some(structure) => structure,
            None => self.files.plain(&format!("{folder}edition.json")).await?,
        };
        let tags = tags(&structure);
        let available: Vec<&str> = tags.iter().map(String::as_str).collect();
        let tag = tags.get(negotiate(wanted.iter().map(String::as_str), &available)).ok_or(Failure::Unreachable)?;
        let kept = |edition: &&Rc<Edition>| edition.version == version && edition.spoken().tag == *tag;
        if let Some(edition) = self.kept.borrow().iter().find(kept) {
            return Ok(Rc::clone(edition));
        }
        let own = self.files.plain(&format!("{folder}{tag}.json"));
        let words = self.files.words(&folder, &structure, tag, own).await?;
        let edition = Rc::new(fetch::edition(&structure, words)?);
        if (&edition.name, edition.version) != (&self.name, version) {
            let first = format!("{folder} has the edition {}", edition.id());
            return Err(Failure::Faulty { count: 1, first });
        }
        self.structures.borrow_mut().push((version, structure));
        self.kept.borrow_mut().push(Rc::clone(&edition));
        Ok(edition)
    }
}
