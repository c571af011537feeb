//! The command line of [`xtask`]: reads the task, runs it, and says in one sentence what went wrong.

use std::process::ExitCode;

use anyhow::Result;
use xtask::{bench, dist, reproducible, serve, styles, task::Task, test, workspace::Workspace};

fn main() -> ExitCode {
    match Task::from_arguments(std::env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    let workspace = Workspace::find()?;
    match task {
        Task::Serve { port } => serve::serve(&workspace, port),
        Task::Test { part, engines } => test::test(&workspace, part, &engines),
        Task::Bench { part, engines } => bench::bench(&workspace, part, &engines),
        Task::Dist { address } => dist::dist(&workspace, address.as_ref()),
        Task::Reproducible => reproducible::check(&workspace),
        Task::Styles => styles::write_bundle(&workspace),
        Task::Help => {
            println!("{}", xtask::task::HELP);
            Ok(())
        }
    }
}
