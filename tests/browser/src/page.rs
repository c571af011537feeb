//! One page in one browser, and the site it comes from.

use std::{
    fmt::Debug,
    fs,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{WebElement, session::handle::SessionHandle};
use tokio::time::sleep;
use xtask::{
    engine::Engine,
    site::{RunningSite, Site},
    workspace::Workspace,
};

use crate::widget::Widget;

/// How long a condition may take to come true before the scenario fails. A scenario that passes does not wait for it; on a
/// machine whose two cores build and browse at once, WebKit once took longer than 10 s to store the files of a page.
const DEADLINE: Duration = Duration::from_secs(30);

/// A script before all others that keeps what goes wrong, and says when the widget has started.
const RECORDER: &str = include_str!("recorder.js");
const RECORDER_PATH: &str = "/recorder-of-the-tests.js";

/// A page of Peer Map in a browser.
pub struct Page {
    engine: Engine,
    session: Arc<SessionHandle>,
    site: RunningSite,
    errors: Arc<Mutex<Vec<String>>>,
}

impl Page {
    /// A page in a browser that runs already, with a site of its own.
    ///
    /// # Errors
    ///
    /// If the site has not been built.
    pub fn new(engine: Engine, session: Arc<SessionHandle>) -> Result<Page> {
        Page::of(engine, session, Page::site()?)
    }

    /// The same with any site, which the page serves and owns.
    ///
    /// # Errors
    ///
    /// If the site cannot be served.
    pub fn of(engine: Engine, session: Arc<SessionHandle>, site: Site) -> Result<Page> {
        let site = recorded(site).start()?;
        Ok(Page { engine, session, site, errors: Arc::default() })
    }

    /// The site as built, for [`Page::on`] to serve in another way: below a folder, with headers, beside other pages.
    ///
    /// # Errors
    ///
    /// If it has not been built.
    pub fn site() -> Result<Site> {
        let dist = Workspace::find()?.dist();
        ensure!(dist.join("index.html").is_file(), "dist/ is missing: `cargo xtask dist` builds it.");
        Ok(Site::of(dist))
    }

    /// The same browser with another site, which the new page serves and owns.
    ///
    /// # Errors
    ///
    /// If the site cannot be served.
    pub fn on(&self, site: Site) -> Result<Page> {
        let site = recorded(site).start()?;
        Ok(Page { engine: self.engine, session: Arc::clone(&self.session), site, errors: Arc::clone(&self.errors) })
    }

    /// The engine, for what only one of them can do.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The WebDriver session, for what this type has no method for.
    #[must_use]
    pub fn session(&self) -> &Arc<SessionHandle> {
        &self.session
    }

    /// The address of the site, with a `/` at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        self.site.address()
    }

    /// What browsers asked the site for since the last time, as paths from the root of the host.
    #[must_use]
    pub fn take_requests(&self) -> Vec<String> {
        let mut requests = self.site.take_requests();
        requests.retain(|path| path != RECORDER_PATH && path != "/favicon.ico");
        requests
    }

    /// Loads a page of the site afresh, whatever was shown before; `address` is relative to the site.
    ///
    /// # Errors
    ///
    /// If the browser cannot.
    pub async fn visit(&self, address: &str) -> Result<()> {
        self.keep_errors().await?;
        // From the same page with another fragment, the browser would not load anything.
        self.session.goto("about:blank").await?;
        self.session.goto(format!("{}{address}", self.address())).await?;
        Ok(())
    }

    /// Loads files from the disk, with no server: copies of these, side by side, of which the first is opened. `ending` follows
    /// its address. The recorder stands in each of the pages, before the policy that would refuse it.
    ///
    /// # Errors
    ///
    /// If they cannot be copied, or the browser cannot.
    pub async fn visit_files(&self, files: &[&Path], ending: &str) -> Result<()> {
        self.keep_errors().await?;
        let folder = Workspace::find()?.root().join("target/from-a-disk").join(self.engine.to_string());
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be created", folder.display()))?;
        let head = format!("<head><script>{RECORDER}</script>");
        for file in files {
            let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
            let name = file.file_name().context("a file has a name")?;
            fs::write(folder.join(name), text.replacen("<head>", &head, 1))?;
        }
        let first = files.first().and_then(|file| file.file_name()).context("there is no file")?;
        self.session.goto("about:blank").await?;
        self.session.goto(format!("file://{}{ending}", folder.join(first).display())).await?;
        Ok(())
    }

    /// Loads index.html with this fragment (which may be empty) and waits until the widget has started.
    ///
    /// # Errors
    ///
    /// If it does not start in time.
    pub async fn open(&self, fragment: &str) -> Result<Widget<'_>> {
        self.open_in("en", fragment).await
    }

    /// The same in another language.
    ///
    /// # Errors
    ///
    /// If the widget does not start in time.
    pub async fn open_in(&self, language: &str, fragment: &str) -> Result<Widget<'_>> {
        self.visit(&format!("index.html?lang={language}#{fragment}")).await?;
        self.wait_until_started().await?;
        Ok(self.widget())
    }

    /// Waits until the script of index.html has started the widget, and the widget shows something.
    ///
    /// # Errors
    ///
    /// If that does not happen in time.
    pub async fn wait_until_started(&self) -> Result<()> {
        // The page comes with a question and a title already; the widget puts its own in their place.
        self.wait_until("window.widgetHasStarted && document.title !== 'Peer Map'").await?;
        self.wait_for("[data-screen], textarea").await?;
        Ok(())
    }

    /// Waits until a page of any kind has what it needs: if it starts the widget, the widget; then its fonts and a paint.
    ///
    /// # Errors
    ///
    /// If that does not happen in time.
    pub async fn wait_until_settled(&self) -> Result<()> {
        if self.run("return document.querySelector('link[rel=modulepreload]') !== null", &[]).await? == true {
            self.wait_until_started().await?;
        }
        self.wait_until("document.readyState === 'complete' && document.fonts.status === 'loaded'").await?;
        // Two frames: one to render what came last, one to paint it.
        let painted =
            "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        self.run(painted, &[]).await?;
        Ok(())
    }

    /// The widget of a page that has it in the document itself, as index.html does.
    #[must_use]
    pub fn widget(&self) -> Widget<'_> {
        Widget::new(self, "document".to_owned())
    }

    /// The widget in the shadow root of the element that `css` selects.
    #[must_use]
    pub fn widget_in(&self, css: &str) -> Widget<'_> {
        Widget::new(self, format!("document.querySelector({}).shadowRoot", json!(css)))
    }

    /// Changes the fragment of the open page, as following a link within it does.
    ///
    /// # Errors
    ///
    /// If the browser cannot.
    pub async fn change_fragment(&self, fragment: &str) -> Result<()> {
        self.run("location.hash = arguments[0]", &[json!(fragment)]).await?;
        Ok(())
    }

    /// The fragment of the address, without `#`.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn fragment(&self) -> Result<String> {
        let hash = self.run("return location.hash.slice(1)", &[]).await?;
        Ok(hash.as_str().unwrap_or_default().to_owned())
    }

    /// Runs statements in the page; `return` gives the value, `arguments[0]` is the first argument.
    ///
    /// # Errors
    ///
    /// If they throw.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let returned = self.session.execute(script.to_owned(), arguments.to_vec()).await;
        Ok(returned.with_context(|| format!("the script failed: {script}"))?.json().clone())
    }

    /// Waits until a JavaScript expression is truthy, and gives its value.
    ///
    /// # Errors
    ///
    /// If it is not in time, or throws.
    pub async fn wait_until(&self, expression: &str) -> Result<Value> {
        let deadline = Instant::now() + DEADLINE;
        let script = format!("return ({expression})");
        loop {
            let value = match self.run(&script, &[]).await {
                Err(error) if is_navigation(&error) => Value::Null,
                value => value?,
            };
            if !matches!(value, Value::Null | Value::Bool(false)) && value != 0 && value != "" {
                return Ok(value);
            }
            if Instant::now() > deadline {
                bail!("this did not come true within {DEADLINE:?}: {expression}");
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until a JavaScript expression has this value.
    ///
    /// # Errors
    ///
    /// If it has another in the end, which is then told.
    pub async fn wait_until_equal(&self, expression: &str, expected: impl Into<Value>) -> Result<()> {
        let expected = expected.into();
        let same = format!("JSON.stringify({expression}) === JSON.stringify({expected})");
        if let Err(error) = self.wait_until(&same).await {
            let value = self.run(&format!("return ({expression})"), &[]).await?;
            return Err(error.context(format!("{expression} is {value}, not {expected}")));
        }
        Ok(())
    }

    /// Waits until a selector selects something in the document, and gives the first such element.
    ///
    /// # Errors
    ///
    /// If it does not in time.
    pub async fn wait_for(&self, css: &str) -> Result<WebElement> {
        self.wait_for_element(&format!("document.querySelector({})", json!(css))).await
    }

    /// Waits until a JavaScript expression gives an element, and all of its screen is drawn: figures follow a frame later.
    ///
    /// # Errors
    ///
    /// If it does not in time.
    pub async fn wait_for_element(&self, expression: &str) -> Result<WebElement> {
        self.wait_until(&format!("({expression}) !== null && document.querySelector('.pm-awaited') === null")).await?;
        let returned = self.session.execute(format!("return {expression}"), Vec::new()).await?;
        Ok(returned.element()?)
    }

    /// Every error that pages reported since the last time; a scenario that expects some takes them with this.
    ///
    /// # Errors
    ///
    /// If the browser cannot say.
    pub async fn take_errors(&self) -> Result<Vec<String>> {
        self.keep_errors().await?;
        Ok(std::mem::take(&mut *self.held()))
    }

    /// The recorder lives in the document, so it is asked before the document goes.
    async fn keep_errors(&self) -> Result<()> {
        let errors = self.run("return (window.recordedErrors || []).splice(0)", &[]).await?;
        let errors = errors.as_array().into_iter().flatten();
        self.held().extend(errors.map(|error| error.as_str().map_or_else(|| error.to_string(), str::to_owned)));
        Ok(())
    }

    fn held(&self) -> MutexGuard<'_, Vec<String>> {
        self.errors.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Saves a picture of what the window shows.
    ///
    /// # Errors
    ///
    /// If the browser or the file system cannot.
    pub async fn save_picture(&self, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
        }
        let picture = self.session.screenshot_as_png().await?;
        fs::write(path, picture).with_context(|| format!("{} cannot be written", path.display()))
    }
}

impl Debug for Page {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Page").field("engine", &self.engine).field("address", &self.address()).finish()
    }
}

/// Whether a script failed because the document that it ran in gave way to another: WebKit says so of the frame, whatever
/// the script. Whoever waits for something asks the next document.
fn is_navigation(error: &anyhow::Error) -> bool {
    let words = format!("{error:#}");
    words.contains("no such frame") || words.contains("before the unload event")
}

/// The site with the recorder in each page. A script of the same origin needs no exception from the pages' policies.
fn recorded(mut site: Site) -> Site {
    site.head = format!("<script src=\"{RECORDER_PATH}\"></script>{}", site.head);
    site.pages.push((RECORDER_PATH.to_owned(), RECORDER.to_owned()));
    site
}
