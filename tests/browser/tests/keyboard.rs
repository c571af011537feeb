//! People who have a keyboard and nothing else do everything that there is to do. Wherever they stand can be seen, is marked, is
//! covered by nothing, and is never lost.

use anyhow::{Context, Result, bail, ensure};
use peer_map_browser_tests::{Engine, Page, Scenario, Screen};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::group::{ONE, OTHER};
use super::host::{Host, script};

/// Where the tab key comes back into the page after its last stop. Firefox, without a window that people see, stays outside.
const RETURNING: [Engine; 2] = [Engine::Chromium, Engine::WebKit];

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("six_questions_are_answered_by_keyboard", six_questions_are_answered_by_keyboard)
            .only_in(&RETURNING),
        Scenario::new("a_result_is_explored_by_keyboard", a_result_is_explored_by_keyboard).only_in(&RETURNING),
        Scenario::new("a_group_is_made_by_keyboard", a_group_is_made_by_keyboard).only_in(&RETURNING),
        Scenario::new("a_group_is_shown_by_keyboard", a_group_is_shown_by_keyboard).only_in(&RETURNING),
        Scenario::new("the_keyboard_stays_where_the_frame_is_used", the_keyboard_stays_where_the_frame_is_used)
            .only_in(&RETURNING),
        // In WebKit a field with a list is found covered, and by what is not known yet.
        Scenario::new("nothing_is_under_the_header_of_a_host", nothing_is_under_the_header_of_a_host)
            .only_in(&[Engine::Chromium, Engine::Firefox]),
    ]
}

/// What has the keyboard, in shadow roots too.
const ACTIVE: &str = "(() => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one;
})()";

/// What is wrong with where the keyboard is; null if nothing is.
const STANDING: &str = "
    const wrong = () => {
    const one = ACTIVE;
    if (!one || one === document.body || one === document.documentElement) return 'the keyboard is nowhere';
    const told = one.outerHTML.slice(0, 160);
    // What draws the mark: the thing itself, or the ground of an item of the map.
    const box = (one.querySelector('.m-hit') ?? one).getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return `nothing can be seen of ${told}`;
    const style = getComputedStyle(one.querySelector('.m-hit') ?? one);
    const marked = style.outlineStyle === 'auto' || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        || one.matches('.pm-item') && style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2;
    if (one.tabIndex >= 0 && !marked) return `no mark on ${told}`;
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const root = one.getRootNode();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y]));
    const hits = points.filter(([x, y]) => {
        const hit = root.elementFromPoint(x, y);
        return hit && (one.contains(hit) || hit.contains(one) && !hit.matches('body, html'));
    });
    return top < bottom && left < right && hits.length > 0 ? null : `something covers ${told}`;
    };
    // Browsers scroll to what has the keyboard in a frame of their own.
    for (let frame = 0; wrong() && frame < 60; frame += 1) await new Promise(requestAnimationFrame);
    return wrong();";

struct Person<'a> {
    page: &'a Page,
}

