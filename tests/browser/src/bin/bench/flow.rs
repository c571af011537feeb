//! The whole flow, on a slow machine: from the first question to the result, and what is asked of the map there.

use crate::effect::{SLOWER, click, figure, point, slow_down};
use anyhow::Result;
use peer_map_browser_tests::Page;
use serde_json::{Value, json};

/// An answer to each question.
const ANSWERS: [(&str, &str); 6] = [("k", "1"), ("w", "1"), ("d", "2"), ("f", "4"), ("p", "4"), ("h", "4")];

/// How often it is gone through.
const TIMES: usize = 3;

/// What an effect may take in the median, in milliseconds.
const MOST: f64 = 40.0;

/// Items of the map that is shown, to be pointed at.
const MARKS: &str = "return [...document.querySelectorAll('.pm-map.is-wide .pm-item[role=button]')]
    .map((item, index) => { item.firstElementChild.id ||= `bench-${index}`; return `#${item.firstElementChild.id}`; })";

pub async fn measure_slowly(page: &Page) -> Result<Vec<Value>> {
    let (mut steps, mut results, mut marks) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TIMES {
        page.visit("index.html?lang=en").await?;
        page.wait_until("window.widgetHasStarted").await?;
        slow_down(page, SLOWER).await?;
        for (question, option) in ANSWERS {
            page.wait_for(&format!("fieldset[data-question={question}]")).await?;
            let option = format!("label:has(input[name={question}][value='{option}'])");
            steps.push(click(page, &option).await?);
            steps.push(click(page, "[data-action=continue]").await?);
        }
        results.push(click(page, "[data-action=result]").await?);
        page.wait_for("[data-screen=result]").await?;
        let items = page.run(MARKS, &[]).await?;
        for item in items.as_array().into_iter().flatten().filter_map(Value::as_str).step_by(2) {
            marks.push(point(page, item).await?);
        }
        slow_down(page, 1).await?;
    }
    let all = steps.iter().chain(&results).chain(&marks).copied().collect();
    let of = |case: &str, samples, most| figure(&format!("{case}, at {SLOWER}x CPU"), json!(null), samples, most, None);
    Ok(vec![
        of("answer a question and go on", steps, Some(MOST))?,
        of("show the result with both figures", results, None)?,
        of("point at a mark of the result", marks, Some(MOST))?,
        of("any effect of the whole flow", all, Some(MOST))?,
    ])
}
