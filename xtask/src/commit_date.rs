//! The day that a build is of: that of the last change, so that the same sources make the same files on any day.

use std::env;

use anyhow::{Context, Result};
use time::UtcDateTime;

use crate::workspace::Workspace;

/// What packagers set (<https://reproducible-builds.org/specs/source-date-epoch/>), in seconds since 1970.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The day as `2026-01-31`, in UTC: that of SOURCE_DATE_EPOCH, or of the last commit. `None` where there is neither, as
/// in sources without their history.
///
/// # Errors
///
/// If SOURCE_DATE_EPOCH is no time.
pub fn read(workspace: &Workspace) -> Result<Option<String>> {
    match env::var(EPOCH) {
        Ok(seconds) => day(&seconds).map(Some).with_context(|| format!("{EPOCH} is no time: “{seconds}”")),
        Err(_) => workspace.output_of("git", &["log", "-1", "--format=%ct"]).map(|seconds| day(&seconds)).transpose(),
    }
}

fn day(seconds: &str) -> Result<String> {
    let time = UtcDateTime::from_unix_timestamp(seconds.trim().parse()?)?;
    Ok(time.date().to_string())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_a_day() {
        assert_eq!(day("0").unwrap(), "1970-01-01");
        assert_eq!(day("1769903999\n").unwrap(), "2026-01-31");
        assert_eq!(day("1769904000").unwrap(), "2026-02-01");
        assert!(day("yesterday").is_err());
    }
}
