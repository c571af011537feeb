//! QR codes, drawn without a browser and read back from their pixels: each is the link that stands beside it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod markup;

use edition_files::{LANGUAGES, edition, english, random};
use markup::{between, unescaped};
use peer_map::app::{Action, LinkKind};
use peer_map::edition::Edition;
use peer_map::link::{Name, Programme, encode, encode_group};
use peer_map::view::{Props, Root, Sharing};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use rqrr::{MetaData, PreparedImage};
use std::rc::Rc;
use yew::LocalServerRenderer;

const USUAL: &str = "https://example.org/peer-map/";
const CODE: &str = "ps1-k13w14d2f4p14h3-g";
/// Every option that may be combined: no code is longer.
const LONGEST: &str = "k1234 w1234567 d0 f1234 p123456 h0";

/// The section of a result that shares it.
async fn section(edition: &Rc<Edition>, address: &str, code: &str, link: LinkKind) -> String {
    let opening = vec![Action::LinkOpened(code.to_owned()), Action::LinkChosen(link)];
    let sharing = Sharing { menu: true, previews: true };
    let props = Props { opening, sharing, address: address.to_owned(), ..Props::new(Rc::clone(edition)) };
    let html = LocalServerRenderer::<Root>::with_props(props).hydratable(false).render().await;
    html.split_once(r#"data-section="share""#).unwrap().1.to_owned()
}

/// The link in the field.
fn link(section: &str) -> String {
    let field = section.split("<input").find(|input| input.contains(r#"name="share-link""#)).unwrap();
    unescaped(between(field, r#"value=""#, "\"")[0])
}

/// What a reader of codes makes of the drawing, at this many pixels to a module.
fn read(section: &str, scale: u32) -> (MetaData, String) {
    let svg = section.split_once("<figure data-qr").unwrap().1;
    let svg = format!("<svg{}</svg>", between(svg, "<svg", "</svg>")[0]);
    let svg = svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
    assert_eq!(svg.matches("<path").count(), 1);
    let view: u32 = between(&svg, "viewBox=\"0 0 ", " ")[0].parse().unwrap();
    // Programs that draw pictures know no em.
    let width = between(&svg, " width=\"", "\"")[0];
    let svg = svg.replacen(width, &(view * scale).to_string(), 1);
    let tree = Tree::from_str(&svg, &Options::default()).unwrap();
    let side = view * scale;
    assert_eq!(tree.size().to_int_size().width(), side);
    let mut picture = Pixmap::new(side, side).unwrap();
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    let luma = |x: usize, y: usize| {
        let pixel = picture.pixel(x as u32, y as u32).unwrap();
        assert_eq!(pixel.alpha(), 255, "the paper is part of the picture");
        assert!([0, 255].contains(&pixel.red()) && pixel.red() == pixel.green() && pixel.red() == pixel.blue());
        pixel.red()
    };
    let quiet = (4 * scale) as usize;
    let side = side as usize;
    let border = |x: usize, y: usize| [x, y].iter().any(|at| *at < quiet || *at >= side - quiet);
    let all = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    assert!(all.into_iter().filter(|(x, y)| border(*x, *y)).all(|(x, y)| luma(x, y) == 255), "the quiet zone is light");
    let mut image = PreparedImage::prepare_from_greyscale(side, side, luma);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap()
}

/// Reads the code of a link and gives its version.
async fn check(edition: &Rc<Edition>, address: &str, code: &str, kind: LinkKind) -> usize {
    let section = section(edition, address, code, kind).await;
    let (meta, content) = read(&section, 3);
    assert_eq!(content, link(&section));
    // Level L is written as 1 (ISO/IEC 18004, table 12): it mends least.
    assert_ne!(meta.ecc_level, 1, "{content}");
    meta.version.0
}

#[tokio::test(flavor = "current_thread")]
async fn a_usual_link_is_no_more_than_version_five() {
    let edition = Rc::new(edition("en"));
    let section = section(&edition, USUAL, CODE, LinkKind::Private).await;
    assert_eq!(link(&section), format!("{USUAL}#{CODE}"));
    for scale in [1, 2, 4, 7] {
        let (meta, content) = read(&section, scale);
        assert_eq!(content, format!("{USUAL}#{CODE}"));
        assert!(meta.version.0 <= 5, "{:?}", meta.version);
    }
    assert!(section.contains(&format!(r#"data-qr="{}""#, read(&section, 4).0.version.0)));
}

#[tokio::test(flavor = "current_thread")]
async fn hundreds_of_codes_are_read_back() {
    let editions = LANGUAGES.map(|tag| Rc::new(edition(tag)));
    let names = [None, Some("Les Amis"), Some("同伴支持小组"), Some("👩🏽‍🤝‍👩🏿 a\u{202e}b")];
    let landmarks = english().landmarks.iter().map(|landmark| landmark.answers.clone());
    let programmes: Vec<_> = landmarks.chain((0..275).map(|seed| random(english(), seed))).collect();
    let mut versions = Vec::new();
    for (index, answers) in programmes.iter().enumerate() {
        let name = names[index % names.len()].map(|name| Name::new(name).unwrap());
        let code = encode(english(), answers, name.as_ref()).unwrap();
        let kind = if index % 2 == 0 { LinkKind::Private } else { LinkKind::Preview };
        let version = check(&editions[index % 3], USUAL, &code, kind).await;
        assert!(version <= 5 || name.is_some() || kind == LinkKind::Preview, "{code} takes version {version}");
        versions.push(version);
    }
    println!("{} codes of versions {:?} to {:?}", versions.len(), versions.iter().min(), versions.iter().max());
    assert!(versions.len() >= 300);
}

#[tokio::test(flavor = "current_thread")]
async fn the_link_of_sixty_programmes_has_a_code_and_that_of_thousands_has_none() {
    let edition = Rc::new(edition("fr"));
    let group = |count: u64| -> String {
        let programmes: Vec<Programme> =
            (0..count).map(|seed| Programme { name: None, answers: random(english(), seed) }).collect();
        encode_group(english(), &programmes).unwrap()
    };
    let code = group(60);
    let section = section(&edition, USUAL, &code, LinkKind::Private).await;
    let (meta, content) = read(&section, 3);
    assert_eq!(content, format!("{USUAL}#{code}"));
    println!("{} characters of a group take version {}", code.len(), meta.version.0);
    let many = self::section(&edition, USUAL, &group(3_000), LinkKind::Private).await;
    assert!(many.contains(r#"data-qr="none""#) && !many.contains("<figure data-qr"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_longest_link_is_read_and_a_longer_one_is_told() {
    let edition = Rc::new(edition("zh-Hans"));
    let name = Name::new(&"🌱".repeat(Name::MOST)).unwrap();
    let code = encode(english(), &edition_files::answers(LONGEST), Some(&name)).unwrap();
    let address = format!("https://www.example.org/{}/peer-map/index.html", "services-and-programmes/".repeat(4));
    let version = check(&edition, &address, &code, LinkKind::Preview).await;
    println!("{} characters of code take version {version}", code.len());
    let address = format!("https://www.example.org/{}/", "a".repeat(1_000));
    let section = section(&edition, &address, &code, LinkKind::Private).await;
    assert!(section.contains(r#"data-qr="none""#) && !section.contains("<figure data-qr"), "{section}");
    assert!(section.contains("此链接太长"));
}
