//! Passages that were found are put together with all that judging them needs.

use std::collections::{BTreeSet, HashMap};

use super::engine::{Alternatives, Hit};
use super::found::{self, Found};
use super::kept::{KeptPassage, Spelling, Tokens};
use super::{Index, IndexError};
use crate::language::Language;
use crate::language::analyser;
use crate::language::lexicon::{Occurrence, WordId};
use crate::language::word::Word;

impl Index {
    /// The best `limit` passages for the words of a query.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn find(&self, words: &[Alternatives<'_>], limit: usize) -> Result<Found, IndexError> {
        let hits = self.snapshot.search(words, limit)?;
        let keys: BTreeSet<u64> = hits.iter().map(|hit| hit.key).collect();
        let mut documents = Vec::with_capacity(keys.len());
        for key in keys {
            // A passage stands and falls with its document.
            documents.extend(self.snapshot.document(key)?.map(|document| (key, document)));
        }
        documents.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
        let totals = self.snapshot.totals();
        let mut finding = Finding::new(totals.tokens as f32 / totals.sentences.max(1) as f32);
        for (key, document) in documents {
            finding.language = document.language.unwrap_or(Language::ENGLISH);
            let title_tokens = finding.tokens(&document.title, &document.title_tokens);
            finding.found.documents.push(found::Document {
                name: document.name,
                title: document.title,
                date: document.date,
                title_tokens,
            });
            let mut own: Vec<&Hit> = hits.iter().filter(|hit| hit.key == key).collect();
            own.sort_by_key(|hit| hit.part);
            for hit in own {
                finding.add(self.snapshot.passage(hit.address)?, hit);
            }
        }
        Ok(finding.found)
    }
}

/// What is being put together of the passages found.
struct Finding {
    found: Found,
    /// The language of what is being added.
    language: Language,
    /// The words by the letters that they are written in.
    spellings: HashMap<String, WordId>,
}

impl Finding {
    fn new(mean_sentence_length: f32) -> Self {
        let found = Found {
            mean_sentence_length,
            ..Found::default()
        };
        Self {
            found,
            language: Language::ENGLISH,
            spellings: HashMap::new(),
        }
    }

    /// Adds a passage of the document that was added last.
    fn add(&mut self, kept: KeptPassage, hit: &Hit) {
        self.language = kept.language;
        let headings = kept.passage.headings.join("\n");
        let heading_tokens = self.tokens(&headings, &kept.heading_tokens);
        let first = self.found.sentences.len();
        for (sentence, tokens) in kept.passage.sentences.iter().zip(&kept.tokens) {
            let text = kept.said(sentence);
            let tokens = self.tokens(&text.reading, tokens);
            self.found.sentences.push(found::Sentence {
                passage: self.found.passages.len(),
                text,
                position: sentence.position,
                tokens,
            });
        }
        self.found.passages.push(found::Passage {
            document: self.found.documents.len() - 1,
            language: kept.language,
            number: usize::try_from(hit.part).unwrap_or_default(),
            sentences: first..self.found.sentences.len(),
            headings: kept.passage.headings,
            source: kept.text,
            start: kept.start,
            heading_tokens,
            score: hit.score,
            edges: kept.edges,
        });
    }

    /// The tokens of a text, with their words numbered as those found are.
    fn tokens(&mut self, text: &str, tokens: &Tokens) -> Vec<Occurrence> {
        let Self {
            found,
            language,
            spellings,
        } = self;
        let lexicon = &mut found.lexicon;
        tokens.read(text, |spelling, marks| {
            let word = match spelling {
                Spelling::Word(word) => lexicon.number(&Word::shared(word, *language)),
                Spelling::Letters(letters) => {
                    spellings.get(letters).copied().unwrap_or_else(|| {
                        let word = analyser::word(letters, *language);
                        let word = lexicon.number(&Word::shared(&word, *language));
                        spellings.insert(letters.to_owned(), word);
                        word
                    })
                }
            };
            let occurrence = Occurrence {
                word,
                capital: marks.capital,
                compound: marks.compound,
                amount: marks.amount,
            };
            lexicon.count(&occurrence);
            occurrence
        })
    }
}
