//! Every snippet that the snippet builder can make, read back by a browser.

use crate::embed_choices::{Choice, FORMS, every_choice, maker, release, rules, tried};
use anyhow::{Context, Result, ensure};
use peer_map_browser_tests::{Page, Scenario};
use serde_json::{Value, json};

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("every_choice_makes_the_snippet_that_it_should", every_choice_makes_the_snippet_that_it_should),
        Scenario::new("hostile_text_stays_text", hostile_text_stays_text),
        Scenario::new("a_site_without_an_address_answers_no_site", a_site_without_an_address_answers_no_site),
    ]
}

async fn every_choice_makes_the_snippet_that_it_should(page: &Page) -> Result<()> {
    let page = maker(page).await?;
    let all = every_choice();
    assert_eq!(all.len(), 4 * 4 * 3 * 3 * 3 * 3 * 3 * 2);
    for some in all.chunks(600) {
        let sent: Vec<Value> = some.iter().map(Choice::sent).collect();
        for (choice, made) in some.iter().zip(tried(&page, &sent, release()).await?) {
            if choice.is_refused() {
                let refused =
                    json!({ "faults": [{ "field": "edition", "fault": "edition_elsewhere" }], "thrown": true });
                ensure!(made == refused, "{choice:?}: {made}");
                continue;
            }
            ensure!(made["faults"] == json!([]), "{choice:?}: {made}");
            ensure!(
                made["read"]["elements"] == json!(choice.elements()),
                "{choice:?}: {:#}\nis not {:#}",
                made["read"],
                json!(choice.elements())
            );
            let text = made["read"]["text"].as_str().unwrap_or_default().trim();
            let expected = match choice.form {
                "iframe" => "",
                "oembed" => "https://maps.example/pm/kinds/mutual/fr/",
                _ => "Where & what",
            };
            ensure!(text == expected, "{choice:?}: {text}");
            let css = if choice.form == "element" { rules(choice.colours) } else { "" };
            ensure!(made["css"] == css && made["policy"] == choice.policy(), "{choice:?}: {made}");
        }
    }
    Ok(())
}

/// Text that would be more than text, were it not escaped.
const HOSTILE: [&str; 14] = [
    "\"><script>top.broken = 1</script>",
    "' onload='top.broken = 1",
    "\" autofocus onfocus=\"top.broken = 1",
    "&quot;><b>",
    "</peer-map></a><img src=x onerror=top.broken=1>",
    "javascript:top.broken=1",
    "data:text/html,<script>top.broken=1</script>",
    "]]><!--",
    "#000; } body { display: none",
    "#000\n}</style>",
    "\u{202e}\u{0}\u{7f}",
    "ps1-k1-8\" x=\"",
    "https://user:word@elsewhere.example/\"><b>",
    "//elsewhere.example/?a#b",
];

/// Other sites would show no frame of a page that does not know its own address.
async fn a_site_without_an_address_answers_no_site(page: &Page) -> Result<()> {
    let page = maker(page).await?;
    for form in FORMS {
        let choice = every_choice().into_iter().find(|choice| choice.form == form && !choice.is_refused());
        let mut sent = choice.context("every form can be chosen")?.sent();
        sent["addressed"] = false.into();
        let made = tried(&page, &[sent], release()).await?.remove(0);
        let refused = json!({ "faults": [{ "field": "form", "fault": "not_addressed" }], "thrown": true });
        ensure!((made == refused) == (form == "oembed"), "{form}: {made}");
        ensure!(made.get("html").is_some() == (form != "oembed"), "{form}: {made}");
    }
    Ok(())
}

async fn hostile_text_stays_text(page: &Page) -> Result<()> {
    let page = maker(page).await?;
    let plain = Choice {
        form: "element",
        lang: "fr",
        mode: "flow",
        theme: "auto",
        colours: 0,
        edition: 0,
        code: "",
        version: "pinned",
    };
    for form in FORMS {
        for text in HOSTILE {
            let sent = |change: &dyn Fn(&mut Value)| {
                let mut sent = Choice { form, ..plain }.sent();
                change(&mut sent);
                sent
            };
            // What readers choose is refused, wherever it plays a part.
            let typed = [
                ("code", sent(&|sent| sent["code"] = text.into())),
                ("edition", sent(&|sent| sent["edition"] = text.into())),
                ("accent", sent(&|sent| sent["colours"]["accent"] = text.into())),
            ];
            for ((field, _), made) in
                typed.iter().zip(tried(&page, &typed.each_ref().map(|(_, sent)| sent.clone()), release()).await?)
            {
                let plays = match *field {
                    "accent" => form == "element",
                    _ => form != "oembed",
                };
                ensure!(
                    made["faults"][0]["field"] == if plays { json!(field) } else { Value::Null },
                    "{form} {field} {text}: {made}"
                );
                ensure!(made.get("html").is_some() != plays, "{form} {field} {text}: {made}");
            }
            // What a translation says is escaped.
            let said = sent(&|sent| ["link", "title", "alt"].iter().for_each(|word| sent["words"][word] = text.into()));
            let made = tried(&page, &[said], release()).await?.remove(0);
            let count = Choice { form, ..plain }.elements().len();
            ensure!(made["read"]["elements"].as_array().map(Vec::len) == Some(count), "{form} {text}: {made}");
            let attributes = made["read"]["elements"].to_string();
            ensure!(
                !attributes.contains("onload\":") && !attributes.contains("onfocus\":"),
                "{form} {text}: {attributes}"
            );
            // A release that is none pins nothing.
            let hash = json!({ "version": "1.0.0", "integrity": { "peer-map.js": text, "peer-map-frame.js": text } });
            let version = json!({ "version": text, "integrity": release()["integrity"] });
            for release in [hash, version] {
                let made = tried(&page, &[sent(&|_| ())], release).await?.remove(0);
                let pinned = ["iframe", "element"].contains(&form);
                ensure!(made.get("html").is_some() != pinned, "{form} {text}: {made}");
            }
        }
    }
    page.wait_until("!window.broken").await?;
    Ok(())
}
