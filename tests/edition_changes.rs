//! What an edition tells of its versions: each kind of fault is told with its path.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod later;

use expect_test::{Expect, expect};
use later::{changed, without_places};
use serde_json::{Value, json};

/// Compares the faults of a changed `ps2`.
fn check(change: impl FnOnce(&mut Value, &mut Value), expected: Expect) {
    expected.assert_eq(&changed(change).err().unwrap_or_default());
}

fn changes(structure: &mut Value) -> &mut Vec<Value> {
    structure["changes"].as_array_mut().unwrap()
}

#[test]
fn each_change_is_well_formed() {
    let change = |change: Value, expected: Expect| check(|structure, _| changes(structure).push(change), expected);
    change(
        json!("k2"),
        expect![[r#"
        edition.changes[4]: should be an object
    "#]],
    );
    change(
        json!({"version": 1, "question": "k", "option": 2, "change": "renamed"}),
        expect![[r#"
        edition.changes[4].version: should be from 2 to 2, which is the version of the edition
    "#]],
    );
    change(
        json!({"version": 3, "question": "k", "option": 2, "change": "renamed"}),
        expect![[r#"
        edition.changes[4].version: should be from 2 to 2, which is the version of the edition
    "#]],
    );
    change(
        json!({"version": 2, "question": "K", "option": 12, "change": "moved", "why": "so"}),
        expect![[r#"
        edition.changes[4].why: is not known here
        edition.changes[4].option: should be a whole number from 0 to 9
        edition.changes[4].change: should be one of “renamed”, “split”, “retired”, “added”, not “moved”
        edition.changes[4].question: should be one letter, a to z
    "#]],
    );
    change(
        json!({"version": 2, "question": "k", "option": 2, "change": "renamed"}),
        expect![[r#"
        edition.changes[4]: stands twice
    "#]],
    );
    change(
        json!({"version": 2, "question": "x", "change": "renamed"}),
        expect![[r#"
        edition.changes[4]: “x” is not in the edition, and no change takes it away
    "#]],
    );
    change(
        json!({"version": 2, "question": "k", "option": 7, "change": "renamed"}),
        expect![[r#"
        edition.changes[4]: “k7” is not in the edition, and no change takes it away
    "#]],
    );
    change(
        json!({"version": 2, "question": "k", "option": 3, "change": "split"}),
        expect![[r#"
        edition.changes[4]: “into” is missing
    "#]],
    );
    change(
        json!({"version": 2, "question": "k", "option": 3, "change": "split", "into": [5]}),
        expect![[r#"
        edition.changes[4].into: should name at least two options
    "#]],
    );
    change(
        json!({"version": 2, "question": "k", "change": "split", "into": [5, 6]}),
        expect![[r#"
        edition.changes[4]: only an option can be split
    "#]],
    );
    change(
        json!({"version": 2, "question": "k", "option": 3, "change": "renamed", "into": [5, 6]}),
        expect![[r#"
        edition.changes[4].into: is only for what was split
    "#]],
    );
    change(
        json!({"version": 2, "question": "p", "option": 7, "change": "retired"}),
        expect![[r#"
        edition.changes[4]: “p7” is gone after this, but the edition has it
    "#]],
    );
    change(
        json!({"version": 2, "question": "f", "option": 5, "change": "added"}),
        expect![[r#"
        edition.changes[4]: “f5” was named before this added it
    "#]],
    );
    check(
        |structure, _| structure["changes"] = json!({}),
        expect![[r#"
        edition.changes: should be a list
    "#]],
    );
    check(
        |structure, _| {
            structure["version"] = json!(3);
            let first = json!({"version": 3, "question": "h", "change": "renamed"});
            changes(structure).insert(0, first);
        },
        expect![[r#"
            edition.changes[1].version: should not be before that of the change above it
        "#]],
    );
}

#[test]
fn an_option_goes_with_its_question() {
    let retired = json!({"version": 3, "question": "p", "change": "retired"});
    let mut renamed = json!({"version": 2, "question": "p", "option": 1, "change": "renamed"});
    assert!(without_places(3, json!([renamed, retired])).is_ok());
    renamed["version"] = json!(3);
    let after = without_places(3, json!([retired, renamed]));
    expect![[r#"
        edition.changes[1]: “p1” was retired or split before, and ids are never used again
    "#]]
    .assert_eq(&after.err().unwrap());
}
