//! An answer as Telegram messages: each quote set off, its sources under it. Pure.

use super::characters::shortened;
use super::markup::{Block, Post, Section, Style, posts};
use crate::answer::{Answer, Citation, Disagreement, Missing, Neighbour, Outcome, Quote, Reason};
use crate::chat::wording;

/// The most UTF-16 units of a title, a heading path or a document's name.
const LONGEST_NAME: usize = 160;
/// Sources of one quote that are named before the rest is counted.
const SOURCES_NAMED: usize = 5;

/// The messages that give an answer, at least one.
pub(super) fn answer(answer: &Answer) -> Vec<Post> {
    let mut sections = Vec::new();
    if !answer.corrections.is_empty() {
        sections.push(corrections(&answer.corrections));
    }
    match &answer.outcome {
        // Quotes of nothing that can be shown would leave the person without a word.
        Outcome::Found(quotes) if quotes.iter().all(|quote| quote.citations.is_empty()) => {
            sections.push(said(Reason::WeakEvidence, &Missing::default(), answer));
        }
        Outcome::Found(quotes) => {
            let differing = answer.disagreement.as_ref();
            sections.extend(differing.map(|disagreement| sides(disagreement, quotes)));
            sections.extend(
                quotes
                    .iter()
                    .enumerate()
                    .map(|(place, quote)| section(place + 1, quote, quotes)),
            );
        }
        Outcome::Abstained {
            reason,
            missing,
            closest,
        } => {
            sections.push(said(*reason, missing, answer));
            if !closest.is_empty() {
                let mut heading = Block::default();
                heading.push(wording::CLOSEST, Style::Italic);
                sections.push(vec![heading]);
                sections.extend(
                    closest
                        .iter()
                        .enumerate()
                        .map(|(place, quote)| section(place + 1, quote, closest)),
                );
            }
        }
    }
    posts(sections)
}

/// Why there is no answer, and what is missing for one.
fn said(reason: Reason, missing: &Missing, answer: &Answer) -> Section {
    let mut block = Block::default();
    let text = wording::abstention(reason, missing, &answer.question);
    block.push(&text, Style::Plain);
    vec![block]
}

fn corrections(corrections: &[(String, String)]) -> Section {
    let mut block = Block::default();
    for (typed, taken) in corrections {
        let (typed, taken) = (
            shortened(typed, LONGEST_NAME),
            shortened(taken, LONGEST_NAME),
        );
        block.push(
            &format!(
                "({} \u{201c}{taken}\u{201d} for \u{201c}{typed}\u{201d})",
                wording::SEARCHED_FOR
            ),
            Style::Italic,
        );
        block.end_line();
    }
    vec![block]
}

/// In what the documents differ, told before their quotes.
fn sides(disagreement: &Disagreement, quotes: &[Quote]) -> Section {
    let sides = wording::sides(disagreement, quotes);
    let mut block = Block::default();
    block.push(wording::DIFFER, Style::Plain);
    for (place, (value, source)) in sides.iter().enumerate() {
        block.push(wording::joint(place, sides.len()), Style::Plain);
        block.push(&shortened(value, LONGEST_NAME), Style::Bold);
        let source = shortened(source, LONGEST_NAME);
        block.push(&format!(" ({source})"), Style::Plain);
    }
    block.push(".", Style::Plain);
    vec![block]
}

/// A quote and its numbered sources.
fn section(number: usize, quote: &Quote, all: &[Quote]) -> Section {
    let mut sources = Block::default();
    for (place, citation) in quote.citations.iter().take(SOURCES_NAMED).enumerate() {
        let before = if place == 0 {
            format!("{number}. ")
        } else {
            "also in ".to_owned()
        };
        sources.push(&before, Style::Plain);
        push_source(&mut sources, citation);
        sources.end_line();
    }
    if let Some(more) = quote.citations.len().checked_sub(SOURCES_NAMED + 1) {
        sources.push(
            &format!("and in {}", wording::count(more + 1, "more place")),
            Style::Plain,
        );
    }
    let [before, after] = quote.context_among(all);
    let before = context(wording::BEFORE, before);
    let after = context(wording::AFTER, after);
    let mut section = vec![marked(quote)];
    section.extend([before, after].into_iter().flatten());
    section.push(sources);
    section
}

/// A sentence next to the quote, told from it by its style.
fn context(label: &str, neighbour: Option<&Neighbour>) -> Option<Block> {
    let mut block = Block::default();
    block.push(&format!("{label} {}", neighbour?.reading), Style::Italic);
    Some(block)
}

/// Title, headings, date, and document:line.
fn push_source(block: &mut Block, citation: &Citation) {
    block.push(&shortened(&citation.title, LONGEST_NAME), Style::Plain);
    if !citation.headings.is_empty() {
        block.push(
            &format!(
                " > {}",
                shortened(&citation.headings.join(" > "), LONGEST_NAME)
            ),
            Style::Plain,
        );
    }
    if let Some(date) = citation.date {
        block.push(&format!(", {date}"), Style::Plain);
    }
    block.push(", ", Style::Plain);
    block.push(
        &format!(
            "{}:{}",
            shortened(&citation.document, LONGEST_NAME),
            citation.line
        ),
        Style::Code,
    );
}

/// The quote with the words that were asked for in bold.
fn marked(quote: &Quote) -> Block {
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
mod tests;
