//! One word of a question, and what else it may be called in the documents.

use crate::language::english;

/// One word of a question that says something.
#[derive(Debug)]
pub(in crate::answer) struct QueryTerm {
    /// As it was typed.
    pub(in crate::answer) typed: String,
    /// The same as analysis leaves it.
    pub(in crate::answer) analysed: String,
    /// What it is searched for as; empty where the corpus has nothing like it.
    pub(in crate::answer) alternatives: Vec<Alternative>,
    /// How much it tells: inverse passage frequency; the highest where the corpus does not have it.
    pub(in crate::answer) idf: f32,
    /// Whether it is a name or an acronym.
    pub(in crate::answer) is_name: bool,
    /// Whether it is part of what asks: "long" of "how long".
    pub(in crate::answer) asks: bool,
    /// What it was taken for, where that is another word than the one typed.
    pub(in crate::answer) correction: Option<String>,
}

/// Something that a query term may be called in the documents.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::answer) struct Alternative {
    pub(in crate::answer) target: Target,
    /// How well it stands for the term, above 0 and at most 1.
    pub(in crate::answer) weight: f32,
}

/// What is looked for in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::answer) enum Target {
    /// A stem.
    Term(String),
    /// Two stems or more, one right after the other.
    Phrase(Vec<String>),
}

impl Alternative {
    pub(super) fn term(stem: String, weight: f32) -> Self {
        Self {
            target: Target::Term(stem),
            weight,
        }
    }

    pub(super) fn phrase(row: Vec<String>, weight: f32) -> Self {
        Self {
            target: Target::Phrase(row),
            weight,
        }
    }

    /// The stems that the index is asked for, each with its weight.
    pub(super) fn stems(&self) -> Vec<(&str, f32)> {
        match &self.target {
            Target::Term(stem) => vec![(stem, self.weight)],
            // All words are asked for; that they stand side by side is for the ranking to see.
            Target::Phrase(row) => {
                let says = |stem: &&String| !english::is_stop_word(stem);
                let row: Vec<&String> = row.iter().filter(says).collect();
                // However long, it weighs no more than two words.
                let weight = self.weight * f32::min(1.0, 2.0 / row.len().max(1) as f32);
                row.into_iter()
                    .map(|stem| (stem.as_str(), weight))
                    .collect()
            }
        }
    }
}

impl QueryTerm {
    /// The word that is searched for, in lower case.
    pub(in crate::answer) fn meant(&self) -> String {
        self.correction
            .as_ref()
            .unwrap_or(&self.analysed)
            .to_lowercase()
    }
}
