//! Whether what was measured is good enough: budgets are kept, and cost grows with the group and not faster.

use std::fmt::{self, Display, Formatter};

use super::figure::{Figure, Measured, Unit};

/// How much dearer a programme may be in the largest group than in the smallest, since there memory is further away and
/// clocks and other programs disturb. Were the cost to grow with the square, it would be a hundred times dearer.
const DEARER: f64 = 3.0;

/// A sentence for each case that is too slow in one place, and for each work that grows faster than the group.
#[must_use]
pub fn misses(measured: &Measured) -> Vec<String> {
    let slow = measured.figures.iter().filter_map(|figure| too_slow(&measured.place, figure));
    let growths = growths(measured);
    let steep = growths.iter().filter(|growth| !growth.is_linear());
    slow.chain(steep.map(|growth| format!("Not linear: to {growth}."))).collect()
}

fn too_slow(place: &str, figure: &Figure) -> Option<String> {
    let Figure { case, median, .. } = figure;
    let budget = figure.budget.filter(|budget| median > budget)?;
    let unit = Unit::of(*median);
    let [median, budget] = [*median, budget].map(|time| unit.write(time));
    Some(format!("Too slow ({place}): to {case} takes {median} {unit}; its budget is {budget} {unit}."))
}

/// What one programme costs in groups of different sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    place: String,
    work: String,
    /// The size of a group, and the nanoseconds that each of its programmes takes.
    costs: Vec<(f64, f64)>,
}

/// One for each work that was done to groups in one place.
#[must_use]
pub fn growths(measured: &Measured) -> Vec<Growth> {
    let mut growths: Vec<Growth> = Vec::new();
    for figure in &measured.figures {
        let Some((work, programmes)) = &figure.group else { continue };
        let cost = (*programmes, figure.median / programmes);
        match growths.iter_mut().find(|growth| growth.work == *work) {
            Some(growth) => growth.costs.push(cost),
            None => growths.push(Growth { place: measured.place.clone(), work: work.clone(), costs: vec![cost] }),
        }
    }
    growths
}

impl Growth {
    fn is_linear(&self) -> bool {
        match (self.costs.first(), self.costs.last()) {
            (Some((_, first)), Some((_, last))) => *last <= first * DEARER,
            _ => true,
        }
    }
}

impl Display for Growth {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        let cost = |(programmes, cost): &(f64, f64)| {
            let unit = Unit::of(*cost);
            format!("{} {unit} for each of {programmes}", unit.write(*cost))
        };
        let costs: Vec<String> = self.costs.iter().map(cost).collect();
        write!(formatter, "{} ({}) takes {}", self.work, self.place, costs.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(figures: Vec<Figure>) -> Measured {
        Measured { place: "native".to_owned(), version: String::new(), high: "slowest", figures }
    }

    fn decode(median: f64) -> Measured {
        let figure = Figure {
            case: "decode a code".to_owned(),
            budget: Some(2_000.0),
            group: None,
            median,
            high: 0.0,
            note: None,
        };
        measured(vec![figure])
    }

    fn groups(medians: [f64; 2]) -> Measured {
        let figure = |(programmes, median)| Figure {
            case: format!("decode a group of {programmes}"),
            budget: None,
            group: Some(("decode a group".to_owned(), programmes)),
            median,
            high: 0.0,
            note: None,
        };
        measured([10.0, 1_000.0].into_iter().zip(medians).map(figure).collect())
    }

    #[test]
    fn a_missed_budget_is_named() {
        assert_eq!(misses(&decode(2_000.0)), Vec::<String>::new());
        let said = "Too slow (native): to decode a code takes 2.10 µs; its budget is 2.00 µs.";
        assert_eq!(misses(&decode(2_100.0)), [said]);
    }

    #[test]
    fn growth_beyond_the_group_is_named() {
        let linear = groups([5_000.0, 600_000.0]);
        assert_eq!(misses(&linear), Vec::<String>::new());
        let said: Vec<String> = growths(&linear).iter().map(Growth::to_string).collect();
        assert_eq!(said, ["decode a group (native) takes 500 ns for each of 10, 600 ns for each of 1000"]);
        let said = "Not linear: to decode a group (native) takes 500 ns for each of 10, 1.60 µs for each of 1000.";
        assert_eq!(misses(&groups([5_000.0, 1_600_000.0])), [said]);
    }
}
