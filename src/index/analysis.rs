//! A document taken apart, ready to be indexed.
//!
//! That needs nothing of other documents: so it is done once for each version
//! of a file, in any thread, and of a large one passage by passage.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::found::Opens;
use super::kept::{KeptDocument, KeptPassage, Tokens, bytes};
use super::{acronyms, defining, facts, names};
use crate::corpus::Document;
use crate::language::Language;
use crate::language::analyser::{self, Token};
use crate::language::vectors::{self, DIMENSIONS, Direction, Packed};

/// A document taken apart: what is kept of it, and what it is found by.
#[derive(Debug)]
pub(crate) struct Analysis {
    pub(super) passages: Vec<PassageAnalysis>,
    pub(super) whole: WholeAnalysis,
}

/// What is indexed of a passage.
#[derive(Debug)]
pub(super) struct PassageAnalysis {
    /// A [`KeptPassage`] as bytes.
    pub(super) kept: Vec<u8>,
    /// The stems of its sentences and headings, and of its document's title,
    /// which says what every sentence below is about; and what it tells the meaning of.
    pub(super) stems: Words,
    /// What these mean together; `None` where they are not in English.
    pub(super) meaning: Option<Packed>,
}

/// What is indexed of a document as a whole.
#[derive(Debug, Default)]
pub(super) struct WholeAnalysis {
    pub(super) kept: KeptDocument,
    /// Its words, each once.
    pub(super) forms: Words,
    pub(super) facts: Words,
    /// How many passages it has, and how many stems these.
    pub(super) passages: u64,
    pub(super) passage_stems: u64,
    /// How many sentences it has, and how many tokens these.
    pub(super) sentences: u64,
    pub(super) tokens: u64,
}

/// Words for a field, each followed by a separator.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) count: u64,
}

impl Words {
    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.text.push(facts::SEPARATOR);
        self.count += 1;
    }
}

/// The form of a word that a document writes with a capital wherever it has it.
pub(super) fn capitalised(word: &str) -> String {
    format!("^{word}")
}

/// Different words, names, and rows of words that may have an acronym, that are remembered of a
/// document, at most: a long novel has 50,000 words. Of one that is all numbers, codes or titles the
/// rest is found by its stems alone.
const MOST: usize = 400_000;

/// The words of a document, each with its stem and with whether it is always
/// written with a capital.
#[derive(Default)]
struct Vocabulary {
    words: FxHashMap<Language, FxHashMap<String, (String, bool)>>,
    count: usize,
}

impl Vocabulary {
    /// Takes in the words of some tokens that say something, and adds their stems.
    fn add(&mut self, tokens: &[Token], language: Language, stems: &mut Words) {
        let known = self.words.entry(language).or_default();
        for token in tokens.iter().filter(|token| !token.is_stop_word()) {
            if let Some((stem, capital)) = known.get_mut(&token.word) {
                *capital &= token.capital;
                stems.push(stem);
            } else {
                let stem = language.term(&token.word);
                stems.push(&stem);
                if self.count < MOST {
                    self.count += 1;
                    known.insert(token.word.clone(), (stem, token.capital));
                }
            }
        }
    }

    /// Its words, in the order of their letters.
    fn forms(self) -> Words {
        let forms = self.words.into_values().flatten();
        let mut forms: Vec<(String, bool)> =
            forms.map(|(word, (_, capital))| (word, capital)).collect();
        forms.sort_unstable();
        // In two languages it is one form; sorted, the one that is written small somewhere is first.
        forms.dedup_by(|later, first| later.0 == first.0);
        let mut words = Words::default();
        for (word, capital) in forms {
            words.push(&word);
            if capital {
                words.push(&capitalised(&word));
            }
        }
        words
    }
}

/// Adds what the words of some tokens mean.
fn add_meaning(sum: &mut [f32; DIMENSIONS], tokens: &[Token], language: Language) {
    let plain = tokens.iter().filter(|token| !token.compound);
    vectors::add_meaning(sum, plain.map(|token| token.word.as_str()), language);
}

/// A sentence as it is read, with its tokens.
type Reading<'a> = (Cow<'a, str>, Vec<Token>);

/// The sentences of a passage with their tokens, in the language that it is in: mostly `usual`, that of
/// its document.
fn analysed(readings: Vec<Cow<'_, str>>, usual: Language) -> (Language, Vec<Reading<'_>>) {
    let in_language = |readings: Vec<_>, language| -> Vec<Reading<'_>> {
        let analysed = readings.into_iter().map(|reading: Cow<'_, str>| {
            let tokens = analyser::analyse_in(&reading, language);
            (reading, tokens)
        });
        analysed.collect()
    };
    let analysed = in_language(readings, usual);
    if usual.is_plainly_of_part(&analysed) {
        return (usual, analysed);
    }
    let readings: Vec<_> = analysed.iter().map(|(reading, _)| &**reading).collect();
    match usual.of_part(&readings.join("\n")) {
        same if same == usual => (usual, analysed),
        other => {
            let readings = analysed.into_iter().map(|(reading, _)| reading);
            (other, in_language(readings.collect(), other))
        }
    }
}

impl Analysis {
    /// Takes a document apart.
    pub(crate) fn of(document: &Document) -> Self {
        let mut dissection = Dissection::of(document);
        let passages = dissection.by_ref().collect();
        Self {
            passages,
            whole: dissection.whole(),
        }
    }
}

/// A sentence with this cannot be taken apart: tests look what comes of that.
#[cfg(test)]
pub(crate) const FAULT: &str = "nobody can take this apart";

