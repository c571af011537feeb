//! The markup of the word that the reader uses, rendered without a browser, in each language.

#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{LANGUAGES, edition, labels};
use peer_map::app::Action;
use peer_map::edition::Phrase;
use peer_map::view::{Glossary, Props, Root};
use std::rc::Rc;
use yew::LocalServerRenderer;

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const OUTSIDE: &str = "ps1-k9-w";

/// The HTML of the result of a code in a language, for whoever uses this word; none for an empty one.
async fn html(tag: &str, code: &str, label: &str, glossary: Glossary) -> String {
    let opening = vec![Action::LinkOpened(code.to_owned()), Action::Labelled(label.to_owned())];
    let (edition, address) = (Rc::new(edition(tag)), "https://example.org/".to_owned());
    let props = Props { opening, address, glossary, ..Props::new(edition) };
    LocalServerRenderer::<Root>::with_props(props).hydratable(false).render().await
}

fn here(tag: &str) -> Glossary {
    Glossary::Here(Rc::new(labels(tag)))
}

/// The section of the label, and the page without it.
async fn parts(tag: &str, code: &str, label: &str, glossary: Glossary) -> (String, String) {
    let html = html(tag, code, label, glossary).await;
    let mark = html.find(r#" data-section="label""#).unwrap();
    let start = html[..mark].rfind("<section").unwrap();
    let end = mark + html[mark..].find("</section>").unwrap();
    (html[start..end].to_owned(), format!("{}{}", &html[..start], &html[end..]))
}

async fn section(tag: &str, label: &str) -> String {
    parts(tag, CODE, label, here(tag)).await.0
}

/// A phrase up to its first slot, as HTML has it.
fn said(tag: &str, phrase: Phrase) -> String {
    let words = edition(tag).words;
    words[phrase].text().split('{').next().unwrap().trim().to_owned()
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_but_the_field_is_there_before_a_word_is() {
    for tag in LANGUAGES {
        for glossary in [Glossary::Awaited, Glossary::Missing, here(tag)] {
            let has_list = matches!(glossary, Glossary::Here(_));
            let (section, _) = parts(tag, CODE, "", glossary).await;
            for mark in [r#"name="label""#, r#"maxlength="80""#, r#"autocomplete="off""#, r#"data-action="label""#] {
                assert!(section.contains(mark), "{tag}: {mark} is not in {section}");
            }
            assert!(section.contains("is-empty") && section.contains(r#"<div role="status"></div>"#));
            assert_eq!(section.contains("<datalist"), has_list);
            assert!(!section.contains("data-other") && !section.contains(&said(tag, Phrase::LabelFailed)));
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn suggestions_are_all_names_and_the_glosses_of_the_language() {
    let english = section("en", "").await;
    for word in ["Peer navigator", "Pair aidant", "Promotora de salud", "peer helper"] {
        assert!(english.contains(&format!(r#"<option value="{word}""#)), "{word}");
    }
    assert!(!english.contains("同伴"));
    assert!(section("zh-Hans", "").await.contains(r#"<option value="同伴导航员""#));
}

#[tokio::test(flavor = "current_thread")]
async fn a_false_friend_is_named_with_its_language_and_a_source() {
    for tag in LANGUAGES {
        let section = section(tag, "pair-aidante").await;
        let marks = [
            "<b>pair-aidante</b>",
            r#"data-label="pair-aidant""#,
            r#"data-unlike="proche-aidant"><dt><b lang="fr">Proche aidant</b>"#,
            r#"rel="noreferrer""#,
            // Capitals: see the field.
            r#"VALUE="pair-aidante""#,
        ];
        for mark in marks {
            assert!(section.contains(mark), "{tag}: {mark} is not in {section}");
        }
        assert!(!section.contains('{') && !section.contains("is-empty"));
        assert!(section.contains(&said(tag, Phrase::LabelUnlike)) && section.contains(&said(tag, Phrase::LabelNote)));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_word_that_is_not_known_is_said_to_be_fine() {
    for tag in LANGUAGES {
        let section = section(tag, "<script>quux</script>").await;
        assert!(section.contains("quux") && !section.contains("<script>"));
        assert!(!section.contains("data-label"), "nothing is guessed");
        assert!(section.contains("data-other="), "other words still help: {section}");
    }
    assert!(section("en", "quux").await.contains("That is fine"));
}

#[tokio::test(flavor = "current_thread")]
async fn what_did_not_come_is_told_only_to_whoever_asked() {
    for tag in LANGUAGES {
        for (glossary, phrase) in [(Glossary::Missing, Phrase::LabelFailed), (Glossary::Awaited, Phrase::LabelLoading)]
        {
            let (section, _) = parts(tag, CODE, "navigator", glossary).await;
            assert!(status(&section).contains(&said(tag, phrase)), "{tag}: {section}");
            assert!(section.ends_with("</p></div>"), "nothing follows: {section}");
        }
    }
}

/// What a screen reader is told at once.
fn status(section: &str) -> &str {
    let (_, inner) = section.split_once(r#"<div role="status">"#).unwrap();
    inner.split_once("</div>").unwrap().0
}

#[tokio::test(flavor = "current_thread")]
async fn only_the_first_sentence_is_told_at_once() {
    for tag in LANGUAGES {
        for word in ["pair-aidante", "carer", "peer navigator", "quux"] {
            let section = section(tag, word).await;
            let told = status(&section);
            assert!(told.starts_with(r#"<p class="pm-said">"#) && told.ends_with("</p>"), "{tag}: {told}");
            assert_eq!((told.matches("<p").count(), told.matches("<dl").count()), (1, 0), "{tag}: {told}");
            assert_eq!(section.contains("data-label="), word != "quux", "the rest follows: {section}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_field_begins_with_the_word_and_is_left_to_the_reader() {
    let section = section("en", "peer navigator").await;
    let (_, field) = section.split_once(r#"<input id="pm-label""#).unwrap();
    let field = field.split_once('>').unwrap().0;
    // As `value`, Yew would set it again at every rendering, whatever is being typed.
    assert!(field.contains(r#" VALUE="peer navigator""#) && !field.contains(" value="), "{field}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_label_changes_nothing_outside_its_section() {
    let (_, without) = parts("en", CODE, "", here("en")).await;
    let (_, with) = parts("en", CODE, "pair-aidante", here("en")).await;
    assert_eq!(with, without);
    assert!(without.contains(&format!(r#"value="https://example.org/#{CODE}""#)));
}

#[tokio::test(flavor = "current_thread")]
async fn elsewhere_is_said_only_of_a_word_with_a_place_of_its_own() {
    let elsewhere = said("en", Phrase::LabelElsewhere);
    let typical = said("en", Phrase::LabelTypical);
    for (word, tells, apart) in
        [("peer navigator", true, false), ("peer specialist", true, true), ("carer", false, false)]
    {
        let section = section("en", word).await;
        assert_eq!((section.contains(&typical), section.contains(&elsewhere)), (tells, apart), "{word}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn where_nothing_fits_there_are_no_other_names_for_it() {
    let (section, _) = parts("en", OUTSIDE, "peer navigator", here("en")).await;
    assert!(section.contains(r#"data-label="peer-navigator""#) && !section.contains("data-other"));
}
