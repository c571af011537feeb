//! Fetching the labels of an edition, once a result is shown.

use super::fetch::{self, Files};
use super::latest::Latest;
use crate::edition::{Edition, Labels, Plain, RawLabels};
use crate::view::{Failure, Glossary};
use std::cell::RefCell;
use std::rc::Rc;

/// What has been asked for, and what of it serves every language.
#[derive(Default)]
pub(super) struct Loader {
    /// The edition whose labels were asked for last.
    asked: RefCell<Option<Rc<Edition>>>,
    /// A file without words is the same in every language; and its folder.
    structure: RefCell<Option<(String, Plain)>>,
    loads: Latest,
}

impl Loader {
    /// Whether the labels of this edition, in its language, have yet to be asked for; from now on they are not.
    pub(super) fn begin(&self, edition: &Rc<Edition>) -> bool {
        let before = self.asked.replace(Some(Rc::clone(edition)));
        !before.is_some_and(|before| Rc::ptr_eq(&before, edition))
    }

    /// The labels in the language of `edition`. The widget works without them, so a failure is only logged: the folder of
    /// another edition may well have none.
    ///
    /// Nothing comes of a load that another has followed, since what that one finds is newer.
    pub(super) async fn load(&self, files: &Files, folder: &str, edition: &Edition) -> Option<Glossary> {
        let load = self.loads.begin();
        let read = self.read(files, folder, edition).await;
        let glossary = match read {
            Ok(labels) => Glossary::Here(labels.into()),
            Err(_) => Glossary::Missing,
        };
        self.loads.is(load).then_some(glossary)
    }

    async fn read(&self, files: &Files, folder: &str, edition: &Edition) -> Result<Labels, Failure> {
        let tag = edition.spoken().base();
        let words = files.plain(&format!("{folder}labels.{tag}.json"));
        let kept = self.structure.borrow().clone().filter(|(of, _)| of == folder);
        let structure = match kept {
            Some((_, structure)) => structure,
            None => files.plain(&format!("{folder}labels.json")).await?,
        };
        let raw = RawLabels { structure, words: words.await? };
        let labels = Labels::read(edition, &raw).map_err(|faults| fetch::faulty(&faults))?;
        // A file that has faults is worth fetching again: it may have been half way through being replaced.
        *self.structure.borrow_mut() = Some((folder.to_owned(), raw.structure));
        Ok(labels)
    }
}
