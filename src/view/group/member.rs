//! A programme of a group, opened by itself: which it is, what it is called there, and the way back.

use super::{button, called};
use crate::app::{Group, Told};
use crate::edition::Phrase;
use crate::link::Name;
use crate::view::prose::say;
use crate::view::{Outward, Scene};
use yew::{Html, html};

/// The bar above the screens of a programme of a group; nothing elsewhere.
pub(in crate::view) fn bar(scene: &Scene) -> Html {
    let workshop = &scene.state.workshop;
    let Some(index) = workshop.editing else { return Html::default() };
    let words = &scene.edition.words;
    let name = called(scene.edition, &workshop.members, index);
    let refused = workshop.told == Some(Told::NotNamed);
    let value = workshop.members.get(index).and_then(|member| member.name.as_ref()).map_or("", Name::as_str).to_owned();
    // Who leaves the field means what stands in it.
    let onchange = scene.props.outward.reform(move |_: yew::Event| Outward::RenameSubmitted(index));
    html! {
        <aside class="pm-of-group" data-of-group={(index + 1).to_string()}>
            <p><b>{ words[Phrase::GroupMemberOf].fill(&[("name", &name)]) }</b></p>
            <form class="pm-word" novalidate=true key={index}>
                <label for="pm-rename">{ say(scene.edition, Phrase::GroupRenameField) }</label>
                <input id="pm-rename" name="rename" type="text" ~defaultValue={value} aria-invalid={refused.then_some("true")}
                    aria-describedby="pm-rename-error" {onchange} autocomplete="off" spellcheck="false" dir="auto" />
                <p class="pm-error" id="pm-rename-error" role="alert">
                    if refused { { words[Phrase::NameRefused].fill(&[("most", &Name::MOST.to_string())]) } }
                </p>
                <p class="pm-actions">
                    <button class="pm-btn is-second" type="submit" data-action="rename"
                        onclick={scene.ask(Outward::RenameSubmitted(index))}>{ say(scene.edition, Phrase::GroupRename) }</button>
                    { button(scene, "group-back", Phrase::GroupBack, Group::Opened) }
                </p>
            </form>
        </aside>
    }
}
