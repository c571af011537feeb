//! The result as text and as data, to copy.

use super::{copy_button, copying, status};
use crate::classification::{Layout, classify, json};
use crate::edition::Phrase;
use crate::view::Scene;
use crate::view::plain_text::Subject;
use crate::view::prose::say;
use yew::{Html, html};

pub(super) fn folds(scene: &Scene, subject: &Subject, text: &str) -> Html {
    let data = json(&classify(scene.edition, subject.answers, subject.name), Layout::Indented);
    html! {
        <>
        { fold(scene, "share-text", Phrase::AsText, Phrase::CopyText, text) }
        { fold(scene, "share-data", Phrase::AsData, Phrase::CopyData, &data) }
        </>
    }
}

fn fold(scene: &Scene, name: &'static str, title: Phrase, copy: Phrase, text: &str) -> Html {
    let id = format!("pm-{name}");
    html! {
        <details class="pm-fold" data-fold={name}>
            <summary><h3 id={id.clone()}>{ say(scene.edition, title) }</h3></summary>
            <textarea class="pm-copy" name={name} readonly=true rows="12" aria-labelledby={id} value={text.to_owned()} />
            { copy_button(scene, name, "pm-btn is-second", copy, text) }
            { status(scene, |outcome| copying(outcome, &[name])) }
        </details>
    }
}
