//! Share or keep: the link, the code, the QR code, and what else carries a result elsewhere.

mod aloud;
mod copies;
pub(super) mod name;
mod send;
mod which;

use super::plain_text::{Subject, plain_text};
use super::{Outward, Picture, Scene, qr};
use crate::app::{Outcome, Screen};
use crate::edition::Phrase;
use crate::link::Name;
use crate::place::Placement;
use crate::view::prose::say;
use yew::{Html, html};

const LINK: &str = "share-link";
const CODE: &str = "share-code";

pub(super) fn share(scene: &Scene, placement: &Placement) -> Html {
    let Some(code) = scene.state.own_code(scene.edition) else { return Html::default() };
    let previewed = which::previewed(scene, placement);
    let link = which::link(scene, previewed, &code);
    let (answers, name) = (&scene.state.answers, scene.state.name_in_link());
    let subject = Subject { answers, name, code: &code, link: link.as_deref() };
    let text = plain_text(scene.edition, &subject);
    html! {
        <section class="pm-section" data-section="share">
            <h2 class="pm-h2">{ say(scene.edition, Phrase::ShareTitle) }</h2>
            <div class="pm-share">
                <div class="pm-fields">
                    { which::choice(scene, previewed) }
                    if let Some(link) = &link { { field(scene, LINK, Phrase::Link, Phrase::CopyLink, link) } }
                    { field(scene, CODE, Phrase::Code, Phrase::CopyCode, &code) }
                    { send::ways(scene, previewed, &subject, &text) }
                    <div>
                        { status(scene, |outcome| copying(outcome, &[LINK, CODE]) || sharing(outcome)) }
                        if link.is_some() { { name::note(scene) } } else { { no_link(scene) } }
                    </div>
                </div>
                if let Some(link) = &link { { qr::qr(scene, link) } }
                <div class="pm-folds">
                    // A programme of a group is named above, and its group says whether links have names.
                    if !scene.state.is_in_group() { { name::fold(scene) } }
                    { aloud::fold(scene, &code) }
                    { copies::folds(scene, &subject, &text) }
                </div>
                { picture(scene) }
            </div>
        </section>
    }
}

/// Why there is no link.
pub(super) fn no_link(scene: &Scene) -> Html {
    html! { <p class="pm-note" data-link="none">{ say(scene.edition, Phrase::NoLink) }</p> }
}

/// A text to copy: by its button, or by hand where the browser does not let a page copy. Paper has it in full.
pub(super) fn field(scene: &Scene, name: &'static str, label: Phrase, copy: Phrase, value: &str) -> Html {
    let class = if name == LINK || name == "group-link" { "pm-btn" } else { "pm-btn is-second" };
    html! {
        <div class="pm-field">
            <label for={format!("pm-{name}")}>{ say(scene.edition, label) }</label>
            <input id={format!("pm-{name}")} name={name} type="text" readonly=true value={value.to_owned()} />
            <span class="pm-printed">{ value.to_owned() }</span>
            { copy_button(scene, name, class, copy, value) }
        </div>
    }
}

fn copy_button(scene: &Scene, name: &'static str, class: &'static str, words: Phrase, text: &str) -> Html {
    html! {
        <button class={class} type="button" data-action={format!("copy-{name}")}
            onclick={scene.ask(Outward::CopyAsked(name, text.to_owned()))}>{ say(scene.edition, words) }</button>
    }
}

/// The picture: saved or printed. It tells itself what came of it.
pub(super) fn picture(scene: &Scene) -> Html {
    let button = |action: &'static str, words: Phrase, wish: Outward| {
        html! {
            <button class="pm-btn is-second" type="button" data-action={action} onclick={scene.ask(wish)}>
                { say(scene.edition, words) }
            </button>
        }
    };
    html! {
        <div class="pm-picture" data-section="picture">
            <h3>{ say(scene.edition, Phrase::SavePicture) }</h3>
            <p class="pm-actions">
                { button("save-svg", Phrase::SaveSvg, Outward::PictureAsked(Picture::Svg)) }
                { button("save-png", Phrase::SavePng, Outward::PictureAsked(Picture::Png)) }
                { button("print", Phrase::PrintResult, Outward::PrintAsked) }
            </p>
            <p class="pm-note">{ say(scene.edition, if scene.state.screen == Screen::Group { Phrase::GroupSaveNote } else { Phrase::SaveNote }) }</p>
            { status(scene, |outcome| matches!(outcome, Outcome::Saved | Outcome::NotSaved)) }
        </div>
    }
}

/// Whether it came of copying one of these fields.
pub(super) fn copying(outcome: Outcome, fields: &[&str]) -> bool {
    matches!(outcome, Outcome::Copied(field) | Outcome::NotCopied(field) if fields.contains(&field))
}

fn sharing(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Shared | Outcome::NotShared)
}

/// What came of the buttons above, if it is an outcome that is told `here`: where the reader is.
pub(super) fn status(scene: &Scene, here: impl Fn(Outcome) -> bool) -> Html {
    let outcome = scene.state.outcome.filter(|outcome| here(*outcome));
    let sentence = outcome.map(|outcome| told(scene, outcome));
    html! { <p class="pm-status" role="status">{ sentence }</p> }
}

fn told(scene: &Scene, outcome: Outcome) -> String {
    let words = &scene.edition.words;
    let phrase = match outcome {
        Outcome::Copied(_) => Phrase::Copied,
        Outcome::NotCopied(_) => Phrase::CopyFailed,
        Outcome::Saved => Phrase::Saved,
        Outcome::NotSaved => Phrase::SaveFailed,
        // The menu of the device has said it itself.
        Outcome::Shared => return String::new(),
        Outcome::NotShared => Phrase::ShareFailed,
        Outcome::NotNamed => Phrase::NameRefused,
        Outcome::FileSaved => Phrase::GroupFileSaved,
        Outcome::FileNotSaved => Phrase::GroupFileFailed,
    };
    words[phrase].fill(&[("most", &Name::MOST.to_string())])
}
