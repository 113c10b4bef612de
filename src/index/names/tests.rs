//! Whose the names of a harbour town are.

use super::*;
use crate::language::analyser;

/// The names of some sentences.
struct Told(Names);

impl Told {
    fn about(&self, words: &[&str]) -> Option<(usize, &Name)> {
        (1..=words.len()).rev().find_map(|length| {
            let name = self.0.get(&words[..length].join(" "))?;
            Some((length, name))
        })
    }
}

fn names(sentences: &[&str]) -> Told {
    let mut mentions = Mentions::default();
    for sentence in sentences {
        mentions.add(sentence, &analyser::analyse(sentence));
    }
    Told(Names::of(std::iter::once(&mentions)))
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
        names
            .about(words)
            .map_or((0, String::new(), false), |(length, name)| {
                (length, name.written.clone(), name.is_person())
            })
    };
    for person in ["Anna Brandt", "Ines Marlow", "Joris de Boer", "Rosa Quill"] {
        let lower = person.to_lowercase();
        let mut words: Vec<&str> = lower.split(' ').collect();
        let length = words.len();
        words.push("said");
        assert_eq!(found(&words), (length, person.to_owned(), true));
    }
    assert_eq!(
        found(&["port", "ellery"]),
        (2, "Port Ellery".to_owned(), false)
    );
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
    let full = names
        .0
        .person_by_last("marlow")
        .map(|name| name.written.as_str());
    assert_eq!(full, Some("Ines Marlow"));
    let perhaps = |words: &[&str]| {
        names
            .about(words)
            .map(|(_, name)| (name.may_be_person(), name.is_at_times_person()))
    };
    assert_eq!(perhaps(&["rosa", "quill"]), Some((true, true)));
    assert_eq!(perhaps(&["long", "quay"]), Some((true, false)));
    assert_eq!(perhaps(&["tide", "monitor"]), Some((false, false)));
}

#[test]
fn a_headline_tells_no_names() {
    let names = names(&["Ferry Company Sells All Its Boats To Anna Brandt"]);
    assert!(names.about(&["ferry", "company"]).is_none());
}
