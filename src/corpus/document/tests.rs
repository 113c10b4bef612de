use super::*;

fn parse(text: &str, format: Format) -> Document {
    Document::parse("a/ferry-2.txt".to_owned(), text.to_owned(), format)
}

fn plain(text: &str) -> Document {
    parse(text, Format::PlainText)
}

impl Document {
    /// Every sentence as a person reads it.
    pub(in crate::corpus) fn readings(&self) -> Vec<String> {
        let read = |sentence| self.reading(sentence).into_owned();
        self.sentences().map(read).collect()
    }

    /// What is quoted of it, and behind an arrow what is read where that differs.
    pub(in crate::corpus) fn told(&self) -> String {
        let told = self.sentences().map(|sentence| {
            let (quote, reading) = (self.verbatim(sentence), self.reading(sentence));
            if quote == reading {
                quote.to_owned()
            } else {
                format!("{quote} => {reading}")
            }
        });
        told.collect::<Vec<_>>().join(" || ")
    }
}

#[test]
fn a_plain_text_is_quoted_as_written_and_read_as_its_reader_sees_it() {
    for case in [
        "The Night Ferry\n\nThe ferry sails at nine. It is never late.\n \
         => The Night Ferry || The ferry sails at nine. || It is never late.",
        // A sentence over lines is read on one, and words that these and pages break are whole.
        "The ferry that we took sails\nat nine every night of the\nyear. It is never late.\n \
         => The ferry that we took sails\nat nine every night of the\nyear. \
         => The ferry that we took sails at nine every night of the year. || It is never late.",
        "The harbour was dug by the guild of ma-\nsons, who came from the up-\n\n          - 13 -\n\nper valley and stayed. It is well-\nknown.\n \
         => The harbour was dug by the guild of ma-\nsons, who came from the up-\n\n          - 13 -\n\nper valley and stayed. \
         => The harbour was dug by the guild of masons, who came from the upper valley and stayed. \
         || It is well-\nknown. => It is well-known.",
        // A page number between sentences joins nothing.
        "The harbour is old.\n\n13\n\nIt was dug in 1804.\n \
         => The harbour is old. || 13 || It was dug in 1804.",
        // What nobody sees is not read.
        "The \u{1b}[31mferry sails at nine.\n \
         => The \u{1b}[31mferry sails at nine. => The ferry sails at nine.",
        "The Hafen\u{ad}amt is\u{200b} \u{1b}[1mopen\u{1b}[0m\0.\n \
         => The Hafen\u{ad}amt is\u{200b} \u{1b}[1mopen\u{1b}[0m\0. => The Hafenamt is open.",
        "\u{1b}]0;harbour office\u{7}The ferry \u{1b}(B\u{1b}[msails\u{1b}]8;;http://a.b\u{1b}\\ at\u{1b}7 nine.\n \
         => The ferry \u{1b}(B\u{1b}[msails\u{1b}]8;;http://a.b\u{1b}\\ at\u{1b}7 nine. \
         => The ferry sails at nine.",
        // One that does not end hides no more than its opening.
        "The ferry\u{1b}]0;sails at nine.\n\u{1b}cThe quay is open.\n \
         => The ferry\u{1b}]0;sails at nine. => The ferry0;sails at nine. \
         || The quay is open.",
        // Each message of a chat is quoted whole.
        "[12/03/2024, 09:15:22] Ann: The key? It is under the pot\nby the door\n[12/03/2024, 09:16:01] Leo: thanks\n12/03/2024, 10:02 - Mira: Dinner is at 7 pm\n \
         => [12/03/2024, 09:15:22] Ann: The key? It is under the pot\nby the door \
         => [12/03/2024, 09:15:22] Ann: The key? It is under the pot by the door \
         || [12/03/2024, 09:16:01] Leo: thanks || 12/03/2024, 10:02 - Mira: Dinner is at 7 pm",
    ] {
        let (text, wanted) = case.split_once(" => ").unwrap_or_default();
        assert_eq!(plain(text).told(), wanted, "{text}");
    }
}

#[test]
fn a_first_line_that_looks_like_a_title_is_the_title_or_else_the_name_of_the_file() {
    let document = plain("The Night Ferry\n\nThe ferry sails at nine.\n");
    assert_eq!(document.title, "The Night Ferry");
    let document = plain("The ferry sails at nine. It is never late.\n");
    assert_eq!(document.title, "ferry-2");
}

#[test]
fn a_date_line_dates_the_text_and_heads_nothing() {
    let text = "The Night Ferry\n\nPublished: 1 May 2024\n\nThe ferry sails at nine.\n";
    let document = plain(text);
    assert_eq!(document.title, "The Night Ferry");
    assert_eq!(document.date, Date::parse("2024-05-01"));
    let mut passages = document.passages.iter();
    assert!(passages.all(|passage| passage.headings.is_empty()));
    assert_eq!(plain("The ferry sails at nine.\n").date, None);
}

#[test]
fn lines_count_from_one_and_a_byte_order_mark_counts_as_bytes() {
    let text = "\u{feff}The Night Ferry\r\n\r\nThe ferry sails at nine.\r\n";
    let document = plain(text);
    let sentence = &document.passages[0].sentences[1];
    assert_eq!(document.verbatim(sentence), "The ferry sails at nine.");
    assert_eq!(Some(sentence.span.start), text.find("The ferry"));
    assert_eq!(document.line(sentence.span.start), Some(3));
    assert_eq!(document.line(0), Some(1));
    // They may end with carriage returns alone.
    let document = plain("One ferry sails.\rTwo ferries wait.\rThree sink.");
    let at = document.text.find("Three").unwrap();
    assert_eq!(document.line(at), Some(3));
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
    let document = parse(text, Format::Markdown);
    assert_eq!(document.title, "ferry-2");
    let headings = document.passages.iter().flat_map(|it| &it.headings);
    assert!(headings.eq(["Rules of 2023", "Rules of 2024"]));
}
