//! Which link is shared: the private one, or one that leads by the page of a kind.
//!
//! Both have the answers in the fragment, which browsers send to no server. The page of a kind is there for the programs
//! that show a picture and a title beside a link in a message: they fetch the address, so it tells them the kind.

use crate::app::{Action, LinkKind};
use crate::edition::{Kind, Phrase};
use crate::place::{Match, Placement};
use crate::view::Scene;
use crate::view::prose::say;
use yew::{Html, html};

/// The kind whose page a link may lead by: the first of the result. None where no such pages stand beside this one, where
/// they are those of another edition, and where no kind fits: a preview of the nearest would say what is not so.
pub(super) fn previewed<'e>(scene: &Scene, placement: &Placement<'e>) -> Option<&'e Kind> {
    let here = scene.props.sharing.previews && scene.props.newer.is_none();
    let first = placement.fits.first().filter(|fit| here && fit.matches != Match::Nearest);
    first.map(|fit| fit.kind)
}

/// The kind whose page the shared link leads by, if the reader chose that.
pub(super) fn chosen<'e>(scene: &Scene, previewed: Option<&'e Kind>) -> Option<&'e Kind> {
    previewed.filter(|_| scene.state.link == LinkKind::Preview)
}

/// The link that is shared; none where links to this page lead nowhere.
pub(super) fn link(scene: &Scene, previewed: Option<&Kind>, code: &str) -> Option<String> {
    let Some(kind) = chosen(scene, previewed) else { return scene.props.link(code) };
    let (folder, _) = scene.props.address.rsplit_once('/')?;
    let language = scene.edition.page_tag(scene.edition.spoken()).map_or_else(String::new, |tag| format!("{tag}/"));
    Some(format!("{folder}/kinds/{}/{language}#{code}", kind.id))
}

/// The choice, where there is one.
pub(super) fn choice(scene: &Scene, previewed: Option<&Kind>) -> Html {
    let Some(kind) = previewed else { return Html::default() };
    let words = &scene.edition.words;
    let preview = words[Phrase::LinkPreviewNote].fill(&[("kind", &kind.name)]);
    let private = words[Phrase::LinkPrivateNote].text().to_owned();
    html! {
        <fieldset class="pm-which">
            <legend>{ say(scene.edition, Phrase::WhichLink) }</legend>
            { option(scene, LinkKind::Private, "private", Phrase::LinkPrivate, private) }
            { option(scene, LinkKind::Preview, "preview", Phrase::LinkPreview, preview) }
        </fieldset>
    }
}

fn option(scene: &Scene, kind: LinkKind, value: &'static str, name: Phrase, note: String) -> Html {
    let (label, hint) = (format!("pm-link-{value}-name"), format!("pm-link-{value}"));
    html! {
        <label class="pm-option">
            <input type="radio" name="link" value={value} checked={scene.state.link == kind}
                aria-labelledby={label.clone()} aria-describedby={hint.clone()} onchange={scene.when(Action::LinkChosen(kind))} />
            <span class="pm-text">
                <span class="pm-name" id={label}>{ say(scene.edition, name) }</span>
                <span class="pm-say" id={hint}>{ note }</span>
            </span>
        </label>
    }
}
