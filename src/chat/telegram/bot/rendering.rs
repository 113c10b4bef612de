//! What is said in a conversation, as Telegram messages: each quote set off, its sources under it. Pure.

use super::super::transport::Post;
use super::characters::{harmless, shortened};
use super::markup::{Block, Section, Style, posts};
use crate::answer::{
    Answer, Citation, Disagreement, Doubt, Excerpt, Grade, Missing, Neighbour, Outcome, Quote,
    Reason,
};
use crate::chat::conversation::Said;
use crate::corpus::BlockKind;
use crate::wording::{self, ITEM, PLACE, SOURCES_NAMED, Wording, parted};

/// The most UTF-16 units of a title, a heading path or a document's name.
const LONGEST_NAME: usize = 160;

/// The messages that say it, at least one; above it the question, where no message shows that.
pub(super) fn said(wording: Wording, question: Option<&str>, said: &Said) -> Vec<Post> {
    let mut sections = Vec::new();
    sections.extend(question.map(title));
    match said {
        Said::Answer {
            answer,
            searched_for,
            instead,
        } => {
            let searched_for = searched_for.as_deref();
            sections.extend(searched_for.map(|question| self::searched_for(wording, question)));
            push_answer(wording, &mut sections, answer);
            sections.extend((!instead.is_empty()).then(|| line(&wording.instead(), Style::Plain)));
        }
        Said::More {
            question,
            first,
            quotes,
            grade,
        } => {
            sections.push(searched_for(wording, question));
            sections.extend(heading(wording, *grade));
            push_quotes(wording, &mut sections, *first, quotes, None);
        }
        Said::Excerpt {
            number,
            extent,
            excerpt,
        } => {
            let heading = wording.excerpt(*extent, *number);
            sections.push(line(&heading, Style::Italic));
            sections.push(stretch(excerpt));
        }
        Said::Evidence(answer) => {
            let heading = wording.evidence_of(answer);
            sections.push(line(&heading, Style::Plain));
            push_answer(wording, &mut sections, answer);
        }
        Said::Told(told) => sections.push(line(told, Style::Plain)),
        Said::Nothing(nothing) => {
            sections.push(line(&nothing.told(wording), Style::Plain));
        }
    }
    posts(sections)
}

/// A quote of an answer, from 0 on, with the question, to be sent into any chat, in one message.
pub(super) fn card(wording: Wording, answer: &Answer, place: usize) -> Option<Post> {
    let quote = answer.outcome.quotes().get(place)?;
    let question = shortened(&answer.question, LONGEST_NAME);
    let mut sections = vec![title(&question)];
    sections.extend(heading(wording, answer.outcome.grade()));
    // What speaks against the first quote says nothing of the others.
    let doubt = answer.outcome.doubts().first().filter(|_| place == 0);
    let all = std::slice::from_ref(quote);
    sections.push(section(wording, 1, quote, all, None, doubt));
    posts(sections).into_iter().next()
}

/// A text as it may be shown where there is no markup.
pub(super) fn shown(text: &str) -> String {
    text.chars().filter_map(harmless).collect()
}

/// Title, document and where in it, without markup.
pub(super) fn source(citation: &Citation) -> String {
    let title = wording::title(citation).map(|title| shortened(title, LONGEST_NAME));
    let parts: Vec<String> = title.into_iter().chain([place(citation)]).collect();
    shown(&parts.join(", "))
}

fn push_answer(wording: Wording, sections: &mut Vec<Section>, answer: &Answer) {
    if !answer.corrections.is_empty() {
        sections.push(corrections(wording, &answer.corrections));
    }
    match &answer.outcome {
        // Quotes of nothing that can be shown would leave the person without a word.
        Outcome::Found(quotes) | Outcome::Perhaps { quotes, .. }
            if quotes.iter().all(|quote| quote.citations.is_empty()) =>
        {
            let missing = Missing::default();
            sections.push(declined(wording, Reason::WeakEvidence, &missing, answer));
        }
        Outcome::Found(quotes) | Outcome::Perhaps { quotes, .. } => {
            let differing = answer.disagreement.as_ref();
            sections.extend(differing.map(|disagreement| sides(wording, disagreement, quotes)));
            sections.extend(heading(wording, answer.outcome.grade()));
            let doubt = answer.outcome.doubts().first();
            push_quotes(wording, sections, 1, quotes, doubt);
        }
        Outcome::Abstained {
            reason,
            missing,
            doubts,
            closest,
        } => {
            sections.push(declined(wording, *reason, missing, answer));
            if !closest.is_empty() {
                sections.extend(heading(wording, answer.outcome.grade()));
                push_quotes(wording, sections, 1, closest, doubts.first());
            }
        }
    }
}

