//! The widget as a test sees it: by the marks that its HTML promises, wherever it is embedded.

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

/// A kind as shown in a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its id, as "mutual".
    pub kind: String,
    /// "full", "possible" or "nearest".
    pub matches: String,
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

    /// The rows of a summary: each question with the lines of its answer.
    ///
    /// # Errors
    ///
    /// If none is shown.
    pub async fn summary(&self) -> Result<Vec<(String, Vec<String>)>> {
        self.wait_for("dl dd").await?;
        let row = "(row) => [row.querySelector('dt').textContent, \
                   [...row.querySelector('dd').children].map((line) => line.textContent)]";
        let rows = self.page.run(&format!("return {}.map({row})", self.all("dl > div")), &[]).await?;
        let rows = rows.as_array().with_context(|| format!("{rows} is not a list"))?;
        rows.iter().map(|row| Ok((text(&row[0])?, texts(&row[1])?))).collect()
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

    /// The code of the result that is shown.
    ///
    /// # Errors
    ///
    /// If no result is.
    pub async fn code(&self) -> Result<String> {
        text(&self.page.wait_until(&format!("{}?.dataset.code", self.first("[data-code]"))).await?)
    }

    /// The kinds that are shown, in order, each once however often it is drawn.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn kinds(&self) -> Result<Vec<Kind>> {
        let pair = "(shown) => `${shown.dataset.kind} ${shown.dataset.match}`";
        let kinds = format!("return [...new Set({}.map({pair}))]", self.all("[data-kind][data-match]"));
        let kinds = texts(&self.page.run(&kinds, &[]).await?)?;
        let kinds = kinds.iter().filter_map(|pair| pair.split_once(' '));
        Ok(kinds.map(|(kind, matches)| Kind { kind: kind.to_owned(), matches: matches.to_owned() }).collect())
    }

    /// The landmarks that are shown.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn landmarks(&self) -> Result<Vec<String>> {
        self.each("[data-landmark]", "dataset.landmark").await
    }

    /// The problems that are shown: "check", "edition" and so on.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn problems(&self) -> Result<Vec<String>> {
        self.each("[data-problem]", "dataset.problem").await
    }

    /// The programmes of a group that are shown.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn programmes(&self) -> Result<Vec<String>> {
        self.each("[data-programme]", "dataset.programme").await
    }

    /// The drawing of a figure: "territory" or "route".
    ///
    /// # Errors
    ///
    /// If it is not shown.
    pub async fn figure(&self, name: &str) -> Result<WebElement> {
        self.wait_for(&format!("figure[data-figure=\"{name}\"] svg")).await
    }

    /// All the text of the widget, as it is laid out.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn words(&self) -> Result<String> {
        let script = format!(
            "return [...({0}.body ?? {0}).children].map((child) => child.innerText ?? '').join('\\n')",
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

    fn first(&self, css: &str) -> String {
        format!("{}.querySelector({})", self.root, json!(css))
    }

    fn all(&self, css: &str) -> String {
        format!("[...{}.querySelectorAll({})]", self.root, json!(css))
    }
}

fn option_selector(letter: &str, option: &str) -> String {
    format!("input[name=\"{letter}\"][value=\"{option}\"]")
}

fn text(value: &Value) -> Result<String> {
    value.as_str().map(str::to_owned).with_context(|| format!("{value} is not text"))
}

fn texts(value: &Value) -> Result<Vec<String>> {
    value.as_array().with_context(|| format!("{value} is not a list"))?.iter().map(text).collect()
}
