//! What is said where a question is in a language that no document is in: in that language.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::answer::Languages;
use crate::language::Language;

/// By the code of a language its own name, and the sentence.
static WORDINGS: LazyLock<HashMap<String, [String; 2]>> =
    LazyLock::new(|| toml::from_str(include_str!("other_language.toml")).unwrap_or_default());
/// Languages that are named.
const MOST: usize = 5;

/// The name of a language in itself; its English one where that is not known.
#[must_use]
pub fn own_name(language: Language) -> &'static str {
    let own = WORDINGS.get(language.full_code()).map(|[name, _]| name);
    own.map_or(language.name(), String::as_str)
}

/// That there is no answer, and in which languages to ask; in English where nobody knows the
/// language of the question.
pub(super) fn other_language(languages: &Languages) -> String {
    let here = languages.here.iter().take(MOST).copied().map(own_name);
    let own = WORDINGS.get(languages.asked.full_code());
    let own = own.or_else(|| WORDINGS.get(Language::ENGLISH.full_code()));
    own.map_or_else(String::new, |[_, said]| {
        said.replace("{}", &here.collect::<Vec<_>>().join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_in_the_language_of_the_question() {
        let said = |asked: &str| {
            other_language(&Languages {
                asked: Language::of_full_code(asked).unwrap_or(Language::ENGLISH),
                here: vec![Language::ENGLISH],
            })
        };
        assert!(said("deu").contains("anderen Sprache (English)"));
        assert!(said("rus").contains("другом языке (English)"));
        // Welsh has no sentence of its own.
        assert!(said("cym").contains("another language (English)"));
    }

    #[test]
    fn every_language_with_words_has_a_sentence() {
        for language in Language::known_ones() {
            let [name, said] = &WORDINGS[language.full_code()];
            assert!(
                !name.is_empty() && said.matches("{}").count() == 1,
                "{name}"
            );
        }
    }
}
