//! The screen that a page is shown on: its size and what the user prefers.

use std::str::FromStr;

use anyhow::{Context, Error, Result, bail, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use xtask::engine::Engine;

use crate::page::Page;

/// A screen. Chromium emulates all of it; the others have a window of the size, within what windows can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// CSS pixels across.
    pub width: u32,
    /// CSS pixels down.
    pub height: u32,
    /// What `prefers-color-scheme` says; only Chromium can say dark.
    pub scheme: Scheme,
    /// What `forced-colors` says; only in Chromium.
    pub forced_colors: bool,
    /// What `prefers-reduced-motion` says; only in Chromium.
    pub reduced_motion: bool,
    /// Whether styles are those for paper; only in Chromium.
    pub paper: bool,
    /// How many times slower the processor is; only in Chromium.
    pub slowdown: u32,
}

/// What the user prefers pages to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Default for Screen {
    fn default() -> Screen {
        let (width, height) = (1000, 800);
        let (forced_colors, reduced_motion, paper) = (false, false, false);
        Screen { width, height, scheme: Scheme::Light, forced_colors, reduced_motion, paper, slowdown: 1 }
    }
}

impl Screen {
    /// A screen of this width, otherwise as usual.
    #[must_use]
    pub fn of_width(width: u32) -> Screen {
        Screen { width, ..Screen::default() }
    }

    /// Shows the page on this screen from now on.
    ///
    /// # Errors
    ///
    /// If the engine cannot: the narrowest window of Firefox is 500 pixels wide, so narrower pages belong in a frame.
    pub async fn apply(self, page: &Page) -> Result<()> {
        match page.engine() {
            Engine::Chromium => self.emulate(page).await,
            Engine::Firefox | Engine::WebKit => self.size_window(page).await,
        }
    }

    /// A PNG picture of the whole page, however long, on this screen; only in Chromium.
    ///
    /// # Errors
    ///
    /// If the browser cannot.
    pub async fn picture_of_whole(self, page: &Page) -> Result<Vec<u8>> {
        let height = page.run("return document.documentElement.scrollHeight", &[]).await?;
        let clip = json!({ "x": 0, "y": 0, "width": self.width, "height": height, "scale": 1 });
        let parameters = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = send(page, "Page.captureScreenshot", parameters).await?;
        let picture = picture["data"].as_str().context("Chromium gave no picture")?;
        Ok(BASE64_STANDARD.decode(picture)?)
    }

    async fn emulate(self, page: &Page) -> Result<()> {
        let metrics = json!({ "width": self.width, "height": self.height, "deviceScaleFactor": 1, "mobile": false });
        send(page, "Emulation.setDeviceMetricsOverride", metrics).await?;
        let scheme = match self.scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": if self.forced_colors { "active" } else { "none" } },
            { "name": "prefers-reduced-motion", "value": if self.reduced_motion { "reduce" } else { "" } },
        ]);
        let media = if self.paper { "print" } else { "" };
        send(page, "Emulation.setEmulatedMedia", json!({ "media": media, "features": features })).await?;
        send(page, "Emulation.setCPUThrottlingRate", json!({ "rate": self.slowdown })).await?;
        Ok(())
    }

    async fn size_window(self, page: &Page) -> Result<()> {
        let usual = Screen { width: self.width, height: self.height, ..Screen::default() };
        ensure!(self == usual, "only Chromium can emulate {self:?}");
        let inner = page.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]).await?;
        let frame = |index: usize| inner[index].as_u64().and_then(|size| u32::try_from(size).ok()).unwrap_or_default();
        page.session().set_window_rect(0, 0, self.width + frame(0), self.height + frame(1)).await?;
        if let Err(error) = page.wait_until(&format!("innerWidth === {}", self.width)).await {
            bail!("{}: a window cannot be {} wide", error, self.width);
        }
        Ok(())
    }
}

/// Sends a command of Chromium's own protocol.
pub(crate) async fn send(page: &Page, method: &str, parameters: Value) -> Result<Value> {
    let tools = thirtyfour::cdp::Cdp::new(page.session().clone());
    Ok(tools.send_raw(method, parameters).await?)
}

impl FromStr for Scheme {
    type Err = Error;

    fn from_str(name: &str) -> Result<Scheme> {
        match name {
            "light" => Ok(Scheme::Light),
            "dark" => Ok(Scheme::Dark),
            other => bail!("A scheme is light or dark, not \"{other}\"."),
        }
    }
}
