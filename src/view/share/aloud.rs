//! The code in large type, to read it aloud.

use crate::edition::Phrase;
use crate::view::Scene;
use crate::view::prose::say;
use yew::{Html, html};

/// How many characters of a name stand together.
const NAME: usize = 4;

pub(super) fn fold(scene: &Scene, code: &str) -> Html {
    // The spaces are text: whoever copies it, or hears it, has them too. A field for codes takes no notice of them.
    let group = |group: String| html! { <><span>{ group }</span>{ " " }</> };
    html! {
        <details class="pm-fold" data-fold="aloud">
            <summary><h3>{ say(scene.edition, Phrase::CodeAloud) }</h3></summary>
            <p class="pm-aloud" dir="ltr" translate="no">{ for groups(code).into_iter().map(group) }</p>
            <p class="pm-note">{ say(scene.edition, Phrase::AloudNote) }</p>
        </details>
    }
}

/// A code as it is read aloud: each question with its options, and hyphens by themselves. `ps1 - k13 w14 d2 - g`
fn groups(code: &str) -> Vec<String> {
    let mut groups = Vec::new();
    for (index, part) in code.split('-').enumerate() {
        if index > 0 {
            groups.push("-".to_owned());
        }
        match index {
            1 => groups.extend(questions(part)),
            _ => groups.extend(part.as_bytes().chunks(NAME).map(|chunk| String::from_utf8_lossy(chunk).into_owned())),
        }
    }
    groups
}

/// The answers, each from its letter to the next.
fn questions(part: &str) -> Vec<String> {
    let mut questions: Vec<String> = Vec::new();
    for character in part.chars() {
        match questions.last_mut() {
            Some(question) if character.is_ascii_digit() => question.push(character),
            _ => questions.push(character.into()),
        }
    }
    questions
}
