//! Documents and questions in other languages than English, and in several.

use serde_json::Value;

use crate::place::{Place, quotes};

const FÄHREN: &str = "\
Die Nachtfähre nach Port Ellery

Die Nachtfähre nach Port Ellery legt jeden Abend um neun Uhr ab. Sie befördert 240 Fahrgäste und 35 Autos. Kapitänin Marta Quill führt die Nachtfähre seit dem Jahr 2011.

Die Überfahrt dauert bei ruhigem Wetter sechs Stunden. Fahrkarten kosten 48 Euro und werden im Hafenbüro verkauft.
";

const МУЗЕЙ: &str = "\
Музей часов в Алдермире

Музей часов основала Эстер Брандт в 1923 году. В одиннадцати залах музея стоят 1400 часов. По понедельникам музей закрыт, потому что в этот день мастера заводят часы.

Вход в музей стоит двенадцать крон. Дети проходят бесплатно.
";

const TORRE: &str = "\
La torre del reloj

La torre del reloj fue construida por Inés Marlow en 1871. Tiene 212 escalones y está junto al mercado de Puerto Ellery.

Las visitas a la torre se hacen los domingos. La entrada cuesta cuatro coronas.
";

#[test]
fn each_language_is_answered_from_its_own_documents() {
    let place = Place::new();
    place.put("corpus/fähren.txt", FÄHREN);
    place.put("corpus/музей.txt", МУЗЕЙ);
    place.put("corpus/torre.txt", TORRE);
    place.quotes(&[
        ("Wie viele Autos befördert die Nachtfähre?", "35 Autos"),
        ("Wer führt die Nachtfähre?", "Marta Quill"),
        ("Was kostet die Fahrkarte?", "48 Euro"),
        ("Кто основал музей часов?", "Эстер Брандт"),
        ("Сколько стоит вход в музей?", "двенадцать крон"),
        ("Почему музей закрыт по понедельникам?", "заводят часы"),
        ("¿Quién construyó la torre del reloj?", "Inés Marlow"),
        ("¿Cuánto cuesta la entrada?", "cuatro coronas"),
        ("When is the clock museum closed?", "Mondays"),
    ]);
}

#[test]
fn what_another_language_does_not_say_is_declined() {
    let place = Place::empty();
    place.put("corpus/fähren.txt", FÄHREN);
    place.put("corpus/музей.txt", МУЗЕЙ);
    let questions = [
        "Wer hat den Eiffelturm in Paris gebaut?",
        "Сколько жителей в столице Перу?",
    ];
    for (answer, question) in place.answers(questions).iter().zip(questions) {
        assert_eq!(answer["status"], "abstained", "{question}: {answer}");
    }
}

#[test]
fn a_question_in_a_language_that_no_document_is_in_is_told_so_in_it() {
    let place = Place::new();
    let asked = "Wann wird im Hafenamt über die neue Straße entschieden?";
    let said = place.ask(asked).exits(1).stdout;
    assert!(said.contains("anderen Sprache (English)"), "{said}");
    // A name and a year may be enough.
    let answer = place.answer("Seit wann führt Marta Quill die Fähre?");
    let names_her = |quote: &&Value| quote["text"].as_str().unwrap().contains("Marta Quill");
    assert!(quotes(&answer).iter().any(names_her), "{answer}");
}

#[test]
fn a_paragraph_in_another_language_is_found_by_its_own_words() {
    let place = Place::empty();
    let english = "The harbour office is open from nine to five every day, and the staff will help you with tickets.";
    place.put(
        "corpus/office.txt",
        format!("The office\n\n{english}\n\n{FÄHREN}"),
    );
    place.quotes(&[
        ("Wann legen die Nachtfähren ab?", "um neun Uhr"),
        ("When is the harbour office open?", "every day"),
    ]);
}

