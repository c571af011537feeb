//! Runs Peer Map in real browsers: Chromium, Firefox and WebKitGTK, over WebDriver, against `dist/`.
//!
//! A [`Scenario`] is an `async fn(&Page) -> anyhow::Result<()>`. [`run`] runs each in every engine, reusing one browser per
//! engine; each gets a site on a port of its own, hence an origin of its own: no storage, cookie or service worker of
//! another scenario can reach it.
//!
//! - Nothing here waits for a time: [`Page::wait_for`] and [`Page::wait_until`] wait for a condition, with a deadline.
//! - A scenario fails when the page reported an error, unless it took it with [`Page::take_errors`].
//! - A failure leaves a picture of the page in `target/browser-failures/`.
//!
//! The scenarios are in `tests/`: add a file, its `mod` line in `tests/main.rs`, and its `scenarios()` to the list there.
//!
//! ```no_run
//! use peer_map_browser_tests::{Page, Scenario};
//!
//! async fn the_first_answer_leads_on(page: &Page) -> anyhow::Result<()> {
//!     let widget = page.open("").await?;
//!     let first = widget.question_shown().await?;
//!     widget.answer(&first, &[1]).await?;
//!     widget.press("Continue").await?;
//!     widget.wait_for_question_after(&first).await?;
//!     Ok(())
//! }
//!
//! pub fn scenarios() -> Vec<Scenario> {
//!     vec![Scenario::new("the_first_answer_leads_on", the_first_answer_leads_on)]
//! }
//! ```

mod accessibility;
mod driver;
mod page;
mod scenario;
mod screen;
mod tab;
mod widget;

pub use driver::Browser;
pub use page::Page;
pub use scenario::{Scenario, run};
pub use screen::{Scheme, Screen};
pub use widget::{Kind, Widget};
pub use xtask::{
    engine::Engine,
    site::{RunningSite, Site},
    workspace::Workspace,
};
