//! The markup of the share panel, rendered without a browser, in each language.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod markup;

use edition_files::{LANGUAGES, edition, english, random};
use markup::{between, text, unescaped, within};
use peer_map::app::{Action, LinkKind, Outcome, State};
use peer_map::edition::Phrase;
use peer_map::link::{Name, Source, decode, encode};
use peer_map::view::{Props, Root, Sharing, title};
use percent_encoding::percent_decode_str;
use std::rc::Rc;
use yew::LocalServerRenderer;

const ADDRESS: &str = "https://example.org/peer-map/index.html";
const CODE: &str = "ps1-k13w14d2f4p14h3-g";
/// No kind fits it.
const NEAREST: &str = "k4 w1 d3 f4 p1 h2";

fn opened(code: &str) -> Action {
    Action::LinkOpened(code.to_owned())
}

fn named(name: &str) -> Action {
    Action::Named(name.to_owned())
}

fn props(tag: &str, opening: Vec<Action>) -> Props {
    let sharing = Sharing { menu: true, previews: true };
    Props { opening, sharing, address: ADDRESS.to_owned(), ..Props::new(Rc::new(edition(tag))) }
}

async fn html(props: Props) -> String {
    LocalServerRenderer::<Root>::with_props(props).hydratable(false).render().await
}

/// The panel in English after these actions.
async fn panel(opening: Vec<Action>) -> String {
    section(&html(props("en", opening)).await).to_owned()
}

