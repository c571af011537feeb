//! The style of pictures that stand alone: our layered style sheets as plain CSS, every value resolved.
//!
//! Image viewers and office programs know no custom properties, no layers and few pseudo-classes. The values still have
//! one source, the sheets of the page. Whatever here cannot be said plainly is a fault, which breaks the build.

/// What a drawing takes from a rule. Sizes, margins and motion belong to the page around it.
const DRAWN: &[&str] = &[
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
];
/// Parts of selectors that a picture has nothing for: the page around the map, and the narrow map.
const ABSENT: &[&str] = &[".is-narrow", ".pm-fig", ".pm-key", ".pm-anywhere", ".pm-letter", ".pm-glyph"];
/// States that a picture is never in.
const STATES: &[&str] = &[":hover", ":focus", ":active", ":dir(", ":lang("];
/// The custom property that a class of hue sets for what is within. Plain CSS has one such value: `color`.
const HUE: &str = "--_hue";

/// Custom properties and their values.
pub type Tokens = Vec<(String, String)>;

/// The plain style: the hues of `kinds`, then the layer `figures` of each of `sheets`, with the values of `tokens` for
/// the light theme.
///
/// # Errors
///
/// What could not be resolved.
pub fn picture_style(tokens: &str, kinds: &str, sheets: &[&str]) -> Result<String, String> {
    let tokens = light(&without_comments(tokens))?;
    let mut style = String::new();
    for (selector, body) in rules(&without_comments(kinds), "@layer components") {
        if let Some((_, hue)) = declarations(body).find(|(property, _)| *property == HUE) {
            style += &format!("{selector}{{color:{}}}\n", resolve(hue, &tokens)?);
        }
    }
    for sheet in sheets {
        for (prelude, body) in rules(&without_comments(sheet), "@layer figures") {
            style += &rule(prelude, body, &tokens)?;
        }
    }
    if style.contains(['<', '&']) {
        return Err("a style within XML cannot have < or &".to_owned());
    }
    Ok(style)
}

/// The tokens of the light theme, and those that are the same in every theme, as they are when no host sets any.
fn light(css: &str) -> Result<Tokens, String> {
    let mut tokens = Tokens::new();
    for (_, body) in rules(css, "@layer tokens").into_iter().filter(|(selector, _)| *selector == ".peer-map") {
        for (name, value) in declarations(body).filter(|(name, _)| name.starts_with("--")) {
            let value = resolve(value, &tokens)?;
            tokens.push((name.to_owned(), value));
        }
    }
    Ok(tokens)
}

/// A rule in plain CSS, or nothing if it says nothing of the drawing.
fn rule(prelude: &str, body: &str, tokens: &Tokens) -> Result<String, String> {
    let mut selectors = Vec::new();
    for selector in split(prelude, ',').into_iter().flat_map(flat) {
        let absent = ABSENT.iter().chain(STATES).any(|part| selector.contains(part));
        match selector.contains(':') {
            _ if absent => {}
            true => return Err(format!("{selector} has no plain form")),
            false => selectors.push(selector),
        }
    }
    let mut drawn = Vec::new();
    for (property, value) in declarations(body).filter(|(property, _)| DRAWN.contains(property)) {
        drawn.push(format!("{property}:{}", resolve(value, tokens)?));
    }
    if selectors.is_empty() || drawn.is_empty() {
        return Ok(String::new());
    }
    Ok(format!("{}{{{}}}\n", selectors.join(","), drawn.join(";")))
}

/// A selector without `:is()`: one for each of its alternatives.
fn flat(selector: &str) -> Vec<String> {
    let Some((before, inner, after)) = function(selector, ":is(") else { return vec![selector.to_owned()] };
    split(inner, ',').into_iter().flat_map(|one| flat(&format!("{before}{one}{after}"))).collect()
}

/// A value without `var()` and `calc()`.
fn resolve(value: &str, tokens: &Tokens) -> Result<String, String> {
    if let Some((before, inner, after)) = function(value, "var(") {
        let (name, otherwise) = inner.split_once(',').map_or((inner, None), |(name, other)| (name, Some(other.trim())));
        let known = tokens.iter().rev().find(|(token, _)| token == name.trim()).map(|(_, value)| value.as_str());
        let known = if name.trim() == HUE { Some("currentColor") } else { known };
        let known = known.or(otherwise).ok_or_else(|| format!("{name} has no value"))?;
        return resolve(&format!("{before}{known}{after}"), tokens);
    }
    if let Some((before, inner, after)) = function(value, "calc(") {
        let quotient = inner.split_once('/').and_then(|(a, b)| {
            Some((a.trim().parse::<f64>().ok()? / b.trim().parse::<f64>().ok()? * 1000.0).round() / 1000.0)
        });
        return match quotient {
            Some(quotient) => resolve(&format!("{before}{quotient}{after}"), tokens),
            // Lengths of the page; those that a drawing needs are in units of its own.
            None => Ok(value.to_owned()),
        };
    }
    Ok(value.to_owned())
}

/// What stands before, within and after the first call of a function.
fn function<'t>(text: &'t str, opening: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let (before, rest) = text.split_once(opening)?;
    let mut depth = 1;
    let end = rest.find(|character| {
        depth += i32::from(character == '(') - i32::from(character == ')');
        depth == 0
    })?;
    Some((before, &rest[..end], &rest[end + 1..]))
}

/// The pieces between separators that stand outside parentheses and quotes.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut depth, mut quoted) = (0, false);
    let pieces = text.split(|character| {
        quoted ^= character == '"';
        depth += i32::from(character == '(') - i32::from(character == ')');
        depth == 0 && !quoted && character == separator
    });
    pieces.map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

fn declarations(body: &str) -> impl Iterator<Item = (&str, &str)> {
    split(body, ';').into_iter().filter_map(|one| one.split_once(':')).map(|(name, value)| (name.trim(), value.trim()))
}

/// The rules right within the blocks of this prelude, in order. What is conditional within, such as a media query, is
/// none of them.
fn rules<'c>(css: &'c str, layer: &str) -> Vec<(&'c str, &'c str)> {
    let layers = blocks(css).into_iter().filter(|(prelude, _)| *prelude == layer);
    layers.flat_map(|(_, body)| blocks(body)).filter(|(prelude, _)| !prelude.starts_with('@')).collect()
}

/// The blocks of this text, each with what stands before its brace. Statements without a block are passed over.
fn blocks(css: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once('{') {
        let mut depth = 1;
        let end = after.find(|character| {
            depth += i32::from(character == '{') - i32::from(character == '}');
            depth == 0
        });
        let end = end.unwrap_or(after.len());
        blocks.push((before.rsplit(';').next().unwrap_or(before).trim(), &after[..end]));
        rest = after.get(end + 1..).unwrap_or("");
    }
    blocks
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, after)| after))
}
