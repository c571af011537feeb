//! Native controls of a form, each with its label, its note, and room for what is wrong with it.

use crate::words::Message;
use yew::{Html, html};

/// A message without slots.
pub fn say(message: &Message) -> Html {
    message.text().to_owned().into()
}

/// A choice of one; the first is chosen.
pub fn radios(name: &'static str, title: &Message, options: &[(&'static str, &Message, Option<&Message>)]) -> Html {
    let option = |(index, (value, label, note)): (usize, &(&'static str, &Message, Option<&Message>))| {
        let id = format!("{name}-{value}");
        let described = note.map(|_| format!("{id}-note"));
        html! {
            <div class="option">
                <input type="radio" id={id.clone()} name={name} value={*value} checked={index == 0} aria-describedby={described.clone()} />
                <div>
                    <label for={id}>{ say(label) }</label>
                    if let Some(note) = note { <p class="note" id={described}>{ say(note) }</p> }
                </div>
            </div>
        }
    };
    let fault = format!("{name}-fault");
    html! {
        <fieldset data-choice={name}>
            <legend>{ say(title) }</legend>
            { for options.iter().enumerate().map(option) }
            <p class="fault" id={fault} hidden=true></p>
        </fieldset>
    }
}

/// A choice of one from a list: values and their names.
pub fn select(name: &'static str, title: &Message, note: Option<&Message>, options: Vec<(String, String)>) -> Html {
    let described = note.map(|_| format!("{name}-note"));
    html! {
        <div class="field" data-choice={name}>
            <label for={name}>{ say(title) }</label>
            <select id={name} name={name} aria-describedby={described.clone()}>
                { for options.into_iter().map(|(value, text)| html! { <option value={value}>{ text }</option> }) }
            </select>
            if let Some(note) = note { <p class="note" id={described}>{ say(note) }</p> }
        </div>
    }
}

/// A line of text.
pub fn text(name: &'static str, title: &Message, note: &Message) -> Html {
    let (about, fault) = (format!("{name}-note"), format!("{name}-fault"));
    html! {
        <div class="field" data-choice={name}>
            <label for={name}>{ say(title) }</label>
            <input id={name} name={name} type="text" spellcheck="false" autocapitalize="none" aria-describedby={format!("{fault} {about}")} />
            <p class="fault" id={fault} hidden=true></p>
            <p class="note" id={about}>{ say(note) }</p>
        </div>
    }
}
