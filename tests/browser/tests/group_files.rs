//! What comes into a group and goes out of it by files, and what the device keeps.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Widget};
use serde_json::{Value, json};

use super::group::{BOTH, LINES, ONE, OTHER, choose, names, open, paste, told, wait_for_programmes};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("files_are_chosen_or_dropped", files_are_chosen_or_dropped),
        Scenario::new("paper_is_a_click_away", paper_is_a_click_away),
        Scenario::new("files_of_every_kind_are_read_or_refused", files_of_every_kind_are_read_or_refused),
        Scenario::new("saved_files_open_as_the_same_group", saved_files_open_as_the_same_group),
        Scenario::new("leaving_asks_where_something_would_be_lost", leaving_asks_where_something_would_be_lost),
        Scenario::new("a_device_keeps_a_group_only_if_asked", a_device_keeps_a_group_only_if_asked),
        Scenario::new("storage_that_refuses_is_told_once", storage_that_refuses_is_told_once),
        Scenario::new("a_device_that_cannot_keep_more_keeps_nothing", a_device_that_cannot_keep_more_keeps_nothing),
        Scenario::new("what_another_page_keeps_is_not_written_over", what_another_page_keeps_is_not_written_over),
    ]
}

/// The storage of the browser is full.
const FULL: &str = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";

const KEEP: &str = "
    window.saved = [];
    const files = new Map();
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const address = create.call(URL, blob); files.set(address, blob); return address; };
    HTMLAnchorElement.prototype.click = function () { saved.push([this.download, files.get(this.href)]); };";

/// Gives the field for files a file of this name and these bytes.
async fn choose_file(page: &Page, name: &str, bytes: &Value) -> Result<()> {
    let give = "const files = new DataTransfer();
        files.items.add(new File([Uint8Array.from(arguments[1])], arguments[0]));
        const field = document.querySelector('input[name=files]');
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(give, &[json!(name), bytes.clone()]).await?;
    Ok(())
}

async fn files_are_chosen_or_dropped(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    let csv = format!("name,code\r\n\"Harbour, the clinic\",{ONE}\r\n");
    choose_file(page, "group.csv", &json!(csv.as_bytes())).await?;
    wait_for_programmes(page, 1).await?;
    assert_eq!(names(&widget).await?, ["1 Harbour, the clinic"]);
    let drop = "const data = new DataTransfer();
        data.items.add(new File([arguments[0]], 'more.txt'));
        const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, composed: true });
        return document.querySelector('[data-section=programmes]').dispatchEvent(event)";
    // The browser must not open the file in place of the page.
    assert_eq!(page.run(drop, &[json!(OTHER)]).await?, false);
    wait_for_programmes(page, 2).await
}

