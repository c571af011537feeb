//! Sending a link: by the share menu of the device, and by e-mail.

use super::which::chosen;
use crate::edition::{Kind, Phrase};
use crate::view::plain_text::{Subject, brief, sentence};
use crate::view::prose::say;
use crate::view::{Outward, Scene, Shared};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use yew::{Html, html};

/// What stands for itself in an address; all else is encoded (RFC 3986, section 2.3; RFC 6068, section 2).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The longest address that a letter begins with, in characters. Windows hands no address over 2,046 to a mail program,
/// and says nothing of it.
const MOST: usize = 2_000;

/// The ways to send it, with its whole `text`.
pub(super) fn ways(scene: &Scene, previewed: Option<&Kind>, subject: &Subject, text: &str) -> Html {
    let title = scene.edition.words[Phrase::EmailSubject].text();
    html! {
        <p class="pm-actions">
            if let Some(link) = subject.link.filter(|_| scene.props.sharing.menu) {
                { menu(scene, title, previewed, subject, link) }
            }
            <a class="pm-btn is-second" data-action="share-email" href={email(scene, title, subject, text)}>
                { say(scene.edition, Phrase::ShareEmail) }
            </a>
        </p>
    }
}

/// A private link goes without the sentence: whoever carries the message would read in it what the link keeps from them.
fn menu(scene: &Scene, title: &str, previewed: Option<&Kind>, subject: &Subject, link: &str) -> Html {
    let text = match chosen(scene, previewed) {
        Some(_) => sentence(scene.edition, subject.answers),
        None => title.to_owned(),
    };
    let shared = Shared { title: title.to_owned(), text, link: link.to_owned() };
    html! {
        <button class="pm-btn is-second" type="button" data-action="share-menu"
            onclick={scene.ask(Outward::ShareAsked(shared))}>{ say(scene.edition, Phrase::ShareSheet) }</button>
    }
}

/// An address that begins a letter to nobody in particular: with everything, or where that is too long in short.
fn email(scene: &Scene, title: &str, subject: &Subject, text: &str) -> String {
    let address = |body: &str| {
        // A line of a letter ends in both characters (RFC 6068, section 5).
        let body = body.replace('\n', "\r\n");
        let [title, body] = [title, &body].map(|text| utf8_percent_encode(text, RESERVED));
        format!("mailto:?subject={title}&body={body}")
    };
    let full = address(text);
    if full.len() <= MOST { full } else { address(&brief(scene.edition, subject)) }
}
