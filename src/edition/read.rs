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
        faults.into_result(edition)
    }
}

/// Reads every part before giving up on any, so that all faults are found in one go.
fn read_edition(structure: &At, words: &At) -> Option<Edition> {
    structure.expect_keys([
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
    ]);
    words.expect_keys(["language", "headings", "questions", "kinds", "territory", "countries", "interface"]);

    let name = structure.get("id").and_then(|at| read_name(&at));
    let version = structure.get("version").and_then(|at| at.whole(999));
    let status = structure.get("status").and_then(|at| read_status(&at));
    let contact = read_optional(structure.find("contact"), read_address);
    let citation = structure.get("citation").and_then(|at| read_citation(&at));
    let languages = structure.get("languages").and_then(|at| at.each(|at| read_language(&at)));
    let language = words.get("language").and_then(|at| find_language(&at, languages.as_deref()?));
    let interface = words.get("interface").and_then(|at| Words::read(&at));

    let names = Names::read(structure)?;
    let questions = read_questions(structure, words, &names);
    let headings = read_headings(structure, words, &names);
    let kinds = read_kinds(structure, words, &names);
    let territory = read_territory(structure, words, &names);
    let landmarks = read_landmarks(structure, words, &names);

    let questions = questions?;
    check::questions(structure, &questions);
    Some(Edition {
        name: name?,
        version: version?,
        status: status?,
        contact: contact?,
        citation: citation?,
        languages: languages?,
        language: language?,
        headings: headings?,
        questions,
        kinds: kinds?,
        territory: territory?,
        landmarks: landmarks?,
        words: interface?,
    })
}

fn read_name(at: &At) -> Option<String> {
    let name = at.text()?;
    if !name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return at.refuse("should be lower-case letters a to z");
    }
    Some(name)
}

fn read_status(at: &At) -> Option<Status> {
    match at.text()?.as_str() {
        "working" => Some(Status::Working),
        "published" => Some(Status::Published),
        other => at.refuse(format!("should be “working” or “published”, not “{other}”")),
    }
}

/// An address that is safe to put into a link: an edition may come from elsewhere.
fn read_address(at: &At) -> Option<String> {
    let address = at.text()?;
    let web = ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    if web { Some(address) } else { at.refuse("should be an address that begins with https:, http: or mailto:") }
}

fn read_citation(at: &At) -> Option<Citation> {
    at.expect_keys(["authors", "title", "published", "doi"]);
    let text = |key: &str| at.get(key).and_then(|at| at.text());
    let (authors, title, published, doi) = (text("authors"), text("title"), text("published"), text("doi"));
    Some(Citation { authors: authors?, title: title?, published: published?, doi: doi? })
}

fn read_language(at: &At) -> Option<Language> {
    at.expect_keys(["tag", "name", "review"]);
    let tag = at.get("tag").and_then(|at| at.text());
    let name = at.get("name").and_then(|at| at.text());
    let review = at.get("review").and_then(|at| read_review(&at));
    Some(Language { tag: tag?, name: name?, review: review? })
}

fn read_review(at: &At) -> Option<Review> {
    match at.text()?.as_str() {
        "original" => Some(Review::Original),
        "unreviewed" => Some(Review::Unreviewed),
        "reviewed" => Some(Review::Reviewed),
        other => at.refuse(format!("should be “original”, “unreviewed” or “reviewed”, not “{other}”")),
    }
}

fn find_language(at: &At, languages: &[Language]) -> Option<usize> {
    let tag = at.text()?;
    let found = languages.iter().position(|language| language.tag == tag);
    found.or_else(|| at.refuse(format!("“{tag}” is not among the languages of the edition")))
}

/// The ids of the questions and their options: read first, so that everything else can look them up.
struct Names(Vec<Named>);

struct Named {
    letter: char,
    digits: Vec<Digit>,
}

