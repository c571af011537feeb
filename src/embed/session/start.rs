//! From a place and its wishes to a widget that is shown.

use super::super::Listeners;
use super::super::arrival::{Before, opening};
use super::super::fetch::{self, Files};
use super::super::glossary;
use super::super::history::Address;
use super::super::latest::Latest;
use super::super::navigation::Navigation;
use super::super::outlet::Outlet;
use super::super::wishes::{Asked, Wishes};
use super::editions::Editions;
use super::scanning::scanning;
use super::{Kept, Session};
use crate::app::{Action, State};
use crate::edition::{Edition, Plain, find_language, negotiate, tags};
use crate::link::{Source, edition_of};
use crate::view::{Failure, Notice, Props, Release, Sharing};
use js_sys::{Reflect, encode_uri_component};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement, Url, Window};

/// Where a widget is to be.
pub(in super::super) struct Place {
    pub(in super::super) window: Window,
    /// The element that it is rendered into. It says where the built-in edition is (`data-edition`), which languages that has
    /// (`data-languages`), whether pages of the kinds stand beside index.html (`data-previews`), and where index.html is,
    /// if not here (`data-site`).
    pub(in super::super) host: Element,
    /// The element of somebody else's page that it belongs to; none for a page of its own.
    pub(in super::super) element: Option<HtmlElement>,
    pub(in super::super) files: Files,
    /// What is left of the widget that was there before.
    pub(in super::super) kept: Option<Kept>,
}

/// What is known of an edition from the first.
pub(in super::super) struct Loaded {
    /// The address of its folder, with a slash at its end.
    folder: String,
    structure: Plain,
    edition: Edition,
    files: Files,
}

impl Loaded {
    /// The editions that this one is the first of, and itself.
    pub(in super::super) fn into_editions(self) -> (Editions, Rc<Edition>) {
        let today = Rc::new(self.edition);
        (Editions::new(self.files, self.folder, self.structure, &today), today)
    }
}

/// Starts a widget.
///
/// # Errors
///
/// Why the built-in edition cannot be shown.
pub(in super::super) async fn start(place: Place) -> Result<Rc<Session>, Failure> {
    let Place { window, host, element, files, kept } = place;
    let mut wishes = place_wishes(&window, element.as_ref());
    // The reader may have chosen a language.
    wishes.languages.splice(0..0, kept.iter().map(|kept| kept.edition.spoken().tag.clone()));
    let loaded = load(&host, &files, &mut wishes).await?;
    let own = host.get_attribute("data-edition").is_some_and(|folder| folder == loaded.folder);
    let address = public(&window, address(&window, &host, &wishes, (!own).then_some(&loaded.folder)));
    let owned = if element.is_none() || wishes.sync { Address::new(&window, element.is_none()) } else { None };
    let (editions, today) = loaded.into_editions();
    // The page may name fewer languages than the edition has.
    let wanted: Vec<String> = [&today.spoken().tag].into_iter().chain(&wishes.languages).cloned().collect();
    let code = || code(owned.as_ref(), element.as_ref());
    let (code, edition, newer) = open_edition(&editions, &today, &wanted, code).await;
    let below = newer.is_some().then(|| (Rc::clone(&today), Rc::new(State::start(&today))));
    let mut opening = opening(&edition, owned.as_ref(), wishes.mode, code, &host);
    let told = kept.as_ref().map_or_else(Default::default, |kept| kept.told.clone());
    // What another edition was answered means nothing here, and the host is told that it is gone.
    if let Some(kept) = kept.filter(|kept| kept.edition.id() == edition.id()) {
        opening = vec![Action::Resumed(Box::new(State::clone(&kept.state)))];
    }
    let state = Rc::new(State::opened(&edition, &opening));
    let sharing = Sharing { menu: has_share_menu(&window), previews: own && host.has_attribute("data-previews") };
    let props = Props {
        newer,
        opening,
        address,
        sharing,
        notices: wishes.notices.clone(),
        theme: wishes.theme,
        release: release(&host),
        scanning: scanning(&window),
        ..Props::new(Rc::clone(&edition))
    };
    let outlet = match element {
        Some(element) => Outlet::Element(element),
        None => Outlet::page(&window, window.document().ok_or(Failure::Unreachable)?),
    };
    let session = Rc::new(Session {
        before: Before::read(&host),
        navigation: owned.map(|owned| Navigation::new(owned, &edition, state.place())),
        window,
        host,
        outlet,
        editions,
        labels: glossary::Loader::default(),
        wishes: RefCell::new(wishes),
        loads: Latest::default(),
        awaited: RefCell::default(),
        widget: RefCell::default(),
        props: RefCell::new(props),
        listeners: RefCell::new(Listeners::new()),
        shown: RefCell::new((edition, state)),
        told: RefCell::new(told),
        unasked: Cell::new(false),
        quiet: RefCell::default(),
        below: RefCell::new(below),
        saved: RefCell::default(),
        looks: Latest::default(),
    });
    session.look_for_kept();
    session.mount();
    session.outlet.attend(&session.host);
    Ok(session)
}

/// The code that the widget opens with: that of the address which it owns, and otherwise that of the element.
fn code(owned: Option<&Address>, element: Option<&HtmlElement>) -> String {
    match (owned, element) {
        (Some(owned), None) => owned.code(),
        (Some(owned), Some(_)) if edition_of(&owned.fragment(), Source::Link).is_some() => owned.fragment(),
        (_, element) => element.and_then(|element| Asked::Attributes(element).get("code")).unwrap_or_default(),
    }
}

