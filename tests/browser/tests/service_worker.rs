//! Without a network: index.html works after one visit, and comes whole from one version, whatever the server does.
//!
//! The recorder of the tests stands in every page that a [`Page`] serves, which is then not the page that was built. So these
//! sites are served as they are, each at one address for all its versions.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use peer_map_browser_tests::{Engine, Page, RunningSite, Scenario, Site, Workspace};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use xtask::{integrity, release::VERSION, service_worker::FILE, sizes::files};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("after_one_visit_it_works_without_a_network", after_one_visit_it_works_without_a_network),
        Scenario::new("a_new_version_comes_whole", a_new_version_comes_whole),
        Scenario::new("a_broken_version_changes_nothing", a_broken_version_changes_nothing),
        Scenario::new(
            "a_frame_and_the_folder_of_a_version_keep_nothing",
            a_frame_and_the_folder_of_a_version_keep_nothing,
        ),
        Scenario::new("what_a_browser_took_back_is_kept_again", what_a_browser_took_back_is_kept_again),
    ]
}

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const MOUNT: &str = "/some/folder/";

/// A site at an address that outlives its versions.
struct Host {
    site: Option<RunningSite>,
    port: u16,
    caching: &'static str,
}

impl Host {
    /// Hosts let browsers keep files for a while: that must not bring an old file into a new version. WebKit alone takes a
    /// page that it has in memory, without asking any worker.
    fn open(page: &Page, folder: PathBuf) -> Result<Host> {
        Host::open_with(folder, if page.engine() == Engine::WebKit { "no-cache" } else { "max-age=600" })
    }

    fn open_with(folder: PathBuf, caching: &'static str) -> Result<Host> {
        let site = served(folder, 0, caching)?;
        let port = site.address().split([':', '/']).nth(4).context("an address has a port")?.parse()?;
        Ok(Host { site: Some(site), port, caching })
    }

    /// A page of the same origin that is not of the site.
    fn elsewhere(&self) -> String {
        format!("http://127.0.0.1:{}/elsewhere.html", self.port)
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}{MOUNT}", self.port)
    }

    /// From now on nobody answers.
    fn close(&mut self) {
        self.site = None;
    }

    fn change(&mut self, folder: PathBuf) -> Result<()> {
        self.close();
        self.site = Some(served(folder, self.port, self.caching)?);
        Ok(())
    }

    fn requests(&self) -> Vec<String> {
        self.site.iter().flat_map(RunningSite::take_requests).collect()
    }

    async fn visit(&self, page: &Page, ending: &str) -> Result<()> {
        page.session().goto("about:blank").await?;
        page.session().goto(format!("{}{ending}", self.address())).await?;
        page.wait_until("document.querySelector('#peer-map [data-screen]') && document.title !== 'Peer Map'").await?;
        page.wait_until("document.readyState === 'complete'").await?;
        Ok(())
    }
}

fn served(folder: PathBuf, port: u16, caching: &str) -> Result<RunningSite> {
    let headers = vec![("Cache-Control".to_owned(), caching.to_owned())];
    let pages = vec![("/elsewhere.html".to_owned(), "<!doctype html><title>Elsewhere</title>".to_owned())];
    Site { port, headers, pages, mount: MOUNT.to_owned(), ..Site::of(folder) }.start()
}

// ---- Versions whose files say which they are of. ----

/// The files that are kept, by their paths.
fn kept() -> Result<Vec<String>> {
    let dist = Page::site()?.folder;
    let mut paths = vec!["index.html".to_owned(), "peer-map.css".to_owned()];
    for folder in ["wasm", "editions"] {
        for file in files(&dist.join(folder))? {
            paths.push(file.strip_prefix(&dist)?.to_str().context("a path is text")?.replace('\\', "/"));
        }
    }
    Ok(paths)
}

/// The site with a letter in each file, by which a page can tell its version.
fn version(page: &Page, letter: char) -> Result<PathBuf> {
    let dist = Page::site()?.folder;
    let folder = Workspace::find()?.root().join("target/versions").join(format!("{}-{letter}", page.engine()));
    let mut worker = fs::read_to_string(dist.join(FILE))?;
    for path in kept()? {
        let bytes = fs::read(dist.join(&path))?;
        let marked = marked(&path, bytes.clone(), letter)?;
        let (before, after) = (integrity::of(&bytes), integrity::of(&marked));
        ensure!(worker.contains(&before), "{path} is not kept as it is");
        worker = worker.replace(&before, &after);
        put(&folder.join(&path), &marked)?;
    }
    let name = format!("{VERSION} ");
    let at = worker.rfind(&name).context("the script names its version")? + name.len();
    worker.replace_range(at..=at, &letter.to_string());
    put(&folder.join(FILE), worker.as_bytes())?;
    Ok(folder)
}

