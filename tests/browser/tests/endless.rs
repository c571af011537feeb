//! Files of somebody else's edition that lead to no end.

use std::{
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario};

use crate::host::{Host, begin, script};

pub fn scenarios() -> Vec<Scenario> {
    vec![Scenario::new("no_more_of_a_file_is_read_than_it_may_have", no_more_of_a_file_is_read_than_it_may_have)]
}

/// How much the server would send, were it read.
const ALL: usize = 100_000_000;

/// A server that answers everything with JSON of no stated length; how much of it was taken.
fn endless() -> Result<(String, Arc<AtomicUsize>)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = format!("http://{}/", listener.local_addr()?);
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&taken);
    thread::spawn(move || {
        for mut connection in listener.incoming().flatten() {
            let counted = Arc::clone(&counted);
            thread::spawn(move || {
                let mut lines = BufReader::new(&connection).lines().map_while(Result::ok);
                if !lines.by_ref().any(|line| line.is_empty()) {
                    return;
                }
                let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nAccess-Control-Allow-Origin: *\r\n\
                            Connection: close\r\n\r\n\"";
                let mut sent = connection.write_all(head.as_bytes());
                while sent.is_ok() && counted.fetch_add(10_000, Ordering::Relaxed) < ALL {
                    sent = connection.write_all(&[b'x'; 10_000]);
                }
            });
        }
    });
    Ok((address, taken))
}

async fn no_more_of_a_file_is_read_than_it_may_have(page: &Page) -> Result<()> {
    let (address, taken) = endless()?;
    let host =
        Host::open(page, None, |site| format!("{}<peer-map lang=en edition=\"{address}\"></peer-map>", script(site)))
            .await?;
    let widget = host.page.widget_in("peer-map");
    widget.wait_for("[role=status], [role=alert], [data-notice], [data-problem]").await?;
    host.page
        .wait_until("document.querySelector('peer-map').shadowRoot.textContent.includes('larger than 1 MB')")
        .await?;
    begin(&widget).await?;
    // What is on its way, in the system's buffers and the browser's, has left the server too.
    let taken = taken.load(Ordering::Relaxed);
    ensure!(taken < ALL / 2, "{taken} bytes were taken");
    host.page.take_errors().await?;
    Ok(())
}
