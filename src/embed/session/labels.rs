//! Loading the labels while the widget is open.

use super::Session;
use crate::edition::Edition;
use crate::view::{Glossary, Props};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Session {
    /// Loads the labels of an edition that has just come.
    pub(super) fn load_labels(self: &Rc<Self>, edition: &Rc<Edition>) {
        let (session, edition) = (Rc::clone(self), Rc::clone(edition));
        spawn_local(async move {
            let folder = session.editions.folder(edition.version);
            let Some(glossary) = session.labels.load(session.editions.files(), &folder, &edition).await else { return };
            let props = session.props.borrow().clone();
            // Another language may have come meanwhile, without asking for labels of its own.
            if Rc::ptr_eq(&props.edition, &edition) {
                session.update(Props { glossary, ..props });
            }
        });
    }

    /// Whoever asks for a label once more asks for the labels that did not come, too.
    pub(super) fn load_labels_again(self: &Rc<Self>, edition: &Rc<Edition>) {
        let props = self.props.borrow().clone();
        if props.glossary == Glossary::Missing {
            self.update(Props { glossary: Glossary::Awaited, ..props });
            self.load_labels(edition);
        }
    }
}
