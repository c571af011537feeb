//! The wasm that the pages load: opens the widget in a page that has a place for it.

fn main() {
    peer_map::embed::open();
}
