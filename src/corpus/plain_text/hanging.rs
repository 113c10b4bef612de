//! Lines that hang out over deeper ones, as in manual pages and the help of commands: an option over
//! what it does, the name of a section over all of it. What they hang over is about them, as what
//! stands below a heading is.

use super::lines::{Line, NARROW_LINE};
use super::lists::Marker;

/// Hanging lines that hang over hanging lines are looked for so deep: a section, a command of it, an
/// option of that.
const DEEPEST: usize = 4;
/// A term of more words is a line of prose, where what follows it begins in lower case.
const FEW_WORDS: usize = 3;
/// Bytes that end a line, at most.
const LINE_END: usize = 3;
/// Characters of the short form of an option before the long one: "-t, ".
const SHORT_FORM: usize = 4;
/// A line of more characters is prose.
const LONGEST: usize = 100;

/// Lines that belong together, out of those between two blank ones.
pub(super) struct Part<'r, 't> {
    pub(super) lines: &'r [Line<'t>],
    /// Whether they hang out over those that come next.
    pub(super) hangs: bool,
}

/// Parts a run of lines into those that hang, each by itself, and the others.
pub(super) fn part<'r, 't>(run: &'r [Line<'t>]) -> Vec<Part<'r, 't>> {
    let mut parts = Vec::new();
    part_at(run, 0, &mut parts);
    parts
}

fn part_at<'r, 't>(run: &'r [Line<'t>], depth: usize, parts: &mut Vec<Part<'r, 't>>) {
    let first = parts.len();
    if depth < DEEPEST {
        for (terms, below) in entries(run) {
            let announces = terms.iter().any(|term| term.text.ends_with(':'));
            parts.push(Part {
                lines: terms,
                hangs: !announces,
            });
            part_at(below, depth + 1, parts);
        }
    }
    // A line that announces stands apart only from what hangs out itself.
    if !parts[first..].iter().any(|part| part.hangs) {
        parts.truncate(first);
        parts.push(Part {
            lines: run,
            hangs: false,
        });
    }
}

/// Hanging lines with those below each; none where the run is no list of such.
fn entries<'r, 't>(run: &'r [Line<'t>]) -> Vec<(&'r [Line<'t>], &'r [Line<'t>])> {
    let Some(first) = run.first() else {
        return Vec::new();
    };
    // Beside options of a letter and a word, one of a word stands below their words.
    let is_long = |line: &Line| {
        is_option(first) && line.text.starts_with("--") && line.indent == first.indent + SHORT_FORM
    };
    let hangs = |line: &Line| line.indent == first.indent || is_long(line);
    let mut entries = Vec::new();
    let mut rest = run;
    while !rest.is_empty() {
        let terms = rest.iter().take_while(|line| hangs(line)).count();
        let below = rest[terms..]
            .iter()
            .take_while(|line| line.indent > first.indent && !is_long(line));
        let end = terms + below.count();
        if terms == 0 || end == terms {
            return Vec::new();
        }
        entries.push((&rest[..terms], &rest[terms..end]));
        rest = &rest[end..];
    }
    // The number of a page was left out where more than room stands between two lines.
    let is_next = |pair: &[Line]| pair[1].start <= pair[0].end() + LINE_END + 4 * pair[1].indent;
    if !run.windows(2).all(is_next) {
        return Vec::new();
    }
    let is_entry = |(terms, below): &(&[Line], &[Line])| match terms {
        [term] if entries.len() == 1 => is_term(term, below),
        // Verse and programs step in and out, too.
        terms => terms.iter().all(|term| is_option(term) && ends_open(term)),
    };
    if entries.iter().all(is_entry) {
        entries
    } else {
        Vec::new()
    }
}

/// Whether a line says what those below it are about. A paragraph whose first line hangs out is
/// wrapped: its lines have no room for another word.
fn is_term(term: &Line, below: &[Line]) -> bool {
    let words = term.text.split_whitespace().count();
    if Marker::of(term.text).is_some() || term.width > LONGEST {
        return false;
    }
    if term.text.ends_with(':') {
        return true;
    }
    let goes_on = below[0].starts_in_lower_case() && words > FEW_WORDS;
    let width = below.iter().map(|line| line.width).max().unwrap_or(0);
    let has_room = term.has_room_for(&below[0], width.max(NARROW_LINE));
    ends_open(term) && (is_option(term) || has_room && !goes_on)
}

/// Whether a line is an option: no item of a list, which has a space after its dash.
pub(super) fn is_option(line: &Line) -> bool {
    line.text.starts_with('-') && Marker::of(line.text).is_none()
}

/// Whether no mark tells that a sentence ends or goes on.
fn ends_open(term: &Line) -> bool {
    !term.ends_sentence() && !term.text.ends_with([',', ';', '，', '、'])
        || term.text.ends_with([')', '…', '.']) && is_option(term)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    /// The lines that hang out in a text without blank lines.
    fn hanging(text: &str) -> Vec<&str> {
        let lines = lines(text);
        let parts = part(&lines);
        let hanging = parts.iter().filter(|part| part.hangs);
        let lines = hanging.flat_map(|part| part.lines);
        lines.map(|line| line.text).collect()
    }

    #[test]
    fn options_and_sections_hang_over_what_is_about_them() {
        for case in [
            "  --tide\n      Wait for high water.\n      It may take hours. => --tide",
            "OPTIONS\n  -t, --tide <hours>\n      Wait. => OPTIONS | -t, --tide <hours>",
            "  -t\n      Wait.\n  -q\n      Say nothing. => -t | -q",
            "Options:\n  -t\n      Wait. => -t",
            "  -t, --tide\n          Wait.\n      --quick\n          Hurry. => -t, --tide | --quick",
            "slack water\n    the time between the tides => slack water",
            "NAME\n    moor - tie up a boat => NAME",
            // Prose, verse and lists hang over nothing.
            "The boats of the harbour are tied\n    up for the night => ",
            "Grey is the sea\n    and grey the sky\nGrey is the boat\n    that passes by => ",
            "1. Cast off\n   and wait. => ",
            "- Cast off\n  Wait. => ",
            "It is late.\n    The boat has left. => ",
            "Bring with you:\n    a lamp\n    a rope => ",
            "The boat,\n    The lamp => ",
            "Nothing below => ",
        ] {
            let (text, wanted) = case.split_once(" => ").unwrap_or_default();
            assert_eq!(hanging(text).join(" | "), wanted, "{text}");
        }
    }

    #[test]
    fn lines_that_step_in_without_end_are_looked_at_to_a_depth() {
        let indents: Vec<String> = (0..5000).map(|depth| " ".repeat(depth)).collect();
        let text = indents.join("-x\n") + "-x";
        assert_eq!(hanging(&text).len(), DEEPEST);
        let text = indents.join("so:\n") + "so:";
        assert_eq!(hanging(&text), [] as [&str; 0]);
    }
}
