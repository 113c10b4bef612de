//! What is said in a conversation, as Telegram messages: each quote set off, its sources under it. Pure.

use std::mem;

use super::super::transport::Post;
use super::characters::shortened;
use super::markup::{Block, Section, Style, posts};
use crate::answer::{
    Answer, Citation, Disagreement, Doubt, Excerpt, Grade, Missing, Neighbour, Outcome, Quote,
    Reason,
};
use crate::chat::conversation::Said;
use crate::corpus::BlockKind;
use crate::wording::{self, ITEM, PLACE, SOURCES_NAMED, Wording, parted};

/// The most UTF-16 units of a title, a heading path or a document's name.
pub(super) const LONGEST_NAME: usize = 160;

/// The messages that say it, at least one; above it the question, where no message shows that.
pub(super) fn said(wording: Wording, question: Option<&str>, said: &Said) -> Vec<Post> {
    let mut page = Page::new(wording);
    if let Some(question) = question {
        page.title(question);
    }
    match said {
        Said::Answer {
            answer,
            searched_for,
            instead,
        } => {
            if let Some(question) = searched_for {
                page.aside(&wording.searched_for(question));
            }
            page.answer(answer);
            if !instead.is_empty() {
                page.line(&wording.instead());
            }
        }
        Said::More {
            question,
            first,
            quotes,
            grade,
        } => {
            page.aside(&wording.searched_for(question));
            page.heading(*grade);
            page.quotes(quotes, *first, None);
        }
        Said::Excerpt {
            number,
            extent,
            excerpt,
        } => {
            page.aside(&wording.excerpt(*extent, *number));
            page.excerpt(excerpt);
        }
        Said::Evidence(answer) => {
            page.line(&wording.evidence_of(answer));
            page.answer(answer);
        }
        Said::Told(told) => page.line(told),
        Said::Nothing(nothing) => page.line(&nothing.told(wording)),
    }
    posts(page.sections)
}

/// A quote of an answer, from 0 on, with the question, to be sent into any chat, in one message.
pub(super) fn card(wording: Wording, answer: &Answer, place: usize) -> Option<Post> {
    let quote = answer.outcome.quotes().get(place)?;
    let mut page = Page::new(wording);
    page.title(&shortened(&answer.question, LONGEST_NAME));
    page.heading(answer.outcome.grade());
    // What speaks against the first quote says nothing of the others.
    let doubt = answer.outcome.doubts().first().filter(|_| place == 0);
    page.quotes(std::slice::from_ref(quote), 1, doubt);
    posts(page.sections).into_iter().next()
}

/// What is said, section by section.
struct Page {
    wording: Wording,
    sections: Vec<Section>,
}

impl Page {
    fn new(wording: Wording) -> Self {
        Self {
            wording,
            sections: Vec::new(),
        }
    }

    fn line(&mut self, words: &str) {
        self.sections.push(vec![Block::said(words, Style::Plain)]);
    }

    fn aside(&mut self, words: &str) {
        self.sections.push(vec![Block::said(words, Style::Italic)]);
    }

    /// The question above an answer.
    fn title(&mut self, question: &str) {
        let mut block = Block::default();
        block.push(question, Style::Bold);
        self.sections.push(vec![block]);
    }

    /// What stands above quotes that are less than a sure answer.
    fn heading(&mut self, grade: Grade) {
        if let Some(heading) = self.wording.heading(grade) {
            self.aside(&heading);
        }
    }

    fn answer(&mut self, answer: &Answer) {
        let wording = self.wording;
        let (outcome, quotes) = (&answer.outcome, answer.outcome.shown());
        self.corrections(&answer.corrections);
        match outcome {
            Outcome::Abstained {
                reason, missing, ..
            } => self.line(&wording.abstention(*reason, missing)),
            // Quotes of nothing that can be shown would leave the person without a word.
            _ if quotes.iter().all(|quote| quote.citations.is_empty()) => {
                let missing = Missing::default();
                return self.line(&wording.abstention(Reason::WeakEvidence, &missing));
            }
            _ => {
                if let Some(disagreement) = &answer.disagreement {
                    self.sides(disagreement, quotes);
                }
            }
        }
        if !quotes.is_empty() {
            self.heading(outcome.grade());
            self.quotes(quotes, 1, outcome.doubts().first());
        }
    }

    fn corrections(&mut self, corrections: &[(String, String)]) {
        let mut block = Block::default();
        for (typed, taken) in corrections {
            let [typed, taken] = [typed, taken].map(|word| shortened(word, LONGEST_NAME));
            block.say(&self.wording.corrected(taken, typed), Style::Italic);
            block.end_line();
        }
        self.sections.push(vec![block]);
    }

    /// In what the documents differ, told before their quotes.
    fn sides(&mut self, disagreement: &Disagreement, quotes: &[Quote]) {
        let sides = self.wording.sides(disagreement, quotes);
        let said = self.wording.differ(PLACE);
        let (before, after) = parted(&said);
        let mut block = Block::said(before, Style::Plain);
        for (place, (value, source)) in sides.iter().enumerate() {
            let [apart, together] = self.wording.isolates();
            let joint = self.wording.joint(place, sides.len());
            block.say(&(joint + apart), Style::Plain);
            block.push(&shortened(value, LONGEST_NAME), Style::Bold);
            let source = shortened(source, LONGEST_NAME);
            block.push(&format!(" ({source})"), Style::Plain);
            block.say(together, Style::Plain);
        }
        block.say(after, Style::Plain);
        self.sections.push(vec![block]);
    }

