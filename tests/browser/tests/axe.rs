//! axe-core finds nothing against it, on any screen, in any state.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, ensure};
use peer_map_browser_tests::{Engine, Page, Scenario, Scheme, Screen, Workspace};
use serde_json::{Value, json};
use xtask::tools;

use super::states::{VISITS, each};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("axe_finds_what_is_wrong", axe_finds_what_is_wrong).only_in(&[Engine::Chromium]),
        Scenario::new("axe_finds_nothing", axe_finds_nothing),
        Scenario::new("axe_finds_nothing_in_french", async |page| finds_nothing(page, "fr", &[NARROW]).await)
            .only_in(&[Engine::Chromium]),
        Scenario::new("axe_finds_nothing_in_chinese", async |page| finds_nothing(page, "zh-Hans", &[NARROW]).await)
            .only_in(&[Engine::Chromium]),
        Scenario::new("axe_finds_nothing_in_other_colours", async |page| {
            finds_nothing(page, "en", &[DARK, FORCED]).await
        })
        .only_in(&[Engine::Chromium]),
        Scenario::new("axe_finds_nothing_where_room_is_short", async |page| {
            finds_nothing(page, "en", &[NARROW, LARGE]).await
        })
        .only_in(&[Engine::Chromium]),
    ]
}

/// The rules of WCAG 2.2 AA, and what axe-core's authors advise besides.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// What axe-core cannot decide by itself, with who decides it. Anything else that it leaves open fails.
const LEFT_OPEN: [&str; 3] = [
    // Behind words that lie over a drawing it sees no colour: `tests/contrast.rs` computes every pair of colours, and
    // `forced_colours.rs` what the browser makes of them.
    "color-contrast",
    // It wants human text; the letter of a kind is too short for it: `names.rs` compares letters too.
    "label-content-name-mismatch",
    // Heads of groups of rows stand in rows of their own (HTML, `scope=rowgroup`); it looks for cells in their row alone.
    "th-has-data-cells",
];

/// How a state is looked at.
struct Look {
    name: &'static str,
    screen: Screen,
    /// How large text is, in hundredths of the usual.
    text: u32,
    /// The rules that can be broken by it, where not all can.
    rules: Option<&'static [&'static str]>,
}

/// What changes with colours.
const COLOURS: &[&str] = &["color-contrast", "link-in-text-block"];
const USUAL: Screen = Screen {
    width: 1000,
    height: 800,
    scheme: Scheme::Light,
    forced_colors: false,
    reduced_motion: true,
    paper: false,
    slowdown: 1,
};
const WIDE: Look = Look { name: "wide", screen: USUAL, text: 100, rules: None };
const DARK: Look =
    Look { name: "dark", screen: Screen { scheme: Scheme::Dark, ..USUAL }, text: 100, rules: Some(COLOURS) };
const FORCED: Look =
    Look { name: "forced", screen: Screen { forced_colors: true, ..USUAL }, text: 100, rules: Some(COLOURS) };
/// WCAG 1.4.10: no wider than 320 pixels.
const NARROW: Look = Look { name: "narrow", screen: Screen { width: 320, ..USUAL }, text: 100, rules: None };
/// WCAG 1.4.4: text of twice the size.
const LARGE: Look = Look { name: "large", screen: USUAL, text: 200, rules: None };

/// Runs the rules and gives what is against them and what is left open, a line each.
const RUN: &str = "
    const [text, rules, tags] = arguments;
    document.documentElement.style.fontSize = text === 100 ? '' : `${text}%`;
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    // A colour on its way to another is neither.
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
    const only = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
    const found = await axe.run(document, { runOnly: only, resultTypes: ['violations', 'incomplete'], preload: false });
    const line = (one) => one.nodes.map((node) =>
        `${one.id}: ${node.target.flat(3).join(' ')}: ${[...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')}`);
    return { violations: found.violations.flatMap(line), incomplete: found.incomplete.flatMap(line) };";

