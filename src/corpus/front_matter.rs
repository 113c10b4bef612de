//! What a Markdown document says of itself at its head, in the plain part of YAML that
//! people write there: a field a line as `key: value`, where the value is quoted or not,
//! or goes on in indented lines below; or in TOML as `key = "value"`. All else is passed over.

use std::ops::Range;

use super::date::Date;
use super::folded;

/// What Quoth reads of a document's front matter.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) date: Option<Date>,
}

impl FrontMatter {
    /// Reads what it can: a field that makes no sense does not spoil the others.
    pub(super) fn read(yaml: &str) -> Self {
        let (mut title, mut date) = (None, None);
        let mut lines = yaml.lines().peekable();
        while let Some(line) = lines.next() {
            let Some((key, value)) = line.split_once([':', '=']) else {
                continue;
            };
            let mut value = value.trim().to_owned();
            let goes_on = |line: &&str| line.starts_with(char::is_whitespace) || line.is_empty();
            while let Some(more) = lines.next_if(goes_on) {
                value.push(' ');
                value.push_str(more.trim());
            }
            let field = match key.trim_matches(['"', '\'', ' ']) {
                "title" => &mut title,
                "date" => &mut date,
                _ => continue,
            };
            *field = field.take().or_else(|| scalar(value.trim()));
        }
        Self {
            title,
            date: date.as_deref().and_then(Date::parse),
        }
    }
}

/// Where those stand who wrote the document, as a field of one line names them.
pub(super) fn authors(yaml: &str) -> Option<Range<usize>> {
    let mut at = 0;
    yaml.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        let (key, value) = line.split_once([':', '='])?;
        // What stands further in is about something else: a picture, a plugin.
        let key = key.trim_end().trim_matches(['"', '\'']);
        let is_field = matches!(key, "author" | "authors");
        let names = value.trim().trim_matches(['"', '\'', '[', ']']);
        let is_plain =
            names.starts_with(char::is_alphabetic) && !names.contains(['"', '{', '#', ':']);
        let place = start + line.rfind(names).filter(|_| is_field && is_plain)?;
        Some(place..place + names.len())
    })
}

/// What a value says on one line; `None` for a list and the like, and where it says nothing.
fn scalar(value: &str) -> Option<String> {
    let text = match value.as_bytes().first()? {
        // What JSON has between quotation marks says the same in YAML.
        b'"' => {
            let mut strings = serde_json::Deserializer::from_str(value).into_iter::<String>();
            strings.next()?.ok()?
        }
        b'\'' => single_quoted(&value[1..])?,
        b'>' | b'|' => value.split_once(' ')?.1.to_owned(),
        b'[' | b'{' | b'-' | b'&' | b'*' | b'!' | b'#' => return None,
        _ => value.split(" #").next()?.to_owned(),
    };
    Some(folded(&text)).filter(|text| !matches!(text.as_str(), "" | "~" | "null"))
}

/// What stands before the closing mark; two marks are one.
fn single_quoted(mut rest: &str) -> Option<String> {
    let mut text = String::new();
    loop {
        let (before, after) = rest.split_once('\'')?;
        text.push_str(before);
        let Some(more) = after.strip_prefix('\'') else {
            return Some(text);
        };
        text.push('\'');
        rest = more;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(yaml: &str) -> Option<String> {
        FrontMatter::read(yaml).title
    }

    #[test]
    fn titles_are_read_as_they_are_written() {
        for (yaml, wanted) in [
            ("title: The night ferry", "The night ferry"),
            ("title : The  night ferry # a draft\r\n", "The night ferry"),
            ("\"title\": Ferries: a report", "Ferries: a report"),
            (
                "title: \"Ferries: \\\"a\\\" r\\u00e9port\" # x",
                "Ferries: \"a\" réport",
            ),
            ("title: 'It''s late' # x", "It's late"),
            (
                "title: >-\n  The night\n\n  ferry\ndate: 2024",
                "The night ferry",
            ),
            ("title: |\n  The night\n  ferry", "The night ferry"),
            ("title: The night\n  ferry", "The night ferry"),
            ("title:\n  The night ferry", "The night ferry"),
            ("author: x\ntags:\n  - title\n  - y: z\ntitle: 1984", "1984"),
            ("title: One\ntitle: Two", "One"),
        ] {
            assert_eq!(title(yaml).as_deref(), Some(wanted), "{yaml:?}");
        }
    }

    #[test]
    fn authors_are_found_where_one_line_names_them() {
        for (yaml, wanted) in [
            ("title: a\nauthor: Ann Lee\r\ndate: 2024\n", Some("Ann Lee")),
            ("authors: [Ann Lee, Bo Dahl]", Some("Ann Lee, Bo Dahl")),
            ("author = \"Ann O'Lee\"", Some("Ann O'Lee")),
            ("author: [\"Ann\", \"Bo\"]", None),
            ("author:\n  name: Ann", None),
            ("author: {name: Ann}", None),
            ("co-author: Ann", None),
            ("cover:\n  author: Ann", None),
        ] {
            assert_eq!(authors(yaml).map(|place| &yaml[place]), wanted, "{yaml:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_no_title() {
        for yaml in [
            "",
            "title:",
            "title: ~",
            "title: null",
            "title: \"\"",
            "title: [One, Two]",
            "title: {a: b}",
            "title:\n  - One",
            "title: 'One",
            "title: \"One",
            "title: # none",
            "subtitle: One",
            "# title: One",
        ] {
            assert_eq!(title(yaml), None, "{yaml:?}");
        }
    }

    #[test]
    fn a_date_is_read_beside_a_broken_field() {
        let read = FrontMatter::read("title: [unclosed\ndate: '2024-05-01'\n: : :\n\u{0}");
        assert_eq!(read.date, Date::parse("2024-05-01"));
        assert!(read.date.is_some() && read.title.is_none());
    }
}
