//! The share panel: which link, the device's menu, e-mail, the QR code on the screen, the copies.

use anyhow::{Context, Result, ensure};
use peer_map_browser_tests::{Engine, Page, Scenario, Scheme, Screen, Site, Widget};
use rqrr::PreparedImage;
use serde_json::{Value, json};
use std::io::Cursor;
use thirtyfour::By;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("either_link_can_be_copied", either_link_can_be_copied),
        Scenario::new("the_choice_of_a_link_is_no_step", the_choice_of_a_link_is_no_step),
        Scenario::new("where_nothing_fits_there_is_no_preview", where_nothing_fits_there_is_no_preview),
        Scenario::new("text_and_data_are_copied_or_selected", text_and_data_are_copied_or_selected),
        Scenario::new("data_is_what_the_result_shows", data_is_what_the_result_shows),
        Scenario::new("the_share_menu_is_the_devices", the_share_menu_is_the_devices),
        Scenario::new("without_a_share_menu_there_is_no_button", without_a_share_menu_there_is_no_button),
        Scenario::new("a_letter_begins_with_the_link", a_letter_begins_with_the_link),
        Scenario::new("the_qr_code_on_the_screen_is_the_link", the_qr_code_on_the_screen_is_the_link),
        Scenario::new("the_qr_code_is_dark_on_light_everywhere", the_qr_code_is_dark_on_light_everywhere)
            .only_in(&[Engine::Chromium]),
        Scenario::new("the_panel_fits_the_narrowest_phone", the_panel_fits_the_narrowest_phone)
            .only_in(&[Engine::Chromium]),
        Scenario::new("paper_has_link_code_and_qr_code", paper_has_link_code_and_qr_code).only_in(&[Engine::Chromium]),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
/// No kind fits its answers.
const NEAREST: &str = "ps1-k4w1d3f4p1h2-a";

/// A clipboard that keeps what it is given, in every engine.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
    writeText: async (text) => { window.copied = text; } } })";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })";

/// Opens a part of the panel that is folded away.
pub async fn unfold(widget: &Widget<'_>, fold: &str) -> Result<()> {
    widget.wait_for(&format!("details[data-fold={fold}]:not([open]) > summary")).await?.click().await?;
    widget.wait_for(&format!("details[data-fold={fold}][open]")).await?;
    Ok(())
}

/// What a field holds.
pub async fn held(widget: &Widget<'_>, field: &str) -> Result<String> {
    let held = widget.each(&format!("[name={field}]"), "value").await?;
    held.into_iter().next().with_context(|| format!("there is no field {field}"))
}

async fn choose(widget: &Widget<'_>, link: &str) -> Result<()> {
    widget.wait_for(&format!("label:has(input[name=link][value={link}])")).await?.click().await?;
    let chosen = "document.querySelector('input[name=link]:checked')?.value ?? null";
    widget.page().wait_until_equal(chosen, link).await
}

async fn wait_for_link(widget: &Widget<'_>, link: &str) -> Result<()> {
    widget.page().wait_until_equal("document.querySelector('[name=share-link]').value", link).await
}

async fn either_link_can_be_copied(page: &Page) -> Result<()> {
    for (language, folder) in [("en", ""), ("fr", "fr/"), ("zh-Hans", "zh-Hans/")] {
        let widget = page.open_in(language, CODE).await?;
        page.run(CLIPBOARD, &[]).await?;
        let private = format!("{}index.html#{CODE}", page.address());
        let preview = format!("{}kinds/community-worker/{folder}#{CODE}", page.address());
        for (choice, link) in [(None, &private), (Some("preview"), &preview), (Some("private"), &private)] {
            if let Some(choice) = choice {
                choose(&widget, choice).await?;
            }
            wait_for_link(&widget, link).await?;
            widget.act("copy-share-link").await?;
            page.wait_until_equal("window.copied", link.as_str()).await?;
            page.wait_until("document.querySelector('[data-section=share] [role=status]').textContent").await?;
            // The link of the address is the private one, whatever is shared.
            assert_eq!(page.fragment().await?, CODE);
        }
        // Another language keeps the choice, and leads to its own page.
        choose(&widget, "preview").await?;
        widget.choose_language("fr").await?;
        wait_for_link(&widget, &format!("{}kinds/community-worker/fr/#{CODE}", page.address())).await?;
    }
    Ok(())
}

