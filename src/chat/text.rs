//! An answer as text for a terminal: what was found at a glance, its source under it.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator, WordSplitter};

use super::conversation::Said;
use super::wording;
use crate::answer::{
    Answer, Citation, Disagreement, Doubt, Excerpt, Grade, Neighbour, Outcome, Quote,
};
use crate::corpus::BlockKind;

const MATCHED: Style = Style::new().bold();
const SOURCE: Style = AnsiColor::Cyan.on_default();
const ASIDE: Style = Style::new().dimmed();

/// What is said in a conversation, as [`answer`] shows an answer.
#[must_use]
pub fn reply(said: &Said, width: usize) -> String {
    let mut text = String::new();
    match said {
        Said::Answer {
            answer: given,
            searched_for,
            instead,
        } => {
            if let Some(question) = searched_for {
                push_searched_for(&mut text, &format!("“{question}”"), width);
            }
            text += &answer(given, width);
            if !instead.is_empty() {
                let _ = writeln!(text, "{}", wording::INSTEAD);
            }
            for question in instead {
                push_item(&mut text, question, width);
            }
        }
        Said::More {
            question,
            first,
            quotes,
            grade,
        } => {
            push_searched_for(&mut text, &format!("“{question}”"), width);
            push_heading(&mut text, *grade, width);
            push_quotes(&mut text, quotes, *first, None, width);
        }
        Said::Excerpt {
            number,
            extent,
            excerpt,
        } => {
            let heading = wording::excerpt(*extent, *number);
            let _ = writeln!(text, "{ASIDE}{heading}{ASIDE:#}");
            push_excerpt(&mut text, excerpt, width);
        }
        Said::Evidence(given) => {
            let heading = wording::evidence(given);
            text += &textwrap::fill(&wording::printable(&heading), width);
            text.push('\n');
            text += &answer(given, width);
        }
        Said::Told(told) => {
            text += &textwrap::fill(told, width);
            text.push('\n');
        }
        Said::Nothing(nothing) => {
            text += &textwrap::fill(&wording::nothing(*nothing), width);
            text.push('\n');
        }
    }
    text
}

fn push_item(text: &mut String, item: &str, width: usize) {
    let item = format!("{}{}", wording::ITEM, wording::printable(item));
    let options = Options::new(width).subsequent_indent("  ");
    let _ = writeln!(text, "{}", textwrap::fill(&item, options));
}

fn push_searched_for(text: &mut String, what: &str, width: usize) {
    let line = format!("({} {})", wording::SEARCHED_FOR, wording::printable(what));
    let _ = writeln!(text, "{ASIDE}{}{ASIDE:#}", textwrap::fill(&line, width));
}

fn push_excerpt(text: &mut String, excerpt: &Excerpt, width: usize) {
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
    let options = Options::new(width)
        .initial_indent("   ")
        .subsequent_indent("   ");
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        let _ = writeln!(text, "{}", textwrap::fill(paragraph, &options));
    }
    push_source(text, "", &excerpt.citation, None, width);
}

/// The answer, with colours as ANSI sequences (whoever prints it removes them
/// where they are not wanted) and lines of at most `width` columns.
#[must_use]
pub fn answer(answer: &Answer, width: usize) -> String {
    let mut text = String::new();
    for (typed, taken) in &answer.corrections {
        push_searched_for(&mut text, &format!("“{taken}” for “{typed}”"), width);
    }
    match &answer.outcome {
        Outcome::Found(quotes) | Outcome::Perhaps { quotes, .. } => {
            if let Some(disagreement) = &answer.disagreement {
                push_disagreement(&mut text, disagreement, quotes, width);
            }
            push_heading(&mut text, answer.outcome.grade(), width);
            let doubt = answer.outcome.doubts().first();
            push_quotes(&mut text, quotes, 1, doubt, width);
        }
        Outcome::Abstained {
            reason,
            missing,
            doubts,
            closest,
        } => {
            let said = wording::abstention(*reason, missing, &answer.question);
            text += &textwrap::fill(&said, width);
            text.push('\n');
            if !closest.is_empty() {
                push_heading(&mut text, answer.outcome.grade(), width);
                push_quotes(&mut text, closest, 1, doubts.first(), width);
            }
        }
    }
    text
}

fn push_disagreement(
    text: &mut String,
    disagreement: &Disagreement,
    quotes: &[Quote],
    width: usize,
) {
    let sides = wording::sides(disagreement, quotes);
    let mut line = wording::DIFFER.to_owned();
    for (place, (value, source)) in sides.iter().enumerate() {
        let joint = wording::joint(place, sides.len());
        let (value, source) = (wording::printable(value), wording::printable(source));
        let _ = write!(line, "{joint}{MATCHED}{value}{MATCHED:#} ({source})");
    }
    // The names of documents stay in one piece.
    let whole = Options::new(width).word_splitter(WordSplitter::NoHyphenation);
    let _ = writeln!(text, "{}", textwrap::fill(&(line + "."), whole));
}