impl Names {
    fn read(structure: &At) -> Option<Self> {
        let questions = structure.get("questions")?;
        let names = questions.each(|at| read_named(&at))?;
        if names.is_empty() {
            return questions.refuse("should have at least one question");
        }
        let items = questions.list()?;
        for (index, (named, at)) in names.iter().zip(&items).enumerate() {
            if names[..index].iter().any(|earlier| earlier.letter == named.letter) {
                at.fault(format!("the letter “{}” is already another question's", named.letter));
            }
        }
        Some(Self(names))
    }

    fn find(&self, at: &At) -> Option<QuestionId> {
        let text = at.text()?;
        self.by_letter(&text).or_else(|| at.refuse(format!("there is no question “{text}”")))
    }

    fn by_letter(&self, text: &str) -> Option<QuestionId> {
        let index = self.0.iter().position(|named| text.chars().eq([named.letter]))?;
        u8::try_from(index).ok().map(QuestionId)
    }

    fn digits(&self, question: QuestionId) -> &[Digit] {
        &self.0[question.index()].digits
    }

    fn option(&self, at: &At, question: QuestionId) -> Option<Digit> {
        let value = at.whole(9)?;
        let found = self.digits(question).iter().find(|digit| u16::from(digit.value()) == value);
        found.copied().or_else(|| {
            let letter = self.0[question.index()].letter;
            at.refuse(format!("question “{letter}” has no option {value}"))
        })
    }

    fn options(&self, at: &At, question: QuestionId) -> Option<Options> {
        let options = at.each(|at| self.option(&at, question))?;
        if options.is_empty() {
            return at.refuse("should name at least one option");
        }
        Some(options.into_iter().collect())
    }

    /// Where the words of an option are keyed by its digit.
    fn option_key(&self, at: &At, question: QuestionId, key: &str) -> Option<Digit> {
        let digit = key.parse().ok().and_then(Digit::new).filter(|digit| self.digits(question).contains(digit));
        digit.or_else(|| at.refuse("is not an option of this question"))
    }
}

fn read_named(at: &At) -> Option<Named> {
    let letter = at.get("letter")?;
    let text = letter.text()?;
    let mut characters = text.chars();
    let (Some(character @ 'a'..='z'), None) = (characters.next(), characters.next()) else {
        return letter.refuse("should be one letter, a to z");
    };
    let options = at.get("options")?;
    let digits = options.each(|at| Digit::new(at.whole(9)?))?;
    for (index, (digit, at)) in digits.iter().zip(options.list()?).enumerate() {
        if digits[..index].contains(digit) {
            at.fault(format!("the digit {digit} is already another option's"));
        }
    }
    if digits.last() != Some(&Digit::UNSURE) || digits.len() < 2 {
        return options.refuse("should end with 0, which is always “not sure, or it varies”, after at least one other");
    }
    Some(Named { letter: character, digits })
}

fn read_questions(structure: &At, words: &At, names: &Names) -> Option<Vec<Question>> {
    let worded = words.get("questions")?;
    let keys: Vec<String> = names.0.iter().map(|named| named.letter.to_string()).collect();
    worded.expect_keys(keys.iter().map(String::as_str));
    let mut letters = names.0.iter().enumerate();
    structure.get("questions")?.each(|at| {
        let (index, named) = letters.next()?;
        let id = QuestionId(u8::try_from(index).ok()?);
        let words = worded.get(&named.letter.to_string());
        read_question(&at, words.as_ref()?, names, id)
    })
}

