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

#[test]
fn opposite_statements_are_quotes_of_their_own() {
    let text = |is: &str| {
        format!(
            "Der Hafen\n\nDer Rat der Stadt hat den Pakt über den Hafen {is}.\n\n\
             Hunde müssen draußen bleiben, und montags ist das Haus wie immer geschlossen.\n"
        )
    };
    let texts = ["ratifiziert", "nicht ratifiziert"].map(text);
    let index = index(&[("a.txt", &texts[0]), ("b.txt", &texts[1])]);
    let question = "Wer hat den Pakt über den Hafen ratifiziert?";
    let answer = told(&index, question, false);
    let of_pact = |quote: &&Quote| quote.text().contains("Pakt");
    assert_eq!(quotes(&answer).iter().filter(of_pact).count(), 2);
}

#[test]
fn a_sentence_that_opens_with_a_pronoun_comes_with_the_one_before() {
    let text = "Das Haus am Hafen\n\nAnna Brandt leitet den Leuchtturm von Lorne. \
        Sie hat viele Jahre in Uppsala Botanik studiert. \
        Der Turm ist seit dem Sturm nicht mehr für alle offen.\n\n\
        Hunde müssen draußen bleiben, und montags ist das Haus wie immer geschlossen.\n";
    let index = index(&[("turm.txt", text)]);
    let answer = told(&index, "Wer hat in Uppsala Botanik studiert?", false);
    let quote = &quotes(&answer)[0];
    let studied = "Sie hat viele Jahre in Uppsala Botanik studiert.";
    assert_eq!(quote.text(), studied);
    let before = quote.before.as_ref().map(|before| before.text.as_str());
    assert_eq!(before, Some("Anna Brandt leitet den Leuchtturm von Lorne."));
}

#[test]
fn documents_in_english_are_asked_in_other_languages() {
    let text = "The museum\n\nThe museum stands at the harbour of Lorne.\n\n\
        The entrance costs ten crowns. Children go in free.\n\n\
        Dogs must stay outside. The house is closed on Mondays.\n\n\
        It was founded by the teacher Anna Brandt.\n";
    let index = index(&[("museum.txt", text)]);
    for (question, wanted) in [
        (
            "Wann ist das Haus geschlossen?",
            "The house is closed on Mondays.",
        ),
        ("Сколько стоит вход?", "The entrance costs ten crowns."),
        ("儿童要付钱吗？", "Children go in free."),
    ] {
        let answer = ask(&index, question);
        assert!(answer.outcome.is_answer(), "{question}");
        assert_eq!(quotes(&answer)[0].text(), wanted, "{question}");
    }
    // What the reader does not take for the answer is unsure, whatever words it has.
    let text = "The harbour\n\nTickets cost 8 euros. Boats may not anchor near the bridge.\n";
    let harbour = self::index(&[("harbour.txt", text)]);
    let answer = ask(&harbour, "Wie viel kostet ein Boot?");
    assert!(!matches!(answer.outcome, Outcome::Found(_)), "{answer:?}");
    // So is what is not of the kind that is asked for.
    let answer = ask(&harbour, "Wie viele Boote ankern?");
    assert!(!matches!(answer.outcome, Outcome::Found(_)), "{answer:?}");
    // A name is no other word that looks like it ("keel"), and each of it counts.
    let ferry = index_of(
        Format::PlainText,
        &[(
            "ferry.txt",
            "The ferry\n\nCaptain Marta Quill has commanded the ferry since 2011.\n",
        )],
    );
    let known = ask(&ferry, "¿Quién es Marta Quill?");
    assert!(known.outcome.is_answer(), "{known:?}");
    for question in ["¿Quién es Anton Quill?", "Wer ist Anton Quill?"] {
        assert!(!ask(&ferry, question).outcome.is_answer(), "{question}");
    }
    // What they do not answer is told in the language of who asks.
    let answer = ask(&index, "Wie heißt der Bürgermeister von Uppsala?");
    let Outcome::Abstained { missing, .. } = &answer.outcome else {
        unreachable!("{:?}", answer.outcome);
    };
    let asked = missing.languages.as_ref().map(|it| it.asked.name());
    assert_eq!(asked, Some("German"));
}
