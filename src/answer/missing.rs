//! What a question asks about that the documents do not have: the reason why
//! they do not answer, where it is known.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::matching::Matcher;
use super::query::{Query, QueryTerm};
use super::ranking::Ranked;
use crate::index::analyser::without_possessive;
use crate::index::vectors::{self, Vectors};
use crate::index::{Index, IndexError, english};

/// Words that say how something is asked rather than what about: that the
/// documents lack one of them tells nobody why they do not answer.
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
static GENERIC: LazyLock<HashSet<String>> = LazyLock::new(|| {
    GENERIC_WORDS
        .split_whitespace()
        .map(english::term)
        .collect()
});
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
/// A term that stands in more passages is not followed through all of them.
const FEW_PASSAGES: usize = 200;

/// What the documents do not have of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Words of the question, as typed.
    pub words: Vec<String>,
    /// Where these stand in the documents after all, the words that they never
    /// stand together with; empty where no document has them.
    pub beside: Vec<String>,
}

impl Missing {
    /// Whether nothing is known to be missing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// What an abstention on a query can be put down to; `ranked` are its candidate sentences.
    pub(super) fn of(index: &Index, query: &Query, ranked: &[Ranked]) -> Result<Self, IndexError> {
        let words = absent(index, query);
        if !words.is_empty() {
            return Ok(Self {
                words,
                beside: Vec::new(),
            });
        }
        // With an absent word, however generic, the rest being apart may be beside the point.
        if query.terms.iter().any(|term| term.alternatives.is_empty()) {
            return Ok(Self::default());
        }
        let apart = apart(index, query, ranked)?;
        let told = apart.map(|(word, beside)| Self {
            words: vec![shown(&query.terms[word])],
            beside: vec![shown(&query.terms[beside])],
        });
        Ok(told.unwrap_or_default())
    }
}

/// Words that no document has, nor anything near in meaning; neighbouring names as one.
fn absent(index: &Index, query: &Query) -> Vec<String> {
    let is_absent = |term: &QueryTerm| {
        term.alternatives.is_empty() && tells(term) && (term.is_name || !has_like(index, term))
    };
    let mut found: Vec<(usize, String)> = Vec::new();
    for (number, term) in query
        .terms
        .iter()
        .enumerate()
        .filter(|(_, term)| is_absent(term))
    {
        match found.last_mut() {
            Some((last, name))
                if query.bigrams.contains(&(*last, number))
                    && term.is_name
                    && query.terms[*last].is_name =>
            {
                *last = number;
                *name = format!("{name} {}", shown(term));
            }
            _ => found.push((number, shown(term))),
        }
    }
    // A name that is not there tells most.
    found.sort_by_key(|(number, _)| !query.terms[*number].is_name);
    found.truncate(MOST_WORDS);
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, word)| word).collect()
}

/// Whether a term says what the question is about.
fn tells(term: &QueryTerm) -> bool {
    term.typed.chars().nth(LONGEST_WORD).is_none()
        && (term.is_name || !GENERIC.contains(&english::term(&term.analysed)))
}

/// Whether the corpus has a word near in meaning.
fn has_like(index: &Index, term: &QueryTerm) -> bool {
    let vector = Vectors::shipped().of(&term.meant());
    let words = || index.vocabulary().words();
    vector.is_some_and(|own| {
        let mut others = words().filter_map(|word| word.vector.as_deref());
        others.any(|other| vectors::cosine(&own, other) >= NEAR)
    })
}

/// A heavy word and a name that never stand in one passage, with its headings and title.
fn apart(
    index: &Index,
    query: &Query,
    ranked: &[Ranked],
) -> Result<Option<(usize, usize)>, IndexError> {
    let idf = |number: usize| query.terms[number].idf;
    let heaviest = (0..query.terms.len()).map(idf).fold(0.0, f32::max);
    let heavy = |number: &usize| tells(&query.terms[*number]) && idf(*number) >= HEAVY * heaviest;
    let mut heavy: Vec<usize> = (0..query.terms.len()).filter(heavy).collect();
    heavy.sort_by(|&a, &b| idf(b).total_cmp(&idf(a)).then(a.cmp(&b)));
    heavy.truncate(MOST_HEAVY);
    for (place, &first) in heavy.iter().enumerate() {
        for &second in &heavy[place + 1..] {
            let (word, name) = if query.terms[second].is_name {
                (first, second)
            } else {
                (second, first)
            };
            // Two names are often parts of one.
            if query.terms[word].is_name || !query.terms[name].is_name {
                continue;
            }
            let like = |ranked: &Ranked| {
                ranked.around[name] > 0.0 && ranked.near_around[word] >= NEAR_AROUND
            };
            if !ranked.iter().any(like) && never_together(index, query, word, name)? {
                return Ok(Some((word, name)));
            }
        }
    }
    Ok(None)
}

/// Whether two terms share no passage. Only said where one of them stands in so
/// few passages, and in no title, that all of these can be looked at.
fn never_together(
    index: &Index,
    query: &Query,
    one: usize,
    other: usize,
) -> Result<bool, IndexError> {
    let matcher = Matcher::new(query);
    let met = |tokens, term: usize| matcher.meet(tokens, index.vocabulary()).best[term] > 0.0;
    let words = query.words(index);
    for (rare, common) in [(one, other), (other, one)] {
        let documents = 0..index.corpus().documents.len();
        if documents
            .into_iter()
            .any(|document| met(index.title_tokens(document), rare))
        {
            continue;
        }
        let passages = index.retrieve(&[words[rare].clone()], FEW_PASSAGES + 1)?;
        if passages.len() <= FEW_PASSAGES {
            return Ok(!passages.iter().any(|found| {
                let mut sentences = index.sentences_of(found.passage);
                met(index.title_tokens(found.document), common)
                    || met(index.heading_tokens(found.passage), common)
                    || sentences.any(|sentence| met(index.tokens(sentence), common))
            }));
        }
    }
    Ok(false)
}

/// A word as typed, but for its possessive.
fn shown(term: &QueryTerm) -> String {
    without_possessive(&term.typed).to_owned()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::super::model::Model;
    use super::super::ranking;
    use super::*;
    use crate::answer::tests::index;

    const HARBOUR: &str = "The harbour of Port Ellery was dug in 1804.\n\n\
        The lighthouse is eighty feet in height.\n\n\
        Anna Brandt keeps bees and has written about honey.\n\n\
        The mayor of Aldermere opened the fair.\n";

    fn missing(question: &str) -> Missing {
        let index = index(
            &HARBOUR
                .split("\n\n")
                .map(|text| ("a.txt", text))
                .collect::<Vec<_>>(),
        );
        let query = Query::new(question, &index);
        let candidates = index
            .retrieve(&query.words(&index), 40)
            .expect("the index answers");
        let ranked = ranking::rank(&index, &query, &candidates, &Model::default().ranking);
        Missing::of(&index, &query, &ranked).expect("the index answers")
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
        let missing = missing("What honey does Aldermere sell?");
        assert_eq!(
            (missing.words, missing.beside),
            (vec!["sell".to_owned()], Vec::new())
        );
        let missing = super::tests::missing("Is honey from Aldermere?");
        assert_eq!(
            (missing.words, missing.beside),
            (vec!["honey".to_owned()], vec!["Aldermere".to_owned()])
        );
    }
}
