//! The programmes that a code stands for.

use super::Reason;
use crate::edition::Edition;
use crate::group::Member;
use crate::link::{Flaw, Problem, Source, decode, decode_group, edition_of};

/// The programme of a code, or those of a group's code, wherever it stands in the text.
pub(super) fn read(edition: &Edition, text: &str) -> Result<Vec<Member>, Reason> {
    if text.contains("-g.") || text.contains("-G.") {
        let reading = decode_group(edition, text, Source::Typed);
        let one = reading.problems.iter().any(|problem| problem.flaw == Flaw::NoGroup);
        if !one {
            let member = |(programme, _)| Member { unchecked: !reading.checked, ..Member::from(programme) };
            return sound(edition, text, reading.problems)
                .map(|()| reading.programmes.into_iter().map(member).collect());
        }
    }
    let reading = decode(edition, text, Source::Typed);
    sound(edition, text, reading.problems)?;
    let (name, answers) = (reading.name, reading.answers);
    Ok(vec![Member { name, answers, hidden: false, unchecked: !reading.checked }])
}

fn sound(edition: &Edition, text: &str, problems: Vec<Problem>) -> Result<(), Reason> {
    let Some(first) = problems.first() else { return Ok(()) };
    let no_code = match &first.flaw {
        Flaw::NoEdition | Flaw::Empty => true,
        // “Team 5” is no code of the edition “team5”.
        Flaw::Edition { .. } => !is_code(edition, text) && !text.contains('-'),
        _ => false,
    };
    Err(if no_code { Reason::NoCode } else { Reason::Code(problems) })
}

/// Whether a cell begins as a code of this edition, or of another version of it. A sentence with a code in it does not.
pub(super) fn is_code(edition: &Edition, cell: &str) -> bool {
    let first = cell.split_whitespace().next().unwrap_or_default();
    // Of most names this is all that has to be looked at.
    first.contains(char::is_numeric) && edition_of(first, Source::Typed).is_some_and(|(name, _)| name == edition.name)
}
