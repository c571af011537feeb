//! Keeps our Yew apart from the Yew of a page that is a Yew application itself.
//!
//! Yew notes on each element, and on each event, which of its trees is responsible. It reads and writes these notes through
//! accessors that wasm-bindgen writes into the glue (`subtree_root.rs` and `btag/listeners.rs` of Yew), by names that are
//! the same in every build, and it numbers trees and listeners from the same start. Two builds of Yew on one page, one
//! inside the other, would take the notes of the other for their own. So ours get names of their own, with the version, or
//! two versions of Peer Map would do the same to each other.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::workspace::Workspace;

/// The glue that wasm-bindgen writes, below `dist/`.
pub const GLUE: &str = "wasm/peer-map.js";

/// What Yew's names begin with.
const YEW: &str = "__yew_";
/// The names that Yew is known to use. One that is gone means that Yew has changed, and with it what must be kept apart.
const KNOWN: [&str; 3] = ["__yew_subtree_id", "__yew_subtree_cache_key", "__yew_listener_id"];

/// Gives Yew's notes names of this version of Peer Map, in the glue of `dist/`.
///
/// # Errors
///
/// If the glue cannot be read or written, or does not name them.
pub fn rename_in_glue(workspace: &Workspace) -> Result<()> {
    let path = workspace.dist().join(GLUE);
    let glue = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    fs::write(&path, renamed(&glue, env!("CARGO_PKG_VERSION"))?)
        .with_context(|| format!("{} cannot be written", path.display()))
}

fn renamed(glue: &str, version: &str) -> Result<String> {
    for name in KNOWN {
        ensure!(
            glue.contains(&format!(".{name}")),
            "{GLUE} does not name {name}, by which Yew knew its elements so far."
        );
    }
    let identifier = version.replace(|character: char| !character.is_ascii_alphanumeric(), "_");
    Ok(glue.replace(YEW, &format!("__peer_map_{identifier}_")))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    const GLUE: &str = "
        __wbg_cache_key_581e: function(arg0) { const ret = arg0.__yew_subtree_cache_key; return ret; },
        __wbg_listener_id_fd5d: function(arg0) { const ret = arg0.__yew_listener_id; return ret; },
        __wbg_set_subtree_id_7234: function(arg0, arg1) { arg0.__yew_subtree_id = arg1 >>> 0; },";

    #[test]
    fn every_name_is_ours() {
        let renamed = renamed(GLUE, "0.1.0-rc.1").unwrap();
        assert!(!renamed.contains("yew"), "{renamed}");
        for name in ["subtree_cache_key", "listener_id", "subtree_id"] {
            assert!(renamed.contains(&format!("arg0.__peer_map_0_1_0_rc_1_{name}")), "{renamed}");
        }
    }

    #[test]
    fn a_name_that_is_gone_is_reported() {
        for name in KNOWN {
            let message = renamed(&GLUE.replace(name, "other"), "0.1.0").unwrap_err().to_string();
            assert!(message.contains(&format!("does not name {name}")), "{message}");
        }
    }
}
