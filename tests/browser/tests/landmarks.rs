//! Real programmes, answered by clicking: what comes of them was worked out by hand from the edition's tables.

use anyhow::{Context, Result, ensure};
use peer_map_browser_tests::{Kind, Page, Scenario, Widget, Workspace};
use serde_json::Value;

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("aa_is_mutual_aid", async |page| walk(page, &AA).await),
        Scenario::new("par_is_a_care_team", async |page| walk(page, &PAR).await),
        Scenario::new("asha_is_a_bridge", async |page| walk(page, &ASHA).await),
        Scenario::new("cure_violence_is_of_three_kinds", async |page| walk(page, &CURE_VIOLENCE).await),
        Scenario::new("la_leche_league_is_peer_run", async |page| walk(page, &LA_LECHE_LEAGUE).await),
        Scenario::new("groundswell_has_two_set_ups", async |page| walk(page, &GROUNDSWELL).await),
        Scenario::new("zvandiri_is_mentoring_in_a_partnership", async |page| walk(page, &ZVANDIRI).await),
        Scenario::new("mothers2mothers_is_a_bridge_too", async |page| walk(page, &MOTHERS2MOTHERS).await),
        Scenario::new("irish_red_cross_is_a_bridge", async |page| walk(page, &IRISH_RED_CROSS).await),
        Scenario::new("hearing_voices_is_only_possible", async |page| walk(page, &HEARING_VOICES).await),
        Scenario::new("partenaires_skips_two_questions", async |page| walk(page, &PARTENAIRES).await),
        Scenario::new("none_of_these_ends_outside", async |page| walk(page, &OUTSIDE).await),
        Scenario::new("a_code_opens_in_another_tab", a_code_opens_in_another_tab),
    ]
}

/// A programme: what is answered, and what must be shown.
struct Programme {
    /// Its id among the landmarks, if it is one.
    landmark: Option<&'static str>,
    answers: &'static [(&'static str, &'static [u8])],
    code: &'static str,
    /// Kinds in the order shown, each as "mutual full".
    kinds: &'static [&'static str],
    /// Where it stands, in words.
    stands: &'static str,
}

const AA: Programme = Programme {
    landmark: Some("aa"),
    answers: &[("k", &[1]), ("w", &[1]), ("d", &[1]), ("f", &[2]), ("p", &[1, 6]), ("h", &[1])],
    code: "ps1-k1w1d1f2p16h1-8",
    kinds: &["mutual full"],
    stands: "Your programme stands where the role is organised and unpaid, run by peers themselves.",
};

const PAR: Programme = Programme {
    landmark: Some("par"),
    answers: &[("k", &[1]), ("w", &[1]), ("d", &[3]), ("f", &[4]), ("p", &[1, 4]), ("h", &[4])],
    code: "ps1-k1w1d3f4p14h4-2",
    kinds: &["care-team full"],
    stands: "Your programme stands where the role is a paid job, run by a health or public service.",
};

const ASHA: Programme = Programme {
    landmark: Some("asha"),
    answers: &[("k", &[3]), ("w", &[2, 4, 5]), ("d", &[3]), ("f", &[3]), ("p", &[1, 2]), ("h", &[4])],
    code: "ps1-k3w245d3f3p12h4-p",
    kinds: &["bridge full"],
    stands: "Your programme stands where the role is organised, with expenses or a stipend, \
             run by a health or public service.",
};

const CURE_VIOLENCE: Programme = Programme {
    landmark: Some("cure-violence"),
    answers: &[("k", &[1, 3]), ("w", &[1, 4, 5]), ("d", &[3]), ("f", &[4]), ("p", &[3]), ("h", &[2])],
    code: "ps1-k13w145d3f4p3h2-1",
    kinds: &["community-worker full", "outreach full", "bridge full"],
    stands: "Your programme stands where the role is a paid job, run by a community organisation.",
};

