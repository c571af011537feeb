//! Tables that a narrow container lays out as a list: there each cell names its column, in text.
//!
//! The roles say again what the elements are, because some browsers take a table laid out as blocks for none.

use super::kinds::label;
use crate::edition::{Edition, Phrase};
use crate::view::prose::say;
use yew::{Html, classes, html};

/// A table with its columns and what is in them: rows of [`row`] in one or several [`body`].
pub(super) fn table(class: Option<&'static str>, caption: Option<Html>, columns: &[&str], bodies: Html) -> Html {
    let column = |name: &&str| html! { <th scope="col" role="columnheader">{ (*name).to_owned() }</th> };
    html! {
        <table class={classes!("pm-table", class)} role="table">
            if let Some(caption) = caption { <caption>{ caption }</caption> }
            <thead role="rowgroup"><tr role="row">{ for columns.iter().map(column) }</tr></thead>
            { bodies }
        </table>
    }
}

/// Rows that belong together.
pub(super) fn body(rows: Html) -> Html {
    html! { <tbody role="rowgroup">{ rows }</tbody> }
}

/// What a row is about.
pub(super) fn head(content: Html) -> Html {
    html! { <th scope="row" role="rowheader">{ content }</th> }
}

/// A cell that names its column, which shows where the head of the table does not.
pub(super) fn cell(edition: &Edition, column: &str, content: Html) -> Html {
    html! { <td role="cell"><span class="pm-column">{ label(edition, column) }{ " " }</span>{ content }</td> }
}

/// A table beside a picture: folded on screens and open on paper.
pub(super) fn folded(edition: &Edition, title: Phrase, of: &'static str, table: Html) -> Html {
    html! {
        <details class="pm-fold" data-table={of}>
            <summary><h3>{ say(edition, title) }</h3></summary>
            { table }
        </details>
    }
}
