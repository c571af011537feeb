//! Every screen and state of the product, and how to get there: one table for whatever must hold everywhere.
//!
//! A [`Visit`] is one load of one page; its [`State`]s follow from each other there, so that the whole table takes few loads.
//! Steps name marks and no words, and so lead to the same states in every language.

use anyhow::{Context, Result, ensure};
use peer_map_browser_tests::Page;
use serde_json::{Value, json};

/// A page, and the states that are reached there one after the other.
pub struct Visit {
    /// Relative to the site. `LANG` stands for the tag of the language, `.LANG` and `LANG/` for the file and the folder of it,
    /// which English has not.
    address: &'static str,
    /// For pages that are there in English alone.
    english: bool,
    states: &'static [State],
}

/// A state, by its name in reports and golden files, and the steps from the state before it.
pub struct State {
    pub name: &'static str,
    steps: &'static [Step],
}

/// What a person does, to the first visible element that is selected.
enum Step {
    Press(&'static str),
    Write(&'static str, &'static str),
    /// Ticks it without a word to the widget, as a person could before the widget was there.
    Tick(&'static str),
    /// Opens everything that is folded.
    Unfold,
    /// Waits for it.
    See(&'static str),
}

use Step::{Press, See, Tick, Unfold, Write};

const fn state(name: &'static str, steps: &'static [Step]) -> State {
    State { name, steps }
}

const fn visit(address: &'static str, states: &'static [State]) -> Visit {
    Visit { address, english: false, states }
}

const CONTINUE: Step = Press("[data-action=continue]");
const BACK: Step = Press("[data-action=back]");

/// The table.
pub static VISITS: &[Visit] = &[
    visit("index.html?lang=LANG", QUESTIONS),
    visit(
        "index.html?lang=LANG",
        &[state(
            "question-k-mixed",
            &[Tick("[name=k][value='1']"), Tick("[name=k][value='9']"), CONTINUE, See("[data-problem=answer]")],
        )],
    ),
    visit("index.html?lang=LANG#ps1-k13w14d2f4p14h3-g", RESULT),
    visit("index.html?lang=LANG#ps1-k1w1d1f2p16h1-8", &[state("result-possible", &[See("[data-screen=result]")])]),
    visit("index.html?lang=LANG#ps1-k13w14d2f4p14h3-a", &[state("damaged-check", &[See("[data-problem=check]")])]),
    visit(
        "index.html?lang=LANG#ps9-k13w14d2f4p14h3-g",
        &[state("damaged-edition", &[See("[role=alert][data-problem]")])],
    ),
    visit("index.html?lang=LANG&theme=purple", &[state("notice", &[See("[data-problem=theme]")])]),
    visit("index.html?lang=LANG&mode=group", GROUP),
    visit(
        "index.html?lang=LANG#ps1-g.k13w14d2f4p14h3.k4w1d3f4p1h2-1",
        &[state("damaged-group", &[See("[data-problem=check]")])],
    ),
    visit("index.html?lang=LANG&mode=map", MAP),
    visit("embed.LANG.html", &[state("embed", &[See("form")]), state("embed-unfolded", &[Unfold])]),
    visit("worksheet.LANG.html", &[state("worksheet", &[See("h1")])]),
    visit("poster.LANG.html", &[state("poster", &[See("h1")])]),
    visit("accessibility.LANG.html", &[state("accessibility", &[See("h1")])]),
    visit("kinds/mutual/LANG/index.html", &[state("kind", &[See("h1")])]),
    Visit { address: "link-format.html", english: true, states: &[state("link-format", &[See("h1")])] },
];

const QUESTIONS: &[State] = &[
    state("question-k", &[See("fieldset[data-question=k]")]),
    state("question-k-empty", &[CONTINUE, See("[data-problem=empty]")]),
    state("question-k-unfolded", &[Press("[name=k][value='1']"), Unfold]),
    state("question-w", &[CONTINUE, See("fieldset[data-question=w]")]),
    state("question-d", &[Press("[name=w][value='1']"), CONTINUE, See("fieldset[data-question=d]")]),
    state("question-f", &[Press("[name=d][value='2']"), CONTINUE, See("fieldset[data-question=f]")]),
    state("question-p", &[Press("[name=f][value='4']"), CONTINUE, See("fieldset[data-question=p]")]),
    state("question-h", &[Press("[name=p][value='1']"), CONTINUE, See("fieldset[data-question=h]")]),
    state("summary", &[Press("[name=h][value='3']"), CONTINUE, See("[data-screen=summary]")]),
    state("summary-change", &[Press("[data-change=d]"), See("fieldset[data-question=d]")]),
    state("about", &[Press("[data-action=about]"), See("[data-screen=about]")]),
];

const RESULT: &[State] = &[
    state("result", &[See("[data-screen=result] figure[data-figure=territory]")]),
    state("result-landmark-explained", &[Press(".pm-item[role=button]"), See(".pm-explained")]),
    state(
        "result-kind-explained",
        &[Press(".pm-item.pm-tab, .pm-tab .pm-item, .pm-item:has(.tab-letter)"), See(".pm-explained")],
    ),
    state("result-unfolded", &[Unfold]),
    state(
        "result-label",
        &[Write("[name=label]", "peer worker"), Press("[data-action=label]"), See("[data-section=label] .pm-said")],
    ),
    state(
        "result-name-refused",
        &[
            Write("[name=name]", "0123456789012345678901234567890123456789012345678901234567890123456789"),
            Press("[data-action=name-add]"),
            See("[name=name][aria-invalid]"),
        ],
    ),
    state(
        "result-named",
        &[Write("[name=name]", "Harbour"), Press("[data-action=name-add]"), See("[data-action=name-remove]")],
    ),
    state("trial", &[Press("[data-action=try]"), See("[data-screen=trial]")]),
    state(
        "landmark",
        &[
            Press("[data-action=trial-back]"),
            See("[data-screen=result]"),
            Press("[data-action=compare]"),
            See("[data-screen=landmark]"),
        ],
    ),
    state("landmark-unfolded", &[Unfold]),
];

const MAP: &[State] = &[
    state("map", &[See("[data-screen=map], figure[data-figure=territory]")]),
    state("map-explained", &[Press(".pm-item[role=button]"), See(".pm-explained")]),
    state("map-rules", &[Unfold, See("[data-section=rules] table")]),
];

const GROUP: &[State] = &[
    state("group-empty", &[See("textarea[name=paste]")]),
    state("group-nothing", &[Press("[data-action=group-add]"), See("[data-told]")]),
    state(
        "group",
        &[
            Write(
                "textarea[name=paste]",
                "Harbour, ps1-k13w14d2f4p14h3-g\nno code here\nps1-k4w1d3f4p1h2-a\nnor here\nps1-k1w1",
            ),
            Press("[data-action=group-add]"),
            See("[data-programme='3']"),
        ],
    ),
    state("group-line-refused-again", &[Press("[data-action=line-try]"), See("[data-line]")]),
    state(
        "group-chosen",
        &[
            Press("[data-programme='1'] [name=chosen]"),
            Press("[data-programme='2'] [name=chosen]"),
            See("[data-action=side]"),
        ],
    ),
    state("group-hidden", &[Press("[data-action=hide]"), See("[data-hidden]")]),
    state("group-unfolded", &[Press("[data-action=show]"), Unfold]),
    state("side", &[Press("[data-action=side]"), See("[data-screen=side]")]),
    state("present", &[BACK, Press("[data-action=present]"), See("[data-screen=present]")]),
    state("present-revealed", &[Press("[data-action=reveal]"), See("[data-revealed=true]")]),
    state("programme", &[Press("[data-action=present-leave]"), Press("[data-open='1']"), See("[data-of-group]")]),
    state(
        "programme-name-refused",
        &[
            Write("[name=rename]", "0123456789012345678901234567890123456789012345678901234567890123456789"),
            Press("[data-action=rename]"),
            See("[name=rename][aria-invalid]"),
        ],
    ),
];

/// Does one step as soon as it can be done. An element of SVG has no `click`.
const STEP: &str = "
    const [kind, css, text] = arguments;
    const shown = () => [...document.querySelectorAll(css)].find((one) => one.checkVisibility({ visibilityProperty: true }));
    const frame = () => new Promise(requestAnimationFrame);
    const deadline = performance.now() + 8000;
    while (css !== null && !shown() && performance.now() < deadline) await frame();
    if (css !== null && !shown()) return `there is no ${css}`;
    if (kind === 'press') {
        shown().focus?.();
        shown().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    } else if (kind === 'write') {
        shown().value = text;
    } else if (kind === 'tick') {
        shown().checked = true;
    } else if (kind === 'unfold') {
        for (const one of document.querySelectorAll('details')) one.open = true;
    }
    await frame();
    await frame();
    return null;";

impl Step {
    async fn take(&self, page: &Page) -> Result<()> {
        let (kind, css, text) = match self {
            Press(css) => ("press", Some(*css), None),
            Write(css, text) => ("write", Some(*css), Some(*text)),
            Tick(css) => ("tick", Some(*css), None),
            Unfold => ("unfold", None, None),
            See(css) => ("see", Some(*css), None),
        };
        let script = format!("return (async function () {{ {STEP} }}).apply(null, arguments)");
        let failed = page.run(&script, &[json!(kind), json!(css), json!(text)]).await?;
        ensure!(failed == Value::Null, "{failed}");
        Ok(())
    }
}

impl Visit {
    fn address(&self, language: &str) -> String {
        let (file, folder) = match language {
            "en" => (".".to_owned(), String::new()),
            tag => (format!(".{tag}."), format!("{tag}/")),
        };
        self.address.replace(".LANG.", &file).replace("LANG/", &folder).replace("LANG", language)
    }

    /// Loads the page and looks at each of its states.
    async fn walk(
        &'static self,
        page: &Page,
        language: &str,
        look: &mut impl AsyncFnMut(&'static State) -> Result<()>,
    ) -> Result<()> {
        page.visit(&self.address(language)).await?;
        page.wait_until_settled().await?;
        for state in self.states {
            let named = || format!("{} in {language}", state.name);
            for step in state.steps {
                step.take(page).await.with_context(named)?;
            }
            look(state).await.with_context(named)?;
        }
        Ok(())
    }
}

/// The part of the table that the widget draws: all of it comes from the files of an edition.
pub fn of_the_widget() -> impl Iterator<Item = &'static Visit> {
    VISITS.iter().filter(|visit| visit.address.starts_with("index.html"))
}

/// Looks at every state of a part of the table, in a language.
pub async fn each(
    page: &Page,
    visits: impl IntoIterator<Item = &'static Visit>,
    language: &str,
    mut look: impl AsyncFnMut(&'static State) -> Result<()>,
) -> Result<()> {
    let mut failed = Vec::new();
    for visit in visits.into_iter().filter(|visit| !visit.english || language == "en") {
        if let Err(error) = visit.walk(page, language, &mut look).await {
            failed.push(format!("{error:#}"));
        }
    }
    ensure!(failed.is_empty(), "{}", failed.join("\n"));
    Ok(())
}
