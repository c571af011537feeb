//! Lengths of the style sheets, computed in pixels for a container of some width.

#![allow(dead_code, reason = "each test file uses its part")]

use crate::sheets::{Rule, sheet, split};

/// One em, in pixels, where neither the reader nor the host asks for other text.
pub const EM: f64 = 16.0;

/// The sheets that lay out the map, in a container.
pub struct Container {
    /// Its width in pixels.
    pub width: f64,
    rules: Vec<Rule>,
}

impl Container {
    pub fn new(width: f64) -> Self {
        let mut rules: Vec<Rule> =
            ["tokens", "base", "result", "territory", "mark"].into_iter().flat_map(sheet).collect();
        rules.retain(|rule| rule.conditions.iter().all(|condition| holds(condition, width)));
        Self { width, rules }
    }

    /// The value of a property for these selectors, the most specific last.
    pub fn get(&self, selectors: &[&str], property: &str) -> Option<&str> {
        let find = |selector: &&str| {
            self.rules.iter().rev().filter(|rule| rule.is_for(selector)).find_map(|rule| rule.get(property))
        };
        selectors.iter().rev().find_map(find)
    }

    /// A length in pixels, where `whole` is 100 %.
    pub fn length(&self, selectors: &[&str], property: &str, whole: f64) -> Option<f64> {
        self.get(selectors, property).map(|value| self.compute(selectors, value, whole))
    }

    /// Computes what CSS writes as one value: sums, products, `min`, `max`, `calc` and `var`.
    pub fn compute(&self, selectors: &[&str], value: &str, whole: f64) -> f64 {
        let value = value.trim();
        let again = |value: &str| self.compute(selectors, value, whole);
        for (sign, apply) in OPERATIONS {
            if let Some((left, right)) = halves(value, sign) {
                return apply(again(left), again(right));
            }
        }
        let Some((function, inner)) = value.strip_suffix(')').and_then(|value| value.split_once('(')) else {
            return number(value, whole);
        };
        let parts = split(inner);
        match function {
            "" | "calc" => again(inner),
            "min" => parts.iter().map(|part| again(part)).fold(f64::INFINITY, f64::min),
            "max" => parts.iter().map(|part| again(part)).fold(f64::NEG_INFINITY, f64::max),
            // A host may set what has a second part.
            "var" => again(self.get(&[&[".peer-map"], selectors].concat(), &parts[0]).unwrap_or_else(|| &parts[1])),
            _ => panic!("cannot compute {value}"),
        }
    }
}

/// Whether a condition holds in a container of this width, on a screen without wishes.
fn holds(condition: &str, width: f64) -> bool {
    let least = condition.strip_prefix("@container peer-map (min-width: ").and_then(|rest| rest.strip_suffix("em)"));
    condition.starts_with("@layer") || least.is_some_and(|least| width >= EM * least.parse::<f64>().unwrap())
}

type Operation = (&'static str, fn(f64, f64) -> f64);

/// What binds least comes first.
const OPERATIONS: [Operation; 4] =
    [(" + ", |a, b| a + b), (" - ", |a, b| a - b), (" * ", |a, b| a * b), (" / ", |a, b| a / b)];

/// What stands before and after the last sign that no bracket holds.
fn halves<'v>(value: &'v str, sign: &str) -> Option<(&'v str, &'v str)> {
    let open = |text: &str| text.matches('(').count() == text.matches(')').count();
    let at = value.rmatch_indices(sign).map(|(at, _)| at).find(|at| open(&value[..*at]))?;
    Some((&value[..at], &value[at + sign.len()..]))
}

fn number(value: &str, whole: f64) -> f64 {
    let units = [("em", EM), ("%", whole / 100.0), ("px", 1.0), ("", 1.0)];
    let read = |(unit, size): (&str, f64)| Some(value.strip_suffix(unit)?.parse::<f64>().ok()? * size);
    units.into_iter().find_map(read).unwrap_or_else(|| panic!("cannot compute {value}"))
}
