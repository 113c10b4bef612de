//! What words and questions of other languages are called in English.

use super::*;

fn of(code: &str) -> Language {
    Language::of_code(code).unwrap_or(Language::ENGLISH)
}

#[test]
fn every_language_has_glosses() {
    for language in Language::known_ones().filter(|it| !it.is_english()) {
        let count = language.glosses().map_or(0, |it| it.forms.0.len());
        assert!(count > 5000, "{}: {count}", language.name());
    }
}

#[test]
fn words_are_known_by_their_forms_stems_and_parts() {
    for (code, text, wanted) in [
        ("de", "Hund und Katze", "dog and cat"),
        // No form of its own.
        ("es", "las ventanas", "window"),
        // One stem with "странный", "strange".
        ("ru", "собаками страны", "dog country"),
        ("de", "Hausbibliothek", "house library"),
        ("de", "gekostet", "cost"),
        ("de", "beigetreten", "join"),
        // "And the students".
        ("ar", "والطلاب", "student"),
        // Folded to one word.
        ("sv", "år är", "year is"),
        // A particle says nothing in English.
        ("zh", "他去了北京。", "he go beijing."),
        // Figures and names stay, in Latin letters.
        ("ru", "в 20 веке, Пэнтерс", "in 20 century, Penters"),
        ("fr", "Ottilie Quarz, 1998 ?", "Ottilie Quarz, 1998?"),
        ("de", "1.500 Hund, 2,5 Katze", "1500 dog, 2.5 cat"),
    ] {
        assert_eq!(of(code).glossed(text.into()), wanted, "{text}");
    }
    let long = "haus".repeat(1000);
    assert_eq!(of("de").glossed(long.as_str().into()), long);
    assert_eq!(Language::ENGLISH.glossed("Kind".into()), "Kind");
}

#[test]
fn of_several_meanings_one_is_taken_that_documents_have() {
    let glossed = |have: &[&str]| {
        let have = |word: &str| have.contains(&word);
        of("de").glossed_question_for("Wer hat den Vertrag?", have)
    };
    assert!(glossed(&["treaty"]).ends_with("treaty?"));
    assert!(glossed(&["contract", "treaty"]).ends_with("contract?"));
    assert!(glossed(&[]).ends_with("contract?"));
    let all = of("de").ambiguous("Wer hat den Vertrag?");
    assert!(all.iter().any(|meaning| meaning == "treaty"), "{all:?}");
}

#[test]
fn a_question_asks_in_english_too() {
    for (code, text, wanted) in [
        (
            "de",
            "Wie lange gilt die Garantie?",
            "how long apply guarantee?",
        ),
        ("ru", "Сколько стоит вход?", "how many cost entrance?"),
        ("vi", "bao nhiêu tiền", "how many money"),
        ("de", "Was kostet der Hund?", "how much cost dog?"),
        ("zh", "他什么时候出生？", "he when born?"),
        // "من" is "who" as well as "from".
        (
            "ar",
            "كم عدد الطلاب من ليبيا",
            "how many number student from libya",
        ),
    ] {
        assert_eq!(of(code).glossed_question(text.into()), wanted, "{text}");
    }
}
