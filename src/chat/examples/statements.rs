//! What a statement answers, by a few rules of English: each needs a subject with a name that opens
//! the sentence, so that the question says by itself what it means.

use std::ops::Range;

use crate::chat::line::Line;
use crate::index::Statistics;
use crate::index::names::is_role;
use crate::language::english;
use crate::language::word::is_year;

/// A longer subject makes no short question.
const LONGEST_SUBJECT: usize = 6;
/// What happens to something once; past tense and participle are the same.
const ONCE: &str = "\
    abolished acquired adopted approved bought built closed completed constructed created demolished designed destroyed \
    discovered dissolved established founded inaugurated introduced invented launched opened organised organized painted \
    passed patented published ratified rebuilt released renamed repealed restored signed sold unveiled won";
/// Small words that stand inside names: "the Battle of the Narrows".
const INSIDE: &[&str] = &["of", "the", "and", "for"];
const COPULAS: &[&str] = &["is", "are", "was", "were"];
const ARTICLES: &[&str] = &["a", "an", "the", "one"];

/// The questions that a sentence answers, each with what it is about.
pub(super) fn drafts(sentence: &str, known: &Statistics) -> Vec<(String, String)> {
    let line = Line::of(sentence);
    let statement = Statement { line, known };
    let mut drafts: Vec<(String, String)> = statement.acronym().into_iter().collect();
    drafts.extend(statement.person_named());
    drafts.extend(statement.speech());
    if let Some(subject) = statement.subject() {
        let about = statement.inside(&subject);
        let rules = [
            statement.happened(&subject, &about),
            statement.cause(&subject, &about),
            statement.number(&subject, &about),
            statement.definition(&subject, &about),
        ];
        let questions = rules.into_iter().flatten();
        drafts.extend(questions.map(|question| (question, about.clone())));
    }
    drafts
}

struct Statement<'a> {
    line: Line,
    known: &'a Statistics,
}

