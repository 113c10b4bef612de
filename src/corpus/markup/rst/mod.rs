//! reStructuredText, with the directives of Sphinx: which lines begin what.

mod directives;
mod inline;
mod shapes;
mod tables;

use std::collections::HashMap;

use super::blocks::Blocks;
use super::inline::Inline;
use super::lines::Line;
use super::rows::{Table, separated};
use super::text::Text;
use crate::corpus::Date;
use crate::corpus::front_matter::FrontMatter;
use directives::Directive;
use shapes::{Explicit, adornment, bullet, field, number, option};

/// A text that a name between bars stands for has up to this many bytes.
const LONGEST_SUBSTITUTE: usize = 100;
/// So many lines that stand above a meaning are its terms, at most.
const MOST_TERMS: usize = 5;
/// Fields that are settings of the program that shows the text.
const SETTINGS: [&str; 4] = ["tocdepth", "orphan", "nosearch", "nocomments"];

/// Reads the lines of a source.
pub(super) fn read(lines: &[Line<'_>], blocks: &mut Blocks) -> FrontMatter {
    let substitutions = substitutions(lines);
    let mut reader = Reader {
        lines,
        at: 0,
        blocks,
        inline: Inline {
            marks: inline::MARKS,
            element: &|text, at| inline::element(text, at, &substitutions),
        },
        styles: Vec::new(),
        front_matter: FrontMatter::default(),
    };
    while reader.at < lines.len() {
        reader.step();
    }
    reader.front_matter
}

/// What names between bars stand for: ".. |name| replace:: text".
fn substitutions(lines: &[Line<'_>]) -> HashMap<String, String> {
    let definitions = lines.iter().filter_map(|line| {
        let (name, rest) = line.text.strip_prefix(".. |")?.split_once('|')?;
        let text = rest.trim_start().strip_prefix("replace::")?.trim();
        let is_text = !text.is_empty() && text.len() <= LONGEST_SUBSTITUTE;
        is_text.then(|| (name.to_owned(), text.replace(['*', '`'], "")))
    });
    definitions.collect()
}

struct Reader<'l, 'a> {
    lines: &'l [Line<'a>],
    /// The line that comes next.
    at: usize,
    blocks: &'l mut Blocks,
    inline: Inline<'l>,
    /// How titles are adorned, in the order of their depth: the sign, and whether it stands above too.
    styles: Vec<(char, bool)>,
    front_matter: FrontMatter,
}

impl<'a> Reader<'_, 'a> {
    /// Reads what begins with the next line.
    fn step(&mut self) {
        let line = self.lines[self.at];
        if line.is_blank() || line.text.starts_with("__ ") {
            self.at += 1;
        } else if self.title() {
        } else if let Some(explicit) = Explicit::of(&line) {
            self.explicit(&line, explicit);
        } else if tables::is_border(line.text) {
            let end = self.end_of_block(self.at, line.indent);
            let table = tables::grid(&self.lines[self.at..end]);
            self.at = end;
            self.blocks.table(&self.inline, table);
        } else if tables::is_rule(line.text) {
            self.ruled_table();
        } else if adornment(line.text).is_some() {
            self.at += 1;
        } else if line.text.starts_with(">>>") {
            let end = self.end_of_block(self.at, line.indent);
            self.blocks.code(&self.lines[self.at..end]);
            self.at = end;
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
            self.blocks.paragraph(&self.inline, &text);
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
        let is_under = |title: &Line<'_>, under: &Line<'_>| {
            let width = title.text.chars().count();
            adornment(under.text).is_some() && under.text.len() >= width.min(4)
        };
        let over = adornment(first.text);
        let (title, style, length) = match (over, lines.next()) {
            (Some(sign), Some(third))
                if !second.is_blank()
                    && adornment(second.text).is_none()
                    && adornment(third.text) == over
                    && is_under(second, third) =>
            {
                (second, (sign, true), 3)
            }
            (None, _) if first.indent == second.indent && is_under(first, second) => {
                match adornment(second.text) {
                    Some(sign) => (first, (sign, false), 2),
                    None => return false,
                }
            }
            _ => return false,
        };
        let known = self.styles.iter().position(|own| *own == style);
        let level = known.unwrap_or_else(|| {
            self.styles.push(style);
            self.styles.len() - 1
        });
        let text = Text::of([*title]);
        self.blocks.heading(&self.inline, level + 1, &text);
        self.at += length;
        true
    }

    fn explicit(&mut self, line: &Line<'a>, explicit: Explicit<'a>) {
        match explicit {
            Explicit::Note(first) => {
                let text = self.hanging(line, first);
                self.blocks.item(&self.inline, &text);
            }
            Explicit::Target => self.at = self.end_of_hanging(line.indent),
            Explicit::Comment => {
                let is_empty =
                    line.text == ".." && self.lines.get(self.at + 1).is_none_or(Line::is_blank);
                self.at = if is_empty {
                    self.at + 1
                } else {
                    self.end_of_body(line.indent)
                };
            }
            Explicit::Directive(name, given) => self.directive(name, line.indent, given),
        }
    }

    fn directive(&mut self, name: &str, indent: usize, given: Line<'a>) {
        let kind = Directive::of(name);
        let end_of_head = self.end_of_hanging(indent);
        let end = self.end_of_body(indent);
        // Its settings stand below what it is given.
        let head = &self.lines[self.at + 1..end_of_head];
        let settings = head
            .iter()
            .position(|line| field(line).is_some() || is_flag(line));
        let given_below = &head[..settings.unwrap_or(head.len())];
        let setting = |name: &str| {
            let mut fields = head.iter().filter_map(field);
            fields
                .find(|(own, _)| own.text == name)
                .map(|(_, value)| value)
        };
        let body = end_of_head.min(end);
        match kind {
            Directive::Hidden => self.at = end,
            Directive::Code => {
                let code = self.at + 1 + settings.map_or(0, |_| head.len());
                let code = &self.lines[code.min(end)..end];
                self.blocks.code(code);
                self.at = end;
            }
            Directive::Separated => {
                let head = setting("header");
                let table = Table {
                    is_named: head.is_some() || setting("header-rows").is_some(),
                    rows: separated(
                        head.into_iter()
                            .chain(self.lines[body..end].iter().copied()),
                    ),
                };
                self.caption(&given);
                self.blocks.table(&self.inline, table);
                self.at = end;
            }
            Directive::Listed => {
                let is_named = setting("header-rows").is_some_and(|rows| rows.text != "0");
                let table = tables::listed(&self.lines[body..end], is_named);
                self.caption(&given);
                self.blocks.table(&self.inline, table);
                self.at = end;
            }
            Directive::Body => {
                self.at += 1 + if settings == Some(0) { head.len() } else { 0 };
            }
            // What a list or a setting begins with stands on the next line.
            Directive::Text if given.is_blank() => {
                self.at += 1 + if settings == Some(0) { head.len() } else { 0 };
            }
            Directive::Text => {
                let text = Text::of(std::iter::once(given).chain(given_below.iter().copied()));
                self.at = body;
                self.paragraph(text, indent, Blocks::paragraph);
            }
            Directive::Titled => {
                self.caption(&given);
                self.at += 1 + if settings == Some(0) { head.len() } else { 0 };
            }
            Directive::Change(words) => {
                let (version, rest) = match given.text.split_once(' ') {
                    Some((version, _)) => (given.before(version.len()), given.after(version.len())),
                    None => (given, given.after(given.text.len())),
                };
                let rest = Text::of(std::iter::once(rest).chain(given_below.iter().copied()));
                self.at = body;
                let rest = if rest.is_empty() {
                    self.meaning(indent)
                } else {
                    rest
                };
                self.term(words, &[Text::of([version])], rest, indent);
            }
            Directive::Thing if given.is_blank() => self.at += 1,
            Directive::Thing => {
                let things = std::iter::once(given).chain(given_below.iter().copied());
                let things: Vec<Text> = things.map(|line| Text::code([line])).collect();
                self.at = body;
                let meaning = self.meaning(indent);
                self.term("", &things, meaning, indent);
            }
        }
    }

    fn caption(&mut self, given: &Line<'_>) {
        self.blocks.paragraph(&self.inline, &Text::of([*given]));
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
        let goes_on = |other: &&Line<'_>| {
            other.indent == line.indent && !other.is_blank() && adornment(other.text).is_none()
        };
        let rest = self.lines[start + 1..].iter();
        let end = start + 1 + rest.take_while(goes_on).count();
        let own = &self.lines[start..end];
        let is_term = end - start <= MOST_TERMS
            && self
                .lines
                .get(end)
                .is_some_and(|below| !below.is_blank() && below.indent > line.indent)
            && !own.iter().any(|line| line.text.ends_with("::"));
        self.at = end;
        if is_term {
            let terms: Vec<Text> = own.iter().map(|line| Text::of([*line])).collect();
            let meaning = self.meaning(line.indent);
            self.term("", &terms, meaning, line.indent);
        } else {
            self.paragraph(
                Text::of(own.iter().copied()),
                line.indent,
                Blocks::paragraph,
            );
        }
    }

    /// The paragraph that a deeper body opens with, if it opens with one.
    fn meaning(&mut self, indent: usize) -> Text {
        let blank = self.lines[self.at..]
            .iter()
            .take_while(|line| line.is_blank())
            .count();
        let at = self.at + blank;
        let Some(first) = self.lines.get(at).filter(|line| line.indent > indent) else {
            return Text::default();
        };
        let begins_otherwise = Explicit::of(first).is_some()
            || tables::is_border(first.text)
            || tables::is_rule(first.text)
            || field(first).is_some()
            || bullet(first.text).is_some()
            || number(first.text).is_some()
            || first.text.starts_with(['|', '>'])
            || self
                .lines
                .get(at + 1)
                .is_some_and(|next| !next.is_blank() && next.indent > first.indent);
        if begins_otherwise {
            return Text::default();
        }
        let own = self.lines[at..].iter();
        let own = own.take_while(|line| !line.is_blank() && line.indent >= first.indent);
        let end = at + own.count();
        self.at = end;
        Text::of(self.lines[at..end].iter().copied())
    }

    fn term(&mut self, lead: &str, terms: &[Text], mut meaning: Text, indent: usize) {
        let announces = announces_code(&mut meaning);
        self.blocks.term(&self.inline, lead, terms, &meaning);
        if announces {
            self.literal(indent);
        }
    }

    /// A block of running text at a column, and the code that it announces.
    fn paragraph(
        &mut self,
        mut text: Text,
        indent: usize,
        add: fn(&mut Blocks, &Inline<'_>, &Text),
    ) {
        let announces = announces_code(&mut text);
        add(self.blocks, &self.inline, &text);
        if announces {
            self.literal(indent);
        }
    }

    /// The code that follows, which stands deeper than `indent`.
    fn literal(&mut self, indent: usize) {
        let rest = &self.lines[self.at..];
        let blank = rest.iter().take_while(|line| line.is_blank()).count();
        if rest.get(blank).is_some_and(|line| line.indent > indent) {
            let start = self.at + blank;
            let end = self.end_of_deeper(start, indent);
            self.blocks.code(&self.lines[start..end]);
            self.at = end;
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
        self.blocks.table(&self.inline, table);
        self.at = last + 1;
    }

    /// The text that `first` begins, with the lines below that stand deeper than `line`.
    fn hanging(&mut self, line: &Line<'_>, first: Line<'a>) -> Text {
        let end = self.end_of_hanging(line.indent);
        let below = &self.lines[self.at + 1..end];
        self.at = end;
        Text::of(std::iter::once(first).chain(below.iter().copied()))
    }

    /// Where the lines below the next one end that stand deeper than it, without a blank one.
    fn end_of_hanging(&self, indent: usize) -> usize {
        let below = self.lines[self.at + 1..].iter();
        let hangs = |line: &&Line<'_>| !line.is_blank() && line.indent > indent;
        self.at + 1 + below.take_while(hangs).count()
    }

    /// Where all below the next line ends that stands deeper than it.
    fn end_of_body(&self, indent: usize) -> usize {
        self.end_of_deeper(self.at + 1, indent)
    }

    fn end_of_deeper(&self, from: usize, indent: usize) -> usize {
        let below = self.lines[from..].iter();
        let is_deeper = |line: &&Line<'_>| line.is_blank() || line.indent > indent;
        let all = below.take_while(is_deeper).count();
        let blank = self.lines[from..from + all].iter().rev();
        from + all - blank.take_while(|line| line.is_blank()).count()
    }

    /// Where the lines from one on end that stand at its column or deeper, without a blank one.
    fn end_of_block(&self, from: usize, indent: usize) -> usize {
        let own = self.lines[from..].iter();
        from + own
            .take_while(|line| !line.is_blank() && line.indent >= indent)
            .count()
    }
}

/// A setting of a directive without a value: ":sorted:".
fn is_flag(line: &Line<'_>) -> bool {
    line.text.len() > 2
        && line.text.starts_with(':')
        && line.text.ends_with(':')
        && !line.text.contains(' ')
}

/// Whether a text announces code by two colons, of which one is read, or none where they stand apart.
fn announces_code(text: &mut Text) -> bool {
    let Some(before) = text.flat.strip_suffix("::") else {
        return false;
    };
    let kept = before.trim_end().len();
    let is_apart = kept < before.len() || kept == 0;
    text.truncate(if is_apart { kept } else { kept + 1 });
    true
}
