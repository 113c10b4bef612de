//! An answer as text for a terminal: what was found at a glance, its source under it.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator, WordSplitter};

use super::conversation::Said;
use crate::answer::{
    Answer, Citation, Disagreement, Doubt, Excerpt, Grade, Neighbour, Outcome, Quote,
};
use crate::corpus::BlockKind;
use crate::corpus::invisible::reorders;
use crate::wording::{self, PLACE, Wording, parted};

const PLAIN: Style = Style::new();
const MATCHED: Style = Style::new().bold();
const SOURCE: Style = AnsiColor::Cyan.on_default();
const ASIDE: Style = Style::new().dimmed();

/// How a terminal shows what is said.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// The language.
    pub wording: Wording,
    /// Columns of a line, at most.
    pub width: usize,
}

/// What is said in a conversation, as [`answer`] shows an answer.
pub(crate) fn reply(said: &Said, screen: Screen) -> String {
    let mut page = Page::new(screen);
    let wording = screen.wording;
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
            for question in instead {
                let item = format!("{}{}", wording::ITEM, wording::printable(question));
                page.put(&item, "", "  ", PLAIN);
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
    page.text
}

/// The answer, with colours as ANSI sequences, which whoever prints it may remove.
pub(crate) fn answer(answer: &Answer, screen: Screen) -> String {
    let mut page = Page::new(screen);
    page.answer(answer);
    page.text
}

/// Text that grows, as a screen shows it.
struct Page {
    text: String,
    wording: Wording,
    width: usize,
}

impl Page {
    fn new(Screen { wording, width }: Screen) -> Self {
        Self {
            text: String::new(),
            wording,
            width,
        }
    }

    /// Words in lines that fit, with what stands before the first line and before each other one.
    fn put(&mut self, words: &str, first: &str, others: &str, style: Style) {
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(others);
        let words = textwrap::fill(words, options);
        let _ = writeln!(self.text, "{style}{words}{style:#}");
    }

    fn line(&mut self, words: &str) {
        self.put(words, "", "", PLAIN);
    }

    fn aside(&mut self, words: &str) {
        self.put(words, "", "", ASIDE);
    }

    fn excerpt(&mut self, excerpt: &Excerpt) {
        let mut paragraphs: Vec<String> = Vec::new();
        for shown in &excerpt.sentences {
            if shown.is_code {
                paragraphs.push(lines_at("", &shown.reading));
                paragraphs.push(String::new());
                continue;
            }
            let reading = wording::printable(&shown.reading);
            let sentence = if shown.is_quote {
                format!("{MATCHED}{reading}{MATCHED:#}")
            } else {
                reading.into_owned()
            };
            let open = paragraphs.last_mut().filter(|open| !open.is_empty());
            match open.filter(|_| !shown.opens) {
                Some(paragraph) => {
                    let _ = write!(paragraph, " {sentence}");
                }
                None => paragraphs.push(sentence),
            }
        }
        for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
            self.under(paragraph);
        }
        self.source(&source(&excerpt.citation, None));
    }

    /// Lines under the number of a quote.
    fn under(&mut self, words: &str) {
        self.put(words, "   ", "   ", PLAIN);
    }

    fn answer(&mut self, answer: &Answer) {
        let wording = self.wording;
        for (typed, taken) in &answer.corrections {
            self.aside(&wording.corrected(taken, typed));
        }
        match &answer.outcome {
            Outcome::Found(quotes) | Outcome::Perhaps { quotes, .. } => {
                if let Some(disagreement) = &answer.disagreement {
                    self.disagreement(disagreement, quotes);
                }
                self.heading(answer.outcome.grade());
                self.quotes(quotes, 1, answer.outcome.doubts().first());
            }
            Outcome::Abstained {
                reason,
                missing,
                doubts,
                closest,
            } => {
                self.line(&wording.abstention(*reason, missing));
                if !closest.is_empty() {
                    self.heading(answer.outcome.grade());
                    self.quotes(closest, 1, doubts.first());
                }
            }
        }
    }

    fn disagreement(&mut self, disagreement: &Disagreement, quotes: &[Quote]) {
        let sides = self.wording.sides(disagreement, quotes);
        let mut shown = String::new();
        for (place, (value, source)) in sides.iter().enumerate() {
            let joint = self.wording.joint(place, sides.len());
            let (value, source) = (wording::printable(value), wording::printable(source));
            let [before, after] = self.wording.isolates();
            let side = format!("{MATCHED}{value}{MATCHED:#} ({source})");
            let _ = write!(shown, "{joint}{before}{side}{after}");
        }
        let said = self.wording.differ(PLACE);
        let (before, after) = parted(&said);
        // The names of documents stay in one piece.
        let whole = Options::new(self.width).word_splitter(WordSplitter::NoHyphenation);
        let line = format!("{before}{shown}{after}");
        let _ = writeln!(self.text, "{}", textwrap::fill(&line, whole));
    }

    /// What stands above quotes that are less than a sure answer.
    fn heading(&mut self, grade: Grade) {
        match (self.wording.heading(grade), grade) {
            (None, _) => {}
            // A warning must be seen.
            (Some(heading), Grade::Perhaps) => self.line(&heading),
            (Some(heading), _) => self.aside(&heading),
        }
    }

    /// Quotes with their numbers, from `first` on; under the first of them what speaks against it.
    fn quotes(&mut self, quotes: &[Quote], first: usize, mut doubt: Option<&Doubt>) {
        let mut told = None;
        for (number, quote) in (first..).zip(quotes) {
            self.quote(number, quote, quote.context_among(quotes), told);
            told = quote.citations.first();
            if let Some(doubt) = doubt.take() {
                self.under(&self.wording.doubt(doubt));
            }
        }
    }

    fn quote(
        &mut self,
        number: usize,
        quote: &Quote,
        [before, after]: [Option<&Neighbour>; 2],
        told: Option<&Citation>,
    ) {
        let first = format!("{number}. ");
        if quote.kind == BlockKind::Code {
            let marked = marked(quote);
            let lines: Vec<&str> = marked.lines().collect();
            let _ = writeln!(self.text, "{first}{}", lines.join("\n   "));
        } else {
            self.put(&marked(quote), &first, "   ", PLAIN);
        }
        let wording = self.wording;
        self.neighbour(before, |sentence| wording.before(sentence));
        self.neighbour(after, |sentence| wording.after(sentence));
        let named = quote.citations.iter().take(wording::SOURCES_NAMED);
        for (place, citation) in named.enumerate() {
            match place {
                0 => self.source(&source(citation, told)),
                _ => self.source(&wording.also_in(source(citation, None))),
            }
        }
        let more = quote.citations.len().saturating_sub(wording::SOURCES_NAMED);
        if more > 0 {
            self.source(&wording.more_places(more));
        }
    }

    /// What stands next to a quote: a sentence as it is `labelled`, a list item by item, code line by line.
    fn neighbour(&mut self, neighbour: Option<&Neighbour>, labelled: impl FnOnce(&str) -> String) {
        let Some(neighbour) = neighbour else {
            return;
        };
        if neighbour.is_block() && neighbour.kind == BlockKind::Code {
            let _ = writeln!(self.text, "{}", lines_at("     ", &neighbour.reading));
            return;
        }
        let lines: Vec<String> = if neighbour.is_block() {
            let items = neighbour.reading.lines();
            let items = items.map(|item| format!("{}{}", wording::ITEM, wording::printable(item)));
            let more = (neighbour.more > 0).then(|| self.wording.more_items(neighbour.more));
            items.chain(more).collect()
        } else {
            vec![labelled(&neighbour.reading)]
        };
        for line in lines {
            self.put(&line, "   ", "     ", ASIDE);
        }
    }

    fn source(&mut self, source: &str) {
        let options = unbroken(self.width)
            .initial_indent("   ")
            .subsequent_indent("     ");
        let source = textwrap::fill(source, options);
        let _ = writeln!(self.text, "{SOURCE}{source}{SOURCE:#}");
    }
}

