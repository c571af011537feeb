//! The snippet builder as people use it: choices, sentences beside fields, copies, and a preview that is the snippet.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario, Site};
use serde_json::{Value, json};
use std::fs;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("choices_make_the_snippet", choices_make_the_snippet),
        Scenario::new("a_site_with_an_address_is_answered", a_site_with_an_address_is_answered),
        Scenario::new("only_what_plays_a_part_is_asked", only_what_plays_a_part_is_asked),
        Scenario::new("a_code_is_read_as_the_widget_reads_it", a_code_is_read_as_the_widget_reads_it),
        Scenario::new("bad_input_gets_a_sentence_and_no_snippet", bad_input_gets_a_sentence_and_no_snippet),
        Scenario::new("faint_colours_are_told_with_their_contrast", faint_colours_are_told_with_their_contrast),
        Scenario::new("the_preview_is_the_snippet", the_preview_is_the_snippet),
        Scenario::new("a_copy_is_told_or_left_to_the_reader", a_copy_is_told_or_left_to_the_reader),
        Scenario::new("it_speaks_three_languages", it_speaks_three_languages),
        Scenario::new("without_a_release_nothing_is_pinned", without_a_release_nothing_is_pinned),
        Scenario::new("without_a_widget_codes_keep_their_shape", without_a_widget_codes_keep_their_shape),
        Scenario::new("it_fits_a_narrow_screen", it_fits_a_narrow_screen),
        Scenario::new("without_scripts_it_says_so", without_scripts_it_says_so),
    ]
}

const CODE: &str = "ps1-k1w1d1f2p16h1-8";
const SNIPPET: &str = "document.getElementById('snippet').value";
const POLICY: &str = "document.getElementById('policy').value";
const FAULTS: &str = "[...document.querySelectorAll('.fault')].filter((one) => one.checkVisibility?.() ?? one.offsetParent).map((one) => one.id)";

async fn open(page: &Page, path: &str) -> Result<()> {
    page.visit(path).await?;
    page.wait_until("document.documentElement.dataset.ready === ''").await?;
    Ok(())
}

async fn choose(page: &Page, id: &str) -> Result<()> {
    page.wait_for(&format!("label[for='{id}']")).await?.click().await?;
    Ok(())
}

/// Types into a field and leaves it.
async fn write(page: &Page, id: &str, text: &str) -> Result<()> {
    let field = page.wait_for(&format!("#{id}")).await?;
    field.clear().await?;
    // WebKit's driver takes no text for none at all.
    if !text.is_empty() {
        field.send_keys(text).await?;
    }
    page.run("document.activeElement.blur()", &[]).await?;
    Ok(())
}

/// Chooses an option of a list.
async fn select(page: &Page, id: &str, value: &str) -> Result<()> {
    page.run(
        "const list = document.getElementById(arguments[0]); list.value = arguments[1]; list.dispatchEvent(new Event('change', { bubbles: true }))",
        &[json!(id), json!(value)],
    )
    .await?;
    Ok(())
}

async fn choices_make_the_snippet(page: &Page) -> Result<()> {
    open(page, "embed.html").await?;
    let base = page.address();
    let origin = base.trim_end_matches('/');
    page.wait_until(&format!("{SNIPPET}.startsWith('<a href=\"{base}index.html\"><img src=\"{base}map.svg\"')"))
        .await?;
    page.wait_until_equal(POLICY, format!("img-src {origin}")).await?;
    page.wait_until(&format!("document.getElementById('address').textContent.includes('{base}')")).await?;
    choose(page, "form-iframe").await?;
    choose(page, "mode-map").await?;
    select(page, "lang", "fr").await?;
    page.wait_until(&format!("{SNIPPET}.includes('src=\"{base}v0/index.html?lang=fr&amp;mode=map\"')")).await?;
    choose(page, "form-element").await?;
    choose(page, "theme-dark").await?;
    choose(page, "version-pinned").await?;
    write(page, "accent", "#86cdd8").await?;
    let release = page.run("return fetch('release.json').then((answer) => answer.json())", &[]).await?;
    let hash = release["integrity"]["peer-map.js"].as_str().unwrap_or_default().to_owned();
    page.wait_until(&format!("{SNIPPET}.includes('integrity=\"{hash}\" crossorigin=\"anonymous\"')")).await?;
    page.wait_until(&format!("{SNIPPET}.includes('<peer-map lang=\"fr\" mode=\"map\" theme=\"dark\">')")).await?;
    page.wait_until("document.getElementById('css').value.includes('--peer-map-accent: #86cdd8;')").await?;
    let policy = format!(
        "script-src {origin} 'wasm-unsafe-eval';\nconnect-src {origin};\nimg-src {origin} data:;\nframe-src {origin}"
    );
    page.wait_until_equal(POLICY, policy).await?;
    // Other sites could show no frame of a page that does not know its address.
    choose(page, "form-oembed").await?;
    page.wait_until("document.getElementById('form-fault').textContent.includes('built without its address')").await?;
    page.wait_until_equal(SNIPPET, "").await?;
    page.wait_until("!document.getElementById('none').hidden").await?;
    choose(page, "form-link").await?;
    page.wait_until("document.getElementById('form-fault').hidden").await?;
    page.wait_until(&format!("{SNIPPET} !== ''")).await?;
    Ok(())
}