async fn the_choice_of_a_link_is_no_step(page: &Page) -> Result<()> {
    let widget = page.open_in_tab("ps1-k13w14d2f4p14-5").await?;
    widget.answer_all(&[("h", &[3])]).await?;
    widget.act("result").await?;
    widget.wait_for_screen("result").await?;
    let entries = page.run("return history.length", &[]).await?;
    choose(&widget, "preview").await?;
    assert_eq!(page.run("return history.length", &[]).await?, entries);
    page.session().back().await?;
    widget.wait_for_screen("summary").await?;
    page.session().forward().await?;
    widget.wait_for_screen("result").await?;
    page.wait_until_equal("document.querySelector('input[name=link]:checked').value", "preview").await?;
    // Whoever comes anew begins with the private one, and so does another programme.
    page.change_fragment("ps1-k9-w").await?;
    page.wait_until_equal("document.querySelector('[data-code]')?.dataset.code", "ps1-k9-w").await?;
    page.wait_until_equal("document.querySelector('input[name=link]:checked').value", "private").await?;
    choose(&widget, "preview").await?;
    wait_for_link(&widget, &format!("{}kinds/outside/#ps1-k9-w", page.address())).await
}

async fn where_nothing_fits_there_is_no_preview(page: &Page) -> Result<()> {
    let widget = page.open(NEAREST).await?;
    assert_eq!(widget.code().await?, NEAREST);
    assert_eq!(widget.kinds().await?[0].matches, "nearest");
    assert_eq!(widget.each("input[name=link]", "value").await?, [""; 0]);
    wait_for_link(&widget, &format!("{}index.html#{NEAREST}", page.address())).await
}

/// What is selected in the field that has the keyboard.
const SELECTED: &str = "(() => { const field = document.activeElement;
    return field.value?.slice(field.selectionStart, field.selectionEnd) ?? null; })()";

async fn text_and_data_are_copied_or_selected(page: &Page) -> Result<()> {
    for name in ["share-text", "share-data"] {
        let widget = page.open(CODE).await?;
        page.run(CLIPBOARD, &[]).await?;
        unfold(&widget, name).await?;
        let text = held(&widget, name).await?;
        assert!(text.lines().count() > 10 && text.contains(CODE), "{text}");
        let said = format!("document.querySelector('[data-fold={name}] [role=status]').textContent");
        widget.act(&format!("copy-{name}")).await?;
        page.wait_until_equal("window.copied", text.as_str()).await?;
        page.wait_until_equal(&said, "Copied.").await?;
        page.run(NO_CLIPBOARD, &[]).await?;
        widget.act(&format!("copy-{name}")).await?;
        page.wait_until(&format!("{said}.includes('copy it yourself')")).await?;
        page.wait_until_equal(SELECTED, text.as_str()).await?;
        widget.wait_for_focus(&format!("textarea[name={name}]")).await?;
    }
    Ok(())
}

async fn data_is_what_the_result_shows(page: &Page) -> Result<()> {
    for code in [CODE, "ps1-k9-w", NEAREST, "ps1-k1w1d1f0p145h0-3"] {
        let widget = page.open(code).await?;
        let data: Value = serde_json::from_str(&held(&widget, "share-data").await?)?;
        assert_eq!(data["code"], widget.code().await?);
        let kinds = data["kinds"].as_array().context("kinds are a list")?;
        let listed = kinds.iter().map(|kind| format!("{} {}", kind["kind"], kind["match"]).replace('"', ""));
        let shown = widget.kinds().await?.into_iter().map(|kind| format!("{} {}", kind.kind, kind.matches));
        // A result shows three, and the map draws each of them.
        assert_eq!(listed.take(3).collect::<Vec<_>>(), shown.collect::<Vec<_>>(), "{code}");
    }
    Ok(())
}

