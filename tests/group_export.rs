//! Groups as files, and back.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;

use edition_files::{LANGUAGES, answers, edition, english, letters, random};
use peer_map::edition::{Answers, Plain};
use peer_map::flow::replay;
use peer_map::group::import::{Import, Reason, read_json, read_line, read_lines, text_of};
use peer_map::group::{Member, code, csv, json};
use peer_map::link::Name;
use proptest::prelude::*;
use serde_json::{Value, json as value};

fn member(name: &str, given: &str) -> Member {
    Member { name: Name::new(name), answers: answers(given), ..Member::default() }
}

fn four() -> Vec<Member> {
    vec![
        member("Les Amis", "k13 w14 d2 f4 p14 h3"),
        Member { hidden: true, ..member("=cmd|' /C calc'!A0", "k0 w7") },
        Member { unchecked: true, ..member("a \"b\", c", "k1 w1") },
        member("", "k9"),
        member("Later", ""),
    ]
}

#[test]
fn a_table_has_everything_in_words_and_no_formula() {
    let text = csv(english(), &four());
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap().split("\r\n").collect();
    let shorts: Vec<&str> = english().questions.iter().map(|question| question.short.as_str()).collect();
    assert_eq!(lines[0], format!("number,name,code,hidden,{}", shorts.join(",")));
    assert!(lines[1].starts_with("1,Les Amis,ps1-k13w14d2f4p14h3-g,,\""), "{}", lines[1]);
    assert!(lines[2].starts_with("2,'=cmd|' /C calc'!A0,ps1-k0w7-"), "{}", lines[2]);
    assert!(lines[2].contains(",yes,"), "{}", lines[2]);
    // What came without its check character has none.
    assert!(lines[3].starts_with("3,\"a \"\"b\"\", c\",ps1-k1w1,,"), "{}", lines[3]);
    let unsure = english().questions[0].choices.last().unwrap();
    assert!(lines[2].contains(&unsure.text), "{}", lines[2]);
    let skipped = english().words[peer_map::edition::Phrase::NotAsked].text();
    assert_eq!(lines[4].matches(skipped).count(), 5, "{}", lines[4]);
    assert_eq!(lines[5..], ["5,Later,,,,,,,,", ""]);
}

#[test]
fn no_cell_begins_as_a_formula_would_wherever_a_spreadsheet_divides_the_line() {
    for name in ["=1", "+1", "-1", "@x", "＝1", "'=1", "''-1", "x;=1", "x;'=1;-2", "\"=1", "=\",=1"] {
        let group = [member(name, "k9")];
        let text = csv(english(), &group);
        let cells = text.split(['\u{feff}', ',', ';', '\t', '\r', '\n']).map(|cell| cell.trim_start_matches('"'));
        for cell in cells.filter(|cell| cell.starts_with(['=', '+', '-', '@', '＝'])) {
            // Inside quotation marks a comma divides nothing.
            assert_eq!((name, cell), ("=\",=1", "=1\""));
        }
        assert_eq!(read_lines(english(), &text).members, group, "{name}");
    }
}

#[test]
fn what_is_written_is_read_back_in_every_language() {
    for edition in LANGUAGES.map(edition) {
        let text = csv(&edition, &four());
        assert_eq!(text_of(text.as_bytes()).unwrap(), text.trim_start_matches('\u{feff}'));
        for text in [&text, text.trim_start_matches('\u{feff}')] {
            assert_eq!(read_lines(&edition, text), Import { members: four(), ..Import::default() });
        }
        assert_eq!(read_back(&json(&edition, &four(), false)), Import { members: four(), ..Import::default() });
    }
}

#[test]
fn json_says_whether_it_is_one_programme() {
    for eyes in [false, true] {
        assert_eq!(read_back(&json(english(), &four(), eyes)), Import { members: four(), eyes, ..Import::default() });
    }
    let odd = json(english(), &four(), true).replace("\"one_programme\": true", "\"one_programme\": \"yes\"");
    let import = read_back(&odd);
    assert_eq!((import.members.len(), import.refused.len()), (0, 1));
    assert_eq!(import.refused[0].reason, Reason::Json { path: "one_programme".to_owned() });
}

