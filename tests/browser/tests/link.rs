//! Codes: damaged, partial, typed, and changed in an open page.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario, Widget};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("each_damage_is_named", each_damage_is_named),
        Scenario::new("nothing_in_a_link_becomes_markup", nothing_in_a_link_becomes_markup),
        Scenario::new("an_overlong_link_is_refused", an_overlong_link_is_refused),
        Scenario::new("what_could_be_read_is_offered", what_could_be_read_is_offered),
        Scenario::new("the_damaged_part_is_marked", the_damaged_part_is_marked),
        Scenario::new("a_link_is_read_as_messengers_leave_it", a_link_is_read_as_messengers_leave_it),
        Scenario::new("the_programmes_of_a_group_open_one_by_one", the_programmes_of_a_group_open_one_by_one),
        Scenario::new("a_changed_fragment_is_read_afresh", a_changed_fragment_is_read_afresh),
        Scenario::new("a_partial_code_resumes", a_partial_code_resumes),
        Scenario::new("a_typed_code_is_compared_first", a_typed_code_is_compared_first),
        Scenario::new("a_typed_mistake_is_explained", a_typed_mistake_is_explained),
        Scenario::new("back_from_a_typed_mistake_stays_here", back_from_a_typed_mistake_stays_here),
    ]
}

/// Fragments as they come, what is wrong first, a part of the sentence, and how many answers could be read.
const DAMAGED: [(&str, &str, &str, usize); 11] = [
    ("ps1-k1w1d1f2p16h1-9", "check", "its check character does not fit the rest", 6),
    ("ps1-k1w1d1f2p16h1", "check", "The check character at the end of the code is missing", 6),
    ("xyz9-k1w1d1f2p16h1-6", "edition", "“xyz9”, an edition that this page does not know", 0),
    ("k1w1d1f2p16h1", "edition", "does not begin with the name of an edition", 0),
    ("ps1-k1w1d8f2p16h1-u", "answer", "“8” is not an answer to: Which way does the help flow?", 5),
    ("ps1-k1x1w1d1f2p16h1-5", "answer", "The letter “x”, at place 7 of the code, stands for no question.", 6),
    ("ps1-k19w1d1f2p16h1-s", "answer", "“None of these” cannot go with another answer to:", 5),
    ("ps1-k9w1-v", "answer", "The code answers a question that does not apply: What do peers mainly do?", 1),
    ("ps1--f", "empty", "There is no code here.", 0),
    ("ps1-k1w1d1f2p16h1-zz-1", "tail", "This part of the code cannot be read: -zz", 6),
    ("hello", "edition", "does not begin with the name of an edition", 0),
];

async fn tells(widget: &Widget<'_>, problem: &str, sentence: &str) -> Result<()> {
    widget.wait_for_screen("damaged").await?;
    let alert = widget.each("[role=alert][data-problem]", "dataset.problem").await?;
    let said = widget.each("[role=alert]", "innerText").await?.concat();
    ensure!(alert == [problem], "the problem is {alert:?}, not {problem}: {said}");
    ensure!(said.contains(sentence), "\"{sentence}\" is not said: {said}");
    widget.wait_until_gone("[data-code]").await
}

async fn each_damage_is_named(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w1d1f2p16h1-9").await?;
    for (code, problem, sentence, read) in DAMAGED {
        page.change_fragment(code).await?;
        let opened = format!("The code that was opened: {code}");
        page.wait_until(&format!("document.body.innerText.includes({opened:?})")).await?;
        tells(&widget, problem, sentence).await?;
        assert_eq!(page.fragment().await?, code, "a damaged code stays in the address");
        let answered = match read {
            0 => Vec::new(),
            _ => widget.summary().await?,
        };
        let missing = ["Not answered yet", "Does not apply", "Not asked"];
        let answered = answered.iter().filter(|(_, lines)| !missing.iter().any(|word| lines[0].starts_with(word)));
        assert_eq!(answered.count(), read, "answers read of {code}");
        widget.wait_for("[data-action=start-again]").await?;
        assert_eq!(widget.each("[data-action=use]", "type").await?.len(), usize::from(read > 0), "{code}");
    }
    Ok(())
}

