//! Which definitions and names are found in a sentence.

use super::*;
use crate::index::{facts, names};
use crate::language::Language;
use crate::language::analyser::analyse;

fn read(sentences: &[&str]) -> Mentions {
    let mut mentions = Mentions::default();
    for text in sentences {
        mentions.add(text, &analyse(text));
    }
    mentions
}

fn definitions(text: &str) -> Vec<String> {
    let names = names::Mentions::default();
    let facts = facts::of(&names, &read(&[text]), Language::ENGLISH);
    let defined = facts.iter().filter_map(|fact| fact.strip_prefix("d:"));
    defined.map(|fact| fact.replace('=', ": ")).collect()
}

#[test]
fn a_definition_is_found_however_it_is_written() {
    for text in [
        "The World Ferry Union (WFU) met.",
        "The WFU (World Ferry Union) met.",
        "The WFU (the World Ferry Union) met.",
        "The World Ferry Union’s (WFU’s) rules hold.",
        "Both World Ferry Unions (WFUs) met.",
        "The World Ferry Union (W.F.U.) met.",
        "The world ferry union (“WFU”) met.",
        "The World Ferry Union (WFU, founded in 1950) met.",
        "The World-Ferry Union (WFU) met.",
    ] {
        assert_eq!(definitions(text), ["wfu: world ferri union"], "{text}");
    }
    let rivers = definitions("The Organisation for the Study of Rivers (OSR) closed.");
    assert_eq!(rivers, ["osr: organiz for the studi of river"]);
    let light = definitions("Ultraviolet (UV) light fades it.");
    assert_eq!(light, ["uv: ultraviolet"]);
}

#[test]
fn what_only_stands_in_brackets_defines_nothing() {
    for text in [
        "The ferry sank (see below).",
        "The ferry sank (WFU).",
        "The ferry (RMS) sank.",
        "WFU (founded in 1950) met.",
        "THE WORLD FERRY UNION (WFU) MET.",
        "The WFU (WFU) met.",
    ] {
        assert_eq!(definitions(text), [""; 0], "{text}");
    }
}

#[test]
fn an_acronym_among_letters_without_case_is_known() {
    for text in ["他们在NATO工作。", "انضمت إلى NATO أمس", "वे NATO में हैं"]
    {
        let written = read(&[text]).written;
        assert_eq!(written.into_iter().collect::<Vec<_>>(), ["nato"], "{text}");
    }
    assert!(read(&["THE NATO MET."]).written.is_empty());
}

#[test]
fn initials_lead_to_names_of_the_corpus() {
    let mentions = read(&[
        "President Brandt of the World Ferry Union spoke.",
        "The world feared unrest.",
        "The Department of Trams is shut.",
    ]);
    let names = |initials: &str| {
        let found = mentions.runs().filter(|(own, _)| own == initials);
        found.map(|(_, run)| run.join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(names("wfu"), ["world ferry union"]);
    assert_eq!(names("dot"), ["department of trams"]);
    assert_eq!(names("dt"), ["department of trams"]);
    assert_eq!(names("owf"), [""; 0]);
}

#[test]
fn what_may_have_an_acronym_is_counted_once() {
    let twice = read(&["We saw the World Ferry Union."; 2]);
    // Two words in a row in two ways, and all three.
    assert_eq!(twice.different(), 3);
}

#[test]
fn an_acronym_is_told_from_a_word() {
    for acronym in ["WFU", "W.F.U", "MoD", "CO2", "WFUs", "WFU's", "UNESCO"] {
        assert!(is_acronym(acronym), "{acronym}");
    }
    for word in ["Ferry", "A", "iPhone", "ferry", "1950", "McLean"] {
        assert!(!is_acronym(word), "{word}");
    }
}
