//! What assistive technology is told: the tree that Chromium computes.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{page::Page, screen::send};

/// Roles that are structure to the browser alone, and parts of what has a name already.
const SILENT: [&str; 12] = [
    "none",
    "generic",
    "StaticText",
    "InlineTextBox",
    "LineBreak",
    "paragraph",
    "ListMarker",
    "RootWebArea",
    "LabelText",
    "SvgRoot",
    "strong",
    "Legend",
];
/// Roles that matter by what they hold, and are told only if they have a name of their own.
const BARE: [&str; 18] = [
    "list",
    "listitem",
    "row",
    "rowgroup",
    "cell",
    "term",
    "definition",
    "DescriptionList",
    "form",
    "time",
    "Figcaption",
    "code",
    "option",
    "emphasis",
    "sectionheader",
    "sectionfooter",
    "article",
    "group",
];
/// What is said of a thing besides its name, if it is so.
const STATES: [&str; 9] =
    ["checked", "disabled", "expanded", "focused", "invalid", "level", "live", "pressed", "readonly"];

impl Page {
    /// Every control, figure, heading and region of the document, in reading order, a line each: role, name, description and
    /// state. Only Chromium tells them.
    ///
    /// # Errors
    ///
    /// If the browser does not.
    pub async fn spoken(&self) -> Result<Vec<String>> {
        send(self, "Accessibility.enable", json!({})).await?;
        let tree = send(self, "Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().context("Chromium told no tree")?;
        Ok(in_order(nodes).into_iter().filter_map(line).collect())
    }
}

/// The nodes in the order of the document, where Chromium lists them level by level.
fn in_order(nodes: &[Value]) -> Vec<&Value> {
    let node = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id);
    let mut ahead: Vec<&Value> = nodes.first().into_iter().collect();
    let mut ordered = Vec::new();
    while let Some(next) = ahead.pop() {
        ordered.push(next);
        let children = next["childIds"].as_array();
        ahead.extend(children.into_iter().flatten().rev().filter_map(node));
    }
    ordered
}

fn line(node: &Value) -> Option<String> {
    let text =
        |part: &str| node[part]["value"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let (role, name, description) = (text("role"), text("name"), text("description"));
    let silent = node["ignored"] == true || SILENT.contains(&role.as_str());
    if silent || BARE.contains(&role.as_str()) && name.is_empty() {
        return None;
    }
    let mut line = format!("{role} \"{name}\"");
    if !description.is_empty() {
        line += &format!(" – {description}");
    }
    for property in node["properties"].as_array().into_iter().flatten() {
        let (state, value) = (property["name"].as_str()?, &property["value"]["value"]);
        if STATES.contains(&state) && *value != false && value != "false" {
            line += &format!(" [{state} {}]", value.to_string().trim_matches('"'));
        }
    }
    Some(line)
}
