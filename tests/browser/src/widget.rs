//! The widget as a test sees it: by the marks that its HTML promises, wherever it is embedded.

mod questions;
mod shown;

pub use shown::Kind;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::page::Page;

/// The widget in a page: in the document itself, or in a shadow root.
///
/// Each method waits for what it needs and fails if it does not come. What one method reads, it reads at one moment.
#[derive(Clone, Debug)]
pub struct Widget<'a> {
    page: &'a Page,
    /// A JavaScript expression for the document or shadow root.
    root: String,
}

impl<'a> Widget<'a> {
    pub(crate) fn new(page: &'a Page, root: String) -> Widget<'a> {
        Widget { page, root }
    }

    /// The page it is in.
    #[must_use]
    pub fn page(&self) -> &'a Page {
        self.page
    }

    /// Waits until a selector selects something in the widget, and gives the first such element.
    ///
    /// # Errors
    ///
    /// If it does not in time.
    pub async fn wait_for(&self, css: &str) -> Result<WebElement> {
        self.page.wait_for_element(&self.first(css)).await
    }

    /// Waits until nothing in the widget is selected.
    ///
    /// # Errors
    ///
    /// If something still is in the end.
    pub async fn wait_until_gone(&self, css: &str) -> Result<()> {
        self.page.wait_until(&format!("{} === null", self.first(css))).await?;
        Ok(())
    }

    /// The letter of the question that is shown.
    ///
    /// # Errors
    ///
    /// If none is.
    pub async fn question_shown(&self) -> Result<String> {
        let shown = format!("{}?.dataset.question", self.first("fieldset[data-question]"));
        text(&self.page.wait_until(&shown).await?)
    }

    /// Waits until a question other than `letter` is shown, or a screen without one; gives the new letter, or an empty one.
    ///
    /// # Errors
    ///
    /// If nothing changes.
    pub async fn wait_for_question_after(&self, letter: &str) -> Result<String> {
        let question = self.first("fieldset[data-question]");
        let other_screen = self.first("[data-code], [data-screen]:not([data-screen=question])");
        let moved = format!("{other_screen} || ({question} && {question}.dataset.question !== {})", json!(letter));
        self.page.wait_until(&format!("Boolean({moved})")).await?;
        let letter = self.page.run(&format!("return {question}?.dataset.question || ''"), &[]).await?;
        text(&letter)
    }

    /// Waits until a question is shown.
    ///
    /// # Errors
    ///
    /// If it is not in time.
    pub async fn wait_for_question(&self, letter: &str) -> Result<()> {
        let shown = format!("{}?.dataset.question ?? null", self.first("fieldset[data-question]"));
        self.page.wait_until_equal(&shown, letter).await
    }

    /// Waits until a screen is shown: "question", "summary", "result", "about", "map", "landmark", "trial" or "damaged".
    ///
    /// # Errors
    ///
    /// If it is not in time.
    pub async fn wait_for_screen(&self, name: &str) -> Result<()> {
        let shown = format!("{}?.dataset.screen ?? null", self.first("[data-screen]"));
        self.page.wait_until_equal(&shown, name).await
    }

    /// Waits until the keyboard is on the first element that is selected.
    ///
    /// # Errors
    ///
    /// If it is elsewhere in the end, which is then told.
    pub async fn wait_for_focus(&self, css: &str) -> Result<()> {
        let focused = format!("{}.activeElement", self.root);
        let expected = self.first(css);
        if self.page.wait_until(&format!("{expected} !== null && {focused} === {expected}")).await.is_err() {
            let now = self.page.run(&format!("return {focused}?.outerHTML.slice(0, 200) ?? null"), &[]).await?;
            bail!("the keyboard is on {now}, not on {css}");
        }
        Ok(())
    }

    /// Presses the button with exactly these words.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub async fn press(&self, words: &str) -> Result<()> {
        let is_named = format!("(button) => button.textContent.trim() === {}", json!(words));
        let button = format!("({}.find({is_named}) ?? null)", self.all("button"));
        let button =
            self.page.wait_for_element(&button).await.with_context(|| format!("there is no button \"{words}\""))?;
        Ok(button.click().await?)
    }

    /// Presses the button that does something, whatever its words: "continue", "back", "result", "about", "use" and so on.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub async fn act(&self, action: &str) -> Result<()> {
        let button = self.wait_for(&format!("button[data-action=\"{action}\"]")).await?;
        button.click().await.with_context(|| format!("\"{action}\" cannot be clicked"))
    }

    /// Presses the button of a language, and waits until the words are in it.
    ///
    /// # Errors
    ///
    /// If there is no such button, or the words do not come.
    pub async fn choose_language(&self, tag: &str) -> Result<()> {
        self.wait_for(&format!("nav button[lang=\"{tag}\"]")).await?.click().await?;
        self.wait_for_language(tag).await
    }

    /// Waits until the words are in a language.
    ///
    /// # Errors
    ///
    /// If they are not in time.
    pub async fn wait_for_language(&self, tag: &str) -> Result<()> {
        let spoken = format!("{}?.lang ?? null", self.first(".peer-map"));
        self.page.wait_until_equal(&spoken, tag).await
    }

    /// Presses "Continue".
    ///
    /// # Errors
    ///
    /// If there is no such button.
    pub async fn continue_(&self) -> Result<()> {
        self.press("Continue").await
    }

    /// Presses "Back".
    ///
    /// # Errors
    ///
    /// If there is no such button.
    pub async fn back(&self) -> Result<()> {
        self.press("Back").await
    }

    /// All the text of the widget that is shown, as it is laid out.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn words(&self) -> Result<String> {
        let script = format!(
            "return [...({0}.body ?? {0}).children].filter((child) => child.checkVisibility())\
             .map((child) => child.innerText ?? '').join('\\n')",
            self.root
        );
        text(&self.page.run(&script, &[]).await?)
    }

    /// A property of every element selected.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn each(&self, css: &str, property: &str) -> Result<Vec<String>> {
        let script = format!("return {}.map((found) => String(found.{property}))", self.all(css));
        texts(&self.page.run(&script, &[]).await?)
    }

    fn first(&self, css: &str) -> String {
        format!("{}.querySelector({})", self.root, json!(css))
    }

    fn all(&self, css: &str) -> String {
        format!("[...{}.querySelectorAll({})]", self.root, json!(css))
    }
}

fn text(value: &Value) -> Result<String> {
    value.as_str().map(str::to_owned).with_context(|| format!("{value} is not text"))
}

fn texts(value: &Value) -> Result<Vec<String>> {
    value.as_array().with_context(|| format!("{value} is not a list"))?.iter().map(text).collect()
}