fn read_question(at: &At, words: &At, names: &Names, id: QuestionId) -> Option<Question> {
    at.expect_keys(["letter", "choose", "options", "exclusive", "skip", "end"]);
    let many = at.get("choose").and_then(|at| match at.text()?.as_str() {
        "many" => Some(true),
        "one" => Some(false),
        other => at.refuse(format!("should be “one” or “many”, not “{other}”")),
    });
    let exclusive = match at.find("exclusive") {
        Some(at) => names.options(&at, id),
        None => Some(Options::NONE),
    };
    let skip = read_optional(at.find("skip"), |at| read_criterion(at, names));
    let end = read_optional(at.find("end"), |at| read_criterion(at, names));

    let skippable = at.find("skip").is_some();
    words.expect_keys(["text", "short", "choose", "options"].into_iter().chain(skippable.then_some("skipped")));
    let text = |key: &str| words.get(key).and_then(|at| at.text());
    let (text, short, choose) = (text("text"), read_short(words, 24), text("choose"));
    let skipped = if skippable { words.get("skipped").and_then(|at| at.text()).map(Some) } else { Some(None) };
    let choices = read_choices(words, names, id);
    Some(Question {
        id,
        letter: names.0[id.index()].letter,
        many: many?,
        choices: choices?,
        exclusive: exclusive?.or(Options::UNSURE),
        skip: skip?,
        end: end?,
        text: text?,
        short: short?,
        choose: choose?,
        skipped: skipped?,
    })
}

/// `Some(None)` for a part that is not there, `None` for one that is there and wrong.
fn read_optional<T>(at: Option<At>, read: impl Fn(&At) -> Option<T>) -> Option<Option<T>> {
    match at {
        Some(at) => read(&at).map(Some),
        None => Some(None),
    }
}

fn read_short(words: &At, most: usize) -> Option<String> {
    let at = words.get("short")?;
    let short = at.text()?;
    let letters = short.chars().filter(|character| !character.is_whitespace()).count();
    if letters > most {
        return at.refuse(format!("is {letters} letters long; figures have room for {most}"));
    }
    Some(short)
}

fn read_choices(words: &At, names: &Names, id: QuestionId) -> Option<Vec<Choice>> {
    let worded = words.get("options")?;
    let keys: Vec<String> = names.digits(id).iter().map(Digit::to_string).collect();
    worded.expect_keys(keys.iter().map(String::as_str));
    let read = |(digit, key): (&Digit, &String)| {
        let at = worded.get(key)?;
        at.expect_keys(["text", "hint", "short"]);
        let text = at.get("text").and_then(|at| at.text());
        let hint = read_optional(at.find("hint"), |at| at.text());
        let short = read_short(&at, 24);
        Some(Choice { digit: *digit, text: text?, hint: hint?, short: short? })
    };
    let read: Vec<Option<Choice>> = names.digits(id).iter().zip(&keys).map(read).collect();
    read.into_iter().collect()
}

fn read_criterion(at: &At, names: &Names) -> Option<Criterion> {
    if let Some(not) = at.find("not") {
        at.expect_keys(["not"]);
        return not.each(|at| read_criterion(&at, names)).map(Criterion::Not);
    }
    let question = at.get("question").and_then(|at| names.find(&at))?;
    let (has, only, applies) = (at.find("has"), at.find("only"), at.find("applies"));
    at.expect_keys(["question", "has", "only", "applies"]);
    match (has, only, applies) {
        (Some(at), None, None) => names.options(&at, question).map(|options| Criterion::Has(question, options)),
        (None, Some(at), None) => names.options(&at, question).map(|options| Criterion::Only(question, options)),
        (None, None, Some(at)) => match at.bool()? {
            true => Some(Criterion::Applies(question)),
            false => at.refuse("should be true; to say the opposite, put it under “not”"),
        },
        _ => at.refuse("should have one of “has”, “only”, “applies” beside its question"),
    }
}

fn read_headings(structure: &At, words: &At, names: &Names) -> Option<Vec<Heading>> {
    let headings = structure.get("headings")?;
    let ids: Vec<String> = headings.list()?.iter().filter_map(|at| at.find("id")?.text()).collect();
    let worded = words.get("headings")?;
    worded.expect_keys(ids.iter().map(String::as_str));
    let read = headings.each(|at| {
        at.expect_keys(["id", "questions"]);
        let id = at.get("id")?.text()?;
        let name = worded.get(&id).and_then(|at| at.text());
        let questions = at.get("questions").and_then(|at| at.each(|at| names.find(&at)));
        Some(Heading { name: name?, questions: questions? })
    })?;
    let under: Vec<usize> = read.iter().flat_map(|heading| &heading.questions).map(|id| id.index()).collect();
    if !under.iter().copied().eq(0..names.0.len()) {
        return headings.refuse("should hold every question once, in the order of asking");
    }
    Some(read)
}

