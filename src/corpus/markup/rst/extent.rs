//! How far what a line of reStructuredText begins goes on: up to a blank line, or as long as the
//! lines below stand deeper; and the code that it announces.

use super::shapes::{Explicit, bullet, field, number};
use super::{Titles, tables};
use crate::corpus::markup::blocks::Blocks;
use crate::corpus::markup::lines::Line;
use crate::corpus::markup::reader::Reader;
use crate::corpus::markup::text::Text;

impl<'l, 'a> Reader<'l, 'a, Titles> {
    pub(super) fn term(&mut self, lead: &str, terms: &[Text], mut meaning: Text, indent: usize) {
        let announces = announces_code(&mut meaning);
        self.blocks.term(lead, terms, &meaning);
        if announces {
            self.literal(indent);
        }
    }

    /// A block of running text at a column, and the code that it announces.
    pub(super) fn paragraph(
        &mut self,
        mut text: Text,
        indent: usize,
        add: fn(&mut Blocks<'l>, &Text),
    ) {
        let announces = announces_code(&mut text);
        add(&mut self.blocks, &text);
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

    /// Where all from a line on ends that stands deeper than `indent`.
    pub(super) fn end_of_deeper(&self, from: usize, indent: usize) -> usize {
        let below = self.lines[from..].iter();
        let is_deeper = |line: &&Line<'_>| line.is_blank() || line.indent > indent;
        let all = below.take_while(is_deeper).count();
        let blank = self.lines[from..from + all].iter().rev();
        from + all - blank.take_while(|line| line.is_blank()).count()
    }

    /// The paragraph that a deeper body opens with, if it opens with one.
    pub(super) fn meaning(&mut self, indent: usize) -> Text {
        let rest = self.lines[self.at..].iter();
        let at = self.at + rest.take_while(|line| line.is_blank()).count();
        let Some(first) = self.lines.get(at).filter(|line| line.indent > indent) else {
            return Text::default();
        };
        let next = self.lines.get(at + 1);
        let begins_otherwise = Explicit::of(first).is_some()
            || tables::is_border(first.text)
            || tables::is_rule(first.text)
            || field(first).is_some()
            || bullet(first.text).is_some()
            || number(first.text).is_some()
            || first.text.starts_with(['|', '>'])
            || next.is_some_and(|next| !next.is_blank() && next.indent > first.indent);
        if begins_otherwise {
            return Text::default();
        }
        self.at = at;
        Text::of(self.block(first.indent).iter().copied())
    }

    /// The text that `first` begins, with the lines below that stand deeper than `line`.
    pub(super) fn hanging(&mut self, line: &Line<'_>, first: Line<'a>) -> Text {
        let indent = line.indent;
        self.text(first, |line| !line.is_blank() && line.indent > indent)
    }

    /// Where the lines below the next one end that stand deeper than it, without a blank one.
    pub(super) fn end_of_hanging(&self, indent: usize) -> usize {
        let below = self.lines[self.at + 1..].iter();
        let hangs = |line: &&Line<'_>| !line.is_blank() && line.indent > indent;
        self.at + 1 + below.take_while(hangs).count()
    }

    /// The lines from the next on that stand at its column or deeper, without a blank one.
    pub(super) fn block(&mut self, indent: usize) -> &'l [Line<'a>] {
        self.take(|line| !line.is_blank() && line.indent >= indent)
    }
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
