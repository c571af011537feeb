//! `<peer-map>` on pages of other sites.

use anyhow::{Result, ensure};
use peer_map_browser_tests::{Page, Scenario};
use serde_json::{Value, json};

use crate::host::{Host, alone, begin, listen, script, set};

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const ANSWERS: &[(&str, &[u8])] =
    &[("k", &[1, 3]), ("w", &[1, 4]), ("d", &[2]), ("f", &[4]), ("p", &[1, 4]), ("h", &[3])];

pub fn scenarios() -> Vec<Scenario> {
    vec![
        Scenario::new("two_elements_keep_to_themselves", two_elements_keep_to_themselves),
        Scenario::new("attributes_take_effect_and_move_no_keyboard", attributes_take_effect_and_move_no_keyboard),
        Scenario::new("properties_are_those_of_the_attributes", properties_are_those_of_the_attributes),
        Scenario::new("the_language_is_that_of_the_place", the_language_is_that_of_the_place),
        Scenario::new("the_host_hears_of_changes_and_results", the_host_hears_of_changes_and_results),
        Scenario::new("a_removed_element_keeps_its_answers", a_removed_element_keeps_its_answers),
        Scenario::new("a_page_may_load_the_script_twice", a_page_may_load_the_script_twice),
        Scenario::new("the_fragment_is_owned_only_if_asked", the_fragment_is_owned_only_if_asked),
        Scenario::new("scripts_get_codes_and_classifications", scripts_get_codes_and_classifications),
        Scenario::new("twenty_elements_share_one_widget", twenty_elements_share_one_widget),
        Scenario::new("nothing_is_stored_or_asked_elsewhere", nothing_is_stored_or_asked_elsewhere),
    ]
}

async fn two_elements_keep_to_themselves(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        format!("{}<peer-map id=a lang=en></peer-map><peer-map id=b lang=fr code={CODE}></peer-map>", script(site))
    });
    let host = host.await?;
    let page = &host.page;
    let (a, b) = (page.widget_in("#a"), page.widget_in("#b"));
    b.wait_for_screen("result").await?;
    begin(&a).await?;
    assert_eq!(b.code().await?, CODE);
    a.wait_for_language("en").await?;
    b.wait_for_language("fr").await?;
    // The page is the host's.
    page.wait_until_equal("document.title", "A host").await?;
    page.wait_until_equal("document.documentElement.lang", "en").await?;
    page.wait_until_equal("location.hash + location.search", "").await?;
    page.wait_until_equal("history.state", Value::Null).await?;
    Ok(())
}

async fn attributes_take_effect_and_move_no_keyboard(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| format!("<input id=own>{}<peer-map lang=en></peer-map>", script(site)));
    let host = host.await?;
    let page = &host.page;
    let widget = page.widget_in("peer-map");
    widget.wait_for_question("k").await?;
    page.run("document.getElementById('own').focus()", &[]).await?;
    let theme = "document.querySelector('peer-map').shadowRoot.querySelector('.peer-map').dataset.theme ?? null";
    for value in ["dark", "light"] {
        set(page, "peer-map", "theme", Some(value)).await?;
        page.wait_until_equal(theme, value).await?;
    }
    set(page, "peer-map", "theme", None).await?;
    page.wait_until_equal(theme, Value::Null).await?;
    set(page, "peer-map", "mode", Some("map")).await?;
    widget.wait_for_screen("map").await?;
    set(page, "peer-map", "mode", Some("flow")).await?;
    widget.wait_for_question("k").await?;
    set(page, "peer-map", "lang", Some("zh-CN")).await?;
    widget.wait_for_language("zh-Hans").await?;
    set(page, "peer-map", "lang", Some("en")).await?;
    widget.wait_for_language("en").await?;
    set(page, "peer-map", "code", Some("ps1-k1w1-0")).await?;
    widget.wait_for_screen("damaged").await?;
    set(page, "peer-map", "code", Some(CODE)).await?;
    widget.wait_for_screen("result").await?;
    page.wait_until_equal("document.activeElement.id", "own").await?;
    // What the reader does moves it again.
    set(page, "peer-map", "code", None).await?;
    widget.wait_for_question("k").await?;
    page.wait_until_equal("document.activeElement.id", "own").await?;
    begin(&widget).await?;
    widget.wait_for_focus("h1").await
}

