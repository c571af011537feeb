//! What a host asks of the widget: by the attributes of its element, or by the query of its page.

use crate::app::{Action, Group};
use crate::view::{Notice, Theme};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, ShadowRoot, UrlSearchParams, Window};

/// Where a host writes what it asks for.
pub(super) enum Asked<'h> {
    /// The attributes of an element.
    Attributes(&'h Element),
    /// The query of an address, from its `?` on.
    Query(&'h str),
}

impl Asked<'_> {
    /// What is asked for by this name; an empty text asks for nothing.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let asked = match self {
            Self::Attributes(element) => element.get_attribute(name),
            Self::Query(query) => UrlSearchParams::new_with_str(query).ok()?.get(name),
        };
        asked.map(|asked| asked.trim().to_owned()).filter(|asked| !asked.is_empty())
    }

    /// What is asked for, of these; the first where nothing is, or something else, which is then told.
    fn one_of<T: Copy>(&self, name: &'static str, known: &[(&'static str, T)], told: &mut Vec<Notice>) -> Option<T> {
        let (default, usual) = *known.first()?;
        let Some(value) = self.get(name) else { return Some(usual) };
        let found = known.iter().find(|(word, _)| word.eq_ignore_ascii_case(&value));
        if found.is_none() {
            told.push(Notice::Setting { name, value, default });
        }
        Some(found.map_or(usual, |(_, meant)| *meant))
    }
}

/// What is shown first, unless a code says more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mode {
    /// The questions.
    #[default]
    Flow,
    /// The whole map.
    Map,
    /// A group.
    Group,
}

impl Mode {
    /// What leads there from the first question.
    pub(super) fn opening(self) -> Option<Action> {
        match self {
            Self::Flow => None,
            Self::Map => Some(Action::MapOpened),
            Self::Group => Some(Action::Group(Group::Opened)),
        }
    }
}

/// What a host asks for, as far as the widget knows it.
#[derive(Default)]
pub(super) struct Wishes {
    /// The language by name, which may be none of the edition's.
    pub(super) language: Option<String>,
    /// The languages to choose from, most wanted first: the one by name, that of the place around, those of the browser.
    pub(super) languages: Vec<String>,
    /// The address of the folder of an edition, as it was written.
    pub(super) edition: Option<String>,
    pub(super) mode: Mode,
    pub(super) theme: Theme,
    /// The widget owns the fragment of the page's address.
    pub(super) sync: bool,
    /// What is not known, in the words of the host.
    pub(super) notices: Vec<Notice>,
}

impl Wishes {
    pub(super) fn read(window: &Window, asked: &Asked) -> Self {
        let mut notices = Vec::new();
        let language = asked.get("lang");
        let around = match asked {
            Asked::Attributes(element) => language_around(element),
            Asked::Query(_) => None,
        };
        let browser = window.navigator().languages();
        let browser = browser.iter().filter_map(|tag| tag.as_string());
        Self {
            languages: language.clone().into_iter().chain(around).chain(browser).collect(),
            language,
            edition: asked.get("edition"),
            mode: asked
                .one_of("mode", &[("flow", Mode::Flow), ("map", Mode::Map), ("group", Mode::Group)], &mut notices)
                .unwrap_or_default(),
            theme: asked
                .one_of("theme", &[("auto", Theme::Auto), ("light", Theme::Light), ("dark", Theme::Dark)], &mut notices)
                .unwrap_or_default(),
            sync: asked.one_of("sync", &[("none", false), ("hash", true)], &mut notices).unwrap_or_default(),
            notices,
        }
    }
}

/// The language of the place where an element stands, by the nearest `lang`, out of whatever shadow trees it stands in.
fn language_around(element: &Element) -> Option<String> {
    let mut place = element.clone();
    loop {
        let above = place.parent_element();
        if let Some(near) = above.and_then(|above| above.closest("[lang]").ok().flatten()) {
            return near.get_attribute("lang").filter(|tag| !tag.is_empty());
        }
        place = host(&place)?;
    }
}

/// The element whose shadow tree this one stands in.
fn host(element: &Element) -> Option<Element> {
    let root: Node = element.get_root_node();
    Some(root.dyn_into::<ShadowRoot>().ok()?.host())
}