/// Numbered quotes; under the first of them what speaks against it.
fn push_quotes(
    wording: Wording,
    sections: &mut Vec<Section>,
    first: usize,
    quotes: &[Quote],
    mut doubt: Option<&Doubt>,
) {
    let mut told = None;
    for (number, quote) in (first..).zip(quotes) {
        let doubt = doubt.take();
        sections.push(section(wording, number, quote, quotes, told, doubt));
        told = quote.citations.first();
    }
}

/// What stands above quotes that are less than a sure answer.
fn heading(wording: Wording, grade: Grade) -> Option<Section> {
    let heading = wording.heading(grade);
    heading.map(|heading| line(&heading, Style::Italic))
}

/// Words of Quoth's own.
fn line(words: &str, style: Style) -> Section {
    vec![Block::said(words, style)]
}

/// The question above an answer.
fn title(question: &str) -> Section {
    let mut block = Block::default();
    block.push(question, Style::Bold);
    vec![block]
}

/// What a message was taken for.
fn searched_for(wording: Wording, question: &str) -> Section {
    line(&wording.searched_for(question), Style::Italic)
}

/// What stands around a quote, paragraph by paragraph, the quote itself in bold.
fn stretch(excerpt: &Excerpt) -> Section {
    let mut text = Block::quotation();
    for (place, sentence) in excerpt.sentences.iter().enumerate() {
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
    vec![text, source]
}

/// Why there is no answer, and what is missing for one.
fn declined(wording: Wording, reason: Reason, missing: &Missing, answer: &Answer) -> Section {
    let words = wording.abstention(reason, missing, &answer.question);
    line(&words, Style::Plain)
}

fn corrections(wording: Wording, corrections: &[(String, String)]) -> Section {
    let mut block = Block::default();
    for (typed, taken) in corrections {
        let [typed, taken] = [typed, taken].map(|word| shortened(word, LONGEST_NAME));
        block.say(&wording.corrected(taken, typed), Style::Italic);
        block.end_line();
    }
    vec![block]
}

/// In what the documents differ, told before their quotes.
fn sides(wording: Wording, disagreement: &Disagreement, quotes: &[Quote]) -> Section {
    let sides = wording.sides(disagreement, quotes);
    let said = wording.differ(PLACE);
    let (before, after) = parted(&said);
    let mut block = Block::default();
    block.say(before, Style::Plain);
    for (place, (value, source)) in sides.iter().enumerate() {
        let [apart, together] = wording.isolates();
        let joint = wording.joint(place, sides.len());
        block.say(&(joint + apart), Style::Plain);
        block.push(&shortened(value, LONGEST_NAME), Style::Bold);
        let source = shortened(source, LONGEST_NAME);
        block.push(&format!(" ({source})"), Style::Plain);
        block.say(together, Style::Plain);
    }
    block.say(after, Style::Plain);
    vec![block]
}

/// A quote, its numbered sources, and what speaks against it.
fn section(
    wording: Wording,
    number: usize,
    quote: &Quote,
    all: &[Quote],
    told: Option<&Citation>,
    doubt: Option<&Doubt>,
) -> Section {
    let mut sources = Block::default();
    for (place, citation) in quote.citations.iter().take(SOURCES_NAMED).enumerate() {
        if place == 0 {
            sources.push(&format!("{number}. "), Style::Plain);
            push_source(&mut sources, citation, told);
        } else {
            let said = wording.also_in(PLACE);
            let (before, after) = parted(&said);
            sources.say(before, Style::Plain);
            push_source(&mut sources, citation, None);
            sources.say(after, Style::Plain);
        }
        sources.end_line();
    }
    if let Some(more) = quote.citations.len().checked_sub(SOURCES_NAMED + 1) {
        sources.say(&wording.more_places(more + 1), Style::Plain);
    }
    let [before, after] = quote.context_among(all);
    let before = context(wording, before, |sentence| wording.before(sentence));
    let after = context(wording, after, |sentence| wording.after(sentence));
    let mut section = vec![marked(quote)];
    section.extend([before, after].into_iter().flatten());
    section.push(sources);
    section.extend(doubt.map(|doubt| Block::said(&wording.doubt(doubt), Style::Plain)));
    section
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
    let path: Vec<String> = path
        .into_iter()
        .map(|part| shortened(part, LONGEST_NAME))
        .collect();
    if !path.is_empty() {
        block.push(&format!("{}, ", path.join(" > ")), Style::Plain);
    }
    if let Some(date) = date {
        block.push(&format!("{date}, "), Style::Plain);
    }
    block.push(&place(citation), Style::Code);
}

/// The document and where in it.
fn place(citation: &Citation) -> String {
    citation.located(&shortened(&citation.document, LONGEST_NAME))
}

/// The quote with the words that were asked for in bold.
fn marked(quote: &Quote) -> Block {
    if quote.kind == BlockKind::Code {
        // Telegram allows no code within a quotation.
        let mut block = Block::default();
        block.push_lines(&quote.reading, Style::Lines);
        return block;
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
