//! What a question asks about that the documents lack: why they do not answer, where it is known.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::query::{Languages, Query, QueryTerm};
use super::ranking::Ranked;
use crate::index::{Asked, Index, IndexError};
use crate::language::analyser::without_possessive;
use crate::language::english;
use crate::language::vectors::Vectors;

/// Words that say how something is asked, not what about: nobody misses them in the documents.
const GENERIC_WORDS: &str = "\
    happen occur name call mean stand refer know give get make take go come say tell use work \
    become find think want need try look seem appear involve consist contain include define \
    describe explain show list mention cause result affect relate regard consider compare \
    exist belong plan start stop keep put bring let allow help ask answer talk \
    kind type sort way thing example reason purpose meaning definition difference amount \
    number fact detail information exact exactly current currently actual actually main \
    specific different following first last new good best big many often usually ever \
    someone somebody anyone anybody something anything everything one part place time";
/// The terms of these.
static GENERIC: LazyLock<HashSet<String>> =
    LazyLock::new(|| (GENERIC_WORDS.split_whitespace().map(english::term)).collect());
/// A word of the corpus so near in meaning stands for the missing one (cosine):
/// "height" for "tall", "inhabitants" for "population".
const NEAR: f32 = 0.5;
/// The same as similarity has it, where chance counts nothing.
const NEAR_AROUND: f32 = 0.25;
/// Words that are named as missing.
const MOST_WORDS: usize = 3;
/// A longer word is no word that anyone needs to be told of.
const LONGEST_WORD: usize = 40;
/// A term is worth telling about from this share of the heaviest term's weight.
const HEAVY: f32 = 0.5;
/// Heavy terms that are looked at in pairs.
const MOST_HEAVY: usize = 4;

/// What the documents do not have of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Words of the question, as typed.
    pub words: Vec<String>,
    /// Words that documents have, and these too, but never together; empty where they lack these.
    pub beside: Vec<String>,
    /// Set where no document is in the language of the question.
    pub languages: Option<Languages>,
}

impl Missing {
    /// Whether nothing is known to be missing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.languages.is_none()
    }

    /// What an abstention on a query can be put down to; `ranked` are its candidate sentences.
    pub(super) fn of(index: &Index, query: &Query, ranked: &[Ranked]) -> Result<Self, IndexError> {
        let mut missing = Self {
            languages: query.elsewhere.clone(),
            ..Self::default()
        };
        if missing.languages.is_none() {
            missing.words = absent(index, query)?;
        }
        // With an absent word, however generic, the rest being apart may be beside the point.
        let is_absent = |term: &QueryTerm| term.alternatives.is_empty();
        if missing.is_empty()
            && !query.terms.iter().any(is_absent)
            && let Some((word, beside)) = apart(query, ranked)
        {
            missing.words.push(shown(&query.terms[word]));
            missing.beside.push(shown(&query.terms[beside]));
        }
        Ok(missing)
    }
}

/// Words that no document has, nor anything near in meaning; neighbouring names as one.
fn absent(index: &Index, query: &Query) -> Result<Vec<String>, IndexError> {
    let terms = query.terms.iter().enumerate();
    let absent = terms.filter(|(_, term)| term.alternatives.is_empty() && tells(term));
    let mut absent: Vec<(usize, &QueryTerm)> = absent.collect();
    // A name stands for itself.
    let like = |term: &QueryTerm| -> Vec<&str> {
        let word = Some(term.meant()).filter(|_| !term.is_name);
        word.map_or(Vec::new(), |word| Vectors::shipped().like(&word, NEAR))
    };
    let like = absent.iter().map(|(number, term)| (*number, like(term)));
    let like: HashMap<usize, Vec<&str>> = like.collect();
    let words = like.values().flatten();
    let known = index.statistics(&Asked {
        words: words.map(|word| (*word).to_owned()).collect(),
        ..Asked::default()
    })?;
    absent.retain(|(number, _)| !like[number].iter().any(|word| known.has_form(word)));
    let mut found: Vec<(usize, String)> = Vec::new();
    for (number, term) in absent {
        if let Some((last, name)) = found.last_mut()
            && query.bigrams.contains(&(*last, number))
            && term.is_name
            && query.terms[*last].is_name
        {
            *last = number;
            *name = format!("{name} {}", shown(term));
        } else {
            found.push((number, shown(term)));
        }
    }
    // A name that is not there tells most.
    found.sort_by_key(|(number, _)| !query.terms[*number].is_name);
    found.truncate(MOST_WORDS);
    found.sort_by_key(|(number, _)| *number);
    Ok(found.into_iter().map(|(_, word)| word).collect())
}