/// In the reader's language, also from the folder of a version.
async fn paper_is_a_click_away(page: &Page) -> Result<()> {
    let found = "const links = [...document.querySelectorAll('.pm-papers a')];
        const pages = links.map(async (link) => {
            const text = await (await fetch(link.href)).text();
            return [link.pathname, text.match(/<html lang=\"([^\"]+)\"/)?.[1], /<h1[ >]/.test(text)];
        });
        return Promise.all(pages);";
    for (path, tag) in [("index.html", "en"), ("index.html", "fr"), ("v0/index.html", "zh-Hans")] {
        page.visit(&format!("{path}?mode=group&lang={tag}")).await?;
        page.widget().wait_for_screen("group").await?;
        page.widget().wait_for_language(tag).await?;
        let ending = if tag == "en" { "html".to_owned() } else { format!("{tag}.html") };
        let expected = ["worksheet", "poster"].map(|name| json!([format!("/{name}.{ending}"), tag, true]));
        assert_eq!(page.run(found, &[]).await?, json!(expected), "{path}");
    }
    Ok(())
}

/// Files as spreadsheets and other programs write them: the bytes, and how many programmes and bad lines they have.
async fn files_of_every_kind_are_read_or_refused(page: &Page) -> Result<()> {
    let line =
        |separator: &str, end: &str| format!("name{separator}code{end}A{separator}{ONE}{end}B{separator}{OTHER}{end}");
    let utf16 = |text: &str| -> Vec<u8> {
        [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let readable = [
        line(",", "\r\n").into_bytes(),
        line(";", "\n").into_bytes(),
        line("\t", "\r").into_bytes(),
        [b"\xef\xbb\xbf".as_slice(), line(";", "\r\n").as_bytes()].concat(),
        utf16(&line("\t", "\r\n")),
        format!("[{{\"name\": \"A\", \"code\": \"{ONE}\"}}, {{\"name\": \"B\", \"code\": \"{OTHER}\"}}]").into_bytes(),
    ];
    for bytes in readable {
        let widget = open(page).await?;
        choose_file(page, "group.csv", &json!(bytes)).await?;
        wait_for_programmes(page, 2).await?;
        assert_eq!(names(&widget).await?, ["1 A", "2 B"], "{:?}", String::from_utf8_lossy(&bytes));
    }
    let widget = open(page).await?;
    choose_file(page, "picture.png", &json!(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")).await?;
    told(page, "This file is no text").await?;
    choose_file(page, "latin.csv", &json!(b"caf\xe9,ps1-k1-b")).await?;
    told(page, "CSV UTF-8").await?;
    choose_file(page, "broken.json", &json!(br#"{"programmes": ["#)).await?;
    told(page, "not whole").await?;
    // The browser may read it, or say itself that it is too deep; the widget lives on either way.
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    choose_file(page, "deep.json", &json!(deep.as_bytes())).await?;
    page.wait_until("/could not be read: 1|deep.json/.test(document.querySelector('#pm-told').textContent)").await?;
    let large = "const file = new File([new Uint8Array(50e6)], 'large.csv');
        const files = new DataTransfer();
        files.items.add(file);
        const field = document.querySelector('input[name=files]');
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(large, &[]).await?;
    told(page, "more than 8 MB").await?;
    widget.wait_for_screen("group").await
}

async fn saved_files_open_as_the_same_group(page: &Page) -> Result<()> {
    for (action, ending) in [("save-csv", ".csv"), ("save-json", ".json")] {
        let widget = open(page).await?;
        paste(&widget, &format!("\"=1+1, \"\"quoted\"\"\", {ONE}\n黎明, {OTHER}\n")).await?;
        wait_for_programmes(page, 2).await?;
        choose(&widget, 2).await?;
        widget.act("hide").await?;
        widget.wait_for("[data-hidden]").await?;
        page.run(KEEP, &[]).await?;
        widget.act(action).await?;
        page.wait_until("document.querySelector('[data-section=files] [role=status]').textContent !== ''").await?;
        let look = "const [name, blob] = saved[0]; return blob.arrayBuffer().then((bytes) => [name, [...new Uint8Array(bytes)]])";
        let saved = page.run(look, &[]).await?;
        assert!(saved[0].as_str().is_some_and(|name| name.ends_with(ending)), "{}", saved[0]);
        let widget = open(page).await?;
        choose_file(page, "again", &saved[1]).await?;
        wait_for_programmes(page, 2).await?;
        assert_eq!(names(&widget).await?, ["1 =1+1, \"quoted\"", "2 黎明"]);
        widget.wait_for("[data-programme='2'][data-hidden]").await?;
    }
    Ok(())
}

async fn leaving_asks_where_something_would_be_lost(page: &Page) -> Result<()> {
    let leaves = "return window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    let widget = open(page).await?;
    assert_eq!(page.run(leaves, &[]).await?, true);
    // The address has all of it.
    paste(&widget, &format!("{ONE}\n{OTHER}")).await?;
    wait_for_programmes(page, 2).await?;
    assert_eq!(page.run(leaves, &[]).await?, true);
    // The names are in no link.
    paste(&widget, LINES).await?;
    wait_for_programmes(page, 4).await?;
    assert_eq!(page.run(leaves, &[]).await?, false);
    widget.wait_for("[data-action=line-leave]").await?.click().await?;
    widget.wait_until_gone("[data-line]").await?;
    assert_eq!(page.run(leaves, &[]).await?, false);
    widget.wait_for("label:has(input[name=names])").await?.click().await?;
    page.wait_until("location.hash.includes('~')").await?;
    assert_eq!(page.run(leaves, &[]).await?, true);
    // What is in the field has not even been read.
    page.run("document.querySelector('textarea[name=paste]').value = 'not added yet'", &[]).await?;
    assert_eq!(page.run(leaves, &[]).await?, false);
    Ok(())
}

/// A group of two programmes that the device keeps, and nothing else.
async fn keep_two(page: &Page) -> Result<Widget<'_>> {
    let widget = open(page).await?;
    page.run("localStorage.clear()", &[]).await?;
    paste(&widget, LINES).await?;
    wait_for_programmes(page, 2).await?;
    widget.wait_for("label:has(input[name=keep])").await?.click().await?;
    page.wait_until_equal("localStorage.length", 1).await?;
    Ok(widget)
}

async fn a_device_keeps_a_group_only_if_asked(page: &Page) -> Result<()> {
    let kept = "return localStorage.length";
    let widget = open(page).await?;
    page.run("localStorage.clear()", &[]).await?;
    paste(&widget, LINES).await?;
    wait_for_programmes(page, 2).await?;
    assert_eq!(page.run(kept, &[]).await?, 0);
    widget.wait_for("label:has(input[name=keep])").await?.click().await?;
    widget.wait_for("[data-fold=kept]").await?;
    assert_eq!(page.run(kept, &[]).await?, 1);
    // What is shown is what is kept.
    let shown = page
        .run("return document.querySelector('[name=kept]').value === localStorage.getItem(localStorage.key(0))", &[]);
    assert_eq!(shown.await?, true);
    // What changes is kept too.
    paste(&widget, &format!("Later, {ONE}")).await?;
    wait_for_programmes(page, 3).await?;
    page.wait_until("localStorage.getItem(localStorage.key(0)).includes('Later')").await?;
    let fragment = page.fragment().await?;
    // A link without names, and nothing at all, both come back with them.
    for address in [format!("index.html?lang=en#{fragment}"), "index.html?lang=en&mode=group".to_owned()] {
        page.visit(&address).await?;
        page.wait_until_started().await?;
        wait_for_programmes(page, 3).await?;
        assert_eq!(names(&page.widget()).await?, ["1 Harbour", "Programme 2", "3 Later"]);
        // It is the same group, so that there is nothing to be told of and nothing to take back.
        assert_eq!(page.widget().each("#pm-told", "textContent").await?, [""]);
        assert_eq!(page.widget().each("[data-action=undo]", "textContent").await?, [""; 0]);
    }
    // Another group does not take its place unasked.
    let widget = page.open(BOTH).await?;
    widget.wait_for("[data-action=kept-open]").await?;
    page.wait_until("localStorage.getItem(localStorage.key(0)).includes('Later')").await?;
    widget.act("kept-open").await?;
    page.wait_until("document.body.textContent.includes('Later')").await?;
    widget.wait_for("label:has(input[name=keep])").await?.click().await?;
    page.wait_until_equal("localStorage.length", 0).await
}

async fn storage_that_refuses_is_told_once(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    page.run(FULL, &[]).await?;
    paste(&widget, LINES).await?;
    wait_for_programmes(page, 2).await?;
    widget.wait_for("label:has(input[name=keep])").await?.click().await?;
    page.wait_until(
        "document.querySelector('[data-section=keep] [role=status]').textContent.includes('blocked or full')",
    )
    .await?;
    assert_eq!(page.run("return document.querySelector('[name=keep]').checked", &[]).await?, false);
    choose(&widget, 1).await?;
    widget.act("remove").await?;
    wait_for_programmes(page, 1).await
}

async fn a_device_that_cannot_keep_more_keeps_nothing(page: &Page) -> Result<()> {
    let widget = keep_two(page).await?;
    page.run(FULL, &[]).await?;
    paste(&widget, OTHER).await?;
    wait_for_programmes(page, 3).await?;
    // A switch that is off keeps nothing.
    page.wait_until_equal("document.querySelector('[name=keep]').checked", false).await?;
    page.wait_until_equal("localStorage.length", 0).await
}

async fn what_another_page_keeps_is_not_written_over(page: &Page) -> Result<()> {
    let widget = keep_two(page).await?;
    // Another page of the site has added to it meanwhile.
    let theirs = "const key = localStorage.key(0); localStorage.setItem(key, localStorage.getItem(key).replace('Harbour', 'Theirs'))";
    page.run(theirs, &[]).await?;
    paste(&widget, OTHER).await?;
    wait_for_programmes(page, 3).await?;
    widget.wait_for("[data-action=kept-open]").await?;
    let said = "document.querySelector('[data-section=keep] [role=status]').textContent";
    page.wait_until(&format!("{said}.includes('no longer kept')")).await?;
    page.wait_until("localStorage.getItem(localStorage.key(0)).includes('Theirs')").await?;
    widget.act("kept-delete").await?;
    page.wait_until_equal("localStorage.length", 0).await?;
    // And what another page has deleted stays deleted.
    widget.wait_for("label:has(input[name=keep])").await?.click().await?;
    page.wait_until_equal("localStorage.length", 1).await?;
    page.run("localStorage.clear()", &[]).await?;
    paste(&widget, ONE).await?;
    wait_for_programmes(page, 4).await?;
    page.wait_until_equal("document.querySelector('[name=keep]').checked", false).await?;
    page.wait_until_equal("localStorage.length", 0).await?;
    // The browser tells of what another page does, and the reader learns it at once.
    widget.wait_for("label:has(input[name=keep])").await?.click().await?;
    page.wait_until_equal("localStorage.length", 1).await?;
    page.run(theirs, &[]).await?;
    page.run("window.dispatchEvent(new StorageEvent('storage'))", &[]).await?;
    page.wait_until(&format!("{said}.includes('no longer kept')")).await?;
    page.run("localStorage.clear()", &[]).await?;
    Ok(())
}
