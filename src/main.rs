//! The wasm that pages load. It does nothing by itself: scripts call what [`peer_map::embed`] exports.

// Named, so that it is linked.
use peer_map as _;

fn main() {}
