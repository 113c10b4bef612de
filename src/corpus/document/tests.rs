use super::*;

fn parse(name: &str, text: &str, format: Format) -> Document {
    Document::parse(name.to_owned(), text.to_owned(), format)
}

fn plain(text: &str) -> Document {
    parse("a.txt", text, Format::PlainText)
}

fn sentences(document: &Document) -> Vec<&str> {
    document.sentences().map(|s| document.verbatim(s)).collect()
}

#[test]
fn a_first_line_that_looks_like_a_title_is_the_title() {
    let document = parse(
        "a/ferry.txt",
        "The Night Ferry\n\nThe ferry sails at nine. It is never late.\n",
        Format::PlainText,
    );
    assert_eq!(document.title, "The Night Ferry");
    assert_eq!(
        sentences(&document),
        [
            "The Night Ferry",
            "The ferry sails at nine.",
            "It is never late."
        ]
    );
}

#[test]
fn a_date_line_dates_the_text_and_heads_nothing() {
    let text = "The Night Ferry\n\nPublished: 1 May 2024\n\nThe ferry sails at nine.\n";
    let document = plain(text);
    assert_eq!(document.title, "The Night Ferry");
    assert_eq!(document.date, Date::parse("2024-05-01"));
    assert!(
        document
            .passages
            .iter()
            .all(|passage| passage.headings.is_empty())
    );
    let undated = plain("The ferry sails at nine.\n");
    assert_eq!(undated.date, None);
}

#[test]
fn prose_from_the_first_line_leaves_the_file_name_as_title() {
    let document = parse(
        "a/ferry-2.txt",
        "The ferry sails at nine. It is never late.\n",
        Format::PlainText,
    );
    assert_eq!(document.title, "ferry-2");
}

#[test]
fn lines_count_from_one_and_a_byte_order_mark_counts_as_bytes() {
    let text = "\u{feff}The Night Ferry\r\n\r\nThe ferry sails at nine.\r\n";
    let document = plain(text);
    let sentence = &document.passages[0].sentences[1];
    assert_eq!(document.verbatim(sentence), "The ferry sails at nine.");
    assert_eq!(
        sentence.span.start,
        text.find("The ferry").unwrap_or_default()
    );
    assert_eq!(document.line(sentence.span.start), Some(3));
    assert_eq!(document.line(0), Some(1));
}

#[test]
fn control_characters_are_quoted_verbatim_and_not_read() {
    let document = plain("The \u{1b}[31mferry sails at nine.\n");
    let sentence = &document.passages[0].sentences[0];
    assert_eq!(
        document.verbatim(sentence),
        "The \u{1b}[31mferry sails at nine."
    );
    assert_eq!(document.reading(sentence), "The ferry sails at nine.");
}

#[test]
fn a_hard_wrapped_sentence_is_quoted_as_written_and_read_on_one_line() {
    let document = plain(
        "The ferry that we took sails\nat nine every night of the\nyear. It is never late.\n",
    );
    let sentence = &document.passages[0].sentences[0];
    assert_eq!(
        document.verbatim(sentence),
        "The ferry that we took sails\nat nine every night of the\nyear."
    );
    assert_eq!(
        document.reading(sentence),
        "The ferry that we took sails at nine every night of the year."
    );
}

#[test]
fn lines_may_end_with_carriage_returns_alone() {
    let document = plain("One ferry sails.\rTwo ferries wait.\rThree sink.");
    let at = document.text.find("Three").unwrap_or_default();
    assert_eq!(document.line(at), Some(3));
}

/// Every sentence as a person reads it.
fn readings(document: &Document) -> Vec<String> {
    let read = |sentence| document.reading(sentence).into_owned();
    document.sentences().map(read).collect()
}

#[test]
fn words_that_lines_and_pages_break_are_whole() {
    let text = "The harbour was dug by the guild of ma-\nsons, who came from the up-\n\n          - 13 -\n\nper valley and stayed. It is well-\nknown.\n";
    let document = plain(text);
    assert_eq!(
        readings(&document),
        [
            "The harbour was dug by the guild of masons, who came from the upper valley and stayed.",
            "It is well-known."
        ]
    );
    let first = &document.passages[0].sentences[0];
    assert!(
        document.verbatim(first).contains("- 13 -"),
        "the quote is the source itself"
    );
}

#[test]
fn a_plain_text_is_read_as_its_reader_sees_it() {
    for case in [
        // A page number between sentences joins nothing.
        "The harbour is old.\n\n13\n\nIt was dug in 1804.\n \
         => The harbour is old. | 13 | It was dug in 1804.",
        // What nobody sees is not read.
        "The Hafen\u{ad}amt is\u{200b} \u{1b}[1mopen\u{1b}[0m\0.\n \
         => The Hafenamt is open.",
        // Each message of a chat is quoted whole.
        "[12/03/2024, 09:15:22] Ann: The key? It is under the pot\nby the door\n[12/03/2024, 09:16:01] Leo: thanks\n12/03/2024, 10:02 - Mira: Dinner is at 7 pm\n \
         => [12/03/2024, 09:15:22] Ann: The key? It is under the pot by the door | [12/03/2024, 09:16:01] Leo: thanks | 12/03/2024, 10:02 - Mira: Dinner is at 7 pm",
    ] {
        let (text, wanted) = case.split_once(" => ").unwrap_or_default();
        assert_eq!(readings(&plain(text)).join(" | "), wanted, "{text}");
    }
}

#[test]
fn a_numbered_line_in_capitals_is_a_heading_also_right_above_its_text() {
    let text = "1. NAME\n\nThe club is called Lyra.\n\n2. MEMBERS\nMembers pay 200 kronor a year to the club.\n";
    let document = plain(text);
    let last = document.passages.last().unwrap();
    assert_eq!(last.headings, ["2. MEMBERS"]);
}

#[test]
fn of_several_headings_of_the_first_level_none_is_the_title() {
    let text = "# Rules of 2023\n\nOpen at nine.\n\n# Rules of 2024\n\nOpen at ten.\n";
    let document = parse("rules.md", text, Format::Markdown);
    assert_eq!(document.title, "rules");
    let headings: Vec<_> = document
        .passages
        .iter()
        .map(|passage| &passage.headings[0])
        .collect();
    assert_eq!(headings, ["Rules of 2023", "Rules of 2024"]);
}
