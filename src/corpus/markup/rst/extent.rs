//! How far what a line of reStructuredText begins goes on: up to a blank line, or as long as the
//! lines below stand deeper.

use super::shapes::{Explicit, bullet, field, number};
use super::{Reader, tables};
use crate::corpus::markup::lines::Line;
use crate::corpus::markup::text::Text;

impl<'a> Reader<'_, 'a> {
    /// The paragraph that a deeper body opens with, if it opens with one.
    pub(super) fn meaning(&mut self, indent: usize) -> Text {
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

    /// The code that follows, which stands deeper than `indent`.
    pub(super) fn literal(&mut self, indent: usize) {
        let rest = &self.lines[self.at..];
        let blank = rest.iter().take_while(|line| line.is_blank()).count();
        if rest.get(blank).is_some_and(|line| line.indent > indent) {
            let start = self.at + blank;
            let end = self.end_of_deeper(start, indent);
            self.blocks.code(&self.lines[start..end]);
            self.at = end;
        }
    }

    /// The text that `first` begins, with the lines below that stand deeper than `line`.
    pub(super) fn hanging(&mut self, line: &Line<'_>, first: Line<'a>) -> Text {
        let end = self.end_of_hanging(line.indent);
        let below = &self.lines[self.at + 1..end];
        self.at = end;
        Text::of(std::iter::once(first).chain(below.iter().copied()))
    }

    /// Where the lines below the next one end that stand deeper than it, without a blank one.
    pub(super) fn end_of_hanging(&self, indent: usize) -> usize {
        let below = self.lines[self.at + 1..].iter();
        let hangs = |line: &&Line<'_>| !line.is_blank() && line.indent > indent;
        self.at + 1 + below.take_while(hangs).count()
    }

    /// Where all below the next line ends that stands deeper than it.
    pub(super) fn end_of_body(&self, indent: usize) -> usize {
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
    pub(super) fn end_of_block(&self, from: usize, indent: usize) -> usize {
        let own = self.lines[from..].iter();
        from + own
            .take_while(|line| !line.is_blank() && line.indent >= indent)
            .count()
    }
}
