//! A small static server: what a plain host does, and nothing a plain host does not.
//!
//! One thread per connection and one request per connection. Browsers open connections ahead of need, so a server with a
//! fixed number of threads would wait for connections that never speak.

use std::{
    fs,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::{Context, Result};

/// What to serve, and how.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder whose files are served.
    pub folder: PathBuf,
    /// The port of 127.0.0.1; 0 takes any that is free.
    pub port: u16,
    /// The path that the folder stands under: begins and ends with `/`.
    pub mount: String,
    /// Further folders, each below the path it is given with, which begins and ends with `/`.
    pub folders: Vec<(String, PathBuf)>,
    /// Headers sent with every answer, as a host with a policy of its own would.
    pub headers: Vec<(String, String)>,
    /// Further files, by path from the root of the host: pages that embed the widget.
    pub pages: Vec<(String, String)>,
    /// Put right after `<head>` of each page that is served.
    pub head: String,
}

impl Site {
    /// A folder at the root of a host, on any free port.
    #[must_use]
    pub fn of(folder: PathBuf) -> Site {
        let (folders, headers, pages) = (Vec::new(), Vec::new(), Vec::new());
        Site { folder, port: 0, mount: "/".to_owned(), folders, headers, pages, head: String::new() }
    }

    /// Starts serving in the background.
    ///
    /// # Errors
    ///
    /// If the port is taken.
    pub fn start(self) -> Result<RunningSite> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port));
        let listener = listener.with_context(|| format!("Port {} is in use.", self.port))?;
        let socket = listener.local_addr().context("The server has no address.")?;
        let address = format!("http://{socket}{}", self.mount);
        let (requests, stopped) = (Arc::default(), Arc::default());
        let shared = Shared { site: Arc::new(self), requests: Arc::clone(&requests), stopped: Arc::clone(&stopped) };
        let listening = thread::spawn(move || shared.listen(&listener));
        Ok(RunningSite { address, socket, listening: Some(listening), requests, stopped })
    }
}

/// A site being served; it stops when dropped.
pub struct RunningSite {
    address: String,
    socket: SocketAddr,
    listening: Option<JoinHandle<()>>,
    requests: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
}

impl RunningSite {
    /// The address of the folder, with a `/` at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The addresses asked for so far, in order, from the root of the host; asking forgets them.
    #[must_use]
    pub fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut *held(&self.requests))
    }

    /// Waits until the process is interrupted.
    pub fn serve_forever(mut self) {
        if let Some(listening) = self.listening.take() {
            // It ends only when the site is dropped.
            let _ = listening.join();
        }
    }
}

impl Drop for RunningSite {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener, so that it sees that it is to stop; then its port is free.
        if TcpStream::connect(self.socket).is_ok()
            && let Some(listening) = self.listening.take()
        {
            let _ = listening.join();
        }
    }
}

fn held(requests: &Mutex<Vec<String>>) -> MutexGuard<'_, Vec<String>> {
    requests.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What each connection needs.
#[derive(Clone)]
struct Shared {
    site: Arc<Site>,
    requests: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
}

impl Shared {
    fn listen(&self, listener: &TcpListener) {
        for connection in listener.incoming().map_while(|connection| connection.ok()) {
            if self.stopped.load(Ordering::Relaxed) {
                return;
            }
            let shared = self.clone();
            // Whoever has gone away does not mind.
            thread::spawn(move || drop(shared.serve(&connection)));
        }
    }

    fn serve(&self, mut connection: &TcpStream) -> io::Result<()> {
        connection.set_read_timeout(Some(Duration::from_secs(60)))?;
        let mut lines = BufReader::new(connection).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        // The headers are of no interest, but a connection closed before they are read looks like a fault.
        while lines.next().transpose()?.is_some_and(|header| !header.is_empty()) {}
        let mut words = request.split(' ');
        let (Some(method), Some(url)) = (words.next(), words.next()) else { return Ok(()) };
        held(&self.requests).push(url.to_owned());
        let answer = answer(&self.site, url);
        connection.write_all(answer.head.as_bytes())?;
        if method != "HEAD" {
            connection.write_all(&answer.contents)?;
        }
        connection.flush()
    }
}

struct Answer {
    head: String,
    contents: Vec<u8>,
}

fn answer(site: &Site, url: &str) -> Answer {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let page = site.pages.iter().find(|(address, _)| address == path);
    if let Some((address, text)) = page {
        return respond(site, "200 OK", media_type(Path::new(address)), text.clone().into_bytes());
    }
    let own = (&site.mount, &site.folder);
    let mut folders = site.folders.iter().map(|(mount, folder)| (mount, folder)).chain([own]);
    let found = folders.find_map(|(mount, folder)| file(folder, path.strip_prefix(mount.as_str())?));
    let contents = found.as_ref().and_then(|file| fs::read(file).ok());
    match (found, contents) {
        (Some(file), Some(contents)) => respond(site, "200 OK", media_type(&file), contents),
        _ => respond(site, "404 Not Found", "text/plain; charset=utf-8", b"There is nothing here.".to_vec()),
    }
}

/// The file that a path inside the folder means; nothing outside the folder is ever found.
fn file(folder: &Path, inner: &str) -> Option<PathBuf> {
    if inner.split(['/', '\\']).any(|part| part == "..") {
        return None;
    }
    let index = if inner.is_empty() || inner.ends_with('/') { "index.html" } else { "" };
    Some(folder.join(format!("{inner}{index}"))).filter(|path| path.is_file())
}

fn respond(site: &Site, status: &str, media_type: &str, contents: Vec<u8>) -> Answer {
    let contents = match media_type.starts_with("text/html") && !site.head.is_empty() {
        true => String::from_utf8_lossy(&contents).replacen("<head>", &format!("<head>{}", site.head), 1).into_bytes(),
        false => contents,
    };
    let extra: String = site.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = contents.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\nConnection: close\r\n{extra}\r\n"
    );
    Answer { head, contents }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_are_those_browsers_insist_on() {
        assert_eq!(media_type(Path::new("a/peer-map_bg.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("a.js")), "text/javascript; charset=utf-8");
        assert_eq!(media_type(Path::new("a")), "application/octet-stream");
    }

    #[test]
    fn nothing_outside_the_folder_is_found() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(file(&folder, "site.rs").is_some());
        assert!(file(&folder, "../Cargo.toml").is_none());
        assert!(file(&folder, "").is_none());
    }
}
