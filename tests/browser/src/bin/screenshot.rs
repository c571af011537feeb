//! Takes a picture of a whole page in Chromium, for people to look at.
//!
//! ```text
//! cargo run -p peer-map-browser-tests --bin screenshot -- \
//!     --path 'index.html#ps1-k13w14d2f4p14h3-g' --width 320 --scheme dark --lang fr --out target/screen.png
//! ```
//!
//! `--path` is relative to `dist/`; `--lang` adds `?lang=` to it. Width defaults to 720, scheme to light. `--forced-colors`
//! shows the page as a high-contrast theme does. `--run SCRIPT` runs JavaScript (which may `await`) before the picture.
//! `--print FILE.pdf` also prints, on A4, with `--letter` on US Letter, or with `--a3` on A3 in landscape.

use std::{env, fs, future::Future, path::PathBuf, process::ExitCode, sync::Arc};

use anyhow::{Context, Result, bail};
use peer_map_browser_tests::{Browser, Engine, Page, Scheme, Screen};
use thirtyfour::common::print::{PrintPage, PrintParameters};

fn main() -> ExitCode {
    match Wanted::from_arguments(env::args().skip(1)).and_then(|wanted| finish(wanted.take())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn finish(work: impl Future<Output = Result<()>>) -> Result<()> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?.block_on(work)
}

/// Sizes of paper in centimetres (ISO 216, ANSI/ASME Y14.1).
const A4: PrintPage = PrintPage { width: 21.0, height: 29.7 };
const LETTER: PrintPage = PrintPage { width: 21.59, height: 27.94 };
const A3: PrintPage = PrintPage { width: 42.0, height: 29.7 };

struct Wanted {
    path: String,
    language: Option<String>,
    script: Option<String>,
    screen: Screen,
    picture: Option<PathBuf>,
    print: Option<PathBuf>,
    paper: PrintPage,
}

impl Wanted {
    fn from_arguments(mut arguments: impl Iterator<Item = String>) -> Result<Wanted> {
        // Without motion, since a picture is of what stands still.
        let screen = Screen { reduced_motion: true, ..Screen::of_width(720) };
        let path = "index.html".to_owned();
        let mut wanted = Wanted { path, language: None, script: None, screen, picture: None, print: None, paper: A4 };
        while let Some(option) = arguments.next() {
            let mut value = || arguments.next().with_context(|| format!("`{option}` needs a value."));
            match option.as_str() {
                "--path" => wanted.path = value()?,
                "--lang" => wanted.language = Some(value()?),
                "--run" => wanted.script = Some(value()?),
                "--width" => wanted.screen.width = value()?.parse().context("A width is a number of pixels.")?,
                "--scheme" => wanted.screen.scheme = value()?.parse::<Scheme>()?,
                "--slowdown" => wanted.screen.slowdown = value()?.parse().context("A slowdown is a number.")?,
                "--forced-colors" => wanted.screen.forced_colors = true,
                "--out" => wanted.picture = Some(value()?.into()),
                "--print" => wanted.print = Some(value()?.into()),
                "--letter" => wanted.paper = LETTER,
                "--a3" => wanted.paper = A3,
                other => bail!("There is no option {other}; the head of screenshot.rs lists them."),
            }
        }
        if wanted.picture.is_none() && wanted.print.is_none() {
            bail!("Say where the picture goes: --out FILE.png, or --print FILE.pdf.");
        }
        Ok(wanted)
    }

    async fn take(self) -> Result<()> {
        let browser = Browser::start(Engine::Chromium).await?;
        let page = Page::new(Engine::Chromium, Arc::clone(browser.session.handle()))?;
        let taken = self.take_of(&page).await;
        browser.quit().await;
        taken
    }

    async fn take_of(&self, page: &Page) -> Result<()> {
        self.screen.apply(page).await?;
        page.visit(&self.address()).await?;
        page.wait_until_settled().await?;
        if let Some(script) = &self.script {
            page.run(&format!("return (async () => {{ {script} }})()"), &[]).await?;
            page.wait_until_settled().await?;
        }
        if let Some(path) = &self.picture {
            let picture = self.screen.picture_of_whole(page).await?;
            fs::write(path, picture).with_context(|| format!("{} cannot be written", path.display()))?;
        }
        if let Some(path) = &self.print {
            let printed =
                page.session().print_page(PrintParameters { page: self.paper.clone(), ..Default::default() }).await?;
            fs::write(path, printed).with_context(|| format!("{} cannot be written", path.display()))?;
        }
        for error in page.take_errors().await? {
            eprintln!("The page reported: {error}");
        }
        Ok(())
    }

    /// The path with `?lang=`, which stands before the fragment.
    fn address(&self) -> String {
        let Some(language) = &self.language else { return self.path.clone() };
        let (file, fragment) = self.path.split_once('#').unwrap_or((&self.path, ""));
        let joint = if file.contains('?') { '&' } else { '?' };
        format!("{file}{joint}lang={language}#{fragment}")
    }
}
