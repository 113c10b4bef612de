//! Ways to reach somebody: where an address of mail, a telephone number or the address of a page
//! stands, no word has to say that it is one.

use super::query::QueryTerm;
use crate::language::english::asking::listed;

/// Digits of a telephone number, at least and at most (15 by ITU-T E.164).
const DIGITS: std::ops::RangeInclusive<usize> = 6..=15;
/// Words that go on from the word for a way: "email address".
const GOES_ON: &str = "address number page adresse nummer seite";

/// A way to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Mail,
    Telephone,
    Page,
}

impl Way {
    /// The way that a word is for, in the languages that share it.
    fn of(word: &str) -> Option<Self> {
        const MAIL: &str = "email emails mail correo courriel почта пошта";
        const TELEPHONE: &str = "phone telephone tel mobile telefon telefonnummer handynummer \
            telefono telefone телефон";
        const PAGE: &str = "website homepage url web webseite";
        if listed(MAIL, word) {
            Some(Self::Mail)
        } else if listed(TELEPHONE, word) {
            Some(Self::Telephone)
        } else {
            listed(PAGE, word).then_some(Self::Page)
        }
    }

    /// The terms of a question that such a way meets, each with it.
    pub(super) fn asked(terms: &[QueryTerm]) -> Vec<(usize, Self)> {
        let word = |number: usize| terms.get(number).map_or("", |term| term.analysed.as_str());
        let ways = (0..terms.len()).filter_map(|number| Some((number, Self::of(word(number))?)));
        let both = |(number, way)| {
            let next = Some((number + 1, way)).filter(|_| listed(GOES_ON, word(number + 1)));
            [Some((number, way)), next].into_iter().flatten()
        };
        ways.flat_map(both).collect()
    }

    /// What a question in English asks for by its words: "the phone number", "what's the email of". A
    /// way that is spoken of is none: "may I use the phone".
    pub(super) fn wanted(words: &[&str]) -> Option<(usize, Self)> {
        let is_what = |word: &&str| matches!(*word, "what" | "what's" | "whats" | "which");
        let asks = words.first().is_some_and(is_what);
        let is_of = |place: usize| {
            let before = place.checked_sub(1).map(|before| words[before]);
            let is_theirs = before.is_some_and(|before| {
                matches!(before, "the" | "your" | "his" | "her" | "their") || before.ends_with("'s")
            });
            let next = words.get(place + 1);
            asks && is_theirs && next.is_none_or(|next| matches!(*next, "of" | "for"))
        };
        let goes_on = |place: usize| words.get(place + 1).is_some_and(|it| listed(GOES_ON, it));
        (0..words.len()).find_map(|place| {
            let way = Self::of(words[place])?;
            (goes_on(place) || is_of(place)).then_some((place, way))
        })
    }

    /// Whether a text has one.
    pub(super) fn is_in(self, text: &str) -> bool {
        let mut words = text.split_whitespace();
        match self {
            Self::Mail => words.any(|word| {
                let (name, host) = word.split_once('@').unwrap_or_default();
                name.ends_with(char::is_alphanumeric) && has_inner_dot(host)
            }),
            Self::Page => words.any(|word| {
                let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
                word.starts_with("https://")
                    || word.starts_with("http://")
                    || word.starts_with("www.") && has_inner_dot(word)
            }),
            Self::Telephone => {
                let is_inside = |c: char| c.is_ascii_digit() || " +()-/.".contains(c);
                let mut runs = text.split(|c: char| !is_inside(c));
                runs.any(|run| is_telephone(run.trim()))
            }
        }
    }
}

/// Whether a name has a dot between others of its letters: "example.org".
fn has_inner_dot(host: &str) -> bool {
    let host = host.trim_end_matches(|c: char| !c.is_alphanumeric());
    host.split_once('.')
        .is_some_and(|(before, after)| !before.is_empty() && !after.is_empty())
}

/// Whether figures are a telephone number: it begins with 0, "+" or a bracket, or has the form 555-0122.
fn is_telephone(run: &str) -> bool {
    let digits = run.chars().filter(char::is_ascii_digit).count();
    let is_local = run.len() == 8 && run.as_bytes()[3] == b'-';
    DIGITS.contains(&digits) && (run.starts_with(['+', '0', '(']) || is_local)
        // A date: 01.02.2024.
        && run.split('.').count() != 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_asks_for_a_way_or_speaks_of_one() {
        for (question, wanted) in [
            ("what is the telephone number of bo", Some(Way::Telephone)),
            ("treasurer email address", Some(Way::Mail)),
            ("what's the email of the chair", Some(Way::Mail)),
            ("what is bo's phone", Some(Way::Telephone)),
            ("may i use the phone", None),
            ("what can i do with my phone", None),
            ("which phone is the cheapest", None),
        ] {
            let words: Vec<&str> = question.split(' ').collect();
            assert_eq!(
                Way::wanted(&words).map(|(_, way)| way),
                wanted,
                "{question}"
            );
        }
    }

    #[test]
    fn a_way_is_told_by_its_form() {
        for (way, text, wanted) in [
            (Way::Mail, "Treasurer: Bea Holm, bea@example.org.", true),
            (Way::Mail, "Write to @bea or stay at home.", false),
            (Way::Telephone, "Office: 030 1234567", true),
            (Way::Telephone, "Tom, +47 555 0122", true),
            (Way::Telephone, "Call 555-0122 after six.", true),
            (
                Way::Telephone,
                "It opened on 01.02.2024 with 1,200,000 visitors.",
                false,
            ),
            (Way::Telephone, "From 1999 - 2003 it was shut.", false),
            (Way::Page, "See https://example.org/a.", true),
            (Way::Page, "(www.example.org)", true),
            (Way::Page, "The web is old.", false),
        ] {
            assert_eq!(way.is_in(text), wanted, "{text}");
        }
    }
}
