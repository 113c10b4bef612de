//! Phrases in many wordings, written down shortly: `a|b` is either, `a?` may be left out.

use serde::Deserialize;

use super::analyser;

/// No phrase has more words.
const LONGEST: usize = 16;

/// A set of phrases that are looked up word by word.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Phrases(Vec<Vec<Place>>);

impl From<Vec<String>> for Phrases {
    fn from(patterns: Vec<String>) -> Self {
        Self::of(patterns)
    }
}

/// One place of a pattern.
#[derive(Debug)]
struct Place {
    /// What may stand there, each word as analysis leaves it.
    words: Vec<Vec<String>>,
    may_lack: bool,
}

impl Phrases {
    /// The phrases of some patterns.
    pub fn of<S: AsRef<str>>(patterns: impl IntoIterator<Item = S>) -> Self {
        let places = |pattern: S| pattern.as_ref().split_whitespace().map(place).collect();
        Self(patterns.into_iter().map(places).collect())
    }

    /// Of how many words the longest phrase is that `words` begin with; 0 where none does.
    pub fn at_start(&self, words: &[&str]) -> usize {
        let lengths = self.0.iter().filter_map(|places| longest(places, words));
        lengths.max().unwrap_or(0)
    }

    /// The same of the phrase that they end with.
    pub fn at_end(&self, words: &[&str]) -> usize {
        let first = words.len().saturating_sub(LONGEST);
        let longest = (first..words.len()).find(|from| self.has(&words[*from..]));
        longest.map_or(0, |from| words.len() - from)
    }

    /// Whether `words` are one of the phrases, as a whole.
    pub fn has(&self, words: &[&str]) -> bool {
        !words.is_empty() && self.at_start(words) == words.len()
    }
}

/// How many of `words` a pattern takes from the first on, at most; `None` where it does not fit.
fn longest(places: &[Place], words: &[&str]) -> Option<usize> {
    let Some((place, rest)) = places.split_first() else {
        return Some(0);
    };
    let taken = place.words.iter().filter_map(|own| {
        let fits = own.len() <= words.len() && own.iter().zip(words).all(|(a, b)| a == b);
        Some(own.len() + longest(rest, fits.then(|| &words[own.len()..])?)?)
    });
    let lacking = place.may_lack.then(|| longest(rest, words)).flatten();
    taken.chain(lacking).max()
}

fn place(written: &str) -> Place {
    let words = written.strip_suffix('?');
    Place {
        may_lack: words.is_some(),
        words: words
            .unwrap_or(written)
            .split('|')
            .map(|word| analyser::words(word).collect())
            .collect(),
    }
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
