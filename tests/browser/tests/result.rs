//! Sharing a result, and what the page leaves alone: other hosts, cookies and storage.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Site, Widget};
use serde_json::json;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("copying_says_what_came_of_it", copying_says_what_came_of_it),
        Scenario::new("a_refused_clipboard_leaves_a_selection", a_refused_clipboard_leaves_a_selection),
        Scenario::new("a_missing_clipboard_leaves_a_selection", a_missing_clipboard_leaves_a_selection),
        Scenario::new("nothing_leaves_the_page", nothing_leaves_the_page),
        Scenario::new("a_folder_is_no_obstacle", a_folder_is_no_obstacle),
    ]
}

const CODE: &str = "ps1-k1w1d3f4p14h4-2";

const SELECTED: &str = "getSelection().toString() || (() => { const field = document.activeElement;
    return field.value?.slice(field.selectionStart, field.selectionEnd); })()";

async fn says_to_copy_by_hand(widget: &Widget<'_>, text: &str) -> Result<()> {
    let page = widget.page();
    page.wait_until(
        "document.querySelector('[data-section=share] [role=status]')?.textContent.includes('copy it yourself')",
    )
    .await?;
    page.wait_until_equal(SELECTED, text).await
}

async fn copying_says_what_came_of_it(page: &Page) -> Result<()> {
    let link = format!("{}index.html#{CODE}", page.address());
    for (action, text) in [("copy-share-link", link.as_str()), ("copy-share-code", CODE)] {
        let widget = page.open(CODE).await?;
        assert_eq!(widget.each(&format!("div:has(> [data-action={action}]) input"), "value").await?, [text]);
        widget.act(action).await?;
        // Which of the two depends on the engine and its permissions.
        let said = page.wait_until("document.querySelector('[data-section=share] [role=status]')?.textContent").await?;
        if said != "Copied." {
            says_to_copy_by_hand(&widget, text).await?;
        }
    }
    Ok(())
}

async fn a_refused_clipboard_leaves_a_selection(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    let refuse = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) } })";
    page.run(refuse, &[]).await?;
    widget.act("copy-share-code").await?;
    says_to_copy_by_hand(&widget, CODE).await
}

/// Pages that came without encryption have no clipboard at all.
async fn a_missing_clipboard_leaves_a_selection(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    page.run("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })", &[]).await?;
    widget.act("copy-share-code").await?;
    says_to_copy_by_hand(&widget, CODE).await
}

async fn walk_everywhere(widget: &Widget<'_>) -> Result<()> {
    let answers: [(&str, &[u8]); 6] = [("k", &[1]), ("w", &[1]), ("d", &[3]), ("f", &[4]), ("p", &[1, 4]), ("h", &[4])];
    widget.answer_all(&answers).await?;
    widget.act("result").await?;
    assert_eq!(widget.code().await?, CODE);
    widget.choose_language("zh-Hans").await?;
    widget.act("about").await?;
    widget.wait_for_screen("about").await?;
    widget.act("back").await?;
    widget.wait_for_screen("result").await
}

async fn nothing_leaves_the_page(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    walk_everywhere(&widget).await?;
    let foreign = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => new URL(name).origin !== location.origin && !name.startsWith('data:'))";
    assert_eq!(page.run(foreign, &[]).await?, json!([]), "requests to other hosts");
    assert_eq!(page.run("return document.cookie", &[]).await?, "");
    assert_eq!(page.run("return localStorage.length + sessionStorage.length", &[]).await?, 0);
    let databases = "return (await indexedDB.databases()).length + (await caches.keys()).length";
    assert_eq!(page.run(&format!("return (async () => {{ {databases} }})()"), &[]).await?, 0);
    // No request carries the answers.
    assert!(!page.take_requests().iter().any(|path| path.contains("k1")), "answers were sent");
    Ok(())
}

async fn a_folder_is_no_obstacle(page: &Page) -> Result<()> {
    let page = page.on(Site { mount: "/a/b/".to_owned(), ..Page::site()? })?;
    let widget = page.open("").await?;
    walk_everywhere(&widget).await?;
    let requests = page.take_requests();
    assert!(requests.iter().all(|path| path.starts_with("/a/b/")), "{requests:?}");
    assert!(requests.iter().any(|path| path.ends_with("zh-Hans.json")), "{requests:?}");
    assert_eq!(page.run("return location.pathname", &[]).await?, "/a/b/index.html");
    Ok(())
}
