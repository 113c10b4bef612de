//! What is read of each syntax: a sentence a line, headings after as many `#` as they are deep.

use std::fmt::Write as _;

use crate::corpus::{Date, Document, Format};

mod asciidoc;
mod org;
mod rst;

fn parse(source: &str, format: Format) -> Document {
    Document::parse("a".to_owned(), source.to_owned(), format)
}

/// What is read of a source, a sentence a line; a heading stands after `#`.
fn read(source: &str, format: Format) -> String {
    let document = parse(source, format);
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
    let document = parse(source, format);
    let verbatim = |sentence| document.verbatim(sentence).to_owned();
    document.sentences().map(verbatim).collect()
}

#[test]
fn a_quote_has_the_marks_that_touch_it() {
    let rst = "It is late. *See* :ref:`the fares <fares>`. Call `Ann Lee <a@b.org>`_";
    let adoc = "It is late. *See* <<fares,the fares>>. Call https://b.org[Ann Lee]";
    let org = "It is late. *See* [[fares][the fares]]. Call [[mailto:a@b.org][Ann Lee]]";
    let wanted = "It is late.\nSee the fares.\nCall Ann Lee\n";
    for (format, source) in [
        (Format::Rst, rst),
        (Format::AsciiDoc, adoc),
        (Format::Org, org),
    ] {
        assert_eq!(verbatim(source, format).join(" "), source, "{format:?}");
        assert_eq!(read(source, format), wanted, "{format:?}");
    }
}

#[test]
fn questions_head_their_answers_in_every_form() {
    for (format, sources) in [
        (
            Format::Rst,
            [
                "Dogs?\n-----\n\nThey stay out.\n",
                "Dogs?\n   They stay out.\n\nCats?\n   They come in.\n",
                "**Dogs?**\n\nThey stay out.\n\n**Cats?**\n\nThey come in.\n",
                ":Q: Dogs?\n:A: They stay out.\n",
            ],
        ),
        (
            Format::AsciiDoc,
            [
                "== Dogs?\n\nThey stay out.\n",
                "[qanda]\nDogs?:: They stay out.\nCats?:: They come in.\n",
                "*Dogs?*\n\nThey stay out.\n\n*Cats?*\n\nThey come in.\n",
                "Q: Dogs?\n\nA: They stay out.\n",
            ],
        ),
        (
            Format::Org,
            [
                "* Dogs?\nThey stay out.\n",
                "- Dogs? :: They stay out.\n- Cats? :: They come in.\n",
                "*Dogs?*\n\nThey stay out.\n\n*Cats?*\n\nThey come in.\n",
                "- Q: Dogs?\n- A: They stay out.\n",
            ],
        ),
    ] {
        for source in sources {
            assert!(read(source, format).contains("# "), "{format:?} {source}");
        }
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
    let formats = [Format::Rst, Format::AsciiDoc, Format::Org];
    for format in formats.into_iter().chain([Format::Mdx, Format::Log]) {
        for piece in pieces.into_iter().chain(["#+begin_src", "footnote:["]) {
            for between in ["", "a", " ", "\n"] {
                let source = format!("{piece}{between}").repeat(2_000);
                let length = read(&source, format).len();
                // Only what stands for another text is longer than it is written.
                assert!(
                    length < 4 * source.len(),
                    "{format:?} {piece:?} {between:?}"
                );
            }
        }
    }
}
