//! The figures of ten programmes are as they were: both maps, their table, and the route. `UPDATE_EXPECT=1` writes them
//! anew, and the difference is what a reviewer looks at.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;
#[allow(clippy::panic, reason = "a test speaks by failing")]
mod markup;

use edition_files::{edition, ten_programmes};
use expect_test::expect_file;
use markup::result;
use std::rc::Rc;

/// One element a line, so that a difference is a line.
fn lines(markup: &str) -> String {
    markup.replace("><", ">\n<") + "\n"
}

#[tokio::test(flavor = "current_thread")]
async fn the_figures_of_ten_programmes_are_as_they_were() {
    let edition = Rc::new(edition("en"));
    for (name, answers) in ten_programmes() {
        let result = result(&edition, &answers).await;
        let figures = ["data-figure=\"territory\"", "data-figure=\"route\""].map(|mark| result.element("figure", mark));
        let file = format!("{}/tests/golden/figures/{name}.html", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&lines(&figures.concat()));
    }
}
