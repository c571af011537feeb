//! Numbered, timed steps: what is done, how far it is, and how long it took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Steps to run one after the other, stopping at the first that fails.
#[derive(Default)]
pub struct Plan<'a> {
    steps: Vec<Step<'a>>,
}

struct Step<'a> {
    title: String,
    run: Box<dyn FnOnce() -> Result<()> + 'a>,
}

impl<'a> Plan<'a> {
    /// Adds a step; the title says what it does, as in "Building the widget".
    pub fn add(&mut self, title: impl Into<String>, run: impl FnOnce() -> Result<()> + 'a) {
        self.steps.push(Step { title: title.into(), run: Box::new(run) });
    }

    /// Runs the steps and prints each with its number and the time it took.
    ///
    /// # Errors
    ///
    /// The error of the first step that fails; later steps are not run.
    pub fn run(self) -> Result<()> {
        let count = self.steps.len();
        for (position, step) in self.steps.into_iter().enumerate() {
            println!("[{}/{count}] {}", position + 1, step.title);
            let started = Instant::now();
            (step.run)()?;
            println!("      done in {}", in_words(started.elapsed()));
        }
        Ok(())
    }
}

/// A duration as a person would say it: "0.4 s", "35 s", "4 min 05 s".
#[must_use]
pub fn in_words(duration: Duration) -> String {
    match duration.as_secs() {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(in_words(Duration::from_millis(420)), "0.4 s");
        assert_eq!(in_words(Duration::from_secs(35)), "35 s");
        assert_eq!(in_words(Duration::from_secs(245)), "4 min 05 s");
    }
}