#[test]
fn rows_of_a_table_of_ours_may_be_pasted_from_a_spreadsheet() {
    let rows = csv(english(), &four());
    let tabs: Vec<String> = rows.lines().skip(1).take(1).map(|row| row.replacen(',', "\t", 4)).collect();
    assert_eq!(read_lines(english(), &tabs.join("\n")).members, four()[..1]);
}

fn read_back(text: &str) -> Import {
    read_json(english(), &serde_json::from_str::<Plain>(text).unwrap())
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!("../docs/group.schema.json")).unwrap();
    jsonschema::options().build(&schema).unwrap()
}

#[test]
fn json_follows_its_schema() {
    let validator = validator();
    let text = json(english(), &four(), false);
    let group: Value = serde_json::from_str(&text).unwrap();
    let errors: Vec<String> = validator.iter_errors(&group).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(group["$schema"], "group.schema.json");
    // The example of the document is one too.
    let document = include_str!("../docs/group-files.md");
    let example = document.split("```json").nth(1).unwrap().split("```").next().unwrap();
    let example: Value = serde_json::from_str(example).unwrap();
    assert!(validator.is_valid(&example));
    assert_eq!(read_back(&example.to_string()).members, four()[..1]);
    // The schema refuses what is refused here.
    for (path, wrong) in WRONG {
        let mut group = group.clone();
        *group.pointer_mut(path).unwrap() = serde_json::from_str(wrong).unwrap();
        assert!(!validator.is_valid(&group), "{path} {wrong}");
        assert!(!read_back(&group.to_string()).refused.is_empty(), "{path} {wrong}");
    }
}

const WRONG: [(&str, &str); 9] = [
    ("/format", "\"peer-map\""),
    ("/version", "2"),
    ("/version", "\"1\""),
    ("/edition", "1"),
    ("/programmes", "{}"),
    ("/programmes/0", "7"),
    ("/programmes/0/name", "[]"),
    ("/programmes/0/code", "\"k1\""),
    ("/programmes/0/hidden", "\"no\""),
];

