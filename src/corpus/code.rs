//! Code: lines of a program, a command or its output, which are quoted with their line ends.

use std::ops::Range;

/// Code up to this many bytes is one quote; a longer one is divided between its lines.
const WHOLE: usize = 600;
/// Spaces that a tab stands for.
const TAB: &str = "    ";

/// Code as a person reads it: line by line, without control characters and spaces at line ends,
/// and without the indentation that all lines have.
pub(super) fn reading(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = line.trim_end().replace('\t', TAB);
        line.replace(char::is_control, "")
    });
    let lines: Vec<String> = lines.collect();
    let said = lines.iter().filter(|line| !line.is_empty());
    let indentations = said.map(|line| line.len() - line.trim_start().len());
    let common = indentations.min().unwrap_or(0);
    // An empty line has no indentation, and a wide space may not be parted.
    let dedented = lines.iter().map(|line| line.get(common..).unwrap_or(line));
    let dedented: Vec<&str> = dedented.collect();
    dedented.join("\n").trim_matches('\n').to_owned()
}

/// The pieces of code that are quoted, each of whole lines: those that belong together by the blank
/// lines between them, up to [`WHOLE`] bytes.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    // Where the last blank line of the open piece stands.
    let mut blank = None;
    let mut open: Option<Range<usize>> = None;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if line.trim().is_empty() {
            blank = open.as_ref().map(|open| open.end);
        } else if let Some(piece) = &mut open {
            if end - piece.start > WHOLE {
                let last = piece.end;
                let cut = blank.filter(|cut| *cut > piece.start).unwrap_or(last);
                pieces.push(piece.start..cut);
                let mut rest = first_line(text, cut).unwrap_or(start).min(start);
                // With this line, what stands after the blank line may be too long as well.
                if rest < start && end - rest > WHOLE {
                    pieces.push(rest..last);
                    rest = start;
                }
                open = Some(rest..end);
                blank = None;
            } else {
                piece.end = end;
            }
        } else {
            open = Some(start..end);
        }
        start += line.len();
    }
    let pieces = pieces.into_iter().chain(open);
    pieces
        .flat_map(|piece| cut(text, piece))
        .filter(|piece| text[piece.clone()].contains(char::is_alphanumeric))
        .collect()
}

/// A piece of a single line that is longer than any that people write, cut between its words.
fn cut(text: &str, piece: Range<usize>) -> Vec<Range<usize>> {
    if text[piece.clone()].contains('\n') {
        return vec![piece];
    }
    let mut pieces = Vec::new();
    let Range { mut start, end } = piece;
    while end - start > WHOLE {
        let most = text.floor_char_boundary(start + WHOLE);
        let space = text[start..most].rfind(char::is_whitespace);
        let at = space.filter(|at| *at > 0).map_or(most, |at| start + at);
        pieces.push(start..at);
        start = end - text[at..end].trim_start().len();
    }
    pieces.push(start..end);
    pieces
}

/// Where the first line after `at` that says something starts.
fn first_line(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let says = rest.find(|c: char| !c.is_whitespace())?;
    let line = rest[..says].rfind('\n').map_or(0, |end| end + 1);
    Some(at + line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_keeps_its_lines_and_the_indentation_within() {
        let text = "\n    fn main() {\n\tlet a = 1;  \n\n        go(a);\x1b\n    }\n";
        assert_eq!(reading(text), "fn main() {\nlet a = 1;\n\n    go(a);\n}");
        // A space of several bytes is not parted, and its line stays.
        assert_eq!(reading(" a\n\u{3000}b"), "a\n\u{3000}b");
    }

    #[test]
    fn a_long_line_after_a_short_one_is_cut_too() {
        let long = "x = 1; ".repeat(200);
        let text = format!("a = 1\n\nb = 2\n{long}\n");
        let pieces = pieces(&text);
        let said = |at: usize| &text[pieces[at].clone()];
        assert_eq!((said(0), said(1)), ("a = 1", "b = 2"));
        assert!(pieces.len() > 3 && pieces.iter().all(|piece| piece.len() <= WHOLE));
    }

    #[test]
    fn long_code_is_divided_at_its_blank_lines() {
        let block = |name: &str| format!("def {name}():\n{}", "    wait()\n".repeat(35));
        let text = format!("{}\n{}", block("one"), block("two"));
        let pieces = pieces(&text).into_iter();
        let pieces: Vec<&str> = pieces.map(|piece| &text[piece]).collect();
        assert_eq!(pieces.len(), 2);
        assert!(pieces[0].starts_with("def one") && pieces[1].starts_with("def two"));
        assert!(pieces.iter().all(|piece| piece.ends_with("wait()")));
    }

    #[test]
    fn every_line_of_any_code_is_in_one_piece() {
        for lines in [1, 3, 40, 200] {
            let line = |line: usize| format!("{}x{line} = 1", "\n".repeat(line % 3));
            let text = (0..lines).map(line).collect::<Vec<_>>().join("\n");
            let pieces = pieces(&text);
            let mut end = 0;
            for piece in &pieces {
                assert!(text[end..piece.start].trim().is_empty());
                assert!(piece.len() <= WHOLE);
                end = piece.end;
            }
            assert!(text[end..].trim().is_empty());
        }
    }
}
