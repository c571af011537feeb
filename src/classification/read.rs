//! Answers that another program gives, in the shape in which a classification has them.

use crate::edition::{Answers, Digit, Edition, Fault, Options, Plain};

/// The answers in a map from letters to lists of digits, as the module of classifications describes it.
///
/// # Errors
///
/// The first answer that the edition does not know or allow.
pub fn read_answers(edition: &Edition, plain: &Plain) -> Result<Answers, Fault> {
    let fault = |path: &str, message: &str| Fault { path: path.to_owned(), message: message.to_owned() };
    let Plain::Map(entries) = plain else {
        return Err(fault("answers", "should be a map from letters to lists of digits, such as {\"k\": [1, 3]}"));
    };
    let mut answers = Answers::default();
    for (key, value) in entries {
        let path = format!("answers.{key}");
        let mut letters = key.chars();
        let question = letters.next().filter(|_| letters.as_str().is_empty());
        let question = question.and_then(|letter| edition.by_letter(letter));
        let question = question.ok_or_else(|| fault(&path, "there is no such question"))?;
        let Plain::List(items) = value else {
            return Err(fault(&path, "should be a list of digits"));
        };
        let digit = |item: &Plain| digit(item).filter(|digit| question.options().contains(*digit));
        let options: Option<Options> = items.iter().map(digit).collect();
        let options = options.ok_or_else(|| fault(&path, "has something that is no option of this question"))?;
        if !options.is_empty() && !question.allows(options) {
            return Err(fault(&path, "has options that cannot be chosen together"));
        }
        answers.set(question.id, options);
    }
    Ok(answers)
}

fn digit(item: &Plain) -> Option<Digit> {
    let Plain::Number(number) = item else { return None };
    // Only the ten digits have a character each.
    (0..10_u8).find(|digit| f64::from(*digit) == *number).and_then(|digit| Digit::from_char(char::from(b'0' + digit)))
}