async fn nothing_in_a_link_becomes_markup(page: &Page) -> Result<()> {
    page.visit("index.html?lang=en#<img src=x onerror=alert(1)>").await?;
    page.wait_until_started().await?;
    let widget = page.widget();
    tells(&widget, "edition", "does not begin with the name of an edition").await?;
    assert_eq!(page.run("return document.images.length", &[]).await?, 0);
    page.visit("index.html?c=%3Cscript%3Ealert(1)%3C/script%3E").await?;
    page.wait_until_started().await?;
    tells(&widget, "edition", "does not begin with the name of an edition").await?;
    assert!(widget.words().await?.contains("script>alert(1)</script"), "the text is shown as it is, as text");
    // Percent signs that escape nothing are text too.
    page.open("%E0%A4%A%zz%").await?;
    tells(&widget, "edition", "does not begin with the name of an edition").await
}

async fn an_overlong_link_is_refused(page: &Page) -> Result<()> {
    let long = "k1".repeat(5_000);
    let widget = page.open(&format!("ps1-{long}")).await?;
    tells(&widget, "length", "This is too long to be a code.").await?;
    let shown = widget.words().await?.len();
    assert!(shown < 3_000, "{shown} characters are shown");
    widget.act("start-again").await?;
    widget.wait_for_question("k").await?;
    assert_eq!(page.fragment().await?, "");
    Ok(())
}

async fn what_could_be_read_is_offered(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w1d8f2p16h1-u").await?;
    tells(&widget, "answer", "“8” is not an answer to").await?;
    widget.press("Go on with these answers").await?;
    widget.wait_for_screen("summary").await?;
    widget.wait_for_focus("h1").await?;
    let rows = widget.summary().await?;
    assert_eq!(rows[0].1, ["The same experience"]);
    assert_eq!(rows[2].1, ["Not answered yet"]);
    widget.act("result").await?;
    widget.wait_for_question("d").await?;
    widget.answer("d", &[1]).await?;
    for screen in ["continue", "continue", "continue", "continue"] {
        let letter = widget.question_shown().await?;
        widget.act(screen).await?;
        if widget.wait_for_question_after(&letter).await?.is_empty() {
            break;
        }
    }
    widget.wait_for_screen("summary").await?;
    widget.act("result").await?;
    assert_eq!(widget.code().await?, "ps1-k1w1d1f2p16h1-8");
    Ok(())
}

async fn the_damaged_part_is_marked(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w1d8f2p16h1-u").await?;
    tells(&widget, "answer", "“8” is not an answer to").await?;
    assert_eq!(widget.each("[role=alert] mark", "textContent").await?, ["d8"]);
    let widget = page.open("ps1-k1w1d1f2p16h1-9").await?;
    tells(&widget, "check", "its check character does not fit the rest").await?;
    assert_eq!(widget.each("[role=alert] mark", "textContent").await?, [""; 0], "where is not known");
    Ok(())
}

async fn a_link_is_read_as_messengers_leave_it(page: &Page) -> Result<()> {
    for fragment in
        ["ps1-k1w1d1f2p16h1-8.", "ps1-k1w1d1f2p16h1-8%3E", "ps1-k1w1d1f2p16h1-8%E2%80%8B", "%23ps1-k1w1d1f2p16h1-8)"]
    {
        let widget = page.open(fragment).await?;
        widget.wait_for_screen("result").await?;
        assert_eq!(widget.code().await?, "ps1-k1w1d1f2p16h1-8", "{fragment}");
        assert_eq!(page.fragment().await?, "ps1-k1w1d1f2p16h1-8", "the address holds the code alone");
    }
    page.visit("index.html?lang=en&c=ps1-k1w1d1f2p16h1-8#top").await?;
    page.wait_until_started().await?;
    page.widget().wait_for_screen("result").await?;
    let widget = page.open("").await?;
    widget.open_typed("Here we are: <https://example.org/map/#ps1-k1w1d1f2p16h1-8>. And you?").await?;
    widget.wait_for_screen("result").await
}

