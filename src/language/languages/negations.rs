//! Words that turn a statement round, as far as a language has words for that: Turkish says it by
//! an ending of the verb mostly, and Czech by a beginning.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Language;
use crate::language::english;

/// The words of each language, by its code.
const NEGATIONS: &[(&str, &str)] = &[
    ("ar", "لا لم لن ليس ليست بدون دون"),
    ("bg", "не няма никога без нито"),
    (
        "cs",
        "ne není nejsou nebyl nebyla nebylo nemá nemůže nikdy bez ani",
    ),
    ("da", "ikke aldrig uden ingen intet hverken"),
    (
        "de",
        "nicht kein keine keinen keinem keiner keines nie niemals ohne",
    ),
    ("el", "δεν δε μην ποτέ χωρίς ούτε"),
    ("es", "no nunca jamás sin ni ningún ninguno ninguna"),
    ("fa", "نه نیست نیستند بدون هرگز هیچ"),
    ("fi", "ei eivät en et emme ette ilman"),
    ("fr", "ne pas jamais sans ni aucun aucune"),
    ("he", "לא אין בלי אינו אינה אינם מעולם"),
    ("hi", "नहीं न मत बिना"),
    ("hu", "nem ne sem soha nélkül nincs nincsenek"),
    ("id", "tidak bukan tanpa belum tak"),
    ("it", "non né mai senza nessun nessuno nessuna"),
    ("ja", "ない なかった ません ず"),
    ("ko", "안 못 않는 않는다 않았다 아니다 없는 없다 없이"),
    ("nb", "ikke aldri uten ingen intet verken"),
    ("nl", "niet geen nooit zonder noch"),
    ("pl", "nie nigdy bez ani żaden żadna żadne"),
    ("pt", "não nunca jamais sem nem nenhum nenhuma"),
    ("ro", "nu niciodată fără nici"),
    ("ru", "не нет ни никогда без нельзя"),
    ("sv", "inte ej aldrig utan ingen inget inga varken"),
    ("th", "ไม่ ไม่ได้ ไม่มี ไม่ใช่ มิ"),
    ("tr", "değil yok hiç"),
    ("uk", "не ні ніколи без немає ані"),
    ("vi", "không chưa chẳng chả"),
    ("zh", "不 没 没有 未 无 不是"),
];

static WORDS: LazyLock<FxHashMap<Language, FxHashSet<String>>> = LazyLock::new(|| {
    let words = |(code, words): &(&str, &str)| {
        let language = Language::of_code(code)?;
        let words = words.split(' ').map(|word| language.folded(word));
        let words: FxHashSet<String> = words.collect();
        Some((language, words))
    };
    NEGATIONS.iter().filter_map(words).collect()
});

impl Language {
    /// Whether a word as analysis leaves it turns a statement round.
    pub fn is_negation(self, word: &str) -> bool {
        match WORDS.get(&self) {
            Some(words) => words.contains(word),
            None => english::is_negation(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_words_that_turn_a_statement_round() {
        for language in Language::known_ones().filter(|it| !it.is_english()) {
            assert!(WORDS.contains_key(&language), "{}", language.name());
        }
        for (code, word, is_one) in [
            ("de", "nicht", true),
            ("pt", "nao", true),
            ("vi", "không", true),
            ("de", "no", false),
        ] {
            let language = Language::of_code(code).unwrap_or(Language::ENGLISH);
            assert_eq!(language.is_negation(word), is_one, "{word}");
        }
        assert!(Language::ENGLISH.is_negation("never"));
    }
}
