//! Pairs of a group: the nearest and the farthest, and those that say the same.

use super::last::Aggregates;
use super::named;
use crate::edition::Phrase;
use crate::group::{Member, Pair};
use crate::view::Scene;
use crate::view::kinds::SEPARATOR;
use crate::view::prose::{prose, say};
use yew::{Html, html};

/// How many sets with the same answers are listed, and how many of one set are named.
const SETS: usize = 10;
const NAMED: usize = 12;

pub(super) fn pairs(scene: &Scene, aggregates: &Aggregates) -> Html {
    let (edition, pairs) = (scene.edition, aggregates.pairs());
    if pairs.nearest.is_empty() && pairs.alike.is_empty() && !pairs.left_out {
        return Html::default();
    }
    html! {
        <section class="pm-section pm-pairs" data-section="pairs">
            <h2 class="pm-h2">{ say(edition, Phrase::GroupPairsTitle) }</h2>
            if pairs.left_out {
                <p class="pm-note">{ say(edition, Phrase::GroupPairsLeft) }</p>
            } else {
                <p class="pm-note">{ say(edition, Phrase::GroupPairsNote) }</p>
            }
            <div class="pm-pair-lists">
                { some(scene, Phrase::GroupNearest, "nearest", &pairs.nearest) }
                // Of few programmes the nearest pairs are the farthest too.
                if pairs.farthest.iter().any(|pair| !pairs.nearest.contains(pair)) {
                    { some(scene, Phrase::GroupFarthest, "farthest", &pairs.farthest) }
                }
                { alike(scene, &pairs.alike) }
            </div>
        </section>
    }
}

fn some(scene: &Scene, title: Phrase, name: &'static str, pairs: &[Pair]) -> Html {
    let members = &scene.state.workshop.members;
    if pairs.is_empty() {
        return Html::default();
    }
    html! {
        <div data-pairs={name}>
            <h3>{ say(scene.edition, title) }</h3>
            <ul>{ for pairs.iter().map(|pair| item(scene, members, pair)) }</ul>
        </div>
    }
}

fn item(scene: &Scene, members: &[Member], pair: &Pair) -> Html {
    let edition = scene.edition;
    let both = [("a", named(edition, members, pair.a)), ("b", named(edition, members, pair.b))];
    let questions: Vec<&str> = pair.differing.iter().map(|id| edition.question(*id).short.as_str()).collect();
    let differ = match questions[..] {
        // One of them was not sure, or was not asked.
        [] => edition.words[Phrase::GroupPairUnsure].text().to_owned(),
        _ => edition.words[Phrase::GroupPairDiffer].fill(&[("questions", &questions.join(SEPARATOR))]),
    };
    html! {
        <li>
            <p>{ prose(&edition.words[Phrase::GroupPair], &both) }</p>
            <p class="pm-note">{ differ }</p>
        </li>
    }
}

fn alike(scene: &Scene, sets: &[Vec<usize>]) -> Html {
    let members = &scene.state.workshop.members;
    if sets.is_empty() {
        return Html::default();
    }
    let set = |set: &Vec<usize>| {
        let names = set.iter().take(NAMED).enumerate().map(|(at, index)| {
            html! { <>if at > 0 { { SEPARATOR } }{ named(scene.edition, members, *index) }</> }
        });
        let more = set.len().saturating_sub(NAMED);
        html! { <li>{ for names }if more > 0 { { format!(" + {more}") } }</li> }
    };
    let more = sets.len().saturating_sub(SETS);
    html! {
        <div data-pairs="alike">
            <h3>{ say(scene.edition, Phrase::GroupAlike) }</h3>
            <ul>
                { for sets.iter().take(SETS).map(set) }
                if more > 0 { <li>{ format!("+ {more}") }</li> }
            </ul>
        </div>
    }
}
