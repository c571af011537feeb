//! What the root and the world outside it tell each other. What happens outside comes back as an
//! [`Action`](crate::app::Action).

use crate::app::{Action, State};
use crate::edition::{Edition, Labels};
use std::rc::Rc;
use yew::Callback;

/// The labels, as far as they have come.
#[derive(Clone, Debug, Default)]
pub enum Glossary {
    /// Not asked for yet, or on the way.
    #[default]
    Awaited,
    /// They could not be read.
    Missing,
    /// Here they are, in the language of the edition.
    Here(Rc<Labels>),
}

impl PartialEq for Glossary {
    /// By identity, as editions.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Here(one), Self::Here(other)) => Rc::ptr_eq(one, other),
            (Self::Awaited, Self::Awaited) | (Self::Missing, Self::Missing) => true,
            _ => false,
        }
    }
}

/// What a picture of the map is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
}

/// What a group is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Comma-separated values (RFC 4180).
    Csv,
    /// JSON (`docs/group.schema.json`).
    Json,
}

/// What the share menu of the device is given.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// A title, which a letter has as its subject.
    pub title: String,
    /// A sentence, without the link. Beside a private link it tells nothing of the answers.
    pub text: String,
    /// The link.
    pub link: String,
}

/// What the root wants done outside itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Outward {
    /// The state has changed: keep the address and the history with it. It belongs to this edition.
    Changed(Rc<Edition>, Rc<State>),
    /// The first screen was rendered, in place of what the page came with.
    Arrived,
    /// Another screen was rendered, or a refusal: put the keyboard there.
    Rendered(Focus),
    /// The reader chose a language, by its place among those of the edition.
    LanguageChosen(usize),
    /// The reader went back; a browser's history may know better where that is.
    BackAsked,
    /// The reader goes on: send what is ticked as `Action::Adopted`, however it came to be, then `Action::Continued`.
    ContinueAsked,
    /// The reader wants the first option of the question focused.
    OptionAsked,
    /// The reader submitted the code in the field: read it, and send it as `Action::CodeTyped`.
    CodeSubmitted,
    /// The reader opened this code by a link of ours.
    CodeAsked(String),
    /// The reader submitted a label: read it, and send it as `Action::Labelled`.
    LabelSubmitted,
    /// The reader wants this other label looked up: send it as `Action::Labelled`, write it into the field, and put the
    /// keyboard above what is said about it, since the button may go.
    LabelAsked(String),
    /// The reader wants this text on the clipboard, from the field of this name.
    CopyAsked(&'static str, String),
    /// The reader submitted a name for the link: read it, and send it as `Action::Named`.
    NameSubmitted,
    /// The reader wants the share menu of the device.
    ShareAsked(Shared),
    /// The reader wants the newer edition: show it, and open these there.
    CurrentAsked(Vec<Action>),
    /// The reader wants the map as a picture.
    PictureAsked(Picture),
    /// The reader wants the page on paper.
    PrintAsked,
    /// The reader adds to the group what stands in its field: read it, and send it.
    PasteSubmitted,
    /// The reader wants to choose files for the group.
    FilesAsked,
    /// The reader chose files for the group: read them, and send what they say.
    FilesChosen,
    /// The reader corrected the line of this number: read it, and send it as `Group::Corrected`.
    LineSubmitted(u32),
    /// The reader wrote another name for this programme of the group: read it, and send it as `Group::Renamed`.
    RenameSubmitted(usize),
    /// The reader wants the camera to look for codes, or no longer.
    ScanAsked(bool),
    /// The reader wants the group as a file.
    TableAsked(Table),
    /// The reader wants this device to keep the group, or to forget it.
    KeepAsked(bool),
    /// The reader wants the group that this device keeps.
    KeptAsked,
    /// Something is to be drawn once what was drawn now is painted: call back then.
    PaintAwaited(Callback<()>),
}

/// Where the keyboard goes after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the screen.
    Heading,
    /// The note that an earlier edition is shown.
    Earlier,
    /// The problem that is told.
    Problem,
    /// The item of the map that the reader went to by keyboard.
    Item,
    /// The name of the programme: its field if it was refused, otherwise what it is folded under, since a button may go.
    Name,
    /// What is said of the last step in the work on a group.
    Told,
    /// The name of a programme of the group.
    Rename,
}