/// Puts axe-core into the document, and into the frame of a page that has one. WebDriver asks no policy.
async fn inject(page: &Page, axe: &str) -> Result<()> {
    if page.run("return 'axe' in window", &[]).await? == true {
        return Ok(());
    }
    page.run(axe, &[]).await?;
    if page.run("return document.querySelector('iframe') !== null", &[]).await? == true {
        page.enter_frame("document.querySelector('iframe')").await?;
        page.wait_until("document.readyState === 'complete'").await?;
        page.run(axe, &[]).await?;
        page.leave_frame().await?;
    }
    Ok(())
}

/// What was found, each with the states that it was found in.
type Found = BTreeMap<String, Vec<&'static str>>;

fn told(found: &Found) -> Vec<String> {
    found.iter().map(|(line, states)| format!("{line} ({})", states.join(", "))).collect()
}

fn lines(found: &Value) -> impl Iterator<Item = &str> {
    found.as_array().into_iter().flatten().filter_map(Value::as_str)
}

async fn finds_nothing(page: &Page, language: &str, looks: &[Look]) -> Result<()> {
    let axe = fs::read_to_string(tools::axe(&Workspace::find()?)?).context("axe-core cannot be read")?;
    let run = format!("return (async function () {{ {RUN} }}).apply(null, arguments)");
    let (mut against, mut open) = (Found::new(), Found::new());
    let walked = each(page, VISITS, language, async |state| {
        inject(page, &axe).await?;
        for look in looks {
            if page.engine() == Engine::Chromium {
                look.screen.apply(page).await?;
            }
            let found = page.run(&run, &[json!(look.text), json!(look.rules), json!(TAGS)]).await?;
            let tell = |found: &Value, told: &mut Found| {
                for line in lines(found) {
                    told.entry(format!("{}: {line}", look.name)).or_default().push(state.name);
                }
            };
            tell(&found["violations"], &mut against);
            tell(&found["incomplete"], &mut open);
        }
        Ok(())
    })
    .await;
    let names: Vec<&str> = looks.iter().map(|look| look.name).collect();
    let report = Workspace::find()?.root().join("target/axe");
    fs::create_dir_all(&report)?;
    let file = report.join(format!("{}-{language}-{}.txt", page.engine(), names.join("-")));
    let count: usize = open.values().map(Vec::len).sum();
    fs::write(file, format!("Left open: {count}\n{}\n", told(&open).join("\n")))?;
    open.retain(|line, _| !LEFT_OPEN.iter().any(|rule| line.contains(&format!(": {rule}: "))));
    let mut against = told(&against);
    against.extend(told(&open).iter().map(|line| format!("left open: {line}")));
    against.extend(walked.err().map(|error| format!("{error:#}")));
    ensure!(against.is_empty(), "{} against it:\n{}", against.len(), against.join("\n"));
    Ok(())
}

async fn axe_finds_nothing(page: &Page) -> Result<()> {
    finds_nothing(page, "en", &[WIDE]).await
}

/// Otherwise nothing would be all that it can find.
async fn axe_finds_what_is_wrong(page: &Page) -> Result<()> {
    page.open("").await?;
    let axe = fs::read_to_string(tools::axe(&Workspace::find()?)?)?;
    inject(page, &axe).await?;
    let spoil = "document.querySelector('legend').remove(); document.querySelector('nav').removeAttribute('aria-label');
        document.querySelector('[data-action=continue]').style.cssText = 'color: #f66; background: #f00; transition: none';
        document.querySelector('input').labels[0].replaceWith(document.querySelector('input'));
        document.querySelector('input').removeAttribute('aria-labelledby')";
    page.run(spoil, &[]).await?;
    let run = format!("return (async function () {{ {RUN} }}).apply(null, arguments)");
    let found = page.run(&run, &[json!(100), Value::Null, json!(TAGS)]).await?;
    let rules: Vec<&str> = lines(&found["violations"]).filter_map(|line| line.split(':').next()).collect();
    for rule in ["label", "color-contrast"] {
        assert!(rules.contains(&rule), "{rule} is not among {rules:?}");
    }
    Ok(())
}
