//! A landmark: its answers, and beside the reader's own where these have a result.

use super::away::sentence;
use super::kinds::{SEPARATOR, chip, label};
use super::{Scene, frame, landmarks, mark, route, table, territory};
use crate::app::{Action, State};
use crate::edition::{Edition, Heading, Kind, Landmark, Phrase, Question, Reply};
use crate::flow::{Route, replay};
use crate::place::{Likeness, Match, change, likeness, place};
use crate::view::prose::{prose, say};
use yew::{Html, html};

/// A landmark, and the programme beside it.
struct Sides<'a> {
    edition: &'a Edition,
    landmark: &'a Landmark,
    theirs: Route,
    /// The reader's route and how the two compare; `None` while there is no result.
    yours: Option<(Route, Likeness<'a>)>,
}

pub(super) fn compare(scene: &Scene, index: usize) -> Html {
    let edition = scene.edition;
    let Some(landmark) = edition.landmarks.get(index) else { return frame::back(scene) };
    let yours = is_complete(edition, scene.state).then(|| {
        let route = replay(edition, &scene.state.considered(edition));
        let likeness = likeness(edition, landmark, &route);
        (route, likeness)
    });
    let sides = Sides { edition, landmark, theirs: replay(edition, &landmark.answers), yours };
    let kicker = if sides.yours.is_some() { Phrase::CompareKicker } else { Phrase::LandmarkKicker };
    html! {
        <>
        { frame::back(scene) }
        <header>
            <p class="pm-kicker">{ say(edition, kicker) }</p>
            <h1 class="pm-take" tabindex="-1">{ title(edition, scene.state, landmark) }</h1>
            if let Some((_, likeness)) = &sides.yours {
                { trial(scene) }
                <p class="pm-sub" data-section="alike">{ landmarks::alike(edition, likeness) }</p>
            }
        </header>
        { sides.facts(index) }
        <section class="pm-section" aria-labelledby="pm-compare-title">{ sides.table() }</section>
        if let Some((yours, _)) = &sides.yours { <section class="pm-section">{ route::yours(edition, yours) }</section> }
        <section class="pm-section">{ route::theirs(edition, landmark, &sides.theirs) }</section>
        { turn(scene, index) }
        </>
    }
}

/// What the screen is called. Wherever it was opened from, complete answers are compared: whoever looks at a landmark
/// on the empty map would otherwise have to go back to their result for it.
pub(super) fn title(edition: &Edition, state: &State, landmark: &Landmark) -> String {
    match is_complete(edition, state) {
        true => edition.words[Phrase::CompareTitle].fill(&[("landmark", &landmark.name)]),
        false => landmark.name.clone(),
    }
}

fn is_complete(edition: &Edition, state: &State) -> bool {
    state.route(edition).first_open(edition).is_none()
}

/// The button that opens a landmark.
pub(super) fn open(scene: &Scene, index: usize) -> Html {
    let Some(landmark) = scene.edition.landmarks.get(index) else { return Html::default() };
    let (phrase, of) = match is_complete(scene.edition, scene.state) {
        true => (Phrase::Compare, Phrase::CompareWith),
        false => (Phrase::SeeLandmark, Phrase::SeeLandmarkOf),
    };
    // Every button of a list needs a name of its own.
    let of = scene.edition.words[of].fill(&[("landmark", &landmark.name)]);
    html! {
        <button class="pm-change" type="button" data-action="compare" onclick={scene.on(Action::LandmarkOpened(index))}>
            { say(scene.edition, phrase) }<span class="pm-hidden">{ " " }{ of }</span>
        </button>
    }
}

/// The landmarks before and after, in the order of their numbers.
fn turn(scene: &Scene, index: usize) -> Html {
    let numbers = territory::landmark_numbers(scene.edition);
    let at = numbers.iter().position(|(one, _)| *one == index);
    let button = |phrase: Phrase, action: &'static str, at: usize| {
        let (index, _) = *numbers.get(at)?;
        let name = &scene.edition.landmarks.get(index)?.name;
        Some(html! {
            <button class="pm-change" type="button" data-action={action} onclick={scene.on(Action::LandmarkOpened(index))}>
                { scene.edition.words[phrase].fill(&[("landmark", name)]) }
            </button>
        })
    };
    html! {
        <p class="pm-turn">
            { at.and_then(|at| button(Phrase::PreviousLandmark, "previous", at.checked_sub(1)?)) }
            { at.and_then(|at| button(Phrase::NextLandmark, "next", at + 1)) }
        </p>
    }
}

/// Which answer of the reader's is only tried, if one is.
fn trial(scene: &Scene) -> Html {
    let edition = scene.edition;
    let Some((question, to)) = scene.state.trial() else { return Html::default() };
    let change = change(edition, &scene.state.answers, question, to);
    html! {
        <p class="pm-sub" data-section="trial">
            { sentence(edition, &change, |kind| html! { <b>{ kind.name.clone() }</b> }) }{ " " }{ say(edition, Phrase::TrialNote) }
        </p>
    }
}