/// The code with the edition that it needs, and today's where that is another. While a file is on its way, the host may ask
/// for another code: then that one is opened.
async fn open_edition(
    editions: &Editions,
    today: &Rc<Edition>,
    wanted: &[String],
    code: impl Fn() -> String,
) -> (String, Rc<Edition>, Option<Rc<Edition>>) {
    loop {
        let asked = code();
        let version = editions.version(&asked, Source::Link).unwrap_or(today.version);
        // Today's edition tells the reader where another could not be loaded.
        let loaded = editions.load(version, wanted).await.unwrap_or_else(|_| (Rc::clone(today), None));
        if code() == asked {
            return (asked, loaded.0, loaded.1);
        }
    }
}

fn place_wishes(window: &Window, element: Option<&HtmlElement>) -> Wishes {
    match element {
        Some(element) => Wishes::read(window, &Asked::Attributes(element)),
        None => Wishes::read(window, &Asked::Query(&window.location().search().unwrap_or_default())),
    }
}

/// The edition that the host asks for; the built-in one, if it asks for none, or for one that cannot be used.
async fn load(host: &Element, files: &Files, wishes: &mut Wishes) -> Result<Loaded, Failure> {
    let asked = wishes.edition.clone();
    let foreign = match &asked {
        Some(address) => Some(load_foreign(host, files, address, &wishes.languages).await),
        None => None,
    };
    let loaded = match foreign {
        Some(Ok(loaded)) => loaded,
        Some(Err(failure)) => {
            wishes.notices.push(Notice::Edition { address: asked.unwrap_or_default(), failure });
            built_in(host, files, &wishes.languages).await?
        }
        None => built_in(host, files, &wishes.languages).await?,
    };
    let spoken: Vec<&str> = loaded.edition.languages.iter().map(|language| language.tag.as_str()).collect();
    let unknown = wishes.language.clone().filter(|tag| find_language(tag, &spoken).is_none());
    wishes.notices.extend(unknown.map(Notice::Language));
    Ok(loaded)
}

/// The built-in edition: structure and words side by side, since the host names the languages.
///
/// # Errors
///
/// Why it cannot be used.
pub(in super::super) async fn built_in(host: &Element, files: &Files, wanted: &[String]) -> Result<Loaded, Failure> {
    let folder = host.get_attribute("data-edition").unwrap_or_default();
    let available = host.get_attribute("data-languages").unwrap_or_default();
    let available: Vec<&str> = available.split_ascii_whitespace().collect();
    let tag = available.get(negotiate(wanted.iter().map(String::as_str), &available)).copied().unwrap_or_default();
    let structure = files.plain(&format!("{folder}edition.json"));
    let own = files.plain(&format!("{folder}{tag}.json"));
    let structure = structure.await?;
    let words = files.words(&folder, &structure, tag, own).await?;
    let edition = fetch::edition(&structure, words)?;
    Ok(Loaded { folder, structure, edition, files: files.clone() })
}

async fn load_foreign(host: &Element, files: &Files, asked: &str, wanted: &[String]) -> Result<Loaded, Failure> {
    let base = host.base_uri().ok().flatten().unwrap_or_default();
    let folder = Url::new_with_base(&format!("{}/", asked.trim_end_matches('/')), &base).ok();
    let whole = |folder: &Url| folder.search().is_empty() && folder.hash().is_empty();
    let folder = folder.filter(|folder| matches!(folder.protocol().as_str(), "https:" | "http:") && whole(folder));
    let (folder, files) = (folder.ok_or(Failure::Unreachable)?.href(), files.of_strangers());
    let structure = files.plain(&format!("{folder}edition.json")).await?;
    let tags = tags(&structure);
    let available: Vec<&str> = tags.iter().map(String::as_str).collect();
    let tag = available.get(negotiate(wanted.iter().map(String::as_str), &available)).copied();
    let words = match tag {
        Some(tag) => files.words(&folder, &structure, tag, files.plain(&format!("{folder}{tag}.json"))).await?,
        // The edition says what is wrong with it.
        None => Plain::Null,
    };
    let edition = fetch::edition(&structure, words)?;
    Ok(Loaded { folder, structure, edition, files })
}

/// The address that links are built on: of the host's page, where the widget owns its fragment; otherwise of index.html,
/// which is told of an edition that is not its own.
fn address(window: &Window, host: &Element, wishes: &Wishes, foreign: Option<&String>) -> String {
    let here = window.location().href().unwrap_or_default();
    let cut = |at: &[char]| here.split(at).next().unwrap_or_default().to_owned();
    if wishes.sync {
        return cut(&['#']);
    }
    let site = host.get_attribute("data-site").map(|site| format!("{site}index.html"));
    let elsewhere = site.and_then(|site| Url::new_with_base(&site, &here).ok()).map(|site| site.href());
    let page = elsewhere.unwrap_or_else(|| cut(&['?', '#']));
    match foreign {
        Some(folder) => format!("{page}?edition={}", String::from(encode_uri_component(folder))),
        None => page,
    }
}

/// An address that others can open: a file on a disk is none, and tells whose disk it is. It may say where it is published
/// (RFC 6596). Otherwise the address is empty.
fn public(window: &Window, address: String) -> String {
    let canonical = || {
        let link = window.document()?.query_selector("link[rel=canonical]").ok()??;
        link.get_attribute("href")
    };
    let is_public = |address: &String| address.starts_with("https:") || address.starts_with("http:");
    Some(address).filter(is_public).or_else(|| canonical().filter(is_public)).unwrap_or_default()
}

/// Which software this is, as the host is marked.
fn release(host: &Element) -> Option<Release> {
    Some(Release { version: host.get_attribute("data-version")?, date: host.get_attribute("data-date")? })
}

/// Whether the device has a share menu, which only some browsers offer, and only to pages that came encrypted.
fn has_share_menu(window: &Window) -> bool {
    Reflect::get(&window.navigator(), &JsValue::from_str("share")).is_ok_and(|share| share.is_function())
}