impl Person<'_> {
    async fn press(&self, key: impl Into<char>) -> Result<()> {
        Ok(self.page.session().action_chain().send_keys(key.into().to_string()).perform().await?)
    }

    async fn type_in(&self, text: &str) -> Result<()> {
        // WebKit types no line feed, and breaks the line at the key for it.
        let keys = text.replace('\n', &char::from(Key::Return).to_string());
        Ok(self.page.session().action_chain().send_keys(keys).perform().await?)
    }

    /// Replaces what a field holds.
    async fn type_over(&self, text: &str) -> Result<()> {
        let all = self.page.session().action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
        all.perform().await?;
        self.type_in(text).await
    }

    /// Fails unless the keyboard is on something that can be seen, with a mark, and is not covered.
    async fn stands(&self) -> Result<()> {
        let script = format!("return (async () => {{ {} }})()", STANDING.replace("ACTIVE", ACTIVE));
        let wrong = self.page.run(&script, &[]).await?;
        ensure!(wrong == Value::Null, "{wrong}");
        Ok(())
    }

    /// Whether the keyboard is on nothing of the page. Firefox names the last stop still, while its own window has the keyboard.
    async fn is_outside(&self) -> Result<bool> {
        let elsewhere = format!(
            "return {ACTIVE}.matches('body, html') || !document.hasFocus() && !{ACTIVE}.matches(':focus-visible')"
        );
        Ok(self.page.run(&elsewhere, &[]).await? == true)
    }

    async fn is_on(&self, css: &str) -> Result<bool> {
        Ok(self.page.run(&format!("return {ACTIVE}?.matches(arguments[0]) ?? false"), &[json!(css)]).await? == true)
    }

    /// Goes on by the tab key until the keyboard is on it; whatever lies between is stood on too.
    async fn tab_to(&self, css: &str) -> Result<()> {
        let mut ends = 0;
        for _ in 0..160 {
            self.press(Key::Tab).await?;
            // After the last stop browsers leave the page, and come in again at its top.
            if self.is_outside().await? {
                ends += 1;
                ensure!(ends < 3, "{css} is not in the order of tabs");
                continue;
            }
            self.stands().await.with_context(|| format!("on the way to {css}"))?;
            if self.is_on(css).await? {
                return Ok(());
            }
        }
        bail!("{css} is not in the order of tabs, or there is a trap")
    }

    /// Goes to something and presses it; what comes then is waited for, and the keyboard must be somewhere.
    async fn use_it(&self, css: &str, then: &str) -> Result<()> {
        self.tab_to(css).await?;
        self.press(Key::Enter).await?;
        self.page.wait_until(then).await.with_context(|| format!("{css} was pressed"))?;
        self.page.wait_until(&format!("{ACTIVE} !== document.body")).await.with_context(|| format!("lost by {css}"))?;
        self.stands().await.with_context(|| format!("{css} was pressed"))
    }
}

fn there(css: &str) -> String {
    format!("document.querySelector({}) !== null", json!(css))
}

fn on(css: &str) -> String {
    format!("{ACTIVE}?.matches({})", json!(css))
}

async fn six_questions_are_answered_by_keyboard(page: &Page) -> Result<()> {
    page.open("").await?;
    let person = Person { page };
    // Nothing takes the keyboard from whoever has just come.
    ensure!(person.is_outside().await?, "the page took the keyboard");
    // What was forgotten is said, with the keyboard on it, and a link to the first option.
    person.use_it("[data-action=continue]", &on("[role=alert]")).await?;
    person.tab_to("[role=alert] a").await?;
    person.press(Key::Enter).await?;
    page.wait_until(&on("[name=k]")).await?;
    person.press(Key::Space).await?;
    page.wait_until(&there("[name=k]:checked")).await?;
    for (one, question, option) in [("k", "w", "1"), ("w", "d", "1"), ("d", "f", "4"), ("f", "p", "1")] {
        person.use_it("[data-action=continue]", &there(&format!("fieldset[data-question={question}]"))).await?;
        page.wait_until(&on("h1")).await.with_context(|| format!("after {one}"))?;
        if question == "d" {
            // Radios are one stop, with arrows inside.
            person.tab_to("[name=d]").await?;
            person.press(Key::Down).await?;
            page.wait_until(&there("[name=d][value='2']:checked")).await?;
            continue;
        }
        let option = format!("[name={question}][value='{option}']");
        person.tab_to(&option).await?;
        person.press(Key::Space).await?;
        page.wait_until(&there(&format!("{option}:checked"))).await?;
    }
    person.use_it("[data-action=continue]", &there("fieldset[data-question=h]")).await?;
    person.tab_to("[name=h]").await?;
    person.press(Key::Space).await?;
    person.use_it("[data-action=continue]", &there("[data-screen=summary]")).await?;
    person.use_it("[data-change=d]", &there("fieldset[data-question=d]")).await?;
    person.use_it("[data-action=back]", &there("[data-screen=summary]")).await?;
    person.use_it("[data-action=result]", &there("[data-screen=result]")).await?;
    page.wait_until(&on("h1")).await?;
    Ok(())
}

