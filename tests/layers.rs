//! The invariants of the architecture that a compiler does not see.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use std::fs;
use std::path::{Path, PathBuf};

const LAYERS: &str =
    "Dependencies run one way: edition <- flow <- place, link <- classification, group <- app <- view <- embed.";
const TOOLS: &str = "Only `view` and `embed` name Yew; only `view` names qrcodegen; only `embed` names web-sys, gloo, \
                     wasm-bindgen and their kin.";
const ENTRY: &str = "`src/lib.rs` is the way in: it holds `mod` lines and nothing else.";
const CORE: &str = "The core neither panics nor does IO.";
const STYLES: &str = "One style sheet a view module, with the same name.";

/// Every module of `src/`, and the modules that it may name.
const MODULES: &[(&str, &[&str])] = &[
    ("edition", &[]),
    ("flow", &["edition"]),
    ("place", &["edition", "flow"]),
    ("link", &["edition", "flow"]),
    ("group", &["edition", "flow", "place", "link"]),
    ("classification", &["edition", "flow", "place", "link"]),
    ("app", &["edition", "flow", "place", "link", "group", "classification"]),
    ("view", &["edition", "flow", "place", "link", "group", "classification", "app"]),
    ("embed", &["edition", "flow", "place", "link", "group", "classification", "app", "view"]),
    ("main", &["embed"]),
];

/// Crates that only some modules may name, by the beginning of their names.
const CRATES: &[(&str, &[&str])] = &[
    ("yew", &["view", "embed"]),
    ("qrcodegen", &["view"]),
    ("web_sys", &["embed"]),
    ("gloo", &["embed"]),
    ("wasm_bindgen", &["embed"]),
    ("js_sys", &["embed"]),
    ("serde_wasm_bindgen", &["embed"]),
];

/// Sheets that hold a layer of the cascade, or what is of all views, instead of a view.
const LAYER_SHEETS: &[&str] = &["tokens", "base", "direction", "states"];

const PURE: &[&str] = &["edition", "flow", "place", "link", "group", "classification", "app"];
const PANICS: &[&str] = &["unwrap", "unwrap_err", "expect", "expect_err"];
const MACROS: &[&str] = &["panic", "todo", "unimplemented", "unreachable", "assert", "assert_eq", "dbg", "println"];
const IO: &[&str] = &["fs", "io", "env", "net", "process", "thread", "time"];

#[test]
fn every_module_keeps_to_its_layer() {
    for (path, source) in files(&root().join("src"), "rs") {
        let breaches = breaches(&path, &source);
        assert!(breaches.is_empty(), "src/{path} {}", breaches.join("\nand "));
    }
}

#[test]
fn every_module_stands_in_the_table() {
    for (path, _) in files(&root().join("src"), "rs") {
        let module = module(&path);
        let known = module == "lib" || MODULES.iter().any(|(name, _)| *name == module);
        assert!(known, "src/{path}: say in the table of tests/layers.rs what “{module}” may name. {LAYERS}");
    }
}

#[test]
fn every_style_sheet_has_its_view() {
    let views = files(&root().join("src/view"), "rs");
    for (sheet, _) in files(&root().join("styles"), "css") {
        let name = sheet.trim_end_matches(".css");
        let partner = views.iter().any(|(view, _)| view.trim_end_matches(".rs") == name);
        assert!(partner || LAYER_SHEETS.contains(&name), "styles/{sheet} has no src/view/{name}.rs. {STYLES}");
    }
}

