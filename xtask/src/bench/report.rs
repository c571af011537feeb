//! What was measured: as a table, as JSON, and against its budgets.

use std::{
    fmt::{self, Display, Formatter},
    fs, thread,
};

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};

/// What a case took, in nanoseconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The name of the case.
    pub case: String,
    /// What the median must stay under, where the case has a budget here.
    pub budget: Option<f64>,
    /// The middle one of the samples.
    pub median: f64,
    /// A sample near or at the upper end: [`Measured::high`] says which.
    pub high: f64,
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
    /// A place without figures yet.
    #[must_use]
    pub fn new(place: &str, high: &'static str) -> Measured {
        Measured { place: place.to_owned(), version: String::new(), high, figures: Vec::new() }
    }

    fn figure(&self, case: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.case == case)
    }
}

/// The machine on which everything was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    processor: String,
    cores: usize,
    system: String,
    /// How many programs wanted to run in the minute before, where the system says so.
    load: Option<f64>,
}

impl Machine {
    /// This one, now.
    #[must_use]
    pub fn this() -> Machine {
        let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        Machine {
            processor: model.map_or("unknown processor", |(_, model)| model.trim()).to_owned(),
            cores: thread::available_parallelism().map_or(1, usize::from),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            load: load.split(' ').next().and_then(|load| load.parse().ok()),
        }
    }
}

/// Everything that was measured at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    machine: Machine,
    places: Vec<Measured>,
}

impl Report {
    /// A report without figures yet.
    #[must_use]
    pub fn of(machine: Machine) -> Report {
        Report { machine, places: Vec::new() }
    }

    /// Adds the figures of a place.
    pub fn add(&mut self, measured: Measured) {
        self.places.push(measured);
    }

    /// Checks every figure that has a budget.
    ///
    /// # Errors
    ///
    /// A sentence for each case that took longer.
    pub fn check_budgets(&self) -> Result<()> {
        let mut missed = Vec::new();
        for place in &self.places {
            for Figure { case, budget, median, .. } in &place.figures {
                if let Some(budget) = budget.filter(|budget| median > budget) {
                    let (unit, name) = (Unit::of(*median), &place.place);
                    let [median, budget] = [*median, budget].map(|time| unit.write(time));
                    missed.push(format!(
                        "Too slow ({name}): “{case}” takes {median} {unit}; its budget is {budget} {unit}."
                    ));
                }
            }
        }
        if missed.is_empty() { Ok(()) } else { bail!("{}", missed.join("\n")) }
    }

    /// The report as JSON, in nanoseconds.
    #[must_use]
    pub fn json(&self) -> String {
        let Machine { processor, cores, system, load } = &self.machine;
        let places = self.places.iter().map(|place| json!({ "place": place.place, "version": place.version }));
        let rows = self.cases().into_iter().map(|case| {
            let mut row = Map::from_iter([("case".to_owned(), json!(case)), ("unit".to_owned(), json!("ns"))]);
            for place in &self.places {
                if let Some(Figure { budget, median, high, .. }) = place.figure(case) {
                    let figures = json!({ "median": median, place.high: high, "budget": budget });
                    row.insert(place.place.clone(), figures);
                }
            }
            Value::Object(row)
        });
        let report = json!({
            "machine": { "processor": processor, "cores": cores, "system": system, "load": load },
            "places": Value::from_iter(places),
            "rows": Value::from_iter(rows),
        });
        format!("{report:#}\n")
    }

    /// The cases of all places, in the order in which they were run.
    fn cases(&self) -> Vec<&str> {
        let mut cases: Vec<&str> = Vec::new();
        for figure in self.places.iter().flat_map(|place| &place.figures) {
            if !cases.contains(&figure.case.as_str()) {
                cases.push(&figure.case);
            }
        }
        cases
    }

