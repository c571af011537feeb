//! Likeness to landmarks, counted answer by answer.

use super::SHOWN;
use crate::edition::{Edition, Landmark, Options, QuestionId, Reply, insert_ordered};
use crate::flow::{Route, replay};

/// How a landmark's answers compare with a programme's.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness<'e> {
    /// The landmark.
    pub landmark: &'e Landmark,
    /// Its answers and the programme's, question by question, in the order of asking.
    pub alike: Vec<(QuestionId, Alike)>,
    /// Mean of |A∩B| / |A∪B| over the questions that both answered (Jaccard's index), 0 to 1.
    pub similarity: f64,
}

/// How the answers to one question compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// The same options.
    Same,
    /// Some options in common.
    Partly,
    /// No option in common.
    Different,
    /// One of the two is not known, or the question does not apply to it.
    NotKnown,
}

impl Likeness<'_> {
    /// On how many questions the comparison rests.
    pub fn shared(&self) -> usize {
        self.alike.len() - self.count(Alike::NotKnown)
    }

    /// How many questions compare like this.
    pub fn count(&self, alike: Alike) -> usize {
        self.alike.iter().filter(|(_, one)| *one == alike).count()
    }
}

/// The landmarks most like the route: by similarity, then by the number of questions that it rests on, then in the
/// order of the edition. A landmark with no question in common is not compared.
pub(super) fn nearest<'e>(edition: &'e Edition, route: &Route) -> Vec<Likeness<'e>> {
    let mut nearest = Vec::new();
    for likeness in edition.landmarks.iter().map(|landmark| likeness(edition, landmark, route)) {
        if likeness.similarity > 0.0 {
            insert_ordered(&mut nearest, likeness, |a, b| {
                b.similarity.total_cmp(&a.similarity).then(b.shared().cmp(&a.shared()))
            });
            nearest.truncate(SHOWN);
        }
    }
    nearest
}

/// How a landmark's answers compare with those of a route.
pub fn likeness<'e>(edition: &Edition, landmark: &'e Landmark, route: &Route) -> Likeness<'e> {
    let theirs = replay(edition, &landmark.answers);
    let (mut alike, mut sum) = (Vec::with_capacity(edition.questions.len()), 0.0);
    for question in &edition.questions {
        let (one, share) = compare_replies(route.reply(question.id), theirs.reply(question.id));
        alike.push((question.id, one));
        sum += share;
    }
    let mut likeness = Likeness { landmark, alike, similarity: 0.0 };
    likeness.similarity = sum / likeness.shared().max(1) as f64;
    likeness
}

fn compare_replies(ours: Reply, theirs: Reply) -> (Alike, f64) {
    let (Reply::Given(ours), Reply::Given(theirs)) = (ours, theirs) else { return (Alike::NotKnown, 0.0) };
    let (both, either) = (ours.and(theirs), ours.or(theirs));
    let alike = match both {
        Options::NONE => Alike::Different,
        _ if both == either => Alike::Same,
        _ => Alike::Partly,
    };
    (alike, both.len() as f64 / either.len() as f64)
}