async fn properties_are_those_of_the_attributes(page: &Page) -> Result<()> {
    let host = alone(page).await?;
    let page = &host.page;
    let widget = page.widget_in("peer-map");
    widget.wait_for_question("k").await?;
    let element = "document.querySelector('peer-map')";
    page.wait_until_equal(&format!("{element}.code"), Value::Null).await?;
    page.run(&format!("Object.assign({element}, {{ code: '{CODE}', theme: 'dark', mode: 'flow' }})"), &[]).await?;
    widget.wait_for_screen("result").await?;
    for (property, value) in [("code", CODE), ("theme", "dark"), ("mode", "flow")] {
        page.wait_until_equal(&format!("{element}.{property}"), value).await?;
        page.wait_until_equal(&format!("{element}.getAttribute('{property}')"), value).await?;
    }
    // The code is that of the answers, whatever the attribute said at first.
    widget.act("start-again").await?;
    widget.wait_for_question("k").await?;
    page.wait_until_equal(&format!("{element}.code"), Value::Null).await?;
    page.run(&format!("{element}.theme = null"), &[]).await?;
    page.wait_until_equal(&format!("{element}.hasAttribute('theme')"), false).await
}

async fn the_language_is_that_of_the_place(page: &Page) -> Result<()> {
    // The outer shadow tree, which stands in a French place, holds an element that says nothing.
    let host = Host::open(page, None, |site| {
        format!(
            "{}<div lang=fr-CA dir=rtl><p id=outer></p></div><section lang=de><peer-map id=b></peer-map></section>\
             <div lang=fr><peer-map id=c lang=zh></peer-map></div>",
            script(site)
        )
    });
    let host = host.await?;
    let page = &host.page;
    page.run(
        "document.getElementById('outer').attachShadow({ mode: 'open' }).innerHTML = '<div><peer-map></peer-map></div>'",
        &[],
    )
    .await?;
    let inner =
        "document.getElementById('outer').shadowRoot.querySelector('peer-map').shadowRoot.querySelector('.peer-map')";
    page.wait_until_equal(&format!("{inner}?.lang ?? null"), "fr").await?;
    // German is none of ours: the browser decides, and nothing is amiss.
    page.widget_in("#b").wait_for_language("en").await?;
    page.widget_in("#c").wait_for_language("zh-Hans").await?;
    let problems = "[...document.querySelectorAll('peer-map')].flatMap((one) => [...one.shadowRoot.querySelectorAll('[role=alert]')]).length";
    page.wait_until_equal(problems, 0).await
}

async fn the_host_hears_of_changes_and_results(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        // The listeners stand outside of a shadow tree that the element stands in.
        format!("<div id=outer></div>{}", script(site))
    });
    let host = host.await?;
    let page = &host.page;
    listen(page).await?;
    page.run(
        "document.getElementById('outer').attachShadow({ mode: 'open' }).innerHTML = '<peer-map lang=en></peer-map>'",
        &[],
    )
    .await?;
    let root = "document.getElementById('outer').shadowRoot.querySelector('peer-map').shadowRoot";
    let click = |css: &str| format!("{root}.querySelector('{css}').click()");
    for (letter, options) in ANSWERS {
        page.wait_until(&format!("{root}?.querySelector('[data-question={letter}]')")).await?;
        for option in *options {
            page.run(&click(&format!("input[value=\"{option}\"]")), &[]).await?;
        }
        page.run(&click("[data-action=continue]"), &[]).await?;
    }
    page.wait_until(&format!("{root}.querySelector('[data-screen=summary]')")).await?;
    page.run(&click("[data-action=result]"), &[]).await?;
    page.wait_until("heard.length === 7").await?;
    let heard = page.run("return heard", &[]).await?;
    let types: Vec<&str> = heard.as_array().unwrap().iter().map(|one| one[0].as_str().unwrap()).collect();
    assert_eq!(types, ["change", "change", "change", "change", "change", "change", "result"]);
    // Events come from outside of the inner tree, as a host expects.
    ensure!(heard.as_array().unwrap().iter().all(|one| one[1] == "outer"), "{heard}");
    let detail = &heard[6][2];
    assert_eq!(detail["code"], CODE);
    assert_eq!(detail["edition"], "ps1");
    assert_eq!(detail["answers"], json!({"k": [1, 3], "w": [1, 4], "d": [2], "f": [4], "p": [1, 4], "h": [3]}));
    assert_eq!(detail["territory"], json!({"rows": [4], "columns": [3]}));
    assert_eq!(detail["kinds"][0]["match"], "full");
    ensure!(detail["kinds"][0]["because"].is_object() && detail["kinds"][0]["kind"].is_string(), "{detail}");
    // A plain object, which can be posted and kept.
    page.wait_until("structuredClone(heard[6][2]).code === heard[6][2].code").await?;
    Ok(())
}