    fn table(&self) -> Vec<Vec<String>> {
        let mut head = vec!["case".to_owned(), "unit".to_owned()];
        for place in &self.places {
            head.extend([place.place.clone(), place.high.to_owned()]);
        }
        head.push("budget".to_owned());
        let mut table = vec![head];
        for case in self.cases() {
            let figures: Vec<Option<&Figure>> = self.places.iter().map(|place| place.figure(case)).collect();
            let unit = figures.iter().flatten().next().map_or(Unit::Nanoseconds, |figure| Unit::of(figure.median));
            let write = |time: Option<f64>| time.map_or_else(String::new, |time| unit.write(time));
            let mut row = vec![case.to_owned(), unit.to_string()];
            for figure in &figures {
                row.extend([write(figure.map(|figure| figure.median)), write(figure.map(|figure| figure.high))]);
            }
            row.push(write(figures.iter().flatten().find_map(|figure| figure.budget)));
            table.push(row);
        }
        table
    }
}

impl Display for Report {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        let Machine { processor, cores, system, load } = &self.machine;
        let load = load.map_or_else(String::new, |load| format!(", load {load} before"));
        writeln!(formatter, "{processor}, {cores} cores, {system}{load}")?;
        for place in &self.places {
            writeln!(formatter, "{}: {}", place.place, place.version)?;
        }
        let table = self.table();
        let columns = table.first().map_or(0, Vec::len);
        let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in &table {
            let cells = row.iter().zip(&widths).enumerate().map(|(index, (cell, width))| match index {
                0 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            });
            writeln!(formatter, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
        }
        Ok(())
    }
}

/// A unit that keeps numbers short.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    Nanoseconds,
    Microseconds,
    Milliseconds,
}

impl Unit {
    fn of(nanoseconds: f64) -> Unit {
        match nanoseconds {
            ..1e3 => Unit::Nanoseconds,
            ..1e6 => Unit::Microseconds,
            _ => Unit::Milliseconds,
        }
    }

    /// A time in this unit, to about three digits.
    fn write(self, nanoseconds: f64) -> String {
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    fn report(decoded: f64) -> Report {
        let machine =
            Machine { processor: "Abacus".to_owned(), cores: 2, system: "linux x86_64".to_owned(), load: None };
        let figure = |case: &str, budget, median| Figure { case: case.to_owned(), budget, median, high: 2.0 * median };
        let mut native = Measured::new("native", "slowest");
        native.version = "rustc 1".to_owned();
        native.figures = vec![figure("decode", Some(2_000.0), decoded), figure("replay", None, 45.67)];
        let mut chromium = Measured::new("chromium", "p95");
        chromium.figures = vec![figure("decode", None, 4_000.0), figure("paint", None, 38_500_000.0)];
        let mut report = Report::of(machine);
        report.add(native);
        report.add(chromium);
        report
    }

    #[test]
    fn a_table_has_a_row_for_each_case_of_any_place() {
        let said = report(1_234.0).to_string();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[..2], ["Abacus, 2 cores, linux x86_64", "native: rustc 1"]);
        assert_eq!(
            lines[3..],
            [
                "case    unit  native  slowest  chromium   p95  budget",
                "decode    µs    1.23     2.47      4.00  8.00    2.00",
                "replay    ns    45.7     91.3",
                "paint     ms                       38.5  77.0",
            ]
        );
    }

    #[test]
    fn json_says_the_same() {
        let said: Value = serde_json::from_str(&report(1_234.0).json()).unwrap();
        assert_eq!(said["machine"]["processor"], "Abacus");
        assert_eq!(said["rows"][0]["case"], "decode");
        assert_eq!(said["rows"][0]["native"], json!({ "median": 1_234.0, "slowest": 2_468.0, "budget": 2_000.0 }));
        assert_eq!(said["rows"][2]["chromium"]["p95"], 77_000_000.0);
    }

    #[test]
    fn a_missed_budget_is_named() {
        assert!(report(2_000.0).check_budgets().is_ok());
        let said = report(2_100.0).check_budgets().unwrap_err().to_string();
        assert_eq!(said, "Too slow (native): “decode” takes 2.10 µs; its budget is 2.00 µs.");
    }
}
