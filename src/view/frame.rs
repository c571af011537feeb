//! The frame around every screen: languages above, the whole map and About below.

use super::notice::notices;
use super::{Outward, Scene, about, compare, earlier, group, map, problem, question, result, summary};
use crate::app::{Action, Group, Overlay, Screen};
use crate::edition::Phrase;
use crate::view::prose::say;
use yew::{Html, html};

pub(super) fn frame(scene: &Scene) -> Html {
    let (name, screen) = match (scene.state.overlay(), scene.state.screen) {
        (Some(Overlay::About), _) => ("about", about::about(scene)),
        (Some(Overlay::Map), _) => ("map", map::map(scene)),
        (Some(Overlay::Landmark(index)), _) => ("landmark", compare::compare(scene, *index)),
        (Some(Overlay::Trial(..)), _) => ("trial", result::result(scene)),
        (Some(Overlay::Damaged(reading)), _) => ("damaged", problem::damaged(scene, reading)),
        (Some(Overlay::DamagedGroup(reading)), _) => ("damaged", problem::damaged_group(scene, reading)),
        (Some(Overlay::SideBySide), _) => ("side", group::side_by_side(scene)),
        (Some(Overlay::Presented(question, revealed)), _) => ("present", group::present(scene, *question, *revealed)),
        (None, Screen::Question(_)) => ("question", question::question(scene)),
        (None, Screen::Summary) => ("summary", summary::summary(scene)),
        (None, Screen::Result) => ("result", result::result(scene)),
        (None, Screen::Group) => ("group", group::group(scene)),
    };
    let code = match name {
        "result" => scene.state.own_code(scene.edition),
        "group" => scene.state.code(scene.edition),
        _ => None,
    };
    html! {
        <div class="peer-map" part="widget" lang={scene.edition.spoken().tag.clone()}
            dir={scene.edition.spoken().direction.word()} data-theme={scene.props.theme.word()}>
            <div class="pm" data-screen={name} data-code={code}>
                { languages(scene) }
                { notices(scene.edition, &scene.props.notices) }
                if matches!(name, "question" | "summary" | "result") { { earlier::earlier(scene) }{ group::bar(scene) } }
                { screen }
                { foot(scene, name) }
                { on_paper(scene, name) }
            </div>
        </div>
    }
}

fn languages(scene: &Scene) -> Html {
    let words = &scene.edition.words;
    let item = |(index, language): (usize, &crate::edition::Language)| {
        let current = (index == scene.edition.language).then_some("true");
        html! {
            <li key={index}>
                <button class="pm-change" type="button" lang={language.tag.clone()} aria-current={current}
                    onclick={scene.ask(Outward::LanguageChosen(index))}>{ language.name.clone() }</button>
            </li>
        }
    };
    html! {
        <nav class="pm-languages" aria-label={words[Phrase::Language].text().to_owned()}>
            <ul>{ for scene.edition.languages.iter().enumerate().map(item) }</ul>
        </nav>
    }
}

fn foot(scene: &Scene, screen: &str) -> Html {
    if matches!(screen, "about" | "present") {
        return Html::default();
    }
    html! {
        <footer class="pm-foot">
            if !scene.state.is_in_group() {
                <button class="pm-change" type="button" data-action="group" onclick={scene.on(Action::Group(Group::Opened))}>
                    { say(scene.edition, Phrase::GroupOpen) }
                </button>
            }
            if screen != "map" {
                <button class="pm-change" type="button" data-action="map" onclick={scene.on(Action::MapOpened)}>
                    { say(scene.edition, Phrase::MapOpen) }
                </button>
            }
            <button class="pm-change" type="button" data-action="about" onclick={scene.on(Action::AboutOpened)}>
                { say(scene.edition, Phrase::About) }
            </button>
        </footer>
    }
}

/// Whose figures these are, for whoever has the paper alone.
fn on_paper(scene: &Scene, screen: &str) -> Html {
    if !matches!(screen, "result" | "trial" | "map" | "landmark" | "group" | "side") {
        return Html::default();
    }
    html! { <p class="pm-on-paper">{ say(scene.edition, Phrase::PosterOurs) }</p> }
}

/// The way back, above the heading of a screen.
pub(super) fn back(scene: &Scene) -> Html {
    if !scene.state.can_step_back(scene.edition) {
        return Html::default();
    }
    html! {
        <button class="pm-back" type="button" data-action="back" onclick={scene.ask(Outward::BackAsked)}>
            { say(scene.edition, Phrase::Back) }
        </button>
    }
}
