//! The word that the reader uses: what it means in different places, and other words for the same place.
//!
//! It informs and never corrects: nothing here is an error, and nothing of it changes the result.

use super::{Glossary, Outward, Scene};
use crate::edition::{Edition, Kind, Label, Labels, Phrase, Use};
use crate::place::{Match, Placement, Standing};
use crate::view::prose::{list, prose, say};
use yew::{Html, classes, html};

pub(super) fn label(scene: &Scene, placement: &Placement) -> Html {
    let typed = scene.state.label.as_deref();
    html! {
        <section class={classes!("pm-section", "pm-label", typed.is_none().then_some("is-empty"))} data-section="label">
            <h2 class="pm-h2" id="pm-label-title" tabindex="-1">{ say(scene.edition, Phrase::LabelTitle) }</h2>
            { field(scene) }
            // It is there before it says anything, or screen readers would not notice when it does. It says one sentence:
            // what follows is read where it stands, not all at once.
            <div role="status">{ typed.map(|typed| answer(scene, typed)) }</div>
            if let (Some(typed), Glossary::Here(labels)) = (typed, &scene.props.glossary) {
                { labels.find(typed).map(|found| explanation(scene.edition, placement, labels, found, typed)) }
                { others(scene, placement, labels, typed) }
            }
        </section>
    }
}

fn field(scene: &Scene) -> Html {
    let label = scene.state.label.clone();
    html! {
        <form class="pm-word" novalidate=true>
            <label for="pm-label"><b>{ say(scene.edition, Phrase::LabelAsk) }</b></label>
            <span class="pm-note" id="pm-label-note">{ say(scene.edition, Phrase::LabelHint) }</span>
            // In capitals it is the attribute, which a field only begins with. Of `value`, Yew makes the property, and
            // every rendering would overwrite what is being typed.
            <input id="pm-label" name="label" type="text" list="pm-labels" aria-describedby="pm-label-note"
                autocomplete="off" spellcheck="false" maxlength="80" VALUE={label} />
            if let Glossary::Here(labels) = &scene.props.glossary { { suggestions(labels) } }
            <button class="pm-btn is-second" type="submit" data-action="label"
                onclick={scene.ask(Outward::LabelSubmitted)}>{ say(scene.edition, Phrase::LabelShow) }</button>
        </form>
    }
}

fn suggestions(labels: &Labels) -> Html {
    let words = labels.all().iter().flat_map(|label| [Some(&label.name), label.gloss.as_ref()]).flatten();
    html! { <datalist id="pm-labels">{ for words.map(|word| html! { <option value={word.clone()} /> }) }</datalist> }
}

/// What is said at once.
fn answer(scene: &Scene, typed: &str) -> Html {
    let phrase = match &scene.props.glossary {
        Glossary::Awaited => Phrase::LabelLoading,
        Glossary::Missing => Phrase::LabelFailed,
        Glossary::Here(labels) => match labels.find(typed) {
            None => Phrase::LabelUnknown,
            Some(found) if found.uses.len() == 1 => Phrase::LabelOneUse,
            Some(_) => Phrase::LabelUses,
        },
    };
    line("pm-said", prose(&scene.edition.words[phrase], &[("label", html! { <b>{ typed.to_owned() }</b> })]))
}

/// What the word means where, what it is easily taken for, and which kinds it goes with.
fn explanation(edition: &Edition, placement: &Placement, labels: &Labels, found: &Label, typed: &str) -> Html {
    html! {
        <>
        { name(found, typed) }
        <dl class="pm-uses" data-label={found.id.clone()}>{ for found.uses.iter().map(meaning) }</dl>
        { unlike(edition, labels, found) }
        { typical(edition, placement, found) }
        </>
    }
}

fn line(class: &'static str, text: Html) -> Html {
    html! { <p class={class}>{ text }</p> }
}

/// Which word is explained, where that is not plain from what was typed.
fn name(found: &Label, typed: &str) -> Html {
    if found.gloss.is_none() && found.is_named(typed) {
        return Html::default();
    }
    line("pm-term", word(found))
}

/// A word, and what it says in the reader's language, where it is of another.
fn word(label: &Label) -> Html {
    html! { <><b lang={label.language.clone()}>{ label.name.clone() }</b>{ gloss(label) }</> }
}

