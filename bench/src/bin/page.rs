//! The cases as a page calls them: see `page.html` beside it.

use std::sync::LazyLock;

use peer_map_bench::Case;
use wasm_bindgen::prelude::wasm_bindgen;

static CASES: LazyLock<Vec<Case>> = LazyLock::new(peer_map_bench::cases);

/// The cases as JSON.
#[wasm_bindgen]
pub fn described() -> String {
    peer_map_bench::described(&CASES)
}

/// Runs one of the cases, by its place among them, as often as `times` says.
#[wasm_bindgen]
pub fn run(case: usize, times: u32) {
    if let Some(case) = CASES.get(case) {
        (0..times).for_each(|_| case.run());
    }
}

/// The page calls the functions above.
fn main() {}
