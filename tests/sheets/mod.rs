//! The style sheets as rules, as far as the tests ask: no nesting but that of conditions, and no quoted braces.

#![allow(dead_code, reason = "each test file uses its part")]

use std::path::Path;

/// A rule of a style sheet.
#[derive(Debug)]
pub struct Rule {
    /// The at-rules around it, from the outermost, such as `@layer tokens`.
    pub conditions: Vec<String>,
    /// Its selectors.
    pub selectors: Vec<String>,
    /// Its declarations, names and values.
    pub declarations: Vec<(String, String)>,
}

impl Rule {
    /// The value of a property; the last one counts.
    pub fn get(&self, property: &str) -> Option<&str> {
        self.declarations.iter().rev().find(|(name, _)| name == property).map(|(_, value)| value.as_str())
    }

    /// Whether one of its conditions begins like this.
    pub fn within(&self, condition: &str) -> bool {
        self.conditions.iter().any(|one| one.starts_with(condition))
    }

    pub fn is_for(&self, selector: &str) -> bool {
        self.selectors.iter().any(|one| one == selector)
    }
}

/// The rules of a sheet, in its order.
pub fn sheet(name: &str) -> Vec<Rule> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("styles/{name}.css"));
    rules(&std::fs::read_to_string(path).unwrap())
}

/// The names of all sheets.
pub fn names() -> Vec<String> {
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("styles")).unwrap();
    let name = |file: std::io::Result<std::fs::DirEntry>| file.unwrap().file_name().into_string().unwrap();
    files.map(name).filter_map(|file| file.strip_suffix(".css").map(str::to_owned)).collect()
}

fn rules(css: &str) -> Vec<Rule> {
    let css = without_comments(css);
    let (mut rules, mut conditions, mut rest) = (Vec::new(), Vec::new(), css.as_str());
    while let Some(at) = rest.find(['{', '}', ';']) {
        let (before, after) = (rest[..at].trim(), &rest[at + 1..]);
        let mark = rest.as_bytes()[at];
        rest = after;
        match mark {
            b'{' if before.starts_with('@') => conditions.push(before.to_owned()),
            b'{' => {
                let (body, after) = after.split_once('}').unwrap();
                rules.push(rule(&conditions, before, body));
                rest = after;
            }
            b'}' => drop(conditions.pop()),
            _ => {}
        }
    }
    assert!(conditions.is_empty(), "braces that do not match");
    rules
}

fn rule(conditions: &[String], selectors: &str, body: &str) -> Rule {
    let declarations = body.split(';').filter_map(|declaration| declaration.split_once(':'));
    Rule {
        conditions: conditions.to_vec(),
        selectors: split(selectors),
        declarations: declarations.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect(),
    }
}

/// The parts of a list, at the commas that no bracket holds.
pub fn split(list: &str) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for character in list.chars() {
        depth += i32::from(character == '(') - i32::from(character == ')');
        match character {
            ',' if depth == 0 => parts.push(String::new()),
            _ => parts.last_mut().unwrap().push(character),
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

fn without_comments(css: &str) -> String {
    let mut pieces = css.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    first + &pieces.map(|piece| piece.split_once("*/").unwrap().1).collect::<String>()
}
