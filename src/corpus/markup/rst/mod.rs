//! reStructuredText, with the directives of Sphinx: which lines begin what.

mod directives;
mod extent;
mod inline;
mod shapes;
mod tables;

use std::collections::HashMap;

use super::blocks::Blocks;
use super::inline::Inline;
use super::lines::Line;
use super::reader::Reader;
use super::text::Text;
use crate::corpus::date::Date;
use crate::corpus::front_matter::FrontMatter;
use crate::corpus::read_block::ReadBlock;
use shapes::{Explicit, adornment, bullet, field, number, option};

/// A text that a name between bars stands for has up to this many bytes.
const LONGEST_SUBSTITUTE: usize = 100;
/// So many lines that stand above a meaning are its terms, at most.
const MOST_TERMS: usize = 5;
/// Fields that are settings of the program that shows the text.
const SETTINGS: [&str; 4] = ["tocdepth", "orphan", "nosearch", "nocomments"];

/// Reads the lines of a source.
pub(super) fn read(lines: &[Line<'_>]) -> (Vec<ReadBlock>, FrontMatter) {
    let substitutions = substitutions(lines);
    let inline = Inline {
        marks: inline::MARKS,
        element: &|text, at| inline::element(text, at, &substitutions),
    };
    let mut reader = Reader::of(lines, inline, Titles::new());
    while reader.at < lines.len() {
        reader.step();
    }
    reader.finish()
}

/// How titles are adorned, in the order of their depth: the sign, and whether it stands above too.
type Titles = Vec<(char, bool)>;

/// What names between bars stand for: `.. |name| replace:: text`.
fn substitutions(lines: &[Line<'_>]) -> HashMap<String, String> {
    let definitions = lines.iter().filter_map(|line| {
        let (name, rest) = line.text.strip_prefix(".. |")?.split_once('|')?;
        let text = rest.trim_start().strip_prefix("replace::")?.trim();
        let is_text = !text.is_empty() && text.len() <= LONGEST_SUBSTITUTE;
        is_text.then(|| (name.to_owned(), text.replace(['*', '`'], "")))
    });
    definitions.collect()
}

impl<'a> Reader<'_, 'a, Titles> {
    /// Reads what begins with the next line.
    fn step(&mut self) {
        let line = self.lines[self.at];
        if line.is_blank() || line.text.starts_with("__ ") {
            self.at += 1;
        } else if self.title() {
        } else if let Some(explicit) = Explicit::of(&line) {
            self.explicit(&line, &explicit);
        } else if tables::is_border(line.text) {
            let table = tables::grid(self.block(line.indent));
            self.blocks.table(table);
        } else if tables::is_rule(line.text) {
            self.ruled_table();
        } else if adornment(line.text).is_some() {
            self.at += 1;
        } else if line.text.starts_with(">>>") {
            let code = self.block(line.indent);
            self.blocks.code(code);
        } else if let Some((name, value)) = field(&line) {
            self.field(&line, name, value);
        } else if let Some((options, said)) = option(&line) {
            let text = self.hanging(&line, said);
            let options = Text::code([options]);
            self.term("", &[options], text, line.indent);
        } else if let Some(length) = bullet(line.text).or_else(|| number(line.text)) {
            let first = line.after(length);
            let text = self.hanging(&line, first);
            self.paragraph(text, first.indent.max(line.indent + 1), Blocks::item);
        } else if let Some(text) = line.text.strip_prefix('|') {
            let first = line.after(line.text.len() - text.len());
            let text = self.hanging(&line, first);
            self.blocks.paragraph(&text);
        } else {
            self.running();
        }
    }

    /// A title, above a line that adorns it, or between two.
    fn title(&mut self) -> bool {
        let mut lines = self.lines[self.at..].iter();
        let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
            return false;
        };
        let under = |title: &Line<'_>, line: &Line<'_>| {
            let width = title.text.chars().count();
            adornment(line.text).filter(|_| line.text.len() >= width.min(4))
        };
        let over = adornment(first.text);
        let (title, style, length) = match (over, under(first, second), lines.next()) {
            (Some(sign), _, Some(third))
                if !second.is_blank()
                    && adornment(second.text).is_none()
                    && under(second, third) == over =>
            {
                (second, (sign, true), 3)
            }
            (None, Some(sign), _) if first.indent == second.indent => (first, (sign, false), 2),
            _ => return false,
        };
        let known = self.state.iter().position(|own| *own == style);
        let level = known.unwrap_or_else(|| {
            self.state.push(style);
            self.state.len() - 1
        });
        self.blocks.heading(level + 1, &Text::of([*title]));
        self.at += length;
        true
    }

    fn explicit(&mut self, line: &Line<'a>, explicit: &Explicit<'a>) {
        match explicit {
            Explicit::Note(first) => {
                let text = self.hanging(line, *first);
                self.blocks.item(&text);
            }
            Explicit::Target => self.at = self.end_of_hanging(line.indent),
            Explicit::Comment => {
                let is_empty =
                    line.text == ".." && self.lines.get(self.at + 1).is_none_or(Line::is_blank);
                self.at = if is_empty {
                    self.at + 1
                } else {
                    self.end_of_deeper(self.at + 1, line.indent)
                };
            }
            Explicit::Directive(name, given) => self.directive(name, line.indent, *given),
        }
    }

    fn field(&mut self, line: &Line<'a>, name: Line<'a>, value: Line<'a>) {
        let text = self.hanging(line, value);
        if name.text.eq_ignore_ascii_case("date") && self.front_matter.date.is_none() {
            self.front_matter.date = Date::parse(&text.flat);
        }
        if !text.is_empty() && !SETTINGS.contains(&name.text) {
            self.term("", &[Text::of([name])], text, line.indent);
        }
    }

    /// A paragraph, or terms and their meaning.
    fn running(&mut self) {
        let line = self.lines[self.at];
        let start = self.at;
        self.at += 1;
        self.take(|other| {
            other.indent == line.indent && !other.is_blank() && adornment(other.text).is_none()
        });
        let own = &self.lines[start..self.at];
        let below = self.lines.get(self.at);
        let is_term = own.len() <= MOST_TERMS
            && below.is_some_and(|below| !below.is_blank() && below.indent > line.indent)
            && !own.iter().any(|line| line.text.ends_with("::"));
        if is_term {
            let terms: Vec<Text> = own.iter().map(|line| Text::of([*line])).collect();
            let meaning = self.meaning(line.indent);
            self.term("", &terms, meaning, line.indent);
        } else {
            let text = Text::of(own.iter().copied());
            self.paragraph(text, line.indent, Blocks::paragraph);
        }
    }

    fn ruled_table(&mut self) {
        let rule = self.lines[self.at];
        // The table ends with the second rule, or with the third where a blank line does not follow.
        let is_end = |place: usize| {
            tables::is_rule(self.lines[place].text)
                && self.lines.get(place + 1).is_none_or(Line::is_blank)
        };
        let is_inside = |place: &usize| {
            self.lines[*place].is_blank() || self.lines[*place].indent >= rule.indent
        };
        let places = (self.at + 1..self.lines.len()).take_while(is_inside);
        let mut last = self.at;
        for place in places {
            last = place;
            if is_end(place) {
                break;
            }
        }
        let table = tables::ruled(&self.lines[self.at..=last]);
        self.blocks.table(table);
        self.at = last + 1;
    }
}