#[test]
fn breaches_are_found() {
    check("flow.rs", "use crate::edition::Edition;", &[]);
    check("flow.rs", "use crate::place::Fit;", &[LAYERS]);
    check("edition/read.rs", "use super::super::flow;", &[LAYERS]);
    check("edition/read.rs", "use super::{flow, plain::At};", &[]);
    check("place.rs", "use super::link::Name;", &[LAYERS]);
    check("link.rs", "use crate::{edition::{Answers, Options}, place::Fit, group};", &[LAYERS, LAYERS]);
    check("link.rs", "use crate::*;", &[LAYERS]);
    check("app.rs", "fn shown() -> peer_map::view::Screen {}", &[LAYERS]);
    check("app.rs", "use yew::html;", &[TOOLS]);
    check("embed.rs", "use qrcodegen::QrCode;", &[TOOLS]);
    check("classification.rs", "use crate::app::State;", &[LAYERS]);
    check("view/flow.rs", "use yew::html; use web_sys::Element;", &[TOOLS]);
    check("embed.rs", "use gloo_events::EventListener; use wasm_bindgen_futures::spawn_local; use yew::html;", &[]);
    check("lib.rs", "//! Text.\n#![deny(missing_docs)]\npub mod flow;\nmod view;", &[]);
    check("lib.rs", "mod view;\npub fn start() {}", &[ENTRY]);
    check("main.rs", "fn main() { peer_map::embed::open(); }", &[]);
    check("main.rs", "fn main() { peer_map::app::open(); }", &[LAYERS]);
    check("link.rs", "let first = list.first().unwrap(); todo!()", &[CORE, CORE]);
    check("link.rs", "at.expect_keys(list); first.unwrap_or(last)", &[]);
    check("place.rs", "use std::{fmt, fs};", &[CORE]);
}

#[test]
fn comments_and_texts_are_no_code() {
    check("edition.rs", "/// See [`crate::flow`].\n/* crate::flow */", &[]);
    check("edition.rs", r##"let text = "crate::flow \" web_sys"; let raw = r#"yew "now" "#;"##, &[]);
    check("edition.rs", "let address = \"https://a.example\"; use crate::flow;", &[LAYERS]);
    check("edition.rs", "fn after<'a>(quote: &'a str) { split('\"'); use crate::flow; }", &[LAYERS]);
}

fn check(path: &str, source: &str, invariants: &[&str]) {
    let breaches = breaches(path, source);
    let quoted =
        breaches.len() == invariants.len() && breaches.iter().zip(invariants).all(|(one, of)| one.ends_with(of));
    assert!(quoted, "{source}: {breaches:?}");
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder with this ending, by their paths within it. None if there is no such folder.
fn files(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(String, String)> = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(files(&path, ending).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// The top module that a file under `src/` belongs to.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// What a file under `src/` does against the invariants, each with the invariant that it breaks.
fn breaches(path: &str, source: &str) -> Vec<String> {
    let code = code(source);
    let tokens = tokens(&code);
    let module = module(path);
    let mut breaches = Vec::new();
    for named in names(&tokens, path.split('/').count()) {
        let allowed = MODULES.iter().find(|(name, _)| *name == module).map_or(&[][..], |(_, allowed)| allowed);
        let known = named == "*" || MODULES.iter().any(|(name, _)| *name == named);
        if known && named != module && !allowed.contains(&named) {
            breaches.push(format!("names crate::{named}. {LAYERS}"));
        }
    }
    for (crate_, allowed) in CRATES {
        let names =
            |token: &&str| token.strip_prefix(crate_).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'));
        if !allowed.contains(&module) && tokens.iter().any(names) {
            breaches.push(format!("names {crate_}. {TOOLS}"));
        }
    }
    if module == "lib" && !only_modules(&tokens) {
        breaches.push(format!("holds more. {ENTRY}"));
    }
    if PURE.contains(&module) {
        breaches.extend(impure(&tokens).into_iter().map(|what| format!("has {what}. {CORE}")));
    }
    breaches
}

/// The modules that paths from the root of the crate begin with, in a file that stands `depth` modules below it.
fn names<'c>(tokens: &[&'c str], depth: usize) -> Vec<&'c str> {
    let mut names = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let after = &tokens[index + 1..];
        match *token {
            "crate" | "peer_map" => names.extend(first_names(after)),
            "super" if index < 2 || tokens[index - 2] != "super" => {
                let more = after.chunks(2).take_while(|pair| *pair == ["::", "super"]).count();
                if more + 1 >= depth {
                    names.extend(first_names(&after[2 * more..]));
                }
            }
            _ => {}
        }
    }
    names
}

