//! Keeps markup from being parsed: whatever a code, a link, an edition or a name holds, the widget makes elements and text of it
//! one by one. What browsers guard by Trusted Types (<https://www.w3.org/TR/trusted-types/>) is not there at all.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};

use crate::{isolate::GLUE, sizes::files, workspace::Workspace};

/// What parses a text as markup, or as a program.
const SINKS: [&str; 11] = [
    ".innerHTML",
    ".outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "createContextualFragment",
    "DOMParser",
    "parseHTMLUnsafe",
    "document.write",
    "srcdoc",
    "eval(",
    "new Function",
];

/// Where the sources of what runs in pages lie.
const SOURCES: [&str; 2] = ["src", "web"];

/// How wasm-bindgen writes the setter that Yew has for markup (`Html::from_html_unchecked`), which no view of ours uses.
const SETTER: &str = "arg0.innerHTML = getStringFromWasm0(arg1, arg2);";
const REFUSAL: &str = "throw new TypeError(\"markup is not parsed\");";

/// Takes from the glue of `dist/` the one place that parses markup.
///
/// # Errors
///
/// If the glue cannot be read or written, or parses markup otherwise than Yew did so far.
pub fn refuse_in_glue(workspace: &Workspace) -> Result<()> {
    let path = workspace.dist().join(GLUE);
    let glue = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    fs::write(&path, refused(&glue)?).with_context(|| format!("{} cannot be written", path.display()))
}

fn refused(glue: &str) -> Result<String> {
    ensure!(glue.matches(SETTER).count() == 1, "{GLUE} does not set markup as Yew did so far.");
    Ok(glue.replace(SETTER, REFUSAL))
}

/// Checks that nothing in `dist/`, or in the sources of what runs in pages, parses markup.
///
/// # Errors
///
/// Names each file that does, and by what.
pub fn check(workspace: &Workspace) -> Result<()> {
    let dist = workspace.dist();
    let mut found = Vec::new();
    for folder in SOURCES.map(|source| workspace.root().join(source)).into_iter().chain([dist]) {
        for file in files(&folder)?.into_iter().filter(|file| is_program(file)) {
            let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            let name = file.strip_prefix(workspace.root()).unwrap_or(&file).display();
            found.extend(sinks(&text).map(|sink| format!("{name} has {sink}")));
        }
    }
    if !found.is_empty() {
        bail!("Markup would be parsed: {}.", found.join(", "));
    }
    Ok(())
}

fn is_program(file: &Path) -> bool {
    file.extension().is_some_and(|extension| ["js", "html", "rs"].iter().any(|program| extension == *program))
}

fn sinks(text: &str) -> impl Iterator<Item = &'static str> {
    SINKS.into_iter().filter(move |sink| text.contains(sink))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    #[test]
    fn the_glue_has_none_left() {
        let glue = format!("__wbg_set_innerHTML_7af5: function(arg0, arg1, arg2) {{ {SETTER} }}");
        let refused = refused(&glue).unwrap();
        assert!(refused.contains(REFUSAL), "{refused}");
        assert_eq!(sinks(&refused).count(), 0, "{refused}");
    }

    #[test]
    fn a_glue_that_has_another_is_refused() {
        for glue in ["", "arg0.innerHTML = arg1;", &[SETTER, SETTER].concat()] {
            assert!(refused(glue).unwrap_err().to_string().contains("does not set markup"), "{glue}");
        }
    }

    #[test]
    fn each_sink_is_found() {
        for sink in SINKS {
            assert_eq!(sinks(&format!("a.b; {sink}c")).collect::<Vec<_>>(), [sink]);
        }
        assert_eq!(sinks("element.textContent = text; evaluate(text)").count(), 0);
    }
}
