//! Tests of whole plain texts.

use super::*;
use crate::corpus::{BlockKind, Document, Format};

/// Kind initial and text of every block: "H", "P" or "I", a space, the text.
fn kinds_and_texts(text: &str) -> Vec<String> {
    blocks(text)
        .into_iter()
        .map(|block| format!("{:.1} {}", format!("{:?}", block.kind), &text[block.span]))
        .collect()
}

#[test]
fn a_text_is_cut_into_blocks_of_its_kinds() {
    for case in [
        // Blank lines part paragraphs.
        "The ferry left.\n\n \t\nThe museum is shut.\n \
         => P The ferry left. | P The museum is shut.",
        // An underlined line is a heading whatever its shape.
        "ferry pass is gone!\n-------------------\n\nIt cost too much.\n\nIs there another?\n~~~~~~~~~~~~~~~~~\nNo, there is none.\n \
         => H ferry pass is gone! | P It cost too much. | H Is there another? | P No, there is none.",
        "it sails at nine.\n---\n\nThe museum is shut.\n\nit ends here\n------------\n \
         => P it sails at nine. | P The museum is shut. | P it ends here",
        // A line that breaks off goes on in the next.
        "The ferry left.\nIt carried people to\nHarwich and back. \
         => P The ferry left. | P It carried people to\nHarwich and back.",
        // Lines in lower case are paragraphs after the end of a sentence.
        "the ferry sank on a sunday.\nnobody drowned, as the\nmuseum had lent its boat. \
         => P the ferry sank on a sunday. | P nobody drowned, as the\nmuseum had lent its boat.",
        // Verse and addresses are cut at each line.
        "Harbour Museum\n12 Quay Street\nWestport \
         => P Harbour Museum | P 12 Quay Street | P Westport",
        // Bullets are items without their marker.
        "  • Ferries run daily.\n  • The museum is free\n\n- bring a coat\n* and boots \
         => I Ferries run daily. | I The museum is free | I bring a coat | I and boots",
        // Wrapped items stay whole.
        "• The ferry is free.\n  Bicycles cost a\n  coin.\n• Dogs travel\nfree too. \
         => I The ferry is free.\n  Bicycles cost a\n  coin. | I Dogs travel\nfree too.",
        // Short lines above prose are headings.
        "Town buys a second ferry\n\nMain Points\n\n• It is blue.\n\nWhat the Museum Lost\nThe flood took the whole collection of maps, the director said.\n\nToday \
         => H Town buys a second ferry | H Main Points | I It is blue. | H What the Museum Lost | P The flood took the whole collection of maps, the director said. | P Today",
        // Short lines above short lines are no headings.
        "Bread\n\nButter\n\nJam \
         => P Bread | P Butter | P Jam",
        // Numbered headings are headings only above prose.
        "2. The Harbour\n\nIt is deep.\n\n1. Apples\n\n2. Pears \
         => H 2. The Harbour | P It is deep. | I 1. Apples | I 2. Pears",
        // Versions head what changed in them.
        "1.2.3 (2024-03-01)\n- fix the crane\n- add a quay\n\nv1.2:\n* new oars\n\nVersion 1.1 - 2024-02-01\n- fix the lamp \
         => H 1.2.3 (2024-03-01) | I fix the crane | I add a quay | H v1.2: | I new oars | H Version 1.1 - 2024-02-01 | I fix the lamp",
        "the crane is new\n\n1.2.3\n\nthe quay is new.\n\n1.2.2\n\n1.2.1 \
         => P the crane is new | H 1.2.3 | P the quay is new. | P 1.2.2 | P 1.2.1",
        "the office is open at\n\n10:30\n\nand has a telephone:\n\n555-0101\n\nso call. \
         => P the office is open at | P 10:30 | P and has a telephone: | P 555-0101 | P so call.",
        // A hard-wrapped paragraph stays one block.
        "The old ferry carries cars,\nbicycles and people over\nthe river. It was built in\nHarwich in 1962. \
         => P The old ferry carries cars,\nbicycles and people over\nthe river. It was built in\nHarwich in 1962.",
        // A file with a paragraph on each line is cut at each line.
        "River museum wants a second boat as visitors crowd the only one it has\nThe museum asked the town for money on Friday, a councillor said in a letter.\nShared \
         => P River museum wants a second boat as visitors crowd the only one it has | P The museum asked the town for money on Friday, a councillor said in a letter. | P Shared",
        // Wrapped paragraphs without a blank line are parted at the short line.
        "The club was founded by dockers who met in\nthe tavern next to the old rope works and\nplayed on Sundays.\nIts ground holds nine thousand people, most\nof them standing in the rain. \
         => P The club was founded by dockers who met in\nthe tavern next to the old rope works and\nplayed on Sundays. | P Its ground holds nine thousand people, most\nof them standing in the rain.",
        // A wrapped line that ends in an abbreviation does not part.
        "The goal that won the cup final was scored by St.\nAnn's captain in the last minute. \
         => P The goal that won the cup final was scored by St.\nAnn's captain in the last minute.",
        // Numbered items keep their number.
        "Before You Sail\n1. Close the hatch\n2. Cast off.\n(3) Wave. Then steer. \
         => H Before You Sail | I 1. Close the hatch | I 2. Cast off. | I (3) Wave. Then steer.",
        "a. oars\nb. sails => I a. oars | I b. sails",
        // Dashes and numbers that wrapping brought to the start of a line open no item.
        "The ferry that crossed the river every day\n– even on holidays – was sold in the spring. \
         => P The ferry that crossed the river every day\n– even on holidays – was sold in the spring.",
        "The club lost its first game of the season by 2 to\n7. Nobody cheered on the way home that evening. \
         => P The club lost its first game of the season by 2 to\n7. Nobody cheered on the way home that evening.",
        // Two kinds of line end are one; invisible characters are outside the spans.
        "It sank in\r\nthe bay. => P It sank in\r\nthe bay.",
        "\u{feff}It sank.\0 => P It sank.",
        "\u{feff}\n\0\n---\n* * *\n => ",
    ] {
        let (text, wanted) = case.split_once(" => ").unwrap_or_default();
        assert_eq!(kinds_and_texts(text).join(" | "), wanted, "{text}");
    }
}