async fn a_removed_element_keeps_its_answers(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        format!("{}<div id=here><peer-map lang=en></peer-map></div><div id=there></div>", script(site))
    });
    let host = host.await?;
    let page = &host.page;
    let widget = page.widget_in("peer-map");
    begin(&widget).await?;
    page.run("window.element = document.querySelector('peer-map'); element.remove()", &[]).await?;
    // It gives its memory back, after the turn in which it was removed.
    page.wait_until("element.shadowRoot.querySelector('.peer-map') === null").await?;
    page.run("document.getElementById('there').append(element)", &[]).await?;
    widget.wait_for_question("w").await?;
    // Moved within one turn, it never goes.
    page.run(
        "window.shown = element.shadowRoot.querySelector('.peer-map'); document.getElementById('here').append(element)",
        &[],
    )
    .await?;
    page.wait_until("shown.isConnected").await?;
    widget.answer("w", &[1]).await?;
    widget.continue_().await?;
    widget.wait_for_question("d").await?;
    widget.back().await?;
    widget.wait_for_question("w").await?;
    widget.back().await?;
    widget.wait_until_checked("k", &[1]).await
}

async fn a_page_may_load_the_script_twice(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        // The same address twice, and another, which is another module: as two versions on one page.
        let again = format!("<script type=\"module\" src=\"{site}peer-map.js?again\"></script>");
        format!("{0}{0}{again}<peer-map lang=en></peer-map>{again}", script(site))
    });
    let host = host.await?;
    let page = &host.page;
    let widget = page.widget_in("peer-map");
    begin(&widget).await?;
    assert_eq!(widget.each("fieldset", "dataset.question").await?, ["w"]);
    Ok(())
}

async fn the_fragment_is_owned_only_if_asked(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        format!(
            "{}<h1 id=chapter>…</h1><peer-map id=a lang=en sync=hash></peer-map><peer-map id=b lang=en></peer-map>",
            script(site)
        )
    });
    let host = host.await?;
    let page = &host.page;
    let (a, b) = (page.widget_in("#a"), page.widget_in("#b"));
    a.wait_for_question("k").await?;
    b.answer("k", &[2]).await?;
    b.continue_().await?;
    b.wait_for_question("w").await?;
    assert_eq!(page.fragment().await?, "");
    begin(&a).await?;
    page.wait_until("location.hash.startsWith('#ps1-k1-')").await?;
    page.change_fragment(CODE).await?;
    a.wait_for_screen("result").await?;
    b.wait_for_question("w").await?;
    // The fragment may be the host's, too.
    page.change_fragment("chapter").await?;
    a.wait_for_screen("result").await?;
    assert_eq!(page.fragment().await?, "chapter");
    page.run("history.back()", &[]).await?;
    page.wait_until_equal("location.hash", format!("#{CODE}")).await?;
    a.wait_for_screen("result").await
}

