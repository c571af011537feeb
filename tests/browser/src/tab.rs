//! Tabs of their own.

use anyhow::Result;

use crate::{page::Page, widget::Widget};

impl Page {
    /// Opens the page in a new tab: the history of a tab grows with every page that was in it.
    ///
    /// # Errors
    ///
    /// If the browser gives no tab, or the widget does not start.
    pub async fn open_in_tab(&self, fragment: &str) -> Result<Widget<'_>> {
        let tab = self.session().new_tab().await?;
        self.session().switch_to_window(tab).await?;
        self.open(fragment).await
    }
}
