//! The colours and other values that hosts may set, with what they are where no host does: read off the style sheets.

use anyhow::{Context, Result};
use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../styles/tokens.css");
const BASE: &str = include_str!("../../styles/base.css");

/// What every public custom property begins with.
pub const PREFIX: &str = "--peer-map-";

/// A custom property that hosts may set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its name after `--peer-map-`.
    pub name: String,
    /// What it is in the light theme.
    pub light: String,
    /// What it is in the dark theme; the same where themes make no difference.
    pub dark: String,
}

/// Every public token, in the order of the sheets.
///
/// # Errors
///
/// If the sheets are not laid out as they are read here.
pub fn tokens() -> Result<Vec<Token>> {
    let (light, rest) =
        TOKENS.split_once("@media (prefers-color-scheme: dark)").context("tokens.css has no dark theme.")?;
    let (auto, rest) = rest.split_once(".peer-map[data-theme=\"dark\"]").context("tokens.css has no chosen theme.")?;
    let (dark, common) = rest.split_once('}').context("tokens.css ends within a theme.")?;
    let dark_values: BTreeMap<String, String> = values(dark).into_iter().collect();
    anyhow::ensure!(values(auto) == values(dark), "The dark theme is not the same for a device and for a host.");
    let mut tokens: Vec<Token> = Vec::new();
    for (name, light) in values(light).into_iter().chain(values(common)).chain(values(BASE)) {
        let dark = dark_values.get(&name).unwrap_or(&light).clone();
        if !tokens.iter().any(|token| token.name == name) {
            tokens.push(Token { name, light, dark });
        }
    }
    Ok(tokens)
}

/// Names and values of `var(--peer-map-NAME, VALUE)`, in order.
fn values(css: &str) -> Vec<(String, String)> {
    let calls = css.split("var(--peer-map-").skip(1);
    let value = |call: &str| {
        let (name, rest) = call.split_once(',')?;
        let mut depth = 1;
        let end = rest.find(|character| {
            depth += i32::from(character == '(') - i32::from(character == ')');
            depth == 0
        })?;
        Some((name.to_owned(), rest[..end].trim().to_owned()))
    };
    calls.filter_map(value).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test speaks by failing")]
mod tests {
    use super::*;

    #[test]
    fn tokens_have_the_values_of_the_sheets() {
        let tokens = tokens().unwrap();
        let of = |name: &str| tokens.iter().find(|token| token.name == name).unwrap();
        assert_eq!((of("accent").light.as_str(), of("accent").dark.as_str()), ("#0e5566", "#86cdd8"));
        assert_eq!(of("radius").light, of("radius").dark);
        assert_eq!(of("max-width").light, "73em");
        let used = [TOKENS, BASE].concat().matches("var(--peer-map-").count();
        assert!(used > tokens.len() && tokens.len() > 20, "{} tokens", tokens.len());
    }
}