fn section(html: &str) -> &str {
    html.split_once(r#"data-section="share""#).unwrap().1.split_once("</section>").unwrap().0
}

#[tokio::test]
async fn a_page_that_nobody_else_can_open_shares_the_code() {
    for tag in LANGUAGES {
        let whole = html(Props { address: String::new(), ..props(tag, vec![opened(CODE)]) }).await;
        let section = section(&whole);
        assert_eq!(field(section, "share-code"), CODE);
        assert!(!section.contains("share-link") && !section.contains("data-qr"), "{section}");
        assert!(!section.contains("share-menu") && section.contains(r#"data-link="none""#), "{section}");
        assert!(area(section, "share-text").ends_with(CODE));
    }
}

/// The value of a field of one line.
fn field(section: &str, name: &str) -> String {
    let mark = format!(r#" name="{name}""#);
    let field = section.split("<input").find(|input| input.contains(&mark)).unwrap();
    unescaped(between(field.split('>').next().unwrap(), r#"value=""#, "\"")[0])
}

fn area(section: &str, name: &str) -> String {
    unescaped(within(section, &format!(r#"name="{name}""#), "</textarea>"))
}

/// The subject and the body of the letter that the e-mail's address begins.
fn letter(section: &str) -> (String, String) {
    let anchor = section.split("<a ").find(|anchor| anchor.contains(r#"data-action="share-email""#)).unwrap();
    let address = unescaped(between(anchor, r#"href=""#, "\"")[0]);
    assert!(address.len() <= 2_000, "{} characters: {address}", address.len());
    // Nothing in it is left that an address gives a meaning to (RFC 3986, section 2.2).
    let (subject, body) = address.strip_prefix("mailto:?subject=").unwrap().split_once("&body=").unwrap();
    for part in [subject, body] {
        assert!(part.chars().all(|one| one.is_ascii_alphanumeric() || "-._~%".contains(one)), "{part}");
    }
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    (decoded(subject), decoded(body))
}

#[tokio::test(flavor = "current_thread")]
async fn the_panel_has_every_way_in_every_language() {
    for tag in LANGUAGES {
        let html = html(props(tag, vec![opened(CODE)])).await;
        let section = section(&html);
        let marks = [
            r#"data-action="copy-share-link""#,
            r#"data-action="copy-share-code""#,
            r#"data-action="copy-share-text""#,
            r#"data-action="copy-share-data""#,
            r#"data-action="share-menu""#,
            r#"data-action="name-add""#,
            r#"data-fold="aloud""#,
            r#"role="img" shape-rendering="crispEdges""#,
        ];
        for mark in marks {
            assert!(section.contains(mark), "{tag}: {mark} is not in {section}");
        }
        assert_eq!(section.matches(r#"class="pm-btn""#).count(), 1, "one filled button");
        assert_eq!(field(section, "share-link"), format!("{ADDRESS}#{CODE}"));
        assert!(!section.contains(" open=") && !section.contains(r#"data-action="name-remove""#));
        let words = edition(tag).words;
        assert!(section.contains(words[Phrase::ShareNote].text()), "{tag}");
        assert!(html.contains(words[Phrase::ResultKicker].text()), "{tag}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_share_menu_is_offered_where_there_is_one() {
    let without = Props { sharing: Sharing::default(), ..props("en", vec![opened(CODE)]) };
    let html = html(without).await;
    assert!(!html.contains("share-menu") && html.contains("share-email") && !html.contains(r#"name="link""#));
}

#[tokio::test(flavor = "current_thread")]
async fn a_preview_leads_by_the_page_of_the_first_kind_in_the_language_of_the_reader() {
    for (tag, folder) in LANGUAGES.into_iter().zip(["", "fr/", "zh-Hans/"]) {
        let opening = vec![opened(CODE), Action::LinkChosen(LinkKind::Preview)];
        let html = html(props(tag, opening)).await;
        let section = section(&html);
        let link = format!("https://example.org/peer-map/kinds/community-worker/{folder}#{CODE}");
        assert_eq!(field(section, "share-link"), link);
        assert_eq!(field(section, "share-code"), CODE);
        assert!(area(section, "share-text").ends_with(&link) && letter(section).1.ends_with(&link));
        let kind = &edition(tag).kinds.iter().find(|kind| kind.id == "community-worker").unwrap().name.clone();
        let hint = text(within(section, r#"id="pm-link-preview""#, "</span>"));
        assert!(hint.contains(kind.as_str()), "{tag}: {hint}");
        assert_eq!(checked(section), ["preview"]);
    }
    assert_eq!(checked(&panel(vec![opened(CODE)]).await), ["private"]);
}

/// The links that are chosen.
fn checked(section: &str) -> Vec<&str> {
    let radios = section.split("<input").map(|input| input.split('>').next().unwrap());
    let radios = radios.filter(|input| input.contains(r#"name="link""#) && input.contains("checked"));
    radios.map(|input| between(input, r#"value=""#, "\"")[0]).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn a_preview_is_offered_only_of_what_is_so() {
    let offered = async |letters: &str| {
        let code = encode(english(), &edition_files::answers(letters), None).unwrap();
        let panel = panel(vec![opened(&code), Action::LinkChosen(LinkKind::Preview)]).await;
        let link = field(&panel, "share-link");
        assert_eq!(panel.contains(r#"name="link""#), link.contains("/kinds/"), "{link}");
        link.strip_prefix("https://example.org/peer-map/kinds/").map(|rest| rest.split('/').next().unwrap().to_owned())
    };
    assert_eq!(offered("k9").await.as_deref(), Some("outside"));
    assert_eq!(offered("k1 w1 d1 f2 p16 h1").await.as_deref(), Some("mutual"));
    assert_eq!(offered("k0 w0 d0 f0 p0 h0").await.as_deref(), Some("natural"), "what may fit");
    assert_eq!(offered(NEAREST).await, None, "what is merely nearest");
    // The pages are those of today's edition.
    let newer = Some(Rc::new(edition("en")));
    let opening = vec![opened(CODE), Action::LinkChosen(LinkKind::Preview)];
    let older = html(Props { newer, ..props("en", opening) }).await;
    assert_eq!(field(section(&older), "share-link"), format!("{ADDRESS}#{CODE}"));
}

#[test]
fn another_programme_begins_with_a_private_link() {
    let after = |actions: &[Action]| {
        actions.iter().cloned().fold(State::start(english()), |state, action| state.apply(english(), action))
    };
    let chosen = [opened(CODE), Action::LinkChosen(LinkKind::Preview)];
    assert_eq!(after(&chosen).link, LinkKind::Preview);
    for next in [opened("ps1-k9-w"), Action::CodeTyped("ps1-k9".to_owned()), Action::StartedAgain] {
        assert_eq!(after(&[chosen.as_slice(), &[next]].concat()).link, LinkKind::Private);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_name_is_in_the_link_and_told() {
    for tag in LANGUAGES {
        let html = html(props(tag, vec![opened(CODE), named(" Les Amis ")])).await;
        let panel = section(&html);
        let reading = decode(english(), &field(panel, "share-link"), Source::Link);
        assert_eq!(reading.name.as_ref().map(Name::as_str), Some("Les Amis"));
        assert!(panel.contains(" open=") && panel.contains(r#"data-action="name-remove""#));
        assert!(!panel.contains(r#"data-action="name-add""#));
        let words = edition(tag).words;
        assert!(!panel.contains(words[Phrase::ShareNote].text()), "{tag}: it holds more than answers");
        let note = words[Phrase::NameInLink].fill(&[("name", "<bdi>Les Amis</bdi>")]);
        assert!(unescaped(panel).contains(&note), "{tag}: {note} is not in {panel}");
        let kicker = words[Phrase::ResultOf].fill(&[("name", "<bdi>Les Amis</bdi>")]);
        assert!(html.contains(&kicker), "{tag}: {kicker}");
        let data: serde_json::Value = serde_json::from_str(&area(panel, "share-data")).unwrap();
        assert_eq!(data["name"], "Les Amis");
        assert!(area(panel, "share-text").contains("Les Amis"));
    }
    let removed = panel(vec![opened(CODE), named("Les Amis"), Action::NameRemoved]).await;
    assert_eq!(field(&removed, "share-code"), CODE);
    assert!(!removed.contains("Les Amis") && !removed.contains(" open="));
}

#[test]
fn the_document_is_called_after_the_programme() {
    for tag in LANGUAGES {
        let edition = edition(tag);
        let called = |name: &str| {
            let actions = [opened(CODE), named(name)];
            let state = actions.into_iter().fold(State::start(&edition), |state, action| state.apply(&edition, action));
            title(&edition, &state)
        };
        let expected = |name: &str| format!("{} – Peer Map", edition.words[Phrase::ResultOf].fill(&[("name", name)]));
        assert_eq!(called("Les Amis"), expected("Les Amis"));
        assert_eq!(called("a\u{202e}b"), expected("ab"), "nothing after it is turned round");
        assert_eq!(called("{name}"), expected("{name}"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_refused_name_is_told_at_its_field() {
    for tag in LANGUAGES {
        for name in ["", "   ", &"x".repeat(61), "a\u{7}b"] {
            let html = html(props(tag, vec![opened(CODE), named(name)])).await;
            let panel = section(&html);
            let alert = text(within(panel, r#"role="alert""#, "</p>"));
            let words = edition(tag).words;
            let refused = words[Phrase::NameRefused].fill(&[("most", "60")]);
            assert!(alert.contains(&unescaped(&refused)), "{tag}: {alert}");
            assert!(panel.contains(r#"aria-invalid="true""#) && panel.contains("pm-name-error"));
            assert_eq!(field(panel, "share-code"), CODE);
        }
    }
    let usual = panel(vec![opened(CODE)]).await;
    assert!(!usual.contains("aria-invalid") && within(&usual, r#"role="alert""#, "</p>").is_empty());
    assert!(!usual.contains("maxlength"), "a field that cuts a name says nothing of it");
}

#[tokio::test(flavor = "current_thread")]
async fn a_name_is_text_and_nothing_else() {
    for name in ["<img src=x>", "a\u{202e}b", "الأصدقاء", "\"><script>", "&amp;"] {
        let html = html(props("en", vec![opened(CODE), named(name)])).await;
        let shown = between(&html, "<bdi>", "</bdi>");
        assert!(shown.len() == 3 && shown.iter().all(|shown| unescaped(shown) == name), "{shown:?}");
        assert!(!html.contains("<img") && !html.contains("<script"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_letter_holds_the_text_or_its_sentence_and_always_the_link() {
    let (mut full, mut brief) = (0, 0);
    for (index, seed) in (0..60).enumerate() {
        let edition = Rc::new(edition(LANGUAGES[index % 3]));
        let name = (index % 2 == 0).then(|| Name::new("Ça & là #1 + 同伴=?").unwrap());
        let code = encode(english(), &random(english(), seed), name.as_ref()).unwrap();
        let props = Props { edition: Rc::clone(&edition), ..props("en", vec![opened(&code)]) };
        let html = html(props).await;
        let panel = section(&html);
        let (subject, body) = letter(panel);
        assert_eq!(subject, edition.words[Phrase::EmailSubject].text());
        assert!(body.ends_with(&format!("{ADDRESS}#{code}")), "{body}");
        assert_eq!(body.matches('\n').count(), body.matches("\r\n").count());
        match body.replace("\r\n", "\n") == area(panel, "share-text") {
            true => full += 1,
            false => brief += 1,
        }
    }
    println!("{full} letters in full, {brief} in short");
    assert!(full > 0 && brief > 0);
}

#[tokio::test(flavor = "current_thread")]
async fn the_code_is_read_aloud_in_groups() {
    let aloud = async |code: &str| {
        let panel = panel(vec![opened(code)]).await;
        text(within(&panel, r#"class="pm-aloud""#, "</p>"))
    };
    assert_eq!(aloud(CODE).await, "ps1 - k13 w14 d2 f4 p14 h3 - g");
    assert_eq!(aloud("ps1-k9-w").await, "ps1 - k9 - w");
    let name = Name::new("Les Amis").unwrap();
    let code = encode(english(), &edition_files::answers("k9"), Some(&name)).unwrap();
    assert_eq!(
        aloud(&code).await,
        "ps1 - k9 - njrs xgic bnvu xg - o".replace(" o", &format!(" {}", &code[code.len() - 1..]))
    );
    // Whoever types it as they hear it opens the same.
    for code in [CODE, &code] {
        for typed in [aloud(code).await, aloud(code).await.to_uppercase()] {
            let reading = decode(english(), &typed, Source::Typed);
            assert_eq!((reading.text.as_str(), reading.problems.len(), reading.checked), (code, 0, true), "{typed}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn an_outcome_is_told_beside_what_it_came_of() {
    for (outcome, told_at) in [
        (Outcome::Copied("share-link"), 0),
        (Outcome::NotCopied("share-code"), 0),
        (Outcome::NotShared, 0),
        (Outcome::Copied("share-text"), 2),
        (Outcome::NotCopied("share-data"), 3),
        (Outcome::Saved, 4),
        (Outcome::Shared, usize::MAX),
    ] {
        let panel = panel(vec![opened(CODE), Action::Ended(outcome)]).await;
        let said: Vec<&str> = between(&panel, r#"role="status""#, "</p>");
        // The second is the sentence on what the link holds.
        let said = said.iter().enumerate().filter(|(at, said)| *at != 1 && !said.ends_with('>'));
        let at: Vec<usize> = said.map(|(at, _)| at).collect();
        let expected: Vec<usize> = Some(told_at).filter(|at| *at < usize::MAX).into_iter().collect();
        assert_eq!(at, expected, "{outcome:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn data_is_that_of_the_code() {
    for landmark in &english().landmarks {
        let code = encode(english(), &landmark.answers, None).unwrap();
        let panel = panel(vec![opened(&code)]).await;
        let data: serde_json::Value = serde_json::from_str(&area(&panel, "share-data")).unwrap();
        assert_eq!((data["code"].as_str(), data["edition"].as_str()), (Some(code.as_str()), Some("ps1")));
        assert!(data["name"].is_null());
    }
}

/// What is only tried has no link.
#[tokio::test(flavor = "current_thread")]
async fn a_try_is_not_shared() {
    let options = edition_files::options("2");
    let tried = Action::Tried(edition_files::question('f'), options);
    let html = html(props("en", vec![opened(CODE), tried])).await;
    assert!(!html.contains(r#"data-section="share""#) && !html.contains("share-link"));
}