async fn scripts_get_codes_and_classifications(page: &Page) -> Result<()> {
    let host = Host::open(page, None, script).await?;
    let page = &host.page;
    let call = |call: &str| format!("return import('{}peer-map.js').then((map) => map.{call})", host.site.address());
    let answers = json!({"k": [3, 1], "w": [1, 4], "d": [2], "f": [4], "p": [1, 4], "h": [3]});
    let classified = page.run(&call(&format!("classify({answers})")), &[]).await?;
    assert_eq!(classified["code"], CODE);
    assert_eq!(page.run(&call(&format!("encode({answers})")), &[]).await?, CODE);
    assert_eq!(page.run(&call("encode({})"), &[]).await?, Value::Null);
    let mut read = page.run(&call(&format!("decode('{CODE}')")), &[]).await?;
    assert_eq!(read["problems"].take(), json!([]));
    read.as_object_mut().unwrap().remove("problems");
    assert_eq!(read, classified);
    let named = page.run(&call(&format!("encode({answers}, 'Les Amis')")), &[]).await?;
    let read = page.run(&call(&format!("decode({named})")), &[]).await?;
    assert_eq!(read["name"], "Les Amis");
    // Damage is told in the language of the page, or the one that is asked for, and never thrown.
    for (code, problem) in
        [("ps1-k13w14d2f4p14h3-h", "check"), ("", "empty"), ("zz9-k1-0", "edition"), ("ps1-k\u{1F600}-0", "character")]
    {
        let read = page.run(&call(&format!("decode({}, 'fr')", json!(code))), &[]).await?;
        let problems = read["problems"].as_array().unwrap();
        ensure!(problems.iter().any(|one| one["problem"] == problem), "{code}: {read}");
        assert_eq!(read["code"], Value::Null);
        ensure!(read["problems"][0]["at"].is_u64() && read["problems"][0]["message"].is_string(), "{read}");
    }
    let message = |of: &Value| of["problems"][0]["message"].as_str().unwrap().to_owned();
    let french = page.run(&call("decode('ps1-k1-z', 'fr')"), &[]).await?;
    let english = page.run(&call("decode('ps1-k1-z')"), &[]).await?;
    assert_ne!(message(&french), message(&english));
    // What is no answer is named.
    for (answers, path) in [
        ("null", "answers"),
        ("{x: [1]}", "answers.x"),
        ("{k: 1}", "answers.k"),
        ("{k: [8]}", "answers.k"),
        ("{d: [1, 2]}", "answers.d"),
    ] {
        let refused =
            format!("classify({answers}).then(() => 'none', (error) => `${{error.name}} ${{error.message}}`)");
        let refused = page.run(&call(&refused), &[]).await?;
        ensure!(refused.as_str().is_some_and(|told| told.starts_with(&format!("TypeError {path}: "))), "{refused}");
    }
    Ok(())
}

async fn twenty_elements_share_one_widget(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| {
        // The module's own memory is measured, too.
        let keep = "<script>const start = WebAssembly.instantiateStreaming; \
                    WebAssembly.instantiateStreaming = async (...asked) => { const made = await start(...asked); \
                    window.memory = made.instance.exports.memory; return made }</script>";
        format!("{keep}{}{}", "<peer-map lang=en></peer-map>".repeat(20), script(site))
    })
    .await?;
    let Host { site, page } = &host;
    let ready =
        "[...document.querySelectorAll('peer-map')].every((one) => one.shadowRoot?.querySelector('[data-question=k]'))";
    page.wait_until(ready).await?;
    let measured = "const wasm = performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.wasm')); \
                    return [Math.round(performance.now() - wasm[0].responseEnd), wasm.length, memory.buffer.byteLength]";
    let measured = page.run(measured, &[]).await?;
    let (time, bytes) = (&measured[0], measured[2].as_u64().unwrap_or_default());
    println!("{}: twenty elements are there {time} ms after the wasm; {bytes} bytes of its memory", page.engine());
    // An edition and an application each, and no copies of what they share.
    ensure!(bytes > 0 && bytes < 32 << 20, "{bytes} bytes");
    assert_eq!(measured[1], 1);
    let wasm =
        site.take_requests().into_iter().filter(|path| path.ends_with(".wasm") || path.ends_with("peer-map.css"));
    assert_eq!(wasm.count(), 2);
    for nth in [1, 20] {
        let widget = page.widget_in(&format!("peer-map:nth-of-type({nth})"));
        begin(&widget).await?;
    }
    page.widget_in("peer-map:nth-of-type(2)").wait_for_question("k").await
}

async fn nothing_is_stored_or_asked_elsewhere(page: &Page) -> Result<()> {
    let host = Host::open(page, None, |site| format!("{}<peer-map lang=en code={CODE}></peer-map>", script(site)));
    let host = host.await?;
    let Host { site, page } = &host;
    let widget = page.widget_in("peer-map");
    widget.wait_for_screen("result").await?;
    widget.choose_language("fr").await?;
    let asked = page.run("return performance.getEntriesByType('resource').map((one) => one.name)", &[]).await?;
    let own = |address: &str| address.starts_with(site.address()) || address.starts_with(page.address());
    ensure!(asked.as_array().unwrap().iter().all(|address| own(address.as_str().unwrap())), "{asked}");
    page.wait_until_equal("document.cookie", "").await?;
    page.wait_until_equal("localStorage.length + sessionStorage.length", 0).await?;
    let kept = "(async () => [(await indexedDB.databases?.())?.length ?? 0, window.caches ? (await caches.keys()).length : 0])()";
    assert_eq!(page.run(&format!("return {kept}"), &[]).await?, json!([0, 0]));
    Ok(())
}
