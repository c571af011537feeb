//! The page starts at all, with what it may use.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Site};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("the_page_opens_without_errors", the_page_opens_without_errors),
        Scenario::new("the_site_works_below_any_folder", the_site_works_below_any_folder),
        Scenario::new("nothing_is_fetched_twice", nothing_is_fetched_twice),
    ]
}

async fn the_page_opens_without_errors(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.question_shown().await?;
    Ok(())
}

async fn the_site_works_below_any_folder(page: &Page) -> Result<()> {
    let page = page.on(Site { mount: "/some/folder/".to_owned(), ..Page::site()? })?;
    page.open("").await?.question_shown().await?;
    assert!(page.take_requests().iter().all(|path| path.starts_with("/some/folder/")));
    Ok(())
}

async fn nothing_is_fetched_twice(page: &Page) -> Result<()> {
    page.open("").await?.question_shown().await?;
    let mut requests = page.take_requests();
    requests.sort();
    let mut once = requests.clone();
    once.dedup();
    assert_eq!(requests, once);
    assert!(requests.len() <= 6, "{requests:?}");
    Ok(())
}
