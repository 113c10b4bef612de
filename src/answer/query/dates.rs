//! Days in words and in figures: "16 March 2024" is "2024-03-16" and "16.03.2024".

use super::term::Alternative;
use crate::corpus::date::month;
use crate::language::analyser::Token;

/// A day, or the month of a year, that a question names in words, with the places of its words.
struct Named {
    day: Option<(usize, u16)>,
    month: (usize, u8),
    year: Option<(usize, u16)>,
}

/// What else a word is called that names a day, in the forms that figures have.
pub(super) fn in_figures(token: &Token, tokens: &[Token]) -> Vec<Alternative> {
    let plain: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
    let place = plain.iter().position(|other| other.span == token.span);
    let named = (0..plain.len()).filter_map(|place| Named::at(place, &plain));
    place.map_or_else(Vec::new, |place| {
        named.flat_map(|named| named.called(place)).collect()
    })
}

impl Named {
    /// The day whose month stands at a place.
    fn at(place: usize, plain: &[&Token]) -> Option<Self> {
        let month = (place, month(&plain[place].word)?);
        let number = |place: Option<usize>| {
            let place = place?;
            let word = &plain.get(place)?.word;
            // "16th"
            let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
            Some((place, digits.parse::<u16>().ok()?))
        };
        let day = |place| number(place).filter(|(_, day)| (1..=31).contains(day));
        let (before, after) = (day(place.checked_sub(1)), day(Some(place + 1)));
        let next = if before.is_none() && after.is_some() {
            2
        } else {
            1
        };
        let year = number(Some(place + next)).filter(|(_, year)| *year > 31);
        let day = before.or(after);
        (day.is_some() || year.is_some()).then_some(Self { day, month, year })
    }

    /// What the word at a place is called.
    fn called(&self, place: usize) -> Vec<Alternative> {
        let phrase = |words: [String; 2]| Alternative::phrase(words.into(), 1.0);
        let term = |word| Alternative::term(word, 1.0);
        let (day, month, year) = (self.day, self.month.1, self.year.map(|(_, year)| year));
        let mut called = Vec::new();
        if let Some((_, day)) = day.filter(|(at, _)| *at == place) {
            called.extend([format!("{day:02}"), day.to_string()].map(term));
        }
        let day = day.map(|(_, day)| day);
        if place == self.month.0 {
            called.extend(year.map(|year| phrase([year.to_string(), format!("{month:02}")])));
            called.extend(year.map(|year| phrase([format!("{month:02}"), year.to_string()])));
            if let Some(day) = day {
                called.push(phrase([format!("{day:02}"), format!("{month:02}")]));
                called.push(phrase([format!("{month:02}"), format!("{day:02}")]));
                called.push(phrase([day.to_string(), month.to_string()]));
                called.push(phrase([month.to_string(), day.to_string()]));
            }
        }
        let places = [
            self.day.map(|it| it.0),
            Some(self.month.0),
            self.year.map(|it| it.0),
        ];
        if let (Some(day), Some(year), true) = (day, year, places.contains(&Some(place))) {
            // With dots between, a day is one word.
            called.extend([
                term(format!("{day:02}.{month:02}.{year}")),
                term(format!("{day}.{month}.{year}")),
            ]);
        }
        called
    }
}
