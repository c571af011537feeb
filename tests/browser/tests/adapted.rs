//! Readers adapt pages to themselves: larger, further apart, still, by a finger that trembles. Nothing is lost by it, on any
//! screen, in any state.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Engine, Page, Scenario, Scheme, Screen};
use serde_json::Value;
use std::collections::BTreeMap;

use super::states::{VISITS, Visit, each};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("options_have_room_for_a_thumb", options_have_room_for_a_thumb),
        Scenario::new("no_text_is_small", no_text_is_small),
        Scenario::new("text_can_be_spread", text_can_be_spread),
        Scenario::new("four_times_as_large_it_scrolls_one_way", four_times_as_large_it_scrolls_one_way),
        Scenario::new("nothing_moves_for_those_who_want_it_still", nothing_moves_for_those_who_want_it_still),
        Scenario::new("each_check_finds_what_is_wrong", each_check_finds_what_is_wrong),
    ]
    .into_iter()
    .map(|scenario| scenario.only_in(&[Engine::Chromium]))
    .collect()
}

/// What is 1,280 pixels wide and 1,024 high, at 400 % (WCAG 1.4.10).
const ZOOMED: Screen = Screen { width: 320, height: 256, ..WIDE };
pub const NARROW: Screen = Screen { width: 320, ..WIDE };
pub const WIDE: Screen = Screen {
    width: 1000,
    height: 800,
    scheme: Scheme::Light,
    forced_colors: false,
    reduced_motion: true,
    paper: false,
    slowdown: 1,
};

/// The name of an element in what is said, and whether it can be seen.
const ELEMENTS: &str = "
    const named = (one) => `${one.localName}${[...one.classList].map((name) => `.${name}`).join('')} “${one.textContent.trim().slice(0, 40)}”`;
    const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const all = (css) => [...document.querySelectorAll(css)].filter(seen);";

/// Options that are less than 44 pixels wide or high (WCAG 2.5.5).
const SMALL_OPTIONS: &str = "return all('fieldset[data-question] label')
    .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 44 || height < 44; }).map(named)";

/// Text that is drawn smaller than 12 pixels (Chartability, “Small text size”). The poster is for a wall and shown small on a
/// screen; its page leads to the widget, whose map is not.
const SMALL_TEXT: &str = "return (location.pathname.includes('/poster') ? [] : all('body *'))
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((one) => {
        const scale = one.getScreenCTM ? Math.hypot(one.getScreenCTM().a, one.getScreenCTM().b) : 1;
        return parseFloat(getComputedStyle(one).fontSize) * scale < 11.99;
    }).map(named)";

/// Whatever is wider than the page, which then scrolls two ways. A table may, within a region of its own.
pub const TOO_WIDE: &str = "const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth) return [];
    return all('body *').filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5)
        .filter((one) => !one.parentElement.closest('[role=region][tabindex]')).map(named)";

/// Boxes of HTML that cut off some of their text, and text that runs into what follows.
pub const CUT: &str = "return all('body *:not(svg, svg *, input, select, textarea)')
    .filter((one) => {
        const { overflowX, overflowY, clip, clipPath, position } = getComputedStyle(one);
        // Kept for screen readers alone.
        if (position === 'absolute' && (clip !== 'auto' || clipPath !== 'none')) return false;
        return (['hidden', 'clip'].includes(overflowX) && one.scrollWidth > one.clientWidth + 1)
            || (['hidden', 'clip'].includes(overflowY) && one.scrollHeight > one.clientHeight + 1);
    }).map(named)";

/// What WCAG 1.4.12 lets a reader set.
const SPREAD: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";

/// Whatever takes time to look as it is going to.
const MOVING: &str = "return [...document.querySelectorAll('*')].filter((one) => ['', '::before', '::after'].some((part) => {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(one, part);
        const lasts = (durations) => durations.split(',').some((duration) => parseFloat(duration) > 0);
        return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration)) || scrollBehavior === 'smooth';
    })).map(named)";

async fn found(page: &Page, check: &str) -> Result<Vec<String>> {
    let found = page.run(&format!("{ELEMENTS} {check}"), &[]).await?;
    Ok(found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Looks at every state on a screen, after `change`, for what is against one of the checks.
async fn nothing_found(page: &Page, screen: Screen, change: &str, checks: &[&str]) -> Result<()> {
    nothing_found_in(page, VISITS, screen, change, checks).await
}

/// The same for a part of the states.
pub async fn nothing_found_in(
    page: &Page,
    visits: impl IntoIterator<Item = &'static Visit>,
    screen: Screen,
    change: &str,
    checks: &[&str],
) -> Result<()> {
    let mut against = BTreeMap::<String, Vec<&str>>::new();
    screen.apply(page).await?;
    let changed = format!("if (!window.isAdapted) {{ window.isAdapted = true; {change} }}");
    let walked = each(page, visits, "en", async |state| {
        page.run(&changed, &[]).await?;
        page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]).await?;
        for check in checks {
            for line in found(page, check).await? {
                against.entry(line).or_default().push(state.name);
            }
        }
        Ok(())
    })
    .await;
    let mut told: Vec<String> =
        against.iter().map(|(line, states)| format!("{line} ({})", states.join(", "))).collect();
    told.extend(walked.err().map(|error| format!("{error:#}")));
    ensure!(told.is_empty(), "{} against it:\n{}", told.len(), told.join("\n"));
    Ok(())
}

async fn options_have_room_for_a_thumb(page: &Page) -> Result<()> {
    for screen in [WIDE, NARROW] {
        nothing_found(page, screen, "", &[SMALL_OPTIONS]).await?;
    }
    Ok(())
}

async fn no_text_is_small(page: &Page) -> Result<()> {
    for screen in [WIDE, NARROW] {
        nothing_found(page, screen, "", &[SMALL_TEXT]).await?;
    }
    Ok(())
}

async fn text_can_be_spread(page: &Page) -> Result<()> {
    for screen in [WIDE, NARROW] {
        nothing_found(page, screen, SPREAD, &[TOO_WIDE, CUT]).await?;
    }
    Ok(())
}

async fn four_times_as_large_it_scrolls_one_way(page: &Page) -> Result<()> {
    nothing_found(page, ZOOMED, "", &[TOO_WIDE, CUT]).await
}

async fn nothing_moves_for_those_who_want_it_still(page: &Page) -> Result<()> {
    nothing_found(page, WIDE, "", &[MOVING]).await
}

async fn each_check_finds_what_is_wrong(page: &Page) -> Result<()> {
    NARROW.apply(page).await?;
    for (check, spoiled) in [
        (
            SMALL_OPTIONS,
            "fieldset[data-question] label { max-block-size: 43px !important; min-block-size: 0 !important; overflow: clip }",
        ),
        (SMALL_TEXT, "h1 { font-size: 11px !important }"),
        (TOO_WIDE, "h1 { inline-size: 330px !important; max-inline-size: none !important }"),
        (CUT, "h1 { block-size: 10px !important; overflow: hidden !important }"),
        (MOVING, "h1 { transition: color 0.2s !important }"),
        (MOVING, "@keyframes turn { to { rotate: 1turn } } h1 { animation: turn 9s infinite !important }"),
    ] {
        page.open("").await?;
        page.wait_until_settled().await?;
        assert_eq!(found(page, check).await?, Vec::<String>::new());
        let spoil = format!(
            "const sheet = new CSSStyleSheet(); sheet.replaceSync(`{spoiled}`); \
                             document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]"
        );
        page.run(&spoil, &[]).await?;
        let found = found(page, check).await?;
        assert!(!found.is_empty(), "{spoiled} is not found");
    }
    Ok(())
}
