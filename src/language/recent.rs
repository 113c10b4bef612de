//! What was made of words, kept for those met lately: in a text most words were met before.

use rustc_hash::FxHashMap;

use super::Language;

/// Languages of which words are kept.
const LANGUAGES: usize = 4;

/// What was made of the words of some languages, by language and word.
#[derive(Debug)]
pub(super) struct Recent<V> {
    /// How many words are one generation. Two are kept: what is met in the older one goes on in the
    /// newer, and when that is full, the older is forgotten.
    generation: usize,
    languages: FxHashMap<Language, [FxHashMap<String, V>; 2]>,
}

impl<V> Recent<V> {
    pub(super) fn new(generation: usize) -> Self {
        Self {
            generation,
            languages: FxHashMap::default(),
        }
    }

    /// What `take` makes of what is kept of a word, or of what is made now.
    pub(super) fn with<T>(
        &mut self,
        language: Language,
        word: &str,
        make: impl FnOnce() -> V,
        take: impl FnOnce(&V) -> T,
    ) -> T {
        if self.languages.len() >= LANGUAGES && !self.languages.contains_key(&language) {
            self.languages.clear();
        }
        let [newer, older] = self.languages.entry(language).or_default();
        if let Some(known) = newer.get(word) {
            return take(known);
        }
        let known = older.remove_entry(word);
        let (word, value) = known.unwrap_or_else(|| (word.to_owned(), make()));
        if newer.len() >= self.generation {
            *older = std::mem::take(newer);
        }
        let taken = take(&value);
        newer.insert(word, value);
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_met_lately_are_kept_and_others_forgotten() {
        let mut recent = Recent::new(2);
        let mut made = Vec::new();
        for word in ["a", "b", "a", "c", "a", "d", "b", "a"] {
            let length = recent.with(Language::ENGLISH, word, || made.push(word), |()| word.len());
            assert_eq!(length, 1);
        }
        assert_eq!(made, ["a", "b", "c", "d", "b"]);
    }
}
