//! Pointing at the map: hover, tap or the keyboard on a landmark or a kind tells below the map what it is.
//!
//! The map is one tab stop; within it the arrow keys go from item to item, Home and End to the first and the last, and
//! the letter of a kind to that kind. Everything that pointing tells is in the lists and the table too.

use super::geometry::{Point, Rect, number};
use super::landmark_number;
use super::layout::Map;
use crate::app::{Action, Item};
use crate::edition::{Edition, Kind, Landmark, Phrase};
use crate::place::Placement;
use crate::view::kinds::{SEPARATOR, disc, how, letter};
use crate::view::landmarks::{inferred, source, stands};
use crate::view::mark::landmark_glyph;
use crate::view::prose::say;
use crate::view::{Scene, compare};
use std::rc::Rc;
use yew::{Callback, Html, KeyboardEvent, html};

/// What makes one of the two maps answer to pointing.
pub struct Pointing<'a> {
    scene: &'a Scene<'a>,
    /// The items of this map in the order of its drawing.
    items: Rc<[Item]>,
    /// The item in the order of tabs: the one that is explained, or else the first.
    stop: Option<Item>,
}

impl<'a> Pointing<'a> {
    pub(in crate::view) fn new(scene: &'a Scene<'a>, map: &Map) -> Self {
        let edition = scene.edition;
        let mut landmarks: Vec<usize> = Vec::new();
        for mark in &map.landmarks {
            if !landmarks.contains(&mark.index) {
                landmarks.push(mark.index);
            }
        }
        let drawn = |kind: &Kind| {
            let mut tabs = map.shapes.iter().map(|shape| shape.kind).chain(map.docked.iter().map(|(kind, _)| *kind));
            tabs.any(|drawn| drawn.id == kind.id)
        };
        let kinds = (0..edition.kinds.len()).filter(|index| edition.kinds.get(*index).is_some_and(drawn));
        let items: Rc<[Item]> = landmarks.into_iter().map(Item::Landmark).chain(kinds.map(Item::Kind)).collect();
        let explained = scene.state.explained.filter(|item| items.contains(item));
        let stop = explained.or_else(|| items.first().copied());
        Self { scene, items, stop }
    }

    /// Whether this kind is what is explained.
    pub fn explains(&self, kind: &Kind) -> bool {
        match self.scene.state.explained {
            Some(Item::Kind(index)) => self.scene.edition.kinds.get(index).is_some_and(|one| one.id == kind.id),
            _ => false,
        }
    }

    /// Wraps the drawing of an item, with a ground that can be hit and that shows the focus. Of several marks of one
    /// landmark, the first alone is read out.
    pub fn item(&self, item: Item, name: String, first: bool, hit: Html, body: Html) -> Html {
        let scene = self.scene;
        html! {
            <g class="pm-item" role={first.then_some("button")} aria-hidden={(!first).then_some("true")}
                tabindex={first.then(|| if self.stop == Some(item) { "0" } else { "-1" })}
                aria-label={first.then_some(name)} data-explained={(scene.state.explained == Some(item)).to_string()}
                onmouseover={scene.when(Action::Hovered(item))} onclick={scene.when(Action::Explained(item))}
                onfocus={scene.when(Action::Explained(item))} onkeydown={self.keys(item)}>
                { hit }{ body }
            </g>
        }
    }

    /// The surface of a region, which answers as its tab does. It is not read out: the tab is.
    pub fn surface(&self, kind: &Kind, path: String) -> Html {
        let Some(index) = self.scene.edition.kinds.iter().position(|one| one.id == kind.id) else {
            return Html::default();
        };
        let item = Item::Kind(index);
        html! {
            <path class="m-surface" d={path} onmouseover={self.scene.when(Action::Hovered(item))}
                onclick={self.scene.when(Action::Explained(item))} />
        }
    }

