//! Files of somebody else's edition that lead to no end.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener},
    thread,
};

use anyhow::Result;
use peer_map_browser_tests::{Page, Scenario};

use crate::host::{Host, begin, script};

pub fn scenarios() -> Vec<Scenario> {
    vec![Scenario::new("no_more_of_a_file_is_read_than_it_may_have", no_more_of_a_file_is_read_than_it_may_have)]
}

/// How much the server sends before it falls silent, with the answer still open: more than a file may have.
const SENT: usize = 1_500_000;

/// A server that begins every answer with JSON of no stated length and never ends it: whoever reads the whole waits in vain.
fn endless() -> Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || {
        for mut connection in listener.incoming().flatten() {
            thread::spawn(move || {
                let Ok(other) = connection.try_clone() else { return };
                let mut reader = BufReader::new(other);
                if !reader.by_ref().lines().map_while(Result::ok).any(|line| line.is_empty()) {
                    return;
                }
                let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nAccess-Control-Allow-Origin: *\r\n\
                            Connection: close\r\n\r\n\"";
                let body = vec![b'x'; SENT];
                let _ = connection.write_all(head.as_bytes()).and_then(|()| connection.write_all(&body));
                // There is nothing to read until whoever asked hangs up.
                let _ = reader.read(&mut [0]);
            });
        }
    });
    Ok(address)
}

async fn no_more_of_a_file_is_read_than_it_may_have(page: &Page) -> Result<()> {
    let address = endless()?;
    let host =
        Host::open(page, None, |site| format!("{}<peer-map lang=en edition=\"{address}\"></peer-map>", script(site)))
            .await?;
    let widget = host.page.widget_in("peer-map");
    widget.wait_for("[role=status], [role=alert], [data-notice], [data-problem]").await?;
    host.page
        .wait_until("document.querySelector('peer-map').shadowRoot.textContent.includes('larger than 1 MB')")
        .await?;
    begin(&widget).await?;
    host.page.take_errors().await?;
    Ok(())
}
