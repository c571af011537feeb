//! What the world around a widget is told: the document whose page it is, the host of its frame, or the host of its
//! element.

use super::value::{script, set};
use crate::edition::{Language, Plain};
use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Document, Element, Event, HtmlElement, ResizeObserver, Window};

/// The version of the messages that a frame sends.
const VERSION: u8 = 1;

/// Who is told.
pub(super) enum Outlet {
    /// The widget is a page of its own, perhaps in a frame.
    Page { document: Document, host: Option<Window> },
    /// The widget stands in this element.
    Element(HtmlElement),
}

/// What the host of a widget is told.
#[derive(Clone, Copy)]
pub(super) enum News {
    /// The answers have changed.
    Change,
    /// A result is shown.
    Result,
}

impl News {
    fn name(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Result => "result",
        }
    }
}

impl Outlet {
    /// The page of this window.
    pub(super) fn page(window: &Window, document: Document) -> Self {
        let host = window.parent().ok().flatten().filter(|host| host != window);
        Self::Page { document, host }
    }

    /// Whether the page is shown in a frame: its address goes with the frame.
    pub(super) fn is_framed(&self) -> bool {
        matches!(self, Self::Page { host: Some(_), .. })
    }

    /// Gives the document its title, its language and the direction of that, where the widget is all of it.
    pub(super) fn name(&self, title: &str, language: &Language) {
        let Self::Page { document, .. } = self else { return };
        // Browsers lay a whole page out anew for a language that is written, be it the same one.
        if document.title() != title {
            document.set_title(title);
        }
        let Some(root) = document.document_element() else { return };
        // A document that says no direction runs from left to right.
        for (name, value, unsaid) in [("lang", language.tag.as_str(), ""), ("dir", language.direction.word(), "ltr")] {
            if root.get_attribute(name).as_deref().unwrap_or(unsaid) != value {
                let _ = root.set_attribute(name, value);
            }
        }
    }

    /// Tells the host what became of the answers: by an event of the element, or by a message out of the frame.
    pub(super) fn tell(&self, news: News, detail: &Plain) {
        let detail = script(detail);
        match self {
            Self::Page { host, .. } => {
                if let Some(host) = host {
                    post(host, news.name(), "detail", &detail);
                }
            }
            Self::Element(element) => {
                let init = CustomEventInit::new();
                init.set_bubbles(true);
                init.set_composed(true);
                init.set_detail(&detail);
                let event = CustomEvent::new_with_event_init_dict(&format!("peer-map:{}", news.name()), &init);
                // Whatever a listener throws is the host's, and the browser reports it.
                let _ = event.and_then(|event| element.dispatch_event(&event));
            }
        }
    }

    /// Tells the host of a frame how high the widget is, now and whenever that changes. Links out of a frame open beside
    /// the host's page: few sites let themselves be framed.
    pub(super) fn attend(&self, widget: &Element) {
        let Self::Page { document, host: Some(host) } = self else { return };
        if let (Ok(base), Some(head)) = (document.create_element("base"), document.head()) {
            let _ = base.set_attribute("target", "_blank");
            let _ = head.append_child(&base);
        }
        let told = Rc::new(Cell::new(0.0));
        let (to, measured, last) = (host.clone(), widget.clone(), Rc::clone(&told));
        let observe = Closure::<dyn FnMut()>::new(move || {
            let height = measured.get_bounding_client_rect().height().ceil();
            // The height depends on the width alone, so that telling it never changes it.
            if height > 0.0 && last.replace(height) != height {
                post_height(&to, height);
            }
        });
        if let Ok(observer) = ResizeObserver::new(observe.as_ref().unchecked_ref()) {
            observer.observe(widget);
            // Both last as long as the page.
            observe.forget();
        }
        let (to, window) = (host.clone(), document.default_view());
        if let Some(window) = window {
            let asked = move |event: &Event| {
                // The script of the host may come later than the frame.
                if told.get() > 0.0 && is_hello(event) {
                    post_height(&to, told.get());
                }
            };
            EventListener::new(&window, "message", asked).forget();
        }
    }
}

/// Whether a message is that of the script that serves hosts of frames, which has just come.
fn is_hello(message: &Event) -> bool {
    let data = Reflect::get(message, &"data".into());
    let source = data.and_then(|data| Reflect::get(&data, &"source".into()));
    source.is_ok_and(|source| source == "peer-map-frame")
}

fn post_height(host: &Window, height: f64) {
    let height = JsValue::from_f64(height);
    post(host, "resize", "height", &height);
    post_to_amp(host, &height);
}

/// Posts a message of ours. It goes to whoever shows the frame: the page cannot know who that is, and says nothing that the
/// host's reader has not answered there.
fn post(host: &Window, kind: &str, key: &str, value: &JsValue) {
    let message = Object::new();
    set(&message, "source", &"peer-map".into());
    set(&message, "version", &VERSION.into());
    set(&message, "type", &kind.into());
    set(&message, key, value);
    let _ = host.post_message(&message, "*");
}

/// The message by which hosts that know AMP size any frame (amp-iframe: `embed-size`).
fn post_to_amp(host: &Window, height: &JsValue) {
    let message = Object::new();
    set(&message, "sentinel", &"amp".into());
    set(&message, "type", &"embed-size".into());
    set(&message, "height", height);
    let _ = host.post_message(&message, "*");
}
