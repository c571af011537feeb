//! A link as a QR code (ISO/IEC 18004): dark on light in every theme, since not every reader of such codes reads them
//! the other way round.

use super::Scene;
use super::prose::say;
use crate::edition::Phrase;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::cell::RefCell;
use yew::{AttrValue, Html, html};

/// The light border that the standard asks for on each side, in modules.
const QUIET: i32 = 4;
/// The largest version that is drawn, of 40: 125 modules with its border, two pixels each on the narrowest phone.
const MOST: u8 = 25;
/// The largest version for the link to a group, which is read from a wall or a large screen: the largest that there is.
const MOST_OF_GROUP: u8 = 40;
/// The most modules across that are drawn four pixels wide; where there are more, they are three.
const WIDE: i32 = 53;

/// The code that was drawn last. To choose its mask takes longer than all else of a panel, and most renderings are for
/// another reason, such as a pointer over the map.
#[derive(Default)]
pub(super) struct Last(RefCell<Option<(String, Option<Drawing>)>>);

/// A code as one path.
#[derive(Clone)]
struct Drawing {
    version: u8,
    /// Modules across, with the border.
    side: i32,
    path: AttrValue,
}

impl Last {
    /// The drawing of a link; none where it is too long for one.
    fn of(&self, link: &str, most: u8) -> Option<Drawing> {
        let mut last = self.0.borrow_mut();
        match &*last {
            Some((of, drawing)) if of == link => drawing.clone(),
            _ => {
                let drawing = encode(link, most).map(|code| draw(&code));
                *last = Some((link.to_owned(), drawing.clone()));
                drawing
            }
        }
    }
}

/// The link as a code, or a sentence where it is too long for one.
pub(super) fn qr(scene: &Scene, link: &str) -> Html {
    figure(scene, &scene.memory.qr, link, MOST, Phrase::QrNote)
}

/// The same of the link to a group.
pub(super) fn group(scene: &Scene, link: &str) -> Html {
    figure(scene, &scene.memory.qr, link, MOST_OF_GROUP, Phrase::GroupQrNote)
}

/// The same of the address at which a room answers.
pub(super) fn join(scene: &Scene, address: &str) -> Html {
    figure(scene, &scene.memory.join_qr, address, MOST, Phrase::GroupJoinQr)
}

fn figure(scene: &Scene, last: &Last, link: &str, most: u8, note: Phrase) -> Html {
    let Some(Drawing { version, side, path }) = last.of(link, most) else {
        return html! { <p class="pm-note" data-qr="none">{ say(scene.edition, Phrase::QrNone) }</p> };
    };
    // In pixels of the usual text, sixteen to an em: modules of one width are what scanners look for.
    let width = side * if side > WIDE { 3 } else { 4 };
    let width = format!("{}.{:04}em", width / 16, width % 16 * 625);
    html! {
        <figure class="pm-qr" data-qr={version.to_string()} data-large={(version > MOST).then_some("true")}>
            <svg viewBox={format!("0 0 {side} {side}")} width={width} role="img" shape-rendering="crispEdges"
                aria-label={scene.edition.words[Phrase::QrTitle].text().to_owned()}>
                <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
                <path fill="#000" d={path} />
            </svg>
            <figcaption class="pm-note">{ say(scene.edition, note) }</figcaption>
        </figure>
    }
}

/// The code with the highest level of correction that its version has room for, at least M: about 15 % of it may be lost.
/// Where even `most` has no room for that, at least L: about 7 %.
fn encode(link: &str, most: u8) -> Option<QrCode> {
    // Lower-case letters leave bytes as the only mode.
    let bytes = [QrSegment::make_bytes(link.as_bytes())];
    let with =
        |ecc, most| QrCode::encode_segments_advanced(&bytes, ecc, Version::MIN, Version::new(most), None, true).ok();
    with(QrCodeEcc::Medium, most).or_else(|| if most > MOST { with(QrCodeEcc::Low, most) } else { None })
}

/// Every run of dark modules in a row, as a rectangle.
fn draw(code: &QrCode) -> Drawing {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run.max(1);
        }
    }
    Drawing { version: code.version().value(), side: code.size() + 2 * QUIET, path: path.into() }
}
