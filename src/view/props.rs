//! What the root of a widget is given from outside.

use super::{Glossary, Notice, Outward};
use crate::app::Action;
use crate::edition::Edition;
use std::rc::Rc;
use yew::{Callback, Properties};

/// What the root is given from outside.
#[derive(Clone, Properties)]
pub struct Props {
    /// The content, in the reader's language. Another one may come at any time: in another language the answers stay, and
    /// with another edition the widget begins anew.
    pub edition: Rc<Edition>,
    /// Actions to apply before the first rendering of an edition, such as the code in the address.
    #[prop_or_default]
    pub opening: Vec<Action>,
    /// The edition of today, where the one that is shown is an earlier version of it: whoever opens an old code sees what
    /// it meant, and may go on with today's.
    #[prop_or_default]
    pub newer: Option<Rc<Edition>>,
    /// The address that links are built on, without fragment. Empty where this page has none that others could open, such
    /// as a file on a disk.
    #[prop_or_default]
    pub address: String,
    /// What this place can do to share a link.
    #[prop_or_default]
    pub sharing: Sharing,
    /// What people call their peers; read when a result is shown.
    #[prop_or_default]
    pub glossary: Glossary,
    /// What was asked for and could not be done.
    #[prop_or_default]
    pub notices: Vec<Notice>,
    /// The colours.
    #[prop_or_default]
    pub theme: Theme,
    /// Which software this is.
    #[prop_or_default]
    pub release: Option<Release>,
    /// Whether this device keeps the group.
    #[prop_or_default]
    pub keeping: Keeping,
    /// Whether the camera looks for codes.
    #[prop_or_default]
    pub scanning: Scanning,
    /// Where the root tells what it wants done.
    #[prop_or_default]
    pub outward: Callback<Outward>,
}

impl Props {
    /// The link to a code; none where links to this page lead nowhere.
    pub(super) fn link(&self, code: &str) -> Option<String> {
        link(&self.address, code)
    }
}

/// The link to a code that is built on this address; none where that is empty, since links lead nowhere then.
pub(super) fn link(address: &str, code: &str) -> Option<String> {
    (!address.is_empty()).then(|| format!("{address}#{code}"))
}

impl PartialEq for Props {
    /// Editions compare by identity: whoever gives the root another one means another one, and comparing word by word
    /// would only cost.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.edition, &other.edition)
            && match (&self.newer, &other.newer) {
                (Some(one), Some(other)) => Rc::ptr_eq(one, other),
                (None, None) => true,
                _ => false,
            }
            && self.opening == other.opening
            && self.sharing == other.sharing
            && self.address == other.address
            && self.glossary == other.glossary
            && self.notices == other.notices
            && self.theme == other.theme
            && self.release == other.release
            && self.keeping == other.keeping
            && self.scanning == other.scanning
            && self.outward == other.outward
    }
}

/// What the place where a widget stands can do to share a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// The device has a share menu.
    pub menu: bool,
    /// Pages of the kinds, the worksheet and the poster stand beside the page of the widget, in every language of the edition.
    pub previews: bool,
}

/// A release of the software.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its version (Semantic Versioning 2.0.0).
    pub version: String,
    /// The day of its last change, as YYYY-MM-DD.
    pub date: String,
}

/// Whether the device keeps a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It keeps none.
    #[default]
    Off,
    /// It keeps the group that is shown, as this text.
    On(Rc<str>),
    /// It keeps another group than the one that is shown.
    Other,
    /// It kept the group that is shown, until another page kept one.
    Overtaken,
    /// It cannot keep anything.
    Failed,
}

/// Whether the camera looks for codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scanning {
    /// The browser cannot read codes from pictures.
    #[default]
    Missing,
    /// It can.
    Off,
    /// It does.
    On,
    /// It was not allowed to, or there is no camera.
    Failed,
}

impl Scanning {
    /// Whether there is a button for it.
    pub(super) fn is_offered(self) -> bool {
        matches!(self, Self::Off | Self::Failed)
    }

    /// Whether the picture of the camera is shown.
    pub fn is_on(self) -> bool {
        self == Self::On
    }

    /// Whether that is told.
    pub(super) fn has_failed(self) -> bool {
        self == Self::Failed
    }
}

/// Which colours the widget takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those that the reader's device asks for.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The word for it in `data-theme`; none where the device decides.
    pub(super) fn word(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

impl Props {
    /// A widget with nothing opened in it, and nobody outside who does anything for it.
    pub fn new(edition: Rc<Edition>) -> Self {
        Self {
            edition,
            newer: None,
            opening: Vec::new(),
            address: String::new(),
            sharing: Sharing::default(),
            glossary: Glossary::Awaited,
            notices: Vec::new(),
            theme: Theme::Auto,
            release: None,
            keeping: Keeping::Off,
            scanning: Scanning::Missing,
            outward: Callback::noop(),
        }
    }
}
