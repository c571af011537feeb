//! Everything that may happen to a widget.

use super::{Group, Item, LinkKind, Outcome, Place, State};
use crate::edition::{Answers, Digit, Options, QuestionId};
use crate::link::Name;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An option was ticked, or a ticked one was taken back.
    Chosen(Digit),
    /// These options are ticked on a question: before the widget was there, or by a script without a word to it.
    Adopted(QuestionId, Options),
    /// The reader went on.
    Continued,
    /// The reader went back.
    SteppedBack,
    /// The reader went to a question from the summary.
    ChangeAsked(QuestionId),
    /// The reader went to the summary.
    SummaryAsked,
    /// The reader went to the result.
    ResultAsked,
    /// The reader began anew.
    StartedAgain,
    /// The reader opened the About screen.
    AboutOpened,
    /// The reader opened the whole map.
    MapOpened,
    /// The reader opened a landmark.
    LandmarkOpened(usize),
    /// The reader tries another answer to one question.
    Tried(QuestionId, Options),
    /// The reader keeps the answer that is tried.
    TrialKept,
    /// The reader goes to the questions, from whatever lies over them.
    QuestionsAsked,
    /// The pointer came over an item of the map.
    Hovered(Item),
    /// The pointer came to the explanation.
    Released,
    /// The reader chose an item of the map: pressed it, tapped it, or went to it by keyboard.
    Explained(Item),
    /// The reader went from item to item by keyboard, which goes with them.
    SteppedTo(Item),
    /// The reader said what they call their peers; nothing, to take it back.
    Labelled(String),
    /// The reader chose which link to share.
    LinkChosen(LinkKind),
    /// The reader adds this name to the link.
    Named(String),
    /// The reader takes the name out of the link.
    NameRemoved,
    /// These answers were carried over from an earlier edition: go to the first that is open.
    CarriedOver(Answers, Option<Name>),
    /// The reader goes back to what was shown of this edition before another one was.
    Resumed(Box<State>),
    /// A code came by the address or an attribute.
    LinkOpened(String),
    /// A code was typed.
    CodeTyped(String),
    /// The reader goes on with what could be read of a damaged code.
    ReadingAccepted,
    /// The browser went back or forward to a place of this page.
    Returned(Place),
    /// The browser went to a place of this page that belongs to other answers, those of this code.
    Restored(String, Place),
    /// A copy or a download came to an end.
    Ended(Outcome),
    /// Something happened in the work on a group.
    Group(Group),
}
