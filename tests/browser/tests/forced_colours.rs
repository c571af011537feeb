//! Forced colours: the browser takes most colours away, and everything on the map still stands out.

use anyhow::{Context, Result};
use peer_map_browser_tests::{Engine, Page, Scenario, Screen};
use serde_json::{Value, json};

use crate::colour::Colour;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("forced_colours_leave_the_map_readable", forced_colours_leave_the_map_readable)
            .only_in(&[Engine::Chromium]),
    ]
}

const CODES: [&str; 2] = ["ps1-k13w14d2f4p14h3-g", "ps1-k1w1d1f2p16h1-8"];

/// Every mark and every letter that is shown: what it is, its colour, and the colour below it.
const COLOURS: &str = "
    const sample = document.body.appendChild(document.createElement('i'));
    sample.style.color = 'Canvas';
    const canvas = getComputedStyle(sample).color;
    sample.remove();
    const shown = (css) => [...document.querySelectorAll('.peer-map ' + css)].filter((one) => one.checkVisibility());
    const style = (element) => getComputedStyle(element);
    const parts = [
        ...shown('.pm-map .is-you .m-body').map((one) => ['your mark', style(one).fill, canvas]),
        ...shown('.pm-map .pm-region.is-full .r-line').map((one) => ['an outline', style(one).stroke, canvas]),
        ...shown('.pm-map .is-landmark .m-body > *').map((one) => ['a landmark', style(one).stroke, canvas]),
    ];
    const words = [
        ...shown('.pm-letter').map((one) => ['disc ' + one.textContent, style(one).color, style(one).backgroundColor]),
        ...shown('.pm-map .pm-tab').map((one) => ['tab ' + one.textContent,
            style(one.querySelector('.tab-letter')).fill, style(one.querySelector('.tab-box')).fill]),
        ...shown('.pm-map .m-num').map((one) => ['number ' + one.textContent, style(one).fill, canvas]),
    ];
    // Browsers paint a plate of the canvas behind words, unless told not to: light letters would be lost on it.
    const plated = [...shown('.pm-letter'), ...shown('.pm-map .tab-letter')]
        .filter((one) => style(one).forcedColorAdjust !== 'none').map((one) => one.textContent);
    return { canvas, parts, words, plated };";

/// A computed colour over another one.
fn colour(computed: &str, below: Option<Colour>) -> Result<Colour> {
    let numbers = computed.trim_start_matches("rgba(").trim_start_matches("rgb(").trim_end_matches(')').split(',');
    let numbers: Result<Vec<f64>, _> = numbers.map(|number| number.trim().parse()).collect();
    let numbers = numbers.with_context(|| format!("{computed} is not understood"))?;
    let hex: String = numbers.iter().take(3).map(|part| format!("{:02x}", *part as u8)).collect();
    let colour = Colour::hex(&format!("#{hex}")).with_context(|| format!("{computed} is not understood"))?;
    Ok(below.map_or(colour, |below| colour.over(below, numbers.get(3).copied().unwrap_or(1.0))))
}

/// Each thing of a list with the contrast of its colour to what is below.
fn contrasts(list: &Value, canvas: Colour) -> Result<Vec<(String, f64)>> {
    let contrast = |one: &Value| {
        let [what, ink, below] = [0, 1, 2].map(|index| one[index].as_str().unwrap_or_default());
        let below = colour(below, Some(canvas))?;
        Ok((what.to_owned(), colour(ink, Some(below))?.contrast(below)))
    };
    list.as_array().into_iter().flatten().map(contrast).collect()
}

async fn forced_colours_leave_the_map_readable(page: &Page) -> Result<()> {
    Screen { forced_colors: true, ..Screen::default() }.apply(page).await?;
    for code in CODES {
        page.open(code).await?.figure("territory").await?;
        page.wait_until_settled().await?;
        page.wait_until("matchMedia('(forced-colors: active)').matches").await?;
        let colours = page.run(COLOURS, &[]).await?;
        assert_eq!(colours["plated"], json!([]), "{code}: letters with a plate behind them");
        let canvas = colour(colours["canvas"].as_str().unwrap_or_default(), None)?;
        let (parts, words) = (contrasts(&colours["parts"], canvas)?, contrasts(&colours["words"], canvas)?);
        for kind in ["your mark", "an outline", "a landmark"] {
            assert!(parts.iter().any(|(what, _)| what == kind), "{code}: there is not {kind}");
        }
        assert!(words.iter().any(|(what, _)| what.starts_with("disc")), "{code}: there are no discs");
        for (list, least) in [(parts, 3.0), (words, 4.5)] {
            let faint: Vec<_> = list.into_iter().filter(|(_, contrast)| *contrast < least).collect();
            assert!(faint.is_empty(), "{code}: {faint:?} should be {least} at least");
        }
    }
    Ok(())
}