async fn a_result_is_explored_by_keyboard(page: &Page) -> Result<()> {
    page.open(ONE).await?;
    let person = Person { page };
    // The figure: one stop, arrows inside, and out again.
    person.tab_to(".pm-item").await?;
    let explained = "document.querySelector('.pm-explain [role=status] b')?.textContent ?? ''";
    page.wait_until(explained).await?;
    let first = page.run(&format!("return {explained}"), &[]).await?;
    person.press(Key::Right).await?;
    page.wait_until(&format!("({explained}) !== {first}")).await?;
    person.stands().await?;
    person.press(Key::Tab).await?;
    ensure!(!person.is_on(".pm-item").await?, "the map keeps the keyboard");
    person.stands().await?;
    // A landmark beside it, and back to where it was opened.
    person.use_it("[data-action=compare]", &there("[data-screen=landmark]")).await?;
    person.use_it("[data-action=back]", &there("[data-screen=result]")).await?;
    // Another answer is tried, and not kept.
    person.use_it("[data-action=try]", &there("[data-screen=trial]")).await?;
    person.use_it("[data-action=trial-back]", &there("[data-screen=result]")).await?;
    page.wait_until(&on("[data-action=try]")).await.context("it goes on where it was")?;
    // A word.
    person.tab_to("[name=label]").await?;
    person.type_in("peer worker").await?;
    person.press(Key::Enter).await?;
    page.wait_until(&there("[data-section=label] [role=status] .pm-said")).await?;
    person.stands().await?;
    // The link.
    let told = "[...document.querySelectorAll('[data-section=share] [role=status]')].some((one) => one.textContent)";
    person.use_it("[data-action=copy-share-link]", told).await
}

async fn begin_group<'a>(page: &'a Page, lines: &str) -> Result<Person<'a>> {
    super::group::open(page).await?;
    let person = Person { page };
    person.tab_to("textarea").await?;
    person.type_in(lines).await?;
    person.use_it("[data-action=group-add]", &there("[data-programme]")).await?;
    page.wait_until(&on("#pm-told")).await?;
    Ok(person)
}

fn programmes(count: usize) -> String {
    format!("document.querySelectorAll('[data-programme]').length === {count}")
}

async fn a_group_is_made_by_keyboard(page: &Page) -> Result<()> {
    let person = begin_group(page, &format!("Harbour, {ONE}\nno code here\n{OTHER}\nnor here\n")).await?;
    page.wait_until(&programmes(2)).await?;
    // A correction that fails, and one that does not.
    let said = "document.querySelector('#pm-told').textContent";
    person.tab_to("[data-line='2'] input").await?;
    person.type_over("still no code").await?;
    person.press(Key::Enter).await?;
    page.wait_until(&on("#pm-told")).await.context("a correction failed")?;
    page.wait_until(said).await?;
    person.stands().await?;
    person.tab_to("[data-line='2'] input").await?;
    person.type_over(&format!("Third, {OTHER}")).await?;
    person.press(Key::Enter).await?;
    page.wait_until(&programmes(3)).await?;
    page.wait_until(&on("#pm-told")).await?;
    person.use_it("[data-line='4'] [data-action=line-leave]", &on("#pm-told")).await?;
    person.use_it("[data-action=undo]", &there("[data-line='4']")).await?;
    person.use_it("[data-line='4'] [data-action=line-leave]", &on("#pm-told")).await?;
    // Hidden, shown again, removed, and had back.
    person.tab_to("[data-programme='1'] [name=chosen]").await?;
    person.press(Key::Space).await?;
    page.wait_until(&there("[data-action=hide]")).await?;
    person.use_it("[data-action=hide]", &there("[data-hidden]")).await?;
    page.wait_until(&on("#pm-told")).await.context("it was hidden")?;
    person.use_it("[data-action=show]", "document.querySelector('[data-hidden]') === null").await?;
    page.wait_until(&on("#pm-told")).await.context("it was shown again")?;
    person.use_it("[data-action=remove]", &programmes(2)).await?;
    page.wait_until(&on("#pm-told")).await.context("it was removed")?;
    person.use_it("[data-action=undo]", &programmes(3)).await?;
    page.wait_until(&on("#pm-told")).await.context("it was had back")?;
    // One of them by itself, with another name.
    person.use_it("[data-open='2']", &there("[data-of-group]")).await?;
    person.tab_to("[name=rename]").await?;
    person.type_in("Second Spring").await?;
    person.press(Key::Enter).await?;
    page.wait_until("document.querySelector('[data-of-group] b').textContent.includes('Second Spring')").await?;
    person.stands().await?;
    person.use_it("[data-action=group-back]", &there("[data-screen=group]")).await
}

