//! The themes of the page: the colours that the tokens have on screens and on paper, and what is measured on them.

use crate::colour::Colour;
use crate::sheets::{Rule, sheet};
use std::collections::{BTreeMap, BTreeSet};

/// The least contrast of text.
pub const TEXT: f64 = 4.5;
/// The least contrast of parts of figures.
pub const PART: f64 = 3.0;

/// The colours of a theme, and how opaque a wash is.
pub struct Theme {
    pub name: &'static str,
    pub colours: BTreeMap<String, Colour>,
    pub wash: f64,
    faults: Vec<String>,
    /// The least of every measure, to be read with `--nocapture`.
    least: BTreeMap<String, (f64, String)>,
}

impl Theme {
    fn new(name: &'static str, is_it: impl Fn(&Rule) -> bool) -> Self {
        let rules: Vec<Rule> = sheet("tokens").into_iter().filter(is_it).collect();
        let all = rules.iter().flat_map(|rule| &rule.declarations);
        let colours = all.filter_map(|(name, value)| {
            // What a host may set has ours after the comma.
            let ours = value.split_once(',').map_or(value.as_str(), |(_, ours)| ours.trim().trim_end_matches(')'));
            Some((name.strip_prefix("--_")?.to_owned(), Colour::hex(ours)?))
        });
        let colours = colours.collect();
        let wash = rules.iter().rev().find_map(|rule| rule.get("--_wash")).unwrap().parse().unwrap();
        Self { name, colours, wash, faults: Vec::new(), least: BTreeMap::new() }
    }

    /// The colour of a token.
    pub fn get(&self, name: &str) -> Colour {
        *self.colours.get(name).unwrap_or_else(|| panic!("no colour --_{name} in the {} theme", self.name))
    }

    /// The colour of a hue, by its number.
    pub fn hue(&self, hue: u16) -> Colour {
        self.get(&format!("hue-{hue}"))
    }

    /// Keeps a measure, and a fault where it is too little.
    pub fn expect(&mut self, what: &str, least: f64, found: f64, of: String) {
        if found < least {
            self.faults.push(format!("{}: {of} is {found:.2}, not {least}", self.name));
        }
        let lowest = self.least.entry(what.to_owned()).or_insert((f64::INFINITY, String::new()));
        if found < lowest.0 {
            *lowest = (found, of);
        }
    }

    /// Checks colours of text on another colour.
    pub fn text(&mut self, on: &str, below: Colour, names: &[&str]) {
        for name in names {
            self.expect("text", TEXT, self.get(name).contrast(below), format!("{name} on {on}"));
        }
    }

    /// Checks colours of parts of figures on another colour.
    pub fn parts(&mut self, on: &str, below: Colour, names: &[&str]) {
        for name in names {
            self.expect("part", PART, self.get(name).contrast(below), format!("{name} on {on}"));
        }
    }
}

/// The themes of screens: light and dark.
pub fn screens() -> [Theme; 2] {
    [Theme::new("light", is_light), Theme::new("dark", |rule| rule.is_for(".peer-map[data-theme=\"dark\"]"))]
}

/// The theme of paper. What it does not set is as on the screen before; that must be the same in both themes there.
pub fn paper() -> Theme {
    Theme::new("print", |rule| is_light(rule) || is_for_paper(rule))
}

/// The names of the colours that paper has of its own.
pub fn set_for_paper() -> BTreeSet<String> {
    Theme::new("print", is_for_paper).colours.into_keys().collect()
}

fn is_light(rule: &Rule) -> bool {
    rule.is_for(".peer-map") && rule.conditions == ["@layer tokens"]
}

fn is_for_paper(rule: &Rule) -> bool {
    rule.within("@media print") && rule.is_for(".peer-map.peer-map")
}

/// Runs a check in these themes and says every fault.
pub fn check(themes: impl IntoIterator<Item = Theme>, check: impl Fn(&mut Theme)) {
    let mut faults = Vec::new();
    for mut theme in themes {
        check(&mut theme);
        for (what, (least, of)) in &theme.least {
            println!("{} {what}: at least {least:.2}, {of}", theme.name);
        }
        assert!(!theme.least.is_empty(), "nothing was measured");
        faults.append(&mut theme.faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
