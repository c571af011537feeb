//! Tabs of their own, and frames.

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

    /// Goes into the frame that a JavaScript expression gives: what is run and waited for from now on is in there.
    ///
    /// # Errors
    ///
    /// If there is none in time.
    pub async fn enter_frame(&self, expression: &str) -> Result<()> {
        Ok(self.wait_for_element(expression).await?.enter_frame().await?)
    }

    /// Goes back to the page itself.
    ///
    /// # Errors
    ///
    /// If the browser cannot.
    pub async fn leave_frame(&self) -> Result<()> {
        Ok(self.session().enter_default_frame().await?)
    }
}
