//! Programmes out of what people paste and out of files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod edition_files;
mod lines_kept;

use edition_files::{LANGUAGES, answers, edition, english, letters};
use lines_kept::lines_kept;
use peer_map::group::Member;
use peer_map::group::import::{Import, NotText, Reason, read_line, read_lines, text_of};
use peer_map::link::{Flaw, Name, Programme, encode, encode_group};
use proptest::prelude::*;
use std::slice::from_ref;

const CODE: &str = "ps1-k13w14d2f4p14h3-g";
const OTHER: &str = "ps1-k1w1d1-u";
const LINK: &str = "https://example.org/map/#ps1-k13w14d2f4p14h3-g";

/// What was read, one programme a line: its name, its answers, and what else is said of it.
fn told(import: &Import) -> Vec<String> {
    let told = |member: &Member| {
        let name = member.name.as_ref().map_or("-", |name| name.as_str());
        let marks = [(member.hidden, " hidden"), (member.unchecked, " unchecked")];
        let marks: String = marks.iter().filter(|(set, _)| *set).map(|(_, mark)| *mark).collect();
        format!("{name}: {}{marks}", letters(&member.answers))
    };
    import.members.iter().map(told).collect()
}

/// What was refused: its line, its text, and the word for the reason.
fn refused(import: &Import) -> Vec<(usize, &str, &str)> {
    import.refused.iter().map(|refused| (refused.line, refused.text.as_str(), refused.reason.id())).collect()
}

/// Reads a text of which no line may be refused.
fn read(text: &str) -> Vec<String> {
    let import = read_lines(english(), text);
    assert_eq!(refused(&import), [], "{text:?}");
    told(&import)
}

const LES_AMIS: &str = "Les Amis: k13 w14 d2 f4 p14 h3";
const UNNAMED: &str = "-: k13 w14 d2 f4 p14 h3";

#[test]
fn a_line_is_a_code_a_link_or_a_message_with_one() {
    for line in
        [CODE, LINK, "Our code is ps1-k13w14d2f4p14h3-g.", "ps1 k13 w14 d2 f4 p14 h3 - g", "<ps1-k13w14d2f4p14h3-g>"]
    {
        assert_eq!(read(line), [UNNAMED], "{line}");
    }
    // Words of a sentence are no name, and a delimiter makes them one.
    assert_eq!(read(&format!("Hello all, our code is {LINK}, thanks")), [UNNAMED]);
    assert_eq!(read(&format!("# Les Amis, {LINK}")), ["# Les Amis: k13 w14 d2 f4 p14 h3"]);
}

#[test]
fn a_name_stands_before_the_code_or_after_it() {
    for delimiter in [",", ", ", ";", " ; ", "\t", "，", "；"] {
        for code in [CODE, LINK, "PS1-K13W14D2F4P14H3-G", "ps1–k13w14d2f4p14h3–g"] {
            assert_eq!(read(&format!("Les Amis{delimiter}{code}")), [LES_AMIS], "{delimiter:?} {code}");
            assert_eq!(read(&format!("{code}{delimiter}Les Amis")), [LES_AMIS], "{delimiter:?} {code}");
        }
    }
    let name = |line: &str| read(line).concat().split(": k").next().unwrap().to_owned();
    assert_eq!(name(&format!("Les Amis, Montréal, {CODE}")), "Les Amis, Montréal");
    assert_eq!(name(&format!("{CODE}, Les Amis, Montréal")), "Les Amis, Montréal");
    assert_eq!(name(&format!("Les Amis, Montréal; {CODE}")), "Les Amis, Montréal");
    assert_eq!(name(&format!("Les Amis; Montréal, {CODE}")), "Les Amis; Montréal");
    assert_eq!(name(&format!("\"Les Amis, Montréal\",{CODE}")), "Les Amis, Montréal");
    assert_eq!(name(&format!("\"Les Amis\" de Montréal, {CODE}")), "\"Les Amis\" de Montréal");
    assert_eq!(name(&format!("\"Say \"\"hello\"\"\",{CODE}")), "Say \"hello\"");
    assert_eq!(name(&format!("12,{CODE}")), "12");
    assert_eq!(name(&format!("3,Les Amis,{CODE},,Listen; Teach,More")), "Les Amis");
    assert_eq!(name(&format!("3\tLes Amis\t{CODE}\t\tMore")), "Les Amis");
    assert_eq!(name(&format!("3,,{CODE},,Listen")), "-");
    assert_eq!(name(&format!("Team 5, {CODE}")), "Team 5");
    assert_eq!(name(&format!("PS 1 North, {CODE}")), "PS 1 North");
    assert_eq!(name(&format!("PS 1, {CODE}")), "PS 1");
    assert_eq!(name(&format!("Les Amis,{CODE},{LINK}")), "Les Amis");
    assert_eq!(name(&format!("'=1+1,{CODE}")), "=1+1");
    assert_eq!(name(&format!("=1+1,{CODE}")), "=1+1");
    assert_eq!(name(&format!("'s Middags,{CODE}")), "'s Middags");
}

