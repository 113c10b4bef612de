//! Org: which lines begin what.

mod inline;
mod shapes;

use std::collections::HashSet;

use super::inline::Inline;
use super::lines::Line;
use super::reader::Reader;
use super::rows::Table;
use super::text::Text;
use crate::corpus::date::Date;
use crate::corpus::front_matter::FrontMatter;
use crate::corpus::read_block::ReadBlock;
use shapes::{
    bare, begins, heading, is_comment, is_drawer, is_planning, item, keyword, note, term,
};

/// What says how far a task is, where the source does not name such words itself.
const STATES: [&str; 2] = ["TODO", "DONE"];
/// Blocks whose lines are code.
const CODE: [&str; 2] = ["src", "example"];
/// Blocks that nobody reads here.
const HIDDEN: [&str; 2] = ["comment", "export"];

/// Reads the lines of a source.
pub(super) fn read(lines: &[Line<'_>]) -> (Vec<ReadBlock>, FrontMatter) {
    let inline = Inline {
        marks: inline::MARKS,
        element: &inline::element,
    };
    let known = Known {
        states: states(lines),
        without_end: 0,
        unended: HashSet::new(),
    };
    let mut reader = Reader::of(lines, inline, known);
    while reader.at < lines.len() {
        reader.step();
    }
    reader.finish()
}

/// What is known of a source beside its lines.
struct Known {
    states: Vec<String>,
    /// Up to which line no drawer ends.
    without_end: usize,
    /// Blocks of which none ends below.
    unended: HashSet<String>,
}

/// The words before headings that say how far a task is.
fn states(lines: &[Line<'_>]) -> Vec<String> {
    let named = lines
        .iter()
        .filter_map(keyword)
        .filter(|(name, _)| matches!(name.as_str(), "todo" | "seq_todo" | "typ_todo"));
    let words = named.flat_map(|(_, value)| value.text.split_whitespace());
    let words = words.map(|word| word.split('(').next().unwrap_or_default());
    let states = STATES.into_iter().chain(words);
    states
        .filter(|word| !word.is_empty() && *word != "|")
        .map(str::to_owned)
        .collect()
}

impl<'a> Reader<'_, 'a, Known> {
    /// Reads what begins with the next line.
    fn step(&mut self) {
        let line = self.lines[self.at];
        if line.is_blank() || is_comment(line.text) || is_planning(line.text) {
            self.at += 1;
        } else if let Some((depth, text)) = heading(&line) {
            self.heading(depth, text);
        } else if let Some((name, value)) = keyword(&line) {
            self.keyword(&name, value);
        } else if is_drawer(line.text) {
            self.drawer();
        } else if line.text.starts_with('|') {
            self.table();
        } else if line.text.starts_with(": ") {
            let code = self.take(|line| line.text.starts_with(": ") || line.text == ":");
            let code: Vec<Line<'_>> = code.iter().map(|line| line.after(1)).collect();
            self.blocks.code(&code);
        } else if line.text.len() > 4 && line.text.bytes().all(|b| b == b'-') {
            self.at += 1;
        } else if let Some(first) = note(&line) {
            let text = self.hanging(first, 0);
            self.blocks.item(&text);
        } else if let Some(length) = item(&line) {
            let first = line.after(length);
            if let Some((own, meaning)) = term(&first) {
                let meaning = self.hanging(meaning, line.indent + 1);
                self.blocks.term("", &[Text::of([own])], &meaning);
            } else {
                let text = self.hanging(first, line.indent + 1);
                self.blocks.item(&text);
            }
        } else {
            let text = self.hanging(line, 0);
            self.blocks.paragraph(&text);
        }
    }

    fn heading(&mut self, depth: usize, text: Line<'a>) {
        self.at += 1;
        let word = text.text.split(' ').next().unwrap_or_default();
        let is_state = self.state.states.iter().any(|state| state == word);
        let text = bare(&if is_state {
            text.after(word.len())
        } else {
            text
        });
        if text.text == "COMMENT" || text.text.starts_with("COMMENT ") {
            // All below it is one as well.
            self.take(|line| heading(line).is_none_or(|(other, _)| other > depth));
            return;
        }
        self.blocks.heading(depth, &Text::of([text]));
    }

    fn keyword(&mut self, name: &str, value: Line<'a>) {
        self.at += 1;
        match name {
            "title" if self.front_matter.title.is_none() && !value.is_blank() => {
                self.front_matter.title = Some(value.text.to_owned());
            }
            "date" if self.front_matter.date.is_none() => {
                let date = value.text.trim_matches(['<', '>', '[', ']']);
                let day = date.split(' ').next().unwrap_or_default();
                self.front_matter.date = Date::parse(date).or_else(|| Date::parse(day));
            }
            "author" => self.blocks.term("Author: ", &[], &Text::code([value])),
            "subtitle" | "description" | "caption" => self.blocks.paragraph(&Text::of([value])),
            _ => {}
        }
        let Some(block) = name.strip_prefix("begin_") else {
            return;
        };
        let (is_code, is_hidden) = (CODE.contains(&block), HIDDEN.contains(&block));
        if !is_code && !is_hidden || self.state.unended.contains(block) {
            return;
        }
        // One that nothing ends is read as if it had not begun.
        let end = format!("end_{block}");
        let is_end = |line: &Line<'_>| keyword(line).is_some_and(|(name, _)| name == end);
        let Some(length) = self.lines[self.at..].iter().position(is_end) else {
            self.state.unended.insert(block.to_owned());
            return;
        };
        if is_code {
            self.blocks.code(&self.lines[self.at..self.at + length]);
        }
        self.at += length + 1;
    }

    /// What stands in a drawer is for programs.
    fn drawer(&mut self) {
        self.at += 1;
        if self.at < self.state.without_end {
            return;
        }
        let start = self.at;
        self.take(|line| !line.text.eq_ignore_ascii_case(":end:") && heading(line).is_none());
        let end = self.lines.get(self.at);
        if end.is_some_and(|line| heading(line).is_none()) {
            self.at += 1;
        } else {
            self.state.without_end = self.at;
            self.at = start;
        }
    }

    fn table(&mut self) {
        let mut table = Table::default();
        for line in self.take(|line| line.text.starts_with('|')) {
            if line.text.starts_with("|-") {
                table.is_named |= table.rows.len() == 1;
                continue;
            }
            let row = cells(line);
            // "<r>" and "<10>" say how a column is shown.
            let is_shape = |cell: &Text| {
                cell.is_empty()
                    || cell.flat.starts_with('<') && cell.flat.ends_with('>') && cell.flat.len() < 6
            };
            if !row.iter().all(is_shape) {
                table.rows.push(row);
            }
        }
        self.blocks.table(table);
    }

    /// The text that `first` begins, with the lines below that stand at least at `indent`.
    fn hanging(&mut self, first: Line<'a>, indent: usize) -> Text {
        let hangs = |line: &Line<'_>| line.indent >= indent && !line.is_blank() && !begins(line);
        self.text(first, hangs)
    }
}

/// The cells of a row between bars.
fn cells(line: &Line<'_>) -> Vec<Text> {
    let mut cells = Vec::new();
    let mut from = 1;
    for (bar, _) in line.text.match_indices('|').skip(1) {
        cells.push(Text::of([line.part(from, bar)]));
        from = bar + 1;
    }
    if from < line.text.len() {
        cells.push(Text::of([line.part(from, line.text.len())]));
    }
    cells
}
