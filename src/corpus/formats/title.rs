//! Titles among the properties of a file, most of which nobody wrote.

use super::xml;
use crate::corpus::{folded, is_one_of};

/// No title is longer than this many bytes.
const LONGEST: usize = 300;
/// What programs write where nobody gave a title.
const NONE: &str = "\
    untitled|untitled document|document|title|unknown|(anonymous)|none|no title|presentation|\
    powerpoint presentation";
/// A title that ends so is the name of a file.
const ENDINGS: &str =
    "doc|docx|docm|dot|odt|rtf|pdf|txt|tex|dvi|ps|indd|qxd|xls|ppt|html|xlsx|pptx";

/// The title that the element `name` of a part says.
pub(super) fn of(xml: &str, name: &str) -> Option<String> {
    sensible(&xml::text_of(xml, name)?)
}

/// The title on one line, if it says something about the document.
pub(super) fn sensible(title: &str) -> Option<String> {
    let folded = folded(&title.replace(|c: char| c.is_control() && !c.is_whitespace(), ""));
    let lower = folded.to_lowercase();
    let numbered = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let says_something = folded.contains(char::is_alphabetic)
        && folded.len() <= LONGEST
        && !lower.starts_with("microsoft ")
        && !is_one_of(NONE, numbered)
        && !(lower.rsplit_once('.')).is_some_and(|(_, ending)| is_one_of(ENDINGS, ending));
    says_something.then_some(folded)
}

#[cfg(test)]
mod tests {
    use super::sensible;

    #[test]
    fn what_programs_write_is_no_title() {
        let none = "| |Untitled|Document1|Microsoft Word - ferry.doc|ferry_final.PDF|2024-05|\
            PowerPoint Presentation|Fares.xlsx";
        for title in none.split('|') {
            assert_eq!(sensible(title), None, "{title}");
        }
        let title = sensible(" The ferries\n of Lorne");
        assert_eq!(title.as_deref(), Some("The ferries of Lorne"));
    }
}
