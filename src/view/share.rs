//! Share or keep: the code and the link.

use super::{Outward, Scene};
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
                <p class="pm-status" role="status">{ status(scene) }</p>
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

fn status(scene: &Scene) -> Option<String> {
    let phrase = match scene.state.outcome? {
        Outcome::Copied => Phrase::Copied,
        Outcome::NotCopied => Phrase::CopyFailed,
        Outcome::Saved => Phrase::Saved,
        Outcome::NotSaved => Phrase::SaveFailed,
    };
    Some(scene.edition.words[phrase].text().to_owned())
}
