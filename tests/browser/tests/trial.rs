//! Trying another answer: it is shown, it changes nothing, and there is a way back.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("a_trial_changes_nothing_until_it_is_kept", a_trial_changes_nothing_until_it_is_kept),
        Scenario::new("a_trial_survives_reload_and_history", a_trial_survives_reload_and_history),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

async fn a_trial_changes_nothing_until_it_is_kept(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    let before = widget.kinds().await?;
    widget.act("try").await?;
    widget.wait_for_screen("trial").await?;
    widget.wait_for_focus("h1").await?;
    assert_ne!(widget.kinds().await?, before);
    assert_eq!(page.fragment().await?, CODE);
    widget.act("trial-back").await?;
    widget.wait_for_screen("result").await?;
    assert_eq!((widget.code().await?.as_str(), widget.kinds().await?), (CODE, before));
    widget.act("try").await?;
    widget.wait_for_screen("trial").await?;
    let tried = widget.kinds().await?;
    widget.act("trial-keep").await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.kinds().await?, tried);
    assert_ne!(widget.code().await?, CODE);
    page.wait_until_equal("location.hash.slice(1)", widget.code().await?).await
}

async fn a_trial_survives_reload_and_history(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    widget.act("try").await?;
    widget.wait_for_screen("trial").await?;
    let tried = widget.kinds().await?;
    page.session().refresh().await?;
    widget.wait_for_screen("trial").await?;
    assert_eq!(widget.kinds().await?, tried);
    page.session().back().await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, CODE);
    page.session().forward().await?;
    widget.wait_for_screen("trial").await
}
