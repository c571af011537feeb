//! What assistive technology is told, as golden files that people can read aloud, and what can be said to the computer.

use anyhow::{Result, ensure};
use expect_test::expect_file;
use peer_map_browser_tests::{Engine, Page, Scenario, Workspace};

use super::states::{VISITS, each};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("names_are_as_they_were", async |page| as_they_were(page, "en").await)
            .only_in(&[Engine::Chromium]),
        Scenario::new("names_are_as_they_were_in_french", async |page| as_they_were(page, "fr").await)
            .only_in(&[Engine::Chromium]),
        Scenario::new("names_are_as_they_were_in_chinese", async |page| as_they_were(page, "zh-Hans").await)
            .only_in(&[Engine::Chromium]),
        Scenario::new("the_visible_words_are_in_the_name", the_visible_words_are_in_the_name)
            .only_in(&[Engine::Chromium]),
    ]
}

/// `UPDATE_EXPECT=1` writes them anew. Of a state, the file has what was not there in the state before it on the same page.
async fn as_they_were(page: &Page, language: &str) -> Result<()> {
    let mut file = String::new();
    let (mut before, mut document) = (Vec::new(), String::new());
    each(page, VISITS, language, async |state| {
        let now = page.run("return String(performance.timeOrigin)", &[]).await?.to_string();
        if now != document {
            (before, document) = (Vec::new(), now);
        }
        let spoken = page.spoken().await?;
        file += &format!("## {}\n", state.name);
        for line in spoken.iter().filter(|line| !before.contains(*line)) {
            file += &format!("{line}\n");
        }
        file += "\n";
        before = spoken;
        Ok(())
    })
    .await?;
    let golden = Workspace::find()?.root().join(format!("tests/golden/names/{language}.txt"));
    // The address of the test's site has another port each time.
    expect_file![golden].assert_eq(&file.replace(page.address(), "https://example.org/"));
    Ok(())
}

/// Every control whose name is not its content: the words that are seen on it must be in its name, in order (WCAG 2.5.3).
const UNSAID: &str = "
    const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/[\\p{P}\\p{S}]/gu, ' ').replace(/\\s+/g, ' ').trim();
    const seen = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        // What a control is described by is no part of its name.
        if (node.id && described.includes(node.id)) return '';
        if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility() || node.matches('.pm-hidden')) return '';
        return [...node.childNodes].map(seen).join(node.namespaceURI.endsWith('svg') ? ' ' : '');
    };
    const described = [...document.querySelectorAll('[aria-describedby]')].map((one) => one.getAttribute('aria-describedby')).join(' ').split(' ');
    const named = (one) => one.getAttribute('aria-label')
        ?? one.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ');
    const controls = document.querySelectorAll(':is(a, button, input, textarea, select, summary, [role=button]):is([aria-label], [aria-labelledby])');
    return [...controls].filter((one) => one.checkVisibility()).flatMap((one) => {
        const words = plain([one, ...(one.labels ?? [])].map(seen).join(' '));
        return plain(named(one)).includes(words) ? [] : [`“${words}” is not in “${named(one)}”`];
    });";

async fn the_visible_words_are_in_the_name(page: &Page) -> Result<()> {
    for language in ["en", "fr", "zh-Hans"] {
        each(page, VISITS, language, async |state| {
            let unsaid = page.run(UNSAID, &[]).await?;
            ensure!(unsaid.as_array().is_some_and(Vec::is_empty), "{}: {unsaid}", state.name);
            Ok(())
        })
        .await?;
    }
    Ok(())
}
