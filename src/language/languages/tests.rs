//! What is known of languages other than English, on sentences of our own.

use super::*;
use crate::language::analyser::analyse_in;

fn language(code: &str) -> Language {
    Language::of_full_code(code).unwrap()
}

/// The words of a text, without compounds.
fn words(text: &str, code: &str) -> Vec<String> {
    let tokens = analyse_in(text, language(code)).into_iter();
    let plain = tokens.filter(|token| !token.compound);
    plain.map(|token| token.word).collect()
}

#[test]
fn every_file_says_what_a_language_needs() {
    for known in &TABLE {
        let words = Language(known.language).words();
        let code = known.code;
        for (class, words) in words.classes.iter().enumerate() {
            assert!(!words.is_empty(), "{code} has no words of class {class}");
        }
        for kind in [
            AnswerType::Person,
            AnswerType::Date,
            AnswerType::Place,
            AnswerType::Number,
            AnswerType::Reason,
            AnswerType::Thing,
        ] {
            let is_asked = words.asks.iter().any(|(_, asked)| *asked == kind);
            assert!(is_asked, "{code} cannot ask for {kind:?}");
        }
        let follows = &words.follows;
        assert!(!follows.opens.is_empty(), "{code} opens no follow-up");
        for (further, name) in follows.further.iter().zip(["more", "context", "source"]) {
            assert!(!further.is_empty(), "{code} cannot ask for {name}");
        }
    }
}

#[test]
fn forms_of_a_word_have_one_term() {
    for (code, first, second) in [
        ("deu", "Brücken", "Brücke"),
        ("spa", "puentes", "puente"),
        ("rus", "мостами", "мосты"),
        ("ell", "γέφυρες", "γέφυρα"),
        ("tur", "köprüler", "köprü"),
        ("fra", "l'horloge", "horloges"),
        ("ara", "الجسور", "جسور"),
        ("tur", "İzmir'in", "İzmir"),
        ("rus", "ёлка", "елка"),
        ("deu", "zwölf", "12"),
        ("hin", "१२", "12"),
        ("deu", "1.500", "1500"),
        ("ara", "1,500", "1500"),
        ("pes", "۱٬۵۰۰", "1500"),
        ("eng", "1,50,000", "150000"),
        ("hin", "१,५०,०००", "150000"),
        ("eng", "1\u{202f}500", "1500"),
        ("fra", "1 500", "1500"),
        ("pol", "12 345,50", "12345.50"),
        ("rus", "1\u{a0}500\u{a0}000", "1500000"),
    ] {
        let term = |text: &str| language(code).term(&words(text, code)[0]);
        assert_eq!(term(first), term(second), "{code}");
    }
}

#[test]
fn letters_that_printers_join_are_letters() {
    assert_eq!(
        words("oﬃce ﬂow ﬁt oﬀ", "eng"),
        words("office flow fit off", "eng")
    );
}

#[test]
fn marks_that_make_other_letters_stay() {
    assert_ne!(words("vật", "vie"), words("vất", "vie"));
    assert_eq!(words("più", "ita"), words("piu", "ita"));
}

#[test]
fn a_word_of_another_script_is_of_another_language() {
    let english = Language::ENGLISH;
    assert_eq!(english.term("мостами"), language("rus").term("мостами"));
    assert_eq!(language("rus").term("bridges"), "bridg");
    assert!(english.is_stop_word("и") && language("rus").is_stop_word("the"));
}

#[test]
fn a_question_tells_its_language() {
    for (question, here, told) in [
        ("Wann fährt die Fähre?", "eng deu", "deu"),
        ("When does the ferry sail?", "eng deu", "eng"),
        ("Fähre Montag", "deu", "deu"),
        ("de la Cruz", "eng", "eng"),
        ("Когда открыт музей?", "eng deu", "rus"),
        ("Wann ist das Museum für die Kinder offen?", "eng", "deu"),
        ("フェリーはいつ出ますか", "", "jpn"),
        // Names among a few small words of a language that no document is in.
        ("Wer ist Rosa Quill?", "eng", "deu"),
        ("¿Qué es Port Ellery?", "eng", "spa"),
        ("Кто такая Rosa Quill?", "eng", "rus"),
        ("谁是Rosa Quill?", "eng", "cmn"),
        ("Хто така Rosa Quill?", "eng", "ukr"),
        // "was", "in" and "will" are English too.
        ("Was hat Quill über Minen gesagt?", "eng", "deu"),
        ("Wie viel kostet das Projekt in Polen?", "eng", "deu"),
        ("¿Qué ha dicho Quill?", "eng", "spa"),
        // "quelle" asks in French.
        ("Quelle", "eng deu", "eng"),
        ("Who was in Die Zeit?", "eng", "eng"),
        ("Where was La La Land made?", "eng", "eng"),
        ("Who is Сергей?", "eng", "eng"),
        ("Die Hard cast", "eng", "eng"),
        // Both words are small ones of Dutch, too, where neither asks.
        ("Was verbietet der Vertrag?", "eng", "deu"),
        // No word asks, and one is a small one.
        ("Dürfen Hunde hinein?", "eng", "deu"),
        ("perché chiude il museo", "eng", "ita"),
        ("¿Hay perros?", "eng", "spa"),
        ("the old lighthouse in winter", "deu", "eng"),
    ] {
        let here: Vec<Language> = here.split_whitespace().map(language).collect();
        let found = Language::of_question(question, &here);
        assert_eq!(found, language(told), "{question}");
    }
}