/// Whether a term says what the question is about.
fn tells(term: &QueryTerm) -> bool {
    term.typed.chars().nth(LONGEST_WORD).is_none()
        && (term.is_name || !GENERIC.contains(&english::term(&term.analysed)))
}

/// A heavy word and a name that stand in no passage together, with its headings
/// and title: the passages with both would be among the first that are found.
fn apart(query: &Query, ranked: &[Ranked]) -> Option<(usize, usize)> {
    let idf = |number: usize| query.terms[number].idf;
    let heaviest = (0..query.terms.len()).map(idf).fold(0.0, f32::max);
    let heavy = |number: &usize| tells(&query.terms[*number]) && idf(*number) >= HEAVY * heaviest;
    let mut heavy: Vec<usize> = (0..query.terms.len()).filter(heavy).collect();
    heavy.sort_by(|&a, &b| idf(b).total_cmp(&idf(a)).then(a.cmp(&b)));
    heavy.truncate(MOST_HEAVY);
    let is_name = |number: usize| query.terms[number].is_name;
    let pairs = heavy.iter().enumerate().flat_map(|(place, &first)| {
        let after = heavy[place + 1..].iter();
        after.map(move |&second| (first, second))
    });
    let together = |word: usize, name: usize| {
        let met = |ranked: &Ranked| {
            let has_like = ranked.near_around[word] >= NEAR_AROUND;
            ranked.around[name] > 0.0 && (ranked.around[word] > 0.0 || has_like)
        };
        ranked.iter().any(met)
    };
    // Two names are often parts of one.
    let mut ordered = pairs.filter_map(|(first, second)| match (is_name(first), is_name(second)) {
        (false, true) => Some((first, second)),
        (true, false) => Some((second, first)),
        _ => None,
    });
    ordered.find(|&(word, name)| !together(word, name))
}

/// A word as typed, but for its possessive.
fn shown(term: &QueryTerm) -> String {
    without_possessive(&term.typed).to_owned()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use crate::answer::tests::index;
    use crate::answer::{Model, Thresholds, ranking};

    const HARBOUR: &str = "The harbour of Port Ellery was dug in 1804.\n\n\
        The lighthouse is eighty feet in height.\n\n\
        Anna Brandt keeps bees and has written about honey.\n\n\
        The mayor of Aldermere opened the fair.\n";

    fn missing(question: &str) -> Missing {
        let names = ["a.txt", "b.txt", "c.txt", "d.txt"];
        let documents: Vec<_> = names.into_iter().zip(HARBOUR.split("\n\n")).collect();
        let index = index(&documents);
        let failing = "the index answers";
        let query = Query::new(question, &index).expect(failing);
        let found = index.find(&query.words(), None, 40).expect(failing);
        let weights = Model::new(&[], &[], Thresholds::default()).ranking;
        let ranked = ranking::rank(&found, &query, &weights);
        Missing::of(&index, &query, &ranked).expect(failing)
    }

    fn words(question: &str) -> Vec<String> {
        let missing = missing(question);
        assert!(missing.beside.is_empty(), "{missing:?}");
        missing.words
    }

    #[test]
    fn a_word_that_no_document_has_is_named_as_typed() {
        assert_eq!(
            words("What is the Population of Riga's harbour?"),
            ["Population", "Riga"]
        );
        assert_eq!(
            words("Who conducted the orchestra in Loch Ness?"),
            ["conducted", "orchestra", "Loch Ness"]
        );
    }

    #[test]
    fn generic_words_and_words_with_a_like_one_are_not_missed() {
        assert_eq!(words("What happened to the zeppelin?"), ["zeppelin"]);
        assert_eq!(words("How tall is the zeppelin?"), ["zeppelin"]);
        assert_eq!(words("What is it called, which kind?"), [""; 0]);
    }

    #[test]
    fn what_is_there_but_never_together_is_told() {
        for (question, word, beside) in [
            ("What honey does Aldermere sell?", "sell", ""),
            ("Is honey from Aldermere?", "honey", "Aldermere"),
        ] {
            let missing = missing(question);
            assert_eq!(missing.words, [word]);
            assert_eq!(missing.beside.join(" "), beside);
        }
    }
}
