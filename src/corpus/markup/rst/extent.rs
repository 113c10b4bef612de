//! How far what a line of reStructuredText begins goes on: up to a blank line, or as long as the
//! lines below stand deeper.

use super::reader::Reader;
use super::shapes::{Explicit, bullet, field, number};
use super::tables;
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
        self.at = self.end_of_block(at, first.indent);
        Text::of(self.lines[at..self.at].iter().copied())
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

    /// Where the lines from one on end that stand at its column or deeper, without a blank one.
    pub(super) fn end_of_block(&self, from: usize, indent: usize) -> usize {
        let own = self.lines[from..].iter();
        from + own
            .take_while(|line| !line.is_blank() && line.indent >= indent)
            .count()
    }
}
