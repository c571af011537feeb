//! Groups as JSON: what [`json`](crate::group::json) writes, and what follows `docs/group.schema.json`.

use super::columns::Columns;
use super::row::in_quotes;
use super::{Import, Reason, Refused, code};
use crate::edition::{Edition, Layout, Plain, json};
use crate::group::{FORMAT, Member, VERSION};
use crate::link::{Flaw, Name, Problem};

/// Reads a group out of the value of its JSON: a file of ours, one programme with its `code` and perhaps `name`, or a list of
/// these, such as the data of results. Keys that are not known are passed by.
pub fn read_json(edition: &Edition, value: &Plain) -> Import {
    let mut import = Import { eyes: get(value, "one_programme") == Some(&Plain::Bool(true)), ..Import::default() };
    match programmes(edition, value) {
        Ok(programmes) => {
            for (index, programme) in programmes.iter().enumerate() {
                match read(edition, programme, &format!("programmes[{index}]")) {
                    Ok(members) => import.members.extend(members),
                    Err(reason) => {
                        let (text, columns) = as_line(programme);
                        let after = import.members.len();
                        import.refused.push(Refused { line: index + 1, text, reason, after, columns });
                    }
                }
            }
        }
        Err((reason, at)) => {
            let text = at.map_or_else(String::new, text);
            import.refused.push(Refused { line: 1, text, reason, after: 0, columns: None });
        }
    }
    import
}

/// The programmes of the file, or what is wrong with it as a whole and where.
fn programmes<'p>(edition: &Edition, value: &'p Plain) -> Result<&'p [Plain], (Reason, Option<&'p Plain>)> {
    // What other programs write, such as the data of results in a list.
    match value {
        Plain::List(programmes) => return Ok(programmes),
        Plain::Map(_) if get(value, "format").is_none() && get(value, "code").is_some() => {
            return Ok(std::slice::from_ref(value));
        }
        _ => {}
    }
    let (format, version, named) = (get(value, "format"), get(value, "version"), get(value, "edition"));
    if !matches!(format, Some(Plain::Text(format)) if format == FORMAT) {
        return Err((Reason::Format, format));
    }
    if version != Some(&Plain::Number(VERSION)) {
        return Err((Reason::Version(version.map_or_else(String::new, text)), version));
    }
    match named {
        Some(Plain::Text(found)) if *found == edition.id() => {}
        Some(Plain::Text(found)) => {
            let flaw = Flaw::Edition { found: found.clone() };
            return Err((Reason::Code(vec![Problem { flaw, at: 1, length: 0 }]), named));
        }
        _ => return Err((wrong("edition"), named)),
    }
    if !matches!(get(value, "one_programme"), None | Some(Plain::Null | Plain::Bool(_))) {
        return Err((wrong("one_programme"), get(value, "one_programme")));
    }
    match get(value, "programmes") {
        Some(Plain::List(programmes)) => Ok(programmes),
        other => Err((wrong("programmes"), other)),
    }
}

fn read(edition: &Edition, programme: &Plain, path: &str) -> Result<Vec<Member>, Reason> {
    let wrong = |key: &str| wrong(&format!("{path}{key}"));
    if !matches!(programme, Plain::Map(_)) {
        return Err(wrong(""));
    }
    let text = |key: &str| match get(programme, key) {
        None | Some(Plain::Null) => Ok(None),
        Some(Plain::Text(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(wrong(&format!(".{key}"))),
    };
    let flag = |key: &str| match get(programme, key) {
        None | Some(Plain::Null) => Ok(false),
        Some(Plain::Bool(flag)) => Ok(*flag),
        Some(_) => Err(wrong(&format!(".{key}"))),
    };
    let (name, hidden, unchecked) = (text("name")?, flag("hidden")?, flag("unchecked")?);
    let name = name.filter(|name| !name.trim().is_empty());
    let name = name.map(|name| Name::new(name).ok_or(Reason::Name)).transpose()?;
    let mut members = match text("code")? {
        Some(code) => code::read(edition, code)?,
        // Nothing was answered for it yet.
        None if get(programme, "code").is_some() => vec![Member::default()],
        None => return Err(Reason::NoCode),
    };
    if let [member] = members.as_mut_slice() {
        member.name = name.or(member.name.take());
    }
    for member in &mut members {
        member.hidden = hidden;
        member.unchecked |= unchecked;
    }
    Ok(members)
}

fn get<'p>(value: &'p Plain, key: &str) -> Option<&'p Plain> {
    let Plain::Map(entries) = value else { return None };
    entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

fn wrong(path: &str) -> Reason {
    Reason::Json { path: path.to_owned() }
}

/// What a line that says the same would be, so that it can be corrected as one; or the value itself.
fn as_line(programme: &Plain) -> (String, Option<Columns>) {
    let hidden = get(programme, "hidden") == Some(&Plain::Bool(true));
    let line = match (get(programme, "name"), get(programme, "code")) {
        (Some(Plain::Text(name)), Some(Plain::Text(code))) => format!("{},{code}", in_quotes(name)),
        (None | Some(Plain::Null), Some(Plain::Text(code))) if hidden => format!(",{code}"),
        (None | Some(Plain::Null), Some(Plain::Text(code))) => code.clone(),
        _ => return (text(programme), None),
    };
    match hidden {
        true => {
            (line + ",yes", Some(Columns { delimiter: ',', name: Some(0), code: 1, hidden: Some(2), number: None }))
        }
        false => (line, None),
    }
}

fn text(value: &Plain) -> String {
    match value {
        Plain::Text(text) => text.clone(),
        _ => json(value, Layout::Compact),
    }
}
