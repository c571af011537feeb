//! Where things are, and how other programs are run there.

use std::{
    env,
    ffi::OsString,
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;

use crate::plan::in_words;

/// What the widget is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The root of the checkout.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace that this xtask belongs to.
    ///
    /// # Errors
    ///
    /// If its folder is gone.
    pub fn find() -> Result<Workspace> {
        let package =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = package.ancestors().find(|folder| folder.join("Cargo.lock").is_file());
        let root = root.ok_or_else(|| anyhow!("No Cargo.lock stands above {}.", package.display()))?;
        Ok(Workspace { root: root.to_owned() })
    }

    /// The folder of the workspace's Cargo.toml.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder that the publishable site is built into.
    #[must_use]
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder that tools are installed into.
    #[must_use]
    pub fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// The folder that Cargo puts what it builds into, which users may have moved.
    ///
    /// # Errors
    ///
    /// If Cargo does not say.
    pub fn target_folder(&self) -> Result<PathBuf> {
        let command = self.command("cargo", &["metadata", "--no-deps", "--offline", "--format-version", "1"]);
        let metadata: Value = serde_json::from_str(&self.said("cargo metadata", command)?)?;
        metadata["target_directory"].as_str().map(PathBuf::from).context("cargo metadata names no target directory.")
    }

    /// What Cargo knows of the packages that the widget is made of (`cargo metadata`, for the wasm alone).
    ///
    /// # Errors
    ///
    /// If Cargo does not say.
    pub fn packages_of_wasm(&self) -> Result<Value> {
        let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", WASM_TARGET];
        Ok(serde_json::from_str(&self.said("cargo metadata", self.command("cargo", &arguments))?)?)
    }

    /// The user's PATH, with the installed tools first.
    #[must_use]
    pub fn path(&self) -> OsString {
        let own = [self.tools().join("bin"), self.tools().join("npm/node_modules/.bin")];
        let users = env::var_os("PATH").unwrap_or_default();
        let joined = env::join_paths(own.into_iter().chain(env::split_paths(&users)));
        joined.unwrap_or(users)
    }

    /// The full path of a program on [`Workspace::path`].
    #[must_use]
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&self.path()).map(|folder| folder.join(&file)).find(|path| path.is_file())
    }

    /// A command that runs `program` at the root, with the installed tools on its PATH.
    #[must_use]
    pub fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.program(program).unwrap_or_else(|| program.into()));
        command.args(arguments).current_dir(&self.root).env("PATH", self.path());
        command
    }

    /// What a program prints of itself, as `trunk --version` does; `None` if it is missing or fails.
    #[must_use]
    pub fn output_of(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let output = self.command(program, arguments).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs a command for what it prints.
    ///
    /// # Errors
    ///
    /// If it cannot start or fails; `what` names it in the sentence that says so. Its complaints are then printed.
    pub fn said(&self, what: &str, mut command: Command) -> Result<String> {
        let output = command.output().with_context(|| cannot_start(what, &command))?;
        if !output.status.success() {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            bail!("{what} failed; what it said is above.");
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs a command whose output the user sees as it comes.
    ///
    /// # Errors
    ///
    /// If it cannot start or fails; `what` names it in the sentence that says so.
    pub fn run_aloud(&self, what: &str, mut command: Command) -> Result<()> {
        let status = command.status().with_context(|| cannot_start(what, &command))?;
        if !status.success() {
            bail!("{what} failed; what it said is above.");
        }
        Ok(())
    }

    /// Runs a command that may take minutes: its output goes to a file, and a line now and then says how far it is.
    ///
    /// # Errors
    ///
    /// If it cannot start or fails. The end of its output is then printed, unless all it says is that there is no network.
    pub fn run_quietly(&self, what: &str, mut command: Command) -> Result<()> {
        let log = self.log_file(what)?;
        let output = File::create(&log).with_context(|| format!("{} cannot be written", log.display()))?;
        let errors = output.try_clone().context("no second handle for a log file")?;
        command.stdin(Stdio::null()).stdout(output).stderr(errors);
        if wait_with_heartbeat(what, &mut command, &log)?.success() {
            return Ok(());
        }
        let said = fs::read_to_string(&log).unwrap_or_default();
        let shown = log.strip_prefix(&self.root).unwrap_or(&log).display();
        if speaks_of_no_network(&said) {
            bail!("{what} needs the network, which could not be reached; the details are in {shown}.");
        }
        let lines: Vec<&str> = said.lines().collect();
        eprintln!("{}", lines[lines.len().saturating_sub(80)..].join("\n"));
        bail!("{what} failed; what it said is above and in {shown}.");
    }

    fn log_file(&self, what: &str) -> Result<PathBuf> {
        let folder = self.tools().join("logs");
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be created", folder.display()))?;
        let name: String =
            what.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
        Ok(folder.join(format!("{name}.log")))
    }
}

fn cannot_start(what: &str, command: &Command) -> String {
    format!("{what} could not start: {} cannot be run", Path::new(command.get_program()).display())
}

fn wait_with_heartbeat(what: &str, command: &mut Command, log: &Path) -> Result<ExitStatus> {
    const BEAT: Duration = Duration::from_secs(20);
    let mut child = command.spawn().with_context(|| cannot_start(what, command))?;
    let started = Instant::now();
    let mut next = BEAT;
    loop {
        if let Some(status) = child.try_wait().with_context(|| format!("{what} cannot be waited for"))? {
            return Ok(status);
        }
        thread::sleep(Duration::from_millis(50));
        if started.elapsed() >= next {
            next += BEAT;
            println!("      {} so far: {}", in_words(started.elapsed()), last_line(log));
        }
    }
}

fn last_line(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    text.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or("working").chars().take(90).collect()
}

/// Whether the output of cargo, npm, apt or rustup says that a host could not be reached.
fn speaks_of_no_network(output: &str) -> bool {
    const SIGNS: [&str; 9] = [
        "Could not resolve",
        "Couldn't connect to server",
        "Could not connect to",
        "failed to download from",
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
        "Temporary failure resolving",
        "could not download file",
    ];
    SIGNS.iter().any(|sign| output.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_network_is_told_from_other_faults() {
        assert!(speaks_of_no_network("curl: (6) Could not resolve host: packages.example.org"));
        assert!(speaks_of_no_network("npm error code EAI_AGAIN"));
        assert!(!speaks_of_no_network("error[E0308]: mismatched types"));
    }
}
