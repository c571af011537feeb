//! The picture of a group: the map with everyone on it, and who they are.

use super::block::{Block, Glyph};
use super::draw_page;
use super::sheet::{BODY, COLUMN, HEAD, KICKER, NOTE, Page, ROOM, SENTENCE, STEP, STRONG, TAKE};
use super::sheet::{foot, list, numbered, page, shape_items};
use crate::app::{Screen, State};
use crate::edition::{Edition, Phrase};
use crate::group::{Member, Stacks, Tally, code, ranked, shown, spreads, stacks, tallies};
use crate::view::group::figure::Drawn;
use crate::view::group::route::{Count, counts};
use crate::view::group::takeaway::takeaway;
use crate::view::group::territory::layout::{Map, map};
use crate::view::group::territory::packing::Manner;
use crate::view::group::territory::{lines, parts, sentence, unfinished};
use crate::view::kinds::{SEPARATOR, label};
use crate::view::props;
use crate::view::prose::isolated;
use crate::view::territory::drawing::class;
use crate::view::territory::geometry::Point;
use std::rc::Rc;
use yew::Html;

/// Up to so many are named; of more, each place has its number.
const MOST_NAMED: usize = 40;
/// The longest link that is written out, in characters: some ten lines.
const LONGEST_LINK: usize = 800;

/// A group on a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The group; those that are hidden are left out.
    pub members: Rc<Vec<Member>>,
    /// The answers are those of several people about one programme.
    pub eyes: bool,
    /// The link carries the names.
    pub names: bool,
}

impl Group {
    /// The group that is shown; none where something else is.
    pub fn of(state: &State) -> Option<Self> {
        let workshop = &state.workshop;
        let is_shown = state.screen == Screen::Group && state.overlay().is_none() && !workshop.members.is_empty();
        let members = || Rc::clone(&workshop.members);
        is_shown.then(|| Self { members: members(), eyes: workshop.eyes, names: workshop.names })
    }
}

/// What the file of a group is called, without its ending.
pub fn file_name(edition: &Edition) -> String {
    format!("peer-map-{}-group", edition.id())
}

/// The whole picture of a group.
#[derive(Debug)]
pub struct Sheet<'e> {
    /// All but the map.
    pub page: Page<'e>,
    /// Who stands where.
    pub stacks: Stacks,
    /// The map.
    pub map: Map<'e>,
}

/// Lays out the picture of a group.
pub fn sheet<'e>(edition: &'e Edition, group: &Group, address: &str, date: &str) -> Sheet<'e> {
    let stacks = stacks(edition, &group.members);
    let map = map(edition, &stacks, true);
    let sentence = sentence(edition, map.manner, group.eyes).to_owned();
    let kicker = kicker(edition, group);
    let title = take(edition, group).unwrap_or_else(|| kicker.clone());
    let mut head = Block::text(&KICKER, &format!("{}{SEPARATOR}{kicker}", edition.words[Phrase::Title].text()), ROOM);
    head.write(&TAKE, &title, 0.0, ROOM - 40.0);
    head.height += 4.0;
    head.write(&SENTENCE, &sentence, 0.0, ROOM);
    let mut left = Block { height: map.frame.height, ..Block::default() };
    if let Some(unfinished) = unfinished(edition, &group.members, &stacks) {
        left.stack(Block::text(&NOTE, &unfinished, 3.0 * STEP - 14.0), 12.0);
    }
    left.stack(key(edition, map.manner, &stacks), 16.0);
    let right = who(edition, group);
    let link = link(edition, group, address);
    let too_long = link.is_none().then_some(Phrase::GroupLinkLong);
    let way = if address.is_empty() { Phrase::Code } else { Phrase::Link };
    let foot = foot(edition, &[(way, link.unwrap_or_default())], too_long, date);
    Sheet { page: page([title, sentence], head, [left, right], foot), stacks, map }
}

