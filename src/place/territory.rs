//! The territory: a grid from two ordinal questions, and no invented scores.

use crate::edition::{Axis, Digit, Edition, Kind, Options, QuestionId, Reply, Truth};
use crate::flow::Route;

/// Where a programme stands. Several rows, or an answer that is not known, make an area and never a false point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In these rows and columns of the grid.
    Grid {
        /// How the role is set up, in the edition `ps1`.
        rows: Extent,
        /// Who runs it.
        columns: Extent,
    },
    /// On the rim beside the grid, which keeps the columns.
    Rim {
        /// Who runs it.
        columns: Extent,
    },
    /// Clear of the map.
    Outside,
}

/// How far an answer fixes the place along one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// At these steps.
    Known(Options),
    /// “Not sure, or it varies”, or not answered yet: at any step.
    Unknown,
    /// The question does not apply, so no step is truer than another.
    Absent,
}

impl Extent {
    fn of(reply: Reply) -> Self {
        match reply {
            Reply::Given(options) => Self::Known(options),
            Reply::Unsure | Reply::Open => Self::Unknown,
            Reply::Skipped => Self::Absent,
        }
    }

    /// The steps of `axis` that are left open, in its order.
    fn steps(self, axis: &Axis) -> Vec<Digit> {
        let all = axis.steps.iter().map(|step| step.digit);
        match self {
            Self::Known(options) => all.filter(|digit| options.contains(*digit)).collect(),
            Self::Unknown | Self::Absent => all.collect(),
        }
    }

    /// The options to report in events: those known, or none.
    pub fn known(self) -> Options {
        match self {
            Self::Known(options) => options,
            Self::Unknown | Self::Absent => Options::NONE,
        }
    }
}

/// One place on the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// A row that runs across all columns.
    Spanning(Digit),
    /// A row and a column.
    At(Digit, Digit),
    /// A column of the rim.
    Rim(Digit),
}

impl Standing {
    /// The cells that the answers leave open, each once, row by row: one for a point, several for an area, none outside.
    pub fn cells(self, edition: &Edition) -> Vec<Cell> {
        let territory = &edition.territory;
        match self {
            Self::Outside => Vec::new(),
            Self::Rim { columns } => columns.steps(&territory.columns).into_iter().map(Cell::Rim).collect(),
            Self::Grid { rows, columns } => {
                let columns = columns.steps(&territory.columns);
                let across = |row: Digit| {
                    let spanning = territory.spanning.contains(row).then_some(Cell::Spanning(row));
                    let along = if spanning.is_some() { &[][..] } else { &columns[..] };
                    spanning
                        .into_iter()
                        .chain(along.iter().map(move |column| Cell::At(row, *column)))
                        .collect::<Vec<_>>()
                };
                rows.steps(&territory.rows).into_iter().flat_map(across).collect()
            }
        }
    }
}

pub(super) fn stand(edition: &Edition, route: &Route) -> Standing {
    let territory = &edition.territory;
    let columns = Extent::of(route.reply(territory.columns.question));
    if route.ended() {
        Standing::Outside
    } else if territory.rim.truth(&|id| route.reply(id)) == Truth::Yes {
        Standing::Rim { columns }
    } else {
        Standing::Grid { rows: Extent::of(route.reply(territory.rows.question)), columns }
    }
}

/// Where a kind lies on the territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Region {
    /// Over these cells of the grid, each once, row by row.
    Cells(Vec<Cell>),
    /// Over the rim.
    Rim,
    /// Its needs say nothing of rows or columns: it may lie anywhere on the map.
    Anywhere,
    /// Clear of the map.
    Outside,
}

pub(super) fn region(edition: &Edition, kind: &Kind) -> Region {
    let territory = &edition.territory;
    let (rows, columns) = (territory.rows.question, territory.columns.question);
    let placed = |id: &QuestionId| *id == rows || *id == columns;
    let questions: Vec<QuestionId> = kind.needs.iter().flat_map(|need| need.questions()).collect();
    if kind.certain {
        Region::Outside
    } else if questions.iter().any(placed) {
        let all = Standing::Grid { rows: Extent::Unknown, columns: Extent::Unknown }.cells(edition);
        Region::Cells(all.into_iter().filter(|cell| may_hold(edition, kind, *cell)).collect())
    } else if kind.needs.iter().all(|need| need.truth(&|id| on_rim(edition, id)) == Truth::Yes) {
        Region::Rim
    } else {
        Region::Anywhere
    }
}

/// Whether some programme in this cell could be of the kind.
fn may_hold(edition: &Edition, kind: &Kind, cell: Cell) -> bool {
    let territory = &edition.territory;
    let (row, column) = match cell {
        Cell::Spanning(row) => (row, Reply::Skipped),
        Cell::At(row, column) => (row, Reply::Given(column.into())),
        Cell::Rim(_) => return false,
    };
    let reply = |id: QuestionId| {
        if id == territory.rows.question {
            Reply::Given(row.into())
        } else if id == territory.columns.question {
            column
        } else {
            Reply::Open
        }
    };
    kind.needs.iter().all(|need| need.truth(&reply) != Truth::No)
}

/// What a programme on the rim has answered, as far as the rim's own criterion says.
fn on_rim(edition: &Edition, id: QuestionId) -> Reply {
    match edition.territory.rim.options(id) {
        Options::NONE => Reply::Open,
        options => Reply::Given(options),
    }
}
