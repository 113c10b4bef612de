//! What Quoth says of an answer that it is not sure of.

use super::{CLOSEST, printable};
use crate::answer::{Doubt, Grade, Subject};

/// What stands above the quotes of an answer that may be wrong.
pub const UNSURE: &str = "I am not sure; this may be it:";

/// What stands above quotes that are less than a sure answer.
#[must_use]
pub fn heading(grade: Grade) -> Option<&'static str> {
    match grade {
        Grade::Found => None,
        Grade::Perhaps => Some(UNSURE),
        Grade::Abstained => Some(CLOSEST),
    }
}

/// What speaks against a quote, in a sentence: "It is about Norway, not Spain."
#[must_use]
pub fn doubt(doubt: &Doubt) -> String {
    let asked = printable(&doubt.asked);
    let Some(stated) = &doubt.stated else {
        return closed(format!("It does not mention {asked}"));
    };
    let verb = match doubt.about {
        Subject::Name | Subject::Code | Subject::Relation => "is about",
        Subject::Number | Subject::Date => "says",
    };
    closed(format!("It {verb} {}, not {asked}", printable(stated)))
}

/// A sentence with its full stop. An abbreviation at its end has brought one: "It does not mention the U.S."
fn closed(mut sentence: String) -> String {
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn says(about: Subject, asked: &str, stated: Option<&str>, wanted: &str) {
        let found = Doubt {
            about,
            asked: asked.to_owned(),
            stated: stated.map(str::to_owned),
        };
        assert_eq!(doubt(&found), wanted);
    }

    #[test]
    fn a_doubt_says_what_the_quote_has_instead() {
        use Subject::{Code, Date, Name, Number, Relation};
        let norway = "It is about Norway, not Spain.";
        says(Name, "Spain", Some("Norway"), norway);
        says(Date, "2024", Some("2023"), "It says 2023, not 2024.");
        says(Number, "164", Some("150"), "It says 150, not 164.");
        let code = "It is about E-401, not E-410.";
        says(Code, "E-410", Some("E-401"), code);
        let relation = "It is about Spain's minister, not Portugal's minister.";
        let (asked, stated) = ("Portugal's minister", "Spain's minister");
        says(Relation, asked, Some(stated), relation);
    }

    #[test]
    fn a_doubt_says_what_the_quote_leaves_out() {
        use Subject::{Code, Date, Name, Number, Relation};
        for about in [Name, Code, Number, Date, Relation] {
            says(about, "Spain", None, "It does not mention Spain.");
        }
        says(Name, "the U.S.", None, "It does not mention the U.S.");
    }

    #[test]
    fn words_from_outside_are_made_printable() {
        let wanted = "It is about Nor\u{fffd}[1mway, not Spain.";
        let stated = Some("Nor\u{1b}[1mway");
        says(Subject::Name, "Sp\u{202e}ain", stated, wanted);
    }

    #[test]
    fn only_what_is_less_than_sure_has_a_heading() {
        let headings = [Grade::Found, Grade::Perhaps, Grade::Abstained].map(heading);
        assert_eq!(headings, [None, Some(UNSURE), Some(CLOSEST)]);
    }
}
