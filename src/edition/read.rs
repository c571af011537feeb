//! From plain values to an [`Edition`]. All validation happens here and in `check`.

use super::plain::{At, Faults};
use super::*;

impl TryFrom<RawEdition> for Edition {
    type Error = Vec<Fault>;

    /// # Errors
    ///
    /// Every fault of both files, each with its path.
    fn try_from(raw: RawEdition) -> Result<Self, Vec<Fault>> {
        let faults = Faults::default();
        let structure = At::root(&raw.structure, "edition", &faults);
        let words = At::root(&raw.words, "words", &faults);
        let edition = read_edition(&structure, &words);
        // What follows from ids is only worth checking once the ids are right.
        if faults.is_empty() {
            check::questions(&structure, &edition.questions);
        }
        // Where routing has a fault, the landmarks would only repeat it.
        if faults.is_empty() {
            check::landmarks(&structure, &edition.questions, &edition.landmarks);
        }
        faults.into_result(edition)
    }
}

const STRUCTURE: [&str; 11] = [
    "id",
    "version",
    "status",
    "contact",
    "citation",
    "languages",
    "headings",
    "questions",
    "kinds",
    "territory",
    "landmarks",
];

fn read_edition(structure: &At, words: &At) -> Edition {
    let names = Names::read(&structure.get("questions"));
    // Without the ids of the questions, all that names one would be told as a fault of its own.
    let (asked, worded) = match structure.is_sound() {
        true => (structure.clone(), words.clone()),
        false => (structure.muted(), words.muted()),
    };
    structure.expect_keys(&STRUCTURE);
    words.expect_keys(&["language", "headings", "questions", "kinds", "territory", "countries", "interface"]);
    let languages: Vec<Language> = structure.get("languages").list().iter().map(read_language).collect();
    Edition {
        name: read_name(&structure.get("id")),
        version: structure.get("version").whole(999),
        status: structure.get("status").one_of(&[("working", Status::Working), ("published", Status::Published)]),
        contact: structure.find("contact").as_ref().map(read_address),
        citation: read_citation(&structure.get("citation")),
        language: find_language(&words.get("language"), &languages),
        languages,
        headings: read_headings(&asked.get("headings"), &worded.get("headings"), &names),
        questions: read_questions(&asked.get("questions"), &worded.get("questions"), &names),
        kinds: read_kinds(&asked.get("kinds"), &worded.get("kinds"), &names),
        territory: read_territory(&asked.get("territory"), &worded.get("territory"), &names),
        landmarks: read_landmarks(&asked.get("landmarks"), &worded.get("countries"), &names),
        words: Words::read(&words.get("interface")),
    }
}

fn read_name(at: &At) -> String {
    let name = at.text();
    if !name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        at.fault("should be lower-case letters a to z");
    }
    name
}

/// An address that is safe to put into a link: an edition may come from elsewhere.
fn read_address(at: &At) -> String {
    let address = at.text();
    if !["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)) {
        at.fault("should be an address that begins with https:, http: or mailto:");
    }
    address
}

fn read_citation(at: &At) -> Citation {
    at.expect_keys(&["authors", "title", "published", "doi"]);
    let text = |key: &str| at.get(key).text();
    Citation { authors: text("authors"), title: text("title"), published: text("published"), doi: text("doi") }
}

fn read_language(at: &At) -> Language {
    at.expect_keys(&["tag", "name", "review"]);
    let review = [("original", Review::Original), ("unreviewed", Review::Unreviewed), ("reviewed", Review::Reviewed)];
    Language { tag: read_tag(&at.get("tag")), name: at.get("name").text(), review: at.get("review").one_of(&review) }
}

/// A tag is also the name of a file, so it must not lead to another folder.
fn read_tag(at: &At) -> String {
    let tag = at.text();
    if !tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        at.fault("should be letters, digits and hyphens, such as “zh-Hans”");
    }
    tag
}

fn find_language(at: &At, languages: &[Language]) -> usize {
    let tag = at.text();
    languages.iter().position(|language| language.tag == tag).unwrap_or_else(|| {
        at.fault(format!("“{tag}” is not among the languages of the edition"));
        0
    })
}

/// The ids of the questions and their options: read first, so that everything else can look them up.
struct Names(Vec<Named>);

struct Named {
    letter: char,
    digits: Vec<Digit>,
}

