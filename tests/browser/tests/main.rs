//! Every scenario, in every engine. See the crate's documentation for how to add one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

use std::process::ExitCode;

mod harness;
mod smoke;
mod flow;
mod history;
mod landmarks;
mod compare;
mod link;
mod earlier;
mod faults;
mod endless;
mod editions;
mod label;
mod languages;
mod result;
mod share;
mod name;
mod pointing;
mod trial;
mod map;
mod downloads;
mod print;
mod forced_colours;
mod pseudo_locales;
mod states;
mod axe;
mod adapted;
mod names;
mod keyboard;
mod kinds;
mod group;
mod group_files;
mod group_members;
mod group_room;
mod group_scan;
mod host;
mod element;
mod upgrade;
mod policies;
mod frame;
mod settings;
mod isolation;
mod yew_host;
mod worksheet;
mod embed_page;
mod embed_choices;
mod embed_snippets;
mod embed_elsewhere;
mod offline;
mod service_worker;
mod versions;
mod own_pages;
#[path = "../../colour/mod.rs"]
mod colour;
#[path = "../../ps2/mod.rs"]
mod ps2;
#[path = "../../pseudo/mod.rs"]
#[expect(dead_code, reason = "words are looked for where there is no browser")]
mod pseudo;

fn main() -> ExitCode {
    peer_map_browser_tests::run(vec![
        ("harness", harness::scenarios()),
        ("smoke", smoke::scenarios()),
        ("flow", flow::scenarios()),
        ("history", history::scenarios()),
        ("landmarks", landmarks::scenarios()),
        ("compare", compare::scenarios()),
        ("link", link::scenarios()),
        ("earlier", earlier::scenarios()),
        ("faults", faults::scenarios()),
        ("endless", endless::scenarios()),
        ("editions", editions::scenarios()),
        ("label", label::scenarios()),
        ("languages", languages::scenarios()),
        ("result", result::scenarios()),
        ("share", share::scenarios()),
        ("name", name::scenarios()),
        ("pointing", pointing::scenarios()),
        ("trial", trial::scenarios()),
        ("map", map::scenarios()),
        ("downloads", downloads::scenarios()),
        ("print", print::scenarios()),
        ("forced_colours", forced_colours::scenarios()),
        ("axe", axe::scenarios()),
        ("adapted", adapted::scenarios()),
        ("pseudo_locales", pseudo_locales::scenarios()),
        ("names", names::scenarios()),
        ("keyboard", keyboard::scenarios()),
        ("kinds", kinds::scenarios()),
        ("group", group::scenarios()),
        ("group_files", group_files::scenarios()),
        ("group_members", group_members::scenarios()),
        ("group_room", group_room::scenarios()),
        ("group_scan", group_scan::scenarios()),
        ("element", element::scenarios()),
        ("upgrade", upgrade::scenarios()),
        ("policies", policies::scenarios()),
        ("frame", frame::scenarios()),
        ("settings", settings::scenarios()),
        ("isolation", isolation::scenarios()),
        ("yew_host", yew_host::scenarios()),
        ("worksheet", worksheet::scenarios()),
        ("embed_page", embed_page::scenarios()),
        ("embed_snippets", embed_snippets::scenarios()),
        ("embed_elsewhere", embed_elsewhere::scenarios()),
        ("offline", offline::scenarios()),
        ("service_worker", service_worker::scenarios()),
        ("versions", versions::scenarios()),
        ("own_pages", own_pages::scenarios()),
    ])
}
