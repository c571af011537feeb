//! What is shown: answers, kinds, landmarks, problems and figures, by their marks.

use anyhow::{Context, Result};
use thirtyfour::WebElement;

use super::{Widget, text, texts};

/// A kind as shown in a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its id, as "mutual".
    pub kind: String,
    /// "full", "possible" or "nearest".
    pub matches: String,
}

impl Widget<'_> {
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
}
