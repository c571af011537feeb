//! Starts a browser through its driver, and ends both.

use std::{
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::sleep;
use xtask::{engine::Engine, workspace::Workspace};

/// A running browser with its driver. [`Browser::quit`] ends it politely; dropping it ends it anyhow.
pub struct Browser {
    /// The engine that it is.
    pub engine: Engine,
    /// The WebDriver session.
    pub session: WebDriver,
    driver: Program,
    /// The screen of a browser that cannot do without; dropped, and so ended, last.
    _display: Option<Program>,
}

impl Browser {
    /// Starts the engine's driver on a free port, and a browser with a fresh profile.
    ///
    /// # Errors
    ///
    /// If a program is missing or does not answer in time.
    pub async fn start(engine: Engine) -> Result<Browser> {
        let workspace = Workspace::find()?;
        let browser = engine.browser(&workspace).with_context(|| missing(engine))?;
        let driver = engine.driver(&workspace).with_context(|| missing(engine))?;
        let port = free_port()?;
        let mut command = Command::new(driver);
        command.arg(format!("--port={port}")).env("LANG", "en_US.UTF-8").env("LANGUAGE", "en");
        if engine == Engine::Firefox {
            // Otherwise every geckodriver wants the same second port.
            command.arg(format!("--websocket-port={}", free_port()?));
        }
        if engine == Engine::WebKit {
            // WebKitGTK 2.50.6 now and then crashes while it compiles wasm in the background (its baseline compiler: it
            // stays up without that compiler, and without the background). Here it compiles in the foreground.
            command.env("JSC_useConcurrentJIT", "0");
        }
        let display = match engine {
            Engine::WebKit => Some(start_display(&workspace, &mut command)?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let driver = Program::start(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
        let session = connect(port, capabilities(engine, &browser)).await;
        let session = session.with_context(|| format!("{engine} did not start"))?;
        Ok(Browser { engine, session, driver, _display: display })
    }

    /// Closes the browser, then ends its driver.
    pub async fn quit(self) {
        let Browser { session, driver, .. } = self;
        // A browser that has crashed cannot say goodbye.
        let _ = session.quit().await;
        drop(driver);
    }
}

fn missing(engine: Engine) -> String {
    format!("{engine} or its driver is not installed: `cargo xtask test` installs it or says how")
}

fn capabilities(engine: Engine, browser: &Path) -> Capabilities {
    let (name, options) = match engine {
        Engine::Chromium => ("goog:chromeOptions", json!({ "binary": browser, "args": CHROMIUM })),
        Engine::Firefox => {
            ("moz:firefoxOptions", json!({ "binary": browser, "args": ["-headless"], "prefs": firefox() }))
        }
        Engine::WebKit => ("webkitgtk:browserOptions", json!({ "binary": browser, "args": ["--automation"] })),
    };
    Capabilities::from(Map::from_iter([(name.to_owned(), options)]))
}

/// No sandbox because tests run as root in containers; the rest keeps it headless and away from the network.
const CHROMIUM: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-US",
    "--window-size=1200,900",
];

fn firefox() -> Value {
    json!({
        "intl.accept_languages": "en-US, en",
        "network.captive-portal-service.enabled": false,
        // A service worker that nobody needs goes after half a minute, and only then another takes over. In milliseconds.
        "dom.serviceWorkers.idle_timeout": 500,
    })
}

async fn connect(port: u16, capabilities: Capabilities) -> Result<WebDriver> {
    let address = format!("http://127.0.0.1:{port}");
    let deadline = Instant::now() + Duration::from_secs(30);
    while tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
        if Instant::now() > deadline {
            bail!("its driver does not listen");
        }
        sleep(Duration::from_millis(20)).await;
    }
    let session = WebDriver::builder(address, capabilities).request_timeout(Duration::from_secs(60));
    Ok(session.connect().await?)
}

/// Starts a virtual screen and lets `command` use it.
fn start_display(workspace: &Workspace, command: &mut Command) -> Result<Program> {
    let mut server =
        workspace.command("Xvfb", &["-displayfd", "1", "-screen", "0", "1400x1200x24", "-nolisten", "tcp"]);
    let mut program = Program::start(server.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let output = program.0.stdout.take().context("Xvfb has no output")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number).context("Xvfb named no display")?;
    command.env("DISPLAY", format!(":{}", number.trim()));
    // WebKitGTK prefers Wayland where the developer's desktop has it.
    command.env("GDK_BACKEND", "x11");
    Ok(program)
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(listener.local_addr()?.port())
}

/// A program that ends when dropped.
struct Program(Child);

impl Program {
    fn start(command: &mut Command) -> Result<Program> {
        let name = Path::new(command.get_program()).display().to_string();
        command.stdin(Stdio::null()).spawn().map(Program).with_context(|| format!("{name} cannot be run"))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
