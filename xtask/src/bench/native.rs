//! The cases on this machine, run by Divan.

use anyhow::{Context, Result};
use serde_json::Value;

use super::figure::{Figure, Measured};
use crate::workspace::Workspace;

const BENCH: [&str; 6] = ["bench", "--quiet", "--package", "peer-map-bench", "--bench", "native"];

/// Compiles what [`measure`] runs.
///
/// # Errors
///
/// If it does not compile.
pub fn build(workspace: &Workspace) -> Result<()> {
    let mut command = workspace.command("cargo", &BENCH);
    command.arg("--no-run");
    workspace.run_quietly("Building the native cases", command)
}

/// Runs every case.
///
/// # Errors
///
/// If a case fails, or Divan says something else than a table.
pub fn measure(workspace: &Workspace) -> Result<Measured> {
    let said = workspace.said("cargo bench", workspace.command("cargo", &BENCH))?;
    let cases: Value = said.lines().next().and_then(|line| serde_json::from_str(line).ok()).unwrap_or_default();
    let cases = cases.as_array().context("cargo bench did not begin with its cases, as JSON.")?;
    let figure = |case: &Value| {
        let name = case["case"].as_str().unwrap_or_default();
        let (slowest, median) = said
            .lines()
            .find_map(|line| row(line, name))
            .with_context(|| format!("Divan's table has no figures for “{name}”; what it said is:\n{said}"))?;
        Figure::of(case, median, slowest)
    };
    let figures = cases.iter().map(figure).collect::<Result<_>>()?;
    let compiler = workspace.output_of("rustc", &["--version"]).unwrap_or_default();
    Ok(Measured { place: "native".to_owned(), version: format!("{compiler}, opt-level 3"), high: "slowest", figures })
}

/// The slowest and the median sample of a case, in nanoseconds, from a line of Divan's table.
///
/// Divan writes no JSON yet (its issue 10). A line is a branch of a tree, the name, then columns between bars: the
/// fastest, the slowest, the median, the mean, and how many samples and runs there were.
fn row(line: &str, name: &str) -> Option<(f64, f64)> {
    let columns: Vec<&str> = line.rsplitn(6, '│').collect();
    let [_runs, _mean, .., first] = columns.as_slice() else { return None };
    let (slowest, median) = (columns.get(4)?, columns.get(3)?);
    let rest = first.trim_start_matches(['│', '├', '╰', '─', ' ']).strip_prefix(name)?;
    // Another case's name may begin with this one.
    nanoseconds(rest)?;
    Some((nanoseconds(slowest)?, nanoseconds(median)?))
}

/// A time as Divan writes it: `479.7 ns`.
fn nanoseconds(text: &str) -> Option<f64> {
    let (number, unit) = text.trim().split_once(' ')?;
    let scale = match unit {
        "ps" => 1e-3,
        "ns" => 1.0,
        "µs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return None,
    };
    number.parse::<f64>().ok().map(|number| number * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_the_table_is_read() {
        let line = "   ├─ encode one code                 192.4 ns      │ 390.2 ns      │ 1.5 µs        │ 206.4 ns      │ 100     │ 800";
        assert_eq!(row(line, "encode one code"), Some((390.2, 1_500.0)));
        assert_eq!(row(line, "encode one"), None);
        assert_eq!(row(line, "code"), None);
        let last = "╰─ x  5.4 ns │ 2 ms │ 12 ps │ 5 ns │ 100 │ 51200";
        assert_eq!(row(last, "x"), Some((2e6, 0.012)));
        assert_eq!(row("╰─ case        │               │               │               │         │", "case"), None);
        assert_eq!(row("Timer precision: 20 ns", "x"), None);
    }
}