fn read_kinds(structure: &At, words: &At, names: &Names) -> Option<Vec<Kind>> {
    let kinds = structure.get("kinds")?;
    let worded = words.get("kinds")?;
    let items = kinds.list()?;
    if items.is_empty() {
        return kinds.refuse("should have at least one kind");
    }
    let ids: Vec<String> = items.iter().filter_map(|at| at.find("id")?.text()).collect();
    worded.expect_keys(ids.iter().map(String::as_str));
    for (index, at) in items.iter().enumerate() {
        if ids.get(index).is_some_and(|id| ids[..index].contains(id)) {
            at.fault("this id is already another kind's");
        }
    }
    kinds.each(|at| read_kind(&at, &worded, names))
}

fn read_kind(at: &At, worded: &At, names: &Names) -> Option<Kind> {
    at.expect_keys(["id", "letter", "hue", "certain", "needs", "typical"]);
    let id = at.get("id")?.text()?;
    let letter = read_optional(at.find("letter"), |at| match at.text()?.chars().next() {
        Some(letter @ 'A'..='Z') => Some(letter),
        _ => at.refuse("should be one capital, A to Z"),
    });
    let hue = at.get("hue").and_then(|at| match at.whole(4)? {
        0 => at.refuse("should be 1 to 4"),
        hue => Some(hue),
    });
    let certain = at.find("certain").map_or(Some(false), |at| at.bool());
    let criteria = |key: &str| at.get(key).and_then(|at| at.each(|at| read_criterion(&at, names)));
    let (needs, typical) = (criteria("needs"), criteria("typical"));
    if needs.as_ref().is_some_and(Vec::is_empty) {
        at.fault("should need at least one thing");
    }
    let words = worded.get(&id)?;
    words.expect_keys(["name", "short", "description"]);
    let name = words.get("name").and_then(|at| at.text());
    let short = read_short(&words, 22);
    let description = words.get("description").and_then(|at| at.text());
    Some(Kind {
        id,
        letter: letter?,
        hue: hue?,
        needs: needs?,
        typical: typical?,
        certain: certain?,
        name: name?,
        short: short?,
        description: description?,
    })
}

fn read_territory(structure: &At, words: &At, names: &Names) -> Option<Territory> {
    let at = structure.get("territory")?;
    at.expect_keys(["rows", "columns", "spanning", "rim", "shape", "arrow"]);
    let worded = words.get("territory")?;
    worded.expect_keys(["rows", "columns"]);
    let axis = |key: &str| {
        let question = at.get(key).and_then(|at| names.find(&at))?;
        read_axis(&worded.get(key)?, names, question)
    };
    let (rows, columns) = (axis("rows"), axis("columns"));
    let rim = at.get("rim").and_then(|at| read_criterion(&at, names));
    let shape = at.get("shape").and_then(|at| read_marks(&at, names, read_shape));
    let arrow = at.get("arrow").and_then(|at| read_marks(&at, names, read_arrow));
    let rows = rows?;
    let spanning = names.options(&at.get("spanning")?, rows.question)?;
    if !rows.steps.iter().take(spanning.len()).all(|step| spanning.contains(step.digit)) {
        return at.refuse("the spanning rows should be the first ones");
    }
    let ((shape, shapes), (arrow, arrows)) = (shape?, arrow?);
    Some(Territory { rows, columns: columns?, spanning, rim: rim?, shape, shapes, arrow, arrows })
}

fn read_axis(worded: &At, names: &Names, question: QuestionId) -> Option<Axis> {
    let digits: Vec<Digit> = names.digits(question).iter().copied().filter(|digit| *digit != Digit::UNSURE).collect();
    let keys: Vec<String> = digits.iter().map(Digit::to_string).collect();
    worded.expect_keys(keys.iter().map(String::as_str));
    let read = |(digit, key): (Digit, &String)| {
        let at = worded.get(key)?;
        at.expect_keys(["inline", "narrow"]);
        let inline = at.get("inline").and_then(|at| at.text());
        let narrow = at.get("narrow").and_then(|at| at.text());
        Some(AxisStep { digit, inline: inline?, narrow: narrow? })
    };
    let read: Vec<Option<AxisStep>> = digits.into_iter().zip(&keys).map(read).collect();
    Some(Axis { question, steps: read.into_iter().collect::<Option<_>>()? })
}