impl Names {
    fn read(questions: &At) -> Self {
        let items = questions.list();
        let names: Vec<Named> = items.iter().map(read_named).collect();
        if names.is_empty() {
            questions.fault("should have at least one question");
        }
        for (index, (named, at)) in names.iter().zip(&items).enumerate() {
            if names[..index].iter().any(|earlier| earlier.letter == named.letter) {
                at.fault(format!("the letter “{}” is already another question's", named.letter));
            }
        }
        Self(names)
    }

    /// The question with this letter; an id beyond them all stands in for one that is not there.
    fn find(&self, at: &At, letter: &str) -> QuestionId {
        let index = self.0.iter().position(|named| letter.chars().eq([named.letter]));
        QuestionId(index.and_then(|index| u8::try_from(index).ok()).unwrap_or_else(|| {
            at.fault(format!("there is no question “{letter}”"));
            u8::MAX
        }))
    }

    fn question(&self, at: &At) -> QuestionId {
        self.find(at, &at.text())
    }

    fn digits(&self, question: QuestionId) -> &[Digit] {
        self.0.get(question.index()).map_or(&[], |named| &named.digits)
    }

    fn options(&self, at: &At, question: QuestionId) -> Options {
        let items = at.list();
        if items.is_empty() {
            at.fault("should name at least one option");
        }
        items.iter().map(|at| self.option(at, question)).collect()
    }

    fn option(&self, at: &At, question: QuestionId) -> Digit {
        let value = at.whole(9);
        // Of a question that is not there, nothing more can be said.
        let Some(Named { letter, digits }) = self.0.get(question.index()) else { return Digit::UNSURE };
        digits.iter().copied().find(|digit| u16::from(digit.value()) == value).unwrap_or_else(|| {
            at.fault(format!("question “{letter}” has no option {value}"));
            Digit::UNSURE
        })
    }

    /// The keys under which the words of a question's options stand.
    fn option_keys(&self, question: QuestionId) -> Vec<String> {
        self.digits(question).iter().map(ToString::to_string).collect()
    }
}

fn read_named(at: &At) -> Named {
    let letter = at.get("letter");
    let text = letter.text();
    let mut characters = text.chars();
    let first = match (characters.next(), characters.next()) {
        (Some(first @ 'a'..='z'), None) => first,
        _ => {
            letter.fault("should be one letter, a to z");
            '?'
        }
    };
    let options = at.get("options");
    let items = options.list();
    let digits: Vec<Digit> = items.iter().filter_map(|at| Digit::new(at.whole(9))).collect();
    for (index, (digit, at)) in digits.iter().zip(&items).enumerate() {
        if digits[..index].contains(digit) {
            at.fault(format!("the digit {digit} is already another option's"));
        }
    }
    if digits.last() != Some(&Digit::UNSURE) || digits.len() < 2 {
        options.fault("should end with 0, which is always “not sure, or it varies”, after at least one other");
    }
    Named { letter: first, digits }
}

fn read_questions(structure: &At, words: &At, names: &Names) -> Vec<Question> {
    let keys: Vec<String> = names.0.iter().map(|named| named.letter.to_string()).collect();
    words.expect_keys(&keys);
    let items = structure.list();
    let named = items.iter().zip(names.0.iter().zip(&keys)).zip(0_u8..);
    named
        .map(|((at, (named, key)), index)| read_question(at, &words.get(key), names, named, QuestionId(index)))
        .collect()
}

fn read_question(at: &At, words: &At, names: &Names, named: &Named, id: QuestionId) -> Question {
    at.expect_keys(&["letter", "choose", "options", "exclusive", "skip", "end"]);
    let skip = at.find("skip").map(|at| read_criterion(&at, names));
    let known = ["text", "short", "choose", "options", "skipped"];
    words.expect_keys(if skip.is_some() { &known } else { &known[..4] });
    let alone = at.find("exclusive").map_or(Options::NONE, |at| names.options(&at, id));
    Question {
        id,
        letter: named.letter,
        many: at.get("choose").one_of(&[("one", false), ("many", true)]),
        choices: read_choices(&words.get("options"), names, id),
        exclusive: alone.or(Options::UNSURE),
        end: at.find("end").map(|at| read_criterion(&at, names)),
        text: words.get("text").text(),
        short: read_short(words, 24),
        choose: words.get("choose").text(),
        skipped: skip.as_ref().map(|_| words.get("skipped").text()),
        skip,
    }
}