const LA_LECHE_LEAGUE: Programme = Programme {
    landmark: Some("la-leche-league"),
    answers: &[("k", &[1]), ("w", &[1, 2]), ("d", &[2]), ("f", &[2]), ("p", &[1, 6]), ("h", &[1])],
    code: "ps1-k1w12d2f2p16h1-e",
    kinds: &["peer-run full"],
    stands: "Your programme stands where the role is organised and unpaid, run by peers themselves.",
};

const GROUNDSWELL: Programme = Programme {
    landmark: Some("groundswell"),
    answers: &[("k", &[1]), ("w", &[3, 4, 6]), ("d", &[3]), ("f", &[2, 4]), ("p", &[3, 4, 5]), ("h", &[2])],
    code: "ps1-k1w346d3f24p345h2-4",
    kinds: &["community-worker full", "mentoring full"],
    stands: "Your programme stands in several places, run by a community organisation. \
             The role: organised and unpaid · a paid job.",
};

const ZVANDIRI: Programme = Programme {
    landmark: Some("zvandiri"),
    answers: &[("k", &[1]), ("w", &[1, 2, 4, 6]), ("d", &[3]), ("f", &[3]), ("p", &[2, 4, 6]), ("h", &[3])],
    code: "ps1-k1w1246d3f3p246h3-7",
    kinds: &["mentoring full", "community-worker full"],
    stands: "Your programme stands where the role is organised, with expenses or a stipend, run by a partnership.",
};

const MOTHERS2MOTHERS: Programme = Programme {
    landmark: Some("mothers2mothers"),
    answers: &[("k", &[1, 3]), ("w", &[1, 2, 4]), ("d", &[3]), ("f", &[4]), ("p", &[2, 4]), ("h", &[2])],
    code: "ps1-k13w124d3f4p24h2-4",
    kinds: &["community-worker full", "bridge full"],
    stands: "Your programme stands where the role is a paid job, run by a community organisation.",
};

const IRISH_RED_CROSS: Programme = Programme {
    landmark: Some("irish-red-cross"),
    answers: &[("k", &[3]), ("w", &[2, 6]), ("d", &[3]), ("f", &[2]), ("p", &[5]), ("h", &[3])],
    code: "ps1-k3w26d3f2p5h3-8",
    kinds: &["bridge full"],
    stands: "Your programme stands where the role is organised and unpaid, run by a partnership.",
};

const HEARING_VOICES: Programme = Programme {
    landmark: Some("hearing-voices"),
    answers: &[("k", &[1]), ("w", &[1]), ("d", &[1]), ("f", &[0]), ("p", &[1, 4, 5]), ("h", &[0])],
    code: "ps1-k1w1d1f0p145h0-3",
    kinds: &["natural possible", "mutual possible", "community-worker possible"],
    stands: "Your programme stands somewhere on the grid. How the role is set up and who runs it are not known.",
};

const PARTENAIRES: Programme = Programme {
    landmark: Some("partenaires"),
    answers: &[("k", &[1]), ("w", &[7]), ("f", &[0]), ("h", &[4])],
    code: "ps1-k1w7f0h4-u",
    kinds: &["improving full"],
    stands: "Your programme stands on the rim, because peers only improve care. \
             It is run by a health or public service.",
};

const OUTSIDE: Programme = Programme {
    landmark: None,
    answers: &[("k", &[9])],
    code: "ps1-k9-w",
    kinds: &["outside full"],
    stands: "Your programme stands clear of the map, because what peers draw on is neither experience of their own or of \
             their family, nor insider knowledge.",
};

