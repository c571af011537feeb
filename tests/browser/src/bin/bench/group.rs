//! Groups, in the widget as it is published: read and drawn, scrolled, worked on.

use crate::effect::{SLOWER, click, figure, settle, slow_down};
use anyhow::{Context, Result};
use peer_map_browser_tests::Page;
use serde_json::{Value, json};

/// How many programmes are pasted, and how often.
const GROUPS: [usize; 3] = [100, 1_000, 10_000];
const TIMES: usize = 5;

/// A list is scrolled so far in each frame, which is faster than anybody reads, and for so many frames.
const PIXELS: u32 = 400;
const FRAMES: usize = 240;

/// The programmes of a workshop, how many of them are chosen, and how often they are hidden.
const ROOM: usize = 60;
const CHOSEN: usize = 15;
const HIDDEN: usize = 5;

/// What choosing and hiding may take in the median, in milliseconds: up to a tenth of a second an effect feels instant (Miller,
/// Response time in man-computer conversational transactions, 1968; Nielsen, Usability Engineering, 1993).
const INSTANT: f64 = 100.0;

/// Answers of programmes that differ, without the check: it is pasted as from paper.
const CODES: [&str; 5] = ["k13w14d2f4p14h3", "k4w1d3f4p1h2", "k1w12d2f4p46h4", "k12w13d1f1p2", "k3w24d3f4p12h2"];

pub async fn measure(page: &Page) -> Result<Vec<Value>> {
    let mut figures = Vec::new();
    for programmes in GROUPS {
        figures.push(drawn(page, programmes).await?);
        figures.push(scrolled(page, programmes).await?);
    }
    Ok(figures)
}

/// What a reader waits for: from the press of the button to the painted group, read, counted and drawn.
async fn drawn(page: &Page, programmes: usize) -> Result<Value> {
    let (mut samples, mut bytes) = (Vec::new(), 0.0);
    for _ in 0..TIMES {
        let drawn = draw(page, programmes).await?;
        samples.push(drawn.0);
        bytes = drawn.1;
    }
    let group = json!({ "work": "paste, count and draw", "programmes": programmes });
    let note = Some(format!("the memory of the wasm has then {bytes} bytes"));
    figure(&format!("paste, count and draw {programmes} programmes"), group, samples, None, note)
}

/// Milliseconds, and bytes of the memory of the wasm.
async fn draw(page: &Page, programmes: usize) -> Result<(f64, f64)> {
    page.visit("index.html?lang=en&mode=group").await?;
    page.wait_until("window.widgetHasStarted && document.querySelector('textarea[name=paste]')").await?;
    let lines: String =
        (0..programmes).map(|at| format!("Programme no. {at}, ps1-{}\n", CODES[at % CODES.len()])).collect();
    let begin = "document.querySelector('textarea').value = arguments[0];
        const painted = () => requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now() - begun; }));
        const seen = new MutationObserver(() => {
            if (document.querySelector('[data-programme]')) { seen.disconnect(); painted(); }
        });
        seen.observe(document.getElementById('peer-map'), { childList: true, subtree: true });
        const begun = performance.now();
        document.querySelector('[data-action=group-add]').click();";
    page.run(begin, &[json!(lines)]).await?;
    let milliseconds = page.wait_until("window.drawn").await?;
    let bytes = page.run("return window.widgetMemory?.buffer.byteLength ?? 0", &[]).await?;
    settle(page).await?;
    Ok((milliseconds.as_f64().context("the page measured no number")?, bytes.as_f64().unwrap_or_default()))
}

/// The time from frame to frame while the list of the group that is shown is scrolled.
async fn scrolled(page: &Page, programmes: usize) -> Result<Value> {
    let scroll = "const list = document.querySelector('[data-rows]') ?? document.scrollingElement;
        const [pixels, count] = arguments;
        const times = [];
        list.scrollTop = 0;
        return new Promise((done) => {
            const frame = (time) => {
                times.push(time);
                list.scrollTop += pixels;
                if (times.length < count) requestAnimationFrame(frame); else done(times);
            };
            requestAnimationFrame(frame);
        })";
    let times = page.run(scroll, &[json!(PIXELS), json!(FRAMES)]).await?;
    let times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    // The first ones are still of what was before.
    let frames: Vec<f64> = times.windows(2).skip(2).map(|pair| pair[1] - pair[0]).collect();
    // Clocks are not exact: a frame of 60 a second takes 16.7 milliseconds, give or take a little.
    let over = |most: f64| frames.iter().filter(|frame| **frame > most + 0.3).count();
    let note = format!("{} of {} frames took more than 16.7 ms, {} more than 20", over(16.7), frames.len(), over(20.0));
    let case = format!("a frame while {programmes} programmes are scrolled");
    figure(&case, Value::Null, frames, Some(17.0), Some(note))
}

/// The work of a workshop on a slow machine.
pub async fn measure_slowly(page: &Page) -> Result<Vec<Value>> {
    draw(page, ROOM).await?;
    slow_down(page, SLOWER).await?;
    let (mut chosen, mut hidden, mut undone) = (Vec::new(), Vec::new(), Vec::new());
    for programme in 1..=CHOSEN {
        chosen.push(click(page, &format!("[data-programme='{programme}'] input[name=chosen]")).await?);
    }
    for _ in 0..HIDDEN {
        hidden.push(click(page, "[data-action=hide]").await?);
        hidden.push(click(page, "[data-action=show]").await?);
    }
    for _ in 0..2 * HIDDEN {
        undone.push(click(page, "[data-action=undo]").await?);
    }
    slow_down(page, 1).await?;
    let of = format!("of {ROOM}, at {SLOWER}x CPU");
    let most = Some(INSTANT);
    Ok(vec![
        figure(&format!("choose a programme {of}"), Value::Null, chosen, most, None)?,
        figure(&format!("hide or show {CHOSEN} programmes {of}"), Value::Null, hidden, most, None)?,
        figure(&format!("undo that {of}"), Value::Null, undone, most, None)?,
    ])
}