/// A document that is being taken apart, passage by passage.
pub(super) struct Dissection<'a> {
    document: &'a Document,
    language: Language,
    title: Vec<Token>,
    languages: BTreeSet<&'static str>,
    vocabulary: Vocabulary,
    names: names::Mentions,
    acronyms: acronyms::Mentions,
    whole: WholeAnalysis,
    /// What the next passage opens.
    opens: Opens,
}

impl<'a> Dissection<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let language = document.language.unwrap_or(Language::ENGLISH);
        let title = analyser::analyse_in(&document.title, language);
        let kept = KeptDocument {
            name: document.name.clone(),
            title: document.title.clone(),
            date: document.date,
            language: document.language,
            title_tokens: Tokens::of(&document.title, &title),
            has_lines: document.has_lines(),
            version: 0,
        };
        Self {
            document,
            language,
            title,
            languages: BTreeSet::new(),
            vocabulary: Vocabulary::default(),
            names: names::Mentions::default(),
            acronyms: acronyms::Mentions::default(),
            opens: Opens {
                document: true,
                section: true,
            },
            whole: WholeAnalysis {
                kept,
                ..WholeAnalysis::default()
            },
        }
    }

    /// What there is to say of the whole, once all passages are taken.
    pub(super) fn whole(mut self) -> WholeAnalysis {
        for fact in facts::of(&self.names, &self.acronyms, self.language) {
            self.whole.facts.push(&fact);
        }
        for code in self.languages {
            self.whole.facts.push(&facts::language(code));
        }
        self.whole.forms = self.vocabulary.forms();
        self.whole
    }
}

impl Iterator for Dissection<'_> {
    type Item = PassageAnalysis;

    fn next(&mut self) -> Option<PassageAnalysis> {
        let Self {
            document, whole, ..
        } = self;
        let number = usize::try_from(whole.passages).unwrap_or(usize::MAX);
        let passage = document.passages.get(number)?;
        let sentences = passage.sentences.iter();
        let readings = sentences.map(|it| document.reading(it)).collect();
        let (language, analysed) = analysed(readings, self.language);
        self.languages.insert(language.full_code());
        let mut words = Words::default();
        let mut meaning = [0.0; DIMENSIONS];
        let mut defined = BTreeSet::new();
        let mut tokens = Vec::with_capacity(passage.sentences.len());
        let mut tells = false;
        for (sentence, (reading, own)) in passage.sentences.iter().zip(&analysed) {
            #[cfg(test)]
            assert!(!reading.contains(FAULT), "a fault of Quoth's");
            if self.vocabulary.count.max(self.names.different()) < MOST {
                self.names.add(reading, own);
            }
            if self.vocabulary.count.max(self.acronyms.different()) < MOST {
                self.acronyms.add(reading, own);
            }
            self.vocabulary.add(own, language, &mut words);
            add_meaning(&mut meaning, own, language);
            defined.extend(defining::of_sentence(reading, own, language));
            whole.tokens += own.len() as u64;
            tells |= defining::tells(sentence.kind, reading, own.len());
            tokens.push(Tokens::of(reading, own));
        }
        let headings = passage.headings.join("\n");
        let own = analyser::analyse_in(&headings, language);
        self.vocabulary.add(&own, language, &mut words);
        self.vocabulary.add(&self.title, self.language, &mut words);
        add_meaning(&mut meaning, &own, language);
        add_meaning(&mut meaning, &self.title, self.language);
        let heading_tokens = Tokens::of(&headings, &own);
        // Where a page or a section begins to tell, it says what it is about.
        let above = number.checked_sub(1).map(|above| &document.passages[above]);
        self.opens.section |= above.is_none_or(|above| above.headings != passage.headings);
        let opens = self.opens;
        if opens.document {
            defined.extend(defining::of_heading(&document.title, self.language));
        }
        if let Some(heading) = passage.headings.last().filter(|_| opens.section) {
            defined.extend(defining::of_heading(heading, language));
        }
        if tells {
            self.opens = Opens::default();
        }
        for subject in defined {
            words.push(&subject);
        }
        whole.sentences += passage.sentences.len() as u64;
        whole.passages += 1;
        whole.passage_stems += words.count;
        let kept = KeptPassage::of(document, number, language, tokens, heading_tokens, opens);
        Some(PassageAnalysis {
            kept: bytes(&kept),
            stems: words,
            meaning: Direction::of(&meaning).as_ref().map(Direction::packed),
        })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use crate::corpus::parse;

    #[test]
    fn of_endless_different_words_all_are_found_and_some_remembered() {
        let words = (0..MOST + 1000).map(|number| format!("Zq{number:x}k"));
        let words: Vec<String> = words.collect();
        let line = |words: &[String]| format!("The {}.\n\n", words.join(" "));
        let text: String = words.chunks(12).map(line).collect();
        let document = parse("codes.txt", text.into_bytes()).unwrap();
        let mut dissection = Dissection::of(&document);
        let last = dissection.by_ref().last().unwrap();
        let stem = document.language.unwrap_or(Language::ENGLISH);
        let stem = stem.term(&words.last().unwrap().to_lowercase());
        assert!(last.stems.text.contains(&stem), "{}", last.stems.text);
        assert!(dissection.names.different() <= MOST + 12);
        assert!(dissection.acronyms.different() <= MOST + 100);
        assert!(dissection.whole().forms.count <= 2 * MOST as u64);
    }
}
