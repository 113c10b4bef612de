//! What a careful reader would object to in a quote: something that the question is about, and the quote is not.

use serde::Serialize;

use crate::language::english::asking::listed;

/// Something that the question is about, and that the quote does not meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// What kind of thing it is.
    pub about: Subject,
    /// What was asked about, as it was typed: "Spain".
    pub asked: String,
    /// What the quote is about in its place, as it stands there: "Norway"; `None` where it names nothing like it.
    pub stated: Option<String>,
    /// Whether the quote is plainly about another one of several that are alike: another code,
    /// another number of a row, another hotel. That is no answer, however well all else fits.
    #[serde(skip)]
    pub rules_out: bool,
}

impl Doubt {
    /// That a quote is not about what was `asked`: another code, number or namesake rules it out.
    #[must_use]
    pub fn new(about: Subject, asked: &str, stated: Option<&str>) -> Self {
        let rules_out = match (about, stated) {
            (Subject::Code | Subject::Number, _) => true,
            (Subject::Name, Some(stated)) => {
                let [asked, stated] = [asked, stated].map(str::to_lowercase);
                let mut words = stated.split_whitespace();
                words.any(|word| listed(&asked, word))
            }
            _ => false,
        };
        Self {
            about,
            asked: asked.to_owned(),
            stated: stated.map(str::to_owned),
            rules_out,
        }
    }
}

/// The kind of thing that a question can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A person, place, organisation or thing with a name of its own.
    Name,
    /// A code: letters and figures, such as E-410.
    Code,
    /// A figure, with or without its unit, or a number or an address to reach somebody.
    Number,
    /// A year, month or day.
    Date,
    /// What stands to the name in the relation asked for: "Spain's minister" for "Portugal's minister".
    Relation,
}
