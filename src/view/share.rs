//! Share or keep: the code, the link and the picture.

use super::{Outward, Picture, Scene};
use crate::app::Outcome;
use crate::edition::Phrase;
use crate::view::prose::say;
use yew::{Html, html};

pub(super) fn share(scene: &Scene) -> Html {
    let words = &scene.edition.words;
    let Some(code) = scene.state.code(scene.edition) else { return Html::default() };
    let link = format!("{}#{code}", scene.props.address);
    let name = scene.state.name.as_ref().map(|name| words[Phrase::NameInLink].fill(&[("name", name.as_str())]));
    html! {
        <section class="pm-section" data-section="share">
            <h2 class="pm-h2">{ say(scene.edition, Phrase::ShareTitle) }</h2>
            <div class="pm-share">
                { field(scene, "share-link", Phrase::Link, Phrase::CopyLink, link, true) }
                { field(scene, "share-code", Phrase::Code, Phrase::CopyCode, code, false) }
                <p class="pm-note">{ say(scene.edition, Phrase::ShareNote) }{ name.map(|name| format!(" {name}")) }</p>
                { status(scene, &[Outcome::Copied, Outcome::NotCopied]) }
                { picture(scene) }
            </div>
        </section>
    }
}

fn field(scene: &Scene, name: &'static str, label: Phrase, copy: Phrase, value: String, first: bool) -> Html {
    let class = if first { "pm-btn" } else { "pm-btn is-second" };
    html! {
        <div class="pm-field">
            <label for={format!("pm-{name}")}>{ say(scene.edition, label) }</label>
            <input id={format!("pm-{name}")} name={name} type="text" readonly=true value={value.clone()} />
            <button class={class} type="button" data-action={format!("copy-{name}")}
                onclick={scene.ask(Outward::CopyAsked(name, value))}>{ say(scene.edition, copy) }</button>
        </div>
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
            <p class="pm-note">{ say(scene.edition, Phrase::SaveNote) }</p>
            { status(scene, &[Outcome::Saved, Outcome::NotSaved]) }
        </div>
    }
}

/// What came of the buttons above, if it is one of these outcomes: said where the reader is.
fn status(scene: &Scene, of: &[Outcome]) -> Html {
    let outcome = scene.state.outcome.filter(|outcome| of.contains(outcome));
    let phrase = outcome.map(|outcome| match outcome {
        Outcome::Copied => Phrase::Copied,
        Outcome::NotCopied => Phrase::CopyFailed,
        Outcome::Saved => Phrase::Saved,
        Outcome::NotSaved => Phrase::SaveFailed,
        Outcome::NotShared => Phrase::ShareFailed,
        Outcome::NotNamed => Phrase::NameRefused,
    });
    html! { <p class="pm-status" role="status">{ for phrase.map(|phrase| say(scene.edition, phrase)) }</p> }
}
