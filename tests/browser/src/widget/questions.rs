//! The questions: answering as a person does, and looking at what is answered.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Widget;

impl Widget<'_> {
    /// Answers a question with exactly these options, by clicking as a person does.
    ///
    /// # Errors
    ///
    /// If the question or an option is not shown.
    pub async fn answer(&self, letter: &str, options: &[u8]) -> Result<()> {
        self.wait_for(&format!("fieldset[data-question=\"{letter}\"]")).await?;
        for option in options {
            self.wait_for(&option_selector(letter, &option.to_string())).await?;
        }
        for option in self.options_checked(letter).await? {
            // A radio cannot be unchecked, and need not be.
            if !options.contains(&option) {
                self.click_label(&format!("{}[type=checkbox]", option_selector(letter, &option.to_string()))).await?;
            }
        }
        let checked = self.options_checked(letter).await?;
        for option in options.iter().filter(|option| !checked.contains(option)) {
            self.click_label(&option_selector(letter, &option.to_string())).await?;
        }
        self.wait_until_checked(letter, options).await
    }

    /// Clicks one option of a question, whether it is checked or not, and leaves the others to the widget.
    ///
    /// # Errors
    ///
    /// If the option is not shown.
    pub async fn click_option(&self, letter: &str, option: u8) -> Result<()> {
        let option = option_selector(letter, &option.to_string());
        self.wait_for(&option).await?;
        self.click_label(&option).await
    }

    /// Waits until exactly these options of a question are checked.
    ///
    /// # Errors
    ///
    /// If others are in the end, which are then told.
    pub async fn wait_until_checked(&self, letter: &str, options: &[u8]) -> Result<()> {
        let checked = self.all(&format!("input[name=\"{letter}\"]:checked"));
        self.page.wait_until_equal(&format!("{checked}.map((input) => Number(input.value))"), options.to_vec()).await
    }

    /// The options of a question that are checked.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn options_checked(&self, letter: &str) -> Result<Vec<u8>> {
        let values = self.each(&format!("input[name=\"{letter}\"]:checked"), "value").await?;
        values.iter().map(|value| value.parse().with_context(|| format!("{value} is not an option"))).collect()
    }

    /// Presses "Change" beside a question of the summary, and waits for the question.
    ///
    /// # Errors
    ///
    /// If the summary does not offer it.
    pub async fn change(&self, letter: &str) -> Result<()> {
        self.wait_for(&format!("button[data-change=\"{letter}\"]")).await?.click().await?;
        self.wait_for_question(letter).await
    }

    /// Types a code into the field for it, and opens it.
    ///
    /// # Errors
    ///
    /// If there is no such field.
    pub async fn open_typed(&self, code: &str) -> Result<()> {
        let closed = self.first("details:not([open]):has(input[name=code]) > summary");
        if self.page.run(&format!("return {closed} !== null"), &[]).await? == Value::Bool(true) {
            self.page.wait_for_element(&closed).await?.click().await?;
        }
        self.wait_for("input[name=code]").await?.send_keys(code).await?;
        self.act("open").await
    }

    /// Answers each question in turn and presses "Continue" after it.
    ///
    /// # Errors
    ///
    /// If a question is not asked.
    pub async fn answer_all(&self, answers: &[(&str, &[u8])]) -> Result<()> {
        for (letter, options) in answers {
            self.answer(letter, options).await?;
            self.continue_().await?;
            self.wait_for_question_after(letter).await?;
        }
        Ok(())
    }

    /// Clicks the label of an input, or the input itself where it has none.
    async fn click_label(&self, css: &str) -> Result<()> {
        let input = self.first(css);
        let present = self.page.run(&format!("return {input} !== null"), &[]).await?;
        if present == Value::Bool(true) {
            let label = self.page.wait_for_element(&format!("({input}.labels[0] ?? {input})")).await?;
            label.click().await?;
        }
        Ok(())
    }
}

fn option_selector(letter: &str, option: &str) -> String {
    format!("input[name=\"{letter}\"][value=\"{option}\"]")
}
