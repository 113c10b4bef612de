//! Passages that were found are put together with all that judging them needs.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::engine::Retrieved;
use super::found::{self, Found};
use super::kept::{KeptDocument, Spelling, Tokens};
use super::{Alternatives, Index, IndexError};
use crate::language::Language;
use crate::language::analyser;
use crate::language::lexicon::{Occurrence, WordId};
use crate::language::vectors::Direction;
use crate::language::word::Word;

impl Index {
    /// The best `limit` passages for the words of a query, and for what it means.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn find(
        &self,
        words: &[Alternatives<'_>],
        meaning: Option<&Direction>,
        limit: usize,
    ) -> Result<Found, IndexError> {
        self.put_together(self.engine.search(words, meaning, limit, None)?)
    }

    /// The passages that a turn of a conversation may be about, scored for its words: `limit` of the
    /// document that was quoted last, and the best `limit` for its words and those of the turn before
    /// together, which are `wider` and have a meaning.
    pub(crate) fn find_after(
        &self,
        words: &[Alternatives<'_>],
        wider: &[Alternatives<'_>],
        meaning: Option<&Direction>,
        limit: usize,
        document: &str,
        around: usize,
    ) -> Result<Found, IndexError> {
        let mut retrieved = self.within(words, limit, document, around)?;
        let own: HashSet<(u64, u64)> = retrieved.iter().map(Retrieved::place).collect();
        let alone = self.engine.search(words, None, limit, None)?;
        let scores: HashMap<(u64, u64), f32> =
            alone.iter().map(|it| (it.place(), it.score)).collect();
        for mut passage in self.engine.search(wider, meaning, limit, None)? {
            if !own.contains(&passage.place()) {
                passage.score = scores.get(&passage.place()).copied().unwrap_or_default();
                retrieved.push(passage);
            }
        }
        self.put_together(retrieved)
    }

    /// The passages of one document, whatever of the words they have: all of them, or of a long one
    /// those that are found, and the others nearest to the byte `around` of its text. None where
    /// there is no such document.
    fn within(
        &self,
        words: &[Alternatives<'_>],
        limit: usize,
        document: &str,
        around: usize,
    ) -> Result<Vec<Retrieved>, IndexError> {
        let key = super::key(document);
        let found = self.engine.search(words, None, limit, Some(key))?;
        let scores: HashMap<u64, f32> = found.iter().map(|it| (it.part, it.score)).collect();
        let Some((document, passages)) = self.engine.whole(key)? else {
            return Ok(Vec::new());
        };
        let document = Arc::new(document);
        let all = (0..).zip(passages).map(|(part, passage)| Retrieved {
            key,
            document: Arc::clone(&document),
            part,
            passage,
            score: scores.get(&part).copied().unwrap_or_default(),
        });
        let mut retrieved: Vec<Retrieved> = all.collect();
        retrieved.sort_by(|a, b| {
            let distance = |it: &Retrieved| it.passage.start.abs_diff(around);
            let by_score = b.score.total_cmp(&a.score);
            by_score.then(distance(a).cmp(&distance(b)))
        });
        retrieved.truncate(limit);
        Ok(retrieved)
    }

    fn put_together(&self, mut retrieved: Vec<Retrieved>) -> Result<Found, IndexError> {
        // Of a document that was replaced between two looks at it, what was found first stands.
        let mut versions = HashMap::new();
        retrieved.retain(|it| {
            let version = it.document.version;
            *versions.entry(it.key).or_insert(version) == version
        });
        retrieved.sort_by(|a, b| {
            let by_name = a.document.name.cmp(&b.document.name);
            by_name.then(a.place().cmp(&b.place()))
        });
        let totals = self.engine.totals()?;
        let mut finding = Finding {
            found: Found {
                mean_sentence_length: totals.tokens as f32 / totals.sentences.max(1) as f32,
                ..Found::default()
            },
            language: Language::ENGLISH,
            spellings: HashMap::new(),
        };
        let mut of = None;
        for passage in retrieved {
            if of.replace(passage.key) != Some(passage.key) {
                finding.open(&passage.document);
            }
            finding.add(passage);
        }
        Ok(finding.found)
    }
}

/// What is being put together of the passages found.
struct Finding {
    found: Found,
    /// The language of what is being added.
    language: Language,
    /// The words of each language by the letters that they are written in.
    spellings: HashMap<Language, HashMap<String, WordId>>,
}

impl Finding {
    /// Adds a document.
    fn open(&mut self, document: &KeptDocument) {
        self.language = document.language.unwrap_or(Language::ENGLISH);
        let title_tokens = self.tokens(&document.title, &document.title_tokens);
        self.found.documents.push(found::Document {
            name: document.name.clone(),
            title: document.title.clone(),
            date: document.date,
            language: self.language,
            title_tokens,
        });
    }

    /// Adds a passage of the document that was added last.
    fn add(&mut self, retrieved: Retrieved) {
        let kept = retrieved.passage;
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
            number: usize::try_from(retrieved.part).unwrap_or_default(),
            sentences: first..self.found.sentences.len(),
            headings: kept.passage.headings,
            source: kept.text,
            start: kept.start,
            heading_tokens,
            opens: kept.opens,
            score: retrieved.score,
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
        let language = *language;
        let spellings = spellings.entry(language).or_default();
        let occurrences = tokens.read(text, |spelling| match spelling {
            Spelling::Word(word) => lexicon.number(&Word::shared(word, language), language),
            Spelling::Letters(letters) => spellings.get(letters).copied().unwrap_or_else(|| {
                let word = analyser::word(letters, language);
                let word = lexicon.number(&Word::shared(&word, language), language);
                spellings.insert(letters.to_owned(), word);
                word
            }),
        });
        for &occurrence in &occurrences {
            lexicon.count(occurrence);
        }
        occurrences
    }
}
