//! Where reStructuredText is being read, and how what its lines say is added to what was read: text,
//! and the code that it announces.

use crate::corpus::front_matter::FrontMatter;
use crate::corpus::markup::blocks::Blocks;
use crate::corpus::markup::inline::Inline;
use crate::corpus::markup::lines::Line;
use crate::corpus::markup::text::Text;

/// What is read of a source, line by line.
pub(super) struct Reader<'l, 'a> {
    pub(super) lines: &'l [Line<'a>],
    /// The line that comes next.
    pub(super) at: usize,
    pub(super) blocks: &'l mut Blocks,
    pub(super) inline: Inline<'l>,
    /// How titles are adorned, in the order of their depth: the sign, and whether it stands above too.
    pub(super) styles: Vec<(char, bool)>,
    pub(super) front_matter: FrontMatter,
}

impl Reader<'_, '_> {
    pub(super) fn term(&mut self, lead: &str, terms: &[Text], mut meaning: Text, indent: usize) {
        let announces = announces_code(&mut meaning);
        self.blocks.term(&self.inline, lead, terms, &meaning);
        if announces {
            self.literal(indent);
        }
    }

    /// A block of running text at a column, and the code that it announces.
    pub(super) fn paragraph(
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

    /// Where all from a line on ends that stands deeper than `indent`.
    pub(super) fn end_of_deeper(&self, from: usize, indent: usize) -> usize {
        let below = self.lines[from..].iter();
        let is_deeper = |line: &&Line<'_>| line.is_blank() || line.indent > indent;
        let all = below.take_while(is_deeper).count();
        let blank = self.lines[from..from + all].iter().rev();
        from + all - blank.take_while(|line| line.is_blank()).count()
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
