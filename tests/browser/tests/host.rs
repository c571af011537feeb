//! Pages of other sites, which embed the widget.

use anyhow::Result;
use peer_map_browser_tests::{Page, Site, Widget, Workspace};
use serde_json::{Value, json};

/// A page of another site, and the site that it takes the widget from. Both are on this machine; their ports make them
/// different origins.
pub struct Host {
    /// The site of the widget, with a `/` at the end of its address.
    pub site: Page,
    /// The other site; its page is at `host.html`.
    pub page: Page,
}

impl Host {
    /// Opens a page with this policy, and what `body` writes for the address of the widget's site.
    pub async fn open(page: &Page, policy: Option<&str>, body: impl Fn(&str) -> String) -> Result<Host> {
        let site = page.on(shared(Page::site()?))?;
        Host::open_with(page, site, policy, body).await
    }

    /// The same with a site of one's own.
    pub async fn open_with(
        page: &Page,
        site: Page,
        policy: Option<&str>,
        body: impl Fn(&str) -> String,
    ) -> Result<Host> {
        let address = site.address().to_owned();
        let html = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
             <link rel=\"icon\" href=\"data:,\"></head>\n\
             <body>{}</body></html>",
            body(&address)
        );
        let mut host = Site::of(Workspace::find()?.root().join("docs"));
        host.pages.push(("/host.html".to_owned(), html));
        let policy = policy.map(|policy| policy.replace("SITE", address.trim_end_matches('/')));
        host.headers.extend(policy.map(|policy| ("Content-Security-Policy".to_owned(), policy)));
        let page = page.on(host)?;
        page.visit("host.html").await?;
        Ok(Host { site, page })
    }
}

/// A site that lets other sites read its files, as every public host of static files does.
pub fn shared(mut site: Site) -> Site {
    site.headers.push(("Access-Control-Allow-Origin".to_owned(), "*".to_owned()));
    site
}

/// The script that defines the element.
pub fn script(site: &str) -> String {
    format!("<script type=\"module\" src=\"{site}peer-map.js\"></script>")
}

/// A page with one element in English and nothing else.
pub async fn alone(page: &Page) -> Result<Host> {
    Host::open(page, None, |site| format!("{}<peer-map lang=en></peer-map>", script(site))).await
}

/// Answers the first question, and goes on to the second: the code is `ps1-k1-b`.
pub async fn begin(widget: &Widget<'_>) -> Result<()> {
    widget.answer("k", &[1]).await?;
    widget.continue_().await?;
    widget.wait_for_question("w").await
}

/// Keeps what the events of the widget say, from now on, in `window.heard`.
pub async fn listen(page: &Page) -> Result<()> {
    let listen = "window.heard = []; for (const type of ['change', 'result']) \
                  document.addEventListener(`peer-map:${type}`, (event) => heard.push([type, event.target.id, event.detail]))";
    page.run(listen, &[]).await?;
    Ok(())
}

/// Sets an attribute of the first element selected, or takes it away.
pub async fn set(page: &Page, css: &str, attribute: &str, value: Option<&str>) -> Result<()> {
    let set = "const found = document.querySelector(arguments[0]); \
               if (arguments[2] === null) found.removeAttribute(arguments[1]); \
               else found.setAttribute(arguments[1], arguments[2])";
    page.run(set, &[json!(css), json!(attribute), value.map_or(Value::Null, |value| json!(value))]).await?;
    Ok(())
}