/// Draws the picture of a group.
pub(super) fn draw(edition: &Rc<Edition>, group: &Group, address: &str, date: &str) -> Html {
    let Sheet { page, stacks, map } = sheet(edition, group, address, date);
    let (edition, members) = (Rc::clone(edition), Rc::clone(&group.members));
    let drawn = Drawn { edition, members, tallies: Rc::default(), eyes: group.eyes };
    draw_page(&drawn.edition, &page, class(map.frame.metrics), parts(&drawn, &stacks, &map))
}

fn kicker(edition: &Edition, group: &Group) -> String {
    let phrase = if group.eyes { Phrase::GroupKickerEyes } else { Phrase::GroupKicker };
    edition.words[phrase].fill(&[("n", &shown(&group.members).len().to_string())])
}

/// Where they differ; nothing where they cannot be compared.
fn take(edition: &Edition, group: &Group) -> Option<String> {
    let spreads = spreads(edition, &group.members);
    let (phrase, names) = takeaway(edition, &ranked(&spreads));
    (phrase != Phrase::GroupAlone).then(|| edition.words[phrase].fill(&names))
}

/// The link, or the code where links lead nowhere; nothing where it is too long to write out.
fn link(edition: &Edition, group: &Group, address: &str) -> Option<String> {
    let link = match code(edition, &group.members, group.names) {
        Some(code) => props::link(address, &code).unwrap_or(code),
        None => address.to_owned(),
    };
    (link.len() <= LONGEST_LINK).then_some(link)
}

/// The programmes by number and name; where there are too many, or none has a name, how many gave each answer.
fn who<'e>(edition: &Edition, group: &Group) -> Block<'e> {
    let title = if group.eyes { Phrase::GroupListEyes } else { Phrase::GroupList };
    let title = edition.words[title].text();
    let shown = shown(&group.members);
    let name = |index: &usize| group.members.get(*index).and_then(|member| member.name.as_ref());
    if shown.len() <= MOST_NAMED && shown.iter().any(|index| name(index).is_some()) {
        let words = |index: &usize| match name(index) {
            Some(name) => isolated(name.as_str()),
            None => edition.words[Phrase::GroupMember].fill(&[("n", &(index + 1).to_string())]),
        };
        let item = |index: &usize| numbered(&BODY, index + 1, &words(index));
        return list(title, shown.iter().map(item), 2.0);
    }
    let tallies = tallies(edition, &group.members);
    list(edition.words[Phrase::GroupColumnAnswers].text(), tallies.iter().map(|tally| answers(edition, tally)), 5.0)
}

/// A question with how many gave each answer to it.
fn answers<'e>(edition: &Edition, tally: &Tally) -> Block<'e> {
    let question = edition.question(tally.question);
    let mut block = Block::text(&STRONG, &question.short, COLUMN);
    for Count { name, who, .. } in counts(edition, question, tally) {
        block.write(&BODY, &format!("{} {}", label(edition, name), who.len()), 0.0, COLUMN);
    }
    block
}

/// How to read the map: places and, where there are some, marks and shapes.
fn key<'e>(edition: &Edition, manner: Manner, stacks: &Stacks) -> Block<'e> {
    let words = &edition.words;
    let mut columns = vec![Block::text(&BODY, words[Phrase::KeyPosition].text(), COLUMN)];
    if manner == Manner::Marks {
        let item = |glyph: Glyph<'e>, text: &str| Block::item(glyph, &BODY, text, COLUMN);
        let mut marks = Block::default();
        for (class, phrase) in lines(stacks) {
            marks.stack(item(Glyph::Mark(class), words[phrase].text()), 3.0);
        }
        let mut shapes = Block::text(&BODY, words[Phrase::KeyShape].text(), COLUMN);
        for (glyph, name) in shape_items(edition) {
            shapes.stack(item(glyph, &name), 3.0);
        }
        columns.extend([marks, shapes]);
    }
    let mut key = Block::text(&HEAD, words[Phrase::KeyTitle].text(), ROOM);
    let top = key.height + 4.0;
    for (column, block) in columns.into_iter().enumerate() {
        key.place(block, Point::new(STEP * column as f64, top));
    }
    key
}