    fn keys(&self, item: Item) -> Callback<KeyboardEvent> {
        let (items, send) = (Rc::clone(&self.items), self.scene.send.clone());
        let edition = Rc::clone(&self.scene.props.edition);
        Callback::from(move |event: KeyboardEvent| {
            // Shortcuts belong to the browser.
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            if let Some(next) = next(&edition, &items, item, &event.key()) {
                // The page would scroll.
                event.prevent_default();
                send.emit(Action::SteppedTo(next));
            }
        })
    }
}

/// Where a key leads from an item.
fn next(edition: &Edition, items: &[Item], from: Item, key: &str) -> Option<Item> {
    let at = items.iter().position(|item| *item == from)?;
    let to = match key {
        "ArrowRight" | "ArrowDown" => at + 1,
        "ArrowLeft" | "ArrowUp" => at.checked_sub(1)?,
        "Home" => 0,
        "End" => items.len().checked_sub(1)?,
        "Enter" | " " => at,
        _ => {
            let lettered = |kind: &Kind| {
                kind.letter.is_some_and(|letter| key.eq_ignore_ascii_case(letter.encode_utf8(&mut [0; 4])))
            };
            let kind = edition.kinds.iter().position(lettered)?;
            items.iter().position(|item| *item == Item::Kind(kind))?
        }
    };
    items.get(to).copied()
}

/// The ground of an item, which takes the pointer: larger than the item itself.
pub fn hit(rect: Rect, radius: f64) -> Html {
    let Rect { x, y, w, h } = rect;
    html! { <rect class="m-hit" x={number(x)} y={number(y)} width={number(w)} height={number(h)} rx={number(radius)} /> }
}

/// The ground of a mark.
pub fn hit_mark(at: Point, radius: f64) -> Html {
    hit(Rect::around(at, 2.0 * radius, 2.0 * radius), radius)
}

/// What the map tells of the item that was pointed at; before that, how to point.
pub(super) fn explanation(scene: &Scene, placement: Option<&Placement>) -> Html {
    let edition = scene.edition;
    let (words, ways) = match scene.state.explained {
        Some(Item::Kind(index)) => {
            let kind = edition.kinds.get(index);
            (kind.map(|kind| kind_words(edition, placement, kind)), Html::default())
        }
        Some(Item::Landmark(index)) => {
            let landmark = edition.landmarks.get(index);
            (landmark.map(|landmark| landmark_words(edition, index, landmark)), landmark_ways(scene, index))
        }
        None => (None, Html::default()),
    };
    let hint = || html! { <p class="pm-note">{ say(edition, Phrase::ExplainHint) }</p> };
    html! {
        <div class="pm-explain" onmouseover={scene.when(Action::Released)}>
            <div role="status">{ words.unwrap_or_else(hint) }</div>
            { ways }
        </div>
    }
}

fn kind_words(edition: &Edition, placement: Option<&Placement>, kind: &Kind) -> Html {
    let matches = placement.and_then(|placement| placement.matches(kind));
    html! {
        <div class="pm-explained">
            { letter(kind, disc(matches)) }
            <p>
                <b>{ kind.name.clone() }</b>
                if let Some(matches) = matches { <span class="pm-quiet">{ SEPARATOR }{ say(edition, how(matches)) }</span> }
                <span class="pm-line">{ kind.description.clone() }</span>
            </p>
        </div>
    }
}

fn landmark_words(edition: &Edition, index: usize, landmark: &Landmark) -> Html {
    let number = landmark_number(edition, index);
    html! {
        <div class="pm-explained">
            { landmark_glyph(edition, landmark, number, false) }
            <p>
                <b>{ landmark.name.clone() }</b>
                <span class="pm-quiet">{ SEPARATOR }{ landmark.countries.join(SEPARATOR) }</span>
                <span class="pm-line">{ stands(edition, index) }</span>
                <span class="pm-line pm-quiet">{ inferred(edition, landmark) }</span>
            </p>
        </div>
    }
}

fn landmark_ways(scene: &Scene, index: usize) -> Html {
    let Some(landmark) = scene.edition.landmarks.get(index) else { return Html::default() };
    html! { <p class="pm-ways">{ source(scene.edition, landmark) }{ compare::open(scene, index) }</p> }
}
