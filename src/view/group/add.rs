//! Adding to a group: pasting, opening files, scanning.

use super::asking;
use crate::edition::Phrase;
use crate::view::prose::say;
use crate::view::{Keeping, Outward, Scene};
use yew::{Html, html};

/// The form, where there is nothing else yet.
pub(super) fn form(scene: &Scene) -> Html {
    let edition = scene.edition;
    let chosen = scene.props.outward.reform(|_: yew::Event| Outward::FilesChosen);
    html! {
        <form class="pm-word pm-add" novalidate=true data-drop="">
            <label for="pm-paste"><b>{ say(edition, Phrase::GroupField) }</b></label>
            <span class="pm-note" id="pm-paste-note">{ say(edition, Phrase::GroupHint) }</span>
            <textarea class="pm-copy" id="pm-paste" name="paste" rows="4" aria-describedby="pm-paste-note" autocomplete="off"
                autocapitalize="none" spellcheck="false" dir="auto" />
            <p class="pm-actions">
                <button class="pm-btn" type="submit" data-action="group-add" onclick={scene.ask(Outward::PasteSubmitted)}>
                    { say(edition, Phrase::GroupAdd) }
                </button>
                { asking(scene, "group-file", Phrase::GroupFile, Outward::FilesAsked) }
                // One button for both, so that the keyboard stays on it.
                if scene.props.scanning.is_on() {
                    { asking(scene, "group-scan", Phrase::GroupScanStop, Outward::ScanAsked(false)) }
                } else if scene.props.scanning.is_offered() {
                    { asking(scene, "group-scan", Phrase::GroupScan, Outward::ScanAsked(true)) }
                }
            </p>
            // The button above is what people see and reach; the browser opens its dialogue by this field.
            <input type="file" name="files" multiple=true hidden=true accept=".csv,.tsv,.txt,.json,text/*,application/json"
                onchange={chosen} />
            <p class="pm-note">{ say(edition, Phrase::GroupDrop) }</p>
            if !matches!(scene.props.keeping, Keeping::On(_) | Keeping::Other | Keeping::Overtaken) {
                <p class="pm-note">{ say(edition, Phrase::GroupPrivate) }</p>
            }
            { papers(scene) }
        </form>
    }
}

/// What is printed for a workshop, where such pages stand beside this one.
fn papers(scene: &Scene) -> Html {
    let Some((worksheet, poster)) = scene.beside("worksheet").zip(scene.beside("poster")) else {
        return Html::default();
    };
    let paper = |address: String, words: Phrase| html! { <a href={address}>{ say(scene.edition, words) }</a> };
    html! {
        <p class="pm-note pm-papers">
            <span>{ say(scene.edition, Phrase::GroupPapers) }</span>
            { paper(worksheet, Phrase::GroupWorksheet) }
            { paper(poster, Phrase::GroupPoster) }
        </p>
    }
}

/// The form, folded away where a group is shown.
pub(super) fn fold(scene: &Scene) -> Html {
    html! {
        <details class="pm-fold" data-fold="add">
            <summary><h3>{ say(scene.edition, Phrase::GroupAddFold) }</h3></summary>
            { form(scene) }
        </details>
    }
}

/// The picture of the camera, wherever the form is folded away.
pub(super) fn camera(scene: &Scene) -> Html {
    let scanning = scene.props.scanning;
    html! {
        <>
        if scanning.is_on() {
            <div class="pm-camera">
                <video muted=true playsinline=true />
                { asking(scene, "scan-stop", Phrase::GroupScanStop, Outward::ScanAsked(false)) }
            </div>
        }
        <p class="pm-status" role="status">
            if scanning.has_failed() { { say(scene.edition, Phrase::GroupScanFailed) } }
        </p>
        </>
    }
}
