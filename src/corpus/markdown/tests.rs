use super::super::{Date, Document, Format};

fn sentences(source: &str) -> Vec<(String, String)> {
    let document = Document::parse("a.md".to_owned(), source.to_owned(), Format::Markdown);
    let all = document
        .passages
        .iter()
        .flat_map(|passage| &passage.sentences);
    all.map(|s| {
        (
            document.verbatim(s).to_owned(),
            document.reading(s).into_owned(),
        )
    })
    .collect()
}

#[track_caller]
fn check(source: &str, wanted: &[(&str, &str)]) {
    let found = sentences(source);
    let found: Vec<_> = found
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn markup_stays_in_the_quote_and_leaves_the_reading() {
    check(
        "The **night ferry** sails. *It is late.* See [the timetable](https://x.org/a \"Times\").\n",
        &[
            ("The **night ferry** sails.", "The night ferry sails."),
            ("*It is late.*", "It is late."),
            (
                "See [the timetable](https://x.org/a \"Times\").",
                "See the timetable.",
            ),
        ],
    );
}

#[test]
fn a_sentence_that_is_a_link_or_code_keeps_its_markup_whole() {
    check(
        "[The timetable](https://x.org) is out. Run `ferry go`\n",
        &[
            (
                "[The timetable](https://x.org) is out.",
                "The timetable is out.",
            ),
            ("Run `ferry go`", "Run ferry go"),
        ],
    );
}

#[test]
fn front_matter_gives_title_and_date_and_is_never_quoted() {
    let source =
        "---\ntitle: \"Ferries: a report\"\ndate: 2024-05-01\n---\n\nThe ferry sails at nine.\n";
    let document = Document::parse("a.md".to_owned(), source.to_owned(), Format::Markdown);
    assert_eq!(document.title, "Ferries: a report");
    assert_eq!(document.date, Date::parse("2024-05-01"));
    assert!(document.date.is_some());
    check(
        source,
        &[("The ferry sails at nine.", "The ferry sails at nine.")],
    );
}

#[test]
fn broken_front_matter_does_not_lose_the_document() {
    let source = "---\ntitle: [unclosed\n---\n\n# Ferries\n\nThe ferry sails at nine.\n";
    let document = Document::parse("a.md".to_owned(), source.to_owned(), Format::Markdown);
    assert_eq!(document.title, "Ferries");
}

#[test]
fn list_items_nest_and_rows_of_a_table_are_one_sentence_each() {
    check(
        "- Ferries\n  - The *Aurora* sails.\n- Buses stop.\n",
        &[
            ("Ferries", "Ferries"),
            ("The *Aurora* sails.", "The Aurora sails."),
            ("Buses stop.", "Buses stop."),
        ],
    );
    check(
        "| Ship | Seats |\n|---|---|\n| Aurora | 90 |\n",
        &[
            ("Ship | Seats", "Ship | Seats"),
            ("Aurora | 90", "Aurora | 90"),
        ],
    );
}

#[test]
fn a_wrapped_paragraph_is_quoted_with_its_line_break() {
    check(
        "The ferry sails\nat nine.\n",
        &[("The ferry sails\nat nine.", "The ferry sails at nine.")],
    );
}

#[test]
fn images_and_html_blocks_are_not_prose() {
    check(
        "<div class=\"x\">\nhidden\n</div>\n\n![A ship](ship.png) The ferry sails.\n",
        &[("The ferry sails.", "The ferry sails.")],
    );
}

#[test]
fn a_byte_order_mark_hides_nothing() {
    check(
        "\u{feff}# Ferries\n\nThe ferry sails.\n",
        &[
            ("Ferries", "Ferries"),
            ("The ferry sails.", "The ferry sails."),
        ],
    );
}

#[test]
fn a_field_that_makes_no_sense_and_a_later_rule_leave_the_title() {
    let source = "---\ntitle: >\n  The night\n  ferry\ndate: [1, 2]\n---\n\nIt sails.\n\n---\nIt is late.\n---\n";
    let document = Document::parse("a.md".to_owned(), source.to_owned(), Format::Markdown);
    assert_eq!(document.title, "The night ferry");
    assert_eq!(document.date, None);
    assert!(
        sentences(source)
            .iter()
            .any(|(text, _)| text == "It is late.")
    );
}

#[test]
fn a_line_break_in_html_parts_words() {
    check(
        "It eats grass<br>clover.\n",
        &[("It eats grass<br>clover.", "It eats grass clover.")],
    );
}

#[test]
fn a_quote_does_not_run_into_a_nested_item() {
    let found = sentences("- See the **night ferry**\n  - [A link](http://a.b) is here.\n");
    let texts: Vec<_> = found.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(
        texts,
        ["See the **night ferry**", "[A link](http://a.b) is here."]
    );
}

#[test]
fn code_over_a_line_break_keeps_its_place() {
    let source = "The words `one\ntwo` are odd. Zoë left.\n";
    let found = sentences(source);
    assert_eq!(found[0].0, "The words `one\ntwo` are odd.");
    assert_eq!(found[1].0, "Zoë left.");
}
