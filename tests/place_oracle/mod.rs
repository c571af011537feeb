//! The kinds of the edition `ps1`, written down a second time in plain Rust: from the table in words, not from the
//! edition's file, and without a line of the library. `None` is “possible”.

use std::cmp::Reverse;

/// One answer: its digits; `[0]` for “not sure”; nothing for a question without an answer.
pub type Digits<'d> = &'d [u8];

/// The answers to all six questions, whether they apply or not.
#[derive(Clone, Copy, Debug)]
pub struct Given<'d> {
    pub k: Digits<'d>,
    pub w: Digits<'d>,
    pub d: Digits<'d>,
    pub f: Digits<'d>,
    pub p: Digits<'d>,
    pub h: Digits<'d>,
}

#[derive(Clone, Copy)]
enum Answer<'d> {
    Skipped,
    Known(Digits<'d>),
    NotSure,
    Open,
}

impl<'d> Answer<'d> {
    fn new(digits: Digits<'d>, skipped: bool) -> Self {
        match digits {
            _ if skipped => Self::Skipped,
            [] => Self::Open,
            [0] => Self::NotSure,
            known => Self::Known(known),
        }
    }

    fn has(self, wanted: &[u8]) -> Option<bool> {
        match self {
            Self::Known(known) => Some(known.iter().any(|digit| wanted.contains(digit))),
            Self::Skipped => Some(false),
            Self::NotSure | Self::Open => None,
        }
    }

    fn is_only(self, wanted: u8) -> Option<bool> {
        match self {
            Self::Known(known) => Some(known == [wanted]),
            Self::Skipped => Some(false),
            Self::NotSure | Self::Open => None,
        }
    }

    fn applies(self) -> Option<bool> {
        match self {
            Self::Known(_) | Self::NotSure => Some(true),
            Self::Skipped => Some(false),
            Self::Open => None,
        }
    }
}

fn both(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

type Row = (&'static str, Vec<Option<bool>>, Vec<Option<bool>>);

/// The table of kinds, with what is known of each need and of each typical criterion.
fn table(given: &Given) -> Vec<Row> {
    let outside = given.k == [9];
    let only_improves = given.w == [7];
    let nobody = given.f == [1];
    let k = Answer::new(given.k, false);
    let w = Answer::new(given.w, outside);
    let d = Answer::new(given.d, outside || only_improves);
    let f = Answer::new(given.f, outside);
    let p = Answer::new(given.p, outside || only_improves);
    let h = Answer::new(given.h, outside || nobody);
    vec![
        ("natural", vec![f.has(&[1]), d.applies()], vec![d.has(&[1]), p.has(&[1, 2])]),
        ("mutual", vec![d.has(&[1]), h.has(&[1]), f.has(&[2, 3])], vec![w.has(&[1]), p.has(&[1])]),
        ("online", vec![p.is_only(6), d.has(&[1, 2])], vec![w.has(&[1, 2])]),
        (
            "peer-run",
            vec![h.has(&[1]), f.has(&[2, 3, 4]), both(d.has(&[1]), f.is_only(2)).map(|holds| !holds), d.applies()],
            vec![w.has(&[6]), f.has(&[4])],
        ),
        ("mentoring", vec![k.has(&[1, 2, 4]), d.has(&[2, 3]), f.has(&[2, 3]), h.has(&[2, 3, 4])], vec![w.has(&[1, 2])]),
        (
            "community-worker",
            vec![k.has(&[1, 2]), f.has(&[3, 4]), h.has(&[2, 3]), d.applies()],
            vec![w.has(&[3, 4, 5]), p.has(&[1, 2, 3])],
        ),
        ("outreach", vec![w.has(&[5]), p.has(&[3])], vec![f.has(&[3, 4]), k.has(&[1, 3])]),
        ("bridge", vec![k.has(&[3]), w.has(&[2, 4, 5]), f.has(&[2, 3, 4])], vec![w.has(&[4]), p.has(&[1, 2])]),
        (
            "care-team",
            vec![k.has(&[1, 2, 4]), f.has(&[3, 4]), h.has(&[4]), d.applies()],
            vec![p.has(&[4]), d.has(&[2, 3])],
        ),
        ("improving", vec![w.has(&[7])], vec![w.is_only(7), h.has(&[4])]),
        // It is never merely possible.
        ("outside", vec![Some(outside)], vec![]),
    ]
}

/// Every kind that fits, best first, with whether it fits in full; if none does, the nearest alone, with `None`.
pub fn kinds(given: &Given) -> Vec<(&'static str, Option<bool>)> {
    let table = table(given);
    // In sixths, so that halves and thirds are whole.
    let share = |typical: &[Option<bool>]| {
        let met = typical.iter().filter(|one| **one == Some(true)).count();
        if typical.is_empty() { 0 } else { 6 * met / typical.len() }
    };
    let failed = |needs: &[Option<bool>]| needs.iter().filter(|need| **need == Some(false)).count();
    let mut fitting: Vec<_> = table.iter().filter(|(_, needs, _)| failed(needs) == 0).collect();
    let full = |needs: &[Option<bool>]| needs.iter().all(Option::is_some);
    fitting.sort_by_key(|(_, needs, typical)| (!full(needs), Reverse(share(typical))));
    if !fitting.is_empty() {
        return fitting.iter().map(|(kind, needs, _)| (*kind, Some(full(needs)))).collect();
    }
    let inside = table.iter().filter(|(kind, ..)| *kind != "outside");
    let nearest = inside.min_by_key(|(_, needs, typical)| (failed(needs), Reverse(share(typical))));
    nearest.map(|(kind, ..)| (*kind, None)).into_iter().collect()
}