/// The page where the browser has this share menu from the start.
async fn open_with(page: &Page, menu: &str) -> Result<Page> {
    let script =
        format!("Object.defineProperty(Navigator.prototype, 'share', {{ configurable: true, value: {menu} }});");
    let pages = vec![("/share-menu-of-the-tests.js".to_owned(), script)];
    let head = "<script src=\"/share-menu-of-the-tests.js\"></script>".to_owned();
    page.on(Site { pages, head, ..Page::site()? })
}

async fn the_share_menu_is_the_devices(page: &Page) -> Result<()> {
    let menu = "(data) => { window.shared = data; const end = window.ends ?? null;
        return end === null ? Promise.resolve() : Promise.reject(end); }";
    let page = open_with(page, menu).await?;
    let widget = page.open(CODE).await?;
    let said = "document.querySelector('[data-section=share] [role=status]').textContent";
    widget.act("share-menu").await?;
    page.wait_until("window.shared").await?;
    let title = "Where our programme stands on the Peer Map";
    // A message with a private link tells nothing that the link keeps to itself.
    let private = json!({ "title": title, "text": title, "url": format!("{}index.html#{CODE}", page.address()) });
    page.wait_until_equal("(({ title, text, url }) => ({ title, text, url }))(window.shared)", private).await?;
    for (end, told) in [
        ("new DOMException('no', 'NotAllowedError')", "could not open its share menu"),
        ("new DOMException('closed', 'AbortError')", ""),
        ("new TypeError('no')", "could not open its share menu"),
        ("'no reason'", "could not open its share menu"),
        ("null", ""),
    ] {
        page.run(&format!("window.ends = {end}; window.shared = null"), &[]).await?;
        widget.act("share-menu").await?;
        page.wait_until("window.shared").await?;
        match told {
            "" => page.wait_until_equal(said, "").await?,
            told => {
                page.wait_until(&format!("{said}.includes({})", json!(told))).await?;
            }
        }
    }
    choose(&widget, "preview").await?;
    widget.act("share-menu").await?;
    page.wait_until("window.shared.url.includes('/kinds/community-worker/#')").await?;
    page.wait_until("window.shared.text.startsWith('Your answers fit two kinds: ')").await?;
    Ok(())
}

async fn without_a_share_menu_there_is_no_button(page: &Page) -> Result<()> {
    let page = open_with(page, "undefined").await?;
    let widget = page.open(CODE).await?;
    widget.wait_for("[data-action=share-email]").await?;
    assert_eq!(widget.each("[data-action=share-menu]", "textContent").await?, [""; 0]);
    Ok(())
}

