//! Below the map: kinds that may lie anywhere on it, and how to read it.

use super::geometry::Point;
use super::plan::has_no_place;
use crate::app::{Action, Item};
use crate::edition::{Edition, Kind, Phrase, Shape};
use crate::place::{Match, Placement, Region, region};
use crate::view::Scene;
use crate::view::kinds::{disc, hue};
use crate::view::mark::{arrow_glyph, drawn, glyph, mark, numeral};
use crate::view::prose::{prose, say};
use yew::{Html, MouseEvent, classes, html};

/// The kinds that the place of a mark does not tell: those that may lie anywhere, and those that fit a programme that
/// stands elsewhere than their outline. Those that fit are lit, as on your mark; each can be explained as on the map.
pub(super) fn anywhere(scene: &Scene, placement: Option<&Placement>) -> Html {
    let edition = scene.edition;
    let standing = placement.map(|placement| placement.standing);
    let lit = |kind: &Kind| placement?.shown(kind);
    let shown = |kind: &Kind| {
        let elsewhere = lit(kind).is_some_and(|matches| matches != Match::Nearest);
        region(edition, kind) == Region::Anywhere || elsewhere && has_no_place(edition, kind, standing)
    };
    let chip = |(index, kind): (usize, &Kind)| {
        html! {
            <button class="pm-chip" type="button" data-action="explain"
                onclick={scene.when::<MouseEvent>(Action::Explained(Item::Kind(index)))}>
                <span class={classes!("pm-letter", "is-small", hue(kind), disc(lit(kind)))} aria-hidden="true">{ for kind.letter }</span>
                { kind.name.clone() }
            </button>
        }
    };
    let kinds: Vec<Html> = edition.kinds.iter().enumerate().filter(|(_, kind)| shown(kind)).map(chip).collect();
    if kinds.is_empty() {
        return Html::default();
    }
    let label = edition.words[Phrase::Colon].fill(&[("label", edition.words[Phrase::AnywhereOnMap].text())]);
    html! { <p class="pm-anywhere"><span>{ label }{ " " }</span>{ for kinds }</p> }
}

/// How to read the map. Nothing is said of what is not on it: landmarks in an edition without any, and without a
/// programme its filled mark, its arrow and what is near it.
pub fn key(edition: &Edition, programme: bool) -> Html {
    let landmarks = if edition.landmarks.is_empty() {
        Html::default()
    } else {
        html! {
            <>
                { item(glyph(classes!("is-landmark"), &[Shape::Circle], numeral(9)), say(edition, Phrase::KeyNumbered)) }
                <li class="pm-only-narrow">
                    <svg class="pm-glyph" viewBox="-15.5 -15.5 31 31" aria-hidden="true" focusable="false">
                        { mark(classes!("is-dot"), Point::default(), 6.0, &[Shape::Circle], Html::default()) }
                    </svg>
                    <span>{ say(edition, Phrase::KeySmall) }</span>
                </li>
                if programme {
                    { item(glyph(classes!("is-landmark", "is-near"), &[Shape::Circle], numeral(9)), say(edition, Phrase::KeyBold)) }
                }
                { item(glyph(classes!("is-landmark", "is-inferred"), &[Shape::Circle], numeral(9)), say(edition, Phrase::KeyDashed)) }
            </>
        }
    };
    html! {
        <div class="pm-key">
            <h3>{ say(edition, Phrase::KeyTitle) }</h3>
            <p>{ say(edition, Phrase::KeyPosition) }</p>
            <div>
                <p>{ say(edition, Phrase::KeyShape) }</p>
                <ul>{ shapes(edition) }</ul>
            </div>
            if programme {
                <div>
                    <p>{ say(edition, Phrase::KeyArrow) }</p>
                    <ul>{ arrows(edition) }</ul>
                </div>
            }
            <div>
                <ul>
                    if programme {
                        { item(glyph(classes!("is-you"), &[Shape::Circle], Html::default()), say(edition, Phrase::KeyFilled)) }
                    }
                    { landmarks }
                </ul>
                if !edition.landmarks.is_empty() { <p class="pm-note">{ say(edition, Phrase::KeyTwice) }</p> }
            </div>
        </div>
    }
}

/// A line of a key: a drawing, and what it says.
pub fn item(glyph: Html, words: Html) -> Html {
    html! { <li>{ glyph }<span>{ words }</span></li> }
}

/// Every shape, then the lowest below the uppermost, as they are laid on top of each other.
pub fn shapes(edition: &Edition) -> Html {
    let territory = &edition.territory;
    let drawn = drawn(edition.question(territory.shape), &territory.shapes);
    let key = |shapes: &[Shape], words: Html| item(glyph(classes!("is-key"), shapes, Html::default()), words);
    let lowest = drawn.iter().min_by_key(|(_, shape)| *shape);
    let uppermost = drawn.iter().max_by_key(|(_, shape)| *shape);
    let layered = lowest.zip(uppermost).filter(|(lower, upper)| lower.1 < upper.1).map(|(lower, upper)| {
        let names = [("a", upper.0.short.clone().into()), ("b", lower.0.short.clone().into())];
        key(&[lower.1, upper.1], prose(&edition.words[Phrase::Plus], &names))
    });
    let single = drawn.iter().map(|(choice, shape)| key(&[*shape], choice.short.clone().into()));
    single.chain(layered).collect()
}

fn arrows(edition: &Edition) -> Html {
    let territory = &edition.territory;
    let drawn = drawn(edition.question(territory.arrow), &territory.arrows);
    drawn.into_iter().map(|(choice, arrow)| item(arrow_glyph(arrow), choice.short.clone().into())).collect()
}
