//! Fetching the files of an edition.

use super::value::plain;
use crate::edition::{Edition, Fault, Plain, RawEdition, extended};
use crate::view::Failure;
use js_sys::{Array, JSON, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, RequestInit, Response, Window};

/// How long the files of somebody else's edition may take, in milliseconds.
const PATIENCE: u32 = 30_000;

/// Where the files of editions come from.
#[derive(Clone)]
pub(super) struct Files {
    window: Window,
    /// Files that came with the page: objects by the addresses that the page names them by.
    kept: JsValue,
    /// What the content of files must be (Subresource Integrity), by their addresses.
    integrity: JsValue,
    /// How long a file may take, in milliseconds.
    patience: Option<u32>,
}

impl Files {
    pub(super) fn new(window: Window, kept: JsValue, integrity: JsValue) -> Self {
        Self { window, kept, integrity, patience: None }
    }

    /// The same files from addresses that somebody else wrote: they may lead to no end.
    pub(super) fn of_strangers(&self) -> Self {
        Self { patience: Some(PATIENCE), ..self.clone() }
    }

    /// A file as a plain value. It is asked for at once, and read when the future is awaited: two of them come side by
    /// side.
    ///
    /// # Errors
    ///
    /// Why there is none, which the console is told too.
    pub(super) fn plain(&self, address: &str) -> impl Future<Output = Result<Plain, Failure>> + use<> {
        let request = RequestInit::new();
        if let Some(patience) = self.patience {
            request.set_signal(Some(&web_sys::AbortSignal::timeout_with_u32(patience)));
        }
        let key = JsValue::from_str(address);
        let kept = Reflect::get(&self.kept, &key).ok().filter(|kept| kept.is_object());
        let response = kept.is_none().then(|| {
            if let Some(integrity) = Reflect::get(&self.integrity, &key).ok().and_then(|hash| hash.as_string()) {
                request.set_integrity(&integrity);
            }
            JsFuture::from(self.window.fetch_with_str_and_init(address, &request))
        });
        let address = address.to_owned();
        async move {
            let read = match (kept, response) {
                (Some(kept), _) => Ok(plain(&kept)),
                (None, Some(response)) => read(response).await,
                (None, None) => Err(Failure::Unreachable),
            };
            read.inspect_err(|failure| web_sys::console::warn_1(&format!("{address}: {failure:?}").into()))
        }
    }

    /// Every word of an edition in the language of `tag`, whose `own` file is on its way: what it extends is asked for when
    /// `structure` says so.
    ///
    /// # Errors
    ///
    /// Why a file of the two is not there.
    pub(super) async fn words(
        &self,
        folder: &str,
        structure: &Plain,
        tag: &str,
        own: impl Future<Output = Result<Plain, Failure>>,
    ) -> Result<Plain, Failure> {
        match extended(structure, tag) {
            Some(extended) => {
                let beneath = self.plain(&format!("{folder}{extended}.json"));
                Ok(own.await?.over(beneath.await?))
            }
            None => own.await,
        }
    }
}

async fn read(response: JsFuture) -> Result<Plain, Failure> {
    let unreachable = |_| Failure::Unreachable;
    let response: Response = response.await.and_then(|response| response.dyn_into()).map_err(unreachable)?;
    if !response.ok() {
        return Err(Failure::Status(response.status()));
    }
    // Where the server says how much there is, nothing of it is read in vain.
    let length = response.headers().get("content-length").ok().flatten().and_then(|length| length.parse().ok());
    if length.is_some_and(|length: u32| length > Failure::MOST_BYTES) {
        return Err(Failure::TooLarge);
    }
    let text = match response.body() {
        Some(body) => text(&body).await?,
        None => String::new(),
    };
    Ok(plain(&JSON::parse(&text).map_err(|_| Failure::NotJson)?))
}

/// What a stream says as UTF-8, with no more of it read than a file may have.
async fn text(body: &ReadableStream) -> Result<String, Failure> {
    let unreachable = |_| Failure::Unreachable;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let (chunks, mut bytes) = (Array::new(), 0);
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(unreachable)?;
        let Some(chunk) = Reflect::get(&read, &"value".into()).ok().filter(|chunk| chunk.is_object()) else { break };
        bytes += chunk.unchecked_ref::<Uint8Array>().length();
        if bytes > Failure::MOST_BYTES {
            // Whoever sends is told to end; nobody waits for that.
            let _ = reader.cancel();
            return Err(Failure::TooLarge);
        }
        chunks.push(&chunk);
    }
    let whole = Blob::new_with_u8_array_sequence(&chunks).map_err(unreachable)?;
    let text = JsFuture::from(whole.text()).await.map_err(unreachable)?;
    Ok(text.as_string().unwrap_or_default())
}

/// An edition in one language.
///
/// # Errors
///
/// The faults of the two files; the console is told all of them, one a line.
pub(super) fn edition(structure: &Plain, words: Plain) -> Result<Edition, Failure> {
    let read = Edition::try_from(RawEdition { structure: structure.clone(), words });
    read.map_err(|faults| faulty(&faults))
}

/// Files with faults: all of them on the console.
pub(super) fn faulty(faults: &[Fault]) -> Failure {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    web_sys::console::warn_1(&lines.join("\n").into());
    Failure::Faulty { count: lines.len(), first: lines.into_iter().next().unwrap_or_default() }
}