/// A question whose options are drawn, and how each is.
fn read_marks<T>(at: &At, names: &Names, read: impl Fn(&At) -> Option<T>) -> Option<(QuestionId, Vec<(Digit, T)>)> {
    at.expect_keys(["question", "of"]);
    let question = at.get("question").and_then(|at| names.find(&at))?;
    let of = at.get("of")?.pairs();
    let marks: Vec<Option<(Digit, T)>> =
        of.iter().map(|(key, at)| Some((names.option_key(at, question, key)?, read(at)?))).collect();
    Some((question, marks.into_iter().collect::<Option<_>>()?))
}

fn read_shape(at: &At) -> Option<Shape> {
    match at.text()?.as_str() {
        "triangle" => Some(Shape::Triangle),
        "star" => Some(Shape::Star),
        "square" => Some(Shape::Square),
        "circle" => Some(Shape::Circle),
        other => at.refuse(format!("should be triangle, star, square or circle, not “{other}”")),
    }
}

fn read_arrow(at: &At) -> Option<Arrow> {
    match at.text()?.as_str() {
        "both ways" => Some(Arrow::BothWays),
        "some of each" => Some(Arrow::SomeOfEach),
        "one way" => Some(Arrow::OneWay),
        other => at.refuse(format!("should be “both ways”, “some of each” or “one way”, not “{other}”")),
    }
}

fn read_landmarks(structure: &At, words: &At, names: &Names) -> Option<Vec<Landmark>> {
    let landmarks = structure.get("landmarks")?;
    let worded = words.get("countries")?;
    let used: Vec<String> = landmarks
        .list()?
        .iter()
        .filter_map(|at| at.find("countries")?.list())
        .flatten()
        .filter_map(|at| at.text())
        .collect();
    worded.expect_keys(used.iter().map(String::as_str));
    let items = landmarks.list()?;
    let ids: Vec<Option<String>> = items.iter().map(|at| at.find("id")?.text()).collect();
    for (index, at) in items.iter().enumerate() {
        if ids[index].is_some() && ids[..index].contains(&ids[index]) {
            at.fault("this id is already another landmark's");
        }
    }
    landmarks.each(|at| read_landmark(&at, &worded, names))
}

fn read_landmark(at: &At, worded: &At, names: &Names) -> Option<Landmark> {
    at.expect_keys(["id", "name", "organisation", "countries", "source", "answers", "inferred"]);
    let text = |key: &str| at.get(key).and_then(|at| at.text());
    let (id, name, organisation) = (text("id"), text("name"), text("organisation"));
    let countries = at.get("countries").and_then(|at| at.each(|at| worded.get(&at.text()?)?.text()));
    let source = at.get("source").and_then(|at| read_address(&at));
    let answers = at.get("answers").and_then(|at| read_answers(&at, names));
    let inferred = at.get("inferred").and_then(|at| at.each(|at| names.find(&at)));
    Some(Landmark {
        id: id?,
        name: name?,
        organisation: organisation?,
        countries: countries?,
        source: source?,
        answers: answers?,
        inferred: inferred?,
    })
}

fn read_answers(at: &At, names: &Names) -> Option<Answers> {
    let mut answers = Answers::default();
    let mut whole = true;
    for (letter, at) in at.pairs() {
        let question = names.by_letter(letter).or_else(|| at.refuse(format!("there is no question “{letter}”")));
        match question.and_then(|question| Some((question, names.options(&at, question)?))) {
            Some((question, options)) => answers.set(question, options),
            None => whole = false,
        }
    }
    whole.then_some(answers)
}
