//! Serves `dist/` on this machine, to people.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Result, anyhow};

use crate::{dist, plan::Plan, service_worker, site::Site, workspace::Workspace};

/// In place of the script that keeps the page: otherwise a page that is open in one tab keeps a last build in all others.
const KEEPS_NOTHING: &str = "// Whoever builds anew wants to see it.\n";

/// Builds the site and serves it until interrupted.
///
/// # Errors
///
/// If the port is taken, which is found out before the long build, or the build fails.
pub fn serve(workspace: &Workspace, port: u16) -> Result<()> {
    let taken = |_| anyhow!("Port {port} is in use: choose another with `cargo xtask serve --port N`.");
    drop(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(taken)?);
    let mut plan = Plan::default();
    dist::plan_site(&mut plan, workspace, None)?;
    plan.run()?;
    // Otherwise a browser may show what it kept from before the last build.
    let headers = vec![("Cache-Control".to_owned(), "no-cache".to_owned())];
    let pages = vec![(format!("/{}", service_worker::FILE), KEEPS_NOTHING.to_owned())];
    let server = Site { port, headers, pages, ..Site::of(workspace.dist()) }.start()?;
    println!("Peer Map is at {} (Ctrl+C ends it)", server.address());
    server.serve_forever();
    Ok(())
}
