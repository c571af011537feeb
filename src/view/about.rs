//! About: what this is, where it comes from, what is ours and what is the paper's.

use super::{Scene, frame};
use crate::edition::{Edition, Phrase, Status};
use crate::view::Release;
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
                { citation(scene.edition) }
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
            { section(Phrase::AboutPrivacyTitle, html! {
                <><p>{ text(Phrase::AboutPrivacy) }</p><p>{ text(Phrase::AboutKept) }</p></>
            }) }
            { section(Phrase::AboutLanguagesTitle, html! { <p>{ text(Phrase::AboutLanguages) }</p> }) }
            if let Some(address) = scene.beside("accessibility") {
                <p><a href={address}>{ text(Phrase::AboutAccessibility) }</a></p>
            }
            { section(Phrase::AboutEditionTitle, html! { <>{ this_edition(scene.edition) }{ release(scene) }</> }) }
        </article>
    }
}

/// Which software this is, where that is told: whoever has a file on a disk sees how old it is.
fn release(scene: &Scene) -> Html {
    let Some(Release { version, date }) = &scene.props.release else { return Html::default() };
    html! { <p>{ scene.edition.words[Phrase::AboutRelease].fill(&[("version", version), ("date", date)]) }</p> }
}

/// The publication that the map rests on.
pub(super) fn citation(edition: &Edition) -> Html {
    let citation = &edition.citation;
    let address = format!("https://doi.org/{}", citation.doi);
    html! {
        <p class="pm-cite" lang="en">
            { citation.authors.clone() }{ ". " }<cite>{ citation.title.clone() }</cite>{ ". " }
            { citation.published.clone() }{ ". " }<a href={address}>{ "doi:" }{ citation.doi.clone() }</a>
        </p>
    }
}

/// Which edition this is, how far its wording is its authors', and where corrections go.
pub(super) fn this_edition(edition: &Edition) -> Html {
    html! {
        <>
        <p>{ edition_sentence(edition) }</p>
        if let Some(contact) = &edition.contact {
            <p>{ say(edition, Phrase::AboutContact) }{ " " }<a href={contact.clone()}>{ contact.clone() }</a></p>
        }
        </>
    }
}

/// Which edition this is, and how far its wording is its authors', in a sentence.
pub(super) fn edition_sentence(edition: &Edition) -> String {
    let words = &edition.words;
    let status = match edition.status {
        Status::Working => Phrase::StatusWorking,
        Status::Published => Phrase::StatusPublished,
    };
    words[Phrase::AboutEdition].fill(&[("id", &edition.id()), ("status", words[status].text())])
}