/// From the first question to the result.
async fn walk(page: &Page, programme: &Programme) -> Result<()> {
    let widget = page.open("").await?;
    let mut answers = programme.answers.iter().peekable();
    while let Some((letter, options)) = answers.next() {
        widget.wait_for_question(letter).await?;
        assert_eq!(widget.options_checked(letter).await?, [0_u8; 0], "{letter} is answered beforehand");
        widget.answer(letter, options).await?;
        widget.act("continue").await?;
        let next = answers.peek().map_or("", |(letter, _)| *letter);
        assert_eq!(widget.wait_for_question_after(letter).await?, next, "what follows {letter}");
    }
    widget.wait_for_screen("summary").await?;
    assert!(widget.words().await?.contains("Check your answers"));
    assert_eq!(widget.summary().await?, summary_of(programme)?);
    widget.press("Show the result").await?;
    shows(&widget, programme).await
}

/// What the summary must say, in the words of the edition's own file.
fn summary_of(programme: &Programme) -> Result<Vec<(String, Vec<String>)>> {
    let path = Workspace::find()?.root().join("editions/ps1/en.json");
    let words: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let reason = match programme.answers.len() {
        1 => "Not asked: the questions ended before it.",
        _ => "Does not apply: no direct support is given.",
    };
    let text = |value: &Value| value.as_str().map(str::to_owned).context("the edition lacks a text");
    let row = |letter: &str| {
        let question = &words["questions"][letter];
        let answer = programme.answers.iter().find(|(answered, _)| *answered == letter);
        let lines = match answer {
            Some((_, options)) => {
                options.iter().map(|option| text(&question["options"][option.to_string()]["text"])).collect()
            }
            None => Ok(vec![reason.to_owned()]),
        };
        Ok((text(&question["text"])?, lines?))
    };
    ["k", "w", "d", "f", "p", "h"].map(row).into_iter().collect()
}

/// The result of a programme, with its figures and its code in the address.
async fn shows(widget: &Widget<'_>, programme: &Programme) -> Result<()> {
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, programme.code);
    assert_eq!(widget.page().fragment().await?, programme.code);
    let kinds: Vec<String> =
        widget.kinds().await?.iter().map(|Kind { kind, matches }| format!("{kind} {matches}")).collect();
    assert_eq!(kinds, programme.kinds);
    assert_eq!(widget.problems().await?, [""; 0]);
    widget.figure("territory").await?;
    let territory = widget.each("figure[data-figure=territory]", "innerText").await?.concat();
    ensure!(territory.contains(programme.stands), "the territory says: {territory}");
    let marks = widget.each("figure[data-figure=territory] svg .is-you", "tagName").await?;
    ensure!(!marks.is_empty(), "the map has no mark of the programme");
    widget.wait_for("figure[data-figure=route]").await?;
    let lit = widget.each("figure[data-figure=route] .is-lit", "textContent").await?;
    let chosen: usize = programme.answers.iter().map(|(_, options)| options.len()).sum();
    assert_eq!(lit.len(), chosen, "lit on the route: {lit:?}");
    let nearest = widget.each("[data-section=nearest] [data-landmark]", "dataset.landmark").await?;
    assert_eq!(nearest.first().map(String::as_str), programme.landmark, "the nearest landmarks: {nearest:?}");
    Ok(())
}

async fn a_code_opens_in_another_tab(page: &Page) -> Result<()> {
    shows(&page.open(AA.code).await?, &AA).await?;
    let tab = page.session().new_tab().await?;
    page.session().switch_to_window(tab).await?;
    for programme in [&PAR, &HEARING_VOICES, &PARTENAIRES, &LA_LECHE_LEAGUE, &ZVANDIRI, &OUTSIDE] {
        shows(&page.open(programme.code).await?, programme).await?;
    }
    shows(&page.open(&CURE_VIOLENCE.code.to_uppercase()).await?, &CURE_VIOLENCE).await?;
    shows(&page.open(&format!("%20{}%20", ASHA.code)).await?, &ASHA).await?;
    page.visit(&format!("index.html?lang=en&c={}", GROUNDSWELL.code)).await?;
    page.wait_until_started().await?;
    shows(&page.widget(), &GROUNDSWELL).await?;
    assert_eq!(page.run("return location.search", &[]).await?, "?lang=en", "the code leaves the query");
    Ok(())
}
