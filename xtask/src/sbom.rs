//! What the wasm is made of, for those who have to ask: a bill of materials (CycloneDX 1.6, ECMA-424).

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{lockfile, release::VERSION, workspace::Workspace};

/// The file, below `dist/`.
pub const FILE: &str = "sbom.json";

const WIDGET: &str = "peer-map";

/// Writes the bill of materials into `dist/`: every package whose code is compiled into the wasm, with its licence and its
/// checksum. It has no date and no number of its own, so that the same sources give the same file.
///
/// # Errors
///
/// If Cargo does not say what the widget depends on, or the file cannot be written.
pub fn write(workspace: &Workspace) -> Result<()> {
    let checksums = lockfile::checksums(workspace)?;
    let compiler = workspace.output_of("rustc", &["--version"]).context("rustc does not say its version")?;
    let bill = bill(&workspace.packages_of_wasm()?, &checksums, &compiler)?;
    let path = workspace.dist().join(FILE);
    let text = serde_json::to_string_pretty(&bill)? + "\n";
    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))
}

/// The bill, from what `cargo metadata` says, the checksums of packages by name and version, and what rustc calls itself.
fn bill(metadata: &Value, checksums: &BTreeMap<(String, String), String>, compiler: &str) -> Result<Value> {
    let packages: BTreeMap<&str, &Value> =
        array(&metadata["packages"]).map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<&str, &Value> =
        array(&metadata["resolve"]["nodes"]).map(|node| (text(&node["id"]), node)).collect();
    let widget = packages.values().find(|package| package["name"] == WIDGET).context("cargo metadata has no widget")?;
    let needed = |id: &str| -> Vec<&str> {
        let node = nodes.get(id).map_or(&Value::Null, |node| *node);
        let normal = |one: &&Value| array(&one["dep_kinds"]).any(|kind| kind["kind"].is_null());
        let found = array(&node["deps"]).filter(normal).map(|one| text(&one["pkg"]));
        found.filter(|id| packages.get(id).is_some_and(|package| !runs_in_the_compiler(package))).collect()
    };
    let mut known = BTreeSet::from([text(&widget["id"])]);
    let mut waiting = vec![text(&widget["id"])];
    while let Some(id) = waiting.pop() {
        waiting.extend(needed(id).into_iter().filter(|id| known.insert(*id)));
    }
    let of = |id: &&str| packages.get(*id).copied().with_context(|| format!("cargo metadata has no {id}"));
    let found: Vec<&Value> = known.iter().map(of).collect::<Result<_>>()?;
    let libraries = found.iter().filter(|package| package["id"] != widget["id"]);
    let rust = json!({
        "type": "library", "bom-ref": "rust-std", "name": "The Rust standard library", "version": compiler,
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    });
    let components: Vec<Value> = libraries.map(|package| component(package, checksums)).chain([rust]).collect();
    let depends = |package: &&Value| {
        let on = needed(text(&package["id"])).into_iter().filter_map(|id| packages.get(id)).map(|one| reference(one));
        json!({ "ref": reference(package), "dependsOn": on.chain(["rust-std".to_owned()]).collect::<Vec<_>>() })
    };
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": reference(widget), "name": WIDGET, "version": VERSION,
            "licenses": licences(widget),
        } },
        "components": components,
        "dependencies": found.iter().map(depends).collect::<Vec<_>>(),
    }))
}

/// A macro writes code into others, and none of its own.
fn runs_in_the_compiler(package: &Value) -> bool {
    array(&package["targets"]).any(|target| array(&target["kind"]).any(|kind| kind == "proc-macro"))
}

fn component(package: &Value, checksums: &BTreeMap<(String, String), String>) -> Value {
    let [name, version] = ["name", "version"].map(|key| text(&package[key]).to_owned());
    let mut component = json!({
        "type": "library", "bom-ref": reference(package), "name": name, "version": version,
        "purl": reference(package), "licenses": licences(package),
    });
    if let Some(checksum) = checksums.get(&(name, version)) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

/// A package URL (ECMA-427).
fn reference(package: &Value) -> String {
    format!("pkg:cargo/{}@{}", text(&package["name"]), text(&package["version"]))
}

/// Older packages have a slash for “or”, which is no expression (SPDX 2.3, annex D).
fn licences(package: &Value) -> Value {
    json!([{ "expression": text(&package["license"]).replace('/', " OR ") }])
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
mod tests {
    use super::*;

    fn package(name: &str, licence: &str, kind: &str) -> Value {
        json!({ "id": name, "name": name, "version": "1.0.0", "license": licence, "targets": [{ "kind": [kind] }] })
    }

    fn node(name: &str, deps: &[(&str, Option<&str>)]) -> Value {
        let dep = |(name, kind): &(&str, Option<&str>)| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        json!({ "id": name, "deps": deps.iter().map(dep).collect::<Vec<_>>() })
    }

    #[test]
    fn what_is_compiled_in_is_listed_once() {
        let metadata = json!({
            "packages": [
                package(WIDGET, "MIT", "lib"), package("a", "MIT/Apache-2.0", "lib"), package("b", "Zlib", "lib"),
                package("macros", "MIT", "proc-macro"), package("syn", "MIT", "lib"), package("tests", "MIT", "lib"),
            ],
            "resolve": { "nodes": [
                node(WIDGET, &[("a", None), ("b", None), ("macros", None), ("tests", Some("dev"))]),
                node("a", &[("b", None)]), node("b", &[]), node("macros", &[("syn", None)]), node("syn", &[]),
            ] },
        });
        let checksums = BTreeMap::from([(("a".to_owned(), "1.0.0".to_owned()), "00ff".to_owned())]);
        let bill = bill(&metadata, &checksums, "rustc 1.0.0").unwrap();
        let names: Vec<&str> = array(&bill["components"]).map(|one| text(&one["name"])).collect();
        assert_eq!(names, ["a", "b", "The Rust standard library"]);
        assert_eq!(bill["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(bill["components"][0]["hashes"][0]["content"], "00ff");
        assert_eq!(bill["components"][1]["purl"], "pkg:cargo/b@1.0.0");
        assert_eq!(bill["dependencies"][0]["dependsOn"], json!(["pkg:cargo/b@1.0.0", "rust-std"]));
        assert!(super::bill(&json!({}), &checksums, "").is_err());
    }
}