#[test]
fn lines_too_long_to_be_wrapped_are_paragraphs() {
    let text = format!("{}\n{}", "word ".repeat(50), "Word ".repeat(50));
    assert_eq!(blocks(&text).len(), 2);
}

#[test]
fn a_title_without_spaces_is_parted_from_the_text_below() {
    let line = "渡轮每天早晨从旧码头出发然后在傍晚时分回到城里的新码头".repeat(2);
    assert_eq!(blocks(&format!("渡轮\n{line}\n{line}")).len(), 2);
}

#[test]
fn prose_and_fragments_are_no_headings() {
    let long = "The Ferry That Every Child Of The Old Harbour Town Knows ".repeat(3);
    for line in [
        "It is shut.",
        "on the next page",
        "Ropes, sails,",
        "2001-2005:",
        long.trim(),
    ] {
        let kind = blocks(&format!("{line}\n\nThe ferry left.")).remove(0).kind;
        assert_eq!(kind, BlockKind::Paragraph, "{line}");
    }
    let mostly_small = "It is in the bay\nThe museum has lent its only boat, the director said.";
    assert_eq!(blocks(mostly_small).remove(0).kind, BlockKind::Paragraph);
}

#[test]
fn every_kind_of_line_end_is_one() {
    for end in [
        "\n\n",
        "\r\n\r\n",
        "\r\r",
        "\u{2028}\u{2028}",
        "\u{2029}",
        "\n\u{c}",
        "\u{c}",
        "\u{85}\u{85}",
    ] {
        let found = kinds_and_texts(&format!("It sank.{end}It rose.{end}"));
        assert_eq!(found, ["P It sank.", "P It rose."], "{end:?}");
    }
}

#[test]
fn a_million_one_character_lines_are_cut_in_linear_time() {
    let started = std::time::Instant::now();
    assert_eq!(blocks(&"A\n".repeat(1_000_000)).len(), 1_000_000);
    assert_eq!(blocks(&"a\n".repeat(1_000_000)).len(), 1);
    assert_eq!(blocks(&"- a\n".repeat(500_000)).len(), 500_000);
    // Generous: it takes a fraction of a second, where quadratic work would take hours.
    assert!(started.elapsed().as_secs() < 60);
}

#[test]
fn no_text_panics_loses_a_word_or_gives_spans_out_of_order() {
    let marks = "\n|\n\n|\r\n|\r|\u{c}|\u{2028}|\u{2029}|\u{feff}|\0|\t| |• |- |1. |(b) |a. |Word |word |word. |é|船。|İ|---|👩‍👩‍👧";
    let hard: Vec<&str> = marks.split('|').collect();
    let mut state = 0x9e37_79b9_u32;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % limit
    };
    let words = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    for _ in 0..5000 {
        let length = below(40);
        let text: String = (0..length).map(|_| hard[below(hard.len())]).collect();
        let mut end = 0;
        let mut found = String::new();
        for block in blocks(&text) {
            let span = block.span;
            assert!(end <= span.start && span.start < span.end, "{text:?}");
            end = span.end;
            found.push_str(&words(&text[span]));
        }
        // The labels "b" and "1" are kept with their items, so that no word is lost.
        assert_eq!(found, words(&text), "{text:?}");
    }
}

#[test]
fn each_line_of_a_log_says_something_by_itself() {
    let source = "2024-05-01 10:00:00,123 INFO  ferry: It sails. All is well.\n\u{1b}[31mWARN\u{1b}[0m the quay is wet\n\n=====\n\tat ferry.Boat.sail(Boat.java:7)\n";
    let document = Document::parse("a.log".to_owned(), source.to_owned(), Format::Log);
    assert_eq!(
        document.readings(),
        [
            "2024-05-01 10:00:00,123 INFO ferry: It sails. All is well.",
            "WARN the quay is wet",
            "at ferry.Boat.sail(Boat.java:7)"
        ]
    );
}

#[test]
fn a_name_over_labelled_lines_is_the_heading_of_these_alone() {
    let source = "Contacts\n\nHarbour office\nQuay 3, 2300 Velden\nPhone: 555-0101\n\n\
                  Boat house\nPhone: 555-0102\n\nEmergency: 555-0199\n";
    let document = Document::parse("a.txt".to_owned(), source.to_owned(), Format::PlainText);
    let below = document.passages.iter().flat_map(|passage| {
        let said = passage.sentences.iter().filter(|it| !it.is_heading());
        said.map(|it| (passage.headings.concat(), document.reading(it).into_owned()))
    });
    let wanted = [
        ("Harbour office", "Quay 3, 2300 Velden"),
        ("Harbour office", "Phone: 555-0101"),
        ("Boat house", "Phone: 555-0102"),
        ("", "Emergency: 555-0199"),
    ];
    let wanted = wanted.map(|(heading, said)| (heading.to_owned(), said.to_owned()));
    assert!(below.eq(wanted));
}