async fn a_group_is_shown_by_keyboard(page: &Page) -> Result<()> {
    // Typed from paper, without checks: the reader says that they agree with it.
    let person = begin_group(page, "ps1-k13w14d2f4p14h3\nps1-k4w1d3f4p1h2\n").await?;
    person.use_it("[data-action=choose-all]", &there("[data-action=choose-none]")).await?;
    person.use_it("[data-action=compared]", "document.querySelector('[data-action=compared]') === null").await?;
    page.wait_until(&on("#pm-told")).await.context("they agree with the paper")?;
    person.use_it("[data-action=side]", &there("[data-screen=side]")).await?;
    person.use_it("[data-action=back]", &there("[data-screen=group]")).await?;
    person.use_it("[data-action=present]", &there("[data-screen=present]")).await?;
    person.use_it("[data-action=reveal]", &there("[data-revealed=true]")).await?;
    person.use_it("[data-action=present-next]", &there("[data-revealed=false]")).await?;
    person.use_it("[data-action=present-leave]", &there("[data-screen=group]")).await
}

async fn the_keyboard_stays_where_the_frame_is_used(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    let person = Person { page };
    person.use_it("[data-action=about]", &there("[data-screen=about]")).await?;
    person.use_it("[data-action=back]", &there("[data-screen=question]")).await?;
    person.use_it("[data-action=map]", &there("[data-screen=map]")).await?;
    person.tab_to("[data-section=rules] summary").await?;
    person.press(Key::Enter).await?;
    page.wait_until(&there("[data-section=rules] details[open]")).await?;
    person.stands().await?;
    person.use_it("nav button[lang=fr]", "document.querySelector('.peer-map').lang === 'fr'").await?;
    page.wait_until(&on("nav button[lang=fr]")).await?;
    person.use_it("[data-action=back]", &there("[data-screen=question]")).await?;
    // A code from paper.
    widget.wait_for(".pm-open > summary").await?;
    person.tab_to(".pm-open > summary").await?;
    person.press(Key::Enter).await?;
    person.tab_to("[name=code]").await?;
    person.type_in("ps1-k13w14d2f4p14h3-a").await?;
    person.press(Key::Enter).await?;
    page.wait_until(&on("[role=alert]")).await?;
    person.use_it("[data-action=use]", &there("[data-screen=summary]")).await
}

/// A header that stays at the top of the host's page, of 5 rem.
const HEADER: &str = "<style>header { position: sticky; top: 0; height: 5rem; background: #333; z-index: 9 }
    peer-map { --peer-map-scroll-margin: 5.5rem }</style><header></header>";

async fn nothing_is_under_the_header_of_a_host(page: &Page) -> Result<()> {
    Screen { height: 600, ..Screen::default() }.apply(page).await?;
    let element = |site: &str| {
        format!("{HEADER}{}<peer-map lang=en code=\"{ONE}\"></peer-map><p><a href=#>End</a></p>", script(site))
    };
    let host = Host::open(page, None, element).await?;
    host.page.widget_in("peer-map").wait_for_screen("result").await?;
    let person = Person { page: &host.page };
    person.tab_to("a[href='#']").await?;
    // Upwards is where a header is in the way.
    let back = || host.page.session().action_chain().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift);
    for step in 0..100 {
        back().perform().await?;
        if person.is_outside().await? {
            ensure!(step > 20, "only {step} stops");
            return Ok(());
        }
        person.stands().await.context("on the way up")?;
    }
    bail!("100 stops upwards lead nowhere")
}
