//! Whose the names of a harbour town are.

use super::*;
use crate::corpus::{Document, Format};
use crate::index::{Asked, Index, Statistics};

/// What documents know that say these sentences.
struct Told(Index);

impl Told {
    fn statistics(&self, words: &[&str]) -> Statistics {
        let text = words.iter().map(|word| (*word).to_owned()).collect();
        let asked = Asked {
            texts: vec![text],
            ..Asked::default()
        };
        self.0.statistics(&asked).expect("the index answers")
    }

    fn about(&self, words: &[&str]) -> Option<(usize, Name)> {
        let known = self.statistics(words);
        let found = known.name_at_start(words);
        found.map(|(length, name)| (length, name.clone()))
    }
}

fn names(sentences: &[&str]) -> Told {
    let text = sentences.join("\n");
    let document = Document::parse("a.txt".to_owned(), text, Format::PlainText);
    Told(Index::build(&[document]).expect("a small corpus can be indexed"))
}

#[test]
fn a_role_or_a_verb_of_speech_makes_a_person() {
    let names = names(&[
        "The ferry of Port Ellery belongs to harbour master Anna Brandt.",
        "Ines Marlow, the curator of the Clock Museum, met Captain Joris de Boer in Port Ellery.",
        "Late at night Rosa Quill said that the Tide Monitor said nothing.",
        "Anna Brandt told Ferrytimes that a project called Long Quay has begun.",
        "Nobody sails, said Peruvian Harbour Master Rosa Quill of the harbour.",
    ]);
    let found = |words: &[&str]| {
        let (length, name) = names.about(words).unwrap_or_default();
        (length, name.written.clone(), name.is_person())
    };
    for person in ["Anna Brandt", "Ines Marlow", "Joris de Boer", "Rosa Quill"] {
        let lower = person.to_lowercase();
        let mut words: Vec<&str> = lower.split(' ').collect();
        let length = words.len();
        words.push("said");
        assert_eq!(found(&words), (length, person.to_owned(), true));
    }
    let port = (2, "Port Ellery".to_owned(), false);
    assert_eq!(found(&["port", "ellery"]), port);
    for other in [
        &["tide", "monitor"][..],
        &["long", "quay"],
        &["ferrytimes"],
        &["peruvian", "harbour"],
    ] {
        assert!(
            found(other).0 == other.len() && !found(other).2,
            "{other:?}"
        );
    }
    assert_eq!(found(&["ferry"]).0, 0);
    let known = names.statistics(&["marlow"]);
    let full = known.person_by_last("marlow");
    assert_eq!(full.map(|name| name.written.as_str()), Some("Ines Marlow"));
    let perhaps = |words: &[&str]| names.about(words).map(|(_, name)| name.may_be_person());
    assert_eq!(perhaps(&["rosa", "quill"]), Some(true));
    assert_eq!(perhaps(&["long", "quay"]), Some(true));
    assert_eq!(perhaps(&["tide", "monitor"]), Some(false));
}

#[test]
fn a_headline_tells_no_names() {
    let names = names(&["Ferry Company Sells All Its Boats To Anna Brandt"]);
    assert!(names.about(&["ferry", "company"]).is_none());
}

#[test]
fn among_letters_without_case_capitals_tell_a_name() {
    for text in ["他们在NATO工作。", "انضمت إلى NATO أمس", "वे NATO में हैं"]
    {
        let mut mentions = Mentions::default();
        mentions.add(text, &analyser::analyse(text));
        let found = mentions.all().map(|(words, name)| (words, name.is_sure));
        let found: Vec<(&str, bool)> = found.collect();
        assert_eq!(found, [("nato", true)], "{text}");
    }
}
