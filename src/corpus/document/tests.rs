use super::*;

fn parse(name: &str, text: &str, format: Format) -> Document {
    Document::parse(name.to_owned(), text.to_owned(), format)
}

fn sentences(document: &Document) -> Vec<&str> {
    document
        .passages
        .iter()
        .flat_map(|p| &p.sentences)
        .map(|s| document.verbatim(s))
        .collect()
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
    let document = parse("a.txt", text, Format::PlainText);
    assert_eq!(document.title, "The Night Ferry");
    assert_eq!(document.date, Date::parse("2024-05-01"));
    assert!(
        document
            .passages
            .iter()
            .all(|passage| passage.headings.is_empty())
    );
    let undated = parse("a.txt", "The ferry sails at nine.\n", Format::PlainText);
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
    let document = parse("ferry.txt", text, Format::PlainText);
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
    let document = parse(
        "a.txt",
        "The \u{1b}[31mferry sails at nine.\n",
        Format::PlainText,
    );
    let sentence = &document.passages[0].sentences[0];
    assert_eq!(
        document.verbatim(sentence),
        "The \u{1b}[31mferry sails at nine."
    );
    assert_eq!(document.reading(sentence), "The [31mferry sails at nine.");
}

#[test]
fn a_hard_wrapped_sentence_is_quoted_as_written_and_read_on_one_line() {
    let document = parse(
        "a.txt",
        "The ferry that we took sails\nat nine every night of the\nyear. It is never late.\n",
        Format::PlainText,
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
    let document = parse(
        "a.txt",
        "One ferry sails.\rTwo ferries wait.\rThree sink.",
        Format::PlainText,
    );
    let at = document.text.find("Three").unwrap_or_default();
    assert_eq!(document.line(at), Some(3));
}