fn gloss(label: &Label) -> Option<Html> {
    label.gloss.as_ref().map(|gloss| html! { <span class="pm-quiet">{ format!(" {gloss}") }</span> })
}

fn meaning(one: &Use) -> Html {
    let source = html! {
        <a href={one.source.clone()} rel="noreferrer">
            { host(&one.source).to_owned() }<span class="pm-hidden">{ format!(" {}", one.place) }</span>
        </a>
    };
    entry(None, one.place.clone().into(), html! { <>{ format!("{} ", one.meaning) }{ source }</> })
}

fn entry(unlike: Option<String>, term: Html, text: Html) -> Html {
    html! { <div data-unlike={unlike}><dt>{ term }</dt><dd>{ text }</dd></div> }
}

/// Who publishes at an address, as people write it.
fn host(address: &str) -> &str {
    let host = address.split(['/', '?', '#']).nth(2).unwrap_or(address);
    host.strip_prefix("www.").unwrap_or(host)
}

fn unlike(edition: &Edition, labels: &Labels, found: &Label) -> Html {
    if found.unlike.is_empty() {
        return Html::default();
    }
    let other = |(other, text): (&Label, &str)| entry(Some(other.id.clone()), word(other), text.to_owned().into());
    html! {
        <>
        <h3>{ say(edition, Phrase::LabelUnlike) }</h3>
        <dl class="pm-uses">{ for labels.unlike(found).map(other) }</dl>
        </>
    }
}

/// The kinds that the word often goes with, and whether the answers say another.
fn typical(edition: &Edition, placement: &Placement, found: &Label) -> Html {
    let kinds: Vec<&Kind> = found.kinds.iter().filter_map(|index| edition.kinds.get(*index)).collect();
    if kinds.is_empty() {
        return Html::default();
    }
    let mut fitting = shown(placement).chain(placement.also_full.iter().chain(&placement.also_possible).copied());
    let here = fitting.any(|kind| kinds.iter().any(|typical| typical.id == kind.id));
    let names = kinds.iter().map(|kind| html! { <b>{ kind.name.clone() }</b> }).collect();
    let names = line("pm-typical", prose(&edition.words[Phrase::LabelTypical], &[("kinds", list(edition, names))]));
    // Where no kind fits, there is no place yet for “elsewhere” to be.
    match !here && shown(placement).next().is_some() {
        true => html! { <>{ names }{ line("pm-elsewhere", say(edition, Phrase::LabelElsewhere)) }</> },
        false => names,
    }
}

/// The kinds that are shown because they fit, or may.
fn shown<'e>(placement: &Placement<'e>) -> impl Iterator<Item = &'e Kind> {
    placement.fits.iter().filter(|fit| fit.matches != Match::Nearest).map(|fit| fit.kind)
}

/// Other words for where the programme stands, each of which can be looked up in turn.
fn others(scene: &Scene, placement: &Placement, labels: &Labels, typed: &str) -> Html {
    let edition = scene.edition;
    let at = |kind: &Kind| edition.kinds.iter().position(|one| one.id == kind.id);
    let kinds: Vec<usize> = match placement.standing {
        // What is no peer support has no names for it.
        Standing::Outside => Vec::new(),
        _ => shown(placement).filter_map(at).collect(),
    };
    let others = labels.of(&kinds, labels.find(typed));
    html! {
        <>
        { line("pm-sub", say(edition, Phrase::LabelAdvice)) }
        if !others.is_empty() {
            <h3>{ say(edition, Phrase::LabelOthers) }</h3>
            <ul class="pm-names">{ for others.into_iter().map(|label| other(scene, label)) }</ul>
        }
        { line("pm-note", say(edition, Phrase::LabelNote)) }
        </>
    }
}

fn other(scene: &Scene, label: &Label) -> Html {
    html! {
        <li key={label.id.clone()}>
            <button type="button" data-other={label.id.clone()}
                onclick={scene.ask(Outward::LabelAsked(label.name.clone()))}>
                <span lang={label.language.clone()}>{ label.name.clone() }</span>{ gloss(label) }
            </button>
        </li>
    }
}
