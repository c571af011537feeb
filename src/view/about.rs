//! About: what this is, where it comes from, what is ours and what is the paper's.

use super::{Scene, frame};
use crate::edition::{Phrase, Status};
use crate::view::prose::say;
use yew::{Html, html};

pub(super) fn about(scene: &Scene) -> Html {
    let text = |phrase: Phrase| say(scene.edition, phrase);
    let section = |title: Phrase, body: Html| {
        html! { <section><h2 class="pm-h2">{ text(title) }</h2>{ body }</section> }
    };
    html! {
        <article class="pm-ask pm-about">
            { frame::back(scene) }
            <h1 class="pm-legend" tabindex="-1">{ text(Phrase::AboutTitle) }</h1>
            <p>{ text(Phrase::AboutWhat) }</p>
            { section(Phrase::AboutOriginTitle, html! {
                <>
                <p>{ text(Phrase::AboutOrigin) }</p>
                { citation(scene) }
                <p>{ text(Phrase::AboutOurs) }</p>
                </>
            }) }
            { section(Phrase::AboutKindsTitle, html! {
                <>
                <p>{ text(Phrase::AboutKinds) }</p>
                <p>{ text(Phrase::AboutLandmarks) }</p>
                <p>{ text(Phrase::AboutLabels) }</p>
                </>
            }) }
            { section(Phrase::AboutPrivacyTitle, html! { <p>{ text(Phrase::AboutPrivacy) }</p> }) }
            { section(Phrase::AboutLanguagesTitle, html! { <p>{ text(Phrase::AboutLanguages) }</p> }) }
            { section(Phrase::AboutEditionTitle, this_edition(scene)) }
        </article>
    }
}

fn citation(scene: &Scene) -> Html {
    let citation = &scene.edition.citation;
    let address = format!("https://doi.org/{}", citation.doi);
    html! {
        <p class="pm-cite" lang="en">
            { citation.authors.clone() }{ ". " }<cite>{ citation.title.clone() }</cite>{ ". " }
            { citation.published.clone() }{ ". " }<a href={address}>{ "doi:" }{ citation.doi.clone() }</a>
        </p>
    }
}

fn this_edition(scene: &Scene) -> Html {
    let words = &scene.edition.words;
    let status = match scene.edition.status {
        Status::Working => Phrase::StatusWorking,
        Status::Published => Phrase::StatusPublished,
    };
    let sentence = words[Phrase::AboutEdition].fill(&[("id", &scene.edition.id()), ("status", words[status].text())]);
    html! {
        <>
        <p>{ sentence }</p>
        if let Some(contact) = &scene.edition.contact {
            <p>{ say(scene.edition, Phrase::AboutContact) }{ " " }<a href={contact.clone()}>{ contact.clone() }</a></p>
        }
        </>
    }
}
