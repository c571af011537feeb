//! Loading words while the page is open: another language, and the labels.

use super::super::fetch;
use super::Page;
use crate::edition::Edition;
use crate::view::{Glossary, Props};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Page {
    /// Shows everything in another language. Of two that are chosen one after another, only the last is shown.
    pub(super) fn load_language(self: &Rc<Self>, index: usize) {
        let (page, wish) = (Rc::clone(self), self.languages.begin());
        spawn_local(async move {
            let language = page.props.borrow().edition.languages.get(index).cloned();
            let Some(language) = language else { return };
            let words = fetch::plain(&page.window, &format!("{}{}.json", page.folder, language.tag)).await;
            if !page.languages.is(wish) {
                return;
            }
            let edition = words.and_then(|words| fetch::edition(&page.structure, words));
            let mut props = page.props.borrow().clone();
            match edition {
                Ok(edition) => {
                    page.address.write_language(&language.tag);
                    (props.edition, props.unloaded) = (Rc::new(edition), None);
                    props.glossary = Glossary::Awaited;
                }
                Err(_) => props.unloaded = Some(language.name),
            }
            page.update(props);
        });
    }

    fn update(&self, props: Props) {
        *self.props.borrow_mut() = props.clone();
        self.with_widget(|widget| widget.update(props));
    }

    /// Loads the labels of an edition that has just come.
    pub(super) fn load_labels(self: &Rc<Self>, edition: &Rc<Edition>) {
        let (page, edition) = (Rc::clone(self), Rc::clone(edition));
        spawn_local(async move {
            let Some(glossary) = page.labels.load(&page.window, &page.folder, &edition).await else { return };
            let props = page.props.borrow().clone();
            // Another language may have come meanwhile, without asking for labels of its own.
            if Rc::ptr_eq(&props.edition, &edition) {
                page.update(Props { glossary, ..props });
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
