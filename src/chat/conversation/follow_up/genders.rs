//! Whether the documents call a person "he" or "she".

use std::collections::HashMap;

use super::names;
use super::people::Gender;
use crate::chat::line::Line;
use crate::index::{Index, IndexError, Statistics};

/// Pronouns that tell, each with whom.
const PRONOUNS: &[(&str, Gender)] = &[
    ("he", Gender::Male),
    ("him", Gender::Male),
    ("his", Gender::Male),
    ("she", Gender::Female),
    ("her", Gender::Female),
    ("hers", Gender::Female),
];
/// Forms of address before a name, each with whom they tell.
const TITLES: &[(&str, Gender)] = &[
    ("mr", Gender::Male),
    ("sir", Gender::Male),
    ("lord", Gender::Male),
    ("mrs", Gender::Female),
    ("ms", Gender::Female),
    ("miss", Gender::Female),
    ("lady", Gender::Female),
];

/// What persons are called, by the last word of their names.
#[derive(Debug, Default)]
pub(super) struct Genders(HashMap<String, Gender>);

impl Genders {
    /// What these documents call the persons in some lines; nobody where `line` holds no "he" or "she".
    ///
    /// # Errors
    ///
    /// Where the index fails.
    pub(super) fn of<'a>(
        line: &Line,
        spoken: impl Iterator<Item = &'a Line>,
        documents: &[&str],
        known: &Statistics,
        index: &Index,
    ) -> Result<Self, IndexError> {
        if (0..line.len()).all(|at| listed(PRONOUNS, line.word(at)).is_none()) {
            return Ok(Self::default());
        }
        let last = |line: &'a Line| {
            let names = names::names(line, known).into_iter();
            names.map(|name| line.word(name.words.end - 1).to_owned())
        };
        let persons: Vec<String> = spoken.flat_map(last).collect();
        // For each: how often "he" and how often "she".
        let mut told: HashMap<String, [usize; 2]> = HashMap::new();
        for name in documents {
            let Some(document) = index.document(name)? else {
                continue;
            };
            let sentences = document
                .passages
                .iter()
                .flat_map(|passage| &passage.sentences);
            let lines: Vec<Line> = sentences
                .map(|sentence| Line::of(&document.reading(sentence)))
                .collect();
            for (place, sentence) in lines.iter().enumerate() {
                for person in &persons {
                    let Some(gender) = in_sentence(person, sentence, lines.get(place + 1)) else {
                        continue;
                    };
                    let counts = told.entry(person.clone()).or_default();
                    counts[usize::from(gender == Gender::Female)] += 1;
                }
            }
        }
        let settled = told.into_iter().filter_map(|(person, [he, she])| {
            let gender = if she > he {
                Gender::Female
            } else {
                Gender::Male
            };
            (he != she).then_some((person, gender))
        });
        Ok(Self(settled.collect()))
    }

    /// Whether a pronoun may stand for somebody of this name.
    pub(super) fn allow(&self, name: &str, gender: Gender) -> bool {
        let last = Line::of(name);
        let told = self.0.get(last.word(last.len().saturating_sub(1)));
        gender == Gender::Any || told.is_none_or(|told| *told == gender)
    }

    /// Whether the documents call somebody of this name so.
    pub(super) fn tell(&self, name: &str, gender: Gender) -> bool {
        gender != Gender::Any && self.allow(name, gender) && !self.allow(name, gender.other())
    }

    /// Whether somebody was spoken of whom a pronoun cannot stand for.
    pub(super) fn forbid_any(&self, gender: Gender) -> bool {
        gender != Gender::Any && self.0.values().any(|told| *told != gender)
    }
}

/// What a sentence that names a person, or the beginning of the next one, calls them.
fn in_sentence(person: &str, sentence: &Line, next: Option<&Line>) -> Option<Gender> {
    let at = (0..sentence.len()).rfind(|&at| sentence.word(at) == person)?;
    let title = (at.saturating_sub(2)..at).find_map(|at| listed(TITLES, sentence.word(at)));
    // Until somebody or something else is named.
    let after = (at + 1..sentence.len()).take_while(|&at| !sentence.words[at].capital);
    let after = after
        .into_iter()
        .find_map(|at| listed(PRONOUNS, sentence.word(at)));
    title.or(after).or_else(|| listed(PRONOUNS, next?.word(0)))
}

fn listed(list: &[(&str, Gender)], word: &str) -> Option<Gender> {
    let found = list.iter().find(|(listed, _)| *listed == word);
    found.map(|(_, gender)| *gender)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_or_the_next_tells_who_is_he_and_who_is_she() {
        for (sentence, next, wanted) in [
            (
                "Anna Brandt founded the lab.",
                "She left in 1990.",
                Some(Gender::Female),
            ),
            ("Her heir is Joris Brandt.", "He left.", Some(Gender::Male)),
            ("Mr Brandt left.", "She stayed.", Some(Gender::Male)),
            (
                "Brandt said that he would stay.",
                "It rained.",
                Some(Gender::Male),
            ),
            ("Brandt met Marlow and her dog.", "It rained.", None),
            ("Nobody left.", "She stayed.", None),
        ] {
            let (sentence, next) = (Line::of(sentence), Line::of(next));
            assert_eq!(
                in_sentence("brandt", &sentence, Some(&next)),
                wanted,
                "{}",
                sentence.text
            );
        }
    }
}