impl Sides<'_> {
    /// What the landmark is and where it stands, with its number on the map.
    fn facts(&self, index: usize) -> Html {
        let (edition, landmark) = (self.edition, self.landmark);
        let run_by = edition.words[Phrase::RunBy].fill(&[("organisation", &landmark.organisation)]);
        let countries = landmark.countries.join(SEPARATOR);
        html! {
            <section class="pm-facts" data-landmark={landmark.id.clone()}>
                { mark::landmark_glyph(edition, landmark, territory::landmark_number(edition, index), false) }
                <div>
                    if self.yours.is_some() { <h2 class="pm-h2">{ landmark.name.clone() }</h2> }
                    <p>{ run_by }{ SEPARATOR }{ countries }{ SEPARATOR }{ landmarks::source(edition, landmark) }</p>
                    <p>
                        <span class="pm-quiet">{ label(edition, edition.words[Phrase::TablePlace].text()) }</span>{ " " }
                        { landmarks::stands(edition, index) }
                    </p>
                    { fits(edition, landmark) }
                    <p class="pm-note">
                        { say(edition, Phrase::LandmarkNote) }{ " " }{ landmarks::inferred(edition, landmark) }
                    </p>
                </div>
            </section>
        }
    }

    /// The six answers, side by side where there are two.
    fn table(&self) -> Html {
        let words = &self.edition.words;
        let title = if self.yours.is_some() { Phrase::CompareTable } else { Phrase::TheirAnswers };
        let [question, yours, alike] =
            [Phrase::ColumnQuestion, Phrase::ColumnYours, Phrase::ColumnAlike].map(|phrase| words[phrase].text());
        let columns = match self.yours {
            Some(_) => &[question, yours, &self.landmark.name, alike][..],
            None => &[question, &self.landmark.name],
        };
        let parts = self.edition.headings.iter().map(|heading| self.part(heading, columns.len()));
        // A table that is told to be one may have no heading in it (WAI-ARIA 1.2, table).
        html! {
            <>
            <h2 class="pm-h2" id="pm-compare-title">{ say(self.edition, title) }</h2>
            { table::table(Some("pm-compare"), None, columns, parts.collect()) }
            </>
        }
    }

    fn part(&self, heading: &Heading, columns: usize) -> Html {
        let rows = heading.questions.iter().map(|id| self.row(self.edition.question(*id)));
        table::body(html! {
            <>
            <tr role="row">
                <th scope="rowgroup" role="rowheader" colspan={columns.to_string()}>{ heading.name.clone() }</th>
            </tr>
            { for rows }
            </>
        })
    }

    fn row(&self, question: &Question) -> Html {
        let edition = self.edition;
        let cell = |phrase: Phrase, content: Html| table::cell(edition, edition.words[phrase].text(), content);
        let yours = self.yours.as_ref().map(|(route, _)| cell(Phrase::ColumnYours, answer(edition, route, question)));
        let one = self.yours.as_ref().and_then(|(_, likeness)| likeness.alike.get(question.id.index()));
        let alike = one.map(|(_, alike)| cell(Phrase::ColumnAlike, landmarks::named_dot(edition, *alike)));
        html! {
            <tr role="row" data-row={question.letter.to_string()}>
                { table::head(question.short.clone().into()) }
                { yours }
                { table::cell(edition, &self.landmark.name, self.their_answer(question)) }
                { alike }
            </tr>
        }
    }

    fn their_answer(&self, question: &Question) -> Html {
        let answer = answer(self.edition, &self.theirs, question);
        if !self.landmark.inferred.contains(&question.id) {
            return answer;
        }
        let answer = html! { <span class="pm-inferred">{ answer }</span> };
        prose(&self.edition.words[Phrase::AnswerInferred], &[("answer", answer)])
    }
}

fn answer(edition: &Edition, route: &Route, question: &Question) -> Html {
    let words = route::answer(edition, route, question);
    match route.reply(question.id) {
        Reply::Given(_) | Reply::Unsure => words.into(),
        Reply::Skipped | Reply::Open => html! { <span class="pm-quiet">{ words }</span> },
    }
}

/// The kinds that the landmark fits, and those that it may fit.
fn fits(edition: &Edition, landmark: &Landmark) -> Html {
    let placement = place(edition, &landmark.answers);
    let line = |matches: Match, phrase: Phrase, more: &[&Kind]| {
        let shown = placement.fits.iter().filter(|fit| fit.matches == matches).map(|fit| fit.kind);
        let kinds: Vec<&Kind> = shown.chain(more.iter().copied()).collect();
        // To say that what stands outside “fits” would make no sense.
        let named = !kinds.iter().any(|kind| kind.certain);
        let chip = |kind: &&Kind| html! { <>{ " " }{ chip(kind, matches) }</> };
        (!kinds.is_empty()).then(|| {
            html! {
                <p class="pm-fits">
                    if named { <span class="pm-quiet">{ label(edition, edition.words[phrase].text()) }</span> }
                    { for kinds.iter().map(chip) }
                </p>
            }
        })
    };
    html! {
        <>
        { line(Match::Full, Phrase::KindsFit, &placement.also_full) }
        { line(Match::Possible, Phrase::KindsMayFit, &placement.also_possible) }
        { line(Match::Nearest, Phrase::KindsNearest, &[]) }
        </>
    }
}