fn read_short(words: &At, most: usize) -> String {
    let at = words.get("short");
    let short = at.text();
    let letters = short.chars().filter(|character| !character.is_whitespace()).count();
    if letters > most {
        at.fault(format!("is {letters} letters long; figures have room for {most}"));
    }
    short
}

fn read_choices(words: &At, names: &Names, id: QuestionId) -> Vec<Choice> {
    let keys = names.option_keys(id);
    words.expect_keys(&keys);
    let read = |(digit, key): (&Digit, &String)| {
        let at = words.get(key);
        at.expect_keys(&["text", "hint", "short"]);
        let hint = at.find("hint").map(|at| at.text());
        Choice { digit: *digit, text: at.get("text").text(), hint, short: read_short(&at, 24) }
    };
    names.digits(id).iter().zip(&keys).map(read).collect()
}

fn read_criterion(at: &At, names: &Names) -> Criterion {
    if let Some(not) = at.find("not") {
        at.expect_keys(&["not"]);
        return Criterion::Not(read_criteria(&not, names));
    }
    at.expect_keys(&["question", "has", "only", "applies"]);
    let of = at.get("question");
    let question = names.question(&of);
    match (at.find("has"), at.find("only"), at.find("applies")) {
        (Some(at), None, None) => Criterion::Has(question, names.options(&at, question)),
        (None, Some(at), None) => Criterion::Only(question, names.options(&at, question)),
        (None, None, Some(at)) => {
            if !at.bool() {
                at.fault("should be true; to say the opposite, put it under “not”");
            }
            Criterion::Applies(question)
        }
        _ => {
            at.fault("should have one of “has”, “only”, “applies” beside its question");
            Criterion::Applies(question)
        }
    }
}

fn read_criteria(at: &At, names: &Names) -> Vec<Criterion> {
    at.list().iter().map(|at| read_criterion(at, names)).collect()
}

fn read_headings(structure: &At, words: &At, names: &Names) -> Vec<Heading> {
    let ids = read_ids(structure, "heading");
    words.expect_keys(&ids);
    let read = |(at, id): (&At, &String)| {
        at.expect_keys(&["id", "questions"]);
        let questions = at.get("questions").list().iter().map(|at| names.question(at)).collect();
        Heading { name: words.get(id).text(), questions }
    };
    let headings: Vec<Heading> = structure.list().iter().zip(&ids).map(read).collect();
    let under = headings.iter().flat_map(|heading| &heading.questions).map(|id| id.index());
    if !under.eq(0..names.0.len()) {
        structure.fault("should hold every question once, in the order of asking");
    }
    headings
}

/// The ids of the items of a list, none of them twice.
fn read_ids(at: &At, what: &str) -> Vec<String> {
    let items = at.list();
    let ids: Vec<String> = items.iter().map(|at| at.get("id").text()).collect();
    for (index, (id, at)) in ids.iter().zip(&items).enumerate() {
        if ids[..index].contains(id) {
            at.fault(format!("this id is already another {what}'s"));
        }
    }
    ids
}

fn read_kinds(structure: &At, words: &At, names: &Names) -> Vec<Kind> {
    let ids = read_ids(structure, "kind");
    if ids.is_empty() {
        structure.fault("should have at least one kind");
    }
    words.expect_keys(&ids);
    let items = structure.list();
    let kinds: Vec<Kind> = items.iter().zip(&ids).map(|(at, id)| read_kind(at, &words.get(id), names, id)).collect();
    for (index, (kind, at)) in kinds.iter().zip(&items).enumerate() {
        if kind.letter.is_some() && kinds[..index].iter().any(|earlier| earlier.letter == kind.letter) {
            at.fault("this letter is already another kind's");
        }
    }
    kinds
}

fn read_kind(at: &At, words: &At, names: &Names, id: &str) -> Kind {
    at.expect_keys(&["id", "letter", "hue", "certain", "needs", "typical"]);
    words.expect_keys(&["name", "short", "description"]);
    let hue = at.get("hue").whole(4);
    if hue == 0 {
        at.get("hue").fault("should be 1 to 4");
    }
    let needs = read_criteria(&at.get("needs"), names);
    if needs.is_empty() {
        at.fault("should need at least one thing");
    }
    Kind {
        id: id.to_owned(),
        letter: at.find("letter").as_ref().map(read_capital),
        hue,
        needs,
        typical: read_criteria(&at.get("typical"), names),
        certain: at.find("certain").is_some_and(|at| at.bool()),
        name: words.get("name").text(),
        short: read_short(words, 22),
        description: words.get("description").text(),
    }
}

