//! What goes out of a group: its link, files, a picture, paper; and what this device keeps, if the reader wants it.

use super::{asking, button};
use crate::app::{Action, Group, Outcome};
use crate::edition::{Phrase, in_a_line};
use crate::view::props::Keeping;
use crate::view::prose::say;
use crate::view::{Outward, Scene, Table, qr, share};
use yew::{Html, html};

const LINK: &str = "group-link";

pub(super) fn out(scene: &Scene) -> Html {
    let edition = scene.edition;
    let code = scene.state.workshop.code(edition);
    let link = code.as_ref().and_then(|code| scene.props.link(code));
    let way = match (&link, &code) {
        (Some(link), _) => Some((Phrase::GroupLink, Phrase::CopyLink, link)),
        (None, Some(code)) => Some((Phrase::Code, Phrase::CopyCode, code)),
        (None, None) => None,
    };
    html! {
        <section class="pm-section" data-section="share">
            <h2 class="pm-h2">{ say(edition, Phrase::GroupShare) }</h2>
            <div class="pm-share">
                if let Some((label, copy, value)) = way {
                    <div class="pm-fields">
                        { share::field(scene, LINK, label, copy, value) }
                        { names(scene) }
                        <div>
                            { share::status(scene, |outcome| share::copying(outcome, &[LINK])) }
                            if link.is_some() { { holds(scene) } } else { { share::no_link(scene) } }
                        </div>
                    </div>
                }
                if let Some(link) = &link { { qr::group(scene, link) } }
                { files(scene) }
                { share::picture(scene) }
                { keeping(scene) }
            </div>
        </section>
    }
}

/// What the link holds, and what it does not tell.
fn holds(scene: &Scene) -> Html {
    let (words, workshop) = (&scene.edition.words, &scene.state.workshop);
    let named = workshop.names && workshop.members.iter().any(|member| member.name.is_some());
    let hidden = workshop.members.iter().filter(|member| member.hidden).count();
    let unchecked = workshop.members.iter().filter(|member| member.unchecked && !member.hidden).count();
    let counted = |phrase: Phrase, count: usize| (count > 0).then(|| words[phrase].fill(&[("n", &count.to_string())]));
    let said = |phrase: Phrase| words[phrase].text().to_owned();
    let sentences = [
        Some(said(if named { Phrase::GroupLinkNames } else { Phrase::GroupLinkNote })),
        counted(Phrase::GroupLinkUnchecked, unchecked),
        workshop.eyes.then(|| said(Phrase::GroupLinkEyes)),
        counted(Phrase::GroupLinkHidden, hidden),
    ];
    html! {
        <p class="pm-note" role="status" key={scene.edition.spoken().tag.clone()}>
            { in_a_line(sentences.into_iter().flatten()) }
        </p>
    }
}

fn names(scene: &Scene) -> Html {
    let workshop = &scene.state.workshop;
    if workshop.members.iter().all(|member| member.name.is_none()) {
        return Html::default();
    }
    html! {
        <label class="pm-option pm-names">
            <input type="checkbox" name="names" checked={workshop.names}
                onchange={scene.when(Action::Group(Group::NamesLinked(!workshop.names)))} />
            <span class="pm-text"><span class="pm-name">{ say(scene.edition, Phrase::GroupNames) }</span></span>
        </label>
    }
}

fn files(scene: &Scene) -> Html {
    let told = scene.state.outcome.and_then(|outcome| match outcome {
        Outcome::FileSaved => Some(Phrase::GroupFileSaved),
        Outcome::FileNotSaved => Some(Phrase::GroupFileFailed),
        _ => None,
    });
    html! {
        <div class="pm-picture" data-section="files">
            <h3>{ say(scene.edition, Phrase::GroupFiles) }</h3>
            <p class="pm-actions">
                { asking(scene, "save-csv", Phrase::GroupCsv, Outward::TableAsked(Table::Csv)) }
                { asking(scene, "save-json", Phrase::GroupJson, Outward::TableAsked(Table::Json)) }
            </p>
            <p class="pm-note">{ say(scene.edition, Phrase::GroupFilesNote) }</p>
            <p class="pm-status" role="status">{ told.map(|told| say(scene.edition, told)) }</p>
        </div>
    }
}

/// One switch: off until the reader turns it on, and off again with everything that was kept.
fn keeping(scene: &Scene) -> Html {
    let edition = scene.edition;
    let keeping = &scene.props.keeping;
    if matches!(keeping, Keeping::Other | Keeping::Overtaken) {
        return kept_elsewhere(scene);
    }
    let kept = match keeping {
        Keeping::On(kept) => Some(kept.clone()),
        _ => None,
    };
    let turned = scene.props.outward.reform({
        let on = kept.is_some();
        move |_: yew::Event| Outward::KeepAsked(!on)
    });
    html! {
        <div class="pm-picture" data-section="keep">
            <h3>{ say(edition, Phrase::GroupKeepTitle) }</h3>
            <label class="pm-option">
                <input type="checkbox" name="keep" checked={kept.is_some()} aria-labelledby="pm-keep-name"
                    aria-describedby="pm-keep-note" onchange={turned} />
                <span class="pm-text">
                    <span class="pm-name" id="pm-keep-name">{ say(edition, Phrase::GroupKeep) }</span>
                    <span class="pm-say" id="pm-keep-note">{ say(edition, Phrase::GroupKeepNote) }</span>
                </span>
            </label>
            <p class="pm-status" role="status">
                if *keeping == Keeping::Failed { { say(edition, Phrase::GroupKeepFailed) } }
            </p>
            if let Some(kept) = kept {
                <details class="pm-fold" data-fold="kept">
                    <summary><h3 id="pm-kept-title">{ say(edition, Phrase::GroupKept) }</h3></summary>
                    <textarea class="pm-copy" name="kept" readonly=true rows="8" aria-labelledby="pm-kept-title" value={kept} />
                </details>
            }
        </div>
    }
}

/// Where the device keeps another group than the one that is shown, nothing is written over it.
pub(super) fn kept_elsewhere(scene: &Scene) -> Html {
    let phrase = match scene.props.keeping {
        Keeping::Other => Phrase::GroupKeptOther,
        Keeping::Overtaken => Phrase::GroupKeptOvertaken,
        _ => return Html::default(),
    };
    html! {
        <div class="pm-picture" data-section="keep">
            <p role="status">{ say(scene.edition, phrase) }</p>
            <p class="pm-actions">
                { asking(scene, "kept-open", Phrase::GroupKeptOpen, Outward::KeptAsked) }
                { asking(scene, "kept-delete", Phrase::GroupKeptDelete, Outward::KeepAsked(false)) }
            </p>
        </div>
    }
}

/// A way into the group from the result of one programme.
pub(in crate::view) fn join(scene: &Scene) -> Html {
    button(scene, "group-join", Phrase::GroupJoin, Group::Joined)
}
