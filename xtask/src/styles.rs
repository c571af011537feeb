//! Joins `styles/*.css` into the one style sheet that is shipped.
//!
//! Trunk runs this before each build, so that the widget has one file per view module to read and one to fetch.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;

/// What index.html gives to Trunk, which ships it as `peer-map.css`.
const BUNDLE: &str = "target/styles/peer-map.css";

/// Writes the joined style sheet to `target/styles`, if it changed.
///
/// # Errors
///
/// If there are no style sheets, or one cannot be read.
pub fn write_bundle(workspace: &Workspace) -> Result<()> {
    let bundle = joined(&workspace.root().join("styles"))?;
    let path = workspace.root().join(BUNDLE);
    // An unchanged file must stay untouched, or a watching Trunk would build without end.
    if fs::read_to_string(&path).is_ok_and(|old| old == bundle) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    }
    fs::write(&path, bundle).with_context(|| format!("{} cannot be written", path.display()))
}

fn joined(folder: &Path) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut sheets: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_css(path)).collect();
    if sheets.is_empty() {
        bail!("{} has no style sheet: at least tokens.css belongs there.", folder.display());
    }
    sheets.sort_by_key(|path| place_in_cascade(path));
    let mut bundle = String::new();
    for sheet in sheets {
        let css = fs::read_to_string(&sheet).with_context(|| format!("{} cannot be read", sheet.display()))?;
        bundle.push_str(&without_comments(&css));
    }
    Ok(bundle)
}

fn is_css(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "css")
}

/// Tokens (which also declare the order of layers), then the base, then each view by name, then states, then print.
fn place_in_cascade(path: &Path) -> (u8, String) {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let rank = match name.as_str() {
        "tokens" => 0,
        "base" => 1,
        "states" => 3,
        "print" => 4,
        _ => 2,
    };
    (rank, name)
}

/// Drops comments, indentation and empty lines; strings keep theirs.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let (text, after) = match from.as_bytes() {
            [b'/', b'*', ..] => ("", &from[end_of_comment(from)..]),
            [b'/', ..] => from.split_at(1),
            _ => from.split_at(end_of_string(from)),
        };
        kept.push_str(text);
        rest = after;
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn end_of_comment(from: &str) -> usize {
    from[2..].find("*/").map_or(from.len(), |at| at + 4)
}

/// The length of the quoted string at the start of `from`, both quotes included.
fn end_of_string(from: &str) -> usize {
    let mut characters = from.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    while let Some((at, character)) = characters.next() {
        if character == '\\' {
            characters.next();
        } else if Some(character) == quote {
            return at + 1;
        }
    }
    from.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_follow_the_cascade() {
        let mut names =
            ["states.css", "result.css", "print.css", "base.css", "question.css", "tokens.css"].map(Path::new);
        names.sort_by_key(|path| place_in_cascade(path));
        let expected =
            ["tokens.css", "base.css", "question.css", "result.css", "states.css", "print.css"].map(Path::new);
        assert_eq!(names, expected);
    }

    #[test]
    fn comments_and_indentation_go() {
        let css = "/* a */\n@layer base {\n  a::after { content: \"/* kept */ \\\" \"; } /* b */\n}\n";
        assert_eq!(without_comments(css), "@layer base {\na::after { content: \"/* kept */ \\\" \"; }\n}\n");
        assert_eq!(without_comments("a { background: url(./a/b.svg) }/* open"), "a { background: url(./a/b.svg) }\n");
    }
}
