//! Of several things asked for one after another, only the last is wanted, whichever arrives last.

use std::cell::Cell;

/// Counts what was asked for.
#[derive(Default)]
pub(super) struct Latest(Cell<u32>);

impl Latest {
    /// The number of one more wish, which makes all earlier ones late.
    pub(super) fn begin(&self) -> u32 {
        self.0.set(self.0.get().wrapping_add(1));
        self.0.get()
    }

    /// Whether nothing was asked for since.
    pub(super) fn is(&self, wish: u32) -> bool {
        self.0.get() == wish
    }
}
