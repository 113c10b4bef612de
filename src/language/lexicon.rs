//! The words of some texts by numbers, so that meeting a text with a question
//! compares integers and never looks at letters again.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::languages::Language;
use super::word::{Word, WordClass};

/// The number of a word in a lexicon.
pub type WordId = u32;
/// The number of a term (the stem that several words share) in a lexicon.
pub type TermId = u32;

/// One token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which word it is.
    pub word: WordId,
    /// Whether it is written with a capital first letter.
    pub capital: bool,
    /// Whether it repeats the parts before it as one compound.
    pub compound: bool,
    /// Whether it is a number that says how much, and no year.
    pub amount: bool,
}

/// The words and terms of some texts.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    words: Vec<Known>,
    /// The words of each language: "die" is one thing in German, and another in English.
    word_ids: HashMap<Language, HashMap<String, WordId>>,
    /// The first word of some letters, in whatever language.
    letter_ids: HashMap<String, WordId>,
    term_ids: HashMap<String, TermId>,
}

/// A word with how it is written in the texts.
#[derive(Clone, Debug)]
struct Known {
    word: Arc<Word>,
    term: TermId,
    /// The first word of the same letters.
    letters: WordId,
    /// How often it stands there, and how often of these with a capital first letter.
    times: u32,
    capitals: u32,
}

impl Lexicon {
    /// The number of a word of a language, which is new or not.
    pub fn number(&mut self, word: &Arc<Word>, language: Language) -> WordId {
        let own = self.word_ids.entry(language).or_default();
        if let Some(&id) = own.get(&word.text) {
            return id;
        }
        let next = self.term_ids.len() as TermId;
        let term = *self.term_ids.entry(word.stem.clone()).or_insert(next);
        let id = self.words.len() as WordId;
        own.insert(word.text.clone(), id);
        let letters = *self.letter_ids.entry(word.text.clone()).or_insert(id);
        self.words.push(Known {
            word: Arc::clone(word),
            term,
            letters,
            times: 0,
            capitals: 0,
        });
        id
    }

    /// Notes that a word stands in the texts.
    pub fn count(&mut self, occurrence: Occurrence) {
        let known = &mut self.words[occurrence.word as usize];
        known.times += 1;
        known.capitals += u32::from(occurrence.capital);
    }

    /// What is known of a word. `id` must come from this lexicon.
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize].word
    }

    /// The term of a word. `id` must come from this lexicon.
    pub fn term(&self, id: WordId) -> TermId {
        self.words[id as usize].term
    }

    /// Whether the texts nearly always write a word with a capital: a name, as far as spelling tells.
    pub fn is_name(&self, id: WordId) -> bool {
        let known = &self.words[id as usize];
        is_name(known.word.class, known.times.into(), known.capitals.into())
    }

    /// What kind of word it is where it stands: a number where a year says how much.
    pub fn class(&self, occurrence: Occurrence) -> WordClass {
        match self.word(occurrence.word).class {
            WordClass::Year if occurrence.amount => WordClass::Number,
            class => class,
        }
    }

    /// The number of a word of a language, if the texts have it.
    pub fn word_id(&self, word: &str, language: Language) -> Option<WordId> {
        self.word_ids.get(&language)?.get(word).copied()
    }

    /// What words of the same letters have in common, whatever their languages. `id` must come from
    /// this lexicon.
    pub fn letters(&self, id: WordId) -> WordId {
        self.words[id as usize].letters
    }

    /// The same of a word that is written so, if the texts have one.
    pub fn letters_of(&self, word: &str) -> Option<WordId> {
        self.letter_ids.get(word).copied()
    }

    /// The number of a stem, if the texts have any form of it.
    pub fn stem_id(&self, stem: &str) -> Option<TermId> {
        self.term_ids.get(stem).copied()
    }

    /// The words of a stem, the commonest first.
    pub fn forms(&self, stem: &str) -> Vec<&str> {
        let forms = self.words.iter().filter(|known| known.word.stem == stem);
        let mut forms: Vec<&Known> = forms.collect();
        forms.sort_by(|a, b| (b.times, &a.word.text).cmp(&(a.times, &b.word.text)));
        let mut forms: Vec<&str> = forms.into_iter().map(|known| &*known.word.text).collect();
        // In two languages it is one form.
        let mut said = HashSet::new();
        forms.retain(|form| said.insert(*form));
        forms
    }
}

/// Whether a word of that kind is a name, as far as spelling tells, where it
/// stands so often and so often of these with a capital.
pub fn is_name(class: WordClass, times: u64, capitals: u64) -> bool {
    class == WordClass::Content && capitals * 10 >= times * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_two_languages_is_two_of_the_same_letters() {
        let german = Language::of_code("de").unwrap_or(Language::ENGLISH);
        let mut lexicon = Lexicon::default();
        let mut number = |language| lexicon.number(&Word::shared("die", language), language);
        let ids = [number(Language::ENGLISH), number(german)];
        assert_eq!(number(german), ids[1]);
        let classes = ids.map(|id| lexicon.word(id).class);
        assert_eq!(classes, [WordClass::Content, WordClass::Stop]);
        assert_eq!(lexicon.word_id("die", german), Some(ids[1]));
        assert_eq!(ids.map(|id| lexicon.letters(id)), [ids[0]; 2]);
        assert_eq!(lexicon.letters_of("die"), Some(ids[0]));
        let stem = lexicon.word(ids[0]).stem.clone();
        assert_eq!(lexicon.forms(&stem), ["die"]);
    }
}
