//! One line: its code, its name, and whether it is hidden.

use super::columns::Columns;
use super::row::{DELIMITERS, Row, Rows, is_blank};
use super::{Import, Reason, Refused, code};
use crate::edition::Edition;
use crate::group::{Member, formula};
use crate::link::{Flaw, Name, Problem};

type Reading = Result<Vec<Member>, Reason>;

/// Reads the next row of a table with headings.
pub(super) fn read_table<'t>(edition: &Edition, columns: &Columns, rows: &mut Rows<'t>, import: &mut Import) {
    let number = rows.number();
    let row = rows.row(columns.delimiter).unwrap_or_else(|| rows.whole());
    rows.take(&row);
    let cell = |column: Option<usize>| column.and_then(|column| row.cells.get(column)).map_or("", |cell| cell.trim());
    let code = cell(Some(columns.code));
    let reading = match code {
        // A table with numbers of its own, such as ours, may have programmes that nothing was answered for.
        "" if !cell(columns.number).is_empty() => Ok(vec![Member::default()]),
        "" => Err(Reason::NoCode),
        code => code::read(edition, code),
    };
    let reading = reading.and_then(|members| hidden(members, cell(columns.hidden)));
    import.add(number, &row, Some(*columns), reading.and_then(|members| named(members, cell(columns.name))));
}

/// Reads the next line, which is no row of a table with headings.
pub(super) fn read<'t>(edition: &Edition, rows: &mut Rows<'t>, import: &mut Import) {
    let number = rows.number();
    for delimiter in DELIMITERS {
        if let Some(row) = rows.row(delimiter)
            && let Some(reading) = read_cells(edition, &row, delimiter)
        {
            rows.take(&row);
            return import.add(number, &row, None, reading);
        }
    }
    // No delimiter sets the code apart: words around it are no name.
    let row = rows.whole();
    rows.take(&row);
    import.add(number, &row, None, code::read(edition, row.text));
}

/// Reads cells of which one is a code and others are a name; `None` if none is a code.
fn read_cells(edition: &Edition, row: &Row, delimiter: char) -> Option<Reading> {
    let codes: Vec<usize> = (0..row.cells.len()).filter(|index| code::is_code(edition, &row.cells[*index])).collect();
    let readings: Vec<(usize, Reading)> =
        codes.into_iter().map(|index| (index, code::read(edition, &row.cells[index]))).collect();
    let mut sound = readings.iter().filter(|(_, reading)| reading.is_ok());
    let Some((at, reading)) = sound.next() else {
        // A name may begin as a code does, but has no hyphen after that.
        let damaged = readings.iter().position(|(index, _)| row.cells[*index].contains('-')).unwrap_or(0);
        return readings.into_iter().nth(damaged).map(|(_, reading)| reading);
    };
    // The same programme may stand there as a code and as a link.
    let others = sound.filter(|(_, other)| other != reading).count();
    if others > 0 {
        let flaw = Flaw::Several { count: others + 1 };
        return Some(Err(Reason::Code(vec![Problem { flaw, at: 1, length: 0 }])));
    }
    Some(reading.clone().and_then(|members| named(members, &name(&row.cells, *at, delimiter))))
}

/// The name beside the code: what stands before it, or else after it. A name may have the delimiter in it.
fn name<C: AsRef<str>>(cells: &[C], code: usize, delimiter: char) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    let (before, after) = (&cells[..code], &cells[code + 1..]);
    // Rows of our own table, copied without their headings, begin with the number.
    let before = match before {
        [first, rest @ ..] if !rest.is_empty() && first.trim().bytes().all(|byte| byte.is_ascii_digit()) => rest,
        _ => before,
    };
    let is_name = |cell: &&&str| !is_blank(cell);
    let (nearest, side) = match before.iter().rfind(is_name) {
        Some(nearest) => (Some(nearest), before),
        None if code == 0 => (after.iter().find(is_name), after),
        None => (None, before),
    };
    match delimiter {
        '\t' => nearest.map_or_else(String::new, |nearest| (*nearest).to_owned()),
        _ => {
            let empty = |character: char| character.is_whitespace() || character == delimiter;
            side.join(delimiter.encode_utf8(&mut [0; 4])).trim_matches(empty).to_owned()
        }
    }
}

/// Gives a programme the name that stands beside its code. Those of a group have names of their own.
fn named(mut members: Vec<Member>, cell: &str) -> Reading {
    if let [member] = members.as_mut_slice()
        && !cell.trim().is_empty()
    {
        member.name = Some(Name::new(&formula::restored(cell)).ok_or(Reason::Name)?);
    }
    Ok(members)
}

fn hidden(mut members: Vec<Member>, cell: &str) -> Reading {
    let hidden = match cell.to_lowercase().as_str() {
        "" | "no" | "false" | "0" | "non" | "faux" | "否" => false,
        "yes" | "true" | "1" | "x" | "oui" | "vrai" | "是" => true,
        _ => return Err(Reason::Hidden(cell.to_owned())),
    };
    members.iter_mut().for_each(|member| member.hidden = hidden);
    Ok(members)
}

impl Import {
    fn add(&mut self, line: usize, row: &Row, columns: Option<Columns>, reading: Reading) {
        match reading {
            Ok(members) => self.members.extend(members),
            Err(reason) => {
                let (text, after) = (row.text.to_owned(), self.members.len());
                self.refused.push(Refused { line, text, reason, after, columns });
            }
        }
    }
}
