//! What is said of an answer, or where there is none.

use super::Wording;
use super::other_language::other_language;
use crate::answer::{
    About, Answer, Disagreement, Doubt, Extent, Grade, Missing, Quote, Reason, Subject,
};

impl Wording {
    /// What is said instead of an answer: that there is none, and what is missing for one.
    pub(crate) fn abstention(self, reason: Reason, missing: &Missing) -> String {
        let (words, beside) = (self.either(&missing.words), self.either(&missing.beside));
        if let Some(languages) = &missing.languages {
            return other_language(self, languages);
        }
        match reason {
            Reason::EmptyQuestion => self.declined_no_word(),
            Reason::TooLong => self.declined_too_long(),
            Reason::NoMatch if missing.is_empty() => self.declined_none_mentions_it(),
            Reason::NoMatch => self.declined_none_mentions(words),
            Reason::WeakEvidence => match (missing.is_empty(), missing.beside.is_empty()) {
                (true, _) => self.declined(),
                (false, true) => self.declined_missing(words),
                (false, false) => self.declined_apart(words, beside),
            },
            Reason::SmallTalk => self.ask_me(),
        }
    }

    /// Words in quotation marks: "“a”, “b” or “c”".
    fn either(self, words: &[String]) -> String {
        let joint = |place| match place {
            0 => String::new(),
            last if last + 1 == words.len() => self.list_or(),
            _ => self.list_next(),
        };
        let quoted = words.iter().enumerate();
        quoted
            .map(|(place, word)| joint(place) + &self.quoted(word))
            .collect()
    }

    /// What stands above quotes that are less than a sure answer.
    pub(crate) fn heading(self, grade: Grade) -> Option<String> {
        match grade {
            Grade::Found => None,
            Grade::Perhaps => Some(self.unsure()),
            Grade::Abstained => Some(self.closest()),
        }
    }

    /// What speaks against a quote, in a sentence: "It is about Norway, not Spain."
    pub(crate) fn doubt(self, doubt: &Doubt) -> String {
        let asked = doubt.asked.as_str();
        let mut sentence = match (&doubt.stated, doubt.about) {
            (None, _) => self.doubt_missing(asked),
            (Some(stated), Subject::Name | Subject::Code | Subject::Relation) => {
                self.doubt_about(stated.as_str(), asked)
            }
            (Some(stated), Subject::Number | Subject::Date) => {
                self.doubt_says(stated.as_str(), asked)
            }
        };
        // An abbreviation at its end has brought a full stop: "It does not mention the U.S."
        if sentence.ends_with("..") {
            sentence.pop();
        }
        sentence
    }

    /// What each side of a disagreement says, and where: "164" and "report.md, 2024-05-01".
    pub(crate) fn sides(
        self,
        disagreement: &Disagreement,
        quotes: &[Quote],
    ) -> Vec<(String, String)> {
        let side = |value: &str, quote: &Quote| {
            let (first, others) = quote.citations.split_first()?;
            let date = first.date.map(|date| format!(", {date}"));
            let mut source = first.document.clone() + &date.unwrap_or_default();
            if !others.is_empty() {
                source = self.side_and_more(source, others.len());
            }
            let value = match disagreement.about {
                // "More than 160" opened its sentence.
                About::Figure => value.to_lowercase(),
                About::Date | About::Name => value.to_owned(),
            };
            Some((value, source))
        };
        let values = disagreement.values.iter();
        values
            .filter_map(|stated| side(&stated.value, quotes.get(stated.quote)?))
            .collect()
    }

    /// What stands before one of several things in a row: "a, b and c".
    pub(crate) fn joint(self, place: usize, of: usize) -> String {
        match place {
            0 => String::new(),
            last if last + 1 == of => self.list_and(),
            _ => self.list_next(),
        }
    }

    /// What stands above what stands around a quote.
    pub(crate) fn excerpt(self, extent: Extent, number: usize) -> String {
        match extent {
            Extent::Context => self.context_of(number),
            Extent::Passage => self.passage_of(number),
        }
    }

    /// What is said above the evidence for an answer that somebody doubts.
    pub(crate) fn evidence_of(self, answer: &Answer) -> String {
        let question = answer.question.as_str();
        if answer.outcome.is_answer() {
            let percent = (answer.confidence * 100.0).round() as usize;
            self.evidence(question, percent)
        } else {
            self.looked_again(question)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Wording = Wording::ENGLISH;

    #[track_caller]
    fn says(about: Subject, asked: &str, stated: Option<&str>, wanted: &str) {
        let found = Doubt::new(about, asked, stated);
        assert_eq!(ENGLISH.doubt(&found), wanted);
    }

    #[test]
    fn an_abstention_says_what_is_missing() {
        let said = |reason, words: &[&str], beside: &[&str]| {
            let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
            let missing = Missing {
                words: owned(words),
                beside: owned(beside),
                languages: None,
            };
            ENGLISH.abstention(reason, &missing)
        };
        assert_eq!(
            said(Reason::NoMatch, &["a", "b", "c"], &[]),
            "The documents do not answer that: none of them mentions “a”, “b” or “c”."
        );
        let no_word = said(Reason::EmptyQuestion, &[], &[]);
        assert!(no_word.starts_with("There is no word in that"), "{no_word}");
        let too_long = said(Reason::TooLong, &[], &[]);
        assert!(too_long.starts_with("That is too long"), "{too_long}");
        let weak = "I find no answer to that in the documents.";
        assert_eq!(said(Reason::WeakEvidence, &[], &[]), weak);
        assert_eq!(
            said(Reason::WeakEvidence, &["a", "b"], &[]),
            format!("{weak} No document mentions “a” or “b”.")
        );
        assert_eq!(
            said(Reason::WeakEvidence, &["a"], &["B"]),
            format!("{weak} No passage mentions “a” together with “B”.")
        );
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
}
