//! Phrases in many wordings, written down shortly: `a|b` is either, `a?` may be left out.

use std::collections::HashMap;

use super::analyser;

/// A set of phrases that are looked up word by word.
#[derive(Debug, Default)]
pub struct Phrases {
    /// The phrases by their first word.
    by_first: HashMap<String, Vec<Vec<String>>>,
}

impl Phrases {
    /// All wordings of some patterns.
    pub fn of<S: AsRef<str>>(patterns: impl IntoIterator<Item = S>) -> Self {
        let mut phrases = Self::default();
        for phrase in patterns.into_iter().flat_map(|it| wordings(it.as_ref())) {
            if let Some(first) = phrase.first() {
                let known = phrases.by_first.entry(first.clone()).or_default();
                known.push(phrase);
            }
        }
        phrases
    }

    /// Of how many words the longest phrase is that `words` begin with; 0 where none does.
    #[must_use]
    pub fn at_start(&self, words: &[&str]) -> usize {
        let known = words.first().and_then(|first| self.by_first.get(*first));
        let fits = |phrase: &&Vec<String>| {
            phrase.len() <= words.len() && phrase.iter().zip(words).all(|(a, b)| a == b)
        };
        let fitting = known.into_iter().flatten().filter(fits);
        fitting.map(Vec::len).max().unwrap_or(0)
    }

    /// The same of the phrase that they end with.
    #[must_use]
    pub fn at_end(&self, words: &[&str]) -> usize {
        let whole = |from: &usize| self.has(&words[*from..]);
        let longest = (0..words.len()).find(whole);
        longest.map_or(0, |from| words.len() - from)
    }

    /// Whether `words` are one of the phrases, as a whole.
    #[must_use]
    pub fn has(&self, words: &[&str]) -> bool {
        !words.is_empty() && self.at_start(words) == words.len()
    }
}

/// Every wording of a pattern, each word as analysis leaves it.
fn wordings(pattern: &str) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    for place in pattern.split_whitespace() {
        let (words, may_lack) = match place.strip_suffix('?') {
            Some(words) => (words, true),
            None => (place, false),
        };
        let mut longer = if may_lack { all.clone() } else { Vec::new() };
        for word in words.split('|') {
            let word: Vec<String> = words_of(word).collect();
            longer.extend(
                all.iter()
                    .map(|phrase| [phrase.clone(), word.clone()].concat()),
            );
        }
        all = longer;
    }
    all
}

/// The words of a text, without compounds.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let tokens = analyser::analyse(text).into_iter();
    tokens
        .filter(|token| !token.compound)
        .map(|token| token.word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_stands_for_all_its_wordings() {
        let phrases = Phrases::of(["can|could you please? tell me", "tell"]);
        for (text, at_start, at_end) in [
            ("could you tell me", 4, 4),
            ("can you please tell me more", 5, 0),
            ("tell me", 1, 0),
            ("you tell", 0, 1),
            ("can you please", 0, 0),
            ("", 0, 0),
        ] {
            let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
            assert_eq!(phrases.at_start(&words), at_start, "{text}");
            assert_eq!(phrases.at_end(&words), at_end, "{text}");
        }
    }
}
