//! Builds, serves, checks and measures Peer Map: `cargo xtask serve | test | dist | reproducible | bench | help`.
//!
//! A task is a [`plan::Plan`]: first the tools it lacks, then its own steps, each numbered and timed. Whether a tool is
//! there is asked anew each time (its own `--version`), so a second run installs nothing and an outdated tool is replaced.
//!
//! Invariants:
//!
//! - Tools go into `target/tools`, never into the user's own folders; only browsers come from the system's packages.
//! - What a task cannot do is said in one sentence on standard error, with an exit code that is not 0.
//! - The folder `dist/` that [`dist`] leaves is the whole publishable site, and over budget it fails.
//!
//! [`engine`] and [`site`] are also what the browser tests stand on.

pub mod address;
pub mod task;

pub mod plan;
pub mod workspace;

pub mod lockfile;
pub mod tools;

pub mod browsers;
pub mod engine;

pub mod commit_date;
pub mod csp;
pub mod dist;
pub mod html;
pub mod integrity;
pub mod isolate;
pub mod markup;
pub mod one_file;
pub mod packed;
pub mod release;
pub mod reproducible;
pub mod scripts;
pub mod service_worker;
pub mod sizes;
pub mod styles;
pub mod versions;

pub mod sbom;
pub mod serve;
pub mod site;
pub mod test;
pub mod yew_host;

pub mod bench;
