//! Pictures to save: what the browser is handed, opened and looked at.

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario, Site, Widget};
use serde_json::{Value, json};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("the_svg_is_a_document_that_stands_alone", the_svg_is_a_document_that_stands_alone),
        Scenario::new("the_picture_speaks_the_language_of_the_page", the_picture_speaks_the_language_of_the_page),
        Scenario::new("the_png_shows_the_map", the_png_shows_the_map),
        Scenario::new("a_picture_can_be_saved_again", a_picture_can_be_saved_again),
        Scenario::new("a_refused_picture_is_told", a_refused_picture_is_told),
        Scenario::new("a_wrong_clock_dates_wrongly_and_no_more", a_wrong_clock_dates_wrongly_and_no_more),
        Scenario::new("printing_asks_the_browser", printing_asks_the_browser),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";

/// Keeps what is handed out, in place of a download. The picture itself is drawn as ever.
const KEEP: &str = "
    window.saved = [];
    const pictures = new Map();
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const address = create.call(URL, blob); pictures.set(address, blob); return address; };
    HTMLAnchorElement.prototype.click = function () {
        saved.push({ name: this.download, blob: pictures.get(this.href) });
    };";

async fn open<'a>(page: &'a Page, language: &str) -> Result<Widget<'a>> {
    let widget = page.open_in(language, CODE).await?;
    page.run(KEEP, &[]).await?;
    Ok(widget)
}

async fn wait_until_said(page: &Page, words: &str) -> Result<()> {
    let status = "document.querySelector('[data-section=picture] [role=status]')?.textContent";
    page.wait_until(&format!("{status}?.includes({})", json!(words))).await?;
    Ok(())
}

/// What a script makes of the one picture that was saved.
async fn look(page: &Page, script: &str) -> Result<Value> {
    page.run(&format!("return (async () => {{ const [{{ name, blob }}] = saved; {script} }})()"), &[]).await
}

/// Reads a document where no page's policy says what its style may be, or that no markup is read.
async fn read(page: &Page) -> Result<Value> {
    let text = look(page, "return { name, type: blob.type, text: await blob.text() }").await?;
    assert_eq!(page.take_errors().await?, [""; 0]);
    let blank = "<!doctype html><html><head><title>Reading</title></head><body></body></html>";
    let page = page.on(Site { pages: vec![("/reading.html".to_owned(), blank.to_owned())], ..Page::site()? })?;
    page.visit("reading.html").await?;
    page.run(&format!("return (async ({{ name, type, text }}) => {{ {READ} }})(arguments[0])"), &[text]).await
}

const READ: &str = "
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    const image = new Image();
    image.src = 'data:image/svg+xml,' + encodeURIComponent(text);
    await image.decode();
    return {
        name,
        type,
        error: read.querySelector('parsererror')?.textContent ?? null,
        root: read.documentElement.namespaceURI,
        declared: text.startsWith('<?xml version=\"1.0\" encoding=\"UTF-8\"?>'),
        foreign: [...read.querySelectorAll('*')].filter((one) => one.namespaceURI !== read.documentElement.namespaceURI).length,
        styles: read.querySelectorAll('style').length,
        words: [...read.querySelectorAll('text')].map((one) => one.textContent).join(' '),
        today: new Date().toLocaleDateString('sv'),
        width: image.naturalWidth,
    };";

async fn the_svg_is_a_document_that_stands_alone(page: &Page) -> Result<()> {
    let widget = open(page, "en").await?;
    widget.act("save-svg").await?;
    wait_until_said(page, "given the picture to save").await?;
    assert_eq!(page.run("return document.querySelectorAll('.pm-poster').length", &[]).await?, 0);
    let read = read(page).await?;
    assert_eq!(read["error"], Value::Null);
    assert_eq!(read["name"], format!("peer-map-{CODE}.svg"));
    assert_eq!(read["type"], "image/svg+xml");
    assert_eq!((&read["root"], &read["foreign"]), (&json!("http://www.w3.org/2000/svg"), &json!(0)));
    assert_eq!((&read["declared"], &read["styles"]), (&json!(true), &json!(1)));
    assert_eq!(read["width"], 958);
    let words = read["words"].as_str().unwrap_or_default();
    // The address is that of the page, without the language that its query asks for.
    let link = format!("{}index.html#{CODE}", page.address());
    for part in
        [link.as_str(), read["today"].as_str().unwrap_or("today"), "Your answers fit two kinds", "Mentor Mothers"]
    {
        assert!(words.contains(part), "{part} is not in {words}");
    }
    Ok(())
}