fn read_capital(at: &At) -> char {
    let text = at.text();
    let capital = text.chars().next().filter(|letter| letter.is_ascii_uppercase() && text.len() == 1);
    capital.unwrap_or_else(|| {
        at.fault("should be one capital, A to Z");
        '?'
    })
}

fn read_territory(at: &At, words: &At, names: &Names) -> Territory {
    at.expect_keys(&["rows", "columns", "spanning", "rim", "shape", "arrow"]);
    words.expect_keys(&["rows", "columns"]);
    let axis = |key: &str| read_axis(&words.get(key), names, names.question(&at.get(key)));
    let rows = axis("rows");
    let spanning = names.options(&at.get("spanning"), rows.question);
    if !rows.steps.iter().take(spanning.len()).all(|step| spanning.contains(step.digit)) {
        at.fault("the spanning rows should be the first ones");
    }
    let shapes =
        [("triangle", Shape::Triangle), ("star", Shape::Star), ("square", Shape::Square), ("circle", Shape::Circle)];
    let arrows = [("both ways", Arrow::BothWays), ("some of each", Arrow::SomeOfEach), ("one way", Arrow::OneWay)];
    let (shape, shapes) = read_marks(&at.get("shape"), names, &shapes);
    let (arrow, arrows) = read_marks(&at.get("arrow"), names, &arrows);
    let rim = read_criterion(&at.get("rim"), names);
    Territory { rows, columns: axis("columns"), spanning, rim, shape, shapes, arrow, arrows }
}

fn read_axis(words: &At, names: &Names, question: QuestionId) -> Axis {
    let keys = names.option_keys(question);
    let steps = names.digits(question).iter().zip(&keys).filter(|(digit, _)| **digit != Digit::UNSURE);
    words.expect_keys(&keys[..keys.len().saturating_sub(1)]);
    let read = |(digit, key): (&Digit, &String)| {
        let at = words.get(key);
        at.expect_keys(&["inline", "narrow"]);
        AxisStep { digit: *digit, inline: at.get("inline").text(), narrow: at.get("narrow").text() }
    };
    Axis { question, steps: steps.map(read).collect() }
}

/// A question whose options are drawn, and how each is.
fn read_marks<T: Copy>(at: &At, names: &Names, marks: &[(&str, T)]) -> (QuestionId, Vec<(Digit, T)>) {
    at.expect_keys(&["question", "of"]);
    let question = names.question(&at.get("question"));
    let of = at.get("of");
    of.expect_keys(&names.option_keys(question));
    let digit = |key: &str| key.parse().ok().and_then(Digit::new).unwrap_or(Digit::UNSURE);
    (question, of.pairs().iter().map(|(key, at)| (digit(key), at.one_of(marks))).collect())
}

fn read_landmarks(structure: &At, words: &At, names: &Names) -> Vec<Landmark> {
    let ids = read_ids(structure, "landmark");
    let items = structure.list();
    let countries = items.iter().flat_map(|at| at.get("countries").list());
    words.expect_keys(&countries.map(|at| at.text()).collect::<Vec<_>>());
    items.iter().zip(&ids).map(|(at, id)| read_landmark(at, words, names, id)).collect()
}

fn read_landmark(at: &At, words: &At, names: &Names, id: &str) -> Landmark {
    at.expect_keys(&["id", "name", "organisation", "countries", "source", "answers", "inferred"]);
    Landmark {
        id: id.to_owned(),
        name: at.get("name").text(),
        organisation: at.get("organisation").text(),
        countries: at.get("countries").list().iter().map(|at| words.get(&at.text()).text()).collect(),
        source: read_address(&at.get("source")),
        answers: read_answers(&at.get("answers"), names),
        inferred: at.get("inferred").list().iter().map(|at| names.question(at)).collect(),
    }
}

fn read_answers(at: &At, names: &Names) -> Answers {
    let mut answers = Answers::default();
    for (letter, at) in at.pairs() {
        let question = names.find(&at, letter);
        answers.set(question, names.options(&at, question));
    }
    answers
}
