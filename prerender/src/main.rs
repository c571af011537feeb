//! The command line of [`prerender`]: `prerender DIST [ADDRESS]`, the folder of the site, and where it will stand.

use anyhow::{Context, Result};
use prerender::address::Site;
use prerender::site;
use std::env;
use std::path::PathBuf;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let dist = PathBuf::from(arguments.next().context("Say which folder the site is in.")?);
    let address = arguments.next().map(|address| address.parse()).transpose()?;
    site::write(&dist, &Site { address }).await
}
