//! What the user asked for.

use anyhow::{Result, anyhow, bail};

use crate::{address::Address, engine::Engine};

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask serve [--port N]    build Peer Map and serve it on this machine (port 8080 unless told)
cargo xtask test                run every check
    --only native|browser       only the checks without, or only those with, a browser
    --engine chromium|firefox|webkit
                                only this browser engine; may be given more than once
cargo xtask bench               measure, print a table, and write target/bench.json
    --only native|browser       only without, or only in, a browser
    --engine chromium|firefox|webkit
                                in this engine instead of Chromium; may be given more than once
cargo xtask dist                build the whole publishable site into dist/
    --address https://…/        where it is going to stand, so that messages and other sites can show its pictures
cargo xtask reproducible        build the site from a clone too, and compare the two byte by byte
cargo xtask help                print this

Each task first installs what it lacks into target/tools.
(Trunk itself runs `cargo xtask styles`, which joins styles/ into one file.)";

/// One task, with its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Build, then serve `dist/` until interrupted.
    Serve {
        /// The port of 127.0.0.1 to listen on.
        port: u16,
    },
    /// Run the checks.
    Test {
        /// Which of the checks.
        part: Part,
        /// The engines that the browser tests run in.
        engines: Vec<Engine>,
    },
    /// Measure.
    Bench {
        /// Where: natively, in browsers, or both.
        part: Part,
        /// The engines to measure in.
        engines: Vec<Engine>,
    },
    /// Build `dist/`.
    Dist {
        /// Where the site is going to stand, if that is known.
        address: Option<Address>,
    },
    /// Build the site twice, and compare.
    Reproducible,
    /// Join the style sheets; Trunk's `pre_build` hook.
    Styles,
    /// Print [`HELP`].
    Help,
}

/// The part of the checks, or of what is measured, that a task runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Everything.
    All,
    /// Only what needs no browser.
    Native,
    /// Only what needs one.
    Browser,
}

impl Task {
    /// Reads the arguments that follow `cargo xtask`.
    ///
    /// # Errors
    ///
    /// Names the argument that is unknown or lacks its value.
    pub fn from_arguments(arguments: impl IntoIterator<Item = String>) -> Result<Task> {
        let mut arguments = arguments.into_iter();
        let name = arguments.next().unwrap_or_else(|| "help".to_owned());
        match name.as_str() {
            "serve" => serve(arguments),
            "test" => {
                let (part, engines) = part_and_engines(arguments, &Engine::ALL)?;
                Ok(Task::Test { part, engines })
            }
            "bench" => {
                let (part, engines) = part_and_engines(arguments, &[Engine::Chromium])?;
                Ok(Task::Bench { part, engines })
            }
            "dist" => dist(arguments),
            "reproducible" => nothing_more(arguments, Task::Reproducible),
            "styles" => nothing_more(arguments, Task::Styles),
            "help" | "-h" | "--help" => Ok(Task::Help),
            other => bail!("There is no task \"{other}\"; `cargo xtask help` lists the tasks."),
        }
    }
}

fn nothing_more(mut arguments: impl Iterator<Item = String>, task: Task) -> Result<Task> {
    match arguments.next() {
        None => Ok(task),
        Some(argument) => Err(unknown(&argument)),
    }
}

fn serve(mut arguments: impl Iterator<Item = String>) -> Result<Task> {
    let mut port = 8080;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--port" => {
                let text = value(&argument, arguments.next())?;
                port = text.parse().map_err(|_| anyhow!("A port is a number from 1 to 65535, not \"{text}\"."))?;
            }
            other => return Err(unknown(other)),
        }
    }
    Ok(Task::Serve { port })
}

fn dist(mut arguments: impl Iterator<Item = String>) -> Result<Task> {
    let mut address = None;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--address" => address = Some(value(&argument, arguments.next())?.parse()?),
            other => return Err(unknown(other)),
        }
    }
    Ok(Task::Dist { address })
}

/// What `--only` and `--engine` say; these engines if they say none.
fn part_and_engines(mut arguments: impl Iterator<Item = String>, otherwise: &[Engine]) -> Result<(Part, Vec<Engine>)> {
    let mut part = Part::All;
    let mut engines = Vec::new();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--only" => part = part_named(&value(&argument, arguments.next())?)?,
            "--engine" => engines.push(value(&argument, arguments.next())?.parse()?),
            other => return Err(unknown(other)),
        }
    }
    if engines.is_empty() {
        engines = otherwise.to_vec();
    }
    Ok((part, engines))
}

fn part_named(name: &str) -> Result<Part> {
    match name {
        "native" => Ok(Part::Native),
        "browser" => Ok(Part::Browser),
        other => bail!("`--only` takes native or browser, not \"{other}\"."),
    }
}

fn value(option: &str, value: Option<String>) -> Result<String> {
    value.ok_or_else(|| anyhow!("`{option}` needs a value; `cargo xtask help` shows which."))
}

fn unknown(argument: &str) -> anyhow::Error {
    anyhow!("\"{argument}\" is not an option of this task; `cargo xtask help` lists the options.")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Task> {
        Task::from_arguments(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn tasks_and_options_are_read() {
        let everything = Engine::ALL.to_vec();
        assert_eq!(read("").unwrap(), Task::Help);
        assert_eq!(read("serve").unwrap(), Task::Serve { port: 8080 });
        assert_eq!(read("serve --port 9").unwrap(), Task::Serve { port: 9 });
        assert_eq!(read("reproducible").unwrap(), Task::Reproducible);
        assert_eq!(read("dist").unwrap(), Task::Dist { address: None });
        let address = "https://example.org/peer-map/".parse().unwrap();
        assert_eq!(read("dist --address https://example.org/peer-map").unwrap(), Task::Dist { address: Some(address) });
        assert_eq!(read("test").unwrap(), Task::Test { part: Part::All, engines: everything });
        assert_eq!(
            read("test --only browser --engine webkit --engine firefox").unwrap(),
            Task::Test { part: Part::Browser, engines: vec![Engine::WebKit, Engine::Firefox] }
        );
        assert_eq!(read("bench").unwrap(), Task::Bench { part: Part::All, engines: vec![Engine::Chromium] });
        assert_eq!(
            read("bench --only native --engine firefox").unwrap(),
            Task::Bench { part: Part::Native, engines: vec![Engine::Firefox] }
        );
    }

    #[test]
    fn a_wrong_argument_is_named() {
        let message = |line| read(line).unwrap_err().to_string();
        assert_eq!(message("build"), "There is no task \"build\"; `cargo xtask help` lists the tasks.");
        assert_eq!(message("serve --port"), "`--port` needs a value; `cargo xtask help` shows which.");
        assert_eq!(message("serve --port x"), "A port is a number from 1 to 65535, not \"x\".");
        assert_eq!(message("test --only some"), "`--only` takes native or browser, not \"some\".");
        assert_eq!(message("test --engine lynx"), "There is no engine \"lynx\": it is chromium, firefox or webkit.");
        assert_eq!(message("dist --address"), "`--address` needs a value; `cargo xtask help` shows which.");
        assert!(message("dist --address example.org").contains("does not begin with http://"));
        assert!(message("dist --fast").starts_with("\"--fast\" is not an option"));
    }
}
