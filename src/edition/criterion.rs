//! Conditions on answers, in three-valued logic.

use super::answers::{Options, QuestionId};

/// What is known of a condition. The order is that of certainty: `No < Maybe < Yes` (Kleene's strong logic of
/// indeterminacy, in which “and” is the least and “or” the greatest).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It does not hold.
    No,
    /// An answer that it needs is open or “not sure”.
    Maybe,
    /// It holds.
    Yes,
}

impl Truth {
    fn known(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    fn negated(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

/// Where a question stands on a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// It applies and was answered with these options, never with “not sure”.
    Given(Options),
    /// It applies and was answered “not sure, or it varies”.
    Unsure,
    /// It applies, or may apply, and has no answer yet.
    Open,
    /// It does not apply.
    Skipped,
}

impl Reply {
    /// The options given, if any, without “not sure”.
    pub fn given(self) -> Options {
        match self {
            Self::Given(options) => options,
            _ => Options::NONE,
        }
    }

    /// The options as they stand in a code: “not sure” included.
    pub fn options(self) -> Options {
        match self {
            Self::Given(options) => options,
            Self::Unsure => Options::UNSURE,
            Self::Open | Self::Skipped => Options::NONE,
        }
    }
}

/// A condition on the answers of an edition: of a skip, of a kind, of the rim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// At least one of these options was chosen.
    Has(QuestionId, Options),
    /// Something was chosen, and nothing beside these options.
    Only(QuestionId, Options),
    /// The question was not skipped, whatever its answer.
    Applies(QuestionId),
    /// Not all of these hold.
    Not(Vec<Criterion>),
}

impl Criterion {
    /// Whether the condition holds when each question stands as `reply` says.
    pub fn truth(&self, reply: &impl Fn(QuestionId) -> Reply) -> Truth {
        match self {
            Self::Has(question, wanted) => match reply(*question) {
                Reply::Given(options) => Truth::known(!options.and(*wanted).is_empty()),
                Reply::Unsure | Reply::Open => Truth::Maybe,
                Reply::Skipped => Truth::No,
            },
            Self::Only(question, wanted) => match reply(*question) {
                Reply::Given(options) => Truth::known(options.is_subset(*wanted)),
                Reply::Unsure | Reply::Open => Truth::Maybe,
                Reply::Skipped => Truth::No,
            },
            Self::Applies(question) => match reply(*question) {
                Reply::Given(_) | Reply::Unsure => Truth::Yes,
                Reply::Open => Truth::Maybe,
                Reply::Skipped => Truth::No,
            },
            Self::Not(all) => all.iter().map(|one| one.truth(reply)).min().unwrap_or(Truth::Yes).negated(),
        }
    }

    /// The questions that the condition speaks of.
    pub fn questions(&self) -> Vec<QuestionId> {
        match self {
            Self::Has(question, _) | Self::Only(question, _) | Self::Applies(question) => vec![*question],
            Self::Not(all) => all.iter().flat_map(Self::questions).collect(),
        }
    }

    /// The options that the condition names for `question`, or none.
    pub fn options(&self, question: QuestionId) -> Options {
        match self {
            Self::Has(of, options) | Self::Only(of, options) if *of == question => *options,
            Self::Has(..) | Self::Only(..) | Self::Applies(_) => Options::NONE,
            Self::Not(all) => all.iter().fold(Options::NONE, |named, one| named.or(one.options(question))),
        }
    }
}
