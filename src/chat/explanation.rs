//! How an answer came about, as text for a terminal: why this sentence, why declined.

mod judgement;
mod names;

use std::fmt::Write as _;

use anstyle::Style;
use textwrap::core::display_width;

use super::text::unbroken;
use crate::answer::{
    Answer, AnswerType, Considered, Counterpart, Explanation, Kind, Meeting, Part, Sought,
};
use crate::corpus::located;
use crate::wording::{self, Wording};

const HEADING: Style = Style::new().bold();
/// Forms of a word that are named before the rest is only counted.
const FORMS: usize = 4;
/// How many parts of a sum are named for it and against it, and by which sign of theirs.
const SIDES: [(&str, usize, f32); 2] = [("for", 5, 1.0), ("against", 4, -1.0)];
/// A part that is less than this share of all that was weighed says little.
const NOTEWORTHY: f32 = 0.03;
/// What is less would read 0.00.
const LEAST: f32 = 0.005;
/// Nearness in meaning below this says little.
const NEAR: f32 = 0.2;
/// Columns of the labels under a sentence.
const LABEL: usize = 14;
/// Columns of what a part contributes, its value and its weight.
const FIGURES: usize = 21;

/// The explanation of an answer (`None` where nothing was searched for), to stand below it, with
/// ANSI sequences as in [`super::text`].
pub fn text(answer: &Answer, explanation: Option<&Explanation>, width: usize) -> String {
    let mut page = Page {
        text: String::new(),
        width,
    };
    page.heading("How this came about");
    let Some(explanation) = explanation else {
        page.prose("Nothing was searched for.");
        return page.text;
    };
    page.prose(&format!("Wanted: {}.", wanted(explanation.wanted)));
    page.terms(&explanation.terms);
    if explanation.best.is_empty() {
        page.prose("No passage was found, so there is nothing to weigh.");
    } else {
        page.sentences(explanation);
        let outcome = &answer.outcome;
        let is_doubted = !outcome.doubts().is_empty();
        page.judgement(&explanation.confidence, outcome.grade(), is_doubted);
    }
    page.text
}