/// What stands above quotes that are less than a sure answer.
fn push_heading(text: &mut String, grade: Grade, width: usize) {
    let Some(heading) = wording::heading(grade) else {
        return;
    };
    // A warning must be seen.
    let style = match grade {
        Grade::Perhaps => Style::new(),
        Grade::Found | Grade::Abstained => ASIDE,
    };
    let _ = writeln!(text, "{style}{}{style:#}", textwrap::fill(heading, width));
}

/// Quotes with their numbers, from `first` on; under the first of them what speaks against it.
fn push_quotes(
    text: &mut String,
    quotes: &[Quote],
    first: usize,
    mut doubt: Option<&Doubt>,
    width: usize,
) {
    let mut told = None;
    for (number, quote) in (first..).zip(quotes) {
        let context = quote.context_among(quotes);
        push_quote(text, number, quote, context, told, width);
        told = quote.citations.first();
        if let Some(doubt) = doubt.take() {
            let options = Options::new(width)
                .initial_indent("   ")
                .subsequent_indent("   ");
            let doubt = wording::doubt(doubt);
            let _ = writeln!(text, "{}", textwrap::fill(&doubt, options));
        }
    }
}

fn push_quote(
    text: &mut String,
    number: usize,
    quote: &Quote,
    context: [Option<&Neighbour>; 2],
    told: Option<&Citation>,
    width: usize,
) {
    let first = format!("{number}. ");
    if quote.kind == BlockKind::Code {
        let marked = marked(quote);
        let lines: Vec<&str> = marked.lines().collect();
        let _ = writeln!(text, "{first}{}", lines.join("\n   "));
    } else {
        let options = Options::new(width)
            .initial_indent(&first)
            .subsequent_indent("   ");
        let _ = writeln!(text, "{}", textwrap::fill(&marked(quote), &options));
    }
    for (label, neighbour) in [wording::BEFORE, wording::AFTER].into_iter().zip(context) {
        if let Some(neighbour) = neighbour {
            push_neighbour(text, label, neighbour, width);
        }
    }
    let named = quote.citations.iter().take(wording::SOURCES_NAMED);
    for (place, citation) in named.enumerate() {
        let (also, told) = match place {
            0 => ("", told),
            _ => ("also in ", None),
        };
        push_source(text, also, citation, told, width);
    }
    let more = quote.citations.len().saturating_sub(wording::SOURCES_NAMED);
    if more > 0 {
        let _ = writeln!(text, "   {SOURCE}{}{SOURCE:#}", wording::more_places(more));
    }
}

/// What stands next to a quote: a sentence under its label, a list item by item, code line by line.
fn push_neighbour(text: &mut String, label: &str, neighbour: &Neighbour, width: usize) {
    let indent = Options::new(width)
        .initial_indent("   ")
        .subsequent_indent("     ");
    let mut push = |line: &str| {
        let _ = writeln!(text, "{ASIDE}{}{ASIDE:#}", textwrap::fill(line, &indent));
    };
    if !neighbour.is_block() {
        push(&format!(
            "{label} {}",
            wording::printable(&neighbour.reading)
        ));
        return;
    }
    if neighbour.kind == BlockKind::Code {
        let _ = writeln!(text, "{}", lines_at("     ", &neighbour.reading));
        return;
    }
    for item in neighbour.reading.lines() {
        push(&format!("{}{}", wording::ITEM, wording::printable(item)));
    }
    if let Some(more) = wording::more_items(neighbour.more) {
        push(&more);
    }
}

/// Lines as they are, indented: what is to be copied is not wrapped.
fn lines_at(indent: &str, lines: &str) -> String {
    let shown = lines
        .lines()
        .map(|line| format!("{indent}{}", wording::printable(line)));
    shown.collect::<Vec<_>>().join("\n")
}

fn push_source(
    text: &mut String,
    also: &str,
    citation: &Citation,
    told: Option<&Citation>,
    width: usize,
) {
    // document:line stays in one piece, hyphens and all: it is there to be copied and clicked.
    let whole = Options::new(width)
        .initial_indent("   ")
        .subsequent_indent("     ")
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    let source = textwrap::fill(&format!("{also}{}", source(citation, told)), &whole);
    let _ = writeln!(text, "{SOURCE}{source}{SOURCE:#}");
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

/// The quote with the words that were asked for in bold.
fn marked(quote: &Quote) -> String {
    let mut text = String::with_capacity(quote.reading.len() + 16);
    let mut end = 0;
    for mark in &quote.marks {
        text.push_str(&quote.reading[end..mark.start]);
        let _ = write!(text, "{MATCHED}{}{MATCHED:#}", &quote.reading[mark.range()]);
        end = mark.end;
    }
    text.push_str(&quote.reading[end..]);
    text
}

/// Columns that answers are wrapped to where nothing better is known.
const PLAIN_WIDTH: usize = 100;

/// The columns of the terminal, 20 to 100; 100 where there is none.
#[must_use]
pub fn terminal_width() -> usize {
    terminal_size::terminal_size().map_or(PLAIN_WIDTH, |(width, _)| {
        usize::from(width.0).clamp(20, PLAIN_WIDTH)
    })
}

#[cfg(test)]
mod tests;
