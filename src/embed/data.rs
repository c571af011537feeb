//! Codes and classifications for scripts, in the built-in edition and its earlier versions.

use super::fetch::Files;
use super::session::{Editions, built_in};
use super::value::{plain, script};
use crate::classification::{classify, read_answers, reading};
use crate::edition::{Answers, Edition};
use crate::link::{Name, Source, decode, encode};
use js_sys::TypeError;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use web_sys::Element;

/// Reads and writes codes, and classifies.
#[wasm_bindgen]
pub struct Data {
    editions: Editions,
    today: Rc<Edition>,
}

#[wasm_bindgen]
impl Data {
    /// Loads what is needed for that; `host` and `integrity` are as of a widget.
    ///
    /// # Errors
    ///
    /// If the built-in edition cannot be read; the console says why.
    pub async fn load(host: Element, integrity: JsValue) -> Result<Data, JsError> {
        let window = web_sys::window().ok_or_else(|| JsError::new("Peer Map needs a window"))?;
        let files = Files::new(window, JsValue::UNDEFINED, integrity);
        let loaded = built_in(&host, &files, &[]).await;
        let loaded = loaded.map_err(|failure| JsError::new(&format!("Peer Map has no edition: {failure:?}")))?;
        let (editions, today) = loaded.into_editions();
        Ok(Self { editions, today })
    }

    /// What these answers say.
    ///
    /// # Errors
    ///
    /// A `TypeError` that names the answer, or the name, that is none.
    pub fn classify(&self, answers: &JsValue, name: Option<String>) -> Result<JsValue, TypeError> {
        let (answers, name) = self.read(answers, name)?;
        Ok(script(&classify(&self.today, &answers, name.as_ref())))
    }

    /// The code of these answers; undefined if there are none.
    ///
    /// # Errors
    ///
    /// The same.
    pub fn encode(&self, answers: &JsValue, name: Option<String>) -> Result<Option<String>, TypeError> {
        let (answers, name) = self.read(answers, name)?;
        Ok(encode(&self.today, &answers, name.as_ref()))
    }

    /// What a code says, and what is wrong with it in this language, in the edition that it names if that is there.
    pub async fn decode(&self, text: String, language: String) -> JsValue {
        let version = self.editions.version(&text, Source::Link).unwrap_or(self.today.version);
        let loaded = self.editions.load(version, &[language]).await;
        let edition = loaded.map_or_else(|_| Rc::clone(&self.today), |(edition, _)| edition);
        script(&reading(&edition, &decode(&edition, &text, Source::Link)))
    }

    fn read(&self, answers: &JsValue, name: Option<String>) -> Result<(Answers, Option<Name>), TypeError> {
        let answers = read_answers(&self.today, &plain(answers));
        let answers = answers.map_err(|fault| TypeError::new(&fault.to_string()))?;
        let name = match name {
            Some(name) => {
                let unfit = || TypeError::new("name: should be a text of 1 to 60 characters, without controls");
                Some(Name::new(&name).ok_or_else(unfit)?)
            }
            None => None,
        };
        Ok((answers, name))
    }
}