fn marked(path: &str, mut bytes: Vec<u8>, letter: char) -> Result<Vec<u8>> {
    let ending = match path.rsplit_once('.').context("a file has an ending")?.1 {
        "html" => {
            let page = String::from_utf8(bytes)?;
            return Ok(page.replacen("<head>", &format!("<head><meta name=\"which\" content=\"{letter}\">"), 1).into());
        }
        "css" => format!(":root{{--which:{letter}}}/*{letter}"),
        "js" => format!(";globalThis.which=\"{letter}\";//{letter}"),
        // A section that nobody reads: its kind, its size, and its name with the size of that.
        "wasm" => format!("\0\u{2}\u{1}{letter}"),
        _ => if letter == 'A' { " " } else { "\n" }.to_owned(),
    };
    bytes.extend(ending.bytes());
    Ok(bytes)
}

fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(path.parent().context("a file has a folder")?)?;
    Ok(fs::write(path, bytes)?)
}

/// The versions of the page, of what it runs and wears, and of each file that it would be given now.
async fn versions(page: &Page) -> Result<Value> {
    let paths: Vec<String> = kept()?.into_iter().filter(|path| path != "index.html").collect();
    let script = "
        const given = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer()).at(-1);
        const letter = (byte) => ({ 32: 'A', 10: 'B' })[byte] ?? String.fromCharCode(byte);
        return Promise.all(arguments[0].map(given)).then((bytes) => [...new Set([
            document.querySelector('meta[name=which]').content,
            getComputedStyle(document.documentElement).getPropertyValue('--which').trim(),
            globalThis.which,
            ...bytes.map(letter),
        ])])";
    page.run(script, &[json!(paths)]).await
}

// ---- What is kept. ----

const REGISTRATION: &str = "const registration = await navigator.serviceWorker.getRegistration()";

/// Waits until the browser has stored everything, and the script has taken over.
async fn stored(page: &Page) -> Result<()> {
    let active = format!("(async () => {{ {REGISTRATION}; return registration?.active?.state === 'activated' }})()");
    page.wait_until(&active).await.map(drop)
}

/// The versions that are stored, and what is in them, as paths within the site. Notes say which page is of which version.
async fn caches(page: &Page) -> Result<Vec<Vec<String>>> {
    let script = format!(
        "return (async () => {{ const found = []; for (const name of await caches.keys()) {{
             if (name.endsWith(' notes')) continue;
             const kept = await (await caches.open(name)).keys();
             found.push(kept.map(({{ url }}) => url.split('{MOUNT}')[1]).sort());
         }} return found; }})()"
    );
    Ok(serde_json::from_value(page.run(&script, &[]).await?)?)
}

async fn keeps_the_program_alone(page: &Page) -> Result<()> {
    let mut expected = kept()?;
    expected.sort();
    assert_eq!(caches(page).await?, [expected]);
    let other = "document.cookie + Object.keys(localStorage) + Object.keys(sessionStorage)";
    assert_eq!(page.run(&format!("return {other}"), &[]).await?, "");
    Ok(())
}

async fn after_one_visit_it_works_without_a_network(page: &Page) -> Result<()> {
    let mut host = Host::open_with(Page::site()?.folder, "no-store")?;
    host.visit(page, "?lang=en").await?;
    stored(page).await?;
    keeps_the_program_alone(page).await?;
    // Another page of the site is none of its business, nor is what that one asks for.
    let _ = host.requests();
    page.session().goto(format!("{}kinds/mutual/", host.address())).await?;
    page.wait_until("document.readyState === 'complete' && document.querySelector('h1')").await?;
    let asked = host.requests();
    ensure!(asked.iter().any(|path| path.ends_with("/peer-map.css")), "{asked:?}");
    host.close();
    host.visit(page, &format!("?lang=fr&mode=flow#{CODE}")).await?;
    let widget = page.widget();
    widget.wait_for_screen("result").await?;
    widget.wait_for_language("fr").await?;
    widget.wait_for("#pm-labels option[value='Pair aidant']").await?;
    host.visit(page, "index.html?lang=zh-Hans").await?;
    widget.wait_for_language("zh-Hans").await?;
    widget.answer("k", &[1]).await?;
    widget.act("continue").await?;
    widget.wait_for_question("w").await?;
    widget.choose_language("en").await?;
    widget.wait_for_question("w").await?;
    keeps_the_program_alone(page).await
}

/// Opens a tab and goes there; gives the one before.
async fn open_tab(page: &Page) -> Result<WindowHandle> {
    let session = page.session();
    let before = session.window().await?;
    let tab = session.new_tab().await?;
    session.switch_to_window(tab).await?;
    Ok(before)
}