/// Lines that end between words alone: document:line stays in one piece, to be copied and clicked.
pub(super) fn unbroken<'a>(width: usize) -> Options<'a> {
    Options::new(width)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false)
}

/// Lines as they are, indented: what is to be copied is not wrapped.
fn lines_at(indent: &str, lines: &str) -> String {
    let shown = lines
        .lines()
        .map(|line| format!("{indent}{}", wording::printable(line)));
    shown.collect::<Vec<_>>().join("\n")
}

/// Title and headings and the date, as far as not `told`, then the document and where in it.
fn source(citation: &Citation, told: Option<&Citation>) -> String {
    let (path, date) = wording::origin(citation, told);
    let path = Some(path.join(" > ")).filter(|path| !path.is_empty());
    let date = date.map(|date| date.to_string());
    let place = citation.located(&citation.document);
    let parts: Vec<String> = path.into_iter().chain(date).chain([place]).collect();
    wording::printable(&parts.join(", ")).into_owned()
}

/// The quote with the words that were asked for in bold, without what would turn its line around.
fn marked(quote: &Quote) -> String {
    let mut text = String::with_capacity(quote.reading.len() + 16);
    let mut end = 0;
    for mark in &quote.marks {
        text.push_str(&quote.reading[end..mark.start]);
        let _ = write!(text, "{MATCHED}{}{MATCHED:#}", &quote.reading[mark.range()]);
        end = mark.end;
    }
    text.push_str(&quote.reading[end..]);
    text.replace(reorders, "")
}

/// Columns that answers are wrapped to where nothing better is known.
const PLAIN_WIDTH: usize = 100;

/// The terminal, 20 to 100 columns wide; 100 where there is none.
#[must_use]
pub fn screen(wording: Wording) -> Screen {
    let width = terminal_size::terminal_size().map_or(PLAIN_WIDTH, |(width, _)| {
        usize::from(width.0).clamp(20, PLAIN_WIDTH)
    });
    Screen { wording, width }
}

#[cfg(test)]
mod tests;
