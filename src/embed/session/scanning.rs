//! Looking for codes with the camera, where the browser can (Shape Detection API: `BarcodeDetector`). Elsewhere the code
//! is typed.

use super::Session;
use crate::app::{Action, Group, Screen, State};
use crate::view::{Props, Scanning};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack, Window};

/// How many looks in a row must miss a code before it counts as taken away: two seconds.
const GONE: u32 = 8;
/// How long the camera rests between two looks, in milliseconds.
const REST: i32 = 250;

/// Whether the browser reads codes from pictures.
pub(super) fn scanning(window: &Window) -> Scanning {
    match detector(window) {
        Some(_) if window.navigator().media_devices().is_ok() => Scanning::Off,
        _ => Scanning::Missing,
    }
}

fn detector(window: &Window) -> Option<Function> {
    Reflect::get(window, &"BarcodeDetector".into()).ok()?.dyn_into().ok()
}

impl Session {
    /// Starts to look for codes, or stops.
    pub(super) fn scan(self: &Rc<Self>, on: bool) {
        let look = self.looks.begin();
        if !on {
            return self.set_scanning(Scanning::Off);
        }
        let session = Rc::clone(self);
        spawn_local(async move {
            if session.look(look).await.is_err() && session.looks.is(look) {
                session.set_scanning(Scanning::Failed);
            }
        });
    }

    /// The camera looks for as long as its picture is shown.
    pub(super) fn rest_camera(self: &Rc<Self>, state: &State) {
        let shown = state.screen == Screen::Group && state.overlay().is_none();
        if !shown && self.props.borrow().scanning.is_on() {
            self.scan(false);
        }
    }

    fn set_scanning(&self, scanning: Scanning) {
        let props = self.props.borrow().clone();
        self.update(Props { scanning, ..props });
    }

    /// Looks until another look, or none, is asked for. A code is added once for as long as it is held before the camera:
    /// two people may have the same.
    async fn look(self: &Rc<Self>, look: u32) -> Result<(), JsValue> {
        let formats = Object::new();
        Reflect::set(&formats, &"formats".into(), &Array::of1(&"qr_code".into()))?;
        let detector = detector(&self.window).ok_or("no detector")?;
        let detector = Reflect::construct(&detector, &Array::of1(&formats))?;
        let wanted = MediaStreamConstraints::new();
        let behind = Object::new();
        Reflect::set(&behind, &"facingMode".into(), &"environment".into())?;
        wanted.set_video(&behind);
        let stream = self.window.navigator().media_devices()?.get_user_media_with_constraints(&wanted)?;
        let stream: MediaStream = JsFuture::from(stream).await?.dyn_into()?;
        let seen = if self.looks.is(look) { self.see(look, &detector, &stream).await } else { Ok(()) };
        for track in stream.get_tracks().iter() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
        seen
    }

    async fn see(self: &Rc<Self>, look: u32, detector: &JsValue, stream: &MediaStream) -> Result<(), JsValue> {
        self.set_scanning(Scanning::On);
        let detect: Function = Reflect::get(detector, &"detect".into())?.dyn_into()?;
        let mut found: Vec<(String, u32)> = Vec::new();
        while self.looks.is(look) {
            rest(&self.window).await?;
            let video = self.widget.borrow().as_ref().and_then(|widget| widget.find("video"));
            let Some(video) = video else { continue };
            let video: HtmlVideoElement = video.unchecked_into();
            if video.src_object().is_none() {
                video.set_src_object(Some(stream));
                JsFuture::from(video.play()?).await?;
            }
            let codes: Promise = detect.call1(detector, &video)?.dyn_into()?;
            // A picture that has not come yet is no fault of the camera's.
            let Ok(codes) = JsFuture::from(codes).await else { continue };
            found.iter_mut().for_each(|(_, looks)| *looks += 1);
            for code in Array::from(&codes).iter() {
                let text = Reflect::get(&code, &"rawValue".into())?.as_string().unwrap_or_default();
                match found.iter_mut().find(|(known, _)| *known == text) {
                    Some((_, looks)) => *looks = 0,
                    None if self.looks.is(look) => {
                        found.push((text.clone(), 0));
                        self.send(Action::Group(Group::Pasted(text)));
                    }
                    None => {}
                }
            }
            found.retain(|(_, looks)| *looks < GONE);
        }
        Ok(())
    }
}

async fn rest(window: &Window) -> Result<(), JsValue> {
    let mut set = Ok(0);
    let pause = Promise::new(&mut |resolve, _| {
        set = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, REST);
    });
    set?;
    JsFuture::from(pause).await.map(|_| ())
}
