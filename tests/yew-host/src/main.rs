//! A page that is a Yew application itself and has Peer Map inside its own tree: a build of its own, with Yew's ordinary
//! names, whose trees and listeners are numbered as those of the widget are.
//!
//! What a test reads: how often its button was pressed (`data-presses`), how many clicks came by an element around the
//! widget (`data-around`), and how many listeners ran of elements that nobody touched (`data-strays`), which must be none.

use yew::prelude::*;

/// Listeners besides: the widget has fewer on any of its screens, so each number of one of its listeners is here too.
const BYSTANDERS: usize = 60;

fn main() {
    yew::Renderer::<Host>::new().render();
}

#[component]
fn Host() -> Html {
    let (presses, around, strays) = (use_mut_ref(|| 0_u32), use_mut_ref(|| 0_u32), use_mut_ref(|| 0_u32));
    let shown = use_force_update();
    let counts = |counter: &std::rc::Rc<std::cell::RefCell<u32>>| {
        let (counter, shown) = (counter.clone(), shown.clone());
        move || {
            *counter.borrow_mut() += 1;
            shown.force_update();
        }
    };
    let (pressed, passed, stray) = (counts(&presses), counts(&around), counts(&strays));
    let bystander = |_| {
        let [click, input, change, submit, keydown] = [(); 5].map(|()| stray.clone());
        html! {
            <i
                onclick={move |_: MouseEvent| click()}
                oninput={move |_: InputEvent| input()}
                onchange={move |_: Event| change()}
                onsubmit={move |_: SubmitEvent| submit()}
                onkeydown={move |_: KeyboardEvent| keydown()}
            />
        }
    };
    html! {
        <section
            id="host"
            data-presses={presses.borrow().to_string()}
            data-around={around.borrow().to_string()}
            data-strays={strays.borrow().to_string()}
        >
            { for (0..BYSTANDERS).map(bystander) }
            <button id="press" onclick={move |_: MouseEvent| pressed()}>{ "Count" }</button>
            <div id="around" onclick={move |_: MouseEvent| passed()}>
                <Place />
            </div>
        </section>
    }
}

/// Where the widget goes, and whatever it makes of it: this component never renders anew.
#[component]
fn Place() -> Html {
    html! { <peer-map lang="en" /> }
}
