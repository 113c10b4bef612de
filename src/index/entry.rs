//! What the index knows of one document.
//!
//! Taking a text apart costs far more than putting the parts together, and
//! needs nothing of other documents: so it is done once for each version of a
//! file ([`Analysis`], with words numbered within the document), in any thread,
//! and kept. An [`Entry`] has the same with the words of the whole corpus.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::acronyms;
use super::names;
use super::vocabulary::Vocabulary;
use crate::corpus::Document;
use crate::language::analyser::{self, Token};
use crate::language::lexicon::{Occurrence, TermId, WordId};
use crate::language::word::{Word, WordClass};

/// A document taken apart.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Analysis {
    document: Document,
    /// Whether it is in English, as far as can be told.
    is_english: bool,
    /// Its words, by their numbers.
    words: Vec<String>,
    texts: Texts,
    acronyms: acronyms::Mentions,
    names: names::Mentions,
}

/// The tokens of a document: of its title, of its sentences, and of the headings of its passages.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Texts {
    tokens: Vec<Occurrence>,
    /// Where the tokens of each text end.
    ends: Vec<usize>,
}

/// A word, how often it stands in a document, and how often with a capital.
type WordCount = (WordId, u32, u32);

/// A document as a part of an index.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) document: Arc<Document>,
    pub(super) is_english: bool,
    pub(super) acronyms: acronyms::Mentions,
    pub(super) names: names::Mentions,
    pub(super) word_counts: Vec<WordCount>,
    /// Its terms, with the number of texts that hold them.
    pub(super) term_counts: Vec<(TermId, u32)>,
    /// The first sentence of each passage, and one past the last.
    starts: Vec<usize>,
    texts: Texts,
    /// Terms of its passages that are searched for, and of itself with its title.
    pub(super) lengths: [u64; 2],
}

impl Analysis {
    /// Takes a document apart.
    pub(crate) fn of(document: Document) -> Self {
        let mut analysis = Self {
            words: Vec::new(),
            texts: Texts::default(),
            acronyms: acronyms::Mentions::default(),
            names: names::Mentions::default(),
            is_english: document.language().is_none_or(|name| name == "English"),
            document,
        };
        let mut known = HashMap::new();
        let title = analyser::analyse(&analysis.document.title);
        analysis.add(&mut known, &title);
        for number in 0..analysis.document.passages.len() {
            for sentence in 0..analysis.document.passages[number].sentences.len() {
                let document = &analysis.document;
                let sentence = &document.passages[number].sentences[sentence];
                let text = document.reading(sentence).into_owned();
                let tokens = analyser::analyse(&text);
                analysis.names.add(&text, &tokens);
                let start = analysis.texts.tokens.len();
                analysis.add(&mut known, &tokens);
                let occurrences = &analysis.texts.tokens[start..];
                analysis.acronyms.add(&text, &tokens, occurrences);
            }
        }
        for number in 0..analysis.document.passages.len() {
            let headings = analysis.document.passages[number].headings.join("\n");
            analysis.add(&mut known, &analyser::analyse(&headings));
        }
        analysis
    }

    fn add(&mut self, known: &mut HashMap<String, WordId>, tokens: &[Token]) {
        for token in tokens {
            let next = self.words.len() as WordId;
            let word = if let Some(&word) = known.get(&token.word) {
                word
            } else {
                known.insert(token.word.clone(), next);
                self.words.push(token.word.clone());
                next
            };
            self.texts.tokens.push(Occurrence {
                word,
                capital: token.capital,
                compound: token.compound,
                amount: token.amount,
            });
        }
        self.texts.ends.push(self.texts.tokens.len());
    }
}

impl Entry {
    /// Numbers the words of a document as the vocabulary does.
    pub(super) fn new(analysis: Analysis, vocabulary: &mut Vocabulary) -> Self {
        let Analysis {
            document,
            is_english,
            words,
            mut texts,
            mut acronyms,
            names,
        } = analysis;
        let counts = document
            .passages
            .iter()
            .map(|passage| passage.sentences.len());
        let starts: Vec<usize> = std::iter::once(0)
            .chain(counts.scan(0, |sum, count| {
                *sum += count;
                Some(*sum)
            }))
            .collect();
        let ids: Vec<WordId> = words.iter().map(|word| vocabulary.intern(word)).collect();
        let own: Vec<&Word> = ids.iter().map(|&id| &**vocabulary.word(id)).collect();
        let terms: Vec<TermId> = ids.iter().map(|&id| vocabulary.term(id)).collect();
        let (word_counts, term_counts) = texts.count(&ids, &terms);
        let lengths = texts.lengths(&own, starts.last().copied().unwrap_or_default());
        for token in &mut texts.tokens {
            token.word = ids[token.word as usize];
        }
        acronyms.renumber(&ids);
        Self {
            document: Arc::new(document),
            is_english,
            acronyms,
            names,
            word_counts,
            term_counts,
            starts,
            texts,
            lengths,
        }
    }

