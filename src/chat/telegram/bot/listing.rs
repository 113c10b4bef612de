//! Documents by their names: all, those that hold certain words, or else those that nearly do;
//! and what of them stands on a page. Pure.

use crate::index::Source;
use crate::language::analyser::is_of_word;

/// Documents on a page, as many as a phone shows at once.
const ON_PAGE: usize = 10;
/// Documents that are nearly called so and are named.
const GUESSES: usize = 5;
/// How near each word must be to one of a document, from 0 to 1: one letter of three may be wrong.
const NEAR: f64 = 0.66;

/// The documents that a list is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) sources: Vec<Source>,
    /// Whether none holds the words, and these only nearly do.
    pub(super) are_guesses: bool,
}

impl Listed {
    /// Looks for `words`, in any order and case, in names and titles.
    pub(super) fn of(sources: Vec<Source>, words: &str) -> Self {
        let words = words.to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let holds_all = |source: &Source| {
            let (name, title) = (source.name.to_lowercase(), source.title.to_lowercase());
            let is_held = |word: &&str| name.contains(*word) || title.contains(*word);
            words.iter().all(is_held)
        };
        let (holding, others): (Vec<_>, Vec<_>) = sources.into_iter().partition(holds_all);
        if !holding.is_empty() || words.is_empty() {
            return Self {
                sources: holding,
                are_guesses: false,
            };
        }
        let mut near: Vec<_> = others
            .into_iter()
            .filter_map(|source| Some((nearness(&source, &words)?, source)))
            .collect();
        // The sort is stable: of those as near, the first by name stays first.
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        near.truncate(GUESSES);
        Self {
            sources: near.into_iter().map(|(_, source)| source).collect(),
            are_guesses: true,
        }
    }

    /// How many pages there are, one at least.
    pub(super) fn pages(&self) -> usize {
        self.sources.len().div_ceil(ON_PAGE).max(1)
    }

    /// The documents of a page, counted from 0, each with its number in the list, from 1 on.
    pub(super) fn on(&self, page: usize) -> impl Iterator<Item = (usize, &Source)> {
        let numbered = (1..).zip(&self.sources);
        numbered.skip(page * ON_PAGE).take(ON_PAGE)
    }
}

/// How near the words are to those of a document's name and title; `None` if one is not near any.
fn nearness(source: &Source, words: &[&str]) -> Option<f64> {
    let own = format!("{} {}", source.name, source.title).to_lowercase();
    let parts = || own.split(|c: char| !is_of_word(c));
    let nearest = |word: &&str| {
        // "fery.txt" is compared with the name's parts as these are.
        let bare = word.split(|c: char| !is_of_word(c));
        let bare = bare.max_by_key(|part| part.len()).unwrap_or_default();
        let near = parts().filter(|part| !part.is_empty());
        let near = near.map(|part| strsim::normalized_damerau_levenshtein(bare, part));
        near.max_by(f64::total_cmp).filter(|near| *near >= NEAR)
    };
    let all: Vec<f64> = words.iter().map(nearest).collect::<Option<_>>()?;
    Some(all.iter().sum::<f64>() / all.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_for_in_names_and_titles_and_what_is_misspelt_is_guessed() {
        let town = [
            ("boats/ferry.txt", "The Night Ferry"),
            ("boats/ferry-old.txt", "Timetable of 1990"),
            ("tram.md", "The Tram of Aldermere"),
            ("पुस्तक.md", ""),
        ];
        let town = town.map(|(name, title)| Source {
            name: name.to_owned(),
            title: title.to_owned(),
            passages: 1,
        });
        for (words, wanted, are_guesses) in [
            (
                "",
                "boats/ferry.txt boats/ferry-old.txt tram.md पुस्तक.md",
                false,
            ),
            ("FERRY", "boats/ferry.txt boats/ferry-old.txt", false),
            ("1990 ferry", "boats/ferry-old.txt", false),
            ("aldermere", "tram.md", false),
            // The nearest first.
            ("fery.txt", "boats/ferry.txt boats/ferry-old.txt", true),
            ("tarm", "tram.md", true),
            ("aldemere tramm", "tram.md", true),
            // A sign that joins two letters is left out.
            ("पुसतक", "पुस्तक.md", true),
            ("zeppelin", "", true),
            ("tram zeppelin", "", true),
            ("...", "", true),
        ] {
            let listed = Listed::of(town.to_vec(), words);
            let names = listed.sources.iter().map(|source| source.name.as_str());
            let names: Vec<&str> = names.collect();
            assert_eq!(names.join(" "), wanted, "{words}");
            assert_eq!(listed.are_guesses, are_guesses, "{words}");
        }
    }
}
