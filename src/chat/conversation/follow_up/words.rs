//! Classes of English words, read once from `words.toml`, and the forms that words take.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::english;
use crate::language::phrases::Phrases;

static LISTS: LazyLock<(BTreeMap<Class, HashSet<String>>, Phrases)> = LazyLock::new(|| {
    let lists: Lists = toml::from_str(include_str!("words.toml")).unwrap_or_default();
    let set = |list: String| list.split_whitespace().map(str::to_owned).collect();
    let words = lists.words.into_iter();
    let words = words.map(|(class, list)| (class, set(list))).collect();
    (words, Phrases::of(lists.openers))
});

#[derive(Default, Deserialize)]
struct Lists {
    openers: Vec<String>,
    words: BTreeMap<Class, String>,
}

/// A class of words; `words.toml` says what each is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Class {
    Adverb,
    Alone,
    Amount,
    Auxiliary,
    Be,
    Clause,
    Country,
    Determiner,
    Empty,
    Expletive,
    Female,
    Group,
    Hour,
    Kin,
    Male,
    Noun,
    Office,
    Opening,
    Order,
    Part,
    PartOfDay,
    Place,
    PlacePreposition,
    Preposition,
    Question,
    Relation,
    Saying,
    Season,
    Speech,
    State,
    Subject,
    Superlative,
    Thing,
    Told,
    ToldFemale,
    ToldMale,
    Transitive,
    Verb,
    Work,
}

impl Class {
    /// Whether a lower-cased word is of it.
    pub(super) fn has(self, word: &str) -> bool {
        LISTS.0.get(&self).is_some_and(|words| words.contains(word))
    }
}

/// Of how many words the opener of a question about something else is: "and what about".
pub(super) fn opener(words: &[&str]) -> usize {
    LISTS.1.at_start(words)
}

/// Whether a word says something by itself.
pub(super) fn is_content(word: &str) -> bool {
    let small = [Class::Adverb, Class::Question, Class::Auxiliary];
    !word.is_empty() && !english::is_stop_word(word) && small.iter().all(|class| !class.has(word))
}

/// What a question goes over on its way to the verb: "never", "not".
pub(super) fn is_passed(word: &str) -> bool {
    Class::Adverb.has(word) || english::is_negation(word)
}

/// "which", "what" and the like, after which a noun is asked for; "many" of "how many", too.
pub(super) fn asks_for_noun(before: &str, word: &str) -> bool {
    matches!(word, "which" | "what" | "whose" | "wich" | "wat")
        || (before == "how" && matches!(word, "many" | "much"))
}

/// Whether a word says what something with a name is: "project", "company".
pub(super) fn is_class(word: &str) -> bool {
    Class::Work.has(word) || is_body(word)
}

/// Whether a word is a body of people: "company".
pub(super) fn is_body(word: &str) -> bool {
    Class::Group.has(word) || Class::Office.has(word)
}

/// Whether a noun is in the plural, as far as its ending tells.
pub(super) fn is_plural(word: &str) -> bool {
    let ends = |ending: &&str| word.ends_with(*ending);
    word.ends_with('s') && !["ss", "us", "is"].iter().any(ends)
        || matches!(word, "people" | "men" | "women" | "children")
}

/// "signed", "written", "using": what stands after a form of "be" or "have".
pub(super) fn is_participle(word: &str) -> bool {
    let irregular = english::irregular_base(word).is_some_and(|base| !Class::Noun.has(base));
    // "died", "used", and not "seed"
    let base = word.strip_suffix('d').filter(|base| base.ends_with('e'));
    let short = base.is_some_and(|base| Class::Verb.has(base) && !base.ends_with("ee"));
    (word.len() > 4 || short) && (word.ends_with("ed") || word.ends_with("ing"))
        || irregular
        || word == "born"
}

/// The base of a verb and the auxiliary that asks with it: "leave" and "did" of "left".
pub(super) fn asked_with(verb: &str) -> Option<(String, &'static str)> {
    if let Some(base) = english::irregular_base(verb) {
        return is_participle(verb).then(|| (base.to_owned(), "did"));
    }
    let present = [("", ""), ("s", ""), ("es", ""), ("ies", "y")];
    let past = [("ed", ""), ("d", ""), ("ied", "y")];
    let base = |(ending, by): (&str, &str)| {
        let base = format!("{}{by}", verb.strip_suffix(ending)?);
        Class::Verb.has(&base).then_some(base)
    };
    let does = present.into_iter().find_map(base).map(|base| (base, "do"));
    let did = || Some((past.into_iter().find_map(base)?, "did"));
    // "planned"
    let doubled = || {
        let stem = verb.strip_suffix("ed")?;
        let base = &stem[..stem.char_indices().next_back()?.0];
        Class::Verb.has(base).then(|| (base.to_owned(), "did"))
    };
    // "mended", but not "danced"
    let regular = || {
        let stem = verb.strip_suffix("ed")?;
        let mut end = stem.chars().rev();
        let (last, before) = (end.next()?, end.next()?);
        let is_whole = "dhkpt".contains(last) && last != before && !"aeiou".contains(before);
        is_whole.then(|| (stem.to_owned(), "did"))
    };
    does.or_else(did).or_else(doubled).or_else(regular)
}

/// A verb in its base form; another word as it is.
pub(super) fn base(word: &str) -> String {
    asked_with(word).map_or_else(|| word.to_owned(), |(base, _)| base)
}

/// Whether a verb says little without an object: "has joined".
pub(super) fn takes_object(verb: &str) -> bool {
    let base = english::irregular_base(verb).map_or_else(|| base(verb), str::to_owned);
    let stem = verb.strip_suffix("ed").unwrap_or_default();
    Class::Transitive.has(&base) || Class::Transitive.has(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        assert_eq!(LISTS.0.len(), 39);
        assert!(Class::PartOfDay.has("evening") && !Class::Verb.has("evening"));
        assert_eq!(opener(&["but", "how", "about", "boats"]), 3);
        assert_eq!(opener(&["about", "boats"]), 0);
    }

    #[test]
    fn a_verb_is_asked_with_its_auxiliary() {
        for (verb, wanted) in [
            ("sold", "sell did"),
            ("danced", ""),
            ("mended", "mend did"),
            ("hoped", "hope did"),
            ("worried", "worry did"),
            ("stopped", "stop did"),
            ("visited", "visit did"),
            ("studies", "study do"),
            ("grows", "grow do"),
            ("men", ""),
            ("lamp", ""),
        ] {
            let found = asked_with(verb).map(|(base, auxiliary)| format!("{base} {auxiliary}"));
            assert_eq!(found.unwrap_or_default(), wanted, "{verb}");
        }
    }

    #[test]
    fn a_plural_is_no_participle() {
        let participles = ["founded", "lied", "sung", "swimming"];
        assert!(participles.into_iter().all(is_participle));
        let others = ["women", "knives", "feed", "lamp"];
        assert!(!others.into_iter().any(is_participle));
        assert!(is_plural("lamps") && is_plural("men") && !is_plural("glass"));
    }

    #[test]
    fn some_verbs_say_little_without_an_object() {
        assert!(["built", "designed", "led"].into_iter().all(takes_object));
        assert!(!["slept", "lamp"].into_iter().any(takes_object));
    }
}
