//! The block of Markdown that is open, what is put into it, and what is left of it when it is closed.

use super::tables::Table;
use crate::corpus::document::BlockKind;
use crate::corpus::plain_text;
use crate::corpus::questions::asks;
use crate::corpus::read_block::ReadBlock;
use crate::span::Span;

/// Characters of the mark of a callout, at most.
const LONGEST_MARK: usize = 100;
/// Characters of the ids that Obsidian makes up.
const MADE_ID: usize = 6;

/// A document of Markdown that is being read.
#[derive(Default)]
pub(super) struct Reader<'a> {
    /// What is written in it, its marks set aside.
    pub(super) source: &'a str,
    /// Where these stand within lines, ascending.
    pub(super) unread: Vec<Span>,
    pub(super) is_mdx: bool,
    pub(super) blocks: Vec<ReadBlock>,
    pub(super) open: Option<ReadBlock>,
    /// The table whose rows come.
    pub(super) table: Option<Table>,
    /// Bytes of the open block that only lead to another place of the same text.
    pub(super) linked: usize,
    /// Whether the text that comes is such a link.
    pub(super) in_link: bool,
    /// How many items are open within one another.
    pub(super) items: usize,
    /// How many elements are open whose text is not the document's prose.
    pub(super) hidden: usize,
    /// The front matter, and where it begins.
    pub(super) front_matter: Option<(usize, String)>,
    /// Whether the text that comes is front matter.
    pub(super) in_front_matter: bool,
}

impl Reader<'_> {
    pub(super) fn start(&mut self, kind: BlockKind, level: u8, source: Span) {
        self.close();
        self.open = Some(ReadBlock::new(kind, level, source));
    }

    /// Goes on from a term to its meaning.
    pub(super) fn open_meaning(&mut self, place: Span) {
        self.push(": ", place);
        self.open.iter_mut().for_each(|open| open.is_entry = true);
    }

    pub(super) fn push(&mut self, text: &str, place: Span) {
        self.lead_cell(place);
        let open = || ReadBlock::new(BlockKind::Paragraph, 0, place);
        self.open.get_or_insert_with(open).push(text, place);
    }

    /// Reads what stands before the open cell, as it begins to say something at `place`.
    fn lead_cell(&mut self, place: Span) {
        if let Some(table) = &mut self.table
            && let (Some(before), Some(open)) = (table.before.take(), &mut self.open)
        {
            open.truncate(open.reading.trim_end().len());
            let is_first = open.reading.is_empty();
            let parts = |c: char| is_first && matches!(c, ';' | ':' | ' ');
            open.push(before.trim_start_matches(parts), Span::at(place.start));
            table.cell = open.reading.len();
        }
    }

    pub(super) fn close(&mut self) {
        let linked = std::mem::take(&mut self.linked);
        let Some(mut block) = self.open.take() else {
            return;
        };
        if let Some(length) = callout_mark(&block.reading) {
            block.drop_front(length);
        }
        let item = block.reading.trim_start().strip_prefix(plain_text::BULLETS);
        if let Some(item) = item.filter(|_| block.kind == BlockKind::Item) {
            block.drop_front(block.reading.len() - item.trim_start().len());
        }
        let kept = without_block_id(&block.reading).len();
        block.truncate(kept);
        // What only leads to a section, as in a table of contents, says nothing.
        let is_link = linked > 0 && linked == block.reading.trim().len();
        let is_code = self.is_mdx && is_code_of_page(&block.reading);
        if !is_link && !is_code && block.reading.contains(char::is_alphanumeric) {
            self.blocks.push(block);
        }
    }

    /// A space between words, where one is missing.
    pub(super) fn space(&mut self, place: Span) {
        let is_text = self.table.as_ref().is_none_or(Table::is_said);
        if let Some(open) = self.open.as_mut().filter(|_| is_text)
            && !open.reading.is_empty()
            && !open.reading.ends_with(' ')
        {
            open.push(" ", Span::at(place.end));
        }
    }

    /// A block that says nothing yet begins here, after the tags before it.
    pub(super) fn begin_at(&mut self, start: usize) {
        if let Some(open) = self.open.as_mut().filter(|open| open.reading.is_empty()) {
            open.source.start = start;
        }
    }

    /// What is read of the block that is open.
    fn reading(&self) -> &str {
        self.open.as_ref().map_or("", |open| open.reading.as_str())
    }

    pub(super) fn is_at_start(&self) -> bool {
        self.open.is_some() && self.reading().is_empty()
    }

    pub(super) fn ends_in_digit(&self) -> bool {
        self.reading().ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the line that starts at a place of a paragraph is an item of a list.
    pub(super) fn opens_item(&self, start: usize) -> bool {
        let line = self.source[start..].lines().next().unwrap_or_default();
        let open = self.open.as_ref();
        plain_text::opens_item(line, open.is_some_and(|open| open.kind == BlockKind::Item))
    }

    /// Whether what is open is the first line of a callout, as far as it is read.
    pub(super) fn opens_callout(&self) -> bool {
        callout_mark(self.reading()).is_some()
    }

    /// Whether what is open is a question, as far as it is read.
    pub(super) fn asks(&self) -> bool {
        asks(self.reading().trim_end())
    }
}

/// Whether a paragraph of MDX is code: `import Tabs from '@theme/Tabs'`, `export const a = 1`.
fn is_code_of_page(reading: &str) -> bool {
    let mut words = reading.split_whitespace();
    match words.next() {
        Some("import") => {
            let names = words.next();
            names.is_some_and(|name| name.starts_with(['\'', '"', '{', '*']))
                || words.any(|word| word == "from")
        }
        Some("export") => matches!(
            words.next(),
            Some("const" | "let" | "var" | "default" | "function" | "async" | "class" | "{" | "*")
        ),
        _ => false,
    }
}

/// Bytes of the mark of a callout at the start of a text: "[!note]- ".
fn callout_mark(reading: &str) -> Option<usize> {
    let inside = reading.strip_prefix("[!")?;
    let is_of_mark = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '|' | ' ');
    let mut signs = inside.char_indices().take(LONGEST_MARK);
    let (end, _) = signs.find(|(_, c)| !is_of_mark(*c))?;
    let rest = inside[end..].strip_prefix(']')?;
    let rest = rest.trim_start_matches(['+', '-']);
    Some(reading.len() - rest.trim_start().len())
}

/// A text without the id of its block at its end: " ^a1".
fn without_block_id(reading: &str) -> &str {
    let is_of_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let cut = reading.trim_end().rsplit_once(" ^");
    let cut = cut.filter(|(_, id)| !id.is_empty() && id.chars().all(is_of_id));
    let cut = cut.filter(|(before, id)| !is_power(before, id));
    cut.map_or(reading, |(before, _)| before)
}

/// Whether what follows " ^" is a power of the word before it: "r ^2", "10 ^-3", "2 ^n".
fn is_power(before: &str, exponent: &str) -> bool {
    let exponent = exponent.strip_prefix('-').unwrap_or(exponent);
    let is_short = exponent.len() < 2
        || exponent.len() < MADE_ID && exponent.bytes().all(|b| b.is_ascii_digit());
    is_short && before.ends_with(|c: char| c.is_alphanumeric() || c == ')')
}
