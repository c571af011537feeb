//! The drawing of a laid out group, as SVG.

use super::super::figure::Drawn;
use super::layout::{Map, Stack};
use super::packing::{Manner, mark_at, radius};
use super::table::place;
use crate::flow::replay;
use crate::group::Stacks;
use crate::view::kinds::{SEPARATOR, label};
use crate::view::mark::{self, Drawing, numeral};
use crate::view::territory::geometry::{Rect, number};
use crate::view::territory::{drawing, ground};
use yew::{Classes, Html, classes, html};

/// One of the two maps, with how many stand where as its description.
pub(super) fn picture(drawn: &Drawn, stacks: &Stacks, map: &Map, name: String) -> Html {
    let count = |stack: &Stack| {
        format!("{} {}", label(&drawn.edition, &place(&drawn.edition, stack.spot)), stack.members.len())
    };
    let counts = map.stacks.iter().map(count).collect::<Vec<_>>().join(SEPARATOR);
    let content = html! { <><desc>{ counts }</desc>{ parts(drawn, stacks, map) }</> };
    drawing::sheet(&map.frame, "img", name, content)
}

/// What is on the map, from bottom to top.
pub(in crate::view) fn parts(drawn: &Drawn, stacks: &Stacks, map: &Map) -> Html {
    let (edition, frame) = (&*drawn.edition, &map.frame);
    let beside_rim = map.stacks.iter().filter_map(|stack| stack.spot);
    let beside_rim = beside_rim.into_iter().any(|spot| spot.row == frame.size.rim() && frame.is_aside(spot));
    html! {
        <>
            { ground::boxes(frame, beside_rim) }
            { for map.shapes.iter().map(|shape| drawing::region(frame, None, shape)) }
            { for map.labels.iter().map(ground::label) }
            { for map.shapes.iter().map(|shape| drawing::tab(edition, None, frame, shape)) }
            { for map.stacks.iter().map(|stack| self::stack(drawn, stacks, map, stack)) }
        </>
    }
}

fn stack(drawn: &Drawn, stacks: &Stacks, map: &Map, stack: &Stack) -> Html {
    if map.manner == Manner::Marks {
        let each = stack.members.iter().zip(&stack.units);
        return each.map(|(member, room)| self::mark(drawn, stacks, map, stack, *member, *room)).collect();
    }
    // All that stand in one place are one drawing: there may be thousands.
    let path: String = stack.units.iter().map(outline).collect();
    html! {
        <>
            <path class="pm-unit" d={path} />
            if let Some(at) = stack.number {
                <text class="t-count" x={number(at.x)} y={number(at.y)}>{ stack.members.len() }</text>
            }
        </>
    }
}

fn outline(rect: &Rect) -> String {
    let (x, y, w, h) = (number(rect.x), number(rect.y), number(rect.w), number(rect.h));
    format!("M{x} {y}h{w}v{h}h-{w}z")
}

fn mark(drawn: &Drawn, stacks: &Stacks, map: &Map, stack: &Stack, index: usize, room: Rect) -> Html {
    let metrics = map.frame.metrics;
    let shapes = drawn.members.get(index).map(|member| {
        let route = replay(&drawn.edition, &member.answers);
        Drawing::of(&drawn.edition, &route).shapes
    });
    let class = mark_class(stack.spot.is_none(), stacks.several.binary_search(&index).is_ok());
    let shapes = shapes.unwrap_or_default();
    mark::mark(class, mark_at(metrics, room), radius(metrics), &shapes, numeral(index + 1))
}

/// The classes of the mark of a programme of a group.
fn mark_class(outside: bool, several: bool) -> Classes {
    classes!("is-group", several.then_some("is-twice"), outside.then_some("is-clear"))
}
