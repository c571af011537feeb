//! Measures Peer Map natively and in browsers, and says whether its budgets are kept.
//!
//! The package `bench` holds the cases. Natively Divan runs them; for browsers they are built as the widget is, for size,
//! and a page times them. Figures are of this machine at this time, so they are printed with both, and kept as JSON.

pub mod figure;
pub mod verdict;
pub mod report;

pub mod browser;
pub mod native;

use std::{cell::RefCell, fs};

use anyhow::{Context, Result};

use crate::{browsers, dist, engine::Engine, plan::Plan, task::Part, tools, workspace::Workspace};
use report::{Machine, Report};

/// Runs every case, prints one table, and writes `target/bench.json`.
///
/// # Errors
///
/// Names the step that failed, or each case that takes longer than its budget or grows faster than its group.
pub fn bench(workspace: &Workspace, part: Part, engines: &[Engine]) -> Result<()> {
    let report = RefCell::new(Report::of(Machine::this()));
    let mut plan = Plan::default();
    if part != Part::Native {
        tools::plan_for_building(&mut plan, workspace)?;
        browsers::plan_for_browsing(&mut plan, workspace, engines)?;
    }
    // Everything is built before anything is measured.
    if part != Part::Browser {
        plan.add("Building the native cases (two minutes the first time)", || native::build(workspace));
    }
    if part != Part::Native {
        dist::plan_site(&mut plan, workspace, None)?;
        plan.add("Building the cases for browsers (a minute the first time)", || browser::build(workspace));
    }
    if part != Part::Browser {
        plan.add("Measuring natively", || {
            report.borrow_mut().add(native::measure(workspace)?);
            Ok(())
        });
    }
    if part != Part::Native {
        for &engine in engines {
            let report = &report;
            plan.add(format!("Measuring in {engine}"), move || {
                report.borrow_mut().add(browser::measure(workspace, engine)?);
                Ok(())
            });
        }
    }
    plan.run()?;
    publish(workspace, &report.into_inner())
}

fn publish(workspace: &Workspace, report: &Report) -> Result<()> {
    let file = workspace.root().join("target/bench.json");
    fs::write(&file, report.json()).with_context(|| format!("{} cannot be written", file.display()))?;
    println!("\n{report}\nThe same as JSON: target/bench.json");
    report.judge()
}
