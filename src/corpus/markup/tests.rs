//! What is read of each syntax: a sentence a line, headings after as many `#` as they are deep.

use std::fmt::Write as _;

use crate::corpus::{Date, Document, Format};

mod asciidoc;
mod org;
mod rst;

/// What is read of a source, a sentence a line; a heading stands after `#`.
fn read(source: &str, format: Format) -> String {
    let document = Document::parse("a".to_owned(), source.to_owned(), format);
    let mut shown = String::new();
    for sentence in document.sentences() {
        let mark = if sentence.is_heading() { "# " } else { "" };
        let _ = writeln!(shown, "{mark}{}", document.reading(sentence));
    }
    shown
}

/// Asserts that of each source is read what stands behind its arrow.
#[track_caller]
fn check(format: Format, cases: &[&str]) {
    for case in cases {
        let (source, wanted) = case.split_once(" => ").unwrap_or_default();
        assert_eq!(read(source, format).trim_end(), wanted, "{source}");
    }
}

/// The sentences as they stand in the source.
fn verbatim(source: &str, format: Format) -> Vec<String> {
    let document = Document::parse("a".to_owned(), source.to_owned(), format);
    let all = document.sentences();
    all.map(|sentence| document.verbatim(sentence).to_owned())
        .collect()
}

#[test]
fn a_quote_has_the_marks_that_touch_it() {
    let sources = [
        (
            Format::Rst,
            "It is late. *See* :ref:`the fares <fares>`. Call `Ann Lee <a@b.org>`_",
        ),
        (
            Format::AsciiDoc,
            "It is late. *See* <<fares,the fares>>. Call https://b.org[Ann Lee]",
        ),
        (
            Format::Org,
            "It is late. *See* [[fares][the fares]]. Call [[mailto:a@b.org][Ann Lee]]",
        ),
    ];
    for (format, source) in sources {
        let quotes = verbatim(source, format);
        assert_eq!(quotes.join(" "), source, "{format:?}");
        assert_eq!(
            read(source, format),
            "It is late.\nSee the fares.\nCall Ann Lee\n",
            "{format:?}"
        );
    }
}

#[test]
fn much_of_anything_is_read_and_does_not_grow() {
    let pieces = [
        "*", "**", "`", "``", "_", "[", "[[", "]", "{", "<<", "<", "|", "+", "=", "-", ":", "::",
        "a::", "a :: ", ".. a::", ".. ", "|===", "----", "\n", "\n  ", "\n   * ", "a", "é", " ",
        "`a`_", ":a:`", "+--+", "| a |", "== ==", "(((", "\\", "[fn:", ":A:", "[.x]#", "\n\n",
        "a\n b", "http:",
    ];
    for format in [
        Format::Rst,
        Format::AsciiDoc,
        Format::Org,
        Format::Mdx,
        Format::Log,
    ] {
        for piece in pieces.into_iter().chain(["#+begin_src", "footnote:["]) {
            for between in ["", "a", " ", "\n"] {
                let source = format!("{piece}{between}").repeat(2_000);
                let read = read(&source, format);
                // Only what stands for another text is longer than it is written.
                assert!(
                    read.len() < 4 * source.len(),
                    "{format:?} {piece:?} {between:?}"
                );
            }
        }
    }
}