async fn a_letter_begins_with_the_link(page: &Page) -> Result<()> {
    for (language, whole) in [("en", true), ("fr", true), ("zh-Hans", false)] {
        let widget = page.open_in(language, CODE).await?;
        choose(&widget, "preview").await?;
        let link = held(&widget, "share-link").await?;
        assert!(link.contains("/kinds/"));
        let address = widget.each("a[data-action=share-email]", "href").await?.remove(0);
        assert!(address.starts_with("mailto:?subject=") && address.len() <= 2_000, "{address}");
        // As a mail program reads it.
        let read = "return (([, subject, body]) => [subject, body].map(decodeURIComponent))(
            arguments[0].match(/^mailto:\\?subject=([^&#]*)&body=([^&#]*)$/))";
        let letter = page.run(read, &[json!(address)]).await?;
        let body = letter[1].as_str().context("the letter has no body")?.to_owned();
        assert!(body.ends_with(&link), "{body}");
        let text = held(&widget, "share-text").await?;
        assert_eq!(body.replace("\r\n", "\n") == text, whole, "{language}: {body}");
    }
    Ok(())
}

/// A picture in shades of grey: how wide it is, and a byte for each pixel.
fn greys(picture: Vec<u8>) -> Result<(usize, Vec<u8>)> {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().context("the picture has no size")?];
    let info = reader.next_frame(&mut bytes)?;
    let step = info.color_type.samples();
    // The middle one of red, green and blue will do for black and white.
    Ok((info.width as usize, bytes.chunks(step).map(|pixel| pixel[step / 2 % 3]).collect()))
}

/// What a reader of codes makes of the code as the browser paints it.
async fn scanned(page: &Page) -> Result<String> {
    page.run("document.querySelector('.pm-qr svg').scrollIntoView({ block: 'center' })", &[]).await?;
    page.wait_until_settled().await?;
    // Of the whole window: WebKit's driver cuts off pictures of what it had to scroll to.
    let (width, greys) = greys(page.session().screenshot_as_png().await?)?;
    let height = greys.len() / width;
    let mut image = PreparedImage::prepare_from_greyscale(width, height, |x, y| greys[y * width + x]);
    let grids = image.detect_grids();
    ensure!(grids.len() == 1, "{} codes are seen in {width} by {height} pixels", grids.len());
    Ok(grids[0].decode()?.1)
}

async fn the_qr_code_on_the_screen_is_the_link(page: &Page) -> Result<()> {
    let widget = page.open(CODE).await?;
    assert_eq!(scanned(page).await?, held(&widget, "share-link").await?);
    choose(&widget, "preview").await?;
    assert_eq!(scanned(page).await?, held(&widget, "share-link").await?);
    let names = widget.each(".pm-qr svg[role=img]", "getAttribute('aria-label')").await?;
    assert_eq!(names, ["QR code"]);
    Ok(())
}

async fn the_qr_code_is_dark_on_light_everywhere(page: &Page) -> Result<()> {
    for screen in [
        Screen { scheme: Scheme::Dark, ..Screen::default() },
        Screen { forced_colors: true, scheme: Scheme::Dark, ..Screen::default() },
        Screen { paper: true, ..Screen::default() },
        Screen::of_width(320),
    ] {
        screen.apply(page).await?;
        let widget = page.open(CODE).await?;
        assert_eq!(scanned(page).await?, held(&widget, "share-link").await?, "{screen:?}");
        let drawing = page.session().find(By::Css(".pm-qr svg")).await?;
        let (width, greys) = greys(drawing.screenshot_as_png().await?)?;
        // In the middle of the upper border, well within the quiet zone.
        assert_eq!(greys[6 * width + width / 2], 255, "{screen:?}");
    }
    Ok(())
}

async fn the_panel_fits_the_narrowest_phone(page: &Page) -> Result<()> {
    Screen::of_width(320).apply(page).await?;
    for language in ["en", "fr", "zh-Hans"] {
        let widget = page.open_in(language, CODE).await?;
        for fold in ["name", "aloud", "share-text", "share-data"] {
            unfold(&widget, fold).await?;
        }
        page.wait_until_settled().await?;
        page.wait_until("document.documentElement.scrollWidth <= 320").await?;
        // What is pressed is 44 pixels high, and each group of the code stands on one line.
        let small = "[...document.querySelectorAll('[data-section=share] :is(button, a, summary, label:has(> input), input[type=text])')]
            .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)";
        page.wait_until_equal(small, json!([])).await?;
        let lines = "[...document.querySelectorAll('.pm-aloud span')].map((one) => one.getClientRects().length)";
        page.wait_until_equal(lines, vec![1; 10]).await?;
    }
    Ok(())
}

async fn paper_has_link_code_and_qr_code(page: &Page) -> Result<()> {
    Screen { width: 718, height: 1047, paper: true, ..Screen::default() }.apply(page).await?;
    let widget = page.open("ps1-k13w14d2f4p14h3-njrsxgicbnvuxg-h").await?;
    page.run("window.dispatchEvent(new Event('beforeprint'))", &[]).await?;
    let shown = "[...document.querySelectorAll('[data-section=share] *')].filter((one) => one.checkVisibility())";
    let words = "[...document.querySelectorAll('.pm-printed')].map((one) => one.checkVisibility() && one.textContent)";
    let (link, code) = (held(&widget, "share-link").await?, widget.code().await?);
    page.wait_until_equal(words, json!([link, code])).await?;
    let pressed = format!("{shown}.filter((one) => one.matches('button, a, input, textarea, summary, legend')).length");
    page.wait_until_equal(&pressed, 0).await?;
    assert_eq!(scanned(page).await?, link);
    page.wait_until("document.documentElement.scrollWidth <= innerWidth").await?;
    Ok(())
}