/// The snippet builder as a site with an address has it.
fn addressed() -> Result<Site> {
    let built = fs::read_to_string(Page::site()?.folder.join("embed.html"))?;
    let known = built.replace("\"base\":null", "\"base\":\"https://maps.example/pm/\"");
    ensure!(known != built, "the page says that it knows no address");
    Ok(Site { pages: vec![("/embed.html".to_owned(), known)], ..Page::site()? })
}

async fn a_site_with_an_address_is_answered(page: &Page) -> Result<()> {
    let page = page.on(addressed()?)?;
    open(&page, "embed.html").await?;
    choose(&page, "form-oembed").await?;
    select(&page, "kind", "care-team").await?;
    select(&page, "lang", "fr").await?;
    page.wait_until_equal(SNIPPET, "https://maps.example/pm/kinds/care-team/fr/").await?;
    page.wait_until("document.getElementById('form-fault').hidden").await?;
    // What the page of the kind says, of this copy of the site.
    page.wait_until("document.querySelector('#preview > a')?.pathname === '/kinds/care-team/fr/'").await?;
    Ok(())
}

async fn only_what_plays_a_part_is_asked(page: &Page) -> Result<()> {
    open(page, "embed.html").await?;
    let asked =
        "[...document.querySelectorAll('[data-choice]')].filter((one) => !one.hidden).map((one) => one.dataset.choice)";
    for (form, choices) in [
        ("form-link", json!(["form", "lang", "mode", "theme", "code", "edition"])),
        ("form-iframe", json!(["form", "lang", "mode", "theme", "code", "edition", "version"])),
        ("form-element", json!(["form", "lang", "mode", "theme", "colours", "code", "edition", "version"])),
        ("form-oembed", json!(["form", "kind", "lang"])),
    ] {
        choose(page, form).await?;
        page.wait_until_equal(asked, choices).await?;
    }
    Ok(())
}

async fn a_code_is_read_as_the_widget_reads_it(page: &Page) -> Result<()> {
    open(page, "embed.html").await?;
    for typed in
        [CODE.to_uppercase(), format!("https://example.org/peer-map/index.html?lang=fr#{CODE}"), format!("  {CODE} ")]
    {
        write(page, "code", &typed).await?;
        page.wait_until(&format!("{SNIPPET}.includes('#{CODE}\"')")).await?;
        write(page, "code", "").await?;
        page.wait_until(&format!("!{SNIPPET}.includes('#')")).await?;
    }
    // Damaged: the widget says what is wrong with it.
    write(page, "code", "ps1-k1w1d1f2p16h1-9").await?;
    page.wait_until("document.getElementById('code-fault').textContent.includes('check character')").await?;
    page.wait_until_equal(SNIPPET, "").await
}

async fn bad_input_gets_a_sentence_and_no_snippet(page: &Page) -> Result<()> {
    open(page, "embed.html").await?;
    choose(page, "form-element").await?;
    for (field, bad, good) in [
        ("accent", "red\"><script>", "#0e5566"),
        ("ink", "#12", "#123"),
        ("edition", "javascript:alert(1)", ""),
        ("edition", "https://elsewhere.example/?a", ""),
        ("code", "\"><script>alert(1)</script>", ""),
    ] {
        write(page, field, bad).await?;
        page.wait_until_equal(FAULTS, json!([format!("{field}-fault"), "none"])).await?;
        page.wait_until_equal(&format!("document.getElementById('{field}').getAttribute('aria-invalid')"), "true")
            .await?;
        let described = format!(
            "document.getElementById('{field}').getAttribute('aria-describedby').split(' ').includes('{field}-fault')"
        );
        page.wait_until(&described).await?;
        page.wait_until_equal(&format!("[{SNIPPET}, {POLICY}]"), json!(["", ""])).await?;
        page.wait_until_equal("document.getElementById('preview').childElementCount", 0).await?;
        write(page, field, good).await?;
        page.wait_until_equal(FAULTS, json!([])).await?;
        page.wait_until(&format!("{SNIPPET}.includes('<peer-map')")).await?;
    }
    // A frame opens no edition of another site.
    write(page, "edition", "https://elsewhere.example/edition").await?;
    page.wait_until(&format!("{SNIPPET}.includes('edition=\"https://elsewhere.example/edition/\"')")).await?;
    page.wait_until(&format!("{POLICY}.includes('https://elsewhere.example;')")).await?;
    // The page's own policy lets no preview load it.
    page.wait_until("document.getElementById('preview-failed').checkVisibility()").await?;
    page.wait_until_equal("document.getElementById('preview').childElementCount", 0).await?;
    choose(page, "form-iframe").await?;
    page.wait_until_equal(FAULTS, json!(["edition-fault", "none"])).await
}