#[test]
fn a_long_text_tells_its_language() {
    for (code, sentence) in [
        (
            "eng",
            "The museum is closed on Monday, and all of it was built by hand. ",
        ),
        (
            "deu",
            "Das Museum ist am Montag geschlossen, und der Eintritt kostet zehn Euro. ",
        ),
    ] {
        let found = Language::of(&sentence.repeat(5));
        assert_eq!(found, Some(language(code)), "{sentence}");
    }
}

#[test]
fn a_part_in_another_language_is_told_from_its_document() {
    let german =
        "Das Museum ist am Montag geschlossen, und der Eintritt kostet zehn Euro an der Kasse.";
    assert_eq!(Language::ENGLISH.of_part(german), language("deu"));
    assert_eq!(language("deu").of_part(german), language("deu"));
    assert_eq!(
        language("deu").of_part("Heron, Puffin, Tern"),
        language("deu")
    );
}

#[test]
fn question_words_tell_what_is_wanted() {
    for (code, question, wanted) in [
        ("deu", "Wer hat den Turm gebaut?", AnswerType::Person),
        ("deu", "In welchem Jahr wurde er gebaut?", AnswerType::Date),
        ("deu", "Wie viele Plätze gibt es?", AnswerType::Number),
        ("spa", "¿Dónde está la torre?", AnswerType::Place),
        ("spa", "¿Por qué se cerró?", AnswerType::Reason),
        ("rus", "Сколько мест в зале?", AnswerType::Number),
        ("rus", "Какой город построил башню?", AnswerType::Place),
        ("cmn", "谁建了这座塔?", AnswerType::Person),
        ("vie", "Tháp cao bao nhiêu?", AnswerType::Number),
        ("tur", "Kule ne zaman yapıldı?", AnswerType::Date),
        ("hin", "मीनार किसने बनाई?", AnswerType::Person),
        ("fra", "Pourquoi le pont est-il fermé ?", AnswerType::Reason),
    ] {
        let language = language(code);
        let asked = language.asked(&analyse_in(question, language));
        assert_eq!(asked.wanted, wanted, "{question}");
    }
}

#[test]
fn what_opens_and_closes_a_follow_up_is_told() {
    for (code, message, opening, closing) in [
        ("deu", "Und wie sieht es mit Estland aus?", 5, 1),
        ("deu", "Was ist mit Estland?", 3, 0),
        ("rus", "а что насчёт Польши?", 3, 0),
        ("fra", "Et qu'en est-il de la Pologne ?", 5, 0),
        ("cmn", "那么波兰呢？", 1, 1),
        ("jpn", "ポーランドはどうですか？", 0, 4),
        ("tur", "Peki ya Polonya?", 2, 0),
        ("vie", "Còn Ba Lan thì sao?", 1, 2),
        ("spa", "Polonia", 0, 0),
    ] {
        let words = words(message, code);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let language = language(code);
        let found = (language.opening(&words), language.closing(&words));
        assert_eq!(found, (opening, closing), "{message}: {words:?}");
    }
    let arabic = language("ara");
    assert_eq!(arabic.without_opening("وبولندا"), Some("بولندا"));
    assert_eq!(arabic.without_opening("بولندا"), None);
}

#[test]
fn what_asks_for_more_of_an_answer_is_told() {
    for (code, message, wanted) in [
        ("deu", "Noch mehr, bitte!", Some(Further::More)),
        ("deu", "Zeig mir die Quelle", Some(Further::Source)),
        ("rus", "Ещё", Some(Further::More)),
        ("spa", "el contexto, por favor", Some(Further::Context)),
        ("fra", "D'où vient ça ?", Some(Further::Source)),
        ("cmn", "请给我更多", Some(Further::More)),
        ("cmn", "别的", Some(Further::More)),
        ("jpn", "もっと見せてください", Some(Further::More)),
        ("ara", "المصدر من فضلك", Some(Further::Source)),
        ("tha", "ขอเพิ่มเติม", Some(Further::More)),
        ("tur", "Kaynağı göster", Some(Further::Source)),
        ("deu", "bitte", None),
        ("deu", "die Quelle des Flusses", None),
        ("spa", "más barcos", None),
    ] {
        let words = words(message, code);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let found = language(code).further(&words);
        assert_eq!(found, wanted, "{message}: {words:?}");
    }
}
