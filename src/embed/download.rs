//! Saving the map as a picture: drawn out of sight, written as XML, and handed to the browser as a download.

use crate::app::State;
use crate::edition::Edition;
use crate::view::Picture;
use crate::view::poster::group::{self, Group};
use crate::view::poster::{Poster, Props, Subject, file, file_name};
use js_sys::{Array, Date, Promise, encode_uri_component};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
    Window, XmlSerializer,
};
use yew::{Callback, Renderer};

/// Pixels to each unit of the picture: some 250 to each inch of A4.
const SCALE: u32 = 2;
/// How long a download may take to begin, in milliseconds: the address of a picture is gone after that.
const KEPT: i32 = 60_000;

/// Saves what `state` shows.
///
/// # Errors
///
/// What the browser says when it cannot make or hand out the picture.
pub(super) async fn save(
    window: &Window,
    edition: Rc<Edition>,
    state: &State,
    address: String,
    picture: Picture,
) -> Result<(), JsValue> {
    let (subject, group) = match Group::of(state) {
        Some(group) => (None, Some(group)),
        None => (Subject::of(&edition, state), None),
    };
    let name = if group.is_some() { group::file_name(&edition) } else { file_name(&edition, subject.as_ref()) };
    let svg = drawn(window, Props { edition, subject, group, address, date: today(), drawn: Callback::noop() }).await?;
    match picture {
        Picture::Svg => hand_out(window, &svg_blob(&svg)?, &format!("{name}.svg")),
        Picture::Png => hand_out(window, &png_blob(window, &svg).await?, &format!("{name}.png")),
    }
}

/// The day where the reader is, as YYYY-MM-DD.
pub(super) fn today() -> String {
    let now = Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

fn document(window: &Window) -> Result<web_sys::Document, JsValue> {
    window.document().ok_or_else(|| JsValue::from_str("no document"))
}

/// The picture as a file of SVG. It is drawn in an element that is in no document, so nothing of it is ever seen.
async fn drawn(window: &Window, props: Props) -> Result<String, JsValue> {
    let host = document(window)?.create_element("div")?;
    let mut app = None;
    let ready = Promise::new(&mut |resolve, _| {
        let drawn = Callback::from(move |()| {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
        let props = Props { drawn, ..props.clone() };
        app = Some(Renderer::<Poster>::with_root_and_props(host.clone(), props).render());
    });
    JsFuture::from(ready).await?;
    let svg = host.first_element_child().ok_or("nothing was drawn");
    let svg = XmlSerializer::new().and_then(|serializer| serializer.serialize_to_string(&*svg?));
    if let Some(app) = app {
        app.destroy();
    }
    Ok(file(&svg?))
}

fn svg_blob(svg: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &kind)
}

/// The picture in pixels. A data address works under policies that know no blobs, and taints no canvas.
async fn png_blob(window: &Window, svg: &str) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let (width, height) = (SCALE * image.natural_width(), SCALE * image.natural_height());
    let canvas: HtmlCanvasElement = document(window)?.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or("no canvas")?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    let blob = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        }
    });
    // Where there is no memory for it, the blob is null.
    JsFuture::from(blob).await?.dyn_into()
}

/// Saves a text as a file of this kind and name.
///
/// # Errors
///
/// What the browser says when it cannot hand it out.
pub(super) fn save_text(window: &Window, text: &str, kind: &str, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    hand_out(window, &blob, name)
}

fn hand_out(window: &Window, blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document(window)?.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some engines ask for the picture only after the click.
    let forget = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), KEPT)?;
    Ok(())
}
