//! Where a source is being read, line by line, and what was read of it.

use super::blocks::Blocks;
use super::inline::Inline;
use super::lines::Line;
use super::text::Text;
use crate::corpus::front_matter::FrontMatter;
use crate::corpus::read_block::ReadBlock;

/// What is read of a source by a syntax, which remembers an `S` of the lines above.
pub(super) struct Reader<'l, 'a, S> {
    pub(super) lines: &'l [Line<'a>],
    /// The line that comes next.
    pub(super) at: usize,
    pub(super) blocks: Blocks<'l>,
    pub(super) front_matter: FrontMatter,
    pub(super) state: S,
}

impl<'l, 'a, S> Reader<'l, 'a, S> {
    pub(super) fn of(lines: &'l [Line<'a>], inline: Inline<'l>, state: S) -> Self {
        Self {
            lines,
            at: 0,
            blocks: Blocks {
                inline,
                read: Vec::new(),
            },
            front_matter: FrontMatter::default(),
            state,
        }
    }

    /// Takes the lines from the next on that are so.
    pub(super) fn take(&mut self, is_so: impl Fn(&Line<'a>) -> bool) -> &'l [Line<'a>] {
        let rest = &self.lines[self.at..];
        let length = rest.iter().take_while(|line| is_so(line)).count();
        self.at += length;
        &rest[..length]
    }

    /// The text that `first` begins, which is of the next line, with the lines below that are so.
    pub(super) fn text(&mut self, first: Line<'a>, is_so: impl Fn(&Line<'a>) -> bool) -> Text {
        self.at += 1;
        Text::opened(first, self.take(is_so))
    }

    /// All that was read.
    pub(super) fn finish(self) -> (Vec<ReadBlock>, FrontMatter) {
        (self.blocks.read, self.front_matter)
    }
}
