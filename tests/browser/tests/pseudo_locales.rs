//! Languages that there are not yet: one whose words are longer, and one that runs from right to left.

use anyhow::{Context, Result, ensure};
use peer_map_browser_tests::{Engine, Page, Scenario, Screen, Site};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

use crate::adapted::{CUT, NARROW, TOO_WIDE, WIDE, nothing_found_in};
use crate::pseudo::{from_right_to_left, pseudo};
use crate::states::{each, of_the_widget};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("longer_words_have_room", longer_words_have_room),
        Scenario::new("from_right_to_left_all_is_mirrored", from_right_to_left_all_is_mirrored),
        Scenario::new("from_right_to_left_all_has_room", from_right_to_left_all_has_room),
    ]
    .into_iter()
    .map(|scenario| scenario.only_in(&[Engine::Chromium]))
    .collect()
}

/// The site with a pseudo-locale in the place of English.
fn site(is_from_right_to_left: bool) -> Result<Site> {
    let site = Page::site()?;
    let read = |file: &str| -> Result<Value> {
        let text = fs::read_to_string(site.folder.join(file)).with_context(|| format!("{file} cannot be read"))?;
        Ok(serde_json::from_str(&text)?)
    };
    let (structure, words) = ("editions/ps1/edition.json", "editions/ps1/en.json");
    let mut files = vec![(format!("/{words}"), pseudo(&read(words)?).to_string())];
    if is_from_right_to_left {
        files.push((format!("/{structure}"), from_right_to_left(read(structure)?).to_string()));
    }
    Ok(Site { pages: files, ..site })
}

/// A page that is in English after all.
const PLAIN: &str = "const said = document.querySelector('.peer-map').textContent; return /[âéîôû]/.test(said) ? [] : [said.slice(0, 40)]";
/// A page that runs from left to right after all.
const FROM_LEFT: &str = "return [document.documentElement, document.querySelector('.peer-map')]
    .filter((one) => getComputedStyle(one).direction !== 'rtl').map(named)";

async fn longer_words_have_room(page: &Page) -> Result<()> {
    let page = page.on(site(false)?)?;
    for screen in [WIDE, NARROW] {
        nothing_found_in(&page, of_the_widget(), screen, "", &[PLAIN, TOO_WIDE, CUT]).await?;
    }
    Ok(())
}

async fn from_right_to_left_all_has_room(page: &Page) -> Result<()> {
    let page = page.on(site(true)?)?;
    nothing_found_in(&page, of_the_widget(), NARROW, "", &[PLAIN, FROM_LEFT, TOO_WIDE, CUT]).await
}

/// Where every box is that is seen: its name, its distance from the start of the lines and that of its end, its top. The words
/// of a line, and what stands among them, are in the order of their letters, and codes in that of every language.
const PLACES: &str = "const widget = document.querySelector('.peer-map');
    const { left, right } = widget.getBoundingClientRect();
    const mirrored = getComputedStyle(widget).direction === 'rtl';
    const named = (one) => `${one.localName}${[...one.classList].map((name) => `.${name}`).join('')} “${one.textContent.trim().slice(0, 30)}”`;
    return [...widget.querySelectorAll('*')]
        .filter((one) => one instanceof SVGElement ? !one.closest('defs') : !getComputedStyle(one).display.startsWith('inline'))
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.parentElement.closest('[dir]:not(.peer-map, html)'))
        .map((one) => [named(one), one.getBoundingClientRect()])
        .map(([name, box]) => [name, mirrored ? right - box.right : box.left - left, mirrored ? right - box.left : box.right - left, box.top + scrollY]);";

type Places = BTreeMap<&'static str, Vec<(String, [f64; 3])>>;

async fn places(page: &Page, screen: Screen, expected: &str) -> Result<Places> {
    screen.apply(page).await?;
    let mut places = Places::new();
    each(page, of_the_widget(), "en", async |state| {
        // A page that was not mirrored at all would be just as the other one.
        let direction = page.run("return getComputedStyle(document.querySelector('.peer-map')).direction", &[]).await?;
        ensure!(direction == expected, "it runs {direction}");
        let found = page.run(PLACES, &[]).await?;
        let place = |one: &Value| {
            let number = |index: usize| one[index].as_f64().context("no number");
            Ok((one[0].as_str().context("no name")?.to_owned(), [number(1)?, number(2)?, number(3)?]))
        };
        let found = found.as_array().context("no list")?.iter().map(place).collect::<Result<_>>()?;
        places.insert(state.name, found);
        Ok(())
    })
    .await?;
    Ok(places)
}

/// The same words in either direction are as wide, so everything has to be where a mirror would show it.
async fn from_right_to_left_all_is_mirrored(page: &Page) -> Result<()> {
    for screen in [WIDE, NARROW] {
        let from_left = places(&page.on(site(false)?)?, screen, "ltr").await?;
        let from_right = places(&page.on(site(true)?)?, screen, "rtl").await?;
        let mut against = BTreeMap::<String, Vec<&str>>::new();
        for (state, places) in &from_left {
            let mirrored = &from_right[state];
            ensure!(places.len() == mirrored.len(), "{state} has {} elements, then {}", places.len(), mirrored.len());
            for ((name, one), (_, other)) in places.iter().zip(mirrored) {
                if one.iter().zip(other).any(|(one, other)| (one - other).abs() > 2.0) {
                    against.entry(format!("{name}: {one:.0?} is {other:.0?}")).or_default().push(state);
                }
            }
        }
        let told: Vec<String> =
            against.iter().map(|(line, states)| format!("{line} ({})", states.join(", "))).collect();
        ensure!(told.is_empty(), "{} not mirrored:\n{}", told.len(), told.join("\n"));
    }
    Ok(())
}
