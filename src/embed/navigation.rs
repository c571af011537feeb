//! Where a widget that owns an address is in the browser's history.

use super::history::{Address, Entry};
use super::returns::Returns;
use crate::app::{Place, Screen};
use crate::edition::Edition;
use std::cell::Cell;
use web_sys::Element;

/// The address, the entry that the browser is at, and the ways back.
pub(super) struct Navigation {
    pub(super) address: Address,
    entry: Cell<Entry>,
    returns: Returns,
    /// The browser went back, and its screen has yet to be shown.
    returning: Cell<bool>,
    /// The next change belongs to the entry that the browser is at.
    keep_entry: Cell<bool>,
}

/// What the browser has arrived at.
pub(super) enum Arrival {
    /// An entry with answers that are already here.
    Same(Place),
    /// An entry that belongs to other answers.
    Other(Place),
    /// An entry that is not ours: somebody changed the address by hand.
    Foreign,
}

impl Navigation {
    /// The first entry: one of ours where a page was left and came back, and otherwise the one that the page came with.
    pub(super) fn new(address: Address, edition: &Edition, place: Place) -> Self {
        let (set, depth) = address.entry(edition).map_or((0, 0), |entry| (entry.set, entry.depth));
        Self {
            address,
            entry: Cell::new(Entry { set, depth, place }),
            returns: Returns::default(),
            returning: Cell::new(false),
            keep_entry: Cell::new(true),
        }
    }

    /// The place of the entry that the browser is at.
    pub(super) fn place(&self) -> Place {
        self.entry.get().place
    }

    pub(super) fn keep_entry(&self) {
        self.keep_entry.set(true);
    }

    /// Whether the change of now belongs to the entry that the browser is at.
    pub(super) fn keeps_entry(&self) -> bool {
        self.keep_entry.replace(false)
    }

    /// Notes the button that leads on from here.
    pub(super) fn note(&self, host: &Element) {
        self.returns.note(host, self.entry.get().depth);
    }

    /// Puts the keyboard back where it was, if the browser went back to a screen that is looked at and not answered.
    pub(super) fn restore(&self, host: &Element) -> bool {
        let entry = self.entry.get();
        let looked_at = matches!(entry.place, Place::At(Screen::Result) | Place::Map);
        self.returning.replace(false) && looked_at && self.returns.restore(host, entry.depth)
    }

    /// Goes to a place: in a new entry or not, with other answers or not.
    pub(super) fn go(&self, edition: &Edition, place: Place, code: Option<&str>, new: bool, other: bool) {
        let before = self.entry.get();
        let entry = Entry { set: before.set + u32::from(other), depth: before.depth + u32::from(new), place };
        self.entry.set(entry);
        self.address.write(edition, entry, code, new);
    }

    /// Goes back an entry, if there is one of ours to go back to and the browser lets us.
    pub(super) fn back(&self) -> bool {
        self.entry.get().depth > 0 && self.address.is_ours() && self.address.back()
    }

    /// Goes to the entry of the history that the browser is at; `shows` says whether its edition is the one that is shown.
    /// One that is not ours was made by hand: the browser made an entry for it, which is the first of its set.
    pub(super) fn arrive(&self, edition: &Edition, shows: bool) -> Arrival {
        let before = self.entry.get();
        self.keep_entry();
        let Some(entry) = self.address.entry(edition) else {
            self.entry.set(Entry { set: before.set + 1, depth: 0, place: before.place });
            return Arrival::Foreign;
        };
        let same = shows && entry.set == before.set;
        self.entry.set(entry);
        self.returning.set(same && entry.depth < before.depth);
        if same { Arrival::Same(entry.place) } else { Arrival::Other(entry.place) }
    }
}
