//! Peer Map shows where a peer support programme falls on a conceptual map, whatever it is called, and puts the answer
//! in a link. It runs entirely in the browser.
//!
//! # Architecture
//!
//! Dependencies run one way; each layer names only those before it:
//!
//! ```text
//! edition <- flow <- place, link <- classification, group <- app <- view <- embed
//! ```
//!
//! - [`edition`]: the content as data, validated once. An edition that exists is whole.
//! - [`flow`]: replays the routing over the answers; the route is derived, never stored.
//! - [`place`]: where the answers put a programme, by three-valued logic and with reasons.
//! - [`link`]: the code in the link and back, with every problem found.
//! - [`classification`]: a result as data, the same for the page, its events and other programs.
//! - [`group`]: several programmes side by side: who answered what, how far they spread, in and out as files.
//! - [`app`]: the state of a widget and its pure transitions. State is answers.
//! - [`view`]: Yew; one root that holds the state, plain functions below it, and components where a part must not be drawn
//!   again for nothing. Figures are laid out as plain values first, so that page, picture, table and tests read one model.
//! - [`embed`]: the only layer that touches the browser. One session serves a page, a frame and an element; what differs
//!   is who is told what becomes of the answers, and whether there is an address to keep.
//!
//! # Invariants
//!
//! - The core (all layers up to [`app`]) does no IO and does not panic. Raw input becomes a typed value once, at its edge.
//! - Only [`view`] and [`embed`] name Yew; only [`embed`] names web-sys, gloo or wasm-bindgen.
//! - Nothing is shown that no answer gave: what is not known is drawn and worded as not known.
//!
//! `tests/layers.rs` holds the code to the first two. `build.rs` runs [`edition`]'s own validation over the built-in
//! editions, so that a missing translation breaks the build and never the page.
//!
//! # Departures from the first design
//!
//! - Editions are read through a tree of plain values ([`edition::Plain`]) instead of derived structs: an editor is told
//!   all faults, each by its path, where a derived reader stops at the first; and it is less code in the wasm.
//! - In the browser these values are read off what the browser parsed, without serde-wasm-bindgen: 10 kB of brotli less,
//!   with the formatting of decimal fractions that nothing else needed.
//! - Several set-ups are several marks with a line between them, as in the visual language, and not an area: each was
//!   answered. Areas are for what is not known.
//! - Labels are files of their own beside an edition, fetched when a result is shown: no question waits for them.
//! - Values cross to scripts as the plain values of [`classification`], for the same reason.
//! - `classify`, `decode` and `encode` give promises: nothing is fetched for a page that only defines the element.
//! - The element renders into a shadow root what the page renders into the document. It takes no style from its host but
//!   by custom properties: `all: initial` stands before every rule, and the size of its text is the reader's own.
//! - Yew names its marks on elements and events the same in every application, and counts from one in each. The build
//!   renames ours, so that a host that is a Yew application too, or another version of the widget, keeps to its own.
//! - Where a long list is scrolled to is kept by the list and not by the state, its rows are components in blocks, and its
//!   figures compare by identity: a scroll must not count, lay out or tell anything again. What is below the list of a group
//!   follows once the list is painted.
//! - A group is kept in the browser's own storage, without gloo-storage, which would bring serde_json into the wasm.
//! - The picture that is saved is a second Yew root, mounted out of sight for as long as it is read.
//! - The wasm is the binary `src/main.rs` and not a cdylib of this crate: Cargo does not optimise across crates
//!   (`lto = true`) when a library is an rlib too, which the tests need. That cost 24 kB of brotli.

pub mod edition;
pub mod flow;
pub mod place;
pub mod link;
pub mod classification;
pub mod group;
pub mod app;
pub mod view;
pub mod embed;