    /// Quotes with their numbers, from `first` on; under the first of them what speaks against it.
    fn quotes(&mut self, quotes: &[Quote], first: usize, mut doubt: Option<&Doubt>) {
        let wording = self.wording;
        let mut told = None;
        for (number, quote) in (first..).zip(quotes) {
            let [before, after] = quote.context_among(quotes);
            let before = context(wording, before, |sentence| wording.before(sentence));
            let after = context(wording, after, |sentence| wording.after(sentence));
            let sources = self.sources(number, &quote.citations, told);
            let doubt = doubt.take().map(|doubt| wording.doubt(doubt));
            let doubt = doubt.map(|words| Block::said(&words, Style::Plain));
            let blocks = [Some(marked(quote)), before, after, Some(sources), doubt];
            self.sections.push(blocks.into_iter().flatten().collect());
            told = quote.citations.first();
        }
    }

    /// The numbered sources of a quote.
    fn sources(&self, number: usize, citations: &[Citation], told: Option<&Citation>) -> Block {
        let mut sources = Block::default();
        for (place, citation) in citations.iter().take(SOURCES_NAMED).enumerate() {
            let said = match place {
                0 => format!("{number}. {PLACE}"),
                _ => self.wording.also_in(PLACE),
            };
            let (before, after) = parted(&said);
            sources.say(before, Style::Plain);
            push_source(&mut sources, citation, told.filter(|_| place == 0));
            sources.say(after, Style::Plain);
            sources.end_line();
        }
        if let Some(more) = citations.len().checked_sub(SOURCES_NAMED + 1) {
            sources.say(&self.wording.more_places(more + 1), Style::Plain);
        }
        sources
    }

    /// What stands around a quote, paragraph by paragraph, the quote itself in bold.
    fn excerpt(&mut self, excerpt: &Excerpt) {
        let mut blocks = Vec::new();
        let mut text = Block::quotation();
        for (place, sentence) in excerpt.sentences.iter().enumerate() {
            if sentence.is_code {
                blocks.push(mem::replace(&mut text, Block::quotation()));
                blocks.push(code(&sentence.reading));
                continue;
            }
            if sentence.opens && place > 0 {
                text.end_line();
                text.end_line();
            } else if place > 0 {
                text.push(" ", Style::Plain);
            }
            let style = if sentence.is_quote {
                Style::Bold
            } else {
                Style::Plain
            };
            text.push_lines(&sentence.reading, style);
        }
        let mut source = Block::default();
        push_source(&mut source, &excerpt.citation, None);
        blocks.extend([text, source]);
        self.sections.push(blocks);
    }
}

/// What stands next to the quote, told from it by its style.
fn context(
    wording: Wording,
    neighbour: Option<&Neighbour>,
    labelled: impl FnOnce(&str) -> String,
) -> Option<Block> {
    let neighbour = neighbour?;
    let mut block = Block::default();
    if neighbour.kind == BlockKind::Code {
        block.push_lines(&neighbour.reading, Style::Lines);
    } else if neighbour.is_block() {
        let items = neighbour.reading.lines();
        let items = items.map(|item| format!("{ITEM}{item}"));
        let more = (neighbour.more > 0).then(|| wording.more_items(neighbour.more));
        let lines: Vec<String> = items.chain(more).collect();
        block.push_lines(&lines.join("\n"), Style::Italic);
    } else {
        block.say(&labelled(&neighbour.reading), Style::Italic);
    }
    Some(block)
}

/// Title, headings and date, as far as not `told`, then the document and where in it.
fn push_source(block: &mut Block, citation: &Citation, told: Option<&Citation>) {
    let (path, date) = wording::origin(citation, told);
    let path = path.into_iter().map(|part| shortened(part, LONGEST_NAME));
    let path: Vec<String> = path.collect();
    if !path.is_empty() {
        block.push(&format!("{}, ", path.join(" > ")), Style::Plain);
    }
    if let Some(date) = date {
        block.push(&format!("{date}, "), Style::Plain);
    }
    block.push(&place(citation), Style::Code);
}

/// The document and where in it.
pub(super) fn place(citation: &Citation) -> String {
    citation.located(&shortened(&citation.document, LONGEST_NAME))
}

/// Code, which Telegram allows within no quotation.
fn code(lines: &str) -> Block {
    let mut block = Block::default();
    block.push_lines(lines, Style::Lines);
    block
}

/// The quote with the words that were asked for in bold.
fn marked(quote: &Quote) -> Block {
    if quote.kind == BlockKind::Code {
        return code(&quote.reading);
    }
    let mut block = Block::quotation();
    let mut end = 0;
    for mark in &quote.marks {
        let (Some(before), Some(word)) = (
            quote.reading.get(end..mark.start),
            quote.reading.get(mark.range()),
        ) else {
            continue;
        };
        block.push(before, Style::Plain);
        block.push(word, Style::Bold);
        end = mark.end;
    }
    block.push(&quote.reading[end..], Style::Plain);
    block
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
pub(super) mod tests;
