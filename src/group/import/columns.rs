//! The row of headings over a table.

use super::code::is_code;
use super::row::{DELIMITERS, Rows};
use crate::edition::Edition;

const CODE: &[&str] = &["code", "link", "url", "lien", "代码", "链接"];
/// What people write over the names of their programmes.
const NAME: &[&str] = &[
    "name",
    "programme",
    "program",
    "project",
    "team",
    "group",
    "organisation",
    "organization",
    "service",
    "site",
    "nom",
    "projet",
    "équipe",
    "groupe",
    "organisme",
    "nombre",
    "名称",
    "项目",
    "团队",
    "小组",
    "机构",
];
const HIDDEN: &[&str] = &["hidden", "masqué", "隐藏"];
const NUMBER: &[&str] = &["number", "numéro", "编号"];

/// Which columns of a table say what. Others are passed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) delimiter: char,
    pub(super) code: usize,
    pub(super) name: Option<usize>,
    pub(super) hidden: Option<usize>,
    pub(super) number: Option<usize>,
}

impl Columns {
    /// Takes the row of headings, if there is one: a row with a heading for codes. One that has no other is taken too,
    /// but then the lines below it are no table.
    pub(super) fn heading(edition: &Edition, rows: &mut Rows) -> Option<Self> {
        let alone = rows.whole();
        for delimiter in DELIMITERS {
            let row = rows.row(delimiter);
            let heading = row.as_ref().unwrap_or(&alone);
            let (cells, has_code) = (&heading.cells, rows.has_code(heading));
            let find = |names: &[&str]| {
                cells.iter().position(|cell| {
                    let cell = cell.trim().trim_matches('"').to_lowercase();
                    names.contains(&cell.as_str())
                })
            };
            // A programme may be called “code”.
            if let Some(code) = find(CODE).filter(|_| !has_code && !cells.iter().any(|cell| is_code(edition, cell))) {
                let (name, hidden, number) = (find(NAME), find(HIDDEN), find(NUMBER));
                rows.take(heading);
                return row.map(|_| Self { delimiter, code, name, hidden, number });
            }
        }
        None
    }
}