async fn the_programmes_of_a_group_open_one_by_one(page: &Page) -> Result<()> {
    let widget = page.open("ps1-g.k1w1.mzxw6ytboi~k3w7f4h1.k9-h").await?;
    widget.wait_for_screen("group").await?;
    let names = widget.each("[data-open]", "textContent").await?;
    assert_eq!(names, ["Programme 1", "2 foobar", "Programme 3"]);
    widget.wait_for("[data-open='2']").await?.click().await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, "ps1-k3w7f4h1-nmzxw6ytboi-0");
    page.session().back().await?;
    widget.wait_for_screen("group").await
}

async fn a_changed_fragment_is_read_afresh(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.wait_for_question("k").await?;
    page.change_fragment("PS1-K9-W").await?;
    widget.wait_for_screen("result").await?;
    assert_eq!(widget.code().await?, "ps1-k9-w");
    page.change_fragment("ps1-k1w1-l").await?;
    widget.wait_for_question("d").await?;
    page.change_fragment("ps1-k1w1-m").await?;
    tells(&widget, "check", "its check character does not fit the rest").await?;
    widget.wait_for_focus("[role=alert]").await?;
    assert_eq!(page.fragment().await?, "ps1-k1w1-m");
    // Whoever goes back is where they were.
    widget.act("back").await?;
    widget.wait_for_question("d").await?;
    page.change_fragment("").await?;
    widget.wait_for_question("k").await?;
    assert_eq!(widget.options_checked("k").await?, [0_u8; 0]);
    Ok(())
}

async fn a_partial_code_resumes(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k1w1d1-u").await?;
    widget.wait_for_question("f").await?;
    widget.act("back").await?;
    widget.wait_for_question("d").await?;
    widget.wait_until_checked("d", &[1]).await?;
    let widget = page.open("ps1-k1w7f2h4-e").await?;
    widget.wait_for_screen("result").await?;
    Ok(())
}

async fn a_typed_code_is_compared_first(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.open_typed(" PS1 - k1w1d1 f2p16h1 ").await?;
    widget.wait_for_screen("summary").await?;
    widget.wait_for_focus("h1").await?;
    let said = widget.words().await?;
    assert!(said.contains("This code has no check character at its end"), "{said}");
    assert_eq!(widget.summary().await?[4].1, ["Community places", "By phone or online"]);
    widget.act("result").await?;
    assert_eq!(widget.code().await?, "ps1-k1w1d1f2p16h1-8");
    widget.act("summary").await?;
    widget.wait_for_screen("summary").await?;
    widget.wait_until_gone("[data-unchecked]").await?;
    // With its check character, or as a whole link, a code is as good as a link.
    let widget = page.open("").await?;
    widget.open_typed("https://example.org/peer-map/?lang=fr#ps1-k9-w").await?;
    assert_eq!(widget.code().await?, "ps1-k9-w");
    Ok(())
}

async fn a_typed_mistake_is_explained(page: &Page) -> Result<()> {
    let widget = page.open("").await?;
    widget.open_typed("peers!").await?;
    tells(&widget, "edition", "does not begin with the name of an edition").await?;
    widget.wait_for_focus("[role=alert]").await?;
    assert_eq!(page.fragment().await?, "");
    widget.open_typed("ps1-k1w1d1f2p16h1-9").await?;
    page.wait_for("[role=alert][data-problem=check]").await?;
    widget.act("back").await?;
    widget.wait_for_question("k").await?;
    widget.open_typed(" ").await?;
    tells(&widget, "empty", "There is no code here.").await
}

async fn back_from_a_typed_mistake_stays_here(page: &Page) -> Result<()> {
    let widget = page.open("ps1-k9-w").await?;
    widget.act("start-again").await?;
    widget.wait_for_question("k").await?;
    widget.open_typed("peers!").await?;
    widget.wait_for_screen("damaged").await?;
    widget.act("back").await?;
    widget.wait_for_question("k").await?;
    assert_eq!(page.fragment().await?, "");
    Ok(())
}