async fn the_picture_speaks_the_language_of_the_page(page: &Page) -> Result<()> {
    for (language, words) in [("fr", "Comment lire la carte"), ("zh-Hans", "如何看图")] {
        let widget = open(page, language).await?;
        widget.act("save-svg").await?;
        page.wait_until("saved.length === 1").await?;
        let read = read(page).await?;
        assert!(read["words"].as_str().is_some_and(|all| all.contains(words)), "{words} is not in {read}");
    }
    Ok(())
}

/// Colours of a coarse grid of pixels, and the colours that tell whether the style was understood.
const SEE: &str = "
    const bitmap = await createImageBitmap(blob);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const colours = new Map();
    let clear = 0;
    for (const pixel of pixels) {
        colours.set(pixel, (colours.get(pixel) ?? 0) + 1);
        clear += pixel >>> 24 === 255 ? 0 : 1;
    }
    // As the bytes stand: alpha, blue, green, red.
    const share = (red, green, blue) => (colours.get((255 << 24 | blue << 16 | green << 8 | red) >>> 0) ?? 0) / pixels.length;
    return { name, type: blob.type, width: canvas.width, height: canvas.height, clear, colours: colours.size,
        paper: share(0xff, 0xfd, 0xf8), yours: share(0x96, 0x26, 0x08), hue: share(0x98, 0x67, 0x08), ink: share(0x23, 0x20, 0x1b) };";

async fn the_png_shows_the_map(page: &Page) -> Result<()> {
    let widget = open(page, "en").await?;
    widget.act("save-png").await?;
    wait_until_said(page, "given the picture to save").await?;
    let seen = look(page, SEE).await?;
    assert_eq!((&seen["name"], &seen["type"]), (&json!(format!("peer-map-{CODE}.png")), &json!("image/png")));
    let number = |what: &str| seen[what].as_f64().unwrap_or_default();
    assert!(number("width") >= 1344.0 && number("height") >= 1344.0, "{seen}");
    assert!(number("clear") == 0.0 && number("colours") > 100.0, "{seen}");
    assert!((0.4..0.9).contains(&number("paper")), "{seen}");
    // Marks and tabs have their colours, and not the black of a drawing without a style.
    assert!(number("yours") > 0.0004 && number("hue") > 0.0004 && number("ink") > 0.0004, "{seen}");
    Ok(())
}

async fn a_picture_can_be_saved_again(page: &Page) -> Result<()> {
    let widget = open(page, "en").await?;
    for count in 1..=3 {
        widget.act("save-svg").await?;
        page.wait_until(&format!("saved.length === {count}")).await?;
    }
    wait_until_said(page, "given the picture to save").await?;
    assert_eq!(page.run("return new Set(saved.map((one) => one.blob.size)).size", &[]).await?, 1);
    Ok(())
}

async fn a_refused_picture_is_told(page: &Page) -> Result<()> {
    let widget = open(page, "en").await?;
    page.run("URL.createObjectURL = () => { throw new DOMException('refused', 'SecurityError'); }", &[]).await?;
    widget.act("save-svg").await?;
    wait_until_said(page, "could not make the picture").await?;
    let widget = open(page, "en").await?;
    // What a canvas says that has no memory.
    page.run("HTMLCanvasElement.prototype.toBlob = (done) => done(null)", &[]).await?;
    widget.act("save-png").await?;
    wait_until_said(page, "could not make the picture").await
}

/// A device whose battery was empty is in 1970, and one that was set by hand may be anywhere.
async fn a_wrong_clock_dates_wrongly_and_no_more(page: &Page) -> Result<()> {
    for (time, years) in [(0_i64, ["1970-01-01", "1969-12-31"]), (253_402_300_799_000, ["9999-12-31", "10000-01-01"])] {
        let widget = open(page, "en").await?;
        let wrong = "const [time, Real] = [arguments[0], Date];
            window.Date = class extends Real {
                constructor(...said) { if (said.length) super(...said); else super(time); }
                static now() { return time; }
            };";
        page.run(wrong, &[json!(time)]).await?;
        widget.act("save-svg").await?;
        wait_until_said(page, "given the picture to save").await?;
        let words = look(page, "return blob.text()").await?;
        assert!(years.iter().any(|year| words.as_str().is_some_and(|words| words.contains(year))), "{words}");
        assert_eq!(widget.code().await?, CODE);
        widget.act("about").await?;
        widget.wait_for_screen("about").await?;
        assert_eq!(page.take_errors().await?, [""; 0]);
    }
    Ok(())
}

async fn printing_asks_the_browser(page: &Page) -> Result<()> {
    let widget = open(page, "en").await?;
    page.run("window.print = () => { window.printed = true; }", &[]).await?;
    widget.act("print").await?;
    page.wait_until("window.printed").await?;
    Ok(())
}