    /// The tokens of the title.
    pub(super) fn title(&self) -> &[Occurrence] {
        self.texts.get(0)
    }

    /// How many sentences there are.
    pub(super) fn sentence_count(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// The tokens of a sentence.
    pub(super) fn sentence(&self, sentence: usize) -> &[Occurrence] {
        self.texts.get(1 + sentence)
    }

    /// The tokens of the headings above a passage.
    pub(super) fn headings(&self, passage: usize) -> &[Occurrence] {
        self.texts.get(1 + self.sentence_count() + passage)
    }

    /// The sentences of a passage.
    pub(super) fn sentences_of(&self, passage: usize) -> Range<usize> {
        self.starts[passage]..self.starts[passage + 1]
    }

    /// What its passages are found by, the terms of their sentences and headings,
    /// and what it is found by as a whole. The title counts twice: it says what
    /// every sentence below is about.
    pub(super) fn terms<'a>(
        &self,
        vocabulary: &'a Vocabulary,
    ) -> (Vec<Vec<&'a str>>, Vec<&'a str>) {
        let passage = |passage: usize| {
            let sentences = self
                .sentences_of(passage)
                .flat_map(|sentence| self.sentence(sentence));
            terms(vocabulary, sentences.chain(self.headings(passage)))
        };
        let sentences = (0..self.sentence_count()).flat_map(|sentence| self.sentence(sentence));
        let whole = sentences.chain(self.title()).chain(self.title());
        (
            (0..self.document.passages.len()).map(passage).collect(),
            terms(vocabulary, whole),
        )
    }

    /// How many tokens its sentences have.
    pub(super) fn tokens(&self) -> usize {
        (0..self.sentence_count())
            .map(|sentence| self.sentence(sentence).len())
            .sum()
    }

    /// How many texts its words were counted in.
    pub(super) fn texts(&self) -> u32 {
        self.texts.ends.len() as u32
    }
}

impl Texts {
    fn get(&self, text: usize) -> &[Occurrence] {
        let start = text.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.tokens[start..self.ends[text]]
    }

    /// How often the words stand here, and with a capital, and how many texts hold
    /// the terms. Tokens have the places of their words in `ids` and `terms`.
    fn count(&self, ids: &[WordId], terms: &[TermId]) -> (Vec<WordCount>, Vec<(TermId, u32)>) {
        let mut places: HashMap<TermId, usize> = HashMap::new();
        let mut term_counts = Vec::new();
        let terms = terms.iter().map(|&term| {
            *places.entry(term).or_insert_with(|| {
                term_counts.push((term, 0));
                term_counts.len() - 1
            })
        });
        let terms: Vec<usize> = terms.collect();
        let mut word_counts: Vec<WordCount> = ids.iter().map(|&id| (id, 0, 0)).collect();
        // The last text that each term was counted in.
        let mut counted = vec![usize::MAX; term_counts.len()];
        for text in 0..self.ends.len() {
            for token in self.get(text) {
                let word = token.word as usize;
                let (_, all, capitals) = &mut word_counts[word];
                *all += 1;
                *capitals += u32::from(token.capital);
                if std::mem::replace(&mut counted[terms[word]], text) != text {
                    term_counts[terms[word]].1 += 1;
                }
            }
        }
        (word_counts, term_counts)
    }

    /// How many terms the passages are found by, and the document: as many as
    /// [`Entry::terms`] gives.
    fn lengths(&self, words: &[&Word], sentences: usize) -> [u64; 2] {
        let content = |text: usize| {
            let tokens = self.get(text).iter();
            let content =
                tokens.filter(|token| words[token.word as usize].class != WordClass::Stop);
            content.count() as u64
        };
        let prose: u64 = (1..=sentences).map(content).sum();
        let headings: u64 = (1 + sentences..self.ends.len()).map(content).sum();
        [prose + headings, prose + 2 * content(0)]
    }
}

/// What the engine is given of some words: their terms, without stop words.
fn terms<'a, 'b>(
    vocabulary: &'a Vocabulary,
    words: impl Iterator<Item = &'b Occurrence>,
) -> Vec<&'a str> {
    words
        .map(|occurrence| vocabulary.word(occurrence.word))
        .filter(|word| word.class != WordClass::Stop)
        .map(|word| &*word.stem)
        .collect()
}
