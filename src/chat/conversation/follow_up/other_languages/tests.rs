//! Follow-ups in other languages, after documents about invented things.

use std::sync::LazyLock;

use crate::Quoth;
use crate::chat::conversation::follow_up::tests::check_in;
use crate::chat::samples::quoth_of;

const TEXTS: [&str; 8] = [
    "Estland ist ein Land im Norden, und die Tagfähre fährt am Sonntag von Estland nach Finnland. \
     Im Jahr 2010 hatte der Ort 300 Einwohner, und die Nachtfähre kostet acht Euro.",
    "Министр связи Финляндии живёт в городе, а министр связи Польши живёт на острове у моря. \
     В 2010 году в городе жило триста человек, и музей был закрыт по понедельникам.",
    "La torre de Polonia fue construida por el rey, y la torre de Finlandia es más alta que el puente. \
     El museo está abierto los domingos y la entrada cuesta cuatro coronas.",
    "La Finlande est un pays du nord, et la Pologne est un pays de l'est qui est plus grand que les autres.",
    "Kuzeyde olan Finlandiya ve Polonya bu kulübe üye oldu, ama Estonya daha sonra ve çok geç üye oldu.",
    "芬兰的首都是一个北方的城市。波兰的首都在河边，那里有很多人。芬兰在两千年加入了这个组织。",
    "عاصمة فنلندا مدينة كبيرة في الشمال، وهي على البحر. عاصمة بولندا مدينة قديمة على النهر.",
    "The captain of the night ferry lives in Finland, and the captain of the day ferry lives in Poland.",
];

static QUOTH: LazyLock<Quoth> = LazyLock::new(|| {
    let names = [
        "de.txt", "ru.txt", "es.txt", "fr.txt", "tr.txt", "zh.txt", "ar.txt", "en.txt",
    ];
    let files: Vec<(&str, &str)> = names.into_iter().zip(TEXTS).collect();
    quoth_of(&files)
});

fn check(table: &str) {
    check_in(&QUOTH, table);
}

#[test]
fn a_name_gives_way_to_a_name() {
    check(
        "Кто министр связи Финляндии? > А Польша? -> Кто министр связи Польша?
         Когда Финляндия вступила в клуб? > А что насчёт Польши? -> Когда Польши вступила в клуб?
         Когда Финляндия вступила в НАТО? > А Польша? -> Когда Польша вступила в НАТО?
         Кто министр связи Финляндии? > Польши? -> Кто министр связи Польши?
         ¿Quién construyó la torre de Finlandia? > ¿Y Polonia? -> ¿Quién construyó la torre de Polonia?
         ¿Quién vive en Finlandia con Marta? > ¿Y en Polonia? -> ¿Quién vive en Polonia con Marta?
         Quand la Finlande a-t-elle rejoint le club de Marie ? > Et la Pologne ? -> Quand la Pologne a-t-elle rejoint le club de Marie ?
         Quelle est la capitale de la Finlande ? > Et la Pologne ? -> Quelle est la capitale de la Pologne ?
         Finlandiya ne zaman bu kulübe üye oldu? > ve Polonya? -> Polonya ne zaman bu kulübe üye oldu?
         Finlandiya'nın başkenti neresi? > Peki ya Polonya? -> Polonya başkenti neresi?",
    );
}

#[test]
fn a_german_noun_gives_way_to_one_that_stands_as_it_does() {
    check(
        "Wer ist die Königin von Litauen? > Und Estland? -> Wer ist die Königin von Estland?
         Wann trat Finnland der Union bei? > Was ist mit Estland? -> Wann trat Estland der Union bei?
         Was kostet eine Karte für die Nachtfähre? > Und für die Tagfähre? -> Was kostet eine Karte für die Tagfähre?
         Was kostet die Nachtfähre am Sonntag? > Und die kleine Tagfähre? -> Was kostet die kleine Tagfähre am Sonntag?
         Was kostet die kleine Nachtfähre? > Und die Tagfähre? -> Was kostet die Tagfähre?
         was kostet der kahn > Und die Tagfähre? -> was kostet die Tagfähre",
    );
}

#[test]
fn a_number_gives_way_to_a_number_and_a_time_to_a_time() {
    check(
        "Сколько человек жило в городе в 2010 году? > А в 2020 году? -> Сколько человек жило в городе в 2020 году?
         Wie viele Einwohner hatte der Ort im Jahr 2010? > Und 2020? -> Wie viele Einwohner hatte der Ort im Jahr 2020?
         Was kosten 3 Karten im Jahr 2010? > Und 12 Karten? -> Was kosten 12 Karten im Jahr 2010?
         Wann fährt die Tagfähre am Montag? > Und am Sonntag? -> Wann fährt die Tagfähre am Sonntag?
         Wann fährt die Tagfähre am Montag? > Am Sonntag? -> Wann fährt die Tagfähre am Sonntag?
         Wer kam am 3. Mai? > Und am 12. Juni? -> Wer kam am 12. Juni?
         Музей открыт по понедельникам? > А в воскресенье? -> Музей открыт в воскресенье?",
    );
}

#[test]
fn another_noun_gives_way_to_a_noun_that_small_words_tell() {
    check(
        "¿Cuánto cuesta la entrada para niños? > ¿Y para adultos? -> ¿Cuánto cuesta la entrada para adultos?
         ¿Quién construyó la torre del reloj? > ¿Y el puente? -> ¿Quién construyó el puente?
         ¿Cuándo abre la torre los domingos? > ¿Y el museo? -> ¿Cuándo abre el museo los domingos?
         Сколько стоит вход в музей? > А на башню? -> Сколько стоит вход на башню?
         Кто построил старый музей? > А башню? ->",
    );
}

#[test]
fn where_no_capitals_tell_a_name_its_place_does() {
    check(
        "芬兰的首都是哪里？ > 波兰呢？ -> 波兰的首都是哪里？
         芬兰的首都是哪里？ > 和波兰呢？ -> 波兰的首都是哪里？
         フィンランドの首都はどこですか？ > ポーランドは？ -> ポーランドの首都はどこですか？
         ما هي عاصمة فنلندا؟ > وماذا عن بولندا؟ -> ما هي عاصمة بولندا؟
         ما هي عاصمة فنلندا؟ > وبولندا؟ -> ما هي عاصمة بولندا؟",
    );
}

#[test]
fn what_stands_alone_or_has_no_like_or_is_in_another_language_is_left_alone() {
    check(
        "Wann fährt die Tagfähre nach Estland? > Und wer steuert die Nachtfähre? ->
         Wann fährt die Tagfähre nach Estland? > Und die Nachtfähre fährt nach Finnland? ->
         Wann fährt die Tagfähre nach Estland? > Und ist sie offen? ->
         Wann fährt die Tagfähre nach Estland? > Und am Sonntag? ->
         Wann fährt die Tagfähre nach Estland? > Und 2020? ->
         Кто министр связи Финляндии? > Спасибо! ->
         Кто министр связи Финляндии? > А почему? ->
         Сколько стоит вход? > А Польша? ->
         芬兰的首都是哪里？ > 波兰的首都是哪里？ ->
         Who is the captain of Finland? > А Польша? ->
         Кто министр связи Финляндии? > And what about Poland? ->
         Кто министр связи Финляндии? > Who is the captain of Finland? > А Польша? -> Кто министр связи Польша?
         Who is the captain of Finland? > And Poland? -> Who is the captain of Poland?",
    );
}