async fn faint_colours_are_told_with_their_contrast(page: &Page) -> Result<()> {
    open(page, "embed.html").await?;
    choose(page, "form-element").await?;
    choose(page, "theme-light").await?;
    let told = "[...document.querySelectorAll('#faint li')].map((one) => one.textContent).join('\\n')";
    write(page, "accent", "#777777").await?;
    // #777 on white is the known case that fails by little: 4.478.
    write(page, "surface", "#ffffff").await?;
    page.wait_until(&format!(
        "{told}.includes('“Buttons and links” on “Background” has a contrast of 4.47 to 1 and needs 4.5 to 1')"
    ))
    .await?;
    write(page, "accent", "#767676").await?;
    page.wait_until(&format!("!{told}.includes('“Buttons and links” on “Background”')")).await?;
    // Dark paper, with the ink of the light theme on it.
    write(page, "surface", "#1c1a17").await?;
    page.wait_until(&format!("{told}.includes('“Text” on “Background”')")).await?;
    write(page, "surface", "").await?;
    write(page, "accent", "").await?;
    page.wait_until_equal(told, "").await?;
    // In both themes, where the device decides: what is legible on light paper is not on dark paper.
    choose(page, "theme-auto").await?;
    write(page, "accent", "#0e5566").await?;
    page.wait_until(&format!("{told}.includes('Too faint in dark') && !{told}.includes('Too faint in light')")).await?;
    // A warning is no fault.
    page.wait_until(&format!("{SNIPPET}.includes('<peer-map')")).await?;
    Ok(())
}

async fn the_preview_is_the_snippet(page: &Page) -> Result<()> {
    open(page, "embed.html").await?;
    write(page, "code", CODE).await?;
    page.wait_until(&format!("document.querySelector('#preview > a')?.hash === '#{CODE}'")).await?;
    page.run("document.querySelector('#preview > a').scrollIntoView()", &[]).await?;
    page.wait_until(&format!("document.querySelector('#preview > a > img')?.complete && document.querySelector('#preview > a').hash === '#{CODE}'")).await?;
    choose(page, "form-iframe").await?;
    page.wait_until(&format!("document.querySelector('#preview > iframe')?.src.endsWith('v0/index.html#{CODE}')"))
        .await?;
    page.run("document.querySelector('#preview > iframe').scrollIntoView()", &[]).await?;
    page.wait_until(
        "Boolean(document.querySelector('#preview > iframe')?.contentDocument?.querySelector('[data-screen=result]'))",
    )
    .await?;
    page.wait_until("parseInt(document.querySelector('#preview > iframe').style.height) > 200").await?;
    choose(page, "form-element").await?;
    choose(page, "theme-light").await?;
    write(page, "you", "#224488").await?;
    let widget = page.widget_in("#preview > peer-map");
    widget.wait_for("[data-screen=result]").await?;
    let colour = "getComputedStyle(document.querySelector('#preview > peer-map')?.shadowRoot?.querySelector('.peer-map') ?? document.body).getPropertyValue('--_you').trim()";
    page.wait_until_equal(colour, "#224488").await?;
    write(page, "code", "").await?;
    choose(page, "mode-map").await?;
    let map = "document.querySelector('#preview > peer-map')?.shadowRoot?.querySelector('[data-screen=map]') != null";
    page.wait_until(map).await?;
    choose(page, "form-oembed").await?;
    page.wait_until("document.getElementById('tried').hidden").await?;
    Ok(())
}

async fn a_copy_is_told_or_left_to_the_reader(page: &Page) -> Result<()> {
    open(page, "embed.html").await?;
    page.run("window.copies = []; navigator.clipboard.writeText = async (text) => { copies.push(text) }", &[]).await?;
    page.wait_for("[data-copy=snippet]").await?.click().await?;
    page.wait_until_equal("document.getElementById('snippet-copied').textContent", "Copied.").await?;
    page.wait_until(&format!("copies.length === 1 && copies[0] === {SNIPPET}")).await?;
    page.run("navigator.clipboard.writeText = async () => { throw new Error() }", &[]).await?;
    page.wait_for("[data-copy=policy]").await?.click().await?;
    page.wait_until("document.getElementById('policy-copied').textContent.includes('copy it yourself')").await?;
    let selected = "(({ selectionStart, selectionEnd, value, id }) => id === 'policy' && selectionStart === 0 && selectionEnd === value.length)(document.activeElement)";
    page.wait_until(selected).await?;
    // Another snippet was not copied yet.
    choose(page, "mode-map").await?;
    page.wait_until_equal("document.getElementById('snippet-copied').textContent", "").await
}