#[test]
fn a_conversation_goes_on_in_its_own_language() {
    let place = Place::empty();
    place.put(
        "corpus/häfen.txt",
        "Die Häfen\n\nDer Hafen von Alders wurde im Jahr 1804 von Jonas Vane gegraben. Der Hafen von Tarn wurde im \
         Jahr 1931 von Rosa Quill gegraben. Beide Häfen sind im Winter geschlossen.\n",
    );
    place.put(
        "corpus/порты.txt",
        "Порты\n\nПорт в Тарске построил инженер Егор Бранов в 1804 году. Порт в Ольмске построила инженер Вера \
         Лугова в 1931 году. Зимой оба порта закрыты.\n",
    );
    place.put(
        "corpus/puertos.txt",
        "Los puertos\n\nEl puerto de Alderes fue construido por Inés Marlow en 1871. El puerto de Tarnes fue \
         construido por Pablo Reyle en 1902. En invierno los dos puertos están cerrados.\n",
    );
    for (lines, wanted, answer) in [
        (
            [
                "Wer hat den Hafen von Alders gegraben?",
                "Und Tarn?",
                "Quelle",
            ],
            "Wer hat den Hafen von Tarn gegraben?",
            "Rosa Quill",
        ),
        (
            ["Кто построил порт в Тарске?", "А в Ольмске?", "источник"],
            "Кто построил порт в Ольмске?",
            "Вера Лугова",
        ),
        (
            [
                "¿Quién construyó el puerto de Alderes?",
                "¿Y Tarnes?",
                "la fuente, por favor",
            ],
            "¿Quién construyó el puerto de Tarnes?",
            "Pablo Reyle",
        ),
    ] {
        let chat = lines.map(|line| serde_json::json!({"chat": 1, "question": line}).to_string());
        let call = place.quoth(["--json"]).input(chat.join("\n"));
        let answers = call.done().exits(0).json();
        assert_eq!(answers[1]["searched_for"], wanted, "{}", answers[1]);
        let text = answers[1]["quotes"][0]["text"].as_str().unwrap_or_default();
        assert!(text.contains(answer), "{wanted}: {}", answers[1]);
        let source = answers[2]["excerpt"]["text"].as_str().unwrap_or_default();
        assert!(source.contains(answer), "{}: {}", lines[2], answers[2]);
    }
}

#[test]
fn a_name_is_answered_across_languages_and_all_else_is_told() {
    let place = Place::new();
    place.quotes(&[
        ("Wer ist Hester Brandt?", "Hester Brandt"),
        ("Кто такая Hester Brandt?", "Hester Brandt"),
    ]);
    for (question, told) in [
        ("¿Qué es Human Rights Watch?", "otro idioma (English)"),
        ("Wer ist Rosa Quill?", "anderen Sprache (English)"),
    ] {
        let said = place.ask(question).exits(1).stdout;
        assert!(said.contains(told), "{question}: {said}");
    }
}

/// What a decline says on a terminal with these variables.
fn declined(variables: &[(&str, &str)]) -> String {
    let place = Place::new();
    let mut call = place.quoth(["ask", "Who founded the Umbrella Museum?"]);
    for (name, value) in variables {
        call = call.env(name, value);
    }
    call.done().exits(1).stdout
}

#[test]
fn a_terminal_speaks_its_own_language_unless_another_is_set() {
    let english = "document";
    for (variables, wanted) in [
        (vec![], english),
        (vec![("LANG", "de_DE.UTF-8")], "Dokument"),
        (vec![("LANG", "C.UTF-8")], english),
        (vec![("LANG", "cy_GB.UTF-8")], english),
        (vec![("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")], english),
        (
            vec![("LANG", "C"), ("LC_MESSAGES", "ru_RU.UTF-8")],
            "документ",
        ),
        (vec![("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")], "文档"),
        (
            vec![("LANG", "de_DE.UTF-8"), ("QUOTH_LANGUAGE", "ja")],
            "文書",
        ),
    ] {
        let said = declined(&variables);
        assert!(said.contains(wanted), "{variables:?}: {said}");
    }
}

#[test]
fn what_a_program_reads_is_the_same_in_every_language() {
    let place = Place::new();
    let ask = |language: &str| {
        let asked = place.quoth(["ask", "--json", "what can you do"]);
        asked.env("QUOTH_LANGUAGE", language).done().stdout
    };
    assert_eq!(ask("de"), ask("en"));
    let listed = place.quoth(["sources"]).env("QUOTH_LANGUAGE", "de").done();
    listed.shows(&["3 Dokumente"]);
}

#[test]
fn a_language_that_quoth_does_not_speak_is_refused_with_those_that_it_does() {
    let place = Place::new();
    let call = place.quoth(["sources"]).env("QUOTH_LANGUAGE", "klingon");
    call.done()
        .refused(&["QUOTH_LANGUAGE: \"klingon\" is none of en, ar, de"]);
}