/// What follows `::`: one name, or the names that begin the paths within braces.
fn first_names<'c>(after: &[&'c str]) -> Vec<&'c str> {
    match after {
        ["::", "{", list @ ..] => {
            let (mut names, mut depth, mut first) = (Vec::new(), 1, true);
            for token in list {
                match *token {
                    "{" => depth += 1,
                    "}" if depth == 1 => break,
                    "}" => depth -= 1,
                    name if depth == 1 && first => names.push(name),
                    _ => {}
                }
                first = *token == "," && depth == 1;
            }
            names
        }
        ["::", name, ..] => vec![name],
        _ => Vec::new(),
    }
}

/// Whether there is nothing beside attributes and `mod` lines.
fn only_modules(tokens: &[&str]) -> bool {
    match tokens {
        [] => true,
        ["#", "!", "[", rest @ ..] | ["#", "[", rest @ ..] => {
            let mut depth = 1;
            let end = rest.iter().position(|token| {
                depth += i32::from(*token == "[") - i32::from(*token == "]");
                depth == 0
            });
            end.is_some_and(|end| only_modules(&rest[end + 1..]))
        }
        ["pub", "mod", _, ";", rest @ ..] | ["mod", _, ";", rest @ ..] => only_modules(rest),
        _ => false,
    }
}

fn impure(tokens: &[&str]) -> Vec<String> {
    let calls = tokens.windows(3).filter_map(|three| match three {
        [".", name, "("] if PANICS.contains(name) => Some(format!(".{name}()")),
        _ => None,
    });
    let macros = tokens.windows(2).filter_map(|two| match two {
        [name, "!"] if MACROS.contains(name) => Some(format!("{name}!")),
        _ => None,
    });
    let std = tokens.iter().enumerate().filter(|(_, token)| **token == "std");
    let named = std.flat_map(|(index, _)| first_names(&tokens[index + 1..])).filter(|name| IO.contains(name));
    calls.chain(macros).chain(named.map(|name| format!("std::{name}"))).collect()
}

/// The source without its comments and texts.
fn code(source: &str) -> String {
    let (mut code, mut rest) = (String::new(), source);
    while let Some(first) = rest.chars().next() {
        let inside_name = code.ends_with(|last: char| last.is_alphanumeric() || last == '_');
        let skipped = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => text_length(rest),
            '\'' => character_length(rest),
            'r' if !inside_name => raw_text_length(rest),
            _ => 0,
        };
        code.push(if skipped == 0 { first } else { ' ' });
        rest = &rest[skipped.max(first.len_utf8())..];
    }
    code
}

fn text_length(rest: &str) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, character)| {
        let ends = *character == '"' && !escaped;
        escaped = *character == '\\' && !escaped;
        ends
    });
    end.map_or(rest.len(), |(end, _)| end + 1)
}

/// How long a character in quotes is, or 0 for a lifetime.
fn character_length(rest: &str) -> usize {
    let inner = &rest[1..];
    let content = if inner.starts_with('\\') { 2 } else { inner.chars().next().map_or(0, char::len_utf8) };
    let end = inner.get(content..).and_then(|after| after.find('\''));
    let is_character = inner.starts_with('\\') || end == Some(0);
    if is_character { end.map_or(0, |end| 1 + content + end + 1) } else { 0 }
}

fn raw_text_length(rest: &str) -> usize {
    let marks = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    let end = format!("\"{}", "#".repeat(marks));
    let Some(inner) = rest[1 + marks..].strip_prefix('"') else { return 0 };
    inner.find(&end).map_or(0, |at| 1 + marks + 1 + at + end.len())
}

/// Names, `::`, and single other characters.
fn tokens(code: &str) -> Vec<&str> {
    let (mut tokens, mut rest) = (Vec::new(), code.trim_start());
    while let Some(first) = rest.chars().next() {
        let part_of_name = |character: char| character.is_alphanumeric() || character == '_';
        let length = match first {
            _ if rest.starts_with("::") => 2,
            _ if part_of_name(first) => rest.find(|character| !part_of_name(character)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}