async fn it_speaks_three_languages(page: &Page) -> Result<()> {
    for (path, language, heading, link) in [
        ("embed.html", "en", "Embed Peer Map", "map.svg"),
        ("embed.fr.html", "fr", "Intégrer Peer Map", "map.fr.svg"),
        ("embed.zh-Hans.html", "zh-Hans", "嵌入 Peer Map", "map.zh-Hans.svg"),
    ] {
        open(page, path).await?;
        page.wait_until_equal(
            "[document.documentElement.lang, document.querySelector('h1').textContent]",
            json!([language, heading]),
        )
        .await?;
        page.wait_until(&format!("{SNIPPET}.includes('/{link}\"')")).await?;
        write(page, "code", "?").await?;
        page.wait_until("document.getElementById('code-fault').textContent.length > 5").await?;
        let unfilled = page.run("return document.body.innerText.match(/\\{\\w+\\}|undefined/g)", &[]).await?;
        assert_eq!(unfilled, Value::Null, "{path}");
    }
    Ok(())
}

async fn without_a_release_nothing_is_pinned(page: &Page) -> Result<()> {
    let page = page.on(Site { pages: vec![("/release.json".to_owned(), "{}".to_owned())], ..Page::site()? })?;
    open(&page, "embed.html").await?;
    choose(&page, "form-iframe").await?;
    choose(&page, "version-pinned").await?;
    page.wait_until_equal(FAULTS, json!(["version-fault", "none"])).await?;
    page.wait_until_equal(SNIPPET, "").await?;
    choose(&page, "version-moving").await?;
    page.wait_until(&format!("{SNIPPET}.includes('/v0/index.html')")).await?;
    // What is left before it has come is an error of its own; it comes when it is seen.
    page.wait_for("#preview > iframe").await?;
    page.run("document.querySelector('#preview > iframe').scrollIntoView()", &[]).await?;
    page.wait_until("parseInt(document.querySelector('#preview > iframe')?.style.height) > 200").await?;
    Ok(())
}

async fn without_a_widget_codes_keep_their_shape(page: &Page) -> Result<()> {
    let page = page.on(Site {
        pages: vec![("/peer-map.js".to_owned(), "throw new Error('no widget')".to_owned())],
        ..Page::site()?
    })?;
    open(&page, "embed.html").await?;
    write(&page, "code", CODE).await?;
    page.wait_until("document.getElementById('code-fault').textContent.includes('was not checked')").await?;
    page.wait_until(&format!("{SNIPPET}.includes('#{CODE}\"')")).await?;
    write(&page, "code", "no code").await?;
    page.wait_until("document.getElementById('code-fault').textContent.includes('This is not a code')").await?;
    page.wait_until_equal(SNIPPET, "").await?;
    let _ = page.take_errors().await?;
    Ok(())
}

async fn it_fits_a_narrow_screen(page: &Page) -> Result<()> {
    for path in ["embed.html", "embed.fr.html", "embed.zh-Hans.html"] {
        let frame = format!("<iframe src=\"/{path}\" style=\"width: 320px; height: 900px; border: 0\"></iframe>");
        let html = format!("<!doctype html><html><head><title>Host</title></head><body>{frame}</body></html>");
        let page = page.on(Site { pages: vec![("/host.html".to_owned(), html)], ..Page::site()? })?;
        page.visit("host.html").await?;
        let root = "document.querySelector('iframe').contentDocument.documentElement";
        page.wait_until(&format!("{root}.dataset.ready === ''")).await?;
        page.run(&format!("{root}.querySelector('#form-element').click()"), &[]).await?;
        page.wait_until(&format!("{root}.clientWidth <= 320 && {root}.scrollWidth <= {root}.clientWidth")).await?;
    }
    Ok(())
}

async fn without_scripts_it_says_so(page: &Page) -> Result<()> {
    let html = "<!doctype html><html><head><title>Host</title></head><body><iframe sandbox=\"allow-same-origin\" src=\"/embed.html\"></iframe></body></html>";
    let page = page.on(Site { pages: vec![("/host.html".to_owned(), html.to_owned())], ..Page::site()? })?;
    page.visit("host.html").await?;
    let body = "document.querySelector('iframe').contentDocument.body";
    page.wait_until(&format!("{body}?.innerText.includes('This page needs JavaScript')")).await?;
    page.wait_until(&format!("{body}.querySelector('form').getClientRects().length === 0")).await?;
    Ok(())
}
