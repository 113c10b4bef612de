//! What is said where a question is in a language that no document is in: in that language.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Wording;
use crate::answer::Languages;
use crate::language::Language;

/// By the code of a language its own name, and the sentence.
static WORDINGS: LazyLock<HashMap<String, [String; 2]>> =
    LazyLock::new(|| toml::from_str(include_str!("other_language.toml")).unwrap_or_default());
/// Languages that are named.
const MOST: usize = 5;

/// The name of a language in itself; its English one where that is not known.
pub(crate) fn own_name(language: Language) -> &'static str {
    let own = WORDINGS.get(language.full_code()).map(|[name, _]| name);
    own.map_or(language.name(), String::as_str)
}

/// That there is no answer, and in which languages to ask: in the language of the question, or in
/// that of `wording`, which whoever asks is known to read, if it is written in the same letters.
pub(super) fn other_language(wording: Wording, languages: &Languages) -> String {
    let known = wording.language();
    let is_likelier = wording != Wording::ENGLISH && known.is_written_as(languages.asked);
    let said_in = if is_likelier { known } else { languages.asked };
    let here = languages.here.iter().take(MOST).copied().map(own_name);
    let own = WORDINGS.get(said_in.full_code());
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
        let said_to = |wording: Wording, asked: &str| {
            let languages = Languages {
                asked: Language::of_full_code(asked).unwrap_or(Language::ENGLISH),
                here: vec![Language::ENGLISH],
            };
            other_language(wording, &languages)
        };
        let said = |asked: &str| said_to(Wording::ENGLISH, asked);
        assert!(said("deu").contains("anderen Sprache (English)"));
        assert!(said("rus").contains("другом языке (English)"));
        // Welsh has no sentence of its own.
        assert!(said("cym").contains("another language (English)"));
        // Few words of Ukrainian look Russian; Russian ones are not Persian.
        let ukrainian = Wording::of("uk").unwrap_or(Wording::ENGLISH);
        assert!(said_to(ukrainian, "rus").contains("іншою мовою"));
        assert!(said_to(Wording::of("fa").unwrap_or(ukrainian), "rus").contains("другом языке"));
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
