//! Everything that was measured at one time: as a table, and as JSON.

use std::{
    fmt::{self, Display, Formatter},
    fs, thread,
};

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};

use super::{
    figure::{Figure, Measured, Unit},
    verdict,
};

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

    /// Checks every figure.
    ///
    /// # Errors
    ///
    /// A sentence for each that is not good enough.
    pub fn judge(&self) -> Result<()> {
        let misses: Vec<String> = self.places.iter().flat_map(verdict::misses).collect();
        if misses.is_empty() { Ok(()) } else { bail!("{}", misses.join("\n")) }
    }

    /// The report as JSON, in nanoseconds.
    #[must_use]
    pub fn json(&self) -> String {
        let Machine { processor, cores, system, load } = &self.machine;
        let places = self.places.iter().map(|place| json!({ "place": place.place, "version": place.version }));
        let rows = self.cases().into_iter().map(|case| {
            let mut row = Map::from_iter([("case".to_owned(), json!(case)), ("unit".to_owned(), json!("ns"))]);
            for place in &self.places {
                if let Some(Figure { budget, median, high, note, .. }) = place.figure(case) {
                    let figures = json!({ "median": median, place.high: high, "budget": budget, "note": note });
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
        let noted = |place: &Measured| {
            let note = |figure: &Figure| Some(format!("{} ({}): {}", figure.case, place.place, figure.note.as_ref()?));
            place.figures.iter().filter_map(note).collect::<Vec<_>>()
        };
        self.places.iter().flat_map(noted).try_for_each(|note| writeln!(formatter, "{note}"))?;
        self.places.iter().flat_map(verdict::growths).try_for_each(|growth| writeln!(formatter, "{growth}"))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    fn report() -> Report {
        let machine =
            Machine { processor: "Abacus".to_owned(), cores: 2, system: "linux x86_64".to_owned(), load: None };
        let figure = |case: &str, budget, median| Figure {
            case: case.to_owned(),
            budget,
            group: Some(("decode".to_owned(), 10.0)).filter(|_| case == "decode ten"),
            median,
            high: 2.0 * median,
            note: Some("a note".to_owned()).filter(|_| case == "paint"),
        };
        let native = vec![figure("decode ten", Some(2_000.0), 1_234.0), figure("replay", None, 45.67)];
        let native =
            Measured { place: "native".to_owned(), version: "rustc 1".to_owned(), high: "slowest", figures: native };
        let chromium = vec![figure("decode ten", None, 4_000.0), figure("paint", None, 38_500_000.0)];
        let chromium =
            Measured { place: "chromium".to_owned(), version: "9".to_owned(), high: "p95", figures: chromium };
        let mut report = Report::of(machine);
        report.add(native);
        report.add(chromium);
        report
    }

    #[test]
    fn a_table_has_a_row_for_each_case_of_any_place() {
        let said = report().to_string();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(
            lines,
            [
                "Abacus, 2 cores, linux x86_64",
                "native: rustc 1",
                "chromium: 9",
                "case        unit  native  slowest  chromium   p95  budget",
                "decode ten    µs    1.23     2.47      4.00  8.00    2.00",
                "replay        ns    45.7     91.3",
                "paint         ms                       38.5  77.0",
                "paint (chromium): a note",
                "decode (native) takes 123 ns for each of 10",
                "decode (chromium) takes 400 ns for each of 10",
            ]
        );
    }

    #[test]
    fn json_says_the_same() {
        let said: Value = serde_json::from_str(&report().json()).unwrap();
        assert_eq!(said["machine"]["processor"], "Abacus");
        assert_eq!(said["rows"][0]["case"], "decode ten");
        assert_eq!(
            said["rows"][0]["native"],
            json!({ "median": 1_234.0, "slowest": 2_468.0, "budget": 2_000.0, "note": null })
        );
        assert_eq!(said["rows"][2]["chromium"]["p95"], 77_000_000.0);
    }
}
