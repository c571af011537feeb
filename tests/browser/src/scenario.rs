//! Runs scenarios: each in every engine, with one browser per engine for all of them.

use std::{
    env,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    process::ExitCode,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use anyhow::{Context, Error, Result, anyhow, bail};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;
use xtask::{engine::Engine, workspace::Workspace};

use crate::{Browser, Page, Screen};

/// The longest a scenario may take in one engine.
const DEADLINE: Duration = Duration::from_secs(180);

/// How many of one run's scenarios may fail at first: one in a hundred. Each is played once more in a new browser, and the run
/// says which.
///
/// Among some 800 of them a busy machine or an engine's own fault spoils one now and then, each time another: WebKit's
/// service workers that never come to be, for one. A fault of ours fails twice, and many that fail are not chance.
const CHANCES: usize = 8;

/// What a person does with the widget, and what must come of it.
#[derive(Clone)]
pub struct Scenario {
    name: &'static str,
    engines: &'static [Engine],
    steps: Arc<Steps>,
}

type Steps = dyn Fn(&Runtime, &Page) -> Result<()> + Send + Sync;

impl Scenario {
    /// A scenario for every engine. The name is that of the function.
    pub fn new(name: &'static str, steps: impl AsyncFn(&Page) -> Result<()> + Send + Sync + 'static) -> Scenario {
        let steps = move |runtime: &Runtime, page: &Page| runtime.block_on(within_deadline(Box::pin(steps(page))));
        Scenario { name, engines: &Engine::ALL, steps: Arc::new(steps) }
    }

    /// The same, only for engines that can do what it needs.
    #[must_use]
    pub fn only_in(self, engines: &'static [Engine]) -> Scenario {
        Scenario { engines, ..self }
    }
}

async fn within_deadline(steps: Pin<Box<dyn Future<Output = Result<()>> + '_>>) -> Result<()> {
    let finished = tokio::time::timeout(DEADLINE, steps).await;
    finished.unwrap_or_else(|_| Err(anyhow!("it took longer than {DEADLINE:?}")))
}

/// The `main` of a test binary: runs the scenarios of these modules, as its command line and PEER_MAP_ENGINES say.
///
/// PEER_MAP_ENGINES is a list as "chromium,webkit"; without it, every engine runs. The command line is that of any Rust
/// test: `cargo test -p peer-map-browser-tests -- firefox::` runs the scenarios of one engine.
#[must_use]
pub fn run(modules: Vec<(&'static str, Vec<Scenario>)>) -> ExitCode {
    let engines = match engines() {
        Ok(engines) => engines,
        Err(error) => return refuse(&error),
    };
    let stage = match Stage::new() {
        Ok(stage) => Arc::new(stage),
        Err(error) => return refuse(&error),
    };
    let mut trials = Vec::new();
    for (module, scenarios) in modules {
        for scenario in scenarios {
            for &engine in engines.iter().filter(|engine| scenario.engines.contains(engine)) {
                trials.push(trial(&stage, engine, module, scenario.clone()));
            }
        }
    }
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    stage.close();
    conclusion.exit_code()
}

fn refuse(error: &Error) -> ExitCode {
    eprintln!("{error:#}");
    ExitCode::FAILURE
}

fn engines() -> Result<Vec<Engine>> {
    match env::var("PEER_MAP_ENGINES") {
        Ok(names) => names.split(',').map(|name| name.trim().parse()).collect(),
        Err(_) => Ok(Engine::ALL.to_vec()),
    }
}

fn trial(stage: &Arc<Stage>, engine: Engine, module: &str, scenario: Scenario) -> Trial {
    let stage = Arc::clone(stage);
    let name = format!("{engine}::{module}::{}", scenario.name);
    Trial::test(name.clone(), move || {
        let played = stage.play(engine, &scenario, &name).or_else(|error| {
            if !stage.has_a_chance_left(&name) {
                return Err(error);
            }
            eprintln!("{name} failed and is played once more: {error:#}");
            stage.play(engine, &scenario, &name)
        });
        played.map_err(|error| Failed::from(format!("{name}: {error:#}")))
    })
}

/// The browsers, each started by the first scenario that needs it.
struct Stage {
    runtime: Runtime,
    /// The names of the scenarios that failed at first.
    played_again: Mutex<Vec<String>>,
    browsers: [Mutex<Option<Browser>>; Engine::ALL.len()],
}

impl Stage {
    fn new() -> Result<Stage> {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let runtime = builder.worker_threads(2).enable_all().build().context("no runtime for the tests")?;
        Ok(Stage { runtime, played_again: Mutex::default(), browsers: Default::default() })
    }

    fn has_a_chance_left(&self, name: &str) -> bool {
        let mut names = self.played_again.lock().unwrap_or_else(PoisonError::into_inner);
        let left = names.len() < CHANCES;
        if left {
            names.push(name.to_owned());
        }
        left
    }

    fn play(&self, engine: Engine, scenario: &Scenario, name: &str) -> Result<()> {
        let mut held = self.browser(engine);
        let browser = match held.take() {
            Some(browser) => browser,
            None => self.runtime.block_on(Browser::start(engine))?,
        };
        let page = Page::new(engine, Arc::clone(browser.session.handle()))?;
        let played = self.play_on(&page, scenario);
        match played {
            Ok(()) => *held = Some(browser),
            Err(_) => {
                let picture = picture_path(name)?;
                // What the scenario said is worth more than why there is no picture; a new browser is what comes next.
                let _ = self.runtime.block_on(page.save_picture(&picture));
                self.runtime.block_on(browser.quit());
            }
        }
        played
    }

    fn play_on(&self, page: &Page, scenario: &Scenario) -> Result<()> {
        self.runtime.block_on(Screen::default().apply(page))?;
        let played = catch_unwind(AssertUnwindSafe(|| (scenario.steps)(&self.runtime, page)));
        played.unwrap_or_else(|panic| Err(anyhow!("{}", words_of(&*panic))))?;
        self.runtime.block_on(async {
            let errors = page.take_errors().await?;
            if !errors.is_empty() {
                bail!("the page reported errors:\n{}", errors.join("\n"));
            }
            only_first_window(page).await
        })
    }

    fn browser(&self, engine: Engine) -> MutexGuard<'_, Option<Browser>> {
        let index = Engine::ALL.iter().position(|&other| other == engine).unwrap_or_default();
        self.browsers[index].lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn close(&self) {
        let again = self.played_again.lock().unwrap_or_else(PoisonError::into_inner);
        if !again.is_empty() {
            eprintln!("Failed at first, of {CHANCES} that may: {}.", again.join(", "));
        }
        for engine in Engine::ALL {
            if let Some(browser) = self.browser(engine).take() {
                self.runtime.block_on(browser.quit());
            }
        }
    }
}

/// Closes what a scenario opened, and leaves its page.
async fn only_first_window(page: &Page) -> Result<()> {
    let session = page.session();
    let windows = session.windows().await?;
    for window in windows.iter().skip(1).rev() {
        session.switch_to_window(window.clone()).await?;
        session.close_window().await?;
    }
    let first = windows.first().context("the browser has no window left")?;
    session.switch_to_window(first.clone()).await?;
    Ok(session.goto("about:blank").await?)
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "it panicked".to_owned())
}

fn picture_path(name: &str) -> Result<std::path::PathBuf> {
    Ok(Workspace::find()?.root().join("target/browser-failures").join(format!("{}.png", name.replace("::", "-"))))
}
