//! What is read of a directive of reStructuredText: "`.. note:: It is closed.`".

use super::shapes::field;
use super::{Titles, tables};
use crate::corpus::markup::blocks::Blocks;
use crate::corpus::markup::lines::Line;
use crate::corpus::markup::reader::Reader;
use crate::corpus::markup::rows::{Table, separated};
use crate::corpus::markup::text::Text;

/// How a directive is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Directive {
    /// Its body is code.
    Code,
    /// Nobody reads it.
    Hidden,
    /// What it is given is a setting, and its body is text.
    Body,
    /// What it is given is text, as its body is.
    Text,
    /// What it is given stands above its body, as a title does.
    Titled,
    /// A version, and what changed with it, after these words.
    Change(&'static str),
    /// A table of values between commas.
    Separated,
    /// A table as a list of lists.
    Listed,
    /// A thing, and what it is: all others.
    Thing,
}

const KINDS: &[(Directive, &str)] = &[
    (
        Directive::Code,
        "code code-block sourcecode parsed-literal prompt doctest testcode testoutput productionlist ipython console \
         command-output",
    ),
    (
        Directive::Hidden,
        "toctree image include literalinclude raw index contents meta highlight currentmodule module automodule autoclass \
         autofunction automethod autoattribute autodata autoexception autosummary tabularcolumns default-role role sectnum \
         section-numbering header footer target-notes testsetup testcleanup graphviz digraph graph math uml plantuml mermaid \
         video youtube bibliography program kernel-doc kernel-figure unicode date title sectionauthor moduleauthor codeauthor \
         py:module py:currentmodule",
    ),
    (
        Directive::Body,
        "figure only container compound rst-class cssclass glossary hlist acks tabs tab-set highlights pull-quote epigraph \
         ifconfig grid",
    ),
    (
        Directive::Text,
        "note warning tip hint important caution danger error attention seealso todo centered",
    ),
    (
        Directive::Titled,
        "admonition topic sidebar rubric table tab tab-item dropdown details card grid-item-card",
    ),
    (Directive::Change("Added in version "), "versionadded"),
    (Directive::Change("Changed in version "), "versionchanged"),
    (Directive::Change("Deprecated since version "), "deprecated"),
    (Directive::Change("Removed in version "), "versionremoved"),
    (Directive::Separated, "csv-table"),
    (Directive::Listed, "list-table flat-table"),
];

impl Directive {
    pub(super) fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        let known = KINDS
            .iter()
            .find(|(_, names)| names.split(' ').any(|own| own == name));
        known.map_or(Self::Thing, |(kind, _)| *kind)
    }
}

impl<'a> Reader<'_, 'a, Titles> {
    /// Reads the directive of that name on the next line, and of its body what nothing else reads.
    pub(super) fn directive(&mut self, name: &str, indent: usize, given: Line<'a>) {
        let kind = Directive::of(name);
        let end_of_head = self.end_of_hanging(indent);
        let end = self.end_of_deeper(self.at + 1, indent);
        // Its settings stand below what it is given.
        let head = &self.lines[self.at + 1..end_of_head];
        let settings = head
            .iter()
            .position(|line| field(line).is_some() || is_flag(line));
        let given_below = &head[..settings.unwrap_or(head.len())];
        let setting = |name: &str| {
            let mut fields = head.iter().filter_map(field);
            fields.find_map(|(own, value)| (own.text == name).then_some(value))
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
            Directive::Separated | Directive::Listed => {
                let (header, rows) = (setting("header"), setting("header-rows"));
                let separator = match setting("delim").map(|delim| delim.text) {
                    Some("tab") => '\t',
                    Some("space") => ' ',
                    delim => delim.and_then(|sign| sign.chars().next()).unwrap_or(','),
                };
                let lines = &self.lines[body..end];
                let table = if kind == Directive::Listed {
                    tables::listed(lines, rows.is_some_and(|rows| rows.text != "0"))
                } else {
                    Table {
                        is_named: header.is_some() || rows.is_some(),
                        rows: separated(header.into_iter().chain(lines.iter().copied()), separator),
                    }
                };
                self.blocks.paragraph(&Text::of([given]));
                self.blocks.table(table);
                self.at = end;
            }
            Directive::Text if !given.is_blank() => {
                let text = Text::opened(given, given_below);
                self.at = body;
                self.paragraph(text, indent, Blocks::paragraph);
            }
            // What a list or a setting begins with stands on the next line.
            Directive::Body | Directive::Text | Directive::Titled => {
                if kind == Directive::Titled {
                    self.blocks.paragraph(&Text::of([given]));
                }
                self.at += 1 + if settings == Some(0) { head.len() } else { 0 };
            }
            Directive::Change(words) => {
                let (version, rest) = match given.text.split_once(' ') {
                    Some((version, _)) => (given.before(version.len()), given.after(version.len())),
                    None => (given, given.after(given.text.len())),
                };
                let rest = Text::opened(rest, given_below);
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
}

/// A setting of a directive without a value: ":sorted:".
fn is_flag(line: &Line<'_>) -> bool {
    line.text.len() > 2
        && line.text.starts_with(':')
        && line.text.ends_with(':')
        && !line.text.contains(' ')
}
