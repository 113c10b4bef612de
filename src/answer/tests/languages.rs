//! Other languages than English, which are read word for word in it.

use super::*;

const HOUSE: &str = "Das Heimathaus steht am Hafen von Lorne.\n\n\
    Der Eintritt beträgt zehn Kronen. Für Kinder ist er frei.\n\n\
    Hunde müssen draußen bleiben. Das Haus ist montags geschlossen.\n\n\
    Gegründet wurde es von der Lehrerin Anna Brandt.\n";

#[test]
fn what_has_no_word_of_the_answer_is_found_by_what_its_words_mean() {
    let index = index(&[("haus.txt", HOUSE)]);
    let question = "Sind Haustiere erlaubt?";
    let answer = ask(&index, question);
    assert!(answer.outcome.is_answer());
    assert_eq!(quotes(&answer)[0].text(), "Hunde müssen draußen bleiben.");
    let unread = Settings {
        reader: false,
        ..Settings::default()
    };
    let answer = super::super::answer(&index, question, unread).expect("the index answers");
    assert!(!answer.outcome.is_answer());
}
