//! What was measured of each case, and in which unit that reads well.

use std::fmt::{self, Display, Formatter};

use anyhow::{Context, Result};
use serde_json::Value;

/// What a case took, in nanoseconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The name of the case.
    pub case: String,
    /// What the median must stay under, where the case has a budget here.
    pub budget: Option<f64>,
    /// Of a case that takes a group at once: what it does, and how many programmes are in the group.
    pub group: Option<(String, f64)>,
    /// The middle one of the samples.
    pub median: f64,
    /// A sample near or at the upper end: [`Measured::high`] says which.
    pub high: f64,
    /// What else there is to say of it.
    pub note: Option<String>,
}

impl Figure {
    /// The figure of a case as the package `bench` describes it.
    ///
    /// # Errors
    ///
    /// If the case has no name.
    pub fn of(case: &Value, median: f64, high: f64) -> Result<Figure> {
        let name = case["case"].as_str().with_context(|| format!("This case has no name: {case}"))?;
        let group = &case["group"];
        let group = group["work"].as_str().map(str::to_owned).zip(group["programmes"].as_f64());
        Ok(Figure { case: name.to_owned(), budget: case["budget_ns"].as_f64(), group, median, high, note: None })
    }
}

/// The figures of one place: native, or one browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// `native`, or the name of the engine.
    pub place: String,
    /// What ran there, with its version.
    pub version: String,
    /// Which sample the second figure is: `slowest`, or `p95`.
    pub high: &'static str,
    /// One for each case that was run there.
    pub figures: Vec<Figure>,
}

impl Measured {
    /// The figure of a case, if it was run there.
    #[must_use]
    pub fn figure(&self, case: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.case == case)
    }
}

/// A unit that keeps numbers short.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// Billionths of a second.
    Nanoseconds,
    /// Millionths of a second.
    Microseconds,
    /// Thousandths of a second.
    Milliseconds,
}

impl Unit {
    /// The unit in which a time has one to three digits before its point.
    #[must_use]
    pub fn of(nanoseconds: f64) -> Unit {
        match nanoseconds {
            ..1e3 => Unit::Nanoseconds,
            ..1e6 => Unit::Microseconds,
            _ => Unit::Milliseconds,
        }
    }

    /// A time in this unit, to about three digits.
    #[must_use]
    pub fn write(self, nanoseconds: f64) -> String {
        let number = match self {
            Unit::Nanoseconds => nanoseconds,
            Unit::Microseconds => nanoseconds / 1e3,
            Unit::Milliseconds => nanoseconds / 1e6,
        };
        let places = match number {
            ..10.0 => 2,
            ..100.0 => 1,
            _ => 0,
        };
        format!("{number:.places$}")
    }
}

impl Display for Unit {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Unit::Nanoseconds => "ns",
            Unit::Microseconds => "µs",
            Unit::Milliseconds => "ms",
        })
    }
}