#[test]
fn a_name_in_the_code_is_used_where_the_line_has_none() {
    let code = encode(english(), &answers("k1 w1"), Name::new("Inner").as_ref()).unwrap();
    assert_eq!(read(&code), ["Inner: k1 w1"]);
    assert_eq!(read(&format!("Outer, {code}")), ["Outer: k1 w1"]);
    assert_eq!(read(&format!("name,code\n,{code}\nOuter,{code}")), ["Inner: k1 w1", "Outer: k1 w1"]);
}

#[test]
fn a_group_s_code_gives_all_its_programmes() {
    let programme = |name, given| Programme { name: Name::new(name), answers: answers(given) };
    let code = encode_group(english(), &[programme("One", "k1 w1"), programme("", "k9")]).unwrap();
    let both = ["One: k1 w1", "-: k9"];
    for line in [code.clone(), code.to_uppercase(), format!("https://example.org/#{code}"), format!("Workshop, {code}")]
    {
        assert_eq!(read(&line), both, "{line}");
    }
    assert_eq!(read(&code[..code.len() - 2]), ["One: k1 w1 unchecked", "-: k9 unchecked"]);
    let damaged = code.replace("k1w1", "k1w2");
    let import = read_lines(english(), &format!("{CODE}\n{damaged}"));
    assert_eq!(refused(&import), [(2, damaged.as_str(), "check")]);
    assert_eq!(told(&import), [UNNAMED]);
}

#[test]
fn a_code_without_its_check_is_read_and_said_to_be_unchecked() {
    assert_eq!(read("ps1-k13w14d2f4p14h3"), [format!("{UNNAMED} unchecked")]);
    assert_eq!(read("Les Amis, ps1-k13w14d2f4p14h3-"), [format!("{LES_AMIS} unchecked")]);
    assert_eq!(read("ps1 k13 w14 d2 f4 p14 h3; Les Amis"), [format!("{LES_AMIS} unchecked")]);
}

#[test]
fn tables_are_read_by_their_headings() {
    for table in [
        format!("name,code\nLes Amis,{CODE}\n"),
        format!("\u{feff}code,name\r\n{CODE},Les Amis\r\n"),
        format!("Nom;Code;Notes\r{CODE};x;y\rLes Amis;{CODE};\"a\rb\"\r").replacen(&format!("{CODE};x;y\r"), "", 1),
        format!("名称\t代码\nLes Amis\t{CODE}\n"),
        format!("\"Name\",\"x\",Link\nLes Amis,\"two\nlines, and \"\"more\"\"\",{LINK}"),
        format!("number,name,code,hidden\n\n7,Les Amis,{CODE},no\n,,,\n"),
        format!("programme，代码\nLes Amis，{CODE}"),
    ] {
        assert_eq!(read(&table), [LES_AMIS], "{table:?}");
    }
    assert_eq!(read(&format!("code\n{CODE}\nLes Amis, {CODE}")), [UNNAMED, LES_AMIS]);
    assert_eq!(read("code"), Vec::<String>::new());
    assert_eq!(read("name,code,hidden"), Vec::<String>::new());
    let hidden =
        read_lines(english(), &format!("code,hidden\n{CODE},yes\n{CODE},\n{CODE},maybe\n{CODE},OUI\n{CODE},否"));
    let marked = format!("{UNNAMED} hidden");
    assert_eq!(told(&hidden), [&marked, UNNAMED, &marked, UNNAMED]);
    assert_eq!(refused(&hidden), [(4, format!("{CODE},maybe").as_str(), "hidden")]);
    // Numbers of its own are what a table of ours has: then nothing was answered yet.
    assert_eq!(read("number,name,code\n1,Later,\n"), ["Later: "]);
    assert_eq!(refused(&read_lines(english(), "name,code\nLater,\n")), [(2, "Later,", "empty")]);
    // A programme may be called like a heading.
    assert_eq!(read(&format!("code, {CODE}")), ["code: k13 w14 d2 f4 p14 h3"]);
}