async fn a_new_version_comes_whole(page: &Page) -> Result<()> {
    let mut host = Host::open(page, version(page, 'A')?)?;
    page.session().goto(host.elsewhere()).await?;
    let reader = open_tab(page).await?;
    host.visit(page, "").await?;
    stored(page).await?;
    host.change(version(page, 'B')?)?;
    // The old one is shown, while the new one is fetched beside it, and still when that is there.
    host.visit(page, "").await?;
    assert_eq!(versions(page).await?, json!(["A"]));
    let waits = format!("(async () => {{ {REGISTRATION}; return registration.waiting?.state === 'installed' }})()");
    page.wait_until(&waits).await?;
    assert_eq!(caches(page).await?.len(), 2);
    assert_eq!(versions(page).await?, json!(["A"]));
    host.visit(page, "").await?;
    let seen = versions(page).await?;
    ensure!([json!(["A"]), json!(["B"])].contains(&seen), "a mix: {seen}");
    // When the reader has closed the page, the new version takes over.
    page.session().close_window().await?;
    page.session().switch_to_window(reader).await?;
    for visit in 0.. {
        host.visit(page, "").await?;
        let seen = versions(page).await?;
        if seen == json!(["B"]) {
            break;
        }
        ensure!(seen == json!(["A"]), "a mix: {seen}");
        ensure!(visit < 50, "the new version never takes over");
    }
    host.close();
    host.visit(page, "").await?;
    assert_eq!(versions(page).await?, json!(["B"]));
    // The old one is forgotten, and what is noted is of pages that are there.
    page.wait_until("caches.keys().then((names) => names.length === 2)").await?;
    keeps_the_program_alone(page).await
}

/// What goes wrong with a file.
type Break = fn(&Path) -> std::io::Result<()>;

async fn a_broken_version_changes_nothing(page: &Page) -> Result<()> {
    let mut host = Host::open(page, version(page, 'A')?)?;
    host.visit(page, "").await?;
    stored(page).await?;
    let breaks: [(&str, Break); 3] = [
        ("peer-map.css", |file| fs::remove_file(file)),
        ("editions/ps1/fr.json", |file| fs::write(file, "{}")),
        // As when only some of the files have come yet: this one is still of the old version.
        ("index.html", |file| fs::copy(file.to_string_lossy().replace("-B/", "-A/"), file).map(drop)),
    ];
    for (path, break_it) in breaks {
        let folder = version(page, 'B')?;
        break_it(&folder.join(path))?;
        host.change(folder)?;
        host.visit(page, "").await?;
        // The browser tells when the script has failed.
        let failed = format!(
            "return (async () => {{ {REGISTRATION};
                 const found = await registration.update().catch(() => undefined);
                 const worker = (found ?? registration).installing;
                 if (worker) await new Promise((gone) => {{
                     worker.onstatechange = gone; if (worker.state === 'redundant') gone();
                 }});
                 return [worker?.state ?? 'redundant', registration.waiting]; }})()"
        );
        assert_eq!(page.run(&failed, &[]).await?, json!(["redundant", null]), "{path}");
        ensure!(host.requests().iter().any(|asked| asked.ends_with(path)), "{path} was not asked for");
        keeps_the_program_alone(page).await?;
        assert_eq!(versions(page).await?, json!(["A"]), "{path}");
    }
    host.close();
    host.visit(page, "").await?;
    assert_eq!(versions(page).await?, json!(["A"]));
    Ok(())
}

async fn a_frame_and_the_folder_of_a_version_keep_nothing(page: &Page) -> Result<()> {
    let frame = format!("<!doctype html><title>Host</title><iframe src=\"{MOUNT}index.html?lang=en\"></iframe>");
    let site = Site { mount: MOUNT.to_owned(), pages: vec![("/host.html".to_owned(), frame)], ..Page::site()? };
    let site = site.start()?;
    let root = site.address().trim_end_matches(MOUNT);
    let asks = || site.take_requests().into_iter().filter(|path| path.ends_with(FILE)).count();
    let shown = "querySelector('#peer-map [data-screen]')";
    page.session().goto(format!("{root}/host.html")).await?;
    let inside = "document.querySelector('iframe')?.contentDocument";
    page.wait_until(&format!("{inside}?.{shown} && {inside}.readyState === 'complete'")).await?;
    page.session().goto(format!("{}v0/index.html", site.address())).await?;
    page.wait_until(&format!("document.{shown} && document.readyState === 'complete'")).await?;
    assert_eq!(page.run("return navigator.serviceWorker.getRegistrations().then((all) => all.length)", &[]).await?, 0);
    assert_eq!(asks(), 0);
    page.session().goto(site.address()).await?;
    stored(page).await?;
    assert_eq!(asks(), 1);
    // What is kept is for the page alone: a frame asks the server, as ever.
    page.session().goto(format!("{root}/host.html")).await?;
    page.wait_until(&format!("{inside}?.{shown} && {inside}.readyState === 'complete'")).await?;
    let asked = site.take_requests();
    ensure!(asked.iter().any(|path| path.starts_with(&format!("{MOUNT}index.html"))), "{asked:?}");
    Ok(())
}

async fn what_a_browser_took_back_is_kept_again(page: &Page) -> Result<()> {
    let host = Host::open(page, version(page, 'A')?)?;
    host.visit(page, "").await?;
    stored(page).await?;
    let lose = "return caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.delete('peer-map.css'))";
    assert_eq!(page.run(lose, &[]).await?, json!(true));
    host.visit(page, "").await?;
    assert_eq!(versions(page).await?, json!(["A"]));
    for visit in 0.. {
        host.visit(page, "").await?;
        if caches(page).await?.iter().any(|cache| cache.len() == kept().unwrap_or_default().len()) {
            break;
        }
        ensure!(visit < 50, "it is never kept again");
    }
    Ok(())
}
