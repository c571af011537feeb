//! The language of markup: what it says in its own, and the words of the others that must not be in it.

use super::unescaped;
use crate::edition_files::{LANGUAGES, json};
use serde_json::Value;

/// Shorter words may be the same in several languages, or part of others. In bytes: twelve Latin letters say about as
/// much as four characters of Chinese, which have three bytes each.
const SHORT: usize = 12;
/// Attributes that are shown or read out.
const SAID: [&str; 5] = ["aria-label", "alt", "placeholder", "title", "value"];
/// Elements of HTML that never close.
const VOID: [&str; 6] = ["input", "br", "hr", "img", "link", "meta"];

/// All that the markup says in a language, as text and as attributes, without the elements marked as another one's.
pub fn said_in(tag: &str, html: &str) -> String {
    let (mut said, mut within_other) = (String::new(), 0_usize);
    for part in html.split('<').skip(1) {
        let (element, text) = part.split_once('>').unwrap();
        let closes = element.starts_with('/');
        let open = !closes && !element.ends_with('/') && !VOID.contains(&element.split(' ').next().unwrap());
        let is_other = attribute(element, "lang").is_some_and(|lang| lang != tag);
        if within_other > 0 {
            within_other = within_other + usize::from(open) - usize::from(closes);
        } else if is_other {
            within_other = usize::from(open);
        } else {
            SAID.iter().filter_map(|name| attribute(element, name)).for_each(|value| said += &format!("{value}\n"));
        }
        if within_other == 0 {
            said += text;
            said.push('\n');
        }
    }
    unescaped(&said)
}

fn attribute<'h>(element: &'h str, name: &str) -> Option<&'h str> {
    let (_, rest) = element.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// The words of all other languages that the language of this tag does not have: each text of their files, or the
/// pieces of it around slots.
pub fn words_of_others(tag: &str) -> Vec<String> {
    let own = [texts(&json(tag)), texts(&json("edition"))].concat().join("\n");
    let others = LANGUAGES.into_iter().filter(|other| *other != tag);
    let texts = others.flat_map(|other| texts(&json(other)));
    let pieces = texts.flat_map(|text| pieces(&text));
    pieces.filter(|piece| piece.len() > SHORT && !own.contains(piece.as_str())).collect()
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(map) => map.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// A text without its slots.
fn pieces(text: &str) -> Vec<String> {
    let outside = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, outside)| outside));
    outside.map(|piece| piece.trim().to_owned()).collect()
}