#[test]
fn a_stray_quotation_mark_takes_no_other_line_with_it() {
    let text = format!("\"Les Amis, {CODE}\nLes Amis,{CODE}\n\"Three\", {OTHER}\n");
    assert_eq!(read(&text), ["\"Les Amis: k13 w14 d2 f4 p14 h3", LES_AMIS, "Three: k1 w1 d1"]);
    let table = format!("name,code\n\"Les,{CODE}\nLes Amis,{CODE}\n\"B\",{OTHER}\nC \"c\",{OTHER}");
    assert_eq!(read(&table), ["\"Les: k13 w14 d2 f4 p14 h3", LES_AMIS, "B: k1 w1 d1", "C \"c\": k1 w1 d1"]);
    // By RFC 4180 the name would have a line break and a code in it.
    let table = format!("name,code\n\"A,{CODE}\nB\",{OTHER}");
    assert_eq!(read(&table), ["\"A: k13 w14 d2 f4 p14 h3", "B\": k1 w1 d1"]);
    let open = format!("\"{CODE}\n{}{CODE}", "x\n".repeat(1_000));
    let import = read_lines(english(), &open);
    assert_eq!((import.members.len(), import.refused.len()), (2, 1_000));
    // A name has no line break: the row is refused as a whole.
    let broken = format!("\"Les\nAmis\",{CODE}");
    let import = read_lines(english(), &format!("{CODE}\n{broken}\n{CODE}"));
    assert_eq!(refused(&import), [(2, broken.as_str(), "name")]);
    assert_eq!(import.members.len(), 2);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_number_and_reason() {
    let long = format!("{},{CODE}", "x".repeat(61));
    let text = format!(
        "\u{feff}{CODE}\r\n\r\nLes Amis\rps1-k13w14d2f4p14h3-x\n\n{long}\nTeam 5\n{CODE} {OTHER}\na\u{7},{CODE}\nps2-k1-x\n{CODE},{OTHER}\nLes Amis, ps1-zz-1"
    );
    let import = read_lines(english(), &text);
    assert_eq!(
        refused(&import),
        [
            (3, "Les Amis", "empty"),
            (4, "ps1-k13w14d2f4p14h3-x", "check"),
            (6, long.as_str(), "name"),
            (7, "Team 5", "empty"),
            (8, format!("{CODE} {OTHER}").as_str(), "several"),
            (9, format!("a\u{7},{CODE}").as_str(), "name"),
            (10, "ps2-k1-x", "edition"),
            (11, format!("{CODE},{OTHER}").as_str(), "several"),
            (12, "Les Amis, ps1-zz-1", "check"),
        ]
    );
    assert_eq!(told(&import), [UNNAMED]);
    let Reason::Code(problems) = &import.refused[1].reason else { panic!("{:?}", import.refused[1]) };
    assert_eq!(problems[0].flaw, Flaw::CheckWrong);
}

#[test]
fn every_reason_is_told_in_every_language() {
    for edition in LANGUAGES.map(edition) {
        let text = format!("x\n{CODE}{CODE}\n{CODE},{OTHER}\n{},{CODE}", "x".repeat(61));
        let refused = read_lines(&edition, &text).refused;
        let mut told: Vec<String> = refused.iter().map(|refused| refused.reason.message(&edition)).collect();
        let more = [
            Reason::Hidden("perhaps".to_owned()),
            Reason::Json { path: "programmes[2].code".to_owned() },
            Reason::Format,
            Reason::Version("2".to_owned()),
        ];
        told.extend(more.iter().map(|reason| reason.message(&edition)));
        told.extend([NotText::Binary, NotText::Encoding].map(|not_text| not_text.message(&edition)));
        assert_eq!(told.len(), 10);
        for (index, sentence) in told.iter().enumerate() {
            assert!(sentence.len() > 20 && !sentence.contains('{'), "{sentence}");
            assert!(!told[..index].contains(sentence), "{sentence}");
        }
        assert!(told[2].contains('2') && told[4].contains("perhaps") && told[5].contains("programmes[2].code"));
    }
}

#[test]
fn a_corrected_line_is_read_again() {
    let seventh = read_lines(english(), "\n\n\n\n\n\nx").refused.remove(0);
    let import = read_line(english(), &seventh, &format!("Les Amis, {CODE}"));
    assert_eq!((told(&import), refused(&import)), (vec![LES_AMIS.to_owned()], vec![]));
    assert_eq!(refused(&read_line(english(), &seventh, "code")), [(7, "code", "empty")]);
    assert_eq!(read_line(english(), &seventh, " \n"), Import::default());
    assert_eq!(refused(&read_line(english(), &seventh, &format!("{CODE}\nx"))), [(8, "x", "empty")]);
}

#[test]
fn a_corrected_row_of_a_table_is_still_one() {
    let refused = |row: &str| read_lines(english(), &format!("hidden;name;code\n{row}\n")).refused.remove(0);
    let hidden = |import: &Import| import.members.iter().map(|member| member.hidden).collect::<Vec<_>>();
    let damaged = refused("yes;Les Amis;ps1-k1-x");
    let import = read_line(english(), &damaged, &format!("yes;Les Amis;{CODE}"));
    assert_eq!(told(&import), [format!("{LES_AMIS} hidden")]);
    assert_eq!(hidden(&import), [true]);
    // What was wrong with it is still wrong, and what it asks for is what it takes.
    let unclear = refused(&format!("maybe;Les Amis;{CODE}"));
    assert_eq!(read_line(english(), &unclear, &unclear.text).refused, std::slice::from_ref(&unclear));
    assert_eq!(hidden(&read_line(english(), &unclear, &format!("no;Les Amis;{CODE}"))), [false]);
    // Whoever writes another line in its place need not know of the table.
    let import = read_line(english(), &unclear, &format!("Les Amis, {CODE}"));
    assert_eq!((told(&import), hidden(&import)), (vec![LES_AMIS.to_owned()], vec![false]));
}

#[test]
fn files_are_text_in_utf_8_or_utf_16() {
    let text = format!("Équipe «né» 同伴,{CODE}\r\n");
    let units: Vec<u16> = text.encode_utf16().collect();
    let le: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let be: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let mark = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for bytes in [
        text.clone().into_bytes(),
        mark(b"\xef\xbb\xbf", text.as_bytes()),
        mark(b"\xff\xfe", &le),
        mark(b"\xfe\xff", &be),
        le.clone(),
        be,
    ] {
        assert_eq!(text_of(&bytes), Ok(text.clone()));
    }
    assert_eq!(text_of(b""), Ok(String::new()));
    for binary in
        [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"PK\x03\x04\x14\0\x06\0", b"%PDF-1.7\n\x01", b"a\0b", &le[..7]]
    {
        assert_eq!(text_of(binary), Err(NotText::Binary), "{binary:?}");
    }
    // What Excel for Windows writes in Québec if nobody says otherwise.
    assert_eq!(text_of(b"\xc9quipe;ps1-k9-w"), Err(NotText::Encoding));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_programmes_or_reasons(
        text in prop::collection::vec(prop_oneof![
            Just(CODE.to_owned()), Just(LINK.to_owned()), Just("code".to_owned()), Just("name".to_owned()),
            Just("number".to_owned()), Just("hidden".to_owned()), Just("ps1-g.k1w1.k9".to_owned()),
            "[\"',;\t\r\n，；' ]{1,3}", "[\"',;\t\r\n，；' ]{1,3}", ".{0,9}", "[ -~\r\n]{0,9}",
        ], 0..30).prop_map(|parts| parts.concat())
    ) {
        lines_kept(from_ref(english()), &text).map_err(TestCaseError::fail)?;
    }
}

/// What people write over the names of their programmes in a spreadsheet.
#[test]
fn names_are_found_under_many_headings() {
    for heading in ["Team", "Équipe", "ORGANISATION", "机构", " Project "] {
        let text = format!("Nr\t{heading}\tCode\tDate\n1\tHarbour\tps1-k13w14d2f4p14h3-g\t3 May\n");
        let names: Vec<_> = read_lines(english(), &text).members.into_iter().map(|member| member.name).collect();
        assert_eq!(names, [Name::new("Harbour")], "{heading}");
    }
}

/// Several files are read as one text: each line keeps its place among the programmes of all of them.
#[test]
fn what_follows_stands_below() {
    let read = |text: &str| read_lines(english(), text);
    let (one, other) = ("ps1-k13w14d2f4p14h3-g\nbad\n", "ps1-k4w1d3f4p1h2-a\nps1-k4w1d3f4p1h2-a\nworse\n");
    let mut both = read(one);
    both.append(read(other));
    let places: Vec<usize> = both.refused.iter().map(|line| line.after).collect();
    assert_eq!((both.members.len(), places), (3, vec![1, 3]));
    let eyes = |first: &Import, then: &Import| {
        let mut both = first.clone();
        both.append(then.clone());
        both.eyes
    };
    let [several, same] = [false, true].map(|eyes| Import { eyes, ..read(one) });
    assert!(eyes(&same, &same) && !eyes(&same, &several) && !eyes(&several, &same));
    assert!(eyes(&Import::default(), &same));
}