impl Statement<'_> {
    /// The words before the first verb that rules know, where they are one phrase with a name.
    fn subject(&self) -> Option<Range<usize>> {
        let is_verb = |&at: &usize| {
            let word = self.line.word(at);
            COPULAS.contains(&word) || matches!(word, "has" | "have")
        };
        let verb = (1..self.line.len().min(LONGEST_SUBJECT + 2)).find(is_verb)?;
        let first = usize::from(ARTICLES.contains(&self.line.word(0)));
        let nouns = first..verb;
        let fits = |at: usize| {
            let (word, capital) = (self.line.word(at), self.is_capital(at));
            capital && !english::is_pronoun(word) || INSIDE.contains(&word) && at > first
        };
        let is_one = (1..verb).all(|at| matches!(self.line.gap(at), " " | "-" | ". "));
        // A capital at the start of a sentence tells nothing.
        let is_name = |at: usize| at > 0 || self.known.is_name(self.line.word(0)) == Some(true);
        let named = nouns.clone().any(|at| self.is_capital(at) && is_name(at));
        let ends_well = self.is_capital(verb - 1);
        (!nouns.is_empty() && named && ends_well && is_one && nouns.clone().all(fits))
            .then_some(0..verb)
    }

    /// "The Tide Museum was founded in 1931.", "... was founded by Rosa Quill."
    fn happened(&self, subject: &Range<usize>, about: &str) -> Option<String> {
        let (be, happened) = (self.line.word(subject.end), self.line.word(subject.end + 1));
        let is_once = ONCE.split_whitespace().any(|once| once == happened);
        if !(is_once && matches!(be, "was" | "were")) {
            return None;
        }
        let rest = subject.end + 2..self.clause_end(subject.end);
        let is_dated = rest.clone().any(|at| is_year(self.line.word(at)));
        let by = rest.clone().find(|&at| self.line.word(at) == "by");
        match by.filter(|&by| self.person(by + 1).is_some()) {
            _ if is_dated => Some(format!("When {be} {about} {happened}?")),
            Some(_) => Some(format!("Who {happened} {about}?")),
            None => None,
        }
    }

    /// "The Tide Museum was closed because its roof had fallen in."
    fn cause(&self, subject: &Range<usize>, about: &str) -> Option<String> {
        let be = self.line.word(subject.end);
        let rest = subject.end + 1..self.clause_end(subject.end);
        let because = self.line.word(rest.end) == "because" && COPULAS.contains(&be);
        (because && !rest.is_empty())
            .then(|| format!("Why {be} {about} {}?", self.line.whole(rest)))
    }

    /// "The Clock Museum has 40 halls."
    fn number(&self, subject: &Range<usize>, about: &str) -> Option<String> {
        let verb = subject.end;
        let does = match self.line.word(verb) {
            "has" => "does",
            "have" => "do",
            _ => return None,
        };
        let is_number = english::is_number(self.line.word(verb + 1));
        let noun = verb + 2..self.line.len().min(verb + 4);
        let whole = noun.clone().take_while(|&at| {
            !self.line.words[at].is_stop_word() && self.line.gap(at) == " " && !self.is_capital(at)
        });
        let noun = noun.start..noun.start + whole.count();
        let is_plural = noun.end > noun.start && self.line.word(noun.end - 1).ends_with('s');
        (is_number && is_plural)
            .then(|| format!("How many {} {does} {about} have?", self.line.whole(noun)))
    }

    /// "The Tide Bell is a bell without a clapper.", "Rosa Quill is the harbour master."
    fn definition(&self, subject: &Range<usize>, about: &str) -> Option<String> {
        /// A role stands so many words after its article, at most.
        const ROLE: usize = 4;
        let be = self.line.word(subject.end);
        let what = subject.end + 1..self.line.len().min(subject.end + 2 + ROLE);
        let defines = COPULAS.contains(&be) && ARTICLES.contains(&self.line.word(what.start));
        let has_article = ARTICLES.contains(&self.line.word(0));
        let is_person = self.person(subject.start) == Some(subject.end)
            || !has_article && what.clone().any(|at| is_role(self.line.word(at)));
        let is_thing = has_article || subject.len() == 1;
        match (defines, is_person, is_thing) {
            (true, true, _) => Some(format!("Who {be} {about}?")),
            (true, false, true) => Some(format!("What {be} {about}?")),
            _ => None,
        }
    }

    /// "Rosa Quill, the curator of the Clock Museum, ...", "The curator Rosa Quill ..."
    fn person_named(&self) -> Option<(String, String)> {
        let is_told = |name: &Range<usize>| {
            let is_apposed = name.end < self.line.len()
                && self.line.gap(name.end).starts_with(',')
                && ARTICLES.contains(&self.line.word(name.end));
            let has_role = name.start > 0
                && self.line.gap(name.start) == " "
                && is_role(self.line.before(name.start));
            is_apposed || has_role
        };
        let name = self.people().find(is_told)?;
        let name = self.line.written(name).to_owned();
        Some((format!("Who is {name}?"), name))
    }

    /// "Rosa Quill said that the Long Hall needs a roof."
    fn speech(&self) -> Option<(String, String)> {
        let says = |name: &Range<usize>| matches!(self.line.word(name.end), "said" | "says");
        let name = self.people().find(says)?;
        let topic = (name.end + 1..self.line.len()).find_map(|at| {
            let words = self.line.row(at..self.line.len().min(at + LONGEST_SUBJECT));
            let (length, _) = self.known.name_at_start(&words)?;
            let article = usize::from(self.line.before(at) == "the");
            self.is_capital(at).then_some(at - article..at + length)
        })?;
        let name = self.line.written(name).to_owned();
        let topic = self.line.written(topic);
        Some((format!("What did {name} say about {topic}?"), name))
    }

    /// The names of persons, of two words at least.
    fn people(&self) -> impl Iterator<Item = Range<usize>> {
        let name = |at: usize| Some(at..self.person(at)?);
        (0..self.line.len())
            .filter_map(name)
            .filter(|name| name.len() > 1)
    }

    /// "the World Ferry Union (WFU)"
    fn acronym(&self) -> Option<(String, String)> {
        let is_defined = |&at: &usize| {
            let written = self.line.whole(at..at + 1);
            let in_brackets = at > 0 && self.line.gap(at).ends_with('(');
            in_brackets
                && written.chars().all(char::is_uppercase)
                && !self.known.long_forms(self.line.word(at)).is_empty()
        };
        let at = (0..self.line.len()).find(is_defined)?;
        let short = self.line.whole(at..at + 1).to_owned();
        Some((format!("What does {short} stand for?"), short))
    }

    /// Where a person's name that opens at `at` ends.
    fn person(&self, at: usize) -> Option<usize> {
        let words = self.line.row(at..self.line.len().min(at + LONGEST_SUBJECT));
        let (length, name) = self.known.name_at_start(&words)?;
        (self.is_capital(at) && name.is_person()).then_some(at + length)
    }

    /// Where the clause that a verb is of ends: before a mark, or before "because".
    fn clause_end(&self, verb: usize) -> usize {
        let ends = |&at: &usize| {
            self.line.word(at) == "because" || self.line.gap(at).contains([',', ';', ':', '(', '—'])
        };
        let mut after = verb + 1..self.line.len();
        after.find(ends).unwrap_or(self.line.len())
    }

    /// The subject as it stands inside a question: an article in small letters.
    fn inside(&self, subject: &Range<usize>) -> String {
        let written = self.line.whole(subject.clone());
        let first = self.line.word(0);
        match written.get(first.len()..) {
            Some(rest) if ARTICLES.contains(&first) => format!("{first}{rest}"),
            _ => written.to_owned(),
        }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.line.words.get(at).is_some_and(|token| token.capital)
    }
}