/// Text that grows, in lines of a width.
struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn heading(&mut self, words: &str) {
        let _ = writeln!(self.text, "\n{HEADING}{words}{HEADING:#}");
    }

    fn prose(&mut self, words: &str) {
        self.line(words, "", 0);
    }

    /// A line that starts with `label`; where it is too long, the rest stands below, indented by so many columns.
    fn line(&mut self, words: &str, label: &str, indent: usize) {
        // A narrow terminal has little room to stand in under a label.
        let indent = " ".repeat(indent.min(self.width / 2));
        let options = unbroken(self.width)
            .initial_indent(label)
            .subsequent_indent(&indent);
        self.text += textwrap::fill(&wording::printable(words), options).trim_end();
        self.text.push('\n');
    }

    /// The same with a label of [`LABEL`] columns.
    fn labelled(&mut self, label: &str, words: &str) {
        let label = format!("   {label:<width$}", width = LABEL - 3);
        self.line(words, &label, LABEL);
    }

    fn terms(&mut self, terms: &[Sought]) {
        self.heading("Searched for (the rarer a word, the more it weighs)");
        let typed = terms.iter().map(|term| display_width(&term.typed)).max();
        let column = typed.unwrap_or(0).min(self.width / 4);
        for term in terms {
            let space = " ".repeat(column.saturating_sub(display_width(&term.typed)));
            let typed = wording::printable(&term.typed);
            let label = format!("   {typed}{space}  {:>5.2}  ", term.idf);
            self.line(&counterparts(term), &label, column + 12);
        }
    }

    fn sentences(&mut self, explanation: &Explanation) {
        let sentences = wording::count(explanation.sentences, "sentence");
        let passages = wording::count(explanation.passages, "passage");
        self.heading(&format!("Best of {sentences} in {passages}"));
        self.prose("Each feature of a sentence adds its value × its weight to the score.");
        for (number, sentence) in explanation.best.iter().enumerate() {
            let shown = sentence.quote;
            let shown = shown.map_or(String::new(), |quote| format!(", shown as {quote}"));
            let locator = sentence.locator.as_ref();
            let place = located(&sentence.document, sentence.line, locator);
            let place = format!("{place}, score {:.2}{shown}", sentence.score);
            self.line(&place, &format!("{}. ", number + 1), 3);
            self.opening(&sentence.reading);
            self.met(sentence);
            for doubt in &sentence.doubts {
                self.labelled("objection", &Wording::ENGLISH.doubt(doubt));
            }
            self.parts(&sentence.features);
        }
    }

    /// As much of a sentence as a line holds.
    fn opening(&mut self, reading: &str) {
        // The columns of its indent, the quotation marks and the ellipsis.
        let reading = wording::printable(reading);
        let lines = textwrap::wrap(&reading, self.width.saturating_sub(7));
        let first = lines.first().map_or("", |line| line.trim_end());
        let rest = if lines.len() > 1 { " …" } else { "" };
        let _ = writeln!(self.text, "   “{first}{rest}”");
    }

    fn met(&mut self, sentence: &Considered) {
        /// A label, and what it tells of a word of the question, if anything.
        type Row<'a> = (&'a str, &'a dyn Fn(&Meeting) -> Option<String>);
        let is_said = |met: &Meeting| met.weight > 0.0;
        let like = |met: &Meeting| met.like.clone().filter(|like| like.nearness >= NEAR);
        let rows: [Row<'_>; 5] = [
            ("as typed", &|met| met.exact.then(|| met.term.clone())),
            ("otherwise", &|met| {
                let word = met.word.as_ref().filter(|_| !met.exact)?;
                Some(format!("“{word}” for {}", met.term))
            }),
            ("in meaning", &|met| {
                let like = like(met).filter(|_| !is_said(met))?;
                let (term, nearness) = (&met.term, like.nearness);
                Some(format!("“{}” for {term} ({nearness:.2})", like.word))
            }),
            ("around it", &|met| {
                let is_around = !is_said(met) && met.around > 0.0;
                is_around.then(|| met.term.clone())
            }),
            ("nowhere", &|met| {
                let is_met = is_said(met) || met.around > 0.0 || like(met).is_some();
                (!is_met).then(|| met.term.clone())
            }),
        ];
        for (label, row) in rows {
            let words: Vec<String> = sentence.met.iter().filter_map(row).collect();
            let words = words.join(", ");
            if !words.is_empty() {
                self.labelled(label, &words);
            }
        }
    }

    /// The parts of a sum that say most, for it and against it, and what the rest adds.
    fn parts(&mut self, parts: &[Part]) {
        let all: f32 = parts.iter().map(|part| part.contribution.abs()).sum();
        let mut said: Vec<&Part> = parts.iter().collect();
        said.retain(|part| part.contribution.abs() >= all * NOTEWORTHY);
        said.sort_by(|a, b| b.contribution.abs().total_cmp(&a.contribution.abs()));
        let mut rest: f32 = parts.iter().map(|part| part.contribution).sum();
        for (side, most, sign) in SIDES {
            let named = said.iter().filter(|part| part.contribution * sign > 0.0);
            for (number, part) in named.take(most).enumerate() {
                rest -= part.contribution;
                self.part(if number == 0 { side } else { "" }, part);
            }
        }
        if rest.abs() >= LEAST {
            self.labelled("the rest", &signed(rest));
        }
    }

    fn part(&mut self, label: &str, part: &Part) {
        let (name, meaning) = names::plain(part.name);
        let words = meaning.map_or(name.clone(), |meaning| format!("{name}: {meaning}"));
        let (added, value, weight) = (signed(part.contribution), part.value, part.weight);
        let figures = format!("{added} {value:>5.2} × {weight:<5.2}");
        let label = format!("   {label:<width$}{figures} ", width = LABEL - 3);
        self.line(&words, &label, LABEL + FIGURES);
    }
}

/// The kind of answer that is wanted, in words.
fn wanted(wanted: AnswerType) -> &'static str {
    match wanted {
        AnswerType::Person => "a person or a group",
        AnswerType::Date => "a date or a time",
        AnswerType::Place => "a place",
        AnswerType::Number => "a number or an amount",
        AnswerType::Frequency => "how often something happens",
        AnswerType::Reason => "a reason",
        AnswerType::Definition => "what something is, or what it does",
        AnswerType::Thing => "whatever the question names, of no particular kind",
    }
}

/// All that a word was searched for as.
fn counterparts(term: &Sought) -> String {
    if term.counterparts.is_empty() {
        return "not in the documents, nor anything like it".to_owned();
    }
    let kinds = term.counterparts.chunk_by(|a, b| a.kind == b.kind);
    let told = kinds.map(|alike| {
        let relation = match alike[0].kind {
            Kind::Same => String::new(),
            Kind::Compound => "written otherwise: ".to_owned(),
            Kind::Correction => {
                let meant = term.correction.as_deref().unwrap_or_default();
                format!("taken for “{meant}”: ")
            }
            Kind::OtherWord => "also ".to_owned(),
        };
        relation + &alike.iter().map(forms).collect::<Vec<_>>().join(", ")
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The forms of a counterpart, and how well it stands for the word typed, where that is not fully.
fn forms(counterpart: &Counterpart) -> String {
    let named = counterpart.words.len().min(FORMS);
    let mut words = counterpart.words[..named].join(", ");
    if counterpart.words.len() > FORMS {
        let _ = write!(words, " and {} more", counterpart.words.len() - FORMS);
    }
    if counterpart.weight < 1.0 {
        let _ = write!(words, " ({:.2})", counterpart.weight);
    }
    words
}

/// A number with its sign, in six columns.
fn signed(number: f32) -> String {
    format!("{number:>+6.2}")
}

#[cfg(test)]
mod tests;
