//! Whether the passages that name a person most call them "he" or "she".

use std::collections::{BTreeSet, HashMap};

use super::names::Kind;
use super::parsed::Parsed;
use super::words::Class;
use crate::chat::line::Line;
use crate::index::{Index, IndexError};
use crate::language::english;

/// Persons that are looked up for one message.
const MOST: usize = 8;
/// Passages that are read about one of them.
const PASSAGES: usize = 8;

/// Whom a pronoun allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
    /// "the minister"
    Any,
}

impl Gender {
    /// What a pronoun, or a form of address before a name, tells.
    fn told(word: &str) -> Option<Self> {
        let male = Class::ToldMale.has(word).then_some(Self::Male);
        male.or(Class::ToldFemale.has(word).then_some(Self::Female))
    }

    /// The word for one of it.
    pub(super) fn pronoun(self) -> Option<&'static str> {
        match self {
            Self::Male => Some("he"),
            Self::Female => Some("she"),
            Self::Any => None,
        }
    }

    /// Whether it may be somebody of this role, as far as the word tells.
    pub(super) fn allows(self, role: &str) -> bool {
        match self {
            Self::Male => !Class::Female.has(role),
            Self::Female => !Class::Male.has(role),
            Self::Any => true,
        }
    }
}

/// What persons are called, by the words of their names.
#[derive(Debug, Default)]
pub(super) struct Genders(HashMap<Vec<String>, Gender>);

impl Genders {
    /// What the documents call the persons in some lines; nobody where `message` holds no "he" or "she".
    pub(super) fn of<'a>(
        message: &Line,
        spoken: impl Iterator<Item = &'a Parsed>,
        index: &Index,
    ) -> Result<Self, IndexError> {
        let mut settled = HashMap::new();
        if (0..message.len()).all(|at| Gender::told(message.word(at)).is_none()) {
            return Ok(Self(settled));
        }
        let persons = |line: &'a Parsed| {
            let names = line.names.iter().filter(|name| {
                let is_free = name.kind != Kind::Country && name.marks.is_none();
                is_free && name.may_be_person && !line.names_body(name)
            });
            names.map(|name| Line::of(&name.full).to_words())
        };
        let persons: BTreeSet<Vec<String>> = spoken.flat_map(persons).take(MOST).collect();
        for person in persons {
            let Some(last) = person.last() else { continue };
            // How much oftener "she" than "he".
            let mut balance = 0;
            let found = index.find(&[vec![(&english::term(last), 1.0)]], None, PASSAGES)?;
            for passage in &found.passages {
                let own = &found.sentences[passage.sentences.clone()];
                let texts = own.iter().map(|sentence| &sentence.text);
                let texts = texts.chain(passage.edges[1].as_ref());
                let lines: Vec<Line> = texts.map(|text| Line::of(&text.reading)).collect();
                for (place, line) in lines.iter().enumerate() {
                    balance += match in_sentence(&person, line, lines.get(place + 1)) {
                        Some(Gender::Female) => 1,
                        Some(_) => -1,
                        None => 0,
                    };
                }
            }
            let gender = match balance {
                0 => continue,
                1.. => Gender::Female,
                _ => Gender::Male,
            };
            settled.insert(person, gender);
        }
        Ok(Self(settled))
    }

    /// Whether a pronoun may stand for somebody of this name.
    pub(super) fn allow(&self, name: &str, gender: Gender) -> bool {
        gender == Gender::Any || self.told(name).is_none_or(|told| told == gender)
    }

    /// Whether the documents call somebody of this name so.
    pub(super) fn tell(&self, name: &str, gender: Gender) -> bool {
        self.told(name) == Some(gender)
    }

    /// Whether somebody was spoken of whom a pronoun cannot stand for.
    pub(super) fn forbid_any(&self, gender: Gender) -> bool {
        gender != Gender::Any && self.0.values().any(|told| *told != gender)
    }

    fn told(&self, name: &str) -> Option<Gender> {
        self.0.get(&Line::of(name).to_words()).copied()
    }
}

/// What a sentence that names a person, or the beginning of the next one, calls them.
fn in_sentence(person: &[String], sentence: &Line, next: Option<&Line>) -> Option<Gender> {
    let (last, first) = person.split_last()?;
    // "Rosa Holm" is not Piet Holm, and "Holm" may be.
    let is_other = |at: usize| {
        let before = sentence.before(at);
        let is_name = at > 0 && sentence.words[at - 1].capital && Gender::told(before).is_none();
        is_name && first.last().is_some_and(|first| first != before)
    };
    let at = (0..sentence.len()).rfind(|&at| sentence.word(at) == last && !is_other(at))?;
    let told = |at: usize| Gender::told(sentence.word(at));
    // Until somebody or something else is named.
    let mut after = (at + 1..sentence.len()).take_while(|&at| !sentence.words[at].capital);
    let title = (at.saturating_sub(2)..at).find_map(told);
    title
        .or_else(|| after.find_map(told))
        .or_else(|| Gender::told(next?.word(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_or_the_next_tells_who_is_he_and_who_is_she() {
        let (he, she) = (Some(Gender::Male), Some(Gender::Female));
        let person = ["edda", "holm"].map(str::to_owned);
        for (sentence, next, wanted) in [
            ("Edda Holm dug the canal.", "She sold it later.", she),
            ("Her rival was Holm.", "His boat sank.", he),
            ("Lord Holm slept.", "She woke him.", he),
            ("Holm hoped that she would win.", "It snowed.", she),
            ("Holm painted Quast and his goat.", "It snowed.", None),
            ("Somebody slept.", "He snored.", None),
            ("Her aunt, Rosa Holm, slept.", "She snored.", None),
            ("Edda Holm slept.", "She snored.", she),
        ] {
            let (line, next) = (Line::of(sentence), Line::of(next));
            let found = in_sentence(&person, &line, Some(&next));
            assert_eq!(found, wanted, "{sentence}");
        }
    }
}