#[test]
fn what_is_wrong_with_json_is_told_by_its_place() {
    let group: Value = serde_json::from_str(&json(english(), &four(), false)).unwrap();
    let refused = |path: &str, wrong: Value| {
        let mut group = group.clone();
        *group.pointer_mut(path).unwrap() = wrong;
        let import = read_back(&group.to_string());
        assert_eq!(import.refused.len(), 1);
        let refused = import.refused.into_iter().next().unwrap();
        (import.members.len(), refused.line, refused.text, refused.reason)
    };
    let path = |path: &str| Reason::Json { path: path.to_owned() };
    assert_eq!(refused("/version", value!(2)), (0, 1, "2".to_owned(), Reason::Version("2".to_owned())));
    assert_eq!(refused("/format", value!("x")), (0, 1, "x".to_owned(), Reason::Format));
    assert_eq!(refused("/programmes", value!(null)), (0, 1, "null".to_owned(), path("programmes")));
    let (members, _, text, reason) = refused("/edition", value!("ps7"));
    assert_eq!((members, text.as_str(), reason.id()), (0, "ps7", "edition"));
    assert!(reason.message(english()).contains("ps7"));
    assert_eq!(refused("/programmes/3", value!("x")), (4, 4, "x".to_owned(), path("programmes[3]")));
    let hidden = refused("/programmes/0/hidden", value!(1));
    assert_eq!((hidden.1, hidden.2, hidden.3), (1, LES_AMIS.to_owned(), path("programmes[0].hidden")));
    let damaged = refused("/programmes/0/code", value!("ps1-k1-x"));
    assert_eq!((damaged.2.as_str(), damaged.3.id()), ("\"Les Amis\",ps1-k1-x", "check"));
    // A hidden one is still hidden when its line is corrected.
    let line = read_back(r#"[{"name": "A", "code": "ps1-k1-x", "hidden": true}]"#).refused.remove(0);
    let corrected = read_line(english(), &line, &line.text.replace("ps1-k1-x", "ps1-k13w14d2f4p14h3-g"));
    assert!(corrected.members[0].hidden && corrected.refused.is_empty());
    let named = refused("/programmes/3/name", value!("x".repeat(61)));
    assert_eq!((named.1, named.3), (4, Reason::Name));
    let bare = refused("/programmes/1", value!({"name": "A"}));
    assert_eq!((bare.1, bare.3), (2, Reason::NoCode));
    // A line that says the same can be read as one.
    assert_eq!(read_lines(english(), LES_AMIS).members, four()[..1]);
    for text in ["null", "7", "{}", "\"ps1-k9-w\""] {
        assert_eq!(read_back(text).refused[0].reason, Reason::Format, "{text}");
    }
}

#[test]
fn the_data_of_results_is_read_too() {
    let one = r#"{"code": "ps1-k13w14d2f4p14h3-g", "name": "Les Amis", "answers": {}}"#;
    for text in [one.to_owned(), format!("[{one}]")] {
        let import = read_back(&text);
        assert_eq!((import.members.as_slice(), import.refused.as_slice()), (&four()[..1], &[][..]), "{text}");
    }
    let two = read_back(&format!("[{one}, 7]"));
    assert_eq!((two.members.len(), two.refused[0].line), (1, 2));
    assert_eq!(read_back("[]"), Import::default());
}

const LES_AMIS: &str = "\"Les Amis\",ps1-k13w14d2f4p14h3-g";

fn name() -> impl Strategy<Value = Option<Name>> {
    let odd = prop_oneof![
        ".{1,60}",
        "[=+@'\"＝-]{1,5}.{0,9}",
        "[\"',;，； a]{1,12}",
        Just("\u{202e}evil\u{202c} <b>同伴</b> 👩‍👩‍👧".to_owned()),
        Just("ps1-k1w1d1-u".to_owned()),
        Just("https://example.org/#ps1-k9-w".to_owned()),
        Just("code".to_owned()),
        Just("12".to_owned()),
    ];
    prop::option::of(odd).prop_map(|name| name.and_then(|name| Name::new(&name)))
}

fn group() -> impl Strategy<Value = Vec<Member>> {
    let one = (name(), prop::option::weighted(0.9, any::<u64>()), any::<bool>(), any::<bool>());
    let member = one.prop_map(|(name, seed, hidden, unchecked)| {
        let given = seed.map_or_else(Answers::default, |seed| random(english(), seed));
        let answers = replay(english(), &given).answers(english());
        // Of a programme without an answer there is no code to be compared.
        let unchecked = unchecked && !answers.is_empty();
        Member { name, answers, hidden, unchecked }
    });
    prop::collection::vec(member, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_group_is_read_back(members in group()) {
        let whole = Import { members: members.clone(), ..Import::default() };
        prop_assert_eq!(&read_lines(english(), &csv(english(), &members)), &whole);
        let text = json(english(), &members, false);
        prop_assert!(validator().is_valid(&serde_json::from_str(&text).unwrap()), "{}", text);
        prop_assert_eq!(&read_back(&text), &whole);
        // The link leaves out what is hidden or says nothing, and vouches for the rest.
        let shown = members.into_iter().filter(|member| !member.hidden && !member.answers.is_empty());
        let shown: Vec<Member> = shown.map(|member| Member { unchecked: false, ..member }).collect();
        let link = code(english(), &shown, true).map(|code| format!("https://example.org/map/#{code}"));
        prop_assert_eq!(read_lines(english(), &link.unwrap_or_default()), Import { members: shown, ..Import::default() });
    }

    #[test]
    fn a_line_of_a_name_and_a_code_is_read_as_they_are(name in "[a-zé同 .']{1,60}", seed in any::<u64>()) {
        let answers = replay(english(), &random(english(), seed)).answers(english());
        let Some(name) = Name::new(&name) else { return Ok(()) };
        let member = Member { name: Some(name.clone()), answers, ..Member::default() };
        let code = peer_map::link::encode(english(), &member.answers, None).unwrap();
        for line in [format!("{}, {code}", name.as_str()), format!("{code};{}", name.as_str())] {
            let read = read_lines(english(), &line);
            prop_assert_eq!(&read.members, std::slice::from_ref(&member), "{} {}", line, letters(&member.answers));
        }
    }
}
